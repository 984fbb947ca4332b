//! The one wiring file: dataset + URL → state → view models; action → next state → URL.

use std::sync::Arc;

use cisconf_core::export::{self, Origin};
use cisconf_core::model::Dataset;
use cisconf_core::query::Index;
use cisconf_core::state::{Action, Decoded, Evidence, Sought, Tab, View, ViewState, decode, encode, reduce};
use cisconf_core::text::{self, Key, Lang};
use cisconf_core::view::{self, Asked, Mine, Splits};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::location::{Location, Step};
use crate::browser::{clipboard, download, focus, page, rebuild, slices};
use crate::counting::Counter;
use crate::derived::Derived;

mod groupings;

use groupings::Desk;

/// What every page is wired to. Copy: handles only.
#[derive(Clone, Copy)]
pub struct Session {
    dataset: &'static Dataset,
    index: &'static Index,
    location: Location,
    decoded: Memo<Decoded>,
    /// The whole state, the open drawer included.
    state: Memo<ViewState>,
    /// The state without the drawer: opening evidence redraws no view.
    closed: Memo<ViewState>,
    /// The active language.
    lang: Derived<Lang>,
    /// The link that typing has led to; empty while nobody types.
    typing: StoredValue<String>,
    /// What the groupings say and hold beside the state.
    desk: Desk,
    /// What takes a moment to count.
    counter: Counter,
    /// Heard of when the search has come.
    search: RwSignal<()>,
}

impl Session {
    /// Reads the URL and provides the session to the pages.
    pub fn start(dataset: &'static Dataset, index: &'static Index) -> Self {
        let location = Location::listen();
        let decoded = Memo::new(move |_| location.with(|fragment| decode(fragment, dataset)));
        let state = Memo::new(move |_| decoded.with(|d| d.state.clone()));
        let closed = Memo::new(move |_| ViewState { open: None, ..state.get() });
        let lang = Derived::new(move || state.with(|s| s.lang));
        let typing = StoredValue::default();
        let (desk, counter) = (Desk::new(), Counter::new(dataset));
        let search = RwSignal::new(());
        let session =
            Self { dataset, index, location, decoded, state, closed, lang, typing, desk, counter, search };
        provide_context(session);
        session
    }

