//! The link that makes sets of states the reader's own grouping.

use crate::columns::ColumnTable;
use crate::model::StateSet;
use crate::state::{CustomName, CustomScheme, ViewState, encode, with_custom_scheme};
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the link after a grouping of the reader's own becomes the active one.
pub(super) fn as_grouping(cx: ViewContext, groups: &[(String, StateSet)]) -> String {
    let groups: Vec<_> = groups.iter().map(|(name, states)| (CustomName::new(name), *states)).collect();
    let name = CustomName::new(&cx.formatter().text(Key::OwnGrouping));
    let own = CustomScheme::new(cx.ds, name, true, &groups);
    let mut next = with_custom_scheme(cx.state, Some(own));
    let before = next.clone();
    for table in [ColumnTable::States, ColumnTable::Pairs] {
        let selection = next.selection_mut(table);
        selection.forget_own_groups(cx.ds);
        selection.keep_existing(before.column_input(cx.ds));
    }
    encode(&ViewState { open: None, ..next }, cx.ds)
}
