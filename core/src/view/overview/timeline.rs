//! The tab "Timeline" of the overview: every dated event and treaty action by year.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::lanes::{Lane, Lanes, YEARS, begin_year, event_lane, lanes, treaty_actions, treaty_lane};
use crate::model::*;
use crate::state::Action;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;

/// View model of the tab "Timeline".
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Timeline {
    pub title: String,
    pub sentences: Vec<String>,
    /// What the table leaves out.
    pub limits: Vec<String>,
    /// Label and value of the choice of kinds, and its links.
    pub kinds_label: String,
    pub kinds_value: String,
    pub kinds: Vec<NavItem>,
    pub lanes: Lanes,
}

/// Returns the lanes that a choice shows, as bits: treaty actions, then the kinds of events. No bit
/// is all lanes.
fn shown_lanes(picks: u16, all: u16) -> u16 {
    if picks & all == 0 { all } else { picks & all }
}

/// Returns the links of the choice, and the lanes that it shows.
fn narrowed(cx: ViewContext, rows: Vec<Lane>) -> (Vec<NavItem>, Vec<Lane>) {
    let all = (1 << rows.len()) - 1;
    let shown = shown_lanes(cx.state.picks, all);
    let choice = kinds(cx, &rows, all);
    let is_shown = |(at, _): &(usize, Lane)| shown >> at & 1 != 0;
    (choice, rows.into_iter().enumerate().filter(is_shown).map(|(_, row)| row).collect())
}

/// Returns a link for each lane, which adds it to the choice or removes it.
///
/// The first press shows that lane alone; the last lane cannot be removed.
fn kinds(cx: ViewContext, rows: &[Lane], all: u16) -> Vec<NavItem> {
    let shown = shown_lanes(cx.state.picks, all);
    let item = |(at, lane): (usize, &Lane)| {
        let bit = 1 << at;
        let next = if shown == all { bit } else { shown ^ bit };
        NavItem {
            label: lane.name.clone(),
            href: cx.link(Action::Pick(if next == all { 0 } else { next })),
            current: shown & bit != 0,
            tag: "",
        }
    };
    rows.iter().enumerate().map(item).collect()
}

