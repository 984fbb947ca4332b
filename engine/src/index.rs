//! What was built and does not change: facets, text, order.

use crate::bits::Bitmap;
use crate::builder::{BuildError, is_permutation};
use crate::facet::{FacetIndex, MOST_VALUES};
use crate::text::TextIndex;

/// Records with their facets and words, ready to be asked by a [`QuerySession`](crate::QuerySession).
#[derive(Debug)]
pub struct Index {
    pub(crate) facets: Vec<FacetIndex>,
    text: TextIndex,
    records: usize,
    /// The record at each place of the default order.
    order: Option<Vec<u32>>,
}

/// An order other than the default one.
#[derive(Clone, Debug)]
pub struct RecordOrder {
    /// Places in the default order, as they come in this one.
    pub(crate) ranks: Vec<u32>,
    /// Where in this order each place of the default order comes.
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

    /// How many records there are.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records
    }

    /// How many facets there are.
    #[must_use]
    pub fn facets(&self) -> usize {
        self.facets.len()
    }

    /// How many values a facet has; none where there is no such facet.
    #[must_use]
    pub fn values(&self, facet: usize) -> usize {
        self.facets.get(facet).map_or(0, FacetIndex::values)
    }

    /// How many records have each value of a facet, whatever is chosen.
    #[must_use]
    pub fn totals(&self, facet: usize) -> &[u32] {
        self.facets.get(facet).map_or(&[], FacetIndex::totals)
    }

    /// The records that have a value of a facet.
    #[must_use]
    pub fn having(&self, facet: usize, value: u32) -> Bitmap {
        let mut bits = Bitmap::none(self.records);
        if let Some(facet) = self.facets.get(facet) {
            facet.add_value(value, &mut bits);
        }
        bits
    }

    /// Makes a facet anew from another one, as when countries are put into other groups: a record has a value if it has one
    /// of the values of `of` that are its members. A [`QuerySession`](crate::QuerySession) of before is of no use afterwards. Facets
    /// that do not exist change nothing.
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
        let (mut lens, mut codes) = (Vec::with_capacity(self.records), Vec::new());
        for record in 0..self.records as u32 {
            let start = codes.len();
            from.codes().each(record, &mut |member| {
                for value in &values_of[member] {
                    if !codes[start..].contains(value) {
                        codes.push(*value);
                    }
                }
            });
            lens.push((codes.len() - start) as u16);
        }
        if let Some(facet) = self.facets.get_mut(facet) {
            *facet = FacetIndex::new(members.len(), &lens, &codes);
        }
        Ok(())
    }

    /// The words and their records.
    #[must_use]
    pub fn text(&self) -> &TextIndex {
        &self.text
    }

    /// The number, as it was put in, of the record at a place of the default order.
    #[must_use]
    pub fn record(&self, rank: u32) -> u32 {
        self.order.as_ref().map_or(rank, |order| order[rank as usize])
    }

    /// The records of a set, as they were put in, in the default order.
    pub fn members<'a>(&'a self, set: &'a Bitmap) -> impl Iterator<Item = u32> + 'a {
        set.ones().map(|rank| self.record(rank))
    }

    /// Another order, from the numbers of the records as they come in it.
    ///
    /// # Errors
    /// If that is not each number once.
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
