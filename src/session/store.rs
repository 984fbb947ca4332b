//! Wires dataset and URL to state and view models, and actions to the next state and URL.

use std::sync::Arc;

use cisconf_core::export::ExportInput;
use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{
    Action, Decoded, Evidence, LinkError, QuestionText, Route, View, ViewState, dated, decode, encode, reduce,
};
use cisconf_core::text::{self, Key, Lang};
use cisconf_core::view::{self, PinnedState, ViewContext};
use leptos::prelude::*;

use super::editor_state::EditorState;
use super::partition_counter::PartitionCounter;
use crate::browser::location::{self, HistoryStep, Location};
use crate::browser::{after_paint, clipboard, document, focus, held_changes, sentence};
use crate::reactive::SharedMemo;

/// A `Copy` set of handles that every page uses.
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) dataset: &'static Dataset,
    pub(super) index: &'static FindingsIndex,
    pub(super) location: Location,
    /// The link as decoded.
    decoded_link: Memo<Decoded>,
    /// The link as shown: in English while the texts of its language are not loaded.
    pub(super) shown_link: Memo<Decoded>,
    /// The state of the link as shown, including the open evidence.
    pub(super) state: Memo<ViewState>,
    /// Whether the texts of the link's language could not be loaded. Set once they are loaded, too.
    texts_failed: RwSignal<bool>,
    /// The state without evidence and question: opening drawer or panel renders no view again.
    pub(super) page_state: Memo<ViewState>,
    lang: SharedMemo<Lang>,
    /// The link reached by typing; `None` while the user does not type.
    pub(super) typing: StoredValue<Option<String>>,
    /// State of the grouping editor that is not in the URL.
    pub(super) editor: EditorState,
    /// The function that runs each group of [`ChunkCommands`], once its chunk is loaded.
    chunk_commands: StoredValue<[Option<RunCommand>; 5]>,
    /// The link at which the address was copied, and the message about the result.
    pub(super) copied: RwSignal<Option<(String, Key)>>,
    /// Counts partitions in the background.
    pub(super) partition_counter: PartitionCounter,
    /// Triggered once the search chunk has loaded, so that dependent view models are recomputed.
    pub(super) search_loaded: RwSignal<()>,
    /// Renders the parts of the deck, once its chunk is loaded.
    ///
    /// Not in a static: with one value ever stored, the compiler would call it directly, and the
    /// whole chunk would be in the initial bundle.
    deck_parts: RwSignal<Option<RenderDeck>>,
}

/// The route of the view that is rendered.
#[derive(Clone, Copy)]
struct RouteOfView(Option<Route>);

/// Runs a command, given its name.
type RunCommand = fn(Session, &str);

/// A group of commands whose code is in a chunk.
#[derive(Clone, Copy)]
pub enum ChunkCommands {
    /// Downloads of the data view.
    Files,
    /// The grouping editor.
    Groupings,
    /// Notes on the open evidence.
    Notes,
    /// The deck.
    Deck,
    /// The code to embed a view, which is in the chunk of the deck.
    Embed,
}

/// A part of the page that the chunk of the deck renders.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DeckPart {
    /// The tools of a page.
    Tools,
    /// The bar while presenting.
    Bar,
    /// The message after something was added.
    Said,
}

/// Renders a part of the deck.
type RenderDeck = fn(Session, DeckPart) -> AnyView;

/// Returns the session of the page.
pub fn use_session() -> Session {
    use_context().unwrap_or_else(|| unreachable!("App provides the session before any page is drawn"))
}

impl Session {
    /// Creates the session from the URL and provides it as context.
    pub fn start(dataset: &'static Dataset, index: &'static FindingsIndex) -> Self {
        let location = Location::listen();
        let decoded_link = Memo::new(move |_| location.with(|fragment| decode(fragment, dataset)));
        let texts_failed = RwSignal::new(false);
        let shown_link = Memo::new(move |_| {
            let (mut decoded, failed) = (decoded_link.get(), texts_failed.get());
            if decoded.state.needs_russian() && !text::is_loaded(Lang::Ru) {
                decoded.errors.extend(failed.then_some(LinkError::Texts));
                decoded.state.lang = Lang::En;
                if decoded.state.view == View::Brief {
                    decoded.state.picks = 0;
                }
            }
            decoded
        });
        let state = Memo::new(move |_| shown_link.with(|d| d.state.clone()));
        let page_state = Memo::new(move |_| state.with(ViewState::without_overlays));
        let lang = SharedMemo::new(move || state.with(|s| s.lang));
        let typing = StoredValue::default();
        let (editor, partition_counter) = (EditorState::new(), PartitionCounter::new(dataset));
        let search_loaded = RwSignal::new(());
        let session = Self {
            dataset,
            index,
            location,
            decoded_link,
            shown_link,
            state,
            texts_failed,
            page_state,
            lang,
            typing,
            editor,
            chunk_commands: StoredValue::default(),
            copied: RwSignal::new(None),
            partition_counter,
            search_loaded,
            deck_parts: RwSignal::new(None),
        };
        provide_context(session);
        session
    }

