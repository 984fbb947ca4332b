//! Words to findings: forms, marks, synonyms, beginnings, typing errors, pages, and text that means harm.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::tokens;
use super::stem::stem;
use super::*;

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&DS));

fn find(query: &str) -> Found {
    WORDS.find(&DS, query)
}

/// The findings of a query, the best first.
fn ids(query: &str) -> Vec<FindingId> {
    let found = find(query);
    let mut ids: Vec<_> = (0..DS.findings.len()).filter(|i| found.hits[*i]).map(FindingId::from).collect();
    found.rank(&mut ids);
    ids
}

fn n(query: &str) -> usize {
    find(query).hits.into_iter().filter(|hit| *hit).count()
}

/// Queries that find the same, and something.
fn same(queries: &[&str]) {
    let first = find(queries[0]).hits;
    assert!(first.contains(&true), "nothing found for “{}”", queries[0]);
    for query in &queries[1..] {
        assert_eq!(find(query).hits, first, "“{}” and “{query}”", queries[0]);
    }
}

fn folded(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word).collect()
}

#[test]
fn a_word_is_found_in_all_its_forms() {
    same(&["прописка", "прописки", "прописку", "ПРОПИСКОЙ"]);
    same(&["беженец прав", "беженцев прав", "беженцами прав"]);
    same(&["trained guards", "training guards", "train guards"]);
    same(&["organisation migrants", "organizations migrants", "Organization’s migrants"]);
    same(&["labour migrants", "labor migrants"]);
    // Snowball alone joins these.
    assert_ne!(stem("international"), stem("internal"));
    for (word, wanted) in
        [("refugees", "refuge"), ("беженцами", "беженц"), ("csr51", "csr51"), ("straße", "straße")]
    {
        assert_eq!(stem(word), wanted);
    }
}

#[test]
fn marks_case_and_what_is_not_seen_make_no_difference() {
    assert_eq!(folded("Ёлка ёж Ё"), ["елка", "еж", "е"]);
    assert_eq!(folded("Йод и\u{306}од Ї й"), ["йод", "йод", "і", "й"]);
    assert_eq!(
        folded("naïve Çà ŁÓDŹ Straße ﬁn Ａ１ o\u{301}"),
        ["naive", "ca", "lodz", "strasse", "fin", "a1", "o"]
    );
    assert_eq!(
        folded("chil\u{ad}dren’s O'Neil it’s «НПО» 49/173"),
        ["children", "oneil", "it", "нпо", "49", "173"]
    );
    same(&["перемещённые лица", "перемещенные лица", "ПЕРЕМЕЩЁННЫЕ ЛИЦА", "перемеще\u{308}нные лица"]);
    same(&["Kyrgyzstan", "kyrgyzstan", "KYRGYZSTÁN"]);
}

#[test]
fn our_tables_of_marks_say_what_unicode_says() {
    // Й is a letter of its own; the rest differs by a stroke, or stands for two letters, which Unicode leaves alone.
    let ours = "йæœßøđðħıłŋŧþĸſẟẜẝỻỽỿẚŉŀ·";
    for c in ('\u{c0}'..='\u{17f}').chain('\u{400}'..='\u{52f}').chain('\u{1e00}'..='\u{1eff}') {
        let lower: String = c.to_lowercase().collect();
        if !c.is_alphabetic() || lower.chars().any(|c| ours.contains(c) || is_combining_mark(c)) {
            continue;
        }
        let wanted: String = lower.nfkd().filter(|c| !is_combining_mark(*c)).collect();
        assert_eq!(folded(&c.to_string()), [wanted], "{c}");
    }
}

#[test]
fn abbreviations_and_what_they_stand_for_find_the_same() {
    same(&["IDP", "IDPs", "ВПЛ", "internally displaced persons", "лица, перемещённые внутри страны"]);
    same(&["УВКБ", "UNHCR", "увкб ООН"]);
    same(&["БДИПЧ", "ODIHR"]);
    same(&["CSR51", "CSR 51", "1951 Convention", "Конвенция 1951"]);
    same(&["FDP", "formerly deported peoples", "ранее депортированные народы"]);
    same(&["ОСБ", "refugee status determination", "определение статуса беженца"]);
    same(&["KAZ", "Казахстан"]);
    assert!(n("IOM") > 0 && n("CoE") > 0 && n("PoA") > 0 && n("CBMMP") > 0 && n("СНГ") > 0);
    // Hyphens are written or not.
    same(&["cooperation agreements", "co-operation agreements"]);
}

#[test]
fn words_have_to_be_there_all_and_the_last_may_go_on() {
    let both: Vec<bool> =
        find("border").hits.into_iter().zip(find("training ").hits).map(|(a, b)| a && b).collect();
    let asked = find("training border").hits;
    assert!(asked.iter().zip(&both).all(|(asked, both)| !asked || *both));
    assert!(n("propi") >= n("propiska") && n("propiska") > 0);
    assert_eq!(n("propi reform"), 0, "only the last word is a beginning");
    // Words that say nothing count only alone; quotes never.
    same(&["reform of the propiska", "\"reform propiska\"", "reform „propiska“"]);
    assert!(n("the") > 0);
}

#[test]
fn a_wrong_letter_is_mended_when_nothing_else_is_found() {
    for (typed, instead) in [
        ("propsika", "propiska"),
        ("propska", "propiska"),
        ("proppiska", "propiska"),
        ("Kazahstan", "Kazakhstan"),
        ("прописгка", "прописка"),
        ("reform propizka", "reform propiska"),
    ] {
        let found = find(typed);
        assert_eq!(found.mended.as_deref(), Some(instead), "{typed}");
        assert_eq!(found.hits, find(instead).hits);
    }
    for typed in ["propiska", "zzzzzz", "1899", "xyz", "propskaa propsika"] {
        assert_eq!(find(typed).mended, None, "{typed}");
    }
    assert!(find("zzzzzz").is_empty());
}

