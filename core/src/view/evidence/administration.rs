//! Drawer of an administrative body, and of the sentence on central bodies.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceView, drawer_line};
use crate::analysis::with_central_body;
use crate::model::*;
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::words::labels::body_event_label;

impl EvidenceBuilder<'_> {
    pub(super) fn body(self, id: BodyId) -> EvidenceView {
        let (fmt, body) = (self.cx.formatter(), self.cx.ds.body(id));
        let mut drawer = self.drawer(fmt.localized(&body.name), fmt.states(body.states));
        for event in &body.events {
            let word = fmt.text(body_event_label(event.kind));
            let when = event.date.map_or(word.clone(), |date| format!("{word}, {}", fmt.date(date)));
            let note = event.note.as_ref().map(|n| fmt.localized(n)).unwrap_or_default();
            drawer.lines.push(if note.is_empty() {
                drawer_line(String::new(), when)
            } else {
                drawer_line(when, note)
            });
        }
        let mut drawer = self.provenance(drawer, &body.provenance);
        if body.states.len() == 1 {
            drawer.go = self.go_states(&body.states.iter().collect::<Vec<_>>());
        }
        drawer.go.extend(self.go_about([Subject::Body(id)]));
        drawer
    }

    pub(super) fn central_body(self, s: StateId) -> EvidenceView {
        let (fmt, state) = (self.cx.formatter(), self.cx.ds.state(s));
        let mut drawer =
            self.drawer(fmt.format(Key::CentralBodyTitle, &[("state", &fmt.state(s))]), String::new());
        let (mark, word) = self.cx.formatter().central_body(s);
        drawer.lines.push(DrawerLine { mark: Some(mark), ..drawer_line(String::new(), word) });
        for (i, body) in self.cx.ds.bodies.iter().enumerate().filter(|(_, b)| b.states.has(s)) {
            drawer.lines.push(DrawerLine {
                open: Some(self.cx.evidence_link(Evidence::Body(i.into()))),
                ..drawer_line(fmt.localized(&body.name), self.cx.formatter().body_events(i.into()))
            });
        }
        let mut drawer = self.provenance(drawer, &state.provenance);
        drawer.go = self.go_states(&[s]);
        drawer
    }

    /// Builds the drawer of a group's count of central bodies: page 13's sentence by member.
    pub(super) fn central_bodies(self, group: u16) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let (name, members) = self.members(Some(group));
        let have = with_central_body(ds).and(members);
        let title = format!("{name}: {}", fmt.k_of_m(have.len(), members.len()));
        let mut drawer = self.drawer(title, fmt.text(Key::RowCentralBody));
        let mut provenance = Provenance::default();
        for s in fmt.sorted(members) {
            let (mark, text) = self.cx.formatter().central_body(s);
            let open = Some(self.cx.evidence_link(Evidence::CentralBody(s)));
            drawer.lines.push(DrawerLine { mark: Some(mark), label: fmt.state(s), text, open });
            let of = &ds.state(s).provenance;
            let new = of.sources.iter().filter(|source| !provenance.sources.contains(source));
            provenance.sources.extend(new.copied().collect::<Vec<_>>());
            provenance.caveats.extend(&of.caveats);
        }
        self.of_group(self.provenance(drawer, &provenance))
    }
}
