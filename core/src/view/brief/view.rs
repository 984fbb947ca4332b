//! Briefs on the states of the filter: each alone, or the groups of the active grouping.

use super::model::{Brief, BriefContent, BriefPage, BriefPart};
use super::{state, together};
use crate::DATA_VERSION;
use crate::analysis::{GroupBlock, blocks, findings_of_state};
use crate::model::{Basis, StateId, StateSet};
use crate::query::FacetKey;
use crate::state::{Action, Subject, Tab, View, ViewState, encode};
use crate::text::{Key, Lang};
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::lines::party_legend;
use crate::view::parts::part_of_group::part_of_group;
use crate::view::parts::provenance::source_line;
use crate::view::parts::state_parts;
use crate::view::words::glyph::Glyph;

/// Choice of both languages ([`ViewState::picks`]).
const BOTH: u16 = 1;

/// Returns the link to the brief on the states of a view: on the subject of a state's page alone.
pub fn brief_link(cx: ViewContext) -> String {
    // Presenting ends where something is printed.
    let state = ViewState { slide: None, open: None, of: None, ..cx.state.clone() };
    let subject = cx.state.of.and_then(Subject::state).filter(|_| state.view == View::State);
    let cx = ViewContext { state: &state, ..cx };
    match subject {
        Some(s) => {
            let only = Action::Toggle(FacetKey::State, s.ix());
            cx.link_after(&[Action::ClearAll, only, Action::Go(View::Brief)])
        }
        None => cx.link(Action::Go(View::Brief)),
    }
}

/// What a brief is about.
#[derive(Clone, Copy)]
enum About {
    State(StateId),
    /// Members of a group, or the states shown if no grouping is active.
    Group(GroupBlock),
}

/// Builds the view model of the briefs.
pub fn brief(cx: ViewContext) -> Brief {
    let fmt = cx.formatter();
    let states = cx.visible_states();
    let is_together = cx.state.tab == Tab::Together;
    let all: Vec<About> = if is_together {
        blocks(cx.scheme(), states).into_iter().map(About::Group).collect()
    } else {
        fmt.sorted(states).into_iter().map(About::State).collect()
    };
    let other = ViewState { lang: other(cx.state.lang), ..cx.state.clone() };
    let in_other = (cx.state.picks == BOTH).then_some(ViewContext { state: &other, ..cx });
    let languages = || std::iter::once(cx).chain(in_other);
    let pages: Vec<_> = all.iter().flat_map(|about| languages().map(|cx| page(cx, *about))).collect();
    let n = fmt.number(states.len());
    let title = match &*all {
        [about] => fmt.format(Key::BriefTitle, &[("name", &name(cx, *about))]),
        _ if is_together => {
            let is_group = |about: &&About| matches!(about, About::Group(block) if block.group.is_some());
            fmt.plural(Key::BriefsOfGroups, all.iter().filter(is_group).count())
        }
        _ => fmt.plural(Key::BriefsTitle, all.len()),
    };
    let lead = if is_together { Key::BriefLeadTogether } else { Key::BriefLead };
    Brief {
        title,
        sentences: vec![fmt.format(lead, &[("n", &n)])],
        languages_label: fmt.text(Key::Language),
        languages: language_links(cx),
        print: fmt.text(Key::Print),
        pages,
    }
}

fn other(lang: Lang) -> Lang {
    if lang == Lang::En { Lang::Ru } else { Lang::En }
}

/// Returns the links to the briefs in the language of the page, and in both.
fn language_links(cx: ViewContext) -> Vec<NavItem> {
    let item = |key: Key, picks: u16| NavItem {
        label: cx.formatter().text(key),
        href: cx.link(Action::Pick(picks)),
        current: cx.state.picks == picks,
        tag: "",
    };
    vec![item(Key::BriefOneLanguage, 0), item(Key::BriefBoth, BOTH)]
}

/// Returns the name of a state or group; without a grouping the names of the states.
fn name(cx: ViewContext, about: About) -> String {
    let fmt = cx.formatter();
    match (about, cx.scheme()) {
        (About::State(s), _) => fmt.state(s),
        (About::Group(GroupBlock { group: Some(ix), states }), Some(scheme)) => {
            let group = &scheme.groups[ix];
            part_of_group(fmt, &fmt.localized(&group.name), states, group.states)
        }
        (About::Group(_), Some(_)) => fmt.text(Key::Ungrouped),
        (About::Group(block), None) if block.states == cx.ds.all_states() => fmt.text(Key::AllTwelve),
        (About::Group(block), None) => fmt.states(block.states),
    }
}

/// Returns the scheme of a group, whether its members are inferred, and the members.
fn members(cx: ViewContext, about: About) -> String {
    let (fmt, Some(scheme), About::Group(block)) = (cx.formatter(), cx.scheme(), about) else {
        return String::new();
    };
    let is_inferred = block.group.is_some_and(|ix| scheme.groups[ix].basis == Basis::Inferred);
    let inferred = is_inferred.then(|| fmt.text(Key::InferredByUs));
    let parts = [Some(fmt.localized(&scheme.name)), inferred, Some(fmt.states(block.states))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn page(cx: ViewContext, about: About) -> BriefPage {
    let fmt = cx.formatter();
    let (parts, states, unnamed) = match about {
        About::State(s) => {
            let found = findings_of_state(cx.ds, s);
            (state::parts(cx, s, &found), std::iter::once(s).collect(), found.unnamed)
        }
        About::Group(block) => (together::parts(cx, block.states), block.states, 0),
    };
    let legend =
        party_legend(cx).into_iter().filter(|item| parts.iter().any(|part| has_mark(part, item.mark)));
    let title = name(cx, about);
    BriefPage {
        lang: cx.state.lang,
        about: [fmt.format(Key::BriefAbout, &[("name", &title)]), fmt.text(Key::BriefDate)],
        title,
        subtitle: members(cx, about),
        legend_name: fmt.text(Key::Legend),
        legend: legend.collect(),
        parts,
        limits: state_parts::limits(cx, unnamed),
        source: format!("{} · {}", source_line(cx), fmt.format(Key::BriefData, &[("data", DATA_VERSION)])),
        link_label: fmt.text(Key::BriefLink),
        link: link(cx, states),
    }
}

/// Returns the link to the brief on these states alone.
fn link(cx: ViewContext, states: StateSet) -> String {
    let start = ViewState { open: None, picks: 0, ..cx.state.clone() };
    let mut actions = vec![Action::ClearAll];
    if states != cx.ds.all_states() {
        actions.extend(states.iter().map(|s| Action::Toggle(FacetKey::State, s.ix())));
    }
    let cx = ViewContext { state: &start, ..cx };
    if states == cx.visible_states() { encode(cx.state, cx.ds) } else { cx.link_after(&actions) }
}

fn has_mark(part: &BriefPart, mark: Glyph) -> bool {
    match &part.content {
        BriefContent::Treaties(treaties) => treaties.rows.iter().any(|row| row.mark == mark),
        BriefContent::Matrix(matrix) => {
            matrix.rows.iter().flat_map(|row| &row.cells).any(|(shown, ..)| *shown == mark)
        }
        BriefContent::Lines(_) => false,
    }
}
