//! Table of the versions of the data: what each has changed.

use super::model::{LazyTable, plain};
use crate::model::Date;
use crate::text::{Key, Lang};
use crate::view::context::ViewContext;

/// Versions in their order: fingerprint, day, what changed in English and in Russian. Not in the
/// dataset, as its fingerprint would change.
const JOURNAL: &str = include_str!("../../../../data/corrections.tsv");

/// A version of the data.
struct Version {
    fingerprint: &'static str,
    day: &'static str,
    changed: [&'static str; 2],
}

/// Iterates over the versions, the newest last.
fn versions() -> impl Iterator<Item = Version> {
    JOURNAL.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let mut next = || cells.next();
        Some(Version { fingerprint: next()?, day: next()?, changed: [next()?, next()?] })
    })
}

/// Number of versions.
pub(super) fn count() -> usize {
    versions().count()
}

/// Returns the table, the newest version first.
pub(super) fn table(cx: ViewContext<'_>) -> LazyTable<'_> {
    let fmt = cx.formatter();
    let row = |version: &Version| {
        let [en, ru] = version.changed;
        let day = Date::parse(version.day).map_or_else(|| version.day.to_owned(), |date| fmt.date(date));
        let changed = if fmt.lang == Lang::En { en } else { ru };
        plain(vec![version.fingerprint.to_owned(), day, changed.to_owned()])
    };
    let versions: Vec<Version> = versions().collect();
    LazyTable::whole(
        &[Key::DataVersion, Key::Date, Key::CorrectionsWhat],
        versions.iter().rev().map(row).collect(),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_is_a_version_of_its_own() {
        let rows: Vec<Version> = versions().collect();
        assert_eq!(rows.len(), JOURNAL.lines().count() - 1);
        assert!(JOURNAL.lines().all(|line| line.split('\t').filter(|cell| !cell.is_empty()).count() == 4));
        let fingerprints: BTreeSet<&str> = rows.iter().map(|row| row.fingerprint).collect();
        assert_eq!(fingerprints.len(), rows.len());
        assert!(fingerprints.iter().all(|f| f.len() == 8 && f.bytes().all(|b| b.is_ascii_hexdigit())));
        assert!(rows.iter().all(|row| Date::parse(row.day).is_some()));
        assert!(rows.is_sorted_by_key(|row| row.day));
    }

    #[test]
    fn the_newest_version_is_that_of_the_data() {
        let last = versions().last().map(|version| version.fingerprint);
        assert_eq!(last, Some(crate::DATA_VERSION), "add a row to data/corrections.tsv: what changed");
    }
}