    /// Rewrites the URL to its canonical form.
    ///
    /// Leaves it untouched if parts of the link could not be decoded, so that the reader can still
    /// see what was lost. To be called in an effect: it follows the fragment.
    pub fn normalize_url(self) {
        let decoded = self.decoded_link.get();
        let ours = encode(&decoded.state, self.dataset);
        if self.location.with(|given| given != ours) && decoded.errors.is_empty() {
            self.location.go(&ours, HistoryStep::Replace);
        }
    }

    /// Returns the current state of the link without subscribing the caller.
    pub fn link_state(self) -> ViewState {
        self.decoded_link.with_untracked(|link| link.state.clone())
    }

    /// Returns whether the texts of the link's language are loaded, or cannot be loaded.
    pub fn has_texts(self) -> bool {
        self.texts_failed.get()
            || self.decoded_link.with(|link| !link.state.needs_russian() || text::is_loaded(Lang::Ru))
    }

    /// Shows the texts of the language of the link, or that they cannot be loaded.
    pub fn set_texts_failed(self, failed: bool) {
        self.texts_failed.set(failed);
    }

    /// Applies an action and adds a history entry, unless the state does not change.
    pub fn dispatch(self, action: Action) {
        let state = self.link_state();
        let next = reduce(&state, action, self.dataset);
        if next == state {
            return;
        }
        self.location.go(&encode(&next, self.dataset), HistoryStep::Push);
    }

    /// Runs the work of a press once the press was painted, or before the next input.
    pub fn after_paint(self, work: impl FnOnce() + 'static) {
        after_paint::run(work);
    }

    /// Applies an action like [`Self::dispatch`], after the next paint.
    pub fn dispatch_after_paint(self, action: Action) {
        self.after_paint(move || self.dispatch(action));
    }

    /// Opens the panel of questions, unless it is open.
    pub fn ask(self) {
        if self.link_state().question.is_none() {
            self.dispatch(Action::Ask(QuestionText::default()));
        }
    }

    /// Goes to a link of this app and adds a history entry.
    pub fn go(self, link: &str) {
        self.location.go(link, HistoryStep::Push);
    }

    /// Keeps changes of text fields back while a press goes on. For the life of the page.
    pub fn hold_changes_while_pressed(self) {
        held_changes::listen();
    }

    /// Makes a file of the state that is shown.
    pub(super) fn export<T>(self, make: impl FnOnce(ExportInput) -> T) -> T {
        let (address, program) = (location::address(), document::program());
        let state = self.page_state.get_untracked();
        let (cx, address) = (self.cx(&state), address.as_deref());
        make(ExportInput { cx, json: cisconf_core::BUNDLE, address, program: &program })
    }

    /// Opens the evidence with a key, as evidence buttons carry it.
    pub fn open(self, key: &str) {
        let state = self.link_state();
        if let Some(evidence) = Evidence::parse(key, self.dataset, state.scheme(self.dataset)) {
            self.dispatch(Action::Open(evidence));
        }
    }

    /// Dismisses the notice about parts of the link that could not be decoded.
    pub fn dismiss_link_errors(self) {
        focus::restore_if_lost(".notice", &[".view-title"]);
        let shown = self.state.get_untracked();
        self.location.go(&encode(&shown, self.dataset), HistoryStep::Replace);
    }

    /// Returns the canonical link of the state.
    pub fn link(self) -> String {
        encode(&self.link_state(), self.dataset)
    }

    /// Whether the page is at a link.
    pub fn is_at(self, link: &str) -> bool {
        self.decoded_link.with(|now| encode(&now.state, self.dataset) == link)
    }

    /// Copies the address of the page and records the result for [`Self::copy_status`].
    pub fn copy_link(self) {
        let link = self.link();
        clipboard::copy_address(&dated(&link), move |ok| {
            self.copied.set(Some((link, if ok { Key::Copied } else { Key::CopyFailed })));
        });
    }

    /// Returns the address of the view outside a frame.
    pub fn full_address(self) -> String {
        self.location.with(|fragment| format!("{}{fragment}", location::folder()))
    }

    /// Returns the address of a link; the link alone if the page is not on a web server.
    pub fn address_of(self, link: &str) -> String {
        format!("{}{link}", location::address().unwrap_or_default())
    }

    /// Says that a selection was not copied, for [`Self::copy_status`].
    pub fn tell_copy_refused(self) {
        self.copied.set(Some((self.link(), Key::CopyRefused)));
    }

