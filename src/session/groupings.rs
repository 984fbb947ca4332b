//! Gestures of the groupings: by the names on their buttons, by typed names, by dragging; files and what the browser keeps.

use cisconf_core::state::own_file::{self, Fault, LARGEST, Misfit};
use cisconf_core::state::{Action, Grouping, LONGEST_NAME, Own, encode, with_other};
use cisconf_core::text::{self, Key};
use cisconf_core::view::{Asked, Gesture, dropped, gesture, misfits, named};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Session;
use crate::browser::hands::{self, Heard};
use crate::browser::location::Step;
use crate::browser::{download, files, focus, menus, page, place, storage};

/// What the groupings say and hold beside the state. Copy: handles only.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What was done last, and the link at which that holds.
    told: RwSignal<(String, String)>,
    /// The link at which the last step can be undone, and the one that it was made from.
    undone: RwSignal<(String, String)>,
    /// What was wrong with the file that was chosen last.
    refused: RwSignal<Vec<Misfit>>,
    /// Names that this browser keeps, and whether each can be read.
    kept: RwSignal<Vec<(String, bool)>>,
    /// Puts the state in hand back; known once the groupings have come.
    put_back: StoredValue<Option<fn(Session)>>,
}

/// Whether this browser keeps a grouping.
#[derive(PartialEq)]
enum Kept {
    Yes,
    /// Another grouping of its name is kept.
    Another,
    No,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            told: RwSignal::default(),
            undone: RwSignal::default(),
            refused: RwSignal::default(),
            kept: RwSignal::default(),
            put_back: StoredValue::new(None),
        }
    }
}

impl Session {
    /// Hands the reader's own grouping to the browser as a file, if the press was on its button.
    pub fn save_own(self, event: &MouseEvent) {
        if let (Some(_), Some(own)) = (page::pressed(event, "data-file"), self.now().own) {
            let text = own_file::write(self.dataset, &own);
            download::save("grouping.json", "application/json", text.as_bytes());
        }
    }

    fn ask<T>(self, ask: impl FnOnce(Asked) -> T) -> T {
        ask(self.asked(&self.now()))
    }

    /// What stands on a button.
    fn act(self, name: &str) {
        if let Some(kept) = name.strip_prefix("kept-use:") {
            match storage::kept().into_iter().find(|(known, _)| known == kept) {
                Some((_, text)) => self.read_own(&text),
                None => {
                    self.look_up_kept();
                    self.tell(text::fill(self.now().lang, Key::SaidNotThere, &[("name", kept)]));
                }
            }
        } else if let Some(kept) = name.strip_prefix("kept-forget:") {
            storage::forget(kept);
            self.look_up_kept();
            self.tell(text::fill(self.now().lang, Key::SaidForgotten, &[("name", kept)]));
            focus::to_one_when_drawn("[data-do='keep']".to_owned());
        } else {
            match name {
                "undo" => self.undo(),
                "moves" => focus::show("#moves-title"),
                "copy" => self.copy(),
                "keep" => self.keep(),
                "dismiss" => {
                    focus::keep_from(".notice", &[".view-title"]);
                    self.desk.refused.set(Vec::new());
                }
                _ => self.make(self.ask(|asked| gesture(asked, name))),
            }
        }
    }

    /// The groupings have come: what is pressed, typed and dragged there is heard from now on.
    pub fn bring_groupings(self) {
        self.desk.put_back.set_value(Some(|session| session.act("put")));
        if hands::listen(move |heard| self.hear(&heard)) {
            storage::listen(move || self.look_up_kept());
        }
    }

    fn hear(self, heard: &Heard) {
        match heard {
            Heard::Pressed(name) => self.act(name),
            Heard::Named(form, typed) => {
                let gesture = self.ask(|asked| named(asked, form, typed));
                if gesture.is_some() {
                    menus::close_all();
                }
                self.make(gesture);
            }
            Heard::Dropped(state, place) => self.make(self.ask(|asked| dropped(asked, state, place))),
        }
    }

    /// Closes the evidence, or puts the state in hand back.
    pub fn escape(self) {
        let state = self.now();
        match self.desk.put_back.get_value() {
            Some(put_back) if state.open.is_none() && state.moving.is_some() => put_back(self),
            _ => self.dispatch(Action::Close),
        }
    }

    fn make(self, gesture: Option<Gesture>) {
        if let Some(Gesture { action, said, focus }) = gesture {
            let before = self.link();
            self.dispatch(action);
            self.tell(said);
            if matches!(action, Action::Own(_)) {
                self.may_undo(before);
            }
            focus::to_one_when_drawn(focus);
        }
    }

