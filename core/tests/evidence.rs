//! Tests the evidence of paragraphs and footnotes against the bundle's JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::analysis::{Datum, coded_from, related_by};
use cisconf_core::model::{Dataset, FindingId, NoteId, ParagraphId, Source};
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Action, Evidence, ViewState, reduce};
use cisconf_core::text::Lang;
use cisconf_core::view::{EvidenceView, ViewContext, evidence};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

/// Collections that are not records with sources.
const NO_DATA: [&str; 3] = ["paragraphs", "notes", "sections"];

/// Returns every paragraph and footnote with its id.
fn units() -> Vec<(String, Source)> {
    let ds = &*DS;
    let paragraphs = ds.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(|(i, p)| (p.key.clone(), Source::Paragraph(ParagraphId::from(i))));
    let notes = ds.notes.iter().enumerate().map(|(i, n)| (n.key.clone(), Source::Note(NoteId::from(i))));
    paragraphs.chain(notes).collect()
}

/// Returns the number of JSON records that cite the source.
fn naming(id: &str) -> usize {
    let mut records: Vec<&Value> = RAW["meta"]["caveats"].as_array().unwrap().iter().collect();
    for (name, collection) in RAW.as_object().unwrap() {
        if !NO_DATA.contains(&name.as_str()) {
            records.extend(collection.as_array().into_iter().flatten());
        }
    }
    // The sources of a state's central body are nested in the record.
    let sources = |record: &Value| {
        [&record["sources"], &record["central_body"]["sources"]]
            .into_iter()
            .filter_map(Value::as_array)
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
    };
    records.into_iter().filter(|record| sources(record).iter().any(|source| source == id)).count()
}

fn drawer(open: Evidence, lang: Lang) -> EvidenceView {
    let ds = &*DS;
    let state = reduce(&ViewState { lang, ..ViewState::default() }, Action::Open(open), ds);
    evidence(ViewContext { ds, index: &INDEX, state: &state }).unwrap()
}

#[test]
fn whatever_names_a_source_is_coded_from_it() {
    for (id, source) in units() {
        assert_eq!(coded_from(&DS, source).len(), naming(&id), "{id}");
    }
    let all: Vec<_> = Datum::all(&DS).collect();
    assert_eq!(all.iter().collect::<std::collections::HashSet<_>>().len(), all.len());
}

#[test]
fn a_relation_is_seen_from_both_sides() {
    let named: BTreeSet<(String, String)> = RAW["findings"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|from| {
            let relations = from["relates"].as_array().into_iter().flatten();
            relations.map(|r| (r["finding"].as_str().unwrap().into(), from["id"].as_str().unwrap().into()))
        })
        .collect();
    assert!(!named.is_empty());
    let mut seen = BTreeSet::new();
    for i in 0..DS.findings.len() {
        let id = FindingId::from(i);
        for relation in related_by(&DS, id) {
            seen.insert((DS.finding(id).key.clone(), DS.finding(relation.finding).key.clone()));
            let open = |e: Evidence| {
                drawer(e, Lang::En).lines.into_iter().filter_map(|f| f.open).map(|o| o.evidence)
            };
            assert!(open(Evidence::Finding(id)).any(|e| e == Evidence::Finding(relation.finding)));
            assert!(open(Evidence::Finding(relation.finding)).any(|e| e == Evidence::Finding(id)));
        }
    }
    assert_eq!(seen, named);
}

#[test]
fn every_drawer_is_in_words_and_every_place_in_the_report_opens() {
    let units = units().into_iter().map(|(_, source)| match source {
        Source::Paragraph(id) => Evidence::Paragraph(id),
        Source::Note(id) => Evidence::Note(id),
        Source::Reference(_) => Evidence::Caveat(0.into()),
    });
    let cell = |datum: &Datum| matches!(datum, Datum::Cell(..));
    let claims = Datum::all(&DS).filter(|datum| !cell(datum)).map(Evidence::from);
    for open in units.chain(claims) {
        for lang in [Lang::En, Lang::Ru] {
            let view = drawer(open, lang);
            let name = open.key(&DS, None);
            assert!(!view.title.is_empty() && !view.lines.is_empty(), "{name}");
            let labels =
                view.lines.iter().flat_map(|f| [&f.label, &f.text]).chain([&view.title, &view.subtitle]);
            for words in labels.chain(view.go.iter().map(|go| &go.label)) {
                assert!(!words.contains(['{', '}', '#', '|']), "{name}: {words}");
                assert!(!words.ends_with(": ") && !words.contains("()"), "{name}: {words}");
            }
            assert!(view.lines.iter().all(|f| !f.text.is_empty()), "{name}");
            let places = view.report.iter().chain(&view.notes).flat_map(|item| &item.sources);
            for place in places {
                let opened = place.open.as_ref().map(|open| open.evidence);
                assert!(matches!(opened, Some(Evidence::Paragraph(_) | Evidence::Note(_))), "{name}");
                assert!(place.label.as_ref().is_some_and(|label| !label.is_empty()), "{name}");
            }
            assert!(view.outside.iter().flat_map(|item| &item.sources).all(|s| s.open.is_none()), "{name}");
        }
    }
}
