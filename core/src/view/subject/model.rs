//! What the page of a subject shows.

use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::lines::{Line, none_named};
use crate::view::parts::state_menu::StateOption;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StatePage {
    /// Heading.
    pub title: String,
    /// What the report names, in sentences fit for minutes.
    pub sentences: Vec<String>,
    /// What the counts do not say.
    pub limits: String,
    /// Group in the active scheme.
    pub group: Option<String>,
    /// Hue of the group.
    pub hue: Option<usize>,
    /// Label of the menu of states.
    pub menu: String,
    /// States, the empty choice first.
    pub options: Vec<StateOption>,
    /// Accessible name of the links to other states.
    pub others_label: String,
    /// The states before and after it; every one, where none is chosen.
    pub others: Vec<NavItem>,
    /// Asks for a state.
    pub ask: Option<String>,
    /// Heading of the list of sections.
    pub contents: String,
    /// Sections.
    pub sections: Vec<StateSection>,
}

/// A collection, as far as it concerns the state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateSection {
    /// Name of its place in the page.
    pub id: &'static str,
    /// Heading.
    pub title: String,
    /// How many.
    pub n: String,
    /// What they are.
    pub lead: Option<String>,
    /// Lines.
    pub groups: Vec<LineGroup>,
}

/// Lines of one kind.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LineGroup {
    /// Heading; none where the section is of one kind.
    pub title: Option<String>,
    /// Lines; one at least: silence is said as such.
    pub lines: Vec<Line>,
}

/// A section of groups; one without a line says so.
pub(super) fn section(cx: ViewContext, id: &'static str, title: Key, groups: Vec<LineGroup>) -> StateSection {
    let n: usize = groups.iter().map(|group| group.lines.len()).sum();
    let groups: Vec<_> = groups.into_iter().filter(|group| !group.lines.is_empty()).collect();
    let silent = LineGroup { title: None, lines: vec![none_named(cx)] };
    StateSection {
        id,
        title: cx.say().text(title),
        n: cx.say().number(n),
        lead: None,
        groups: if groups.is_empty() { vec![silent] } else { groups },
    }
}
