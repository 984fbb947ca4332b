//! Tests of the same tasks by keyboard.

use cisconf_e2e::browser::Key;

use crate::visit;

#[test]
fn tab_reaches_the_skip_link_the_views_and_a_menu() {
    visit("", |page| {
        page.browser.press(&[Key::Tab]);
        page.wait_for_focus("Skip to the content");
        page.browser.press(&[Key::Enter]);
        page.wait_for_focus("main");

        page.reload();
        page.browser.press(&[Key::Tab, Key::Tab, Key::Tab, Key::Tab, Key::Tab]);
        page.wait_for_focus("Instruments");
        page.browser.press(&[Key::Enter]);
        page.wait_for_text("Who has joined which instrument");
        // The next Tab starts in the new view, not at the top of the page.
        page.wait_for_focus("Who has joined which instrument");
    });
}

#[test]
fn a_menu_opens_chooses_and_closes() {
    visit("#/instruments", |page| {
        page.menu("Grouping").focus();
        page.browser.press(&[Key::Enter, Key::Tab]);
        page.wait_for_focus("No grouping");
        page.browser.press(&[Key::Escape]);
        page.wait_for_focus("Grouping");
        assert_eq!(page.menu("Grouping").expanded, Some(false));

        page.browser.press(&[Key::Space, Key::Tab, Key::Tab]);
        page.wait_for_focus("Sub-regions that Ukraine gives as examples");
        page.browser.press(&[Key::Space]);
        page.wait_for_link("#/instruments?v=1&g=ukraine");
        page.wait_for_focus("Grouping Sub-regions");

        // A multiple choice leaves its menu open and keeps the focus.
        page.menu("+ Filter").focus();
        page.browser.press(&[Key::Enter]);
        // The facet, its whole group, its first state; Firefox also stops at a scrollable panel.
        for _ in 0..4 {
            if !page.focused().starts_with("Belarus") {
                page.browser.press(&[Key::Tab]);
            }
        }
        page.browser.press(&[Key::Space]);
        page.wait_for_link("#/instruments?v=1&g=ukraine&s=BLR");
        page.browser.press(&[Key::Tab, Key::Space]);
        page.wait_for_link("#/instruments?v=1&g=ukraine&s=BLR.MDA");
        page.browser.press(&[Key::Escape]);
        page.wait_for_focus("+ Filter");
    });
}

#[test]
fn arrows_walk_through_the_instruments() {
    visit("#/instruments", |page| {
        page.button("Armenia: party to 9 of 9").focus();
        page.browser.press(&[Key::Down, Key::Down, Key::Down, Key::Right]);
        let mark = "Georgia, CSR 51/CSRP 67: party, joined during the process (report)";
        page.wait_for_focus(mark);
        page.browser.press(&[Key::End]);
        page.wait_for_focus("Georgia, CRC 89");
        page.browser.press(&[Key::Home, Key::Right, Key::Enter]);
        assert!(page.evidence().starts_with("Georgia"));
        page.wait_for_focus("Georgia");
        // On to the first link of the evidence, and back to the button.
        page.browser.press(&[Key::Tab, Key::Escape]);
        page.wait_until_evidence_closes();
        page.wait_for_focus(mark);
        page.browser.press(&[Key::Up]);
        page.wait_for_focus("Belarus, CSR 51/CSRP 67");
    });
}

#[test]
fn the_grid_is_one_stop_of_the_tab_key() {
    visit("#/instruments", |page| {
        page.browser.run("document.querySelector('.controls select').focus();", &[]);
        page.browser.press(&[Key::Tab]);
        page.wait_for_focus("Armenia: party to 9 of 9");
        page.browser.press(&[Key::Down, Key::Right, Key::Tab]);
        assert!(
            !page.focused().contains("CSR 51/CSRP 67: party"),
            "still in the grid, at {}",
            page.focused()
        );
    });
}

#[test]
fn arrows_walk_through_the_agreements() {
    visit("#/agreements", |page| {
        page.menu("+ Filter").focus();
        page.browser.press(&[Key::Tab]);
        page.wait_for_focus("Armenia");
        page.browser.press(&[
            Key::Down,
            Key::Down,
            Key::Down,
            Key::End,
            Key::Left,
            Key::Left,
            Key::Left,
            Key::Left,
        ]);
        let mark = "Georgia – Russian Federation: partly ratified";
        page.wait_for_focus(mark);
        page.browser.press(&[Key::Space]);
        assert!(page.evidence().contains("pages 12–13"));
        page.wait_for_focus("Georgia – Russian Federation");
        page.browser.press(&[Key::Escape]);
        page.wait_for_focus(mark);
    });
}

#[test]
fn arrows_walk_through_the_network() {
    visit("#/agreements?v=1&tab=network", |page| {
        page.button("To the tables").focus();
        // The matrix of assistance is one tab stop, the drawing the next.
        page.browser.press(&[Key::Tab, Key::Tab]);
        page.wait_for_focus("Armenia – Russian Federation: 2 agreements");
        page.browser.press(&[Key::Down, Key::Right, Key::Left, Key::Space]);
        assert!(page.evidence().starts_with("Azerbaijan – Kazakhstan"), "{}", page.evidence());
        page.browser.press(&[Key::Escape]);
        page.wait_until_evidence_closes();
        page.wait_for_focus("Azerbaijan – Kazakhstan: signed");
        page.browser.press(&[Key::End, Key::Enter]);
        page.wait_for_link("#/agreements?v=1&tab=network&s=UZB");
        // A single tab stop; the tables are one press away.
        page.button("To the tables").focus();
        page.browser.press(&[Key::Enter]);
        page.wait_for_focus("Agreements between named parties");
    });
}

#[test]
fn a_comparison_is_chosen_by_arrows_alone() {
    visit("#/compare", |page| {
        page.elements().find_by_role("combobox", "Side 1").focus();
        page.browser.press(&[Key::Down]);
        page.wait_for_link("#/compare?v=1&a=ARM");
        // The menu keeps the focus, although the page below it has changed.
        page.browser.press(&[Key::Down]);
        page.wait_for_link("#/compare?v=1&a=AZE");
        // The button that removes the side, then the next side.
        page.browser.press(&[Key::Tab, Key::Tab, Key::Down]);
        page.wait_for_link("#/compare?v=1&a=AZE&b=ARM");
        page.wait_for_text("Azerbaijan");
    });
}

#[test]
fn escape_leaves_the_keyboard_where_it_is_outside_the_evidence() {
    visit("#/instruments?v=1&open=cell:GEO:CSR51", |page| {
        page.button("Copy link").focus();
        page.browser.press(&[Key::Escape]);
        page.wait_until_evidence_closes();
        page.wait_for_focus("Copy link");
    });
}

#[test]
fn the_projectors_look_hands_the_keyboard_to_the_way_back() {
    visit("#/instruments?v=1&look=dark", |page| {
        page.open_menu("Display");
        page.elements().find_by_role("link", "Projector").focus();
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/instruments?v=1&look=projector");
        page.wait_for_focus("End presenting");
        page.browser.press(&[Key::Enter]);
        page.wait_for_link("#/instruments?v=1&look=dark");
    });
}
