//! The deck: the view in which it is put together, its tools on every page, and presenting.

mod button;
mod page;
mod present;

use html_morph::Fragment;
use leptos::prelude::*;

pub use page::DeckPage;
pub use present::write_deck_notes;

use self::button::write_button;
use crate::browser::fragment::{fragment, html};
use crate::session::{DeckPart, Session};

/// Renders a part of the deck outside its view.
pub fn deck_part(session: Session, part: DeckPart) -> AnyView {
    match part {
        DeckPart::Tools => tools(session).into_any(),
        DeckPart::Bar => view! {
            // On a phone the tools of the page are behind a menu; these stand under the page.
            <div class="deck-phone">{tools(session)}</div>
            {present::bar(session)}
        }
        .into_any(),
    }
}

/// Renders "Add to deck", the link to the deck and the message about what was added.
fn tools(session: Session) -> impl IntoView {
    let model = session.deck_tools();
    let write = move |h: &mut Fragment| {
        model.with(|(add, (label, href))| {
            write_button(h, add, "choice");
            h.text_el("a", &[("class", "choice"), ("href", href)], label);
        });
    };
    view! {
        <span class="said" role="status" use:html=fragment(move |h| h.text(&session.deck_said()))></span>
        <span class="deck-tools" use:html=fragment(write)></span>
    }
}
