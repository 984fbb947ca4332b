//! Tests of the panel of questions: by keys alone, by links, with what fails.

use cisconf_e2e::browser::{Key, strings};
use cisconf_e2e::page::Page;
use serde_json::json;

use crate::layout::{BANDS_OF_PANEL, LANGUAGES};
use crate::visit;

const ANSWER: &str = "Georgia, CSR 51/CSRP 67: ";

/// Returns the text of the row that Enter would open.
fn chosen(page: &Page) -> String {
    let script = r"const field = document.getElementById('ask');
        const row = document.getElementById(field?.getAttribute('aria-activedescendant'));
        return row?.getAttribute('aria-selected') === 'true' ? row.innerText.replace(/\u00a0/g, ' ') : '';";
    page.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

fn is_open(page: &Page) -> bool {
    page.browser.run("return !!document.querySelector('dialog[open]');", &[]) == true
}

fn wait_until_open(page: &Page) {
    let focused = "return document.activeElement?.id === 'ask' && !!document.querySelector('dialog:modal');";
    page.browser.wait_until("the panel", || (page.browser.run(focused, &[]) == true).then_some(()));
}

fn wait_until_closed(page: &Page) {
    page.browser.wait_until("no panel", || (!is_open(page)).then_some(()));
}

fn count(page: &Page) -> String {
    page.text_of(".ask-line [role=status]")
}

#[test]
fn a_question_is_asked_answered_and_opened_by_keys() {
    visit("#/instruments?v=1", |page| {
        page.browser.press_control("k");
        wait_until_open(page);
        page.wait_for_link("#/instruments?v=1&ask=&v=1");
        page.browser.type_text("georgia csr51");
        page.wait_for_link("#/instruments?v=1&ask=georgia%20csr51");
        page.wait_for_text("Understood as Georgia, a state, and CSR 51/CSRP 67, a treaty");
        assert!(count(page).starts_with("1 answer · "), "{}", count(page));
        assert!(chosen(page).starts_with(ANSWER), "{}", chosen(page));
        page.browser.run("window.open = link => { window.opened = link; };", &[]);
        page.browser.press_control("\u{e007}");
        let opened = page.browser.run("return window.opened;", &[]);
        assert_eq!(opened, "#/instruments?v=1&open=cell:GEO:CSR51", "Enter with Ctrl, in a new tab");
        assert!(is_open(page));
        page.browser.press(&[Key::Down]);
        assert!(chosen(page).starts_with("Instruments · Georgia"), "{}", chosen(page));
        page.browser.press(&[Key::Up, Key::Enter]);
        page.wait_for_link("#/instruments?v=1&open=cell:GEO:CSR51");
        wait_until_closed(page);
        assert!(page.evidence().contains("Georgia"));
        page.browser.back();
        wait_until_open(page);
        page.wait_for_link("#/instruments?v=1&ask=georgia%20csr51");
        assert!(chosen(page).starts_with(ANSWER));
        page.browser.back();
        wait_until_closed(page);
        page.wait_for_link("#/instruments");
    });
}

#[test]
fn the_slash_opens_it_but_not_in_a_field_and_escape_gives_the_focus_back() {
    visit("#/instruments?v=1", |page| {
        let link = page.elements().find_by_role("link", "Findings");
        link.focus();
        page.browser.type_text("/");
        wait_until_open(page);
        page.browser.press(&[Key::Escape]);
        wait_until_closed(page);
        page.wait_for_link("#/instruments");
        page.browser.wait_until("the focus", || link.has_focus().then_some(()));
        page.elements().find_by_role("searchbox", "Search").focus();
        page.browser.type_text("1/2");
        assert!(!is_open(page), "a slash in a field is a slash");
        page.button("Ask a question in words (Ctrl K or /)").click();
        wait_until_open(page);
        page.browser.press(&[Key::Tab, Key::Tab, Key::Tab]);
        let inside =
            "return !!document.activeElement.closest('dialog') || document.activeElement === document.body;";
        assert_eq!(page.browser.run(inside, &[]), true, "the focus stays in the panel");
    });
}

#[test]
fn the_sentence_is_copied_with_its_link() {
    visit("#/instruments?v=1&ask=georgia%20csr51", |page| {
        wait_until_open(page);
        let listen = "navigator.clipboard.writeText = async text => { window.copied = text; };
            getSelection().removeAllRanges();
            const field = document.getElementById('ask');
            field.setSelectionRange(field.value.length, field.value.length);";
        page.browser.run(listen, &[]);
        page.browser.press_control("c");
        page.wait_for_text("Copied: the sentence with its link.");
        let copied = page.browser.run("return window.copied;", &[]);
        let copied = copied.as_str().unwrap_or_default();
        let (sentence, link) = copied.split_once('\n').unwrap_or_default();
        assert!(sentence.starts_with(ANSWER) && sentence.contains("p."), "{copied}");
        assert_eq!(link, format!("{}#/instruments?v=1&ask=georgia%20csr51", page.home));
        // By the button, too.
        page.browser.run("window.copied = '';", &[]);
        page.button("Copy sentence").click();
        page.browser.wait_until("the copied sentence", || {
            (page.browser.run("return window.copied;", &[]) == copied).then_some(())
        });
        // With a text selected, the browser copies that.
        page.browser.run("document.getElementById('ask').select(); window.copied = '';", &[]);
        page.browser.press_control("c");
        assert_eq!(page.browser.run("return window.copied;", &[]), "");
    });
}

#[test]
fn an_answer_becomes_a_slide_with_its_sentence_as_title() {
    visit("#/instruments?v=1&ask=georgia%20csr51", |page| {
        wait_until_open(page);
        // That of the page behind the panel adds the view.
        let add = "const add = document.querySelector('dialog [data-add]'); add?.click(); return !!add;";
        page.browser.wait_until("the button", || (page.browser.run(add, &[]) == true).then_some(()));
        page.wait_for_text("Added as slide 1");
        page.set_fragment("#/deck");
        let title = || page.text_of(".slides strong");
        assert!(title().starts_with(ANSWER), "{}", title());
        let notes = "return document.querySelector('.deck-editor textarea').value;";
        let notes = page.browser.run(notes, &[]);
        assert!(notes.as_str().unwrap_or_default().contains("(p."), "{notes}");
        page.wait_for_text("your title");
        let picture = "return !!document.querySelector('.slides img, .deck-slide img')?.naturalWidth;";
        page.browser.wait_until("the picture", || (page.browser.run(picture, &[]) == true).then_some(()));
    });
}

#[test]
fn a_link_answers_over_its_view_and_a_place_leaves_it() {
    visit("#/instruments?v=1&s=GEO&ask=Moldova%20agreements", |page| {
        wait_until_open(page);
        assert!(page.heading().contains("instrument"));
        let field = page.browser.run("return document.getElementById('ask').value;", &[]);
        assert_eq!(field, "Moldova agreements");
        page.elements().find_by_name_prefix("link", "Agreements · Republic of Moldova").click();
        page.wait_for_link("#/agreements?v=1&s=MDA");
        wait_until_closed(page);
        page.wait_for_focus(&page.heading());
    });
}

#[test]
fn it_is_in_russian_and_keeps_the_question_in_another_language() {
    visit("#/instruments?v=1&lang=ru&ask=%D0%B3%D1%80%D1%83%D0%B7%D0%B8%D1%8F%20csr51", |page| {
        wait_until_open(page);
        page.wait_for_text("Понято как Грузия (государство)");
        assert!(count(page).starts_with("1 ответ · "), "{}", count(page));
        page.set_fragment("#/instruments?v=1&ask=%D0%B3%D1%80%D1%83%D0%B7%D0%B8%D1%8F%20csr51");
        page.wait_for_text("Understood as Georgia, a state");
    });
}

#[test]
fn what_is_not_understood_keeps_the_search_and_shows_examples() {
    visit("#/instruments?v=1", |page| {
        page.browser.press_control("k");
        wait_until_open(page);
        page.browser.type_text("zebra crossing");
        page.wait_for_text("no answer");
        page.wait_for_text("Search findings for “zebra crossing”");
        assert!(chosen(page).starts_with("Search findings"), "{}", chosen(page));
        page.elements().find_by_role("link", "Agreements of Moldova").click();
        page.wait_for_text("1 answer");
        assert!(is_open(page));
        page.browser.back();
        page.wait_for_text("no answer");
        page.browser.run("document.getElementById('ask').focus();", &[]);
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/findings?v=1&q=zebra%20crossing");
    });
}

#[test]
fn us_asks_which_state() {
    visit("#/instruments?v=1&ask=who%20is%20most%20like%20us", |page| {
        page.wait_for_text("Which state is meant by");
        assert_eq!(chosen(page), "");
        page.browser.press(&[Key::Enter]);
        assert!(is_open(page), "Enter chooses no state");
        page.elements().find_by_role("link", "Georgia").click();
        page.wait_for_link("#/instruments?v=1&mine=GEO&ask=who%20is%20most%20like%20us");
        page.wait_for_text("1 answer");
    });
}

#[test]
fn hostile_text_is_met_calmly() {
    visit("#/instruments?v=1&ask=&v=1", |page| {
        wait_until_open(page);
        for text in ["'; DROP TABLE states; --", "^(a+)+$", "Гeopгия", &"georgia ".repeat(1_250), "<b>&amp;"]
        {
            let paste = "const field = document.getElementById('ask');
                field.value = arguments[0];
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
            page.browser.run(paste, &[text.into()]);
            page.browser.frame();
            assert!(!count(page).is_empty());
        }
        assert_eq!(page.browser.run("return document.querySelectorAll('dialog b').length;", &[]), 0);
    });
}

mod chromium {
    use super::*;

    #[test]
    fn the_panel_fits_every_screen() {
        visit("", |page| {
            for (width, height, look) in
                [(1280, 720, ""), (1920, 1080, ""), (1280, 720, "&look=projector"), (360, 780, "")]
            {
                page.browser.resize(width, height);
                for lang in LANGUAGES {
                    for ask in ["georgia%20csr51", "who%20is%20most%20like%20us", "zebra%20crossing"] {
                        page.set_fragment(&format!("#/instruments?v=1&ask={ask}&lang={lang}{look}"));
                        wait_until_open(page);
                        (0..3).for_each(|_| page.browser.frame());
                        let tap = if width < 900 { 44.0 } else { 24.0 };
                        let faults = strings(&page.browser.run(BANDS_OF_PANEL, &[json!(tap)]));
                        assert!(faults.is_empty(), "{width} {lang}{look} {ask}: {faults:#?}");
                    }
                }
            }
        });
    }
}
