//! Tools of every view: tabs, copy link, print.

use cisconf_core::state::{Action, Command, Tab};
use cisconf_core::text::Key;
use cisconf_core::view::OrderMenu;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::components::{ChoiceMenu, Segment, Segmented};
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Renders the buttons to copy the link and to print.
#[component]
pub fn Tools() -> impl IntoView {
    let session = use_session();
    view! {
        <div class="tools">
            <span class="said" role="status" use:html=fragment(move |h| h.text(session.copy_status()))></span>
            <button type="button" data-do=Command::CopyLink.name()>
                {move || session.t(Key::CopyLink)}
            </button>
            <button type="button" data-do=Command::Print.name()>
                {move || session.t(Key::Print)}
            </button>
        </div>
    }
}

/// Renders the tabs of the overview.
#[component]
pub fn OverviewTabs() -> impl IntoView {
    tabs(&[(Tab::Summary, Key::TabSummary), (Tab::Figures, Key::TabFigures)])
}

/// Renders the tabs of the findings.
#[component]
pub fn FindingsTabs() -> impl IntoView {
    tabs(&[(Tab::Summary, Key::TabList), (Tab::Voices, Key::TabVoices)])
}

/// Renders the tabs of the groupings: groups, positions, method.
#[component]
pub fn GroupingsTabs() -> impl IntoView {
    tabs(&[
        (Tab::Summary, Key::TabGroups),
        (Tab::Positions, Key::TabPositions),
        (Tab::Method, Key::TabMethod),
    ])
}

/// Renders tabs. A tab that the view does not have selects the first.
fn tabs(parts: &'static [(Tab, Key)]) -> impl IntoView {
    let session = use_session();
    let tab = session.active_view_model(|cx| cx.state.tab);
    move || {
        let now = parts.iter().position(|(part, _)| *part == tab.get()).unwrap_or_default();
        let segment = |(at, (value, key)): (usize, &(Tab, Key))| Segment {
            label: session.t(*key).to_owned(),
            command: Command::Tab(*value),
            current: at == now,
        };
        let segments = parts.iter().enumerate().map(segment).collect();
        view! { <Segmented label=session.t(Key::Tabs).to_owned() segments /> }
    }
}

/// Renders the menu of the order of states.
#[component]
pub fn Orders(order: SharedMemo<OrderMenu>) -> impl IntoView {
    let session = use_session();
    let label = SharedMemo::new(move || order.read().label.clone());
    let options = SharedMemo::new(move || {
        let menu = order.read();
        menu.options.iter().map(|option| (option.label.clone(), option.current)).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |at: usize| {
        if let Some(option) = order.read_untracked().options.get(at) {
            session.dispatch(Action::StateOrder(option.order));
        }
    });
    // The browser lays out an inactive view with fields when it looks for fields to fill in.
    let here = session.is_active();
    move || here.get().then(|| view! { <ChoiceMenu label options on_choose=choose /> })
}

/// Renders the tabs of the agreements.
#[component]
pub fn AgreementsTabs() -> impl IntoView {
    tabs(&[(Tab::Summary, Key::TabMatrix), (Tab::Network, Key::TabNetwork)])
}
