//! Drawer of a paragraph or a footnote: everything that was coded from it.

use super::builder::EvidenceBuilder;
use super::model::{DrawerLine, EvidenceView, drawer_line};
use crate::analysis::{Datum, coded_from, party_status};
use crate::model::*;
use crate::query::approach_name;
use crate::state::{Action, Evidence, Table};
use crate::text::{self, Key, capital};
use crate::view::links::GoTo;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::{
    agreement_status_label, law_status_label, party_status_label, period_label, stance_label,
};

/// Cells of the instruments table are counted instead of listed above this number.
const MOST_CELLS: usize = 12;

impl From<Datum> for Evidence {
    fn from(datum: Datum) -> Self {
        match datum {
            Datum::Finding(id) => Self::Finding(id),
            Datum::State(id) => Self::CentralBody(id),
            Datum::Instrument(id) => Self::Instrument(id),
            Datum::Cell(state, instrument) => Self::Cell(state, instrument),
            Datum::Agreement(id) => Self::Agreement(id),
            Datum::Body(id) => Self::Body(id),
            Datum::Scheme(id) => Self::Scheme(id),
            Datum::Indicator(id) => Self::Indicator(id),
            Datum::Law(id) => Self::Law(id),
            Datum::Assistance(id) => Self::Assistance(id),
            Datum::Position(id) => Self::Position(id),
            Datum::WorkingGroup(id) => Self::WorkingGroup(id),
            Datum::Event(id) => Self::Event(id),
            Datum::Caveat(id) => Self::Caveat(id),
        }
    }
}

