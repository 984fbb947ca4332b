//! The menu of the order of states or findings.

use cisconf_core::view::OrderMenu;
use leptos::prelude::*;

use crate::components::ChoiceMenu;
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Renders the menu of the order of states or findings.
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
            session.dispatch_after_paint(option.action);
        }
    });
    // The browser lays out an inactive view with fields when it looks for fields to fill in.
    let here = session.is_active();
    move || here.get().then(|| view! { <ChoiceMenu label options on_choose=choose /> })
}
