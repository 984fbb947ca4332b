//! Findings about a state, by voice and then by theme.

use super::model::{StateSection, section};
use crate::analysis::{StateFindings, by_top_theme};
use crate::model::FindingId;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::finding_lines::finding;
use crate::view::parts::lines::LineGroup;

/// Returns the sections of findings that name the state, by voice.
pub(super) fn sections(cx: ViewContext, found: &StateFindings) -> Vec<StateSection> {
    let mut out = vec![
        findings(cx, "others", Key::SaidByOthers, &found.by_others),
        findings(cx, "government", Key::SaidByGovernment, &found.by_government),
        findings(cx, "ngos", Key::SaidByNgos, &found.by_ngos),
    ];
    if !found.as_exception.is_empty() {
        out.push(findings(cx, "exception", Key::SaidExcept, &found.as_exception));
    }
    out
}

/// Returns a section of findings by top-level theme.
pub(super) fn findings(cx: ViewContext, id: &'static str, title: Key, ids: &[FindingId]) -> StateSection {
    let groups = by_top_theme(cx.ds, ids).into_iter().map(|(theme, ids)| LineGroup {
        title: Some(cx.formatter().localized(&cx.ds.theme(theme).name)),
        lines: ids.into_iter().map(|id| finding(cx, id)).collect(),
    });
    section(cx, id, title, groups.collect())
}
