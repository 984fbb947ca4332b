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

#[test]
fn the_opening_page_names_the_view_of_another_link() {
    let server = late_host();
    for (link, name, question) in [
        ("#/findings", "Findings", ""),
        ("#/instruments?v=1&lang=ru", "Договоры", "Кто в чём участвует?"),
        ("#/state?v=1&of=KAZ", "Kazakhstan", ""),
    ] {
        let browser = browser();
        browser.open(&format!("{}{link}", server.url));
        let named =
            "const page = [...document.querySelectorAll('.opening')].find(e => e.getClientRects().length);
            return [page.querySelector('h1').textContent, page.querySelector('.lead').textContent,
                page.querySelector('.landing').getClientRects().length];";
        assert_eq!(browser.run(named, &[]), serde_json::json!([name, question, 0]), "{link}");
        wait_for(&browser, "the program", "return !!document.querySelector('#main [data-answer]');");
    }
}
