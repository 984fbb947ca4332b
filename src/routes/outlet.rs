//! Decides what the main area, the drawer and the panel of questions show.
//!
//! While a chunk loads, the previous content stays mounted.

use cisconf_core::state::{Route, ViewState};
use cisconf_core::text::Key;
use leptos::prelude::*;

use super::chunks::{ChunkLoader, ChunkState, Priority};
use super::table::{Chunk, PageSource, RenderFn, source_of};
use crate::components::Failure;
use crate::reactive::SharedMemo;
use crate::session::Session;

/// Content of the main area or the drawer.
#[derive(Clone, Copy, PartialEq)]
pub struct OutletContent {
    what: Content,
    /// `None` for the drawer, and while nothing is shown.
    route: Option<Route>,
}

#[derive(Clone, Copy)]
enum Content {
    Nothing,
    Rendered(RenderFn),
    Failed(Chunk),
}

/// Compares variants only: the route determines the render function.
impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

const EMPTY: OutletContent = OutletContent { what: Content::Nothing, route: None };

impl OutletContent {
    pub fn is_empty(self) -> bool {
        matches!(self.what, Content::Nothing)
    }

    /// Whether it shows the message that a chunk could not be loaded.
    pub fn has_failed(self) -> bool {
        matches!(self.what, Content::Failed(_))
    }

    pub fn is_page(self) -> bool {
        self.route.is_some() && matches!(self.what, Content::Rendered(_))
    }

    pub fn route(self) -> Option<Route> {
        self.route
    }

    pub fn has_route_of(self, other: Self) -> bool {
        self.route == other.route
    }

    /// Whether it still shows another route than this one, which is that of the state.
    pub fn is_late(self, route: Route) -> bool {
        self.route != Some(route)
    }
}

/// Returns the chunks that a state needs: for its page, the drawer, the panel and its language.
pub fn needed_chunks(state: &ViewState) -> [Option<Chunk>; 4] {
    let page = match source_of(state.route()) {
        PageSource::Chunk(chunk) => Some(chunk),
        PageSource::Bundled(_) => None,
    };
    let texts = state.needs_russian().then_some(Chunk::RussianTexts);
    [page, state.open.map(|_| Chunk::Evidence), state.question.map(|_| Chunk::Ask), texts]
}

/// Returns the content of a chunk; `None` while it is not loaded.
fn chunk_content(chunks: ChunkLoader, chunk: Chunk) -> Option<Content> {
    match chunks.state_of(chunk) {
        ChunkState::Ready(render) => Some(Content::Rendered(render)),
        ChunkState::Failed => Some(Content::Failed(chunk)),
        ChunkState::NotRequested | ChunkState::Loading => None,
    }
}

/// Creates the memo of the content of the main area.
///
/// The previous content also stays while `may_open` is false.
pub fn main_area(
    session: Session,
    chunks: ChunkLoader,
    may_open: SharedMemo<bool>,
) -> SharedMemo<OutletContent> {
    let route = session.select(ViewState::route);
    keep_previous_until_ready(move || {
        let route = route.get();
        if !may_open.get() {
            return None;
        }
        let what = match source_of(route) {
            PageSource::Bundled(render) => Some(Content::Rendered(render)),
            PageSource::Chunk(chunk) => chunk_content(chunks, chunk),
        };
        what.map(|what| OutletContent { what, route: Some(route) })
    })
}

/// Creates the memo of the content of the drawer, which is also set while it is closed.
pub fn drawer(session: Session, chunks: ChunkLoader) -> SharedMemo<OutletContent> {
    overlay(session.select(|s| s.open.is_some()), chunks, Chunk::Evidence)
}

/// Creates the memo of the content of the panel of questions, which is also set while it is closed.
pub fn panel(session: Session, chunks: ChunkLoader) -> SharedMemo<OutletContent> {
    overlay(session.select(|s| s.question.is_some()), chunks, Chunk::Ask)
}

fn overlay(is_open: SharedMemo<bool>, chunks: ChunkLoader, chunk: Chunk) -> SharedMemo<OutletContent> {
    keep_previous_until_ready(move || match chunk_content(chunks, chunk) {
        Some(Content::Failed(_)) if !is_open.get() => Some(EMPTY),
        what => what.map(|what| OutletContent { what, route: None }),
    })
}

/// Creates a memo that keeps the previous content while `next` returns `None`.
fn keep_previous_until_ready(
    next: impl Fn() -> Option<OutletContent> + Copy + Send + Sync + 'static,
) -> SharedMemo<OutletContent> {
    SharedMemo::paused_while(move || next().is_none(), move || next().unwrap_or(EMPTY))
}

pub fn render(content: OutletContent, session: Session, chunks: ChunkLoader) -> AnyView {
    match content.what {
        Content::Nothing => ().into_any(),
        Content::Rendered(render) => render(session, content.route),
        Content::Failed(chunk) => {
            let t = Callback::new(move |key| session.t(key));
            let on_retry = Callback::new(move |()| chunks.fetch(chunk, Priority::Required));
            let close = match chunk {
                Chunk::Evidence => Some(Key::EvidenceClose),
                Chunk::Ask => Some(Key::Dismiss),
                _ => None,
            };
            view! { <Failure t on_retry close /> }.into_any()
        }
    }
}
