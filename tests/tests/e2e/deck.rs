//! Tests of the deck: prepared and presented by keyboard, without a network; files, links, storage.

use cisconf_e2e::browser::{Key, strings};
use cisconf_e2e::page::Page;

use crate::data::download;
use crate::{assert_no_page_errors, browser, host, visit};

/// Waits for the tools, which come with the chunk of the deck, and adds the view by keyboard.
fn add(page: &Page, n: usize) {
    let add = page.button("Add to deck");
    add.focus();
    page.browser.press(&[Key::Enter]);
    page.wait_for_text(&format!("Added as slide {n}"));
}

fn titles(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.page:not(.inactive) .slides strong')]
        .map(title => title.textContent);";
    strings(&page.browser.run(script, &[]))
}

/// Waits until the slides have these titles.
fn has_titles(page: &Page, wanted: &[&str]) {
    page.browser.wait_until(&format!("{wanted:?}"), || (titles(page) == wanted).then_some(()));
}

/// Chooses a file with this text.
fn open_file(page: &Page, text: &str) {
    let open = "const field = document.querySelector('.deck-files input'), data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'deck.json'));
        field.files = data.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.run(open, &[text.into()]);
}

const INSTRUMENTS: &str = "Who has joined which instrument";
const AGREEMENTS: &str = "Agreements that the report names";

#[test]
fn a_deck_is_prepared_and_presented_by_keyboard_without_a_network() {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, "#/instruments");
    add(&page, 1);
    // The deck is already loaded; nothing more is asked of the network.
    drop(server);
    page.set_fragment("#/agreements");
    page.wait_for_text(AGREEMENTS);
    add(&page, 2);
    page.open_menu("Take away");
    page.elements().find_by_role("link", "Deck (2)").focus();
    page.browser.press(&[Key::Enter]);
    has_titles(&page, &[INSTRUMENTS, AGREEMENTS]);

    // Another order, a title of one's own, notes.
    page.elements().find_by_name_prefix("button", "Move slide 2 up").focus();
    page.browser.press(&[Key::Enter]);
    has_titles(&page, &[AGREEMENTS, INSTRUMENTS]);
    page.wait_for_focus("Move slide 1 down");
    // The same with Alt and an arrow, from anywhere in the row.
    page.browser.press_alt(&Key::Down);
    has_titles(&page, &[INSTRUMENTS, AGREEMENTS]);
    page.elements().find_by_name_prefix("link", AGREEMENTS).focus();
    page.browser.press_alt(&Key::Up);
    has_titles(&page, &[AGREEMENTS, INSTRUMENTS]);
    page.elements().find_by_name_prefix("textbox", "Title on the slide").focus();
    browser.run("document.querySelector('.deck-title').select();", &[]);
    browser.type_text("Who <b>agreed</b>");
    browser.press(&[Key::Tab]);
    has_titles(&page, &["Who <b>agreed</b>", INSTRUMENTS]);
    page.wait_for_text("your title");
    page.elements().find_by_name_prefix("textbox", "Notes").focus();
    browser.type_text("Ask first.");

    page.button("Present from slide 1").focus();
    browser.press(&[Key::Enter]);
    page.wait_for_link("#/agreements?v=1&slide=1&look=projector");
    page.wait_for_text("1 of 2");
    let heading = "return [...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).map(h => h.textContent);";
    assert_eq!(strings(&browser.run(heading, &[])), ["Who <b>agreed</b>"]);
    // In a table the arrows move; the next slide takes the focus out of it.
    browser.run("document.querySelector('.page:not(.inactive) [role=grid] button').focus();", &[]);
    browser.press(&[Key::PageDown]);
    page.wait_for_link("#/instruments?v=1&slide=2&look=projector");
    assert_eq!(browser.run("return !document.activeElement.closest('table');", &[]), true);
    browser.press(&[Key::PageDown]);
    page.wait_for_link("#/instruments?v=1&slide=2&look=projector");
    browser.press(&[Key::Home]);
    page.wait_for_link("#/agreements?v=1&slide=1&look=projector");
    browser.press(&[Key::End]);
    page.wait_for_text("2 of 2");
    browser.press(&[Key::PageUp]);
    page.wait_for_text("1 of 2");
    let is_blank = || page.browser.run("return !!document.querySelector('.deck-blank.blank')", &[]) == true;
    browser.type_text("b");
    page.browser.wait_until("the blank screen", || is_blank().then_some(()));
    browser.type_text("b");
    page.browser.wait_until("the slide", || (!is_blank()).then_some(()));

    // Explore, then back to the slide.
    page.set_fragment("#/agreements?v=1&s=GEO&slide=1&look=projector");
    page.elements().find_by_role("link", "Back to slide 1").focus();
    browser.press(&[Key::Enter]);
    page.wait_for_link("#/agreements?v=1&slide=1&look=projector");
    browser.press(&[Key::Escape]);
    page.wait_for_link("#/deck?v=1&slide=1");
    assert_no_page_errors(&page);
}

