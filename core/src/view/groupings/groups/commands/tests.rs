//! Tests of the groups view, its commands, and import errors.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use super::{CommandOutcome, ViewContext, drop_outcome, import_error_lines, name_form_outcome};
use crate::model::Dataset;
use crate::query::FindingsIndex;
use crate::state::scheme_file::{self, ImportError, ImportErrorKind};
use crate::state::{Action, GroupingCommand, SchemeEdit, ViewState, decode, encode, reduce};
use crate::text::Lang;
use crate::view::{GroupsView, groups};

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));

fn at(link: &str) -> ViewState {
    // `encode` ends no link in a colon.
    let marked = if link.ends_with(':') { format!("{link}&v=1") } else { link.to_owned() };
    let decoded = decode(&marked, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    decoded.state
}

fn cx(state: &ViewState) -> ViewContext<'_> {
    ViewContext { ds: &DS, index: &INDEX, state }
}

fn command_outcome(asked: ViewContext, name: &str) -> Option<CommandOutcome> {
    super::command_outcome(asked, GroupingCommand::parse(name, asked.ds)?)
}

fn done(state: &ViewState, name: &str) -> ViewState {
    reduce(state, command_outcome(cx(state), name).unwrap().action, &DS)
}

/// Returns the measures of the whole grouping, formatted as in the table of moves.
fn whole(view: &GroupsView) -> Vec<String> {
    let measures = &view.whole.as_ref().unwrap().measures;
    let with_n = |at: usize| match measures[at].n.split_whitespace().next() {
        Some("0") => "no pair".to_owned(),
        _ => format!("{} ({})", measures[at].value, measures[at].n),
    };
    let value = |at: usize| measures[at].value.clone();
    vec![with_n(0), value(3), with_n(1), value(4), value(2), value(6), value(7)]
}

const OVERLAPPING: &str = "#/groupings?v=1&g=own&own=Mine*.A:ARMAZEGEO.B:GEORUSUKR.C:KAZ.D:";

#[test]
fn what_a_move_shows_is_what_it_does() {
    let schemes =
        ["ukraine", "central-asia", "refugee-instruments"].map(|g| format!("#/groupings?v=1&g={g}"));
    for link in schemes.iter().map(String::as_str).chain([OVERLAPPING]) {
        for state in DS.all_states().iter() {
            let start = ViewState { picked_up: Some(state), ..at(link) };
            let picked_up = groups(cx(&start)).picked_up.unwrap();
            let rows = &picked_up.table.parts[0].rows;
            for (column, target) in picked_up.targets.iter().enumerate() {
                let after = done(&start, &target.act);
                assert_eq!(after.picked_up, None);
                for (row, wanted) in rows.iter().zip(whole(&groups(cx(&after)))) {
                    let text = &row.cells[column].text;
                    let shown = text.split(" → ").last().unwrap().trim_start_matches("unchanged: ");
                    // A change too small for two digits is shown with more digits.
                    let same = shown == wanted || text.contains('→') && shown.starts_with(&wanted[..3]);
                    assert!(same, "{link} {}: {}: {text}, but then {wanted}", target.act, row.label);
                    assert_eq!(row.cells[column].changes, text.contains('→'));
                }
            }
        }
    }
}

#[test]
fn every_button_leads_somewhere() {
    for link in ["#/groupings", "#/groupings?v=1&g=ukraine&move=GEO", &format!("{OVERLAPPING}&move=GEO")] {
        let start = at(link);
        let view = groups(cx(&start));
        let forms = view.forms.iter().chain(view.cards.iter().filter_map(|card| card.rename.as_ref()));
        for form in forms {
            let outcome = name_form_outcome(cx(&start), &form.act, "Юг <b> 2").unwrap();
            assert!(outcome.announcement.contains("Юг b 2"), "{}", outcome.announcement);
            assert_ne!(
                encode(&reduce(&start, outcome.action, &DS), &DS),
                encode(&start, &DS),
                "{}",
                form.act
            );
            assert!(
                outcome.announcement.contains("Юг b 2") && outcome.announcement.contains("40"),
                "{}",
                outcome.announcement
            );
            let whole = name_form_outcome(cx(&start), &form.act, " Юг  2 ").unwrap();
            assert!(!whole.announcement.contains("40"), "nothing was left out: {}", whole.announcement);
            assert_eq!(name_form_outcome(cx(&start), &form.act, " \u{7}"), None);
        }
        let states = view.cards.iter().flat_map(|card| card.states.iter().map(|s| &s.act));
        let others = view.schemes.iter().map(|s| &s.act).chain(view.tools.iter().map(|tool| &tool.act));
        let cards = view.cards.iter().filter_map(|card| Some(&card.remove.as_ref()?.act));
        let picked_up = view
            .picked_up
            .iter()
            .flat_map(|picked_up| picked_up.targets.iter().map(|t| &t.act).chain([&picked_up.put.act]));
        for act in states.chain(others).chain(cards).chain(picked_up) {
            let next = done(&start, act);
            assert_ne!(encode(&next, &DS), encode(&start, &DS), "{act} at {link}");
        }
    }
}

