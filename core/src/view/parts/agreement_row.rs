//! Table row of an agreement.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::{Agreement, AgreementId, Period};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::agreement_status_label;

/// Table row of an agreement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AgreementRow {
    pub title: String,
    pub parties: String,
    pub subject: String,
    /// Glyph of its status.
    pub mark: Glyph,
    pub status: String,
    pub dates: String,
    pub pages: String,
    /// Number of caveats.
    pub caveats: usize,
    /// Accessible name of the button.
    pub label: String,
    pub open: EvidenceLink,
}

/// Returns the parties; if none is named, the title, which says more than "not listed".
pub(crate) fn name_of(cx: ViewContext, agreement: &Agreement) -> String {
    let fmt = cx.formatter();
    if agreement.parties.is_empty() { fmt.localized(&agreement.title) } else { fmt.parties(agreement) }
}

/// Returns the table row of an agreement.
pub(crate) fn agreement_row(cx: ViewContext, id: AgreementId) -> AgreementRow {
    let (fmt, a) = (cx.formatter(), cx.ds.agreement(id));
    let mut dates = fmt.agreement_dates(a);
    if a.period == [Period::Before] {
        dates.push(fmt.text(Key::Predates));
    }
    let (title, mut subject) = (fmt.localized(&a.title), fmt.localized(&a.subject));
    if a.parties.is_empty() {
        subject = format!("{subject} ({})", fmt.parties(a));
    }
    AgreementRow {
        parties: name_of(cx, a),
        subject,
        mark: agreement_status_label(a.status).0,
        status: fmt.status(a),
        dates: if dates.is_empty() { fmt.text(Key::NoDate) } else { dates.join("; ") },
        pages: fmt.page_list(&a.provenance.sources),
        caveats: a.provenance.caveats.len(),
        label: fmt.format(Key::OpenRow, &[("name", &title)]),
        open: cx.evidence_link(Evidence::Agreement(id)),
        title,
    }
}
