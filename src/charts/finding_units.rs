//! Findings as separate units: one box for each, its shape by voice.

use cisconf_core::view::{FindingMark, finding_shape};
use html_morph::Fragment;

/// Width of a unit with the gap to the next, in the units of the drawing.
const PITCH: usize = 6;
/// Height of a line with the gap to the next.
const LINE: usize = 13;
/// Height of a unit.
const HEIGHT: usize = 11;

/// Writes units, `per_line` in a line. Hidden from screen readers: text next to it says the same.
///
/// `tenths` is the size of the drawing.
pub fn write_units(h: &mut Fragment, mark: FindingMark, n: usize, per_line: usize, tenths: usize) {
    let per_line = per_line.max(1);
    let width = n.min(per_line) * PITCH;
    let height = n.saturating_sub(1) / per_line * LINE + HEIGHT;
    let pixels = |length: usize| (length * tenths / 10).to_string();
    let attributes = [
        ("class", "units"),
        ("data-mark", name(mark)),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("width", &pixels(width)),
        ("height", &pixels(height)),
        ("aria-hidden", "true"),
    ];
    let (full, stroke) = finding_shape(mark);
    h.el("svg", &attributes, |h| {
        for (class, shape) in [("full", full), ("stroke", stroke)] {
            if !shape.is_empty() {
                let d: String =
                    (0..n).map(|i| at(i % per_line * PITCH, i / per_line * LINE, shape)).collect();
                h.el("path", &[("class", class), ("d", &d)], |_| ());
            }
        }
    });
}

/// Returns a shape that begins at a place.
fn at(x: usize, y: usize, shape: &str) -> String {
    format!("M{x} {y}{shape}")
}

/// Name of a mark in `data-mark`.
pub fn name(mark: FindingMark) -> &'static str {
    match mark {
        FindingMark::ByGovernments => "governments",
        FindingMark::ByNgos => "ngos",
        FindingMark::ByOrganisations => "organisations",
        FindingMark::ByDonors => "donors",
        FindingMark::ByExperts => "experts",
        FindingMark::ByAuthor => "author",
        FindingMark::OneSide => "one-side",
    }
}

#[cfg(test)]
mod tests {
    use super::{FindingMark, name};

    #[test]
    fn a_voice_has_a_name_of_its_own() {
        for (at, first) in FindingMark::ALL.iter().enumerate() {
            for second in &FindingMark::ALL[at + 1..] {
                assert_ne!(name(*first), name(*second), "{first:?} and {second:?}");
            }
        }
    }
}
