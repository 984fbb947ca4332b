//! Search tests.
//!
//! Inflection, diacritics, synonyms, prefixes, typing errors, pages, and hostile input.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::tokens;
use super::stem::{is_stop_word, stem};
use super::*;
use crate::model::{Finding, FindingId};

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());
static WORDS: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::new(&DS));

/// Stems of a finding, each with the weight of the best field that has it.
///
/// Computed without the engine.
type Naive = BTreeMap<String, u32>;
static NAIVE: LazyLock<Vec<Naive>> = LazyLock::new(|| {
    DS.findings
        .iter()
        .map(|f| {
            naive_words(f).map(|(word, weight)| (stem(&word), weight)).fold(
                Naive::new(),
                |mut all, (stem, weight)| {
                    let best = all.entry(stem).or_default();
                    *best = weight.max(*best);
                    all
                },
            )
        })
        .collect()
});
/// Every folded word with its stem.
static KNOWN: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let words: BTreeSet<String> = DS.findings.iter().flat_map(naive_words).map(|(word, _)| word).collect();
    words.into_iter().map(|word| (word.clone(), stem(&word))).collect()
});
/// Number of findings with each stem.
static WITH: LazyLock<BTreeMap<&str, u32>> = LazyLock::new(|| {
    let mut with = BTreeMap::new();
    NAIVE.iter().flat_map(Naive::keys).for_each(|stem| *with.entry(stem.as_str()).or_default() += 1);
    with
});

fn naive_words(f: &Finding) -> impl Iterator<Item = (String, u32)> {
    let voices = f.voices.iter().filter_map(|voice| voice.actor);
    let actors: Vec<_> = f.actors.iter().copied().chain(voices).map(|id| DS.actor(id)).collect();
    let short = actors.iter().filter_map(|actor| actor.abbreviation.as_ref());
    let names = actors.iter().map(|actor| &actor.name).chain(short);
    let names = names.chain(f.populations.iter().map(|id| &DS.population(*id).name));
    let names = names.chain(f.named().iter().map(|id| &DS.state(id).name).collect::<Vec<_>>());
    let texts = [(&f.summary, 4)].into_iter().chain(names.map(|text| (text, 2)));
    let texts: Vec<_> = texts.chain(f.themes.iter().map(|id| (&DS.theme(*id).name, 1))).collect();
    texts.into_iter().flat_map(|(text, weight)| {
        let words = [text.en.as_str(), russian(text)].map(|text| {
            let tokens = tokens(text);
            let joined: Vec<_> =
                fold::runs(&tokens).filter_map(fold::compound).map(|(_, word)| word).collect();
            tokens.into_iter().map(|token| token.word).chain(joined)
        });
        words.into_iter().flatten().map(move |word| (word, weight))
    })
}

/// For each finding, the sum over words of the best score of an alternative; 0 if one is missing.
///
/// The last word goes on, with `all_go_on` each of them.
fn naive_scores(asked: &[String], all_go_on: bool) -> Vec<u32> {
    let meant = |(i, word): (usize, &String)| -> Vec<(String, u32)> {
        let goes_on = all_go_on || i + 1 == asked.len();
        let begun = KNOWN.iter().filter(|(known, _)| goes_on && known.starts_with(word));
        begun.map(|(_, stem)| (stem.clone(), 2)).chain([(stem(word), 1)]).collect()
    };
    let meant: Vec<_> = asked.iter().enumerate().map(meant).collect();
    let score = |text: &Naive| {
        let one = |(stem, divisor): &(String, u32)| {
            let rarity = corpus::rarity(NAIVE.len() as u32, WITH.get(stem.as_str()).copied().unwrap_or(0));
            text.get(stem).map_or(0, |weight| (rarity * *weight / divisor).max(1))
        };
        let best: Vec<u32> = meant.iter().map(|any| any.iter().map(one).max().unwrap_or(0)).collect();
        if best.contains(&0) { 0 } else { best.iter().sum() }
    };
    NAIVE.iter().map(score).collect()
}

fn find(query: &str) -> SearchResult {
    WORDS.find(&DS, query)
}

/// Returns the findings of a query, most relevant first.
fn ids(query: &str) -> Vec<FindingId> {
    let found = find(query);
    let hits = found.ranked.iter().filter(|i| found.hits.contains(**i));
    hits.map(|i| FindingId::from(*i as usize)).collect()
}

fn n(query: &str) -> usize {
    find(query).hits.count() as usize
}