#[test]
fn names_of_nothing_lead_nowhere() {
    let start = at("#/groupings?v=1&g=ukraine");
    let names = "|:|take|take:|take:XXX|move:GEO|move:GEO:|move:GEO:9|move:GEO:-1|move:XXX:1|also:GEO:77|remove|remove:4|remove:x|put|use|use:own|use:nobody|<b>";
    for name in names.split('|') {
        assert_eq!(command_outcome(cx(&start), name), None, "{name}");
    }
    let without = at("#/groupings");
    for name in ["move:GEO:0", "also:GEO:0", "remove:0", "copy", "overlap"] {
        assert_eq!(command_outcome(cx(&without), name), None, "{name}");
    }
    for (form, name) in [("", "A"), ("name:x", "A"), ("other", "A"), ("new", "")] {
        assert_eq!(name_form_outcome(cx(&start), form, name), None, "{form}");
    }
}

#[test]
fn what_is_said_and_where_the_keyboard_goes() {
    let start = at("#/groupings?v=1&g=ukraine&move=GEO");
    let copy = " This is your own copy; the report’s grouping stays as it is.";
    for (name, announcement, focus_selector) in [
        ("take:ARM", "Armenia is in hand: choose where it goes.", ".targets .target"),
        ("put", "Georgia stays where it was.", "[data-do='take:GEO']"),
        (
            "move:GEO:2",
            &format!(
                "Georgia moved to: Central Asia. Similarity inside 0.81 (16 pairs) → 0.83 (19 pairs) · agreements inside 3 of 16 → 3 of 19.{copy}"
            ),
            "[data-do='take:GEO']",
        ),
        (
            "move:GEO:new",
            &format!(
                "Georgia moved to: Group 5. Similarity inside 0.81 (16 pairs) → 0.82 (14 pairs) · agreements inside 3 of 16 → 3 of 14.{copy}"
            ),
            "[data-do='take:GEO']",
        ),
        (
            "move:GEO:none",
            &format!(
                "Georgia now stands in no group. Similarity inside 0.81 (16 pairs) → 0.82 (14 pairs) · agreements inside 3 of 16 → 3 of 14.{copy}"
            ),
            "[data-do='take:GEO']",
        ),
        (
            "remove:3",
            &format!("Russian Federation (one state) removed; its states stand in no group.{copy}"),
            "[data-do='copy']",
        ),
    ] {
        let outcome = command_outcome(cx(&start), name).unwrap();
        assert_eq!(
            (outcome.announcement.as_str(), outcome.focus_selector.as_str()),
            (announcement, focus_selector),
            "{name}"
        );
    }
    let own = at(OVERLAPPING);
    let announcement = |name: &str| command_outcome(cx(&own), name).unwrap().announcement;
    assert_eq!(announcement("also:GEO:0"), "Georgia no longer stands in A.");
    assert_eq!(announcement("also:KAZ:0"), "Kazakhstan now also stands in A.");
}

