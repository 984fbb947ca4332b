//! Slides, documents and pictures of every view: complete, in order, literal, and as reviewed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

use std::path::Path;

use cisconf_core::deck::{Deck, DeckEdit, Slide, ready_made};
use cisconf_core::export::{
    ExportInput, Handout, HandoutCell, SlideSource, deck_sources, document_parts, handout, picture,
    slide_parts,
};
use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{View, ViewState, decode};
use cisconf_core::text::{Lang, load_russian, load_view_texts};
use cisconf_core::view::ViewContext;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

const AGAIN: &str = "UPDATE_GOLDEN=1 cargo test -p cisconf-core --test exports";
const PROGRAM: &str = "0.0.0";
/// Links beside those of every view: groupings, words in cells, subjects, a search without results.
const LINKS: &[&str] = &[
    "#/instruments?v=1&g=ukraine&cells=words",
    "#/instruments?v=1&asof=1996-05-29&s=AZE.GEO",
    "#/agreements?v=1&g=ukraine&s=UZB&status=attempted",
    "#/agreements?v=1&tab=network&g=ukraine&s=KGZ",
    "#/compare?v=1&g=ukraine&a=UKR&b=group:trans-caucasus&c=group:central-asia",
    "#/findings?v=1&q=propiska",
    "#/findings?v=1&s=UZB&kind=achievement&voice=donor&asked=DEU",
    "#/groupings?v=1&g=ukraine",
    "#/groupings?v=1&tab=positions&g=ukraine",
    "#/groupings?v=1&tab=method&g=ukraine&beside=refugee-instruments&cells=words",
    "#/states?v=1&tab=pairs&g=ukraine&pairif=furthest.with:RUS&pairby=similarity",
    "#/states?v=1&g=ukraine&cols=nine.party-CSR51.party-PPCG48.party-CRC89.body.partners.agreements.laws.\
     assistance.naming.naming-obstacle.naming-need&if=nine:7-~body:no",
    "#/state?v=1&of=GEO",
    "#/about?v=1&of=theme:citizenship",
    "#/about?v=1&of=instrument:CSR51",
    "#/?v=1&tab=figures&pick=3",
    "#/data?v=1&table=laws&has=1:nowhere",
];

/// Calls `check` with the handout of each view and tab, and of the links, in both languages.
fn each(mut check: impl FnMut(&str, &Handout)) {
    load_view_texts();
    load_russian();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let views = View::ALL.iter().filter(|view| **view != View::Deck);
    let tabs = views.flat_map(|view| view.tabs().iter().map(|tab| (*view, *tab)));
    let mut states: Vec<_> =
        tabs.map(|(view, tab)| ViewState { view, tab, ..ViewState::default() }).collect();
    states.extend(LINKS.iter().map(|link| decode(link, &ds).state));
    for lang in Lang::ALL {
        for state in &states {
            let state = ViewState { lang, ..state.clone() };
            let made = made(&ds, &index, &state);
            check(&made.link.clone(), &made);
        }
    }
}

fn made(ds: &Dataset, index: &FindingsIndex, state: &ViewState) -> Handout {
    handout(input(ViewContext { ds, index, state }))
}

fn input(cx: ViewContext) -> ExportInput {
    ExportInput { cx, json: cisconf_core::BUNDLE, address: None, program: PROGRAM }
}

fn source(handout: Handout) -> SlideSource {
    SlideSource { handout, title: None, notes: String::new(), most: None }
}

/// Returns the texts of an XML part, one for each text node. Panics if the part is not well-formed.
fn texts(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Eof => return found,
            Event::Text(part) => text.push_str(&part.into_inner()),
            Event::GeneralRef(reference) => text.push_str(match &*reference.into_inner() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("an entity {other}"),
            }),
            Event::CData(_) | Event::DocType(_) | Event::PI(_) => panic!("markup in {xml}"),
            _ if text.is_empty() => {}
            _ => found.push(std::mem::take(&mut text)),
        }
    }
}

