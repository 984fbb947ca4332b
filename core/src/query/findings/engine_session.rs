//! Engine session with the last query.
//!
//! Most interactions change one value; the engine then counts only the records that are added or
//! removed.

use std::sync::Arc;

use super::super::engine::{self, IndexBuilder, QuerySession, RecordOrder};
use super::super::facets::{FACETS, FacetContext, FacetKey, FindingValues, ValueMask};
use super::super::filter::Filter;
use super::super::text::{SearchIndex, SearchIndexBuilder, SearchResult};
use super::result::FindingsResult;
use crate::model::{Dataset, FindingId, StateSet};

/// Facets that findings of unnamed states or voices never match.
const BY_STATE: [usize; 2] = [FacetKey::State as usize, FacetKey::Group as usize];

/// A query: the filter and the search text.
type FindingsQuery = (Filter, Option<String>);

/// Engine index, session and caches for findings.
#[derive(Debug)]
pub(super) struct FindingsEngine {
    /// Records are the findings, by id; facets are those of the registry.
    index: engine::Index,
    session: QuerySession,
    /// Members of the groups in the index: those of the scheme last used.
    groups: Vec<StateSet>,
    /// Query that the session holds.
    applied: FindingsQuery,
    /// Order by relevance, if there is a search text.
    order: Option<RecordOrder>,
    /// Findings about states, or with voices, that the report does not name.
    unnamed: engine::Bitmap,
    /// Search index, built at the first search to keep start-up short.
    words: Option<SearchIndex>,
    /// The search index while it is built.
    words_so_far: Option<SearchIndexBuilder>,
    found: Option<(String, Arc<SearchResult>)>,
    result: Option<(FindingsQuery, Arc<FindingsResult>)>,
}

impl FindingsEngine {
    /// Builds the index; no query is applied yet.
    pub fn new(ds: &Dataset) -> Self {
        let facet_context = FacetContext { ds, scheme: None };
        let lengths: Vec<usize> = FACETS.iter().map(|facet| (facet.len)(facet_context)).collect();
        let mut builder = IndexBuilder::new(&lengths);
        let mut unnamed = engine::Bitmap::none(ds.findings.len());
        for (record, finding) in (0..).zip(&ds.findings) {
            for (i, facet) in FACETS.iter().enumerate() {
                if let Some(FindingValues::PerFinding(of)) = facet.finding {
                    values(of(facet_context, finding)).for_each(|value| builder.value(i, value));
                }
            }
            builder.end_record();
            if finding.has_unnamed() {
                unnamed.insert(record);
            }
        }
        let index = builder.finish(None);
        let index = index.unwrap_or_else(|_| unreachable!("facets of 128 values, in the order as they came"));
        let session = QuerySession::new(&index);
        Self {
            index,
            session,
            groups: Vec::new(),
            applied: FindingsQuery::default(),
            order: None,
            unnamed,
            words: None,
            words_so_far: None,
            found: None,
            result: None,
        }
    }

    /// Returns the search index; the first call builds what is left of it.
    fn words(&mut self, ds: &Dataset) -> &SearchIndex {
        let so_far = &mut self.words_so_far;
        self.words
            .get_or_insert_with(|| so_far.take().unwrap_or_else(|| SearchIndexBuilder::new(ds)).finish(ds))
    }

    /// Indexes one more text for the search; returns false once the search index is built.
    pub fn index_next_text(&mut self, ds: &Dataset) -> bool {
        if self.words.is_some() {
            return false;
        }
        let is_left = self.words_so_far.get_or_insert_with(|| SearchIndexBuilder::new(ds)).step(ds);
        if !is_left {
            self.words(ds);
        }
        is_left
    }

    /// Runs a search; the last result is cached.
    pub fn find(&mut self, ds: &Dataset, query: &str) -> Arc<SearchResult> {
        if let Some((text, found)) = &self.found
            && text == query
        {
            return Arc::clone(found);
        }
        let found = Arc::new(self.words(ds).find(ds, query));
        self.found = Some((query.to_owned(), Arc::clone(&found)));
        found
    }