    /// The session of this page.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| unreachable!("App provides the session before any page is drawn"))
    }

    /// A link of another writing of the same state is replaced by ours, unless it lost something: that stays to be read.
    /// To be called in an effect: it follows the fragment.
    pub fn canonicalise(self) {
        let decoded = self.decoded.get();
        let ours = encode(&decoded.state, self.dataset);
        if self.location.with(|given| given != ours) && decoded.dropped.is_empty() {
            self.location.go(&ours, Step::Replace);
        }
    }

    /// The state as it is, without following it.
    pub fn now(self) -> ViewState {
        self.state.get_untracked()
    }

    /// One gesture: the next state becomes a step in the browser's history; what changes nothing is no step.
    pub fn dispatch(self, action: Action) {
        let state = self.now();
        let next = reduce(&state, action, self.dataset);
        if next == state {
            return;
        }
        self.location.go(&encode(&next, self.dataset), Step::Push);
    }

    /// Searches while somebody types: the first letter is a step in the browser's history, which Back undoes with all that
    /// follow it. Other views than that of the findings wait for [`Self::search`].
    pub fn type_search(self, text: &str) {
        let state = self.now();
        let next = reduce(&state, Action::Search(Sought::new(text)), self.dataset);
        if state.view != View::Findings || next == state {
            return;
        }
        // Whoever went elsewhere since, by Back say, begins anew.
        let goes_on = self.typing.with_value(|last| self.is_at(last));
        let link = encode(&next, self.dataset);
        self.location.go(&link, if goes_on { Step::Typing } else { Step::Push });
        self.typing.set_value(link);
    }

    /// Nobody types any more: the next letter is a step of its own.
    pub fn stop_typing(self) {
        self.typing.set_value(String::new());
        self.location.settle();
    }

    /// Searches for finished words.
    pub fn search(self, text: &str) {
        self.stop_typing();
        self.dispatch(Action::Search(Sought::new(text)));
    }

    /// Brings the engine and the search, which only findings need: what waited for them is made again. Words are read once
    /// nothing else is to do, before somebody searches.
    pub fn bring_search(self) {
        if !self.index.is_here() {
            self.index.bring(self.dataset);
            self.search.set(());
            rebuild::changed();
            page::when_idle(move || self.index.read_words(self.dataset));
        }
    }

    /// Makes a file of the data view and hands it to the browser, if the press was on one.
    pub fn save(self, event: &MouseEvent) {
        let Some(name) = page::pressed(event, "data-file") else { return };
        let (state, address) = (self.now(), page::address());
        let asked = Asked { ds: self.dataset, index: self.index, state: &state };
        let origin = Origin { asked, json: cisconf_core::BUNDLE, address: &address };
        if let Some(file) = export::file(origin, &name) {
            download::save(&file.name, file.mime, &file.bytes);
        }
    }

    /// Opens the evidence of a name, as marks carry it.
    pub fn open(self, key: &str) {
        let state = self.now();
        if let Some(evidence) = Evidence::parse(key, self.dataset, state.scheme(self.dataset)) {
            self.dispatch(Action::Open(evidence));
        }
    }

    /// Closes the drawer.
    pub fn close(self) {
        self.dispatch(Action::Close);
    }

    /// Loads the page anew; the state stands in its address.
    pub fn reload(self) {
        page::reload();
    }

    /// Forgets what the link lost.
    pub fn dismiss(self) {
        focus::keep_from(".notice", &[".view-title"]);
        self.location.go(&self.link(), Step::Replace);
    }

    /// The link of the state.
    pub fn link(self) -> String {
        encode(&self.now(), self.dataset)
    }

    /// Whether the page stands at a link.
    pub fn is_at(self, link: &str) -> bool {
        self.location.with(|now| now == link)
    }

    /// Copies the page's address and says whether the browser allowed it.
    pub fn copy_link(self, done: impl FnOnce(bool) + 'static) {
        clipboard::copy_address(done);
    }

    /// Shows a section of the page, by its id, and takes the keyboard there. The address keeps the state alone.
    pub fn show_place(self, id: &str) {
        focus::show(&format!("[data-part='{id}']"));
    }

    /// If the keyboard is in an element of a selector that the next drawing takes away, it goes to the first of these that
    /// the page has then.
    pub fn keep_focus(self, selector: &str, selectors: &'static [&'static str]) {
        focus::keep_from(selector, selectors);
    }

    /// Opens the browser's print dialogue.
    pub fn print(self) {
        page::print();
    }

    /// A view model of the state without the drawer.
    pub fn view<T: PartialEq + Send + Sync + 'static>(self, make: fn(Asked) -> T) -> Derived<T> {
        Derived::new(move || self.made(make))
    }

    /// The model of the view that stands now. When it is left, its model stays as it was, so nothing is computed and drawn
    /// that is about to go.
    pub fn page<T: PartialEq + Send + Sync + 'static>(self, make: fn(Asked) -> T) -> Derived<T> {
        let here = self.is_here();
        Derived::resting(move || !here.get(), move || self.made(make))
    }

    /// Whether the view that asks stands now, or was left.
    pub fn is_here(self) -> Derived<bool> {
        let place = |state: &ViewState| (state.view, state.tab);
        let here = self.closed.with_untracked(place);
        Derived::new(move || self.closed.with(place) == here)
    }

    /// The counts of splits, as far as they are.
    pub fn splits(self) -> Derived<Splits> {
        let make = move |asked: Asked| view::splits(asked, &self.counter.counted(&asked.grouped()));
        Derived::resting(move || !self.closed.with(counts), move || self.made(make))
    }

    /// Counts for the state, and again when it changes.
    fn count(self) {
        let groups = self.closed.with(|state| {
            counts(state).then(|| Asked { ds: self.dataset, index: self.index, state }.grouped())
        });
        match groups {
            Some(groups) => self.counter.go_on(groups),
            None => self.counter.pause(),
        }
    }

    /// Counts splits as long as what calls it stands in the page.
    pub fn count_while_shown(self) {
        slices::while_shown(move || self.count(), move || self.counter.pause());
    }

    fn asked(self, state: &ViewState) -> Asked<'_> {
        Asked { ds: self.dataset, index: self.index, state }
    }

    fn made<T>(self, make: impl FnOnce(Asked) -> T) -> T {
        self.search.track();
        self.closed.with(|state| make(self.asked(state)))
    }

    /// A view model of the whole state.
    pub fn whole<T: PartialEq + Send + Sync + 'static>(self, make: fn(Asked, &Decoded) -> T) -> Derived<T> {
        let (ds, index, decoded) = (self.dataset, self.index, self.decoded);
        Derived::new(move || decoded.with(|d| make(Asked { ds, index, state: &d.state }, d)))
    }

    /// A part of the state, followed only as far as it changes.
    pub fn part<T: PartialEq + Send + Sync + 'static>(self, of: fn(&ViewState) -> T) -> Derived<T> {
        let state = self.state;
        Derived::new(move || state.with(of))
    }

    /// The reader's own state.
    pub fn mine(self) -> Derived<Option<Arc<Mine>>> {
        Derived::new(move || self.made(view::mine).map(Arc::new))
    }

    /// The active language.
    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// A text of the interface in the active language.
    pub fn t(self, key: Key) -> &'static str {
        text::t(self.lang(), key)
    }
}

/// Whether the view shows counts of splits.
fn counts(state: &ViewState) -> bool {
    (state.view, state.tab) == (View::Groupings, Tab::Method)
}
