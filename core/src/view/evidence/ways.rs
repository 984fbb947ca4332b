//! Links from the drawer to related views.

use super::builder::EvidenceBuilder;
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, Evidence, Subject, Table, View};
use crate::text::Key;
use crate::view::links::{self, GoTo};

impl EvidenceBuilder<'_> {
    /// Returns links to states' pages in alphabetical order, except for the page that is open.
    pub(super) fn go_pages(self, states: StateSet) -> Vec<GoTo> {
        let (fmt, state) = (self.cx.formatter(), self.cx.state);
        let here = state.of.and_then(Subject::state).filter(|_| state.view == View::State);
        let page = |s: StateId| {
            self.go(
                fmt.format(Key::DrawerStatePage, &[("state", &fmt.state(s))]),
                &[Action::PageOf(Subject::State(s))],
            )
        };
        let pages = fmt.sorted(states).into_iter().filter(|s| Some(*s) != here).map(page);
        pages.chain(self.go_in_table(states)).collect()
    }

    /// Returns the link to several states, but not all, as rows of the table of states.
    pub(super) fn go_in_table(self, states: StateSet) -> Option<GoTo> {
        if states.len() < 2 || states == self.cx.ds.all_states() {
            return None;
        }
        let actions =
            [Action::ClearFacet(FacetKey::State), Action::ToggleStates(states), Action::Go(View::States)];
        Some(self.go(self.cx.formatter().plural(Key::SeeStates, states.len()), &actions))
    }

    /// Returns links to subjects' pages, except for the page that is open.
    pub(super) fn go_about(self, subjects: impl IntoIterator<Item = Subject>) -> Vec<GoTo> {
        let state = self.cx.state;
        let here = state.of.filter(|of| of.view() == state.view);
        let page = |of: Subject| {
            let label = self
                .cx
                .formatter()
                .format(Key::AboutPage, &[("name", &self.cx.formatter().subject_short(of))]);
            self.go(label, &[Action::PageOf(of)])
        };
        subjects.into_iter().filter(|of| Some(*of) != here).map(page).collect()
    }

    /// Returns links to the pages of a datum's themes and populations.
    pub(super) fn go_topics(self, themes: &[ThemeId], populations: &[PopulationId]) -> Vec<GoTo> {
        let themes = themes.iter().copied().map(Subject::Theme);
        self.go_about(themes.chain(populations.iter().copied().map(Subject::Population)))
    }
}

impl EvidenceBuilder<'_> {
    /// Returns a link to everything that was coded from a paragraph or a footnote.
    pub(super) fn go_coded(self, source: Source) -> Option<GoTo> {
        let line = self.cx.formatter().source(source);
        line.open.zip(line.label).map(|(open, label)| self.go(label, &[Action::Open(open.evidence)]))
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn go_table(self, table: Table, name: Key) -> GoTo {
        let fmt = self.cx.formatter();
        let label = fmt.format(Key::DrawerTable, &[("name", &fmt.text(name))]);
        self.go(label, &[Action::Go(View::Data), Action::Table(table)])
    }
}

impl EvidenceBuilder<'_> {
    pub(super) fn go(self, label: String, actions: &[Action]) -> GoTo {
        GoTo { label, href: self.cx.link_after(actions) }
    }

    pub(super) fn go_states(self, states: &[StateId]) -> Vec<GoTo> {
        let (fmt, view) = (self.cx.formatter(), self.cx.state.view);
        let mut go: Vec<_> = states
            .iter()
            .take(2)
            .map(|s| self.go(fmt.state(*s), &[Action::Open(Evidence::State(*s))]))
            .collect();
        match states {
            [a, b] => {
                let label = fmt.format(Key::SeeCompare, &[("a", &fmt.state(*a)), ("b", &fmt.state(*b))]);
                go.push(GoTo { label, href: links::compare_link(self.cx, *a, Some(*b)) });
            }
            [a] => {
                go.extend(self.go_pages(StateSet::default().with(*a)));
                if view == View::Compare {
                    return go;
                }
                let label = fmt.format(Key::CompareWith, &[("state", &fmt.state(*a))]);
                go.push(GoTo { label, href: links::compare_link(self.cx, *a, None) });
            }
            _ => go.extend(self.go_in_table(states.iter().copied().collect())),
        }
        go
    }
}
