//! Texts of the exported files that no view shows, in English and Russian.
//!
//! They are not in `core/locales/`, which is loaded on every first visit (decision 0009).

use crate::view::codebook::BilingualText;

/// Note on the date up to which the report could know events.
pub(super) const NOTE_ON_CUTOFF_DATE: BilingualText =
    ["Up to when the report could know; EDTF", "По какое время доклад располагал сведениями; EDTF"];
/// Note on the licence.
pub(super) const NOTE_ON_LICENCE: BilingualText = [
    "Licence of the data; the text of the report is not included and remains its authors’",
    "Лицензия на данные; текст доклада не включён и принадлежит его авторам",
];
/// Note on joined values.
pub(super) const NOTE_ON_LISTS: BilingualText = [
    "Values of a list are joined by a semicolon and the objects of a list by a vertical bar, in each of their columns in the same order; such a sign inside a value has a backslash before it",
    "Значения списка соединены точкой с запятой, а объекты списка – вертикальной чертой, во всех их столбцах в одном порядке; перед таким знаком внутри значения стоит обратная косая черта",
];
/// Note on empty cells.
pub(super) const NOTE_ON_EMPTY_CELLS: BilingualText = [
    "An empty cell of what is coded from the report means that the report does not say: silence is not a no",
    "Пустая ячейка в закодированном на основе доклада означает, что в докладе об этом не сказано: молчание не означает «нет»",
];
/// Note on formulas in CSV.
pub(super) const NOTE_ON_FORMULAS: BilingualText = [
    "A cell that a spreadsheet would run as a formula begins with an apostrophe",
    "Ячейка, которую электронная таблица приняла бы за формулу, начинается с апострофа",
];
/// Meaning of the `pages` columns.
pub(super) const PAGES: BilingualText =
    ["Pages of these sources in the report", "Страницы этих источников в докладе"];

/// Name of the explanatory sheet.
pub(super) const ABOUT: BilingualText = ["About this file", "Об этом файле"];
/// Labels of its entries.
pub(super) const CONTENTS: BilingualText = ["Contents", "Содержание"];
pub(super) const LINK: BilingualText = ["Link", "Ссылка"];
pub(super) const ROWS: BilingualText = ["Rows", "Строки"];
pub(super) const FILTERS: BilingualText = ["Filters", "Фильтры"];
pub(super) const ORDER: BilingualText = ["Order", "Порядок"];
pub(super) const OWN_ORDER: BilingualText = ["That of the dataset", "Как в наборе данных"];
pub(super) const BY_COLUMN: BilingualText = ["By “{head}”", "По столбцу «{head}»"];
pub(super) const BY_COLUMN_DOWN: BilingualText = ["By “{head}”, last first", "По столбцу «{head}», обратный"];
pub(super) const KNOWN: BilingualText = ["Date of knowledge", "Дата сведений"];
pub(super) const VERSION: BilingualText = ["Version", "Версия"];
pub(super) const VERSIONS: BilingualText =
    ["Data {data}, program {program}", "Данные {data}, программа {program}"];
/// Note on the version of the data.
pub(super) const NOTE_ON_DATA_VERSION: BilingualText = [
    "Fingerprint of the data, which changes with any of them",
    "Отпечаток данных, который меняется с любым их изменением",
];
pub(super) const LICENSED: BilingualText = ["Licence", "Лицензия"];
pub(super) const CITED: BilingualText = ["How to cite", "Как цитировать"];
pub(super) const EMPTY_CELLS: BilingualText = ["Empty cells", "Пустые ячейки"];
pub(super) const JOINED: BilingualText = ["Lists in a cell", "Списки в ячейке"];
/// Headers of its table of columns.
pub(super) const COLUMNS: [BilingualText; 3] =
    [["Column", "Столбец"], ["Meaning", "Значение"], ["What it may hold", "Что может содержать"]];
/// Content of the columns of a text.
pub(super) const IN_ENGLISH: BilingualText = ["text in English", "текст на английском языке"];
pub(super) const IN_RUSSIAN: BilingualText = ["text in Russian", "текст на русском языке"];
/// Note on tables as shown.
pub(super) const AS_SHOWN: BilingualText = [
    "Table “{name}”, the columns and order of the page",
    "Таблица «{name}», столбцы и порядок как на странице",
];
pub(super) const COLLECTION: BilingualText = ["All rows and columns: {name}", "Все строки и столбцы: {name}"];
pub(super) const DATASET: BilingualText =
    ["The whole dataset, a sheet for each collection", "Весь набор данных, по листу на каждую таблицу"];
pub(super) const NO_FILTERS: BilingualText = ["None: every row of the table", "Нет: все строки таблицы"];
pub(super) const KNOWS: BilingualText = [
    "The report could know up to this date; what changed later is not in the data",
    "По это время доклад располагал сведениями; более поздние изменения в данные не входят",
];
