//! Gestures of the groupings: by the names on their buttons, by typed names, by dragging; files and what the browser keeps.

use cisconf_core::state::own_file::{self, ImportError, ImportErrorKind, MAX_FILE_BYTES};
use cisconf_core::state::{Action, CustomScheme, MAX_NAME_CHARS, SchemeRef, encode, with_other};
use cisconf_core::text::{self, Key};
use cisconf_core::view::{CommandOutcome, ViewContext, dropped, gesture, misfits, named};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Session;
use crate::browser::delegated_events::{self, UiEvent};
use crate::browser::location::{self, HistoryStep};
use crate::browser::{download, files, focus, history_position, menus, storage};

/// What the groupings say and hold beside the state. Copy: handles only.
#[derive(Clone, Copy)]
pub struct GroupingEditor {
    /// What was done last, and the link at which that holds.
    status: RwSignal<(String, String)>,
    /// The link at which the last step can be undone, and the one that it was made from.
    undo_link: RwSignal<(String, String)>,
    /// What was wrong with the file that was chosen last.
    import_errors: RwSignal<Vec<ImportError>>,
    /// Names that this browser keeps, and whether each can be read.
    saved: RwSignal<Vec<(String, bool)>>,
    /// Puts the state in hand back; known once the groupings have come.
    cancel_move: StoredValue<Option<fn(Session)>>,
}

/// Whether this browser keeps a grouping.
#[derive(PartialEq)]
enum Saved {
    Yes,
    /// Another grouping of its name is kept.
    Another,
    No,
}

impl GroupingEditor {
    pub fn new() -> Self {
        Self {
            status: RwSignal::default(),
            undo_link: RwSignal::default(),
            import_errors: RwSignal::default(),
            saved: RwSignal::default(),
            cancel_move: StoredValue::new(None),
        }
    }
}

impl Session {
    /// Hands the reader's own grouping to the browser as a file, if the press was on its button.
    pub fn download_scheme(self, event: &MouseEvent) {
        if let (Some(_), Some(own)) = (delegated_events::pressed(event, "data-file"), self.now().own) {
            let text = own_file::write(self.dataset, &own);
            download::save("grouping.json", "application/json", text.as_bytes());
        }
    }

    fn with_context<T>(self, with_context: impl FnOnce(ViewContext) -> T) -> T {
        with_context(self.asked(&self.now()))
    }

    /// What stands on a button.
    fn run_command(self, name: &str) {
        if let Some(saved) = name.strip_prefix("kept-use:") {
            match storage::kept().into_iter().find(|(known, _)| known == saved) {
                Some((_, text)) => self.import_scheme(&text),
                None => {
                    self.refresh_saved();
                    self.announce(text::fill(self.now().lang, Key::SaidNotThere, &[("name", saved)]));
                }
            }
        } else if let Some(saved) = name.strip_prefix("kept-forget:") {
            storage::forget(saved);
            self.refresh_saved();
            self.announce(text::fill(self.now().lang, Key::SaidForgotten, &[("name", saved)]));
            focus::focus_selector_next_frame("[data-do='keep']".to_owned());
        } else {
            match name {
                "undo" => self.undo(),
                "moves" => focus::show("#moves-title"),
                "copy" => self.copy(),
                "keep" => self.keep(),
                "dismiss" => {
                    focus::restore_if_lost(".notice", &[".view-title"]);
                    self.editor.import_errors.set(Vec::new());
                }
                _ => self.apply(self.with_context(|asked| gesture(asked, name))),
            }
        }
    }

    /// The groupings have come: what is pressed, typed and dragged there is heard from now on.
    pub fn start_grouping_editor(self) {
        self.editor.cancel_move.set_value(Some(|session| session.run_command("put")));
        if delegated_events::listen(move |heard| self.on_ui_event(&heard)) {
            storage::listen(move || self.refresh_saved());
        }
    }

    fn on_ui_event(self, heard: &UiEvent) {
        match heard {
            UiEvent::Pressed(name) => self.run_command(name),
            UiEvent::Named(form, typed) => {
                let gesture = self.with_context(|asked| named(asked, form, typed));
                if gesture.is_some() {
                    menus::close_all();
                }
                self.apply(gesture);
            }
            UiEvent::Dropped(state, place) => {
                self.apply(self.with_context(|asked| dropped(asked, state, place)));
            }
        }
    }

    /// Closes the evidence, or puts the state in hand back.
    pub fn escape(self) {
        let state = self.now();
        match self.editor.cancel_move.get_value() {
            Some(cancel_move) if state.open.is_none() && state.moving.is_some() => cancel_move(self),
            _ => self.dispatch(Action::Close),
        }
    }

    fn apply(self, gesture: Option<CommandOutcome>) {
        if let Some(CommandOutcome { action, said, focus }) = gesture {
            let before = self.link();
            self.dispatch(action);
            self.announce(said);
            if matches!(action, Action::EditScheme(_)) {
                self.record_undo(before);
            }
            focus::focus_selector_next_frame(focus);
        }
    }

