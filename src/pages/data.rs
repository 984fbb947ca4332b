//! The data: tables and caveats, downloads, citation.

use cisconf_core::state::{Action, Command, CustomName, Table};
use cisconf_core::view::{self, Data, DataHead, DataRow, Download, Downloads, Format, TableGroup};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::legend::Legend;
use super::page_head::{Head, PageHead, head_of};
use crate::browser::fragment::{fragment, html, to_html};
use crate::components::{evidence_button, pagers, write_option};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Renders the report, the downloads, the menu of tables and the active table.
#[component]
pub fn DataPage() -> impl IntoView {
    let session = use_session();
    session.hold_changes_while_pressed();
    let model = session.active_view_model(view::data);
    let files = SharedMemo::new(move || model.read().downloads.clone());
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <div class="row-filters" use:html=fragment(move |h| chips(h, &model.read()))></div>
        </PageHead>
        <Legend
            name=Signal::derive(move || model.read().name.clone())
            write=move |h: &mut Fragment| notes(h, &model.read())
        />
        <div class="data" data-answer="">
            {menu(model, session)}
            {table(model, session)}
            <div class="take">
                {downloads(files)}
                <ul class="to-read" use:html=fragment(move |h| readings(h, &model.read()))></ul>
                {move || report(&model.read())}
            </div>
        </div>
    }
}

/// Writes the active filters; a press on one removes it.
fn chips(h: &mut Fragment, m: &Data) {
    for chip in &m.chips {
        h.el("a", &[("class", "chip"), ("href", &chip.href)], |h| {
            h.text(&chip.label);
            h.text_el("span", &[("aria-hidden", "true")], " ✕");
        });
    }
    if let Some(clear) = &m.clear {
        h.text_el("a", &[("href", &clear.href)], &clear.label);
    }
}

fn notes(h: &mut Fragment, m: &Data) {
    let [order, limits] = &m.notes;
    h.el("li", &[], |h| {
        h.text_el("span", &[("aria-hidden", "true")], "↕ ");
        h.text(order);
    });
    if let Some(open) = &m.caveat {
        h.el("li", &[], |h| evidence_button(h, open, "", "evidence-button", |h| h.text(limits)));
    }
}

/// Writes the links to the tables that explain the others.
fn readings(h: &mut Fragment, m: &Data) {
    let links = m.tables.iter().flat_map(|group| &group.items);
    for (item, n) in links.filter(|(item, _)| ["codebook", "caveats", "paragraphs"].contains(&item.tag)) {
        h.el("li", &[], |h| {
            h.text_el("a", &[("href", &item.href)], &item.label);
            h.text(" ");
            h.text_el("small", &[], n);
        });
    }
}

fn report(m: &Data) -> impl IntoView + use<> {
    let item = |h: &mut Fragment, (name, text): &(String, String)| {
        h.el("div", &[], |h| {
            h.text_el("dt", &[], name);
            h.text_el("dd", &[], text);
        });
    };
    view! { <dl class="citation" inner_html=to_html(|h| m.report.iter().for_each(|i| item(h, i)))></dl> }
}

/// Renders the downloads. Its buttons stay while the rows change: they may be under a press.
fn downloads(files: SharedMemo<Downloads>) -> impl IntoView {
    let button = |h: &mut Fragment, format: &Format| {
        let command = Command::File(&format.file).name();
        let attributes = [("type", "button"), ("data-do", &*command), ("aria-label", &format.name)];
        h.text_el("button", &attributes, &format.label);
    };
    let item = move |h: &mut Fragment, item: &Download| {
        h.el("li", &[], |h| {
            h.text_el("span", &[], &item.label);
            h.text(" ");
            h.text_el("small", &[], &item.detail);
            item.formats.iter().for_each(|format| button(h, format));
        });
    };
    let items = move |h: &mut Fragment| files.read().items.iter().for_each(|i| item(h, i));
    view! {
        <section class="downloads" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{move || files.read().title.clone()}</h2>
            <ul use:html=fragment(items)></ul>
            <p class="note">{move || files.read().note.clone()}</p>
            <h3>{move || files.read().cite_title.clone()}</h3>
            <p class="cite">{move || files.read().cite.clone()}</p>
        </section>
    }
}

/// Renders the menu twice: as a list of links, and as a select for narrow screens.
///
/// The style sheet shows one of them.
fn menu(model: SharedMemo<Data>, session: Session) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        if let Some(table) = Table::from_url(&event_target_value(&event)) {
            session.dispatch_after_paint(Action::Table(table));
        }
    };
    let label = move || model.read().tables_label.clone();
    let links = move |h: &mut Fragment| model.read().tables.iter().for_each(|g| links(h, g));
    let options = move |h: &mut Fragment| model.read().tables.iter().for_each(|g| options(h, g));
    view! {
        <nav aria-label=label use:html=fragment(links)></nav>
        <label class="tables">
            <span>{label}</span>
            <select on:change=choose use:html=fragment(options)></select>
        </label>
    }
}

