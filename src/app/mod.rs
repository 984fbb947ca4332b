//! The app shell: header, filter bar, main area, drawer and footer, and the app-wide effects.

mod commands;
mod document;
mod first_opening;
mod focus_rules;
mod view_cache;

use std::rc::Rc;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Action, Appearance, Route};
use cisconf_core::text::Key;
use cisconf_core::view;
use html_morph::TextDecorator;
use leptos::prelude::*;

use self::focus_rules::{follow_focus, is_late, keep_place};
use self::view_cache::cached_views;
use crate::browser::document as page;
use crate::browser::{
    after_paint, copy_guard, delegated_events, focus, fragment, header_room, media, menus, roving_tabindex,
    sentence, shortcuts, text_size, time_slices,
};
use crate::components::{FilterBarView, Footer, Header, Notice, OnSearch, PinnedHighlight, Room};
use crate::reactive::{SharedMemo, effect};
use crate::routes::{
    Chunk, ChunkLoader, ChunkState, OutletContent, Priority, drawer, main_area, needed_chunks, panel, render,
};
use crate::session::{DeckPart, Session};

/// State that outlives a rebuild of the page: session, chunks, outlet contents, media queries.
#[derive(Clone, Copy)]
struct Program {
    session: Session,
    chunks: ChunkLoader,
    main: SharedMemo<OutletContent>,
    side: SharedMemo<OutletContent>,
    over: SharedMemo<OutletContent>,
    room: Room,
}

/// Starts the session, the app-wide effects and the delegated event listeners.
///
/// They outlive a rebuild of the page. Provides a [`Program`] to [`App`]. Calls `mount` once the
/// texts of the link's language are loaded.
pub fn start(dataset: &'static Dataset, index: &'static FindingsIndex, mount: impl FnOnce() + 'static) {
    let session = Session::start(dataset, index);
    let pinned_state = session.pinned_state();
    fragment::decorate_texts(move || {
        Some(Rc::new(PinnedHighlight(pinned_state.get()?)) as Rc<dyn TextDecorator>)
    });
    let chunks = ChunkLoader::new();
    let (main, side) =
        (main_area(session, chunks, first_opening::may_open(session)), drawer(session, chunks));
    let over = panel(session, chunks);
    effect(move || session.normalize_url());
    document::describe(session);
    fetch_what_is_needed(session, chunks);
    follow_focus(session, main, side);
    keep_place(session, main, side);
    after_paint::listen();
    menus::listen();
    shortcuts::listen(move || session.escape(), move || session.ask());
    sentence::listen();
    let appearance_before = StoredValue::new(Appearance::default());
    let appearance = session.select(|s| s.appearance);
    effect(move || {
        if appearance.get() != Appearance::Projector {
            appearance_before.set_value(appearance.get());
        }
    });
    delegated_events::listen(move |press| commands::run(session, appearance_before, press));
    let (is_narrow, is_full) = (media::matches("(max-width: 1099px)"), header_room::is_full());
    let room = Room {
        views_in_menu: Signal::derive(move || is_narrow.get() || is_full.get()),
        is_phone: media::matches("(max-width: 900px)"),
    };
    provide_context(Program { session, chunks, main, side, over, room });
    if session.has_texts() {
        return mount();
    }
    let mut mount = Some(mount);
    effect(move || {
        if session.has_texts()
            && let Some(mount) = mount.take()
        {
            mount();
            // The frame for which it was asked may have passed before there was a page.
            sentence::fit_next_frame();
        }
    });
}

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let program: Option<Program> = use_context();
    let Program { session, chunks, main, side, over, room } =
        program.unwrap_or_else(|| unreachable!("`start` provides the program before the page is built"));
    let frame = session.model_with_link(|cx, decoded| view::frame(cx, &decoded.errors, &page::program()));
    text_size::observe_header();
    let full = page::is_embedded().then(|| SharedMemo::new(move || session.full_address()));
    let bar = session.view_model(view::filter_bar);
    let drawn = session.select(|s| s.open.is_some());
    let appearance = session.select(|s| s.appearance);
    let compact = SharedMemo::new(move || room.is_phone.get() || appearance.get() == Appearance::Projector);
    let is_late = is_late(session, main);
    let with_panel = session.select(|s| s.route() == Route::Findings);
    let chosen = move |action: Action| {
        // A single choice closes its menu; multiple choices leave it open.
        if matches!(action, Action::Scheme(_) | Action::AsOf(None)) {
            menus::close_all();
        }
        focus::restore_if_lost(".chip, .clear", &[".chips li:last-child .chip", ".filter-bar summary"]);
        session.dispatch(action);
    };
    // A field of a date shows the date of the state as soon as it is left.
    let choose = move |action| match action {
        Action::AsOf(_) => chosen(action),
        _ => after_paint::run(move || chosen(action)),
    };
    let on_search = OnSearch {
        opened: Callback::new(|()| focus::focus_selector_next_frame("#search".to_owned())),
        typed: Callback::new(move |text: String| session.type_search(&text)),
        left: Callback::new(move |()| session.stop_typing()),
        finished: Callback::new(move |text: String| {
            focus::restore_if_lost(".search button", &["#search"]);
            session.search(&text);
        }),
    };
    view! {
        <a
            class="skip"
            href="#main"
            on:click=|e| {
                e.prevent_default();
                focus::focus_id("main");
            }
        >
            {move || session.t(Key::SkipToMain)}
        </a>
        <div
            class="app"
            class:with-drawer=move || drawn.get()
            class:crowded=move || drawn.get() && appearance.get() == Appearance::Projector
            on:keydown=|e| roving_tabindex::on_key(&e)
            on:focusin=|e| {
                focus::on_focus(&e);
                roving_tabindex::move_tab_stop(&e);
            }
            on:pointerover=|e| roving_tabindex::on_hover(&e)
        >
            <Header frame bar on_search room t=Callback::new(move |key| session.t(key)) />
            <Notice frame t=Callback::new(move |key| session.t(key)) />
            <main id="main" tabindex="-1" aria-busy=move || is_late.get().then_some("true")>
                <p class="changed-outside">{move || session.t(Key::PageChanged)}</p>
                <FilterBarView bar on_action=Callback::new(choose) compact with_panel />
                {cached_views(session, chunks, main)}
                {move || main.read().has_failed().then(|| render(main.get(), session, chunks))}
            </main>
            {move || render(*side.read(), session, chunks)}
            <Footer frame full t=Callback::new(move |key| session.t(key)) />
            {move || session.deck_part(DeckPart::Bar)}
        </div>
        {move || render(*over.read(), session, chunks)}
    }
}

