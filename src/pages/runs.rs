//! Lines about a subject as one run of words: glyph, text, status, page.

use cisconf_core::view::Line;
use html_morph::{AS_IT_IS, Fragment};

use crate::charts::write_glyph;

/// Writes a line; `about_text` is an attribute of its text.
pub fn write_run(h: &mut Fragment, line: &Line, about_text: (&'static str, &str)) {
    if let Some(mark) = line.mark {
        write_glyph(h, mark);
        h.text(" ");
    }
    h.text_el("span", &[about_text], &line.text);
    for words in [&line.head, &line.detail].into_iter().filter(|words| !words.is_empty()) {
        h.text(" ");
        h.text_el("span", &[("class", "detail")], &format!("· {words}"));
    }
    h.text(" ");
    h.text_el("span", &[("class", "pages"), AS_IT_IS], &line.pages);
}
