//! Header, footer and what a link lost.

use super::context::ViewContext;
use super::links::NavItem;
use super::words::labels::{look_name, view_name};
use crate::model::Date;
use crate::query::FACETS;
use crate::state::{Action, Appearance, LinkError, Tab, View};
use crate::text::{Key, Lang};

/// Header and footer.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Frame {
    /// Title.
    pub title: String,
    /// Under it.
    pub subtitle: String,
    /// Views.
    pub views: Vec<NavItem>,
    /// Languages.
    pub languages: Vec<NavItem>,
    /// Appearances.
    pub looks: Vec<NavItem>,
    /// Footer: what it is coded from.
    pub footer: String,
    /// Footer: what it does not imply.
    pub neutral: String,
    /// What the link lost, in words.
    pub dropped: Vec<String>,
}

/// Header and footer of a state.
pub fn frame(asked: ViewContext, dropped: &[LinkError]) -> Frame {
    let (say, state) = (asked.say(), asked.state);
    // A state's page is reached from names, not from the header.
    let views =
        View::ALL.iter().filter(|view| !matches!(view, View::State | View::About)).map(|view| NavItem {
            label: say.t(view_name(*view)),
            href: asked.link(Action::Go(*view)),
            current: state.view == *view,
            tag: if *view == View::Overview { "overview" } else { view.url() },
        });
    let languages = Lang::ALL.iter().map(|lang| NavItem {
        label: say.t(if *lang == Lang::En { Key::LanguageEn } else { Key::LanguageRu }),
        href: asked.link(Action::Lang(*lang)),
        current: state.lang == *lang,
        tag: lang.tag(),
    });
    let looks = Appearance::ALL.iter().map(|look| NavItem {
        label: say.t(look_name(*look)),
        href: asked.link(Action::Appearance(*look)),
        current: state.look == *look,
        tag: look.url(),
    });
    let report = &asked.ds.meta.report;
    let date = Date::parse(&report.date).map_or_else(|| report.date.clone(), |d| say.date(d));
    Frame {
        title: say.t(Key::AppTitle),
        subtitle: say.t(Key::AppSubtitle),
        views: views.collect(),
        languages: languages.collect(),
        looks: looks.collect(),
        footer: say.f(Key::Footer, &[("date", &date)]),
        neutral: say.t(Key::FooterNeutral),
        dropped: losses(asked, dropped),
    }
}

/// Most losses that are named one by one: a hostile link may have hundreds.
const MOST_NAMED: usize = 8;

fn losses(asked: ViewContext, dropped: &[LinkError]) -> Vec<String> {
    let say = asked.say();
    let rest = dropped.len().saturating_sub(MOST_NAMED);
    let more = (rest > 0).then(|| say.f(Key::NoticeMore, &[("n", &say.num(rest))]));
    dropped.iter().take(MOST_NAMED).map(|d| lost(asked, d)).chain(more).collect()
}

fn lost(asked: ViewContext, dropped: &LinkError) -> String {
    let say = asked.say();
    match dropped {
        LinkError::View(text) => say.f(Key::DropView, &[("text", text)]),
        LinkError::Param(text) => say.f(Key::DropParam, &[("text", text)]),
        LinkError::Value(name, text) => {
            say.f(Key::DropValue, &[("name", &param_name(asked, name)), ("text", text)])
        }
        LinkError::Twice(name, text) => {
            say.f(Key::DropTwice, &[("name", &param_name(asked, name)), ("text", text)])
        }
        LinkError::Version(text) => say.f(Key::DropVersion, &[("text", text)]),
        LinkError::Length => say.t(Key::DropLength),
    }
}

/// A parameter's name as the reader knows it.
fn param_name(asked: ViewContext, name: &str) -> String {
    let key = match name {
        "g" => Key::Grouping,
        "q" => Key::Search,
        "asof" => Key::AsOf,
        "tab" => Key::Tabs,
        "cells" => Key::FormLabel,
        "a" => Key::CompareFirst,
        "b" => Key::CompareSecond,
        "c" | "d" | "e" | "f" => Key::CompareFurther,
        "own" => Key::OwnGrouping,
        "beside" => Key::GroupingBeside,
        "move" => Key::Moving,
        "mine" => Key::Mine,
        "sort" => Key::SortLabel,
        "layer" => Key::LayerLabel,
        "rows" => Key::Rows,
        "table" => Key::DataTables,
        "of" => Key::PageOf,
        "rowsby" => Key::AxisRows,
        "columnsby" => Key::AxisColumns,
        "page" => Key::Page,
        "lang" => Key::Language,
        "look" => Key::Appearance,
        "open" => Key::Evidence,
        _ => match FACETS.iter().find(|f| f.url == name) {
            Some(facet) => facet.label,
            None => return name.to_owned(),
        },
    };
    asked.say().t(key)
}

/// The name of the evidence that is open, as marks carry it.
pub fn opened(asked: ViewContext) -> Option<String> {
    asked.state.open.map(|evidence| evidence.key(asked.ds, asked.scheme()))
}

/// The document's title: the view first, since tabs cut the end.
pub fn title(asked: ViewContext) -> String {
    let (say, state) = (asked.say(), asked.state);
    let view = match (state.view, state.tab, state.of) {
        (View::Overview, Tab::Figures, _) => say.t(Key::TabFigures),
        (View::Agreements, Tab::Network, _) => say.t(Key::NetworkTitle),
        (View::State | View::About, _, Some(of)) if of.view() == state.view => asked.say().subject_short(of),
        (view, ..) => say.t(view_name(view)),
    };
    format!("{view} – {}", say.t(Key::AppTitle))
}
