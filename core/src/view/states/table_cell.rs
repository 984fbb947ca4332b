//! A cell of either table: its pieces, its accessible name and its evidence.

use super::cells::{evidence, state_parts};
use super::model::{CellPart, TableCell};
use super::pair_cells::parts as pair_parts;
use super::rows::RowOf;
use crate::columns::Column;
use crate::state::{CUSTOM_SCHEME_KEY, Evidence};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::column_words::column_label;
use crate::view::words::glyph::Glyph;

/// Returns the cell of a row and a column.
pub(super) fn cell(cx: ViewContext, row: RowOf, name: &str, column: Column) -> TableCell {
    let value = row.value(cx, column);
    let (parts, open) = match row {
        RowOf::State(state) => (state_parts(cx, state, column, &value), evidence(state, column)),
        RowOf::Pair(pair) => pair_parts(cx, pair, column, &value),
    };
    let open = own_scheme(cx, column, open);
    let said = parts.iter().map(|part| said(cx, part)).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let values = [("state", name), ("instrument", &*column_label(cx, column)), ("word", &*said.join(" "))];
    TableCell { label: cx.formatter().format(Key::CellLabel, &values), parts, open: cx.evidence_link(open) }
}

/// Groups of the reader's own grouping have the grouping as evidence, if it is active.
fn own_scheme(cx: ViewContext, column: Column, open: Evidence) -> Evidence {
    let active = cx.scheme().is_some_and(|scheme| scheme.key == CUSTOM_SCHEME_KEY);
    match open {
        Evidence::Column(state, ..) if column.is_of_own(cx.ds) => {
            if active {
                Evidence::CustomScheme
            } else {
                Evidence::State(state)
            }
        }
        other => other,
    }
}

/// Returns the words of a piece of a cell.
fn said(cx: ViewContext, part: &CellPart) -> String {
    match part {
        CellPart::Number(text) | CellPart::Word(text) | CellPart::Note(text) => text.clone(),
        CellPart::Mark(Glyph::NotMentioned) => cx.formatter().text(Key::NotMentioned),
        CellPart::Mark(_) | CellPart::Marks(_) => String::new(),
    }
}
