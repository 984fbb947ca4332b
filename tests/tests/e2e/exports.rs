//! Tests of the downloads of a view and of a deck: each file arrives and begins as its format does.

use crate::data::download;
use crate::visit;

/// Returns the width of a picture of points.
fn width(png: &[u8]) -> u32 {
    u32::from_be_bytes([png[16], png[17], png[18], png[19]])
}

#[test]
fn a_view_is_downloaded_as_slides_document_and_picture() {
    visit("#/instruments?v=1&g=ukraine", |page| {
        for (button, ending, begins) in [
            ("PowerPoint (PPTX)", "pptx", &b"PK\x03\x04"[..]),
            ("Word (DOCX)", "docx", b"PK\x03\x04"),
            ("Picture (SVG)", "svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\""),
            ("Picture (PNG)", "png", b"\x89PNG\r\n"),
        ] {
            page.wait_for_text("Take away");
            page.open_menu("Take away");
            let file = download(page, button, &format!("cisconf-2000_instruments.en.{ending}"));
            assert!(file.starts_with(begins), "{button}: {:?}", &file[..begins.len()]);
            if ending == "svg" {
                let svg = String::from_utf8(file).unwrap();
                assert!(svg.contains("/any/sub/folder/#/instruments?v=1&amp;g=ukraine"), "its link");
            } else if ending == "png" {
                assert!(width(&file) > 1_500, "twice the size: {}", width(&file));
            }
        }
    });
}

#[test]
fn a_deck_is_downloaded_as_slides_in_the_language_of_the_page() {
    visit("#/deck?v=1&lang=ru", |page| {
        page.button("Взять готовую подборку").click();
        let file = download(
            page,
            "Скачать как PowerPoint",
            "cisconf-2000_deck-Процесс-Конференции-по-странам-СНГ.ru.pptx",
        );
        assert!(file.starts_with(b"PK\x03\x04") && file.len() > 20_000, "{}", file.len());
    });
}

/// A viewport narrower than the minimum width of a window.
mod chromium {
    use crate::visit;

    #[test]
    fn a_phone_reaches_every_entry_of_the_menu() {
        visit("#/instruments?v=1&lang=ru", |page| {
            page.browser.resize(360, 780);
            page.wait_for_text("Материалы");
            let open = "const menu = [...document.querySelectorAll('[data-kind=take]')].find(m => m.checkVisibility());
                menu.querySelector('summary').scrollIntoView({ block: 'center' });
                menu.querySelector('summary').click();";
            page.browser.run(open, &[]);
            page.wait_for_text("Справка для печати");
            let seen = "const panel = [...document.querySelectorAll('[data-kind=take] .panel')].find(p => p.checkVisibility());
                const all = [...panel.querySelectorAll('a, button')].map(e => e.getBoundingClientRect());
                return all.length > 5 && all.every(b => b.left >= 0 && b.right <= innerWidth && b.top + scrollY >= 0 && b.height >= 24);";
            assert_eq!(page.browser.run(seen, &[]), true);
        });
    }
}