    /// Returns the message about the copied address, else an empty text.
    ///
    /// The message holds while the page is at the link that was copied.
    pub fn copy_status(self) -> &'static str {
        let copied = self.copied.get().filter(|(link, _)| self.is_at(link));
        copied.map(|(_, key)| self.t(key)).unwrap_or_default()
    }

    /// Runs a command whose code is in a chunk. Does nothing until the chunk is loaded.
    pub fn run_in_chunk(self, commands: ChunkCommands, name: &str) {
        if let Some(run) = self.chunk_commands.get_value()[commands as usize] {
            run(self, name);
        }
    }

    /// Registers the function that runs a group of commands.
    pub(super) fn register_commands(self, commands: ChunkCommands, run: RunCommand) {
        self.chunk_commands.update_value(|all| all[commands as usize] = Some(run));
    }

    /// Renders a part of the deck; nothing until its chunk is loaded.
    pub fn deck_part(self, part: DeckPart) -> AnyView {
        self.deck_parts.get().map_or_else(|| ().into_any(), |render| render(self, part))
    }

    /// Whether there is a deck to add to.
    pub fn has_deck(self) -> bool {
        self.deck_parts.with(Option::is_some)
    }

    /// Sets the function that renders the parts of the deck.
    pub(super) fn offer_deck(self, render: RenderDeck) {
        self.deck_parts.set(Some(render));
    }

    /// Scrolls to a section of the page and focuses it.
    ///
    /// `id` is the value of its `data-part`. The URL does not change, as it holds only the state.
    pub fn show_place(self, id: &str) {
        focus::focus_and_scroll(&format!("[data-part='{id}']"));
    }

    /// Fits the sentence and the legend into their lines after one of them was opened or closed.
    pub fn fit_texts(self) {
        sentence::fit_next_frame();
    }

    /// Restores the focus if the next rendering removes the focused element.
    ///
    /// If the focus is within `selector` and gets lost, it goes to the first match of `selectors`.
    pub fn keep_focus(self, selector: &str, selectors: &'static [&'static str]) {
        focus::restore_if_lost(selector, selectors);
    }

    /// Creates a view model of the state without the open evidence.
    pub fn view_model<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(ViewContext) -> T,
    ) -> SharedMemo<T> {
        SharedMemo::new(move || self.compute(make))
    }

    /// Creates a view model that is recomputed only while its view is active.
    ///
    /// An inactive view keeps its last model, so that nothing is computed or rendered for it.
    pub fn active_view_model<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(ViewContext) -> T,
    ) -> SharedMemo<T> {
        let here = self.is_active();
        SharedMemo::paused_while(move || !here.get(), move || self.compute(make))
    }

    /// Tells the view that is rendered under the current owner which route it is of.
    pub fn provide_route(self, route: Option<Route>) {
        provide_context(RouteOfView(route));
    }

    /// Returns the route of the calling view.
    pub fn route_of_view(self) -> Option<Route> {
        use_context::<RouteOfView>().and_then(|RouteOfView(route)| route)
    }

    /// Returns whether the calling view is the active one.
    pub fn is_active(self) -> SharedMemo<bool> {
        let here = self.route_of_view();
        SharedMemo::new(move || Some(self.page_state.with(ViewState::route)) == here)
    }

    pub(super) fn cx(self, state: &ViewState) -> ViewContext<'_> {
        ViewContext { ds: self.dataset, index: self.index, state }
    }

    pub(super) fn compute<T>(self, make: impl FnOnce(ViewContext) -> T) -> T {
        self.search_loaded.track();
        self.page_state.with(|state| make(self.cx(state)))
    }

    /// Calls `f` with the whole state and subscribes the caller.
    pub fn with_state<T>(self, f: impl FnOnce(&ViewState) -> T) -> T {
        self.state.with(f)
    }

    /// Creates a view model of the whole state and the decoded link.
    pub fn model_with_link<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(ViewContext, &Decoded) -> T,
    ) -> SharedMemo<T> {
        SharedMemo::new(move || self.shown_link.with(|decoded| make(self.cx(&decoded.state), decoded)))
    }

    /// Returns a memo of a part of the link's state.
    pub fn select_from_link<T: PartialEq + Send + Sync + 'static>(
        self,
        of: fn(&ViewState) -> T,
    ) -> SharedMemo<T> {
        let decoded_link = self.decoded_link;
        SharedMemo::new(move || decoded_link.with(|link| of(&link.state)))
    }

    /// A part of the state, followed only as far as it changes.
    pub fn select<T: PartialEq + Send + Sync + 'static>(self, of: fn(&ViewState) -> T) -> SharedMemo<T> {
        let state = self.state;
        SharedMemo::new(move || state.with(of))
    }

    /// Creates a memo of the pinned state.
    pub fn pinned_state(self) -> SharedMemo<Option<Arc<PinnedState>>> {
        SharedMemo::new(move || self.compute(view::pinned_state).map(Arc::new))
    }

    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// Returns an interface text in the active language and subscribes the caller.
    pub fn t(self, key: Key) -> &'static str {
        text::t(self.lang(), key)
    }
}
