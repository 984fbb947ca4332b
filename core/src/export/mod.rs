//! WHAT TO TAKE ALONG: the dataset as files for spreadsheets and statistics. Bytes only: who wants a file writes it.
//!
//! Columns come from the codebook (`view::codebook`), cells from the bundle itself: no table can lack a field. A text
//! is two columns (`summary_en`, `summary_ru`). Of an object every field is a column (`scope_kind`). Values of a list
//! are joined by `;`, the objects of a list by `|`, in every column in the same order. `sources` have their `pages`
//! beside them. A workbook has the same tables and a sheet that explains them (`about`).

mod about;
mod csv;
mod words;
mod workbook;

use std::iter::once;

pub use csv::{Csv, harmless};
pub use workbook::{LONGEST_TEXT, MIME as XLSX, Sheet, SheetCell, parts, workbook};

use crate::model::JsonNode;
use crate::state::{Table, View, ViewState};
use crate::text::Lang;
use crate::view::codebook::{COLLECTIONS, Collection, Field, Kind, LONG_TABLE, collection as named};
use crate::view::{ViewContext, cite, table_of, table_title, whole_table};

/// Joins the values of a list.
const LIST: &str = ";";
/// Joins the objects of a list.
const OBJECTS: &str = "|";
/// The licence of the data.
pub const LICENCE: &str = "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/legalcode";
/// Prefix of a file's name that asks for a workbook.
const WORKBOOK: &str = "xlsx:";

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its type.
    pub mime: &'static str,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(name: String, mime: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name, mime, bytes: bytes.into() }
    }
}

/// What files are made from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// Dataset, language, and what the link shows.
    pub asked: ViewContext<'a>,
    /// The bundle that the dataset was read from.
    pub json: &'a str,
    /// Address of the app before `#`, for links in workbooks; empty where it has none that others could follow.
    pub address: &'a str,
}

/// A table before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Cells, as many in each row as there are heads.
    pub rows: Vec<Vec<SheetCell>>,
}

impl Grid {
    fn csv(&self) -> Vec<u8> {
        let mut csv = Csv::default();
        csv.line(&self.heads);
        self.rows.iter().for_each(|row| csv.line(&row.iter().map(SheetCell::text).collect::<Vec<_>>()));
        csv.finish().into_bytes()
    }

    fn sheet(self, name: &str) -> Sheet {
        let heads = self.heads.into_iter().map(SheetCell::from).collect();
        let rows = once(heads).chain(self.rows).collect();
        Sheet { name: name.to_owned(), rows, heads: vec![0], table: true }
    }
}

/// The file of a name that is offered: `bundle`, `dictionary`, `long`, `collection:findings`, `shown:coverage`, as CSV or
/// JSON; `xlsx:long`, `xlsx:collection:findings`, `xlsx:shown:coverage`, `xlsx:all`, as workbooks.
pub fn file(origin: Origin, wanted: &str) -> Option<File> {
    if let Some(wanted) = wanted.strip_prefix(WORKBOOK) {
        let (name, sheets) = sheets(origin, wanted)?;
        return Some(File::new(format!("{name}.xlsx"), XLSX, workbook(&sheets)));
    }
    let asked = origin.asked;
    let id = &asked.ds.meta.key;
    if wanted == "bundle" {
        return Some(File::new(format!("{id}.json"), "application/json", origin.json));
    }
    let (name, grid) = match wanted {
        "dictionary" => {
            let bundle = JsonNode::parse(origin.json).ok()?;
            let knowledge = cell(&bundle, &["meta", "knowledge_date"]);
            (wanted.to_owned(), dictionary(asked, &knowledge))
        }
        _ => grid(origin, wanted)?,
    };
    Some(File::new(format!("{id}_{name}.csv"), "text/csv", grid.csv()))
}

/// A table, and what its file is called.
fn grid(origin: Origin, wanted: &str) -> Option<(String, Grid)> {
    if let Some(table) = wanted.strip_prefix("shown:") {
        let (table, lang) = (Table::from_url(table)?, origin.asked.state.lang.tag());
        return Some((format!("{}.{lang}", table.url()), shown(origin.asked, table)));
    }
    let bundle = JsonNode::parse(origin.json).ok()?;
    if wanted == LONG_TABLE.name {
        return Some((wanted.to_owned(), long(&bundle)));
    }
    let wanted = named(wanted.strip_prefix("collection:")?)?;
    Some((wanted.name.to_owned(), collection(&bundle, wanted)))
}

