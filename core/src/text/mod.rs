//! Interface texts: keys with both languages, plural and date forms, lists.
//!
//! Independent of the dataset. Interface text reaches the screen only by key. The texts are in
//! `core/locales/`; `build.rs` rejects a key that lacks a language (`locales`).

mod catalog;
mod forms;
#[cfg(test)]
mod locales;

pub use catalog::{Key, is_loaded, load_russian, load_view_texts};
pub use forms::{Lang, date_month, date_season, join, number, plural_form, short_month};

/// Returns the text of a key.
pub fn t(lang: Lang, key: Key) -> &'static str {
    key.text(lang)
}

/// Capitalizes the first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns the text of a key with each `{name}` replaced by its value.
pub fn format(lang: Lang, key: Key, values: &[(&str, &str)]) -> String {
    replace(t(lang, key), values)
}

/// Returns the plural form of a key for a number, with `{n}` replaced by the number.
///
/// Forms are separated by `|`.
pub fn plural(lang: Lang, key: Key, n: usize, values: &[(&str, &str)]) -> String {
    let form = form_of(lang, t(lang, key), n);
    let n = number(lang, n as u64);
    let mut all = vec![("n", n.as_str())];
    all.extend_from_slice(values);
    replace(form, &all)
}

/// Returns the form for a number among forms separated by `|`.
pub(crate) fn form_of(lang: Lang, forms: &str, n: usize) -> &str {
    forms.split('|').nth(plural_form(lang, n)).or_else(|| forms.split('|').next_back()).unwrap_or(forms)
}

/// Replaces placeholders in one pass, so that braces in a value are not replaced again.
pub(crate) fn replace(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let Some(close) = rest.find('}') else { break };
        match values.iter().find(|(name, _)| *name == &rest[1..close]) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_not_replaced_again() {
        assert_eq!(replace("{a} and {b}, {c}", &[("a", "{b}"), ("b", "x")]), "{b} and x, {c}");
    }
}
