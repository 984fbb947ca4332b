//! Tests the app in a frame of another page.

use std::fs;
use std::path::PathBuf;

use cisconf_e2e::browser::Browser;
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};

use crate::{assert_no_page_errors, browser};

/// Serves a copy of the app, beside which a test writes its page.
fn host(name: &str) -> (Server, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(dist()).unwrap().flatten().filter(|file| file.path().is_file()) {
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    (Server::start(&Options { folder: folder.clone(), ..Options::default() }).unwrap(), folder)
}

/// Opens a page with a frame, and makes the frame the one that is tested.
fn open_framed(browser: &Browser, server: &Server, folder: &std::path::Path, frame: &str) {
    let page = format!("<!DOCTYPE html><html lang=en><title>Report</title><h1>Report</h1>{frame}");
    fs::write(folder.join("page.html"), page).unwrap();
    browser.open(&format!("{}page.html", server.url));
    browser.enter_frame();
}

/// Presses the button of a command. In a frame the driver's own press misses by the frame's offset.
fn press(browser: &Browser, command: &str) {
    let press = "document.querySelector(`[data-do='${arguments[0]}']`)?.click()";
    browser.run(press, &[command.into()]);
    browser.frame();
}

const RECORD: &str = "navigator.clipboard.writeText = async text => { window.copied = text; };";

#[test]
fn a_view_works_in_a_frame_that_may_only_run_scripts() {
    let (server, folder) = host("embed");
    let browser = browser();
    let link = "#/instruments?v=1&g=ukraine";
    let page = Page::open(&browser, &server.url, link);
    page.wait_for_text("Party to all 9: Armenia and Azerbaijan.");
    browser.run(RECORD, &[]);
    page.open_menu("Display");
    page.button("Copy embed code").click();
    let copied = browser
        .wait_until("the code", || browser.run("return window.copied", &[]).as_str().map(String::from));
    let allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    assert!(copied.contains(&format!("sandbox=\"{allowed}\"")), "{copied}");
    assert_no_page_errors(&page);

    open_framed(&browser, &server, &folder, &copied.replace(allowed, "allow-scripts"));
    page.wait_for_text("Party to all 9: Armenia and Azerbaijan.");
    let is_refused = "try { return !localStorage } catch { return true }";
    assert_eq!(browser.run(is_refused, &[]), true, "the frame has storage");
    assert_eq!(browser.run("return document.querySelector('.brand').checkVisibility()", &[]), false);
    let footer = page.text_of(".footer");
    for part in ["Assessment report", "early 2000", "data ", "Open in full"] {
        assert!(footer.contains(part), "{footer}");
    }
    let full = "return document.querySelector('.open-full').href";
    assert_eq!(browser.run(full, &[]), format!("{}{link}", server.url));
    press(&browser, "open:cell:GEO:CSR51");
    let evidence = page.evidence();
    assert!(evidence.starts_with("Georgia") && evidence.contains("page 43"), "{evidence}");
    press(&browser, "query:en");
    let note = browser.wait_until("the note to be copied by hand", || {
        browser.run("return document.querySelector('.query textarea')?.value", &[]).as_str().map(String::from)
    });
    assert!(note.contains("cell:GEO:CSR51") && note.contains(&server.url), "{note}");
    assert_eq!(browser.run(full, &[]), format!("{}{link}&open=cell:GEO:CSR51", server.url));
}

#[test]
fn a_frame_of_the_same_host_writes_nothing() {
    let (server, folder) = host("embed-same");
    let browser = browser();
    for app in ["./", "cisconf-explorer.html"] {
        let frame =
            format!("<iframe src=\"{app}?embed#/instruments?v=1\" width=\"900\" height=\"600\"></iframe>");
        open_framed(&browser, &server, &folder, &frame);
        let has_answer = "return !!document.querySelector('main table [data-do]')";
        browser.wait_until("the answer", || (browser.run(has_answer, &[]) == true).then_some(()));
        let written = "const done = arguments[0];
            setTimeout(async () => done([localStorage.length, sessionStorage.length, (await caches.keys()).length,
                (await navigator.serviceWorker.getRegistrations()).length, document.cookie.length]), 2000);";
        assert_eq!(browser.run_async(written, &[]), serde_json::json!([0, 0, 0, 0, 0]), "{app}");
    }
}
