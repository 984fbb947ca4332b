//! Drawer of a figure, a scheme and a caveat.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceView, drawer_line};
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
        drawer.lines = vec![
            DrawerLine {
                mark: Some(if stock { Glyph::Stock } else { Glyph::Flow }),
                ..drawer_line(kind, self.cx.formatter().indicator_date(x))
            },
            drawer_line(fmt.text(Key::Definition), fmt.localized(&x.definition)),
            drawer_line(fmt.text(Key::DataFrom), fmt.localized(&x.data_from)),
            drawer_line(fmt.text(Key::Scope), fmt.localized(&x.scope)),
        ];
        if let Some(words) = self.cx.formatter().cumulative_total(x) {
            drawer.lines.push(DrawerLine { mark: Some(Glyph::Total), ..drawer_line(String::new(), words) });
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
            drawer.lines.push(match block.group.map(|g| &scheme.groups[g]) {
                Some(g) if choice.is_none() => drawer_line(fmt.localized(&g.name), members),
                Some(g) => drawer_line(
                    fmt.localized(&g.name),
                    format!("{members} ({})", fmt.text(basis_label(g.basis))),
                ),
                None => drawer_line(fmt.text(Key::Ungrouped), members),
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
        drawer.lines = vec![drawer_line(String::new(), fmt.localized(&caveat.text))];
        self.provenance(drawer, &Provenance { sources: caveat.sources.clone(), caveats: Vec::new() })
    }
}
