//! The answer at the top of a theme's page: findings by state and by kind, three facts, and what
//! each voice says first.

use super::answer::{fact, first_lines, first_of_each_kind};
use super::concerned::Concerned;
use super::model::{FirstLines, StateAnswer, StateCount};
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, View};
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::parts::lines::Line;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::{polarity_label, voices_label};

/// Builds the answer of a theme from the data on it and its subthemes.
pub(super) fn theme_answer(cx: ViewContext, id: ThemeId, what: &Concerned) -> StateAnswer {
    let fmt = cx.formatter();
    let states: Vec<_> = fmt.sorted(cx.ds.all_states());
    let counts: Vec<_> = states.into_iter().map(|state| count(cx, id, what, state)).collect();
    let is_silent = counts.iter().any(|count| count.n == 0);
    let silent = LegendItem::new(Glyph::NotMentioned, fmt.text(Key::NotMentioned));
    let lists = what.lists(cx).into_iter().filter(|(id, ..)| *id != "figures");
    let facts = lists.map(|(id, title, lines)| fact(cx, id, title, lines));
    StateAnswer {
        legend_name: fmt.text(Key::Legend),
        legend: is_silent.then_some(silent).into_iter().collect(),
        legend_note: Some(fmt.text(Key::AboutCountsBoth)),
        treaties_title: fmt.text(Key::States),
        treaties: Vec::new(),
        counts,
        facts: std::iter::once(kinds(cx, id, what)).chain(facts).collect(),
        voices: voices(cx, what),
    }
}

/// Returns the link to the findings on the theme that have another value too.
fn findings(cx: ViewContext, theme: ThemeId, facet: FacetKey, value: usize) -> String {
    cx.link_after(&[
        Action::ClearAll,
        Action::Go(View::Findings),
        Action::Toggle(FacetKey::Theme, theme.ix()),
        Action::Toggle(facet, value),
    ])
}

fn count(cx: ViewContext, theme: ThemeId, what: &Concerned, state: StateId) -> StateCount {
    let (fmt, all) = (cx.formatter(), cx.ds.all_states());
    let n = what.findings.iter().filter(|id| cx.ds.finding(**id).concerns(all).has(state)).count();
    let (code, name) = (cx.ds.state(state).key.clone(), fmt.state(state));
    let label = match n {
        0 => format!("{code} {name}: {}", fmt.text(Key::NotMentioned)),
        // Begins with the visible text.
        _ => format!("{code} {n}: {name}, {}", fmt.plural(Key::NFindings, n)),
    };
    StateCount { label, code, n, href: (n > 0).then(|| findings(cx, theme, FacetKey::State, state.ix())) }
}

/// Returns the number of findings of each kind; each leads to them.
fn kinds(cx: ViewContext, theme: ThemeId, what: &Concerned) -> FirstLines {
    let fmt = cx.formatter();
    let line = |kind: &Polarity| {
        let n = what.findings.iter().filter(|id| cx.ds.finding(**id).polarity == *kind).count();
        let (mark, label) = polarity_label(*kind);
        Line {
            mark: Some(mark),
            head: String::new(),
            text: fmt.text(label),
            detail: String::new(),
            pages: fmt.number(n),
            open: None,
            href: (n > 0).then(|| findings(cx, theme, FacetKey::Kind, *kind as usize)),
        }
    };
    let lines = Polarity::ALL.iter().map(line).collect();
    FirstLines {
        n: fmt.number(what.findings.len()),
        ..first_lines(cx, "kinds", Key::Kind, Polarity::ALL.len(), lines)
    }
}

/// Returns, for each voice that has findings, the first of each kind.
fn voices(cx: ViewContext, what: &Concerned) -> Vec<FirstLines> {
    let of = |(kind, place): (&VoiceKind, &'static str)| {
        let says = |id: &&FindingId| cx.ds.finding(**id).voices.iter().any(|voice| voice.kind == *kind);
        let theirs: Vec<FindingId> = what.findings.iter().filter(says).copied().collect();
        let first = first_of_each_kind(cx, place, voices_label(*kind), &theirs);
        (!theirs.is_empty()).then(|| FirstLines { title: capital(&first.title), ..first })
    };
    VoiceKind::ALL.iter().zip(super::concerned::PLACES).filter_map(of).collect()
}
