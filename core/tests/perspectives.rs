//! Tests the perspectives: each number equals a naive count over the bundle's JSON, and equals the
//! list that it leads to.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::{FacetKey, FindingsIndex};
use cisconf_core::state::{Action, Command, Tab, ViewState, decode, reduce};
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
    at(&decoded.state)
}

fn at(state: &ViewState) -> Perspectives {
    view::perspectives(ViewContext { ds: &DS, index: &INDEX, state })
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
    let [governments, ngos] = [n("government"), n("ngo")];
    let all = array(&RAW["findings"]).iter().filter(|f| says(f, "government") || says(f, "ngo")).count();
    let both = governments + ngos - all;
    let first =
        format!("{all} findings: {governments} by governments, {ngos} by NGOs, of which {both} by both.");
    assert!(both > 0);
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
    assert_eq!(alone.choices[1].label, "This one spoke");
    assert_eq!(alone.rows.iter().filter(|row| row.remark.is_some()).count(), 2);
    let none = shown("#/findings?v=1&tab=voices&spoke=against");
    assert_eq!((none.rows.len(), none.no_row.is_some()), (0, true));
    // A page of a state, or a theme below the first level, is no row.
    for of in ["GEO", "theme:citizenship"] {
        assert_eq!(shown(&format!("#/findings?v=1&tab=voices&of={of}")).side, None);
    }
}

#[test]
fn what_is_said_of_a_choice_is_said_as_such() {
    for (filter, is_whole) in
        [("", true), ("&voice=government.ngo", true), ("&s=ARM", false), ("&q=law", false)]
    {
        let shown = shown(&format!("#/findings?v=1&tab=voices{filter}"));
        let remark = if is_whole { "of these voices only " } else { "in this choice, of these only " };
        let one_sided: Vec<_> = shown.rows.iter().filter(|row| row.one_side).collect();
        assert!(!one_sided.is_empty(), "{filter}");
        for row in one_sided {
            assert!(row.remark.as_ref().unwrap().starts_with(remark), "{filter}: {:?}", row.remark);
        }
        let wash = shown.legend.last().unwrap();
        assert_eq!(wash.word.starts_with("in this choice"), !is_whole, "{}", wash.word);
        assert_eq!(shown.choices_lead.is_none(), is_whole);
        let claim = if is_whole { "On " } else { "Counting only this choice: on " };
        assert!(shown.sentences[1].starts_with(claim), "{:?}", shown.sentences);
        assert!(shown.sentences[1].contains("of these voices only"), "{:?}", shown.sentences);
    }
    let russian = shown("#/findings?v=1&tab=voices&theme=ngo-sector&s=GEO.ARM.AZE&lang=ru");
    let claim = "В этой выборке из этих сторон говорит только одна – НПО (тем: 1 из 1): Сектор НПО.";
    assert_eq!(russian.sentences[1], claim);
    assert_eq!(russian.rows[0].remark.as_deref(), Some("в этой выборке из них только НПО"));
}

#[test]
fn what_only_other_voices_say_is_not_said_to_be_missing() {
    let all = array(&RAW["findings"]);
    let state = ViewState::default();
    let propiska = &INDEX.search(state.facet_context(&DS), &state.filter, Some("propiska")).ids;
    assert!(!propiska.iter().any(|id| ["government", "ngo"].iter().any(|v| says(&all[id.ix()], v))));
    let empty = |filter: &str| shown(&format!("#/findings?v=1&tab=voices{filter}")).empty.unwrap();
    let words = empty("&q=propiska");
    assert!(words.contains(&format!("; {} findings by others do.", propiska.len())), "{words}");
    // Nobody: the search or a filter of this page is to blame, never the voices.
    assert!(empty("&voice=donor&q=zzzzzz").starts_with("No finding has “zzzzzz”."));
    let words = empty("&voice=donor&q=zzzzzz&s=UZB");
    assert!(words.contains("“Search”"), "{words}");
    for voices in ["donor", "donor.expert"] {
        let words = empty(&format!("&voice={voices}&s=UZB&kind=achievement&asked=DEU"));
        assert!(!words.contains("“Voice”"), "{words}");
    }
}

