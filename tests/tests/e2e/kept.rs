//! Tests cached views and morphed fragments.
//!
//! The page at a link must be the same, whichever way it was reached.

use cisconf_e2e::page::Page;

use crate::{assert_no_page_errors, browser, host, visit};

/// Every view, most of them twice with different rows, order, words, language or drawer.
pub const LINKS: &[&str] = &[
    "#/",
    "#/instruments?v=1&g=ukraine&s=ARM.GEO.UKR",
    "#/agreements?v=1&g=ukraine&lang=ru",
    "#/states?v=1&if=nine:7-",
    "#/states?v=1&tab=pairs&pairif=furthest&lang=ru",
    "#/states?v=1&g=ukraine&cols=body.naming&by=naming",
    "#/compare?v=1&a=GEO&b=ARM&c=UKR&d=RUS&e=UZB&f=MDA",
    "#/findings?v=1&kind=obstacle&page=2",
    "#/groupings?v=1&g=ukraine&move=GEO",
    "#/groupings?v=1&tab=method&g=ukraine&beside=central-body",
    "#/state?v=1&of=RUS",
    "#/brief?v=1&s=ARM.GEO",
    "#/data?v=1&table=findings",
    "#/instruments?v=1&cells=words&g=central-body&lang=ru",
    "#/agreements?v=1&tab=network&s=KGZ",
    "#/compare?v=1&a=GEO&b=ARM&rows=differences&lang=ru",
    "#/findings?v=1&tab=voices",
    "#/groupings?v=1&tab=positions&lang=ru",
    "#/state?v=1&of=ARM&look=dark",
    "#/data?v=1&table=coverage",
    "#/instruments?v=1&open=cell:GEO:CSR51",
    "#/findings?v=1&q=legislation",
    "#/groupings?v=1&g=central-body&lang=ru",
    "#/?v=1&tab=figures",
    "#/?v=1&tab=timeline",
    "#/agreements?v=1&open=pair:GEO:RUS",
    "#/compare",
];

/// Serializes the page: elements with sorted attributes, texts, values of fields.
///
/// Without traces of mouse and keyboard: tooltips, the tab stop, open menus.
pub const SEEN: &str = r"
const left = ['tabindex', 'open', 'style'];
const seen = node => {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1 || node.matches('.inactive')) return '';
  const attributes = [...node.attributes].map(a => `${a.name}=${a.value}`).filter(a => !left.includes(a.split('=')[0])).sort();
  const has = node.matches('select') ? node.selectedOptions[0]?.text : node.matches('input') ? `${node.value} ${node.checked}` : '';
  return `\n<${node.localName} ${attributes.join(' ')}>${has}` + [...node.childNodes].map(seen).join('');
};
// The tools of the deck come with its chunk, when the page is idle.
const waits = document.querySelector('main[aria-busy]') || !document.querySelector('.app > .deck-phone');
return waits ? '' : seen(document.querySelector('.app'));
";

/// Returns the serialized page once it no longer changes.
pub fn seen(page: &Page) -> String {
    let mut before = String::new();
    page.browser.wait_until("a page that stays as it is", || {
        page.browser.frame();
        let now = page.browser.run(SEEN, &[]).as_str().unwrap_or_default().to_owned();
        let stays =
            !now.is_empty() && now == before && !now.contains("Counting:") && !now.contains("Идёт подсчёт");
        before = now;
        stays.then(|| before.clone())
    })
}

#[test]
fn every_way_to_a_link_shows_what_the_link_shows() {
    let (server, browser) = (host(), browser());
    let fresh: Vec<String> =
        LINKS.iter().map(|link| seen(&Page::open(&browser, &server.url, link))).collect();
    let page = Page::open(&browser, &server.url, "#/");
    // Forwards, backwards and in steps of five, so that each link is reached from several others.
    let leaps = (0..LINKS.len()).map(|i| i * 5 % LINKS.len());
    for at in (0..LINKS.len()).chain((0..LINKS.len()).rev()).chain(leaps) {
        page.set_fragment(LINKS[at]);
        let (now, expected) = (seen(&page), &fresh[at]);
        let differs = now.lines().zip(expected.lines()).find(|(now, expected)| now != expected);
        assert!(now == *expected, "{}: {differs:#?}", LINKS[at]);
    }
    assert_no_page_errors(&page);
}

#[test]
fn a_view_that_was_left_is_nobodys() {
    visit("#/instruments", |page| {
        let left = page.sentences();
        page.go_to("Overview");
        page.browser.wait_until("no mark of the table", || {
            page.elements().all_by_name_prefix("columnheader", "CSR 51").is_empty().then_some(())
        });
        assert!(!page.text().contains(&left));
        let reached = page.browser.run(
            "const mark = document.querySelector('.inactive [data-do]'); mark.focus(); return document.activeElement === mark;",
            &[],
        );
        assert_eq!(reached, false, "the keyboard reached a view that was left");
    });
}
