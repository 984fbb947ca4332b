//! One state, or another subject.

use cisconf_core::state::{Action, Subject};
use cisconf_core::view::{self, Line, LineGroup, NavItem, StatePage as Model, StateSection};
use leptos::prelude::*;

use super::tools::Tools;
use crate::charts::glyph;
use crate::components::{Heading, Opener, StateMenu};
use crate::session::Session;

/// Everything that the report says of a state, an instrument, a theme …
#[component]
pub fn StatePage() -> impl IntoView {
    let session = Session::get();
    let model = session.page(view::state_page);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar">{move || states(&model.read(), session)}<Tools /></div>
        {move || draw(&model.read(), session)}
    }
}

/// The menu, the way to the states before and after, the group.
fn states(m: &Model, session: Session) -> impl IntoView + use<> {
    let choose = Callback::new(move |state: Option<_>| {
        if let Some(state) = state {
            session.dispatch(Action::PageOf(Subject::State(state)));
        }
    });
    let link = |item: &NavItem| {
        let rel = (!item.tag.is_empty()).then_some(item.tag);
        view! { <a href=item.href.clone() rel=rel>{item.label.clone()}</a> }
    };
    let group = m.group.clone().map(|group| {
        view! { <small class="swatch" data-hue=m.hue.map(|h| h.to_string())>{group}</small> }
    });
    view! {
        <div class="sides states" class:none=m.ask.is_some()>
            {(!m.options.is_empty()).then(|| view! { <StateMenu label=m.menu.clone() options=&m.options on_choose=choose /> })}
            <nav aria-label=m.others_label.clone()>{m.others.iter().map(link).collect_view()}</nav>
            {group}
        </div>
    }
}

fn draw(m: &Model, session: Session) -> impl IntoView + use<> {
    m.ask.is_none().then(|| {
        let place = |section: &StateSection| {
            let id = place_id(section);
            view! {
                <li><button type="button" class="quiet" on:click=move |_| session.show_place(&id)>
                    {section.title.clone()}" "<small>{section.n.clone()}</small>
                </button></li>
            }
        };
        view! {
            <p class="limits">{m.limits.clone()}</p>
            <div class="of-state">
                <nav aria-label=m.contents.clone()><ul>{m.sections.iter().map(place).collect_view()}</ul></nav>
                <div>{m.sections.iter().map(section).collect_view()}</div>
            </div>
        }
    })
}

fn place_id(section: &StateSection) -> String {
    format!("part-{}", section.id)
}

fn section(section: &StateSection) -> impl IntoView + use<> {
    let lead = section.lead.clone().map(|lead| view! { <p class="note">{lead}</p> });
    view! {
        <section>
            <h2 id=place_id(section) tabindex="-1">{section.title.clone()}" "<small>{section.n.clone()}</small></h2>
            {lead}
            {section.groups.iter().map(group).collect_view()}
        </section>
    }
}

fn group(group: &LineGroup) -> impl IntoView + use<> {
    let title = group.title.clone().map(|title| view! { <h3>{title}</h3> });
    view! { {title}<ul class="entries">{group.lines.iter().map(line).collect_view()}</ul> }
}

/// A line: shape, what it is, words and who says them, page.
fn line(line: &Line) -> impl IntoView + use<> {
    let detail =
        (!line.detail.is_empty()).then(|| view! { <span class="detail">{line.detail.clone()}</span> });
    let inner = view! {
        <span class="shape">{line.mark.map(glyph)}</span>
        <span class="head">{line.head.clone()}</span>
        <span class="says"><span>{line.text.clone()}</span>{detail}</span>
        <span class="pages">{line.pages.clone()}</span>
    };
    let inner = match (line.open.clone(), line.href.clone()) {
        (Some(open), _) => view! { <Opener open class="entry">{inner}</Opener> }.into_any(),
        (None, Some(href)) => view! { <a class="entry" href=href>{inner}</a> }.into_any(),
        (None, None) => view! { <div class="entry">{inner}</div> }.into_any(),
    };
    view! { <li>{inner}</li> }
}
