//! States by instrument: marks, "n of m", who has not yet joined, instrument by instrument.

use super::context::ViewContext;
use super::parts::state_order;
use super::parts::state_order::OrderMenu;
use super::words::evidence_link::EvidenceLink;
use super::words::glyph::{Glyph, LegendItem};
use super::words::labels::of_standing;
use crate::analysis;
use crate::analysis::{PartyStatus, blocks, gaps, parties, standing};
use crate::model::{Basis, InstrumentId, StateId, StateSet};
use crate::state::{CellStyle, Evidence, StateOrder};
use crate::text::Key;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Instruments {
    /// Heading.
    pub title: String,
    /// What is shown, in sentences fit for minutes.
    pub sentences: Vec<String>,
    /// Loud when it is not the report's table.
    pub warning: Option<String>,
    /// Way back to the report's table.
    pub back: String,
    /// Marks or words.
    #[cfg_attr(feature = "author", serde(skip))]
    pub form: CellStyle,
    /// The order of states, by groups where a scheme is active.
    pub order: OrderMenu,
    /// Caption of the table.
    pub caption: String,
    /// How to move in it.
    pub hint: String,
    /// Head of the first column.
    pub state_head: String,
    /// Head of the last column.
    pub count_head: String,
    /// Instruments.
    pub columns: Vec<Column>,
    /// Groups with their states.
    pub blocks: Vec<InstrumentGroup>,
    /// Name of the last line.
    pub total_name: String,
    /// Counts over all states shown.
    pub total: Vec<CountCell>,
    /// Name of the legend.
    pub legend_name: String,
    /// Marks that occur, and those that never mean "no".
    pub legend: Vec<LegendItem>,
    /// Every mark opens its evidence.
    pub every_mark: String,
    /// Heading of who has not yet joined.
    pub gaps_title: String,
    /// What it counts.
    pub gaps_lead: String,
    /// Heads of its columns.
    pub gaps_heads: [String; 3],
    /// Who has not yet joined.
    pub gaps: Vec<GapRow>,
    /// When there is nothing to list.
    pub gaps_none: Option<String>,
    /// Instrument by instrument.
    pub pairs: InstrumentPairs,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Column {
    /// As printed.
    pub label: String,
    /// A few words.
    pub short: String,
    /// Official name.
    pub name: String,
    /// In full, for those who hear it.
    pub full: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct InstrumentGroup {
    /// Name; none without a scheme.
    pub name: Option<String>,
    /// Members inferred.
    pub badge: Option<String>,
    /// Name and badge, for those who hear it.
    pub full: String,
    /// Position among the hues; none for ungrouped states.
    pub hue: Option<usize>,
    /// Evidence for the scheme.
    pub open: Option<EvidenceLink>,
    /// "n of m" for each instrument; none for ungrouped states or without a scheme.
    pub counts: Vec<CountCell>,
    /// States.
    pub rows: Vec<StateRow>,
}

/// A count.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CountCell {
    /// `3 of 5`.
    pub text: String,
    /// In full.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// A state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateRow {
    /// ISO code.
    pub key: String,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// In full.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
    /// Cells.
    pub cells: Vec<CellShown>,
    /// Instruments to which it is party.
    pub count: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CellShown {
    /// Shape.
    pub mark: Glyph,
    /// Word.
    pub word: String,
    /// In full.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// Who has not yet joined what.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GapRow {
    /// Group.
    pub group: String,
    /// Hue of the group.
    pub hue: Option<usize>,
    /// Instruments, each with who is counted.
    pub instruments: Vec<(String, EvidenceLink)>,
    /// States; every member, where none has joined.
    pub not_yet: String,
}

/// States party to two instruments.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct InstrumentPairs {
    /// Heading.
    pub title: String,
    /// What it counts.
    pub lead: String,
    /// Labels of rows and columns.
    pub labels: Vec<String>,
    /// Row i holds columns 0 to i.
    pub rows: Vec<Vec<PairCount>>,
}

/// A count of states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PairCount {
    /// States.
    pub n: usize,
    /// Tone, 0 to 4, by share of the states shown.
    pub tone: usize,
    /// In full.
    pub label: String,
    /// Evidence.
    pub open: EvidenceLink,
}

