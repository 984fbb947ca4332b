//! Tests of typical tasks, with the mouse.

use cisconf_e2e::browser::{Key, strings};
use cisconf_e2e::page::Page;

use crate::{assert_no_page_errors, browser, host, visit};

const UKRAINE: &str = "Sub-regions that Ukraine gives as examples";
const REFUGEES: &str = "CSR 51/CSRP 67";

#[test]
fn a_newcomer_answers_four_questions() {
    visit("", |page| {
        assert_eq!(page.heading(), "The CIS Conference process and its assessment");
        page.elements().find_by_name_prefix("link", "Who has joined what?").click();

        // Which states are party to all nine?
        page.wait_for_text("Party to all 9: Armenia and Azerbaijan.");

        // How many states in each of Ukraine's sub-regions are party to the refugee instruments?
        page.choose_grouping(UKRAINE);
        let counts = [
            ("Eastern Europe", "0 of 3"),
            ("Trans-Caucasus", "3 of 3"),
            ("Central Asia", "4 of 5"),
            ("Russian Federation (one state)", "1 of 1"),
        ];
        for (group, count) in counts {
            let mark = format!("{group}, {REFUGEES}: {count} party");
            assert_eq!(page.button(&mark).text(), count);
            let evidence = page.open_evidence_of(&mark);
            assert!(evidence.starts_with(&format!("{group}: {count}")), "{evidence}");
            assert!(evidence.contains("page 43") && evidence.contains("page 10"), "{evidence}");
        }

        // Which agreement has one side not ratified, and where does the report say so?
        page.go_to("Agreements");
        page.wait_for_text("not ratified by Georgia");
        let evidence =
            page.open_evidence_of("Georgia – Russian Federation: partly ratified; not ratified by Georgia");
        assert!(evidence.contains("partly ratified; not ratified by Georgia"), "{evidence}");
        assert!(evidence.contains("pages 12–13"), "{evidence}");
    });
}

#[test]
fn the_lens_narrows_and_gives_back() {
    visit("#/instruments", |page| {
        page.toggle("States", &["Armenia", "Georgia", "Ukraine"]);
        page.wait_for_text("of 27 participations of 3 states");
        assert_eq!(page.chips(), ["Armenia", "Georgia", "Ukraine"]);
        page.open_menu("States");
        assert!(page.menu("States").name.contains("3 of 12"), "{}", page.menu("States").name);
        page.close_menu();
        assert!(page.button_names_with_prefix("Kazakhstan").is_empty());

        page.remove_chip("Georgia");
        page.wait_for_text("of 18 participations of 2 states");
        assert_eq!(page.chips(), ["Armenia", "Ukraine"]);

        // The filter also applies in the next view, and a second facet narrows it.
        page.go_to("Agreements");
        page.toggle("Status", &["being negotiated"]);
        page.wait_for_text("Loosen the filter");
        page.button("Clear all").click();
        assert!(page.chips().is_empty());
        page.wait_for_link("#/agreements");
    });
}

#[test]
fn a_whole_group_is_chosen_at_once() {
    visit("#/instruments", |page| {
        // The menu was opened before its content changed.
        page.toggle("States", &["Armenia"]);
        page.remove_chip("Armenia");
        page.choose_grouping(UKRAINE);
        page.toggle("States", &["Belarus", "Ukraine"]);
        page.button("Clear all").click();
        page.open_menu("States");
        page.button("All of Central Asia").click();
        page.close_menu();
        page.wait_for_text("of 45 participations of 5 states");
        assert_eq!(page.chips(), ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]);
    });
}

