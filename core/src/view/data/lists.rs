//! Tables of vocabularies, of paragraphs and footnotes, of coverage, and the codebook.

use super::codebook;
use super::model::{LazyTable, plain, row};
use super::tables::indented;
use crate::analysis::{CodedData, Datum};
use crate::model::*;
use crate::state::{Evidence, Table};
use crate::text::{Key, Lang};
use crate::view::context::ViewContext;
use crate::view::words::labels::{actor_kind_label, table_label};

/// Returns the table of themes, each top-level theme followed by its subthemes.
///
/// A finding counts once for a theme including its subthemes.
pub(super) fn themes(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let line = |id: ThemeId, level: u8| {
        let theme = ds.theme(id);
        let under = |of: &ThemeId| *of == id || ds.theme(*of).parent == Some(id);
        let n = ds.findings.iter().filter(|f| f.themes.iter().any(under)).count();
        plain(vec![indented(level, &fmt.localized(&theme.name)), fmt.number(n), theme.key.clone()])
    };
    let ids = || (0..ds.themes.len()).map(ThemeId::from);
    let mut rows = Vec::with_capacity(ds.themes.len());
    for upper in ids().filter(|id| ds.theme(*id).parent.is_none()) {
        rows.push(line(upper, 1));
        rows.extend(ids().filter(|id| ds.theme(*id).parent == Some(upper)).map(|id| line(id, 2)));
    }
    LazyTable::whole(&[Key::FacetTheme, Key::TableFindings, Key::Code], rows)
}

pub(super) fn populations(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    LazyTable::each(&[Key::FacetPopulation, Key::TableFindings, Key::Code], ds.populations.len(), move |i| {
        let id = PopulationId::from(i);
        let n = ds.findings.iter().filter(|f| f.populations.contains(&id)).count();
        let population = ds.population(id);
        plain(vec![fmt.localized(&population.name), fmt.number(n), population.key.clone()])
    })
}

pub(super) fn actors(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads = &[Key::Name, Key::Abbreviation, Key::Kind, Key::TableFindings, Key::Code];
    LazyTable::each(heads, ds.actors.len(), move |i| {
        let id = ActorId::from(i);
        let says = |v: &Voice| v.actor == Some(id);
        let n = ds.findings.iter().filter(|f| f.actors.contains(&id) || f.voices.iter().any(says)).count();
        let actor = ds.actor(id);
        plain(vec![
            fmt.localized(&actor.name),
            actor.abbreviation.as_ref().map(|t| fmt.localized(t)).unwrap_or_default(),
            actor_kind_label(actor.kind).map(|key| fmt.text(key)).unwrap_or_default(),
            fmt.number(n),
            actor.key.clone(),
        ])
    })
}

/// Returns all paragraphs, each followed by the footnotes that it calls.
pub fn reading_order(ds: &Dataset) -> Vec<Source> {
    let mut units = Vec::with_capacity(ds.paragraphs.len() + ds.notes.len());
    for i in 0..ds.paragraphs.len() {
        let id = ParagraphId::from(i);
        units.push(Source::Paragraph(id));
        let called = (0..ds.notes.len()).map(NoteId::from).filter(|n| ds.note(*n).called_by == id);
        units.extend(called.map(Source::Note));
    }
    units
}

pub(super) fn units(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let (order, coded) = (reading_order(ds), CodedData::new(ds));
    LazyTable::each(
        &[Key::Unit, Key::Page, Key::DataHead, Key::CodedHead, Key::Code],
        order.len(),
        move |i| {
            let source = order[i];
            let (line, data) = (fmt.source(source), coded.from(source));
            let cells = vec![line.place, line.page, fmt.number(data.len()), by_collection(cx, data), line.id];
            match source {
                Source::Paragraph(id) => row(cx, Evidence::Paragraph(id), cells),
                Source::Note(id) => row(cx, Evidence::Note(id), cells),
                Source::Reference(_) => plain(cells),
            }
        },
    )
}

/// Returns the number of data of each collection: `Findings 5, Agreements 1`.
fn by_collection(cx: ViewContext, data: &[Datum]) -> String {
    let fmt = cx.formatter();
    let mut counts: Vec<(Table, usize)> = Vec::new();
    for table in data.iter().map(|datum| table_of(*datum)) {
        match counts.iter_mut().find(|(counted, _)| *counted == table) {
            Some((_, n)) => *n += 1,
            None => counts.push((table, 1)),
        }
    }
    let word = |(table, n): &(Table, usize)| format!("{} {}", fmt.text(table_label(*table)), fmt.number(*n));
    counts.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// Returns the table that lists a datum.
fn table_of(datum: Datum) -> Table {
    match datum {
        Datum::Finding(_) => Table::Findings,
        Datum::State(_) => Table::States,
        Datum::Instrument(_) => Table::Instruments,
        Datum::Cell(..) => Table::Participation,
        Datum::Agreement(_) => Table::Agreements,
        Datum::Body(_) => Table::Bodies,
        Datum::Scheme(_) => Table::Schemes,
        Datum::Indicator(_) => Table::Indicators,
        Datum::Law(_) => Table::Laws,
        Datum::Assistance(_) => Table::Assistance,
        Datum::Position(_) => Table::Positions,
        Datum::WorkingGroup(_) => Table::WorkingGroups,
        Datum::Event(_) => Table::Events,
        Datum::Caveat(_) => Table::Caveats,
    }
}

/// Returns the table of coverage: one row per section, not including its subsections.
pub(super) fn coverage(cx: ViewContext<'_>) -> LazyTable<'_> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let heads =
        &[Key::Section, Key::Paragraphs, Key::Footnotes, Key::DataHead, Key::TableFindings, Key::WithoutData];
    let (order, coded) = (reading_order(ds), CodedData::new(ds));
    let section = |unit: &Source| match unit {
        Source::Paragraph(id) => Some(ds.paragraph(*id).section),
        Source::Note(id) => Some(ds.paragraph(ds.note(*id).called_by).section),
        Source::Reference(_) => None,
    };
    LazyTable::each(heads, ds.sections.len(), move |i| {
        let id = SectionId::from(i);
        let units: Vec<Source> = order.iter().copied().filter(|unit| section(unit) == Some(id)).collect();
        let paragraphs = units.iter().filter(|unit| matches!(unit, Source::Paragraph(_))).count();
        let mut data: Vec<Datum> = Vec::new();
        let mut without = Vec::new();
        for unit in &units {
            let coded = coded.from(*unit);
            if coded.is_empty() {
                without.push(fmt.source(*unit).id);
            }
            for datum in coded {
                if !data.contains(datum) {
                    data.push(*datum);
                }
            }
        }
        let findings = data.iter().filter(|datum| matches!(datum, Datum::Finding(_))).count();
        let mut cells = vec![indented(ds.section(id).level, &fmt.localized(&ds.section(id).title))];
        cells.extend([paragraphs, units.len() - paragraphs, data.len(), findings].map(|n| fmt.number(n)));
        cells.push(if without.is_empty() { fmt.text(Key::WithoutNone) } else { without.join(", ") });
        plain(cells)
    })
}

pub(super) fn codebook(cx: ViewContext<'_>) -> LazyTable<'_> {
    let lang = cx.formatter().lang;
    let entries = codebook::entries(lang);
    LazyTable::each(&[Key::Field, Key::Meaning, Key::Values], entries.len(), move |i| {
        let entry = &entries[i];
        let [en, ru] = entry.meaning;
        plain(vec![
            entry.path.clone(),
            if lang == Lang::En { en } else { ru }.to_owned(),
            entry.values.clone(),
        ])
    })
}
