//! Page of a theme, including the data on its subthemes.

use super::concerned::Concerned;
use super::model::{StateAnswer, section};
use super::pieces::{Page, ids_of};
use super::theme_answer::theme_answer;
use crate::model::*;
use crate::state::Subject;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::subject_link;
use crate::view::parts::lines::{Line, LineGroup, plain_line};

pub(super) fn theme(cx: ViewContext, id: ThemeId) -> (Page, StateAnswer) {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let lower: Vec<ThemeId> = ids_of(&ds.themes, |theme| theme.parent == Some(id));
    let of = |themes: &[ThemeId]| themes.iter().any(|t| *t == id || lower.contains(t));
    let mut sentences = Vec::new();
    if let Some(above) = ds.theme(id).parent {
        sentences.push(fmt.format(Key::AboutPartOf, &[("name", &fmt.localized(&ds.theme(above).name))]));
    }
    if !lower.is_empty() {
        sentences.push(fmt.format(Key::AboutIncludes, &[("list", &fmt.themes(&lower))]));
    }
    let what = Concerned {
        findings: ids_of(&ds.findings, |x| of(&x.themes)),
        agreements: ids_of(&ds.agreements, |x| of(&x.themes)),
        laws: ids_of(&ds.laws, |x| of(&x.themes)),
        assistance: ids_of(&ds.assistance, |x| of(&x.themes)),
        indicators: Vec::new(),
    };
    sentences.insert(0, what.sentence(cx));
    let mut sections = what.sections(cx);
    let mut related: Vec<_> = lower.into_iter().map(Subject::Theme).collect();
    related.extend(ds.theme(id).parent.map(Subject::Theme));
    if !related.is_empty() {
        let to = |subject: Subject| Line {
            href: Some(subject_link(cx, subject, "").href),
            ..plain_line(cx.formatter().subject(subject))
        };
        sections.push(section(
            cx,
            "themes",
            Key::TableThemes,
            vec![LineGroup::plain(related.into_iter().map(to).collect())],
        ));
    }
    let answer = theme_answer(cx, id, &what);
    ((sentences, sections), answer)
}
