//! The name of a view, and the document's title.

use crate::state::{Tab, View};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::view_label;

/// Returns the short name of the view, or of the subject of its page.
pub fn view_name(cx: ViewContext) -> String {
    let (fmt, state) = (cx.formatter(), cx.state);
    match (state.view, state.tab, state.of) {
        (View::Overview, Tab::Timeline, _) => fmt.text(Key::TabTimeline),
        (View::Overview, Tab::Figures, _) => fmt.text(Key::TabFigures),
        (View::Agreements, Tab::Network, _) => fmt.text(Key::TabNetwork),
        (View::State | View::About, _, Some(of)) if of.view() == state.view => fmt.subject_short(of),
        (view, ..) => fmt.text(view_label(view)),
    }
}

/// Returns the document's title, the view first because browser tabs cut the end.
pub fn title(cx: ViewContext) -> String {
    format!("{} – {}", view_name(cx), cx.formatter().text(Key::AppTitle))
}
