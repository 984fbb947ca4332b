//! Generated title and sentence of a slide, by the view models of the screens.

use super::model::SlideWords;
use crate::query::Filter;
use crate::state::Route;
use crate::view::agreements::{agreements, network};
use crate::view::brief::brief;
use crate::view::compare::compare;
use crate::view::context::ViewContext;
use crate::view::data::data;
use crate::view::filter_bar::filter_bar;
use crate::view::findings::{findings, perspectives};
use crate::view::frame::grouping_name;
use crate::view::groupings::{groups, method, positions};
use crate::view::instruments::instruments;
use crate::view::overview::{figures, overview, timeline};
use crate::view::parts::view_name::view_name;
use crate::view::states::columns_view;
use crate::view::subject::state_page;

/// Values of the filter that a title names.
const MOST_NAMED: usize = 3;

/// Returns the title and the sentences of the view of a state.
pub fn title_and_sentences(cx: ViewContext) -> (String, Vec<String>) {
    macro_rules! head {
        ($model:expr) => {{
            let model = $model;
            (model.title, model.sentences)
        }};
    }
    match cx.state.route() {
        Route::Overview => head!(overview(cx)),
        Route::Timeline => head!(timeline(cx)),
        Route::Figures => head!(figures(cx)),
        Route::States | Route::Pairs => head!(columns_view(cx)),
        Route::Instruments => head!(instruments(cx)),
        Route::Findings => head!(findings(cx)),
        Route::Perspectives => head!(perspectives(cx)),
        Route::Compare => head!(compare(cx)),
        Route::Groups => head!(groups(cx)),
        Route::Positions => head!(positions(cx)),
        Route::Method => head!(method(cx)),
        Route::Agreements => head!(agreements(cx)),
        Route::Network => head!(network(cx)),
        Route::Data => head!(data(cx)),
        Route::State | Route::About => head!(state_page(cx)),
        Route::Brief | Route::BriefTogether => head!(brief(cx)),
        Route::Deck => (view_name(cx), Vec::new()),
    }
}

/// Returns the title and the first sentence of the view of a state.
pub fn slide_words(cx: ViewContext) -> SlideWords {
    let (title, sentences) = title_and_sentences(cx);
    let mut parts = vec![title];
    for part in narrowed_to(cx) {
        if !parts[0].contains(part.as_str()) {
            parts.push(part);
        }
    }
    let sentence = sentences.into_iter().next().unwrap_or_default();
    SlideWords { title: parts.join(" – "), sentence }
}

/// Returns the grouping and the values of the filter that the view has, which two slides of the
/// same view may differ in.
fn narrowed_to(cx: ViewContext) -> Vec<String> {
    let grouping = grouping_name(cx);
    // The bar counts every value: it is made only where something is chosen.
    if cx.state.filter == Filter::default() && cx.search_text().is_none() {
        return grouping.into_iter().collect();
    }
    let chips: Vec<_> = filter_bar(cx).chips.into_iter().map(|chip| chip.label).collect();
    let shown = chips.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let chips = match chips.len() {
        0 => None,
        n if n > MOST_NAMED => Some(format!("{shown}…")),
        _ => Some(shown),
    };
    grouping.into_iter().chain(chips).collect()
}
