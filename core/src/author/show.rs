//! Prints the view behind a link as readable JSON.
//!
//! For scripts, golden files and use without a browser.

use crate::model::Dataset;
use crate::query::FindingsIndex;
use crate::state::{CustomScheme, decode, with_imported_scheme};
use crate::text::Lang;
use crate::view::screen;

/// The view behind a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The screen as indented JSON with a final line break.
    pub json: String,
    /// Messages about the parts of the link that could not be decoded.
    pub dropped: Vec<String>,
}

/// Returns the view behind a link: a full URL, `#/…` or `/…`.
///
/// `lang` overrides the link's own language.
///
/// # Errors
/// A message if the screen cannot be written as JSON.
pub fn show(ds: &Dataset, link: &str, lang: Option<Lang>) -> Result<Shown, String> {
    show_with(ds, link, lang, None)
}

/// Like [`show`], with a custom scheme that is not in the link; it becomes the active one.
///
/// # Errors
/// A message if the screen cannot be written as JSON.
pub fn show_with(
    ds: &Dataset,
    link: &str,
    lang: Option<Lang>,
    own: Option<CustomScheme>,
) -> Result<Shown, String> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    let mut decoded = decode(fragment, ds);
    decoded.state.lang = lang.unwrap_or(decoded.state.lang);
    if let Some(own) = own {
        decoded.state = with_imported_scheme(&decoded.state, own, ds);
    }
    let screen = screen(ds, &FindingsIndex::new(ds), &decoded);
    let json = serde_json::to_string_pretty(&screen).map_err(|e| e.to_string())?;
    Ok(Shown { json: folded(&json), dropped: screen.frame.dropped })
}

/// Maximum length of a joined line, in characters.
const WIDTH: usize = 160;

/// Joins each list or object that fits into one line.
///
/// JSON has no line break inside a string, so line breaks follow the structure.
fn folded(pretty: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in pretty.lines() {
        out.push(line.to_owned());
        if line.ends_with(['{', '[']) {
            open.push(out.len() - 1);
        } else if line.trim_start().starts_with(['}', ']'])
            && let Some(from) = open.pop()
        {
            let inside = out[from + 1..].iter().map(|l| l.trim_start()).collect::<Vec<_>>().join(" ");
            let whole = format!("{} {inside}", out[from]);
            if whole.chars().count() <= WIDTH {
                out.truncate(from);
                out.push(whole);
            }
        }
    }
    out.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, folded};

    #[test]
    fn what_fits_on_a_line_stands_on_one() {
        let long = "x".repeat(WIDTH - 30);
        let value = serde_json::json!({ "a": [1, 2, { "b": "}" }], "c": [long, "[", []] });
        let pretty = serde_json::to_string_pretty(&value).unwrap_or_default();
        let lines = folded(&pretty);
        let wanted =
            format!("{{\n  \"a\": [ 1, 2, {{ \"b\": \"}}\" }} ],\n  \"c\": [ \"{long}\", \"[\", [] ]\n}}\n");
        assert_eq!(lines, wanted);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&lines).ok(), Some(value));
    }
}
