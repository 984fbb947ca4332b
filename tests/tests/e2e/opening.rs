//! Tests of the opening page, which is shown until the program has started.

use std::time::Duration;

use cisconf_e2e::browser::{Browser, Engine};
use cisconf_e2e::page::dist;
use cisconf_e2e::server::{Options, Server};
use serde_json::Value;

use crate::browser;

/// A host that sends the second half of the program late.
fn late_host() -> Server {
    let late = Some(("_bg.wasm".to_owned(), Duration::from_secs(3)));
    Server::start(&Options { folder: dist(), late, ..Options::default() }).unwrap()
}

/// Returns left, top, width and height of each part of the page, and the texts of it.
const PARTS: &str = "const page = [...document.querySelectorAll(arguments[0])].find(e => e.getClientRects().length);
    const parts = ['.header', 'h1', '.sentence', '.keys', '.keys li:nth-child(4)', '.tiles', '.tiles li:nth-child(7)',
        '.doors', '.footer'];
    return parts.map(part => {
        const found = page.querySelector(part);
        const box = found.getBoundingClientRect();
        // On a phone the footer follows the caveats, which come with the program.
        const y = part === '.footer' && getComputedStyle(found).position === 'static' ? 0 : box.y;
        return [part, ...[box.x, y, box.width, box.height].map(Math.round), ['.header', '.sentence'].includes(part) ? '' : found.textContent];
    });";

fn parts(browser: &Browser, root: &str) -> Value {
    browser.run(PARTS, &[root.into()])
}

fn wait_for(browser: &Browser, what: &str, script: &str) {
    browser.wait_until(what, || (browser.run(script, &[]) == true).then_some(()));
}

#[test]
fn the_program_takes_the_opening_page_over_without_a_shift() {
    let server = late_host();
    for is_phone in [false, true] {
        for link in ["#/", "#/?v=1&lang=ru"] {
            // A new one each time: the second visit has the program in its cache.
            let browser = browser();
            let width = if is_phone { browser.phone_width() } else { 1280 };
            browser.open(&format!("{}{link}", server.url));
            // Firefox does not resize a window while its page loads.
            if browser.engine() == Engine::Chromium {
                browser.resize(width, 720);
            }
            let before = parts(&browser, ".opening");
            assert!(before.is_array(), "{link}: no opening page");
            assert_eq!(
                browser.run("return !document.getElementById('main');", &[]),
                true,
                "too late to look"
            );
            wait_for(&browser, "the program", "return !!document.querySelector('#main .keys');");
            browser.frame();
            browser.frame();
            assert_eq!(parts(&browser, ".app"), before, "{link} at {width}");
            let left = "return document.querySelectorAll('.opening, #boot-status').length;";
            assert_eq!(browser.run(left, &[]), 0);
        }
    }
}

/// Returns heading, sentence and list of the page that is seen, and whether the landing page is.
const FIRST_WORDS: &str =
    "const page = [...document.querySelectorAll('.opening, .app')].find(e => e.getClientRects().length);
    const seen = (selector) => [...page.querySelectorAll(selector)].filter(e => e.getClientRects().length);
    const text = (selector) => seen(selector).map(e => e.innerText).join(' ').replace(/\\s+/g, ' ').trim();
    return [text('h1'), text('.sentence .lead'), seen('.sentence li').length, seen('.landing').length];";

#[test]
fn the_opening_page_says_what_a_view_says_first() {
    let server = late_host();
    for (link, name, lines) in [
        ("#/findings", "Findings", 3),
        ("#/instruments?v=1&lang=ru", "Договоры", 0),
        ("#/state?v=1&of=KAZ", "Kazakhstan", 0),
    ] {
        let browser = browser();
        browser.open(&format!("{}{link}", server.url));
        wait_for(&browser, "the first words", "return !!document.querySelector('.opening .sentence.open');");
        let first = browser.run(FIRST_WORDS, &[]);
        wait_for(&browser, "the program", "return !!document.querySelector('#main [data-answer]');");
        let said = "return document.querySelector('#main .sentence .lead > span').textContent.replace(/\\s+/g, ' ').trim();";
        assert_eq!(first, serde_json::json!([name, browser.run(said, &[]), lines, 0]), "{link}");
    }
}

#[test]
fn another_link_before_the_program_has_no_words_of_the_first() {
    let server = late_host();
    let browser = browser();
    browser.open(&format!("{}#/findings", server.url));
    wait_for(&browser, "the first words", "return !!document.querySelector('.opening .sentence.open li');");
    browser.run("location.hash = '#/instruments?v=1&s=ARM';", &[]);
    wait_for(
        &browser,
        "the other name",
        "return document.querySelector('.opening h1')?.innerText === 'Instruments';",
    );
    assert_eq!(browser.run(FIRST_WORDS, &[]), serde_json::json!(["Instruments", "", 0, 0]));
    wait_for(&browser, "the program", "return !!document.querySelector('#main [data-answer]');");
}

#[test]
fn the_opening_page_says_nothing_of_a_link_with_a_filter() {
    let server = late_host();
    let browser = browser();
    browser.open(&format!("{}#/findings?v=1&kind=fact", server.url));
    assert_eq!(browser.run(FIRST_WORDS, &[]), serde_json::json!(["Findings", "", 0, 0]));
    wait_for(&browser, "the program", "return !!document.querySelector('#main [data-answer]');");
}

#[test]
fn the_program_does_not_wait_for_first_words_that_do_not_come() {
    let late = Some((".json".to_owned(), Duration::from_secs(60)));
    let server = Server::start(&Options { folder: dist(), late, ..Options::default() }).unwrap();
    let browser = browser();
    browser.open(&format!("{}#/findings", server.url));
    wait_for(&browser, "the program", "return !!document.querySelector('#main [data-answer]');");
}
