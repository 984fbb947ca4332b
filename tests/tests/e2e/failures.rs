//! Tests of failures: the page explains why the app cannot run, and works offline.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use cisconf_e2e::browser::{Browser, Engine, strings};
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};

use crate::{assert_no_page_errors, browser, host};

/// Serves a copy of the built app whose files are changed by `spoil`; `None` removes a file.
fn spoiled(name: &str, spoil: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Server {
    Server::start(&Options { folder: copied(name, spoil), ..Options::default() }).unwrap()
}

fn copied(name: &str, spoil: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(dist()).unwrap_or_else(|error| panic!("{error}; run `make build`")).flatten() {
        if file.path().is_dir() {
            continue; // trunk prepares its next build there
        }
        let name = file.file_name();
        if let Some(bytes) = spoil(&name.to_string_lossy(), fs::read(file.path()).unwrap()) {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    folder
}

/// Waits for a message in both languages, each heading marked with its language.
fn explains(browser: &Browser, english: &str, russian: &str) {
    browser.page().find_by_role("heading", english);
    let heading = browser.page().find_by_role("heading", russian);
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
fn the_page_is_not_run_without_its_style() {
    let half: Spoil = |bytes| Some(bytes[..bytes.len() / 2].to_vec());
    for (name, spoil) in [("half", half), ("no", |_| None)] {
        let server = spoiled(&format!("{name}-style-of-the-page"), |file, bytes| {
            match file.starts_with("app-") {
                true if file.ends_with(".css") => spoil(&bytes),
                // Its compressed copies.
                true => None,
                false => Some(bytes),
            }
        });
        let browser = browser();
        browser.open(&server.url);
        explains(
            &browser,
            "A file of the program could not be loaded.",
            "Не удалось загрузить файл программы.",
        );
    }
}

#[test]
fn a_style_that_comes_late_is_waited_for() {
    let late = Some((".css".to_owned(), Duration::from_secs(3)));
    let server = Server::start(&Options { folder: dist(), late, ..Options::default() }).unwrap();
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments");
    page.wait_for_text("Who has joined which instrument");
    // It was not taken for half of one, for which the page is loaded again.
    let loads = "return performance.getEntriesByType('navigation')[0].type;";
    assert_eq!(browser.run(loads, &[]), "navigate");
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
fn a_table_is_not_copied_without_the_code_for_its_marks() {
    let server =
        spoiled("missing-copying", |name, bytes| (!name.starts_with("part-copying")).then_some(bytes));
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments?v=1");
    page.wait_for_text("Armenia");
    let copied = browser.run(
        "getSelection().selectAllChildren(document.querySelector('table.matrix'));
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return [String(event.defaultPrevented), clipboardData.getData('text/plain')];",
        &[],
    );
    assert_eq!(strings(&copied), ["true", ""]);
    page.wait_for_text("Not copied");
}

#[test]
fn a_page_in_place_of_a_part_is_told() {
    let server = spoiled("login-page", |name, bytes| {
        let is_part = name.starts_with("part-instruments") || name.starts_with("part-small");
        Some(if is_part { b"<!DOCTYPE html><title>Log in</title>".to_vec() } else { bytes })
    });
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/?v=1");
    page.go_to("Instruments");
    page.wait_for_text("Try again");
    // In Chromium the list holds what was asked for since the last call.
    let asked = || browser.requests().iter().filter(|url| url.contains("/part-instruments")).count();
    let asked_before = asked();
    let before = if browser.engine() == Engine::Chromium { 0 } else { asked_before };
    page.button("Try again").click();
    browser.wait_until("another request", || (asked() > before).then_some(()));
}

#[test]
fn a_half_of_a_part_is_not_kept_and_comes_later() {
    let is_part = |name: &str| name.starts_with("part-instruments") && name.ends_with(".wasm");
    let folder = copied("half-kept", |name, bytes| {
        let half = bytes.len() / 2;
        Some(if is_part(name) { bytes[..half].to_vec() } else { bytes })
    });
    let server = Server::start(&Options { folder: folder.clone(), ..Options::default() }).unwrap();
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/?v=1");
    is_kept(&browser);
    let is_told = "return document.documentElement.dataset.offline === '';";
    browser.wait_until("not all is kept", || (browser.run(is_told, &[]) == true).then_some(()));
    restore_part(&folder, "instruments");
    page.go_to("Instruments");
    let try_again = "const again = [...document.querySelectorAll('main button')]
            .find(button => button.textContent.trim() === 'Try again' && button.checkVisibility());
        again?.click();
        return document.querySelector('main').innerText.includes('Who has joined which instrument');";
    browser.wait_until("the view", || (browser.run(try_again, &[]) == true).then_some(()));
}

/// Changes a file of a served folder.
fn change(folder: &Path, is_it: impl Fn(&str) -> bool, how: impl Fn(Vec<u8>) -> Vec<u8>) {
    let files = fs::read_dir(folder).unwrap().flatten();
    let file = files.into_iter().find(|file| is_it(&file.file_name().to_string_lossy())).unwrap().path();
    fs::write(&file, how(fs::read(&file).unwrap())).unwrap();
}

/// Copies a file of the app into a served folder.
fn restore(folder: &Path, is_it: impl Fn(&str) -> bool) {
    let files = fs::read_dir(dist()).unwrap().flatten();
    let file = files.into_iter().find(|file| is_it(&file.file_name().to_string_lossy())).unwrap();
    fs::copy(file.path(), folder.join(file.file_name())).unwrap();
}

/// Replaces a text in a file of a served folder.
fn replace(folder: &Path, name: &str, from: &str, to: &str) {
    let edit = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        text.replace(from, to).into_bytes()
    };
    change(folder, |file| file == name, edit);
}

fn is_program(name: &str) -> bool {
    name.ends_with("_bg.wasm")
}

/// Returns the name of the program in a served folder.
fn program_of(folder: &Path) -> String {
    let names = fs::read_dir(folder).unwrap().flatten().map(|file| file.file_name().into_string().unwrap());
    names.into_iter().find(|name| is_program(name)).unwrap()
}

#[test]
fn a_half_of_the_program_is_told_and_renewed_once_the_host_has_the_whole() {
    let folder = copied("half-program", |name, bytes| {
        let half = bytes.len() / 2;
        Some(if is_program(name) { bytes[..half].to_vec() } else { bytes })
    });
    let server = Server::start(&Options { folder: folder.clone(), ..Options::default() }).unwrap();
    let browser = browser();
    browser.open(&server.url);
    browser
        .page()
        .find_by_role("heading", "This browser cannot run the program, or the program file is damaged.");
    restore(&folder, is_program);
    Page::open(&browser, &server.url, "#/data").wait_for_text("Data and caveats");
}

/// What an upload that is not finished does to readers who come back.
#[test]
fn a_kept_release_stays_while_the_host_has_half_of_the_next() {
    let folder = copied("half-release", |_, bytes| Some(bytes));
    let server = Server::start(&Options { folder: folder.clone(), ..Options::default() }).unwrap();
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/data");
    is_kept(&browser);
    all_parts_are_kept(&browser);
    // Another release: its page names a script that is not there.
    replace(&folder, "index.html", "<script src=\"./boot-", "<script src=\"./boot-0");
    page.reload();
    page.wait_for_text("Data and caveats");
    // Its page is whole again, and its program is a half.
    replace(&folder, "index.html", "<script src=\"./boot-0", "<script src=\"./boot-");
    replace(&folder, "index.html", "</body>", "</body >");
    replace(&folder, "sw.js", "const CURRENT = `${OURS}", "const CURRENT = `${OURS}1");
    change(&folder, is_program, |bytes| bytes[..bytes.len() / 2].to_vec());
    for _ in 0..2 {
        page.reload();
        page.wait_for_text("Data and caveats");
    }
    // The program of another release is a half, under a name of its own.
    restore(&folder, is_program);
    let name = program_of(&folder);
    let other = name.replacen("_bg", "0_bg", 1);
    fs::write(folder.join(&other), vec![0; 4_000]).unwrap();
    for file in ["index.html", "sw.js"] {
        replace(&folder, file, &name, &other);
    }
    page.reload();
    page.wait_for_text("Data and caveats");
    // The end of the page is missing.
    change(&folder, |name| name == "index.html", |bytes| bytes[..bytes.len() / 3].to_vec());
    page.reload();
    page.wait_for_text("Data and caveats");
}

#[test]
fn an_open_page_tells_of_a_newer_release_and_reloads_at_its_link() {
    let folder = copied("newer-release", |_, bytes| Some(bytes));
    let server = Server::start(&Options { folder: folder.clone(), ..Options::default() }).unwrap();
    let browser = browser();
    let link = "#/data?v=1&table=laws";
    let page = Page::open(&browser, &server.url, link);
    is_kept(&browser);
    all_parts_are_kept(&browser);
    let is_newer = || browser.run("return 'newer' in document.documentElement.dataset;", &[]) == true;
    assert!(!is_newer());
    let program = browser.run("return document.documentElement.dataset.program;", &[]);
    let build = program.as_str().unwrap().split('+').next_back().unwrap().to_owned();
    for file in ["index.html", "sw.js"] {
        replace(&folder, file, &build, "0123abcd");
    }
    replace(&folder, "sw.js", "const CURRENT = `${OURS}", "const CURRENT = `${OURS}1");
    let update = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then(found => found.update()).then(() => done());";
    browser.run_async(update, &[]);
    browser.wait_until("a newer release", || is_newer().then_some(()));
    page.open_menu("Display");
    page.button("New version: reload").click();
    browser.wait_until("the newer release", || {
        let now = browser.run("return document.documentElement.dataset.program;", &[]);
        now.as_str().is_some_and(|now| now.ends_with("0123abcd")).then_some(())
    });
    page.wait_for_text("National legislation");
    page.wait_for_link(link);
    assert!(!is_newer());
}

#[test]
fn a_view_is_not_shown_without_its_style() {
    let missing: Spoil = |_| None;
    let page_instead: Spoil = |_| Some(b"<!DOCTYPE html><title>Log in</title>".to_vec());
    let half: Spoil = |bytes| Some(bytes[..bytes.len() / 2].to_vec());
    for (name, spoil) in [("missing", missing), ("page", page_instead), ("half", half)] {
        let server = spoiled(&format!("{name}-style"), |file, bytes| match file.starts_with("part-views") {
            true => spoil(&bytes),
            false => Some(bytes),
        });
        let browser = browser();
        let page = Page::open(&browser, &server.url, "#/?v=1");
        page.go_to("Instruments");
        page.wait_for_text("Try again");
        if name == "half" {
            let style = |file: &str| file.starts_with("part-views") && file.ends_with(".css");
            restore(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("half-style"), style);
            page.button("Try again").click();
            page.wait_for_text("Who has joined which instrument");
        }
    }
}

/// Returns what a host sends in place of a file; `None` if there is no such file.
type Spoil = fn(&[u8]) -> Option<Vec<u8>>;

#[test]
fn after_the_first_visit_it_opens_without_a_network() {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, "#/instruments?v=1&g=ukraine");
    is_kept(&browser);
    all_parts_are_kept(&browser);
    let before = page.whole_text();
    drop(server);
    page.reload();
    assert_eq!(page.whole_text(), before);
    page.go_to("Agreements");
    page.wait_for_text("Agreements that the report names");
    // A new page load, not a reload.
    let page = Page::open(&browser, &page.home, "#/data");
    page.wait_for_text("Data and caveats");
    page.go_to("Findings");
    page.wait_for_text("What the report says");
}

/// Waits until the app is cached and the service worker controls the page.
fn is_kept(browser: &Browser) {
    let kept = "return !!navigator.serviceWorker.controller;";
    browser.wait_until("the offline copy", || (browser.run(kept, &[]) == true).then_some(()));
}

#[test]
fn a_page_that_comes_too_slowly_gives_way_to_the_kept_one() {
    let folder = dist();
    let server = Server::start(&Options { folder: folder.clone(), ..Options::default() }).unwrap();
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments");
    is_kept(&browser);
    let port = server.port;
    drop(server);
    // The same host, but the rest of its page would arrive only after the test.
    let late = Some(("/".to_owned(), Duration::from_secs(600)));
    let server = Server::start(&Options { folder, port, late, ..Options::default() }).unwrap();
    assert_eq!(server.url, page.home);
    let page = Page::open(&browser, &page.home, "?from=mail#/agreements");
    page.wait_for_text("Agreements that the report names");
}

#[test]
fn pages_next_to_the_app_are_left_alone() {
    let folder = copied("neighbours", |_, bytes| Some(bytes));
    let other = |words: &str| format!("<!DOCTYPE html><meta charset=utf-8><title>o</title><h1>{words}</h1>");
    fs::create_dir_all(folder.join("docs")).unwrap();
    fs::write(folder.join("docs/other.html"), other("Another page")).unwrap();
    // Longer than the buffer of a browser before it renders.
    fs::write(folder.join("long.html"), other(&"Slow ".repeat(2_000))).unwrap();
    // Later than the service worker's timeout for its own page.
    let late = Some(("long.html".to_owned(), Duration::from_secs(5)));
    let server = Server::start(&Options { folder, late, ..Options::default() }).unwrap();
    let browser = browser();
    let page = Page::open(&browser, &server.url, "");
    is_kept(&browser);
    let heading = || browser.run("return document.querySelector('h1')?.textContent.trim() ?? '';", &[]);
    browser.open(&format!("{}long.html", page.home));
    assert_eq!(heading().as_str().unwrap_or_default().len(), "Slow ".len() * 2_000 - 1);
    browser.open(&format!("{}docs/other.html", page.home));
    assert_eq!(heading(), "Another page");
    Page::open(&browser, &page.home, "");
    all_parts_are_kept(&browser);
    // Offline, the browser itself reports that the page cannot be loaded.
    drop(server);
    let without = browser.try_open(&format!("{}docs/other.html", page.home));
    // WebKit shows an error page.
    let is_empty = "return !document.querySelector('#main, #boot-status') && document.title !== 'o';";
    assert!(without.is_err() || browser.run(is_empty, &[]) == true, "the worker answered for its neighbour");
    // The app is available at all its URLs.
    for address in ["index.html#/data", "?from=mail#/data"] {
        Page::open(&browser, &page.home, address).wait_for_text("Data and caveats");
    }
}

/// Waits until the prefetched chunks are cached too.
fn all_parts_are_kept(browser: &Browser) {
    let parts = fs::read_dir(dist()).unwrap().flatten();
    let is_part = |name: &str| name.starts_with("part-") && !name.ends_with(".br") && !name.ends_with(".gz");
    let parts = parts.filter(|file| is_part(&file.file_name().to_string_lossy())).count();
    let count = "const done = arguments[0];
        caches.keys().then(names => caches.open(names.at(-1))).then(cache => cache.keys())
            .then(kept => done(kept.filter(request => request.url.includes('/part-')).length));";
    browser.wait_until("the parts", || (browser.run_async(count, &[]) == parts).then_some(()));
}

/// Serves the app without a chunk; the function restores it.
fn without_part(part: &'static str) -> (Server, impl Fn()) {
    let missing = format!("part-{part}-");
    let folder = format!("missing-{part}");
    let server = spoiled(&folder, |name, bytes| (!name.starts_with(&missing)).then_some(bytes));
    let give_back = move || {
        restore_part(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(&folder), part);
    };
    (server, give_back)
}

/// Copies a chunk into a spoiled folder.
fn restore_part(folder: &Path, part: &str) {
    let begins = format!("part-{part}-");
    restore(folder, |name| name.starts_with(&begins) && name.ends_with(".wasm"));
}

/// Triggers a new request for a chunk and waits for the response.
///
/// If the chunk were restored before, it would load without the user's retry.
#[track_caller]
fn asks_anew(browser: &Browser, part: &str, act: impl FnOnce()) {
    let count = "return performance.getEntriesByType('resource').filter(file => file.name.includes(arguments[0])).length;";
    let answers = || browser.run(count, &[format!("/part-{part}-").into()]).as_u64();
    let before = answers();
    act();
    browser.wait_until("the host's answer", || (answers() > before).then_some(()));
}

#[test]
fn a_missing_view_is_explained_and_tried_again() {
    let (server, give_back) = without_part("records");
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments");
    page.go_to("Data");
    page.wait_for_focus("This part of the program could not be loaded.");
    assert_eq!(page.elements().all("alert").len(), 1, "it is announced");
    page.choose_language("Русский");
    page.wait_for_text("Не удалось загрузить эту часть программы.");
    page.choose_language("English");
    page.button("Try again").click();
    page.wait_for_text("This part of the program could not be loaded.");
    // The loaded parts still work.
    page.go_to("Agreements");
    page.wait_for_text("Agreements that the report names");
    asks_anew(&browser, "records", || page.go_to("Data"));
    page.wait_for_focus("This part of the program could not be loaded.");
    give_back();
    page.button("Try again").click();
    page.wait_for_focus("Data and caveats");
}

#[test]
fn missing_texts_of_a_language_are_told_and_come_later() {
    let (server, give_back) = without_part("russian");
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments?v=1&lang=ru");
    let (missing, english) = ("the texts in Russian could not be loaded", "Who has joined which instrument");
    page.wait_for_text(missing);
    assert_eq!(page.heading(), english);
    page.button("Dismiss").click();
    page.wait_for_link("#/instruments");
    browser.wait_until("no notice", || (!page.text().contains(missing)).then_some(()));
    page.set_fragment("#/instruments?v=1&s=ARM&lang=ru");
    page.wait_for_text(missing);
    assert_eq!(page.heading(), english);
    give_back();
    // The link leads to the current address, which the browser ignores.
    page.browser.run("document.querySelector('header a[lang=ru]').click();", &[]);
    page.wait_for_text("Кто в каких договорах участвует");
    page.reload();
    page.wait_for_link("#/instruments?v=1&s=ARM&lang=ru");
    assert_eq!(page.heading(), "Кто в каких договорах участвует");
    assert!(!page.text().contains(missing));
}

#[test]
fn a_missing_drawer_is_explained_and_tried_again() {
    let (server, give_back) = without_part("evidence");
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments");
    page.set_fragment("#/instruments?v=1&open=cell:GEO:CSR51");
    page.wait_for_focus("This part of the program could not be loaded.");
    page.button("Close the evidence").click();
    browser.wait_until("no drawer", || page.elements().all("alert").is_empty().then_some(()));
    asks_anew(&browser, "evidence", || page.set_fragment("#/instruments?v=1&open=cell:GEO:CSR51"));
    page.wait_for_focus("This part of the program could not be loaded.");
    give_back();
    page.button("Try again").click();
    page.wait_for_focus("Georgia");
}

#[test]
fn a_missing_panel_of_questions_is_explained_and_tried_again() {
    let (server, give_back) = without_part("ask");
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments?v=1");
    browser.press_control("k");
    page.wait_for_text("This part of the program could not be loaded.");
    page.button("Dismiss").click();
    page.wait_for_link("#/instruments");
    browser.wait_until("no message", || page.elements().all("alert").is_empty().then_some(()));
    asks_anew(&browser, "ask", || browser.press_control("k"));
    page.wait_for_text("This part of the program could not be loaded.");
    give_back();
    page.button("Try again").click();
    page.wait_for_text("Type a state, a treaty, a theme, or a question.");
}

#[test]
fn questions_are_answered_without_a_network() {
    let server = Server::start(&Options { folder: dist(), ..Options::default() }).unwrap();
    let browser = browser();
    let page = Page::open(&browser, &server.url, "#/instruments?v=1");
    is_kept(&browser);
    all_parts_are_kept(&browser);
    drop(server);
    Page::open(&browser, &page.home, "#/instruments?v=1&ask=georgia%20csr51");
    page.wait_for_text("Understood as Georgia, a state");
}

/// The other tests rely on this record: each ends by checking it.
#[test]
fn what_goes_wrong_in_the_page_is_told() {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, "#/");
    assert_no_page_errors(&page);
    // A function of the page: in Firefox, errors of driver scripts are not errors of the page.
    let wrong = "console.error('said');
        setTimeout(window.structuredClone);
        document.createElement('img').src = 'http://localhost:9/forbidden.png';";
    browser.run(wrong, &[]);
    let mut told = Vec::new();
    browser.wait_until("all three", || {
        told.extend(browser.page_errors());
        let has = |word: &str| told.concat().contains(word);
        // WebKit hides the message of an error that starts in a driver script.
        let thrown = has("argument") || has("Script error");
        (thrown && has("said") && has("forbidden.png")).then_some(())
    });
}

/// A browser without JavaScript, and one in another language.
mod chromium {
    use super::{explains, spoiled};
    use crate::{browser, host};
    use serde_json::json;
    use std::path::PathBuf;

    #[test]
    fn the_readers_language_comes_first() {
        let is_wasm = |name: &str| PathBuf::from(name).extension().is_some_and(|e| e == "wasm");
        let server = spoiled("missing-program-ru", |name, bytes| (!is_wasm(name)).then_some(bytes));
        let browser = browser();
        browser.open(&server.url);
        explains(
            &browser,
            "A file of the program could not be loaded.",
            "Не удалось загрузить файл программы.",
        );
        // The user's language comes first: that of the link, else of the browser.
        let first = || browser.run("return document.querySelector('#boot-status h1')?.lang ?? '';", &[]);
        assert_eq!(first(), "en");
        browser.cdp(
            "Emulation.setUserAgentOverride",
            &json!({ "userAgent": "test", "acceptLanguage": "ru,en" }),
        );
        for (link, language) in [("", "ru"), ("#/data", "en"), ("#/data?v=1&lang=ru", "ru")] {
            browser.open("about:blank");
            browser.open(&format!("{}{link}", server.url));
            browser
                .wait_until(&format!("“{link}” in {language}"), || (first() == language).then_some(()));
        }
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
}
