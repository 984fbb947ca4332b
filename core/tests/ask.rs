//! Asks the open rows of the corpus, whole tables in words, and text of every kind.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

mod asking;

use std::time::Instant;

use asking::{corpus, shared};
use cisconf_core::analysis::measures::TreatyRecords;
use cisconf_core::analysis::{parties, party_status};
use cisconf_core::ask::{AnswerKind, Asked, state_of};
use cisconf_core::author::questions::{AskedRow, Outcome, misses, outcome, table};
use cisconf_core::text::Lang;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn ask(text: &str) -> Asked {
    let (ds, asking) = shared();
    asking.ask(ds, &state_of(Lang::En), text)
}

/// Least share of right answers among the open rows, in percent.
const RIGHT: usize = 98;

#[test]
fn every_open_question_is_answered_right_or_honestly() {
    let rows = corpus();
    let wrong: Vec<AskedRow> = rows.iter().filter(|row| row.outcome == Outcome::Wrong).cloned().collect();
    assert!(wrong.is_empty(), "{}", misses(&wrong));
    let right = rows.iter().filter(|row| row.outcome == Outcome::Right).count();
    assert!(right * 100 >= rows.len() * RIGHT, "{}\n{}", misses(&rows), table(&rows));
}

#[test]
fn answers_are_compared_by_value() {
    for (expected, found) in
        [("7/7", "1"), ("GEO,ARM", "ARM,GEO"), ("4;ended:UKR", "4;ended:UKR"), ("30/5", "6/1")]
    {
        assert_eq!(outcome(expected, found), Outcome::Right, "{expected} {found}");
    }
    assert_eq!(outcome("7", "8"), Outcome::Wrong);
    assert_eq!(outcome("silent", "no"), Outcome::Wrong);
    assert_eq!(outcome("no", "silent"), Outcome::NotUnderstood);
}

/// The table of Appendix A, asked cell by cell, is the one that the screens show.
#[test]
fn every_cell_of_the_table_is_answered_as_the_screens_show_it() {
    let ds = &shared().0;
    for state in ds.all_states().iter() {
        for instrument in ds.instrument_ids() {
            let is_party = party_status(ds, None, state, instrument).is_party();
            let (name, treaty) = (&ds.state(state).name, ds.instrument(instrument));
            let russian = treaty.name.ru.as_deref().unwrap_or_default();
            let questions = [
                format!("Is {} party to {}?", name.en, treaty.label),
                format!("{} {}", treaty.key, ds.state(state).key.to_lowercase()),
                format!("{}: {russian}", name.ru.as_deref().unwrap_or_default()),
            ];
            for question in questions {
                let asked = ask(&question);
                assert_eq!(
                    asked.answer,
                    if is_party { "yes" } else { "no" },
                    "{question}: {}",
                    asked.query_text
                );
                assert!(asked.pages.contains(&43), "{question}: {:?}", asked.pages);
                let opens = format!("open=cell:{}:{}", ds.state(state).key, treaty.key);
                assert!(asked.sources[0].href.ends_with(&opens), "{question}: {:?}", asked.sources);
            }
        }
    }
}

#[test]
fn every_pair_is_answered_as_the_screens_show_it() {
    let ds = &shared().0;
    let records = TreatyRecords::of(ds, None);
    for pair in records.mean_within(ds.all_states()).pairs {
        let [a, b] = pair.states.map(|id| ds.state(id).name.en.as_str());
        let asked = ask(&format!("similarity of {a} and {b}"));
        let found = pair.similarity.map(|f| format!("{}/{}", f.both, f.any)).unwrap();
        assert_eq!(asked.answer, found, "{a} {b}: {}", asked.query_text);
    }
}

#[test]
fn every_instrument_is_counted_as_the_screens_count_it() {
    let ds = &shared().0;
    for id in ds.instrument_ids() {
        let count = parties(ds, None, id).len();
        let label = &ds.instrument(id).label;
        assert_eq!(ask(&format!("how many states are party to {label}")).answer, count.to_string());
        assert_eq!(ask(&format!("сколько участников {label}")).answer, count.to_string());
        let without = ds.states.len() - count;
        assert_eq!(ask(&format!("number of states not party to {label}")).answer, without.to_string());
    }
}

