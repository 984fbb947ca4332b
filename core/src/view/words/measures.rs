//! Measures in words, beside those of `groups_measures`: where splits that are close to each other are compared.

use super::format::Formatter;
use crate::analysis::measures::{Mean, Share};
use crate::analysis::standing;
use crate::model::*;
use crate::text::{Key, Lang};
use crate::view::context::ViewContext;
use crate::view::groupings::groups::measures::{decimal, pairs};

/// Digits where close values are compared.
const CLOSE: u32 = 3;

impl Formatter<'_> {
    /// A mean to three digits with its pairs: `0.793 (16 pairs)`.
    pub fn close_mean(self, mean: Mean) -> String {
        match mean.value() {
            Some(value) => self.close(value, &pairs(self, mean.pairs)),
            None => self.t(Key::NoPairsShort),
        }
    }
    /// A value to three digits with its number: `0.466 (12 states)`.
    pub fn close(self, value: f64, n: &str) -> String {
        self.f(Key::ValueWithN, &[("value", &decimal(self, value, CLOSE)), ("n", n)])
    }
    /// Likeness of a pair, short as in a cell: `.78`, `1`, `0`.
    pub fn share_short(self, share: Share) -> String {
        if share.both == share.any || share.both == 0 {
            return self.num((share.both / share.any) as usize);
        }
        let value = decimal(self, share.value(), 2);
        // English leaves the zero out where there is little room, Russian does not.
        if self.lang == Lang::En { value.trim_start_matches('0').to_owned() } else { value }
    }
}

/// So many instruments a state is party to, on the view's date.
pub(crate) fn joined(asked: ViewContext, state: StateId) -> usize {
    let party = |i: &InstrumentId| standing(asked.ds, asked.as_of(), state, *i).is_party();
    asked.ds.instrument_ids().filter(party).count()
}