#[test]
fn a_deck_outlives_a_reload_and_a_file_brings_it_back() {
    visit("#/deck", |page| {
        page.button("Use the ready-made deck").click();
        page.wait_for_text("9 slides · kept in this browser");
        page.reload();
        page.wait_for_text("9 slides · kept in this browser");
        let saved = String::from_utf8(download(
            page,
            "Save as a file",
            "deck-The-CIS-Conference-process-as-the.json",
        ))
        .unwrap();
        page.elements().find_by_name_prefix("button", "Remove slide 9").click();
        page.wait_for_text("Slide 9 removed");
        page.button("Undo").click();
        page.wait_for_text("9 slides ·");
        page.button("New deck").click();
        page.wait_for_text("No slides yet");
        open_file(page, &saved);
        page.wait_for_text("9 slides ·");
        assert!(saved.contains("\"kind\": \"deck\""), "{saved}");
    });
}

#[test]
fn a_damaged_or_foreign_file_leaves_the_deck_as_it_is() {
    visit("#/deck", |page| {
        page.button("Use the ready-made deck").click();
        page.wait_for_text("9 slides ·");
        for (text, told) in [
            ("{\"schema\":1,\"kind\":\"grouping\"}", "$.kind: not the file of a deck"),
            (
                "{\"schema\":1,\"kind\":\"deck\",\"name\":\"\",\"slides\":[{\"link\":\"#/wiki\"}]}",
                "no view of this app",
            ),
            ("{", "no JSON (line:column 1:1)"),
            ("</script><script>", "no JSON"),
        ] {
            open_file(page, text);
            page.wait_for_text("The file was not used; your deck is as it was");
            page.wait_for_text(told);
            page.wait_for_text("9 slides ·");
        }
        page.button("Dismiss").click();
    });
}

/// Puts a deck of a newer format where the browser keeps the deck, and opens the page again.
fn keep_unreadable_deck(page: &Page) {
    page.browser.run("localStorage.setItem('cisconf-explorer/deck', '{\"schema\":7}');", &[]);
    page.reload();
}

#[test]
fn a_kept_deck_that_cannot_be_read_is_told() {
    visit("#/data", |page| {
        keep_unreadable_deck(page);
        page.set_fragment("#/deck");
        page.wait_for_text("The deck kept in this browser cannot be read");
        page.button("Use the ready-made deck").click();
        page.wait_for_text("9 slides ·");
    });
}

#[test]
fn a_kept_deck_that_cannot_be_read_is_deleted() {
    visit("#/deck", |page| {
        keep_unreadable_deck(page);
        page.wait_for_text("A deck that could not be read is kept apart in this browser");
        page.button("Delete it").click();
        page.reload();
        page.wait_for_text("Use the ready-made deck");
        assert!(!page.text().contains("cannot be read") && !page.text().contains("could not be read"));
    });
}

