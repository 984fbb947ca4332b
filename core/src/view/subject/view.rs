//! Page of the subject in the view state.

use super::about;
use super::model::StatePage;
use super::state::state;
use crate::state::View;
use crate::view::context::ViewContext;

/// Builds the view model of a subject's page.
pub fn state_page(cx: ViewContext) -> StatePage {
    if cx.state.view == View::About { about::about(cx) } else { state(cx) }
}
