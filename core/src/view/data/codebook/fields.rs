//! Fields of all collections: name, kind, meaning in both languages.
//!
//! The codebook, the columns of the CSV files and their data dictionary are generated from this
//! table. A test compares it with `data/schema.json`.

use super::field::Field;
use super::field::Kind::*;
use super::words::*;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident { $($how:ident $field:ident: $kind:expr, $en:literal, $ru:literal;)* })*) => {$(
        $(#[$doc])*
        pub(super) static $name: &[Field] = &[$(Field::$how(stringify!($field), $kind, [$en, $ru])),*];
    )*};
}

fields! {
    META {
        one id: Id, "Short id of the dataset", "Краткий код набора данных";
        one title: Text, "Title of the dataset", "Название набора данных";
        one report: Of(REPORT), "The report that it is coded from", "Доклад, по которому он закодирован";
        many languages: Plain, "Languages of the texts", "Языки текстов";
        one knowledge_date: Date, "Up to when the report could know", "По какое время доклад располагал сведениями";
        many periods: OwnTable(PERIODS), "What the periods mean", "Что означают периоды";
        many caveats: OwnTable(CAVEATS), "Every caveat; data refer to them by id", "Все пояснения к данным; записи ссылаются на них по коду";
    }
    REPORT {
        one title: Text, "Title", "Название";
        one author: Plain, "Author", "Автор";
        one publisher: Text, "Publisher", "Издатель";
        one date: Date, "Date of publication", "Дата публикации";
        maybe url: Plain, "Address, where there is one", "Адрес, если есть";
    }
    PERIODS {
        one id: Word(PERIOD), "Which period", "Какой период";
        one text: Text, "Its meaning", "Его значение";
        one range: Date, "Interval", "Промежуток времени";
        many sources: Ref("paragraphs, notes"), "Where the report defines it", "Где он определён в докладе";
    }
    CAVEATS {
        one id: Id, "Id", "Код";
        one text: Text, "The caveat", "Текст пояснения";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        maybe general: YesNo, "Concerns the whole dataset, so that no datum carries it", "Относится ко всему набору, поэтому отдельные записи на него не ссылаются";
    }
    SECTIONS {
        one id: Id, "Id", "Код";
        maybe parent: Ref("sections"), "Section above", "Вышестоящий раздел";
        one level: Number, "Level of the heading; 1 is the top", "Уровень заголовка; 1 – верхний";
        one title: Text, "Heading", "Заголовок";
        one page: Number, "Page on which it begins", "Страница, на которой начинается";
    }
    PARAGRAPHS {
        one id: Id, "Section, #, place in it", "Раздел, #, место в нём";
        one section: Ref("sections"), "Its section", "Его раздел";
        many pages: Number, "First and last page", "Первая и последняя страницы";
        many notes: Ref("notes"), "Footnotes that it calls", "Сноски, на которые он ссылается";
    }
    NOTES {
        one id: Id, "Part of the report and number", "Часть доклада и номер";
        one page: Number, "Page", "Страница";
        one called_by: Ref("paragraphs"), "Paragraph or row of an appendix that calls it", "Абзац или строка приложения со ссылкой на неё";
    }
    REFERENCES {
        one id: Id, "Id", "Код";
        one title: Text, "Title", "Название";
        one publisher: Text, "Publisher", "Издатель";
        one date: Date, "Date, or date of consultation", "Дата или дата обращения";
        maybe url: Plain, "Address", "Адрес";
    }
    STATES {
        one id: Id, "ISO 3166-1 alpha-3", "ISO 3166-1 alpha-3";
        one name: Text, "Name", "Название";
        one short: Text, "Short name for narrow places", "Краткое название";
        many report_names: Plain, "Names as the report prints them", "Названия так, как они напечатаны в докладе";
        one central_body: Of(CENTRAL_BODY), "Page 13’s sentence on central bodies and its exceptions", "Фраза о центральных органах на с. 13 и исключения из неё";
    }
    /// Page 13's sentence on central bodies.
    CENTRAL_BODY {
        one value: YesNo, "Has a central body for migration, or had one until the date beside it", "Есть центральный орган по миграции или был до даты рядом";
        maybe until: Date, "When it was dissolved, where the report says so", "Когда он упразднён, если об этом сказано в докладе";
        many sources: Ref("paragraphs, notes"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    /// Organisations, NGOs and countries other than the twelve states.
    ACTORS {
        one id: Id, "Id; countries by ISO 3166-1 alpha-3", "Код; страны – по ISO 3166-1 alpha-3";
        one name: Text, "Name", "Название";
        maybe abbreviation: Text, "Abbreviation", "Сокращение";
        one kind: Word(ACTOR), "What it is", "Что это";
    }
    THEMES {
        one id: Id, "Id", "Код";
        maybe parent: Ref("themes"), "Theme above", "Вышестоящая тема";
        one name: Text, "Name", "Название";
    }
    POPULATIONS {
        one id: Id, "Id", "Код";
        one name: Text, "Name", "Название";
    }
    /// Columns of Appendix A.
    INSTRUMENTS {
        one id: Id, "Id", "Код";
        one label: Plain, "As printed in the table", "Как напечатано в таблице";
        one name: Text, "Official name", "Официальное название";
        one short: Text, "A few words for a column’s head", "Несколько слов для заголовка столбца";
        one adopted: Number, "Year of adoption", "Год принятия";
        many covers: Plain, "Treaties that the column covers; dated acts name one of them", "Договоры, которые охватывает столбец; датированные акты называют один из них";
        maybe note: Text, "Note", "Примечание";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    /// Cells of Appendix A.
    PARTICIPATION {
        one state: Ref("states"), "State", "Государство";
        one instrument: Ref("instruments"), "Instrument", "Договор";
        one party: YesNo, "Marked in the table of early 2000; here false is a real no", "Отмечено в таблице начала 2000 г.; здесь false – действительное «нет»";
        maybe period: Word(PERIOD), "When it joined, only where the report says", "Когда присоединилось, только если сказано в докладе";
        any acts: Of(ACTS), "Dated deposits, from outside the report", "Датированные акты, из источника вне доклада";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    ACTS {
        one instrument: Plain, "Treaty, one of those that the column covers", "Договор, один из охваченных столбцом";
        one date: Date, "Day of the deposit", "День сдачи акта на хранение";
        one action: Word(ACT), "What was deposited", "Что было сдано";
        one reference: Ref("references"), "Source beyond the report", "Источник вне доклада";
        maybe note: Text, "Note, such as the predecessor that deposited it", "Примечание, например государство-предшественник";
    }
    AGREEMENTS {
        one id: Id, "Id", "Код";
        one title: Text, "Title in our words", "Название в нашем изложении";
        many parties: Ref("states, actors"), "Parties that are named", "Названные стороны";
        one parties_basis: Word(BASIS), "Whether the report prints the parties", "Указаны ли стороны в докладе";
        maybe parties_unnamed: Of(UNNAMED), "Parties in collective wording; they count for no pair", "Стороны в собирательной формулировке; ни одной паре не засчитываются";
        maybe signed: Date, "Date of signature", "Дата подписания";
        maybe effective: Date, "Date of effect", "Дата вступления в силу";
        maybe dated: Date, "A printed date that is not said to be of signature, ratification or effect", "Дата, о которой в докладе не сказано, к чему она относится";
        one subject: Text, "Subject", "Предмет";
        one status: Word(STATUS), "How far it has come, according to the report", "На какой стадии, согласно докладу";
        any not_ratified_by: Ref("states, actors"), "Parties that have not ratified", "Стороны, которые не ратифицировали";
        many period: Word(PERIOD), "When", "Когда";
        many themes: Ref("themes"), "Themes", "Темы";
        many populations: Ref("populations"), "Population groups", "Категории лиц";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    /// Parties or holders that the report does not name.
    UNNAMED {
        maybe count: Number, "How many, where printed", "Сколько, если напечатано";
        maybe among: Text, "Among whom, as far as the report narrows it", "Из чьего числа, насколько это уточнено в докладе";
    }
    BODIES {
        one id: Id, "Id", "Код";
        many states: Ref("states"), "States; several for a joint centre", "Государства; несколько – у совместного центра";
        one name: Text, "Name", "Название";
        many events: Of(BODY_EVENTS), "What happened to it, in time", "Что с ним происходило, по времени";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    BODY_EVENTS {
        maybe date: Date, "When, where printed", "Когда, если напечатано";
        one kind: Word(BODY_EVENT), "What happened", "Что произошло";
        maybe note: Text, "Note", "Примечание";
    }
    SCHEMES {
        one id: Id, "Id", "Код";
        one name: Text, "Name, with that of who proposes it", "Название, с указанием автора";
        many proposed_by: Ref("states, actors"), "Who proposes it", "Кем предложена";
        one exclusive: YesNo, "No state stands in two groups", "Ни одно государство не входит в две группы";
        one complete: YesNo, "Every state stands in a group", "Каждое государство входит в какую-либо группу";
        many groups: Of(GROUPS), "Groups", "Группы";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    GROUPS {
        one id: Id, "Id, unique in its scheme", "Код, единственный в своей схеме";
        one name: Text, "Name", "Название";
        many states: Ref("states"), "Members", "Состав";
        one basis: Word(BASIS), "Whether the report prints the members", "Указан ли состав в докладе";
    }
    /// Rows of Appendix B.
    INDICATORS {
        one id: Id, "Id", "Код";
        one name: Text, "Name", "Название";
        one kind: Word(INDICATOR), "Counted at a date or over a period", "Численность на дату или за период";
        one value: Number, "Number of persons, as printed", "Число лиц, как напечатано";
        one unit: Text, "Unit", "Единица";
        one at: Date, "Date or period", "Дата или период";
        one definition: Text, "Definition in our words", "Определение в нашем изложении";
        one short: Text, "The same in at most 70 characters, without the date", "То же не длиннее 70 знаков, без даты";
        one data_from: Text, "Who supplied the data, in our words", "Кто предоставил данные, в нашем изложении";
        maybe cumulative: Of(CUMULATIVE), "A cumulative total that the footnote gives", "Нарастающий итог, приведённый в сноске";
        one scope: Text, "What it covers", "Охват";
        any populations: Ref("populations"), "Population groups", "Категории лиц";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    CUMULATIVE {
        one value: Number, "Number of persons", "Число лиц";
        one at: Date, "Date", "Дата";
    }
    LAWS {
        one id: Id, "Id", "Код";
        one state: Ref("states"), "State", "Государство";
        one name: Text, "Name in our words", "Название в нашем изложении";
        one kind: Word(LAW), "What kind of act", "Вид акта";
        one status: Word(LAW_STATUS), "How far it has come, according to the report", "На какой стадии, согласно докладу";
        maybe date: Date, "Date, where printed", "Дата, если напечатана";
        many themes: Ref("themes"), "Themes", "Темы";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    ASSISTANCE {
        one id: Id, "Id", "Код";
        many from: Ref("actors, states"), "Who helps", "Кто оказывает";
        many to: Ref("states"), "States that are helped; none where the report does not name them", "Кому; пусто, если государства в докладе не названы";
        one kind: Word(HELP), "Kind of help", "Вид содействия";
        one subject: Text, "Subject", "Предмет";
        maybe date: Date, "Date, where printed", "Дата, если напечатана";
        maybe planned: YesNo, "Still to come in early 2000", "В начале 2000 г. ещё предстояло";
        many themes: Ref("themes"), "Themes", "Темы";
        any populations: Ref("populations"), "Population groups", "Категории лиц";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    POSITIONS {
        one id: Id, "Id", "Код";
        maybe holder: Of(HOLDER), "Who holds it; not with all", "Чья позиция; не вместе с all";
        maybe all: YesNo, "Everybody holds it to some degree, according to the report", "Согласно докладу, в той или иной степени её разделяют все";
        one approach: Word(APPROACH), "Approach to the future", "Подход к будущему";
        one stance: Word(STANCE), "How far it is supported", "Насколько поддерживается";
        maybe condition: Text, "On what condition, for what reason", "При каком условии, по какой причине";
        one short: Text, "The same in a few words", "То же кратко";
        any with: Ref("states"), "States with which", "С какими государствами";
        maybe group: Plain, "Group with which: scheme, colon, group", "С какой группой: схема, двоеточие, группа";
        one basis: Word(BASIS), "Whether the report prints it", "Указано ли в докладе";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    HOLDER {
        one kind: Word(VOICE), "Kind of voice", "Кто выступает: правительство, НПО и т. д.";
        maybe state: Ref("states"), "Whose government or NGOs", "Чьё правительство или чьи НПО";
        maybe actor: Ref("actors"), "Which organisation", "Какая организация";
        maybe unnamed: Of(UNNAMED), "Holders that the report does not name", "Те, кто в докладе не назван";
    }
    WORKING_GROUPS {
        one id: Id, "Id", "Код";
        one name: Text, "Name", "Название";
        one kind: Word(GROUP), "Of NGOs or of governments", "НПО или правительств";
        maybe founded: Date, "When founded", "Когда создана";
        many leads: Of(LEADS), "Who led it", "Кто её вёл";
        maybe note: Text, "Note", "Примечание";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    LEADS {
        one actor: Ref("actors"), "Who", "Кто";
        one role: Word(ROLE), "In what role", "В какой роли";
        maybe from: Date, "From", "С какого времени";
        maybe to: Date, "To", "По какое время";
    }
    EVENTS {
        one id: Id, "Id", "Код";
        one date: Date, "Date, or its beginning", "Дата или начало";
        maybe end: Date, "End", "Конец";
        maybe place: Text, "Place", "Место";
        maybe planned: YesNo, "Still to come in early 2000", "В начале 2000 г. ещё предстояло";
        one kind: Word(EVENT), "What it belongs to", "К чему относится";
        one title: Text, "What happened", "Что произошло";
        one short: Text, "The same in at most 24 characters, without the date", "То же не длиннее 24 знаков, без даты";
        any states: Ref("states"), "States", "Государства";
        any actors: Ref("actors"), "Organisations, NGOs, countries", "Организации, НПО, страны";
        many sources: Ref("paragraphs, notes, references"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    FINDINGS {
        one id: Id, "Paragraph or footnote, a dot, an ordinal", "Абзац или сноска, точка, порядковый номер";
        one section: Ref("sections"), "Section of its first source", "Раздел первого источника";
        one polarity: Word(POLARITY), "Kind of statement", "Вид высказывания";
        many voices: Of(VOICES), "Who holds the view, not who printed it", "Кто так считает, а не кто это напечатал";
        one scope: Of(SCOPE), "Whom it is about", "О ком оно";
        many themes: Ref("themes"), "Themes, the most specific first", "Темы, самая конкретная – первой";
        any populations: Ref("populations"), "Population groups", "Категории лиц";
        any actors: Ref("actors"), "Organisations, NGOs, countries named in it", "Названные в нём организации, НПО, страны";
        any addressees: Ref("actors, states; cis-governments, donors, ngos, international-organisations"), "Who is asked to do something", "К кому обращено";
        maybe quantity: Of(QUANTITY), "A number that it gives", "Число, которое в нём приведено";
        any relates: Of(RELATES), "How it stands to other findings", "Как соотносится с другими высказываниями";
        one certainty: Word(CERTAINTY), "Said by the report or read between the lines", "Сказано в докладе или выведено из контекста";
        many period: Word(PERIOD), "When", "Когда";
        one summary: Text, "The statement in our words", "Высказывание в нашем изложении";
        many sources: Ref("paragraphs, notes"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    /// Voices of a finding.
    VOICES {
        one kind: Word(VOICE), "Kind of voice", "Кто выступает: правительство, НПО и т. д.";
        maybe state: Ref("states"), "Whose government or NGOs", "Чьё правительство или чьи НПО";
        maybe actor: Ref("actors"), "Which organisation", "Какая организация";
        maybe quantifier: Word(QUANTIFIER), "How many of that kind", "Сколько авторов этого вида";
        maybe count: Number, "How many, where printed", "Сколько, если напечатано";
        any except: Ref("states"), "Those that the report excepts", "Кто исключён в докладе";
        maybe among: Text, "Among whom, as far as the report narrows it", "Из чьего числа, насколько это уточнено в докладе";
    }
    /// States that a finding is about.
    SCOPE {
        one kind: Word(SCOPE_KIND), "Named states, all, most, some, or no states. Silence is not a no; all, most and some are not spread over states", "Названные государства, все, большинство, некоторые или не о государствах. Молчание не означает «нет»; «все», «большинство» и «некоторые» не распределяются по государствам";
        any states: Ref("states"), "States that it names", "Названные государства";
        any except: Ref("states"), "States that the report excepts", "Государства, исключённые в докладе";
        maybe count: Number, "How many, where printed", "Сколько, если напечатано";
        maybe among: Text, "Among whom, as far as the report narrows it", "Из чьего числа, насколько это уточнено в докладе";
    }
    QUANTITY {
        one value: Number, "The number as printed", "Число, как напечатано";
        one bound: Word(BOUND), "How it is meant", "Как его понимать";
        one unit: Text, "Of what", "Чего именно";
        maybe at: Date, "When", "Когда";
    }
    /// Relations to other findings.
    RELATES {
        one kind: Word(RELATION), "How", "Как";
        one finding: Ref("findings"), "The other finding", "Другое высказывание";
    }
    LONG {
        one finding: Ref("findings"), "The finding. A finding has a row for each combination of its states, themes and voices: count distinct findings, not rows", "Высказывание. На каждое сочетание его государств, тем и авторов приходится строка: считайте разные высказывания, а не строки";
        one summary: Text, "The statement in our words", "Высказывание в нашем изложении";
        one polarity: Word(POLARITY), "Kind of statement", "Вид высказывания";
        one scope: Of(LONG_SCOPE), "Whom it is about", "О ком оно";
        maybe state: Ref("states"), "A state that the finding names. Empty where it names none: all, most and some keep their scope and are never spread over states", "Государство, названное в высказывании. Пусто, если ни одно не названо: «все», «большинство» и «некоторые» сохраняют свой охват и не распределяются по государствам";
        maybe theme: Ref("themes"), "A theme of the finding", "Тема высказывания";
        maybe theme_parent: Ref("themes"), "The theme above", "Вышестоящая тема";
        maybe voice: Of(VOICES), "A voice of the finding", "Один из авторов высказывания";
        one certainty: Word(CERTAINTY), "Said by the report or read between the lines", "Сказано в докладе или выведено из контекста";
        many period: Word(PERIOD), "When", "Когда";
        one section: Ref("sections"), "Section of its first source", "Раздел первого источника";
        many sources: Ref("paragraphs, notes"), "Where it rests", "На чём основано";
        any caveats: Ref("caveats"), "Caveats beside it", "Пояснения к записи";
    }
    /// Scope in the long table, where each state has a row of its own.
    LONG_SCOPE {
        one kind: Word(SCOPE_KIND), "The finding’s scope, the same in each of its rows: named states, all, most, some, or no states", "Охват высказывания, одинаковый во всех его строках: названные государства, все, большинство, некоторые или не о государствах";
        maybe count: Number, "How many, where printed", "Сколько, если напечатано";
        maybe among: Text, "Among whom, as far as the report narrows it", "Из чьего числа, насколько это уточнено в докладе";
        any except: Ref("states"), "States that the report excepts", "Государства, исключённые в докладе";
    }
}
