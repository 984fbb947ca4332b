//! The groups of a grouping, and the grouping editor.
//!
//! Fragments whose buttons, forms and draggable items carry command names: see
//! `docs/decisions/0006-drawing-tables.md`.

use cisconf_core::state::GroupingCommand;
use cisconf_core::text::Key;
use cisconf_core::view::{
    self, ColumnMove, CommandButton, GroupCard, GroupMark, GroupsView, MeasureSection, MoveCell, NameForm,
    SchemeCard, StateButton, Target,
};
use html_morph::{AS_IT_IS, Fragment};
use leptos::prelude::*;

use super::doubts::doubts;
use super::parts::{button, items};
use super::tables::{all_groupings, how_to_move, like_table, moves, silhouettes, verdicts, whole};
use crate::browser::fragment::{fragment, html};
use crate::charts::write_glyph;
use crate::components::evidence_button;
use crate::pages::legend::write_items;
use crate::pages::page_head::{Head, PageHead, head_of};
use crate::pages::table_parts::hue;
use crate::reactive::SharedMemo;
use crate::session::{SavedGrouping, Session, use_session};

type Model = SharedMemo<GroupsView>;

/// Renders the groups of a scheme.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let session = use_session();
    let model = session.active_view_model(view::groups);
    let table = session.all_groupings();
    session.refresh_saved();
    let head = head_of(model, |m| Head {
        title: m.title.clone(),
        sentences: m.sentences.clone(),
        ..Head::default()
    });
    view! {
        <PageHead head>
            <details class="menu" data-kind="desk">
                <summary>{move || session.t(Key::GroupsEdit)}</summary>
                <div class="panel desk">
                    <div
                        class="desk-tools"
                        role="group"
                        aria-label=move || session.t(Key::GroupsTools)
                        use:html=fragment(move |h| tools(h, &model.read(), session))
                    ></div>
                    {file_field(session)}
                </div>
            </details>
        </PageHead>
        <p class="told" use:html=fragment(move |h| told(h, session, &model.read()))></p>
        <div class="legend-row">
            <section use:html=fragment(move |h| doubts(h, &model.read().doubts))></section>
            <ul
                class="legend"
                data-legend=""
                translate="no"
                use:html=fragment(move |h| legend(h, &model.read()))
            ></ul>
        </div>
        <div use:html=fragment(move |h| refused(h, session))></div>
        <div class="kept" use:html=fragment(move |h| kept(h, session))></div>
        {board(model)}
        <p class="note" use:html=fragment(move |h| how_to_move(h, &model.read()))></p>
        <div use:html=fragment(move |h| moves(h, &model.read()))></div>
        <section class="whole" use:html=fragment(move |h| whole(h, &model.read()))></section>
        {fold_of(model, |m| m.whole.as_ref().map(|w| w.pairs.title.clone()), like_table)}
        {fold_of(model, |m| m.whole.as_ref().map(|w| w.silhouettes.title.clone()), silhouettes)}
        {fold_of(model, |m| m.whole.as_ref().map(|w| w.verdicts.title.clone()), verdicts)}
        {fold(
            move || Some(session.t(Key::SideTitle).to_owned()),
            move |h| all_groupings(h, &table.read()),
        )}
    }
}

/// Renders a fold of the model.
fn fold_of(
    model: Model,
    title: fn(&GroupsView) -> Option<String>,
    write: fn(&mut Fragment, &GroupsView),
) -> impl IntoView {
    fold(move || title(&model.read()), move |h| write(h, &model.read()))
}

/// Renders a `details` whose content is rendered only while open. Hidden without a title.
fn fold(
    title: impl Fn() -> Option<String> + Copy + Send + Sync + 'static,
    write: impl Fn(&mut Fragment) + Send + Sync + 'static,
) -> impl IntoView {
    let (details, open) = (NodeRef::<leptos::html::Details>::new(), RwSignal::new(false));
    let toggle = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let inner = move |h: &mut Fragment| {
        if open.get() {
            write(h);
        }
    };
    view! {
        <details class="fold" node_ref=details on:toggle=toggle hidden=move || title().is_none()>
            <summary>{title}</summary>
            <div use:html=fragment(inner)></div>
        </details>
    }
}

