//! Order of the findings.
//!
//! Without a search, the report's summary of conclusions stands first, as it says most in least;
//! then its chapters, the introduction and the appendices. Within each, the report's order.

use crate::model::{Dataset, FindingId, SectionId};
use crate::state::{Action, FindingOrder};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::state_order::{OrderMenu, OrderOption};

/// Returns findings, given in the report's order or by relevance, in the order of the state.
pub(super) fn ordered(cx: ViewContext, ids: &[FindingId]) -> Vec<FindingId> {
    let mut ids = ids.to_vec();
    if cx.state.search.is_empty() && cx.state.finding_order == FindingOrder::Conclusions {
        ids.sort_by_cached_key(|id| rank(cx.ds, cx.ds.finding(*id).section));
    }
    ids
}

/// Returns the rank of the part of the report that a section belongs to.
fn rank(ds: &Dataset, section: SectionId) -> u8 {
    let part = std::iter::successors(Some(section), |id| ds.section(*id).parent).last().unwrap_or(section);
    match &*ds.section(part).key {
        "summary" => 0,
        "intro" => 2,
        key if key.starts_with("annex") => 3,
        _ => 1,
    }
}

/// Returns the menu of orders; `None` while a search orders by relevance.
pub(super) fn order_menu(cx: ViewContext) -> Option<OrderMenu> {
    let fmt = cx.formatter();
    let option = |order: &FindingOrder| OrderOption {
        label: fmt.text(match order {
            FindingOrder::Conclusions => Key::OrderConclusions,
            FindingOrder::Report => Key::OrderReport,
        }),
        current: cx.state.finding_order == *order,
        action: Action::FindingOrder(*order),
    };
    cx.state.search.is_empty().then(|| OrderMenu {
        label: fmt.text(Key::SortLabel),
        options: FindingOrder::ALL.iter().map(option).collect(),
    })
}
