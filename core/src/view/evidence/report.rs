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
        let (fmt, x) = (self.cx.formatter(), self.cx.ds.indicator(id));
        let number = format!("{} {}", text::number(fmt.lang, x.value), fmt.localized(&x.unit));
        let mut drawer = self.drawer(fmt.localized(&x.name), number);
        let stock = x.kind == IndicatorKind::Stock;
        let kind = fmt.text(if stock { Key::KindStock } else { Key::KindFlow });
        drawer.facts = vec![
            Fact {
                mark: Some(if stock { Glyph::Stock } else { Glyph::Flow }),
                ..fact(kind, self.cx.formatter().indicator_date(x))
            },
            fact(fmt.text(Key::Definition), fmt.localized(&x.definition)),
            fact(fmt.text(Key::DataFrom), fmt.localized(&x.data_from)),
            fact(fmt.text(Key::Scope), fmt.localized(&x.scope)),
        ];
        if let Some(words) = self.cx.formatter().cumulative_total(x) {
            drawer.facts.push(Fact { mark: Some(Glyph::Total), ..fact(String::new(), words) });
        }
        self.provenance(drawer, &x.provenance)
    }

    /// Builds the drawer of a scheme and its members; a scheme of the report can be selected here.
    pub(super) fn scheme(self, scheme: &Scheme, choice: Option<SchemeRef>) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let by: Vec<_> = scheme.proposed_by.iter().map(|p| fmt.party(*p)).collect();
        let origin = if choice.is_none() {
            fmt.text(Key::SchemeOwn)
        } else if by.is_empty() {
            fmt.text(Key::SchemeOurs)
        } else {
            fmt.format(Key::SchemeProposed, &[("list", &fmt.list(&by))])
        };
        let mut drawer = self.drawer(fmt.localized(&scheme.name), origin);
        for block in blocks(Some(scheme), ds.all_states()) {
            let members = fmt.states(block.states);
            drawer.facts.push(match block.group.map(|g| &scheme.groups[g]) {
                Some(g) if choice.is_none() => fact(fmt.localized(&g.name), members),
                Some(g) => {
                    fact(fmt.localized(&g.name), format!("{members} ({})", fmt.text(basis_label(g.basis))))
                }
                None => fact(fmt.text(Key::Ungrouped), members),
            });
        }
        let mut drawer = self.provenance(drawer, &scheme.provenance);
        let choose =
            |grouping| self.go(fmt.text(Key::UseScheme), &[Action::Close, Action::Scheme(Some(grouping))]);
        drawer.go = choice.map(choose).into_iter().collect();
        drawer
    }

    pub(super) fn caveat(self, id: CaveatId) -> EvidenceView {
        let (fmt, caveat) = (self.cx.formatter(), self.cx.ds.caveat(id));
        let mut drawer = self.drawer(fmt.text(Key::Caveat), String::new());
        drawer.facts = vec![fact(String::new(), fmt.localized(&caveat.text))];
        self.provenance(drawer, &Provenance { sources: caveat.sources.clone(), caveats: Vec::new() })
    }
}
