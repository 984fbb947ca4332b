//! Building blocks of the drawer: headings, sources, caveats and short lines.

use super::model::{DrawerLine, EvidenceItem, EvidenceView, drawer_line};
use crate::model::*;
use crate::state::Evidence;
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::words::labels::polarity_label;

impl EvidenceBuilder<'_> {
    /// Returns a drawer with its lines, without the sentence on another date.
    ///
    /// These lines come from the report itself, whatever the date of the view.
    pub(super) fn about(self, title: String, subtitle: String, lines: Vec<DrawerLine>) -> EvidenceView {
        EvidenceView { lines, ..self.drawer(title, subtitle) }
    }

    /// Returns a finding in one line, with a link to its evidence.
    pub(super) fn finding_line(self, id: FindingId) -> DrawerLine {
        let (fmt, finding) = (self.cx.formatter(), self.cx.ds.finding(id));
        let (mark, kind) = polarity_label(finding.polarity);
        let open = Some(self.cx.evidence_link(Evidence::Finding(id)));
        DrawerLine {
            mark: Some(mark),
            label: capital(&fmt.text(kind)),
            text: fmt.localized(&finding.summary),
            open,
        }
    }
}

impl EvidenceBuilder<'_> {
    /// Returns a line; `None` if its text is empty.
    pub(super) fn some(self, label: Key, text: String) -> Option<DrawerLine> {
        (!text.is_empty()).then(|| drawer_line(self.cx.formatter().text(label), text))
    }

    /// Returns the line of a date; a missing date is stated as such.
    pub(super) fn when(self, date: Option<Date>, end: Option<Date>) -> DrawerLine {
        let fmt = self.cx.formatter();
        let words = date.map_or_else(|| fmt.text(Key::NoDate), |date| self.dates(date, end));
        drawer_line(fmt.text(Key::Date), words)
    }

    /// Returns a date, or an interval if there is an end.
    pub(super) fn dates(self, date: Date, end: Option<Date>) -> String {
        let fmt = self.cx.formatter();
        match end {
            None => fmt.date(date),
            Some(end) => format!("{} – {}", fmt.date(date), fmt.date(end)),
        }
    }

    /// Inserts a first line for what was only planned when the report was written.
    pub(super) fn planned(self, drawer: &mut EvidenceView, planned: bool) {
        if planned {
            drawer.lines.insert(0, drawer_line(String::new(), self.cx.formatter().text(Key::DrawerPlanned)));
        }
    }
}

#[derive(Clone, Copy)]
pub(super) struct EvidenceBuilder<'a> {
    pub(super) cx: ViewContext<'a>,
}

impl EvidenceBuilder<'_> {
    /// Returns the date of the view; `None` for the report's table and for views without a date.
    pub(super) fn as_of(self) -> Option<Day> {
        self.cx.as_of()
    }

    /// Returns a drawer that has only its headings.
    pub(super) fn drawer(self, title: String, subtitle: String) -> EvidenceView {
        let fmt = self.cx.formatter();
        EvidenceView {
            label: fmt.text(Key::Evidence),
            close: fmt.text(Key::EvidenceClose),
            title,
            subtitle,
            // If the view has another date, the first line says so.
            lines: fmt.as_of(self.as_of()).map(|text| drawer_line(String::new(), text)).into_iter().collect(),
            report_title: fmt.text(Key::InReport),
            report: Vec::new(),
            outside_title: fmt.text(Key::BesideReport),
            outside: Vec::new(),
            notes_title: fmt.text(Key::CodingNotes),
            notes: Vec::new(),
            go_title: fmt.text(Key::GoTo),
            go: Vec::new(),
        }
    }

    /// Adds the sources of a datum, those outside the report separately, and its caveats.
    pub(super) fn provenance(self, mut drawer: EvidenceView, provenance: &Provenance) -> EvidenceView {
        let fmt = self.cx.formatter();
        for source in &provenance.sources {
            let item = EvidenceItem { text: String::new(), sources: vec![fmt.source(*source)] };
            match source {
                Source::Reference(_) => drawer.outside.push(item),
                _ => drawer.report.push(item),
            }
        }
        self.caveats(drawer, &provenance.caveats)
    }

    pub(super) fn caveats(self, mut drawer: EvidenceView, caveats: &[CaveatId]) -> EvidenceView {
        for id in caveats {
            let note = self.note(*id);
            if !drawer.notes.contains(&note) {
                drawer.notes.push(note);
            }
        }
        drawer
    }

    fn note(self, id: CaveatId) -> EvidenceItem {
        let (fmt, caveat) = (self.cx.formatter(), self.cx.ds.caveat(id));
        EvidenceItem {
            text: fmt.localized(&caveat.text),
            // References are already listed under "from outside the report".
            sources: caveat
                .sources
                .iter()
                .filter(|s| !matches!(s, Source::Reference(_)))
                .map(|s| fmt.source(*s))
                .collect(),
        }
    }

    pub(super) fn caveat_by_key(self, drawer: EvidenceView, key: &str) -> EvidenceView {
        let found: Option<CaveatId> = Dataset::find(&self.cx.ds.caveats, |c| &c.key, key);
        self.caveats(drawer, &found.into_iter().collect::<Vec<_>>())
    }
}
