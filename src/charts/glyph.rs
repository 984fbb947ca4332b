//! The marks, drawn in one 16 × 16 box in the text's colour. Shapes differ, so they can be told apart in black and white.

use cisconf_core::view::Mark;
use leptos::prelude::*;
use leptos::svg;

use crate::html::Html;

/// A mark. Words stand beside it or in the accessible name, so it is hidden from screen readers.
pub fn glyph(mark: Mark) -> impl IntoView {
    svg::svg()
        .attr("class", "glyph")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .inner_html(shape(mark))
}

/// The same mark in a piece of HTML.
pub fn write_glyph(h: &mut Html, mark: Mark) {
    let attributes = [("class", "glyph"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| h.markup(shape(mark)));
}

macro_rules! dot {
    () => {
        "M8 7a1 1 0 1 1 0 2a1 1 0 1 1 0-2z"
    };
}

/// The course of the dot of "not mentioned", which the style sheet draws in empty buttons.
pub const DOT: &str = dot!();

/// A path: filled, drawn as a line (`open`), cut out (`hole`, `gaps`).
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

fn shape(mark: Mark) -> &'static str {
    match mark {
        Mark::Party | Mark::Ratified | Mark::Stock | Mark::Endorses => disc!(),
        Mark::JoinedReport => {
            concat!(disc!(), path!("hole", "M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z"))
        }
        Mark::JoinedTreaty => concat!(disc!(), bar!()),
        Mark::PartyOn | Mark::InForce => square!(),
        Mark::JoinedOn => concat!(square!(), bar!()),
        Mark::Not => path!("full dash", "M4.5 7.4h7v1.2h-7z"),
        Mark::NotMentioned => concat!("<path class=\"full\" d=\"", dot!(), "\"/>"),
        Mark::NotApplicable => path!("open", "M3 12l9-9M3 7l4-4M9 13l4-4"),
        Mark::Attempted => path!("open", "M8 3l5.5 10h-11z"),
        Mark::Negotiating => concat!(ring!("open"), ring!("gaps")),
        Mark::Concluded => {
            concat!(ring!("open"), path!("full", "M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z"))
        }
        Mark::Signed => ring!("open"),
        Mark::PartlyRatified | Mark::EndorsesInPart => {
            concat!(ring!("open"), path!("full", "M8 3a5 5 0 0 0 0 10z"))
        }
        Mark::Unstated | Mark::WithDoubt => {
            concat!(ring!("open"), path!("open", "M6.4 6.6a1.7 1.7 0 1 1 2.4 1.5c-.6.3-.8.6-.8 1.2M8 10.6v1"))
        }
        Mark::Flow => path!("full", "M4 2.5l9 5.5l-9 5.5z"),
        Mark::Total => path!("open", "M8 2.5l5.5 5.5l-5.5 5.5l-5.5-5.5z"),
        Mark::Achievement => path!("open", "M3 8.5l3.5 3.5l6.5-8"),
        Mark::Obstacle => path!("open", "M2 8h10M12.2 2.5v11"),
        Mark::Need => path!("open", "M8 2.5v11M2.5 8h11"),
        Mark::Proposal => path!("open", "M2 8h11M8.6 3.4l4.6 4.6l-4.6 4.6"),
        Mark::Opposes => path!("open", "M3.5 3.5l9 9M12.5 3.5l-9 9"),
        Mark::Fact => path!("full", "M5 5h6v6h-6z"),
    }
}
