//! States by instrument: party status, counts by group, missing accessions, pairs of instruments.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::context::ViewContext;
use super::parts::lines::party_legend;
use super::parts::part_of_group::part_of_group;
use super::parts::state_order::{self, OrderMenu};
use super::words::evidence_link::EvidenceLink;
use super::words::glyph::{Glyph, LegendItem};
use super::words::labels::party_status_label;
use super::words::measures::decimal;
use crate::analysis::{self, PartyStatus, blocks, gaps, parties, party_status};
use crate::model::{Basis, InstrumentId, StateId, StateSet};
use crate::state::{CellStyle, Evidence, StateOrder};
use crate::text::Key;

/// View model of the instruments view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Instruments {
    pub title: String,
    /// Summary in complete sentences, fit for minutes.
    pub sentences: Vec<String>,
    /// Warning shown if the data are not those of the report's own table.
    pub warning: Option<String>,
    /// Label of the link back to the report's table.
    pub back: String,
    /// Cells show glyphs or text.
    #[cfg_attr(feature = "author", serde(skip))]
    pub cell_style: CellStyle,
    /// Order of states, within groups if a scheme is active.
    pub order: OrderMenu,
    /// Caption of the table.
    pub caption: String,
    /// Explains keyboard navigation.
    pub hint: String,
    pub state_head: String,
    pub count_head: String,
    /// Instruments.
    pub columns: Vec<InstrumentColumn>,
    /// Groups with their states.
    pub blocks: Vec<InstrumentGroup>,
    pub total_name: String,
    /// Counts over all states shown.
    pub total: Vec<CountCell>,
    /// Count of participations over all states shown, and their mean; `None` for one state.
    pub total_mean: Option<String>,
    pub legend_name: String,
    /// Glyphs that occur, and those that never mean "no".
    pub legend: Vec<LegendItem>,
    /// Says that every cell opens its evidence.
    pub every_mark: String,
    /// Heading of the list of missing accessions.
    pub gaps_title: String,
    /// Explains what the list counts.
    pub gaps_lead: String,
    /// Column heads of the list.
    pub gaps_heads: [String; 3],
    pub gaps: Vec<GapRow>,
    /// Shown instead of an empty list.
    pub gaps_none: Option<String>,
    /// States party to both of two instruments.
    pub pairs: InstrumentPairs,
}

/// Column of an instrument.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct InstrumentColumn {
    /// Label as printed in the report.
    pub label: String,
    /// Short description.
    pub short: String,
    /// Official name.
    pub name: String,
    /// Accessible name.
    pub full: String,
    pub open: EvidenceLink,
}

/// Group of states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct InstrumentGroup {
    /// Name; `None` without a scheme.
    pub name: Option<String>,
    /// Note that members are inferred.
    pub badge: Option<String>,
    /// Accessible name: name and badge.
    pub full: String,
    /// Index of the hue; `None` for ungrouped states.
    pub hue: Option<usize>,
    /// Evidence of the scheme.
    pub open: Option<EvidenceLink>,
    /// "n of m" for each instrument; empty for ungrouped states and without a scheme.
    pub counts: Vec<CountCell>,
    /// Count of the group's participations, and their mean; `None` for a group of one.
    pub mean: Option<String>,
    pub rows: Vec<StateRow>,
}

/// Count of a group's parties to an instrument.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CountCell {
    /// `3 of 5`.
    pub text: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Row of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateRow {
    /// ISO code.
    pub key: String,
    pub name: String,
    pub short: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
    pub cells: Vec<CellShown>,
    /// Number of instruments that the state is party to.
    pub count: String,
}

/// Cell of a state and an instrument.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CellShown {
    pub mark: Glyph,
    pub word: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Instruments that the same states have not yet joined.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GapRow {
    pub group: String,
    pub hue: Option<usize>,
    /// Instruments, each with the evidence of its count.
    pub instruments: Vec<(String, EvidenceLink)>,
    /// States, with an explicit wording if no member has joined.
    pub not_yet: String,
}

