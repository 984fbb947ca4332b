//! Tests the perspectives: each number equals a naive count over the bundle's JSON, and equals the
//! list that it leads to.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Tab, decode};
use cisconf_core::view::{self, Perspectives, SideCell, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

const KINDS: [&str; 5] = ["achievement", "obstacle", "need", "proposal", "fact"];
const VOICES: [&str; 6] = ["government", "ngo", "organisation", "donor", "expert", "evaluator"];

fn shown(link: &str) -> Perspectives {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view::perspectives(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state })
}

/// Returns how many findings the list of a link has.
fn listed(link: &str) -> usize {
    let decoded = decode(link, &DS);
    assert_eq!((decoded.state.tab, &*decoded.errors), (Tab::Summary, &[][..]), "{link}");
    INDEX.search(decoded.state.facet_context(&DS), &decoded.state.filter, None).ids.len()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Returns the id of the main theme above a theme.
fn main_theme(id: &str) -> String {
    let theme = array(&RAW["themes"]).iter().find(|t| t["id"] == id).unwrap();
    theme["parent"].as_str().map_or_else(|| id.to_owned(), main_theme)
}

fn mains(finding: &Value) -> BTreeSet<String> {
    array(&finding["themes"]).iter().map(|t| main_theme(t.as_str().unwrap())).collect()
}

fn says(finding: &Value, voice: &str) -> bool {
    array(&finding["voices"]).iter().any(|v| v["kind"] == voice)
}

fn naive(theme: &str, voice: &str, kind: &str) -> usize {
    let on = |f: &&Value| mains(f).contains(theme) && says(f, voice) && f["polarity"] == kind;
    array(&RAW["findings"]).iter().filter(on).count()
}

fn main_themes() -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let main = array(&RAW["themes"]).iter().filter(|t| t["parent"].is_null());
    main.map(|t| (text(&t["id"]), text(&t["name"]["en"]))).collect()
}

/// Whether a relation between two chosen voices stands in a theme's row.
fn related(theme: &str, voices: &[&str], kind: &str) -> bool {
    let all = array(&RAW["findings"]);
    all.iter().any(|one| {
        array(&one["relates"]).iter().filter(|r| r["kind"] == kind).any(|relation| {
            let other = all.iter().find(|f| f["id"] == relation["finding"]).unwrap();
            let differ =
                voices.iter().any(|a| voices.iter().any(|b| a != b && says(one, a) && says(other, b)));
            let (here, there) = (mains(one), mains(other));
            let shares = here.intersection(&there).next().is_some();
            let places: BTreeSet<_> = if shares { &here & &there } else { &here | &there };
            differ && places.contains(theme)
        })
    })
}

#[test]
fn every_number_equals_a_naive_count_and_the_list_it_leads_to() {
    for voices in [&VOICES[..2], &VOICES[..], &["donor", "expert", "evaluator"]] {
        let link = format!("#/findings?v=1&tab=voices&voice={}", voices.join("."));
        let shown = shown(&link);
        let themes = main_themes();
        assert_eq!(shown.rows.len(), 10);
        for (row, (id, name)) in shown.rows.iter().zip(&themes) {
            assert_eq!(&row.theme, name);
            for (cell, kind) in row.cells.iter().zip(KINDS) {
                assert_eq!(cell.len(), voices.len());
                for (line, voice) in cell.iter().zip(voices) {
                    assert_eq!(line.n, naive(id, voice, kind), "{id} {voice} {kind}");
                    assert_eq!(line.href.as_deref().map_or(0, listed), line.n, "{:?}", line.href);
                }
            }
        }
        for (head, kind) in shown.heads.iter().zip(KINDS) {
            let of = |voice: &&str| {
                let all = array(&RAW["findings"]).iter();
                all.filter(|f| says(f, voice) && f["polarity"] == kind).count().to_string()
            };
            assert_eq!(head.counts, voices.iter().map(of).collect::<Vec<_>>().join("\u{a0}· "));
        }
    }
}

#[test]
fn the_usual_voices_are_governments_and_ngos_as_if_they_were_chosen() {
    let (usual, chosen) =
        (shown("#/findings?v=1&tab=voices"), shown("#/findings?v=1&tab=voices&voice=government.ngo"));
    assert_eq!((&usual.sentences, &usual.legend), (&chosen.sentences, &chosen.legend));
    let n = |voice| array(&RAW["findings"]).iter().filter(|f| says(f, voice)).count();
    let both = array(&RAW["findings"]).iter().filter(|f| says(f, "government") || says(f, "ngo")).count();
    let first = format!("{both} findings: {} by governments, {} by NGOs.", n("government"), n("ngo"));
    assert_eq!(usual.sentences[0], first);
    for (option, voice) in usual.voices.iter().zip(VOICES) {
        assert_eq!(option.n, n(voice));
    }
}

