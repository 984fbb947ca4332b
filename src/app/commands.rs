//! Runs the commands of delegated button presses.

use cisconf_core::state::{Action, Appearance, Command};
use leptos::prelude::*;

use super::document;
use crate::browser::delegated_events::Press;
use crate::browser::document::{print, reload};
use crate::session::{ChunkCommands, Session};

/// Runs the command of a press. `appearance_before` is the appearance before projector mode.
pub fn run(session: Session, appearance_before: StoredValue<Appearance>, press: &Press) {
    let action = match Command::parse(&press.command) {
        Command::Open(key) => {
            press.hold();
            let key = key.to_owned();
            return session.after_paint(move || session.open(&key));
        }
        Command::File(name) => {
            press.hold();
            return session.run_in_chunk(ChunkCommands::Files, name);
        }
        Command::CopyNote(lang) => return session.run_in_chunk(ChunkCommands::Notes, lang),
        Command::Deck(name) => return session.run_in_chunk(ChunkCommands::Deck, name),
        Command::Grouping(name) => {
            let name = name.to_owned();
            return session.after_paint(move || session.run_in_chunk(ChunkCommands::Groupings, &name));
        }
        Command::Go(link) => {
            let link = link.to_owned();
            return session.after_paint(move || session.go(&link));
        }
        Command::Show(id) => return session.show_place(id),
        Command::Present => return document::present(session, appearance_before),
        Command::Ask => return session.ask(),
        Command::CopyLink => return session.copy_link(),
        Command::CopyEmbed => return session.run_in_chunk(ChunkCommands::Embed, ""),
        Command::Print => return print(),
        Command::Reload => return reload(),
        Command::Filter(facet, value) => Action::Toggle(facet, value),
        Command::FilterOff(facet) => Action::ClearFacet(facet),
        Command::States(states) => Action::ToggleStates(states),
        Command::Dismiss => return session.dismiss_link_errors(),
        Command::Close => Action::Close,
        Command::Tab(tab) => Action::Tab(tab),
        Command::Cells(style) => Action::CellStyle(style),
        Command::Rows(rows) => Action::RowFilter(rows),
        Command::ReportTable => Action::AsOf(None),
    };
    session.dispatch_after_paint(action);
}
