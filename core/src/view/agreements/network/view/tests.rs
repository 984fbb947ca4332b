#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use super::super::layout::overlap;
use super::*;
use crate::query::FindingsIndex;
use crate::state::{ViewState, decode};

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());

/// Runs a check on the network of a link.
fn with<T>(link: &str, look: impl Fn(ViewContext, &Network) -> T) -> T {
    let (ds, index) = (&*DS, FindingsIndex::new(&DS));
    let state: ViewState = decode(link, ds).state;
    let cx = ViewContext { ds, index: &index, state: &state };
    look(cx, &network(cx))
}

/// All schemes of the report, no scheme, and two custom schemes: one group for all, one for each.
fn links_to_try() -> Vec<String> {
    let each: String = DS.states.iter().map(|s| format!(".{0}:{0}", s.key)).collect();
    let all: String = DS.states.iter().map(|s| s.key.clone()).collect();
    let own = [format!("g=own&own=A.X:{all}"), format!("g=own&own=A{each}")];
    let schemes = DS.schemes.iter().map(|scheme| format!("g={}", scheme.key));
    std::iter::once(String::new())
        .chain(schemes)
        .chain(own)
        .flat_map(|g| {
            ["en", "ru"].map(|lang| format!("#/agreements?v=1&tab=network&layer=assistance&{g}&lang={lang}"))
        })
        .collect()
}

#[test]
fn no_two_names_touch_and_all_stay_in_the_drawing() {
    for link in links_to_try() {
        with(&link, |cx, _| {
            let places = Places::new(cx);
            for (k, shape) in SHAPES.into_iter().enumerate() {
                let areas = places.areas(k);
                for (i, a) in areas.iter().enumerate() {
                    let [w, h] = shape.size;
                    assert!(a[0] >= 0 && a[1] >= 0 && a[2] <= w && a[3] <= h, "{link}: {k} {a:?}");
                    let other = areas[..i].iter().position(|b| overlap(*a, *b));
                    let names = |i: usize| places.nodes[i / 2].names[k].0.concat();
                    assert_eq!(other.map(names), None, "{link}: {k} {}", names(i));
                }
            }
        });
    }
}

#[test]
fn the_same_link_gives_the_same_drawing_and_a_filter_moves_nothing() {
    let link = "#/agreements?v=1&tab=network&g=ukraine";
    let all = with(link, |_, n| n.clone());
    assert_eq!(all, with(link, |_, n| n.clone()));
    let at = |n: &Network| n.nodes.iter().map(|x| (x.open.evidence, x.at)).collect::<Vec<_>>();
    for more in ["&s=GEO", "&status=ratified", "&layer=assistance"] {
        let other = with(&format!("{link}{more}"), |_, n| at(n));
        for node in &at(&all) {
            let there = other.iter().find(|x| x.0 == node.0);
            assert!(there.is_none_or(|x| x == node), "{more}: {node:?}");
        }
    }
}

#[test]
fn numbers_keep_clear_of_names_and_of_each_other() {
    with("#/agreements?v=1&tab=network&layer=assistance&g=ukraine", |cx, n| {
        let places = Places::new(cx);
        for (k, shape) in SHAPES.into_iter().enumerate() {
            let half = shape.line * 2 / 5;
            let mut taken = places.areas(k);
            for [x, y] in n.links.iter().filter_map(|link| Some(link.number?.1[k])) {
                let area = [x - half, y - half, x + half, y + half];
                assert!(k == 1 || !taken.iter().any(|other| overlap(*other, area)), "{k} {area:?}");
                taken.push(area);
            }
        }
    });
}

#[test]
fn lines_are_those_of_the_matrix() {
    for filter in ["", "&s=GEO.UKR", "&status=ratified.negotiating", "&theme=labour-migration"] {
        with(&format!("#/agreements?v=1&tab=network{filter}"), |cx, n| {
            let matrix = crate::view::agreements(cx);
            let mut filled: Vec<_> =
                matrix.matrix.iter().flat_map(|row| row.cells.iter().flatten()).collect();
            filled.retain(|cell| cell.n > 0);
            let lines: Vec<_> =
                n.links.iter().filter(|x| matches!(x.open.evidence, Evidence::Pair(..))).collect();
            assert_eq!(filled.len(), 2 * lines.len(), "{filter}");
            for line in lines {
                let cell = filled.iter().find(|cell| cell.open == line.open).unwrap();
                assert_eq!(
                    (cell.mark, cell.n),
                    (line.mark, line.number.map_or(1, |(n, _)| n)),
                    "{}",
                    line.label
                );
                assert_eq!(cell.label, line.label);
            }
        });
    }
}

#[test]
fn no_line_passes_over_a_party_that_is_not_its_own() {
    for link in links_to_try() {
        with(&link, |cx, n| {
            let places = Places::new(cx);
            for (line, mark) in
                n.links.iter().flat_map(|line| places.marks(0).into_iter().map(move |m| (line, m)))
            {
                let course = line.at[0];
                if mark == course.from || mark == course.to {
                    continue;
                }
                let near = (0..=100).map(|share| course.at(share)).find(|[x, y]| {
                    let (dx, dy) = (x - mark[0], y - mark[1]);
                    dx * dx + dy * dy < 10 * 10
                });
                assert_eq!(near, None, "{link}: {} at {mark:?}", line.label);
            }
        });
    }
}
