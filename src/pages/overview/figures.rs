//! The figures of Appendix B.

use cisconf_core::view::{self, FigureBlock, FigurePair, FigureRow, Figures};
use html_morph::AS_IT_IS;
use leptos::prelude::*;

use crate::browser::fragment::to_html;
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
    let [name, from, value, scale, rate] = m.heads.clone();
    let ask = m.pair.is_none().then(|| view! { <p class="note ask-two">{m.ask.clone()}</p> });
    view! {
        <div class="figures-legend">{fixed_legend(m.legend_name.clone(), m.legend.clone())} {ask}</div>
        <div class="figures-side" class:with-pair=m.pair.is_some() data-answer="">
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{name}</th>
                        <th scope="col" class="from">{from}</th>
                        <th scope="col" class="number">
                            {value}
                        </th>
                        <th scope="col" class="on-scale">
                            <span class="hidden">{scale}</span>
                            {axis(&m.ticks)}
                        </th>
                        <th scope="col" class="number">
                            {rate}
                        </th>
                    </tr>
                </thead>
                {m.blocks.iter().map(|b| block(b, m)).collect_view()}
            </table>
            {m.pair.as_ref().map(pair)}
        </div>
        <p class="note">{m.scale.clone()}</p>
    }
}

/// Renders two chosen figures: what is computed of them, and what is alike and unlike.
fn pair(pair: &FigurePair) -> impl IntoView + use<> {
    let inner = to_html(|h| {
        h.el("header", &[], |h| {
            h.text_el("h2", &[], &pair.title);
            h.text_el("a", &[("href", &pair.close.href)], &pair.close.label);
        });
        h.el("ul", &[("class", "sides-of-pair")], |h| {
            for (letter, name, value) in &pair.sides {
                h.el("li", &[], |h| {
                    h.text_el("span", &[("class", "letter")], letter);
                    h.text_el("span", &[], name);
                    h.text_el("strong", &[AS_IT_IS], value);
                });
            }
        });
        h.el("dl", &[("class", "results")], |h| {
            for (what, result) in &pair.results {
                h.el("div", &[], |h| {
                    h.text_el("dt", &[AS_IT_IS], what);
                    h.text_el("dd", &[AS_IT_IS], result);
                });
            }
        });
        if let Some(warning) = &pair.warning {
            h.text_el("p", &[("class", "pair-warning")], warning);
        }
        h.el("dl", &[("class", "alike")], |h| {
            for (name, words) in &pair.alike {
                h.el("div", &[], |h| {
                    h.text_el("dt", &[], name);
                    h.el("dd", &[], |h| match &words[..] {
                        [both] => h.text_el("p", &[], &format!("A = B: {both}")),
                        words => {
                            for (letter, word) in ["A", "B"].iter().zip(words) {
                                h.text_el("p", &[("class", "unlike")], &format!("{letter}: {word}"));
                            }
                        }
                    });
                });
            }
        });
    });
    view! { <section class="figure-pair" inner_html=inner></section> }
}

fn block(block: &FigureBlock, m: &Figures) -> impl IntoView + use<> {
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="5">
                    {block.title.clone()}
                    {block.at.as_ref().map(|at| format!(" · {at}"))}
                </th>
            </tr>
            {block.rows.iter().map(|r| row(r, block.at.is_none(), m)).collect_view()}
        </tbody>
    }
}

/// Renders a figure; its date only where the figures of a block have several.
fn row(row: &FigureRow, is_dated: bool, m: &Figures) -> impl IntoView + use<> {
    let name = row.name.clone();
    let total = row.total.as_ref().map(|(words, _)| format!("· {words}"));
    let date = is_dated.then(|| format!("{} · ", row.at));
    let letter = row.letter.unwrap_or_default();
    let [from_label, rate_label] = [1, 4].map(|at| m.heads[at].clone());
    view! {
        <tr class:chosen=row.letter.is_some()>
            <th scope="row">
                <a class="pick" href=row.pick.href.clone() aria-label=format!("{letter} {}", row.pick.label)>
                    <span>{letter}</span>
                </a>
                <EvidenceButton open=row.open.clone() label=row.label.clone()>
                    {name}
                </EvidenceButton>
                <p class="definition">
                    {date} <span class="in-short">{row.short.clone()}</span>
                    <span class="in-full">{row.definition.clone()} {total}</span>
                </p>
            </th>
            <td class="from" data-label=from_label>
                {row.data_from.clone()}
                " · "
                <span class="pages">{row.pages.clone()}</span>
            </td>
            <td class="number" translate="no">
                {row.value.clone()}
            </td>
            <td class="on-scale">{figure_dots(row, &m.ticks)}</td>
            <td class="number rate" data-label=rate_label translate="no">
                {row.rate.clone()}
            </td>
        </tr>
    }
}