/// Builds the view model.
pub fn timeline(cx: ViewContext) -> Timeline {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let states = cx.visible_states();
    let kinds = EventKind::ALL.iter().map(|kind| event_lane(cx, *kind, states));
    let actions = treaty_actions(cx, states);
    let rows: Vec<_> = std::iter::once(treaty_lane(cx, &actions)).chain(kinds).collect();
    let events = |rows: &[Lane]| {
        rows.iter().filter(|row| !row.has_actions).flat_map(|row| &row.cells).flatten().count()
    };
    let instruments = |is_shown: bool| -> usize {
        let of = actions.iter().filter(|x| YEARS.contains(&x.day.year) == is_shown);
        of.map(|x| x.instruments.len()).sum()
    };
    let acts = fmt.plural(Key::NTreatyActions, instruments(true));
    let all_events = fmt.plural(Key::TimelineEvents, events(&rows));
    let sentence = fmt.format(Key::TimelineSentence, &[("events", &all_events), ("actions", &acts)]);
    let (choice, rows) = narrowed(cx, rows);
    let names: Vec<_> = choice.iter().filter(|item| item.current).map(|item| item.label.clone()).collect();
    let has_actions = rows.iter().any(|row| row.has_actions);
    let has_events = rows.iter().any(|row| !row.has_actions);
    let counts: Vec<_> =
        [has_events.then(|| fmt.plural(Key::TimelineEvents, events(&rows))), has_actions.then_some(acts)]
            .into_iter()
            .flatten()
            .collect();
    let narrowed = (names.len() < choice.len()).then(|| {
        fmt.format(Key::TimelineKinds, &[("list", &names.join(", ")), ("counts", &fmt.list(&counts))])
    });
    let chosen = (states != ds.all_states())
        .then(|| fmt.format(Key::TimelineStates, &[("list", &fmt.states(states))]));
    let later = ds.events.iter().filter(|event| !YEARS.contains(&begin_year(event.date))).count();
    let outside = (instruments(false) > 0).then(|| fmt.plural(Key::TimelineEarlier, instruments(false)));
    let later = (later > 0).then(|| fmt.plural(Key::TimelineLater, later));
    Timeline {
        title: fmt.text(Key::TimelineTitle),
        sentences: narrowed.into_iter().chain([sentence]).chain(chosen).collect(),
        limits: outside.into_iter().chain(later).chain([fmt.text(Key::TimelineOrder)]).collect(),
        kinds_label: fmt.text(Key::Kind),
        kinds_value: fmt.k_of_m(names.len(), choice.len()),
        kinds: choice,
        lanes: lanes(cx, fmt.text(Key::TimelineTitle), rows),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::query::FindingsIndex;
    use crate::state::decode;
    use crate::view::overview::lanes::Phase;
    use crate::view::words::glyph::Glyph;

    fn shown(link: &str) -> Timeline {
        let ds = crate::embedded().unwrap();
        let (index, decoded) = (FindingsIndex::unloaded(), decode(link, &ds));
        timeline(ViewContext { ds: &ds, index: &index, state: &decoded.state })
    }

    fn raw(collection: &str) -> Vec<Value> {
        let bundle: Value = serde_json::from_str(crate::BUNDLE).unwrap();
        bundle[collection].as_array().unwrap().clone()
    }

    #[test]
    fn each_event_stands_once_in_the_year_that_the_data_print() {
        let shown = shown("#/?v=1&tab=timeline");
        let lanes = &shown.lanes;
        let mut found: Vec<(String, String)> = Vec::new();
        for lane in &lanes.rows[1..] {
            for (year, cell) in lanes.years.iter().zip(&lane.cells) {
                found.extend(cell.iter().map(|entry| (year.clone(), entry.open.key.clone())));
            }
        }
        let mut wanted: Vec<(String, String)> = raw("events")
            .iter()
            .map(|x| {
                (x["date"].as_str().unwrap()[..4].to_owned(), format!("event:{}", x["id"].as_str().unwrap()))
            })
            .filter(|(year, _)| year.as_str() <= "2000")
            .collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_mark_is_an_instrument_that_a_state_joined_on_a_day() {
        let shown = shown("#/?v=1&tab=timeline");
        let lane = &shown.lanes.rows[0];
        let marks = lane.cells.iter().flatten().map(|entry| entry.marks.len()).sum::<usize>();
        let mut wanted = BTreeSet::new();
        for cell in raw("participation") {
            for act in cell["acts"].as_array().into_iter().flatten() {
                let date = act["date"].as_str().unwrap();
                if ("1994"..="2000-12-31").contains(&date) {
                    wanted.insert(format!("{} {} {date}", cell["state"], cell["instrument"]));
                }
            }
        }
        assert_eq!((marks, wanted.len()), (41, 41));
        let count = |mark| lane.cells.iter().flatten().flat_map(|e| &e.marks).filter(|m| **m == mark).count();
        // Four states joined the refugee instruments during the process, according to the report.
        assert_eq!(count(Glyph::JoinedReport), 4);
    }

    #[test]
    fn a_choice_of_kinds_leaves_their_lanes_and_counts_what_it_shows() {
        let all = shown("#/?v=1&tab=timeline");
        let kinds = ["process", "agreement", "body-or-law", "assistance", "ngo", "publication"];
        for (at, kind) in kinds.iter().enumerate() {
            let link = all.kinds[at + 1].href.clone();
            let one = shown(&link);
            assert_eq!(one.lanes.rows.len(), 1, "{link}");
            let n = raw("events")
                .iter()
                .filter(|x| x["kind"] == *kind && x["date"].as_str().unwrap() < "2001")
                .count();
            let entries = one.lanes.rows[0].cells.iter().flatten().count();
            assert_eq!(entries, n, "{kind}");
            assert!(one.sentences[0].contains(&n.to_string()), "{}", one.sentences[0]);
            assert!(one.sentences[0].contains(&one.lanes.rows[0].name), "{}", one.sentences[0]);
            // What the report dates in all is still said.
            assert_eq!(one.sentences[1], all.sentences[0]);
            // The last lane cannot be removed; every other one is added.
            assert_eq!(shown(&one.kinds[at + 1].href).lanes.rows.len(), 7);
            assert_eq!(shown(&one.kinds[0].href).lanes.rows.len(), 2);
        }
        assert_eq!(shown("#/?v=1&tab=timeline&pick=65408").lanes.rows.len(), 7, "no known kind is all kinds");
    }

    #[test]
    fn the_phases_are_those_of_the_report_and_have_a_key() {
        let lanes = shown("#/?v=1&tab=timeline").lanes;
        // Days since 1994-01-01 of seven years; months are drawn as thirty days.
        let place = |date: &str| {
            let part = |at: std::ops::Range<usize>| date.get(at).map_or(1.0, |n| n.parse::<f64>().unwrap());
            let days = (part(0..4) - 1994.0) * 365.25 + (part(5..7) - 1.0) * 30.44 + part(8..10) - 1.0;
            days * 1000.0 / (7.0 * 365.25)
        };
        let bundle: Value = serde_json::from_str(crate::BUNDLE).unwrap();
        let range = |id: &str| {
            let all = bundle["meta"]["periods"].as_array().unwrap();
            all.iter().find(|x| x["id"] == id).unwrap()["range"].as_str().unwrap().to_owned()
        };
        let (preparatory, during) = (range("preparatory"), range("during"));
        let conference = place(during.split('/').next().unwrap());
        let wanted = [[place(preparatory.split('/').next().unwrap()), conference], [conference, 1000.0]];
        assert_eq!(lanes.phases.len(), 2);
        for (Phase { mark, ends, .. }, wanted) in lanes.phases.iter().zip(wanted) {
            assert!(lanes.legend.iter().any(|item| item.mark == *mark), "{mark:?}");
            for (end, wanted) in ends.iter().zip(wanted) {
                assert!((f64::from(*end) - wanted).abs() < 3.0, "{mark:?}: {end}, not {wanted}");
            }
        }
        assert!(lanes.head.contains("May 1995 to May 1996"), "{}", lanes.head);
    }

    #[test]
    fn chosen_states_leave_what_names_no_state() {
        let (all, ukraine) = (shown("#/?v=1&tab=timeline"), shown("#/?v=1&tab=timeline&s=UKR"));
        let keys = |t: &Timeline| -> BTreeSet<String> {
            t.lanes.rows[1..].iter().flat_map(|l| &l.cells).flatten().map(|e| e.open.key.clone()).collect()
        };
        let wanted: BTreeSet<String> = raw("events")
            .iter()
            .filter(|x| {
                let states = x["states"].as_array().cloned().unwrap_or_default();
                states.is_empty() || states.contains(&Value::from("UKR"))
            })
            .map(|x| format!("event:{}", x["id"].as_str().unwrap()))
            .collect();
        assert_eq!(keys(&ukraine), keys(&all).intersection(&wanted).cloned().collect());
        assert!(ukraine.lanes.rows[0].cells.iter().all(Vec::is_empty), "Ukraine's actions are before 1994");
        assert!(ukraine.sentences[1].contains("Ukraine"), "{:?}", ukraine.sentences);
    }
}
