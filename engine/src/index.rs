//! What was built and does not change: facets, text, order.

use crate::bits::Bits;
use crate::builder::{Problem, is_permutation};
use crate::facet::Facet;
use crate::text::Text;

/// Records with their facets and words, ready to be asked by a [`Session`](crate::Session).
#[derive(Debug)]
pub struct Index {
    pub(crate) facets: Vec<Facet>,
    text: Text,
    records: usize,
    /// The record at each place of the default order.
    order: Option<Vec<u32>>,
}

/// An order other than the default one.
#[derive(Clone, Debug)]
pub struct Order {
    /// Places in the default order, as they come in this one.
    pub(crate) ranks: Vec<u32>,
    /// Where in this order each place of the default order comes.
    pub(crate) places: Vec<u32>,
}

impl Index {
    pub(crate) fn new(facets: Vec<Facet>, text: Text, records: usize, order: Option<Vec<u32>>) -> Self {
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
        self.facets.get(facet).map_or(0, Facet::values)
    }

    /// How many records have each value of a facet, whatever is chosen.
    #[must_use]
    pub fn totals(&self, facet: usize) -> &[u32] {
        self.facets.get(facet).map_or(&[], Facet::totals)
    }

    /// The words and their records.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The number, as it was put in, of the record at a place of the default order.
    #[must_use]
    pub fn record(&self, rank: u32) -> u32 {
        self.order.as_ref().map_or(rank, |order| order[rank as usize])
    }

    /// The records of a set, as they were put in, in the default order.
    pub fn members<'a>(&'a self, set: &'a Bits) -> impl Iterator<Item = u32> + 'a {
        set.ones().map(|rank| self.record(rank))
    }

    /// Another order, from the numbers of the records as they come in it.
    ///
    /// # Errors
    /// If that is not each number once.
    pub fn order(&self, records: &[u32]) -> Result<Order, Problem> {
        if !is_permutation(records, self.records) {
            return Err(Problem::NotAnOrder);
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
        Ok(Order { ranks, places })
    }
}
