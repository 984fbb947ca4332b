//! The landing page. Its lists are written by `cisconf-markup`, as the opening page has them too.

use cisconf_core::view::{self, Overview};
use cisconf_markup::{doors, key_figures, read_first, swatches, tiles, write_lanes};
use leptos::prelude::*;

use crate::browser::fragment::to_html;
use crate::pages::legend::fixed_legend;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::session::use_session;

/// Renders key figures, tiles, links to the views, and what to read before quoting.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let model = use_session().active_view_model(view::overview);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head />
        {move || draw(&model.read())}
    }
}

fn draw(m: &Overview) -> impl IntoView + use<> {
    view! {
        <div data-answer="">
            <section aria-label=m.key_title.clone()>
                <ul class="keys" inner_html=to_html(|h| key_figures(h, m))></ul>
            </section>
            <section class="process">
                <div class="process-head">
                    <h2>{m.process_title.clone()}</h2>
                    {fixed_legend(m.process.legend_name.clone(), m.process.legend.clone())}
                </div>
                <table class="lanes" role="grid" inner_html=to_html(|h| write_lanes(h, &m.process))></table>
            </section>
        </div>
        <div class="columns">
            <section>
                <h2>{m.tiles_title.clone()}</h2>
                <p class="note">{m.tiles_lead.clone()}</p>
                {fixed_legend(m.legend_name.clone(), m.legend.clone())}
                <ul class="tiles" translate="no" inner_html=to_html(|h| tiles(h, m))></ul>
                <ul class="swatches" inner_html=to_html(|h| swatches(h, m))></ul>
                <p class="note">{m.disclaimer.clone()}</p>
            </section>
            <section inner_html=to_html(|h| {
                doors(h, m);
                read_first(h, m, &m.caveats);
            })></section>
        </div>
    }
}
