//! Tests of damaged, old and hostile links.

use crate::visit;

/// A link, the heading of its page, and the reported loss.
const BAD: [(&str, &str, &str); 9] = [
    ("#/nowhere", "The CIS Conference process and its assessment", "unknown view “nowhere”"),
    ("#/instruments?v=1&s=ARM.XXX", "Who has joined which instrument", "States: value “XXX”"),
    ("#/instruments?v=1&g=nobody", "Who has joined which instrument", "Grouping: value “nobody”"),
    ("#/instruments?v=1&asof=2031-01-01", "Who has joined which instrument", "As of: value “2031-01-01”"),
    ("#/instruments?v=1&open=cell:GEO", "Who has joined which instrument", "Evidence: value “cell:GEO”"),
    ("#/compare?v=1&a=ARM&b=ZZZ", "Compare states and groups", "Side 2: value “ZZZ”"),
    ("#/data?v=9&colour=red", "Data and caveats", "unknown setting “colour”"),
    ("#%ff%00%3Cscript%3E?&&==&%", "The CIS Conference process and its assessment", "unknown view"),
    (
        "#?<img src=x onerror=alert(1)>",
        "The CIS Conference process and its assessment",
        "unknown setting “<imgsrc”",
    ),
];

#[test]
fn a_bad_link_opens_the_nearest_view_and_says_what_it_left_out() {
    visit("", |page| {
        for (link, heading, said) in BAD {
            page.set_fragment(link);
            page.wait_for_text(said);
            assert_eq!(page.heading(), heading, "{link}");
        }
        // Also as the first link of a visit.
        page.set_fragment("#/instruments?v=1&s=ARM.XXX");
        page.reload();
        page.wait_for_text("States: value “XXX”");
        assert_eq!(page.chips(), ["Armenia"]);
        page.button("Dismiss").click();
        page.wait_for_link("#/instruments?v=1&s=ARM");
        assert!(!page.text().contains("left out"));
        assert_eq!(page.heading(), "Who has joined which instrument");
    });
}

#[test]
fn a_link_with_another_version_of_the_data_says_so_and_takes_messages() {
    visit("#/instruments?v=1&s=ARM&data=0123abcd", |page| {
        page.wait_for_text("data version: 0123abcd when copied");
        assert_eq!(page.chips(), ["Armenia"]);
        page.button("Copy link").click();
        page.wait_for_text("Link copied");
        page.button("Dismiss").click();
        page.wait_for_link("#/instruments?v=1&s=ARM");
    });
}

#[test]
fn an_endless_link_is_cut() {
    visit("", |page| {
        page.set_fragment(&format!("#/agreements?v=1&s=ARM&{}", "x".repeat(10_000)));
        page.wait_for_text("the link is too long");
        page.wait_for_text("Agreements that the report names");
        page.set_fragment(&format!("#/{}", "я".repeat(10_000)));
        page.wait_for_text("unknown view");
        page.button("Dismiss").click();
        page.wait_for_link("#/");
    });
}

#[test]
fn a_link_in_another_writing_is_written_our_way() {
    visit("#instruments?lang=ru&s=geo.arm", |page| {
        page.wait_for_link("#/instruments?v=1&s=ARM.GEO&lang=ru");
        assert_eq!(page.heading(), "Кто в каких договорах участвует");
    });
}

/// A damaged link, and the URL to which it is repaired without a notice.
const REPAIRED: [(&str, &str); 9] = [
    ("#%2Finstruments%3Fv%3D1%26g%3Dukraine%26s%3DARM.GEO", "#/instruments?v=1&g=ukraine&s=ARM.GEO"),
    ("#%252Ffindings%253Fv%253D1%2526q%253Dvisa", "#/findings?v=1&q=visa"),
    ("#/instruments?v=1&amp;g=ukraine&#38;s=ARM.GEO", "#/instruments?v=1&g=ukraine&s=ARM.GEO"),
    ("#/instruments?v=1&s=ARM&open=cell:ARM:CSR51).”", "#/instruments?v=1&s=ARM&open=cell:ARM:CSR51"),
    ("#/instruments?v=1&s=ARM \u{a0}\u{200b}", "#/instruments?v=1&s=ARM"),
    ("#/instruments?v=1&g=ukr%0D%0Aaine", "#/instruments?v=1&g=ukraine"),
    ("#/instruments?v=3D1&g=3Dukra=%0D%0Aine", "#/instruments?v=1&g=ukraine"),
    (
        "#/findings?v=1&q=%25D0%25B2%25D0%25B8%25D0%25B7%25D0%25B0",
        "#/findings?v=1&q=%D0%B2%D0%B8%D0%B7%D0%B0",
    ),
    ("#/instruments?v=1&s=ARM&utm_source=newsletter&fbclid=IwAR0", "#/instruments?v=1&s=ARM"),
];