fn links(h: &mut Fragment, group: &TableGroup) {
    let write = |h: &mut Fragment| {
        for (item, n) in &group.items {
            let current = if item.current { "true" } else { "" };
            h.el("a", &[("href", &item.href), ("aria-current", current)], |h| {
                h.text_el("span", &[], &item.label);
                h.text(" ");
                h.text_el("small", &[], n);
            });
        }
    };
    if group.folded {
        h.el("details", &[], |h| {
            h.text_el("summary", &[], &group.name);
            write(h);
        });
    } else {
        h.text_el("h2", &[], &group.name);
        write(h);
    }
}

fn options(h: &mut Fragment, group: &TableGroup) {
    h.el("optgroup", &[("label", &group.name)], |h| {
        group.items.iter().for_each(|(item, _)| write_option(h, item.tag, &item.label, item.current));
    });
}

fn table(model: SharedMemo<Data>, session: Session) -> impl IntoView {
    let name = move || model.read().name.clone();
    let pages = SharedMemo::new(move || model.read().pager.clone());
    let (above, below) = pagers(pages);
    let heads = SharedMemo::new(move || model.read().heads.clone());
    let columns = SharedMemo::new(move || heads.read().len());
    let rows = move |h: &mut Fragment| model.read().rows.iter().for_each(|r| row(h, r));
    view! {
        <section>
            <h2 id="table-title" tabindex="-1">
                {name}
                " "
                <small>{move || model.read().total.clone()}</small>
            </h2>
            {above}
            <div class="wide" tabindex="0" role="region" aria-label=name>
                <table class="list">
                    <thead>
                        <tr>
                            <For
                                each=move || 0..columns.get()
                                key=|at| *at
                                children=move |at| head(heads, at)
                            />
                        </tr>
                        <tr class="filters">
                            <For
                                each=move || 0..columns.get()
                                key=|at| *at
                                children=move |at| filter(heads, at, session)
                            />
                        </tr>
                    </thead>
                    <tbody use:html=fragment(rows)></tbody>
                </table>
                {move || model.read().empty.clone().map(|empty| view! { <p class="note">{empty}</p> })}
            </div>
            {below}
        </section>
    }
}

type Heads = SharedMemo<Vec<DataHead>>;

/// Returns a memo of a part of a head; the default after a change to a table of fewer columns.
fn part<T: PartialEq + Default + Send + Sync + 'static>(
    heads: Heads,
    at: usize,
    of: fn(&DataHead) -> T,
) -> SharedMemo<T> {
    SharedMemo::new(move || heads.read().get(at).map(of).unwrap_or_default())
}

/// Renders a head; a press orders the table by its column.
fn head(heads: Heads, at: usize) -> impl IntoView {
    let (label, href) =
        (part(heads, at, |head| head.label.clone()), part(heads, at, |head| head.href.clone()));
    let sort = part(heads, at, |head| head.sort);
    view! {
        <th scope="col" aria-sort=move || Some(sort.get()).filter(|sort| !sort.is_empty())>
            <a href=move || href.get()>{move || label.get()}</a>
        </th>
    }
}

/// Renders the filter of a column: a list of its values, or a field for a text.
///
/// It stays mounted while the rows change, so that it keeps the focus.
fn filter(heads: Heads, at: usize, session: Session) -> impl IntoView {
    let label = part(heads, at, |head| head.filter.label.clone());
    let value = part(heads, at, |head| head.filter.value.clone());
    let values = part(heads, at, |head| head.filter.options.clone());
    let has_values = SharedMemo::new(move || !values.read().is_empty());
    let change = move |event: leptos::ev::Event| {
        let column = u8::try_from(at).unwrap_or(u8::MAX);
        let value = CustomName::new(&event_target_value(&event));
        session.dispatch_after_paint(Action::FilterColumn(column, value));
    };
    let options = move |h: &mut Fragment| {
        values.read().iter().for_each(|option| write_option(h, &option.value, &option.label, option.current));
    };
    let class = move || if value.read().is_empty() { "" } else { "set" };
    move || {
        if has_values.get() {
            view! {
                <td>
                    <select
                        class=class
                        aria-label=move || label.get()
                        on:change=change
                        use:html=fragment(options)
                    ></select>
                </td>
            }
            .into_any()
        } else {
            view! {
                <td>
                    <input
                        type="search"
                        class=class
                        autocomplete="off"
                        maxlength="40"
                        aria-label=move || label.get()
                        prop:value=move || value.get()
                        on:change=change
                    />
                </td>
            }
            .into_any()
        }
    }
}

fn row(h: &mut Fragment, row: &DataRow) {
    let mut cells = row.cells.iter();
    let first = cells.next().map(String::as_str).unwrap_or_default();
    h.el("tr", &[], |h| {
        h.el("th", &[("scope", "row")], |h| match &row.open {
            Some((label, open)) => evidence_button(h, open, label, "evidence-button", |h| h.text(first)),
            None => h.text(first),
        });
        // Short cells are names, codes, statuses and numbers; only long ones may be translated.
        cells.for_each(|cell| h.text_el("td", if cell.len() < 80 { &[AS_IT_IS] } else { &[] }, cell));
    });
}
