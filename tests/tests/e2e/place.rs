//! Tests that the scroll position is kept.
//!
//! By opening and closing evidence, by Back and Forward, by a change of language or look.

use cisconf_e2e::browser::{Engine, Key};
use cisconf_e2e::page::Page;
use serde_json::json;

use crate::kept::{LINKS, seen};
use crate::visit;

/// Height of a line of text in pixels.
const LINE: f64 = 24.0;

/// Scrolls an evidence button to the middle of the viewport, or a little above a third of it.
const SCROLL: &str = r"
const marks = [...document.querySelectorAll(`main [data-do^='open:']:not(.inactive *)`)].filter(mark => mark.getClientRects().length)
  .filter(mark => arguments[1] !== 'start' || mark.getBoundingClientRect().left < document.querySelector('.page:not(.inactive)').getBoundingClientRect().left + 48);
const mark = marks[Math.floor(marks.length * arguments[0])];
mark.scrollIntoView({ block: arguments[1], behavior: 'instant' });
if (arguments[1] === 'start') window.scrollBy(0, mark.getBoundingClientRect().top + 20 - innerHeight / 3);
window.mark = mark.dataset.do;
window.nth = [...document.querySelectorAll(`main [data-do='${window.mark}']:not(.inactive *)`)].indexOf(mark);
return window.scrollY;
";

const TOP: &str = "return document.querySelectorAll(`main [data-do='${window.mark}']:not(.inactive *)`)[window.nth].getBoundingClientRect().top;";

const PRESS: &str =
    "document.querySelectorAll(`main [data-do='${window.mark}']:not(.inactive *)`)[window.nth].click();";

fn top(page: &Page) -> f64 {
    page.browser.run(TOP, &[]).as_f64().unwrap_or(f64::NAN)
}

fn scrolled(page: &Page) -> f64 {
    page.browser.run("return window.scrollY;", &[]).as_f64().unwrap_or(f64::NAN)
}

#[test]
fn the_pressed_mark_stays_where_it_is() {
    const SCROLLED: &[&str] = &[
        "#/data?v=1&table=acts",
        "#/findings?v=1&kind=obstacle",
        "#/state?v=1&of=RUS",
        "#/compare?v=1&a=GEO&b=ARM&c=UKR",
        "#/agreements?v=1&g=ukraine&lang=ru",
        "#/instruments?v=1&g=ukraine",
        "#/groupings?v=1&g=ukraine&tab=method",
    ];
    for is_phone in [false, true] {
        visit("#/", |page| {
            // Windows of the other engines cannot be as narrow as a phone.
            if page.browser.engine() == Engine::Chromium {
                let (width, height) = if is_phone { (360, 780) } else { (1400, 900) };
                page.browser.resize(width, height);
            }
            for link in SCROLLED {
                page.set_fragment(link);
                seen(page);
                for part in [0.5, 0.9] {
                    page.browser.run(SCROLL, &[json!(part), json!("center")]);
                    page.browser.frame();
                    page.browser.frame();
                    let before = top(page);
                    page.browser.run(PRESS, &[]);
                    page.browser.wait_until("the evidence", || page.has_evidence().then_some(()));
                    page.browser.frame();
                    page.browser.frame();
                    let opened = top(page);
                    assert!(
                        (opened - before).abs() < LINE,
                        "{link}, phone {is_phone}: from {before} to {opened}"
                    );
                    page.browser.press(&[Key::Escape]);
                    page.wait_until_evidence_closes();
                    page.browser.frame();
                    page.browser.frame();
                    let closed = top(page);
                    assert!(
                        (closed - before).abs() < LINE,
                        "{link}, phone {is_phone}: {before}, closed {closed}"
                    );
                }
            }
        });
    }
}

