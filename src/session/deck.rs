//! Puts the deck together and presents it.

use cisconf_core::DATA_VERSION;
use cisconf_core::deck::{
    self, Deck, DeckCommand, DeckEdit, DeckFileError, DeckFileFault, MAX_DECK_BYTES, MAX_SLIDES,
    MAX_TITLE_CHARS, Slide,
};
use cisconf_core::export::{HandoutFormat, SavedFile};
use cisconf_core::state::{SharedDeck, View, ViewState, decode, encode};
use cisconf_core::text::{self, Key};
use cisconf_core::view::{self, DeckBar, DeckInput, DeckNotes, DeckTools, DeckView, deck_error_lines};
use leptos::prelude::*;

use super::deck_store::with;
use super::store::{ChunkCommands, DeckPart, Session};
use crate::browser::fragment::RenderFragment;
use crate::browser::location::{self, HistoryStep};
use crate::browser::{
    clipboard, clock, document, files, focus, fullscreen, presenting_keys, row_keys, second_window, storage,
};
use crate::reactive::SharedMemo;

/// Seconds after which leaving full screen is no longer due to a new window.
const WINDOW_OPENS: u64 = 2;

impl Session {
    /// Reads the kept deck, registers commands and keys, and offers the parts of the page.
    pub fn start_deck(self, render: fn(Self, DeckPart) -> AnyView, write_notes: fn(Self) -> RenderFragment) {
        if !with(|store| store.start()) {
            return;
        }
        with(|store| {
            store.write_notes.set(Some(write_notes));
            store.is_kept.set(storage::keeps());
            store.read(self.dataset);
        });
        self.register_commands(ChunkCommands::Deck, Self::run_deck_command);
        self.register_commands(ChunkCommands::Embed, |session, _| session.copy_embed());
        storage::listen(move || {
            self.follow_other_deck();
        });
        presenting_keys::listen(move |key| self.on_presenting_key(key));
        fullscreen::on_leave(move || self.on_full_screen_left());
        self.offer_deck(render);
    }

    // ------------------------------------------------------------ models

    /// Returns the tools of a page.
    pub fn deck_tools(self) -> ArcMemo<DeckTools> {
        let deck = with(|store| store.deck.clone());
        ArcMemo::new(move |_| {
            let slides = deck.with(|deck| deck.slides.len());
            self.compute(|cx| view::deck_tools(cx, slides))
        })
    }

    /// Returns the view of the deck.
    pub fn deck_view(self) -> SharedMemo<DeckView> {
        let (here, deck) = (self.is_active(), with(|store| store.deck.clone()));
        let (before, is_kept) = with(|store| (store.before.clone(), store.is_kept.clone()));
        let make = move || {
            let words = |slide: &Slide| self.known_words(slide);
            let pictures = |slide: &Slide| self.known_picture(slide);
            let view = deck.with(|deck| {
                let input = DeckInput {
                    deck,
                    words: &words,
                    pictures: &pictures,
                    is_kept: is_kept.get(),
                    can_undo: before.with(Option::is_some),
                    data: DATA_VERSION,
                };
                self.compute(|cx| view::deck_view(cx, &input))
            });
            self.compute_slides();
            view
        };
        SharedMemo::paused_while(move || !here.get(), make)
    }

    /// Returns the bar under the presented slide.
    pub fn deck_bar(self) -> SharedMemo<Option<DeckBar>> {
        let deck = with(|store| store.deck.clone());
        SharedMemo::new(move || {
            let words = |slide: &Slide| self.words_of(slide);
            self.search_loaded.track();
            self.shown_link
                .with(|decoded| deck.with(|deck| view::deck_bar(self.cx(&decoded.state), deck, &words)))
        })
    }

    /// Returns the notes of the presented slide.
    pub fn deck_notes(self) -> SharedMemo<Option<DeckNotes>> {
        let deck = with(|store| store.deck.clone());
        SharedMemo::new(move || {
            let words = |slide: &Slide| self.words_of(slide);
            self.compute(|cx| deck.with(|deck| view::deck_notes(cx, deck, &words)))
        })
    }

    /// Returns the errors of a file, with their heading; an empty list if there are none.
    pub fn deck_errors(self) -> (&'static str, Vec<String>) {
        with(|store| store.errors.clone()).with(|errors| match errors {
            Some((heading, errors)) => (self.t(*heading), deck_error_lines(self.lang(), errors)),
            None => ("", Vec::new()),
        })
    }

