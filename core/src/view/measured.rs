//! Measures in words: means with their pairs, and why a measure has no value.

use super::Asked;
use super::say::Say;
use crate::analysis::measures::{Mean, Share, Why};
use crate::analysis::standing;
use crate::model::*;
use crate::text::{self, Key};

impl Say<'_> {
    /// A mean from 0 to 1 with its number of pairs: `0.793 (16 pairs)`; "no pair" without any.
    pub fn mean(self, mean: Mean) -> String {
        match mean.value() {
            Some(value) => {
                self.f(Key::MeanOf, &[("mean", &self.decimal(value, 3)), ("pairs", &self.pairs(mean.pairs))])
            }
            None => self.t(Key::NoPair),
        }
    }
    /// `16 pairs`.
    pub fn pairs(self, n: usize) -> String {
        self.n(Key::NPairs, n)
    }
    /// Likeness of a pair, two decimals, short as in a cell: `.78`, `1`, `0`.
    pub fn share_short(self, share: Share) -> String {
        let whole = share.both == share.any || share.both == 0;
        let decimals = self.decimal(share.value(), if whole { 0 } else { 2 });
        decimals.strip_prefix('0').filter(|rest| !rest.is_empty()).map_or(decimals.clone(), str::to_owned)
    }
    /// A number with so many decimals.
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        text::decimal(self.lang, value, decimals)
    }
    /// Why a measure has no value.
    pub fn why(self, why: Why) -> String {
        self.t(match why {
            Why::Overlapping => Key::UncountedOverlapping,
            Why::OneGroup => Key::UncountedOneGroup,
            Why::NoPairs => Key::UncountedNoPairs,
            Why::NoRecord => Key::UncountedNoRecord,
            Why::TooMany => Key::UncountedTooMany,
        })
    }
}

/// So many instruments a state is party to, on the view's date.
pub(super) fn joined(asked: Asked, state: StateId) -> usize {
    let party = |i: &InstrumentId| standing(asked.ds, asked.as_of(), state, *i).is_party();
    asked.ds.instrument_ids().filter(party).count()
}