    /// Returns the result of a query; the last result is cached.
    pub fn result(
        &mut self,
        facet_context: FacetContext,
        filter: &Filter,
        search: Option<&str>,
    ) -> Arc<FindingsResult> {
        self.index(facet_context);
        if let Some((query, result)) = &self.result
            && is_same_query(query, filter, search)
        {
            return Arc::clone(result);
        }
        self.apply_query(facet_context, filter, search);
        let (index, session) = (&self.index, &mut self.session);
        let counts =
            (0..FACETS.len()).map(|i| session.counts(index, i).iter().map(|n| *n as usize).collect());
        let counts = counts.collect();
        let total = session.total(index) as usize;
        let ids = session.page(index, self.order.as_ref(), 0, total);
        let ids = ids.iter().map(|record| FindingId::from(*record as usize)).collect();
        let unnamed = session.count_ignoring(index, &BY_STATE, &self.unnamed) as usize;
        let result = Arc::new(FindingsResult { ids, counts, unnamed });
        self.result = Some((self.applied.clone(), Arc::clone(&result)));
        result
    }

    /// Returns the index, with the groups of the active scheme.
    pub fn index(&mut self, facet_context: FacetContext) -> &engine::Index {
        for (i, facet) in FACETS.iter().enumerate() {
            if let Some(FindingValues::States(of)) = facet.finding {
                self.regroup(i, of(facet_context));
            }
        }
        &self.index
    }

    /// Replaces the groups, which are unions of states, if they changed.
    ///
    /// This resets the session and its caches; a change of scheme is rare.
    fn regroup(&mut self, facet: usize, groups: Vec<StateSet>) {
        if groups == self.groups {
            return;
        }
        let members: Vec<Vec<u32>> = groups.iter().map(|group| values(group.0.into()).collect()).collect();
        let done = self.index.regroup(facet, FacetKey::State as usize, &members);
        done.unwrap_or_else(|_| unreachable!("a choice has 128 bits, and no facet more values"));
        self.groups = groups;
        self.session = QuerySession::new(&self.index);
        self.applied = FindingsQuery::default();
        self.order = None;
        self.result = None;
    }

    /// Applies a query to the session, changing only what differs from the last one.
    pub fn apply_query(
        &mut self,
        facet_context: FacetContext,
        filter: &Filter,
        search: Option<&str>,
    ) -> (&engine::Index, &mut QuerySession) {
        self.index(facet_context);
        if self.applied.1.as_deref() != search {
            let found = search.map(|text| self.find(facet_context.ds, text));
            self.session.restrict_to(found.as_ref().map(|found| &found.hits));
            self.order = found.and_then(|found| self.index.order(&found.ranked).ok());
            self.applied.1 = search.map(str::to_owned);
        }
        let was = std::mem::replace(&mut self.applied.0, *filter);
        let facets = FACETS.iter().enumerate().filter(|(_, facet)| facet.finding.is_some());
        let changes = facets.map(|(i, facet)| (i, was.chosen(facet.key), filter.chosen(facet.key)));
        let changes: Vec<_> = changes.filter(|(_, was, now)| was != now).collect();
        match changes.as_slice() {
            [(facet, was, now)] if (was ^ now).is_power_of_two() => {
                self.session.toggle(&self.index, *facet, (was ^ now).trailing_zeros());
            }
            changes => {
                for (facet, _, now) in changes {
                    self.session.choose(*facet, &values(*now).collect::<Vec<_>>());
                }
            }
        }
        (&self.index, &mut self.session)
    }
}

fn is_same_query(query: &FindingsQuery, filter: &Filter, search: Option<&str>) -> bool {
    query.0 == *filter && query.1.as_deref() == search
}

/// Iterates over the values in a set.
fn values(mut bits: ValueMask) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let value = (bits != 0).then(|| bits.trailing_zeros());
        bits &= bits.wrapping_sub(1);
        value
    })
}