#[test]
fn a_state_of_ones_own_is_asked_for_and_then_used() {
    let (ds, asking) = shared();
    assert_eq!(ask("who is most like us?").kind, AnswerKind::AskedBack);
    let mut state = state_of(Lang::En);
    state.pinned_state = ds.state_by_key("GEO");
    assert_eq!(asking.ask(ds, &state, "who is most like us?").answer, "7/7:KGZ,RUS");
    assert_eq!(
        asking.ask(ds, &state, "tell us which states lack a central body").query_text,
        "list states where not central_body"
    );
}

#[test]
fn a_question_typed_on_the_other_keyboard_layout_is_read_and_says_so() {
    for (typed, meant) in [
        ("uhepbz csr51", "грузия csr51"),
        ("yt exfcndetn d rjydtywbb 1951", "не участвует в конвенции 1951"),
        ("Фкьутшф сык51", "Armenia csr51"),
    ] {
        let (found, expected) = (ask(typed), ask(meant));
        assert_eq!(found.query_text, expected.query_text, "{typed}");
        assert!(found.notes[0].contains(meant), "{typed}: {:?}", found.notes);
        assert!(expected.notes.iter().all(|note| !note.contains(meant)), "{meant}");
    }
    // What is known as typed stays, and what is known in neither layout is named as typed.
    assert!(ask("Georgia csr51").notes.iter().all(|note| !note.contains("keyboard")));
    assert_eq!(ask("uhepbz xyzzyq csr51").unplaced, ["uhepbz", "xyzzyq"]);
}

#[test]
fn silence_is_said_as_silence_in_both_languages() {
    let (ds, asking) = shared();
    for (lang, said) in [(Lang::En, "not mentioned"), (Lang::Ru, "не упомянуто")] {
        let asked = asking.ask(ds, &state_of(lang), "Does Armenia have an NGO law?");
        assert_eq!((asked.kind, asked.answer.as_str()), (AnswerKind::Silent, "silent"));
        assert!(asked.sentence.contains(said), "{}", asked.sentence);
    }
}

#[test]
fn every_answer_has_a_sentence_in_both_languages() {
    let (ds, asking) = shared();
    for row in corpus() {
        for lang in Lang::ALL {
            let asked = asking.ask(ds, &state_of(lang), &row.question);
            let sentence = &asked.sentence;
            assert!(!sentence.trim().is_empty(), "{}: {}", row.id, asked.query_text);
            assert!(!sentence.contains(['{', '}']), "{}: {sentence}", row.id);
            assert!(
                asked.go_to.iter().chain(&asked.sources).all(|place| place.href.starts_with("#/")),
                "{}",
                row.id
            );
        }
    }
}

