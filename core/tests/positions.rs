//! Tests of the choice of rows and of mutual wishes in Positions, against the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::view::{self, Positions, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn positions(link: &str) -> Positions {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view::positions(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state })
}

fn name(code: &str) -> String {
    let states = RAW["states"].as_array().unwrap();
    states.iter().find(|x| x["id"] == code).unwrap()["name"]["en"].as_str().unwrap().to_owned()
}

/// Codes of the governments that hold a position, from the JSON.
fn holders() -> BTreeSet<&'static str> {
    let all = RAW["positions"].as_array().unwrap().iter().map(|x| &x["holder"]);
    all.filter(|holder| holder["kind"] == "government")
        .filter_map(|holder| holder["state"].as_str())
        .collect()
}

#[test]
fn the_rows_with_a_position_of_their_own_are_those_of_the_json() {
    for grouping in ["", "&g=ukraine"] {
        let shown = positions(&format!("#/groupings?v=1&tab=positions{grouping}"));
        assert_eq!(shown.blocks.iter().map(|block| block.rows.len()).sum::<usize>(), 12);
        assert_eq!(shown.choices[1].label, format!("With a position of their own, {}", holders().len()));
        let own = positions(&shown.choices[1].href);
        let rows: BTreeSet<String> =
            own.blocks.iter().flat_map(|block| &block.rows).map(|row| row.name.clone()).collect();
        assert_eq!(rows, holders().into_iter().map(name).collect());
        // What all governments share still spans the rows of its group, and the counts stay.
        let spans = |p: &Positions| -> usize {
            let cells = p.blocks.iter().flat_map(|b| &b.rows).flat_map(|r| &r.cells);
            cells
                .filter(|cell| cell.items.iter().any(|i| i.open.key == "position:all-status-quo"))
                .map(|c| c.span)
                .sum()
        };
        assert_eq!((spans(&shown), spans(&own)), (12, holders().len()));
        let heads = |p: &Positions| p.columns.iter().map(|c| c.named.clone()).collect::<Vec<_>>();
        assert_eq!(heads(&shown), heads(&own));
        assert_eq!(positions(&own.choices[0].href).blocks.len(), shown.blocks.len());
    }
}

#[test]
fn a_wish_is_one_sided_unless_a_state_that_it_names_wants_its_holder() {
    let wanted = |x: &Value| -> BTreeSet<String> {
        let codes = |list: &Value| -> BTreeSet<String> {
            list.as_array().into_iter().flatten().map(|code| code.as_str().unwrap().to_owned()).collect()
        };
        match x["group"].as_str() {
            Some(path) => {
                let (scheme, group) = path.split_once([':', '/', '.', '#']).unwrap_or((path, ""));
                let schemes = RAW["schemes"].as_array().unwrap();
                let scheme = schemes.iter().find(|s| s["id"] == scheme).unwrap();
                let group = scheme["groups"].as_array().unwrap().iter().find(|g| g["id"] == group).unwrap();
                codes(&group["states"])
            }
            None => codes(&x["with"]),
        }
    };
    let all: Vec<&Value> = RAW["positions"].as_array().unwrap().iter().collect();
    let shown = positions("#/groupings?v=1&tab=positions&g=ukraine");
    assert!(!shown.verdicts.is_empty());
    for row in &shown.verdicts {
        let id = row.open.key.strip_prefix("position:").unwrap();
        let x = all.iter().find(|x| x["id"] == id).unwrap();
        let holder = x["holder"]["state"].as_str().unwrap_or_default();
        let back: BTreeSet<&str> = all
            .iter()
            .filter(|y| y["holder"]["kind"] == "government" && wanted(y).contains(holder))
            .filter_map(|y| y["holder"]["state"].as_str())
            .filter(|state| *state != holder && wanted(x).contains(*state))
            .collect();
        if back.is_empty() {
            assert!(row.mutual.starts_with("one-sided"), "{id}: {}", row.mutual);
        } else {
            assert!(
                row.mutual.starts_with("mutual") && back.iter().all(|s| row.mutual.contains(&name(s))),
                "{id}"
            );
        }
    }
}
