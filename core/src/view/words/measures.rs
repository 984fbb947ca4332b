//! Text for values of measures.
//!
//! Nothing is computed here: see `analysis::measures`.

use super::format::Formatter;
use crate::analysis::measures::{
    self, GroupInstruments, JaccardFraction, Mean, Measures, PairMean, PairsByProgress, UndefinedMeasure,
    mean_silhouette,
};
use crate::text::{Key, Lang};

/// Formats a number from −1 to 1 with the given number of digits.
pub(crate) fn decimal(fmt: Formatter, value: f64, digits: u32) -> String {
    let scale = 10_u64.pow(digits);
    // Means are fractions of small numbers: the offset rounds a tie up whatever its last bit.
    let whole = (value.abs() * scale as f64 + 0.5 + 1e-9) as u64;
    let sign = if value < 0.0 && whole > 0 { "−" } else { "" };
    let width = digits as usize;
    format!("{sign}{}{}{:0width$}", whole / scale, fmt.text(Key::DecimalPoint), whole % scale)
}

/// Digits of a single value.
pub(crate) const DIGITS: u32 = 2;

/// Returns the reason why a measure has no value.
pub(crate) fn why(fmt: Formatter, why: UndefinedMeasure) -> String {
    fmt.text(match why {
        UndefinedMeasure::Overlapping => Key::WhyOverlapping,
        UndefinedMeasure::OneGroup => Key::WhyOneGroup,
        UndefinedMeasure::NoPairs => Key::WhyNoPairs,
        UndefinedMeasure::NoRecord => Key::WhyNoRecord,
        UndefinedMeasure::TooMany => Key::WhyTooMany,
    })
}

pub(crate) fn pairs(fmt: Formatter, n: usize) -> String {
    fmt.plural(Key::NPairs, n)
}

pub(crate) fn mean(fmt: Formatter, similarity: &PairMean) -> String {
    similarity.mean.value().map_or_else(|| fmt.text(Key::WhyNoPairs), |value| decimal(fmt, value, DIGITS))
}

/// Returns a mean with its number of pairs: `0.81 (19 pairs)`.
pub(crate) fn mean_with_n(fmt: Formatter, similarity: &PairMean) -> String {
    match similarity.mean.value() {
        Some(value) => format!("{} ({})", decimal(fmt, value, DIGITS), pairs(fmt, similarity.mean.pairs)),
        None => fmt.text(Key::NoPairsShort),
    }
}

/// Returns `3 of 19`, or that the report names none.
pub(crate) fn concluded(fmt: Formatter, pairs: &PairsByProgress) -> String {
    concluded_of(fmt, pairs.concluded.len(), pairs.pair_count)
}

/// Returns `3 of 16`, or `none named, of 16`.
pub(crate) fn concluded_of(fmt: Formatter, concluded: usize, pair_count: usize) -> String {
    match (concluded, pair_count) {
        (_, 0) => fmt.text(Key::NoPairsShort),
        (0, m) => fmt.format(Key::PairsNoneNamed, &[("m", &fmt.number(m))]),
        (k, m) => fmt.k_of_m(k, m),
    }
}

/// Returns the number of accessions still missing in groups of two or more members.
pub(crate) fn missing_accessions<'a>(
    fmt: Formatter,
    groups: impl IntoIterator<Item = &'a GroupInstruments>,
) -> String {
    let mut groups = groups.into_iter().peekable();
    if groups.peek().is_none() {
        return fmt.text(Key::WhyNoPairs);
    }
    match measures::count_missing_accessions(groups) {
        0 => fmt.text(Key::AccessionsNone),
        n => fmt.plural(Key::NAccessions, n),
    }
}

/// Returns the mean silhouette, or the reason why there is none.
pub(crate) fn silhouette(fmt: Formatter, measures: &Measures) -> String {
    match &measures.silhouettes {
        Ok(all) => mean_silhouette(all).map_or_else(String::new, |mean| decimal(fmt, mean, DIGITS)),
        Err(reason) => why(fmt, *reason),
    }
}

/// Digits of values that are close to each other and compared.
const CLOSE: u32 = 3;

impl Formatter<'_> {
    /// Returns a mean to three digits with its pairs: `0.793 (16 pairs)`.
    pub fn close_mean(self, mean: Mean) -> String {
        match mean.value() {
            Some(value) => self.close(value, &pairs(self, mean.pairs)),
            None => self.text(Key::NoPairsShort),
        }
    }
    /// Returns a value to three digits with its base: `0.466 (12 states)`.
    pub fn close(self, value: f64, n: &str) -> String {
        self.format(Key::ValueWithN, &[("value", &decimal(self, value, CLOSE)), ("n", n)])
    }
    /// Returns the similarity of a pair in the short form of a cell: `.78`, `1`, `0`.
    pub fn fraction_short(self, fraction: JaccardFraction) -> String {
        if fraction.both == fraction.any || fraction.both == 0 {
            return self.number((fraction.both / fraction.any) as usize);
        }
        let value = decimal(self, fraction.value(), 2);
        // English drops the leading zero where space is short, Russian does not.
        if self.lang == Lang::En { value.trim_start_matches('0').to_owned() } else { value }
    }
}