/// A slide is added from another view, without a look at the deck: nothing is lost.
#[test]
fn a_kept_deck_that_cannot_be_read_is_kept_apart() {
    visit("#/instruments", |page| {
        let kept = |name: &str| {
            page.browser.run(&format!("return localStorage.getItem('cisconf-explorer/{name}')"), &[])
        };
        keep_unreadable_deck(page);
        page.button("Add to deck").click();
        page.wait_for_text("The deck kept before cannot be read; Deck offers it as a file");
        assert!(kept("deck").as_str().unwrap().contains("instruments"));
        assert_eq!(kept("unread-deck"), "{\"schema\":7}");
        page.reload();
        page.set_fragment("#/deck");
        page.wait_for_text("A deck that could not be read is kept apart in this browser");
        page.button("Delete it").click();
        let is_gone = "return !document.querySelector('.deck-unread');";
        page.browser.wait_until("no notice", || (page.browser.run(is_gone, &[]) == true).then_some(()));
        assert_eq!(kept("unread-deck"), serde_json::Value::Null);
        has_titles(page, &[INSTRUMENTS]);
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so() {
    visit("#/deck", |page| {
        page.browser.run(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            &[],
        );
        page.button("Use the ready-made deck").click();
        page.wait_for_text("this browser keeps nothing: save the deck as a file");
        page.wait_for_text("9 slides ·");
    });
}

#[test]
fn a_link_holds_a_deck_which_replaces_mine_only_on_request() {
    visit("#/deck", |page| {
        page.browser.run("navigator.clipboard.writeText = async text => { window.copied = text; };", &[]);
        page.button("Use the ready-made deck").click();
        page.button("Copy link to the deck").click();
        page.wait_for_text("Link to the deck copied; it holds no notes");
        let copied = page.browser.run("return window.copied", &[]);
        let link = copied.as_str().unwrap().strip_prefix(&page.home).unwrap().to_owned();
        assert!(link.starts_with("#/deck?v=1&deck=z") && link.len() < 1_000, "{link}");
        page.button("New deck").click();
        page.set_fragment("#/instruments");
        add(page, 1);
        page.set_fragment(&link);
        page.wait_for_text("This link holds a deck of 9 slides");
        has_titles(page, &[INSTRUMENTS]);
        page.button("Use this deck in place of mine").click();
        page.wait_for_link("#/deck");
        page.wait_for_text("9 slides ·");
        page.set_fragment(&format!("{}x", &link[..link.len() - 1]));
        page.wait_for_text("The link holds a deck that is damaged");
    });
}

/// Changes the kept deck as another tab would.
fn change_in_another_tab(page: &Page, change: &str) {
    let script = format!(
        "const key = 'cisconf-explorer/deck', deck = JSON.parse(localStorage.getItem(key));
        {change};
        localStorage.setItem(key, JSON.stringify(deck));
        dispatchEvent(new StorageEvent('storage', {{ key }}));"
    );
    page.browser.run(&script, &[]);
}

#[test]
fn what_is_typed_stays_with_its_slide_while_another_tab_changes_the_deck() {
    visit("#/deck", |page| {
        page.button("Use the ready-made deck").click();
        page.set_fragment("#/deck?v=1&slide=2");
        let second = titles(page)[1].clone();
        let notes = || page.elements().find_by_name_prefix("textbox", "Notes");
        let typed = || notes().call("function() { return this.value; }", &[]);
        notes().focus();
        page.browser.type_text("Mine: ");
        change_in_another_tab(page, "[deck.slides[0], deck.slides[1]] = [deck.slides[1], deck.slides[0]]");
        page.wait_for_link("#/deck?v=1&slide=1");
        page.browser.type_text("more.");
        assert_eq!(titles(page)[0], second);
        assert!(typed().as_str().unwrap_or_default().contains("Mine: more."), "{}", typed());
        // Its slide is gone: the deck before can be brought back.
        change_in_another_tab(page, "deck.slides.splice(0, 1)");
        page.wait_for_text("Another tab has changed the deck");
        page.button("Undo").click();
        page.wait_for_text(&second);
        assert!(typed().as_str().unwrap_or_default().contains("Mine: more."), "{}", typed());
    });
}

#[test]
fn notes_are_shown_in_the_page_if_the_second_window_is_refused() {
    visit("#/deck", |page| {
        page.button("Use the ready-made deck").click();
        page.browser.run("window.open = () => null;", &[]);
        page.button("Present from slide 1").click();
        page.wait_for_text("1 of 9");
        page.browser.type_text("n");
        page.wait_for_text("The browser did not allow a second window");
        page.wait_for_text("early 2000. Replies vary");
        page.browser.type_text("n");
        page.browser.wait_until("no notes", || {
            (!page.text().contains("The browser did not allow a second window")).then_some(())
        });
    });
}

#[test]
fn two_hundred_slides_are_shown_without_a_delay() {
    visit("#/deck", |page| {
        let slide =
            r##"{"link":"#/instruments?v=1&g=ukraine","title":null,"notes":"Ask first.","data":"0123abcd"}"##;
        let slides = vec![slide; 200].join(",");
        open_file(page, &format!(r#"{{"schema":1,"kind":"deck","name":"","slides":[{slides}]}}"#));
        page.wait_for_text("200 slides ·");
        page.wait_for_text("A link of 2,000 characters holds");
        page.wait_for_text("data changed");
        // From one press to the paint after it.
        let script = "const done = arguments[0], began = performance.now();
            document.querySelector(\"[data-do='deck:down:0']\").click();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));";
        let times: Vec<_> = (0..5).filter_map(|_| page.browser.run_async(script, &[]).as_f64()).collect();
        let least = times.iter().copied().fold(f64::MAX, f64::min);
        // The limit is 100 ms; a shared machine takes longer now and then.
        assert!(least < 100.0, "{times:?} ms");
    });
}
