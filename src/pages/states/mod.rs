//! States and pairs of states as rows, by the columns and conditions of the reader's choice.

mod controls;
mod table;

use cisconf_core::state::Route;
use cisconf_core::view::{self, ColumnsView};
use html_morph::Fragment;
use leptos::prelude::*;

use super::legend::{Legend, write_items};
use super::page_head::{Head, PageHead, head_of};
use crate::browser::fragment::{fragment, html};
use crate::session::use_session;
use controls::Controls;

/// Renders the table of states, or of pairs with the classes of equal records.
#[component]
pub fn StatesPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::columns_view);
    // Both tabs stay in the page.
    let of_pairs = session.route_of_view() == Some(Route::Pairs);
    let hint = if of_pairs { "pairs-hint" } else { "states-hint" };
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        limits: m.limits.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <Controls model />
        </PageHead>
        <Legend
            name=Signal::derive(move || model.read().legend_name.clone())
            write=move |h: &mut Fragment| write_key(h, &model.read())
        />
        <div class="wide" data-answer="">
            <table
                class="by-column"
                class:of-pairs=move || model.read().of_pairs
                class:has-groups=move || model.read().blocks.iter().any(|block| block.name.is_some())
                role="grid"
                translate="no"
                aria-describedby=hint
                use:html=fragment(move |h| table::write(h, &model.read()))
            ></table>
            <p id=hint class="hidden">
                {move || model.read().hint.clone()}
            </p>
        </div>
        <div class="columns further" use:html=fragment(move |h| table::write_classes(h, &model.read()))></div>
    }
}

/// Writes the marks, the wash of rows and what the years are.
fn write_key(h: &mut Fragment, m: &ColumnsView) {
    if let Some(wash) = &m.wash {
        h.el("li", &[("class", "wash-legend")], |h| h.text_el("span", &[], wash));
    }
    write_items(h, &m.legend);
    if let Some(years) = &m.years {
        h.el("li", &[], |h| h.text_el("span", &[], years));
    }
}
