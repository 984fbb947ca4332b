//! Commands of the grouping editor: buttons, forms, drag and drop, imported files.

use cisconf_core::state::scheme_file::{self, ImportError, ImportErrorKind, MAX_FILE_BYTES};
use cisconf_core::state::{Action, CustomScheme, GroupingCommand, SchemeRef, encode, with_imported_scheme};
use cisconf_core::text::{self, Key};
use cisconf_core::view::{
    CommandOutcome, ViewContext, command_outcome, drop_outcome, import_error_lines, name_form_outcome,
};
use leptos::prelude::*;

use super::editor_state::LinkedText;
use super::saved_groupings::Saved;
use super::store::{ChunkCommands, Session};
use crate::browser::delegated_events::{self, UiEvent};
use crate::browser::location::{self, HistoryStep};
use crate::browser::{download, files, focus, history_position, menus, storage};

impl Session {
    /// Downloads the custom grouping as a file.
    fn download_scheme(self) {
        if let Some(own) = self.link_state().custom_scheme {
            let text = scheme_file::write(self.dataset, &own);
            download::save("grouping.json", "application/json", text.as_bytes());
        }
    }

    fn with_context<T>(self, with_context: impl FnOnce(ViewContext) -> T) -> T {
        with_context(self.cx(&self.link_state()))
    }

    /// Returns the name of a command, for its button.
    pub fn grouping_command(self, command: GroupingCommand) -> String {
        command.name(self.dataset)
    }

    /// Runs the command with this name.
    fn run_grouping_command(self, name: &str) {
        let Some(command) = GroupingCommand::parse(name, self.dataset) else { return };
        match command {
            GroupingCommand::UseSaved(saved) => match self.saved_file(saved) {
                Some(text) => self.import_scheme(&text),
                None => {
                    self.refresh_saved();
                    self.announce(text::format(
                        self.link_state().lang,
                        Key::SaidNotThere,
                        &[("name", saved)],
                    ));
                }
            },
            GroupingCommand::DeleteSaved(saved) => {
                self.delete_saved(saved);
                focus::focus_selector_next_frame("[data-do='keep']".to_owned());
            }
            GroupingCommand::RestoreDeleted => {
                self.restore_deleted();
                focus::focus_id("told");
            }
            GroupingCommand::Undo => self.undo(),
            GroupingCommand::ShowMoves => focus::focus_and_scroll("#moves-title"),
            GroupingCommand::Copy => self.copy(),
            GroupingCommand::Save => self.save_own(),
            GroupingCommand::SaveFile => self.download_scheme(),
            GroupingCommand::DismissImportErrors => {
                focus::restore_if_lost(".notice", &[".view-title"]);
                self.editor.import_errors.set(Vec::new());
            }
            _ => self.apply(self.with_context(|cx| command_outcome(cx, command))),
        }
    }

    /// Registers the commands and the event listeners of the grouping editor.
    ///
    /// Called when its chunk is loaded.
    pub fn start_grouping_editor(self) {
        self.register_commands(ChunkCommands::Groupings, Self::run_grouping_command);
        if delegated_events::listen_to_groupings(move |heard| self.on_ui_event(&heard)) {
            storage::listen(move || self.follow_other_tabs());
        }
    }

    fn on_ui_event(self, heard: &UiEvent) {
        match heard {
            UiEvent::Named(form, typed) => {
                let outcome = self.with_context(|cx| name_form_outcome(cx, form, typed));
                if outcome.is_some() {
                    menus::close_all();
                }
                self.apply(outcome);
            }
            UiEvent::Dropped(state, place) => {
                self.apply(self.with_context(|cx| drop_outcome(cx, state, place)));
            }
        }
    }

    /// Closes the panel of questions, else the evidence; without either, puts the picked-up state
    /// back, else ends presenting.
    pub fn escape(self) {
        let state = self.link_state();
        if state.open.is_some() || state.question.is_some() {
            self.dispatch(Action::Close);
        } else if state.picked_up.is_some() {
            self.run_in_chunk(ChunkCommands::Groupings, GroupingCommand::PutBack.word());
        } else {
            self.run_in_chunk(ChunkCommands::Deck, "end");
        }
    }

    fn apply(self, outcome: Option<CommandOutcome>) {
        if let Some(CommandOutcome { action, announcement: said, focus_selector: focus }) = outcome {
            let before = self.link();
            self.dispatch(action);
            self.announce(said);
            if matches!(action, Action::EditScheme(_)) {
                self.record_undo(before);
            }
            focus::focus_selector_next_frame(focus);
        }
    }

    /// Undoes the last command by a step back in the history.
    ///
    /// Announces it and focuses the announcement.
    fn undo(self) {
        let before = self.editor.undo.get_untracked().text;
        let said = text::t(self.link_state().lang, Key::SaidUndone).to_owned();
        self.editor.status.set(LinkedText { link: before, text: said });
        focus::focus_id("told");
        history_position::keep_on_next_back();
        location::back();
    }

    /// Copies the active grouping to a custom one.
    ///
    /// An active custom grouping is saved first, as the state holds only one.
    fn copy(self) {
        let state = self.link_state();
        let own = state.custom_scheme.as_ref().filter(|_| state.grouping == Some(SchemeRef::Custom));
        let saved =
            own.filter(|own| self.save_unless_different(own) == Saved::Yes).map(|own| own.name.en.clone());
        self.apply(self.with_context(|cx| command_outcome(cx, GroupingCommand::Copy)));
        if let Some(name) = saved {
            self.refresh_saved();
            let first = text::format(state.lang, Key::SaidKeptFirst, &[("name", &name)]);
            self.editor.status.update(|said| said.text = format!("{} {first}", said.text));
        }
    }

    fn import_scheme(self, text: &str) {
        match scheme_file::read(self.dataset, text) {
            Ok(own) => self.use_scheme(own),
            Err(errors) => self.editor.import_errors.set(errors),
        }
    }

    fn use_scheme(self, own: CustomScheme) {
        let (said, before) =
            (text::format(self.link_state().lang, Key::SaidRead, &[("name", &own.name.en)]), self.link());
        let next = with_imported_scheme(&self.link_state(), own, self.dataset);
        self.location.go(&encode(&next, self.dataset), HistoryStep::Push);
        self.announce(said);
        self.record_undo(before);
        focus::focus_selector_next_frame(".view-title".to_owned());
    }

    /// Imports the grouping of the chosen file.
    pub fn open_file(self, event: &leptos::ev::Event) {
        files::read(event, MAX_FILE_BYTES, move |text| match text {
            Some(text) => self.import_scheme(&text),
            None => self
                .editor
                .import_errors
                .set(vec![ImportError { path: "$".to_owned(), kind: ImportErrorKind::TooLarge }]),
        });
    }

    /// Returns the errors of the last import in the active language.
    pub fn import_errors(self) -> Vec<String> {
        self.editor.import_errors.with(|found| import_error_lines(self.lang(), found))
    }
}