#[test]
fn the_filters_of_themes_count_what_they_leave() {
    for voices in [&VOICES[..2], &VOICES[..], &["government", "expert"], &["ngo", "donor", "evaluator"]] {
        let link = format!("#/findings?v=1&tab=voices&voice={}", voices.join("."));
        let speaking = |id: &str| {
            voices.iter().filter(|voice| KINDS.iter().any(|kind| naive(id, voice, kind) > 0)).count()
        };
        let themes = main_themes();
        let count = |fits: &dyn Fn(&str) -> bool| themes.iter().filter(|(id, _)| fits(id)).count();
        let wanted = [
            themes.len(),
            count(&|id| speaking(id) == voices.len()),
            count(&|id| speaking(id) == 1),
            count(&|id| related(id, voices, "supports")),
            count(&|id| related(id, voices, "opposes")),
        ];
        for (choice, n) in shown(&link).choices.iter().zip(wanted) {
            assert_eq!(choice.n.unwrap_or(themes.len()), n, "{} of {voices:?}", choice.label);
            assert_eq!(choice.href.is_some(), n > 0);
            assert_eq!(choice.href.as_deref().map_or(0, |href| shown(href).rows.len()), n);
        }
    }
}

#[test]
fn a_theme_stands_side_by_side_with_the_first_of_each_voice() {
    let shown = shown("#/findings?v=1&tab=voices&of=theme:legislation");
    let side = shown.side.unwrap();
    let on = |f: &&Value| mains(f).contains("legislation") && (says(f, "government") || says(f, "ngo"));
    let those: Vec<_> = array(&RAW["findings"]).iter().filter(on).collect();
    let (words, href) = side.all.unwrap();
    assert_eq!(words, format!("All {} as a list", those.len()));
    assert_eq!(listed(&href), those.len());
    for kind in &side.kinds {
        for (cell, voice) in kind.cells.iter().zip(VOICES) {
            let mut of = those.iter().filter(|f| says(f, voice) && f["polarity"] == *kind.kind);
            let (first, more) = (of.next(), of.count());
            match cell {
                SideCell::Silent { silence, .. } => {
                    assert!(first.is_none());
                    assert_eq!(silence, "none named by the report");
                }
                SideCell::First { summary, all, .. } => {
                    assert_eq!(first.unwrap()["summary"]["en"], **summary);
                    assert_eq!(all.as_ref().map_or(1, |(_, href)| listed(href)), more + 1);
                }
            }
        }
    }
}

#[test]
fn a_filter_by_theme_chooses_rows_and_other_filters_keep_them() {
    let one = shown("#/findings?v=1&tab=voices&theme=citizenship");
    assert_eq!(one.rows.len(), 1);
    for cell in one.rows[0].cells.iter().flatten() {
        assert_eq!(cell.href.as_deref().map_or(0, listed), cell.n);
    }
    let narrow = shown("#/findings?v=1&tab=voices&s=UZB&kind=need");
    assert_eq!(narrow.rows.len(), 10);
    assert!(
        narrow
            .rows
            .iter()
            .flat_map(|r| r.cells.iter().flatten())
            .all(|line| { line.href.as_deref().map_or(0, listed) == line.n })
    );
}

#[test]
fn what_is_empty_says_so_and_stays_a_picture() {
    let nothing = shown("#/findings?v=1&tab=voices&voice=donor&s=UZB&kind=achievement&asked=DEU");
    assert!(nothing.empty.is_some());
    assert_eq!(nothing.rows.len(), 10);
    assert!(nothing.rows.iter().all(|row| row.remark.is_some() && !row.one_side));
    let alone = shown("#/findings?v=1&tab=voices&voice=ngo");
    assert!(alone.sentences[1].starts_with("Only one voice is chosen"), "{:?}", alone.sentences);
    assert_eq!(alone.rows.iter().filter(|row| row.remark.is_some()).count(), 2);
    let none = shown("#/findings?v=1&tab=voices&spoke=against");
    assert_eq!((none.rows.len(), none.no_row.is_some()), (0, true));
    // A page of a state, or a theme below the first level, is no row.
    for of in ["GEO", "theme:citizenship"] {
        assert_eq!(shown(&format!("#/findings?v=1&tab=voices&of={of}")).side, None);
    }
}
