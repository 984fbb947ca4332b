//! Tables: as shown in a view, of a collection, and in long format.

use super::columns::{by_id, columns_of};
use super::grid::Grid;
use super::workbook::SheetCell;
use crate::model::JsonNode;
use crate::state::Table;
use crate::view::codebook::{Collection, LONG_TABLE};
use crate::view::{ViewContext, whole_table};

/// Returns a table as shown, in the active language, with the rows of all its pages.
pub fn shown(cx: ViewContext, table: Table) -> Grid {
    let mut lines = whole_table(cx, table).into_iter();
    let headers = lines.next().unwrap_or_default();
    Grid { headers, rows: lines.map(|line| line.into_iter().map(SheetCell::from).collect()).collect() }
}

/// Returns the table of a collection, one row per item.
pub fn collection(bundle: &JsonNode, collection: &Collection) -> Grid {
    let found = collection.path.iter().fold(bundle, |value, step| value.get(step));
    let rows = if let JsonNode::List(rows) = found { rows } else { std::slice::from_ref(found) };
    table(bundle, collection, rows)
}

/// Returns the table in long (tidy) format: one row per finding, state, theme and voice.
pub fn long(bundle: &JsonNode) -> Grid {
    table(bundle, &LONG_TABLE, &long_rows(bundle))
}

fn long_rows<'a>(bundle: &JsonNode<'a>) -> Vec<JsonNode<'a>> {
    let mut rows = Vec::new();
    for finding in bundle.get("findings").items() {
        for state in items_or_null(finding.get("scope").get("states")) {
            for theme in items_or_null(finding.get("themes")) {
                let parent = by_id(bundle, "themes", theme).get("parent");
                for voice in items_or_null(finding.get("voices")) {
                    let fields = LONG_TABLE.fields.iter().map(|field| {
                        let value = match field.name {
                            "finding" => finding.get("id"),
                            "state" => state,
                            "theme" => theme,
                            "theme_parent" => parent,
                            "voice" => voice,
                            name => finding.get(name),
                        };
                        (field.name.into(), value.clone())
                    });
                    rows.push(JsonNode::Object(fields.collect()));
                }
            }
        }
    }
    rows
}

/// Returns the items of a list, or a single null item if it is empty, so that no row is lost.
fn items_or_null<'n, 'a>(list: &'n JsonNode<'a>) -> &'n [JsonNode<'a>] {
    match list.items() {
        [] => &[JsonNode::Null],
        items => items,
    }
}

pub(super) fn table(bundle: &JsonNode, collection: &Collection, rows: &[JsonNode]) -> Grid {
    let columns = columns_of(collection);
    let row = |row: &JsonNode| columns.iter().map(|column| column.cell(bundle, row)).collect();
    Grid {
        headers: columns.iter().map(|column| column.name.clone()).collect(),
        rows: rows.iter().map(row).collect(),
    }
}
