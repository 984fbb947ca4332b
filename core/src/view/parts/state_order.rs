//! Order of states: by name unless the reader selects another one.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::measures::{TreatyRecords, Tree, UndefinedMeasure, tree};
use crate::analysis::party_status;
use crate::model::*;
use crate::state::{Action, StateOrder};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::measures::why;

/// Menu of orders.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct OrderMenu {
    pub label: String,
    pub options: Vec<OrderOption>,
}

/// Order in the menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct OrderOption {
    pub label: String,
    pub current: bool,
    /// What choosing it does.
    #[cfg_attr(feature = "author", serde(skip))]
    pub action: Action,
}

/// Returns the menu of the orders that a view has.
pub(crate) fn order_menu(cx: ViewContext, orders: &[StateOrder]) -> OrderMenu {
    let fmt = cx.formatter();
    let now = if orders.contains(&cx.state.order) { cx.state.order } else { StateOrder::Name };
    let option = |order: &StateOrder| OrderOption {
        label: fmt.text(order_label(*order)),
        current: now == *order,
        action: Action::StateOrder(*order),
    };
    OrderMenu { label: fmt.text(Key::SortLabel), options: orders.iter().map(option).collect() }
}

fn order_label(order: StateOrder) -> Key {
    match order {
        StateOrder::Name => Key::OrderName,
        StateOrder::Count => Key::OrderCount,
        StateOrder::Similarity => Key::OrderSimilarity,
    }
}

/// Returns a sentence on an order that is not by name; if similarity is undefined, the reason.
pub(crate) fn order_sentence(cx: ViewContext) -> Option<String> {
    let fmt = cx.formatter();
    match cx.state.order {
        StateOrder::Name => None,
        StateOrder::Count => Some(fmt.text(Key::OrderedByCount)),
        StateOrder::Similarity => Some(match similarity_tree(cx) {
            Ok(_) => fmt.text(Key::OrderedBySimilarity),
            Err(reason) => why(fmt, reason),
        }),
    }
}

/// Returns the dendrogram of all states on the view's date.
///
/// Ties are broken by id, so that both languages show the same tree.
pub(crate) fn similarity_tree(cx: ViewContext) -> Result<Tree, UndefinedMeasure> {
    let states: Vec<_> = cx.ds.all_states().iter().collect();
    tree(&TreatyRecords::of(cx.ds, cx.as_of()), &states)
}

/// Returns states in the selected order.
///
/// By name; by number of instruments, descending, ties by name; or as leaves of the dendrogram, by
/// name if there is none.
pub(crate) fn ordered_states(cx: ViewContext, states: StateSet) -> Vec<StateId> {
    let by_name = cx.formatter().sorted(states);
    match cx.state.order {
        StateOrder::Name => by_name,
        StateOrder::Count => {
            // Insertion after equal counts keeps ties in order of name.
            let mut placed: Vec<(usize, StateId)> = Vec::with_capacity(by_name.len());
            for state in by_name {
                let n = instruments_joined(cx, state);
                placed.insert(placed.partition_point(|(before, _)| *before >= n), (n, state));
            }
            placed.into_iter().map(|(_, state)| state).collect()
        }
        StateOrder::Similarity => match similarity_tree(cx) {
            Ok(tree) => tree.leaves.into_iter().filter(|state| states.has(*state)).collect(),
            Err(_) => by_name,
        },
    }
}

/// Returns the number of instruments that a state is party to on the view's date.
fn instruments_joined(cx: ViewContext, state: StateId) -> usize {
    let party = |i: &InstrumentId| party_status(cx.ds, cx.as_of(), state, *i).is_party();
    cx.ds.instrument_ids().filter(party).count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;
    use crate::query::FindingsIndex;
    use crate::state::decode;

    fn keys(link: &str) -> String {
        let ds = crate::embedded().unwrap();
        let (index, decoded) = (FindingsIndex::new(&ds), decode(link, &ds));
        let cx = ViewContext { ds: &ds, index: &index, state: &decoded.state };
        let states = ordered_states(cx, cx.visible_states());
        states.into_iter().map(|s| ds.state(s).key.clone()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn by_name_by_count_by_similarity() {
        let name = "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB";
        assert_eq!(keys("#/instruments"), name);
        // Nine, seven, six and five instruments, from the report's table.
        assert_eq!(keys("#/instruments?v=1&sort=count"), "ARM AZE GEO KGZ RUS BLR MDA TJK TKM UKR UZB KAZ");
        assert_eq!(
            keys("#/instruments?v=1&sort=similarity"),
            "ARM AZE BLR MDA UKR UZB GEO KGZ RUS TJK TKM KAZ"
        );
        assert_eq!(keys("#/instruments?v=1&sort=similarity&s=KAZ.BLR.AZE"), "AZE BLR KAZ");
        // Two or more states without a record: similarity is undefined, so the order is by name.
        assert_eq!(keys("#/instruments?v=1&sort=similarity&asof=1992-01-01"), name);
    }
}
