//! Similarity of treaty records.
//!
//! Its tables are fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{Action, CellStyle, Command};
use cisconf_core::text::Key;
use cisconf_core::view::{
    self, Dendrogram, LeavingOut, LeavingOutRow, Method, SimilarityCell, SimilarityMap, SimilarityRow,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::doubts::doubts;
use super::partitions::{closest, special};
use super::scheme_comparison::{SchemeComparisonMenu, scheme_pair};
use crate::browser::fragment::{fragment, html};
use crate::charts::write_tree;
use crate::components::{Segment, Segmented, evidence_button, evidence_grid_button};
use crate::pages::orders::Orders;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::pages::table_parts::{hue, write_heads, write_row_head, write_stacked_cell};
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Renders similarity map, dendrogram, partition counts and scheme comparison.
#[component]
pub fn MethodPage() -> impl IntoView {
    let session = use_session();
    session.count_while_shown();
    let model = session.active_view_model(view::method);
    let partitions = session.partitions();
    let doubts_shown = SharedMemo::new(move || model.read().doubts.clone());
    let map = SharedMemo::new(move || model.read().map.clone());
    let tree = SharedMemo::new(move || model.read().tree.clone());
    let pair = SharedMemo::new(move || model.read().scheme_comparison.pair.clone());
    let special_shown = SharedMemo::new(move || partitions.read().special.clone());
    let closest_shown = SharedMemo::new(move || partitions.read().closest.clone());
    let order = SharedMemo::new(move || model.read().order.clone());
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <Forms />
            <Orders order />
        </PageHead>
        <div class="legend-row">
            <section use:html=fragment(move |h| doubts(h, &doubts_shown.read()))></section>
            <ul
                class="legend tones"
                data-legend=""
                aria-label=move || map.read().legend_name.clone()
                use:html=fragment(move |h| tones(h, &map.read()))
            ></ul>
        </div>
        <div class="method" class:shared=move || model.read().shares_rows data-answer="">
            <section class="pairs-map" aria-label=move || map.read().title.clone()>
                <div use:html=fragment(move |h| ranking(h, &model.read()))></div>
                <div class="wide" hidden=move || model.read().ranking.is_some()>
                    <table
                        class="matrix pairs like-map"
                        role="grid"
                        translate="no"
                        aria-describedby="method-hint"
                        use:html=fragment(move |h| matrix(h, &map.read()))
                    ></table>
                    <p id="method-hint" class="hidden">
                        {move || map.read().hint.clone()}
                    </p>
                </div>
            </section>
            <section class="tree-part" use:html=fragment(move |h| dendrogram(h, &tree.read()))></section>
            <section
                class="special-part"
                use:html=fragment(move |h| special(h, &special_shown.read()))
            ></section>
            <section class="records-part" use:html=fragment(move |h| under(h, &map.read()))></section>
        </div>
        {leaving_out_part(model)}
        <section class="beside">
            <div use:html=fragment(move |h| {
                let m = model.read();
                section_head(h, &m.scheme_comparison.title, &m.scheme_comparison.lead);
            })></div>
            <SchemeComparisonMenu
                model
                on_choose=Callback::new(move |grouping| {
                    session.dispatch_after_paint(Action::SecondGrouping(grouping));
                })
            />
            <div use:html=fragment(move |h| {
                if let Some(pair) = Option::as_ref(&pair.read()) {
                    scheme_pair(h, pair);
                }
            })></div>
        </section>
        <section class="far" use:html=fragment(move |h| closest(h, &closest_shown.read()))></section>
    }
}

/// Renders the choice between the matrix and the ranked pairs.
#[component]
fn Forms() -> impl IntoView {
    let session = use_session();
    let cell_style = session.active_view_model(|cx| cx.state.cell_style);
    let segment = move |value: CellStyle, key: Key| Segment {
        label: session.t(key).to_owned(),
        command: Command::Cells(value),
        current: cell_style.get() == value,
    };
    move || {
        let segments =
            vec![segment(CellStyle::Marks, Key::PairsMatrix), segment(CellStyle::Words, Key::PairsRanked)];
        view! { <Segmented label=session.t(Key::FormLabel).to_owned() segments /> }
    }
}

