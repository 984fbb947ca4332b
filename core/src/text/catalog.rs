//! Every text of the interface, English and Russian side by side.

macro_rules! texts {
    ($($(#[$doc:meta])* $key:ident = $en:literal, $ru:literal;)*) => {
        /// A text of the interface. `{x}` is a hole; `|` separates plural forms.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the English text beside each key says what it is")]
        pub enum Key { $($key),* }
        impl Key {
            /// Every key.
            pub const ALL: &'static [Key] = &[$(Key::$key),*];
            /// English, Russian.
            pub(super) fn texts(self) -> [&'static str; 2] {
                match self { $(Key::$key => [$en, $ru]),* }
            }
        }
    };
}

texts! {
    // Frame
    AppTitle = "CISCONF Explorer", "CISCONF Explorer";
    AppSubtitle = "Assessment of the CIS Conference process, 1996–2000", "Обзор процесса Конференции по странам СНГ, 1996–2000 гг.";
    SkipToMain = "Skip to the content", "Перейти к содержанию";
    Views = "Views", "Разделы";
    ViewOverview = "Overview", "Обзор";
    ViewInstruments = "Instruments", "Договоры";
    ViewAgreements = "Agreements", "Соглашения";
    ViewCompare = "Compare", "Сравнение";
    ViewData = "Data", "Данные";
    Language = "Language", "Язык";
    LanguageEn = "English", "English";
    LanguageRu = "Русский", "Русский";
    Appearance = "Appearance", "Вид";
    LookLight = "Light", "Светлый";
    LookDark = "Dark", "Тёмный";
    LookProjector = "Projector", "Проектор";
    Present = "Present", "Показ";
    PresentHint = "Large type and full screen; Esc leaves full screen", "Крупный шрифт и полный экран; Esc – выход";
    PresentEnd = "End presenting", "Завершить показ";
    CopyLink = "Copy link", "Скопировать ссылку";
    Copied = "Link copied", "Ссылка скопирована";
    CopyFailed = "The browser did not allow copying; copy the address from the address bar", "Браузер не разрешил копирование; скопируйте адрес из адресной строки";
    Print = "Print", "Печать";
    Footer = "Coded from the assessment report of {date}; knowledge as of early 2000. Paraphrased by this project.", "Закодировано по обзорному докладу ({date}); данные по состоянию на начало 2000 г. Изложение составителей.";
    FooterNeutral = "No name, grouping or order implies a position. Nothing leaves this computer.", "Названия, группировки и порядок не выражают какой-либо позиции. Данные не покидают этот компьютер.";
    Dropped = "Parts of the link could not be used and were left out:", "Часть ссылки не удалось использовать, она опущена:";
    DropView = "unknown view “{text}”", "неизвестный раздел «{text}»";
    DropParam = "unknown setting “{text}”", "неизвестный параметр «{text}»";
    DropValue = "{name}: unknown value “{text}”", "{name}: неизвестное значение «{text}»";
    DropVersion = "the link was made by a newer version ({text}); what this version knows is shown", "ссылка создана более новой версией ({text}); показано то, что известно этой версии";
    DropLength = "the link is too long; its end was not read", "ссылка слишком длинная; её конец не прочитан";
    Dismiss = "Dismiss", "Скрыть";
    Fallback = "in English", "на английском";

    // Lens
    Lens = "What is shown", "Что показано";
    Grouping = "Grouping", "Группировка";
    NoGrouping = "none, A–Z", "без групп, по алфавиту";
    NoGroupingName = "No grouping", "Без группировки";
    InferredShort = "members inferred", "состав определён нами";
    States = "States", "Государства";
    AllStates = "all {n}|all {n}", "все {n}|все {n}|все {n}";
    SomeStates = "{k} of {n}", "{k} из {n}";
    AsOf = "As of", "По состоянию на";
    AsOfReport = "the report’s own table, early 2000", "таблица доклада, начало 2000 г.";
    AsOfReportShort = "the report, early 2000", "доклад, начало 2000 г.";
    AsOfDate = "another date (treaty depositary)", "другая дата (по данным депозитария)";
    AsOfPick = "Date, 1992 to 2000", "Дата, с 1992 по 2000 г.";
    AsOfWarning = "Not the report’s table. This shows {date}, by dated acts of the UN Treaty Collection, from outside the report. The report’s own table stands at early 2000.", "Это не таблица доклада. Показано состояние на {date} по датированным актам из Собрания договоров ООН, то есть по источнику вне доклада. Таблица самого доклада отражает начало 2000 г.";
    AsOfBack = "Back to the report’s table", "Вернуться к таблице доклада";
    AsOfSentence = "As of {date}, by dated acts from outside the report:", "По состоянию на {date}, по датированным актам из внешнего источника:";
    Clear = "Clear all", "Сбросить всё";
    Remove = "Remove {name}", "Убрать: {name}";
    FacetState = "States", "Государства";
    FacetStatus = "Status", "Статус";
    FacetTheme = "Theme", "Тема";
    FacetPopulation = "Population", "Категория лиц";
    FacetAny = "any", "любые";
    WholeGroup = "All of {name}", "Все: {name}";
    Ungrouped = "In no group of this scheme", "Вне групп этой схемы";
    NotInGroup = "in no group", "вне групп";
    InferredByUs = "inferred by us", "определено нами";

    // Marks and words of the table
    Legend = "Legend", "Условные обозначения";
    Party = "party", "участник";
    PartyBefore = "party, joined before the process (report)", "участник, присоединение до процесса (доклад)";
    JoinedReport = "party, joined during the process (report)", "участник, присоединение в ходе процесса (доклад)";
    JoinedTreaty = "party, joined during the process (UN treaty date, from outside the report)", "участник, присоединение в ходе процесса (дата по данным ООН, вне доклада)";
    NotParty = "not party (early 2000)", "не участник (начало 2000 г.)";
    PartyOn = "party on that date", "участник на эту дату";
    JoinedOn = "party on that date, joined during the process", "участник на эту дату, присоединение в ходе процесса";
    NotPartyOn = "not yet party on that date", "ещё не участник на эту дату";
    EveryMark = "Every mark and count opens its evidence.", "Каждый знак и каждое число открывают источник.";
    OfM = "{k} of {m}", "{k} из {m}";
    OfNine = "of {n}", "из {n}";

    // Instruments
    InstrumentsTitle = "Who has joined which instrument", "Кто в каких договорах участвует";
    InstrumentsSentence = "{k} of {m} participations of {states} in {instruments}.", "{k} из {m} возможных случаев участия: {states}, {instruments}.";
    NStates = "{n} state|{n} states", "{n} государство|{n} государства|{n} государств";
    NInstruments = "{n} instrument|{n} instruments", "{n} договор|{n} договора|{n} договоров";
    AllPartyTo = "All are party to: {list}.", "Договоры с участием всех: {list}.";
    AllPartyToNone = "There is no instrument to which all are party.", "Нет договора, в котором участвуют все.";
    PartyToAll = "Party to all {n}: {list}.", "Участвуют во всех {n}: {list}.";
    PartyToAllNone = "No state shown is party to all {n}.", "Ни одно из показанных государств не участвует во всех {n}.";
    RefugeesCount = "Refugee instruments: {k} of {m}.", "Договоры о беженцах: {k} из {m}.";
    FormPicture = "Marks", "Знаки";
    FormTable = "Words", "Слова";
    FormLabel = "Cells as", "В ячейках";
    State = "State", "Государство";
    Total = "All states shown", "Все показанные государства";
    TableCaption = "States by instrument; {form}", "Государства и договоры; {form}";
    GridHint = "Arrow keys move between cells, Enter opens the evidence", "Стрелки – переход по ячейкам, Enter – источник";
    GapsTitle = "For all members to be party", "Чтобы все члены группы стали участниками";
    GapsLead = "Instruments that not every member has joined, and who has not yet. “Not yet party” implies no criticism.", "Договоры, в которых участвуют не все члены группы, и те, кто пока не участвует. Слова «ещё не участник» не содержат критики.";
    GapsGroup = "Group", "Группа";
    GapsInstruments = "Instruments", "Договоры";
    GapsNotYet = "Not yet party", "Ещё не участники";
    GapsNone2 = "All members are party to every instrument.", "Все члены групп участвуют во всех договорах.";
    PairsTitle = "Instruments in pairs: party to both", "Договоры попарно: участие в обоих";
    PairsLead = "States party to both instruments, of {n} shown. The diagonal counts the parties to one.", "Государства – участники обоих договоров, из показанных {n}. По диагонали – участники одного договора.";
    PairLabel = "{a} and {b}: {k} of {m} states are party to both", "{a} и {b}: участники обоих – {k} из {m}";
    SingleLabel = "{a}: {k} of {m} states are party", "{a}: участники – {k} из {m}";
    CountLabel = "{group}, {instrument}: {k} of {m} party", "{group}, {instrument}: участники – {k} из {m}";
    CellLabel = "{state}, {instrument}: {word}", "{state}, {instrument}: {word}";
    RowLabel = "{state}: party to {k} of {m}", "{state}: участник {k} из {m}";

    // Agreements
    AgreementsTitle = "Agreements that the report names", "Соглашения, названные в докладе";
    AgreementsSentence = "{pairs} of {possible} pairs of states have an agreement that the report names as concluded or further; {pending} more have only a negotiation, an attempt or an agreement of unstated status.", "Для {pairs} из {possible} пар государств в докладе названо соглашение, по меньшей мере заключённое; ещё для {pending} – только переговоры, попытка или соглашение, статус которого не указан.";
    AgreementsSentenceChosen = "Counting only agreements that fit the choice: {pairs} of {possible} pairs of states have one concluded or further that the report names; {pending} more have only a negotiation, an attempt or an agreement of unstated status.", "С учётом только соглашений, подходящих под выбор: для {pairs} из {possible} пар государств в докладе названо соглашение, по меньшей мере заключённое; ещё для {pending} – только переговоры, попытка или соглашение, статус которого не указан.";
    AgreementsInside = "Inside groups: {k} of {n} pairs. Across groups: {j} of {m}.", "Внутри групп: {k} из {n} пар. Между группами: {j} из {m}.";
    AgreementsSilence = "A dot means: none named by the report. Its examples are not exhaustive (page 5).", "Точка означает: в докладе не названо. Примеры доклада не исчерпывающие (с. 5).";
    AgreementsSilenceChosen = "A dot means: none named by the report; strokes: none that fits the choice. The report’s examples are not exhaustive (page 5).", "Точка означает: в докладе не названо; штрихи: под выбор ничего не подходит. Примеры доклада не исчерпывающие (с. 5).";
    AgreementsMatrixCaption = "Pairs of states and the agreements that the report names", "Пары государств и соглашения, названные в докладе";
    NoneNamed = "none named by the report", "в докладе не названо";
    NoneFits = "none that fits the choice", "под выбор ничего не подходит";
    PairCellLabel = "{a} – {b}: {word}", "{a} – {b}: {word}";
    StatusAttempted = "attempted", "попытка заключить";
    StatusNegotiating = "being negotiated", "переговоры";
    StatusConcluded = "concluded", "заключено";
    StatusSigned = "signed", "подписано";
    StatusPartlyRatified = "partly ratified", "ратифицировано частью сторон";
    StatusRatified = "ratified", "ратифицировано";
    StatusInForce = "in force", "действует";
    StatusUnstated = "status not stated", "статус не указан";
    NotRatifiedBy = "not ratified by {list}", "не ратифицировано стороной: {list}";
    AgreementsList = "Between named states of the twelve", "Между названными государствами (из двенадцати)";
    AgreementsOutside = "With states outside the twelve", "С государствами вне двенадцати";
    AgreementsOrganisations = "With or between organisations", "С организациями и между ними";
    AgreementsCollective = "Collective wording: parties not named one by one", "Собирательные формулировки: стороны не названы поимённо";
    AgreementsCollectiveLead = "These count for no pair.", "Эти соглашения не засчитываются ни одной паре.";
    PlusUnnamed = "Plus {n} whose parties the report does not name; they pass no filter by state.|Plus {n} whose parties the report does not name; they pass no filter by state.", "Кроме того, {n} соглашение, стороны которого в докладе не названы; фильтр по государствам их не пропускает.|Кроме того, {n} соглашения, стороны которых в докладе не названы; фильтр по государствам их не пропускает.|Кроме того, {n} соглашений, стороны которых в докладе не названы; фильтр по государствам их не пропускает.";
    NAgreements = "{n} agreement|{n} agreements", "{n} соглашение|{n} соглашения|{n} соглашений";
    EmptyAgreements = "No agreement that the report names fits the choice. Loosen the filter “{facet}”.", "Ни одно названное в докладе соглашение не подходит. Ослабьте фильтр «{facet}».";
    Parties = "Parties", "Стороны";
    Subject = "Subject", "Предмет";
    Status = "Status", "Статус";
    Date = "Date", "Дата";
    Title = "Title", "Название";
    Signed = "signed {date}", "подписано: {date}";
    Effective = "in effect {date}", "вступило в силу: {date}";
    Dated = "date in the report: {date} (what it dates is not stated)", "дата в докладе: {date} (к чему относится, не указано)";
    NoDate = "no date printed", "дата не указана";
    Predates = "predates the process", "предшествует процессу";
    CountOf = "{among} ({n}, not named)", "{among} ({n}, не названы)";
    PageShort = "p. {p}", "с. {p}";
    Sources = "Where it stands", "Где это сказано";

    // Overview
    OverviewTitle = "The CIS Conference process and its assessment", "Процесс Конференции по странам СНГ и его оценка";
    OverviewSentence = "Twelve states, nine instruments, the agreements and bodies that the assessment report of early 2000 names: filter, compare and group them, and see on which page each datum rests.", "Двенадцать государств, девять договоров, соглашения и органы, названные в обзорном докладе начала 2000 г.: их можно отбирать, сравнивать и группировать; для каждой записи указана страница доклада.";
    TabSummary = "Summary", "Сводка";
    TabFigures = "Figures", "Показатели";
    Tabs = "Parts of this view", "Части раздела";
    KeyFigures = "Key figures", "Основные числа";
    KeyParticipations = "participations in nine instruments, of {m} possible", "случаев участия в девяти договорах, из {m} возможных";
    KeyRefugees = "of {m} states party to the refugee instruments", "из {m} государств участвуют в договорах о беженцах";
    KeyJoined = "of them joined during the process, by the report", "из них присоединились в ходе процесса, по докладу";
    KeyPairs = "of {m} pairs of states with an agreement named as concluded or further", "из {m} пар государств: в докладе названо соглашение, по меньшей мере заключённое";
    KeyBodies = "of {m} states with a central body for migration, by page 13", "из {m} государств имеют центральный орган по миграции (по с. 13)";
    KeyDisplaced = "internally displaced persons, beginning of 1998", "лиц, перемещённых внутри страны, начало 1998 г.";
    TilesTitle = "The twelve states", "Двенадцать государств";
    TilesLead = "One tile a state, placed roughly, west to east. The mark: the refugee instruments.", "Один квадрат – одно государство, расположение условное, с запада на восток. Знак: договоры о беженцах.";
    TilesDisclaimer = "The tiles show no borders and imply no opinion on the status of any territory.", "Схема не показывает границ и не выражает мнения о статусе какой-либо территории.";
    Doors = "Go on to", "Перейти к разделам";
    DoorInstruments = "Who has joined which of nine instruments, by group and in all", "Кто в каком из девяти договоров участвует, по группам и в целом";
    DoorAgreements = "Who has agreed what with whom: concluded, negotiated, attempted", "Кто о чём и с кем договорился: заключено, в переговорах, попытки";
    DoorCompare = "Two states side by side over every table", "Два государства рядом по всем таблицам";
    DoorFigures = "Appendix B: stocks and flows for the CIS as a whole", "Приложение B: численность и потоки по СНГ в целом";
    DoorData = "Caveats, tables and where everything comes from", "Оговорки, таблицы и источники";
    ReadFirst = "Before you quote", "Прежде чем цитировать";
    FiguresTitle = "Migration stocks and flows, CIS as a whole", "Численность и потоки мигрантов по СНГ в целом";
    FiguresSentence = "{n} figures of Appendix B (page 44): stocks at the beginning of 1998, flows of 1997. The report does not break them down by state.", "{n} показателей приложения B (с. 44): численность на начало 1998 г., потоки за 1997 г. По государствам доклад их не разделяет.";
    Stocks = "Stocks: persons at a date", "Численность на дату";
    Flows = "Flows: persons over a period", "Потоки за период";
    FiguresScale = "Position is on a logarithmic scale: each line is ten times the one before. Compare places, do not add them.", "Положение – в логарифмическом масштабе: каждая линия в десять раз больше предыдущей. Сравнивайте положения, не складывайте их.";
    FiguresHead = "On one scale", "На одной шкале";
    Thousands = "{n},000", "{n} тыс.";
    Millions = "{n} m", "{n} млн";
    Billions = "{n} bn", "{n} млрд";
    DoubtNote = "* with a coding note: open the agreement to read it", "* с примечанием составителей: откройте соглашение, чтобы прочесть";
    BeginningOf = "beginning of {year}", "начало {year} г.";
    KindTotal = "total as of the end of 1996, from a footnote", "итог на конец 1996 г., из сноски";
    FiguresCumulative = "Total as of {date}: {n}", "Итог на {date}: {n}";
    CumulativeUntil = "the end of {year}", "конец {year} г.";
    Definition = "Definition", "Определение";
    DataFrom = "Data from", "Источник данных";
    Scope = "Scope", "Охват";
    Value = "Value", "Значение";
    At = "At", "Когда";
    KindStock = "stock", "численность";
    KindFlow = "flow", "поток";
    Figure = "Figure", "Показатель";
    FigureLabel = "{name}: {n}", "{name}: {n}";

    // Compare
    CompareTitle = "Compare two states", "Сравнить два государства";
    ComparePair = "{a} and {b}", "{a} и {b}";
    CompareFirst = "First state", "Первое государство";
    CompareSecond = "Second state", "Второе государство";
    ChooseState = "choose a state", "выберите государство";
    CompareEmpty = "Choose two states to set them side by side over instruments, administration, agreements and groupings.", "Выберите два государства, чтобы сопоставить договоры, органы, соглашения и группировки.";
    CompareSame = "The same state stands on both sides; choose another.", "С обеих сторон одно и то же государство; выберите другое.";
    Swap = "Swap sides", "Поменять местами";
    OnlyDifferences = "Only differences", "Только различия";
    AllRows = "All rows", "Все строки";
    Rows = "Rows", "Строки";
    BothPartyTo = "Both are party to {k} of {m} instruments.", "Оба участвуют в {k} из {m} договоров.";
    OnlyParty = "{state} alone is party to: {list}.", "Участвует только {state}: {list}.";
    NeitherParty = "Neither is party to: {list}.", "Ни одно из двух не участвует: {list}.";
    BetweenThem = "Between them the report names {list}.", "Между ними в докладе названо: {list}.";
    BetweenNone = "Between them the report names no agreement.", "Соглашений между ними в докладе не названо.";
    RowCentralBody = "Central body for migration (page 13)", "Центральный орган по миграции (с. 13)";
    RowBodies = "Bodies that the report names", "Органы, названные в докладе";
    RowAgreementsDone = "Agreements concluded or further", "Заключённые соглашения";
    RowAgreementsPending = "Negotiations, attempts, status not stated", "Переговоры, попытки, статус не указан";
    Administration = "Administration", "Органы управления";
    GroupsIn = "Group in each scheme", "Группа в каждой схеме";
    ShownStates = "Shown: {list}.", "Показаны: {list}.";
    GroupedBy = "Grouped by: {name}.", "Группировка: {name}.";
    PartOfGroup = "{name} ({k} of {m} members shown)", "{name} (показано {k} из {m})";
    NoMemberYet = "no member yet: {list}", "пока никто из членов: {list}";
    NoMemberShown = "No member of this group is among the states shown.", "Среди показанных государств нет членов этой группы.";
    WhateverChosen = "Everything that the report names for this pair, whatever is chosen.", "Всё, что названо в докладе для этой пары, независимо от выбора.";
    NoticeMore = "and {n} more", "и ещё {n}";
    YesCentral = "yes", "есть";
    NoCentral = "no: named by the report as an exception", "нет: в докладе названо исключением";
    Same = "same", "одинаково";
    Differs = "differs", "различается";
    DifferencesNone = "No row differs.", "Различий нет.";
    NotExhaustive = "Bodies and agreements: the report gives examples, so a difference in what is named is not yet a difference in fact (page 5).", "Органы и соглашения: доклад приводит примеры, поэтому разница в упоминаниях ещё не разница на деле (с. 5).";
    RowCount = "{n} row shown|{n} rows shown", "показана {n} строка|показаны {n} строки|показано {n} строк";

    // Data
    DataTitle = "Data and caveats", "Данные и оговорки";
    DataSentence = "Everything on the screen comes from these tables; {n} data, each with its source in the report or, where marked, beyond it.", "Всё на экране взято из этих таблиц; записей: {n}, у каждой указан источник в докладе или, где отмечено, вне его.";
    DataTables = "Tables", "Таблицы";
    TableCaveats = "Caveats", "Оговорки";
    TableStates = "States", "Государства";
    TableInstruments = "Instruments", "Договоры";
    TableParticipation = "Participation", "Участие";
    TableActs = "Dated acts (outside the report)", "Датированные акты (вне доклада)";
    TableAgreements = "Agreements", "Соглашения";
    TableBodies = "Bodies", "Органы";
    TableSchemes = "Grouping schemes", "Схемы группировки";
    TableIndicators = "Figures of Appendix B", "Показатели приложения B";
    TableSections = "The report’s outline", "Структура доклада";
    TableReferences = "Sources beyond the report", "Источники вне доклада";
    TablePeriods = "Periods", "Периоды";
    RowsTotal = "{n} row|{n} rows", "{n} строка|{n} строки|{n} строк";
    CaveatGeneral = "whole report", "весь доклад";
    CaveatCarried = "beside {n} datum|beside {n} data", "при {n} записи|при {n} записях|при {n} записях";
    Caveat = "Caveat", "Оговорка";
    Concerns = "Concerns", "Относится к";
    Instrument = "Instrument", "Договор";
    Treaty = "Treaty", "Договор";
    Participation = "Participation", "Участие";
    Act = "Act", "Акт";
    Note = "Note", "Примечание";
    Name = "Name", "Название";
    Group = "Group", "Группа";
    Members = "Members", "Состав";
    Basis = "Basis", "Основание";
    Body = "Body", "Орган";
    Events = "Events", "События";
    Section = "Section", "Раздел";
    Page = "Page", "Страница";
    Publisher = "Publisher", "Издатель";
    Address = "Address", "Адрес";
    Meaning = "Meaning", "Значение";
    Period = "Period", "Период";
    OpenRow = "Open the evidence of {name}", "Открыть источник: {name}";
    AboutReport = "The report", "Доклад";
    Accession = "accession", "присоединение";
    Ratification = "ratification", "ратификация";
    BasisPrinted = "printed in the report", "указано в докладе";
    BasisInferred = "inferred by us, not printed in the report", "определено нами, не указано в докладе";
    PeriodBefore = "before the process", "до процесса";
    PeriodPreparatory = "preparatory phase", "подготовительный этап";
    PeriodDuring = "during the process", "в ходе процесса";
    PeriodAfter = "beyond 2000", "после 2000 г.";
    EventExisting = "exists", "существует";
    EventCreated = "created", "создание";
    EventReorganised = "reorganised", "реорганизация";
    EventDissolved = "dissolved", "упразднение";
    EventPlanned = "planned", "планируется";

    Author = "Author", "Автор";
    Code = "Id", "Код";
    AsPrinted = "As printed", "Как в докладе";
    Year = "Adopted", "Принят";
    CoversHead = "Covers", "Охватывает";
    FirstAct = "First dated act (outside the report)", "Первый датированный акт (вне доклада)";
    Kind = "Kind", "Вид";
    AllCaveats = "All caveats and tables", "Все оговорки и таблицы";

    // Evidence
    Evidence = "Evidence", "Источники";
    EvidenceClose = "Close the evidence", "Закрыть источники";
    InReport = "In the report", "В докладе";
    BesideReport = "From outside the report", "Вне доклада";
    CodingNotes = "Coding notes", "Примечания составителей";
    GoTo = "Go to", "Перейти";
    SourcePlace = "{section}, ¶{n}", "{section}, абз. {n}";
    SourcePage = "page {p}", "с. {p}";
    SourcePages = "pages {p}–{q}", "с. {p}–{q}";
    SourceNote = "footnote {n}", "сноска {n}";
    SourceNoteAnnex = "Appendix B, note {n}", "приложение B, примечание {n}";
    ActLine = "{action}, {date}", "{action}, {date}";
    ActTreaty = "{treaty}: {action}, {date}", "{treaty}: {action}, {date}";
    MarkedInTable = "Marked in the table of Appendix A", "Отмечено в таблице приложения A";
    NotMarkedInTable = "Not marked in the table of Appendix A", "Не отмечено в таблице приложения A";
    SaysBefore = "The report names it among the states that had joined before the process", "В докладе названо среди присоединившихся до процесса";
    SaysDuring = "The report names it among the states that joined after the process began", "В докладе названо среди присоединившихся после начала процесса";
    BothAre = "Party to both: {list}", "Участники обоих: {list}";
    FirstOnly = "{instrument} only: {list}", "Только {instrument}: {list}";
    NeitherOf = "Neither: {list}", "Ни в одном: {list}";
    CompareWith = "Compare {state} with …", "Сравнить: {state} и …";
    SeeState = "{state} in the table of instruments", "{state} в таблице договоров";
    SeeAgreements = "Agreements of {state}", "Соглашения: {state}";
    SeeCompare = "{a} beside {b}", "{a} и {b} рядом";
    SchemeProposed = "Proposed by: {list}", "Кем предложено: {list}";
    SchemeOurs = "Drawn from the report’s own tables", "Составлено по таблицам самого доклада";
    Adopted = "adopted {year}", "принят в {year} г.";
    Covers = "The column covers {list}", "Графа охватывает: {list}";
    CentralBodyTitle = "{state}: central body for migration", "{state}: центральный орган по миграции";
    NoneNamedPair = "The report names no agreement between these two states. Its examples are not exhaustive (page 5): this is not a finding that there is none.", "В докладе не названо соглашений между этими двумя государствами. Примеры доклада не исчерпывающие (с. 5): это не означает, что соглашений нет.";
    UseScheme = "Group the states by this scheme", "Сгруппировать по этой схеме";
    ReportNames = "Printed in the report as: {list}", "В докладе: {list}";
    Unnamed = "parties not named", "стороны не названы";
}
