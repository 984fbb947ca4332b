//! The ready-made deck as it was reviewed, in both languages.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::fmt::Write;
use std::path::Path;

use cisconf_core::deck::{Deck, DeckEdit, Slide, ready_made};
use cisconf_core::export::{ExportInput, slide_picture};
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{ViewState, decode};
use cisconf_core::text::{Lang, load_russian, load_view_texts};
use cisconf_core::view::{DeckInput, ViewContext, deck_bar, deck_notes, deck_view, slide_words};

const DATA: &str = "0123abcd";
const AGAIN: &str = "UPDATE_GOLDEN=1 cargo test -p cisconf-core --test deck";

/// Returns the titles, sentences and notes of the ready-made deck.
fn story(lang: Lang) -> String {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let deck = ready_made(&ds, lang, DATA);
    let mut text = format!("{}\n", deck.name);
    for (at, slide) in deck.slides.iter().enumerate() {
        let state = slide.state(&ds, lang);
        let words = slide_words(ViewContext { ds: &ds, index: &index, state: &state });
        write!(text, "\n{}. {}\n{}\n{}\n", at + 1, words.title, slide.link, words.sentence).unwrap();
        writeln!(text, "> {}", slide.notes).unwrap();
    }
    text
}

#[test]
fn the_ready_made_deck_is_what_was_reviewed() {
    load_view_texts();
    load_russian();
    for lang in Lang::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let (file, now) = (folder.join(format!("ready-made-deck.{}.txt", lang.tag())), story(lang));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &now).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(kept, now, "{}: if this is meant: {AGAIN}", file.display());
    }
}

/// Returns the view of a deck.
fn shown(deck: &Deck, data: &str) -> cisconf_core::view::DeckView {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let state = decode("#/deck?v=1&slide=2", &ds).state;
    let words = |_: &Slide| None;
    let pictures = |slide: &Slide| (slide.title.is_some()).then(|| "data:own".into());
    let input = DeckInput { deck, words: &words, pictures: &pictures, is_kept: true, can_undo: false, data };
    deck_view(ViewContext { ds: &ds, index: &index, state: &state }, &input)
}

#[test]
fn a_slide_says_when_the_data_changed_and_whose_title_it_has() {
    let ds = cisconf_core::embedded().unwrap();
    let deck = ready_made(&ds, Lang::En, DATA);
    let deck = deck.edited(&DeckEdit::Title(1, "<b>Mine</b>".to_owned())).unwrap();
    let now = shown(&deck, DATA);
    assert_eq!((now.slides[0].marks.len(), now.slides[1].marks.len()), (0, 1));
    assert_eq!(now.slides[1].title, "<b>Mine</b>");
    assert_eq!((&now.slides[0].picture, now.slides[1].picture.as_deref()), (&None, Some("data:own")));
    let editor = now.editor.unwrap();
    assert_eq!((editor.position, editor.changed, editor.generated.is_some()), (1, None, true));
    let later = shown(&deck, "89abcdef");
    assert!(later.slides.iter().all(|slide| slide.marks.contains(&"data changed".to_owned())));
    assert!(later.editor.unwrap().changed.unwrap().contains("version 0123abcd, now 89abcdef"));
}

#[test]
fn the_bar_offers_the_way_back_after_exploring() {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let deck = ready_made(&ds, Lang::En, DATA);
    let words = |slide: &Slide| {
        let state = slide.state(&ds, Lang::En);
        slide_words(ViewContext { ds: &ds, index: &index, state: &state })
    };
    let bar = |state: &ViewState| deck_bar(ViewContext { ds: &ds, index: &index, state }, &deck, &words);
    let on_slide = decode(&deck.slides[3].presented(&ds, Lang::En, 3), &ds).state;
    let shown = bar(&on_slide).unwrap();
    assert_eq!(shown.own_title, None);
    assert_eq!((shown.place.as_str(), shown.back), ("4 of 9", None));
    let explored = decode("#/instruments?v=1&s=ARM&slide=4&look=projector", &ds).state;
    let (_, back) = bar(&explored).unwrap().back.unwrap();
    assert_eq!(back, "#/instruments?v=1&slide=4&look=projector");
    assert!(bar(&decode("#/instruments", &ds).state).is_none());
    assert!(bar(&decode("#/deck?v=1&slide=4", &ds).state).is_none());
    // A position past the end shows the last slide.
    let last = decode("#/data?v=1&slide=999", &ds).state;
    assert_eq!(bar(&last).unwrap().place, "9 of 9");
    let notes = deck_notes(ViewContext { ds: &ds, index: &index, state: &on_slide }, &deck, &words).unwrap();
    assert_eq!(notes.next, "Who says what on each theme");
    assert!(deck_notes(ViewContext { ds: &ds, index: &index, state: &last }, &deck, &words).is_some());
}

/// The reader's title is the heading of the slide, but not of what was explored from there.
#[test]
fn the_readers_title_is_the_heading_of_the_slide() {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let deck = ready_made(&ds, Lang::En, DATA);
    let deck = deck.edited(&DeckEdit::Title(3, "Mine".to_owned())).unwrap();
    let heading = |link: &str| {
        let state = decode(link, &ds).state;
        let cx = ViewContext { ds: &ds, index: &index, state: &state };
        deck_bar(cx, &deck, &|_: &Slide| unreachable!("it has a title")).unwrap().own_title
    };
    assert_eq!(heading(&deck.slides[3].presented(&ds, Lang::En, 3)).as_deref(), Some("Mine"));
    assert_eq!(heading("#/instruments?v=1&s=ARM&slide=4&look=projector"), None);
}

#[test]
fn files_have_the_name_of_their_deck() {
    let named = |name: &str| Deck { name: name.to_owned(), ..Deck::default() }.file_name();
    assert_eq!(named(""), "deck");
    assert_eq!(named("Working Group, Monday"), "deck-Working-Group-Monday");
    assert_eq!(named("Рабочая группа"), "deck-Рабочая-группа");
    assert_eq!(named("../..\\con: \u{202e}<b>"), "deck-con-b");
    assert_eq!(named(&"word ".repeat(32)), format!("deck{}", "-word".repeat(7)));
    assert_eq!(named(&"x".repeat(160)), "deck");
}

/// A picture has the title of its slide, as literal text, and the marks of the view.
#[test]
fn a_slide_has_a_picture() {
    load_view_texts();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let state = ViewState::default();
    let cx = ViewContext { ds: &ds, index: &index, state: &state };
    let input = ExportInput { cx, json: cisconf_core::BUNDLE, address: None, program: "test" };
    let deck = ready_made(&ds, Lang::En, DATA);
    for slide in &deck.slides {
        let own = Slide { title: Some("<b>Mine</b>".to_owned()), ..slide.clone() };
        let picture = slide_picture(input, &own);
        assert!(picture.starts_with("<svg") || picture.starts_with("<?xml"), "{}", slide.link);
        assert!(picture.contains("&lt;b&gt;Mine"), "{}", slide.link);
        assert!(picture.len() < 120_000, "{}: {}", slide.link, picture.len());
    }
}
