//! Meanings of the columns of the Data view's tables.
//!
//! A column that shows a field of the codebook refers to it; other columns have a text of their
//! own. Workbooks of these tables contain the meanings.

use super::collections::COLLECTIONS;
use super::field::{BilingualText, Field};
use crate::state::Table;
use crate::text::Lang;

/// Content of a column.
#[derive(Debug, Clone, Copy)]
pub enum Shows {
    /// Field, by its path: `findings.scope`.
    Field(&'static str),
    /// Anything else, with its meaning.
    FieldWords(BilingualText),
}

use Shows::{Field as F, FieldWords as W};

const SOURCES: Shows = W(["Pages of the report where it rests", "Страницы доклада, на которых основано"]);
const FINDINGS: Shows = W(["Number of findings that name it", "Число высказываний, где это названо"]);

/// Returns the columns of a table, in the order of the view.
pub fn shown(table: Table) -> &'static [Shows] {
    match table {
        Table::Caveats => &[
            F("caveats.text"),
            W([
                "The whole dataset, or how many data carry it",
                "Весь набор данных или число записей с этим пояснением",
            ]),
            SOURCES,
        ],
        Table::Periods => &[F("periods.id"), F("periods.text"), F("periods.range"), SOURCES],
        Table::States => &[
            F("states.name"),
            F("states.id"),
            F("states.report_names"),
            F("states.central_body.value"),
            SOURCES,
        ],
        Table::Instruments => &[
            F("instruments.label"),
            F("instruments.name"),
            F("instruments.adopted"),
            F("instruments.covers"),
            SOURCES,
        ],
        Table::Participation => &[
            F("participation.state"),
            F("participation.instrument"),
            W([
                "Whether the table of early 2000 marks the state as a party; no mark is a real no",
                "Отмечено ли государство в таблице начала 2000 г.; нет отметки – действительно «нет»",
            ]),
            W([
                "Day of the first dated deposit, from outside the report",
                "День первого датированного акта, из источника вне доклада",
            ]),
            SOURCES,
        ],
        Table::Acts => &[
            F("participation.state"),
            F("participation.acts.instrument"),
            F("participation.acts.action"),
            F("participation.acts.date"),
            F("participation.acts.note"),
            F("participation.acts.reference"),
        ],
        Table::Agreements => &[
            F("agreements.title"),
            F("agreements.parties"),
            F("agreements.status"),
            W([
                "Dates of signature and effect, where printed",
                "Даты подписания и вступления в силу, если напечатаны",
            ]),
            SOURCES,
        ],
        Table::Bodies => &[F("bodies.name"), F("bodies.states"), F("bodies.events"), SOURCES],
        Table::Schemes => &[
            F("schemes.name"),
            F("schemes.groups.name"),
            F("schemes.groups.states"),
            F("schemes.groups.basis"),
            SOURCES,
        ],
        Table::Indicators => &[
            F("indicators.name"),
            F("indicators.kind"),
            F("indicators.value"),
            F("indicators.at"),
            F("indicators.definition"),
            F("indicators.cumulative"),
            SOURCES,
        ],
        Table::Findings => &[
            F("findings.summary"),
            F("findings.polarity"),
            F("findings.voices"),
            F("findings.scope"),
            F("findings.themes"),
            F("findings.period"),
            SOURCES,
        ],
        Table::Laws => &[
            F("laws.name"),
            F("laws.state"),
            F("laws.kind"),
            F("laws.status"),
            F("laws.date"),
            F("laws.themes"),
            SOURCES,
        ],
        Table::Assistance => &[
            F("assistance.subject"),
            F("assistance.kind"),
            F("assistance.from"),
            F("assistance.to"),
            F("assistance.date"),
            F("assistance.themes"),
            SOURCES,
        ],
        Table::Positions => &[
            F("positions.holder"),
            F("positions.approach"),
            F("positions.stance"),
            F("positions.condition"),
            W(["States or group with which", "С какими государствами или с какой группой"]),
            F("positions.basis"),
            SOURCES,
        ],
        Table::WorkingGroups => &[
            F("working_groups.name"),
            F("working_groups.kind"),
            F("working_groups.founded"),
            F("working_groups.leads"),
            F("working_groups.note"),
            SOURCES,
        ],
        Table::Events => &[
            F("events.title"),
            F("events.date"),
            F("events.place"),
            F("events.states"),
            F("events.actors"),
            SOURCES,
        ],
        Table::Units => &[
            W([
                "Paragraph of the report, or the footnote that it calls",
                "Абзац доклада или сноска, на которую он ссылается",
            ]),
            F("paragraphs.pages"),
            W(["Number of data coded from it", "Число закодированных по нему записей"]),
            W(["The same by collection", "То же по таблицам"]),
            F("paragraphs.id"),
        ],
        Table::Coverage => &[
            F("sections.title"),
            W(["Number of its paragraphs", "Число абзацев в нём"]),
            W(["Number of its footnotes", "Число сносок в нём"]),
            W(["Number of data coded from it", "Число закодированных по нему записей"]),
            W(["Number of findings among them", "Из них высказываний"]),
            W([
                "Paragraphs and footnotes from which nothing was coded",
                "Абзацы и сноски, по которым ничего не закодировано",
            ]),
        ],
        Table::Themes => &[F("themes.name"), FINDINGS, F("themes.id")],
        Table::Populations => &[F("populations.name"), FINDINGS, F("populations.id")],
        Table::Actors => {
            &[F("actors.name"), F("actors.abbreviation"), F("actors.kind"), FINDINGS, F("actors.id")]
        }
        Table::Codebook => &[
            W(["Collection and field", "Таблица и поле"]),
            W(["What it means", "Что означает"]),
            W(["What it may hold", "Что может содержать"]),
        ],
        Table::Corrections => &[
            W([
                "Fingerprint of the data, as in links, decks and exports",
                "Отпечаток данных, как в ссылках, подборках и файлах",
            ]),
            W(["Day of the version", "День этой версии"]),
            W(["What is different from the version before", "Что отличает её от предыдущей версии"]),
        ],
        Table::Sections => &[F("sections.title"), F("sections.page"), F("sections.id")],
        Table::References => &[F("references.title"), F("references.publisher"), F("references.url")],
    }
}

impl Shows {
    /// Returns the meaning.
    pub fn meaning(self) -> BilingualText {
        match self {
            F(path) => field(path).map(|field| field.meaning).unwrap_or_default(),
            W(words) => words,
        }
    }

    /// Returns the labels of the allowed values if the column shows a closed list; otherwise empty.
    pub fn words(self, lang: Lang) -> String {
        match self {
            F(path) => field(path).map(|field| field.words(lang)).unwrap_or_default(),
            W(_) => String::new(),
        }
    }
}

/// Returns the field at a path.
fn field(path: &str) -> Option<&'static Field> {
    let mut steps = path.split('.');
    let name = steps.next()?;
    let mut fields = COLLECTIONS.iter().find(|collection| collection.name == name)?.fields;
    let mut found = None;
    for step in steps {
        let field = fields.iter().find(|field| field.name == step)?;
        (fields, found) = (field.inside(), Some(field));
    }
    found
}
