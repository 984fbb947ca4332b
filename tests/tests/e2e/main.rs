//! End-to-end tests of the built app, in a sub-folder of a host, with its security policy.
//!
//! `cargo test -p cisconf-e2e --test e2e` runs these on `dist/` as it is; `make test` builds it
//! first. `ENGINE` selects the browser. Tests in a module `chromium` need the DevTools protocol: in
//! `firefox` and `webkit`, `--skip chromium::`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed test may stop")]

mod accessibility;
mod ask;
mod brief;
mod copy;
mod data;
mod deck;
mod embed;
mod exports;
mod failures;
mod few_presses;
mod groupings;
mod journeys;
mod kept;
mod keyboard;
mod layout;
mod links;
mod markup;
mod method;
mod notes;
mod one_file;
mod opening;
mod overview;
mod place;
mod search;
mod states;
mod touched;

use cisconf_e2e::browser::Browser;
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};

/// Serves `dist/` from a sub-folder.
fn host() -> Server {
    let prefix = "/any/sub/folder/".to_owned();
    let server = Server::start(&Options { folder: dist(), prefix, ..Options::default() });
    server.unwrap_or_else(|error| panic!("{error}; run `make test`, or `make build` first"))
}

fn browser() -> Browser {
    Browser::start().unwrap_or_else(|error| panic!("{error}"))
}

/// Opens the app at a link and runs a journey in it.
///
/// Checks that the console has no errors and that no other host was contacted.
fn visit(link: &str, journey: impl FnOnce(&Page)) {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, link);
    journey(&page);
    assert_no_page_errors(&page);
}

fn assert_no_page_errors(page: &Page) {
    let page_errors = page.browser.page_errors();
    assert!(page_errors.is_empty(), "the console says {page_errors:#?}");
    let ours = |url: &str| {
        // Pages of the browser, `data:` URLs and local blobs cause no network request.
        url.starts_with(&page.home)
            || url.starts_with("data:")
            || url.starts_with("blob:")
            || url.starts_with("chrome:")
            || url.starts_with("about:")
    };
    let foreign: Vec<_> = page.browser.requests().into_iter().filter(|url| !ours(url)).collect();
    assert!(foreign.is_empty(), "asked of others: {foreign:#?}");
}
