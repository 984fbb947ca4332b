//! Tests of the overview: the process in time and the timeline.

use crate::visit;

#[test]
fn an_event_opens_its_evidence_and_the_timeline_follows_the_states() {
    visit("#/?v=1", |page| {
        let marks = page.button_names_with_prefix("Dec UKR: committee dissolved");
        let evidence = page.open_evidence_of(&marks[0]);
        assert!(evidence.contains("page 15"), "{evidence}");
        page.close_evidence();
        page.button("Timeline").click();
        page.wait_for_link("#/?v=1&tab=timeline");
        page.wait_for_text("The report dates 68 events; 41 treaty actions");
        page.toggle("State", &["Azerbaijan"]);
        page.wait_for_link("#/?v=1&tab=timeline&s=AZE");
        page.wait_for_text("5 treaty actions");
        assert!(page.button_names_with_prefix("Dec UKR: committee dissolved").is_empty());
        let marks = page.button_names_with_prefix("AZE, Azerbaijan: ");
        assert_eq!(marks.len(), 1, "{marks:?}");
        assert!(marks[0].contains("1996"), "{marks:?}");
    });
}

#[test]
fn a_question_leads_to_its_answer() {
    visit("#/?v=1", |page| {
        page.elements().find_by_name_prefix("link", "What are the obstacles?").click();
        page.wait_for_link("#/findings?v=1&kind=obstacle");
        page.wait_for_text("131 of 691");
    });
}
