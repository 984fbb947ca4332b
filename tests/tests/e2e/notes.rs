//! Tests the notes by which a reader queries a datum.

use cisconf_e2e::page::Page;

use crate::visit;

/// Answers the page's requests to copy: keeps the text, or refuses.
fn clipboard(page: &Page, refuses: bool) {
    let script = "navigator.clipboard.writeText = async text => {
        if (arguments[0]) throw new Error('refused');
        window.copied = text;
    };";
    page.browser.run(script, &[refuses.into()]);
}

#[test]
fn a_note_on_a_datum_is_copied_in_either_language() {
    visit("#/instruments?v=1&open=cell:GEO:CSR51", |page| {
        clipboard(page, false);
        let _ = page.evidence();
        for (button, word) in
            [("Copy note in English", "What is shown"), ("Copy note in Russian", "Что показано")]
        {
            let note = page.browser.wait_until("the note", || {
                // The texts in Russian come when the page is idle.
                page.button(button).click();
                let copied = page.browser.run("return window.copied", &[]);
                copied.as_str().filter(|note| note.contains(word)).map(String::from)
            });
            assert!(note.contains("cell:GEO:CSR51") && note.contains("43"), "{note}");
            page.wait_for_text("Note copied; nothing was sent");
        }
    });
}

#[test]
fn a_refused_note_is_shown_to_be_copied_by_hand() {
    visit("#/instruments?v=1&open=cell:GEO:CSR51&lang=ru", |page| {
        clipboard(page, true);
        page.button("Скопировать по-русски").click();
        page.wait_for_text("выделите записку");
        let note = page.browser.run("return document.querySelector('.query textarea').value", &[]);
        assert!(note.as_str().is_some_and(|note| note.contains("Мой вопрос или исправление:")), "{note}");
        // Another datum has no note yet.
        page.set_fragment("#/instruments?v=1&open=cell:GEO:PPCG48&lang=ru");
        page.browser.wait_until("the other datum", || {
            let gone = page.browser.run("return !document.querySelector('.query textarea')", &[]);
            (gone == true).then_some(())
        });
    });
}

#[test]
fn a_view_is_cited_in_every_form() {
    visit("#/instruments?v=1&s=ARM.AZE&open=cite:view", |page| {
        clipboard(page, false);
        let _ = page.evidence();
        for (button, word) in [
            ("As text", "Thouez"),
            ("BibTeX", "@techreport"),
            ("RIS", "TY  - RPRT"),
            ("CSL-JSON", "\"family\""),
        ] {
            page.button(button).click();
            let text = page.browser.wait_until(button, || {
                let copied = page.browser.run("return window.copied", &[]);
                copied.as_str().filter(|text| text.contains(word)).map(String::from)
            });
            assert!(text.contains("#/instruments?v=1&s=ARM.AZE") && !text.contains("cite:view"), "{text}");
        }
    });
}
