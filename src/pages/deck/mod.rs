//! The deck: the view in which it is put together, its tools on every page, and presenting.

mod button;
mod page;
mod present;

use cisconf_core::view::DeckTools;
use html_morph::Fragment;
use leptos::prelude::*;

pub use page::DeckPage;
pub use present::write_deck_notes;

use self::button::write_button;
use crate::browser::fragment::{fragment, html};
use crate::components::menu;
use crate::session::{DeckPart, Session};

/// Renders a part of the deck outside its view.
pub fn deck_part(session: Session, part: DeckPart) -> AnyView {
    match part {
        DeckPart::Tools => view! {
            {present::own_title(session)}
            {tools(session)}
        }
        .into_any(),
        DeckPart::Said => said(session).into_any(),
        DeckPart::Bar => view! {
            // On a phone the tools of the page are behind a menu; these stand under the page.
            <div class="deck-phone">{tools(session)}</div>
            {present::bar(session)}
        }
        .into_any(),
    }
}

/// Renders the message about what was added.
fn said(session: Session) -> impl IntoView {
    let write = move |h: &mut Fragment| h.text(&session.deck_said());
    view! { <span class="said" role="status" use:html=fragment(write)></span> }
}

/// Renders "Add to deck", the message about what was added, and the menu "Take away".
fn tools(session: Session) -> impl IntoView {
    let model = session.deck_tools();
    let add = {
        let model = model.clone();
        move |h: &mut Fragment| model.with(|tools| write_button(h, &tools.add, "choice"))
    };
    let label = {
        let model = model.clone();
        move || model.with(|tools| tools.menu.clone())
    };
    let panel = move || {
        let model = model.clone();
        let write = move |h: &mut Fragment| {
            model.with(|DeckTools { deck, brief, downloads, .. }| {
                for (label, href) in [deck, brief] {
                    h.text_el("a", &[("class", "choice"), ("href", href)], label);
                }
                downloads.iter().for_each(|button| write_button(h, button, "choice"));
            });
        };
        view! { <div class="panel" use:html=fragment(write)></div> }.into_any()
    };
    view! {
        {said(session)}
        <span class="deck-tools" use:html=fragment(add)></span>
        {menu("take", label, String::new, panel)}
    }
}
