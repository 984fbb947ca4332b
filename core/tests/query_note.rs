//! Tests the note by which a reader queries a datum: every kind of evidence, both languages.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::analysis::Datum;
use cisconf_core::columns::{Column, ColumnInput, ColumnTable};
use cisconf_core::model::*;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Evidence, SchemeRef, ViewState, decode};
use cisconf_core::text::Lang;
use cisconf_core::view::{QueryResult, ViewContext, evidence, query_note, query_note_in, query_offer};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

const ADDRESS: &str = "https://example.org/explorer/";
const PROGRAM: &str = "0.1.0+0123abcd";

/// A state of the view in which the evidence is open.
fn state(open: Evidence, lang: Lang) -> ViewState {
    let link = "#/instruments?v=1&g=ukraine&own=Mine.X:ARMAZE.Y:GEOMDA";
    let decoded = decode(link, &DS).state;
    ViewState { lang, open: Some(open), ..decoded }
}

fn note(state: &ViewState) -> String {
    query_note(ViewContext { ds: &DS, index: &INDEX, state }, Some(ADDRESS), PROGRAM).unwrap()
}

/// Position of the kind in [`Evidence`]. The compiler asks for a new kind.
fn kind(open: Evidence) -> usize {
    match open {
        Evidence::Cell(..) => 0,
        Evidence::Count(..) => 1,
        Evidence::State(_) => 2,
        Evidence::Instrument(_) => 3,
        Evidence::Both(..) => 4,
        Evidence::Agreement(_) => 5,
        Evidence::Pair(..) => 6,
        Evidence::Like(..) => 7,
        Evidence::Concern(..) => 8,
        Evidence::Links(..) => 9,
        Evidence::Unnamed(_) => 10,
        Evidence::Body(_) => 11,
        Evidence::CentralBody(_) => 12,
        Evidence::CentralBodies(_) => 13,
        Evidence::Indicator(_) => 14,
        Evidence::Scheme(_) => 15,
        Evidence::CustomScheme => 16,
        Evidence::Caveat(_) => 17,
        Evidence::Finding(_) => 18,
        Evidence::Law(_) => 19,
        Evidence::Assistance(_) => 20,
        Evidence::Position(_) => 21,
        Evidence::WorkingGroup(_) => 22,
        Evidence::Event(_) => 23,
        Evidence::Column(..) => 24,
        Evidence::Paragraph(_) => 25,
        Evidence::Note(_) => 26,
        // No datum that could be queried.
        Evidence::Citation => 27,
    }
}

/// Number of kinds of evidence.
const KINDS: usize = 27;

/// Returns every record, and of what is counted or compared the whole range of the first pairs.
fn all_evidence() -> Vec<Evidence> {
    let ds = &*DS;
    let states = || ds.states.iter().enumerate().map(|(i, _)| StateId::from(i));
    let instruments = || ds.instruments.iter().enumerate().map(|(i, _)| InstrumentId::from(i));
    let mut all: Vec<Evidence> = Datum::all(ds).map(Evidence::from).collect();
    all.extend((0..ds.paragraphs.len()).map(|i| Evidence::Paragraph(i.into())));
    all.extend((0..ds.notes.len()).map(|i| Evidence::Note(i.into())));
    for instrument in instruments() {
        all.extend([Evidence::Count(None, instrument), Evidence::Count(Some(0), instrument)]);
        all.push(Evidence::Instrument(instrument));
        all.extend(instruments().filter(|b| *b != instrument).map(|b| Evidence::Both(instrument, b)));
    }
    for a in states() {
        all.extend([Evidence::State(a), Evidence::CentralBody(a)]);
        all.extend([Evidence::Links(Party::State(a), None), Evidence::Unnamed(Party::State(a))]);
        for b in states().filter(|b| *b != a) {
            all.extend([Evidence::Pair(a, b), Evidence::Like(a, b)]);
            all.push(Evidence::Links(Party::State(a), Some(Party::State(b))));
        }
    }
    all.extend([Evidence::Concern(0, 0.into()), Evidence::CentralBodies(0)]);
    let input = ColumnInput { ds, own: None, as_of: None };
    let column = Column::parse(input, ColumnTable::States, "nine").unwrap();
    all.push(Evidence::Column(0.into(), None, column));
    all
}

#[test]
fn every_kind_of_evidence_has_a_note_in_both_languages() {
    let mut kinds = BTreeSet::new();
    for open in all_evidence() {
        for lang in Lang::ALL {
            check(&state(open, lang));
        }
        kinds.insert(kind(open));
    }
    let own = ViewState { grouping: Some(SchemeRef::Custom), ..state(Evidence::CustomScheme, Lang::En) };
    check(&own);
    check(&ViewState { lang: Lang::Ru, ..own });
    kinds.insert(kind(Evidence::CustomScheme));
    assert_eq!(kinds.len(), KINDS);
}

