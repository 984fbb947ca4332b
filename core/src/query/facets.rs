//! The registry of facets: key, URL name, label, values, and how records get them.
//!
//! To add a facet, add a key and an entry here; the filter bar, the codec, the filter chips and the
//! counts read this table.
#![allow(missing_docs, reason = "fields of the registry are named after what they hold")]

use crate::model::{
    Addressee, Agreement, AgreementStatus, Dataset, Finding, Group, Party, Period, Polarity, Scheme,
    StateSet, VoiceKind,
};
use crate::text::Key;

/// Key of a facet: its position in [`FACETS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FacetKey {
    /// States of the twelve.
    State,
    /// Groups of the active scheme.
    Group,
    /// Status of an agreement.
    Status,
    /// Policy areas, in two levels.
    Theme,
    /// Kinds of statement.
    Kind,
    /// Kinds of voice.
    Voice,
    /// Population groups.
    Population,
    /// Actors that are named.
    Actor,
    /// Addressees.
    Addressee,
    /// Periods.
    Period,
    /// Sections of the report.
    Section,
}

impl FacetKey {
    /// Returns the entry of the registry.
    pub fn facet(self) -> &'static Facet {
        &FACETS[self as usize]
    }
}

/// A set of values of a facet, one bit each.
pub type ValueMask = u128;
/// Maximum number of values of a facet.
pub const MAX_FACET_VALUES: usize = ValueMask::BITS as usize;

/// Context of the facets' values: a dataset, and the active scheme.
///
/// The groups of the scheme are the values of one facet.
#[derive(Debug, Clone, Copy)]
pub struct FacetContext<'a> {
    pub ds: &'a Dataset,
    pub scheme: Option<&'a Scheme>,
}

/// Returns the values of a record.
type ValuesOf<T> = fn(FacetContext, &T) -> ValueMask;

/// How findings get the values of a facet.
#[derive(Debug, Clone, Copy)]
pub enum FindingValues {
    /// Each finding has its own values, independent of the scheme.
    PerFinding(ValuesOf<Finding>),
    /// Each value is a set of states that depends on the scheme.
    ///
    /// A finding that concerns one of them has the value.
    States(fn(FacetContext) -> Vec<StateSet>),
}

/// A facet.
///
/// Values are positions 0 to 127, so a choice fits a [`ValueMask`].
#[derive(Debug)]
pub struct Facet {
    pub key: FacetKey,
    /// Name of the URL parameter.
    pub url: &'static str,
    pub label: Key,
    /// Whether the filter bar also shows it in Instruments, Overview and Timeline, which list no
    /// findings or agreements.
    pub on_unlisted_views: bool,
    /// Number of values.
    pub len: fn(FacetContext) -> usize,
    /// Returns the stable id of a value, as in the URL.
    pub id: fn(FacetContext, usize) -> String,
    /// Returns the value above a value.
    ///
    /// A record with the lower value also has the upper one.
    pub parent: fn(FacetContext, usize) -> Option<usize>,
    /// Values of an agreement, if agreements have the facet.
    pub agreement: Option<ValuesOf<Agreement>>,
    /// Values of a finding, if findings have the facet.
    pub finding: Option<FindingValues>,
}

const NO_PARENT: fn(FacetContext, usize) -> Option<usize> = |_, _| None;

