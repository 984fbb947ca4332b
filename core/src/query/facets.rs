//! The one registry of facets: key, name in the URL, label, where it applies, its values and the extractor.
//! To add a facet, add a key and an entry here; the lens, the codec, the chips and the counts read this table.

use crate::model::{Agreement, AgreementStatus, Dataset};
use crate::text::Key;

/// A facet's position in [`FACETS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FacetKey {
    /// States of the twelve.
    State,
    /// How far an agreement has come.
    Status,
    /// Policy area.
    Theme,
    /// Population group.
    Population,
}

impl FacetKey {
    /// Its entry.
    pub fn facet(self) -> &'static Facet {
        &FACETS[self as usize]
    }
}

/// A choice of a facet's values.
pub type Bits = u128;
/// So many values a facet can have.
pub const MOST: usize = Bits::BITS as usize;

/// A facet. Values are positions 0 to 127, so a choice is two machine words.
#[derive(Debug)]
pub struct Facet {
    /// Key.
    pub key: FacetKey,
    /// Name in the URL.
    pub url: &'static str,
    /// Label.
    pub label: Key,
    /// Stands in the lens of every view; otherwise only where agreements are listed.
    pub everywhere: bool,
    /// Number of values.
    pub len: fn(&Dataset) -> usize,
    /// Stable id of a value, as in the URL.
    pub id: fn(&Dataset, usize) -> String,
    /// The values that an agreement has, as bits.
    pub of: fn(&Agreement) -> Bits,
}

/// Every facet, in the order of the lens.
pub const FACETS: &[Facet] = &[
    Facet {
        key: FacetKey::State,
        url: "s",
        label: Key::FacetState,
        everywhere: true,
        len: |ds| ds.states.len(),
        id: |ds, i| ds.states[i].key.clone(),
        of: |a| Bits::from(a.states().0),
    },
    Facet {
        key: FacetKey::Status,
        url: "status",
        label: Key::FacetStatus,
        everywhere: false,
        len: |_| AgreementStatus::ALL.len(),
        id: |_, i| AgreementStatus::ALL[i].id(),
        of: |a| 1 << a.status as u32,
    },
    Facet {
        key: FacetKey::Theme,
        url: "theme",
        label: Key::FacetTheme,
        everywhere: false,
        len: |ds| ds.themes.len(),
        id: |ds, i| ds.themes[i].key.clone(),
        of: |a| bits(a.themes.iter().map(|t| t.ix())),
    },
    Facet {
        key: FacetKey::Population,
        url: "pop",
        label: Key::FacetPopulation,
        everywhere: false,
        len: |ds| ds.populations.len(),
        id: |ds, i| ds.populations[i].key.clone(),
        of: |a| bits(a.populations.iter().map(|p| p.ix())),
    },
];

fn bits(positions: impl Iterator<Item = usize>) -> Bits {
    positions.filter(|i| *i < MOST).fold(0, |set, i| set | 1 << i)
}