    /// Whether the browser keeps a deck that could not be read.
    pub fn has_unread_deck(self) -> bool {
        with(|store| store.unread.clone()).with(Option::is_some)
    }

    /// Whether the screen is blank.
    pub fn is_blank(self) -> bool {
        with(|store| store.is_blank.clone()).get()
    }

    /// Whether the notes are shown in the page.
    pub fn has_notes_in_page(self) -> bool {
        with(|store| store.notes_in_page.clone()).get()
    }

    /// Returns the time, and the minutes since presenting began.
    pub fn deck_clock(self) -> (String, u64) {
        with(|store| store.clock.clone()).get()
    }

    /// Keeps the clock of the notes right while a slide is presented.
    pub fn run_deck_clock(self) {
        if with(|store| store.is_ticking.replace(true)) {
            return;
        }
        self.tick();
        clock::each_second(move || {
            let goes_on = self.tick();
            with(|store| store.is_ticking.set(goes_on));
            goes_on
        });
    }

    // ------------------------------------------------------------ commands

    fn run_deck_command(self, name: &str) {
        if let Some(answer) = name.strip_prefix("answer:") {
            return self.add_answer(answer);
        }
        let Some(command) = DeckCommand::parse(name) else { return };
        match command {
            DeckCommand::Add => self.add_to_deck(),
            DeckCommand::Up(at) => self.move_slide(at, true),
            DeckCommand::Down(at) => self.move_slide(at, false),
            DeckCommand::Remove(at) => self.remove_slide(at),
            DeckCommand::Generated(at) => {
                self.edit_deck(&DeckEdit::Title(at, String::new()));
                focus::focus_selector_next_frame(".deck-title".to_owned());
            }
            DeckCommand::Undo => self.undo_deck(),
            DeckCommand::ReadyMade => {
                let made = deck::ready_made(self.dataset, self.link_state().lang, DATA_VERSION);
                self.replace_deck(made, Key::DeckSaidReplaced);
            }
            DeckCommand::Clear => self.replace_deck(Deck::default(), Key::DeckSaidCleared),
            DeckCommand::Save => {
                let deck = self.deck_now();
                self.save_and_say(&SavedFile {
                    name: format!("{}.json", deck.file_name()),
                    mime: "application/json",
                    bytes: deck::write(&deck).into_bytes(),
                });
            }
            DeckCommand::DownloadDeck => self.download_deck(&self.deck_now()),
            DeckCommand::DownloadSlides => self.download_view(HandoutFormat::Pptx),
            DeckCommand::DownloadDocument => self.download_view(HandoutFormat::Docx),
            DeckCommand::DownloadSvg => self.download_view(HandoutFormat::Svg),
            DeckCommand::DownloadPng => self.download_png(move || self.say_key(Key::TakePngRefused)),
            DeckCommand::CopyPicture => {
                self.copy_picture(move |ok| {
                    self.say_key(if ok { Key::TakeCopied } else { Key::TakeRefused });
                });
            }
            DeckCommand::SaveApp => self.save_app(move |ok| {
                self.say_key(if ok { Key::TakeAppSaved } else { Key::TakeAppRefused });
            }),
            DeckCommand::CopyLink => self.copy_deck_link(),
            DeckCommand::UseShared => self.use_shared_deck(),
            DeckCommand::Dismiss => {
                focus::restore_if_lost(".deck-errors", &[".view-title"]);
                with(|store| store.errors.set(None));
            }
            DeckCommand::SaveUnread => {
                let text = with(|store| store.unread.get_untracked()).unwrap_or_default();
                let name = "cisconf-deck-unread.json".to_owned();
                self.save_and_say(&SavedFile { name, mime: "application/json", bytes: text.into_bytes() });
            }
            DeckCommand::ForgetUnread => {
                focus::restore_if_lost(".deck-unread", &[".view-title"]);
                with(|store| store.forget_unread());
            }
            DeckCommand::Present(at) => self.present_deck(at),
            DeckCommand::Show(at) => self.show_slide(at),
            DeckCommand::Blank => with(|store| store.is_blank.update(|blank| *blank = !*blank)),
            DeckCommand::Notes => self.toggle_notes(),
            DeckCommand::End => self.end_deck(),
        }
    }

    fn deck_now(self) -> Deck {
        with(|store| store.deck.get_untracked())
    }

