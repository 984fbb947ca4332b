//! Outcomes of grouping commands: an action, an announcement, and where the focus moves.
//!
//! Commands that take a typed name are written `new`, `name` or `name:2`.

use super::view::groups;
use crate::model::StateId;
use crate::state::scheme_file::{ImportError, ImportErrorKind, MAX_FILE_BYTES};
use crate::state::{
    Action, CustomName, GroupingCommand, MAX_GROUPS, MAX_NAME_CHARS, MoveTarget, SchemeEdit, SchemeRef,
    ViewState,
};
use crate::text::{self, Key, Lang};
use crate::view::context::ViewContext;
use crate::view::words::file_errors::{error_lines, expected_type, no_json};

/// Outcome of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandOutcome {
    /// Action to dispatch.
    pub action: Action,
    /// Announcement for screen readers; may be empty.
    pub announcement: String,
    /// Selector of the element that receives the focus.
    pub focus_selector: String,
}

/// Returns the outcome of a command; `None` if it does not apply or changes no view state.
pub fn command_outcome(cx: ViewContext, command: GroupingCommand) -> Option<CommandOutcome> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let group = |at: usize| Some(fmt.localized(&cx.scheme()?.groups.get(at)?.name));
    let next = || {
        CustomName::new(
            &fmt.format(Key::GroupN, &[("n", &fmt.number(cx.scheme().map_or(0, |s| s.groups.len()) + 1))]),
        )
    };
    let edit = |edit: SchemeEdit, announcement: String, focus_selector: &str| {
        let copied = matches!(cx.state.grouping, Some(SchemeRef::Report(_))) && edit != SchemeEdit::Drop;
        let copied = if copied { format!(" {}", fmt.text(Key::GroupsCopied)) } else { String::new() };
        CommandOutcome {
            action: Action::EditScheme(edit),
            announcement: announcement + &copied,
            focus_selector: focus_selector.to_owned(),
        }
    };
    let moved = |state, target, where_to: &str| {
        let key = if target == MoveTarget::Ungrouped { Key::SaidUngrouped } else { Key::SaidMoved };
        let said = fmt.format(key, &[("state", &fmt.state(state)), ("group", where_to)]);
        let effect = effect(cx, state, &command.name(ds)).unwrap_or_default();
        let said = format!("{said} {effect}");
        edit(SchemeEdit::Move(state, None, target), said, &chip(cx, state))
    };
    Some(match command {
        GroupingCommand::Use(grouping) => {
            cx.state.scheme_of(ds, grouping)?;
            plain(Action::Scheme(Some(grouping)), String::new(), TITLE)
        }
        GroupingCommand::PickUp(state) => {
            let said = fmt.format(Key::SaidTaken, &[("state", &fmt.state(state))]);
            plain(Action::PickUp(Some(state)), said, ".targets .target")
        }
        GroupingCommand::PutBack => {
            let state = cx.state.picked_up?;
            let said = fmt.format(Key::SaidPut, &[("state", &fmt.state(state))]);
            plain(Action::PickUp(None), said, &chip(cx, state))
        }
        GroupingCommand::Move(state, at) => moved(state, MoveTarget::Group(at), &group(at)?),
        GroupingCommand::MoveToNew(state) => moved(state, MoveTarget::New(next()), next().text()),
        GroupingCommand::Ungroup(state) => moved(state, MoveTarget::Ungrouped, &fmt.text(Key::Ungrouped)),
        GroupingCommand::Also(state, at) => {
            let has = cx.scheme()?.groups.get(at)?.states.has(state);
            let key = if has { Key::SaidOut } else { Key::SaidAlso };
            let announcement = fmt.format(key, &[("state", &fmt.state(state)), ("group", &group(at)?)]);
            edit(SchemeEdit::Also(state, at), announcement, &chip(cx, state))
        }
        GroupingCommand::AddGroup => {
            let said = fmt.format(Key::SaidAdded, &[("group", next().text())]);
            edit(SchemeEdit::AddGroup(next()), said, "[data-do='add']")
        }
        GroupingCommand::RemoveGroup(at) => {
            let said = fmt.format(Key::SaidRemoved, &[("group", &group(at)?)]);
            edit(SchemeEdit::RemoveGroup(at), said, "[data-do='copy']")
        }
        GroupingCommand::Overlap => {
            let may = cx.scheme()?.exclusive;
            let said = fmt.text(if may { Key::SaidOverlap } else { Key::SaidExclusive });
            edit(SchemeEdit::Overlap(may), said, "[data-do='overlap']")
        }
        GroupingCommand::Copy => edit(SchemeEdit::Copy(cx.state.grouping?), fmt.text(Key::SaidCopied), TITLE),
        GroupingCommand::DeleteOwn => edit(SchemeEdit::Drop, fmt.text(Key::SaidDropped), TITLE),
        GroupingCommand::Undo
        | GroupingCommand::ShowMoves
        | GroupingCommand::Save
        | GroupingCommand::UseSaved(_)
        | GroupingCommand::DeleteSaved(_)
        | GroupingCommand::RestoreDeleted
        | GroupingCommand::SaveFile
        | GroupingCommand::DismissImportErrors => return None,
    })
}