/// Writes all pairs by similarity, if they are asked for.
fn ranking(h: &mut Fragment, m: &Method) {
    let Some(ranking) = &m.ranking else { return };
    h.el("table", &[("class", "list ranked")], |h| {
        h.text_el("caption", &[("class", "hidden")], &ranking.title);
        write_heads(h, &ranking.heads);
        h.el("tbody", &[], |h| {
            for pair in &ranking.rows {
                h.el("tr", &[], |h| {
                    write_row_head(h, &pair.open, &pair.name);
                    h.text_el("td", &[AS_IT_IS], &pair.value);
                    h.text_el("td", &[AS_IT_IS], &pair.place);
                });
            }
        });
    });
}

/// Renders what the means become without one part.
fn leaving_out_part(model: SharedMemo<Method>) -> impl IntoView {
    let cases = SharedMemo::new(move || model.read().leaving_out.clone());
    let write =
        move |h: &mut Fragment| Option::as_ref(&cases.read()).into_iter().for_each(|c| leaving_out(h, c));
    view! { <section class="without" use:html=fragment(write)></section> }
}

/// Writes the sentence on the cases, and the cases in a folded table.
fn leaving_out(h: &mut Fragment, cases: &LeavingOut) {
    section_head(h, &cases.title, &cases.lead);
    h.text_el("p", &[], &cases.sentence);
    h.el("details", &[], |h| {
        h.text_el("summary", &[], &cases.table_title);
        h.el("table", &[("class", "list stacked")], |h| {
            write_heads(h, &cases.heads);
            for block in &cases.blocks {
                h.el("tbody", &[], |h| {
                    if !block.title.is_empty() {
                        h.el("tr", &[("class", "group")], |h| {
                            h.el("th", &[("scope", "rowgroup"), ("colspan", "3")], |h| {
                                h.text_el("strong", &[], &block.title);
                            });
                        });
                    }
                    block.rows.iter().for_each(|row| case(h, row, &cases.heads, !block.title.is_empty()));
                });
            }
        });
    });
}

fn case(h: &mut Fragment, row: &LeavingOutRow, heads: &[String; 3], is_name: bool) {
    h.el("tr", &[], |h| {
        match &row.open {
            Some(open) => write_row_head(h, open, &row.name),
            None if is_name => h.text_el("th", &[("scope", "row"), AS_IT_IS], &row.name),
            None => h.text_el("th", &[("scope", "row")], &row.name),
        }
        let means = heads[1..].iter().zip(&row.means);
        means.for_each(|(head, mean)| write_stacked_cell(h, head, mean));
    });
}

fn section_head(h: &mut Fragment, title: &str, lead: &str) {
    h.text_el("h2", &[], title);
    h.text_el("p", &[("class", "note")], lead);
}

fn matrix(h: &mut Fragment, m: &SimilarityMap) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.el("th", &[("scope", "col"), ("class", "name")], |h| {
                h.text_el("span", &[("class", "hidden")], &m.state_head);
            });
            for row in &m.rows {
                h.el("th", &[("scope", "col"), ("class", first(row.first))], |h| {
                    h.text_el("abbr", &[("title", &row.name)], &row.key);
                });
            }
        });
    });
    h.el("tbody", &[], |h| {
        for (at, r) in m.rows.iter().enumerate() {
            row(h, r, &m.rows, at == 0);
        }
    });
}

/// Returns the class of a row or column that begins a group.
fn first(first: bool) -> &'static str {
    if first { "first" } else { "" }
}

