//! Tests of the columns of the groups: marks, names and moves against the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{GroupingCommand, ViewState, decode, encode, reduce};
use cisconf_core::view::{self, Glyph, GroupsView, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn state(link: &str) -> ViewState {
    cisconf_core::text::load_russian();
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    decoded.state
}

fn cx(state: &ViewState) -> ViewContext<'_> {
    ViewContext { ds: &DS, index: &INDEX, state }
}

fn groups(link: &str) -> GroupsView {
    view::groups(cx(&state(link)))
}

fn items(collection: &str) -> &'static [Value] {
    RAW[collection].as_array().unwrap()
}

/// Whether the report's table marks a state as party, from the JSON.
fn is_party(state: &str, instrument: &str) -> bool {
    let cell = items("participation").iter().find(|x| x["state"] == state && x["instrument"] == instrument);
    cell.unwrap()["party"] == true
}

#[test]
fn each_mark_of_a_group_counts_its_members_in_the_json() {
    let mut seen = 0;
    for scheme in items("schemes") {
        let shown = groups(&format!("#/groupings?v=1&g={}", scheme["id"].as_str().unwrap()));
        for (card, group) in shown.cards.iter().zip(scheme["groups"].as_array().unwrap()) {
            let members: Vec<&str> =
                group["states"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
            let Some(first) = card.measures.first() else {
                assert!(members.len() < 2, "{}", card.name);
                continue;
            };
            assert_eq!(first.marks.len(), items("instruments").len());
            let mut all = 0;
            for (mark, instrument) in first.marks.iter().zip(items("instruments")) {
                let id = instrument["id"].as_str().unwrap();
                let n = members.iter().filter(|state| is_party(state, id)).count();
                let glyph = match n {
                    0 => Some(Glyph::Not),
                    n if n == members.len() => Some(Glyph::Party),
                    _ => None,
                };
                assert_eq!((mark.n, mark.mark), (n, glyph), "{} {id}", card.name);
                assert!(mark.label.ends_with(&format!(": {n} of {}", members.len())), "{}", mark.label);
                all += usize::from(n == members.len());
                seen += 1;
            }
            assert_eq!(first.value, format!("{all} of {}", items("instruments").len()));
            // The next row names the members that are missing, in codes.
            let missing: usize = items("instruments")
                .iter()
                .map(|x| members.iter().filter(|s| !is_party(s, x["id"].as_str().unwrap())).count())
                .sum();
            assert!(card.measures[1].value.starts_with(&missing.to_string()), "{}", card.measures[1].value);
        }
    }
    assert!(seen >= 9 * 8, "{seen} marks");
}

#[test]
fn what_a_column_shows_of_a_move_is_what_its_group_has_then() {
    for link in
        ["#/groupings?v=1&g=ukraine", "#/groupings?v=1&g=own&own=Mine*.A:ARMAZEGEO.B:GEORUSUKR.C:KAZUZB"]
    {
        for moved in DS.all_states().iter() {
            let start = ViewState { picked_up: Some(moved), ..state(link) };
            let shown = view::groups(cx(&start));
            for card in &shown.cards {
                let change = card.change.as_ref().unwrap();
                for target in &change.targets {
                    let command = GroupingCommand::parse(&target.act, &DS).unwrap();
                    let outcome = view::command_outcome(cx(&start), command).unwrap();
                    let after = reduce(&start, outcome.action, &DS);
                    let then = view::groups(cx(&after));
                    let Some(at) = card.at else { continue };
                    // The effect is announced with the move.
                    if target.act.starts_with("move:") {
                        let effect = target.effect.split(" · ").nth(1).unwrap();
                        assert!(outcome.announcement.contains(effect), "{}", outcome.announcement);
                    }
                    for (cell, measure) in change.cells.iter().zip(&then.cards[at].measures) {
                        let last = cell.text.split(" → ").last().unwrap().trim_start_matches("unchanged: ");
                        let value = measure.value.split(' ').next().unwrap();
                        assert!(
                            last.starts_with(&value[..value.len().min(3)]),
                            "{last} is not {}",
                            measure.value
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_group_that_a_state_leaves_shows_what_stays() {
    let shown = groups("#/groupings?v=1&g=ukraine&move=GEO");
    let change = shown.cards[1].change.as_ref().unwrap();
    assert_eq!((change.targets.len(), change.whole[0].text.as_str()), (0, "The group that it leaves"));
    assert_eq!(change.cells[0].text, "7 of 9 → 9 of 9");
    let none = shown.cards.last().unwrap().change.as_ref().unwrap();
    let acts: Vec<&str> = none.targets.iter().map(|target| target.act.as_str()).collect();
    assert_eq!(acts, ["move:GEO:new", "move:GEO:none"]);
    assert!(none.cells.is_empty());
}

#[test]
fn a_picture_of_one_group_of_twelve_and_of_long_names_stays_a_picture() {
    let twelve: Vec<String> = DS.states.iter().enumerate().map(|(i, s)| format!("G{i}:{}", s.key)).collect();
    let long = "W".repeat(40);
    for (own, groups_shown) in [
        (format!("Mine.{}", twelve.join(".")), 12),
        ("Mine.All:ARMAZEBLRGEOKAZKGZMDARUSTJKTKMUKRUZB".to_owned(), 1),
        (format!("{long}.{long}:ARMGEO"), 1),
        ("Mine.Empty:".to_owned(), 1),
    ] {
        for moving in ["", "&move=GEO"] {
            let link = format!("#/groupings?v=1&g=own&own={own}{moving}&v=1");
            let shown = groups(&link);
            assert_eq!(shown.cards.len(), groups_shown + 1, "{link}");
            assert_eq!(shown.rows.len(), 7);
            // The marks are explained exactly where there are some.
            let has_marks = shown.cards.iter().any(|card| !card.measures.is_empty());
            assert_eq!(!shown.legend.is_empty(), has_marks, "{link}");
            assert!(encode(&state(&link), &DS).len() < 2_000);
        }
    }
    assert!(groups("#/groupings").cards.is_empty() && groups("#/groupings").rows.is_empty());
}

#[test]
fn a_wish_in_a_column_begins_as_its_name_does() {
    let mut seen = 0;
    for scheme in items("schemes") {
        for language in ["en", "ru"] {
            let id = scheme["id"].as_str().unwrap();
            let shown = groups(&format!("#/groupings?v=1&g={id}&lang={language}"));
            assert_eq!(shown.rows_in_short.len(), shown.rows.len());
            assert!(shown.rows_in_short.iter().all(|head| !head.is_empty()));
            for card in &shown.cards {
                for datum in card.measures.iter().flat_map(|measure| &measure.items) {
                    seen += usize::from(!datum.label.is_empty());
                    assert!(datum.label.is_empty() || datum.label.starts_with(&datum.text), "{datum:?}");
                }
                // Whether the group agrees with the wish stays in the cell.
                let Some(wishes) = card.measures.get(5) else { continue };
                let verdict = |text: &str| text.rsplit_once(": ").map(|(_, verdict)| verdict.to_owned());
                let known = ["agrees", "differs", "совпадает", "отличается"];
                assert!(
                    wishes.items.iter().all(|x| verdict(&x.text).is_some_and(|word| known.contains(&&*word)))
                );
            }
        }
    }
    assert!(seen >= 8, "{seen} wishes");
}

#[test]
fn all_groupings_stand_side_by_side_with_the_values_of_their_own_pages() {
    let own = state("#/groupings?v=1&g=own&own=Mine.One:ARMGEO.Two:KAZKGZTJK");
    let kept = [own.custom_scheme.clone().unwrap(), {
        let other = state("#/groupings?v=1&g=own&own=Other.All:ARMGEOKAZ");
        other.custom_scheme.unwrap()
    }];
    let shown = view::all_groupings(cx(&own), &kept);
    // The one of the link is not repeated though it is kept; those of the report follow in its order.
    let names: Vec<&str> = shown.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names[..2], ["Mine", "Other"]);
    assert_eq!(names.len(), 2 + items("schemes").len());
    for (row, scheme) in shown.rows[2..].iter().zip(items("schemes")) {
        assert!(row.name.starts_with(scheme["name"]["en"].as_str().unwrap()));
        assert_eq!(row.groups.len(), scheme["groups"].as_array().unwrap().len());
        let page = groups(&format!("#/groupings?v=1&g={}", scheme["id"].as_str().unwrap()));
        let text = page.sentences.join(" ");
        for cell in &row.cells[..2] {
            assert!(text.contains(cell.as_str()) || cell == "no pair", "{}: {cell}", row.name);
        }
    }
}