#[test]
fn a_damaged_link_is_repaired_without_a_word() {
    visit("", |page| {
        for (given, becomes) in REPAIRED {
            page.set_fragment(given);
            page.wait_for_link(becomes);
            assert!(!page.text().contains("left out"), "{given}");
        }
        // Also as the first link of a visit.
        page.browser.open("about:blank");
        page.browser.open(&format!("{}{}", page.home, REPAIRED[0].0));
        page.wait_until_ready();
        page.wait_for_link(REPAIRED[0].1);
        assert_eq!(page.chips(), ["Armenia", "Georgia"]);
        // A link that lost its #, which became ? or nothing.
        for lost in [
            "?/instruments?v=1&s=ARM.GEO",
            "?/instruments%3Fv=1&s=ARM.GEO",
            "?%23%2Finstruments%3Fv%3D1%26s%3DARM.GEO",
            "?fbclid=1&/instruments?v=1&s=ARM.GEO",
            "?instruments?v=1&s=ARM.GEO",
            "?%2523/instruments?v=1&s=ARM.GEO",
            "?_=%23/instruments?v=1&s=ARM.GEO",
            // Parameters in front of the #.
            "?v=1&s=ARM.GEO#/instruments",
            "?v=1&s=ARM.GEO#/instruments.",
            "?v=1&s=ARM.GEO#/instruments/",
            "?v=1&s=ARM.GEO#/INSTRUMENTS",
            "?v=1&s=ARM.GEO#instruments",
            "?V=1&s=ARM.GEO#/instruments",
            "?s=ARM.GEO&v=1#/instruments",
            "?utm_source=x&v=1&s=ARM.GEO#/instruments",
            "?v=1&s=ARM.GEO#/instruments?utm_source=x",
        ] {
            page.browser.open("about:blank");
            page.browser.open(&format!("{}{lost}", page.home));
            page.wait_until_ready();
            page.wait_for_link("#/instruments?v=1&s=ARM.GEO");
        }
        page.browser.open(&format!("{}?v=1&lang=ru", page.home));
        page.wait_until_ready();
        page.wait_for_link("#/?v=1&lang=ru");
        // Ambiguous repairs are reported.
        page.set_fragment("#/instruments?v=1&lang=ru&lang=en");
        page.wait_for_text("Language: given twice; “ru” was left out");
    });
}

#[test]
fn every_pair_of_view_and_part_shows_a_view() {
    const VIEWS: [&str; 12] = [
        "",
        "states",
        "instruments",
        "findings",
        "compare",
        "groupings",
        "agreements",
        "data",
        "state",
        "about",
        "deck",
        "brief",
    ];
    const PARTS: [&str; 7] = ["summary", "figures", "voices", "positions", "method", "network", "together"];
    visit("", |page| {
        for part in PARTS {
            for view in VIEWS {
                page.set_fragment(&format!("#/{view}?v=1&tab={part}"));
                page.browser
                    .wait_until(&format!("{view} {part}"), || (!page.heading().is_empty()).then_some(()));
            }
        }
        page.set_fragment("#/instruments?v=1&tab=network");
        page.wait_for_text("value “network”");
        assert_eq!(page.heading(), "Who has joined which instrument");
    });
}

#[test]
fn the_skip_links_target_is_no_view() {
    visit("#main", |page| {
        page.wait_for_link("#/");
        assert!(!page.text().contains("left out"));
        page.set_fragment("#/instruments?v=1&s=ARM");
        page.set_fragment("#main");
        page.wait_for_link("#/instruments?v=1&s=ARM");
        assert_eq!(page.heading(), "Who has joined which instrument");
    });
}

/// A browser in another language.
mod chromium {
    use crate::{assert_no_page_errors, browser, host};
    use cisconf_e2e::page::Page;
    use serde_json::json;

    #[test]
    fn the_bare_address_speaks_the_browsers_language_and_a_link_its_own() {
        let (server, browser) = (host(), browser());
        let speaks = |languages: &str| {
            let agent = json!({ "userAgent": "test", "acceptLanguage": languages });
            browser.cdp("Emulation.setUserAgentOverride", &agent);
        };
        let overview = [
            "The CIS Conference process and its assessment",
            "Процесс Конференции по странам СНГ и его оценка",
        ];
        for (languages, address, link, ru) in [
            ("ru-RU,ru,en-US", "", "#/?v=1&lang=ru", true),
            ("de,ru-KZ,en", "#", "#/?v=1&lang=ru", true),
            ("en-GB,ru", "", "", false),
            ("de-DE,run", "", "", false),
            ("ru", "#/", "#/", false),
            ("ru", "#/?v=1&look=dark", "#/?v=1&look=dark", false),
            ("en", "#/?v=1&lang=ru", "#/?v=1&lang=ru", true),
        ] {
            speaks(languages);
            let page = Page::open(&browser, &server.url, address);
            assert_eq!(
                (page.heading().as_str(), page.link().as_str()),
                (overview[usize::from(ru)], link),
                "{languages}"
            );
            let lang = browser.run("return document.documentElement.lang;", &[]);
            assert_eq!(lang, if ru { "ru" } else { "en" }, "{languages} {address}");
            // English is one press away and persists.
            if address.is_empty() && ru {
                page.choose_language("English");
                page.wait_for_link("#/");
                page.reload();
                assert_eq!(page.heading(), overview[0]);
            }
            assert_no_page_errors(&page);
        }
    }
}