fn row(h: &mut Fragment, row: &SimilarityRow, all: &[SimilarityRow], top: bool) {
    if let Some(group) = &row.group {
        let columns = (all.len() + 1).to_string();
        h.el("tr", &[("class", "group")], |h| {
            h.text_el("th", &[("scope", "rowgroup"), ("class", "name"), ("colspan", &columns)], group);
        });
    }
    h.el("tr", &[("class", first(row.first)), ("data-hue", &hue(row.hue))], |h| {
        h.el("th", &[("scope", "row"), ("class", "name")], |h| {
            evidence_grid_button(h, &row.open, &row.name, top, |h| {
                h.text_el("span", &[("class", "long")], &row.name);
                h.text_el("span", &[("class", "short"), ("aria-hidden", "true")], &row.short);
            });
        });
        for (c, column) in row.cells.iter().zip(all) {
            cell(h, c, column.first);
        }
    });
}

fn cell(h: &mut Fragment, cell: &SimilarityCell, starts: bool) {
    let Some(open) = &cell.open else {
        return h.text_el("td", &[("class", if starts { "same first" } else { "same" })], "");
    };
    let tone = cell.tone.map(|tone| tone.to_string()).unwrap_or_default();
    let class = match (starts, cell.inside) {
        (true, true) => "first inside",
        (false, true) => "inside",
        (starts, false) => first(starts),
    };
    h.el("td", &[("class", class), ("data-tone", &tone)], |h| {
        evidence_grid_button(h, open, &cell.label, false, |h| {
            h.text(cell.text.as_deref().unwrap_or_default());
        });
    });
}

/// Writes the meaning of the tones.
fn tones(h: &mut Fragment, m: &SimilarityMap) {
    for (tone, word) in m.tones.iter().enumerate() {
        h.el("li", &[], |h| {
            h.el("span", &[("class", "tone"), ("data-tone", &tone.to_string())], |_| {});
            h.text_el("span", &[], word);
        });
    }
    if let Some(inside) = &m.inside {
        h.el("li", &[], |h| {
            h.el("span", &[("class", "tone framed")], |_| {});
            h.text_el("span", &[], inside);
        });
    }
}

/// Writes which states have identical records, which have one of their own, and the formula.
fn under(h: &mut Fragment, m: &SimilarityMap) {
    for (title, records) in [(&m.same_title, &m.same), (&m.alone_title, &m.alone)] {
        if !records.is_empty() {
            h.el("div", &[("class", "same-records")], |h| {
                h.text_el("h3", &[], title);
                h.el("ul", &[AS_IT_IS], |h| records.iter().for_each(|line| h.text_el("li", &[], line)));
            });
        }
    }
    h.text_el("p", &[("class", "note")], &m.lead);
}

fn dendrogram(h: &mut Fragment, m: &Dendrogram) {
    h.text_el("h2", &[], &m.title);
    if let Some(why) = &m.why {
        return h.text_el("p", &[], why);
    }
    h.el("div", &[("class", "tree")], |h| {
        h.el("ul", &[], |h| {
            for leaf in &m.leaves {
                h.el("li", &[("class", "swatch"), ("data-hue", &hue(leaf.hue)), AS_IT_IS], |h| {
                    evidence_button(h, &leaf.open, "", "evidence-button", |h| h.text(&leaf.name));
                });
            }
        });
        write_tree(h, m);
        h.text_el("p", &[("class", "note")], &m.scale);
    });
    h.el("details", &[], |h| {
        h.text_el("summary", &[], &m.table_title);
        h.text_el("p", &[("class", "note")], &m.lead);
        h.el("table", &[("class", "list stacked"), AS_IT_IS], |h| {
            write_heads(h, &m.heads);
            h.el("tbody", &[], |h| {
                for step in &m.steps {
                    h.el("tr", &[], |h| {
                        let texts = [&step.left, &step.right, &step.similarity, &step.pairs];
                        m.heads.iter().zip(texts).for_each(|(head, text)| write_stacked_cell(h, head, text));
                    });
                }
            });
        });
    });
}
