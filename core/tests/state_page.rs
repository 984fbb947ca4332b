//! Tests the answer at the top of a state's page against the bundle, read naively.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::view::{self, Glyph, Line, StateAnswer, StatePage, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn page(code: &str) -> StatePage {
    let state = decode(&format!("#/state?v=1&of={code}"), &DS).state;
    view::state_page(ViewContext { ds: &DS, index: &INDEX, state: &state })
}

fn all(collection: &str) -> impl Iterator<Item = &'static Value> {
    RAW[collection].as_array().unwrap().iter()
}

fn each_state(check: impl Fn(&str, &StatePage, &StateAnswer)) {
    for state in all("states") {
        let code = state["id"].as_str().unwrap();
        let page = page(code);
        check(code, &page, page.answer.as_ref().unwrap());
    }
}

#[test]
fn its_treaties_are_those_of_the_bundle_and_the_key_has_their_marks() {
    each_state(|code, _, answer| {
        let cells: Vec<_> = all("participation").filter(|cell| cell["state"] == code).collect();
        assert_eq!(answer.treaties.len(), cells.len());
        for treaty in &answer.treaties {
            let instrument = all("instruments").find(|i| i["label"] == *treaty.label).unwrap();
            let cell = cells.iter().find(|cell| cell["instrument"] == instrument["id"]).unwrap();
            assert_eq!(treaty.mark != Glyph::Not, cell["party"] == true, "{code} {}", treaty.label);
            assert!(answer.legend.iter().any(|item| item.mark == treaty.mark), "{code} {}", treaty.label);
        }
        let used = |mark: Glyph| answer.treaties.iter().any(|treaty| treaty.mark == mark);
        assert!(answer.legend.iter().all(|item| used(item.mark)), "{code}: a mark in the key only");
    });
}

#[test]
fn each_side_is_quoted_with_the_first_finding_of_each_kind() {
    let evidence = |line: &Line| line.open.as_ref().map(|open| open.key.clone());
    each_state(|code, page, answer| {
        for (said, kind) in answer.voices.iter().zip(["government", "ngo"]) {
            let speaks = |finding: &&Value| {
                let mut voices = finding["voices"].as_array().unwrap().iter();
                voices.any(|voice| voice["kind"] == kind && voice["state"] == code)
            };
            let theirs: Vec<_> = all("findings").filter(speaks).collect();
            assert_eq!(said.n, theirs.len().to_string(), "{code} {kind}");
            let section = page.sections.iter().find(|section| section.id == said.id).unwrap();
            assert_eq!(said.n, section.n, "{code} {kind}: its section");
            let mut wanted = Vec::new();
            for polarity in ["achievement", "obstacle", "need", "proposal", "fact"] {
                let first = theirs.iter().find(|finding| finding["polarity"] == polarity);
                wanted.extend(
                    first.map(|finding| {
                        format!("finding:{}", finding["id"].as_str().unwrap().replace('#', ":"))
                    }),
                );
            }
            let shown: Vec<_> = said.lines.iter().filter_map(evidence).collect();
            assert_eq!(shown, wanted, "{code} {kind}");
            assert_eq!(said.more.is_some(), theirs.len() > wanted.len(), "{code} {kind}");
            // Silence is said.
            assert!(!said.lines.is_empty(), "{code} {kind}");
        }
    });
}

#[test]
fn its_facts_are_the_first_lines_of_their_sections() {
    each_state(|code, page, answer| {
        for fact in &answer.facts {
            let section = page.sections.iter().find(|section| section.id == fact.id).unwrap();
            let lines: Vec<_> = section.groups.iter().flat_map(|group| &group.lines).collect();
            for line in fact.lines.iter().filter(|line| line.open.is_some()) {
                assert!(lines.iter().any(|other| other.open == line.open), "{code} {}: {line:?}", fact.id);
            }
        }
        let named =
            |collection: &str, has: &dyn Fn(&Value) -> bool| all(collection).filter(|x| has(x)).count();
        let is_own = |position: &Value| position["holder"]["state"] == code;
        let lists = |value: &Value| value.as_array().is_some_and(|list| list.iter().any(|x| x == code));
        let counts = [
            named("bodies", &|body| lists(&body["states"])),
            named("agreements", &|agreement| lists(&agreement["parties"])),
            named("positions", &is_own),
            named("schemes", &|scheme| {
                scheme["groups"].as_array().unwrap().iter().any(|group| lists(&group["states"]))
            }),
        ];
        for (fact, count) in answer.facts.iter().zip(counts) {
            // Of all schemes, as its section says.
            let of = if fact.id == "groups" { " of 5" } else { "" };
            assert_eq!(fact.n, format!("{count}{of}"), "{code} {}", fact.id);
        }
    });
}

/// The page of a theme, with its subthemes' ids.
fn theme_page(id: &str) -> (StateAnswer, Vec<&str>) {
    let state = decode(&format!("#/about?v=1&of=theme:{id}"), &DS).state;
    let page = view::state_page(ViewContext { ds: &DS, index: &INDEX, state: &state });
    let under = all("themes").filter(|theme| theme["id"] == id || theme["parent"] == id);
    (page.answer.unwrap(), under.map(|theme| theme["id"].as_str().unwrap()).collect())
}

fn has_theme(value: &Value, themes: &[&str]) -> bool {
    value["themes"].as_array().is_some_and(|list| list.iter().any(|x| themes.contains(&x.as_str().unwrap())))
}

