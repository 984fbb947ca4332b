//! Tests of the briefs and of print: what a sheet holds, how many there are.

use crate::visit;

#[test]
fn a_brief_in_two_languages_follows_from_the_page_of_a_state() {
    visit("#/state?v=1&of=GEO", |page| {
        page.wait_for_text("Take away");
        page.open_menu("Take away");
        page.elements().find_by_role("link", "Brief for print").click();
        page.wait_for_link("#/brief?v=1&s=GEO");
        assert_eq!(page.heading(), "Brief: Georgia");
        page.elements().find_by_role("link", "+ Russian").click();
        page.wait_for_text("Что говорит доклад о процессе Конференции по СНГ: Грузия");
        page.wait_for_link("#/brief?v=1&s=GEO&pick=1");
        let sheets = "return [...document.querySelectorAll('.sheet')].map(sheet => sheet.lang).join();";
        assert_eq!(page.browser.run(sheets, &[]), "en,ru");
    });
}

/// Print and its text need the DevTools protocol.
mod chromium {
    use base64::Engine as _;
    use serde_json::json;

    use crate::visit;
    use cisconf_e2e::page::Page;

    const A4: [f64; 2] = [8.27, 11.69];
    const LETTER: [f64; 2] = [8.5, 11.0];

    /// Prints the page and returns the number of its sheets.
    fn sheets(page: &Page, [width, height]: [f64; 2]) -> usize {
        let wish = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false });
        let data = page.browser.cdp("Page.printToPDF", &wish);
        let pdf = base64::engine::general_purpose::STANDARD.decode(data["data"].as_str().unwrap()).unwrap();
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page\n").count()
    }

    /// Waits until the last sheet has this end of a link.
    fn is_shown(page: &Page, end: &str) {
        let script =
            "return [...document.querySelectorAll('.page:not(.inactive) .sheet > footer a')].pop()?.hash;";
        let is_there = || page.browser.run(script, &[]).as_str()?.ends_with(end).then_some(());
        page.browser.wait_until(end, is_there);
    }

    #[test]
    fn a_brief_has_one_or_two_sheets_of_either_paper_in_either_language() {
        visit("", |page| {
            for lang in ["en", "ru"] {
                let states = "ARM.AZE.BLR.GEO.KAZ.KGZ.MDA.RUS.TJK.TKM.UKR.UZB";
                for state in states.split('.') {
                    page.set_fragment(&format!("#/brief?v=1&s={state}&lang={lang}"));
                    is_shown(page, &format!("s={state}&lang={lang}").replace("&lang=en", ""));
                    for paper in [A4, LETTER] {
                        let n = sheets(page, paper);
                        assert!((1..=2).contains(&n), "{state} {lang} {paper:?}: {n} sheets");
                    }
                }
                page.set_fragment(&format!(
                    "#/brief?v=1&tab=together&g=ukraine&s=KAZ.KGZ.TJK.TKM.UZB&lang={lang}"
                ));
                is_shown(page, &format!("s=KAZ.KGZ.TJK.TKM.UZB&lang={lang}").replace("&lang=en", ""));
                assert!(sheets(page, A4) <= 2, "a group, {lang}");
            }
            // One print job: each of the twelve begins on a sheet of its own.
            page.set_fragment("#/brief");
            is_shown(page, "s=UZB");
            assert!((12..=24).contains(&sheets(page, A4)));
        });
    }

    /// As many columns as can be chosen, of the widest.
    const COLUMNS: &str = "nine.party-CSR51.party-PPCG48.party-CRC89.body.partners.agreements.laws.assistance.naming.\
        position.ngoposition";

    #[test]
    fn a_printed_table_has_all_its_columns_and_their_heads_on_each_sheet() {
        visit("", |page| {
            page.browser.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
            // Inside the margins of A4, upright and lying.
            for (columns, width) in
                [("nine.party-CSR51.body.partners.agreements.laws.bodies", 688), (COLUMNS, 1_017)]
            {
                page.browser.resize(width, 960);
                for (link, lang) in [("", ""), ("&g=ukraine", ""), ("&g=ukraine", "&lang=ru")] {
                    page.set_fragment(&format!("#/states?v=1{link}&if=nine:7-{lang}&cols={columns}"));
                    let found = page.browser.run(PRINTED, &[]);
                    assert_eq!(found, json!([true, 0]), "{columns}{link}{lang}");
                }
            }
        });
    }

    /// Whether the table is within the sheet, and how many heads later sheets lack.
    const PRINTED: &str = "const table = document.querySelector('.page:not(.inactive) .by-column');
        const buttons = [...table.querySelectorAll('thead button, tfoot button')];
        return [table.getBoundingClientRect().right <= document.documentElement.clientWidth + 1,
            buttons.filter(button => getComputedStyle(button).display !== 'contents').length];";

    #[test]
    fn words_of_wide_tables_are_printed_whole_on_a_sheet_that_lies() {
        visit("", |page| {
            page.browser.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
            page.browser.resize(1_017, 960);
            for link in ["instruments?v=1&cells=words", "groupings?v=1&tab=positions"] {
                for lang in ["", "&lang=ru"] {
                    page.set_fragment(&format!("#/{link}{lang}"));
                    let is_there = || page.browser.run(BROKEN, &[]).as_array().cloned();
                    let broken = page.browser.wait_until("the table", is_there);
                    assert_eq!(json!(broken), json!(["wide"]), "{link}{lang}");
                }
            }
        });
    }

    /// The kind of sheet, then each word of the table on two lines; null without a table.
    const BROKEN: &str = r"const table = document.querySelector('.page:not(.inactive) .matrix:is(.words, .positions)');
        if (!table) return null;
        const found = [getComputedStyle(document.body).page];
        const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            for (const { 0: word, index } of texts.currentNode.data.matchAll(/\p{L}{3,}/gu)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, index);
                range.setEnd(texts.currentNode, index + word.length);
                const tops = [...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top));
                if (new Set(tops).size > 1) found.push(word);
            }
        }
        return found;";
}
