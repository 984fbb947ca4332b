//! Comparison of states and groups.
//!
//! Its tables are fragments: see `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::{Action, Command, MAX_COMPARE_ITEMS, RowFilter};
use cisconf_core::view::{
    self, Compare, CompareCell, CompareEntry, CompareRow, CompareSection, Nearest, Side, SideChoices,
    SideMenu,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::page_head::{Head, PageHead, head_of};
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::{Segment, Segmented, evidence_button};
use crate::reactive::SharedMemo;
use crate::session::{Session, use_session};

/// Renders the comparison.
#[component]
pub fn ComparePage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::compare);
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        warning: m.warning.clone().map(|warning| (warning, m.back.clone())),
        ..Head::default()
    });
    view! {
        <PageHead head>
            {sides(model, session)} {move || all_groups(&model.read())} {move || rows_choice(&model.read())}
        </PageHead>
        <div
            class="beside"
            data-answer=""
            use:html=fragment(move |h| comparison_tables(h, &model.read()))
        ></div>
    }
}

/// Selectors of the menu of each side.
const SELECTS: [&[&str]; MAX_COMPARE_ITEMS] = [
    &[".labelled-select:nth-child(1) select"],
    &[".labelled-select:nth-child(2) select"],
    &[".labelled-select:nth-child(3) select"],
    &[".labelled-select:nth-child(4) select"],
    &[".labelled-select:nth-child(5) select"],
    &[".labelled-select:nth-child(6) select"],
];

/// Renders a menu for each side, with buttons to move and remove it.
///
/// A menu stays mounted as long as its side exists.
fn sides(model: SharedMemo<Compare>, session: Session) -> impl IntoView {
    let places = SharedMemo::new(move || {
        model.read().menus.iter().map(|menu| (menu.place, menu.current.is_none())).collect::<Vec<_>>()
    });
    let side = move |(place, empty): (usize, bool)| {
        let menu =
            SharedMemo::new(move || model.read().menus.iter().find(|menu| menu.place == place).cloned());
        let word =
            move |of: fn(&SideMenu) -> Option<&String>| Option::as_ref(&menu.read()).and_then(of).cloned();
        let choose = move |event: leptos::ev::Event| {
            let key = event_target_value(&event);
            let m = model.read_untracked();
            let found = m.choices.iter().flat_map(|choices| &choices.options).find(|o| o.key == key);
            // The menu of an empty side is replaced by that of the chosen one.
            let side = Action::SetSide(place, found.map(|option| option.member));
            session.after_paint(move || {
                session.keep_focus(".sides select", SELECTS.get(place).copied().unwrap_or_default());
                session.dispatch(side);
            });
        };
        let act = move |label: Option<String>, sign: &'static str, action: Action| {
            let press = move |_| {
                session.after_paint(move || {
                    session.keep_focus(".sides button", &[".sides .add select"]);
                    session.dispatch(action);
                });
            };
            label.map(|label| {
                view! {
                    <button type="button" aria-label=label.clone() title=label on:click=press>
                        <span aria-hidden="true">{sign}</span>
                    </button>
                }
            })
        };
        let offered =
            move |h: &mut Fragment| options(h, &model.read(), word(|menu| menu.current.as_ref()).as_deref());
        view! {
            <div class=if empty { "labelled-select add" } else { "labelled-select" }>
                <label>
                    <span>{move || word(|menu| Some(&menu.label))}</span>
                    <select translate="no" use:html=fragment(offered) on:change=choose></select>
                </label>
                {move || act(word(|menu| menu.earlier.as_ref()), "‹", Action::SwapSides(place))}
                {move || act(word(|menu| menu.remove.as_ref()), "×", Action::RemoveSide(place))}
            </div>
        }
    };
    view! {
        <div class="sides compared">
            <For each=move || places.get() key=|side| *side children=side />
        </div>
    }
}