/// The view of a state.
pub fn instruments(asked: ViewContext) -> Instruments {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let shown = asked.shown();
    let rows: Vec<InstrumentGroup> = blocks(asked.scheme(), shown).iter().map(|b| block(asked, b)).collect();
    let gap_rows = gap_rows(asked, shown);
    let form = say.t(if state.form == CellStyle::Picture { Key::FormPicture } else { Key::FormTable });
    Instruments {
        title: say.t(Key::InstrumentsTitle),
        sentences: sentences(asked, shown),
        warning: state.as_of.map(|day| say.f(Key::AsOfWarning, &[("date", &say.day(day))])),
        back: say.t(Key::AsOfBack),
        form: state.form,
        order: state_order::menu(asked, StateOrder::ALL),
        caption: say.f(Key::TableCaption, &[("form", &form.to_lowercase())]),
        hint: say.t(Key::GridHint),
        state_head: say.t(Key::State),
        count_head: say.f(Key::OfNine, &[("n", &say.num(ds.instruments.len()))]),
        columns: ds.instrument_ids().map(|id| column(asked, id)).collect(),
        blocks: rows,
        total_name: say.t(Key::Total),
        total: counts(asked, None, shown),
        legend_name: say.t(Key::Legend),
        legend: legend(asked),
        every_mark: say.t(Key::EveryMark),
        gaps_title: say.t(Key::GapsTitle),
        gaps_lead: say.t(Key::GapsLead),
        gaps_heads: [Key::GapsGroup, Key::GapsInstruments, Key::GapsNotYet].map(|k| say.t(k)),
        gaps_none: gap_rows.is_empty().then(|| say.t(Key::GapsNone2)),
        gaps: gap_rows,
        pairs: pairs(asked, shown),
    }
}

fn sentences(asked: ViewContext, shown: StateSet) -> Vec<String> {
    let (say, ds, as_of) = (asked.say(), asked.ds, asked.state.as_of);
    let n = ds.instruments.len();
    let joined = |s: StateId| ds.instrument_ids().filter(|i| standing(ds, as_of, s, *i).is_party()).count();
    let k: usize = shown.iter().map(joined).sum();
    let first = say.f(
        Key::InstrumentsSentence,
        &[
            ("k", &say.num(k)),
            ("m", &say.num(shown.len() * n)),
            ("states", &say.n(Key::NStates, shown.len())),
            ("instruments", &say.n(Key::NInstruments, n)),
        ],
    );
    let to_all: StateSet = shown.iter().filter(|s| joined(*s) == n).collect();
    let n = say.num(n);
    let second = if to_all.is_empty() {
        say.f(Key::PartyToAllNone, &[("n", &n)])
    } else {
        say.f(Key::PartyToAll, &[("n", &n), ("list", &say.states(to_all))])
    };
    let common: Vec<_> = ds.instrument_ids().filter(|i| parties(ds, as_of, *i).and(shown) == shown).collect();
    let third = if common.is_empty() {
        say.t(Key::AllPartyToNone)
    } else {
        say.f(Key::AllPartyTo, &[("list", &say.instruments(common))])
    };
    let refugees = ds.instrument_by_key("CSR51").map(|id| {
        let k = parties(ds, as_of, id).and(shown).len();
        say.f(Key::RefugeesCount, &[("k", &say.num(k)), ("m", &say.num(shown.len()))])
    });
    let chosen = (shown != ds.all_states()).then(|| say.f(Key::ShownStates, &[("list", &say.states(shown))]));
    let grouped = asked.scheme().map(|s| say.f(Key::GroupedBy, &[("name", &asked.say().scheme(s))]));
    let counts = [first, second, third].into_iter().chain(refugees);
    say.as_of(as_of)
        .into_iter()
        .chain(counts)
        .chain(chosen)
        .chain(grouped)
        .chain(state_order::sentence(asked))
        .collect()
}

fn column(asked: ViewContext, id: InstrumentId) -> Column {
    let (say, instrument) = (asked.say(), asked.ds.instrument(id));
    let (short, name) = (say.text(&instrument.short), say.text(&instrument.name));
    Column {
        label: instrument.label.clone(),
        full: format!("{} {short}: {name}", instrument.label),
        short,
        name,
        open: asked.open(Evidence::Instrument(id)),
    }
}

fn block(asked: ViewContext, block: &analysis::GroupBlock) -> InstrumentGroup {
    let say = asked.say();
    let scheme = asked.scheme();
    let group = scheme.and_then(|scheme| Some(&scheme.groups[block.group?]));
    let name = scheme.map(|_| group.map_or_else(|| say.t(Key::Ungrouped), |g| say.text(&g.name)));
    let counted = group.is_some();
    let full = scheme.map_or_else(String::new, |scheme| say.group(scheme, block.group));
    let name = match (name, group) {
        (Some(name), Some(g)) if block.states != g.states => Some(part(asked, &name, block.states, g.states)),
        (name, _) => name,
    };
    InstrumentGroup {
        name,
        full,
        badge: group.filter(|g| g.basis == Basis::Inferred).map(|_| say.t(Key::InferredByUs)),
        hue: block.group,
        open: asked.scheme_evidence().map(|evidence| asked.open(evidence)),
        counts: if counted { counts(asked, block.group, block.states) } else { Vec::new() },
        rows: state_order::ordered(asked, block.states).into_iter().map(|s| row(asked, s)).collect(),
    }
}

/// A group of which not every member is shown, said as such.
fn part(asked: ViewContext, name: &str, shown: StateSet, all: StateSet) -> String {
    let say = asked.say();
    let (k, m) = (say.num(shown.len()), say.num(all.len()));
    say.f(Key::PartOfGroup, &[("name", name), ("k", &k), ("m", &m)])
}

