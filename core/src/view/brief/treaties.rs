//! The instruments in a brief: of one state with dates, of several states as a table of marks.

use super::model::{BriefContent, BriefMatrix, BriefMatrixRow, BriefPart, BriefTreaties, BriefTreaty};
use crate::analysis::{parties, party_status};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines::{party_legend, party_to};
use crate::view::words::glyph::LegendItem;
use crate::view::words::labels::party_status_label;

/// Letters of the notes, more than there are notes on the dates of one state.
const LETTERS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Returns the instruments of a state, with the treaty actions and the notes on them.
pub(super) fn of_state(cx: ViewContext, s: StateId) -> BriefPart {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mut notes: Vec<String> = Vec::new();
    let legend = party_legend(cx);
    let rows: Vec<_> = ds.instrument_ids().map(|id| treaty(cx, s, id, &legend, &mut notes)).collect();
    let notes = LETTERS.iter().zip(notes).map(|(letter, note)| format!("({letter}) {note}"));
    BriefPart {
        title: fmt.text(Key::ViewInstruments),
        n: fmt.k_of_m(party_to(cx, s), ds.instruments.len()),
        lead: fmt.text(Key::BriefTreatiesLead),
        content: BriefContent::Treaties(BriefTreaties {
            heads: [Key::BriefAsPrinted, Key::BriefSubject, Key::BriefInTable, Key::BriefByUnDate]
                .map(|key| fmt.text(key)),
            notes: notes.collect(),
            rows,
        }),
    }
}

fn treaty(
    cx: ViewContext,
    s: StateId,
    id: InstrumentId,
    legend: &[LegendItem],
    notes: &mut Vec<String>,
) -> BriefTreaty {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let (instrument, cell) = (ds.instrument(id), ds.cell(s, id));
    let (mark, _) = party_status_label(party_status(ds, None, s, id));
    let word = legend.iter().find(|item| item.mark == mark).map(|item| item.word.clone());
    // The pages of the table stand above it.
    let told = cell.period.map(|_| fmt.page_list(&cell.provenance.sources)).unwrap_or_default();
    let status = [word.unwrap_or_default(), told].into_iter().filter(|text| !text.is_empty());
    // One line for all treaties of the column where they say the same.
    let is_same = |two: &[Act]| {
        (two[0].date, two[0].action, &two[0].note) == (two[1].date, two[1].action, &two[1].note)
    };
    let is_one = cell.acts.len() == instrument.covers.len() && cell.acts.windows(2).all(is_same);
    let acts = if is_one { cell.acts.get(..1).unwrap_or_default() } else { &cell.acts };
    let dates = acts.iter().map(|act| {
        let dated = fmt.act_line(act, !is_one);
        match &act.note {
            Some(note) => format!("{dated} ({})", letter(notes, fmt.localized(note))),
            None => dated,
        }
    });
    BriefTreaty {
        mark,
        label: instrument.label.clone(),
        name: fmt.localized(&instrument.short),
        status: status.collect::<Vec<_>>().join(", "),
        dates: dates.collect::<Vec<_>>().join("; "),
        open: cx.evidence_link(Evidence::Cell(s, id)),
    }
}

/// Returns the letter of a note, which is added if it is new.
fn letter(notes: &mut Vec<String>, note: String) -> &'static str {
    let known = notes.iter().position(|known| *known == note);
    let at = known.unwrap_or_else(|| {
        notes.push(note);
        notes.len() - 1
    });
    LETTERS.get(at).copied().unwrap_or("*")
}

/// Returns the instruments of several states.
pub(super) fn of_states(cx: ViewContext, states: StateSet) -> BriefPart {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let sorted = fmt.sorted(states);
    let row = |id: InstrumentId| {
        let instrument = ds.instrument(id);
        let cell = |s: &StateId| {
            let (mark, word) = party_status_label(party_status(ds, None, *s, id));
            (mark, fmt.text(word), cx.evidence_link(Evidence::Cell(*s, id)))
        };
        BriefMatrixRow {
            label: instrument.label.clone(),
            short: fmt.localized(&instrument.short),
            cells: sorted.iter().map(cell).collect(),
            total: fmt.k_of_m(parties(ds, None, id).and(states).len(), states.len()),
        }
    };
    BriefPart {
        title: fmt.text(Key::ViewInstruments),
        n: String::new(),
        lead: fmt.text(Key::BriefTableLead),
        content: BriefContent::Matrix(BriefMatrix {
            head: fmt.text(Key::BriefAsPrinted),
            states: sorted.iter().map(|s| (ds.state(*s).key.clone(), fmt.state(*s))).collect(),
            total: fmt.text(Key::Party),
            rows: ds.instrument_ids().map(row).collect(),
        }),
    }
}