fn file_field(session: Session) -> impl IntoView {
    let change = move |event| session.open_file(&event);
    view! {
        <label class="file">
            <span>{move || session.t(Key::FileOpen)}</span>
            <input type="file" accept=".json,application/json" on:change=change />
        </label>
    }
}

/// Writes the last announcement with the undo button, or with the one that puts a state back.
fn told(h: &mut Fragment, session: Session, m: &GroupsView) {
    let status = session.status();
    let said = match &m.picked_up {
        Some(picked_up) if status.is_empty() => &picked_up.title,
        _ => &status,
    };
    h.text_el("span", &[("id", "told"), ("role", "status"), ("tabindex", "-1")], said);
    if let Some(picked_up) = &m.picked_up {
        h.text_el("a", &[("href", &picked_up.page.href)], &picked_up.page.label);
        button(h, GroupingCommand::ShowMoves.word(), "quiet", &picked_up.table.title);
        button(h, &picked_up.put.act, "quiet", &picked_up.put.label);
    } else if session.can_restore_deleted() {
        button(h, GroupingCommand::RestoreDeleted.word(), "quiet", session.t(Key::UndoMove));
    } else if session.can_undo() {
        button(h, GroupingCommand::Undo.word(), "quiet", session.t(Key::UndoMove));
    }
}

/// Writes the meaning of the marks of the groups.
fn legend(h: &mut Fragment, m: &GroupsView) {
    if !m.legend.is_empty() && m.picked_up.is_none() {
        write_items(h, &m.legend);
        h.text_el("li", &[], &m.legend_note);
    }
}

fn refused(h: &mut Fragment, session: Session) {
    let problems = session.import_errors();
    if problems.is_empty() {
        return;
    }
    h.el("div", &[("class", "notice"), ("role", "alert")], |h| {
        h.text_el("p", &[], session.t(Key::FileRefused));
        h.el("ul", &[], |h| problems.iter().for_each(|problem| h.text_el("li", &[], problem)));
        button(h, GroupingCommand::DismissImportErrors.word(), "", session.t(Key::Dismiss));
    });
}

fn kept(h: &mut Fragment, session: Session) {
    let kept = session.saved();
    if kept.is_empty() {
        return;
    }
    h.text_el("span", &[], session.t(Key::Kept));
    h.el("ul", &[], |h| {
        for SavedGrouping { name, scheme } in &kept {
            let named = |key| cisconf_core::text::format(session.lang(), key, &[("name", name)]);
            h.el("li", &[], |h| {
                if scheme.is_some() {
                    button(
                        h,
                        &session.grouping_command(GroupingCommand::UseSaved(name)),
                        "",
                        &named(Key::KeptUse),
                    );
                } else {
                    h.text_el("span", &[], &format!("{name}: {}", session.t(Key::KeptUnread)));
                }
                button(
                    h,
                    &session.grouping_command(GroupingCommand::DeleteSaved(name)),
                    "quiet",
                    &named(Key::KeptForget),
                );
            });
        }
    });
}

fn tools(h: &mut Fragment, m: &GroupsView, session: Session) {
    m.forms.iter().for_each(|f| form(h, f, f.open.as_str(), "", None));
    for CommandButton { label, act, on } in &m.tools {
        let pressed = on.map(|on| on.to_string()).unwrap_or_default();
        h.text_el("button", &[("type", "button"), ("data-do", act), ("aria-pressed", &pressed)], label);
    }
    if m.own {
        button(h, GroupingCommand::Save.word(), "", session.t(Key::KeepThis));
        button(h, GroupingCommand::SaveFile.word(), "", session.t(Key::FileSave));
    }
}