    /// Says what was done, until something else is; what was wrong with a file is past.
    fn announce(self, said: String) {
        self.editor.import_errors.set(Vec::new());
        self.editor.status.set((self.link(), said));
    }

    /// The step that was made from a link can be undone.
    fn record_undo(self, before: String) {
        self.editor.undo_link.set((self.link(), before));
    }

    /// A step back, said when it is made; the keyboard is where that is said.
    fn undo(self) {
        let (_, before) = self.editor.undo_link.get_untracked();
        self.editor.status.set((before, text::t(self.now().lang, Key::SaidUndone).to_owned()));
        focus::to("told");
        history_position::stay();
        location::back();
    }

    /// A copy of the grouping in hand. One of the reader's own is kept as it is first: a page has one at a time.
    fn copy(self) {
        let state = self.now();
        let own = state.own.as_ref().filter(|_| state.grouping == Some(SchemeRef::Custom));
        let saved =
            own.filter(|own| self.save_unless_different(own) == Saved::Yes).map(|own| own.name.en.clone());
        self.apply(self.with_context(|asked| gesture(asked, "copy")));
        if let Some(name) = saved {
            self.refresh_saved();
            let (link, said) = self.editor.status.get_untracked();
            let first = text::fill(state.lang, Key::SaidKeptFirst, &[("name", &name)]);
            self.editor.status.set((link, format!("{said} {first}")));
        }
    }

    /// What was done last, while it holds.
    pub fn status(self) -> String {
        let (link, said) = self.editor.status.get();
        if self.is_at(&link) { said } else { String::new() }
    }

    /// Whether the last step back is that of what was told.
    pub fn can_undo(self) -> bool {
        let (link, _) = self.editor.undo_link.get();
        self.is_at(&link)
    }

    fn import_scheme(self, text: &str) {
        match own_file::read(self.dataset, text) {
            Ok(own) => self.use_scheme(own),
            Err(misfits) => self.editor.import_errors.set(misfits),
        }
    }

    fn use_scheme(self, own: CustomScheme) {
        let (said, before) =
            (text::fill(self.now().lang, Key::SaidRead, &[("name", &own.name.en)]), self.link());
        let next = with_other(&self.now(), own, self.dataset);
        self.location.go(&encode(&next, self.dataset), HistoryStep::Push);
        self.announce(said);
        self.record_undo(before);
        focus::focus_selector_next_frame(".view-title".to_owned());
    }

    /// Reads the grouping of a file that was chosen.
    pub fn open_file(self, event: &leptos::ev::Event) {
        files::read(event, MAX_FILE_BYTES, move |text| match text {
            Some(text) => self.import_scheme(&text),
            None => self
                .editor
                .import_errors
                .set(vec![ImportError { path: "$".to_owned(), fault: ImportErrorKind::TooLarge }]),
        });
    }

    /// What was wrong with the file that was chosen last, in words.
    pub fn import_errors(self) -> Vec<String> {
        self.editor.import_errors.with(|found| misfits(self.lang(), found))
    }

    /// Keeps the grouping in hand. Where another of its name is kept, that is said first; a second press replaces it.
    fn keep(self) {
        let state = self.now();
        let Some(own) = &state.own else { return };
        let key = match self.save_unless_different(own) {
            Saved::Another if self.status() == text::t(state.lang, Key::SaidKeptAnother) => {
                if storage::keep(&own.name.en, &own_file::write(self.dataset, own)) {
                    Key::SaidKept
                } else {
                    Key::SaidNotKept
                }
            }
            Saved::Another => Key::SaidKeptAnother,
            Saved::Yes => Key::SaidKept,
            Saved::No => Key::SaidNotKept,
        };
        self.refresh_saved();
        self.announce(text::t(state.lang, key).to_owned());
    }

    /// Keeps a grouping unless that would replace another of its name.
    fn save_unless_different(self, own: &CustomScheme) -> Saved {
        let (name, written) = (&own.name.en, own_file::write(self.dataset, own));
        match storage::kept().into_iter().find(|(known, _)| known == name) {
            Some((_, text)) if text != written => Saved::Another,
            Some(_) => Saved::Yes,
            None if storage::keep(name, &written) => Saved::Yes,
            None => Saved::No,
        }
    }

    /// Looks up what this browser keeps. A longer name than a grouping can have was not written here.
    pub fn refresh_saved(self) {
        let read = |(name, text): (String, String)| (name, own_file::read(self.dataset, &text).is_ok());
        let saved = storage::kept().into_iter().filter(|(name, _)| name.chars().count() <= MAX_NAME_CHARS);
        self.editor.saved.set(saved.map(read).collect());
    }

    /// Names that this browser keeps, and whether each can be read.
    pub fn saved(self) -> Vec<(String, bool)> {
        self.editor.saved.get()
    }
}
