//! Columns of a collection, and their cells in a row.

use std::iter::once;

use super::words;
use super::workbook::SheetCell;
use crate::model::JsonNode;
use crate::text::Lang;
use crate::view::codebook::{Collection, Field, Kind};

/// Separator of the values of a list.
const LIST: &str = ";";

/// Separator of the objects of a list.
const OBJECTS: &str = "|";

pub(super) fn by_id<'n, 'a>(bundle: &'n JsonNode<'a>, collection: &str, id: &JsonNode) -> &'n JsonNode<'a> {
    let found = bundle.get(collection).items().iter().find(|item| item.get("id") == id);
    found.unwrap_or(&JsonNode::Null)
}

/// A column of a collection's table.
pub(super) struct Column {
    pub name: String,
    /// Field names down to the value; for a text, its language comes last.
    pub path: Vec<&'static str>,
    /// Whether the column has the pages of the sources instead of their ids.
    pub pages: bool,
    /// Whether a cell may hold several values, joined.
    #[cfg_attr(not(feature = "author"), allow(dead_code, reason = "for the data package"))]
    pub joined: bool,
    /// Whether a cell may be empty.
    #[cfg_attr(not(feature = "author"), allow(dead_code, reason = "for the data package"))]
    pub optional: bool,
    /// Field of the codebook.
    pub field: &'static Field,
}

/// Adds the columns of fields to `all`, below the fields of a path.
fn push_columns(fields: &'static [Field], prefix: &[&'static str], above: [bool; 2], all: &mut Vec<Column>) {
    for field in fields {
        let [joined, optional] = [above[0] || field.many, above[1] || field.optional];
        let path: Vec<&'static str> = prefix.iter().copied().chain(once(field.name)).collect();
        let mut add = |path: &[&'static str], pages: bool| {
            let name = path.join("_");
            let name = if pages { name.replace("sources", "pages") } else { name };
            all.push(Column { name, path: path.to_vec(), pages, joined, optional, field });
        };
        match field.kind {
            Kind::Of(inside) => push_columns(inside, &path, [joined, optional], all),
            Kind::OwnTable(_) => {}
            Kind::Text => {
                for lang in Lang::ALL {
                    add(&path.iter().copied().chain(once(lang.tag())).collect::<Vec<_>>(), false);
                }
            }
            _ => {
                add(&path, false);
                if field.name == "sources" {
                    add(&path, true);
                }
            }
        }
    }
}

pub(super) fn columns_of(collection: &Collection) -> Vec<Column> {
    let mut all = Vec::new();
    push_columns(collection.fields, &[], [false; 2], &mut all);
    all
}

impl Column {
    /// Returns the cell of a row.
    ///
    /// It is a number only if the value is a single whole number. Joined values, dates and
    /// ids stay text, so that no spreadsheet turns them into a date or drops a zero.
    pub(super) fn cell(&self, bundle: &JsonNode, row: &JsonNode) -> SheetCell {
        if let JsonNode::Whole(number) = self.path.iter().fold(row, |value, step| value.get(step)) {
            return SheetCell::Whole(*number);
        }
        let text = cell_text(row, &self.path);
        match self.field.kind {
            _ if self.pages => pages_of_sources(bundle, &text).into(),
            // The bundle omits `false`.
            Kind::YesNo if text.is_empty() => false.to_string().into(),
            _ => text.into(),
        }
    }
}

/// Returns the value at the end of a path as the text of a cell.
pub(super) fn cell_text(value: &JsonNode, path: &[&str]) -> String {
    match (value, path) {
        (JsonNode::List(list), _) => {
            let separator = if path.is_empty() { LIST } else { OBJECTS };
            let parts: Vec<String> =
                list.iter().map(|item| escape_separator(&cell_text(item, path), separator)).collect();
            parts.join(separator)
        }
        (JsonNode::Object(_), [step, rest @ ..]) => cell_text(value.get(step), rest),
        (JsonNode::Text(text), []) => text.clone().into_owned(),
        (JsonNode::Bool(yes), []) => yes.to_string(),
        (JsonNode::Whole(number), []) => number.to_string(),
        _ => String::new(),
    }
}

/// Escapes the separator inside a part of a joined cell with a backslash.
fn escape_separator(part: &str, separator: &str) -> String {
    part.replace(separator, &format!("\\{separator}"))
}

/// Returns the pages of the sources, each once, in order.
fn pages_of_sources(bundle: &JsonNode, sources: &str) -> String {
    let mut pages = Vec::new();
    for id in sources.split(LIST) {
        let id = JsonNode::Text(id.into());
        let ends = by_id(bundle, "paragraphs", &id).get("pages").items();
        match (ends, by_id(bundle, "notes", &id).get("page")) {
            ([JsonNode::Whole(first), JsonNode::Whole(last)], _) => pages.extend(*first..=*last),
            (_, JsonNode::Whole(page)) => pages.push(*page),
            _ => {}
        }
    }
    pages.sort_unstable();
    pages.dedup();
    pages.iter().map(u64::to_string).collect::<Vec<_>>().join(LIST)
}

impl Column {
    pub(super) fn meaning(&self) -> [&'static str; 2] {
        if self.pages { words::PAGES } else { self.field.meaning }
    }
}

/// Describes the possible values of a column, for the data dictionary.
pub(super) fn possible_values(column: &Column) -> String {
    match column.field.kind {
        _ if column.pages => "number".to_owned(),
        Kind::Word(words) => words.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(";"),
        Kind::Text => format!("text ({})", column.path.last().copied().unwrap_or_default()),
        Kind::Plain => "text".to_owned(),
        Kind::Date => "EDTF date".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::YesNo => "true;false".to_owned(),
        Kind::Ref(of) => format!("id of {of}"),
        Kind::Id | Kind::Of(_) | Kind::OwnTable(_) => "id".to_owned(),
    }
}
