//! The figures of Annex B.

use cisconf_core::view::{self, FigureBlock, FigureRow, Figures, Tick};
use leptos::prelude::*;

use crate::charts::{axis, figure_dots};
use crate::components::EvidenceButton;
use crate::pages::legend::fixed_legend;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::session::use_session;

/// Renders stocks and flows.
#[component]
pub fn FiguresPage() -> impl IntoView {
    let model = use_session().active_view_model(view::figures);
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

fn draw(m: &Figures) -> impl IntoView + use<> {
    let [name, at, value, scale] = m.heads.clone();
    view! {
        {fixed_legend(m.legend_name.clone(), m.legend.clone())}
        <table class="figures" data-answer="">
            <thead>
                <tr>
                    <th scope="col">{name}</th>
                    <th scope="col">{at}</th>
                    <th scope="col" class="number">
                        {value}
                    </th>
                    <th scope="col" class="on-scale">
                        <span class="hidden">{scale}</span>
                        {axis(&m.ticks)}
                    </th>
                </tr>
            </thead>
            {m.blocks.iter().map(|b| block(b, &m.ticks)).collect_view()}
        </table>
        <p class="note">{m.scale.clone()}</p>
    }
}

fn block(block: &FigureBlock, ticks: &[Tick]) -> impl IntoView + use<> {
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="4">
                    {block.title.clone()}
                </th>
            </tr>
            {block.rows.iter().map(|r| row(r, ticks)).collect_view()}
        </tbody>
    }
}

fn row(row: &FigureRow, ticks: &[Tick]) -> impl IntoView + use<> {
    let name = row.name.clone();
    let total = row.total.as_ref().map(|(words, _)| view! { <p class="total">{words.clone()}</p> });
    view! {
        <tr>
            <th scope="row">
                <EvidenceButton open=row.open.clone()>{name}</EvidenceButton>
                <p class="definition">
                    {row.definition.clone()}" · "<span class="pages">{row.pages.clone()}</span>
                </p>
                {total}
            </th>
            <td class="at" translate="no">
                {row.at.clone()}
            </td>
            <td class="number" translate="no">
                {row.value.clone()}
            </td>
            <td class="on-scale">{figure_dots(row, ticks)}</td>
        </tr>
    }
}