#[test]
fn back_and_forward_lead_to_where_the_page_was_left() {
    visit("#/findings", |page| {
        page.browser.run(SCROLL, &[json!(0.4), json!("center")]);
        page.browser.frame();
        let (before, mark) = (top(page), page.browser.run("return [window.mark, window.nth];", &[]));
        // By keyboard, as the mouse would scroll to the link first.
        let focus = r#"document.querySelector(".views a[href*='/data']").focus({ preventScroll: true });"#;
        page.browser.run(focus, &[]);
        let focused = page.focused();
        page.browser.frame();
        page.browser.press(&[Key::Enter]);
        page.wait_for_text("Data and caveats");
        seen(page);
        assert!(scrolled(page) < 1.0, "a new view begins at its top");
        page.browser.run("window.scrollTo(0, 900);", &[]);
        page.browser.back();
        page.wait_for_text("Findings");
        // The same text at the same height: its pixel in the page may have moved, as heights that
        // were estimated have become real.
        page.browser.run("[window.mark, window.nth] = arguments[0];", std::slice::from_ref(&mark));
        page.browser
            .wait_until("the place in the findings", || ((top(page) - before).abs() < LINE).then_some(()));
        page.wait_for_focus(&focused);
        page.browser.forward();
        page.browser
            .wait_until("the place in the data", || ((scrolled(page) - 900.0).abs() < LINE).then_some(()));
        page.reload();
        page.browser
            .wait_until("the place after a reload", || ((scrolled(page) - 900.0).abs() < LINE).then_some(()));
    });
}

#[test]
fn after_a_reload_back_and_escape_lead_to_where_the_page_was_left() {
    for is_phone in [false, true] {
        visit("#/", |page| {
            if page.browser.engine() == Engine::Chromium {
                let (width, height) = if is_phone { (360, 780) } else { (1400, 900) };
                page.browser.resize(width, height);
            }
            for link in ["#/findings?v=1&kind=obstacle", "#/state?v=1&of=RUS", "#/data?v=1&table=acts"] {
                page.set_fragment(link);
                seen(page);
                page.browser.run(SCROLL, &[json!(0.6), json!("center")]);
                page.browser.frame();
                page.browser.frame();
                let (before, mark) = (top(page), page.browser.run("return [window.mark, window.nth];", &[]));
                let is_in_place = |when: &str| {
                    seen(page);
                    page.browser
                        .run("[window.mark, window.nth] = arguments[0];", std::slice::from_ref(&mark));
                    for _ in 0..6 {
                        page.browser.frame();
                    }
                    let now = top(page);
                    assert!((now - before).abs() < LINE, "{link}, phone {is_phone}, {when}: {before}, {now}");
                };
                page.reload();
                is_in_place("a reload");
                page.browser.run(PRESS, &[]);
                page.browser.wait_until("the evidence", || page.has_evidence().then_some(()));
                is_in_place("opened evidence");
                page.reload();
                is_in_place("a reload with evidence");
                page.browser.press(&[Key::Escape]);
                page.wait_until_evidence_closes();
                is_in_place("Escape");
                let focused = "return document.activeElement.dataset.do;";
                assert_eq!(page.browser.run(focused, &[]), mark[0], "{link}");
                page.set_fragment("#/groupings");
                seen(page);
                page.reload();
                seen(page);
                page.browser.back();
                page.browser.wait_until("the view before", || page.link().starts_with(link).then_some(()));
                is_in_place("Back");
            }
        });
    }
}

#[test]
fn another_language_or_look_leaves_the_reader_in_place() {
    visit("#/findings?v=1&kind=obstacle&listby=report", |page| {
        page.browser.run(SCROLL, &[json!(0.5), json!("start")]);
        page.browser.frame();
        let before = top(page);
        for link in [
            "#/findings?v=1&kind=obstacle&listby=report&lang=ru",
            "#/findings?v=1&kind=obstacle&listby=report&lang=ru&look=projector",
        ] {
            page.set_fragment(link);
            seen(page);
            page.browser.frame();
            let now = top(page);
            assert!((now - before).abs() < LINE, "{link}: from {before} to {now}");
        }
    });
}

#[test]
fn another_language_leaves_the_focus_at_the_same_pair() {
    visit("#/agreements", |page| {
        let pair = "open:pair:TKM:ARM";
        page.browser
            .run("document.querySelector(`main [data-do='${arguments[0]}']`).focus();", &[json!(pair)]);
        // The columns of the Russian matrix begin with another state.
        page.set_fragment("#/agreements?v=1&lang=ru");
        seen(page);
        let focused = "return document.activeElement.dataset.do;";
        let is_there = || (page.browser.run(focused, &[]) == pair).then_some(());
        page.browser.wait_until("the focus at the same pair", is_there);
    });
}

#[test]
fn ids_are_unique_whatever_was_opened() {
    visit("#/", |page| {
        for link in LINKS.iter().chain(&["#/about?v=1&of=CSR51", "#/state?v=1&of=ARM"]) {
            page.set_fragment(link);
            seen(page);
            let twice = "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
                return ids.filter((id, at) => ids.indexOf(id) !== at);";
            assert_eq!(page.browser.run(twice, &[]), json!([]), "{link}");
        }
    });
}