    /// Applies a change to the deck; returns whether it changed anything.
    ///
    /// If another tab has changed the kept deck meanwhile, shows that one instead: a position would
    /// mean another slide.
    pub fn edit_deck(self, edit: &DeckEdit) -> bool {
        match self.follow_other_deck() {
            None => {}
            // The name belongs to no slide.
            Some(_) if matches!(edit, DeckEdit::Rename(_)) => {}
            // What is typed belongs to the slide, wherever it is now.
            Some(Some(position)) => {
                let edit = edit.of_text_at(position);
                return edit.is_some_and(|edit| self.edit_deck(&edit));
            }
            Some(None) => {
                // Brought back with what was typed.
                with(|store| {
                    store.before.update(|before| {
                        *before = before.take().map(|deck| deck.edited(edit).unwrap_or(deck));
                    });
                });
                return false;
            }
        }
        let now = self.deck_now();
        let next = now.edited(edit);
        let has_changed = next.is_some();
        if let Some(next) = next {
            with(|store| {
                let is_text = matches!(edit, DeckEdit::Title(..) | DeckEdit::Notes(..) | DeckEdit::Rename(_));
                store.before.set((!is_text).then_some(now));
                store.errors.set(None);
                store.set(next);
            });
        }
        has_changed
    }

    fn add_to_deck(self) {
        if self.link_state().view != View::Deck {
            self.add_slide(Slide::of(&self.link_state(), self.dataset, DATA_VERSION));
        }
    }

    /// Adds an answer: its place, its sentence and its notes, a line each.
    ///
    /// The sentence is the title, unless it is too long for one.
    fn add_answer(self, answer: &str) {
        let mut lines = answer.splitn(3, '\n');
        let mut next = || lines.next().unwrap_or_default();
        let (link, sentence, notes) = (next(), next(), next());
        let state = decode(link, self.dataset).state;
        let slide = Slide::of(&state, self.dataset, DATA_VERSION);
        let is_title = !sentence.is_empty() && sentence.chars().count() <= MAX_TITLE_CHARS;
        let title = is_title.then(|| deck::one_line(sentence));
        self.add_slide(Slide { title, notes: deck::lines(notes), ..slide });
    }

    fn add_slide(self, slide: Slide) {
        let is_refused = |(heading, _): &(Key, _)| *heading == Key::DeckStoredRefused;
        let is_after_unread =
            with(|store| store.errors.with_untracked(|errors| errors.as_ref().is_some_and(is_refused)));
        let is_added = self.edit_deck(&DeckEdit::Add(slide));
        let n = self.deck_now().slides.len();
        // It is added again by intent; "Undo" would return to an unseen deck.
        with(|store| store.before.set(None));
        match (is_added, with(|store| store.is_kept.get_untracked())) {
            (true, true) if is_after_unread => self.say_numbered(Key::DeckAddedUnread, n),
            (true, true) => self.say_numbered(Key::DeckAdded, n),
            (true, false) => self.say_numbered(Key::DeckAddedNotKept, n),
            (false, _) if n >= MAX_SLIDES => self.say_numbered(Key::DeckFull, MAX_SLIDES),
            (false, _) => {}
        }
    }

    /// Selects a slide in the view of the deck.
    fn select_slide(self, at: usize) {
        let slide = u16::try_from(at).ok();
        let state = ViewState { slide, ..self.link_state() };
        self.location.go(&encode(&state, self.dataset), HistoryStep::Replace);
    }

    fn move_slide(self, at: usize, up: bool) {
        if !self.edit_deck(&DeckEdit::Move(at, up)) {
            return;
        }
        let (to, last) = (if up { at - 1 } else { at + 1 }, self.deck_now().slides.len() - 1);
        self.select_slide(to);
        self.say_numbered(Key::DeckSaidMoved, to + 1);
        // At either end only the other button is enabled.
        let command = if (up && to > 0) || to == last { DeckCommand::Up(to) } else { DeckCommand::Down(to) };
        focus::focus_selector_next_frame(format!("[data-do='{}']", command.on_button()));
    }

    /// Moves the slide whose row has the focus, if the key is Alt with ↑ or ↓.
    pub fn on_slide_key(self, event: &leptos::ev::KeyboardEvent) {
        let Some((command, up)) = row_keys::moved(event, "li") else { return };
        let command = command.strip_prefix("deck:").and_then(DeckCommand::parse);
        // Each of its commands says which slide it is.
        if let Some(DeckCommand::Up(at) | DeckCommand::Down(at) | DeckCommand::Remove(at)) = command {
            self.move_slide(at, up);
        }
    }

