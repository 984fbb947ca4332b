//! The search field, and what it says of what was sought.

use super::relax;
use crate::query::SearchResult;
use crate::state::View;
use crate::text::Key;
use crate::view::context::ViewContext;

/// The field.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SearchLens {
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
pub(super) fn field(asked: ViewContext) -> SearchLens {
    let (say, sought) = (asked.say(), asked.state.sought);
    SearchLens {
        label: say.t(Key::Search),
        hint: say.t(Key::SearchHint),
        text: sought.text().to_owned(),
        live: asked.state.view == View::Findings,
        clear: (!sought.is_empty()).then(|| say.t(Key::SearchClear)),
    }
}

/// What is sought, as a chip or in a sentence.
pub(crate) fn named(asked: ViewContext) -> String {
    asked.say().f(Key::SearchFor, &[("text", asked.state.sought.text())])
}

/// Nothing fits: what was sought, or the choice that gives most back when it is loosened.
pub(crate) fn nothing(asked: ViewContext) -> String {
    let say = asked.say();
    if asked.state.filter.is_empty() {
        say.f(Key::SearchNothing, &[("text", asked.state.sought.text())])
    } else {
        say.f(Key::EmptyFindings, &[("facet", &relax::to_loosen(asked))])
    }
}

/// What a reader has to know of how the words were taken.
pub(crate) fn notes(asked: ViewContext, found: &SearchResult) -> Vec<String> {
    let (say, sought) = (asked.say(), asked.state.sought);
    let mended = found
        .mended
        .as_ref()
        .map(|instead| say.f(Key::SearchMended, &[("text", sought.text()), ("instead", instead)]));
    let unused = (found.unused > 0).then(|| say.n(Key::SearchUnused, found.unused));
    let cut = sought.is_full().then(|| say.t(Key::SearchCut));
    [mended, unused, cut].into_iter().flatten().collect()
}
