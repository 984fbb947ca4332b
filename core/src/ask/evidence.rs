//! What an answer rests on: dates as printed in the data, sources, pages.

use super::order::sort_short;
use crate::model::*;

/// Writes a date as EDTF.
pub fn edtf(date: Date) -> String {
    match date {
        Date::Year(y) => format!("{y:04}"),
        Date::Month(y, m) | Date::Season(y, m) => format!("{y:04}-{m:02}"),
        Date::Day(day) => day.to_string(),
        Date::Interval(from, to) => {
            let end = |end: Option<date::Simple>| end.map_or_else(|| "..".to_owned(), simple);
            format!("{}/{}", end(from), end(to))
        }
    }
}

fn simple(date: date::Simple) -> String {
    match date {
        date::Simple::Year(y) => format!("{y:04}"),
        date::Simple::Month(y, m) => format!("{y:04}-{m:02}"),
        date::Simple::Day(day) => day.to_string(),
    }
}

/// Adds sources that are not there yet.
pub fn add(sources: &mut Vec<Source>, more: &[Source]) {
    for source in more {
        if !sources.contains(source) {
            sources.push(*source);
        }
    }
}

/// Returns the pages of the sources, in order.
pub fn pages(ds: &Dataset, sources: &[Source]) -> Vec<u16> {
    let mut pages: Vec<u16> =
        sources.iter().filter_map(|source| ds.pages_of(*source)).flat_map(|[from, to]| from..=to).collect();
    sort_short(&mut pages, |a, b| a < b);
    pages.dedup();
    pages
}
