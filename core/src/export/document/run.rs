//! Texts of a document.

use crate::export::ooxml::escaped;

/// Returns a text as a run; lines of the text are lines of the run.
pub fn run(text: &str) -> String {
    let lines: Vec<_> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r>{}</w:r>", lines.join("<w:br/>"))
}
