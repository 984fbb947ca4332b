//! The landing view.

use cisconf_core::view::{self, Door, KeyFigure, Overview, Tile};
use leptos::prelude::*;

use super::tools::{OverviewTabs, Tools};
use crate::charts::glyph;
use crate::components::{Heading, Legend, Opener};
use crate::session::Session;

/// Key figures, tiles, doors, what to read before quoting.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let model = Session::get().page(view::overview);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=m.sentences.clone() /> } }}
        <div class="bar"><OverviewTabs /><Tools /></div>
        {move || draw(&model.read())}
    }
}

fn draw(m: &Overview) -> impl IntoView + use<> {
    let caveats = m.caveats.iter().map(|(text, open)| {
        let text = text.clone();
        view! { <li><Opener open=open.clone()>{text}</Opener></li> }
    });
    view! {
        <section aria-label=m.key_title.clone()>
            <ul class="keys">{m.keys.iter().map(key).collect_view()}</ul>
        </section>
        <div class="columns">
            {tiles(m)}
            <section>
                <h2>{m.doors_title.clone()}</h2>
                <ul class="doors">{m.doors.iter().map(door).collect_view()}</ul>
                <h2>{m.read_first.clone()}</h2>
                <ul class="caveats">{caveats.collect_view()}</ul>
                <p><a href=m.all_caveats.href.clone()>{m.all_caveats.label.clone()}</a></p>
            </section>
        </div>
    }
}

fn key(key: &KeyFigure) -> impl IntoView + use<> {
    view! { <li><a href=key.href.clone()><strong>{key.value.clone()}</strong><span>{key.label.clone()}</span></a></li> }
}

fn door(door: &Door) -> impl IntoView + use<> {
    view! { <li><a href=door.href.clone()><strong>{door.label.clone()}</strong><span>{door.text.clone()}</span></a></li> }
}

fn tiles(m: &Overview) -> impl IntoView + use<> {
    let groups = m.groups.iter().map(|(name, hue)| {
        view! { <li class="swatch" data-hue=hue.map(|h| h.to_string())>{name.clone()}</li> }
    });
    view! {
        <section>
            <h2>{m.tiles_title.clone()}</h2>
            <p class="note">{m.tiles_lead.clone()}</p>
            <ul class="tiles">{m.tiles.iter().map(tile).collect_view()}</ul>
            <ul class="swatches">{groups.collect_view()}</ul>
            <Legend name=m.legend_name.clone() items=m.legend.clone() />
            <p class="note">{m.disclaimer.clone()}</p>
        </section>
    }
}

fn tile(tile: &Tile) -> impl IntoView + use<> {
    let (column, row) = (tile.column.to_string(), tile.row.to_string());
    let (mark, key, short) = (tile.mark, tile.key.clone(), tile.short.clone());
    view! {
        <li style:grid-column=column style:grid-row=row data-hue=tile.hue.map(|h| h.to_string())>
            <Opener open=tile.open.clone() label=tile.label.clone()>
                {glyph(mark)}<strong>{key}</strong>" "<span>{short}</span>
            </Opener>
        </li>
    }
}
