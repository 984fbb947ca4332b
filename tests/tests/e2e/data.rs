//! Tests of the data view: pages of tables, evidence of paragraphs, downloads.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use cisconf_e2e::browser::Key;
use cisconf_e2e::page::Page;

use crate::visit;

/// Presses a download button, waits for the file and returns its content.
pub fn download(page: &Page, button: &str, name: &str) -> Vec<u8> {
    page.elements().find_by_name_prefix("button", button).click();
    let file = page.browser.downloads().join(name);
    let bytes = page.browser.wait_until(name, || std::fs::read(&file).ok().filter(|bytes| !bytes.is_empty()));
    std::fs::remove_file(&file).unwrap();
    bytes
}

#[test]
fn files_arrive_with_their_names_and_marks() {
    visit("#/data?v=1&table=findings", |page| {
        let begins = |button: &str, name: &str, beginning: &str| {
            let bytes = download(page, button, name);
            assert!(bytes.starts_with(beginning.as_bytes()), "{name}");
        };
        begins(
            "Findings, long table: CSV",
            "cisconf-2000_long.csv",
            "\u{feff}finding,summary_en,summary_ru,polarity,scope_kind,",
        );
        begins("“Findings”, all rows and columns: CSV", "cisconf-2000_findings.csv", "\u{feff}id,section,");
        begins("Whole dataset: JSON", "cisconf-2000.json", "{\"schema\":1,");
        page.set_fragment("#/data?v=1&table=coverage&lang=ru");
        begins(
            "Таблица «Охват по разделам», как на странице: CSV",
            "cisconf-2000_coverage.ru.csv",
            "\u{feff}Раздел,",
        );
    });
}

#[test]
fn a_workbook_is_the_table_of_the_link_and_explains_itself() {
    visit("#/data?v=1&table=events&page=2", |page| {
        let bytes = download(page, "Table “Events”, as shown: XLSX", "cisconf-2000_events.en.xlsx");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheets = book.worksheets();
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Events", "About this file"]);
        let row =
            |i: usize| sheets[0].1.rows().nth(i).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>();
        // The header, and the first row of the second page, after fifty rows.
        assert_eq!(row(0).join(" "), page.text_of(".list thead tr").replace(['\t', '\n'], " "));
        assert_eq!(row(51)[0], page.text_of(".list tbody th"));
        let about: Vec<String> = sheets[1].1.rows().map(|row| row[1].to_string()).collect();
        let link = page.browser.address().replace("&page=2", "");
        assert!(about.contains(&link), "{link}: {about:?}");

        let bytes = download(page, "Whole dataset: XLSX", "cisconf-2000.en.xlsx");
        let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names().len(), 24);
    });
}

#[test]
fn a_long_table_is_turned_page_by_page_and_back_undoes_it() {
    visit("#/data", |page| {
        page.elements()
            .find_by_role("navigation", "Tables")
            .inside()
            .find_by_role("link", "Findings 691")
            .click();
        page.wait_for_link("#/data?v=1&table=findings");
        page.wait_for_text("page 1 of ");
        page.wait_for_text("rows 1–50");
        let pager = |name: &str| {
            let navigation =
                page.elements().all("navigation").into_iter().find(|n| n.name == "Pages of the table");
            navigation.unwrap().inside().find_by_role("link", name).click();
        };
        let first = page.text_of(".list tbody th");
        // On the first page "Previous" has no target, so it is not focusable.
        let without = "return document.querySelectorAll('.pager a[aria-disabled]:not([href])').length;";
        assert_eq!(
            (page.browser.run(without, &[]), page.elements().named("link", "Previous").len()),
            (serde_json::json!(2), 2)
        );
        let still = "return document.querySelectorAll('.pager a[aria-disabled][href]').length;";
        assert_eq!(page.browser.run(still, &[]), 0);
        pager("Next");
        page.wait_for_link("#/data?v=1&table=findings&page=2");
        page.wait_for_text("rows 51–100");
        page.wait_for_focus("Findings");
        assert_ne!(page.text_of(".list tbody th"), first);
        pager("Next");
        page.wait_for_link("#/data?v=1&table=findings&page=3");
        pager("Previous");
        page.wait_for_link("#/data?v=1&table=findings&page=2");
        for back in [
            "#/data?v=1&table=findings&page=3",
            "#/data?v=1&table=findings&page=2",
            "#/data?v=1&table=findings",
        ] {
            page.browser.back();
            page.wait_for_link(back);
        }
        page.wait_for_text("rows 1–50");
        assert_eq!(page.text_of(".list tbody th"), first);

        // Another table starts at its first page; a page number beyond the end is the last page.
        page.set_fragment("#/data?v=1&table=findings&page=999");
        page.wait_for_text("–691");
        page.elements().find_by_role("link", "Positions on the future 13").click();
        page.wait_for_link("#/data?v=1&table=positions");
    });
}

