//! Links as they arrive: what each must equal, and whether the reader is told of a loss.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

use cisconf_core::state::{MAX_LINK, decode, encode};

#[test]
fn every_damaged_link_of_the_list_leads_where_it_led() {
    let ds = cisconf_core::embedded().unwrap();
    let rows: Vec<Vec<_>> =
        include_str!("fixtures/links.tsv").lines().skip(1).map(|row| row.split('\t').collect()).collect();
    assert!(rows.len() > 20);
    for row in rows {
        let [given, equals, notice, why] = row[..] else { panic!("{row:?}") };
        let (given_is, equals_is) = (decode(given, &ds), decode(equals, &ds));
        assert_eq!(given_is.state, equals_is.state, "{why}: {given}");
        assert_eq!(!given_is.dropped.is_empty(), notice == "yes", "{why}: {given} {:?}", given_is.dropped);
        assert_eq!(equals_is.dropped, [], "{equals}");
    }
}

#[test]
fn a_link_of_a_megabyte_is_cut_and_told() {
    let ds = cisconf_core::embedded().unwrap();
    let long = |piece: &str| format!("#/instruments?v=1&s=GEO&{}", piece.repeat(1_000_000 / piece.len()));
    for piece in [
        "%25",
        "%2526",
        "=\n",
        "a=\r\n",
        "&amp;",
        "&amp",
        "=3D",
        "&utm_a=1",
        ".",
        "%E2%80%8B",
        "&v=1",
        "я",
        "?",
    ] {
        let decoded = decode(&long(piece), &ds);
        assert!(!decoded.dropped.is_empty(), "{piece}");
        assert!(encode(&decoded.state, &ds).len() < MAX_LINK);
        assert!(encode(&decoded.state, &ds).starts_with("#/instruments?v=1&s=GEO"), "{piece}");
    }
}
