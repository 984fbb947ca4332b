//! The immutable index: facets, text, default order.

use crate::bits::Bitmap;
use crate::builder::{BuildError, is_permutation};
use crate::facet::{FacetIndex, MOST_VALUES};
use crate::text::TextIndex;

/// Records with their facets and words, queried by a [`QuerySession`](crate::QuerySession).
#[derive(Debug)]
pub struct Index {
    pub(crate) facets: Vec<FacetIndex>,
    text: TextIndex,
    records: usize,
    /// Record at each position of the default order.
    order: Option<Vec<u32>>,
}

/// An order other than the default one.
#[derive(Clone, Debug)]
pub struct RecordOrder {
    /// Positions in the default order, in this order.
    pub(crate) ranks: Vec<u32>,
    /// Position in this order of each position of the default order.
    pub(crate) places: Vec<u32>,
}

impl Index {
    pub(crate) fn new(
        facets: Vec<FacetIndex>,
        text: TextIndex,
        records: usize,
        order: Option<Vec<u32>>,
    ) -> Self {
        Self { facets, text, records, order }
    }

    /// Number of records.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records
    }

    /// Number of facets.
    #[must_use]
    pub fn facets(&self) -> usize {
        self.facets.len()
    }

    /// Number of values of a facet; 0 for an unknown facet.
    #[must_use]
    pub fn values(&self, facet: usize) -> usize {
        self.facets.get(facet).map_or(0, FacetIndex::values)
    }

    /// Number of records with each value of a facet, without any filter.
    #[must_use]
    pub fn totals(&self, facet: usize) -> &[u32] {
        self.facets.get(facet).map_or(&[], FacetIndex::records_of_value)
    }

    /// Returns the records with a value of a facet.
    #[must_use]
    pub fn having(&self, facet: usize, value: u32) -> Bitmap {
        let mut bits = Bitmap::none(self.records);
        if let Some(facet) = self.facets.get(facet) {
            facet.add_value(value, &mut bits);
        }
        bits
    }

    /// Rebuilds a facet from another one, as when countries are regrouped.
    ///
    /// A record has a value if it has one of the values of `of` that are its members. Any earlier
    /// [`QuerySession`](crate::QuerySession) must be discarded. Unknown facets change nothing.
    ///
    /// # Errors
    /// If there are more values than a facet can hold.
    pub fn regroup(&mut self, facet: usize, of: usize, members: &[Vec<u32>]) -> Result<(), BuildError> {
        if members.len() > MOST_VALUES {
            return Err(BuildError::TooManyValues { facet });
        }
        let Some(from) = self.facets.get(of) else { return Ok(()) };
        let mut values_of = vec![Vec::new(); from.values()];
        for (value, members) in (0u16..).zip(members) {
            for member in members {
                if let Some(values) = values_of.get_mut(*member as usize) {
                    values.push(value);
                }
            }
        }
        let (mut lengths, mut codes) = (Vec::with_capacity(self.records), Vec::new());
        for record in 0..self.records as u32 {
            let start = codes.len();
            from.codes().for_each_value(record, &mut |member| {
                for value in &values_of[member] {
                    if !codes[start..].contains(value) {
                        codes.push(*value);
                    }
                }
            });
            lengths.push((codes.len() - start) as u16);
        }
        if let Some(facet) = self.facets.get_mut(facet) {
            *facet = FacetIndex::new(members.len(), &lengths, &codes);
        }
        Ok(())
    }

    /// Returns the text index.
    #[must_use]
    pub fn text(&self) -> &TextIndex {
        &self.text
    }

    /// Returns the number under which the record at a position of the default order was inserted.
    #[must_use]
    pub fn record(&self, rank: u32) -> u32 {
        self.order.as_ref().map_or(rank, |order| order[rank as usize])
    }

    /// Iterates over the records of a set by insertion number, in the default order.
    pub fn members<'a>(&'a self, set: &'a Bitmap) -> impl Iterator<Item = u32> + 'a {
        set.ones().map(|rank| self.record(rank))
    }

    /// Creates another order from the record numbers.
    ///
    /// # Errors
    /// If they are not a permutation.
    pub fn order(&self, records: &[u32]) -> Result<RecordOrder, BuildError> {
        if !is_permutation(records, self.records) {
            return Err(BuildError::NotAnOrder);
        }
        let mut rank_of = vec![0; self.records];
        for rank in 0..self.records as u32 {
            rank_of[self.record(rank) as usize] = rank;
        }
        let ranks: Vec<u32> = records.iter().map(|record| rank_of[*record as usize]).collect();
        let mut places = rank_of;
        for (place, rank) in (0..).zip(&ranks) {
            places[*rank as usize] = place;
        }
        Ok(RecordOrder { ranks, places })
    }
}
