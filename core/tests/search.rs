//! Tests search results by a table of queries, and by every prefix of every known phrase.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::model::{Dataset, Finding, Text};
use cisconf_core::query::{Entity, FindingsIndex, SearchResult, known_phrases};
use cisconf_core::state::{Evidence, SearchText, decode};
use cisconf_core::view::{ViewContext, findings};

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));

fn find(query: &str) -> SearchResult {
    (*INDEX.find(&DS, query)).clone()
}

fn hits(found: &SearchResult) -> Vec<&'static Finding> {
    found.hits.ones().map(|i| &DS.findings[i as usize]).collect()
}

/// Returns the kind and id of an entity.
fn name(entity: Entity) -> String {
    let (kind, key) = match entity {
        Entity::State(id) => ("state", &DS.state(id).key),
        Entity::Instrument(id) => ("instrument", &DS.instrument(id).key),
        Entity::Indicator(id) => ("figure", &DS.indicator(id).key),
        Entity::Actor(id) => ("actor", &DS.actor(id).key),
        Entity::Theme(id) => ("theme", &DS.theme(id).key),
        Entity::Population(id) => ("population", &DS.population(id).key),
        Entity::Scheme(id) => ("scheme", &DS.scheme(id).key),
        Entity::Measure(name) => return format!("method:{name:?}"),
        Entity::Body(id) => ("body", &DS.body(id).key),
        Entity::WorkingGroup(id) => ("group", &DS.working_group(id).key),
        Entity::Law(id) => ("law", &DS.law(id).key),
        Entity::Agreement(id) => ("agreement", &DS.agreement(id).key),
        Entity::Position(id) => ("position", &DS.position(id).key),
        Entity::Assistance(id) => ("assistance", &DS.help(id).key),
        Entity::Event(id) => ("event", &DS.event(id).key),
        Entity::Section(id) => ("section", &DS.section(id).key),
        Entity::Caveat(id) => ("caveat", &DS.caveat(id).key),
        Entity::Reference(id) => ("reference", &DS.reference(id).key),
    };
    format!("{kind}:{key}")
}

/// Returns all highlighted pieces in the summaries of the results, in lower case.
fn marked(found: &SearchResult) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for f in hits(found) {
        for text in [&f.summary.en, f.summary.ru.as_ref().unwrap()] {
            let pieces = found.marks.cut(text).into_iter().filter(|(_, marked)| *marked);
            all.extend(pieces.map(|(piece, _)| piece.to_lowercase()));
        }
    }
    all
}

/// Returns all searchable texts of a finding.
fn texts(f: &Finding) -> Vec<String> {
    let mut all = vec![&f.summary];
    all.extend(f.themes.iter().map(|id| &DS.theme(*id).name));
    all.extend(f.populations.iter().map(|id| &DS.population(*id).name));
    let voices = f.voices.iter().filter_map(|voice| voice.actor);
    all.extend(f.actors.iter().copied().chain(voices).map(|id| &DS.actor(id).name));
    let both = |text: &&Text| [text.en.to_lowercase(), text.ru.clone().unwrap().to_lowercase()];
    all.iter().flat_map(both).collect()
}

/// Returns what is wrong with the results of a query, if anything.
fn fault(query: &str, wanted: &str) -> Option<String> {
    let found = find(query);
    let n = found.hits.count();
    let (verb, rest) = wanted.split_once(' ').unwrap_or((wanted, ""));
    let is_right = match verb {
        "as" => n > 0 && found.hits == find(rest).hits,
        "plain" => found.mended.is_none(),
        "said" => found.mended.as_deref() == Some(rest),
        "paragraphs" => !found.paragraphs.is_empty() && found.entities.is_empty(),
        "phrase" => {
            // Consecutive words, each given by its prefix.
            let begins =
                |words: &[&str]| words.iter().zip(rest.split(' ')).all(|(w, begun)| w.starts_with(begun));
            let len = rest.split(' ').count();
            let has = |text: &String| {
                let words: Vec<&str> =
                    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
                words.windows(len).any(begins)
            };
            hits(&found).into_iter().all(|f| texts(f).iter().any(has))
        }
        "marked:" => marked(&found).contains(rest),
        "not" => {
            let rest = rest.strip_prefix("marked: ").unwrap();
            let marked = marked(&found);
            !rest.split(", ").any(|word| marked.contains(word))
        }
        _ if verb.starts_with(">=") => n >= verb[2..].parse().unwrap(),
        _ => found
            .entities
            .iter()
            .map(|entity| name(*entity))
            .any(|name| name == verb || name.starts_with(&format!("{verb}:"))),
    };
    let entities = found.entities.len();
    (!is_right)
        .then(|| format!("“{query}”, {wanted}: {n} findings, {entities} others, instead {:?}", found.mended))
}

