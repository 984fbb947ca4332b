//! The glyphs: SVG shapes in a 16 × 16 box, in the colour of the text.
//!
//! Shapes differ, so that they can be told apart without colour.

use cisconf_core::view::Glyph;
use html_morph::Fragment;

/// Writes a glyph. It is hidden from screen readers, as text next to it says the same.
pub fn write_glyph(h: &mut Fragment, mark: Glyph) {
    let attributes = [("class", "glyph"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| h.raw_html(shape(mark)));
}

macro_rules! dot {
    () => {
        "M8 7a1 1 0 1 1 0 2a1 1 0 1 1 0-2z"
    };
}

/// Path data of the dot of "not mentioned", which the style sheet draws in empty buttons.
pub const DOT: &str = dot!();

/// An SVG path: filled (`full`), stroked (`open`) or cut out (`hole`, `gaps`).
macro_rules! path {
    ($class:literal, $d:literal) => {
        concat!("<path class=\"", $class, "\" d=\"", $d, "\"/>")
    };
}
macro_rules! disc {
    () => {
        path!("full", "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z")
    };
}
macro_rules! square {
    () => {
        path!("full", "M3 3h10v10h-10z")
    };
}
macro_rules! bar {
    () => {
        path!("hole", "M5 7.1h6v1.8h-6z")
    };
}
macro_rules! ring {
    ($class:literal) => {
        path!($class, "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z")
    };
}

fn shape(mark: Glyph) -> &'static str {
    match mark {
        Glyph::Party | Glyph::Ratified | Glyph::Stock | Glyph::Endorses => disc!(),
        Glyph::JoinedReport => {
            concat!(disc!(), path!("hole", "M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z"))
        }
        Glyph::JoinedTreaty => concat!(disc!(), path!("hole", "M8 8.6l-3.2-7h6.4z")),
        Glyph::PartyOn | Glyph::InForce => square!(),
        Glyph::JoinedOn => concat!(square!(), bar!()),
        Glyph::Not => path!("full dash", "M4.5 7.4h7v1.2h-7z"),
        Glyph::NotMentioned => concat!("<path class=\"full\" d=\"", dot!(), "\"/>"),
        Glyph::NotApplicable => path!("open", "M3 12l9-9M3 7l4-4M9 13l4-4"),
        Glyph::Attempted => path!("open", "M8 3l5.5 10h-11z"),
        Glyph::Negotiating => concat!(ring!("open"), ring!("gaps")),
        Glyph::Concluded => {
            concat!(ring!("open"), path!("full", "M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z"))
        }
        Glyph::Signed => ring!("open"),
        Glyph::PartlyRatified | Glyph::EndorsesInPart => {
            concat!(ring!("open"), path!("full", "M8 3a5 5 0 0 0 0 10z"))
        }
        Glyph::Unstated | Glyph::WithDoubt => {
            concat!(ring!("open"), path!("open", "M6.4 6.6a1.7 1.7 0 1 1 2.4 1.5c-.6.3-.8.6-.8 1.2M8 10.6v1"))
        }
        Glyph::Flow => path!("full", "M4 2.5l9 5.5l-9 5.5z"),
        Glyph::Total => path!("open", "M8 2.5l5.5 5.5l-5.5 5.5l-5.5-5.5z"),
        Glyph::Achievement => path!("open", "M3 8.5l3.5 3.5l6.5-8"),
        Glyph::Obstacle => path!("open", "M2 8h10M12.2 2.5v11"),
        Glyph::Need => path!("open", "M8 2.5v11M2.5 8h11"),
        Glyph::Proposal => path!("open", "M2 8h11M8.6 3.4l4.6 4.6l-4.6 4.6"),
        Glyph::Opposes => path!("open", "M3.5 3.5l9 9M12.5 3.5l-9 9"),
        Glyph::Fact => path!("full", "M5 5h6v6h-6z"),
    }
}
