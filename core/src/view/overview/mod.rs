//! Landing view: key figures, tile map, links to the other views, general caveats.

#![allow(missing_docs, reason = "fields are named after what they show")]

mod figures;
mod lanes;
mod timeline;

pub use figures::{FigureBlock, FigurePair, FigureRow, Figures, figures};
pub use lanes::{Lane, LaneEntry, Lanes, Phase};
pub use timeline::{Timeline, timeline};

use lanes::{event_lane, lanes, treaty_actions, treaty_lane};

use crate::analysis::{AgreementProgress, PairIndex, blocks, parties, party_status};
use crate::model::{Dataset, EventKind, InstrumentId, Period, Polarity, StateId, VoiceKind};
use crate::query::FacetKey;
use crate::state::{Action, Evidence, Tab, Table, View};
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::party_status_label;

/// View model of the tab "Summary" of the overview.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Overview {
    pub title: String,
    pub sentences: Vec<String>,
    pub key_title: String,
    pub keys: Vec<KeyFigure>,
    /// Heading of the lanes.
    pub process_title: String,
    /// The process, treaty actions, agreements and bodies by year.
    pub process: Lanes,
    pub tiles_title: String,
    /// Explains how to read the tiles.
    pub tiles_lead: String,
    /// Tiles in alphabetical order.
    pub tiles: Vec<Tile>,
    /// Groups of the scheme, each with the index of its hue.
    pub groups: Vec<(String, Option<usize>)>,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
    /// Disclaimer of the tile map.
    pub disclaimer: String,
    pub doors_title: String,
    /// Links to other views.
    pub doors: Vec<Door>,
    pub read_first: String,
    pub caveats: Vec<(String, EvidenceLink)>,
    pub all_caveats: Door,
}

/// Key figure.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct KeyFigure {
    pub value: String,
    pub label: String,
    /// Link to the view that shows it.
    pub href: String,
}

/// Tile of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Tile {
    /// ISO code.
    pub key: String,
    pub name: String,
    pub short: String,
    /// Column, from 1.
    pub column: usize,
    /// Row, from 1.
    pub row: usize,
    /// Index of the hue of its group.
    pub hue: Option<usize>,
    /// Glyph of the party status under the refugee instruments.
    pub mark: Glyph,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Link to another view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Door {
    pub label: String,
    /// Question that the view answers.
    pub text: String,
    pub href: String,
}

/// Key of the refugee instruments, which the tile map shows.
const REFUGEES: &str = "CSR51";

/// Column and row of each tile, roughly west to east and north to south.
const PLACES: &[(&str, usize, usize)] = &[
    ("BLR", 2, 1),
    ("RUS", 4, 1),
    ("MDA", 1, 2),
    ("UKR", 2, 2),
    ("KAZ", 5, 2),
    ("GEO", 3, 3),
    ("UZB", 5, 3),
    ("KGZ", 6, 3),
    ("ARM", 3, 4),
    ("AZE", 4, 4),
    ("TKM", 5, 4),
    ("TJK", 6, 4),
];

/// Value of the facet of kinds that stands for obstacles.
const OBSTACLE: usize = Polarity::Obstacle as usize;

/// Counts that the key figures and the questions share.
struct Counts {
    participations: usize,
    /// Pairs of states with an agreement that is concluded or further, and all pairs.
    concluded: usize,
    pairs: usize,
}

impl Counts {
    fn new(ds: &Dataset) -> Self {
        let all = ds.all_states();
        let index = PairIndex::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
        let (concluded, pairs) = index.pairs(all, all, AgreementProgress::Concluded);
        Self { participations: ds.cells.iter().filter(|cell| cell.party).count(), concluded, pairs }
    }
}

