//! Tests that the page survives foreign changes, by page translators and extensions.
//!
//! After the next change of state the page must be the same as when its link is loaded directly.

use serde_json::{Value, json};

use crate::kept::{LINKS, SEEN, seen};
use crate::{assert_no_page_errors, browser, host, visit};
use cisconf_e2e::page::{Page, project};

/// Number of pairs of links; the variable `PAIRS` overrides it.
const PAIRS: usize = 300;

/// Changes the app's nodes at random, from a seed, then goes to a link. Without a seed only the
/// latter.
///
/// Returns the serialized page once it stays the expected one, or after 300 looks at it: on a busy
/// machine an engine paints the old page several times before it tells of the new link. `hits`
/// lists the kinds of changes.
const TOUCH: &str = r"
const [seed, link, expected, done] = arguments;
const shown = () => { SEEN };
let state = seed * 2654435761 >>> 0;
const random = below => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * below); };
const root = document.querySelector('.app').parentNode;
const hits = [];
const texts = () => { const all = []; const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); while (walk.nextNode()) all.push(walk.currentNode); return all; };
const elements = () => [...root.querySelectorAll('*')];
const pick = all => all[random(all.length)];
const font = text => { const [outer, inner] = [document.createElement('font'), document.createElement('font')]; text.replaceWith(outer); outer.append(inner); inner.append(text); return inner; };
const kinds = {
  translate() { for (const text of texts()) if (text.data.trim()) { const t = document.createTextNode('⟦' + text.data + '⟧'); text.replaceWith(t); font(t); } },
  wrap() { for (const text of texts()) if (text.data.trim()) font(text); },
  highlight() { const text = pick(texts()); if (text?.length > 2) { const rest = text.splitText(1 + random(text.length - 1)); const mark = document.createElement('x-mark'); rest.replaceWith(mark); mark.append(rest); } },
  split() { for (let i = 0; i < 20; i++) { const text = pick(texts()); if (text?.length > 1) text.splitText(1); } },
  hidden() { for (const e of root.querySelectorAll('ul, ol, td, th, p, select, button, main, nav')) { const span = document.createElement('span'); span.hidden = true; span.textContent = 'x'; e.prepend(span); } },
  write() { for (let i = 0; i < 10; i++) { const text = pick(texts()); if (text) text.data = 'foreign ' + text.data; } },
  insert() { for (let i = 0; i < 5; i++) pick(elements())?.insertAdjacentHTML(pick(['beforebegin', 'afterbegin', 'beforeend', 'afterend']), '<b>foreign</b>text'); },
  remove() { for (let i = 0; i < 5; i++) pick(elements())?.remove(); },
  removeTexts() { for (let i = 0; i < 20; i++) pick(texts())?.remove(); },
  move() { for (let i = 0; i < 5; i++) { const [what, to] = [pick(elements()), pick(elements())]; if (what && to && !what.contains(to)) to.prepend(what); } },
  shuffle() { const list = pick(elements().filter(e => e.childNodes.length > 1)); if (list) list.append(list.childNodes[random(list.childNodes.length)]); },
  clone() { const e = pick(elements().filter(e => !['main', 'header'].includes(e.localName))); e?.after(e.cloneNode(true)); },
  name() { for (const e of root.querySelectorAll('[title], [aria-label], [placeholder]')) for (const name of ['title', 'aria-label', 'placeholder']) if (e.hasAttribute(name) && random(2)) e.setAttribute(name, 'foreign ' + e.getAttribute(name)); },
  empty() { pick(elements())?.replaceChildren(); },
  detach() { if (random(4) === 0) root.remove(); },
};
for (let n = seed === null ? 0 : 1 + random(3); n > 0; n--) { const kind = pick(Object.keys(kinds)); hits.push(kind); kinds[kind](); }
const frame = requestAnimationFrame;
const frames = () => new Promise(done => frame(() => frame(() => frame(done))));
(async () => {
  await new Promise(done => setTimeout(done));
  location.hash = link;
  let before = null;
  for (let n = 0; n < 300; n++) {
    await frames();
    const now = document.querySelector('main') && document.querySelector('.app') ? shown() : '';
    if (now === expected && now === before) break;
    before = now;
  }
  done({ hits, seen: before });
})().catch(error => done({ hits, seen: String(error) }));
";

