//! Files and links of decks come back whole; hostile texts are told and never panic.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::state::ExpectedType;
use crate::state::{SharedDeck, View};

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());

const DATA: &str = "0123abcd";

const LINKS: &[&str] = &[
    "#/",
    "#/instruments?v=1&g=ukraine&s=ARM.GEO",
    "#/findings?v=1&q=propiska%20%26%20more",
    "#/groupings?v=1&g=own&own=~8d_i_Corsok.A:ARMAZE",
    "#/instruments?v=1&open=cell:GEO:CSR51",
    "#/compare?v=1&a=GEO&b=ARM",
];

fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,60}",
        "[а-яёА-Я «»–№]{0,80}",
        select(vec![
            "</script><script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "<b onclick=x>&amp;\"'",
            "\u{0}\u{7}\u{1b}[31m\u{202e}\u{200b}",
            "{\"kind\":\"deck\"}",
            "a\tb\r\nc\rd",
        ])
        .prop_map(str::to_owned),
    ]
}

fn slide() -> impl Strategy<Value = Slide> {
    (select(LINKS), option::of(hostile_text()), hostile_text()).prop_map(|(link, title, notes)| Slide {
        title: title.map(|title| one_line(&title)).filter(|title| !title.is_empty()),
        notes: lines(&notes),
        ..Slide::of(&decode(link, &DS).state, &DS, DATA)
    })
}

#[test]
fn a_slide_has_no_question_over_it() {
    let asked = decode("#/findings?v=1&s=GEO&ask=georgia", &DS).state;
    assert!(asked.question.is_some());
    assert_eq!(Slide::of(&asked, &DS, DATA).link, "#/findings?v=1&s=GEO");
}

fn deck(most: usize) -> impl Strategy<Value = Deck> {
    (hostile_text(), vec(slide(), 0..most)).prop_map(|(name, slides)| Deck { name: one_line(&name), slides })
}

fn edit() -> impl Strategy<Value = DeckEdit> {
    let at = || 0..8_usize;
    prop_oneof![
        slide().prop_map(DeckEdit::Add),
        (at(), any::<bool>()).prop_map(|(at, up)| DeckEdit::Move(at, up)),
        at().prop_map(DeckEdit::Remove),
        (at(), hostile_text()).prop_map(|(at, text)| DeckEdit::Title(at, text)),
        (at(), hostile_text()).prop_map(|(at, text)| DeckEdit::Notes(at, text)),
        hostile_text().prop_map(DeckEdit::Rename),
        Just(DeckEdit::Clear),
    ]
}

