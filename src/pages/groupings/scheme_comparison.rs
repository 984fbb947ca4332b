//! Comparison of two grouping schemes.

use cisconf_core::state::SchemeRef;
use cisconf_core::view::{Method, SchemePair};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::components::{ChoiceMenu, evidence_button};
use crate::pages::table_parts::{write_heads, write_row_head, write_stacked_cell};
use crate::reactive::SharedMemo;

/// Renders the menu of the grouping that the active one is compared with.
#[component]
pub(super) fn SchemeComparisonMenu(
    model: SharedMemo<Method>,
    on_choose: Callback<Option<SchemeRef>>,
) -> impl IntoView {
    let label = SharedMemo::new(move || model.read().scheme_comparison.menu.clone());
    let options = SharedMemo::new(move || {
        let m = model.read();
        m.scheme_comparison
            .choices
            .iter()
            .map(|choice| (choice.label.clone(), choice.current))
            .collect::<Vec<_>>()
    });
    let choose = Callback::new(move |at: usize| {
        if let Some(choice) = model.read_untracked().scheme_comparison.choices.get(at) {
            on_choose.run(choice.grouping);
        }
    });
    view! { <ChoiceMenu label options on_choose=choose /> }
}

pub(super) fn scheme_pair(h: &mut Fragment, m: &SchemePair) {
    h.el("p", &[], |h| {
        for sentence in &m.sentences {
            h.text(sentence);
            h.text(" ");
        }
    });
    h.el("ul", &[("class", "inline names")], |h| {
        for (name, open) in &m.names {
            h.el("li", &[], |h| match open {
                Some(open) => evidence_button(h, open, "", "evidence-button", |h| h.text(name)),
                None => h.text(name),
            });
        }
    });
    h.el("div", &[("class", "columns")], |h| {
        h.el("section", &[], |h| crossed(h, m));
        h.el("section", &[], |h| changes(h, m));
    });
    h.el("section", &[("class", "far")], |h| measures(h, m));
}

fn crossed(h: &mut Fragment, m: &SchemePair) {
    h.text_el("h2", &[], &m.table_title);
    h.text_el("p", &[("class", "note")], &m.caption);
    // It may be wider than its room: then the keyboard must be able to scroll it.
    let attributes =
        [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", &*m.table_title)];
    h.el("div", &attributes, |h| {
        h.el("table", &[("class", "list crossed")], |h| {
            h.el("thead", &[], |h| {
                h.el("tr", &[], |h| {
                    h.text_el("td", &[], "");
                    m.columns.iter().for_each(|name| h.text_el("th", &[("scope", "col")], name));
                });
            });
            h.el("tbody", &[], |h| {
                for row in &m.rows {
                    h.el("tr", &[], |h| {
                        let attributes =
                            [("scope", "row"), ("class", "swatch"), ("data-hue", &*row.hue.to_string())];
                        h.text_el("th", &attributes, &row.name);
                        for cell in &row.cells {
                            let (n, states) = cell.as_ref().map_or(("", ""), |(n, states)| (n, states));
                            h.el("td", &[], |h| {
                                h.text_el("strong", &[], n);
                                h.text(" ");
                                h.text_el("small", &[AS_IT_IS], states);
                            });
                        }
                    });
                }
            });
        });
    });
}

fn changes(h: &mut Fragment, m: &SchemePair) {
    h.text_el("h2", &[], &m.changes_title);
    h.text_el("p", &[("class", "note")], &m.changes_lead);
    if let Some(none) = &m.changes_none {
        h.text_el("p", &[], none);
    }
    if m.changes.is_empty() {
        return;
    }
    h.el("table", &[("class", "list gaps"), AS_IT_IS], |h| {
        write_heads(h, &m.changes_heads);
        h.el("tbody", &[], |h| {
            for change in &m.changes {
                h.el("tr", &[("data-hue", &change.hue.to_string())], |h| {
                    write_row_head(h, &change.open, &change.state);
                    h.text_el("td", &[], &change.from);
                    h.text_el("td", &[], &change.to);
                });
            }
        });
    });
}

fn measures(h: &mut Fragment, m: &SchemePair) {
    h.text_el("h2", &[], &m.measures_title);
    h.el("table", &[("class", "list stacked measures")], |h| {
        write_heads(h, &m.heads);
        h.el("tbody", &[], |h| {
            for measure in &m.measures {
                h.el("tr", &[], |h| {
                    h.el("th", &[("scope", "row")], |h| {
                        h.text(&measure.name);
                        h.text(" ");
                        h.text_el("small", &[("class", "note")], &measure.formula);
                    });
                    let values = m.heads[1..].iter().zip(&measure.values);
                    values.for_each(|(head, value)| write_stacked_cell(h, head, value));
                });
            }
        });
    });
}
