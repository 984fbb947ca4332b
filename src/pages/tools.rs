//! What every view offers: copy its link, print it.

use cisconf_core::state::{Action, Tab};
use cisconf_core::text::Key;
use leptos::prelude::*;

use crate::components::{Segment, Segmented};
use crate::session::Session;

/// Buttons beside the view's own choices.
#[component]
pub fn Tools() -> impl IntoView {
    let session = Session::get();
    let said = RwSignal::new(None::<Key>);
    let copy = move |_| {
        session.copy_link(move |ok| said.set(Some(if ok { Key::Copied } else { Key::CopyFailed })));
    };
    view! {
        <div class="tools">
            <span class="said" role="status">{move || said.get().map(|key| session.t(key))}</span>
            <button type="button" on:click=copy>{move || session.t(Key::CopyLink)}</button>
            <button type="button" on:click=move |_| session.print()>{move || session.t(Key::Print)}</button>
        </div>
    }
}

/// The parts of a view; the first is current where the state names none of them.
fn parts(parts: &'static [(Tab, Key)]) -> impl IntoView {
    let session = Session::get();
    let tab = session.part(|s| s.tab);
    let choose = Callback::new(move |tab| session.dispatch(Action::Tab(tab)));
    move || {
        let current = parts.iter().position(|(value, _)| *value == tab.get()).unwrap_or(0);
        let segment = |(i, (value, key)): (usize, &(Tab, Key))| Segment {
            label: session.t(*key).to_owned(),
            value: *value,
            current: i == current,
        };
        let segments = parts.iter().enumerate().map(segment).collect();
        view! { <Segmented label=session.t(Key::Tabs).to_owned() segments on_choose=choose /> }
    }
}

/// The two parts of the overview.
#[component]
pub fn OverviewTabs() -> impl IntoView {
    parts(&[(Tab::Summary, Key::TabSummary), (Tab::Figures, Key::TabFigures)])
}

/// The two parts of the agreements.
#[component]
pub fn AgreementsTabs() -> impl IntoView {
    parts(&[(Tab::Summary, Key::TabMatrix), (Tab::Network, Key::TabNetwork)])
}