/// Fetches the chunks that the state needs, and all others once the page is idle.
///
/// A chunk that failed is fetched again when the state starts to need it again, or when a link to
/// the current address is pressed.
fn fetch_what_is_needed(session: Session, chunks: ChunkLoader) {
    let now = session.select_from_link(needed_chunks);
    let mut before: Option<[Option<Chunk>; 4]> = None;
    effect(move || {
        let now = now.get();
        for chunk in now.into_iter().flatten() {
            let anew = before.is_none_or(|before| !before.contains(&Some(chunk)));
            match chunks.state_of(chunk) {
                ChunkState::NotRequested => chunks.fetch(chunk, Priority::Required),
                ChunkState::Failed if anew => chunks.fetch(chunk, Priority::Required),
                _ => {}
            }
        }
        before = Some(now);
    });
    delegated_events::listen_to_current_link(move || {
        let needed = untrack(|| now.get());
        needed.into_iter().flatten().for_each(|chunk| chunks.fetch(chunk, Priority::Required));
    });
    effect(move || match chunks.state_of(Chunk::RussianTexts) {
        ChunkState::Ready(_) => session.set_texts_failed(false),
        ChunkState::Failed => session.set_texts_failed(true),
        ChunkState::NotRequested | ChunkState::Loading => {}
    });
    // Every page has the tools of the deck: it starts before its view is opened.
    effect(move || {
        if let ChunkState::Ready(render) = chunks.state_of(Chunk::Deck) {
            untrack(|| drop(render(session, None)));
        }
    });
    let is_ready = move || untrack(|| matches!(chunks.state_of(Chunk::Copying), ChunkState::Ready(_)));
    copy_guard::listen(is_ready, move || {
        chunks.fetch(Chunk::Copying, Priority::Required);
        session.tell_copy_refused();
    });
    // The rest would share the line with what the first view waits for.
    let mut is_asked_for = false;
    effect(move || {
        let is_there = |chunk| matches!(chunks.state_of(chunk), ChunkState::Ready(_) | ChunkState::Failed);
        if !is_asked_for && now.get().into_iter().flatten().all(is_there) {
            is_asked_for = true;
            time_slices::after_paint(move || time_slices::when_idle(move || chunks.fetch_rest()));
        }
    });
}