#[test]
fn a_table_is_ordered_and_filtered_and_its_file_has_the_same_rows() {
    visit("#/data?v=1&table=agreements", |page| {
        page.elements().find_by_role("link", "Date").click();
        page.wait_for_link("#/data?v=1&table=agreements&tableby=4");
        assert_eq!(page.browser.run("return document.activeElement.textContent;", &[]), "Date");
        page.elements().find_by_role("link", "Date").click();
        page.wait_for_link("#/data?v=1&table=agreements&tableby=-4");
        let sorted = "return document.querySelector('th[aria-sort]').ariaSort;";
        page.browser
            .wait_until("descending", || (page.browser.run(sorted, &[]) == "descending").then_some(()));

        let choose = "function(value) { this.value = value; this.dispatchEvent(new Event('change', { bubbles: true })); }";
        page.elements().find_by_role("combobox", "Filter: Status").call(choose, &["ratified".into()]);
        page.wait_for_link("#/data?v=1&table=agreements&tableby=-4&has=3:ratified");
        page.wait_for_text("7 of 39 rows");
        page.elements()
            .find_by_role("searchbox", "Filter: Parties")
            .call("function() { this.focus(); }", &[]);
        page.browser.type_text("Tajik");
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/data?v=1&table=agreements&tableby=-4&has=2:Tajik.3:ratified");
        page.wait_for_text("1 of 39 rows");
        let bytes = download(page, "Table “Agreements”, as shown: CSV", "cisconf-2000_agreements.en.csv");
        assert_eq!(String::from_utf8(bytes).unwrap().trim_end().lines().count(), 2);
        page.elements().find_by_name_prefix("link", "Parties: Tajik").click();
        page.wait_for_link("#/data?v=1&table=agreements&tableby=-4&has=3:ratified");
        // The field follows the link.
        let field = "return document.querySelector('.filters input[aria-label=\"Filter: Parties\"]').value;";
        page.browser.wait_until("an empty field", || (page.browser.run(field, &[]) == "").then_some(()));
        page.browser.back();
        page.wait_for_text("1 of 39 rows");
        page.browser.wait_until("the text", || (page.browser.run(field, &[]) == "Tajik").then_some(()));
    });
}

#[test]
fn a_press_that_ends_the_typing_of_a_filter_is_not_lost() {
    visit("#/data?v=1&table=agreements", |page| {
        let type_at_end = |text: &str| {
            let field = page.elements().find_by_role("searchbox", "Filter: Parties");
            field.call("function() { this.focus(); this.setSelectionRange(99, 99); }", &[]);
            page.browser.type_text(text);
        };
        type_at_end("Tajik");
        let bytes = download(page, "Table “Agreements”, as shown: CSV", "cisconf-2000_agreements.en.csv");
        page.wait_for_link("#/data?v=1&table=agreements&has=2:Tajik");
        let file = String::from_utf8(bytes).unwrap();
        assert!(file.lines().skip(1).all(|row| row.contains("Tajik")), "{file}");
        type_at_end("istan");
        page.elements().find_by_role("link", "Date").click();
        page.wait_for_link("#/data?v=1&table=agreements&tableby=4&has=2:Tajikistan");
    });
}

#[test]
fn a_paragraph_opens_all_that_was_coded_from_it() {
    visit("#/data?v=1&table=paragraphs", |page| {
        let name = page.text_of(".list tbody .evidence-button");
        page.button(&format!("Open the evidence of {name}")).click();
        let evidence = page.evidence();
        assert!(evidence.starts_with(&name), "{evidence}");
        assert!(page.link().contains("&open=paragraph:"), "{}", page.link());
        page.browser.press(&[Key::Escape]);
        page.wait_until_evidence_closes();
    });
}

/// A viewport narrower than the minimum width of a window.
mod chromium {
    use crate::visit;

    #[test]
    fn a_phone_has_one_field_for_the_tables() {
        visit("#/data", |page| {
            page.browser.resize(360, 780);
            let choose = "function(table) { this.value = table; this.dispatchEvent(new Event('change', { bubbles: true })); }";
            page.elements().find_by_role("combobox", "Tables").call(choose, &["laws".into()]);
            page.wait_for_link("#/data?v=1&table=laws");
            page.wait_for_text("National legislation");
        });
    }
}
