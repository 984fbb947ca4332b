//! Which findings fit, the count each value of a facet would give, and cross-tables of two facets: the engine asked in the
//! words of facets.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::super::facets::{FacetContext, FacetKey, MAX_FACET_VALUES, ValueMask};
use super::super::filter::Filter;
use super::super::text::SearchResult;
use super::engine_session::FindingsEngine;
use super::result::FindingsResult;
use crate::model::{Dataset, FindingId};

/// The findings of a dataset, ready to be asked; every call takes that dataset. What was asked last is kept, so that all
/// parts of a page that ask the same are answered by one search and one count.
#[derive(Debug)]
pub struct FindingsIndex {
    // A page has one thread: nobody waits. The lock is what makes an index that remembers fit for a `static`.
    desk: OnceLock<Mutex<FindingsEngine>>,
    asks: OnceLock<EngineCalls>,
}

type EngineCall<T> = fn(&FindingsIndex, FacetContext, &Filter, Option<&str>) -> T;

/// What the frame around every view asks. It calls by these pointers, so that the code of the engine is only where it is
/// brought: in the app, a part that comes later (decision 0009).
#[derive(Debug, Clone, Copy)]
struct EngineCalls {
    answer: EngineCall<Arc<FindingsResult>>,
    count: EngineCall<usize>,
    present: fn(&FindingsIndex, FacetContext, FacetKey) -> ValueMask,
}

impl FindingsIndex {
    /// The index of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        let index = Self::unloaded();
        index.load(ds);
        index
    }

    /// An index that knows nothing before [`Self::bring`].
    pub fn unloaded() -> Self {
        Self { desk: OnceLock::new(), asks: OnceLock::new() }
    }

    /// Brings the findings of a dataset, and the code that answers.
    pub fn load(&self, ds: &Dataset) {
        self.desk.get_or_init(|| Mutex::new(FindingsEngine::new(ds)));
        self.asks.get_or_init(|| EngineCalls {
            answer: |index, ground, filter, sought| index.desk().answer(ground, filter, sought),
            count: |index, ground, filter, sought| {
                let mut desk = index.desk();
                let (index, session) = desk.apply_query(ground, filter, sought);
                session.total(index) as usize
            },
            present: |index, ground, facet| {
                let mut desk = index.desk();
                let totals = desk.index(ground).totals(facet as usize);
                let some = totals.iter().take(MAX_FACET_VALUES).enumerate().filter(|(_, n)| **n > 0);
                some.fold(0, |set, (value, _)| set | 1 << value)
            },
        });
    }

    /// Whether it can be asked; what it answers before knows of no finding.
    pub fn is_loaded(&self) -> bool {
        self.asks.get().is_some()
    }

    fn desk(&self) -> MutexGuard<'_, FindingsEngine> {
        let desk =
            self.desk.get().unwrap_or_else(|| unreachable!("only views of findings ask, and bring it first"));
        // Whoever stopped in the middle of a question left none that is known.
        desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What has the words of a query.
    pub fn find(&self, ds: &Dataset, query: &str) -> Arc<SearchResult> {
        self.desk().find(ds, query)
    }

    /// Reads the words, so that the first search need not.
    pub fn read_words(&self, ds: &Dataset) {
        self.desk().words(ds);
    }

    /// EngineCalls for what fits, and has the words `sought`, where given.
    pub fn ask(&self, ground: FacetContext, filter: &Filter, sought: Option<&str>) -> Arc<FindingsResult> {
        self.asks.get().map(|asks| (asks.answer)(self, ground, filter, sought)).unwrap_or_default()
    }

    /// How many findings fit, and nothing else; the answer to [`Self::ask`] is kept.
    pub fn count(&self, ground: FacetContext, filter: &Filter, sought: Option<&str>) -> usize {
        self.asks.get().map_or(0, |asks| (asks.count)(self, ground, filter, sought))
    }

    /// Findings that fit, by the values of two facets: rows, then columns.
    pub fn cross(
        &self,
        ground: FacetContext,
        filter: &Filter,
        sought: Option<&str>,
        [rows, columns]: [FacetKey; 2],
    ) -> Vec<Vec<usize>> {
        let mut desk = self.desk();
        let (index, session) = desk.apply_query(ground, filter, sought);
        let (height, width) = (index.values(rows as usize), index.values(columns as usize));
        let table = session.crosstab(index, rows as usize, columns as usize);
        let row = |r: usize| table[r * width..][..width].iter().map(|n| *n as usize).collect();
        (0..height).map(row).collect()
    }

    /// The values of a facet that any finding has.
    pub fn present(&self, ground: FacetContext, facet: FacetKey) -> ValueMask {
        self.asks.get().map_or(0, |asks| (asks.present)(self, ground, facet))
    }

    /// Those of some findings that have a value of a facet.
    pub fn having(
        &self,
        ground: FacetContext,
        (facet, value): (FacetKey, usize),
        among: &[FindingId],
    ) -> Vec<FindingId> {
        let having = self.desk().index(ground).having(facet as usize, value as u32);
        among.iter().copied().filter(|id| having.contains(u32::from(id.0))).collect()
    }
}
