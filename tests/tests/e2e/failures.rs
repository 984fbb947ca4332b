//! When the program cannot run, the page says why; when the network is gone, it runs all the same.

use std::fs;
use std::path::PathBuf;

use cisconf_e2e::browser::Browser;
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};
use serde_json::json;

use crate::{browser, host};

/// A copy of the built app, changed by a host's mistake.
fn spoiled(name: &str, spoil: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Server {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(dist()).unwrap_or_else(|error| panic!("{error}; run `make build`")).flatten() {
        if file.path().is_dir() {
            continue; // trunk prepares its next build in one
        }
        let name = file.file_name();
        if let Some(bytes) = spoil(&name.to_string_lossy(), fs::read(file.path()).unwrap()) {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    Server::start(&Options { folder, ..Options::default() }).unwrap()
}

/// Waits for a message in both languages, each heading in its own.
fn explains(browser: &Browser, english: &str, russian: &str) {
    browser.page().the("heading", english);
    let heading = browser.page().the("heading", russian);
    assert_eq!(heading.call("function() { return this.lang; }", &[]), "ru");
    assert_eq!(browser.page().all("alert").len(), 1, "it is announced");
}

#[test]
fn a_missing_program_is_explained() {
    let is_wasm = |name: &str| PathBuf::from(name).extension().is_some_and(|e| e == "wasm");
    let server = spoiled("missing-program", |name, bytes| (!is_wasm(name)).then_some(bytes));
    let browser = browser();
    browser.open(&server.url);
    explains(&browser, "A file of the program could not be loaded.", "Не удалось загрузить файл программы.");
}

#[test]
fn a_forbidden_program_is_explained() {
    let server = spoiled("forbidden-program", |name, bytes| match name {
        "index.html" => {
            Some(String::from_utf8(bytes).unwrap().replace(" 'wasm-unsafe-eval'", "").into_bytes())
        }
        _ => Some(bytes),
    });
    let browser = browser();
    browser.open(&server.url);
    explains(
        &browser,
        "A security policy forbids WebAssembly on this page.",
        "Политика безопасности запрещает WebAssembly на этой странице.",
    );
}

#[test]
fn without_scripts_the_page_says_what_it_needs() {
    let (server, browser) = (host(), browser());
    browser.cdp("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.open(&server.url);
    let paragraphs: Vec<_> = browser.page().all("paragraph").iter().map(|p| p.text()).collect();
    for words in ["please allow JavaScript", "разрешите для неё JavaScript"] {
        assert!(paragraphs.iter().any(|text| text.contains(words)), "{words}: {paragraphs:?}");
    }
}

#[test]
fn after_the_first_visit_it_opens_without_a_network() {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, "#/instruments?v=1&g=ukraine");
    let kept = "return !!navigator.serviceWorker.controller;";
    browser.until("the offline copy", || (browser.run(kept, &[]) == true).then_some(()));
    let before = page.text();
    drop(server);
    page.reload();
    assert_eq!(page.text(), before);
    page.go_to("Agreements");
    page.shows("Agreements that the report names");
    // Opened anew, not only reloaded.
    let page = Page::open(&browser, &page.home, "#/data");
    assert_eq!(page.heading(), "Data and caveats");
}