/// Writes the options of a menu, the empty choice only while nothing is chosen.
fn options(h: &mut Fragment, m: &Compare, current: Option<&str>) {
    let option = |h: &mut Fragment, key: &str, label: &str| {
        let selected = if Some(key) == current { "selected" } else { "" };
        h.text_el("option", &[("value", key), ("selected", selected)], label);
    };
    if current.is_none() {
        h.text_el("option", &[("selected", "selected")], &m.choose);
    }
    let group = |h: &mut Fragment, choices: &SideChoices| {
        h.el("optgroup", &[("label", &choices.label)], |h| {
            choices.options.iter().for_each(|o| option(h, &o.key, &o.label));
        });
    };
    m.choices.iter().for_each(|choices| group(h, choices));
}

fn all_groups(m: &Compare) -> impl IntoView + use<> {
    m.all_groups.clone().map(|link| view! { <a class="all-groups" href=link.href>{link.label}</a> })
}

fn rows_choice(m: &Compare) -> impl IntoView + use<> {
    let segments = m.rows_choices.iter().zip(RowFilter::ALL).map(|((label, current), value)| Segment {
        label: label.clone(),
        command: Command::Rows(*value),
        current: *current,
    });
    view! { <Segmented label=m.rows_label.clone() segments=segments.collect() /> }
}

fn comparison_tables(h: &mut Fragment, m: &Compare) {
    match &m.ask {
        Some(ask) => h.text_el("p", &[("class", "empty")], ask),
        None => tables(h, m),
    }
    if let Some(nearest) = &m.nearest {
        self::nearest(h, nearest);
    }
    let notes = std::iter::once(&m.shown).chain(&m.notes).filter(|note| !note.is_empty());
    notes.for_each(|note| h.text_el("p", &[("class", "note")], note));
}

/// Writes a sticky row with the names of the sides, then a table for each collection.
///
/// Separate tables let the browser skip the layout of collections far below the viewport, and let
/// the reader skip long ones.
fn tables(h: &mut Fragment, m: &Compare) {
    let sides = m.sides.len().to_string();
    strip(h, &m.sections);
    h.el("div", &[("class", "compare"), ("data-sides", &sides)], |h| {
        h.el("ul", &[("class", "heads")], |h| m.sides.iter().for_each(|s| head(h, s)));
        for section in &m.sections {
            h.el("section", &[], |h| {
                title(h, section);
                if section.rows.is_empty() {
                    return;
                }
                h.el("table", &[("aria-label", &section.title)], |h| {
                    columns(h, &m.sides);
                    h.el("tbody", &[], |h| section.rows.iter().for_each(|r| row(h, r, &m.sides, &sides)));
                });
            });
        }
    });
}

/// Writes the counts of all sections in one row, as buttons that lead to them.
fn strip(h: &mut Fragment, sections: &[CompareSection]) {
    h.el("ul", &[("class", "section-counts")], |h| {
        for section in sections {
            let show = [("type", "button"), ("data-do", &*Command::Show(section.id).name())];
            h.el("li", &[], |h| {
                h.el("button", &show, |h| {
                    h.text_el("strong", &[], &section.title);
                    section.brief.iter().for_each(|count| h.text_el("small", &[], count));
                });
            });
        }
    });
}

/// Writes the states with the most similar treaty record, as links that add one.
fn nearest(h: &mut Fragment, nearest: &Nearest) {
    h.el("p", &[("class", "nearest")], |h| {
        h.text_el("b", &[], &nearest.title);
        for of in &nearest.of {
            h.text("; ");
            h.text_el("span", &[AS_IT_IS], &of.name);
            for (at, state) in of.states.iter().enumerate() {
                h.text(if at == 0 { ": " } else { ", " });
                match &state.href {
                    Some(href) => h.text_el("a", &[("href", href), AS_IT_IS], &state.name),
                    None => h.text_el("span", &[AS_IT_IS], &state.name),
                }
                h.text(" ");
                h.text_el("small", &[], &state.similarity);
            }
        }
    });
}

fn title(h: &mut Fragment, section: &CompareSection) {
    h.el("h2", &[("data-part", section.id), ("tabindex", "-1")], |h| {
        h.text(&section.title);
        for count in &section.counts {
            h.text(" ");
            h.text_el("small", &[], count);
        }
    });
    if let Some(lead) = section.lead.as_ref().filter(|_| !section.rows.is_empty()) {
        h.text_el("p", &[("class", "group-lead")], lead);
    }
}

