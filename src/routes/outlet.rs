//! Decides what the main area and the drawer show. While a chunk loads, the previous content stays mounted.

use cisconf_core::state::{Tab, View, ViewState};
use leptos::prelude::*;

use super::chunks::{Chunk, ChunkLoader, ChunkState, Priority, RenderFn};
use crate::components::Failure;
use crate::pages::{InstrumentsPage, OverviewPage};
use crate::reactive::SharedMemo;
use crate::session::Session;

/// A view, and which of its sides.
type Place = (View, Tab);

/// Where the code of a view is.
enum ViewSource {
    /// In what every visit loads.
    Bundled(RenderFn),
    /// In a part.
    Chunk(Chunk),
}

/// Every view, and where its code is.
fn source_of(place: Place) -> ViewSource {
    match place {
        (View::Overview, Tab::Figures) => ViewSource::Chunk(Chunk::Records),
        (View::Overview, _) => ViewSource::Bundled(|_| view! { <OverviewPage /> }.into_any()),
        (View::Instruments, _) => ViewSource::Bundled(|_| view! { <InstrumentsPage /> }.into_any()),
        (View::Agreements | View::Groupings, _) => ViewSource::Chunk(Chunk::Regions),
        (View::Findings, _) => ViewSource::Chunk(Chunk::Findings),
        (View::State | View::About | View::Compare | View::Data, _) => ViewSource::Chunk(Chunk::Records),
    }
}

/// Returns the number of places. No state has another one.
pub fn places() -> usize {
    View::ALL.iter().map(|view| view.tabs().len()).sum()
}

/// What stands in a place.
#[derive(Clone, Copy, PartialEq)]
pub struct OutletContent {
    what: Content,
    place: Option<Place>,
}

#[derive(Clone, Copy)]
enum Content {
    Nothing,
    Drawn(RenderFn),
    Failed(Chunk),
}

/// What is drawn in the same place is the same.
impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

const EMPTY: OutletContent = OutletContent { what: Content::Nothing, place: None };

impl OutletContent {
    /// Whether nothing stands there.
    pub fn is_empty(self) -> bool {
        matches!(self.what, Content::Nothing)
    }
    /// Whether it says that a part could not be loaded.
    pub fn has_failed(self) -> bool {
        matches!(self.what, Content::Failed(_))
    }

    /// Whether it shows a view.
    pub fn is_view(self) -> bool {
        self.place.is_some() && matches!(self.what, Content::Drawn(_))
    }

    /// Whether both are for the same view and tab.
    pub fn has_place_of(self, other: Self) -> bool {
        self.place == other.place
    }

    /// Whether it still shows something else than the state asks for.
    pub fn is_late(self, session: Session) -> bool {
        self.place != Some(session.select(place).get())
    }
}

fn place(state: &ViewState) -> Place {
    (state.view, state.tab)
}

/// The parts that a state needs.
pub fn needed(state: &ViewState) -> [Option<Chunk>; 2] {
    let view = match source_of(place(state)) {
        ViewSource::Chunk(part) => Some(part),
        ViewSource::Bundled(_) => None,
    };
    [view, state.open.map(|_| Chunk::Evidence)]
}

fn of(chunks: ChunkLoader, part: Chunk) -> Option<Content> {
    match chunks.of(part) {
        ChunkState::Ready(draw) => Some(Content::Drawn(draw)),
        ChunkState::Failed => Some(Content::Failed(part)),
        ChunkState::NotRequested | ChunkState::Loading => None,
    }
}

/// The view in the main area.
pub fn main_area(session: Session, chunks: ChunkLoader) -> SharedMemo<OutletContent> {
    let place = session.select(place);
    keep_previous_until_ready(move || {
        let place = place.get();
        let what = match source_of(place) {
            ViewSource::Bundled(draw) => Some(Content::Drawn(draw)),
            ViewSource::Chunk(part) => of(chunks, part),
        };
        what.map(|what| OutletContent { what, place: Some(place) })
    })
}

/// The drawer; there, too, while it is closed.
pub fn drawer(session: Session, chunks: ChunkLoader) -> SharedMemo<OutletContent> {
    let is_open = session.select(|s| s.open.is_some());
    keep_previous_until_ready(move || match of(chunks, Chunk::Evidence) {
        Some(Content::Failed(_)) if !is_open.get() => Some(EMPTY),
        what => what.map(|what| OutletContent { what, place: None }),
    })
}

/// What stands there next, or still what stood there before.
fn keep_previous_until_ready(
    next: impl Fn() -> Option<OutletContent> + Copy + Send + Sync + 'static,
) -> SharedMemo<OutletContent> {
    SharedMemo::paused_while(move || next().is_none(), move || next().unwrap_or(EMPTY))
}

/// Draws what stands in a place.
pub fn draw(standing: OutletContent, session: Session, chunks: ChunkLoader) -> AnyView {
    match standing.what {
        Content::Nothing => ().into_any(),
        Content::Drawn(draw) => draw(session),
        Content::Failed(part) => {
            let t = Callback::new(move |key| session.t(key));
            let on_retry = Callback::new(move |()| chunks.fetch(part, Priority::Required));
            let on_reload = Callback::new(move |()| session.reload());
            let on_close = (part == Chunk::Evidence).then(|| Callback::new(move |()| session.close()));
            view! { <Failure t on_retry on_reload on_close /> }.into_any()
        }
    }
}