/// Holds a note against the drawer: id, name, every value, every source with page, link, versions.
fn check(state: &ViewState) {
    let cx = ViewContext { ds: &DS, index: &INDEX, state };
    let (text, shown) = (note(state), evidence(cx).unwrap());
    let id = state.open.unwrap().key(&DS, state.scheme(&DS));
    let has = |line: &str| assert!(text.contains(line), "{id}: «{line}» is not in\n{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.contains(&id.as_str()), "{id}:\n{text}");
    has(&shown.title);
    has(&shown.subtitle);
    shown.lines.iter().for_each(|line| has(&line.text));
    for item in shown.report.iter().chain(&shown.outside).chain(&shown.notes) {
        has(&item.text);
        for source in &item.sources {
            has(&source.place);
            has(&source.page);
            source.url.iter().for_each(|url| has(url));
        }
    }
    let link = lines.iter().find_map(|line| line.strip_prefix(ADDRESS)).unwrap();
    assert_eq!(decode(link, &DS).state, *state, "{id}: {link}");
    has(cisconf_core::DATA_VERSION);
    has(PROGRAM);
    assert!(!text.contains(['{', '}']) && !text.contains("\n\n\n"), "{id}:\n{text}");
    let asked = if state.lang == Lang::En {
        "My question or correction:"
    } else {
        "Мой вопрос или исправление:"
    };
    assert!(text.ends_with(&format!("\n\n{asked}\n\n")), "{id}:\n{text}");
}

#[test]
fn a_note_on_a_record_has_the_pages_of_its_sources() {
    let pages = |source: &str| -> Vec<u64> {
        let of = |name: &str| RAW[name].as_array().unwrap().iter().find(|unit| unit["id"] == source);
        let paragraph = of("paragraphs").map(|unit| unit["pages"].as_array().unwrap().iter());
        let paragraph = paragraph.into_iter().flatten().filter_map(Value::as_u64);
        paragraph.chain(of("notes").and_then(|unit| unit["page"].as_u64())).collect()
    };
    let mut checked = 0;
    for (collection, prefix) in [("findings", "finding"), ("laws", "law"), ("agreements", "agreement")] {
        for record in RAW[collection].as_array().unwrap() {
            let key = format!("{prefix}:{}", record["id"].as_str().unwrap().replace('#', ":"));
            let open = Evidence::parse(&key, &DS, None).unwrap();
            for (lang, word) in [(Lang::En, "page"), (Lang::Ru, "с.")] {
                let text = note(&state(open, lang)).replace('\u{a0}', " ");
                for page in
                    record["sources"].as_array().unwrap().iter().flat_map(|s| pages(s.as_str().unwrap()))
                {
                    let given = text.lines().any(|line| line.contains(word) && has_number(line, page));
                    assert!(given, "{key}: page {page} is not in\n{text}");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 1000, "{checked}");
}

fn has_number(line: &str, number: u64) -> bool {
    line.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits == number.to_string())
}

#[test]
fn a_note_in_the_other_language_is_that_of_a_page_in_it() {
    let open = Evidence::parse("cell:GEO:CSR51", &DS, None).unwrap();
    let (english, russian) = (state(open, Lang::En), state(open, Lang::Ru));
    let cx = ViewContext { ds: &DS, index: &INDEX, state: &english };
    assert_eq!(query_note_in(Lang::Ru, cx, Some(ADDRESS), PROGRAM).unwrap(), note(&russian));
    assert_eq!(query_note_in(Lang::En, cx, Some(ADDRESS), PROGRAM).unwrap(), note(&english));
}

#[test]
fn without_an_address_the_link_is_the_fragment() {
    let open = Evidence::parse("cell:GEO:CSR51", &DS, None).unwrap();
    let state = state(open, Lang::En);
    let text = query_note(ViewContext { ds: &DS, index: &INDEX, state: &state }, None, PROGRAM).unwrap();
    assert!(text.contains("\n#/instruments?v=1&"), "{text}");
    let closed = ViewState { open: None, ..state };
    assert_eq!(query_note(ViewContext { ds: &DS, index: &INDEX, state: &closed }, None, PROGRAM), None);
}

#[test]
fn a_refused_note_is_offered_to_be_copied_by_hand() {
    let state = state(Evidence::parse("cell:GEO:CSR51", &DS, None).unwrap(), Lang::En);
    let cx = ViewContext { ds: &DS, index: &INDEX, state: &state };
    let offer = query_offer(cx, None);
    assert_eq!((offer.said.as_str(), &offer.note), ("", &None));
    let commands: Vec<_> = offer.buttons.iter().map(|(_, command)| command.as_str()).collect();
    assert_eq!(commands, ["query:en", "query:ru"]);
    assert_eq!(query_offer(cx, Some(&QueryResult::Refused("a\nb".into()))).note.unwrap(), "a\nb");
    assert_eq!(query_offer(cx, Some(&QueryResult::Copied)).note, None);
    assert!(!query_offer(cx, Some(&QueryResult::Loading)).said.is_empty());
}

#[test]
fn the_data_have_the_fingerprint_of_their_bundle() {
    assert_eq!(cisconf_core::DATA_VERSION, fingerprint(cisconf_core::BUNDLE));
    assert_ne!(
        fingerprint(cisconf_core::BUNDLE),
        fingerprint(&cisconf_core::BUNDLE.replacen("Georgia", "georgia", 1))
    );
}
