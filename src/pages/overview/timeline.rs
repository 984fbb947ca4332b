//! Every dated event and treaty action by year.

use cisconf_core::view;
use cisconf_markup::write_lanes;
use html_morph::Fragment;
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::pages::legend::{Legend, write_items};
use crate::pages::page_head::{Head, PageHead, head_of};
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
        <PageHead head />
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