#[test]
fn what_says_it_comes_before_what_is_only_about_it() {
    let ranked = ids("propiska");
    let says = |id: &FindingId| DS.finding(*id).summary.en.to_lowercase().contains("propiska");
    let first_without = ranked.iter().position(|id| !says(id)).unwrap_or(ranked.len());
    assert!(first_without > 0 && ranked[first_without..].iter().all(|id| !says(id)));
    assert_eq!(ids("propiska"), ranked);
    // Equals stay in the report's order.
    assert!(ranked[..first_without].is_sorted_by_key(|id| id.ix()));
}

#[test]
fn other_things_and_pages_are_found() {
    let kinds = |query: &str| find(query).things;
    assert!(matches!(kinds("Georgia")[0], Thing::State(_)));
    assert!(matches!(kinds("Грузия")[0], Thing::State(_)));
    assert!(matches!(kinds("CAT84")[..], [Thing::Instrument(_)]));
    assert!(kinds("пыток").iter().any(|thing| matches!(thing, Thing::Instrument(_))));
    assert!(kinds("agreement").iter().any(|thing| matches!(thing, Thing::Agreement(_))));
    assert!(kinds("ministry").iter().chain(&kinds("committee")).any(|thing| matches!(thing, Thing::Body(_))));
    for query in ["p. 12", "P.12", "page 12", "с. 12", "стр. 12", "страница 12"] {
        let found = find(query);
        assert_eq!((found.page, found.things.len()), (Some(12), 0), "{query}");
        let on = |id: &ParagraphId| (DS.paragraph(*id).pages[0]..=DS.paragraph(*id).pages[1]).contains(&12);
        assert!(!found.paragraphs.is_empty() && found.paragraphs.iter().all(on));
        assert!(found.hits.contains(&true));
    }
    assert_eq!(find("12").paragraphs, find("p. 12").paragraphs);
    assert_eq!(find("p. 999").page, None);
    assert_eq!(find("12 states").page, None);
}

#[test]
fn words_sought_are_marked_whole() {
    let cut = |query: &str, text: &str| {
        let pieces = find(query).marks.cut(text);
        assert_eq!(pieces.iter().map(|(piece, _)| piece.as_str()).collect::<String>(), text);
        pieces.into_iter().filter(|(_, marked)| *marked).map(|(piece, _)| piece).collect::<Vec<_>>()
    };
    assert_eq!(cut("propiska", "Propiska, and propiskas."), ["Propiska", "propiskas"]);
    assert_eq!(cut("беженец", "О беженцах и беженке"), ["беженцах"]);
    assert_eq!(cut("regist", "registration (registered)"), ["registration", "registered"]);
    assert_eq!(
        cut("IDP", "IDPs are internally displaced persons, not persons"),
        ["IDPs", "internally", "displaced", "persons"]
    );
    assert_eq!(cut("cooperation", "in close co-operation"), ["co-operation"]);
    assert_eq!(cut("zzzz", "nothing here"), Vec::<String>::new());
    assert_eq!(Marks::default().cut(""), []);
}

#[test]
fn text_that_means_harm_finds_nothing_and_stops_nothing() {
    for text in [
        "",
        " ",
        "***",
        ".*",
        "(((((",
        "[a-z]+$",
        "\\",
        "\0\u{1}\u{7f}",
        "\u{202e}",
        "\u{301}\u{301}",
        "-",
        "--a--",
        "'",
        "’s",
        "🙂",
    ] {
        assert_eq!(n(text), if text == "--a--" { n("a") } else { 0 }, "{text:?}");
    }
    let many = "слово ".repeat(10_000);
    assert_eq!(find(&many).unused, 10_000 - 12);
    for long in [
        "x".repeat(10_000),
        "a-".repeat(5_000),
        "ё".repeat(10_000),
        "\u{301}".repeat(10_000),
        "a’".repeat(5_000),
    ] {
        assert!(find(&long).is_empty());
    }
    // Scripts mixed in one word, as spammers write: no letter is taken for another.
    assert!(!find("рrорiskа").hits.contains(&true));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_query(text in prop_oneof![any::<String>(), "([a-zа-яё]{1,9}[ '’.*-]){0,20}", "\\PC{0,200}"], shown in any::<String>()) {
        let found = find(&text);
        prop_assert_eq!(found.hits.len(), DS.findings.len());
        let pieces = found.marks.cut(&shown);
        prop_assert_eq!(pieces.into_iter().map(|(piece, _)| piece).collect::<String>(), shown);
    }
}

#[test]
fn before_the_search_has_come_nothing_is_counted() {
    let state = crate::state::decode("#/findings?v=1&q=refugees", &DS).state;
    let counts = |index: &crate::query::Index| {
        let lens = crate::view::lens(crate::view::Asked { ds: &DS, index, state: &state });
        let options = lens.facets.into_iter().flat_map(|facet| facet.groups).flat_map(|group| group.options);
        options.map(|option| option.count).collect::<Vec<_>>()
    };
    let index = crate::query::Index::without_search(&DS);
    assert!(counts(&index).iter().all(Option::is_none), "a number that the search would change");
    index.bring_search();
    let there = counts(&index);
    assert!(there.iter().all(Option::is_some));
    assert_eq!(there, counts(&crate::query::Index::new(&DS)));
}
