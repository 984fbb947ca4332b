//! Tests of the pages Positions and Method: evidence, order, background counts, comparison.

use cisconf_e2e::browser::Key;

use crate::visit;

/// The method of a grouping of the report.
const UKRAINE_LINK: &str = "#/groupings?v=1&tab=method&g=ukraine";
/// The same with the closest grouping as the reader's own.
///
/// Its name is packed (`core/src/state/packed_names.rs`): a space is `_`, the comma `-18-`.
const OWN_GROUPING_LINK: &str = "#/groupings?v=1&tab=method&g=own&own=Most_alike-18-_5_groups.Group_1:ARMAZE.Group_2:BLRMDAUKRUZB.Group_3:GEOKGZRUS.Group_4:KAZ.Group_5:TJKTKM";

#[test]
fn positions_open_their_evidence_and_follow_the_grouping() {
    visit("#/groupings", |page| {
        page.button("Positions").click();
        page.wait_for_link("#/groupings?v=1&tab=positions");
        assert!(page.text_of(".legend").contains("not mentioned"), "{}", page.text_of(".legend"));
        page.wait_for_text("no grouping is chosen");
        page.choose_grouping("Sub-regions that Ukraine gives as examples");
        page.wait_for_text("agrees: Trans-Caucasus has exactly these members");
        let marks = page.button_names_with_prefix("Georgia, sub-regional approach: suggestion, with a doubt");
        let evidence = page.open_evidence_of(&marks[0]);
        assert!(evidence.contains("suggestion, with a doubt") && evidence.contains("page 36"), "{evidence}");
    });
}

#[test]
fn partitions_are_counted_and_the_closest_grouping_becomes_the_readers_own() {
    visit(UKRAINE_LINK, |page| {
        page.wait_for_text(
            "less alike inside 46,602, equally alike, this grouping among them, 816, more alike 8,022",
        );
        let adopt_link = "Make it my grouping: Most alike, 5 groups";
        page.elements().find_by_role("link", adopt_link).focus();
        page.browser.press(&[Key::Enter]);
        page.wait_for_link(OWN_GROUPING_LINK);
        page.wait_for_focus("the active grouping");
        // All other partitions of these sizes are less similar; the count is not restarted.
        page.wait_for_text("equally alike, this grouping among them, 1, more alike 0");
        assert!(!page.text().contains("Counting"), "{}", page.text());
        page.browser.back();
        page.wait_for_link(UKRAINE_LINK);
        page.wait_for_text("more alike 8,022");
    });
}

#[test]
fn states_are_sorted_by_similarity_and_a_pair_opens_both_records() {
    visit(UKRAINE_LINK, |page| {
        page.select_option("Order", "by similarity");
        page.wait_for_link("#/groupings?v=1&tab=method&g=ukraine&sort=similarity");
        let evidence = page.open_evidence_of("Kazakhstan – Armenia: 0.56, 5 of 9 shared");
        assert!(evidence.contains("Both are party to 5 of the 9 instruments"), "{evidence}");
        page.close_evidence();
        page.go_to("Instruments");
        page.wait_for_link("#/instruments?v=1&g=ukraine&sort=similarity");
        page.wait_for_text("States stand by similarity of treaty record");
        page.select_option("Order", "by name");
        page.wait_for_link("#/instruments?v=1&g=ukraine");
    });
}

#[test]
fn two_groupings_stand_side_by_side() {
    visit(UKRAINE_LINK, |page| {
        page.select_option("Grouping beside it", "Refugee Convention and Protocol: when states joined");
        page.wait_for_link("#/groupings?v=1&tab=method&g=ukraine&beside=refugee-instruments");
        page.wait_for_text("Adjusted Rand index: ");
        page.select_option("Grouping beside it", "none");
        page.wait_for_link(UKRAINE_LINK);
    });
}