#[test]
fn whatever_was_done_to_the_nodes_the_page_is_that_of_its_link() {
    let pairs = std::env::var("PAIRS").ok().and_then(|n| n.parse().ok()).unwrap_or(PAIRS);
    let (server, browser) = (host(), browser());
    let fresh: Vec<String> =
        LINKS.iter().map(|link| seen(&Page::open(&browser, &server.url, link))).collect();
    let page = Page::open(&browser, &server.url, LINKS[0]);
    // The security policy forbids `eval`, so the function is inserted as text.
    let touch = TOUCH.replace("SEEN", SEEN);
    let go = |seed: Option<usize>, from: usize, to: usize| {
        let expected = &fresh[to];
        let answer = page.browser.run_async(&touch, &[json!(seed), json!(LINKS[to]), json!(expected)]);
        let now = answer["seen"].as_str().unwrap_or_default();
        let differs = now.lines().zip(expected.lines()).find(|(now, expected)| now != expected);
        assert!(
            now == expected,
            "seed {seed:?}, from {} to {}, after {}: {differs:#?}",
            LINKS[from],
            LINKS[to],
            answer["hits"]
        );
    };
    let mut at = 0;
    for seed in 0..pairs {
        // Every step leads to another link, and in time each pair of links occurs.
        let to = (at + 1 + (seed * 7 + seed / LINKS.len()) % (LINKS.len() - 1)) % LINKS.len();
        go(Some(seed), at, to);
        // A view that was shown before the page was rebuilt is that of its link, too.
        if seed % 4 == 0 {
            go(None, to, at);
            go(None, at, to);
        }
        at = to;
    }
    assert_no_page_errors(&page);
}

#[test]
fn a_page_that_was_written_anew_leaves_no_copy() {
    for script in [
        "document.body.innerHTML = document.body.innerHTML.replace(/Armenia/g, '<mark>Armenia</mark>');",
        "document.body.replaceWith(document.body.cloneNode(true));",
        "document.documentElement.innerHTML = document.documentElement.innerHTML;",
        "const root = document.querySelector('.app').parentNode; root.before(root.cloneNode(true)); root.title = 'x';",
    ] {
        visit("#/instruments", |page| {
            page.browser.run(script, &[]);
            page.set_fragment("#/instruments?v=1&asof=1997-01-01&s=ARM");
            page.wait_for_text("1 January 1997");
            let copies = "return document.querySelectorAll('.app, .skip').length;";
            page.browser.wait_until(script, || (page.browser.run(copies, &[]) == 2).then_some(()));
        });
    }
}

/// Simulates Chromium's translator: wraps every new text at once.
const TRANSLATOR: &str = r"
window.wrapped = 0;
const root = document.querySelector('.app').parentNode;
const wrap = () => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all = [];
  while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentNode.closest('font')) all.push(walk.currentNode);
  for (const text of all) { const font = document.createElement('font'); text.replaceWith(font); font.append(text); }
  window.wrapped += all.length ? 1 : 0;
};
new MutationObserver(wrap).observe(root, { childList: true, characterData: true, subtree: true });
wrap();
";

#[test]
fn a_translated_page_keeps_menus_typed_words_and_the_keyboard() {
    visit("#/findings", |page| {
        page.browser.run(TRANSLATOR, &[]);
        page.wait_for_text("Your browser or an extension has changed texts");
        // A menu stays open and keeps the focus from tick to tick.
        page.toggle("Kind", &["obstacle", "need"]);
        assert_eq!(page.link(), "#/findings?v=1&kind=obstacle.need");
        // Typed text is kept, with a trailing space and the caret at its end.
        page.browser.run("document.querySelector('#search').focus();", &[]);
        page.browser.type_text("border ");
        page.browser.frame();
        page.browser.type_text("con");
        let typed = || page.browser.run("return document.activeElement.value;", &[]);
        page.browser.wait_until("the typed words", || (typed() == "border con").then_some(()));
        // The rebuilds do not trigger each other endlessly.
        page.browser.frame();
        let wrapped = || page.browser.run("return window.wrapped;", &[]);
        let before = wrapped();
        for _ in 0..10 {
            page.browser.frame();
        }
        assert_eq!(wrapped(), before, "the page is rebuilt in a loop with the translator");
    });
}

/// Finds official terms in the page that a translator would change.
const TRANSLATABLE: &str = r"
const names = new Set(arguments[0]);
const walk = document.createTreeWalker(document.querySelector('.app'), NodeFilter.SHOW_TEXT);
const found = [];
while (walk.nextNode()) {
  const text = walk.currentNode;
  // A name that begins a sentence and its colon are one text in two nodes: prose.
  if (text.nextSibling?.className === 'stop') continue;
  if (names.has(text.data.trim()) && !text.parentNode.closest('.inactive, [translate=no]')) found.push(text.parentNode.outerHTML.slice(0, 200));
}
return found;
";

#[test]
fn names_of_states_and_treaties_and_statuses_stay_as_they_are() {
    let data = |file: &str| {
        let path = project().join("data/cisconf-2000").join(file);
        serde_json::from_str::<Value>(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let (states, instruments) = (data("states.json"), data("instruments.json"));
    let mut names = vec![json!("party"), json!("not party"), json!("участник"), json!("не участник")];
    names.extend(instruments.as_array().unwrap().iter().map(|instrument| instrument["label"].clone()));
    for lang in ["en", "ru"] {
        let all = states.as_array().unwrap().iter().map(|state| &state["name"]);
        names.extend(all.map(|name| name[lang].clone()));
    }
    visit("#/", |page| {
        let mut all = Vec::new();
        for link in LINKS {
            page.set_fragment(link);
            seen(page);
            let found = page.browser.run(TRANSLATABLE, &[json!(names)]);
            all.extend(found.as_array().unwrap().iter().take(3).map(|element| format!("{link}: {element}")));
        }
        assert!(all.is_empty(), "{all:#?}");
    });
}