/// Returns what a link keeps of a deck.
fn without_notes(deck: &Deck) -> Deck {
    let slides = deck.slides.iter().map(|slide| Slide { notes: String::new(), ..slide.clone() });
    Deck { slides: slides.collect(), ..deck.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_comes_back_whole(deck in deck(6)) {
        let file = write(&deck);
        prop_assert!(!file.contains('<'), "{file}");
        prop_assert_eq!(read(&DS, &file), Ok(deck));
    }

    #[test]
    fn a_link_comes_back_whole_but_for_the_notes(deck in deck(6)) {
        let Some(packed) = pack(&deck) else { return Ok(()) };
        let state = ViewState { view: View::Deck, shared_deck: Some(packed.shared), ..ViewState::default() };
        let link = encode(&state, &DS);
        prop_assert!(link.len() <= MAX_DECK_LINK);
        let decoded = decode(&link, &DS);
        prop_assert_eq!(&decoded.errors, &[]);
        let mut wanted = without_notes(&deck);
        wanted.slides.truncate(packed.slides);
        prop_assert_eq!(unpack(&DS, &decoded.state.shared_deck.unwrap()), Some(wanted));
    }

    #[test]
    fn any_edit_leads_to_a_deck_that_comes_back(start in deck(4), edits in vec(edit(), 0..8)) {
        let deck = edits.iter().fold(start, |deck, edit| deck.edited(edit).unwrap_or(deck));
        prop_assert_eq!(read(&DS, &write(&deck)), Ok(deck));
    }

    #[test]
    fn any_text_is_read_or_told(text in prop_oneof![any::<String>(), "[\\[\\]{}:,\"a-z0-9]{0,80}"]) {
        let _ = read(&DS, &text);
    }

    #[test]
    fn a_damaged_file_is_read_or_told(deck in deck(3), cut in any::<prop::sample::Index>(), with in any::<char>()) {
        let mut text: Vec<char> = write(&deck).chars().collect();
        let at = cut.index(text.len());
        text[at] = with;
        if let Err(errors) = read(&DS, &text.into_iter().collect::<String>()) {
            prop_assert!(!errors.is_empty());
        }
    }

    #[test]
    fn a_damaged_link_is_no_deck(deck in deck(4), cut in any::<prop::sample::Index>(), with in "[a-zA-Z0-9_-]") {
        let Some(packed) = pack(&deck) else { return Ok(()) };
        let text = packed.shared.text();
        let at = 1 + cut.index(text.len() - 1);
        let damaged = format!("{}{with}{}", &text[..at], &text[at + 1..]);
        if let Some(found) = SharedDeck::new(&damaged).and_then(|shared| unpack(&DS, &shared)) {
            // Unused bits of the last sign change nothing.
            let whole = unpack(&DS, &packed.shared).unwrap();
            prop_assert_eq!(found, whole);
        }
    }

    #[test]
    fn any_packed_text_is_read_or_refused(text in "z[a-zA-Z0-9_-]{0,80}") {
        let _ = SharedDeck::new(&text).and_then(|shared| unpack(&DS, &shared));
    }

    #[test]
    fn any_command_comes_back(name in prop_oneof![any::<String>(), "(up|down|remove|generated|present|show):[0-9]{1,3}"]) {
        if let Some(command) = DeckCommand::parse(&name) {
            prop_assert_eq!(DeckCommand::parse(&command.name()), Some(command));
        }
    }
}

fn errors_of(text: &str) -> Vec<(String, DeckFileFault)> {
    read(&DS, text).unwrap_err().into_iter().map(|error| (error.path, error.fault)).collect()
}

/// Returns a file with these slides.
fn file(slides: &str) -> String {
    format!("{{\"schema\":1,\"kind\":\"deck\",\"name\":\"\",\"slides\":{slides}}}")
}

#[test]
fn every_fault_is_told_at_its_place() {
    use DeckFileFault::*;
    let slide = |fields: &str| file(&format!("[{{{fields}}}]"));
    let good = "\"link\":\"#/\",\"title\":null,\"notes\":\"\",\"data\":\"0123abcd\"";
    let with = |name: &str, value: &str| {
        let fields = good.split(',').map(|field| match field.starts_with(&format!("\"{name}\"")) {
            true => format!("\"{name}\":{value}"),
            false => field.to_owned(),
        });
        slide(&fields.collect::<Vec<_>>().join(","))
    };
    let long = "я".repeat(MAX_TITLE_CHARS + 1);
    let grouping = "{\"schema\":1,\"kind\":\"grouping\",\"name\":\"Mine\",\"exclusive\":true,\"groups\":[]}";
    let cases: Vec<(String, Vec<(&str, DeckFileFault)>)> = vec![
        (String::new(), vec![("$", NoJson("1:0".to_owned()))]),
        ("[1]".to_owned(), vec![("$", Expected(ExpectedType::Object))]),
        (grouping.to_owned(), vec![("$.kind", Kind)]),
        ("{\"schema\":2,\"kind\":\"deck\"}".to_owned(), vec![("$.schema", Version)]),
        (file("{}"), vec![("$.slides", Expected(ExpectedType::List))]),
        (file("[7]"), vec![("$.slides[0]", Expected(ExpectedType::Object))]),
        (slide(&format!("{good},\"size\":1")), vec![("$.slides[0]", UnknownField("size".to_owned()))]),
        (slide(&format!("{good},\"link\":\"#/\"")), vec![("$.slides[0].link", RepeatedField)]),
        (with("link", "\"#/wiki\""), vec![("$.slides[0].link", Link("#/wiki".to_owned()))]),
        (with("link", "\"#/deck\""), vec![("$.slides[0].link", Link("#/deck".to_owned()))]),
        (
            with("link", "\"javascript:alert(1)\""),
            vec![("$.slides[0].link", Link("javascript:alert(1)".to_owned()))],
        ),
        (with("title", "1"), vec![("$.slides[0].title", Expected(ExpectedType::Text))]),
        (
            with("title", &format!("\"{long}\"")),
            vec![("$.slides[0].title", LongText(MAX_TITLE_CHARS + 1, MAX_TITLE_CHARS))],
        ),
        (with("notes", "\"a\\u0007b\""), vec![("$.slides[0].notes", RefusedText)]),
        (with("notes", "\"\\ud800\""), vec![("$", NoJson("1:98".to_owned()))]),
        (with("data", "\"0\""), vec![("$.slides[0].data", Fingerprint)]),
        (file("[]").replace("\"\"", "\"a\u{fffd}\""), vec![("$", NotUtf8)]),
        (" ".repeat(MAX_DECK_BYTES + 1), vec![("$", TooLarge)]),
        (file(&format!("[{}]", ["7"; MAX_SLIDES + 1].join(","))), {
            let slides = (0..MAX_SLIDES).map(|_| ("", Expected(ExpectedType::Object)));
            std::iter::once(("$.slides", TooManySlides(MAX_SLIDES + 1))).chain(slides).collect()
        }),
    ];
    for (text, wanted) in cases {
        let found = errors_of(&text);
        let shown = text.chars().take(200).collect::<String>();
        assert_eq!(found.len(), wanted.len(), "{shown}: {found:?}");
        for ((path, fault), (wanted_path, wanted_fault)) in found.iter().zip(&wanted) {
            assert!(wanted_path.is_empty() || path == wanted_path, "{shown}: {path}");
            match (fault, wanted_fault) {
                // The column depends on the parser.
                (NoJson(_), NoJson(_)) => {}
                _ => assert_eq!(fault, wanted_fault, "{shown}"),
            }
        }
    }
}

#[test]
fn texts_are_literal_and_lose_only_what_cannot_be_seen() {
    assert_eq!(one_line(" <b>a</b> \r\n\u{7}\u{202e}b\u{fffd} "), "<b>a</b> b");
    assert_eq!(lines("one\r\ntwo\rthree\tfour\u{0}\n\n"), "one\ntwo\nthree four\n\n");
    assert_eq!(one_line(&"я".repeat(1_000)).chars().count(), MAX_TITLE_CHARS);
    assert_eq!(lines(&"a ".repeat(10_000)).chars().count(), MAX_NOTES_CHARS);
}

#[test]
fn twelve_slides_of_the_ready_made_kind_fit_into_a_link() {
    let made = ready_made(&DS, Lang::En, DATA);
    let twelve: Vec<_> = made.slides.iter().cycle().take(12).cloned().collect();
    let deck = Deck { slides: twelve, ..made };
    let packed = pack(&deck).unwrap();
    assert_eq!(packed.slides, 12);
    assert!(packed.shared.text().len() < 800, "{}", packed.shared.text().len());
    // With a title of the reader on each, in Russian.
    let titled = |slide: &Slide| {
        let title = Some("Договоры о беженцах: участвуют 8 государств из двенадцати".to_owned());
        Slide { title, ..slide.clone() }
    };
    let titled = Deck { slides: deck.slides.iter().map(titled).collect(), ..deck };
    assert_eq!(pack(&titled).unwrap().slides, 12);
}

#[test]
fn a_link_holds_the_first_slides_of_a_long_deck() {
    let made = ready_made(&DS, Lang::Ru, DATA);
    let slides: Vec<_> = made.slides.iter().cycle().take(200).cloned().collect();
    let deck = Deck { slides, ..made };
    let packed = pack(&deck).unwrap();
    assert!((20..200).contains(&packed.slides), "{}", packed.slides);
    let held = unpack(&DS, &packed.shared).unwrap();
    assert_eq!(held.slides.len(), packed.slides);
    assert_eq!(pack(&Deck::default()), None);
}

#[test]
fn a_slide_is_the_same_in_any_language_and_appearance() {
    let link = "#/instruments?v=1&g=ukraine&lang=ru&look=dark";
    let state = decode(link, &DS).state;
    let slide = Slide::of(&state, &DS, DATA);
    assert_eq!(slide.link, "#/instruments?v=1&g=ukraine");
    let presented = slide.presented(&DS, Lang::Ru, 1);
    assert_eq!(presented, "#/instruments?v=1&g=ukraine&slide=2&lang=ru&look=projector");
    assert!(slide.is_shown_by(&decode(&presented, &DS).state, &DS));
    let explored = decode("#/instruments?v=1&g=ukraine&s=ARM&slide=2", &DS).state;
    assert!(!slide.is_shown_by(&explored, &DS));
}

#[test]
fn the_ready_made_deck_is_whole_in_both_languages_and_has_no_scheme() {
    for lang in Lang::ALL {
        let deck = ready_made(&DS, lang, DATA);
        assert!((6..=9).contains(&deck.slides.len()));
        for (slide, made) in deck.slides.iter().zip(READY_MADE) {
            let decoded = decode(&slide.link, &DS);
            assert_eq!((slide.link.as_str(), decoded.errors), (made.link, vec![]));
            assert_eq!((decoded.state.grouping, &slide.title), (None, &None));
            assert!(!slide.notes.is_empty());
        }
        assert_eq!(read(&DS, &write(&deck)), Ok(deck));
    }
}

#[test]
fn two_hundred_slides_are_written_and_read() {
    let made = ready_made(&DS, Lang::Ru, DATA);
    let slides = made.slides.iter().cycle().take(200).cloned().collect();
    let deck = Deck { slides, ..made };
    assert!(write(&deck).len() < MAX_DECK_BYTES / 4);
    assert_eq!(read(&DS, &write(&deck)), Ok(deck));
}

#[test]
fn a_slide_is_found_where_another_tab_has_put_it() {
    let slide = |link: &str, notes: &str| Slide {
        link: link.to_owned(),
        notes: notes.to_owned(),
        ..Slide::default()
    };
    let deck =
        |slides: &[&Slide]| Deck { name: String::new(), slides: slides.iter().copied().cloned().collect() };
    let (a, b, other) = (slide("#/", "a"), slide("#/data", "b"), slide("#/", "c"));
    assert_eq!(deck(&[&b, &a]).place_of(&a, 0), Some(1), "moved");
    assert_eq!(deck(&[&a, &b, &a]).place_of(&a, 2), Some(2), "the nearest of two that are equal");
    assert_eq!(deck(&[&b, &other]).place_of(&a, 0), Some(1), "its notes were changed");
    assert_eq!(deck(&[&other, &b, &slide("#/", "d")]).place_of(&a, 0), None, "either could be it");
    assert_eq!(deck(&[&b]).place_of(&a, 0), None, "removed");
    assert_eq!(Deck::default().place_of(&a, 0), None);
}
