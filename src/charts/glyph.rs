//! The marks, drawn in one 16 × 16 box in the text's colour. Shapes differ, so they can be told apart in black and white.

use cisconf_core::view::Mark;
use leptos::prelude::*;
use leptos::svg;

/// A mark. Words stand beside it or in the accessible name, so it is hidden from screen readers.
pub fn glyph(mark: Mark) -> impl IntoView {
    svg::svg()
        .attr("class", "glyph")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(
            svg::path().attr("d", outline(mark)).attr("class", if is_open(mark) { "open" } else { "full" }),
        )
        .child(detail(mark).map(|d| svg::path().attr("d", d).attr("class", detail_class(mark))))
}

const DISC: &str = "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z";
const RING: &str = "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z";

fn outline(mark: Mark) -> &'static str {
    match mark {
        Mark::Party | Mark::JoinedReport | Mark::JoinedTreaty | Mark::Ratified | Mark::Stock => DISC,
        Mark::PartyOn | Mark::JoinedOn | Mark::InForce => "M3 3h10v10h-10z",
        Mark::Not => "M4.5 7.4h7v1.2h-7z",
        Mark::NotMentioned => "M8 7a1 1 0 1 1 0 2a1 1 0 1 1 0-2z",
        Mark::NotApplicable => "M3 12l9-9M3 7l4-4M9 13l4-4",
        Mark::Attempted => "M8 3l5.5 10h-11z",
        Mark::Negotiating | Mark::Concluded | Mark::Signed | Mark::PartlyRatified | Mark::Unstated => RING,
        Mark::Flow => "M4 2.5l9 5.5l-9 5.5z",
        Mark::Total => "M8 2.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
        Mark::Achievement => "M3 8.5l3.5 3.5l6.5-8",
        Mark::Obstacle => "M2 8h10M12.2 2.5v11",
        Mark::Need => "M8 2.5v11M2.5 8h11",
        Mark::Proposal => "M2 8h11M8.6 3.4l4.6 4.6l-4.6 4.6",
        Mark::Fact => "M5 5h6v6h-6z",
    }
}

/// Drawn as a line, not filled.
fn is_open(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::NotApplicable
            | Mark::Attempted
            | Mark::Negotiating
            | Mark::Concluded
            | Mark::Signed
            | Mark::PartlyRatified
            | Mark::Unstated
            | Mark::Total
            | Mark::Achievement
            | Mark::Obstacle
            | Mark::Need
            | Mark::Proposal
    )
}

fn detail(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::JoinedReport => Some("M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z"),
        Mark::JoinedTreaty | Mark::JoinedOn => Some("M5 7.1h6v1.8h-6z"),
        Mark::Negotiating => Some(RING),
        Mark::Concluded => Some("M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z"),
        Mark::PartlyRatified => Some("M8 3a5 5 0 0 0 0 10z"),
        Mark::Unstated => Some("M6.4 6.6a1.7 1.7 0 1 1 2.4 1.5c-.6.3-.8.6-.8 1.2M8 10.6v1"),
        _ => None,
    }
}

fn detail_class(mark: Mark) -> &'static str {
    match mark {
        Mark::JoinedReport | Mark::JoinedTreaty | Mark::JoinedOn => "hole",
        Mark::Negotiating => "gaps",
        Mark::Unstated => "open",
        _ => "full",
    }
}