/// Number of states party to each pair of instruments.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct InstrumentPairs {
    pub title: String,
    /// Explains what is counted.
    pub lead: String,
    /// Labels of rows and columns.
    pub labels: Vec<String>,
    /// Lower triangle: row i holds columns 0 to i.
    pub rows: Vec<Vec<PairCount>>,
}

/// Number of states party to two instruments.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PairCount {
    /// Number of states.
    pub n: usize,
    /// Tone, 0 to 4, by share of the states shown.
    pub tone: usize,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Builds the view model.
pub fn instruments(cx: ViewContext) -> Instruments {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let shown = cx.visible_states();
    let rows: Vec<InstrumentGroup> = blocks(cx.scheme(), shown).iter().map(|b| block(cx, b)).collect();
    let gap_rows = gap_rows(cx, shown);
    let cell_style =
        fmt.text(if state.cell_style == CellStyle::Marks { Key::CellsAsMarks } else { Key::CellsAsWords });
    Instruments {
        title: fmt.text(Key::InstrumentsTitle),
        sentences: sentences(cx, shown),
        warning: state.as_of.map(|day| fmt.format(Key::AsOfWarning, &[("date", &fmt.day(day))])),
        back: fmt.text(Key::AsOfBack),
        cell_style: state.cell_style,
        order: state_order::order_menu(cx, StateOrder::ALL),
        caption: fmt.format(Key::TableCaption, &[("form", &cell_style.to_lowercase())]),
        hint: fmt.text(Key::GridHint),
        state_head: fmt.text(Key::State),
        count_head: fmt.format(Key::OfNine, &[("n", &fmt.number(ds.instruments.len()))]),
        columns: ds.instrument_ids().map(|id| column(cx, id)).collect(),
        blocks: rows,
        total_name: fmt.text(if shown == ds.all_states() { Key::AllTwelve } else { Key::Total }),
        total_mean: mean(cx, shown),
        total: counts(cx, None, shown),
        legend_name: fmt.text(Key::Legend),
        legend: party_legend(cx),
        every_mark: fmt.text(Key::EveryMark),
        gaps_title: fmt.text(Key::GapsTitle),
        gaps_lead: fmt.text(Key::GapsLead),
        gaps_heads: [Key::GapsGroup, Key::GapsInstruments, Key::GapsNotYet].map(|k| fmt.text(k)),
        gaps_none: gap_rows.is_empty().then(|| fmt.text(Key::GapsNone2)),
        gaps: gap_rows,
        pairs: pairs(cx, shown),
    }
}

fn sentences(cx: ViewContext, shown: StateSet) -> Vec<String> {
    let (fmt, ds, as_of) = (cx.formatter(), cx.ds, cx.state.as_of);
    let n = ds.instruments.len();
    let k = participations(cx, shown);
    let first = fmt.format(
        Key::InstrumentsSentence,
        &[
            ("k", &fmt.number(k)),
            ("m", &fmt.number(shown.len() * n)),
            ("states", &fmt.plural(Key::NStates, shown.len())),
            ("instruments", &fmt.plural(Key::NInstruments, n)),
        ],
    );
    let to_all: StateSet =
        shown.iter().filter(|s| participations(cx, StateSet::default().with(*s)) == n).collect();
    let n = fmt.number(n);
    let second = if to_all.is_empty() {
        fmt.format(Key::PartyToAllNone, &[("n", &n)])
    } else {
        fmt.format(Key::PartyToAll, &[("n", &n), ("list", &fmt.states(to_all))])
    };
    let common: Vec<_> = ds.instrument_ids().filter(|i| parties(ds, as_of, *i).and(shown) == shown).collect();
    let third = if common.is_empty() {
        fmt.text(Key::AllPartyToNone)
    } else {
        fmt.format(Key::AllPartyTo, &[("list", &fmt.instruments(common))])
    };
    let refugees = ds.instrument_by_key("CSR51").map(|id| {
        let k = parties(ds, as_of, id).and(shown).len();
        fmt.format(Key::RefugeesCount, &[("k", &fmt.number(k)), ("m", &fmt.number(shown.len()))])
    });
    let chosen =
        (shown != ds.all_states()).then(|| fmt.format(Key::ShownStates, &[("list", &fmt.states(shown))]));
    let grouped = cx.scheme().map(|s| fmt.format(Key::GroupedBy, &[("name", &cx.formatter().scheme(s))]));
    let counts = [first, second, third].into_iter().chain(refugees);
    fmt.as_of(as_of)
        .into_iter()
        .chain(counts)
        .chain(chosen)
        .chain(grouped)
        .chain(state_order::order_sentence(cx))
        .collect()
}

