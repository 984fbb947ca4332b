//! Commands of the groupings: the name on a button gives an action, an announcement, and the element that takes the focus.
//! `take:GEO`, `put`, `move:GEO:2`, `move:GEO:new`, `move:GEO:none`, `also:GEO:2`, `use:ukraine`, `add`,
//! `remove:2`, `copy`, `overlap`, `drop`; with a name typed: `new`, `name`, `name:2`.

use crate::model::StateId;
use crate::state::own_file::{ExpectedType, ImportError, ImportErrorKind, MAX_FILE_BYTES};
use crate::state::{Action, CustomName, MAX_GROUPS, MAX_NAME_CHARS, MoveTarget, OWN, SchemeEdit, SchemeRef};
use crate::text::{self, Key, Lang};
use crate::view::context::ViewContext;

/// What a gesture leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandOutcome {
    /// The action.
    pub action: Action,
    /// What is read out when it is done; may be empty.
    pub announcement: String,
    /// The selector of what has the keyboard then.
    pub focus_selector: String,
}

/// The gesture of a name; none where it names nothing.
pub fn gesture(cx: ViewContext, name: &str) -> Option<CommandOutcome> {
    let (say, ds) = (cx.say(), cx.ds);
    let mut parts = name.split(':');
    let (kind, first, second) = (parts.next()?, parts.next(), parts.next());
    let state = |code: Option<&str>| ds.state_by_key(code?);
    let at = |text: Option<&str>| text?.parse::<usize>().ok();
    let group = |at: usize| Some(say.localized(&cx.scheme()?.groups.get(at)?.name));
    let next = || {
        CustomName::new(
            &say.format(Key::GroupN, &[("n", &say.number(cx.scheme().map_or(0, |s| s.groups.len()) + 1))]),
        )
    };
    let edit = |edit: SchemeEdit, announcement: String, focus_selector: &str| {
        let copied = matches!(cx.state.grouping, Some(SchemeRef::Report(_))) && edit != SchemeEdit::Drop;
        let copied = if copied { format!(" {}", say.text(Key::GroupsCopied)) } else { String::new() };
        CommandOutcome {
            action: Action::EditScheme(edit),
            announcement: announcement + &copied,
            focus_selector: focus_selector.to_owned(),
        }
    };
    Some(match kind {
        "use" => {
            let grouping = if first == Some(OWN) {
                SchemeRef::Custom
            } else {
                SchemeRef::Report(ds.scheme_by_key(first?)?)
            };
            cx.state.scheme_of(ds, grouping)?;
            plain(Action::Scheme(Some(grouping)), String::new(), TITLE)
        }
        "take" => {
            let state = state(first)?;
            let announcement = say.format(Key::SaidTaken, &[("state", &say.state(state))]);
            plain(Action::Take(Some(state)), announcement, ".targets button")
        }
        "put" => {
            let state = cx.state.moving?;
            let announcement = say.format(Key::SaidPut, &[("state", &say.state(state))]);
            plain(Action::Take(None), announcement, &chip(cx, state))
        }
        "move" => {
            let state = state(first)?;
            let (place, where_to) = match second? {
                "none" => (MoveTarget::Ungrouped, say.text(Key::Ungrouped)),
                "new" => (MoveTarget::New(next()), next().text().to_owned()),
                text => (MoveTarget::Group(at(Some(text))?), group(at(Some(text))?)?),
            };
            let key = if place == MoveTarget::Ungrouped { Key::SaidUngrouped } else { Key::SaidMoved };
            let announcement = say.format(key, &[("state", &say.state(state)), ("group", &where_to)]);
            edit(SchemeEdit::Move(state, None, place), announcement, &chip(cx, state))
        }
        "also" => {
            let (state, at) = (state(first)?, at(second)?);
            let has = cx.scheme()?.groups.get(at)?.states.has(state);
            let key = if has { Key::SaidOut } else { Key::SaidAlso };
            let announcement = say.format(key, &[("state", &say.state(state)), ("group", &group(at)?)]);
            edit(SchemeEdit::Also(state, at), announcement, &chip(cx, state))
        }
        "add" => {
            let announcement = say.format(Key::SaidAdded, &[("group", next().text())]);
            edit(SchemeEdit::AddGroup(next()), announcement, "[data-do='add']")
        }
        "remove" => {
            let announcement = say.format(Key::SaidRemoved, &[("group", &group(at(first)?)?)]);
            edit(SchemeEdit::RemoveGroup(at(first)?), announcement, "[data-do='copy']")
        }
        "overlap" => {
            let may = cx.scheme()?.exclusive;
            let announcement = say.text(if may { Key::SaidOverlap } else { Key::SaidExclusive });
            edit(SchemeEdit::Overlap(may), announcement, "[data-do='overlap']")
        }
        "copy" => edit(SchemeEdit::Copy(cx.state.grouping?), say.text(Key::SaidCopied), TITLE),
        "drop" => edit(SchemeEdit::Drop, say.text(Key::SaidDropped), TITLE),
        _ => return None,
    })
}

