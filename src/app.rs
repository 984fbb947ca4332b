//! The frame around the views, and the few effects: document attributes, focus, the link's own writing.

use cisconf_core::export;
use cisconf_core::model::Dataset;
use cisconf_core::query::Index;
use cisconf_core::state::{Action, Look, Tab, View, ViewState};
use cisconf_core::text::Key;
use cisconf_core::view::{self, Asked};
use leptos::prelude::*;

use crate::browser::{download, focus, grid, hands, menus, page};
use crate::components::{Drawer, Footer, Header, LensBar, Notice, OnSearch};
use crate::derived::Derived;
use crate::pages::{
    AgreementsPage, ComparePage, DataPage, FiguresPage, FindingsPage, GroupsPage, InstrumentsPage,
    MethodPage, OverviewPage, PerspectivesPage, PositionsPage, StatePage,
};
use crate::session::Session;

/// The whole page.
#[component]
pub fn App(dataset: &'static Dataset, index: &'static Index) -> impl IntoView {
    let session = Session::start(dataset, index);
    let frame = session.whole(|asked, decoded| view::frame(asked, &decoded.dropped));
    let lens = session.view(view::lens);
    let evidence = session.whole(|asked, _| view::evidence(asked));
    Effect::new(move |_| session.canonicalise());
    Effect::new(move |_| session.count());
    describe(session);
    follow_focus(session);
    menus::listen(move || session.escape());
    hands::listen(move |heard| session.hear(&heard));
    let drawn = Derived::new(move || evidence.read().is_some());
    let look = session.part(|s| s.look);
    let open = move |event: leptos::ev::MouseEvent| {
        if let Some(key) = page::pressed(&event, "data-open") {
            session.open(&key);
        } else if let Some(name) = page::pressed(&event, "data-do") {
            session.act(&name);
        } else if let Some(name) = page::pressed(&event, "data-file") {
            save(Asked { ds: dataset, index, state: &session.now() }, &name);
        }
    };
    let choose = move |action: Action| {
        // A choice of one closes its menu; choices of several leave it open.
        if matches!(action, Action::Scheme(_) | Action::AsOf(None)) {
            menus::close_all();
        }
        focus::keep_from(".chip, .clear", &[".chips li:last-child .chip", ".lens summary"]);
        session.dispatch(action);
    };
    let on_search = OnSearch {
        typed: Callback::new(move |text: String| session.type_search(&text)),
        left: Callback::new(move |()| session.stop_typing()),
        finished: Callback::new(move |text: String| {
            focus::keep_from(".search button", &["#search"]);
            session.search(&text);
        }),
    };
    let look_before = StoredValue::new(Look::default());
    view! {
        <a class="skip" href="#main" on:click=|e| { e.prevent_default(); focus::to("main"); }>
            {move || session.t(Key::SkipToMain)}
        </a>
        <div class="app" class:with-drawer=move || drawn.get() class:crowded=move || drawn.get() && look.get() == Look::Projector on:click=open on:keydown=|e| grid::on_key(&e) on:focusin=|e| { focus::on_focus(&e); grid::on_focus(&e); } on:pointerover=|e| grid::on_hover(&e)>
            <Header frame on_present=Callback::new(move |()| present(session, look_before)) t=Callback::new(move |key| session.t(key)) />
            <LensBar lens on_action=Callback::new(choose) on_search />
            <Notice frame on_dismiss=Callback::new(move |()| session.dismiss()) t=Callback::new(move |key| session.t(key)) />
            <main id="main" tabindex="-1">
                <Page session />
            </main>
            <Drawer evidence on_close=Callback::new(move |()| session.dispatch(Action::Close)) />
            <Footer frame />
        </div>
    }
}

/// The view that was asked for.
#[component]
fn Page(session: Session) -> impl IntoView {
    let place = session.part(|s| (s.view, s.tab));
    move || match place.get() {
        (View::Overview, Tab::Figures) => view! { <FiguresPage /> }.into_any(),
        (View::Overview | View::About, _) => view! { <OverviewPage /> }.into_any(),
        (View::Groupings, Tab::Method) => view! { <MethodPage /> }.into_any(),
        (View::Groupings, Tab::Positions) => view! { <PositionsPage /> }.into_any(),
        (View::Groupings, _) => view! { <GroupsPage /> }.into_any(),
        (View::Findings, Tab::Voices) => view! { <PerspectivesPage /> }.into_any(),
        (View::Findings, _) => view! { <FindingsPage /> }.into_any(),
        (View::Instruments, _) => view! { <InstrumentsPage /> }.into_any(),
        (View::Agreements, _) => view! { <AgreementsPage /> }.into_any(),
        (View::Compare, _) => view! { <ComparePage /> }.into_any(),
        (View::Data, _) => view! { <DataPage /> }.into_any(),
        (View::State, _) => view! { <StatePage /> }.into_any(),
    }
}

/// Makes a file of the Data view and hands it to the browser.
fn save(asked: Asked, name: &str) {
    if let Some(file) = export::file(asked, cisconf_core::BUNDLE, name) {
        download::save(&file.name, file.mime, &file.text);
    }
}

/// Projector type and full screen; pressed again, back to the look before.
fn present(session: Session, before: StoredValue<Look>) {
    let look = session.now().look;
    if look == Look::Projector {
        page::leave_full_screen();
        session.dispatch(Action::Look(before.get_value()));
    } else {
        page::enter_full_screen();
        before.set_value(look);
        session.dispatch(Action::Look(Look::Projector));
    }
}

/// Language, appearance and title of the document follow the state.
fn describe(session: Session) {
    let parts = session.part(|s| (s.lang, s.look));
    let title = session.whole(|asked, _| view::title(asked));
    Effect::new(move |_| {
        let (lang, look) = parts.get();
        page::describe(lang.tag(), look.url(), &title.read());
    });
}

/// The keyboard follows what opens: the drawer's heading when evidence opens, the mark again when it closes, the new
/// view's heading when a view opens; in a table that is drawn anew, the mark of the same name. Nothing moves on the first draw.
fn follow_focus(session: Session) {
    let open = session.part(|s| s.open);
    Effect::new(move |before: Option<Option<_>>| {
        let now = open.get();
        match (before, now) {
            (Some(None), Some(_)) => {
                focus::remember();
                focus::to_when_drawn(&["#drawer-title"]);
            }
            (Some(Some(old)), Some(new)) if old != new => focus::to_when_drawn(&["#drawer-title"]),
            (Some(Some(_)), None) => focus::back_or("main"),
            _ => {}
        }
        now
    });
    let shown = session.part(|s| ViewState { open: None, ..s.clone() });
    Effect::new(move |_| {
        drop(shown.read());
        focus::follow_mark();
    });
    let page_shown = session.part(|s| (s.view, s.table, s.page));
    Effect::new(move |before: Option<_>| {
        let now @ (view, table, page) = page_shown.get();
        if before.is_some_and(|(v, t, p)| (v, t) == (view, table) && p != page) {
            focus::to_when_drawn(&["#table-title"]);
        }
        now
    });
    let place =
        session.part(|s| (s.view, s.tab, s.of.filter(|_| matches!(s.view, View::State | View::About))));
    Effect::new(move |before: Option<_>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            page::scroll_to_top();
            // Whoever goes from state to state keeps the menu at hand.
            if !focus::is_in(".states") {
                focus::to_when_drawn(&["#view-title", "#main"]);
            }
        }
        now
    });
}