#[test]
fn what_is_dropped_moves() {
    let action = |link: &str, state: &str, place: &str| {
        drop_outcome(cx(&at(link)), state, place).map(|outcome| outcome.action)
    };
    let ukraine = "#/groupings?v=1&g=ukraine";
    assert!(matches!(action(ukraine, "GEO", "0"), Some(Action::EditScheme(SchemeEdit::Move(..)))));
    assert!(matches!(action(OVERLAPPING, "KAZ", "0"), Some(Action::EditScheme(SchemeEdit::Also(..)))));
    for (link, state, place) in [
        (ukraine, "GEO", "1"),
        (ukraine, "XXX", "1"),
        (ukraine, "GEO", "7"),
        ("#/groupings?v=1&g=central-asia", "GEO", "none"),
        (OVERLAPPING, "GEO", "1"),
        ("#/groupings", "GEO", "0"),
    ] {
        assert_eq!(action(link, state, place), None, "{state} on {place} at {link}");
    }
}

#[test]
fn accessions_count_once_and_only_for_groups_of_two_or_more() {
    let left = |own: &str| {
        let view = groups(cx(&at(&format!("#/groupings?v=1&g=own&own={own}"))));
        let whole = view.whole.unwrap();
        let title = "For all members of each group to be party";
        let measure = whole.measures.into_iter().find(|measure| measure.label == title).unwrap();
        (measure.value, measure.n)
    };
    let pair = |value: &str, n: &str| (value.to_owned(), n.to_owned());
    // Georgia is in both groups, but its two missing accessions are counted once.
    assert_eq!(left("O*.A:GEOARM.B:GEOAZE"), pair("2 accessions", "3 states"));
    assert_eq!(left("O.A:GEOARM.B:AZE"), pair("2 accessions", "2 states"));
    assert_eq!(left("O.A:ARMAZE"), pair("nothing left to join", "2 states"));
    assert_eq!(left("O.A:GEO.B:ARM.C:"), pair("no value: no group has two members", "0 states"));
}

#[test]
fn a_group_of_one_shows_no_measures_and_states_in_none_count_nowhere() {
    let view = groups(cx(&at("#/groupings?v=1&g=own&own=Mine.A:ARM.B:AZEGEO.C:")));
    let card = |at: usize| (view.cards[at].note.as_deref(), view.cards[at].measures.len());
    assert_eq!(card(0), (Some("A group of one shows no measures."), 0));
    assert_eq!(card(1), (None, 7));
    assert_eq!(card(2), (Some("No state yet."), 0));
    assert_eq!(view.cards[3].states.len(), 9);
    let whole = view.whole.unwrap();
    let names: Vec<_> = whole.pairs.names.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Armenia", "Azerbaijan", "Georgia"]);
    assert_eq!((whole.measures[0].n.as_str(), whole.measures[1].n.as_str()), ("1 pair", "2 pairs"));
    // The silhouette of a group of one is marked as such; an undefined measure gives the reason.
    assert_eq!(whole.silhouettes.rows[0].cells[1..], ["group of one", "0.11 (B)", "0.00 by convention"]);
    let whole = groups(cx(&at(OVERLAPPING))).whole.unwrap();
    assert!(whole.measures[2].value.starts_with("no value: states stand"), "{}", whole.measures[2].value);
    assert_eq!(whole.silhouettes.rows.len(), 0);
}

#[test]
fn faults_are_told_in_both_languages_and_no_more_than_eight() {
    let states = vec!["\"XXX\""; 20].join(",");
    let text = format!(
        "{{\"schema\":1,\"kind\":\"grouping\",\"name\":\"\",\"exclusive\":1,\"groups\":[{{\"name\":\"<\",\"states\":[{states}]}}]}}"
    );
    let found = scheme_file::read(&DS, &text).unwrap_err();
    assert_eq!(found.len(), 23);
    let [en, ru] = [Lang::En, Lang::Ru].map(|lang| import_error_lines(lang, &found));
    assert_eq!((en.len(), ru.len()), (9, 9));
    assert_eq!(en[0], "$.name: a name without letters");
    assert_eq!(en[1], "$.exclusive: true or false is wanted here");
    assert_eq!(en[3], "$.groups[0].states[0]: no state of the twelve: “XXX”");
    assert_eq!(ru[3], "$.groups[0].states[0]: не входит в число двенадцати государств: «XXX»");
    assert_eq!((en[8].as_str(), ru[8].as_str()), ("and 15 more", "и ещё 15"));
    let large = [ImportError { path: "$".to_owned(), kind: ImportErrorKind::TooLarge }];
    assert_eq!(import_error_lines(Lang::En, &large), ["$: larger than 64 KB: no grouping is so large"]);
}