/// Writes a menu with a field for a name. `shown` is a short visible label for narrow buttons,
/// `remove` a further command.
fn form(h: &mut Fragment, form: &NameForm, shown: &str, class: &str, remove: Option<&CommandButton>) {
    let class = format!("menu {class}");
    h.el("details", &[("class", class.trim_end()), ("data-form", &form.act)], |h| {
        let name = if shown == form.open { "" } else { &form.open };
        h.el("summary", &[("aria-label", name), ("title", name)], |h| h.text(shown));
        h.el("div", &[("class", "panel")], |h| {
            h.el("form", &[("data-form", &form.act)], |h| {
                h.el("label", &[], |h| {
                    h.text_el("span", &[], &form.label);
                    let field = [
                        ("type", "text"),
                        ("maxlength", "40"),
                        ("required", "required"),
                        ("pattern", r".*\S.*"),
                        ("autocomplete", "off"),
                        ("value", &form.value),
                    ];
                    h.el("input", &field, |_| {});
                });
                h.text_el("button", &[], &form.done);
            });
            if let Some(CommandButton { label, act, .. }) = remove {
                button(h, act, "", label);
            }
        });
    });
}

/// Renders one fragment for each group: a move morphs only two of them.
///
/// The style sheet lays them out as the columns of one table, with the rows of the heads.
fn board(model: Model) -> impl IntoView {
    let slots = SharedMemo::new(move || model.read().cards.len());
    let slot = move |at: usize| {
        let write = move |h: &mut Fragment| {
            let m = model.read();
            m.cards.get(at).into_iter().for_each(|c| card(h, c, &m));
        };
        view! { <div class="slot" use:html=fragment(write)></div> }
    };
    let class = move || if model.read().picked_up.is_some() { "board targets" } else { "board" };
    let groups = move || slots.get().saturating_sub(1).to_string();
    let name = move || model.read().picked_up.as_ref().map(|picked_up| picked_up.label.clone());
    view! {
        <div class=class data-answer="" data-groups=groups role="group" aria-label=name>
            <div class="slot" use:html=fragment(move |h| schemes(h, &model.read()))></div>
            <div class="slot" use:html=fragment(move |h| row_heads(h, &model.read()))></div>
            <For each=move || 0..slots.get() key=|at| *at children=slot />
        </div>
    }
}

/// Writes the heads of the rows. Each group repeats them for screen readers and on a phone.
fn row_heads(h: &mut Fragment, m: &GroupsView) {
    let Some(whole) = m.whole.as_ref().filter(|_| !m.rows.is_empty()) else { return };
    h.el("div", &[("class", "row-heads"), ("aria-hidden", "true")], |h| {
        if m.picked_up.is_some() {
            h.text_el("strong", &[("class", "whole-row")], &whole.title);
        }
        m.rows_in_short.iter().for_each(|row| h.text_el("strong", &[], row));
    });
}

fn schemes(h: &mut Fragment, m: &GroupsView) {
    let Some(ask) = &m.ask else { return };
    h.text_el("p", &[("class", "ask")], ask);
    h.el("ul", &[("class", "schemes"), ("aria-label", &m.schemes_title)], |h| {
        m.schemes.iter().for_each(|s| scheme(h, s));
    });
}

fn scheme(h: &mut Fragment, scheme: &SchemeCard) {
    h.el("li", &[], |h| {
        h.el("button", &[("type", "button"), ("class", "choice"), ("data-do", &scheme.act)], |h| {
            h.text_el("strong", &[], &scheme.label);
            h.text_el("small", &[], &scheme.detail);
        });
    });
}