    fn remove_slide(self, at: usize) {
        if !self.edit_deck(&DeckEdit::Remove(at)) {
            return;
        }
        self.select_slide(at.min(self.deck_now().slides.len().saturating_sub(1)));
        self.say_numbered(Key::DeckSaidRemoved, at + 1);
        focus::focus_selector_next_frame(format!("[data-do='{}']", DeckCommand::Undo.on_button()));
    }

    fn undo_deck(self) {
        if let Some(before) = with(|store| store.before.get_untracked()) {
            with(|store| {
                store.before.set(None);
                store.set(before);
            });
            self.say_key(Key::DeckSaidUndone);
            focus::focus_selector_next_frame(".view-title".to_owned());
        }
    }

    /// Replaces the whole deck, which can be undone.
    fn replace_deck(self, deck: Deck, said: Key) {
        let now = self.deck_now();
        let is_first = now == Deck::default();
        with(|store| {
            store.before.set((!is_first).then_some(now));
            store.errors.set(None);
            store.set(deck);
        });
        let state = ViewState { slide: None, shared_deck: None, ..self.link_state() };
        self.location.go(&encode(&state, self.dataset), HistoryStep::Replace);
        let said = if is_first { Key::DeckSaidOpened } else { said };
        self.say(text::t(state.lang, said).to_owned());
        focus::focus_selector_next_frame(".view-title".to_owned());
    }

    /// Opens the chosen file.
    pub fn open_deck_file(self, event: &leptos::ev::Event) {
        files::read(event, MAX_DECK_BYTES, move |text| {
            let too_large = || DeckFileError { path: "$".to_owned(), fault: DeckFileFault::TooLarge };
            let read = text.ok_or_else(|| vec![too_large()]);
            match read.and_then(|text| deck::read(self.dataset, &text)) {
                Ok(deck) => self.replace_deck(deck, Key::DeckSaidReplaced),
                Err(errors) => with(|store| store.errors.set(Some((Key::DeckFileRefused, errors)))),
            }
        });
    }

    fn use_shared_deck(self) {
        let shared: Option<SharedDeck> = self.link_state().shared_deck;
        if let Some(deck) = shared.and_then(|shared| deck::unpack(self.dataset, &shared)) {
            self.replace_deck(deck, Key::DeckSaidReplaced);
        }
    }

    fn copy_deck_link(self) {
        let Some(packed) = deck::pack(&self.deck_now()) else { return };
        let lang = self.link_state().lang;
        let state =
            ViewState { view: View::Deck, shared_deck: Some(packed.shared), lang, ..ViewState::default() };
        let address = format!("{}{}", location::folder(), encode(&state, self.dataset));
        copy_or_show(&address, text::t(lang, Key::DeckLinkLabel), move |ok| {
            self.say(text::t(lang, if ok { Key::DeckCopied } else { Key::DeckCopyFailed }).to_owned());
        });
    }

    /// Copies the HTML that shows the view in a frame of another page, or shows it to be copied.
    fn copy_embed(self) {
        let state = self.link_state();
        let (cx, link) = (self.cx(&state), self.link());
        let html = view::embed_html(cx, &location::folder());
        copy_or_show(&html, self.t(Key::EmbedCode), move |ok| {
            if ok {
                self.copied.set(Some((link, Key::EmbedCopied)));
            }
        });
    }

    /// Follows what another tab has made of the deck; `None` if it has not changed it.
    ///
    /// The selected slide stays selected: its position is returned. If it is no longer there, the
    /// deck before can be brought back, with what was typed.
    fn follow_other_deck(self) -> Option<Option<usize>> {
        let (before, state) = (self.deck_now(), self.link_state());
        if !with(|store| store.read(self.dataset)) {
            return None;
        }
        self.say_key(Key::DeckSaidOther);
        let at = before.position(state.slide);
        let place = before.slides.get(at).and_then(|slide| self.deck_now().place_of(slide, at));
        if state.view == View::Deck {
            match place {
                Some(place) if place != at => self.select_slide(place),
                Some(_) => {}
                None if before.slides.is_empty() => {}
                None => {
                    with(|store| store.before.set(Some(before)));
                    focus::focus_selector_next_frame(".view-title".to_owned());
                }
            }
        }
        Some(place)
    }

    // ------------------------------------------------------------ presenting

