//! The route table: the page of each route, and the chunk with its code (decision 0009).
//!
//! `scripts/build` splits off the code that is reachable only from the entry point of a chunk. In
//! any other build nothing is split, and each chunk is available at once.
#![cfg_attr(
    split,
    allow(unsafe_code, reason = "the macro of the splitter writes the border between two files")
)]

use cisconf_core::state::Route;
use cisconf_core::text::{load_russian, load_view_texts};
use cisconf_core::view;
use leptos::prelude::*;
use leptos::wasm_split;

use crate::browser::copy;
use crate::charts::DOT;
use crate::components::Drawer;
use crate::pages::{
    AgreementsPage, AskPage, BriefPage, ComparePage, DataPage, DeckPage, FiguresPage, FindingsPage,
    GroupsPage, InstrumentsPage, MethodPage, NetworkPage, OverviewPage, PerspectivesPage, PositionsPage,
    StatePage, StatesPage, TimelinePage, deck_part, write_deck_notes,
};
use crate::session::Session;

/// Renders the page of a route. The route is `None` for chunks without routes.
pub type RenderFn = fn(Session, Option<Route>) -> AnyView;

/// Where the code of a page is.
pub enum PageSource {
    /// In the initial bundle.
    Bundled(RenderFn),
    /// In a lazily loaded chunk.
    Chunk(Chunk),
}

/// Declares the routes and the chunks.
///
/// Each chunk has an entry point of its own: a render function for its routes with a setup
/// function, or any other expression.
macro_rules! routes {
    (
        bundled { $($bundled:ident => $bundled_page:ident,)* }
        chunks {
            $($(#[$doc:meta])* $chunk:ident = $entry:ident($setup:expr) { $($route:ident => $page:ident,)* })*
        }
        others { $($(#[$other_doc:meta])* $other:ident = $other_entry:ident { $render:expr })* }
    ) => {
        /// A lazily loaded part of the program.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Chunk { $($(#[$doc])* $chunk,)* $($(#[$other_doc])* $other,)* }

        impl Chunk {
            pub const ALL: &[Self] = &[$(Self::$chunk,)* $(Self::$other,)*];
        }

        pub fn source_of(route: Route) -> PageSource {
            match route {
                $(Route::$bundled => PageSource::Bundled(|_, _| view! { <$bundled_page /> }.into_any()),)*
                $($(Route::$route)|* => PageSource::Chunk(Chunk::$chunk),)*
            }
        }

        $(chunk! {
            $entry { |session, route| {
                load_view_texts();
                let setup: fn(Session) = $setup;
                setup(session);
                match route {
                    $(Some(Route::$route) => view! { <$page /> }.into_any(),)*
                    // Routes that `source_of` maps to other chunks.
                    _ => ().into_any(),
                }
            } }
        })*
        $(chunk! { $other_entry { $render } })*

        impl Chunk {
            /// Loads the chunk.
            pub async fn load(self) -> Result<RenderFn, wasm_split::SplitLoaderError> {
                match self {
                    $(Self::$chunk => loaded!($entry),)*
                    $(Self::$other => loaded!($other_entry),)*
                }
            }
        }
    };
}

/// Declares the entry point of a chunk.
macro_rules! chunk {
    ($entry:ident { $render:expr }) => {
        #[cfg_attr(split, wasm_split::wasm_split($entry, wasm_split_path = wasm_split, fallible))]
        fn $entry() -> Result<RenderFn, wasm_split::SplitLoaderError> {
            Ok($render)
        }
    };
}

/// Evaluates to the result of an entry point, at once or when its file is loaded.
macro_rules! loaded {
    ($entry:ident) => {{
        let loaded = $entry();
        #[cfg(split)]
        let loaded = loaded.await;
        loaded
    }};
}

routes! {
    bundled {
        Overview => OverviewPage,
    }
    chunks {
        /// Instruments.
        Instruments = instruments(|_| ()) {
            Instruments => InstrumentsPage,
        }
        /// Findings, perspectives and the search.
        Findings = findings(Session::load_search_index) {
            Findings => FindingsPage,
            Perspectives => PerspectivesPage,
        }
        /// Timeline, figures, states and pairs, state pages, comparison, dataset.
        StatesAndData = records(Session::register_file_commands) {
            Timeline => TimelinePage,
            Figures => FiguresPage,
            States => StatesPage,
            Pairs => StatesPage,
            State => StatePage,
            About => StatePage,
            Compare => ComparePage,
            Data => DataPage,
        }
        /// Agreements and their network; groupings: groups, positions, method.
        AgreementsAndGroupings = regions(Session::start_grouping_editor) {
            Agreements => AgreementsPage,
            Network => NetworkPage,
            Groups => GroupsPage,
            Positions => PositionsPage,
            Method => MethodPage,
        }
        /// Deck and briefs. Its setup also offers the tools of every page and the presenting bar.
        Deck = deck(|session| session.start_deck(deck_part, write_deck_notes)) {
            Deck => DeckPage,
            Brief => BriefPage,
            BriefTogether => BriefPage,
        }
    }
    others {
        /// The drawer.
        Evidence = evidence {
            |session, _| {
                load_view_texts();
                let evidence = session.model_with_link(|cx, _| view::evidence(cx));
                let query = session.offer_notes();
                view! { <Drawer evidence query /> }.into_any()
            }
        }
        /// Questions in words, in a panel over the view (decision 0041).
        Ask = ask {
            |session, _| {
                load_view_texts();
                session.prepare_asking();
                view! { <AskPage /> }.into_any()
            }
        }
        /// The texts in Russian (decision 0023). It renders nothing.
        RussianTexts = russian {{
            load_russian();
            |_, _| ().into_any()
        }}
        /// The copy event listener. It renders nothing.
        Copying = copying {{
            copy::listen(DOT);
            |_, _| ().into_any()
        }}
    }
}