/// Kinds of questions that were answered wrong, in `ask.tsv`: now right, or refused.
#[test]
fn what_may_be_read_otherwise_is_refused() {
    let (ds, asking) = shared();
    let mut misses = Vec::new();
    for line in include_str!("ask.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let expected = cells[3];
        for (at, lang) in Lang::ALL.iter().enumerate() {
            let asked = asking.ask(ds, &state_of(*lang), cells[1 + at]);
            let is_refused = matches!(asked.kind, AnswerKind::Refused | AnswerKind::AskedBack);
            let is_right = match expected {
                "refused" => is_refused,
                answer => outcome(answer, &asked.answer) == Outcome::Right,
            };
            let said = cells.get(4 + at).copied().unwrap_or_default();
            let text = format!("{} {}", asked.sentence, asked.notes.join(" "));
            if !is_right || !text.contains(said) {
                misses.push(format!("{} | {} | {} | {text}", cells[1 + at], asked.query_text, asked.answer));
            }
        }
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

/// No sentence shows a raw key, a sign of a missing value or a stop too many.
#[test]
fn sentences_are_clean_in_both_languages() {
    let (ds, asking) = shared();
    let table = include_str!("ask.tsv").lines().flat_map(|line| line.split('\t').skip(1).take(2));
    let questions: Vec<String> =
        corpus().into_iter().step_by(7).map(|row| row.question).chain(table.map(str::to_owned)).collect();
    let mut found = Vec::new();
    for question in &questions {
        for lang in Lang::ALL {
            let asked = asking.ask(ds, &state_of(lang), question);
            for text in asked.notes.iter().chain([&asked.sentence]) {
                let signs =
                    ["–: –", "..", ": :", "CONFERENCE", " RUS", " GEO", "нет – не", "no – not", "::", " –."];
                if signs.iter().any(|sign| text.contains(sign)) {
                    found.push(format!("{question}: {text}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_inside_other_words_name_nothing() {
    for text in ["houses", "army medals", "центральное отопление", "насос", "cathedral", "geometry"]
    {
        let asked = ask(text);
        assert_eq!(asked.answer, "refuse:not-understood", "{text}: {}", asked.query_text);
        assert!(asked.things.is_empty(), "{text}: {:?}", asked.things);
    }
}

#[test]
fn long_and_strange_text_is_answered_at_once() {
    let long = [
        "a".repeat(10_000),
        "georgia ".repeat(1_250),
        "не ".repeat(3_300),
        "of the ".repeat(1_400),
        "convention on the of the and the ".repeat(300),
        "(".repeat(10_000),
        "1951 ".repeat(2_000),
        "refugee convention or protocol and not without ".repeat(220),
    ];
    for text in &long {
        let start = Instant::now();
        let asked = ask(text);
        assert!(!asked.sentence.is_empty());
        let spent = start.elapsed();
        assert!(spent.as_millis() < 3_000, "{spent:?} for {:?}", text.chars().take(30).collect::<String>());
    }
    for text in ["???", "— … «»", "$%^&*()[]{}\\/", ".*", "", " \n\t"] {
        assert_eq!(ask(text).answer, "refuse:empty", "{text}");
    }
}

/// Phrases of both languages, with what a reading that uses them holds: one part suffices.
const PHRASES: [(&str, &[&str]); 34] = [
    ("Georgia", &["GEO"]),
    ("Молдова", &["MDA"]),
    ("Uzbekistan", &["UZB"]),
    ("Казахстан", &["KAZ"]),
    ("csr51", &["CSR51", "csr51"]),
    ("Convention against Torture", &["CAT84"]),
    ("Конвенция о правах ребёнка", &["CRC89"]),
    ("Genocide Convention", &["PPCG48"]),
    ("Central Asia", &["central-asia", "KAZ,KGZ"]),
    ("Южный Кавказ", &["southern-caucasus", "ARM,AZE"]),
    ("central body", &["central_body", "central-body"]),
    ("центральный орган", &["central_body", "central-body"]),
    ("IOM", &["IOM"]),
    ("Совет Европы", &["COE"]),
    ("propiska", &["propiska"]),
    ("1994", &["1993", "1994", "1995"]),
    ("1998", &["1997", "1998", "1999", "during"]),
    ("mean", &["mean"]),
    ("доля", &["share", "groups", "pair", "common"]),
    ("not", &["not", "only", "missing", "neither"]),
    ("кроме", &["not"]),
    ("neither", &["not", "neither"]),
    ("at least three", &[">="]),
    ("when", &["date", "first", "last", "at ", "acted", "no-"]),
    // All study visits of the dataset have the theme of training: a list of them leaves none out.
    ("training", &["training", "kind=study-visit"]),
    ("study visits", &["study-visit"]),
    ("draft", &["draft", "status"]),
    ("sub-regional approach", &["sub-regional"]),
    ("states", &[""]),
    ("which", &[""]),
    ("сколько", &[""]),
    ("agreement", &["agreement", "partners", "ratified", "furthest", "jaccard"]),
    ("laws", &["law"]),
    ("NGOs", &["ngo"]),
];

/// Whether a reading is of one record that was found by its words, or of none.
fn is_of_record(reading: &str) -> bool {
    let begins = [
        "voice",
        "quantity",
        "unnamed",
        "status",
        "givers",
        "leads",
        "mentions",
        "two-passages",
        "count gov",
    ];
    let asks = [
        "place",
        "page",
        "receivers",
        "destination",
        "condition",
        "parties",
        "date agreement",
        "date body",
        "date event",
        "date law",
        "date assistance",
    ];
    begins.iter().chain(&asks).any(|begin| reading.starts_with(begin)) || reading.contains(" id=")
}

#[test]
fn a_word_that_means_nothing_here_is_named_and_nothing_is_answered() {
    for row in corpus().iter().filter(|row| row.outcome == Outcome::Right) {
        let (ds, asking) = shared();
        let asked = asking.ask(ds, &state_of(Lang::En), &format!("{} xyloqwertz", row.question));
        if asked.kind == AnswerKind::Answered {
            assert!(
                is_of_record(&asked.query_text) || by_hand(&asked.query_text),
                "{}: {}",
                row.question,
                asked.query_text
            );
        }
        if !asked.unused.is_empty() {
            assert!(asked.sentence.contains(&asked.unused[0]), "{}", asked.sentence);
        }
    }
}

/// Whether a reading is of a few passages that no field holds.
fn by_hand(reading: &str) -> bool {
    ["author", "commissioners", "count meetings", "count states where replied"]
        .iter()
        .any(|x| reading.starts_with(x))
}

#[test]
fn what_was_dropped_before_is_answered_or_named() {
    for (question, wrong) in [
        ("which of those who joined since 1996 have no central body?", "TKM,UKR"),
        ("how many NGO laws are drafts", "37"),
        ("number of refugees in the CIS in 1996", "1556000"),
        ("how many displaced persons were there in total", "15"),
        ("Какие государства участвуют во всех девяти договорах?", "unnamed"),
        ("Сколько беженцев из стран вне СНГ?", "1556000"),
        ("How many persons are stateless?", "2"),
        ("Сколько НПО не было представлено на Конференции?", "77"),
        ("parties CRS61 but not Armenia", "no"),
    ] {
        assert_ne!(ask(question).answer, wrong, "{question}");
    }
    let asked = ask("has Turkmenistan a central body and when did it join csr51");
    assert_eq!(asked.answer, "refuse:not-understood", "{}", asked.query_text);
}

proptest! {
    // A fixed seed: the rule lets a phrase through that every listed record has in its text, which
    // the parts of `PHRASES` cannot tell; which phrases these are depends on the dataset.
    #![proptest_config(ProptestConfig { cases: 600, rng_seed: RngSeed::Fixed(36), ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_answered_has_used_every_phrase(
        chosen in prop::collection::vec(prop::sample::select(PHRASES.to_vec()), 1..5)
    ) {
        let question = chosen.iter().map(|(phrase, _)| *phrase).collect::<Vec<_>>().join(" ");
        let asked = ask(&question);
        if asked.kind == AnswerKind::Answered && !is_of_record(&asked.query_text) {
            for (phrase, parts) in chosen {
                let is_used = parts.iter().any(|part| asked.query_text.contains(part));
                prop_assert!(is_used, "{phrase:?} of {question:?}: {}", asked.query_text);
            }
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        prop_assert!(!ask(&text).sentence.is_empty());
    }

    #[test]
    fn words_in_any_order_are_answered(words in prop::collection::vec(prop::sample::select(vec![
        "georgia", "Россия", "csr51", "not", "не", "without", "central", "body", "agreement", "соглашение", "1997",
        "most", "group", "how", "many", "сколько", "both", "ukraine", "scheme", "pairs", "ngos", "say", "propiska",
        "mean", "share", "when", "or", "and", "nine", "IOM", "training", "law", "draft", "refugees", "before",
    ]), 0..14)) {
        prop_assert!(!ask(&words.join(" ")).sentence.is_empty());
    }
}
