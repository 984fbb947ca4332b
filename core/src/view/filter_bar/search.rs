//! Search field, and notes on how the search text was understood.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::relax;
use crate::query::SearchResult;
use crate::state::View;
use crate::text::Key;
use crate::view::context::ViewContext;

/// View model of the search field.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SearchField {
    pub label: String,
    /// Placeholder.
    pub hint: String,
    pub text: String,
    /// Searches on every input event; otherwise Enter searches and opens the findings.
    pub live: bool,
    /// Label of the clear button; `None` if the field is empty.
    pub clear: Option<String>,
}

/// Builds the view model.
pub(super) fn search_field(cx: ViewContext) -> SearchField {
    let (fmt, search) = (cx.formatter(), cx.state.search);
    SearchField {
        label: fmt.text(Key::Search),
        hint: fmt.text(Key::SearchHint),
        text: search.text().to_owned(),
        live: cx.state.view == View::Findings,
        clear: (!search.is_empty()).then(|| fmt.text(Key::SearchClear)),
    }
}

/// Returns the search text as a chip or part of a sentence.
pub(crate) fn search_label(cx: ViewContext) -> String {
    cx.formatter().format(Key::SearchFor, &[("text", cx.state.search.text())])
}

/// Returns the message of an empty list: the search text, or the filter whose removal leaves most.
pub(crate) fn nothing_found(cx: ViewContext) -> String {
    let fmt = cx.formatter();
    if relax::chosen_facets(cx).next().is_none() {
        fmt.format(Key::SearchNothing, &[("text", cx.state.search.text())])
    } else {
        fmt.format(Key::EmptyFindings, &[("facet", &relax::filter_to_relax(cx))])
    }
}

/// Returns notes on how the search text was understood: corrected, partly unused, cut.
pub(crate) fn search_notes(cx: ViewContext, found: &SearchResult) -> Vec<String> {
    let (fmt, search) = (cx.formatter(), cx.state.search);
    let mended = found
        .mended
        .as_ref()
        .map(|instead| fmt.format(Key::SearchMended, &[("text", search.text()), ("instead", instead)]));
    let unused = (found.unused > 0).then(|| fmt.plural(Key::SearchUnused, found.unused));
    let cut = search.is_full().then(|| fmt.text(Key::SearchCut));
    [mended, unused, cut].into_iter().flatten().collect()
}
