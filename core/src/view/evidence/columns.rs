//! Drawer of a cell of States or Pairs: each datum behind it.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceItem, EvidenceView, drawer_line};
use crate::analysis::Datum;
use crate::columns::{Column, ColumnInput, ColumnKind, pair_value, state_value};
use crate::model::*;
use crate::text::{Key, capital};
use crate::view::parts::column_words::column_label;

impl EvidenceBuilder<'_> {
    /// Builds the drawer of a cell: its data with their places, or that the report is silent.
    pub(super) fn column(self, a: StateId, b: Option<StateId>, column: Column) -> EvidenceView {
        let (cx, fmt, ds) = (self.cx, self.cx.formatter(), self.cx.ds);
        let input = ColumnInput { ds, own: None, as_of: None };
        let value = match b {
            None => state_value(input, column, a),
            Some(b) => pair_value(input, column, [a, b]),
        };
        let states: Vec<StateId> = [a].into_iter().chain(b).collect();
        let names: Vec<_> = states.iter().map(|state| fmt.state(*state)).collect();
        let mut drawer = self.about(names.join(" – "), capital(&column_label(cx, column)), Vec::new());
        for datum in &value.data {
            drawer.lines.push(self.datum(*datum));
            drawer = self.datum_sources(drawer, *datum);
        }
        if value.data.is_empty() {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::KeyNotMentioned)));
            drawer = self.caveat_by_key(drawer, "examples-not-exhaustive");
        }
        if column.kind == ColumnKind::Group || column.kind == ColumnKind::Same {
            drawer.lines.extend(self.groups(&states, column));
        }
        drawer.go = self.go_states(&states);
        drawer
    }

    /// Returns the group of each state in the grouping of a column.
    fn groups(self, states: &[StateId], column: Column) -> Vec<DrawerLine> {
        let fmt = self.cx.formatter();
        let Some(scheme) = column.param.and_then(|at| self.cx.ds.schemes.get(usize::from(at))) else {
            return Vec::new();
        };
        states.iter().map(|state| drawer_line(fmt.state(*state), fmt.group_of(scheme, *state))).collect()
    }

    /// Adds the places of a datum under its name, and its caveats.
    fn datum_sources(self, mut drawer: EvidenceView, datum: Datum) -> EvidenceView {
        let fmt = self.cx.formatter();
        let Some(provenance) = datum.provenance(self.cx.ds) else { return drawer };
        let text = self.datum(datum).text;
        let sources: Vec<_> = provenance
            .sources
            .iter()
            .filter(|source| !matches!(source, Source::Reference(_)))
            .map(|source| fmt.source(*source))
            .collect();
        drawer.report.push(EvidenceItem { text, sources });
        self.caveats(drawer, &provenance.caveats)
    }
}
