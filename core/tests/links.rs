//! Tests the decoding of damaged links: the equivalent link, and whether a loss is reported.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

use cisconf_core::DATA_VERSION;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{LinkError, MAX_LINK, dated, decode, encode};
use cisconf_core::text::load_russian;
use cisconf_core::view::{ViewContext, frame};

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
        assert_eq!(!given_is.errors.is_empty(), notice == "yes", "{why}: {given} {:?}", given_is.errors);
        assert_eq!(equals_is.errors, [], "{equals}");
    }
}

/// The fixture holds every link that a test of this project has ever had, with its meaning.
///
/// Rows are added, never changed: when a view or parameter moves, a rule of `state/migrations.rs`
/// keeps the meaning. A notice may come to a row in which a second reading was found: a grouping
/// that ends in the colon of an empty group may as well be cut there.
#[test]
fn every_link_of_the_history_keeps_its_meaning() {
    let ds = cisconf_core::embedded().unwrap();
    let rows = include_str!("fixtures/links-history.tsv").lines().skip(1);
    let mut n = 0;
    for row in rows {
        let [link, equals, notice] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let decoded = decode(link, &ds);
        assert_eq!(decoded.state, decode(equals, &ds).state, "{link}");
        assert_eq!(!decoded.errors.is_empty(), notice == "yes", "{link}: {:?}", decoded.errors);
        n += 1;
    }
    assert!(n > 400, "{n} links");
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
        assert!(!decoded.errors.is_empty(), "{piece}");
        assert!(encode(&decoded.state, &ds).len() < MAX_LINK);
        assert!(encode(&decoded.state, &ds).starts_with("#/instruments?v=1&s=GEO"), "{piece}");
    }
}

/// The table of `docs/links.md`.
#[cfg(feature = "author")]
#[test]
fn the_documented_parameters_are_those_of_the_registries() {
    use cisconf_core::query::FACETS;
    use cisconf_core::state::{GROUPING_PARAMS, VIEW_PARAMS};
    use cisconf_core::text::{Key, Lang, t};

    let line =
        |name: &str, label: Key, holds: &str| format!("| `{name}` | {} | {holds} |", t(Lang::En, label));
    let params = |params: &'static [cisconf_core::state::LinkParam]| {
        params.iter().map(move |param| line(param.name, param.label, param.holds))
    };
    let facets = FACETS.iter().map(|facet| line(facet.url, facet.label, "facet"));
    let expected: Vec<_> = params(GROUPING_PARAMS).chain(facets).chain(params(VIEW_PARAMS)).collect();
    let document = include_str!("../../docs/links.md");
    let found: Vec<_> = document
        .lines()
        .skip_while(|line| *line != "|---|---|---|")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .collect();
    assert_eq!(found, expected, "\n{}\n", expected.join("\n"));
}

/// A link that is given away says if it is opened with other data, and means the same.
#[test]
fn a_dated_link_tells_of_other_data() {
    let ds = cisconf_core::embedded().unwrap();
    for link in ["#/", "#/instruments", "#/instruments?v=1&g=ukraine&s=ARM", "#/findings?v=1&q=end)&v=1"] {
        let given = dated(link);
        let (decoded, plain) = (decode(&given, &ds), decode(link, &ds));
        assert_eq!((&decoded.state, decoded.errors.len()), (&plain.state, 0), "{given}");
        assert_eq!(encode(&decoded.state, &ds), encode(&plain.state, &ds));
        // As a sentence or a chat leaves it.
        assert_eq!(decode(&format!("{given}."), &ds).errors, [], "{given}.");
        let old = given.replace(DATA_VERSION, "0123abcd");
        let decoded = decode(&old, &ds);
        assert_eq!(
            (&decoded.state, &*decoded.errors),
            (&plain.state, &[LinkError::Data("0123abcd".into())][..])
        );
    }
    let same = format!("#/data?data={}&v=1&s=ARM&data={DATA_VERSION}", DATA_VERSION.to_uppercase());
    assert_eq!(decode(&same, &ds).errors, [], "{same}");
    let asked = format!("#/data?v=1&ask=who%20agreed&amp;data={DATA_VERSION}");
    assert_eq!(decode(&asked, &ds).errors, [], "{asked}");
    for unknown in ["today", "c10"] {
        let found = decode(&format!("#/?v=1&data={unknown}"), &ds).errors;
        assert_eq!(found, [LinkError::Value("data", unknown.to_owned())]);
    }
    let twice = decode(&format!("#/?v=1&data=0123abcd&data={DATA_VERSION}"), &ds).errors;
    assert_eq!(twice, [LinkError::Data("0123abcd".to_owned())]);
}

#[test]
fn other_data_are_told_by_a_heading_of_their_own() {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    load_russian();
    let told = |link: &str| {
        let decoded = decode(link, &ds);
        let cx = ViewContext { ds: &ds, index: &index, state: &decoded.state };
        let frame = frame(cx, &decoded.errors, "test");
        (frame.dropped_title, frame.dropped)
    };
    let (title, items) = told("#/?v=1&data=0123abcd");
    assert!(title.starts_with("This link was copied with another version of the data"), "{title}");
    assert_eq!(items, [format!("data version: 0123abcd when copied, {DATA_VERSION} here")]);
    let (title, _) = told("#/?v=1&lang=ru&data=0123abcd");
    assert!(title.starts_with("Ссылка скопирована при другой версии данных"), "{title}");
    // Beside a part that was left out.
    let (title, items) = told("#/?v=1&data=0123abcd&colour=red");
    assert!(title.contains("left out") && items.len() == 2, "{title} {items:?}");
}
