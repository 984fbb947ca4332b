//! Which findings fit, the count each value of a facet would give, and cross-tables of two facets: the engine asked in the
//! words of facets.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::desk::Desk;
use super::facets::{Bits, FacetKey, Ground, MOST};
use super::filter::Filter;
use super::text::Found;
use crate::model::{Dataset, FindingId};

/// The findings of a dataset, ready to be asked; every call takes that dataset. What was asked last is kept, so that all
/// parts of a page that ask the same are answered by one search and one count.
#[derive(Debug)]
pub struct Index {
    // A page has one thread: nobody waits. The lock is what makes an index that remembers fit for a `static`.
    desk: Mutex<Desk>,
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Findings that fit: the best first where words are sought, else in the report's reading order.
    pub ids: Vec<FindingId>,
    /// For each facet, in the order of the registry, how many findings each value would leave, ignoring the facet's own
    /// choice.
    pub counts: Vec<Vec<usize>>,
    /// With states or groups chosen: findings that fit but for that choice, and are about states, or told by voices,
    /// that the report does not name.
    pub unnamed: usize,
}

impl Index {
    /// The index of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        Self { desk: Mutex::new(Desk::new(ds)) }
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        // Whoever stopped in the middle of a question left none that is known.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What has the words of a query.
    pub fn find(&self, ds: &Dataset, query: &str) -> Arc<Found> {
        self.desk().find(ds, query)
    }

    /// Asks for what fits, and has the words `sought`, where given.
    pub fn ask(&self, ground: Ground, filter: &Filter, sought: Option<&str>) -> Arc<Answer> {
        self.desk().answer(ground, filter, sought)
    }

    /// How many findings fit, and nothing else; the answer to [`Self::ask`] is kept.
    pub fn count(&self, ground: Ground, filter: &Filter, sought: Option<&str>) -> usize {
        let mut desk = self.desk();
        let (index, session) = desk.stand(ground, filter, sought);
        session.total(index) as usize
    }

    /// Findings that fit, by the values of two facets: rows, then columns.
    pub fn cross(
        &self,
        ground: Ground,
        filter: &Filter,
        sought: Option<&str>,
        [rows, columns]: [FacetKey; 2],
    ) -> Vec<Vec<usize>> {
        let mut desk = self.desk();
        let (index, session) = desk.stand(ground, filter, sought);
        let (height, width) = (index.values(rows as usize), index.values(columns as usize));
        let table = session.crosstab(index, rows as usize, columns as usize);
        let row = |r: usize| table[r * width..][..width].iter().map(|n| *n as usize).collect();
        (0..height).map(row).collect()
    }

    /// The values of a facet that any finding has.
    pub fn present(&self, ground: Ground, facet: FacetKey) -> Bits {
        let mut desk = self.desk();
        let totals = desk.index(ground).totals(facet as usize);
        let some = totals.iter().take(MOST).enumerate().filter(|(_, n)| **n > 0);
        some.fold(0, |set, (value, _)| set | 1 << value)
    }

    /// Those of some findings that have a value of a facet.
    pub fn having(
        &self,
        ground: Ground,
        (facet, value): (FacetKey, usize),
        among: &[FindingId],
    ) -> Vec<FindingId> {
        let having = self.desk().index(ground).having(facet as usize, value as u32);
        among.iter().copied().filter(|id| having.contains(u32::from(id.0))).collect()
    }
}
