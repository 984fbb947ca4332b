//! Sheet of a workbook that describes the file: its content, its link and its columns.

use super::columns::{Column, columns_of};
use super::grid::Grid;
use super::input::{self, ExportInput};
use super::words::*;
use super::workbook::{Sheet, SheetCell};
use crate::model::fingerprint;
use crate::state::{Table, View, ViewState, encode};
use crate::text::Lang;
use crate::view::codebook::{BilingualText, Collection, Kind, shown};
use crate::view::{cite, table_choice, table_title};

/// The sheet under construction, in one language.
struct About {
    lang: Lang,
    sheet: Sheet,
}

/// Describes a table as the view shows it.
pub(super) fn of_shown(input: ExportInput, table: Table, grid: &Grid) -> Sheet {
    let cx = input.cx;
    let mut about = About::new(input);
    let name = table_title(cx, table);
    about.line(CONTENTS, &about.word(AS_SHOWN).replace("{name}", &name));
    about.line(LINK, &link(input, table));
    about.line(ROWS, &grid.rows.len().to_string());
    let (filters, order) = table_choice(cx);
    let filters = filters.join("; ");
    about.line(FILTERS, if filters.is_empty() { about.word(NO_FILTERS) } else { &filters });
    let order = order.map_or(about.word(OWN_ORDER).to_owned(), |(head, sort)| {
        about.word(if sort.descending { BY_COLUMN_DOWN } else { BY_COLUMN }).replace("{head}", &head)
    });
    about.line(ORDER, &order);
    about.general(input);
    about.column_headers();
    for (header, column) in grid.headers.iter().zip(shown(table)) {
        about.row([header, about.word(column.meaning()), &column.words(about.lang)]);
    }
    about.sheet
}

/// Describes collections with all their rows and columns.
pub(super) fn of_collections(input: ExportInput, collections: &[Collection]) -> Sheet {
    let mut about = About::new(input);
    let contents = match collections {
        [one] => about.word(COLLECTION).replace("{name}", one.name),
        _ => about.word(DATASET).to_owned(),
    };
    about.line(CONTENTS, &contents);
    about.line(LINK, &link(input, input.cx.state.table));
    about.general(input);
    about.line(JOINED, about.word(NOTE_ON_LISTS));
    about.column_headers();
    for collection in collections {
        about.header_row([collection.name, about.word(collection.meaning), ""]);
        for column in columns_of(collection) {
            about.row([&column.name, about.word(column.meaning()), &about.holds(&column)]);
        }
    }
    about.sheet
}

/// Returns the link to a table.
fn link(input: ExportInput, table: Table) -> String {
    let state = ViewState { view: View::Data, table, page: 0, open: None, ..input.cx.state.clone() };
    format!("{}{}", input.address.unwrap_or_default(), encode(&state, input.cx.ds))
}

impl About {
    fn new(input: ExportInput) -> Self {
        let lang = input.cx.state.lang;
        let mut about = Self { lang, sheet: Sheet::default() };
        let name = about.word(ABOUT);
        about.sheet.name = name.to_owned();
        about.header_row([name, &input.cx.formatter().localized(&input.cx.ds.meta.title), ""]);
        about
    }

    fn word(&self, [en, ru]: BilingualText) -> &'static str {
        if self.lang == Lang::En { en } else { ru }
    }

    /// Adds the notes that apply to every file.
    fn general(&mut self, input: ExportInput) {
        let known = input.cx.formatter().date(input.cx.ds.meta.knowledge_date);
        self.line(KNOWN, &format!("{known}\n{}", self.word(KNOWS)));
        let versions = self.word(VERSIONS).replace("{data}", &fingerprint(input.json));
        self.line(VERSION, &versions.replace("{program}", input.program));
        self.line(EMPTY_CELLS, self.word(NOTE_ON_EMPTY_CELLS));
        self.line(LICENSED, &format!("{}\n{}", input::LICENCE, self.word(NOTE_ON_LICENCE)));
        self.line(CITED, &cite(input.cx));
    }

    /// Returns the possible content of a column.
    fn holds(&self, column: &Column) -> String {
        match column.field.kind {
            _ if column.pages => String::new(),
            Kind::Text if column.path.ends_with(&[Lang::En.tag()]) => self.word(IN_ENGLISH).to_owned(),
            Kind::Text => self.word(IN_RUSSIAN).to_owned(),
            _ => column.field.values(self.lang),
        }
    }

    fn line(&mut self, name: BilingualText, text: &str) {
        self.row([self.word(name), text, ""]);
    }

    fn column_headers(&mut self) {
        self.row([""; 3]);
        self.header_row(COLUMNS.map(|name| self.word(name)));
    }

    fn header_row(&mut self, cells: [&str; 3]) {
        self.sheet.header_rows.push(self.sheet.rows.len());
        self.row(cells);
    }

    fn row(&mut self, cells: [&str; 3]) {
        self.sheet.rows.push(cells.map(SheetCell::from).to_vec());
    }
}