#[test]
fn every_row_of_the_table_of_queries_is_right() {
    let table = include_str!("fixtures/search.tsv");
    let mut faults = Vec::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 4, "{line}");
        let (query, finds) = (cells[1], cells[2]);
        faults.extend(finds.split("; ").filter_map(|wanted| fault(query, wanted)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_result_has_a_name_and_opens_what_the_link_names() {
    let table = include_str!("fixtures/search.tsv");
    let queries = table.lines().skip(1).map(|line| line.split('\t').nth(1).unwrap());
    let mut kinds = BTreeSet::new();
    for (query, lang) in queries.chain(["Georgia", "refugee", "report"]).flat_map(|q| [(q, "en"), (q, "ru")])
    {
        let mut state = decode(&format!("#/findings?v=1&lang={lang}"), &DS).state;
        state.search = SearchText::new(query);
        let also = findings(ViewContext { ds: &DS, index: &INDEX, state: &state }).also;
        let (best, all) = also.map_or_else(Default::default, |also| (also.items, also.all));
        assert!(best.len() <= 8, "{query}");
        let all = all.into_iter().flat_map(|all| all.kinds).flat_map(|kind| kind.items);
        for item in best.into_iter().chain(all) {
            let name: String = item.name.iter().map(|(piece, _)| piece.as_str()).collect();
            assert!(!name.is_empty() && item.kind.starts_with(char::is_uppercase), "{query}: {name}");
            match (item.href, item.open) {
                (Some(link), None) => assert!(decode(&link, &DS).errors.is_empty(), "{query}: {link}"),
                (None, Some(open)) => {
                    assert_eq!(Evidence::parse(&open.key, &DS, None), Some(open.evidence), "{query}: {name}");
                }
                other => unreachable!("{query}: {name} opens one thing, not {other:?}"),
            }
            kinds.insert(item.kind);
        }
    }
    assert!(kinds.len() >= 2 * 17, "{kinds:?}");
}

#[test]
fn every_beginning_of_a_known_phrase_finds_something() {
    // Phrases share prefixes: each is queried once, for the phrases that have findings first.
    let mut phrases = known_phrases(&DS);
    phrases.sort_by_key(|phrase| find(phrase).hits.count() == 0);
    let mut faults = Vec::new();
    let mut asked = BTreeSet::new();
    for phrase in &phrases {
        let whole = find(phrase);
        let ends = phrase.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
        for (begun, rest) in ends.map(|end| phrase.split_at(end)).filter(|(begun, _)| asked.insert(*begun)) {
            let found = find(begun);
            let is_lost = found.is_empty() || whole.hits.count() > 0 && found.hits.count() == 0;
            if is_lost || found.mended.is_some() {
                faults.push(format!("{begun} | {rest}"));
            }
        }
    }
    assert!(asked.len() > 5_000);
    assert!(faults.is_empty(), "{} beginnings find nothing:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_event_is_found_by_its_caption() {
    let mut faults = Vec::new();
    for (i, event) in DS.events.iter().enumerate() {
        for caption in [&event.short.en, event.short.ru.as_ref().unwrap()] {
            if !find(caption).entities.contains(&Entity::Event(i.into())) {
                faults.push(caption.as_str());
            }
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
}

fn list(link: &str) -> cisconf_core::view::Findings {
    let state = decode(link, &DS).state;
    findings(ViewContext { ds: &DS, index: &INDEX, state: &state })
}

#[test]
fn every_column_of_the_pages_leads_to_the_findings_that_it_counts() {
    for link in ["#/findings", "#/findings?v=1&kind=obstacle&voice=ngo&lang=ru"] {
        let columns = list(link).pages.columns;
        assert!(columns.len() > 2, "{link}");
        for column in columns {
            let there = list(column.href.as_deref().unwrap());
            let n: usize =
                there.total.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
            assert_eq!(n, column.n, "{}", column.label);
        }
    }
    assert!(list("#/findings?v=1&q=law").pages.columns.iter().all(|column| column.href.is_none()));
}

#[test]
fn conclusions_come_first_unless_the_order_of_the_report_or_a_search_is_wanted() {
    let first = |link: &str| {
        let Evidence::Finding(id) = list(link).cards[0].open.evidence else { unreachable!("a finding") };
        DS.section(DS.finding(id).section).key.clone()
    };
    assert!(first("#/findings").starts_with("summary"));
    assert_eq!(first("#/findings?v=1&listby=report"), "intro.conference");
    // Links from before there was a choice.
    assert_eq!(list("#/findings?v=1&page=2").cards, list("#/findings?v=1&listby=report&page=2").cards);
    let all = |page: u16| list(&format!("#/findings?v=1&listby=conclusions&page={page}")).cards;
    let mut ids: Vec<String> = (1..=14).flat_map(all).map(|card| card.open.key).collect();
    assert_eq!(ids.len(), 691);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 691, "each finding once");
    assert!(list("#/findings?v=1&q=law").order.is_none());
}