#[test]
fn another_date_is_loud_and_has_a_way_back() {
    visit("#/instruments", |page| {
        page.button("Georgia, CSR 51/CSRP 67: party, joined during the process (report)");
        page.set_date("06011997");
        page.wait_for_link("#/instruments?v=1&asof=1997-06-01");
        page.wait_for_text("Not the report’s table. This shows 1 June 1997");
        page.close_menu();
        // Georgia acceded in 1999: count and glyph change, with their texts.
        page.button("Georgia, CSR 51/CSRP 67: not yet party on that date");
        assert!(page.sentences().contains("Refugee instruments: 5 of 12."), "{}", page.sentences());

        page.button("Back to the report’s table").click();
        page.wait_for_link("#/instruments");
        page.wait_for_text("Refugee instruments: 8 of 12.");
        assert!(!page.text().contains("Not the report’s table"));
    });
}

#[test]
fn the_date_field_and_the_state_agree() {
    const FAULT: &str = "The date must be from 1 January 1992 to 31 December 2000; nothing has changed.";
    const DATED: &str = "#/instruments?v=1&asof=1997-06-01";
    visit(DATED, |page| {
        let alerts = || page.elements().all("alert").iter().map(|alert| alert.text()).collect::<String>();
        // A partial date, then one out of range: reported at once in the menu and outside, without
        // effect.
        page.open_menu("As of");
        page.elements().all("date")[0].focus();
        page.browser.press(&[Key::Backspace, Key::Enter]);
        page.wait_for_text(FAULT);
        page.browser.press(&[Key::Escape]);
        page.set_date("01012005");
        page.wait_for_text(FAULT);
        assert_eq!((alerts().replace('\u{a0}', " ").as_str(), page.link().as_str()), (FAULT, DATED));
        let invalid = "return document.querySelector('.date input').getAttribute('aria-invalid');";
        assert_eq!(page.browser.run(invalid, &[]), "true");
        // Still reported when leaving the field has closed the menu; a valid date clears it.
        page.browser.press(&[Key::Escape]);
        page.wait_for_text(FAULT);
        page.set_date("02031998");
        page.wait_for_link("#/instruments?v=1&asof=1998-02-03");
        page.browser
            .wait_until("the answer", || (!page.text().contains("nothing has changed")).then_some(()));
        page.close_menu();
        page.browser.back();
        page.wait_for_link(DATED);
        // Escape discards the typed text.
        page.open_menu("As of");
        page.elements().all("date")[0].focus();
        page.browser.type_text("05051995");
        page.browser.press(&[Key::Escape]);
        page.wait_for_focus("As of");
        assert_eq!(page.link(), DATED);
        page.open_menu("As of");
        let value = "return document.querySelector('.date input').value;";
        assert_eq!(page.browser.run(value, &[]), "1997-06-01");
        // An empty field selects the report's table.
        page.elements().all("date")[0].focus();
        page.browser.press(&[
            Key::Backspace,
            Key::Right,
            Key::Backspace,
            Key::Right,
            Key::Backspace,
            Key::Enter,
        ]);
        page.wait_for_link("#/instruments");
        assert!(!page.text().contains("nothing has changed"));
    });
}

#[test]
fn everything_said_of_a_state_is_reached_from_its_evidence() {
    visit("#/instruments", |page| {
        page.open_evidence_of("Georgia: party to 7 of 9");
        page.elements().find_by_role("link", "Georgia: the state’s page").click();
        page.wait_for_link("#/state?v=1&of=GEO");
        assert_eq!(page.heading(), "Georgia");
        assert!(page.sentences().starts_with("Georgia: party to 7 of 9 instruments"), "{}", page.sentences());

        // A link in the list of sections focuses the section; the URL stays the same.
        page.elements().find_by_name_prefix("button", "Said by its NGOs").click();
        assert!(page.focused().starts_with("Said by its NGOs"), "{}", page.focused());
        page.wait_for_link("#/state?v=1&of=GEO");

        // A finding opens its evidence; Back closes it again.
        let obstacles = page.button_names_with_prefix("obstacle ");
        let evidence = page.open_evidence_of(&obstacles[0]);
        let mut lines = evidence.lines();
        assert!(lines.next() == Some("Obstacle") && evidence.contains("page"), "{evidence}");
        assert!(lines.any(|line| line.len() > 20 && obstacles[0].contains(line)), "{evidence}");
        page.browser.back();
        page.wait_until_evidence_closes();
        page.wait_for_link("#/state?v=1&of=GEO");

        // The next state in alphabetical order, then one from the menu.
        page.elements().find_by_name_prefix("link", "Kazakhstan").click();
        page.wait_for_link("#/state?v=1&of=KAZ");
        page.select_option("State", "Uzbekistan");
        page.wait_for_link("#/state?v=1&of=UZB");
        assert_eq!(page.heading(), "Uzbekistan");
    });
}

