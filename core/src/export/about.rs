//! Sheet of a workbook that describes the file: its content, its link and its columns.

use super::columns::{Column, columns_of};
use super::grid::Grid;
use super::origin::{self, Origin};
use super::words::*;
use super::workbook::{Sheet, SheetCell};
use crate::state::{Table, View, ViewState, encode};
use crate::text::Lang;
use crate::view::codebook::{Collection, Kind, Meaning, shown};
use crate::view::{cite, filter_bar, table_title};

/// The sheet under construction, in one language.
struct About {
    lang: Lang,
    sheet: Sheet,
}

/// Describes a table as the view shows it.
pub(super) fn of_shown(origin: Origin, table: Table, grid: &Grid) -> Sheet {
    let cx = origin.cx;
    let mut about = About::new(origin);
    let name = table_title(cx, table);
    about.line(CONTENTS, &about.word(AS_SHOWN).replace("{name}", &name));
    about.line(LINK, &link(origin, table));
    about.line(ROWS, &grid.rows.len().to_string());
    let chips = filter_bar(cx).chips;
    let filters = chips.iter().map(|chip| chip.label.as_str()).collect::<Vec<_>>().join("; ");
    about.line(FILTERS, if filters.is_empty() { about.word(NO_FILTERS) } else { &filters });
    about.general(origin);
    about.column_headers();
    for (header, column) in grid.headers.iter().zip(shown(table)) {
        about.row([header, about.word(column.meaning()), &column.words(about.lang)]);
    }
    about.sheet
}

/// Describes collections with all their rows and columns.
pub(super) fn of_collections(origin: Origin, collections: &[Collection]) -> Sheet {
    let mut about = About::new(origin);
    let contents = match collections {
        [one] => about.word(COLLECTION).replace("{name}", one.name),
        _ => about.word(DATASET).to_owned(),
    };
    about.line(CONTENTS, &contents);
    about.line(LINK, &link(origin, origin.cx.state.table));
    about.general(origin);
    about.line(JOINED, about.word(LISTS));
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
fn link(origin: Origin, table: Table) -> String {
    let state = ViewState { view: View::Data, table, page: 0, open: None, ..origin.cx.state.clone() };
    format!("{}{}", origin.address.unwrap_or_default(), encode(&state, origin.cx.ds))
}

impl About {
    fn new(origin: Origin) -> Self {
        let lang = origin.cx.state.lang;
        let mut about = Self { lang, sheet: Sheet::default() };
        let name = about.word(ABOUT);
        about.sheet.name = name.to_owned();
        about.header_row([name, &origin.cx.formatter().localized(&origin.cx.ds.meta.title), ""]);
        about
    }

    fn word(&self, [en, ru]: Meaning) -> &'static str {
        if self.lang == Lang::En { en } else { ru }
    }

    /// Adds the notes that apply to every file.
    fn general(&mut self, origin: Origin) {
        let known = origin.cx.formatter().date(origin.cx.ds.meta.knowledge_date);
        self.line(KNOWN, &format!("{known}\n{}", self.word(KNOWS)));
        self.line(EMPTY_CELLS, self.word(EMPTY));
        self.line(LICENSED, &format!("{}\n{}", origin::LICENCE, self.word(LICENCE)));
        self.line(CITED, &cite(origin.cx));
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

    fn line(&mut self, name: Meaning, text: &str) {
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