/// Asserts that all queries find the same, and something.
fn same(queries: &[&str]) {
    let first = find(queries[0]).hits;
    assert!(first.count() > 0, "nothing found for “{}”", queries[0]);
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
    assert_eq!(["пытка", "пытки", "пыток"].map(stem), ["пытк"; 3]);
    for forms in [
        "день дня дню днем дней днями",
        "уровень уровня уровни",
        "защита защите защит",
        "порядок порядка порядке",
        "рамка рамки рамок",
        "инициатива инициатив инициативы",
        "опыт опыта опытом",
        "гражданин граждане граждан гражданами",
        "идея идеи идей идеями",
        "время времени времена",
        "срок сроки сроков",
        "владелец владельцы",
    ] {
        let stems: BTreeSet<String> = forms.split(' ').map(stem).collect();
        assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
    }
    assert_eq!(
        ["недостаток", "недостатки", "поток", "потоки"].map(stem),
        ["недостатк", "недостатк", "поток", "поток"]
    );
    for name in ["Казахстан", "Азербайджан", "Таджикистан", "Кыргызстан", "Туркменистан", "Узбекистан"]
    {
        let forms = ["", "а", "у", "ом", "е"].map(|end| format!("{name}{end}"));
        same(&forms.each_ref().map(String::as_str));
    }
    same(&["Беларусь", "Беларуси", "Беларусью"]);
    assert_eq!(["граждане", "граждан", "гражданам", "гражданами"].map(stem), ["гражда"; 4]);
    assert_eq!(["перепись", "переписи", "переписью"].map(stem), ["перепис"; 3]);
    // Abbreviations have no endings, and none of them is a Russian word.
    assert_eq!(["ото", "нпо", "год"].map(stem), ["ото", "нпо", "год"]);
    same(&["trained guards", "training guards", "train guards"]);
    same(&["organisation migrants", "organizations migrants", "Organization’s migrants"]);
    same(&["labour migrants", "labor migrants"]);
    for forms in
        [["проблема", "проблем", "проблемами"], ["прием", "приема", "приему"], ["обмен", "обмене", "обмена"]]
    {
        assert_eq!(forms.map(stem), [forms[1]; 3].map(stem));
    }
    for (word, wanted) in
        [("refugees", "refuge"), ("беженцами", "беженц"), ("csr51", "csr51"), ("straße", "straße")]
    {
        assert_eq!(stem(word), wanted);
    }
}

