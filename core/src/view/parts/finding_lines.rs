//! Line of a finding, shown by the comparison and by the pages of subjects.

use super::lines::{Line, line};
use super::state_lines::details;
use crate::model::{FindingId, ScopeKind};
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::polarity_label;

/// Returns a finding as a line: polarity, summary, voices, and the scope unless it is obvious.
pub(crate) fn finding(cx: ViewContext, id: FindingId) -> Line {
    let (fmt, finding) = (cx.formatter(), cx.ds.finding(id));
    let (mark, word) = polarity_label(finding.polarity);
    let scope = &finding.scope;
    let plain = match scope.kind {
        ScopeKind::NotAboutStates => true,
        ScopeKind::Named => scope.states == cx.state.of.and_then(Subject::state).into_iter().collect(),
        ScopeKind::All => scope.except.is_empty() && scope.among.is_none(),
        ScopeKind::Most | ScopeKind::Some => false,
    };
    let about = (!plain).then(|| fmt.format(Key::AboutScope, &[("scope", &fmt.scope(scope))]));
    let detail = details([Some(fmt.voices(finding)), about]);
    let line =
        line(cx, fmt.text(word), fmt.localized(&finding.summary), &finding.provenance, Evidence::Finding(id));
    Line { mark: Some(mark), detail, ..line }
}