/// The sheets of a workbook, and the name of its file. What explains stands behind a table, and before the many of the dataset.
pub fn sheets(origin: Origin, wanted: &str) -> Option<(String, Vec<Sheet>)> {
    let asked = origin.asked;
    let (id, lang) = (&asked.ds.meta.key, asked.state.lang);
    let tag = lang.tag();
    if let Some(table) = wanted.strip_prefix("shown:").and_then(Table::from_url) {
        let (name, grid) = (table_title(asked, table), shown(asked, table));
        let about = about::of_shown(origin, table, &grid);
        return Some((format!("{id}_{}.{tag}", table.url()), vec![grid.sheet(&name), about]));
    }
    let bundle = JsonNode::parse(origin.json).ok()?;
    if wanted == "all" {
        let about = about::of_collections(origin, COLLECTIONS);
        let sheets = COLLECTIONS.iter().map(|c| collection(&bundle, c).sheet(c.name));
        return Some((format!("{id}.{tag}"), once(about).chain(sheets).collect()));
    }
    let (collection, grid) = match wanted.strip_prefix("collection:") {
        Some(name) => {
            let found = named(name)?;
            (found, collection(&bundle, found))
        }
        None if wanted == LONG_TABLE.name => (&LONG_TABLE, long(&bundle)),
        None => return None,
    };
    let about = about::of_collections(origin, std::slice::from_ref(collection));
    Some((format!("{id}_{}_all.{tag}", collection.name), vec![grid.sheet(collection.name), about]))
}

/// Every file that the Data view offers, the tables as shown and the workbooks in each language. `made` is called with each.
pub fn each<E>(origin: Origin, mut made: impl FnMut(File) -> Result<(), E>) -> Result<(), E> {
    let mut make = |name: &str, table: Option<Table>, lang: Lang| {
        let state = ViewState {
            lang,
            view: View::Data,
            table: table.unwrap_or_default(),
            ..origin.asked.state.clone()
        };
        let origin = Origin { asked: ViewContext { state: &state, ..origin.asked }, ..origin };
        file(origin, name).map_or(Ok(()), &mut made)
    };
    for name in ["bundle", "dictionary"] {
        make(name, None, Lang::En)?;
    }
    let collections = COLLECTIONS.iter().map(|c| (format!("collection:{}", c.name), table_of(c.name)));
    for (name, table) in collections.chain([(LONG_TABLE.name.to_owned(), Some(Table::Findings))]) {
        make(&name, table, Lang::En)?;
        for lang in Lang::ALL {
            make(&format!("{WORKBOOK}{name}"), table, lang)?;
        }
    }
    for lang in Lang::ALL {
        make(&format!("{WORKBOOK}all"), None, lang)?;
        for table in Table::ALL {
            let name = format!("shown:{}", table.url());
            make(&name, Some(*table), lang)?;
            make(&format!("{WORKBOOK}{name}"), Some(*table), lang)?;
        }
    }
    Ok(())
}

/// A table as it is shown, in the active language: its rows and columns in the view's order, on whatever page they stand.
pub fn shown(asked: ViewContext, table: Table) -> Grid {
    let mut lines = whole_table(asked, table).into_iter();
    let heads = lines.next().unwrap_or_default();
    Grid { heads, rows: lines.map(|line| line.into_iter().map(SheetCell::from).collect()).collect() }
}

/// A collection, a row for each of its own.
pub fn collection(bundle: &JsonNode, collection: &Collection) -> Grid {
    let found = collection.path.iter().fold(bundle, |value, step| value.get(step));
    let rows = if let JsonNode::List(rows) = found { rows } else { std::slice::from_ref(found) };
    table(bundle, collection, rows)
}

/// The tidy long table: a row for each finding, state, theme and voice.
pub fn long(bundle: &JsonNode) -> Grid {
    table(bundle, &LONG_TABLE, &long_rows(bundle))
}