#[test]
fn an_instrument_and_a_theme_have_pages_and_ones_own_state_stays_marked() {
    visit("#/instruments", |page| {
        page.open_evidence_of("Georgia: party to 7 of 9");
        page.elements().find_by_role("link", "Mark as my state").click();
        page.wait_for_link("#/instruments?v=1&mine=GEO&open=state:GEO");
        page.button("Georgia: party to 7 of 9 (my state)");
        page.elements().find_by_role("link", "No longer mark as my state").click();
        page.wait_for_link("#/instruments?v=1&open=state:GEO");

        page.set_fragment("#/findings?v=1&mine=GEO&s=GEO&rowsby=s");
        page.open_menu("States");
        for place in [".option", ".chip", ".counts tbody th", ".card-details"] {
            assert_eq!(page.text_of(&format!("{place} .mine")), "Georgia", "{place}");
        }

        page.set_fragment("#/instruments?v=1&mine=GEO&open=instrument:CAT84");
        page.elements().find_by_role("link", "Page: CAT 84").click();
        page.wait_for_link("#/about?v=1&mine=GEO&of=instrument:CAT84");
        assert!(page.heading().starts_with("CAT 84: "), "{}", page.heading());
        page.elements().find_by_name_prefix("link", "CERD 65: ").click();
        page.wait_for_link("#/about?v=1&mine=GEO&of=instrument:CERD65");

        page.set_fragment("#/about?v=1&of=theme:citizenship");
        assert_eq!(page.heading(), "Citizenship");
        page.elements().find_by_role("link", "In the findings").click();
        page.wait_for_link("#/findings?v=1&theme=citizenship&of=theme:citizenship");
    });
}

#[test]
fn states_stand_side_by_side() {
    visit("#/compare", |page| {
        page.select_option("Side 1", "Armenia");
        page.select_option("Side 2", "Georgia");
        page.wait_for_text("Both are party to 7 of 9 instruments: ");
        assert_eq!(page.heading(), "Armenia and Georgia");

        page.button("One place earlier: Georgia").click();
        page.wait_for_text("Georgia and Armenia");
        assert_eq!([page.side("Side 1"), page.side("Side 2")], ["Georgia", "Armenia"]);

        // It opens on the differences; what is hidden is counted.
        assert!(!page.text().contains("CAT 84 "), "both are party to CAT 84");
        page.wait_for_text("shared: 6, hidden");
        let rows = |page: &Page| page.elements().all("rowheader").len();
        let different = rows(page);
        page.button("All rows").click();
        page.wait_for_link("#/compare?v=1&a=GEO&b=ARM&rows=all");
        page.browser.wait_until("more rows", || (rows(page) > different).then_some(()));

        // A third side; only shared rows; one side removed and added again.
        page.select_option("Add a state or group", "Ukraine");
        page.wait_for_text("All 3 states compared are party to 6 of 9 instruments: ");
        page.button("Shared").click();
        page.wait_for_link("#/compare?v=1&a=GEO&b=ARM&c=UKR&rows=shared");
        page.button("Remove Georgia").click();
        page.wait_for_link("#/compare?v=1&a=ARM&b=UKR&rows=shared");
        assert_eq!([page.side("Side 1"), page.side("Side 2")], ["Armenia", "Ukraine"]);
        page.browser.back();
        page.wait_for_link("#/compare?v=1&a=GEO&b=ARM&c=UKR&rows=shared");
        page.browser.wait_until("the third side again", || (page.side("Side 3") == "Ukraine").then_some(()));

        // A state with a similar record is added by a press on its name.
        page.elements().find_by_role("link", "Republic of Moldova").click();
        page.wait_for_text("All 4 states compared");
    });
}