impl EvidenceBuilder<'_> {
    /// Builds the drawer of everything that was coded from a paragraph or a footnote.
    pub(super) fn unit(self, source: Source) -> EvidenceView {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let line = fmt.source(source);
        let mut drawer = self.about(capital(&line.place), line.page, Vec::new());
        let data = coded_from(ds, source);
        let cells = data.iter().filter(|datum| matches!(datum, Datum::Cell(..))).count();
        let mut counted = false;
        for datum in data {
            match datum {
                Datum::Cell(..) if cells > MOST_CELLS => {
                    if !counted {
                        drawer.lines.push(drawer_line(String::new(), fmt.plural(Key::DrawerCells, cells)));
                        drawer.go.push(self.go_table(Table::Participation, Key::TableParticipation));
                        counted = true;
                    }
                }
                _ => drawer.lines.push(self.datum(datum)),
            }
        }
        for period in ds.meta.periods.iter().filter(|period| period.sources.contains(&source)) {
            let name = fmt.text(period_label(period.id));
            drawer
                .lines
                .push(drawer_line(format!("{}: {name}", fmt.text(Key::Period)), fmt.localized(&period.text)));
        }
        if drawer.lines.is_empty() {
            drawer.lines.push(drawer_line(String::new(), fmt.text(Key::DrawerNothingCoded)));
        }
        drawer.go.extend(self.neighbours(source));
        drawer.go.push(self.go_table(Table::Units, Key::TableUnits));
        drawer
    }

    /// Returns a datum in one line, with a link to its evidence.
    pub(super) fn datum(self, datum: Datum) -> DrawerLine {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let plain = |key: Key, text: String| (None, fmt.text(key), text);
        let (mark, label, text) = match datum {
            Datum::Finding(id) => return self.finding_line(id),
            Datum::State(id) => {
                let (mark, word) = self.cx.formatter().central_body(id);
                (Some(mark), fmt.format(Key::CentralBodyTitle, &[("state", &fmt.state(id))]), word)
            }
            Datum::Instrument(id) => plain(Key::Instrument, fmt.localized(&ds.instrument(id).name)),
            Datum::Cell(state, instrument) => {
                let (mark, word) = party_status_label(party_status(ds, None, state, instrument));
                let label = format!("{}, {}", fmt.state(state), fmt.instrument(instrument));
                (Some(mark), label, fmt.text(word))
            }
            Datum::Agreement(id) => {
                let agreement = ds.agreement(id);
                let text = format!("{} · {}", fmt.localized(&agreement.title), fmt.status(agreement));
                (Some(agreement_status_label(agreement.status).0), fmt.text(Key::DrawerAgreement), text)
            }
            Datum::Body(id) => {
                let events = self.cx.formatter().body_events(id);
                plain(Key::Body, format!("{} · {events}", fmt.localized(&ds.body(id).name)))
            }
            Datum::Scheme(id) => plain(Key::Grouping, fmt.localized(&ds.scheme(id).name)),
            Datum::Indicator(id) => {
                let x = ds.indicator(id);
                let value = text::number(fmt.lang, x.value);
                let mark = if x.kind == IndicatorKind::Stock { Glyph::Stock } else { Glyph::Flow };
                let text = fmt.format(Key::FigureLabel, &[("name", &fmt.localized(&x.name)), ("n", &value)]);
                (Some(mark), fmt.text(Key::Figure), text)
            }
            Datum::Law(id) => {
                let law = ds.law(id);
                let (name, status) = (fmt.localized(&law.name), fmt.text(law_status_label(law.status)));
                plain(Key::TableLaws, format!("{}: {name} · {status}", fmt.state(law.state)))
            }
            Datum::Assistance(id) => {
                let (x, kind) = (ds.help(id), self.cx.formatter().assistance(ds.help(id)));
                plain(Key::TableAssistance, format!("{} · {kind}", fmt.localized(&x.subject)))
            }
            Datum::Position(id) => {
                let x = ds.position(id);
                let approach = fmt.text(approach_name(x.approach));
                let stance = fmt.text(stance_label(x.stance));
                plain(Key::DrawerPosition, format!("{} · {approach} · {stance}", fmt.holder(&x.holder)))
            }
            Datum::WorkingGroup(id) => {
                plain(Key::DrawerWorkingGroup, fmt.localized(&ds.working_group(id).name))
            }
            Datum::Event(id) => {
                let x = ds.event(id);
                let text = format!("{} · {}", self.dates(x.date, x.end), fmt.localized(&x.title));
                let planned =
                    if x.planned { format!("{text} · {}", fmt.text(Key::EventPlanned)) } else { text };
                plain(Key::DrawerEvent, planned)
            }
            Datum::Caveat(id) => plain(Key::Caveat, fmt.localized(&ds.caveat(id).text)),
        };
        DrawerLine { mark, label, text, open: Some(self.cx.evidence_link(datum.into())) }
    }

    /// Returns links to neighbouring passages.
    ///
    /// Of a paragraph: the paragraphs before and after, and its footnotes; of a footnote: the
    /// paragraph that calls it.
    fn neighbours(self, source: Source) -> Vec<GoTo> {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let paragraph = |key: Key, id: ParagraphId| {
            let place = fmt.source(Source::Paragraph(id)).place;
            self.go(fmt.format(key, &[("place", &place)]), &[Action::Open(Evidence::Paragraph(id))])
        };
        match source {
            Source::Paragraph(id) => {
                let before = id.ix().checked_sub(1).map(ParagraphId::from);
                let after = Some(id.ix() + 1).filter(|ix| *ix < ds.paragraphs.len()).map(ParagraphId::from);
                let notes =
                    ds.paragraph(id).notes.iter().filter_map(|note| self.go_coded(Source::Note(*note)));
                before
                    .map(|id| paragraph(Key::DrawerPrevious, id))
                    .into_iter()
                    .chain(after.map(|id| paragraph(Key::DrawerNext, id)))
                    .chain(notes)
                    .collect()
            }
            Source::Note(id) => vec![paragraph(Key::DrawerCalledIn, ds.note(id).called_by)],
            Source::Reference(_) => Vec::new(),
        }
    }
}