/// Returns the outcome of a form that takes a name, for the typed name.
pub fn name_form_outcome(cx: ViewContext, form: &str, typed: &str) -> Option<CommandOutcome> {
    let name = CustomName::new(typed);
    if name.text().is_empty() {
        return None;
    }
    let (edit, focus_selector) = match form.split_once(':') {
        None if form == "new" => (SchemeEdit::New(name), TITLE.to_owned()),
        None if form == "name" => (SchemeEdit::Rename(name), TITLE.to_owned()),
        Some(("name", at)) => {
            (SchemeEdit::RenameGroup(at.parse().ok()?, name), format!("[data-form='{form}'] summary"))
        }
        _ => return None,
    };
    let is_whole = typed.split_whitespace().eq(name.text().split_whitespace());
    let key = if is_whole { Key::SaidNamed } else { Key::SaidNamedCut };
    let most = cx.formatter().number(MAX_NAME_CHARS);
    let announcement = cx.formatter().format(key, &[("name", name.text()), ("n", &most)]);
    Some(plain(Action::EditScheme(edit), announcement, &focus_selector))
}

/// Returns the outcome of dropping a state on a target: the index of a group, or `none`.
pub fn drop_outcome(cx: ViewContext, state: &str, place: &str) -> Option<CommandOutcome> {
    let scheme = cx.scheme()?;
    let state = cx.ds.state_by_key(state)?;
    let (command, already) = if place == "none" {
        let is_grouped = scheme.groups.iter().any(|group| group.states.has(state));
        (GroupingCommand::Ungroup(state), !is_grouped)
    } else {
        let at = place.parse::<usize>().ok()?;
        let has = scheme.groups.get(at)?.states.has(state);
        let to = if scheme.exclusive { GroupingCommand::Move } else { GroupingCommand::Also };
        (to(state, at), has)
    };
    command_outcome(cx, command).filter(|_| !already)
}

/// Returns what a move changes in the grouping as a whole: similarity and agreements inside groups.
fn effect(cx: ViewContext, state: StateId, act: &str) -> Option<String> {
    let state = ViewState { picked_up: Some(state), ..cx.state.clone() };
    let targets = groups(ViewContext { state: &state, ..cx }).picked_up?.targets;
    let effect = targets.into_iter().find(|target| target.act == act)?.effect;
    Some(format!("{}.", text::capital(&effect)))
}

const TITLE: &str = ".view-title";

fn plain(action: Action, announcement: String, focus_selector: &str) -> CommandOutcome {
    CommandOutcome { action, announcement, focus_selector: focus_selector.to_owned() }
}

/// Returns the selector of a state's button.
fn chip(cx: ViewContext, state: StateId) -> String {
    format!("[data-do='{}']", GroupingCommand::PickUp(state).name(cx.ds))
}

/// Returns the errors of an imported file, each with its path; errors above the limit are counted.
pub fn import_error_lines(lang: Lang, errors: &[ImportError]) -> Vec<String> {
    error_lines(lang, errors, |error| (&error.path, import_error_text(lang, &error.kind)))
}

fn import_error_text(lang: Lang, kind: &ImportErrorKind) -> String {
    let t = |key| text::t(lang, key).to_owned();
    let f = |key, values: &[(&str, &str)]| text::format(lang, key, values);
    match kind {
        ImportErrorKind::TooLarge => f(Key::FaultTooLarge, &[("n", &(MAX_FILE_BYTES / 1024).to_string())]),
        ImportErrorKind::NotUtf8 => t(Key::FaultNotUtf8),
        ImportErrorKind::NoJson(place) => no_json(lang, place),
        ImportErrorKind::ExpectedType(wanted) => expected_type(lang, *wanted),
        ImportErrorKind::Version => t(Key::FaultVersion),
        ImportErrorKind::Kind => t(Key::FaultKind),
        ImportErrorKind::UnknownField(name) => f(Key::FaultUnknownField, &[("text", name)]),
        ImportErrorKind::RepeatedField => t(Key::FaultRepeatedField),
        ImportErrorKind::EmptyName => t(Key::FaultEmptyName),
        ImportErrorKind::LongName(n) => {
            f(Key::FaultLongName, &[("n", &n.to_string()), ("most", &MAX_NAME_CHARS.to_string())])
        }
        ImportErrorKind::RefusedName => t(Key::FaultRefusedName),
        ImportErrorKind::TooManyGroups(n) => {
            f(Key::FaultTooManyGroups, &[("n", &n.to_string()), ("most", &MAX_GROUPS.to_string())])
        }
        ImportErrorKind::UnknownState(code) => f(Key::FaultUnknownState, &[("text", code)]),
        ImportErrorKind::Twice(code, place) => f(Key::FaultTwice, &[("text", code), ("place", place)]),
    }
}

#[cfg(test)]
mod tests;
