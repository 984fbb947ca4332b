//! Tables page by page, a paragraph and what was coded from it, files that arrive.

use cisconf_e2e::browser::Key;
use cisconf_e2e::page::Page;
use serde_json::json;

use crate::visit;

/// Presses a download and waits for its file; what stands in it.
pub fn download(page: &Page, button: &str, name: &str) -> String {
    let folder = std::env::temp_dir().join(format!("cisconf-download-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    page.browser.cdp("Browser.setDownloadBehavior", &json!({ "behavior": "allow", "downloadPath": folder }));
    page.things().beginning("button", button).click();
    let file = folder.join(name);
    let text =
        page.browser.until(name, || std::fs::read_to_string(&file).ok().filter(|text| !text.is_empty()));
    std::fs::remove_dir_all(&folder).unwrap();
    text
}

#[test]
fn files_arrive_with_their_names_and_marks() {
    visit("#/data?v=1&table=findings", |page| {
        let long = download(page, "Findings, long table", "cisconf-2000_long.csv");
        assert!(long.starts_with("\u{feff}finding,summary_en,summary_ru,polarity,scope_kind,"), "{long:.80}");
        let findings = download(page, "Table “Findings”", "cisconf-2000_findings.csv");
        assert!(findings.starts_with("\u{feff}id,section,polarity,"), "{findings:.80}");
        let bundle = download(page, "Whole dataset", "cisconf-2000.json");
        assert!(bundle.starts_with("{\"schema\":1,"), "{bundle:.80}");

        page.follow("#/data?v=1&table=coverage&lang=ru");
        let coverage = download(page, "Таблица «Охват по разделам»", "cisconf-2000_coverage.ru.csv");
        assert!(coverage.starts_with("\u{feff}Раздел,"), "{coverage:.80}");
    });
}

#[test]
fn a_long_table_is_turned_page_by_page_and_back_undoes_it() {
    visit("#/data", |page| {
        page.things().the("navigation", "Tables").inside().the("link", "Findings").click();
        page.is_at("#/data?v=1&table=findings");
        page.shows("page 1 of ");
        page.shows("rows 1–50");
        let pager = |name: &str| {
            let navigation =
                page.things().all("navigation").into_iter().find(|n| n.name == "Pages of the table");
            navigation.unwrap().inside().the("link", name).click();
        };
        let first = page.text_of(".list tbody th");
        // On the first page nothing comes before: no link that a click or the keyboard could follow.
        let without = "return document.querySelectorAll('.pager a[aria-disabled]:not([href])').length;";
        assert_eq!(
            (page.browser.run(without, &[]), page.things().named("link", "Previous").len()),
            (json!(2), 2)
        );
        let still = "return document.querySelectorAll('.pager a[aria-disabled][href]').length;";
        assert_eq!(page.browser.run(still, &[]), 0);
        pager("Next");
        page.is_at("#/data?v=1&table=findings&page=2");
        page.shows("rows 51–100");
        page.keyboard_is_at("Findings");
        assert_ne!(page.text_of(".list tbody th"), first);
        pager("Next");
        page.is_at("#/data?v=1&table=findings&page=3");
        pager("Previous");
        page.is_at("#/data?v=1&table=findings&page=2");
        for back in [
            "#/data?v=1&table=findings&page=3",
            "#/data?v=1&table=findings&page=2",
            "#/data?v=1&table=findings",
        ] {
            page.browser.back();
            page.is_at(back);
        }
        page.shows("rows 1–50");
        assert_eq!(page.text_of(".list tbody th"), first);

        // Another table begins at its first page; a page past the end is the last.
        page.follow("#/data?v=1&table=findings&page=999");
        page.shows("–691");
        page.things().the("link", "Positions on the future").click();
        page.is_at("#/data?v=1&table=positions");
    });
}

#[test]
fn a_paragraph_opens_all_that_was_coded_from_it() {
    visit("#/data?v=1&table=paragraphs", |page| {
        let name = page.text_of(".list tbody .opener");
        page.button(&format!("Open the evidence of {name}")).click();
        let evidence = page.evidence();
        assert!(evidence.starts_with(&name), "{evidence}");
        assert!(page.link().contains("&open=paragraph:"), "{}", page.link());
        page.browser.press(&[Key::Escape]);
        page.evidence_is_closed();
    });
}

#[test]
fn a_phone_has_one_field_for_the_tables() {
    visit("#/data", |page| {
        page.browser.resize(360, 780);
        let choose = "function(table) { this.value = table; this.dispatchEvent(new Event('change', { bubbles: true })); }";
        page.things().the("combobox", "Tables").call(choose, &["laws".into()]);
        page.is_at("#/data?v=1&table=laws");
        page.shows("National legislation");
    });
}