/// Builds the view model.
pub fn overview(cx: ViewContext) -> Overview {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let refugees = ds.instrument_by_key(REFUGEES);
    let counts = Counts::new(ds);
    let scheme_blocks = blocks(cx.scheme(), ds.all_states());
    let groups = cx.scheme().map_or_else(Vec::new, |scheme| {
        scheme_blocks.iter().map(|b| (fmt.group(scheme, b.group), b.group)).collect()
    });
    let hue = |s: StateId| scheme_blocks.iter().find(|b| b.states.has(s)).and_then(|b| b.group);
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, fmt.text(key));
    let short = |mark: Glyph, key: Key, short: Key| item(mark, key).or_short(fmt.text(short));
    Overview {
        title: fmt.text(Key::OverviewTitle),
        sentences: vec![fmt.text(Key::OverviewSentence)],
        key_title: fmt.text(Key::KeyFigures),
        keys: keys(cx, &counts, refugees),
        process_title: fmt.text(Key::ProcessTitle),
        process: process(cx),
        tiles_title: fmt.text(Key::TilesTitle),
        tiles_lead: fmt.text(Key::TilesLead),
        tiles: refugees.map_or_else(Vec::new, |id| {
            fmt.sorted(ds.all_states())
                .into_iter()
                .enumerate()
                .map(|(i, s)| tile(cx, i, s, hue(s), id))
                .collect()
        }),
        groups,
        legend_name: fmt.text(Key::Legend),
        legend: vec![
            item(Glyph::Party, Key::Party),
            short(Glyph::JoinedReport, Key::JoinedReport, Key::ShortJoinedReport),
            short(Glyph::Not, Key::NotParty, Key::ShortNotParty),
        ],
        disclaimer: fmt.text(Key::TilesDisclaimer),
        doors_title: fmt.text(Key::Doors),
        doors: doors(cx, &counts),
        read_first: fmt.text(Key::ReadFirst),
        caveats: ds
            .caveats
            .iter()
            .enumerate()
            .filter(|(_, c)| c.general)
            .map(|(i, c)| (fmt.localized(&c.text), cx.evidence_link(Evidence::Caveat(i.into()))))
            .collect(),
        all_caveats: Door {
            label: fmt.text(Key::AllCaveats),
            text: String::new(),
            href: cx.link_after(&[Action::Go(View::Data), Action::Table(Table::Caveats)]),
        },
    }
}

/// Builds the lanes of the process itself, treaty actions, agreements and bodies.
fn process(cx: ViewContext) -> Lanes {
    let states = cx.visible_states();
    let events = |kind: EventKind| event_lane(cx, kind, states);
    let rows = vec![
        events(EventKind::Process),
        treaty_lane(cx, &treaty_actions(cx, states)),
        events(EventKind::Agreement),
        events(EventKind::BodyOrLaw),
    ];
    lanes(cx, cx.formatter().text(Key::ProcessTitle), rows)
}

fn keys(cx: ViewContext, counts: &Counts, refugees: Option<InstrumentId>) -> Vec<KeyFigure> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let states = ds.states.len();
    let key = |value: usize, label: Key, m: usize, actions: &[Action]| KeyFigure {
        value: fmt.number(value),
        label: fmt.format(label, &[("m", &fmt.number(m))]),
        href: cx.link_after(actions),
    };
    // A number leads to what it counts: the filter is cleared and the report's own table shown.
    let to_instruments = [Action::Go(View::Instruments), Action::AsOf(None), Action::ClearAll];
    let mut keys = vec![key(counts.participations, Key::KeyParticipations, ds.cells.len(), &to_instruments)];
    if let Some(id) = refugees {
        let joined =
            ds.all_states().iter().filter(|s| ds.cell(*s, id).period == Some(Period::During)).count();
        let open = [
            to_instruments[0],
            to_instruments[1],
            to_instruments[2],
            Action::Open(Evidence::Count(None, id)),
        ];
        keys.push(KeyFigure {
            value: fmt.number(parties(ds, None, id).len()),
            label: fmt
                .format(Key::KeyRefugees, &[("m", &fmt.number(states)), ("joined", &fmt.number(joined))]),
            href: cx.link_after(&open),
        });
    }
    let to_agreements = [Action::Go(View::Agreements), Action::ClearAll];
    keys.push(key(counts.concluded, Key::KeyPairs, counts.pairs, &to_agreements));
    let central = ds.states.iter().filter(|s| s.central_body).count();
    let by_body = [Action::Go(View::Data), Action::Table(Table::States)];
    keys.push(key(central, Key::KeyBodies, states, &by_body));
    let all_findings = [Action::Go(View::Findings), Action::ClearAll];
    keys.push(key(ds.findings.len(), Key::KeyFindings, 0, &all_findings));
    if let Some(idps) = ds.indicators.iter().position(|x| x.key == "idps") {
        keys.push(KeyFigure {
            value: text::number(fmt.lang, ds.indicators[idps].value),
            label: fmt.text(Key::KeyDisplaced),
            href: cx.link_after(&[Action::Tab(Tab::Figures), Action::Open(Evidence::Indicator(idps.into()))]),
        });
    }
    keys
}

