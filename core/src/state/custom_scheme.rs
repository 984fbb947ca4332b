//! A custom grouping: a scheme like those of the report, stored in the link instead of the dataset.

use std::ops::Deref;
use std::sync::Arc;

use arrayvec::ArrayString;

use super::packed_names;
use crate::model::{Basis, Dataset, Group, Provenance, Scheme, SchemeId, StateId, StateSet, Text};
use crate::text::{Key, Lang, t};

/// Most groups of a custom grouping.
pub const MAX_GROUPS: usize = 12;
/// Most characters of a name.
pub const MAX_NAME_CHARS: usize = 40;
/// Name of the custom grouping among the schemes in a link.
pub const CUSTOM_SCHEME_KEY: &str = "own";
/// Suffix of a grouping's name: states may be in several groups.
const OVERLAPPING: char = '*';
/// Length of an ISO 3166-1 alpha-3 code.
const CODE: usize = 3;

/// A reference to a grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SchemeRef {
    /// One of the report.
    Report(SchemeId),
    /// The custom grouping.
    Custom,
}

impl SchemeRef {
    /// Returns its key in links and commands.
    pub(super) fn key(self, ds: &Dataset) -> &str {
        match self {
            Self::Report(id) => &ds.scheme(id).key,
            Self::Custom => CUSTOM_SCHEME_KEY,
        }
    }

    /// Returns the grouping of a key; a custom scheme need not exist.
    pub(super) fn from_key(ds: &Dataset, key: &str) -> Option<Self> {
        if key == CUSTOM_SCHEME_KEY { Some(Self::Custom) } else { ds.scheme_by_key(key).map(Self::Report) }
    }
}

/// A name that the user entered.
///
/// One line of at most [`MAX_NAME_CHARS`] characters, without angle brackets, control characters,
/// invisible characters and U+FFFD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CustomName(ArrayString<{ 4 * MAX_NAME_CHARS }>);

impl CustomName {
    /// Sanitizes a text; the result may be empty.
    pub fn new(text: &str) -> Self {
        let mut kept = ArrayString::new();
        // Removes refused characters before white space, so that a word of refused characters
        // leaves no double space.
        let text: String = text.chars().filter(|c| c.is_whitespace() || !is_refused(*c)).collect();
        let words = text.split_whitespace().flat_map(|word| [" ", word]).skip(1);
        let fit = words.flat_map(str::chars).take(MAX_NAME_CHARS);
        // The capacity is four bytes per character, so every push succeeds.
        for c in fit {
            let _ = kept.try_push(c);
        }
        kept.truncate(kept.trim_end().len());
        Self(kept)
    }
    /// Sanitizes the name of a group or grouping of the report.
    ///
    /// A name that is too long loses its bracket, or the words at its end.
    fn shortened(text: &str) -> Self {
        if text.chars().count() <= MAX_NAME_CHARS {
            return Self::new(text);
        }
        let room = text.char_indices().nth(MAX_NAME_CHARS).map_or(text.len(), |(at, _)| at);
        // Bytes, since a search for a text from the end is a kilobyte of code.
        match text.as_bytes()[..room].windows(2).rposition(|two| two == b" (") {
            Some(at) => Self::new(&text[..at]),
            None => Self::new(text[..room].rsplit_once(' ').map_or(&text[..room], |(words, _)| words)),
        }
    }
    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

pub(super) fn is_refused(c: char) -> bool {
    matches!(c, '<' | '>' | char::REPLACEMENT_CHARACTER) || c.is_control() || super::search_text::is_unseen(c)
}

/// Target of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveTarget {
    /// A group, by its position.
    Group(usize),
    /// No group.
    Ungrouped,
    /// A new group.
    New(CustomName),
}

/// A change of the custom grouping.
///
/// All but `New`, `Copy` and `Drop` apply to the active grouping; a grouping of the report is
/// copied first. A change that does not apply has no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeEdit {
    /// Creates an empty grouping.
    New(CustomName),
    /// Copies a grouping.
    Copy(SchemeRef),
    /// Renames the grouping.
    Rename(CustomName),
    /// Sets whether a state may be in several groups. If not, each state stays in its first group.
    Overlap(bool),
    /// Adds a group.
    AddGroup(CustomName),
    /// Renames a group.
    RenameGroup(usize, CustomName),
    /// Removes a group; its members become ungrouped.
    RemoveGroup(usize),
    /// Moves a state from a group (`None`: from all its groups) to a target.
    Move(StateId, Option<usize>, MoveTarget),
    /// Toggles a state's membership of a group, where groups may overlap.
    Also(StateId, usize),
    /// Deletes the grouping.
    Drop,
}

