//! Texts in XML parts.

use std::fmt::Write;

/// Returns the entity of a character that XML reads as markup.
fn entity(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return None,
    })
}

/// Escapes a text as XML.
///
/// Characters that XML cannot contain become `_x0001_`, by ECMA-376 (22.9.2.19); a text that
/// already looks like such an escape is escaped as well.
pub fn escape(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            c if entity(c).is_some() => out.extend(entity(c)),
            '_' if is_sign(&text[at..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// Escapes a text of a document or a slide, whose readers know no escapes of characters.
///
/// Characters that XML cannot contain become U+FFFD.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if entity(c).is_some() => out.extend(entity(c)),
            '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
    out
}

/// Whether a text begins like `_x0041`.
///
/// What follows is not checked, since it may be the `_` of another escape.
pub fn is_sign(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.as_bytes().get(..4));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Truncates a text to so many UTF-16 units; `end` marks the cut.
pub fn cut(text: &str, longest: usize, end: &str) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let mut left = longest - end.encode_utf16().count();
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(end.chars()).collect()
}