/// Returns the texts of all parts whose names begin with a prefix.
fn texts_of(parts: &[(String, String)], prefix: &str) -> String {
    let of = parts.iter().filter(|(name, _)| name.starts_with(prefix));
    of.flat_map(|(_, part)| texts(part)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_view_says_what_when_and_from_where() {
    each(|link, handout| {
        let is_told = !handout.sentences.is_empty() || !handout.limits.is_empty();
        assert!(!handout.title.is_empty() && is_told, "{link}");
        assert!(handout.source.contains("2000") && handout.versions.contains(PROGRAM), "{link}");
        assert!(link.starts_with("#/") && !handout.filters.is_empty(), "{link}");
        for table in &handout.tables {
            for row in &table.rows {
                assert!(!row.cells.is_empty() && row.cells.len() <= table.columns.len(), "{link}: {row:?}");
            }
        }
    });
}

/// Of each mark a legend or words beside it say what it means.
#[test]
fn every_mark_has_a_meaning() {
    each(|link, handout| {
        let lines = handout.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        for line in lines.flat_map(|cell| &cell.lines) {
            for mark in line.marks.iter().filter(|_| line.text.is_empty()) {
                let is_told = handout.legend.iter().any(|item| item.mark == Some(*mark));
                assert!(is_told, "{link}: {mark:?} is not in the legend");
            }
        }
    });
}

#[test]
fn no_row_is_lost_on_slides_and_every_part_is_well_formed() {
    each(|link, handout| {
        let slides = slide_parts(&[source(handout.clone())], handout.lang);
        let shown = texts_of(&slides, "ppt/slides/slide");
        let written = texts_of(&document_parts(handout), "word/document");
        for table in &handout.tables {
            for cell in table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines) {
                let is_whole = |text: &str| text.contains(cell.text.trim());
                assert!(is_whole(&written), "{link}: {} is not in the document", cell.text);
                // A row that is higher than a slide is divided into lines.
                let words = cell.text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/'));
                assert!(
                    is_whole(&shown) || words.clone().all(|word| shown.contains(word)),
                    "{link}: {} is on no slide",
                    cell.text
                );
            }
        }
        texts(&picture(handout));
        for (name, part) in &slides {
            assert!(!texts(part).iter().any(|text| text.contains("{}")), "{name}");
        }
    });
}

#[test]
fn silence_is_not_a_no() {
    load_view_texts();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    // What a row has in its cells, as marks and words.
    let row = |link: &str, name: &str| -> String {
        let handout = made(&ds, &index, &decode(link, &ds).state);
        let mut rows = handout.tables.iter().flat_map(|table| &table.rows);
        let row = rows.find(|row| row.cells[0].lines.iter().any(|line| line.text.ends_with(name)));
        format!("{:?}", row.unwrap_or_else(|| panic!("{link}: {name}")).cells)
    };
    assert!(row("#/agreements", "Uzbekistan").contains("NotMentioned"));
    assert!(row("#/agreements", "Uzbekistan").contains("InForce"));
    assert!(!row("#/instruments", "Uzbekistan").contains("NotMentioned"), "the table says who is not party");
    let brief = made(&ds, &index, &decode("#/brief?v=1&s=UZB", &ds).state);
    assert!(texts_of(&document_parts(&brief), "word/document").contains("none named by the report"));
    for link in ["#/states?v=1&g=ukraine", "#/instruments?v=1&g=ukraine"] {
        let handout = made(&ds, &index, &decode(link, &ds).state);
        assert!(texts_of(&document_parts(&handout), "word/document").contains("inferred by us"), "{link}");
    }
}

#[test]
fn a_deck_has_its_titles_and_notes_and_says_what_it_leaves_out() {
    load_view_texts();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let deck = ready_made(&ds, Lang::En, "0123abcd");
    let deck = deck.edited(&DeckEdit::Title(3, "<b>Mine</b> & =1+1".to_owned())).unwrap();
    let state = ViewState::default();
    let sources = deck_sources(input(ViewContext { ds: &ds, index: &index, state: &state }), &deck);
    assert_eq!(sources.len(), deck.slides.len());
    let parts = slide_parts(&sources, Lang::En);
    let shown = texts_of(&parts, "ppt/slides/slide");
    assert!(shown.contains("<b>Mine</b> & =1+1"));
    assert!(shown.contains("more rows in the view of this slide"));
    let notes = texts_of(&parts, "ppt/notesSlides/");
    for slide in &deck.slides {
        assert!(slide.notes.lines().all(|line| notes.contains(line)), "{}", slide.notes);
        assert!(notes.contains(&slide.link), "{}", slide.link);
    }
    let empty = deck_sources(input(ViewContext { ds: &ds, index: &index, state: &state }), &Deck::default());
    assert_eq!(
        slide_parts(&empty, Lang::En).iter().filter(|(name, _)| name.contains("slides/slide")).count(),
        0
    );
}

/// Returns the value of an attribute of an element.
fn value(element: &str, name: &str) -> f32 {
    let from = element.split(&format!(" {name}=\"")).nth(1).unwrap_or_default();
    from.split('"').next().unwrap_or_default().parse().unwrap()
}

/// Returns where a text begins and ends if its letters are narrow, and its line.
fn extent(text: &str) -> [f32; 3] {
    let element = &text[..text.find('>').unwrap()];
    let letters = text.split(['>', '<']).nth(1).unwrap_or_default().chars().count() as f32;
    let (x, y, size) = (value(element, "x"), value(element, "y"), value(element, "font-size"));
    let half = letters * size * 0.2;
    if element.contains("middle") { [x - half, x + half, y] } else { [x, x + 2.0 * half, y] }
}

#[test]
fn a_picture_cuts_no_text() {
    each(|link, handout| {
        let svg = picture(handout);
        let [width, height] = ["width", "height"].map(|name| value(&svg, name));
        for text in svg.split("<text").skip(1) {
            let [x, end, y] = extent(text);
            assert!(x >= 0.0 && y > 0.0 && y < height && end < width, "{link}: {text}");
        }
        assert!(!svg.contains("foreignObject") && !svg.contains("class="), "{link}");
    });
}

#[test]
fn no_mark_of_a_picture_lies_over_the_next() {
    each(|link, handout| {
        let svg = picture(handout);
        let mut drawn: Vec<[f32; 3]> = svg.split("<text").skip(1).map(extent).collect();
        for mark in svg.split("<g transform=\"translate(").skip(1) {
            let mut numbers = mark.split([' ', ')', '(']).filter_map(|part| part.parse::<f32>().ok());
            let [x, y, scale] = [(); 3].map(|()| numbers.next().unwrap());
            // Marks of kinds of findings are drawn on another square; their place is not compared.
            if scale * 16.0 < 13.5 {
                drawn.push([x, x + scale * 14.0, y + scale * 16.0 * 0.85]);
            }
        }
        drawn.sort_by(|a, b| (a[2].round(), a[0]).partial_cmp(&(b[2].round(), b[0])).unwrap());
        for pair in drawn.windows(2).filter(|pair| pair[0][2].round() == pair[1][2].round()) {
            assert!(pair[0][1] <= pair[1][0] + 1.0, "{link}: {pair:?}");
        }
    });
}

/// Returns what a file holds of a text: control characters have no place in XML.
fn held(text: &str) -> String {
    let is_refused = |c: char| c < ' ' && !matches!(c, '\t' | '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace(is_refused, "\u{fffd}")
}

/// Texts as hostile as a reader can enter, and some that only a damaged file could have.
fn hostile() -> impl Strategy<Value = String> {
    let fixed = [
        "</script><script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "]]><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
        "_x0041_ &amp; &#65; %s {0}",
        "Very-long-name-".repeat(40).leak(),
        "\u{202e}abc\u{200b}\u{feff}",
    ];
    prop_oneof![
        prop::sample::select(fixed.to_vec()).prop_map(str::to_owned),
        "[\\PC\u{0}-\u{1f}<>&\"'\u{fffd}-\u{ffff}]{1,60}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_text_stays_literal(text in hostile()) {
        load_view_texts();
        let ds = cisconf_core::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        let mut handout = made(&ds, &index, &decode("#/instruments?v=1&s=ARM.AZE", &ds).state);
        handout.title.clone_from(&text);
        handout.filters.clone_from(&text);
        handout.limits = vec![text.clone()];
        handout.legend[0].word.clone_from(&text);
        handout.tables[0].title.clone_from(&text);
        handout.tables[0].rows[0].cells[0] = HandoutCell::from(&text);
        let packed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let wanted = packed(&held(&text));
        let written = texts_of(&document_parts(&handout), "word/document");
        prop_assert!(packed(&written).matches(&wanted).count() >= 5);
        let drawn = texts(&picture(&handout)).concat();
        prop_assert!(packed(&drawn).matches(&wanted).count() >= 4, "{}", drawn);
        let own = SlideSource { title: Some(text.clone()), notes: text.clone(), ..source(handout) };
        let parts = slide_parts(&[own], Lang::En);
        let shown = packed(&texts_of(&parts, "ppt/slides/slide1.xml"));
        prop_assert!(shown.matches(&wanted).count() >= 3, "{}", shown);
        prop_assert!(packed(&texts_of(&parts, "ppt/notesSlides/notesSlide1.xml")).contains(&wanted));
        for (_, part) in &parts {
            texts(part);
        }
    }
}