/// All facets, in the order of the filter bar.
pub const FACETS: &[Facet] = &[
    Facet {
        key: FacetKey::State,
        url: "s",
        label: Key::FacetState,
        on_unlisted_views: true,
        len: |g| g.ds.states.len(),
        id: |g, i| g.ds.states[i].key.clone(),
        parent: NO_PARENT,
        agreement: Some(|_, a| ValueMask::from(a.states().0)),
        finding: Some(FindingValues::PerFinding(|g, f| ValueMask::from(f.concerns(g.ds.all_states()).0))),
    },
    Facet {
        key: FacetKey::Group,
        url: "group",
        label: Key::FacetGroup,
        on_unlisted_views: false,
        len: |g| groups(g).len(),
        id: |g, i| groups(g).get(i).map(|group| group.key.clone()).unwrap_or_default(),
        parent: NO_PARENT,
        agreement: None,
        finding: Some(FindingValues::States(|g| groups(g).iter().map(|group| group.states).collect())),
    },
    Facet {
        key: FacetKey::Status,
        url: "status",
        label: Key::FacetStatus,
        on_unlisted_views: false,
        len: |_| AgreementStatus::ALL.len(),
        id: |_, i| AgreementStatus::ALL[i].id(),
        parent: NO_PARENT,
        agreement: Some(|_, a| 1 << a.status as u32),
        finding: None,
    },
    Facet {
        key: FacetKey::Theme,
        url: "theme",
        label: Key::FacetTheme,
        on_unlisted_views: false,
        len: |g| g.ds.themes.len(),
        id: |g, i| g.ds.themes[i].key.clone(),
        parent: theme_above,
        agreement: Some(|g, a| themes(g, a.themes.iter().map(|t| t.ix()))),
        finding: Some(FindingValues::PerFinding(|g, f| themes(g, f.themes.iter().map(|t| t.ix())))),
    },
    Facet {
        key: FacetKey::Kind,
        url: "kind",
        label: Key::FacetKind,
        on_unlisted_views: false,
        len: |_| Polarity::ALL.len(),
        id: |_, i| Polarity::ALL[i].id(),
        parent: NO_PARENT,
        agreement: None,
        finding: Some(FindingValues::PerFinding(|_, f| 1 << f.polarity as u32)),
    },
    Facet {
        key: FacetKey::Voice,
        url: "voice",
        label: Key::FacetVoice,
        on_unlisted_views: false,
        len: |_| VoiceKind::ALL.len(),
        id: |_, i| VoiceKind::ALL[i].id(),
        parent: NO_PARENT,
        agreement: None,
        finding: Some(FindingValues::PerFinding(|_, f| bits(f.voices.iter().map(|v| v.kind as usize)))),
    },
    Facet {
        key: FacetKey::Population,
        url: "pop",
        label: Key::FacetPopulation,
        on_unlisted_views: false,
        len: |g| g.ds.populations.len(),
        id: |g, i| g.ds.populations[i].key.clone(),
        parent: NO_PARENT,
        agreement: Some(|_, a| bits(a.populations.iter().map(|p| p.ix()))),
        finding: Some(FindingValues::PerFinding(|_, f| bits(f.populations.iter().map(|p| p.ix())))),
    },
    Facet {
        key: FacetKey::Actor,
        url: "actor",
        label: Key::FacetActor,
        on_unlisted_views: false,
        len: |g| g.ds.actors.len(),
        id: |g, i| g.ds.actors[i].key.clone(),
        parent: NO_PARENT,
        agreement: None,
        finding: Some(FindingValues::PerFinding(|_, f| {
            let voices = f.voices.iter().filter_map(|v| v.actor);
            bits(f.actors.iter().copied().chain(voices).map(|a| a.ix()))
        })),
    },
    Facet {
        key: FacetKey::Addressee,
        url: "asked",
        label: Key::FacetAddressee,
        on_unlisted_views: false,
        len: |g| COLLECTIVES.len() + g.ds.states.len() + g.ds.actors.len(),
        id: |g, i| match addressee(g, i) {
            Addressee::Named(Party::State(id)) => g.ds.state(id).key.clone(),
            Addressee::Named(Party::Actor(id)) => g.ds.actor(id).key.clone(),
            _ => COLLECTIVES[i].1.to_owned(),
        },
        parent: NO_PARENT,
        agreement: None,
        finding: Some(FindingValues::PerFinding(|g, f| {
            bits(f.addressees.iter().map(|who| addressee_at(g, *who)))
        })),
    },
    Facet {
        key: FacetKey::Period,
        url: "when",
        label: Key::FacetPeriod,
        on_unlisted_views: false,
        len: |_| Period::ALL.len(),
        id: |_, i| Period::ALL[i].id(),
        parent: NO_PARENT,
        agreement: None,
        finding: Some(FindingValues::PerFinding(|_, f| bits(f.period.iter().map(|p| *p as usize)))),
    },
    Facet {
        key: FacetKey::Section,
        url: "section",
        label: Key::FacetSection,
        on_unlisted_views: false,
        len: |g| g.ds.sections.len(),
        // In links, a dot separates values.
        id: |g, i| g.ds.sections[i].key.replace('.', "_"),
        parent: section_above,
        agreement: None,
        finding: Some(FindingValues::PerFinding(|g, f| with_above(g, section_above, f.section.ix()))),
    },
];

/// Collective addressees and their ids.
const COLLECTIVES: &[(Addressee, &str)] = &[
    (Addressee::CisGovernments, "cis-governments"),
    (Addressee::Donors, "donors"),
    (Addressee::Ngos, "ngos"),
    (Addressee::Organisations, "international-organisations"),
];

/// Whether a value of the addressee facet is collective, such as donors.
pub fn is_collective_addressee(value: usize) -> bool {
    value < COLLECTIVES.len()
}

/// Returns the addressee of a value: first the collective ones, then states, then actors.
pub fn addressee(g: FacetContext, value: usize) -> Addressee {
    let states = g.ds.states.len();
    match COLLECTIVES.get(value) {
        Some((who, _)) => *who,
        None if value < COLLECTIVES.len() + states => {
            Addressee::Named(Party::State((value - COLLECTIVES.len()).into()))
        }
        None => Addressee::Named(Party::Actor((value - COLLECTIVES.len() - states).into())),
    }
}

fn addressee_at(g: FacetContext, who: Addressee) -> usize {
    match who {
        Addressee::Named(Party::State(id)) => COLLECTIVES.len() + id.ix(),
        Addressee::Named(Party::Actor(id)) => COLLECTIVES.len() + g.ds.states.len() + id.ix(),
        _ => COLLECTIVES.iter().position(|(known, _)| *known == who).unwrap_or(MAX_FACET_VALUES),
    }
}

/// Returns the groups of the active scheme.
fn groups(g: FacetContext<'_>) -> &[Group] {
    g.scheme.map_or(&[], |scheme| &scheme.groups)
}

fn theme_above(g: FacetContext, i: usize) -> Option<usize> {
    g.ds.themes[i].parent.map(|id| id.ix())
}

fn section_above(g: FacetContext, i: usize) -> Option<usize> {
    g.ds.sections[i].parent.map(|id| id.ix())
}

pub(super) fn themes(g: FacetContext, ids: impl Iterator<Item = usize>) -> ValueMask {
    ids.fold(0, |set, i| set | with_above(g, theme_above, i))
}

/// Returns the bits of a value and all values above it.
fn with_above(g: FacetContext, above: fn(FacetContext, usize) -> Option<usize>, value: usize) -> ValueMask {
    bits(std::iter::successors(Some(value), |i| above(g, *i)))
}

pub(super) fn bits(positions: impl Iterator<Item = usize>) -> ValueMask {
    positions.filter(|i| *i < MAX_FACET_VALUES).fold(0, |set, i| set | 1 << i)
}
