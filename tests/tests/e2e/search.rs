//! Searching: typing, the way back, a pasted link, and pastes that mean harm.

use cisconf_e2e::browser::Key;
use cisconf_e2e::page::Page;

use crate::visit;

/// What stands in the field.
fn field(page: &Page) -> String {
    let value = page.browser.run("return document.getElementById('search').value;", &[]);
    value.as_str().unwrap_or_default().to_owned()
}

fn type_into_field(page: &Page, text: &str) {
    page.things().the("searchbox", "Search").focus();
    page.browser.type_text(text);
}

/// Puts a text into the field at once, as a paste does.
fn paste(page: &Page, text: &str) {
    let script = "const field = document.getElementById('search');
        field.focus();
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    page.browser.run(script, &[text.into()]);
    page.browser.frame();
}

fn marked(page: &Page) -> i64 {
    page.browser
        .run("return document.querySelectorAll('.cards mark').length;", &[])
        .as_i64()
        .unwrap_or_default()
}

#[test]
fn what_is_typed_is_found_marked_and_undone() {
    visit("#/findings", |page| {
        type_into_field(page, "prop iska");
        assert_eq!(field(page), "prop iska", "no letter is lost");
        paste(page, "propiska ");
        page.is_at("#/findings?v=1&q=propiska");
        assert_eq!(field(page), "propiska ", "the field is its writer’s");
        page.browser.until("marks", || (marked(page) > 0).then_some(()));
        assert_eq!(page.chips(), ["search: “propiska”"]);
        page.browser.press(&[Key::Enter]);
        assert_eq!(field(page), "propiska");

        // Words that come back after others are shown, whoever wrote them.
        for _ in 0..2 {
            page.browser.back();
            page.is_at("#/findings");
            page.browser.until("an empty field", || field(page).is_empty().then_some(()));
            paste(page, "propiska");
            page.is_at("#/findings?v=1&q=propiska");
        }

        // All that was typed is one step.
        page.browser.back();
        page.is_at("#/findings");
        page.browser.until("an empty field", || field(page).is_empty().then_some(()));
        assert_eq!(marked(page), 0);

        page.follow("#/findings?v=1&q=%D0%92%D0%9F%D0%9B");
        page.browser.until("the link’s words", || (field(page) == "ВПЛ").then_some(()));
        page.button("Clear the search").click();
        page.is_at("#/findings");
        let active = page.browser.run("return document.activeElement.id;", &[]);
        assert_eq!(active, "search", "the keyboard stays at the field");
        assert!(field(page).is_empty() && page.chips().is_empty());
    });
}

#[test]
fn a_count_and_a_page_lead_to_their_list() {
    visit("#/findings", |page| {
        page.things().beginning("link", "governments, obstacle: ").click();
        page.keyboard_is_at("Findings");
        let shown = "const { top, bottom } = document.querySelector('#list-title').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;";
        page.browser.until("the list in sight", || (page.browser.run(shown, &[]) == true).then_some(()));
        page.browser.back();
        page.is_at("#/findings");
        page.things().all("link").into_iter().rfind(|link| link.name == "Next").unwrap().click();
        page.is_at("#/findings?v=1&page=2");
        page.keyboard_is_at("Findings");
        page.browser.until("the list in sight", || (page.browser.run(shown, &[]) == true).then_some(()));
    });
}

#[test]
fn from_another_view_enter_leads_to_the_findings() {
    visit("#/instruments", |page| {
        type_into_field(page, "Georgia");
        page.is_at("#/instruments");
        page.browser.press(&[Key::Enter]);
        page.is_at("#/findings?v=1&q=Georgia");
        page.shows("Also found");
        page.browser.back();
        page.is_at("#/instruments");
        page.browser.until("an empty field", || field(page).is_empty().then_some(()));
    });
}

#[test]
fn a_slip_is_mended_and_nothing_is_said_plainly() {
    visit("#/findings?v=1&q=propsika", |page| {
        page.shows("Nothing has “propsika”; shown: “propiska”.");
        paste(page, "(((.*[a-z");
        page.shows("No finding has “(((.*[a-z”.");
    });
}

#[test]
fn ten_thousand_letters_stop_nothing() {
    visit("#/findings", |page| {
        for text in ["x".repeat(10_000), "слово ".repeat(1_700), "\u{301}\u{202e}-".repeat(3_400)] {
            paste(page, &text);
            page.browser.frame();
            assert!(page.link().len() < 2_000);
        }
        paste(page, "propiska");
        page.browser.until("marks", || (marked(page) > 0).then_some(()));
    });
}
