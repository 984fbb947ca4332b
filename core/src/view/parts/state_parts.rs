//! What the page of a state and the brief on it have in common.

use super::lines::{Line, bodies, central_body};
use crate::model::StateId;
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the central body, under its name, and the bodies that are named.
///
/// The central body is a statement on page 13, not one of the bodies that are named.
pub(crate) fn administration(cx: ViewContext, s: StateId) -> Vec<Line> {
    let central = central_body(cx, s);
    let text = format!("{}: {}", cx.formatter().text(Key::RowCentralBody), central.text);
    std::iter::once(Line { text, ..central }).chain(bodies(cx, s)).collect()
}

/// Returns the limits of what is said of a state, with the number of findings that name no state.
pub(crate) fn limits(cx: ViewContext, unnamed: usize) -> String {
    let plus = (unnamed > 0).then(|| cx.formatter().plural(Key::StatePlusUnnamed, unnamed));
    let limits = cx.formatter().text(Key::StateLimits);
    std::iter::once(limits).chain(plus).collect::<Vec<_>>().join(" ")
}
