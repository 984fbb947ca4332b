//! Gestures of the groupings: by the names on their buttons, by typed names, by dragging; files and what the browser keeps.

use cisconf_core::state::own_file::{self, Fault, LARGEST, Misfit};
use cisconf_core::state::{Action, Own, encode, with_other};
use cisconf_core::text::{self, Key, Lang};
use cisconf_core::view::{Asked, Gesture, dropped, gesture, misfits, named};
use leptos::prelude::*;

use super::Session;
use crate::browser::hands::{self, Heard};
use crate::browser::location::Step;
use crate::browser::{files, focus, menus, page, storage};

/// What the groupings say and hold beside the state. Copy: handles only.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What was done last, the link at which that holds, and whether it was a step that can be undone.
    told: RwSignal<(String, String, bool)>,
    /// What was wrong with the file that was chosen last.
    refused: RwSignal<Vec<Misfit>>,
    /// Names that this browser keeps, and whether each can be read.
    kept: RwSignal<Vec<(String, bool)>>,
    /// Puts the state in hand back; known once the groupings have come.
    put_back: StoredValue<Option<fn(Session)>>,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            told: RwSignal::default(),
            refused: RwSignal::default(),
            kept: RwSignal::default(),
            put_back: StoredValue::new(None),
        }
    }
}

impl Session {
    fn ask<T>(self, ask: impl FnOnce(Asked) -> T) -> T {
        ask(self.asked(&self.now()))
    }

    /// What stands on a button.
    fn act(self, name: &str) {
        if let Some(kept) = name.strip_prefix("kept-use:") {
            let text = storage::kept().into_iter().find(|(known, _)| known == kept).map(|(_, text)| text);
            self.read_own(&text.unwrap_or_default());
        } else if let Some(kept) = name.strip_prefix("kept-forget:") {
            storage::forget(kept);
            self.look_up_kept();
            focus::to_one_when_drawn("[data-do='keep']".to_owned());
        } else {
            match name {
                "undo" => page::back(),
                "keep" => self.keep(),
                "dismiss" => self.desk.refused.set(Vec::new()),
                _ => self.make(self.ask(|asked| gesture(asked, name))),
            }
        }
    }

    /// The groupings have come: what is pressed, typed and dragged there is heard from now on.
    pub fn bring_groupings(self) {
        self.desk.put_back.set_value(Some(|session| session.act("put")));
        hands::listen(move |heard| self.hear(&heard));
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
            self.dispatch(action);
            self.tell(said, matches!(action, Action::Own(_)));
            focus::to_one_when_drawn(focus);
        }
    }

    /// Says what was done, until something else is.
    fn tell(self, said: String, undone: bool) {
        let link = encode(&self.now(), self.dataset);
        self.desk.told.set((link, said, undone));
    }

    /// What was done last, while it holds.
    pub fn told(self) -> String {
        let (link, said, _) = self.desk.told.get();
        if self.location.with(|now| now == link) { said } else { String::new() }
    }

    /// Whether the last step back is that of what was told.
    pub fn can_undo(self) -> bool {
        let (link, _, undone) = self.desk.told.get();
        undone && self.location.with(|now| now == link)
    }

    fn read_own(self, text: &str) {
        match own_file::read(self.dataset, text) {
            Ok(own) => self.use_own(own),
            Err(misfits) => self.desk.refused.set(misfits),
        }
    }

    fn use_own(self, own: Own) {
        self.desk.refused.set(Vec::new());
        let said = text::fill(self.now().lang, Key::SaidRead, &[("name", &own.name.en)]);
        let next = with_other(&self.now(), own, self.dataset);
        self.location.go(&encode(&next, self.dataset), Step::Push);
        self.tell(said, true);
        focus::to_one_when_drawn("#view-title".to_owned());
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

    fn keep(self) {
        let state = self.now();
        let kept = state
            .own
            .as_ref()
            .is_some_and(|own| storage::keep(&own.name.en, &own_file::write(self.dataset, own)));
        self.look_up_kept();
        let lang: Lang = state.lang;
        self.tell(text::t(lang, if kept { Key::SaidKept } else { Key::SaidNotKept }).to_owned(), false);
    }

    /// Looks up what this browser keeps.
    pub fn look_up_kept(self) {
        let read = |(name, text): (String, String)| (name, own_file::read(self.dataset, &text).is_ok());
        self.desk.kept.set(storage::kept().into_iter().map(read).collect());
    }

    /// Names that this browser keeps, and whether each can be read.
    pub fn kept(self) -> Vec<(String, bool)> {
        self.desk.kept.get()
    }
}