fn counts(asked: ViewContext, group: Option<usize>, members: StateSet) -> Vec<CountCell> {
    let (say, ds) = (asked.say(), asked.ds);
    let name = match (asked.scheme(), group) {
        (Some(scheme), Some(g)) => {
            let group = &scheme.groups[g];
            let name = say.text(&group.name);
            if members == group.states { name } else { part(asked, &name, members, group.states) }
        }
        _ => say.t(Key::Total),
    };
    let count = |id: InstrumentId| {
        let (k, m) = (parties(ds, asked.state.as_of, id).and(members).len(), members.len());
        let (instrument, k_text, m_text) = (say.instrument(id), say.num(k), say.num(m));
        let values = [("group", name.as_str()), ("instrument", &instrument), ("k", &k_text), ("m", &m_text)];
        let group = group.and_then(|g| u16::try_from(g).ok());
        CountCell {
            text: say.of(k, m),
            label: say.f(Key::CountLabel, &values),
            open: asked.open(Evidence::Count(group, id)),
        }
    };
    ds.instrument_ids().map(count).collect()
}

fn row(asked: ViewContext, id: StateId) -> StateRow {
    let (say, ds) = (asked.say(), asked.ds);
    let name = say.state(id);
    let cells: Vec<(PartyStatus, CellShown)> = ds
        .instrument_ids()
        .map(|i| {
            let standing = standing(ds, asked.state.as_of, id, i);
            let (mark, word) = of_standing(standing);
            let (word, instrument) = (say.t(word), say.instrument(i));
            let label =
                say.f(Key::CellLabel, &[("state", &name), ("instrument", &instrument), ("word", &word)]);
            (standing, CellShown { mark, word, label, open: asked.open(Evidence::Cell(id, i)) })
        })
        .collect();
    let k = cells.iter().filter(|(standing, _)| standing.is_party()).count();
    let (k_text, m_text) = (say.num(k), say.num(cells.len()));
    StateRow {
        key: ds.state(id).key.clone(),
        short: say.short(id),
        label: say.f(Key::RowLabel, &[("state", &name), ("k", &k_text), ("m", &m_text)]),
        open: asked.open(Evidence::State(id)),
        cells: cells.into_iter().map(|(_, cell)| cell).collect(),
        count: k_text,
        name,
    }
}

fn legend(asked: ViewContext) -> Vec<LegendItem> {
    let say = asked.say();
    let item = |mark: Glyph, key: Key| LegendItem { mark, word: say.t(key) };
    if asked.state.as_of.is_some() {
        return vec![
            item(Glyph::PartyOn, Key::PartyOn),
            item(Glyph::JoinedOn, Key::JoinedOn),
            item(Glyph::Not, Key::NotPartyOn),
        ];
    }
    vec![
        item(Glyph::Party, Key::Party),
        item(Glyph::JoinedReport, Key::JoinedReport),
        item(Glyph::JoinedTreaty, Key::JoinedTreaty),
        item(Glyph::Not, Key::NotParty),
    ]
}

fn gap_rows(asked: ViewContext, shown: StateSet) -> Vec<GapRow> {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let mut rows = Vec::new();
    for block in blocks(asked.scheme(), shown) {
        if asked.scheme().is_some() && block.group.is_none() {
            continue; // ungrouped states are no group
        }
        let group = match (asked.scheme(), block.group) {
            (Some(scheme), Some(g)) => say.text(&scheme.groups[g].name),
            _ => say.t(Key::Total),
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
                        (say.instrument(*i), asked.open(Evidence::Count(group, *i)))
                    })
                    .collect(),
                not_yet: if gap.not_yet == block.states && block.states.len() > 1 {
                    say.f(Key::NoMemberYet, &[("list", &say.states(gap.not_yet))])
                } else {
                    say.states(gap.not_yet)
                },
            }
        }));
    }
    rows
}

fn pairs(asked: ViewContext, shown: StateSet) -> InstrumentPairs {
    let (say, ds, as_of) = (asked.say(), asked.ds, asked.state.as_of);
    let m = shown.len();
    let cell = |a: InstrumentId, b: InstrumentId| {
        let n = analysis::both(ds, as_of, a, b).and(shown).len();
        let (a_name, b_name, k, m_text) = (say.instrument(a), say.instrument(b), say.num(n), say.num(m));
        let key = if a == b { Key::SingleLabel } else { Key::PairLabel };
        let label = say.f(key, &[("a", &a_name), ("b", &b_name), ("k", &k), ("m", &m_text)]);
        let open = if a == b { Evidence::Instrument(a) } else { Evidence::Both(a, b) };
        PairCount { n, tone: (n * 4).checked_div(m).unwrap_or(0), label, open: asked.open(open) }
    };
    InstrumentPairs {
        title: say.t(Key::PairsTitle),
        lead: say.f(Key::PairsLead, &[("n", &say.num(m))]),
        labels: ds.instrument_ids().map(|i| say.instrument(i)).collect(),
        rows: ds
            .instrument_ids()
            .map(|a| ds.instrument_ids().take(a.ix() + 1).map(|b| cell(a, b)).collect())
            .collect(),
    }
}
