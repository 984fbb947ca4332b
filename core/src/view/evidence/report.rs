//! Drawer of a figure, a scheme and a caveat.

use super::builder::EvidenceBuilder;
use super::model::{EvidenceView, Fact, fact};
use crate::analysis::blocks;
use crate::model::*;
use crate::state::{Action, SchemeRef};
use crate::text::{self, Key};
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::basis_label;

impl EvidenceBuilder<'_> {
    pub(super) fn indicator(self, id: IndicatorId) -> EvidenceView {
        let (say, x) = (self.cx.say(), self.cx.ds.indicator(id));
        let number = format!("{} {}", text::number(say.lang, x.value), say.localized(&x.unit));
        let mut drawer = self.drawer(say.localized(&x.name), number);
        let stock = x.kind == IndicatorKind::Stock;
        let kind = say.text(if stock { Key::KindStock } else { Key::KindFlow });
        drawer.facts = vec![
            Fact {
                mark: Some(if stock { Glyph::Stock } else { Glyph::Flow }),
                ..fact(kind, self.cx.say().indicator_date(x))
            },
            fact(say.text(Key::Definition), say.localized(&x.definition)),
            fact(say.text(Key::DataFrom), say.localized(&x.data_from)),
            fact(say.text(Key::Scope), say.localized(&x.scope)),
        ];
        if let Some(words) = self.cx.say().cumulative_total(x) {
            drawer.facts.push(Fact { mark: Some(Glyph::Total), ..fact(String::new(), words) });
        }
        self.provenance(drawer, &x.provenance)
    }

    /// Builds the drawer of a scheme and its members; a scheme of the report can be selected here.
    pub(super) fn scheme(self, scheme: &Scheme, choice: Option<SchemeRef>) -> EvidenceView {
        let (say, ds) = (self.cx.say(), self.cx.ds);
        let by: Vec<_> = scheme.proposed_by.iter().map(|p| say.party(*p)).collect();
        let origin = if choice.is_none() {
            say.text(Key::SchemeOwn)
        } else if by.is_empty() {
            say.text(Key::SchemeOurs)
        } else {
            say.format(Key::SchemeProposed, &[("list", &say.list(&by))])
        };
        let mut drawer = self.drawer(say.localized(&scheme.name), origin);
        for block in blocks(Some(scheme), ds.all_states()) {
            let members = say.states(block.states);
            drawer.facts.push(match block.group.map(|g| &scheme.groups[g]) {
                Some(g) if choice.is_none() => fact(say.localized(&g.name), members),
                Some(g) => {
                    fact(say.localized(&g.name), format!("{members} ({})", say.text(basis_label(g.basis))))
                }
                None => fact(say.text(Key::Ungrouped), members),
            });
        }
        let mut drawer = self.provenance(drawer, &scheme.provenance);
        let choose =
            |grouping| self.go(say.text(Key::UseScheme), &[Action::Close, Action::Scheme(Some(grouping))]);
        drawer.go = choice.map(choose).into_iter().collect();
        drawer
    }

    pub(super) fn caveat(self, id: CaveatId) -> EvidenceView {
        let (say, caveat) = (self.cx.say(), self.cx.ds.caveat(id));
        let mut drawer = self.drawer(say.text(Key::Caveat), String::new());
        drawer.facts = vec![fact(String::new(), say.localized(&caveat.text))];
        self.provenance(drawer, &Provenance { sources: caveat.sources.clone(), caveats: Vec::new() })
    }
}
