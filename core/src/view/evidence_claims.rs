//! The drawer for what the report says and reports: a statement, a law, assistance, a position, a working group, an event;
//! and everything that was coded from a paragraph or a footnote.

use super::evidence::{Builder, EvidenceView};
use crate::model::*;

impl Builder<'_> {
    pub(super) fn finding(self, id: FindingId) -> EvidenceView {
        let (say, finding) = (self.asked.say(), self.asked.ds.finding(id));
        let drawer = self.drawer(say.text(&finding.summary), say.voices(finding));
        self.basics(drawer, &finding.basics)
    }

    pub(super) fn law(self, id: LawId) -> EvidenceView {
        let (say, law) = (self.asked.say(), self.asked.ds.law(id));
        self.basics(self.drawer(say.text(&law.name), say.state(law.state)), &law.basics)
    }

    pub(super) fn assistance(self, id: AssistanceId) -> EvidenceView {
        let (say, x) = (self.asked.say(), self.asked.ds.help(id));
        self.basics(self.drawer(say.text(&x.subject), String::new()), &x.basics)
    }

    pub(super) fn position(self, id: PositionId) -> EvidenceView {
        let (say, x) = (self.asked.say(), self.asked.ds.position(id));
        self.basics(self.drawer(say.holder(&x.holder), String::new()), &x.basics)
    }

    pub(super) fn working_group(self, id: WorkingGroupId) -> EvidenceView {
        let (say, x) = (self.asked.say(), self.asked.ds.working_group(id));
        self.basics(self.drawer(say.text(&x.name), String::new()), &x.basics)
    }

    pub(super) fn event(self, id: EventId) -> EvidenceView {
        let (say, x) = (self.asked.say(), self.asked.ds.event(id));
        self.basics(self.drawer(say.text(&x.title), say.date(x.date)), &x.basics)
    }

    /// Everything that was coded from a paragraph or a footnote.
    pub(super) fn unit(self, source: Source) -> EvidenceView {
        let line = self.asked.say().source(source);
        self.drawer(line.place, line.page)
    }
}
