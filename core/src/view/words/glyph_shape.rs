//! Shapes of the glyphs: SVG paths in a 16 × 16 box.
//!
//! Shapes differ, so that they can be told apart without colour.

use super::glyph::Glyph;

macro_rules! dot {
    () => {
        "M8 7a1 1 0 1 1 0 2a1 1 0 1 1 0-2z"
    };
}

/// Path data of the dot of "not mentioned", which the style sheet draws in empty buttons.
pub const DOT: &str = dot!();

/// An SVG path: filled (`full`), stroked (`open`), cut out (`hole`), or a thin stroke (`line`).
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
/// A line of an agreement, between two uprights.
macro_rules! between_uprights {
    ($class:literal, $d:literal) => {
        concat!("<path class=\"line\" d=\"M1.5 4v8M14.5 4v8\"/>", path!($class, $d))
    };
}
macro_rules! diamond {
    ($class:literal) => {
        path!($class, "M8 2l6 6l-6 6l-6-6z")
    };
}

/// Returns the paths of a glyph, each with the class of its stroke or fill.
///
/// A shape has one meaning in the whole app.
pub fn glyph_shape(mark: Glyph) -> &'static str {
    match mark {
        Glyph::Party | Glyph::PartyOn => disc!(),
        Glyph::JoinedReport => {
            concat!(disc!(), path!("hole", "M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z"))
        }
        Glyph::JoinedTreaty | Glyph::JoinedOn => concat!(disc!(), path!("hole", "M8 8.6l-3.2-7h6.4z")),
        Glyph::Not => path!("full dash", "M4.5 7.4h7v1.2h-7z"),
        Glyph::OnlyFirst => concat!(
            path!("open", "M8 2.9a5.1 5.1 0 1 1 0 10.2a5.1 5.1 0 1 1 0-10.2z"),
            path!("full", "M8 2.5a5.5 5.5 0 1 0 0 11z")
        ),
        Glyph::OnlySecond => concat!(
            path!("open", "M8 2.9a5.1 5.1 0 1 1 0 10.2a5.1 5.1 0 1 1 0-10.2z"),
            path!("full", "M8 2.5a5.5 5.5 0 1 1 0 11z")
        ),
        Glyph::Ratification => path!("full", "M8 2.8l5.6 10.2h-11.2z"),
        Glyph::NotMentioned => concat!("<path class=\"full\" d=\"", dot!(), "\"/>"),
        Glyph::NotApplicable => path!("open", "M3 12l9-9M3 7l4-4M9 13l4-4"),
        Glyph::Attempted => between_uprights!("line", "M1.5 8h3.5M11 8h3.5"),
        Glyph::Negotiating => between_uprights!(
            "full",
            "M3.4 7.3h1.4v1.4h-1.4zM6 7.3h1.4v1.4h-1.4zM8.6 7.3h1.4v1.4h-1.4zM11.2 7.3h1.4v1.4h-1.4z"
        ),
        Glyph::Concluded => between_uprights!("line", "M1.5 8h3.6M6.2 8h3.6M10.9 8h3.6"),
        Glyph::Signed => between_uprights!("line", "M1.5 8h13"),
        Glyph::PartlyRatified => {
            between_uprights!("full", "M1.5 6.3h3.6v3.4h-3.6zM6.2 6.3h3.6v3.4h-3.6zM10.9 6.3h3.6v3.4h-3.6z")
        }
        Glyph::Ratified => between_uprights!("full", "M1.5 6.3h13v3.4h-13z"),
        Glyph::InForce => between_uprights!("line", "M1.5 6.3h13M1.5 9.7h13"),
        Glyph::Unstated => between_uprights!("line", "M1.5 8h4M7.3 8h1.4M10.5 8h4"),
        Glyph::Assistance => path!(
            "open",
            "M3.5 6.3a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 1 1 0-3.4zM5.5 8h7.5M10 4.6l3.4 3.4l-3.4 3.4"
        ),
        Glyph::CentralBody => path!("full", "M3 13.5v-7l5-4l5 4v7z"),
        Glyph::FormerCentralBody => path!("open", "M3 13.5v-7l5-4l5 4v7z"),
        Glyph::Stock => path!("open", "M3.5 3.5l9 9M12.5 3.5l-9 9"),
        Glyph::Flow => path!("open", "M5.5 3l5 5l-5 5"),
        Glyph::Total => path!("open", "M3 3l5 5l-5 5M8.5 3l5 5l-5 5"),
        Glyph::Event => path!("full", "M7 2.5h2v11h-2z"),
        Glyph::PlannedEvent => path!("full", "M7 2.5h2v2.6h-2zM7 6.7h2v2.6h-2zM7 10.9h2v2.6h-2z"),
        Glyph::YearPrinted => path!("open", "M8 3.5v9M4.2 5.8l7.6 4.4M4.2 10.2l7.6-4.4"),
        Glyph::PreparatoryPhase => path!("full phase", "M0 10h4v4h-4zM6 10h4v4h-4zM12 10h4v4h-4z"),
        Glyph::ProcessPhase => path!("full phase", "M0 10h16v4h-16z"),
        Glyph::Achievement => path!("open", "M3 8.5l3.5 3.5l6.5-8"),
        Glyph::Obstacle => path!("open", "M2 8h10M12.2 2.5v11"),
        Glyph::Need => path!("open", "M8 2.5v11M2.5 8h11"),
        Glyph::Proposal => path!("open", "M2 8h11M8.6 3.4l4.6 4.6l-4.6 4.6"),
        Glyph::Fact => path!("full", "M5 5h6v6h-6z"),
        Glyph::Endorses => diamond!("full"),
        Glyph::EndorsesInPart => concat!(diamond!("open"), path!("full", "M8 2v12l-6-6z")),
        Glyph::WithDoubt => {
            concat!(
                diamond!("open"),
                path!("line", "M6.5 6.8a1.6 1.6 0 1 1 2.2 1.5c-.5.2-.7.5-.7 1M8 10.4v1")
            )
        }
        Glyph::Opposes => concat!(diamond!("open"), path!("line", "M5 5l6 6M11 5l-6 6")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Glyph, glyph_shape};

    /// Two glyphs that say the same: one of the report's table, one of a date.
    const ALIKE: [(Glyph, Glyph); 2] =
        [(Glyph::Party, Glyph::PartyOn), (Glyph::JoinedTreaty, Glyph::JoinedOn)];

    #[test]
    fn a_shape_has_one_meaning() {
        for (at, first) in Glyph::ALL.iter().enumerate() {
            for second in &Glyph::ALL[at + 1..] {
                let is_alike = ALIKE.contains(&(*first, *second));
                assert_eq!(glyph_shape(*first) == glyph_shape(*second), is_alike, "{first:?} and {second:?}");
            }
        }
    }
}
