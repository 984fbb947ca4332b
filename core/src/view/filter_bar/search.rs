//! The search field, and what it says of what was sought.

use super::relax;
use crate::query::SearchResult;
use crate::state::View;
use crate::text::Key;
use crate::view::context::ViewContext;

/// The field.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SearchField {
    /// Label.
    pub label: String,
    /// What may be typed, in an empty field.
    pub hint: String,
    /// What is sought.
    pub text: String,
    /// Every letter searches; else Enter does, and goes to the findings.
    pub live: bool,
    /// Words of the button that empties it; none of an empty field.
    pub clear: Option<String>,
}

/// The field of the lens.
pub(super) fn search_field(cx: ViewContext) -> SearchField {
    let (say, sought) = (cx.say(), cx.state.sought);
    SearchField {
        label: say.text(Key::Search),
        hint: say.text(Key::SearchHint),
        text: sought.text().to_owned(),
        live: cx.state.view == View::Findings,
        clear: (!sought.is_empty()).then(|| say.text(Key::SearchClear)),
    }
}

/// What is sought, as a chip or in a sentence.
pub(crate) fn search_label(cx: ViewContext) -> String {
    cx.say().format(Key::SearchFor, &[("text", cx.state.sought.text())])
}

/// Nothing fits: what was sought, or the choice that gives most back when it is loosened.
pub(crate) fn nothing_found(cx: ViewContext) -> String {
    let say = cx.say();
    if cx.state.filter.is_empty() {
        say.format(Key::SearchNothing, &[("text", cx.state.sought.text())])
    } else {
        say.format(Key::EmptyFindings, &[("facet", &relax::filter_to_relax(cx))])
    }
}

/// What a reader has to know of how the words were taken.
pub(crate) fn search_notes(cx: ViewContext, found: &SearchResult) -> Vec<String> {
    let (say, sought) = (cx.say(), cx.state.sought);
    let mended = found
        .mended
        .as_ref()
        .map(|instead| say.format(Key::SearchMended, &[("text", sought.text()), ("instead", instead)]));
    let unused = (found.unused > 0).then(|| say.plural(Key::SearchUnused, found.unused));
    let cut = sought.is_full().then(|| say.text(Key::SearchCut));
    [mended, unused, cut].into_iter().flatten().collect()
}
