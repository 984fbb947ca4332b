//! The one wiring file: dataset + URL → state → view models; action → next state → URL.

use std::sync::Arc;

use cisconf_core::export::{self, Origin};
use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Action, Decoded, Evidence, LinkError, ViewState, decode, encode, reduce};
use cisconf_core::text::{self, Key, Lang};
use cisconf_core::view::{self, PinnedState, ViewContext};
use leptos::prelude::*;

use super::editor_state::EditorState;
use super::partition_counter::PartitionCounter;
use crate::browser::location::{self, HistoryStep, Location};
use crate::browser::{clipboard, download, focus};
use crate::reactive::SharedMemo;

/// What every page is wired to. `Copy`: handles only.
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) dataset: &'static Dataset,
    pub(super) index: &'static FindingsIndex,
    pub(super) location: Location,
    /// What the link says.
    wanted: Memo<Decoded>,
    /// The same as it is shown: in English while the texts of its language are not there.
    decoded: Memo<Decoded>,
    /// The whole state as it is shown, the open drawer included.
    state: Memo<ViewState>,
    /// Whether the texts of the link's language could not be loaded. Set again when they have come.
    texts_failed: RwSignal<bool>,
    /// The state without the drawer: opening evidence redraws no view.
    pub(super) closed: Memo<ViewState>,
    /// The active language.
    lang: SharedMemo<Lang>,
    /// The link that typing has led to; empty while nobody types.
    pub(super) typing: StoredValue<String>,
    /// What the groupings say and hold besides the state.
    pub(super) editor: EditorState,
    /// Commands whose code comes with a chunk, by [`Late`].
    late: StoredValue<[Option<RunCommand>; 2]>,
    /// At which link the address was copied, and whether that succeeded, in words.
    copied: RwSignal<Option<(String, Key)>>,
    /// Counts partitions in the background.
    pub(super) partition_counter: PartitionCounter,
    /// Triggered once the search chunk has loaded, so that dependent view models are recomputed.
    pub(super) search: RwSignal<()>,
}

/// Runs a command by its name.
type RunCommand = fn(Session, &str);

/// Commands whose code comes with a chunk.
#[derive(Clone, Copy)]
pub enum Late {
    /// Of files.
    Files,
    /// Of the groupings.
    Groupings,
}

/// Returns the session of the page.
pub fn use_session() -> Session {
    use_context().unwrap_or_else(|| unreachable!("App provides the session before any page is drawn"))
}

impl Session {
    /// Reads the URL and provides the session to the pages.
    pub fn start(dataset: &'static Dataset, index: &'static FindingsIndex) -> Self {
        let location = Location::listen();
        let wanted = Memo::new(move |_| location.with(|fragment| decode(fragment, dataset)));
        let texts_failed = RwSignal::new(false);
        let decoded = Memo::new(move |_| {
            let (mut decoded, failed) = (wanted.get(), texts_failed.get());
            if !text::is_loaded(decoded.state.lang) {
                decoded.dropped.extend(failed.then_some(LinkError::Texts));
                decoded.state.lang = Lang::En;
            }
            decoded
        });
        let state = Memo::new(move |_| decoded.with(|d| d.state.clone()));
        let closed = Memo::new(move |_| ViewState { open: None, ..state.get() });
        let lang = SharedMemo::new(move || state.with(|s| s.lang));
        let typing = StoredValue::default();
        let (editor, partition_counter) = (EditorState::new(), PartitionCounter::new(dataset));
        let search = RwSignal::new(());
        let session = Self {
            dataset,
            index,
            location,
            wanted,
            decoded,
            state,
            texts_failed,
            closed,
            lang,
            typing,
            editor,
            late: StoredValue::default(),
            copied: RwSignal::new(None),
            partition_counter,
            search,
        };
        provide_context(session);
        session
    }

    /// Rewrites the URL to its canonical form. Leaves it untouched if parts of the link could not be decoded, so the reader
    /// can still see what was lost. To be called in an effect: it follows the fragment.
    pub fn normalize_url(self) {
        let decoded = self.wanted.get();
        let ours = encode(&decoded.state, self.dataset);
        if self.location.with(|given| given != ours) && decoded.dropped.is_empty() {
            self.location.go(&ours, HistoryStep::Replace);
        }
    }

    /// Returns the state of the link, without following it.
    pub fn now(self) -> ViewState {
        self.wanted.with_untracked(|wanted| wanted.state.clone())
    }

    /// Whether the texts of the link's language have come, or cannot come.
    pub fn has_texts(self) -> bool {
        self.texts_failed.get() || self.wanted.with(|wanted| text::is_loaded(wanted.state.lang))
    }

    /// Shows the language of the link, whose texts have come or cannot come.
    pub fn on_texts(self, failed: bool) {
        self.texts_failed.set(failed);
    }

