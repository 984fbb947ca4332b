//! Pages of instruments, themes, populations and bodies.
//!
//! They have the same structure and lines as a state's page.

use super::body::body;
use super::instrument::instrument;
use super::model::{StatePage, StateSection, section};
use super::population::population;
use super::theme::theme;
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, SearchText, Subject, Tab, View};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::{NavItem, subject_link};
use crate::view::parts::lines::{Line, LineGroup, plain_line};

/// Builds the page of the state's subject, or without a subject a directory of all of them.
pub(super) fn about(cx: ViewContext) -> StatePage {
    let fmt = cx.formatter();
    let subject = cx.state.of.filter(|of| of.view() == View::About);
    let page = StatePage {
        title: fmt.text(Key::AboutTitle),
        sentences: vec![fmt.text(Key::AboutLead)],
        limits: Some(fmt.text(Key::StateLimits)),
        group: None,
        hue: None,
        menu: None,
        options: Vec::new(),
        others_label: fmt.text(Key::AboutOthers),
        others: Vec::new(),
        ask: None,
        contents: fmt.text(Key::StatePageContents),
        answer: None,
        sections: Vec::new(),
    };
    let Some(subject) = subject else {
        return StatePage { sections: directory(cx), ..page };
    };
    let mut answer = None;
    let (sentences, sections) = match subject {
        Subject::Instrument(id) => instrument(cx, id),
        Subject::Theme(id) => {
            let (page, of_theme) = theme(cx, id);
            answer = Some(of_theme);
            page
        }
        Subject::Population(id) => population(cx, id),
        Subject::Body(id) => body(cx, id),
        Subject::State(_) => (Vec::new(), Vec::new()),
    };
    StatePage {
        title: cx.formatter().subject(subject),
        sentences,
        others: others(cx, subject),
        answer,
        sections,
        ..page
    }
}

/// Returns all subjects of the same kind.
fn same_kind(ds: &Dataset, subject: Subject) -> Vec<Subject> {
    match subject {
        Subject::State(_) => ids(ds.states.len(), Subject::State),
        Subject::Instrument(_) => ids(ds.instruments.len(), Subject::Instrument),
        Subject::Theme(_) => ids(ds.themes.len(), Subject::Theme),
        Subject::Population(_) => ids(ds.populations.len(), Subject::Population),
        Subject::Body(_) => ids(ds.bodies.len(), Subject::Body),
    }
}

fn ids<I: From<usize>>(len: usize, of: fn(I) -> Subject) -> Vec<Subject> {
    (0..len).map(I::from).map(of).collect()
}

/// Returns links to the previous and next subject in the dataset's order, and to matching findings.
fn others(cx: ViewContext, subject: Subject) -> Vec<NavItem> {
    let fmt = cx.formatter();
    let all = same_kind(cx.ds, subject);
    let at = all.iter().position(|other| *other == subject).unwrap_or(0);
    let before = at.checked_sub(1).map(|i| subject_link(cx, all[i], "prev"));
    let after = all.get(at + 1).map(|other| subject_link(cx, *other, "next"));
    let findings = |facet: FacetKey, ix: usize, tab: Tab, key: Key| {
        let actions =
            [Action::ClearAll, Action::Go(View::Findings), Action::Tab(tab), Action::Toggle(facet, ix)];
        NavItem { label: fmt.text(key), href: cx.link_after(&actions), current: false, tag: "" }
    };
    let asked_for = |facet: FacetKey, ix: usize| {
        vec![
            findings(facet, ix, Tab::default(), Key::AboutInFindings),
            findings(facet, ix, Tab::Perspectives, Key::AboutInPerspectives),
        ]
    };
    let elsewhere = match subject {
        Subject::Theme(id) => asked_for(FacetKey::Theme, id.ix()),
        Subject::Population(id) => asked_for(FacetKey::Population, id.ix()),
        Subject::Instrument(id) => {
            let words = SearchText::new(&cx.ds.instrument(id).label);
            let href = cx.link_after(&[Action::ClearAll, Action::Search(words)]);
            vec![NavItem { label: fmt.text(Key::AboutSearch), href, current: false, tag: "" }]
        }
        Subject::Body(_) | Subject::State(_) => Vec::new(),
    };
    before.into_iter().chain(after).chain(elsewhere).collect()
}