/// A custom grouping.
///
/// Always valid: at most [`MAX_GROUPS`] groups, each with a name; if exclusive, no state is in two
/// groups.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomScheme(Arc<Scheme>);

impl Eq for CustomScheme {}

impl Deref for CustomScheme {
    type Target = Scheme;
    fn deref(&self) -> &Scheme {
        &self.0
    }
}

impl CustomScheme {
    /// Creates a grouping, truncated to the limits. An empty name becomes the group's number.
    pub fn new(ds: &Dataset, name: CustomName, exclusive: bool, groups: &[(CustomName, StateSet)]) -> Self {
        let (all, mut taken) = (ds.all_states(), StateSet::default());
        let named = |name: CustomName, ix: usize| {
            text(if name.0.is_empty() { (ix + 1).to_string() } else { name.0.to_string() })
        };
        let group = |(ix, (name, states)): (usize, &(CustomName, StateSet))| {
            let free = StateSet(if exclusive { states.0 & !taken.0 } else { states.0 }).and(all);
            taken = StateSet(taken.0 | free.0);
            Group { key: format!("g{}", ix + 1), name: named(*name, ix), states: free, basis: Basis::Printed }
        };
        let groups: Vec<_> = groups.iter().take(MAX_GROUPS).enumerate().map(group).collect();
        Self(Arc::new(Scheme {
            key: CUSTOM_SCHEME_KEY.to_owned(),
            name: named(name, 0),
            proposed_by: Vec::new(),
            exclusive,
            complete: taken == all,
            groups,
            provenance: Provenance::default(),
        }))
    }

    /// Copies a scheme, with group names in a language.
    ///
    /// A copy of a scheme of the report gets a new name, because a changed scheme is no longer the
    /// one that a state proposed.
    fn copy(ds: &Dataset, scheme: &Scheme, lang: Lang) -> Self {
        let name = |text: &Text| match (lang, &text.ru) {
            (Lang::Ru, Some(ru)) => CustomName::shortened(ru),
            _ => CustomName::shortened(&text.en),
        };
        let short: String = name(&scheme.name).text().chars().take(MAX_NAME_CHARS - 2).collect();
        let whole = if scheme.key == CUSTOM_SCHEME_KEY {
            CustomName::new(&format!("{short} 2"))
        } else {
            CustomName::new(t(lang, Key::GroupsNewName))
        };
        let groups: Vec<_> = scheme.groups.iter().map(|g| (name(&g.name), g.states)).collect();
        Self::new(ds, whole, scheme.exclusive, &groups)
    }

    fn parts(&self) -> (CustomName, bool, Vec<(CustomName, StateSet)>) {
        let groups = self.groups.iter().map(|g| (CustomName::new(&g.name.en), g.states)).collect();
        (CustomName::new(&self.name.en), self.exclusive, groups)
    }

    /// Returns the grouping after a change; `None` if the change does not apply.
    fn edited(&self, ds: &Dataset, edit: SchemeEdit) -> Option<Self> {
        let (mut name, mut exclusive, mut groups) = self.parts();
        let known = |ix: usize| ix < groups.len();
        match edit {
            SchemeEdit::New(_) | SchemeEdit::Copy(_) | SchemeEdit::Drop => return None,
            SchemeEdit::Rename(new) => name = given(new)?,
            SchemeEdit::Overlap(may) => exclusive = !may,
            SchemeEdit::AddGroup(name) => add(&mut groups, name, StateSet::default())?,
            SchemeEdit::RenameGroup(ix, name) => groups.get_mut(ix)?.0 = given(name)?,
            SchemeEdit::RemoveGroup(ix) if known(ix) => drop(groups.remove(ix)),
            SchemeEdit::Move(state, from, to) if state.ix() < ds.states.len() => {
                if matches!(to, MoveTarget::Group(ix) if !known(ix)) {
                    return None;
                }
                let left = |ix: usize| exclusive || from.is_none_or(|from| from == ix);
                for (_, (_, states)) in groups.iter_mut().enumerate().filter(|(ix, _)| left(*ix)) {
                    states.0 &= !StateSet::default().with(state).0;
                }
                match to {
                    MoveTarget::Group(ix) => groups[ix].1 = groups[ix].1.with(state),
                    MoveTarget::New(name) => add(&mut groups, name, StateSet::default().with(state))?,
                    MoveTarget::Ungrouped => {}
                }
            }
            SchemeEdit::Also(state, ix) if known(ix) && !exclusive => {
                groups[ix].1.0 ^= StateSet::default().with(state).and(ds.all_states()).0;
            }
            SchemeEdit::RemoveGroup(_) | SchemeEdit::Move(..) | SchemeEdit::Also(..) => return None,
        }
        Some(Self::new(ds, name, exclusive, &groups))
    }

