//! Every dated event and treaty action by year.

use cisconf_core::view::{self, Timeline};
use cisconf_markup::write_lanes;
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::components::menu;
use crate::pages::legend::{Legend, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Renders the lanes of treaty actions and of every kind of event.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let model = use_session().active_view_model(view::timeline);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: m.limits.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            {menu(
                "kinds",
                move || model.read().kinds_label.clone(),
                move || model.read().kinds_value.clone(),
                move || kinds(model).into_any(),
            )}
        </PageHead>
        <Legend
            name=Signal::derive(move || model.read().lanes.legend_name.clone())
            write=move |h: &mut Fragment| write_items(h, &model.read().lanes.legend)
        />
        <table
            data-answer=""
            class="lanes"
            role="grid"
            use:html=fragment(move |h| write_lanes(h, &model.read().lanes))
        ></table>
    }
}

/// Renders a link for each kind, which adds it to the choice or removes it.
fn kinds(model: SharedMemo<Timeline>) -> impl IntoView {
    let write = move |h: &mut Fragment| {
        for kind in &model.read().kinds {
            let current = if kind.current { "true" } else { "" };
            h.el("a", &[("href", &kind.href), ("aria-current", current)], |h| {
                h.text_el("span", &[("aria-hidden", "true")], if kind.current { "☑ " } else { "☐ " });
                h.text(&kind.label);
            });
        }
    };
    view! { <div class="panel kinds" use:html=fragment(write)></div> }
}
