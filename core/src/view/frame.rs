//! Header, footer and link errors.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::context::ViewContext;
use super::links::NavItem;
use super::parts::provenance::{source_line, versions};
use super::parts::view_name::title;
use super::words::labels::{appearance_label, tab_label, view_label};
use crate::DATA_VERSION;
use crate::state::{Action, Appearance, LinkError, Tab, View, encode, param_label};
use crate::text::{Key, Lang};

/// Header and footer.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Frame {
    pub title: String,
    pub views: Vec<NavItem>,
    /// Tabs of the view, for the menu of views where there is no room for them.
    pub tabs: Vec<TabItem>,
    pub languages: Vec<NavItem>,
    pub looks: Vec<NavItem>,
    /// Footer: the source of the coding.
    pub footer: String,
    /// Footer: disclaimer.
    pub neutral: String,
    /// Footer: versions of data and program.
    pub versions: String,
    /// What the errors of the link are.
    pub dropped_title: String,
    /// Errors of the link, as text.
    pub dropped: Vec<String>,
}

/// Tab of a view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TabItem {
    pub label: String,
    pub href: String,
    pub current: bool,
    #[cfg_attr(feature = "author", serde(skip))]
    pub tab: Tab,
}

/// Returns the tabs of the view; empty if it has only one.
pub fn tabs(cx: ViewContext) -> Vec<TabItem> {
    let (view, now) = (cx.state.view, cx.state.tab);
    let item = |tab: &Tab| TabItem {
        label: cx.formatter().text(tab_label(view, *tab)),
        href: cx.link(Action::Tab(*tab)),
        current: *tab == now,
        tab: *tab,
    };
    let all = view.tabs();
    if all.len() > 1 { all.iter().map(item).collect() } else { Vec::new() }
}

/// Builds header and footer. `program` is the version and build of the program.
pub fn frame(cx: ViewContext, dropped: &[LinkError], program: &str) -> Frame {
    let (fmt, state) = (cx.formatter(), cx.state);
    // A state's page is reached from names, deck and brief by the tools of a page.
    let in_header = |view: &&View| !matches!(view, View::State | View::About | View::Deck | View::Brief);
    let views = View::ALL.iter().filter(in_header).map(|view| NavItem {
        label: fmt.text(view_label(*view)),
        href: cx.link(Action::Go(*view)),
        current: state.view == *view,
        tag: if *view == View::Overview { "overview" } else { view.url() },
    });
    let languages = Lang::ALL.iter().map(|lang| NavItem {
        label: fmt.text(if *lang == Lang::En { Key::LanguageEn } else { Key::LanguageRu }),
        href: cx.link(Action::Lang(*lang)),
        current: state.lang == *lang,
        tag: lang.tag(),
    });
    let looks = Appearance::ALL.iter().map(|appearance| NavItem {
        label: fmt.text(appearance_label(*appearance)),
        href: cx.link(Action::Appearance(*appearance)),
        current: state.appearance == *appearance,
        tag: appearance.url(),
    });
    Frame {
        title: fmt.text(Key::AppTitle),
        views: views.collect(),
        tabs: tabs(cx),
        languages: languages.collect(),
        looks: looks.collect(),
        footer: source_line(cx),
        neutral: fmt.text(Key::FooterNeutral),
        versions: versions(cx, program),
        dropped_title: fmt.text(match dropped {
            [LinkError::Data(_)] => Key::DataChanged,
            _ => Key::Dropped,
        }),
        dropped: losses(cx, dropped),
    }
}

/// Number of link errors that are listed one by one: a hostile link may have hundreds.
const MOST_NAMED: usize = 8;

fn losses(cx: ViewContext, dropped: &[LinkError]) -> Vec<String> {
    let fmt = cx.formatter();
    let rest = dropped.len().saturating_sub(MOST_NAMED);
    let more = (rest > 0).then(|| fmt.format(Key::NoticeMore, &[("n", &fmt.number(rest))]));
    dropped.iter().take(MOST_NAMED).map(|d| lost(cx, d)).chain(more).collect()
}

fn lost(cx: ViewContext, dropped: &LinkError) -> String {
    let fmt = cx.formatter();
    match dropped {
        LinkError::View(text) => fmt.format(Key::DropView, &[("text", text)]),
        LinkError::Param(text) => fmt.format(Key::DropParam, &[("text", text)]),
        LinkError::Value(name, text) => {
            fmt.format(Key::DropValue, &[("name", &param_name(cx, name)), ("text", text)])
        }
        LinkError::Twice(name, text) => {
            fmt.format(Key::DropTwice, &[("name", &param_name(cx, name)), ("text", text)])
        }
        LinkError::Version(text) => fmt.format(Key::DropVersion, &[("text", text)]),
        LinkError::Data(then) => fmt.format(Key::DropData, &[("then", then), ("now", DATA_VERSION)]),
        LinkError::Length => fmt.text(Key::DropLength),
        LinkError::Texts => fmt.text(Key::DropTexts),
    }
}

/// Returns the name of a parameter as the interface shows it.
fn param_name(cx: ViewContext, name: &str) -> String {
    param_label(name).map_or_else(|| name.to_owned(), |key| cx.formatter().text(key))
}

/// Returns the key of the open evidence, as buttons carry it.
pub fn opened(cx: ViewContext) -> Option<String> {
    cx.state.open.map(|evidence| evidence.key(cx.ds, cx.scheme()))
}

/// Returns the name of the active grouping, `None` without one.
pub fn grouping_name(cx: ViewContext) -> Option<String> {
    cx.scheme().map(|scheme| cx.formatter().localized(&scheme.name))
}

/// Returns the HTML that shows the view in a frame of another page.
///
/// `folder` is the address of the app's folder. The frame shows the app as one file, since a frame
/// without an origin can load nothing beside its page (decision 0044). Below it stands a link.
pub fn embed_html(cx: ViewContext, folder: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let (link, title) = (escaped(&encode(cx.state, cx.ds)), escaped(&title(cx)));
    format!(
        "<iframe src=\"{folder}cisconf-explorer.html?embed{link}\" title=\"{title}\" \
         width=\"100%\" height=\"600\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>\n\
         <p><a href=\"{folder}{link}\">{title}</a></p>\n"
    )
}
