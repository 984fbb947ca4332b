//! Tests of the search: typing, Back, pasted links and hostile text.

use cisconf_e2e::browser::Key;
use cisconf_e2e::page::Page;

use crate::visit;

/// Returns the text of the field.
fn field(page: &Page) -> String {
    let value = page.browser.run("return document.getElementById('search').value;", &[]);
    value.as_str().unwrap_or_default().to_owned()
}

fn type_into_field(page: &Page, text: &str) {
    page.elements().find_by_role("searchbox", "Search").focus();
    page.browser.type_text(text);
}

/// Sets the text of the field at once, like a paste.
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
        page.wait_for_link("#/findings?v=1&q=propiska");
        assert_eq!(field(page), "propiska ", "the field is its writer’s");
        page.browser.wait_until("marks", || (marked(page) > 0).then_some(()));
        assert_eq!(page.chips(), ["search: “propiska”"]);
        page.browser.press(&[Key::Enter]);
        assert_eq!(field(page), "propiska");

        // A text that returns after another is shown, whether typed or from the history.
        for _ in 0..2 {
            page.browser.back();
            page.wait_for_link("#/findings");
            page.browser.wait_until("an empty field", || field(page).is_empty().then_some(()));
            paste(page, "propiska");
            page.wait_for_link("#/findings?v=1&q=propiska");
        }

        // All typed letters are one history entry.
        page.browser.back();
        page.wait_for_link("#/findings");
        page.browser.wait_until("an empty field", || field(page).is_empty().then_some(()));
        assert_eq!(marked(page), 0);

        page.set_fragment("#/findings?v=1&q=%D0%92%D0%9F%D0%9B");
        page.browser.wait_until("the link’s words", || (field(page) == "ВПЛ").then_some(()));
        page.button("Clear the search").click();
        page.wait_for_link("#/findings");
        let active = page.browser.run("return document.activeElement.id;", &[]);
        assert_eq!(active, "search", "the keyboard stays at the field");
        assert!(field(page).is_empty() && page.chips().is_empty());

        // A text that was typed, cleared elsewhere, and restored by Back.
        paste(page, "georgia");
        page.wait_for_link("#/findings?v=1&q=georgia");
        page.button("Clear all").click();
        page.browser.wait_until("an empty field", || field(page).is_empty().then_some(()));
        page.browser.back();
        page.wait_for_link("#/findings?v=1&q=georgia");
        page.browser.wait_until("the words again", || (field(page) == "georgia").then_some(()));
    });
}

#[test]
fn a_count_and_a_page_lead_to_their_list() {
    visit("#/findings", |page| {
        page.elements().find_by_name_prefix("link", "governments, obstacle: ").click();
        page.wait_for_focus("Findings");
        let shown = "const { top, bottom } = document.querySelector('#list-title').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;";
        page.browser.wait_until("the list in sight", || (page.browser.run(shown, &[]) == true).then_some(()));
        page.browser.back();
        page.wait_for_link("#/findings");
        page.elements().all("link").into_iter().rfind(|link| link.name == "Next").unwrap().click();
        page.wait_for_link("#/findings?v=1&listby=conclusions&page=2");
        page.wait_for_focus("Findings");
        page.browser.wait_until("the list in sight", || (page.browser.run(shown, &[]) == true).then_some(()));
    });
}

#[test]
fn from_another_view_enter_leads_to_the_findings() {
    visit("#/instruments", |page| {
        type_into_field(page, "Georgia");
        page.wait_for_link("#/instruments");
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/findings?v=1&q=Georgia");
        page.wait_for_text("Also found");
        page.browser.back();
        page.wait_for_link("#/instruments");
        page.browser.wait_until("an empty field", || field(page).is_empty().then_some(()));
    });
}

#[test]
fn a_slip_is_mended_and_nothing_is_said_plainly() {
    visit("#/findings?v=1&q=propsika", |page| {
        page.wait_for_text("Nothing has “propsika”; shown: “propiska”.");
        paste(page, "(((.*[q-x");
        page.wait_for_text("No finding has “(((.*[q-x”.");
    });
}

#[test]
fn words_typed_on_the_other_keyboard_layout_are_read_and_said() {
    visit("#/findings?v=1&q=%2Ct%3Btyws", |page| {
        page.wait_for_text("Nothing has “,t;tyws”; shown: “беженцы”.");
        paste(page, "\"human rights\"");
        page.browser.wait_until("no note", || (!page.text().contains("shown:")).then_some(()));
        paste(page, "\"rights human\"");
        page.wait_for_text("Nothing has “\"rights human\"”; shown: “rights human”.");
    });
}

#[test]
fn what_is_found_in_other_tables_opens_where_it_stands() {
    visit("#/findings?v=1&q=decree", |page| {
        page.elements().find_by_name_prefix("button", "Belarus: Governmental decree no. 1654").click();
        page.wait_for_link("#/findings?v=1&q=decree&open=law:blr-decree-1654");
        assert!(page.evidence().contains("1654"));
        page.close_evidence();
        paste(page, "1,790,000");
        page.elements().find_by_name_prefix("button", "Internally displaced persons: 1,790,000").click();
        page.wait_for_link("#/findings?v=1&q=1%2C790%2C000&open=figure:idps");
        page.close_evidence();
        paste(page, "Jaccard");
        page.elements().find_by_name_prefix("link", "Similarity of treaty record").click();
        page.wait_for_link("#/groupings?v=1&tab=method&q=Jaccard");
        page.browser.back();
        // All matches of a frequent word, by kind.
        paste(page, "training");
        page.browser.wait_until("kinds", || page.text().contains("by kind:").then_some(()));
        let heads = "const all = document.querySelector('.also details'); all.open = true;
            return all.querySelectorAll('h3').length;";
        assert!(page.browser.run(heads, &[]).as_i64() > Some(3));
    });
}

#[test]
fn ten_thousand_letters_stop_nothing() {
    visit("#/findings", |page| {
        let quotes = "\"«„".repeat(3_400);
        for text in ["x".repeat(10_000), "слово ".repeat(1_700), "\u{301}\u{202e}-".repeat(3_400), quotes]
        {
            paste(page, &text);
            page.browser.frame();
            assert!(page.link().len() < 2_000);
        }
        paste(page, "propiska");
        page.browser.wait_until("marks", || (marked(page) > 0).then_some(()));
    });
}
