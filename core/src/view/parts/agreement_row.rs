//! An agreement as a row of a table.

use crate::model::{Agreement, AgreementId, Period};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::agreement_status_label;

/// An agreement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AgreementRow {
    /// Title.
    pub title: String,
    /// Parties.
    pub parties: String,
    /// Subject.
    pub subject: String,
    /// Shape of its status.
    pub mark: Glyph,
    /// Status.
    pub status: String,
    /// Dates.
    pub dates: String,
    /// Pages.
    pub pages: String,
    /// Number of its caveats.
    pub caveats: usize,
    /// Words of the button.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// Its parties. Where none is named, the name of the agreement says more than "not listed".
pub(crate) fn name_of(cx: ViewContext, agreement: &Agreement) -> String {
    let say = cx.say();
    if agreement.parties.is_empty() { say.localized(&agreement.title) } else { say.parties(agreement) }
}

/// An agreement as a line.
pub(crate) fn agreement_row(cx: ViewContext, id: AgreementId) -> AgreementRow {
    let (say, a) = (cx.say(), cx.ds.agreement(id));
    let mut dates = say.agreement_dates(a);
    if a.period == [Period::Before] {
        dates.push(say.text(Key::Predates));
    }
    let (title, mut subject) = (say.localized(&a.title), say.localized(&a.subject));
    if a.parties.is_empty() {
        subject = format!("{subject} ({})", say.parties(a));
    }
    AgreementRow {
        parties: name_of(cx, a),
        subject,
        mark: agreement_status_label(a.status).0,
        status: say.status(a),
        dates: if dates.is_empty() { say.text(Key::NoDate) } else { dates.join("; ") },
        pages: say.page_list(&a.provenance.sources),
        caveats: a.provenance.caveats.len(),
        label: say.format(Key::OpenRow, &[("name", &title)]),
        open: cx.open(Evidence::Agreement(id)),
        title,
    }
}
