//! A finding as a line; the comparison and the pages of subjects show the same.

use super::lines::{Line, line};
use super::state_lines::details;
use crate::model::{FindingId, ScopeKind};
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::of_polarity;

/// A finding: polarity, summary, who says it and whom else it is about.
pub(crate) fn finding(asked: ViewContext, id: FindingId) -> Line {
    let (say, finding) = (asked.say(), asked.ds.finding(id));
    let (mark, word) = of_polarity(finding.polarity);
    let scope = &finding.scope;
    let plain = match scope.kind {
        ScopeKind::NotAboutStates => true,
        ScopeKind::Named => scope.states == asked.state.of.and_then(Subject::state).into_iter().collect(),
        ScopeKind::All => scope.except.is_empty() && scope.among.is_none(),
        ScopeKind::Most | ScopeKind::Some => false,
    };
    let about = (!plain).then(|| say.f(Key::AboutScope, &[("scope", &say.scope(scope))]));
    let detail = details([Some(say.voices(finding)), about]);
    let line =
        line(asked, say.t(word), say.text(&finding.summary), &finding.provenance, Evidence::Finding(id));
    Line { mark: Some(mark), detail, ..line }
}
