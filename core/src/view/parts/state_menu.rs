//! Menu of the twelve states.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::*;
use crate::text::Key;
use crate::view::context::ViewContext;

/// State in a menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateOption {
    pub label: String,
    /// ISO code; empty for the empty option.
    pub key: String,
    pub current: bool,
    #[cfg_attr(feature = "author", serde(skip))]
    pub state: Option<StateId>,
}

/// Returns the states in alphabetical order of the language, after the empty option.
pub(crate) fn state_options(cx: ViewContext, chosen: Option<StateId>) -> Vec<StateOption> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let none = StateOption {
        label: fmt.text(Key::ChooseState),
        key: String::new(),
        current: chosen.is_none(),
        state: None,
    };
    let option = |s: StateId| StateOption {
        label: fmt.state(s),
        key: ds.state(s).key.clone(),
        current: chosen == Some(s),
        state: Some(s),
    };
    std::iter::once(none).chain(fmt.sorted(ds.all_states()).into_iter().map(option)).collect()
}
