//! Drawer of an administrative body, and of the sentence on central bodies.

use super::builder::EvidenceBuilder;
use super::model::{EvidenceView, Fact, fact};
use crate::analysis::with_central_body;
use crate::model::*;
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::words::labels::body_event_label;

impl EvidenceBuilder<'_> {
    pub(super) fn body(self, id: BodyId) -> EvidenceView {
        let (say, body) = (self.cx.say(), self.cx.ds.body(id));
        let mut drawer = self.drawer(say.localized(&body.name), say.states(body.states));
        for event in &body.events {
            let word = say.text(body_event_label(event.kind));
            let when = event.date.map_or(word.clone(), |date| format!("{word}, {}", say.date(date)));
            let note = event.note.as_ref().map(|n| say.localized(n)).unwrap_or_default();
            drawer.facts.push(if note.is_empty() { fact(String::new(), when) } else { fact(when, note) });
        }
        let mut drawer = self.provenance(drawer, &body.provenance);
        if body.states.len() == 1 {
            drawer.go = self.go_states(&body.states.iter().collect::<Vec<_>>());
        }
        drawer.go.extend(self.go_about([Subject::Body(id)]));
        drawer
    }

    pub(super) fn central_body(self, s: StateId) -> EvidenceView {
        let (say, state) = (self.cx.say(), self.cx.ds.state(s));
        let mut drawer =
            self.drawer(say.format(Key::CentralBodyTitle, &[("state", &say.state(s))]), String::new());
        let (mark, word) = self.cx.say().central_body(s);
        drawer.facts.push(Fact { mark: Some(mark), ..fact(String::new(), word) });
        for (i, body) in self.cx.ds.bodies.iter().enumerate().filter(|(_, b)| b.states.has(s)) {
            drawer.facts.push(Fact {
                open: Some(self.cx.open(Evidence::Body(i.into()))),
                ..fact(say.localized(&body.name), self.cx.say().body_events(i.into()))
            });
        }
        let mut drawer = self.provenance(drawer, &state.provenance);
        drawer.go = self.go_states(&[s]);
        drawer
    }

    /// Builds the drawer of a group's count of central bodies: page 13's sentence by member.
    pub(super) fn central_bodies(self, group: u16) -> EvidenceView {
        let (say, ds) = (self.cx.say(), self.cx.ds);
        let (name, members) = self.members(Some(group));
        let have = with_central_body(ds).and(members);
        let title = format!("{name}: {}", say.k_of_m(have.len(), members.len()));
        let mut drawer = self.drawer(title, say.text(Key::RowCentralBody));
        let mut provenance = Provenance::default();
        for s in say.sorted(members) {
            let (mark, text) = self.cx.say().central_body(s);
            let open = Some(self.cx.open(Evidence::CentralBody(s)));
            drawer.facts.push(Fact { mark: Some(mark), label: say.state(s), text, open });
            let of = &ds.state(s).provenance;
            let new = of.sources.iter().filter(|source| !provenance.sources.contains(source));
            provenance.sources.extend(new.copied().collect::<Vec<_>>());
            provenance.caveats.extend(&of.caveats);
        }
        self.of_group(self.provenance(drawer, &provenance))
    }
}
