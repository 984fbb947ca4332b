//! Commands of the grouping editor, by the names on their buttons.

use super::SchemeRef;
use crate::model::{Dataset, StateId};

/// A command of the grouping editor. Groups are identified by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupingCommand<'a> {
    /// `use:ukraine`: makes a grouping the active one.
    Use(SchemeRef),
    /// `take:GEO`: picks a state up.
    PickUp(StateId),
    /// `put`: puts the picked-up state back.
    PutBack,
    /// `move:GEO:2`: moves a state to a group.
    Move(StateId, usize),
    /// `move:GEO:new`: moves a state to a new group.
    MoveToNew(StateId),
    /// `move:GEO:none`: removes a state from its groups.
    Ungroup(StateId),
    /// `also:GEO:2`: toggles a state's membership of a group, where groups may overlap.
    Also(StateId, usize),
    /// `add`: adds a group.
    AddGroup,
    /// `remove:2`: removes a group.
    RemoveGroup(usize),
    /// `copy`: copies the active grouping.
    Copy,
    /// `overlap`: toggles whether a state may be in several groups.
    Overlap,
    /// `drop`: deletes the custom grouping.
    DeleteOwn,
    /// `undo`: reverts the last change.
    Undo,
    /// `moves`: shows the table of moves.
    ShowMoves,
    /// `keep`: saves the grouping in this browser.
    Save,
    /// `kept-use:Name`: opens a saved grouping.
    UseSaved(&'a str),
    /// `kept-forget:Name`: deletes a saved grouping.
    DeleteSaved(&'a str),
    /// `kept-again`: saves the grouping again that was deleted last.
    RestoreDeleted,
    /// `save-file`: downloads the grouping as a file.
    SaveFile,
    /// `dismiss-file`: dismisses the errors of an imported file.
    DismissImportErrors,
}

impl<'a> GroupingCommand<'a> {
    /// Parses a name; `None` if it is not a command.
    pub fn parse(name: &'a str, ds: &Dataset) -> Option<Self> {
        let (kind, rest) = name.split_once(':').unwrap_or((name, ""));
        let state = |key: &str| ds.state_by_key(key);
        let group = |at: &str| at.parse().ok();
        let moved = || rest.split_once(':').and_then(|(key, place)| Some((state(key)?, place)));
        Some(match kind {
            "use" => Self::Use(SchemeRef::from_key(ds, rest)?),
            "take" => Self::PickUp(state(rest)?),
            "move" => match moved()? {
                (state, "new") => Self::MoveToNew(state),
                (state, "none") => Self::Ungroup(state),
                (state, at) => Self::Move(state, group(at)?),
            },
            "also" => moved().and_then(|(state, at)| Some(Self::Also(state, group(at)?)))?,
            "remove" => Self::RemoveGroup(group(rest)?),
            "kept-use" => Self::UseSaved(rest),
            "kept-forget" => Self::DeleteSaved(rest),
            _ => *Self::PLAIN.iter().find(|plain| plain.word() == name)?,
        })
    }

    /// Returns the name that a button carries.
    pub fn name(self, ds: &Dataset) -> String {
        let (word, key) = (self.word(), |state: StateId| &ds.state(state).key);
        match self {
            Self::Use(grouping) => format!("{word}:{}", grouping.key(ds)),
            Self::PickUp(state) => format!("{word}:{}", key(state)),
            Self::Move(state, at) | Self::Also(state, at) => format!("{word}:{}:{at}", key(state)),
            Self::MoveToNew(state) => format!("{word}:{}:new", key(state)),
            Self::Ungroup(state) => format!("{word}:{}:none", key(state)),
            Self::RemoveGroup(at) => format!("{word}:{at}"),
            Self::UseSaved(name) | Self::DeleteSaved(name) => format!("{word}:{name}"),
            _ => word.to_owned(),
        }
    }

    /// Returns the word before the first colon: the whole name of a command without arguments.
    pub fn word(self) -> &'static str {
        match self {
            Self::Use(_) => "use",
            Self::PickUp(_) => "take",
            Self::PutBack => "put",
            Self::Move(..) | Self::MoveToNew(_) | Self::Ungroup(_) => "move",
            Self::Also(..) => "also",
            Self::AddGroup => "add",
            Self::RemoveGroup(_) => "remove",
            Self::Copy => "copy",
            Self::Overlap => "overlap",
            Self::DeleteOwn => "drop",
            Self::Undo => "undo",
            Self::ShowMoves => "moves",
            Self::Save => "keep",
            Self::UseSaved(_) => "kept-use",
            Self::DeleteSaved(_) => "kept-forget",
            Self::RestoreDeleted => "kept-again",
            Self::SaveFile => "save-file",
            Self::DismissImportErrors => "dismiss-file",
        }
    }

    /// Commands without arguments.
    const PLAIN: &'static [GroupingCommand<'static>] = &[
        GroupingCommand::PutBack,
        GroupingCommand::AddGroup,
        GroupingCommand::Copy,
        GroupingCommand::Overlap,
        GroupingCommand::DeleteOwn,
        GroupingCommand::Undo,
        GroupingCommand::ShowMoves,
        GroupingCommand::Save,
        GroupingCommand::RestoreDeleted,
        GroupingCommand::SaveFile,
        GroupingCommand::DismissImportErrors,
    ];
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::GroupingCommand as C;
    use super::SchemeRef;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let ds = crate::embedded().unwrap();
        let state = ds.state_by_key("GEO").unwrap();
        let scheme = ds.scheme_by_key("ukraine").unwrap();
        let mut all = vec![
            (C::Use(SchemeRef::Custom), "use:own"),
            (C::Use(SchemeRef::Report(scheme)), "use:ukraine"),
            (C::PickUp(state), "take:GEO"),
            (C::Move(state, 2), "move:GEO:2"),
            (C::MoveToNew(state), "move:GEO:new"),
            (C::Ungroup(state), "move:GEO:none"),
            (C::Also(state, 0), "also:GEO:0"),
            (C::RemoveGroup(3), "remove:3"),
            (C::UseSaved("a: b"), "kept-use:a: b"),
            (C::DeleteSaved("é"), "kept-forget:é"),
        ];
        all.extend(C::PLAIN.iter().map(|plain| (*plain, plain.word())));
        for (command, name) in all {
            assert_eq!(command.name(&ds), name);
            assert_eq!(C::parse(name, &ds), Some(command), "{name}");
        }
        for name in [
            "",
            ":",
            "use:",
            "take:",
            "take:XXX",
            "move:GEO",
            "move:GEO:x",
            "move:XXX:2",
            "also:GEO:new",
            "remove:",
            "put:1",
            "nothing",
        ] {
            assert_eq!(C::parse(name, &ds), None, "{name}");
        }
    }
}