#[test]
fn no_stem_swallows_a_word_of_the_field() {
    for (word, other) in [
        ("international", "internal"),
        ("accession", "access"),
        ("accessions", "access"),
        ("transition", "transit"),
        ("authorities", "author"),
        ("nationality", "national"),
        ("naturalisation", "natural"),
        ("united", "unit"),
        ("objectives", "object"),
        ("прием", "при"),
        ("целом", "цели"),
    ] {
        assert_ne!(stem(word), stem(other), "{word}");
    }
    // A match for one word is not highlighted for the other, in either direction.
    for (query, text, wanted) in [
        ("accession", "access to the accessions", vec!["accessions"]),
        ("access information", "access to the accessions", vec!["access"]),
        ("приём беженцев", "при приёме", vec!["приёме"]),
    ] {
        let pieces = find(query).marks.cut(text).into_iter().filter(|(_, marked)| *marked);
        assert_eq!(pieces.map(|(piece, _)| piece).collect::<Vec<_>>(), wanted, "{query}");
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
    // Й is a letter of its own; the rest has a stroke or is a ligature, which Unicode does not
    // decompose.
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
    same(&["non-governmental organisations ", "non governmental organizations ", "NGO ", "НПО "]);
    same(&["South Caucasus", "Southern Caucasus", "Южный Кавказ"]);
    same(&["внутренне перемещённые", "внутренне перемещённые лица"]);
    same(&["дети ", "ребёнок ", "children "]);
    same(&["Moldova", "Moldavia"]);
    // A short abbreviation is not a prefix of other words.
    same(&["СЕ", "Совет Европы"]);
    for covenant in ["МПГПП", "ICCPR", "КПП"] {
        assert!(!find(covenant).entities.is_empty(), "{covenant}");
    }
    // Hyphens are optional.
    same(&["cooperation agreements", "co-operation agreements"]);
}

#[test]
fn words_have_to_be_there_all_and_the_last_may_go_on() {
    let mut both = find("border").hits;
    both.and(&find("training ").hits);
    let asked = find("training border").hits;
    assert_eq!(asked.count_both(&both), asked.count());
    assert!(n("propi") >= n("propiska") && n("propiska") > 0);
    assert_eq!(find("propi reform").hits, find("reform propi").hits);
    assert_eq!(
        find("train border").hits,
        find("training border").hits,
        "it is a word: no beginning is tried"
    );
    assert!(n("t") >= n("tr") && n("refugee s") >= n("refugee st") && n("refugee st") > 10);
    // Stop words count only if there is nothing else.
    same(&["reform of the propiska", "reform propiska", "reform „propiska“"]);
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
    // Ties stay in the report's order.
    assert!(ranked[..first_without].is_sorted_by_key(|id| id.ix()));
}

#[test]
fn other_things_and_pages_are_found() {
    let kinds = |query: &str| find(query).entities;
    for name in ["OSCE", "ОБСЕ", "Council of Europe", "UNHCR", "Совет Европы"] {
        assert!(matches!(kinds(name)[0], Entity::Actor(_)), "{name}: {:?}", kinds(name)[0]);
    }
    assert!(matches!(kinds("Georgia")[0], Entity::State(_)));
    assert!(matches!(kinds("Грузия")[0], Entity::State(_)));
    assert!(matches!(kinds("CAT84")[..], [Entity::Instrument(_)]));
    assert!(kinds("пыток").iter().any(|entity| matches!(entity, Entity::Instrument(_))));
    assert!(kinds("agreement").iter().any(|entity| matches!(entity, Entity::Agreement(_))));
    assert!(
        kinds("ministry").iter().chain(&kinds("committee")).any(|entity| matches!(entity, Entity::Body(_)))
    );
    for query in ["p. 12", "P.12", "page 12", "с. 12", "стр. 12", "страница 12"] {
        let found = find(query);
        assert_eq!((found.pages.as_slice(), found.entities.len()), (&[12][..], 0), "{query}");
        let on = |id: &ParagraphId| (DS.paragraph(*id).pages[0]..=DS.paragraph(*id).pages[1]).contains(&12);
        assert!(!found.paragraphs.is_empty() && found.paragraphs.iter().all(on));
        assert!(found.hits.count() > 0);
    }
    for query in ["p12", "p.12", "стр12", "cnhfybwf 12", "зю 12", "з 12"] {
        assert_eq!(find(query).hits, find("p. 12").hits, "{query}");
    }
    // Notes on treaty acts, on events of bodies and on instruments.
    for query in ["USSR", "СССР", "Byelorussian SSR", "attributes the creation", "customary ICESCR"] {
        assert!(!kinds(query).is_empty(), "{query}");
    }
    assert_eq!(find("12").paragraphs, find("p. 12").paragraphs);
    assert!(find("p. 999").pages.is_empty());
    assert!(find("12 states").pages.is_empty());
}

#[test]
fn words_next_to_a_page_are_found_on_it() {
    let both = |words: &str, page: &str| ids(words).into_iter().filter(|id| ids(page).contains(id)).count();
    let first = both("agreement", "p. 10");
    assert!(first > 0);
    for query in
        ["p. 10 agreement", "agreement p. 10", "agreement, page 10", "p10 agreement", "стр. 10 agreement"]
    {
        assert_eq!(n(query), first, "{query}");
        assert_eq!(find(query).pages, [10], "{query}");
    }
    assert_eq!(n("agreement pp. 10-12"), both("agreement", "p. 10-12"));
    // A preposition, not a page.
    assert!(find("с 12 государствами").pages.is_empty());
    assert_eq!(find("соглашение с. 10").pages, [10]);
    assert!(find("p. 10 zebra").is_empty());
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
    // Of a phrase, only adjacent words are highlighted, also while it is being typed.
    for query in ["\"human rights\"", "\"human ri"] {
        assert_eq!(cut(query, "rights; human needs; human rights"), ["human", "rights"], "{query}");
    }
    assert_eq!(cut("1,790,000", "of 1,790,000 persons"), ["1,790,000"]);
    assert_eq!(cut("10,000", "more than 10,000 of 10"), ["10,000"]);
    assert_eq!(cut("10 000", "более 10\u{a0}000 из 10"), ["10\u{a0}000"]);
    assert_eq!(cut("zzzz", "nothing here"), Vec::<String>::new());
    assert_eq!(Highlighter::default().cut(""), []);
}

#[test]
fn text_that_means_harm_finds_nothing_and_stops_nothing() {
    for text in [
        "",
        " ",
        "***",
        ".*",
        "(((((",
        "[q-x]+$",
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
        let same = match text {
            "--a--" => "a",
            "’s" => "s",
            _ => "",
        };
        assert_eq!(n(text), n(same), "{text:?}");
    }
    let many = "слово ".repeat(10_000);
    assert_eq!(find(&many).unused, 10_000 - 12);
    for long in [
        "x".repeat(10_000),
        "a-".repeat(5_000),
        "ё".repeat(10_000),
        "\u{301}".repeat(10_000),
        "a’".repeat(5_000),
        "\"qz".repeat(5_000),
        "123 ".repeat(2_500),
        "«".repeat(10_000),
        "жq".repeat(5_000),
    ] {
        assert!(find(&long).is_empty(), "{}", &long.chars().take(9).collect::<String>());
    }
    for text in ["\"", "\"\"", "\" \"", "«»", "«", "»“", "\"\"\"", "\"(.*", "«\0", ",;:.[]{}'"] {
        assert_eq!(n(text), 0, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_query(text in prop_oneof![any::<String>(), "([a-zа-яё]{1,9}[ '’.*-]){0,20}", "([a-zа-яё0-9]{1,4}[ \"«»„“.,–-]{1,2}){0,20}", "(с\\.|pp?\\.)? ?[0-9–, -]{0,20}", "[1-9][0-9]{0,2}(,[0-9]{3}){1,4}", "\\PC{0,200}"], shown in any::<String>()) {
        let found = find(&text);
        prop_assert_eq!(found.hits.len(), DS.findings.len());
        for shown in [&shown, &text] {
            let pieces = found.marks.cut(shown);
            prop_assert_eq!(&pieces.into_iter().map(|(piece, _)| piece).collect::<String>(), shown);
        }
    }

    #[test]
    fn a_walk_over_the_texts_finds_and_ranks_the_same(
        picks in proptest::collection::vec(any::<proptest::sample::Index>(), 1..4),
        cut in 1..12_usize,
    ) {
        let mut asked: Vec<String> = picks.iter().map(|pick| pick.get(&KNOWN).0.clone()).collect();
        if let Some(last) = asked.last_mut() {
            *last = last.chars().take(cut).collect();
        }
        let stems: Vec<String> = asked.iter().map(|word| stem(word)).collect();
        prop_assume!((0..stems.len()).all(|i| WORDS.synonyms.at(&stems[i..]).is_none()));
        prop_assume!(!asked.iter().any(|word| is_stop_word(word)));
        let begins = |i: usize| WORDS.synonyms.starting_with(&stems[i..stems.len() - 1], &asked[stems.len() - 1]).next().is_some();
        prop_assume!(!(0..stems.len()).any(begins));
        let found = find(&asked.join(" "));
        let scores = naive_scores(&asked, false);
        let mut wanted: Vec<u32> = (0..).zip(&scores).filter(|(_, score)| **score > 0).map(|(i, _)| i).collect();
        wanted.sort_by_key(|i| std::cmp::Reverse(scores[*i as usize]));
        match &found.mended {
            // Each word is read as a beginning where nothing else is found.
            None if wanted.is_empty() => {
                let loose = naive_scores(&asked, true);
                let hit = |i: u32| found.hits.contains(i);
                prop_assert!((0..).zip(&loose).all(|(i, score)| !hit(i) || *score > 0), "{:?}", asked);
            }
            None => {
                let ranked = found.ranked.iter().copied().filter(|i| found.hits.contains(*i));
                prop_assert_eq!(ranked.collect::<Vec<_>>(), wanted, "{:?}", asked);
            }
            Some(_) => prop_assert_eq!(wanted.len(), 0, "{:?}", asked),
        }
    }
}

#[test]
fn before_the_search_has_come_nothing_is_counted() {
    let state = crate::state::decode("#/findings?v=1&q=refugees", &DS).state;
    let counts = |index: &crate::query::FindingsIndex| {
        let bar = crate::view::filter_bar(crate::view::ViewContext { ds: &DS, index, state: &state });
        let options = bar.facets.into_iter().flat_map(|facet| facet.groups).flat_map(|group| group.options);
        options.map(|option| option.count).collect::<Vec<_>>()
    };
    let index = crate::query::FindingsIndex::unloaded();
    assert!(counts(&index).iter().all(Option::is_none), "a number that the search would change");
    index.load(&DS);
    let there = counts(&index);
    assert!(there.iter().all(Option::is_some));
    assert_eq!(there, counts(&crate::query::FindingsIndex::new(&DS)));
}

#[test]
fn each_word_may_be_a_beginning_where_nothing_is_found_else() {
    for [typed, turned] in [
        ["refug laws", "laws refug"],
        ["resettleme Azerbaijan", "Azerbaijan resettleme"],
        ["Руководящ Друз", "друз руководящ"],
    ] {
        let [first, second] = [typed, turned].map(find);
        assert!(first.hits.count() > 0, "{typed}");
        assert_eq!((&first.hits, &first.mended), (&second.hits, &None), "{typed}");
    }
}