#[test]
fn a_group_is_compared_with_a_state() {
    visit("#/compare?v=1&g=ukraine&a=UKR&rows=all", |page| {
        page.select_option("Side 2", "Central Asia");
        page.wait_for_link("#/compare?v=1&g=ukraine&a=UKR&b=group:central-asia&rows=all");
        let evidence =
            page.open_evidence_of("Central Asia, CSR 51/CSRP 67: 4 of 5; not yet party: Uzbekistan");
        assert!(evidence.contains("Uzbekistan"), "{evidence}");
        page.close_evidence();
        page.button("Central Asia").click();
        assert!(page.evidence().starts_with("Sub-regions that Ukraine gives as examples"));
        page.close_evidence();
        // A number links to the list that it counts.
        page.elements().find_by_name_prefix("link", "Ukraine, proposal: 2;").click();
        page.wait_for_link(
            "#/findings?v=1&g=ukraine&s=UKR&kind=proposal&a=UKR&b=group:central-asia&rows=all",
        );
    });
}

#[test]
fn evidence_leads_on_and_closes() {
    visit("#/instruments", |page| {
        let mark = "Georgia, CSR 51/CSRP 67: party, joined during the process (report)";
        let evidence = page.open_evidence_of(mark);
        assert!(evidence.contains("page 43") && evidence.contains("page 10"), "{evidence}");
        page.wait_for_focus("Georgia");

        page.browser.press(&[Key::Escape]);
        page.wait_until_evidence_closes();
        page.wait_for_focus(mark);

        // From a count to one of the counted states, and on to another view.
        page.open_evidence_of("All states shown, CSR 51/CSRP 67: 8 of 12 party");
        page.drawer("Evidence").inside().find_by_name_prefix("button", "Kazakhstan").click();
        page.wait_for_link("#/instruments?v=1&open=cell:KAZ:CSR51");
        page.drawer("Evidence").inside().find_by_role("link", "Kazakhstan").click();
        page.drawer("Evidence").inside().find_by_role("link", "Agreements of Kazakhstan").click();
        page.wait_for_text("Agreements that the report names");
        assert_eq!(page.chips(), ["Kazakhstan"]);

        page.open_evidence_of("Kazakhstan");
        page.close_evidence();
    });
}

#[test]
fn a_place_in_the_report_leads_to_all_that_was_coded_from_it() {
    visit("#/instruments?v=1&open=cell:GEO:CSR51", |page| {
        // The source is cited in the report's evidence and again in a coding note.
        let places = page.drawer("Evidence").inside().all("button");
        let place = "All that was coded from here: Appendix A";
        places.iter().find(|button| button.name.starts_with(place)).unwrap().click();
        page.wait_for_link("#/instruments?v=1&open=paragraph:annex-a:1");
        page.wait_for_focus("Appendix A: Comparative Table of International Conventions, ¶1");
        let evidence = page.drawer("Evidence").text();
        assert!(evidence.contains("108 cells of the table of instruments"), "{evidence}");

        page.drawer("Evidence").inside().find_by_name_prefix("link", "Previous paragraph").click();
        page.wait_for_link("#/instruments?v=1&open=paragraph:future.ngos.partnerships:1");
        page.browser.back();
        page.wait_for_link("#/instruments?v=1&open=paragraph:annex-a:1");
        page.drawer("Evidence").inside().find_by_name_prefix("button", "Fact").click();
        page.wait_for_link("#/instruments?v=1&open=finding:annex-a:1.1");
    });
}