/// The gesture of a name that somebody typed.
pub fn named(cx: ViewContext, form: &str, typed: &str) -> Option<CommandOutcome> {
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
    let most = cx.say().number(MAX_NAME_CHARS);
    let announcement = cx.say().format(key, &[("name", name.text()), ("n", &most)]);
    Some(plain(Action::EditScheme(edit), announcement, &focus_selector))
}

/// A state dropped on a place: a group, by its position, or `none`.
pub fn dropped(cx: ViewContext, state: &str, place: &str) -> Option<CommandOutcome> {
    let scheme = cx.scheme()?;
    let group = place.parse::<usize>().ok().and_then(|at| scheme.groups.get(at));
    let id = cx.ds.state_by_key(state)?;
    let already = match group {
        Some(group) => group.states.has(id),
        None => !scheme.groups.iter().any(|group| group.states.has(id)),
    };
    if already {
        return None;
    }
    let kind = if group.is_some() && !scheme.exclusive { "also" } else { "move" };
    gesture(cx, &format!("{kind}:{state}:{place}"))
}

const TITLE: &str = ".view-title";

fn plain(action: Action, announcement: String, focus_selector: &str) -> CommandOutcome {
    CommandOutcome { action, announcement, focus_selector: focus_selector.to_owned() }
}

/// The selector of a state's button.
fn chip(cx: ViewContext, state: StateId) -> String {
    format!("[data-do='take:{}']", cx.ds.state(state).key)
}

/// Problems that are told one by one.
const MOST_TOLD: usize = 8;

/// What is wrong with a file, each with its place; the rest is counted.
pub fn misfits(lang: Lang, misfits: &[ImportError]) -> Vec<String> {
    let line = |misfit: &ImportError| format!("{}: {}", misfit.path, fault(lang, &misfit.fault));
    let rest = misfits.len().saturating_sub(MOST_TOLD);
    let more = (rest > 0).then(|| text::fill(lang, Key::NoticeMore, &[("n", &rest.to_string())]));
    misfits.iter().take(MOST_TOLD).map(line).chain(more).collect()
}

fn fault(lang: Lang, fault: &ImportErrorKind) -> String {
    let t = |key| text::t(lang, key).to_owned();
    let f = |key, values: &[(&str, &str)]| text::fill(lang, key, values);
    match fault {
        ImportErrorKind::TooLarge => f(Key::FaultTooLarge, &[("n", &(MAX_FILE_BYTES / 1024).to_string())]),
        ImportErrorKind::NoJson(place) if place.is_empty() => t(Key::FaultNoJson),
        ImportErrorKind::NoJson(place) => f(Key::FaultNoJsonAt, &[("place", place)]),
        ImportErrorKind::ExpectedType(wanted) => {
            let what = match wanted {
                ExpectedType::Object => Key::WantedObject,
                ExpectedType::List => Key::WantedList,
                ExpectedType::Text => Key::WantedText,
                ExpectedType::YesNo => Key::WantedYesNo,
                ExpectedType::Number => Key::WantedNumber,
            };
            f(Key::FaultWanted, &[("what", &t(what))])
        }
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