fn card(h: &mut Fragment, card: &GroupCard, m: &GroupsView) {
    let hue = hue(card.at);
    let id = format!("group-{}", card.place);
    let attributes =
        [("class", "group-card"), ("data-hue", &*hue), ("data-drop", &card.place), ("aria-labelledby", &id)];
    h.el("section", &attributes, |h| {
        h.el("header", &[], |h| {
            h.text_el("h2", &[("id", &id)], &card.name);
            if let Some(rename) = &card.rename {
                form(h, rename, "▾", "rename", card.remove.as_ref());
            }
            if let Some(badge) = &card.badge {
                h.text_el("span", &[("class", "badge")], badge);
            }
        });
        h.el("div", &[("class", "of-group")], |h| {
            h.el("ul", &[("class", "members"), AS_IT_IS], |h| card.states.iter().for_each(|s| state(h, s)));
            card.change.iter().flat_map(|change| &change.targets).for_each(|t| target(h, t));
            if let Some(note) = &card.note {
                h.text_el("p", &[("class", "note")], note);
            }
        });
        match &card.change {
            Some(change) => changes(h, change, m),
            None if card.measures.is_empty() => {}
            None => h.el("dl", &[], |h| card.measures.iter().for_each(|f| facet(h, f))),
        }
    });
}

/// Writes a button that moves the picked-up state; its name says what the move would change.
fn target(h: &mut Fragment, target: &Target) {
    h.el("button", &[("type", "button"), ("class", "target"), ("data-do", &target.act)], |h| {
        h.text_el("strong", &[], &target.label);
        h.text_el("span", &[("class", "hidden")], &format!(" {}", target.effect));
    });
}

/// Writes what a move would change: the grouping as a whole, then each measure of the group.
fn changes(h: &mut Fragment, change: &ColumnMove, m: &GroupsView) {
    h.el("dl", &[("class", "changing")], |h| {
        h.el("div", &[("class", "whole-row")], |h| {
            h.text_el("dt", &[], m.whole.as_ref().map_or("", |whole| &whole.title));
            h.el("dd", &[], |h| change.whole.iter().for_each(|cell| changed(h, "p", cell)));
        });
        for (label, cell) in m.rows.iter().zip(&change.cells) {
            h.el("div", &[], |h| {
                h.text_el("dt", &[], label);
                changed(h, "dd", cell);
            });
        }
    });
}

/// Writes a value before and after a move; only the second one is emphasised.
fn changed(h: &mut Fragment, tag: &'static str, cell: &MoveCell) {
    h.el(tag, &[], |h| match cell.text.split_once(" → ") {
        Some((before, after)) => {
            h.text(before);
            h.text_el("b", &[], &format!(" → {after}"));
        }
        None => h.text(&cell.text),
    });
}

fn state(h: &mut Fragment, state: &StateButton) {
    let attributes = [
        ("type", "button"),
        ("class", "member"),
        ("draggable", "true"),
        ("data-do", &*state.act),
        ("data-drag", &state.key),
        ("aria-label", &state.label),
        ("aria-pressed", if state.is_picked_up { "true" } else { "false" }),
    ];
    h.el("li", &[], |h| h.text_el("button", &attributes, &state.name));
}

fn facet(h: &mut Fragment, facet: &MeasureSection) {
    h.el("div", &[], |h| {
        h.text_el("dt", &[], &facet.label);
        h.el("dd", &[], |h| {
            h.text_el("span", &[("class", "value")], &facet.value);
            h.text(" ");
            h.text_el("small", &[], &facet.n);
            if !facet.marks.is_empty() {
                h.el("span", &[("class", "group-marks")], |h| facet.marks.iter().for_each(|m| mark(h, m)));
            }
            items(h, &facet.items);
        });
    });
}

/// Writes the mark of an instrument, which opens who is party to it.
fn mark(h: &mut Fragment, mark: &GroupMark) {
    evidence_button(h, &mark.open, &mark.label, "evidence-button", |h| match mark.mark {
        Some(glyph) => write_glyph(h, glyph),
        None => h.text_el("span", &[], &mark.n.to_string()),
    });
}