fn tile(
    cx: ViewContext,
    position: usize,
    state: StateId,
    hue: Option<usize>,
    refugees: InstrumentId,
) -> Tile {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let key = ds.state(state).key.clone();
    // States without a fixed position (another dataset) follow below, in alphabetical order.
    let placed = PLACES.iter().find(|(k, ..)| *k == key).map(|(_, column, row)| (*column, *row));
    let (column, row) = placed.unwrap_or((position % 6 + 1, 5 + position / 6));
    let (mark, word) = party_status_label(party_status(ds, None, state, refugees));
    let (name, instrument, word) = (fmt.state(state), fmt.instrument(refugees), fmt.text(word));
    // The accessible name contains the visible text, so that voice control finds the tile.
    let shown = format!("{key} {}", fmt.short(state));
    Tile {
        key,
        short: fmt.short(state),
        column,
        row,
        hue,
        mark,
        label: fmt.format(Key::CellLabel, &[("state", &shown), ("instrument", &instrument), ("word", &word)]),
        open: cx.evidence_link(Evidence::State(state)),
        name,
    }
}

fn doors(cx: ViewContext, counts: &Counts) -> Vec<Door> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let two = |key: Key, [(a, n), (b, m)]: [(&str, usize); 2]| {
        fmt.format(key, &[(a, &fmt.number(n)), (b, &fmt.number(m))])
    };
    let of = |kind: VoiceKind| {
        ds.findings.iter().filter(|x| x.voices.iter().any(|voice| voice.kind == kind)).count()
    };
    let obstacles = ds.findings.iter().filter(|x| x.polarity == Polarity::Obstacle).count();
    let voices = [("governments", of(VoiceKind::Government)), ("ngos", of(VoiceKind::Ngo))];
    let texts = [
        two(Key::DoorRatio, [("n", counts.participations), ("m", ds.cells.len())]),
        two(Key::DoorVoices, voices),
        two(Key::DoorPairs, [("n", counts.concluded), ("m", counts.pairs)]),
        fmt.text(Key::DoorPositions),
        fmt.plural(Key::DoorObstacles, obstacles),
        fmt.plural(Key::DoorSchemes, ds.schemes.len()),
        fmt.text(Key::DoorCompare),
        fmt.text(Key::DoorFigures),
    ];
    // One table of constants is less code than as many calls.
    let doors: [(Key, Key, &[Action]); 8] = [
        (Key::AskInstruments, Key::ViewInstruments, &[Action::Go(View::Instruments), Action::ClearAll]),
        (
            Key::AskPerspectives,
            Key::TabVoices,
            &[Action::Go(View::Findings), Action::Tab(Tab::Perspectives), Action::ClearAll],
        ),
        (Key::AskAgreements, Key::ViewAgreements, &[Action::Go(View::Agreements), Action::ClearAll]),
        (
            Key::AskPositions,
            Key::TabPositions,
            &[Action::Go(View::Groupings), Action::Tab(Tab::Positions), Action::ClearAll],
        ),
        (
            Key::AskObstacles,
            Key::ViewFindings,
            &[Action::Go(View::Findings), Action::ClearAll, Action::Toggle(FacetKey::Kind, OBSTACLE)],
        ),
        (Key::AskGroupings, Key::ViewGroupings, &[Action::Go(View::Groupings), Action::ClearAll]),
        (Key::AskCompare, Key::ViewCompare, &[Action::Go(View::Compare), Action::ClearAll]),
        (Key::AskFigures, Key::TabFigures, &[Action::Go(View::Overview), Action::Tab(Tab::Figures)]),
    ];
    let door = |((question, place, actions), text): ((Key, Key, &[Action]), String)| Door {
        label: fmt.text(question),
        text: fmt.format(Key::DoorPlace, &[("view", &fmt.text(place)), ("text", &text)]),
        href: cx.link_after(actions),
    };
    doors.into_iter().zip(texts).map(door).collect()
}