    /// One gesture: the next state becomes a step in the browser's history; what changes nothing is no step.
    pub fn dispatch(self, action: Action) {
        let state = self.now();
        let next = reduce(&state, action, self.dataset);
        if next == state {
            return;
        }
        self.location.go(&encode(&next, self.dataset), HistoryStep::Push);
    }

    /// From now on makes the files of the data view when their command is run.
    pub fn make_files(self) {
        self.on_late(Late::Files, Self::save);
    }

    fn save(self, name: &str) {
        let (state, address) = (self.now(), location::address());
        let asked = ViewContext { ds: self.dataset, index: self.index, state: &state };
        let origin = Origin { cx: asked, json: cisconf_core::BUNDLE, address: &address };
        if let Some(file) = export::file(origin, name) {
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

    /// Forgets what the link lost.
    pub fn dismiss_link_errors(self) {
        focus::restore_if_lost(".notice", &[".view-title"]);
        let shown = self.state.get_untracked();
        self.location.go(&encode(&shown, self.dataset), HistoryStep::Replace);
    }

    /// The link of the state.
    pub fn link(self) -> String {
        encode(&self.now(), self.dataset)
    }

    /// Whether the page stands at a link.
    pub fn is_at(self, link: &str) -> bool {
        self.location.with(|now| now == link)
    }

    /// Copies the address of the page.
    pub fn copy_link(self) {
        let link = self.link();
        clipboard::copy_address(move |ok| {
            self.copied.set(Some((link, if ok { Key::Copied } else { Key::CopyFailed })));
        });
    }

    /// Whether the address was copied, in words, while the page stays there.
    pub fn copy_status(self) -> &'static str {
        let copied = self.copied.get().filter(|(link, _)| self.is_at(link));
        copied.map(|(_, key)| self.t(key)).unwrap_or_default()
    }

    /// Runs a command whose code comes with a chunk; nothing until the chunk is there.
    pub fn run_late(self, late: Late, name: &str) {
        if let Some(run) = self.late.get_value()[late as usize] {
            run(self, name);
        }
    }

    /// Says how a command is run whose code comes with a chunk.
    pub(super) fn on_late(self, late: Late, run: RunCommand) {
        self.late.update_value(|all| all[late as usize] = Some(run));
    }

    /// Shows a section of the page, by its id, and takes the keyboard there. The address keeps the state alone.
    pub fn show_place(self, id: &str) {
        focus::show(&format!("[data-part='{id}']"));
    }

    /// If the keyboard is in an element of a selector that the next drawing takes away, it goes to the first of these that
    /// the page has then.
    pub fn keep_focus(self, selector: &str, selectors: &'static [&'static str]) {
        focus::restore_if_lost(selector, selectors);
    }

    /// A view model of the state without the drawer.
    pub fn view_model<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(ViewContext) -> T,
    ) -> SharedMemo<T> {
        SharedMemo::new(move || self.compute(make))
    }

    /// The model of the view that stands now. When it is left, its model stays as it was, so nothing is computed and drawn
    /// that is about to go.
    pub fn active_view_model<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(ViewContext) -> T,
    ) -> SharedMemo<T> {
        let here = self.is_active();
        SharedMemo::paused_while(move || !here.get(), move || self.compute(make))
    }

    /// Whether the view that asks stands now, or was left.
    pub fn is_active(self) -> SharedMemo<bool> {
        let here = self.closed.with_untracked(ViewState::route);
        SharedMemo::new(move || self.closed.with(ViewState::route) == here)
    }

    pub(super) fn asked(self, state: &ViewState) -> ViewContext<'_> {
        ViewContext { ds: self.dataset, index: self.index, state }
    }

    pub(super) fn compute<T>(self, make: impl FnOnce(ViewContext) -> T) -> T {
        self.search.track();
        self.closed.with(|state| make(self.asked(state)))
    }

    /// A view model of the whole state.
    pub fn model_with_link<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(ViewContext, &Decoded) -> T,
    ) -> SharedMemo<T> {
        let (ds, index, decoded) = (self.dataset, self.index, self.decoded);
        SharedMemo::new(move || decoded.with(|d| make(ViewContext { ds, index, state: &d.state }, d)))
    }

    /// Returns a memo of a part of the link's state.
    pub fn select_wanted<T: PartialEq + Send + Sync + 'static>(
        self,
        of: fn(&ViewState) -> T,
    ) -> SharedMemo<T> {
        let wanted = self.wanted;
        SharedMemo::new(move || wanted.with(|wanted| of(&wanted.state)))
    }

    /// A part of the state, followed only as far as it changes.
    pub fn select<T: PartialEq + Send + Sync + 'static>(self, of: fn(&ViewState) -> T) -> SharedMemo<T> {
        let state = self.state;
        SharedMemo::new(move || state.with(of))
    }

    /// The reader's own state.
    pub fn mine(self) -> SharedMemo<Option<Arc<PinnedState>>> {
        SharedMemo::new(move || self.compute(view::pinned_state).map(Arc::new))
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