    /// Says what was done, until something else is; what was wrong with a file is past.
    fn tell(self, said: String) {
        self.desk.refused.set(Vec::new());
        self.desk.told.set((self.link(), said));
    }

    /// The step that was made from a link can be undone.
    fn may_undo(self, before: String) {
        self.desk.undone.set((self.link(), before));
    }

    /// A step back, said when it is made; the keyboard is where that is said.
    fn undo(self) {
        let (_, before) = self.desk.undone.get_untracked();
        self.desk.told.set((before, text::t(self.now().lang, Key::SaidUndone).to_owned()));
        focus::to("told");
        place::stay();
        page::back();
    }

    /// A copy of the grouping in hand. One of the reader's own is kept as it is first: a page has one at a time.
    fn copy(self) {
        let state = self.now();
        let own = state.own.as_ref().filter(|_| state.grouping == Some(Grouping::Own));
        let kept = own.filter(|own| self.keep_as_it_is(own) == Kept::Yes).map(|own| own.name.en.clone());
        self.make(self.ask(|asked| gesture(asked, "copy")));
        if let Some(name) = kept {
            self.look_up_kept();
            let (link, said) = self.desk.told.get_untracked();
            let first = text::fill(state.lang, Key::SaidKeptFirst, &[("name", &name)]);
            self.desk.told.set((link, format!("{said} {first}")));
        }
    }

    /// What was done last, while it holds.
    pub fn told(self) -> String {
        let (link, said) = self.desk.told.get();
        if self.is_at(&link) { said } else { String::new() }
    }

    /// Whether the last step back is that of what was told.
    pub fn can_undo(self) -> bool {
        let (link, _) = self.desk.undone.get();
        self.is_at(&link)
    }

    fn read_own(self, text: &str) {
        match own_file::read(self.dataset, text) {
            Ok(own) => self.use_own(own),
            Err(misfits) => self.desk.refused.set(misfits),
        }
    }

    fn use_own(self, own: Own) {
        let (said, before) =
            (text::fill(self.now().lang, Key::SaidRead, &[("name", &own.name.en)]), self.link());
        let next = with_other(&self.now(), own, self.dataset);
        self.location.go(&encode(&next, self.dataset), Step::Push);
        self.tell(said);
        self.may_undo(before);
        focus::to_one_when_drawn(".view-title".to_owned());
    }

    /// Reads the grouping of a file that was chosen.
    pub fn open_file(self, event: &leptos::ev::Event) {
        files::read(event, LARGEST, move |text| match text {
            Some(text) => self.read_own(&text),
            None => self.desk.refused.set(vec![Misfit { path: "$".to_owned(), fault: Fault::TooLarge }]),
        });
    }

    /// What was wrong with the file that was chosen last, in words.
    pub fn refused(self) -> Vec<String> {
        self.desk.refused.with(|found| misfits(self.lang(), found))
    }

    /// Keeps the grouping in hand. Where another of its name is kept, that is said first; a second press replaces it.
    fn keep(self) {
        let state = self.now();
        let Some(own) = &state.own else { return };
        let key = match self.keep_as_it_is(own) {
            Kept::Another if self.told() == text::t(state.lang, Key::SaidKeptAnother) => {
                if storage::keep(&own.name.en, &own_file::write(self.dataset, own)) {
                    Key::SaidKept
                } else {
                    Key::SaidNotKept
                }
            }
            Kept::Another => Key::SaidKeptAnother,
            Kept::Yes => Key::SaidKept,
            Kept::No => Key::SaidNotKept,
        };
        self.look_up_kept();
        self.tell(text::t(state.lang, key).to_owned());
    }

    /// Keeps a grouping unless that would replace another of its name.
    fn keep_as_it_is(self, own: &Own) -> Kept {
        let (name, written) = (&own.name.en, own_file::write(self.dataset, own));
        match storage::kept().into_iter().find(|(known, _)| known == name) {
            Some((_, text)) if text != written => Kept::Another,
            Some(_) => Kept::Yes,
            None if storage::keep(name, &written) => Kept::Yes,
            None => Kept::No,
        }
    }

    /// Looks up what this browser keeps. A longer name than a grouping can have was not written here.
    pub fn look_up_kept(self) {
        let read = |(name, text): (String, String)| (name, own_file::read(self.dataset, &text).is_ok());
        let kept = storage::kept().into_iter().filter(|(name, _)| name.chars().count() <= LONGEST_NAME);
        self.desk.kept.set(kept.map(read).collect());
    }

    /// Names that this browser keeps, and whether each can be read.
    pub fn kept(self) -> Vec<(String, bool)> {
        self.desk.kept.get()
    }
}
