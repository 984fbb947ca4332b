//! ChunkLoader of the program that come when they are needed: a first visit loads what the first views need (decision 0009).
//!
//! Whatever the function of a part reaches, and nothing else does, is cut out of the program's file by `scripts/build`. In any
//! other build nothing is cut, and each part is there at once.
#![cfg_attr(
    split,
    allow(unsafe_code, reason = "the macro of the splitter writes the border between two files")
)]

use cisconf_core::state::{Tab, View};
use cisconf_core::view;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split;

use crate::browser::copy;
use crate::charts::DOT;
use crate::components::Drawer;
use crate::pages::{
    AgreementsPage, ComparePage, DataPage, FiguresPage, FindingsPage, GroupsPage, MethodPage, NetworkPage,
    PerspectivesPage, PositionsPage, StatePage,
};
use crate::session::Session;

/// Draws a view, or what else a part brings.
pub type RenderFn = fn(Session) -> AnyView;

/// ChunkLoader, each by a function that may do something when the part has come, and gives how it draws.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident, $name:ident: $draw:expr;)*) => {
        /// A part of the program.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Chunk { $($(#[$doc])* $part),* }

        impl Chunk {
            const ALL: &[Self] = &[$(Self::$part),*];

            async fn load(self) -> Result<RenderFn, wasm_split::SplitLoaderError> {
                match self {
                    $(Self::$part => {
                        let part = $name();
                        #[cfg(split)]
                        let part = part.await;
                        part
                    })*
                }
            }
        }

        $(#[cfg_attr(split, wasm_split::wasm_split($name, wasm_split_path = wasm_split, fallible))]
        fn $name() -> Result<RenderFn, wasm_split::SplitLoaderError> {
            Ok($draw)
        })*
    };
}

parts! {
    /// What the report says, who says it, and the search.
    Findings, findings: |session| {
        session.load_search_index();
        match session.now().tab {
            Tab::Voices => view! { <PerspectivesPage /> }.into_any(),
            _ => view! { <FindingsPage /> }.into_any(),
        }
    };
    /// States one by one or side by side, the figures, the dataset.
    Records, records: |session| match session.now().view {
        View::Overview => view! { <FiguresPage /> }.into_any(),
        View::State | View::About => view! { <StatePage /> }.into_any(),
        View::Compare => view! { <ComparePage /> }.into_any(),
        _ => view! { <DataPage /> }.into_any(),
    };
    /// Agreements and their network; sub-regions: groups, positions, likeness.
    Regions, regions: |session| {
        session.start_grouping_editor();
        match (session.now().view, session.now().tab) {
            (View::Agreements, Tab::Network) => view! { <NetworkPage /> }.into_any(),
            (View::Agreements, _) => view! { <AgreementsPage /> }.into_any(),
            (_, Tab::Positions) => view! { <PositionsPage /> }.into_any(),
            (_, Tab::Method) => {
                session.count_while_shown();
                view! { <MethodPage /> }.into_any()
            }
            _ => view! { <GroupsPage /> }.into_any(),
        }
    };
    /// The drawer.
    Evidence, evidence: |session| {
        let evidence = session.model_with_link(|asked, _| view::evidence(asked));
        view! { <Drawer evidence on_close=Callback::new(move |()| session.close()) /> }.into_any()
    };
    /// What is selected is copied as it is seen. It draws nothing.
    Copying, copying: {
        copy::listen(DOT);
        |_| ().into_any()
    };
}

/// What is known of a part.
#[derive(Clone, Copy)]
pub enum ChunkState {
    /// Nobody has asked for it.
    NotRequested,
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(RenderFn),
    /// It was needed and could not be loaded.
    Failed,
}

/// How badly a part is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// A reader waits for it: a failure is told.
    Required,
    /// It may be needed: a failure is none.
    Prefetch,
}

/// The parts of the program. Copy: a handle.
#[derive(Clone, Copy)]
pub struct ChunkLoader(RwSignal<[ChunkState; Chunk::ALL.len()]>);

impl ChunkLoader {
    /// None is here.
    pub fn new() -> Self {
        Self(RwSignal::new([ChunkState::NotRequested; Chunk::ALL.len()]))
    }

    /// What is known of a part; who reads it hears of changes.
    pub fn of(self, part: Chunk) -> ChunkState {
        self.0.with(|loads| loads[part as usize])
    }

    /// Asks for a part that is not here.
    pub fn fetch(self, part: Chunk, need: Priority) {
        if matches!(
            self.0.with_untracked(|loads| loads[part as usize]),
            ChunkState::Loading | ChunkState::Ready(_)
        ) {
            return;
        }
        self.set(part, ChunkState::Loading);
        spawn_local(async move {
            let failed =
                if need == Priority::Required { ChunkState::Failed } else { ChunkState::NotRequested };
            self.set(part, part.load().await.map_or(failed, ChunkState::Ready));
        });
    }

    /// Asks for every part that has not been asked for.
    pub fn fetch_rest(self) {
        for part in Chunk::ALL {
            if matches!(self.0.with_untracked(|loads| loads[*part as usize]), ChunkState::NotRequested) {
                self.fetch(*part, Priority::Prefetch);
            }
        }
    }

    fn set(self, part: Chunk, load: ChunkState) {
        self.0.update(|loads| loads[part as usize] = load);
    }
}