    /// Encodes the grouping for a link: `Name.Group:ARMAZEGEO.Other:RUS`.
    pub fn written(&self, ds: &Dataset) -> String {
        let mut out = packed_names::pack(&self.name.en);
        if !self.exclusive {
            out.push(OVERLAPPING);
        }
        for group in &self.groups {
            out.extend([".", &packed_names::pack(&group.name.en), ":"]);
            group.states.iter().for_each(|s| out.push_str(&ds.state(s).key));
        }
        out
    }

    /// Decodes the output of [`CustomScheme::written`].
    ///
    /// Total: unusable parts are left out and pushed to `lost`.
    pub fn parse(ds: &Dataset, text: &str, lost: &mut Vec<String>) -> Self {
        let (head, groups) = text.split_once('.').map_or((text, None), |(head, rest)| (head, Some(rest)));
        let (name, exclusive) = head.strip_suffix(OVERLAPPING).map_or((head, true), |name| (name, false));
        let name = read_name(name, lost);
        let (mut read, mut taken) = (Vec::new(), StateSet::default());
        for (ix, part) in groups.into_iter().flat_map(|groups| groups.split('.')).enumerate() {
            if ix >= MAX_GROUPS {
                lost.push(part.to_owned());
                continue;
            }
            // A group without a colon was truncated.
            let Some((group, codes)) = part.split_once(':') else {
                lost.push(part.to_owned());
                continue;
            };
            let group = read_name(group, lost);
            let mut states = StateSet::default();
            let mut rest = codes;
            while !rest.is_empty() {
                let (code, after) = rest.split_at_checked(CODE).unwrap_or((rest, ""));
                rest = after;
                match ds.state_by_key(&code.to_ascii_uppercase()) {
                    Some(state) if !(exclusive && taken.has(state)) => states = states.with(state),
                    _ => lost.push(code.to_owned()),
                }
            }
            taken = StateSet(taken.0 | states.0);
            read.push((group, states));
        }
        Self::new(ds, name, exclusive, &read)
    }
}

fn read_name(packed: &str, lost: &mut Vec<String>) -> CustomName {
    let text = packed_names::unpack(packed);
    let name = text.as_deref().map(CustomName::new).unwrap_or_default();
    // A missing name becomes a number, which is not a loss.
    if text.as_deref() != Some(name.text()) {
        lost.push(packed.to_owned());
    }
    name
}

fn text(name: String) -> Text {
    Text { ru: Some(name.clone()), en: name }
}

fn given(name: CustomName) -> Option<CustomName> {
    (!name.0.is_empty()).then_some(name)
}

fn add(groups: &mut Vec<(CustomName, StateSet)>, name: CustomName, states: StateSet) -> Option<()> {
    (groups.len() < MAX_GROUPS).then(|| groups.push((name, states)))
}

/// Returns the custom grouping after a change.
///
/// `None` if the change does not apply, `Some(None)` if it deletes the grouping.
pub(super) fn edit(
    ds: &Dataset,
    custom_scheme: Option<&CustomScheme>,
    active: Option<SchemeRef>,
    edit: SchemeEdit,
    lang: Lang,
) -> Option<Option<CustomScheme>> {
    let of = |grouping: SchemeRef| match grouping {
        SchemeRef::Report(id) => ds.schemes.get(id.ix()).map(|scheme| CustomScheme::copy(ds, scheme, lang)),
        SchemeRef::Custom => custom_scheme.map(|scheme| CustomScheme::copy(ds, scheme, lang)),
    };
    match edit {
        SchemeEdit::Drop => custom_scheme.map(|_| None),
        SchemeEdit::New(name) => Some(Some(CustomScheme::new(ds, given(name)?, true, &[]))),
        SchemeEdit::Copy(grouping) => of(grouping).map(Some),
        _ => match active? {
            SchemeRef::Custom => custom_scheme?.edited(ds, edit).map(Some),
            report @ SchemeRef::Report(_) => of(report)?.edited(ds, edit).map(Some),
        },
    }
}
