//! The built app in a real browser, from a sub-folder of a host, under its own security policy.
//!
//! `cargo test -p cisconf-e2e --test e2e` runs these on `dist/` as it is; `make test` builds it first. `ENGINE` chooses the
//! browser. Tests in a module `chromium` need the DevTools protocol: in `firefox` and `webkit`, `--skip chromium::`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed test may stop")]

mod accessibility;
mod copy;
mod data;
mod failures;
mod groupings;
mod journeys;
mod kept;
mod keyboard;
mod layout;
mod links;
mod markup;
mod method;
mod place;
mod search;
mod touched;

use cisconf_e2e::browser::Browser;
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};

/// Serves `dist/` as some host might.
fn host() -> Server {
    let prefix = "/any/sub/folder/".to_owned();
    let server = Server::start(&Options { folder: dist(), prefix, ..Options::default() });
    server.unwrap_or_else(|error| panic!("{error}; run `make test`, or `make build` first"))
}

fn browser() -> Browser {
    Browser::start().unwrap_or_else(|error| panic!("{error}"))
}

/// Opens the app at a link and lets a user loose on it. Whatever the user does, nothing may go wrong in the console and
/// nothing may be asked of another host.
fn visit(link: &str, journey: impl FnOnce(&Page)) {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, link);
    journey(&page);
    nothing_went_wrong(&page);
}

fn nothing_went_wrong(page: &Page) {
    let complaints = page.browser.complaints();
    assert!(complaints.is_empty(), "the console says {complaints:#?}");
    let ours = |url: &str| {
        // The browser's own pages, pictures that stand in their own address and files made here leave no machine.
        url.starts_with(&page.home)
            || url.starts_with("data:")
            || url.starts_with("blob:")
            || url.starts_with("chrome:")
            || url.starts_with("about:")
    };
    let foreign: Vec<_> = page.browser.requests().into_iter().filter(|url| !ours(url)).collect();
    assert!(foreign.is_empty(), "asked of others: {foreign:#?}");
}
