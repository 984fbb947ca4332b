//! The views: each asks the session for its model and draws it.

mod agreements;
mod compare;
mod data;
mod figures;
mod findings;
mod groups;
mod groups_tables;
mod instruments;
mod method;
mod method_beside;
mod method_splits;
mod network;
mod overview;
mod perspectives;
mod positions;
mod state;
mod tools;

pub use agreements::AgreementsPage;
pub use compare::ComparePage;
pub use data::DataPage;
pub use figures::FiguresPage;
pub use findings::FindingsPage;
pub use groups::GroupsPage;
pub use instruments::InstrumentsPage;
pub use method::MethodPage;
pub use network::NetworkPage;
pub use overview::OverviewPage;
pub use perspectives::PerspectivesPage;
pub use positions::PositionsPage;
pub use state::StatePage;

use cisconf_core::view::EvidenceLink;

use crate::components::evidence_button;
use crate::html::{AS_IT_IS, Fragment};

/// The hue of a group's place as an attribute; without a group none.
fn hue(at: Option<usize>) -> String {
    at.map(|at| (at % groups::HUES).to_string()).unwrap_or_default()
}

/// The head of a table.
fn write_heads(h: &mut Fragment, heads: &[String]) {
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head)));
    });
}

/// The head of a row, which opens its evidence.
fn write_row_head(h: &mut Fragment, open: &EvidenceLink, text: &str) {
    h.el("th", &[("scope", "row"), AS_IT_IS], |h| evidence_button(h, open, "", "opener", |h| h.text(text)));
}