#[test]
fn each_option_of_the_filter_counts_the_findings_shown_after_choosing_it() {
    for filter in ["", "&s=UZB", "&voice=donor.expert&kind=need", "&q=law"] {
        let state = decode(&format!("#/findings?v=1&tab=voices{filter}"), &DS).state;
        let bar = view::filter_bar(ViewContext { ds: &DS, index: &INDEX, state: &state });
        let free = bar.facets.iter().filter(|facet| state.filter.chosen(facet.key) == 0);
        let mut counted = 0;
        for facet in free {
            for option in facet.groups.iter().flat_map(|group| &group.options) {
                let chosen = at(&reduce(&state, Action::Toggle(facet.key, option.value), &DS));
                let shown = chosen.sentences[0].split_once(' ').unwrap().0;
                assert_eq!(
                    option.count.unwrap().to_string(),
                    shown,
                    "{filter} {} {}",
                    facet.url,
                    option.label
                );
                counted += 1;
            }
        }
        assert!(counted > 100, "{counted}");
    }
}

#[test]
fn a_voice_is_added_and_removed_and_the_last_one_stays() {
    let start = decode("#/findings?v=1&tab=voices", &DS).state;
    let press = |state: &ViewState, voice: &str| {
        let at = VOICES.iter().position(|other| *other == voice).unwrap();
        reduce(state, Action::Toggle(FacetKey::Voice, at), &DS)
    };
    let on = |state: &ViewState| {
        let voices = at(state).voices;
        VOICES.iter().zip(voices).filter(|(_, option)| option.on).map(|(name, _)| *name).collect::<Vec<_>>()
    };
    let three = press(&start, "donor");
    assert_eq!(on(&three), ["government", "ngo", "donor"]);
    // The usual two are the link without a choice.
    assert_eq!(press(&three, "donor"), start);
    let alone = press(&start, "ngo");
    assert_eq!(on(&alone), ["government"]);
    assert!(at(&alone).voices.iter().all(|option| option.is_last == option.on));
    assert!(at(&start).voices.iter().all(|option| !option.is_last));
    for (i, option) in at(&start).voices.iter().enumerate() {
        assert_eq!(Command::parse(&option.command), Command::Filter(FacetKey::Voice, i));
    }
    assert_eq!(press(&alone, "government"), alone);
    assert_eq!(on(&press(&alone, "ngo")), ["government", "ngo"]);
    // On the list, the voices are a filter as any other.
    let list = decode("#/findings?v=1", &DS).state;
    assert_eq!(press(&press(&list, "ngo"), "ngo"), list);
}

#[test]
fn a_relation_stands_in_a_row_that_has_one_of_its_findings() {
    let chosen = ["legislation", "political-support"];
    let voices = ["government", "evaluator"];
    let parent = |id: &str| {
        let theme = array(&RAW["themes"]).iter().find(|t| t["id"] == id).unwrap();
        theme["parent"].as_str().map(str::to_owned)
    };
    let is_under = |id: &str, theme: &str| {
        std::iter::successors(Some(id.to_owned()), |id| parent(id)).any(|id| id == theme)
    };
    let is_on = |finding: &Value, theme: &str| {
        array(&finding["themes"]).iter().any(|t| is_under(t.as_str().unwrap(), theme))
    };
    let all = array(&RAW["findings"]);
    let fits =
        |f: &Value| chosen.iter().any(|theme| is_on(f, theme)) && voices.iter().any(|voice| says(f, voice));
    let agreeing = |row: &str, theme: &str| {
        let pairs =
            all.iter().flat_map(|one| array(&one["relates"]).iter().map(move |relation| (one, relation)));
        let pairs = pairs
            .filter(|(_, relation)| relation["kind"] == "supports")
            .map(|(one, relation)| (one, all.iter().find(|f| f["id"] == relation["finding"]).unwrap()));
        let [a, b] = voices;
        pairs
            .filter(|(one, other)| {
                let differ = (says(one, a) && says(other, b)) || (says(one, b) && says(other, a));
                let (here, there) = (mains(one), mains(other));
                let shares = here.intersection(&there).next().is_some();
                let places: BTreeSet<_> = if shares { &here & &there } else { &here | &there };
                let is_in = is_on(one, theme) || is_on(other, theme);
                fits(one) && fits(other) && differ && places.contains(row) && is_in
            })
            .count()
    };
    for (row, theme) in [("legislation", "legislation"), ("support", "political-support")] {
        let link = format!(
            "#/findings?v=1&tab=voices&theme={}&voice={}&of=theme:{row}",
            chosen.join("."),
            voices.join(".")
        );
        let side = shown(&link).side.unwrap();
        assert_eq!(side.relations[0].label, format!("Agree: {}", agreeing(row, theme)), "{row}");
    }
    assert_eq!((agreeing("support", "support") > 0, agreeing("support", "political-support")), (true, 0));
}