#[test]
fn a_change_of_language_keeps_the_view() {
    visit("#/instruments?v=1&g=ukraine&s=ARM.GEO&open=cell:GEO:CSR51", |page| {
        let lang = || page.browser.run("return document.documentElement.lang;", &[]);
        assert_eq!(lang(), "en");
        page.choose_language("Русский");
        page.wait_for_link("#/instruments?v=1&g=ukraine&s=ARM.GEO&lang=ru&open=cell:GEO:CSR51");
        page.browser.wait_until("the page in Russian", || (lang() == "ru").then_some(()));
        assert_eq!(page.heading(), "Кто в каких договорах участвует");
        assert!(page.drawer("Источники").text().contains("Грузия"));
        assert_eq!(page.browser.run("return document.title;", &[]), "Договоры – CISCONF Explorer");

        page.choose_language("English");
        page.wait_for_link("#/instruments?v=1&g=ukraine&s=ARM.GEO&open=cell:GEO:CSR51");
        page.browser.wait_until("the page in English", || (lang() == "en").then_some(()));
    });
}

#[test]
fn a_copied_link_opens_the_same_screen_elsewhere() {
    let (server, here) = (host(), browser());
    let page = Page::open(&here, &server.url, "#/instruments");
    page.choose_grouping(UKRAINE);
    page.toggle("States", &["Armenia", "Belarus", "Georgia"]);
    page.button("Words").click();
    page.open_evidence_of("All states shown, CSR 51/CSRP 67: 2 of 3 party");
    page.button("Copy link").click();
    page.wait_for_text("Link copied");
    let (address, link, text) = (here.address(), page.link(), page.whole_text());
    page.elements().find_by_role("searchbox", "Search").focus();
    here.paste();
    let pasted = here.run("return document.getElementById('search').value;", &[]);
    let dated = pasted.as_str().unwrap();
    let version = dated.strip_prefix(address.as_str()).and_then(|rest| rest.strip_prefix("&data="));
    assert!(version.is_some_and(|version| version.len() == 8), "{dated}");

    let there = browser();
    let other = Page::open(&there, &server.url, &dated[dated.find('#').unwrap()..]);
    // The message stands on a line of its own in some engines only.
    let text = text.replace("Link copied\n", "").replace("Link copied", "");
    assert_eq!(other.whole_text(), text);
    assert_eq!(other.link(), link);
    assert_no_page_errors(&page);
    assert_no_page_errors(&other);
}

#[test]
fn back_and_forward_undo_and_redo() {
    visit("#/instruments", |page| {
        page.choose_grouping(UKRAINE);
        page.toggle("States", &["Armenia", "Georgia"]);
        page.open_evidence_of("Georgia, CSR 51/CSRP 67: party, joined during the process (report)");
        page.go_to("Agreements");
        let last = "#/agreements?v=1&g=ukraine&s=ARM.GEO";
        page.wait_for_link(last);

        let steps = [
            "#/instruments?v=1&g=ukraine&s=ARM.GEO&open=cell:GEO:CSR51",
            "#/instruments?v=1&g=ukraine&s=ARM.GEO",
            "#/instruments?v=1&g=ukraine&s=ARM",
            "#/instruments?v=1&g=ukraine",
            "#/instruments",
        ];
        for step in steps {
            page.browser.back();
            page.wait_for_link(step);
            assert_eq!(page.heading(), "Who has joined which instrument");
            let open = step.contains("open=");
            page.browser.wait_until(step, || (page.has_evidence() == open).then_some(()));
        }
        page.wait_for_text("80 of 108 participations");
        for step in steps.iter().rev().skip(1).chain([&last]) {
            page.browser.forward();
            page.wait_for_link(step);
        }
        page.wait_for_text("Agreements that the report names");
    });
}

