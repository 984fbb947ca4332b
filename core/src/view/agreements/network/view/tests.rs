#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use super::super::layout::{area_around, overlap};
use super::*;
use crate::query::FindingsIndex;
use crate::state::{Evidence, ViewState, decode};

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
        .flat_map(|g| ["en", "ru"].map(|lang| format!("#/agreements?v=1&tab=network&{g}&lang={lang}")))
        .collect()
}

#[test]
fn no_two_names_touch_and_all_stay_in_the_drawing() {
    for link in links_to_try() {
        with(&link, |cx, _| {
            let places = Places::new(cx);
            for (k, shape) in SHAPES.into_iter().enumerate() {
                let areas = places.areas(k);
                assert_eq!(areas.len(), [24, 12][k], "{link}: the phone has codes alone");
                for (i, a) in areas.iter().enumerate() {
                    let [w, h] = shape.size;
                    assert!(a[0] >= 0 && a[1] >= 0 && a[2] <= w && a[3] <= h, "{link}: {k} {a:?}");
                    let other = areas[..i].iter().find(|b| overlap(*a, **b));
                    assert_eq!(other, None, "{link}: {k} {a:?}");
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
    let at = |n: &Network| n.nodes.iter().map(|x| (x.code.clone(), x.at)).collect::<Vec<_>>();
    for more in ["&s=GEO", "&status=ratified", "&theme=training"] {
        assert_eq!(with(&format!("{link}{more}"), |_, n| at(n)), at(&all), "{more}");
    }
}

#[test]
fn numbers_keep_clear_of_names_and_of_each_other() {
    for link in links_to_try() {
        with(&link, |cx, n| {
            let places = Places::new(cx);
            for k in [0, 1] {
                let mut taken = places.areas(k);
                for at in n.links.iter().filter_map(|link| Some(link.number?.1[k])) {
                    let area = area_around(at, [9, 9]);
                    assert!(!taken.iter().any(|other| overlap(*other, area)), "{link} {k} {area:?}");
                    taken.push(area);
                }
            }
        });
    }
}

#[test]
fn lines_are_those_of_the_matrix() {
    for filter in ["", "&status=ratified.negotiating", "&theme=labour-migration"] {
        with(&format!("#/agreements?v=1&tab=network{filter}"), |cx, n| {
            let matrix = crate::view::agreements(cx);
            let mut filled: Vec<_> =
                matrix.matrix.iter().flat_map(|row| row.cells.iter().flatten()).collect();
            filled.retain(|cell| cell.n > 0);
            assert_eq!(filled.len(), 2 * n.links.len(), "{filter}");
            for line in &n.links {
                let cell = filled.iter().find(|cell| cell.open == line.open).unwrap();
                let number = line.number.map_or(1, |(n, _)| n);
                assert_eq!((cell.mark, cell.n), (line.mark, number), "{}", line.label);
                assert_eq!(cell.label, line.label);
            }
        });
    }
}

#[test]
fn a_chosen_state_marks_its_own_and_leaves_nothing_out() {
    let link = "#/agreements?v=1&tab=network&g=ukraine";
    let all = with(link, |_, n| n.clone());
    assert!(all.chosen.is_empty() && all.choose.is_some() && !all.links.iter().any(|x| x.lit));
    for state in &DS.states {
        let chosen = with(&format!("{link}&s={}", state.key), |_, n| n.clone());
        assert_eq!((&chosen.assistance.rows, &chosen.counts), (&all.assistance.rows, &all.counts));
        let columns: Vec<_> = chosen.assistance.columns.iter().filter(|x| x.chosen).collect();
        assert_eq!(columns.iter().map(|x| &x.code).collect::<Vec<_>>(), [&state.key]);
        let node = chosen.nodes.iter().position(|x| x.chosen).unwrap();
        assert_eq!(chosen.nodes[node].code, state.key);
        let lit: Vec<usize> = (0..chosen.links.len()).filter(|i| chosen.links[*i].lit).collect();
        assert_eq!(chosen.nodes[node].links, lit);
        // In words: its lines, and what has none.
        let words = &chosen.chosen[0];
        let named: usize = lit.iter().map(|i| chosen.links[*i].number.map_or(1, |(n, _)| n)).sum();
        assert!(words.agreements.len() >= named && (named == 0) == words.none.is_some(), "{words:?}");
    }
    let two = with(&format!("{link}&s=GEO.MDA"), |_, n| n.clone());
    assert_eq!(two.chosen.iter().map(|x| &*x.name).collect::<Vec<_>>(), ["Georgia", "Republic of Moldova"]);
}

#[test]
fn no_line_passes_over_a_name_or_mark_that_is_not_its_own() {
    for link in links_to_try() {
        with(&link, |cx, n| {
            let places = Places::new(cx);
            for (line, k) in n.links.iter().flat_map(|line| [0, 1].map(|k| (line, k))) {
                let course = line.at[k];
                for node in &places.nodes {
                    let [mark, name] = SHAPES[k].areas(node.at[k], &node.names[k].0, node.names[k].1);
                    let is_own = [course.from, course.to].contains(&node.at[k]);
                    let met = course.areas_crossed(&[name])
                        + if is_own { 0 } else { course.areas_crossed(&[mark]) };
                    assert_eq!(met, 0, "{link}: {k} {} at {:?}", line.label, node.names[k].0);
                }
            }
        });
    }
}

#[test]
fn every_number_of_the_matrix_opens_its_instances() {
    with("#/agreements?v=1&tab=network", |cx, n| {
        for cell in n.assistance.rows.iter().flat_map(|row| row.cells.iter().chain([&row.unnamed])) {
            let joins = |help: &Assistance| match cell.open.evidence {
                Evidence::Links(from, Some(Party::State(to))) => help.from.contains(&from) && help.to.has(to),
                Evidence::Unnamed(from) => help.from.contains(&from) && help.to.is_empty(),
                Evidence::Assistance(id) => std::ptr::eq(help, cx.ds.help(id)),
                _ => false,
            };
            assert_eq!(cx.ds.assistance.iter().filter(|help| joins(help)).count(), cell.n, "{}", cell.label);
        }
    });
}

#[test]
fn what_fits_nothing_says_so_and_stays_a_picture() {
    // Assistance has the first theme, neither has the second.
    for (more, no_agreement, no_help) in [("&theme=training", true, false), ("&theme=visa", true, true)] {
        with(&format!("#/agreements?v=1&tab=network&g=ukraine{more}"), |_, n| {
            assert_eq!((n.nodes.len(), n.assistance.columns.len(), n.bands.len()), (12, 12, 4));
            assert_eq!((n.empty.is_some(), n.assistance.empty.is_some()), (no_agreement, no_help), "{more}");
        });
    }
}

#[test]
fn a_name_of_a_group_stands_over_its_columns_or_in_the_key() {
    let names: Vec<String> = (0..12).map(|i| format!("{i:0>2}_{}", "W".repeat(37))).collect();
    let groups: String = DS.states.iter().zip(&names).map(|(s, name)| format!(".{name}:{}", s.key)).collect();
    for link in [
        format!("#/agreements?v=1&tab=network&g=own&own=A{groups}"),
        "#/agreements?v=1&tab=network&g=ukraine".into(),
    ] {
        with(&link, |_, n| {
            let heads = &n.assistance.groups;
            assert_eq!(heads.iter().map(|head| head.columns).sum::<usize>(), 12);
            for head in heads {
                let in_key = n.groups.contains(&(format!("{} {}", head.number, head.full), head.hue));
                assert_ne!(head.name.is_some(), in_key, "{head:?}");
            }
        });
    }
}