/// Returns a part with an element in a line.
fn lines(xml: &str) -> String {
    xml.replace("><", ">\n<") + "\n"
}

#[test]
fn the_files_are_what_was_reviewed() {
    load_view_texts();
    load_russian();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let small = made(&ds, &index, &decode("#/instruments?v=1&s=ARM.AZE&lang=ru", &ds).state);
    let part = |parts: &[(String, String)], wanted: &str| {
        lines(&parts.iter().find(|(name, _)| name == wanted).unwrap().1)
    };
    let slides = slide_parts(&[source(small.clone())], small.lang);
    let names: Vec<_> = slides.iter().map(|(name, _)| name.as_str()).collect();
    let words = document_parts(&small);
    let slide_of = |link: &str| Slide::of(&decode(link, &ds).state, &ds, "0123abcd");
    let deck = Deck { name: String::new(), slides: vec![slide_of("#/"), slide_of("#/findings")] };
    let state = ViewState::default();
    let sources = deck_sources(input(ViewContext { ds: &ds, index: &index, state: &state }), &deck);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports");
    for (name, now) in [
        ("parts.txt", names.join("\n") + "\n"),
        ("slide.ru.xml", part(&slides, "ppt/slides/slide1.xml")),
        ("notes.ru.xml", part(&slides, "ppt/notesSlides/notesSlide1.xml")),
        ("document.ru.xml", part(&words, "word/document.xml")),
        ("footnotes.ru.xml", part(&words, "word/footnotes.xml")),
        ("picture.ru.svg", lines(&picture(&small))),
        ("deck.en.txt", texts_of(&slide_parts(&sources, Lang::En), "ppt/slides/slide") + "\n"),
    ] {
        let file = folder.join(name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &now).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(kept == now, "{}: if this is meant: {AGAIN}", file.display());
    }
}