fn long_rows<'a>(bundle: &JsonNode<'a>) -> Vec<JsonNode<'a>> {
    let mut rows = Vec::new();
    for finding in bundle.get("findings").items() {
        for state in some(finding.get("scope").get("states")) {
            for theme in some(finding.get("themes")) {
                let above = by_id(bundle, "themes", theme).get("parent");
                for voice in some(finding.get("voices")) {
                    let fields = LONG_TABLE.fields.iter().map(|field| {
                        let value = match field.name {
                            "finding" => finding.get("id"),
                            "state" => state,
                            "theme" => theme,
                            "theme_parent" => above,
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

/// The items of a list, or one that is nothing: no row may be lost.
fn some<'n, 'a>(list: &'n JsonNode<'a>) -> &'n [JsonNode<'a>] {
    match list.items() {
        [] => &[JsonNode::Null],
        items => items,
    }
}

fn by_id<'n, 'a>(bundle: &'n JsonNode<'a>, collection: &str, id: &JsonNode) -> &'n JsonNode<'a> {
    let found = bundle.get(collection).items().iter().find(|item| item.get("id") == id);
    found.unwrap_or(&JsonNode::Null)
}

/// A column of a collection's table.
struct Column {
    name: String,
    /// Fields on the way to the value, and the language of a text.
    path: Vec<&'static str>,
    /// Of the sources the pages, not the ids.
    pages: bool,
    /// The field that it shows.
    field: &'static Field,
}

fn columns(fields: &'static [Field], above: &[&'static str], all: &mut Vec<Column>) {
    for field in fields {
        let path: Vec<&'static str> = above.iter().copied().chain(once(field.name)).collect();
        let mut add = |path: &[&'static str], pages: bool| {
            let name = path.join("_");
            let name = if pages { name.replace("sources", "pages") } else { name };
            all.push(Column { name, path: path.to_vec(), pages, field });
        };
        match field.kind {
            Kind::Of(inside) => columns(inside, &path, all),
            Kind::Apart(_) => {}
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

fn columns_of(collection: &Collection) -> Vec<Column> {
    let mut all = Vec::new();
    columns(collection.fields, &[], &mut all);
    all
}

fn table(bundle: &JsonNode, collection: &Collection, rows: &[JsonNode]) -> Grid {
    let columns = columns_of(collection);
    let row = |row: &JsonNode| columns.iter().map(|column| column.cell(bundle, row)).collect();
    Grid {
        heads: columns.iter().map(|column| column.name.clone()).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

impl Column {
    /// The column's cell of a row. A number only where the codebook has a whole number that is no list: what is joined, a
    /// date and an id stay text, so nothing becomes a day or loses a zero.
    fn cell(&self, bundle: &JsonNode, row: &JsonNode) -> SheetCell {
        if let JsonNode::Whole(number) = self.path.iter().fold(row, |value, step| value.get(step)) {
            return SheetCell::Whole(*number);
        }
        let text = cell(row, &self.path);
        match self.field.kind {
            _ if self.pages => pages(bundle, &text).into(),
            // The bundle leaves out what is false.
            Kind::YesNo if text.is_empty() => false.to_string().into(),
            _ => text.into(),
        }
    }
}

/// What stands at the end of the way.
fn cell(value: &JsonNode, path: &[&str]) -> String {
    match (value, path) {
        (JsonNode::List(list), _) => {
            let joint = if path.is_empty() { LIST } else { OBJECTS };
            let parts: Vec<String> = list.iter().map(|item| apart(&cell(item, path), joint)).collect();
            parts.join(joint)
        }
        (JsonNode::Object(_), [step, rest @ ..]) => cell(value.get(step), rest),
        (JsonNode::Text(text), []) => text.clone().into_owned(),
        (JsonNode::Bool(yes), []) => yes.to_string(),
        (JsonNode::Whole(number), []) => number.to_string(),
        _ => String::new(),
    }
}

/// A part of a joined cell: the joint inside it has a backslash before it.
fn apart(part: &str, joint: &str) -> String {
    part.replace(joint, &format!("\\{joint}"))
}

/// The pages of sources, each once, in order.
fn pages(bundle: &JsonNode, sources: &str) -> String {
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

/// The data dictionary: every column of every file with its meaning in both languages; first what holds for all files.
///
/// `knowledge` is the day up to which the report could know, as the bundle writes it.
pub fn dictionary(asked: ViewContext, knowledge: &str) -> Grid {
    let heads = ["file", "column", "meaning_en", "meaning_ru", "values"].map(String::from).to_vec();
    let mut rows: Vec<Vec<SheetCell>> = Vec::new();
    let mut line = |cells: [&str; 5]| rows.push(cells.map(SheetCell::from).to_vec());
    let id = &asked.ds.meta.key;
    let [en, ru] = Lang::ALL
        .map(|lang| cite(ViewContext { state: &ViewState { lang, ..asked.state.clone() }, ..asked }));
    for (name, [en, ru], values) in [
        ("knowledge_date", words::KNOWLEDGE, knowledge),
        ("licence", words::LICENCE, LICENCE),
        ("citation", [&*en, &*ru], ""),
        ("lists", words::LISTS, ""),
        ("empty", words::EMPTY, ""),
        ("formulas", words::FORMULAS, ""),
    ] {
        line(["*", name, en, ru, values]);
    }
    for collection in COLLECTIONS.iter().chain(once(&LONG_TABLE)) {
        let file = format!("{id}_{}.csv", collection.name);
        let [en, ru] = collection.meaning;
        line([&file, "", en, ru, ""]);
        for column in columns_of(collection) {
            let [en, ru] = column.meaning();
            line([&file, &column.name, en, ru, &values(&column)]);
        }
    }
    Grid { heads, rows }
}

impl Column {
    fn meaning(&self) -> [&'static str; 2] {
        if self.pages { words::PAGES } else { self.field.meaning }
    }
}

/// What a column may hold, as a program reads it.
fn values(column: &Column) -> String {
    match column.field.kind {
        _ if column.pages => "number".to_owned(),
        Kind::Word(words) => words.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(";"),
        Kind::Text => format!("text ({})", column.path.last().copied().unwrap_or_default()),
        Kind::Plain => "text".to_owned(),
        Kind::Date => "EDTF date".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::YesNo => "true;false".to_owned(),
        Kind::Ref(of) => format!("id of {of}"),
        Kind::Id | Kind::Of(_) | Kind::Apart(_) => "id".to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]
mod tests;
