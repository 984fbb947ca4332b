//! Tests of the app as one file, opened from the disk as by a double click.

use std::fs;
use std::path::PathBuf;

use cisconf_e2e::page::{Page, dist};

use crate::data::download;
use crate::{assert_no_page_errors, browser, host};

/// Copies the file into a folder of its own, so that it can find nothing beside it.
fn copied() -> PathBuf {
    let unique = format!("cisconf-one-file-{}-{:?}", std::process::id(), std::thread::current().id());
    let folder = std::env::temp_dir().join(unique.replace(['(', ')'], ""));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("cisconf-explorer.html");
    fs::copy(dist().join("cisconf-explorer.html"), &file).unwrap();
    file
}

#[test]
fn the_file_answers_questions_without_a_server() {
    let (file, browser) = (copied(), browser());
    let page = Page::open(&browser, &format!("file://{}", file.display()), "");
    assert_eq!(page.heading(), "The CIS Conference process and its assessment");
    page.go_to("Instruments");
    page.wait_for_text("Party to all 9: Armenia and Azerbaijan.");
    let mark = "Georgia, CSR 51/CSRP 67: party, joined during the process";
    let mark = page
        .button_names_with_prefix("Georgia, CSR 51/CSRP 67")
        .into_iter()
        .next()
        .unwrap_or(mark.to_owned());
    let evidence = page.open_evidence_of(&mark);
    assert!(evidence.contains("page 43"), "{evidence}");
    page.close_evidence();
    for (view, text) in [
        ("Findings", "691"),
        ("Agreements", "not ratified by Georgia"),
        ("Groupings", "Ukraine"),
        ("Data", "Codebook"),
    ] {
        page.go_to(view);
        page.wait_for_text(text);
    }
    assert_no_page_errors(&page);
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}

#[test]
fn a_saved_copy_has_the_deck_and_keeps_its_own() {
    let (server, browser) = (host(), browser());
    let page = Page::open(&browser, &server.url, "#/deck");
    page.button("Use the ready-made deck").click();
    page.set_fragment("#/instruments");
    page.wait_for_text("Take away");
    page.open_menu("Take away");
    let file = download(&page, "This app as one file", "cisconf-explorer.html");
    page.wait_for_text("Saved with your deck and saved groupings");
    drop((page, server));
    let (copy, browser) = (copied(), self::browser());
    fs::write(&copy, file).unwrap();
    let address = format!("file://{}", copy.display());
    // It opens at what was saved in it.
    let page = Page::open(&browser, &address, "");
    page.wait_for_text("9 slides");
    page.button("New deck").click();
    page.wait_for_text("No slides yet");
    page.reload();
    page.wait_for_text("No slides yet");
    assert_no_page_errors(&page);
    fs::remove_dir_all(copy.parent().unwrap()).unwrap();
}

#[test]
fn a_link_into_the_file_opens_in_its_language_and_reloads() {
    let (file, browser) = (copied(), browser());
    let link = "#/compare?v=1&a=ARM&b=GEO&lang=ru";
    let page = Page::open(&browser, &format!("file://{}", file.display()), link);
    page.wait_for_text("Армения");
    page.reload();
    page.wait_for_text("Армения");
    page.wait_for_link(link);
    assert_no_page_errors(&page);
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}
