//! The one wiring file: dataset + URL → state → view models; action → next state → URL.

use cisconf_core::model::Dataset;
use cisconf_core::state::{Action, Decoded, Evidence, ViewState, decode, encode, reduce};
use cisconf_core::text::{self, Key, Lang};
use cisconf_core::view::Asked;
use leptos::prelude::*;

use crate::browser::location::{Location, Step};
use crate::browser::{clipboard, focus, page};
use crate::derived::Derived;

/// What every page is wired to. Copy: handles only.
#[derive(Clone, Copy)]
pub struct Session {
    dataset: &'static Dataset,
    location: Location,
    decoded: Memo<Decoded>,
    /// The whole state, the open drawer included.
    state: Memo<ViewState>,
    /// The state without the drawer: opening evidence redraws no view.
    closed: Memo<ViewState>,
}

impl Session {
    /// Reads the URL and provides the session to the pages.
    pub fn start(dataset: &'static Dataset) -> Self {
        let location = Location::listen();
        let decoded = Memo::new(move |_| location.with(|fragment| decode(fragment, dataset)));
        let state = Memo::new(move |_| decoded.with(|d| d.state));
        let closed = Memo::new(move |_| ViewState { open: None, ..state.get() });
        let session = Self { dataset, location, decoded, state, closed };
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

    /// One gesture: the next state becomes a step in the browser's history; what changes nothing is no step.
    pub fn dispatch(self, action: Action) {
        let state = self.state.get_untracked();
        let next = reduce(state, action, self.dataset);
        if next == state {
            return;
        }
        self.location.go(&encode(&next, self.dataset), Step::Push);
    }

    /// Opens the evidence of a name, as marks carry it.
    pub fn open(self, key: &str) {
        let scheme = self.state.get_untracked().scheme;
        if let Some(evidence) = Evidence::parse(key, self.dataset, scheme) {
            self.dispatch(Action::Open(evidence));
        }
    }

    /// Forgets what the link lost.
    pub fn dismiss(self) {
        self.location.go(&encode(&self.state.get_untracked(), self.dataset), Step::Replace);
    }

    /// Copies the page's address and says whether the browser allowed it.
    pub fn copy_link(self, done: impl FnOnce(bool) + 'static) {
        clipboard::copy_address(done);
    }

    /// Shows a place of the page, by its id, and takes the keyboard there. The address keeps the state alone.
    pub fn show_place(self, id: &str) {
        focus::show(id);
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
        let place = |state: &ViewState| (state.view, state.tab);
        let here = self.closed.with_untracked(place);
        Derived::resting(move || self.closed.with(place) != here, move || self.made(make))
    }

    fn made<T>(self, make: fn(Asked) -> T) -> T {
        self.closed.with(|state| make(Asked { ds: self.dataset, state }))
    }

    /// A view model of the whole state.
    pub fn whole<T: PartialEq + Send + Sync + 'static>(self, make: fn(Asked, &Decoded) -> T) -> Derived<T> {
        let (ds, decoded) = (self.dataset, self.decoded);
        Derived::new(move || decoded.with(|d| make(Asked { ds, state: &d.state }, d)))
    }

    /// A part of the state, followed only as far as it changes.
    pub fn part<T: PartialEq + Send + Sync + 'static>(self, of: fn(&ViewState) -> T) -> Derived<T> {
        let state = self.state;
        Derived::new(move || state.with(of))
    }

    /// The active language.
    pub fn lang(self) -> Lang {
        self.state.with(|s| s.lang)
    }

    /// A text of the interface in the active language.
    pub fn t(self, key: Key) -> &'static str {
        text::t(self.lang(), key)
    }
}
