//! WHAT TO TAKE ALONG: the dataset as files for spreadsheets and statistics. Text only: who wants a file writes it.
//!
//! Columns come from the codebook (`view::codebook`), cells from the bundle itself: no table can lack a field. A text
//! is two columns (`summary_en`, `summary_ru`). Of an object every field is a column (`scope_kind`). Values of a list
//! are joined by `;`, the objects of a list by `|`, in every column in the same order. `sources` have their `pages`
//! beside them.

mod csv;

use std::iter::once;

pub use csv::{Csv, harmless};

use crate::model::Node;
use crate::state::{Table, ViewState, own_file};
use crate::text::{Key, Lang, t};
use crate::view::codebook::{COLLECTIONS, Collection, Field, Kind, LONG_TABLE, collection as named};
use crate::view::{Asked, cite, is_derived, whole_table};

/// Joins the values of a list.
const LIST: &str = ";";
/// Joins the objects of a list.
const OBJECTS: &str = "|";
/// The licence of the data.
pub const LICENCE: &str = "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/legalcode";

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its type.
    pub mime: &'static str,
    /// What stands in it.
    pub text: String,
}

/// The file of a name that is offered: `bundle`, `dictionary`, `long`, `collection:findings`, `shown:coverage`, and
/// `grouping`, the reader's own. `json` is the bundle that the dataset was read from.
pub fn file(asked: Asked, json: &str, wanted: &str) -> Option<File> {
    let id = &asked.ds.meta.key;
    let csv = |name: &str, text: String| File { name: format!("{id}_{name}.csv"), mime: "text/csv", text };
    if wanted == "grouping" {
        let own = asked.state.own.as_ref()?;
        let (name, text) = ("grouping.json".to_owned(), own_file::write(asked.ds, own));
        return Some(File { name, mime: "application/json", text });
    }
    if wanted == "bundle" {
        return Some(File { name: format!("{id}.json"), mime: "application/json", text: json.to_owned() });
    }
    if let Some(table) = wanted.strip_prefix("shown:") {
        let table = Table::from_url(table)?;
        return Some(csv(&format!("{}.{}", table.url(), asked.state.lang.tag()), shown(asked, table)));
    }
    let bundle = Node::parse(json).ok()?;
    if wanted == "dictionary" {
        let knowledge = cell(&bundle, &["meta", "knowledge_date"]);
        return Some(csv(wanted, dictionary(asked, &knowledge)));
    }
    if wanted == LONG_TABLE.name {
        return Some(csv(wanted, long(&bundle)));
    }
    let wanted = named(wanted.strip_prefix("collection:")?)?;
    Some(csv(wanted.name, collection(&bundle, wanted)))
}

/// Every file that the Data view offers; a table that is none of the collections, in each language.
pub fn all(asked: Asked, json: &str) -> Vec<File> {
    let collections = COLLECTIONS.iter().map(|c| format!("collection:{}", c.name));
    let names = ["bundle", "dictionary", LONG_TABLE.name].map(String::from).into_iter().chain(collections);
    let derived = Table::ALL.iter().filter(|table| is_derived(**table));
    let shown = derived.flat_map(|table| Lang::ALL.map(|lang| (format!("shown:{}", table.url()), lang)));
    names
        .map(|name| (name, Lang::En))
        .chain(shown)
        .filter_map(|(name, lang)| {
            file(Asked { state: &ViewState { lang, ..asked.state.clone() }, ..asked }, json, &name)
        })
        .collect()
}

/// A table as it is shown, in the active language.
fn shown(asked: Asked, table: Table) -> String {
    let mut csv = Csv::default();
    whole_table(asked, table).iter().for_each(|line| csv.line(line));
    csv.finish()
}

/// A collection, a line for each row.
pub fn collection(bundle: &Node, collection: &Collection) -> String {
    let found = collection.path.iter().fold(bundle, |value, step| value.get(step));
    let rows = if let Node::List(rows) = found { rows } else { std::slice::from_ref(found) };
    table(bundle, collection, rows)
}

/// The tidy long table: a line for each finding, state, theme and voice.
pub fn long(bundle: &Node) -> String {
    table(bundle, &LONG_TABLE, &long_rows(bundle))
}