/// Writes column headers for screen readers and for print.
///
/// On screen, one row of names is shown for all tables.
fn columns(h: &mut Fragment, sides: &[Side]) {
    h.el("thead", &[AS_IT_IS], |h| {
        h.el("tr", &[], |h| {
            h.text_el("td", &[], "");
            for side in sides {
                h.el("th", &[("scope", "col")], |h| h.text_el("span", &[("class", "hidden")], &side.name));
            }
        });
    });
}

fn head(h: &mut Fragment, side: &Side) {
    h.el("li", &[], |h| {
        h.el("strong", &[AS_IT_IS], |h| match &side.open {
            Some(open) => evidence_button(h, open, "", "evidence-button", |h| h.text(&side.name)),
            None => {
                h.text_el("a", &[("href", side.page.as_deref().unwrap_or_default())], &side.name);
            }
        });
        if let Some(detail) = &side.detail {
            let hue = side.hue.map(|hue| hue.to_string()).unwrap_or_default();
            h.text_el("small", &[("class", "swatch"), ("data-hue", &hue)], detail);
        }
    });
}

fn row(h: &mut Fragment, row: &CompareRow, sides: &[Side], all: &str) {
    h.el("tr", &[], |h| {
        // Cells with glyphs mean that the row is a treaty or a status, which must not be
        // translated.
        let is_fixed = row.cells.iter().flat_map(|cell| &cell.lines).any(|line| line.mark.is_some());
        let fixed = if is_fixed { AS_IT_IS } else { ("translate", "") };
        h.el("th", &[("scope", "row"), fixed], |h| {
            h.text(&row.label);
            if let Some(detail) = &row.detail {
                h.text_el("small", &[], detail);
            }
            if let Some(word) = &row.word {
                let class = if row.is_word_shown { "who" } else { "hidden" };
                h.text_el("span", &[("class", class)], word);
            }
        });
        match &row.cells[..] {
            [cell] if sides.len() > 1 => h.el("td", &[("colspan", all)], |h| self::cell(h, cell)),
            cells => {
                for (cell, side) in cells.iter().zip(sides) {
                    h.el("td", &[("data-of", &side.name)], |h| self::cell(h, cell));
                }
            }
        }
    });
}

/// Writes a cell: one line as text, several as a list, those beyond a few in a `details`.
fn cell(h: &mut Fragment, cell: &CompareCell) {
    let (now, rest) = cell.lines.split_at(cell.at_once.min(cell.lines.len()));
    let list = |h: &mut Fragment, lines: &[CompareEntry]| {
        h.el("ul", &[], |h| lines.iter().for_each(|line| h.el("li", &[], |h| entry(h, line))));
    };
    match now {
        [only] => entry(h, only),
        lines => list(h, lines),
    }
    if !rest.is_empty() {
        h.el("details", &[], |h| {
            h.text_el("summary", &[], cell.more.as_deref().unwrap_or_default());
            list(h, rest);
        });
    }
}

fn entry(h: &mut Fragment, line: &CompareEntry) {
    let inner = |h: &mut Fragment| {
        if let Some(mark) = line.mark {
            write_glyph(h, mark);
        }
        h.el("span", if line.mark.is_some() { &[AS_IT_IS] } else { &[] }, |h| {
            h.text(&line.text);
            if !line.pages.is_empty() {
                h.text(" ");
                h.text_el("span", &[("class", "pages"), AS_IT_IS], &line.pages);
            }
            if !line.detail.is_empty() {
                h.text(" ");
                h.text_el("small", &[], &line.detail);
            }
        });
    };
    let label = line.label.as_deref().unwrap_or_default();
    match (&line.open, &line.href) {
        (Some(open), _) => evidence_button(h, open, label, "evidence-button line", inner),
        (None, Some(href)) => {
            h.el("a", &[("class", "line"), ("href", href), ("aria-label", label)], inner);
        }
        (None, None) => h.el("span", &[("class", "line silent")], inner),
    }
}
