//! A menu of the twelve states.

use crate::model::*;
use crate::text::Key;
use crate::view::context::ViewContext;

/// A state in a menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateOption {
    /// Name.
    pub label: String,
    /// ISO code; empty for none.
    pub key: String,
    /// Chosen.
    pub current: bool,
    /// The state.
    #[cfg_attr(feature = "author", serde(skip))]
    pub state: Option<StateId>,
}

/// The states in alphabetical order of the language, the empty choice first.
pub(crate) fn state_options(cx: ViewContext, chosen: Option<StateId>) -> Vec<StateOption> {
    let (say, ds) = (cx.say(), cx.ds);
    let none = StateOption {
        label: say.text(Key::ChooseState),
        key: String::new(),
        current: chosen.is_none(),
        state: None,
    };
    let option = |s: StateId| StateOption {
        label: say.state(s),
        key: ds.state(s).key.clone(),
        current: chosen == Some(s),
        state: Some(s),
    };
    std::iter::once(none).chain(say.sorted(ds.all_states()).into_iter().map(option)).collect()
}
