//! Links that several screens have: of the header and of menus, to a comparison, to the page of a subject.

use super::context::ViewContext;
use crate::model::*;
use crate::state::{Action, CompareItem, MAX_COMPARE_ITEMS, Subject, View};
use crate::text::Key;

/// The link that sets two states side by side, and them alone.
pub(crate) fn compare_link(cx: ViewContext, a: StateId, b: Option<StateId>) -> String {
    let mut actions = vec![Action::Go(View::Compare), Action::Side(0, Some(CompareItem::State(a)))];
    actions.push(Action::Side(1, b.map(CompareItem::State)));
    actions.extend((2..MAX_COMPARE_ITEMS).map(|side| Action::Side(side, None)));
    cx.link_after(&actions)
}

/// A way on.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GoTo {
    /// Words.
    pub label: String,
    /// Link.
    pub href: String,
}

/// The link that marks a state as the reader's own, or takes the mark away, in words.
pub(crate) fn pin_link(cx: ViewContext, s: StateId) -> GoTo {
    let pinned = cx.state.mine == Some(s);
    let key = if pinned { Key::Unpin } else { Key::Pin };
    let action = Action::Pin((!pinned).then_some(s));
    GoTo { label: cx.say().text(key), href: cx.link(action) }
}

/// A link of the header.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NavItem {
    /// Words.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Where we are.
    pub current: bool,
    /// BCP 47 tag of its language, or name of its value.
    pub tag: &'static str,
}

pub(crate) fn subject_link(cx: ViewContext, subject: Subject, tag: &'static str) -> NavItem {
    let href = cx.link(Action::PageOf(subject));
    NavItem { label: cx.say().subject(subject), href, current: false, tag }
}