    /// Whether a slide is presented.
    fn is_presenting(self) -> bool {
        let state = self.link_state();
        state.slide.is_some() && state.view != View::Deck && !self.deck_now().slides.is_empty()
    }

    fn present_deck(self, at: usize) {
        fullscreen::enter();
        with(|store| {
            store.presented_from.replace(Some(self.link_state()));
            store.began.set(clock::seconds());
            store.is_blank.set(false);
        });
        self.tick();
        self.show_slide(at);
    }

    fn show_slide(self, at: usize) {
        let deck = self.deck_now();
        let at = at.min(deck.slides.len().saturating_sub(1));
        if let Some(slide) = deck.slides.get(at) {
            with(|store| store.is_blank.set(false));
            self.go(&slide.presented(self.dataset, self.link_state().lang, at));
            // In a table that was explored, the arrow keys would move in it.
            if focus::is_in("main") {
                focus::focus_selector_next_frame(".view-title".to_owned());
            }
        }
    }

    fn end_deck(self) {
        if !self.is_presenting() {
            return;
        }
        let now = self.link_state();
        let from = with(|store| store.presented_from.take()).unwrap_or_default();
        let state = ViewState { view: View::Deck, slide: now.slide, lang: now.lang, open: None, ..from };
        self.go(&encode(&state, self.dataset));
        with(|store| {
            store.is_blank.set(false);
            store.notes_in_page.set(false);
        });
        second_window::close();
        fullscreen::leave();
    }

    fn on_full_screen_left(self) {
        let opened = with(|store| store.notes_opened.get());
        if clock::seconds().saturating_sub(opened) > WINDOW_OPENS && !self.return_to_slide() {
            self.end_deck();
        }
    }

    /// Shows the slide from which the reader has explored; returns whether there is one.
    fn return_to_slide(self) -> bool {
        let state = self.link_state();
        let at = usize::from(state.slide.unwrap_or_default());
        let deck = self.deck_now();
        let is_away = |slide: &Slide| !slide.is_under(&state, self.dataset);
        let returns = self.is_presenting() && deck.slides.get(at).is_some_and(is_away);
        if returns {
            self.show_slide(at);
        }
        returns
    }

    /// Runs the command of a key; returns whether it has one.
    fn on_presenting_key(self, key: &str) -> bool {
        if !self.is_presenting() {
            return false;
        }
        let at = usize::from(self.link_state().slide.unwrap_or_default());
        let last = self.deck_now().slides.len() - 1;
        let command = match key {
            "ArrowRight" | "PageDown" => DeckCommand::Show((at + 1).min(last)),
            "ArrowLeft" | "PageUp" => DeckCommand::Show(at.saturating_sub(1)),
            "Home" => DeckCommand::Show(0),
            "End" => DeckCommand::Show(last),
            "KeyB" | "." => DeckCommand::Blank,
            "KeyN" => DeckCommand::Notes,
            _ => return false,
        };
        self.run_deck_command(&command.name());
        true
    }

    fn toggle_notes(self) {
        if with(|store| store.notes_in_page.get_untracked()) {
            return with(|store| store.notes_in_page.set(false));
        }
        with(|store| store.notes_opened.set(clock::seconds()));
        let Some(write) = with(|store| store.write_notes.get()) else { return };
        let title = text::t(self.link_state().lang, Key::DeckNotesWindow);
        let heard = move |key: &str| {
            if key == "Escape" {
                self.end_deck();
                return true;
            }
            self.on_presenting_key(key)
        };
        if !second_window::open(title, "deck-notes", move || write(self), heard) {
            with(|store| store.notes_in_page.set(true));
        }
    }

    /// Sets the clock of the notes; returns whether a slide is presented.
    fn tick(self) -> bool {
        let is_presenting = self.is_presenting();
        if is_presenting {
            let (time, seconds) = (clock::time(), clock::seconds());
            let began = with(|store| store.began.get());
            let minutes = seconds.saturating_sub(began) / 60;
            let clock = with(|store| store.clock.clone());
            if clock.with_untracked(|shown| *shown != (time.clone(), minutes)) {
                clock.set((time, minutes));
            }
        }
        is_presenting
    }
}

/// Copies a text and tells whether that succeeded; where it is refused, shows it to be copied.
fn copy_or_show(text: &str, label: &'static str, tell: impl FnOnce(bool) + 'static) {
    let shown = text.to_owned();
    clipboard::copy_text(text, move |ok| {
        tell(ok);
        if !ok {
            document::show_to_copy(label, &shown);
        }
    });
}
