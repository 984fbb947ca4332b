//! The first words of each view, which stand on the opening page until the program has started.

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Route, View, ViewState, decode, encode};
use cisconf_core::text::Lang;
use cisconf_core::view::{self, ViewContext};

/// Rows of a list whose first screen is text.
const LINES: usize = 3;

/// What a view says first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstWords {
    /// Link of the view as it is at first.
    pub link: String,
    /// Language of the words.
    pub lang: Lang,
    /// All sentences of the view.
    pub sentence: String,
    /// First rows of its list.
    pub lines: Vec<String>,
}

/// Returns the first words of all views, their tabs and the states in every language.
///
/// The texts of all languages must be loaded.
pub fn first_words(ds: &Dataset) -> Vec<FirstWords> {
    let index = FindingsIndex::new(ds);
    let tabs = View::ALL.iter().flat_map(|view| view.tabs().iter().map(|tab| (*view, *tab)));
    let of_states = ds.states.iter().map(|state| decode(&format!("#/state?v=1&of={}", state.key), ds).state);
    let states = tabs.map(|(view, tab)| ViewState { view, tab, ..ViewState::default() }).chain(of_states);
    let mut all = Vec::new();
    for state in states {
        let link = encode(&state, ds);
        for lang in Lang::ALL {
            let state = ViewState { lang, ..state.clone() };
            let cx = ViewContext { ds, index: &index, state: &state };
            let (_, sentences) = view::title_and_sentences(cx);
            if !sentences.is_empty() {
                let (sentence, lines) = (sentences.join(" "), lines(cx));
                all.push(FirstWords { link: link.clone(), lang, sentence, lines });
            }
        }
    }
    all
}

fn lines(cx: ViewContext) -> Vec<String> {
    match cx.state.route() {
        Route::Findings => {
            let cards = view::findings(cx).cards.into_iter().take(LINES);
            let text =
                |card: &view::Card| card.summary.iter().map(|(piece, _)| piece.as_str()).collect::<String>();
            cards.map(|card| format!("{}: {} ({})", card.kind, text(&card), card.pages)).collect()
        }
        Route::Groups => {
            let schemes = view::groups(cx).schemes.into_iter().take(LINES);
            schemes.map(|scheme| format!("{}: {}", scheme.label, scheme.detail)).collect()
        }
        Route::Data => {
            let rows = view::data(cx).rows.into_iter().take(LINES);
            rows.filter_map(|row| row.cells.into_iter().next()).collect()
        }
        _ => Vec::new(),
    }
}
