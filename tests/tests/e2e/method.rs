//! Tests of the pages Positions and Method: evidence, order, background counts, comparison.

use cisconf_e2e::browser::Key;

use crate::visit;

const UKRAINE: &str = "#/groupings?v=1&tab=method&g=ukraine";
const OWN: &str = "#/groupings?v=1&tab=method&g=own&own=Most_alike-18-_5_groups.Group_1:ARMAZE.Group_2:BLRMDAUKRUZB.Group_3:GEOKGZRUS.Group_4:KAZ.Group_5:TJKTKM";

#[test]
fn positions_open_their_evidence_and_follow_the_grouping() {
    visit("#/groupings", |page| {
        page.button("Positions").click();
        page.is_at("#/groupings?v=1&tab=positions");
        assert!(page.text_of(".legend").contains("not mentioned"), "{}", page.text_of(".legend"));
        page.shows("no grouping is chosen");
        page.choose_grouping("Sub-regions that Ukraine gives as examples");
        page.shows("agrees: Trans-Caucasus is the group that is named");
        let marks = page.buttons_beginning("Georgia, sub-regional approach: suggestion, with a doubt");
        let evidence = page.open_evidence_of(&marks[0]);
        assert!(evidence.contains("suggestion, with a doubt") && evidence.contains("page 36"), "{evidence}");
    });
}

#[test]
fn splits_are_counted_and_the_closest_grouping_becomes_the_readers_own() {
    visit(UKRAINE, |page| {
        page.shows(
            "less alike inside 46,602, equally alike, this grouping among them, 816, more alike 8,022",
        );
        let use_it = "Make it my grouping: Most alike, 5 groups";
        page.things().the("link", use_it).focus();
        page.browser.press(&[Key::Enter]);
        page.is_at(OWN);
        page.keyboard_is_at("the active grouping");
        // All other partitions of these sizes are less similar; the count is not restarted.
        page.shows("equally alike, this grouping among them, 1, more alike 0");
        assert!(!page.text().contains("Counting"), "{}", page.text());
        page.browser.back();
        page.is_at(UKRAINE);
        page.shows("more alike 8,022");
    });
}

#[test]
fn states_stand_by_likeness_and_a_pair_opens_both_records() {
    visit(UKRAINE, |page| {
        page.choose_side("Order of states", "by likeness of treaty record");
        page.is_at("#/groupings?v=1&tab=method&g=ukraine&sort=likeness");
        let evidence = page.open_evidence_of("Kazakhstan – Armenia: 0.56, 5 of 9 shared");
        assert!(evidence.contains("Both are party to 5 of the 9 instruments"), "{evidence}");
        page.close_evidence();
        page.go_to("Instruments");
        page.is_at("#/instruments?v=1&g=ukraine&sort=likeness");
        page.shows("States stand by likeness of treaty record");
        page.choose_side("Order of states", "by name");
        page.is_at("#/instruments?v=1&g=ukraine");
    });
}

#[test]
fn two_groupings_stand_side_by_side() {
    visit(UKRAINE, |page| {
        page.choose_side("Grouping beside it", "Refugee Convention and Protocol: when states joined");
        page.is_at("#/groupings?v=1&tab=method&g=ukraine&beside=refugee-instruments");
        page.shows("Adjusted Rand index: ");
        page.choose_side("Grouping beside it", "none");
        page.is_at(UKRAINE);
    });
}
