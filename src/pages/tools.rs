//! What every view offers: copy its link, print it.

use cisconf_core::text::Key;
use leptos::prelude::*;

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

/// The two parts of the overview.
#[component]
pub fn OverviewTabs() -> impl IntoView {
    use cisconf_core::state::{Action, Tab};

    use crate::components::{Segment, Segmented};
    let session = Session::get();
    let tab = session.part(|s| s.tab);
    move || {
        let segment = |value: Tab, key: Key| Segment {
            label: session.t(key).to_owned(),
            value,
            current: tab.get() == value,
        };
        let segments = vec![segment(Tab::Summary, Key::TabSummary), segment(Tab::Figures, Key::TabFigures)];
        let choose = Callback::new(move |tab| session.dispatch(Action::Tab(tab)));
        view! { <Segmented label=session.t(Key::Tabs).to_owned() segments on_choose=choose /> }
    }
}
