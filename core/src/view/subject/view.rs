//! The page of what the state names: of a state, or of another subject.

use super::about;
use super::model::StatePage;
use super::state::state;
use crate::state::View;
use crate::view::context::ViewContext;

/// The view of a state, or of another subject.
pub fn state_page(cx: ViewContext) -> StatePage {
    if cx.state.view == View::About { about::about(cx) } else { state(cx) }
}