/// Returns a directory of all subjects that have a page, by kind.
fn directory(cx: ViewContext) -> Vec<StateSection> {
    let ds = cx.ds;
    let list = |id: &'static str, title: Key, subjects: Vec<Subject>| {
        let of = |subject: Subject| Line {
            href: Some(subject_link(cx, subject, "").href),
            ..plain_line(cx.formatter().subject(subject))
        };
        section(cx, id, title, vec![LineGroup::plain(subjects.into_iter().map(of).collect())])
    };
    vec![
        list("instruments", Key::ViewInstruments, ids(ds.instruments.len(), Subject::Instrument)),
        list("themes", Key::TableThemes, ids(ds.themes.len(), Subject::Theme)),
        list("populations", Key::TablePopulations, ids(ds.populations.len(), Subject::Population)),
        list("bodies", Key::TableBodies, ids(ds.bodies.len(), Subject::Body)),
        list("states", Key::States, ids(ds.states.len(), Subject::State)),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::super::concerned::MOST;
    use super::*;
    use crate::query::FindingsIndex;
    use crate::state::ViewState;
    use crate::text::Lang;

    fn page(ds: &Dataset, index: &FindingsIndex, of: Option<Subject>, lang: Lang) -> StatePage {
        let state = ViewState { view: View::About, of, lang, ..ViewState::default() };
        about(ViewContext { ds, index, state: &state })
    }

    #[test]
    fn every_subject_has_a_page_in_both_languages() {
        let ds = crate::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        let kinds = [
            Subject::Instrument(0.into()),
            Subject::Theme(0.into()),
            Subject::Population(0.into()),
            Subject::Body(0.into()),
        ];
        for of in kinds.into_iter().flat_map(|kind| same_kind(&ds, kind)) {
            for lang in Lang::ALL {
                let page = page(&ds, &index, Some(of), lang);
                let lines = page.sections.iter().flat_map(|s| &s.groups).flat_map(|g| &g.lines);
                assert!(!page.title.is_empty() && !page.sections.is_empty(), "{of:?}");
                assert!(lines.clone().count() > 0, "{of:?}");
                let words = lines.flat_map(|l| [&l.text, &l.head]).chain(&page.sentences);
                for word in words {
                    assert!(!word.contains(['{', '}', '|']) && !word.contains(".."), "{of:?}: {word}");
                }
            }
        }
        let all = page(&ds, &index, None, Lang::En);
        let leads = |s: &StateSection| s.groups[0].lines.iter().all(|line| line.href.is_some());
        assert!(all.sections.len() == 5 && all.sections.iter().all(leads));
    }

    #[test]
    fn an_upper_theme_has_what_its_lower_themes_have() {
        let ds = crate::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        let upper = Dataset::find(&ds.themes, |t| &t.key, "legislation").map(Subject::Theme);
        let page = page(&ds, &index, upper, Lang::En);
        let under = |t: &ThemeId| {
            let theme = ds.theme(*t);
            theme.key == "legislation" || theme.parent.is_some_and(|p| ds.theme(p).key == "legislation")
        };
        let said_by = |kind: VoiceKind| {
            let all = ds.findings.iter().filter(|f| f.themes.iter().any(under));
            all.filter(|f| f.voices.iter().any(|v| v.kind == kind)).count()
        };
        let ngos = page.sections.iter().find(|s| s.id == "ngos").unwrap();
        assert_eq!(ngos.n, said_by(VoiceKind::Ngo).to_string());
        assert!(ngos.groups.iter().map(|g| g.lines.len()).sum::<usize>() <= MOST);
    }
}
