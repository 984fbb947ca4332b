//! Queries over findings: matches, facet counts and cross-tables of two facets.
//!
//! Translates facets to the engine's terms.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::super::facets::{FacetContext, FacetKey, MAX_FACET_VALUES, ValueMask};
use super::super::filter::Filter;
use super::super::text::SearchResult;
use super::engine_session::FindingsEngine;
use super::result::FindingsResult;
use crate::model::{Dataset, FindingId};

/// Findings of a dataset, ready for queries; every call must pass that dataset.
///
/// The last result is cached, so that all parts of a page with the same query share one search and
/// one count.
#[derive(Debug)]
pub struct FindingsIndex {
    // A page has one thread, so the lock is never contended. It is needed because the index is in a
    // `static`.
    engine: OnceLock<Mutex<FindingsEngine>>,
    calls: OnceLock<EngineCalls>,
}

type EngineCall<T> = fn(&FindingsIndex, FacetContext, &Filter, Option<&str>) -> T;

/// Function pointers for the queries that the frame of every view makes.
///
/// Only [`FindingsIndex::load`] refers to the code of the engine, so that the app can put it into a
/// chunk of its own (decision 0009).
#[derive(Debug, Clone, Copy)]
struct EngineCalls {
    result: EngineCall<Arc<FindingsResult>>,
    count: EngineCall<usize>,
    present: fn(&FindingsIndex, FacetContext, FacetKey) -> ValueMask,
}

impl FindingsIndex {
    /// Creates a loaded index.
    pub fn new(ds: &Dataset) -> Self {
        let index = Self::unloaded();
        index.load(ds);
        index
    }

    /// Creates an index that finds nothing before [`Self::load`].
    pub fn unloaded() -> Self {
        Self { engine: OnceLock::new(), calls: OnceLock::new() }
    }

    /// Loads the findings of a dataset and the code that answers queries.
    pub fn load(&self, ds: &Dataset) {
        self.engine.get_or_init(|| Mutex::new(FindingsEngine::new(ds)));
        self.calls.get_or_init(|| EngineCalls {
            result: |index, facet_context, filter, search| {
                index.engine().result(facet_context, filter, search)
            },
            count: |index, facet_context, filter, search| {
                let mut engine = index.engine();
                let (index, session) = engine.apply_query(facet_context, filter, search);
                session.total(index) as usize
            },
            present: |index, facet_context, facet| {
                let mut engine = index.engine();
                let totals = engine.index(facet_context).totals(facet as usize);
                let some = totals.iter().take(MAX_FACET_VALUES).enumerate().filter(|(_, n)| **n > 0);
                some.fold(0, |set, (value, _)| set | 1 << value)
            },
        });
    }

    /// Whether findings are loaded; before, every query has an empty result.
    pub fn is_loaded(&self) -> bool {
        self.calls.get().is_some()
    }

    fn engine(&self) -> MutexGuard<'_, FindingsEngine> {
        let engine = self
            .engine
            .get()
            .unwrap_or_else(|| unreachable!("only views of findings ask, and bring it first"));
        // A poisoned lock is safe to use: a result is cached only after its query completed.
        engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a search.
    pub fn find(&self, ds: &Dataset, query: &str) -> Arc<SearchResult> {
        self.engine().find(ds, query)
    }

    /// Indexes one more text, so that the first search is fast; returns false after the last.
    pub fn index_next_text(&self, ds: &Dataset) -> bool {
        self.engine().index_next_text(ds)
    }

    /// Returns the findings that match the filter and the search text, with facet counts.
    pub fn search(
        &self,
        facet_context: FacetContext,
        filter: &Filter,
        search: Option<&str>,
    ) -> Arc<FindingsResult> {
        self.calls.get().map(|calls| (calls.result)(self, facet_context, filter, search)).unwrap_or_default()
    }

    /// Returns the number of matching findings; keeps the cached result of [`Self::ask`].
    pub fn count(&self, facet_context: FacetContext, filter: &Filter, search: Option<&str>) -> usize {
        self.calls.get().map_or(0, |calls| (calls.count)(self, facet_context, filter, search))
    }

    /// Returns the cross-table of two facets over the matching findings: rows, then columns.
    pub fn cross(
        &self,
        facet_context: FacetContext,
        filter: &Filter,
        search: Option<&str>,
        [rows, columns]: [FacetKey; 2],
    ) -> Vec<Vec<usize>> {
        let mut engine = self.engine();
        let (index, session) = engine.apply_query(facet_context, filter, search);
        let (height, width) = (index.values(rows as usize), index.values(columns as usize));
        let table = session.cross_table(index, rows as usize, columns as usize);
        let row = |r: usize| table[r * width..][..width].iter().map(|n| *n as usize).collect();
        (0..height).map(row).collect()
    }

    /// Returns the values of a facet that at least one finding has.
    pub fn present(&self, facet_context: FacetContext, facet: FacetKey) -> ValueMask {
        self.calls.get().map_or(0, |calls| (calls.present)(self, facet_context, facet))
    }

    /// Returns those of the given findings that have a value of a facet.
    pub fn having(
        &self,
        facet_context: FacetContext,
        (facet, value): (FacetKey, usize),
        among: &[FindingId],
    ) -> Vec<FindingId> {
        let having = self.engine().index(facet_context).having(facet as usize, value as u32);
        among.iter().copied().filter(|id| having.contains(u32::from(id.0))).collect()
    }
}