fn long_rows<'a>(bundle: &Node<'a>) -> Vec<Node<'a>> {
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
                    rows.push(Node::Object(fields.collect()));
                }
            }
        }
    }
    rows
}

/// The items of a list, or one that is nothing: no row may be lost.
fn some<'n, 'a>(list: &'n Node<'a>) -> &'n [Node<'a>] {
    match list.items() {
        [] => &[Node::Null],
        items => items,
    }
}

fn by_id<'n, 'a>(bundle: &'n Node<'a>, collection: &str, id: &Node) -> &'n Node<'a> {
    let found = bundle.get(collection).items().iter().find(|item| item.get("id") == id);
    found.unwrap_or(&Node::Null)
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

fn table(bundle: &Node, collection: &Collection, rows: &[Node]) -> String {
    let columns = columns_of(collection);
    let mut csv = Csv::default();
    csv.line(&columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>());
    for row in rows {
        let cell = |column: &Column| {
            let text = cell(row, &column.path);
            match column.field.kind {
                _ if column.pages => pages(bundle, &text),
                // The bundle leaves out what is false.
                Kind::YesNo if text.is_empty() => false.to_string(),
                _ => text,
            }
        };
        csv.line(&columns.iter().map(cell).collect::<Vec<_>>());
    }
    csv.finish()
}

/// What stands at the end of the way.
fn cell(value: &Node, path: &[&str]) -> String {
    match (value, path) {
        (Node::List(list), _) => {
            let joint = if path.is_empty() { LIST } else { OBJECTS };
            let parts: Vec<String> = list.iter().map(|item| apart(&cell(item, path), joint)).collect();
            parts.join(joint)
        }
        (Node::Object(_), [step, rest @ ..]) => cell(value.get(step), rest),
        (Node::Text(text), []) => text.clone().into_owned(),
        (Node::Bool(yes), []) => yes.to_string(),
        (Node::Whole(number), []) => number.to_string(),
        _ => String::new(),
    }
}

/// A part of a joined cell: the joint inside it has a backslash before it.
fn apart(part: &str, joint: &str) -> String {
    part.replace(joint, &format!("\\{joint}"))
}

/// The pages of sources, each once, in order.
fn pages(bundle: &Node, sources: &str) -> String {
    let mut pages = Vec::new();
    for id in sources.split(LIST) {
        let id = Node::Text(id.into());
        let ends = by_id(bundle, "paragraphs", &id).get("pages").items();
        match (ends, by_id(bundle, "notes", &id).get("page")) {
            ([Node::Whole(first), Node::Whole(last)], _) => pages.extend(*first..=*last),
            (_, Node::Whole(page)) => pages.push(*page),
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
pub fn dictionary(asked: Asked, knowledge: &str) -> String {
    let mut csv = Csv::default();
    csv.line(&["file", "column", "meaning_en", "meaning_ru", "values"].map(String::from));
    let id = &asked.ds.meta.key;
    let both = |key| Lang::ALL.map(|lang| t(lang, key).to_owned());
    let cites =
        Lang::ALL.map(|lang| cite(Asked { state: &ViewState { lang, ..asked.state.clone() }, ..asked }));
    for (name, [en, ru], values) in [
        ("knowledge_date", both(Key::DictionaryKnowledge), knowledge.to_owned()),
        ("licence", both(Key::DictionaryLicence), LICENCE.to_owned()),
        ("citation", cites, String::new()),
        ("lists", both(Key::DictionaryLists), String::new()),
        ("empty", both(Key::DictionaryEmpty), String::new()),
        ("formulas", both(Key::DictionaryFormulas), String::new()),
    ] {
        csv.line(&["*".to_owned(), name.to_owned(), en, ru, values]);
    }
    for collection in COLLECTIONS.iter().chain(once(&LONG_TABLE)) {
        let file = format!("{id}_{}.csv", collection.name);
        let [en, ru] = collection.meaning.map(String::from);
        csv.line(&[file.clone(), String::new(), en, ru, String::new()]);
        for column in columns_of(collection) {
            let [en, ru] = if column.pages {
                both(Key::DictionaryPages)
            } else {
                column.field.meaning.map(String::from)
            };
            csv.line(&[file.clone(), column.name.clone(), en, ru, values(&column)]);
        }
    }
    csv.finish()
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