fn column(cx: ViewContext, id: InstrumentId) -> InstrumentColumn {
    let (fmt, instrument) = (cx.formatter(), cx.ds.instrument(id));
    let (short, name) = (fmt.localized(&instrument.short), fmt.localized(&instrument.name));
    InstrumentColumn {
        label: instrument.label.clone(),
        full: format!("{} {short}: {name}", instrument.label),
        short,
        name,
        open: cx.evidence_link(Evidence::Instrument(id)),
    }
}

fn block(cx: ViewContext, block: &analysis::GroupBlock) -> InstrumentGroup {
    let fmt = cx.formatter();
    let scheme = cx.scheme();
    let group = scheme.and_then(|scheme| Some(&scheme.groups[block.group?]));
    let name = scheme.map(|_| group.map_or_else(|| fmt.text(Key::Ungrouped), |g| fmt.localized(&g.name)));
    let counted = group.is_some();
    let full = scheme.map_or_else(String::new, |scheme| fmt.group(scheme, block.group));
    let name = match (name, group) {
        (Some(name), Some(g)) => Some(part_of_group(fmt, &name, block.states, g.states)),
        (name, _) => name,
    };
    InstrumentGroup {
        name,
        full,
        badge: group.filter(|g| g.basis == Basis::Inferred).map(|_| fmt.text(Key::InferredByUs)),
        hue: block.group,
        open: cx.scheme_evidence().map(|evidence| cx.evidence_link(evidence)),
        counts: if counted { counts(cx, block.group, block.states) } else { Vec::new() },
        mean: if counted { mean(cx, block.states) } else { None },
        rows: state_order::ordered_states(cx, block.states).into_iter().map(|s| row(cx, s)).collect(),
    }
}

fn counts(cx: ViewContext, group: Option<usize>, members: StateSet) -> Vec<CountCell> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let name = match (cx.scheme(), group) {
        (Some(scheme), Some(g)) => {
            let group = &scheme.groups[g];
            part_of_group(fmt, &fmt.localized(&group.name), members, group.states)
        }
        _ => fmt.text(Key::Total),
    };
    let count = |id: InstrumentId| {
        let (k, m) = (parties(ds, cx.state.as_of, id).and(members).len(), members.len());
        let (instrument, k_text, m_text) = (fmt.instrument(id), fmt.number(k), fmt.number(m));
        let values = [("group", name.as_str()), ("instrument", &instrument), ("k", &k_text), ("m", &m_text)];
        let group = group.and_then(|g| u16::try_from(g).ok());
        CountCell {
            text: fmt.k_of_m(k, m),
            label: fmt.format(Key::CountLabel, &values),
            open: cx.evidence_link(Evidence::Count(group, id)),
        }
    };
    ds.instrument_ids().map(count).collect()
}

fn row(cx: ViewContext, id: StateId) -> StateRow {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let name = fmt.state(id);
    let cells: Vec<(PartyStatus, CellShown)> = ds
        .instrument_ids()
        .map(|i| {
            let party_status = party_status(ds, cx.state.as_of, id, i);
            let (mark, word) = party_status_label(party_status);
            let (word, instrument) = (fmt.text(word), fmt.instrument(i));
            let label =
                fmt.format(Key::CellLabel, &[("state", &name), ("instrument", &instrument), ("word", &word)]);
            (party_status, CellShown { mark, word, label, open: cx.evidence_link(Evidence::Cell(id, i)) })
        })
        .collect();
    let k = cells.iter().filter(|(party_status, _)| party_status.is_party()).count();
    let (k_text, m_text) = (fmt.number(k), fmt.number(cells.len()));
    StateRow {
        key: ds.state(id).key.clone(),
        short: fmt.short(id),
        label: fmt.format(Key::RowLabel, &[("state", &name), ("k", &k_text), ("m", &m_text)]),
        open: cx.evidence_link(Evidence::State(id)),
        cells: cells.into_iter().map(|(_, cell)| cell).collect(),
        count: k_text,
        name,
    }
}

