//! The frame around the views, and the few effects: document attributes, focus, the link's own writing, parts that are needed.

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Action, Appearance, View, ViewState};
use cisconf_core::text::Key;
use cisconf_core::view;
use leptos::prelude::*;

use crate::browser::{
    delegated_events, document, focus, fullscreen, history_position, menus, roving_tabindex, scroll_anchor,
    time_slices,
};
use crate::components::{Footer, Header, LensBar, Notice, OnSearch};
use crate::html;
use crate::reactive::SharedMemo;
use crate::reactive::effect;
use crate::routes::{
    Chunk, ChunkLoader, ChunkState, OutletContent, Priority, draw, drawer, main_area, needed, places,
    view_cache,
};
use crate::session::Session;

/// What outlives a rebuild of the page: the session, the chunks, the contents of the main area and the drawer.
#[derive(Clone, Copy)]
struct Program {
    session: Session,
    chunks: ChunkLoader,
    main: SharedMemo<OutletContent>,
    side: SharedMemo<OutletContent>,
    /// The look before the projector's.
    look_before: StoredValue<Appearance>,
}

/// Starts what outlives a rebuild of the page, and provides it to [`App`]: effects at the edge and listeners of the document.
pub fn start(dataset: &'static Dataset, index: &'static FindingsIndex) {
    let session = Session::start(dataset, index);
    let mine = session.mine();
    html::mark(move || mine.get());
    let chunks = ChunkLoader::new();
    let (main, side) = (main_area(session, chunks), drawer(session, chunks));
    effect(move || session.normalize_url());
    describe(session);
    fetch_what_is_needed(session, chunks);
    follow_focus(session, main, side);
    keep_place(session, main, side);
    menus::listen(move || session.escape());
    let look_before = StoredValue::new(Appearance::default());
    let look = session.select(|s| s.look);
    effect(move || {
        if look.get() != Appearance::Projector {
            look_before.set_value(look.get());
        }
    });
    provide_context(Program { session, chunks, main, side, look_before });
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let program: Option<Program> = use_context();
    let Program { session, chunks, main, side, look_before } =
        program.unwrap_or_else(|| unreachable!("`start` provides the program before the page is built"));
    let frame = session.model_with_link(|asked, decoded| view::frame(asked, &decoded.dropped));
    let lens = session.view_model(view::lens);
    let drawn = session.select(|s| s.open.is_some());
    let look = session.select(|s| s.look);
    let open = move |event: leptos::ev::MouseEvent| {
        if let Some(key) = delegated_events::pressed(&event, "data-open") {
            session.open(&key);
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        roving_tabindex::on_key(&event);
        if let Some(key) = delegated_events::entered(&event) {
            session.open(&key);
        }
    };
    let choose = move |action: Action| {
        // A choice of one closes its menu; choices of several leave it open.
        if matches!(action, Action::Scheme(_) | Action::AsOf(None)) {
            menus::close_all();
        }
        focus::restore_if_lost(".chip, .clear", &[".chips li:last-child .chip", ".lens summary"]);
        session.dispatch(action);
    };
    let on_search = OnSearch {
        typed: Callback::new(move |text: String| session.type_search(&text)),
        left: Callback::new(move |()| session.stop_typing()),
        finished: Callback::new(move |text: String| {
            focus::restore_if_lost(".search button", &["#search"]);
            session.search(&text);
        }),
    };
    let views = view_cache(main);
    let around = session.select(|s| (s.lang, s.look, s.open.is_some()));
    let view = move |at: usize| {
        let standing = views.read_untracked()[at];
        let is_inactive = SharedMemo::new(move || main.get() != standing);
        let was_around = SharedMemo::paused_while(move || is_inactive.get(), move || around.get());
        // Laid out for another language, look or width: the browser might do all of them anew for a field in one of them.
        let is_outdated = move || was_around.get() != around.get();
        view! { <div class="page" class:away=move || is_inactive.get() class:stale=is_outdated>{draw(standing, session, chunks)}</div> }
    };
    let slot = |at: usize| {
        let is_opened = SharedMemo::new(move || views.read().len() > at);
        move || is_opened.get().then(|| view(at))
    };
    view! {
        <a class="skip" href="#main" on:click=|e| { e.prevent_default(); focus::to("main"); }>
            {move || session.t(Key::SkipToMain)}
        </a>
        <div class="app" class:with-drawer=move || drawn.get() class:crowded=move || drawn.get() && look.get() == Appearance::Projector on:click=open on:keydown=key on:focusin=|e| { focus::on_focus(&e); roving_tabindex::move_tab_stop(&e); } on:pointerover=|e| roving_tabindex::on_hover(&e)>
            <Header frame on_present=Callback::new(move |()| present(session, look_before)) t=Callback::new(move |key| session.t(key)) />
            <LensBar lens on_action=Callback::new(choose) on_search />
            <Notice frame on_dismiss=Callback::new(move |()| session.dismiss_link_errors()) t=Callback::new(move |key| session.t(key)) />
            <main id="main" tabindex="-1" aria-busy=move || main.read().is_late(session).then_some("true")>
                <p class="changed-outside">{move || session.t(Key::PageChanged)}</p>
                {(0..places()).map(slot).collect_view()}
                {move || main.read().has_failed().then(|| draw(main.get(), session, chunks))}
            </main>
            {move || draw(*side.read(), session, chunks)}
            <Footer frame />
        </div>
    }
}

/// Projector type and full screen; pressed again, back to the look before.
fn present(session: Session, before: StoredValue<Appearance>) {
    let look = session.now().look;
    if look == Appearance::Projector {
        fullscreen::leave();
        session.dispatch(Action::Appearance(before.get_value()));
    } else {
        fullscreen::enter();
        session.dispatch(Action::Appearance(Appearance::Projector));
    }
}

/// Language, appearance and title of the document follow the state.
fn describe(session: Session) {
    let chunks = session.select(|s| (s.lang, s.look));
    let title = session.model_with_link(|asked, _| view::title(asked));
    effect(move || {
        let (lang, look) = chunks.get();
        document::describe(lang.tag(), look.url(), &title.read());
    });
}

/// Asks for the parts that the state needs, again when one that failed is needed anew; for the others once the page is idle.
fn fetch_what_is_needed(session: Session, chunks: ChunkLoader) {
    let now = session.select(needed);
    let mut before: Option<[Option<Chunk>; 2]> = None;
    effect(move || {
        let now = now.get();
        for part in now.into_iter().flatten() {
            let anew = before.is_none_or(|before| !before.contains(&Some(part)));
            match chunks.of(part) {
                ChunkState::NotRequested => chunks.fetch(part, Priority::Required),
                ChunkState::Failed if anew => chunks.fetch(part, Priority::Required),
                _ => {}
            }
        }
        before = Some(now);
    });
    time_slices::when_idle(move || chunks.fetch_rest());
}

/// The keyboard follows what opens: the drawer's heading when evidence opens, the mark again when it closes, the new
/// view's heading when a view opens; in a table that is drawn anew, the mark of the same name. Nothing moves on the first
/// draw, and nothing before what opens is drawn.
fn follow_focus(session: Session, main: SharedMemo<OutletContent>, side: SharedMemo<OutletContent>) {
    let open = session.select(|s| s.open);
    let mut before: Option<(Option<_>, bool)> = None;
    effect(move || {
        let now = (open.get(), side.read().has_failed());
        match (before, now) {
            (Some((None, _)), (Some(_), _)) if side.read().is_empty() => {
                before = Some((None, false));
                return;
            }
            (Some((None, _)), (Some(_), _)) => {
                focus::remember();
                to_drawer();
            }
            (Some((Some(_), _)), (None, _)) if history_position::is_returning() => focus::forget(),
            (Some((Some(_), _)), (None, _)) => focus::return_focus_or("main"),
            (Some(before), (Some(_), _)) if before != now => {
                // Another mark of the page: the way back leads to it.
                if !focus::is_in(".drawer") {
                    focus::remember();
                }
                to_drawer();
            }
            _ => {}
        }
        before = Some(now);
    });
    let shown = session.select(|s| ViewState { open: None, ..s.clone() });
    let opened = session.model_with_link(|asked, _| view::opened(asked));
    let mut was_open = false;
    effect(move || {
        drop((shown.read(), main.read()));
        let name = opened.get();
        // Most gestures have nothing open, before or after: nothing to look for.
        let is_open = name.is_some();
        if is_open || was_open {
            focus::mark_opened(name);
        }
        was_open = is_open;
    });
    let mut is_first = true;
    effect(move || {
        drop(shown.read());
        // A count leads into its list, which stands below the counts.
        if !is_first && focus::is_in(".counts") {
            focus_next_frame(&["#list-title"]);
        } else {
            focus::follow_mark();
        }
        // The projector's look hides the choice of looks, but for the way back.
        if shown.read_untracked().look == Appearance::Projector && focus::is_in(".looks") {
            focus_next_frame(&[".settings button"]);
        }
        is_first = false;
    });
    let page_shown = session.select(|s| (s.view, s.table, s.page));
    let mut before = None;
    effect(move || {
        let now @ (view, table, page) = page_shown.get();
        if before.is_some_and(|(v, t, p)| (v, t) == (view, table) && p != page) {
            focus_next_frame(&["#table-title", "#list-title"]);
        }
        before = Some(now);
    });
    let subject =
        session.select(|s| (s.view, s.tab, s.of.filter(|_| matches!(s.view, View::State | View::About))));
    let is_late = SharedMemo::new(move || main.read().is_late(session));
    let mut before = None;
    effect(move || {
        let now = (subject.get(), main.read().has_failed());
        if before.is_some() && is_late.get() {
            return;
        }
        if before.is_some_and(|before| before != now) && !history_position::is_returning() {
            document::reset_scroll_and_selection();
            // Whoever goes from state to state keeps the menu at hand.
            if !focus::is_in(".states") {
                focus_next_frame(&[".view-title", "#main"]);
            }
        }
        before = Some(now);
    });
}

/// Moves the focus to the drawer in the next frame. After Back and Forward the focus is where the entry was left.
fn to_drawer() {
    if !history_position::is_returning() {
        focus::to_drawer();
    }
}

/// Moves the focus in the next frame. After Back and Forward it is where the entry was left.
fn focus_next_frame(selectors: &'static [&'static str]) {
    if !history_position::is_returning() {
        focus::focus_next_frame(selectors);
    }
}

/// Back and Forward return to the place where an entry of the history was left. What the reader looks at stays at its height
/// when the evidence opens or closes, and when the language or the look changes.
fn keep_place(session: Session, main: SharedMemo<OutletContent>, side: SharedMemo<OutletContent>) {
    let state = session.select(ViewState::clone);
    let is_late = SharedMemo::new(move || main.read().is_late(session));
    effect(move || {
        drop(state.read());
        if !is_late.get() {
            history_position::arrive();
        }
    });
    let around = session.select(|s| (s.view, s.tab, s.of, s.open.is_some(), s.lang, s.look));
    let mut before = None;
    let mut is_due = false;
    effect(move || {
        let now @ (view, tab, of, is_open, ..) = around.get();
        let last = before.replace(now).unwrap_or(now);
        if last != now {
            let (v, t, o, ..) = last;
            is_due = (v, t, o) == (view, tab, of) && !history_position::is_returning();
        }
        // The drawer may still be on its way.
        if is_due && !(is_open && side.read().is_empty()) {
            is_due = false;
            scroll_anchor::hold();
        }
    });
}
