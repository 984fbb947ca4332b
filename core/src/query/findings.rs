//! Which findings fit, the count each value of a facet would give, and cross-tables of two facets.

use std::sync::OnceLock;

use super::facets::{Bits, FACETS, FacetKey, Ground, MOST};
use super::filter::Filter;
use super::text::{Found, Words};
use crate::model::{Dataset, FindingId};

/// The findings' values of every facet, made once for a dataset.
#[derive(Debug)]
pub struct Index {
    /// For each finding its values of each facet, without a scheme.
    values: Vec<[Bits; FACETS.len()]>,
    /// Findings that are about states, or told by voices, that the report does not name.
    unnamed: Vec<bool>,
    /// Their words, read when something is sought for the first time: a first visit does not wait for them.
    words: OnceLock<Words>,
    /// How words are found: in the app, code that comes later.
    search: OnceLock<fn(&Self, &Dataset, &str) -> Found>,
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Findings that fit, in the report's reading order.
    pub ids: Vec<FindingId>,
    /// For each facet, in the order of the registry, how many findings each value would leave, ignoring the facet's own
    /// choice.
    pub counts: Vec<Vec<usize>>,
    /// With states or groups chosen: findings that fit but for that choice, and are about states, or told by voices,
    /// that the report does not name.
    pub unnamed: usize,
}

const STATES: Bits = 1 << FacetKey::State as u32 | 1 << FacetKey::Group as u32;

impl Index {
    /// The index of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        let index = Self::without_search(ds);
        index.bring_search();
        index
    }

    /// The index of a dataset, which finds no words before [`Self::bring_search`].
    pub fn without_search(ds: &Dataset) -> Self {
        let ground = Ground { ds, scheme: None };
        let values = |f| std::array::from_fn(|i| FACETS[i].finding.map_or(0, |of| of(ground, f)));
        Self {
            values: ds.findings.iter().map(values).collect(),
            unnamed: ds.findings.iter().map(crate::model::Finding::has_unnamed).collect(),
            words: OnceLock::new(),
            search: OnceLock::new(),
        }
    }

    /// Brings the code that finds words: whoever never calls it goes without.
    pub fn bring_search(&self) {
        let _ =
            self.search.set(|index, ds, query| index.words.get_or_init(|| Words::new(ds)).find(ds, query));
    }

    /// Whether words can be found.
    pub fn has_search(&self) -> bool {
        self.search.get().is_some()
    }

    /// The values of a finding, of every facet.
    fn of(&self, ground: Ground, finding: usize) -> [Bits; FACETS.len()] {
        let mut values = self.values[finding];
        values[FacetKey::Group as usize] = self.values(ground, finding.into(), FacetKey::Group);
        values
    }

    /// Facets that a finding does not pass, as bits.
    fn missed(filter: &Filter, values: &[Bits; FACETS.len()]) -> Bits {
        let missed = FACETS.iter().filter(|facet| {
            let chosen = filter.chosen(facet.key);
            facet.finding.is_some() && chosen != 0 && chosen & values[facet.key as usize] == 0
        });
        missed.fold(0, |set, facet| set | 1 << facet.key as u32)
    }

    /// The values of a facet that a finding has.
    pub fn values(&self, ground: Ground, finding: FindingId, facet: FacetKey) -> Bits {
        let values = &self.values[finding.ix()];
        match (facet, ground.scheme) {
            // A group has what one of its states has.
            (FacetKey::Group, Some(scheme)) => {
                let groups = scheme.groups.iter().enumerate();
                let has = |states: u64| values[FacetKey::State as usize] & Bits::from(states) != 0;
                groups.filter(|(_, g)| has(g.states.0)).fold(0, |set, (ix, _)| set | 1 << ix)
            }
            _ => values[facet as usize],
        }
    }

    /// The values of a facet that any finding has.
    pub fn present(&self, ground: Ground, facet: FacetKey) -> Bits {
        (0..self.values.len()).fold(0, |set, i| set | self.values(ground, i.into(), facet))
    }

    /// What has the words of a query; `ds` is the dataset that the index is of. Nothing is known without the search.
    pub fn find(&self, ds: &Dataset, query: &str) -> Option<Found> {
        self.search.get().map(|search| search(self, ds, query))
    }

    /// Asks for what fits; `hits`, where given, says of each finding whether it has the words sought.
    pub fn ask(&self, ground: Ground, filter: &Filter, hits: Option<&[bool]>) -> Answer {
        let mut counts: Vec<Vec<usize>> = FACETS.iter().map(|facet| vec![0; (facet.len)(ground)]).collect();
        let (mut ids, mut unnamed) = (Vec::new(), 0);
        for finding in self.sought(hits) {
            let values = self.of(ground, finding);
            let missed = Self::missed(filter, &values);
            if missed == 0 {
                ids.push(FindingId::from(finding));
            } else if missed & !STATES == 0 && self.unnamed[finding] {
                unnamed += 1;
            }
            for (i, counts) in counts.iter_mut().enumerate() {
                if missed & !(1 << i) == 0 {
                    let len = counts.len();
                    count(values[i], |value| counts[value] += 1, len);
                }
            }
        }
        Answer { ids, counts, unnamed }
    }

    /// Findings that fit, by the values of two facets: rows, then columns.
    pub fn cross(
        &self,
        ground: Ground,
        filter: &Filter,
        hits: Option<&[bool]>,
        [rows, columns]: [FacetKey; 2],
    ) -> Vec<Vec<usize>> {
        let width = (columns.facet().len)(ground);
        let mut table = vec![vec![0; width]; (rows.facet().len)(ground)];
        for finding in self.sought(hits) {
            let values = self.of(ground, finding);
            if Self::missed(filter, &values) == 0 {
                for (r, row) in table.iter_mut().enumerate().take(MOST) {
                    if values[rows as usize] >> r & 1 == 1 {
                        count(values[columns as usize], |c| row[c] += 1, width);
                    }
                }
            }
        }
        table
    }

    fn sought<'a>(&'a self, hits: Option<&'a [bool]>) -> impl Iterator<Item = usize> + 'a {
        (0..self.values.len()).filter(move |i| hits.is_none_or(|hits| hits[*i]))
    }
}

/// Calls for each value below `len`.
fn count(mut values: Bits, mut add: impl FnMut(usize), len: usize) {
    while values != 0 {
        let value = values.trailing_zeros() as usize;
        values &= values - 1;
        if value < len {
            add(value);
        }
    }
}
