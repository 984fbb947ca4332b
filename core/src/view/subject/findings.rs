//! The findings of a state: by who says them, then by theme.

use super::state::{LineGroup, StateSection, section};
use crate::analysis::{OfState, by_upper_theme};
use crate::model::{FindingId, ScopeKind};
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines::{Line, line};
use crate::view::parts::state_lines::details;
use crate::view::words::claims::of_polarity;

/// Sections of the findings that name the state, each finding under who says it.
pub(super) fn sections(asked: ViewContext, found: &OfState) -> Vec<StateSection> {
    let mut out = vec![
        findings(asked, "others", Key::SaidByOthers, &found.by_others),
        findings(asked, "government", Key::SaidByGovernment, &found.by_government),
        findings(asked, "ngos", Key::SaidByNgos, &found.by_ngos),
    ];
    if !found.as_exception.is_empty() {
        out.push(findings(asked, "exception", Key::SaidExcept, &found.as_exception));
    }
    out
}

/// A section of findings by upper theme.
pub(super) fn findings(asked: ViewContext, id: &'static str, title: Key, ids: &[FindingId]) -> StateSection {
    let groups = by_upper_theme(asked.ds, ids).into_iter().map(|(theme, ids)| LineGroup {
        title: Some(asked.say().text(&asked.ds.theme(theme).name)),
        lines: ids.into_iter().map(|id| finding(asked, id)).collect(),
    });
    section(asked, id, title, groups.collect())
}

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