/// Returns the number of participations of states in the instruments.
fn participations(cx: ViewContext, states: StateSet) -> usize {
    let (ds, as_of) = (cx.ds, cx.state.as_of);
    let joined =
        |s: StateId| ds.instrument_ids().filter(|i| party_status(ds, as_of, s, *i).is_party()).count();
    states.iter().map(joined).sum()
}

/// Returns the count of the participations of states and their mean; `None` for one state.
fn mean(cx: ViewContext, states: StateSet) -> Option<String> {
    let (fmt, k) = (cx.formatter(), participations(cx, states));
    let m = states.len() * cx.ds.instruments.len();
    (states.len() > 1).then(|| {
        let mean = decimal(fmt, k as f64 / states.len() as f64, 1);
        fmt.format(Key::TotalMean, &[("k", &fmt.number(k)), ("m", &fmt.number(m)), ("mean", &mean)])
    })
}

fn gap_rows(cx: ViewContext, shown: StateSet) -> Vec<GapRow> {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let mut rows = Vec::new();
    for block in blocks(cx.scheme(), shown) {
        if cx.scheme().is_some() && block.group.is_none() {
            continue; // ungrouped states are not a group
        }
        let group = match (cx.scheme(), block.group) {
            (Some(scheme), Some(g)) => fmt.localized(&scheme.groups[g].name),
            _ => fmt.text(Key::Total),
        };
        rows.extend(gaps(ds, state.as_of, block.states).into_iter().map(|gap| {
            GapRow {
                group: group.clone(),
                hue: block.group,
                instruments: gap
                    .instruments
                    .iter()
                    .map(|i| {
                        let group = block.group.and_then(|g| u16::try_from(g).ok());
                        (fmt.instrument(*i), cx.evidence_link(Evidence::Count(group, *i)))
                    })
                    .collect(),
                not_yet: if gap.not_yet == block.states && block.states.len() > 1 {
                    fmt.format(Key::NoMemberYet, &[("list", &fmt.states(gap.not_yet))])
                } else {
                    fmt.states(gap.not_yet)
                },
            }
        }));
    }
    rows
}

fn pairs(cx: ViewContext, shown: StateSet) -> InstrumentPairs {
    let (fmt, ds, as_of) = (cx.formatter(), cx.ds, cx.state.as_of);
    let m = shown.len();
    let cell = |a: InstrumentId, b: InstrumentId| {
        let n = analysis::parties_to_both(ds, as_of, a, b).and(shown).len();
        let (a_name, b_name, k, m_text) =
            (fmt.instrument(a), fmt.instrument(b), fmt.number(n), fmt.number(m));
        let key = if a == b { Key::SingleLabel } else { Key::PairLabel };
        let label = fmt.format(key, &[("a", &a_name), ("b", &b_name), ("k", &k), ("m", &m_text)]);
        let open = if a == b { Evidence::Instrument(a) } else { Evidence::Both(a, b) };
        PairCount { n, tone: (n * 4).checked_div(m).unwrap_or(0), label, open: cx.evidence_link(open) }
    };
    InstrumentPairs {
        title: fmt.text(Key::PairsTitle),
        lead: fmt.format(Key::PairsLead, &[("n", &fmt.number(m))]),
        labels: ds.instrument_ids().map(|i| fmt.instrument(i)).collect(),
        rows: ds
            .instrument_ids()
            .map(|a| ds.instrument_ids().take(a.ix() + 1).map(|b| cell(a, b)).collect())
            .collect(),
    }
}