#[test]
fn reload_keeps_everything() {
    visit("#/agreements", |page| {
        page.choose_grouping(UKRAINE);
        page.toggle("Status", &["ratified"]);
        page.go_to("Instruments");
        page.toggle("States", &["Belarus", "Ukraine"]);
        page.set_date("06011997");
        page.close_menu();
        page.open_menu("Display");
        page.elements().find_by_role("link", "Dark").click();
        page.close_menu();
        page.open_evidence_of("Ukraine, CSR 51/CSRP 67: not yet party on that date");
        let (link, text) = (page.link(), page.whole_text());
        page.reload();
        page.evidence();
        assert_eq!((page.link(), page.whole_text()), (link, text));
        let look = page.browser.run("return document.documentElement.dataset.look;", &[]);
        assert_eq!(look, "dark");
    });
}

#[test]
fn a_chosen_state_lights_its_column_its_lines_and_its_words() {
    const LIT: &str = "const count = selector => [...document.querySelectorAll(`.page:not(.inactive) ${selector}`)].filter(e => e.checkVisibility()).length;
        return ['.help td.chosen', '.drawing .link.lit', '.drawing .node.chosen', '.chosen-states li'].map(s => String(count(s)));";
    visit("#/agreements", |page| {
        page.button("Network and assistance").click();
        page.wait_for_link("#/agreements?v=1&tab=network");
        page.wait_for_text("28 of 49 instances of assistance name the recipient state.");
        // The middle of the bounding box of a curve is not on the curve.
        page.button("Ukraine – Uzbekistan: in force").focus();
        page.browser.press(&[Key::Enter]);
        let evidence = page.evidence();
        assert!(evidence.contains("page 13"), "{evidence}");
        page.close_evidence();
        page.button("KGZ: Kyrgyzstan").click();
        page.wait_for_link("#/agreements?v=1&tab=network&s=KGZ");
        page.wait_for_text("3 instances of assistance from 2 providers");
        assert_eq!(strings(&page.browser.run(LIT, &[])), ["18", "3", "1", "4"]);
        // A second press, in the ring, takes the choice back.
        page.button("KGZ Kyrgyzstan: 3 agreements; 1 worded collectively").focus();
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/agreements?v=1&tab=network");
        assert_eq!(strings(&page.browser.run(LIT, &[])), ["0", "0", "0", "0"]);
        // A number opens its instances.
        let from = "International Organization for Migration";
        let evidence = page.open_evidence_of(&format!(
            "3: {from} → Russian Federation: 3 instances of assistance: project; training"
        ));
        assert!(evidence.contains("3 instances of assistance"), "{evidence}");
        let evidence = page.open_evidence_of(&format!("4: {from}: recipient not named"));
        assert!(evidence.contains("4 instances of assistance · recipient not named"), "{evidence}");
        // So do the rows of the tables, also of a partner outside the twelve.
        page.close_evidence();
        page.elements().find_by_role("button", &format!("{from} → Russian Federation")).click();
        let evidence = page.evidence();
        assert!(evidence.contains("3 instances of assistance"), "{evidence}");
        page.close_evidence();
        // The kept matrix of pairs has a row of this name too.
        let row = "[...document.querySelectorAll('.page:not(.inactive) .lists button')].find(b => b.textContent.trim() === 'Azerbaijan – Turkey').click();";
        page.browser.run(row, &[]);
        let evidence = page.evidence();
        assert!(evidence.contains("Azerbaijan and Turkey") && evidence.contains("page 12"), "{evidence}");
        page.close_evidence();
        // The sum of the last row leads to the table of what it counts.
        page.button("10: instances of these providers, in the table below").click();
        assert_eq!(page.focused(), "Assistance whose recipients the report does not name");
        page.button("Pairs").click();
        page.wait_for_link("#/agreements");
        page.wait_for_text("46 of 66 pairs of states: none named by the report");
    });
}
