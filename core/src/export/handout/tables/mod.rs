//! The tables of each view, from the view models of the screen.

mod agreements;
mod brief;
mod compare;
mod data;
mod findings;
mod groupings;
mod instruments;
mod method;
mod overview;
mod positions;
mod states;
mod subject;

use super::model::ViewContent;
use crate::state::Route;
use crate::view::{self, ViewContext};

/// Returns what the view of a state says. The deck is no view of the data.
pub fn content(cx: ViewContext) -> ViewContent {
    match cx.state.route() {
        Route::Overview => overview::overview(&view::overview(cx)),
        Route::Timeline => overview::timeline(&view::timeline(cx)),
        Route::Figures => overview::figures(&view::figures(cx)),
        Route::States | Route::Pairs => states::states(&view::columns_view(cx)),
        Route::Instruments => instruments::instruments(cx, &view::instruments(cx)),
        Route::Findings => findings::findings(cx, &view::findings(cx)),
        Route::Perspectives => findings::perspectives(&view::perspectives(cx)),
        Route::Compare => compare::compare(cx, &view::compare(cx)),
        Route::Groups => groupings::groups(cx, &view::groups(cx)),
        Route::Positions => positions::positions(&view::positions(cx)),
        Route::Method => method::method(&view::method(cx)),
        Route::Agreements => agreements::agreements(cx, &view::agreements(cx)),
        Route::Network => agreements::network(&view::network(cx)),
        Route::Data => data::data(&view::data(cx)),
        Route::State | Route::About => subject::subject(cx, &view::state_page(cx)),
        Route::Brief | Route::BriefTogether => brief::brief(cx, &view::brief(cx)),
        Route::Deck => ViewContent { title: view::view_name(cx), ..ViewContent::default() },
    }
}
