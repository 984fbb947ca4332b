//! The controls over the table: chips of conditions, menus of conditions and columns.

use cisconf_core::state::Command;
use cisconf_core::view::{self, ColumnMenu, ColumnsView, ConditionChip, MenuOption, MenuSection};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use crate::browser::fragment::{fragment, html};
use crate::components::menu;
use crate::reactive::SharedMemo;
use crate::session::use_session;

/// Most chips and letters of chips in the bar; more of them are in the menu of conditions.
const IN_BAR: (usize, usize) = (2, 58);

/// Renders the controls.
#[component]
pub fn Controls(model: SharedMemo<ColumnsView>) -> impl IntoView {
    let session = use_session();
    let set = move || match model.read().tools.chips.len() {
        0 => String::new(),
        n => n.to_string(),
    };
    let conditions = move || {
        let options = session.active_view_model(view::condition_menu);
        let write = move |h: &mut Fragment| {
            write_chips(h, &model.read().tools.chips);
            // On a phone and on a projector the bar has no room for them.
            h.el("div", &[("class", "met-actions")], |h| write_actions(h, &model.read()));
            write_menu(h, &options.read());
        };
        view! { <div class="panel column-menu" use:html=fragment(write)></div> }.into_any()
    };
    let columns = move || {
        let options = session.active_view_model(view::column_menu);
        let write = move |h: &mut Fragment| write_menu(h, &options.read());
        view! { <div class="panel column-menu" use:html=fragment(write)></div> }.into_any()
    };
    let in_bar = move |h: &mut Fragment| {
        let tools = &model.read().tools;
        let letters: usize = tools.chips.iter().map(|chip| chip.label.chars().count()).sum();
        if tools.chips.len() <= IN_BAR.0 && letters <= IN_BAR.1 {
            write_chips(h, &tools.chips);
        }
    };
    view! {
        <div class="condition-bar" use:html=fragment(in_bar)></div>
        {menu("add", move || model.read().tools.add.clone(), set, conditions)}
        {menu(
            "columns",
            move || model.read().tools.columns[0].clone(),
            move || model.read().tools.columns[1].clone(),
            columns,
        )}
        <div class="met-actions" use:html=fragment(move |h| write_actions(h, &model.read()))></div>
    }
}

/// Writes the set conditions, with "and" or "or" between them.
fn write_chips(h: &mut Fragment, chips: &[ConditionChip]) {
    if chips.is_empty() {
        return;
    }
    h.el("ul", &[("class", "chips")], |h| {
        for chip in chips {
            h.el("li", &[], |h| {
                if let Some([word, name, go]) = &chip.joint {
                    let attributes =
                        [("type", "button"), ("class", "joint"), ("aria-label", name), ("data-do", go)];
                    h.text_el("button", &attributes, word);
                }
                let attributes = [
                    ("type", "button"),
                    ("class", "chip"),
                    AS_IT_IS,
                    ("aria-label", &*chip.remove),
                    ("data-do", &*chip.go),
                ];
                h.el("button", &attributes, |h| {
                    h.text_el("span", &[], &chip.label);
                    h.text_el("span", &[("aria-hidden", "true")], "×");
                });
            });
        }
    });
}

/// Writes a menu: options without a head, then a fold for each section.
fn write_menu(h: &mut Fragment, m: &ColumnMenu) {
    if let Some(full) = &m.full {
        h.text_el("p", &[("class", "note")], full);
    }
    m.sections.iter().filter(|section| !section.options.is_empty()).for_each(|section| {
        if section.name.is_empty() {
            h.el("div", &[("class", "options")], |h| section.options.iter().for_each(|o| option(h, o)));
        } else {
            write_section(h, section);
        }
    });
}

fn write_section(h: &mut Fragment, section: &MenuSection) {
    let set = section.options.iter().filter(|option| option.on).count();
    h.el("details", &[("class", "facet")], |h| {
        h.el("summary", &[], |h| {
            h.text_el("span", &[], &section.name);
            if set > 0 {
                h.text(" ");
                h.text_el("small", &[], &set.to_string());
            }
        });
        h.el("div", &[("class", "options"), ("role", "group"), ("aria-label", &section.name)], |h| {
            section.options.iter().for_each(|o| option(h, o));
        });
    });
}

fn option(h: &mut Fragment, o: &MenuOption) {
    let attributes = [
        ("type", "button"),
        ("role", "checkbox"),
        ("class", if o.count == Some(0) { "option none" } else { "option" }),
        ("data-do", &*o.go),
        ("aria-checked", if o.on { "true" } else { "false" }),
    ];
    h.el("button", &attributes, |h| {
        h.text_el("span", &[AS_IT_IS], &o.label);
        if let Some(count) = o.count {
            h.text(" ");
            h.text_el("span", &[("class", "count")], &count.to_string());
        }
    });
}

/// Writes what can be done with the rows that meet the conditions, and which pairs are listed.
fn write_actions(h: &mut Fragment, m: &ColumnsView) {
    for link in m.tools.use_as.iter().chain(&m.tools.compare) {
        h.text_el("a", &[("class", "met-link"), ("href", &link.href)], &link.label);
    }
    if !m.tools.pairs.is_empty() {
        h.el("div", &[("class", "segmented"), ("role", "group"), ("aria-label", &m.tools.add)], |h| {
            for (label, go, current) in &m.tools.pairs {
                debug_assert!(matches!(Command::parse(go), Command::Go(_)));
                let pressed = if *current { "true" } else { "false" };
                let attributes = [("type", "button"), ("aria-pressed", pressed), ("data-do", go.as_str())];
                h.text_el("button", &attributes, label);
            }
        });
    }
}
