//! Links that several views have: header, menus, comparison, subject pages.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::context::ViewContext;
use crate::model::*;
use crate::state::{Action, CompareItem, MAX_COMPARE_ITEMS, Subject, View};
use crate::text::Key;

/// Returns the link to a comparison of exactly these states.
pub(crate) fn compare_link(cx: ViewContext, a: StateId, b: Option<StateId>) -> String {
    let mut actions = vec![Action::Go(View::Compare), Action::SetSide(0, Some(CompareItem::State(a)))];
    actions.push(Action::SetSide(1, b.map(CompareItem::State)));
    actions.extend((2..MAX_COMPARE_ITEMS).map(|side| Action::SetSide(side, None)));
    cx.link_after(&actions)
}

/// Link with its label.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GoTo {
    pub label: String,
    pub href: String,
}

/// Returns the link that marks a state as the reader's own, or removes the mark.
pub(crate) fn pin_link(cx: ViewContext, s: StateId) -> GoTo {
    let pinned = cx.state.pinned_state == Some(s);
    let key = if pinned { Key::Unpin } else { Key::Pin };
    let action = Action::Pin((!pinned).then_some(s));
    GoTo { label: cx.formatter().text(key), href: cx.link(action) }
}

/// Link of the header.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NavItem {
    pub label: String,
    pub href: String,
    /// Whether this is the current page or value.
    pub current: bool,
    /// BCP 47 tag of its language, or name of its value.
    pub tag: &'static str,
}

pub(crate) fn subject_link(cx: ViewContext, subject: Subject, tag: &'static str) -> NavItem {
    let href = cx.link(Action::PageOf(subject));
    NavItem { label: cx.formatter().subject(subject), href, current: false, tag }
}