#[test]
fn a_theme_begins_with_its_findings_by_state_and_kind() {
    for theme in all("themes") {
        let id = theme["id"].as_str().unwrap();
        let (answer, themes) = theme_page(id);
        let theirs: Vec<_> = all("findings").filter(|finding| has_theme(finding, &themes)).collect();
        assert_eq!(answer.facts[0].n, theirs.len().to_string(), "{id}");
        let kinds = ["achievement", "obstacle", "need", "proposal", "fact"];
        for (line, kind) in answer.facts[0].lines.iter().zip(kinds) {
            let n = theirs.iter().filter(|finding| finding["polarity"] == kind).count();
            assert_eq!((line.pages.clone(), line.href.is_some()), (n.to_string(), n > 0), "{id} {kind}");
        }
        for (fact, collection) in answer.facts[1..].iter().zip(["agreements", "laws", "assistance"]) {
            let n = all(collection).filter(|x| has_theme(x, &themes)).count();
            assert_eq!(fact.n, n.to_string(), "{id} {collection}");
        }
        // The strip counts what its link lists.
        for count in &answer.counts {
            let Some(href) = &count.href else {
                assert_eq!(count.n, 0);
                continue;
            };
            let state = decode(href, &DS).state;
            let listed = view::findings(ViewContext { ds: &DS, index: &INDEX, state: &state });
            let sentence = &listed.sentences[0];
            assert!(sentence.starts_with(&format!("{} ", count.n)), "{id} {}: {sentence}", count.code);
        }
        assert_eq!(answer.counts.iter().any(|count| count.n == 0), !answer.legend.is_empty(), "{id}");
    }
}

#[test]
fn a_theme_counts_for_a_state_the_findings_that_name_it_or_all_states() {
    let (answer, themes) = theme_page("citizenship");
    for count in &answer.counts {
        let concerns = |finding: &&Value| {
            let scope = &finding["scope"];
            let lists = |field: &str| {
                scope[field].as_array().is_some_and(|list| list.iter().any(|x| *x == *count.code))
            };
            has_theme(finding, &themes) && !lists("except") && (lists("states") || scope["kind"] == "all")
        };
        assert_eq!(count.n, all("findings").filter(concerns).count(), "{}", count.code);
    }
}

#[test]
fn a_theme_that_nobody_mentions_says_so() {
    let mut ds = cisconf_core::embedded().unwrap();
    ds.findings.iter_mut().for_each(|finding| finding.themes.clear());
    ds.agreements.iter_mut().for_each(|agreement| agreement.themes.clear());
    let state = decode("#/about?v=1&of=theme:citizenship", &ds).state;
    let index = FindingsIndex::new(&ds);
    let page = view::state_page(ViewContext { ds: &ds, index: &index, state: &state });
    let answer = page.answer.unwrap();
    assert!(
        answer.counts.len() == 12 && answer.counts.iter().all(|count| count.n == 0 && count.href.is_none())
    );
    assert!(answer.voices.is_empty() && !answer.legend.is_empty());
    assert_eq!(answer.facts[1].lines[0].text, "none named by the report");
}

#[test]
fn a_state_without_any_finding_says_so_and_keeps_its_page() {
    let mut ds = cisconf_core::embedded().unwrap();
    ds.findings.clear();
    ds.agreements.clear();
    ds.positions.clear();
    ds.bodies.clear();
    ds.laws.clear();
    ds.assistance.clear();
    ds.events.clear();
    let index = FindingsIndex::new(&ds);
    for lang in ["en", "ru"] {
        cisconf_core::text::load_russian();
        let state = decode(&format!("#/state?v=1&of=GEO&lang={lang}"), &ds).state;
        let page = view::state_page(ViewContext { ds: &ds, index: &index, state: &state });
        let answer = page.answer.unwrap();
        assert_eq!(answer.treaties.len(), 9);
        // No sentence counts nothing.
        assert!(page.sentences[0].contains('7') && page.sentences.len() == 2, "{:?}", page.sentences);
        for fact in answer.facts[1..3].iter().chain(&answer.voices) {
            assert_eq!((fact.n.as_str(), fact.lines.len()), ("0", 1), "{}", fact.id);
            assert_eq!(fact.lines[0].mark, Some(Glyph::NotMentioned), "{}", fact.id);
        }
    }
}

#[test]
fn a_fact_has_three_lines_or_two_and_the_number_of_the_rest() {
    each_state(|code, _, answer| {
        for fact in &answer.facts {
            // The central body comes before the bodies that are counted.
            let extra = usize::from(fact.id == "administration");
            let n = fact.n.split(' ').next().unwrap().parse::<usize>().unwrap() + extra;
            let shown = fact.lines.iter().filter(|line| line.open.is_some()).count();
            assert_eq!(shown, if n > 3 { 2 } else { n }, "{code} {}", fact.id);
            assert_eq!(fact.more.is_some(), n > 3, "{code} {}", fact.id);
        }
        // Of its own government and as printed, a position says no more than its short form.
        let positions = answer.facts.iter().find(|fact| fact.id == "positions").unwrap();
        for line in positions.lines.iter().filter(|line| line.open.is_some()) {
            let id = line.open.as_ref().unwrap().key.strip_prefix("position:").unwrap().to_owned();
            let position = all("positions").find(|x| x["id"] == *id).unwrap();
            let plain = position["holder"]["kind"] == "government" && position["basis"] == "printed";
            assert_eq!(line.detail.is_empty(), plain, "{code} {id}: {}", line.detail);
            assert_eq!(line.text, position["short"]["en"].as_str().unwrap(), "{code}");
        }
    });
}

#[test]
fn only_a_state_and_a_theme_have_an_answer() {
    let state = decode("#/about?v=1&of=instrument:CSR51", &DS).state;
    let context = ViewContext { ds: &DS, index: &INDEX, state: &state };
    assert_eq!(view::state_page(context).answer, None);
    assert_eq!(page("").answer, None, "no state is chosen");
}
