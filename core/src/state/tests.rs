//! Properties of links and states.
//!
//! Round trip of the codec, total decoding, and actions that lead from valid states to valid
//! states.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::columns::{Column, ColumnKind, Condition, Joint, MAX_COLUMNS, MAX_CONDITIONS, Test};
use crate::model::*;
use crate::query::{FACETS, FacetContext, FacetKey, ValueMask};

mod repaired;

static DS: LazyLock<Dataset> = LazyLock::new(|| crate::embedded().unwrap());

const NO_SCHEME: Option<&Scheme> = None;

fn facet_context(scheme: Option<&Scheme>) -> FacetContext<'_> {
    FacetContext { ds: &DS, scheme }
}

// Strategies.

/// Any id of a collection, and `beyond` ids that it does not have.
fn id<I: From<usize> + std::fmt::Debug>(len: usize, beyond: usize) -> impl Strategy<Value = I> {
    (0..len + beyond).prop_map(I::from)
}

fn instrument(beyond: usize) -> impl Strategy<Value = InstrumentId> {
    id(DS.instruments.len(), beyond)
}

fn state(beyond: usize) -> impl Strategy<Value = StateId> {
    id(DS.states.len(), beyond)
}

fn grouping(beyond: usize) -> impl Strategy<Value = SchemeRef> {
    prop_oneof![3 => id(DS.schemes.len(), beyond).prop_map(SchemeRef::Report), 2 => Just(SchemeRef::Custom)]
}

fn name() -> impl Strategy<Value = CustomName> {
    prop_oneof!["[а-яА-ЯёЁ ]{0,60}", "[a-zA-Z0-9 ]{0,60}", any::<String>()]
        .prop_map(|text| CustomName::new(&text))
}

/// A custom grouping of up to one group more than allowed.
fn custom_scheme() -> impl Strategy<Value = CustomScheme> {
    let groups = vec((name(), any::<u64>().prop_map(StateSet)), 0..=MAX_GROUPS + 1);
    (name(), any::<bool>(), groups)
        .prop_map(|(name, exclusive, groups)| CustomScheme::new(&DS, name, exclusive, &groups))
}

fn place() -> impl Strategy<Value = MoveTarget> {
    prop_oneof![
        (0..14_usize).prop_map(MoveTarget::Group),
        Just(MoveTarget::Ungrouped),
        name().prop_map(MoveTarget::New)
    ]
}

fn edit() -> impl Strategy<Value = SchemeEdit> {
    let group = || 0..14_usize;
    prop_oneof![
        name().prop_map(SchemeEdit::New),
        grouping(1).prop_map(SchemeEdit::Copy),
        name().prop_map(SchemeEdit::Rename),
        any::<bool>().prop_map(SchemeEdit::Overlap),
        name().prop_map(SchemeEdit::AddGroup),
        (group(), name()).prop_map(|(group, name)| SchemeEdit::RenameGroup(group, name)),
        group().prop_map(SchemeEdit::RemoveGroup),
        (state(1), option::of(group()), place()).prop_map(|(s, from, to)| SchemeEdit::Move(s, from, to)),
        (state(1), group()).prop_map(|(s, group)| SchemeEdit::Also(s, group)),
        Just(SchemeEdit::Drop),
    ]
}

fn subject(beyond: usize) -> impl Strategy<Value = Subject> {
    prop_oneof![
        state(beyond).prop_map(Subject::State),
        instrument(beyond).prop_map(Subject::Instrument),
        id(DS.themes.len(), beyond).prop_map(Subject::Theme),
        id(DS.populations.len(), beyond).prop_map(Subject::Population),
        id(DS.bodies.len(), beyond).prop_map(Subject::Body),
    ]
}

fn member(groups: usize, beyond: usize) -> impl Strategy<Value = CompareItem> {
    let group = (0..(groups + beyond).max(1))
        .prop_map(move |g| (g < groups + beyond).then_some(CompareItem::Group(g as u8)));
    (group, state(beyond), any::<bool>())
        .prop_map(|(group, state, is_state)| group.filter(|_| !is_state).unwrap_or(CompareItem::State(state)))
}

/// Any evidence; `groups` is the number of groups that it may name.
fn evidence(groups: u16, beyond: usize) -> impl Strategy<Value = Evidence> {
    let group = || (0..=groups).prop_map(|g| g.checked_sub(1));
    let pair =
        || (state(beyond), state(beyond)).prop_filter("two states", move |(a, b)| beyond > 0 || a != b);
    prop_oneof![
        (state(beyond), instrument(beyond)).prop_map(|(s, i)| Evidence::Cell(s, i)),
        (group(), instrument(beyond)).prop_map(|(g, i)| Evidence::Count(g, i)),
        state(beyond).prop_map(Evidence::State),
        instrument(beyond).prop_map(Evidence::Instrument),
        (instrument(beyond), instrument(beyond)).prop_map(|(a, b)| Evidence::Both(a, b)),
        id(DS.agreements.len(), beyond).prop_map(Evidence::Agreement),
        pair().prop_map(|(a, b)| Evidence::Pair(a, b)),
        pair().prop_map(|(a, b)| Evidence::Like(a, b)),
        (group(), id(DS.themes.len(), beyond)).prop_map(|(g, theme)| match g {
            Some(g) => Evidence::Concern(g, theme),
            None => Evidence::Instrument(0.into()),
        }),
        group().prop_map(|g| g.map_or(Evidence::State(0.into()), Evidence::CentralBodies)),
        links(beyond),
        id(DS.bodies.len(), beyond).prop_map(Evidence::Body),
        state(beyond).prop_map(Evidence::CentralBody),
        id(DS.indicators.len(), beyond).prop_map(Evidence::Indicator),
        id(DS.schemes.len(), beyond).prop_map(Evidence::Scheme),
        id(DS.caveats.len(), beyond).prop_map(Evidence::Caveat),
        claim(beyond),
        column_evidence(beyond),
        id(DS.actors.len(), beyond).prop_map(|id| Evidence::Unnamed(Party::Actor(id))),
    ]
}

/// Evidence of a cell of States or Pairs.
fn column_evidence(beyond: usize) -> impl Strategy<Value = Evidence> {
    let input = ColumnInput { ds: &DS, own: None, as_of: None };
    let of = move |table| select(all_columns(input, table));
    let pair = (state(beyond), state(beyond)).prop_filter("two states", |(a, b)| a != b);
    prop_oneof![
        (state(beyond), of(ColumnTable::States)).prop_map(|(a, column)| Evidence::Column(a, None, column)),
        (pair, of(ColumnTable::Pairs)).prop_map(|((a, b), column)| Evidence::Column(a, Some(b), column)),
    ]
}

fn all_columns(input: ColumnInput, table: ColumnTable) -> Vec<Column> {
    let kinds = ColumnKind::ALL.iter().filter(|kind| kind.row().table == table);
    kinds.flat_map(|kind| Column::all_of(input, *kind)).collect()
}

/// Columns, conditions and order of a table, all of them valid.
fn selection(own: Option<Scheme>, table: ColumnTable) -> impl Strategy<Value = Selection> {
    let input = ColumnInput { ds: &DS, own: own.as_ref(), as_of: None };
    let columns = all_columns(input, table);
    let shown: Vec<_> = columns.iter().copied().filter(|column| column.kind != ColumnKind::With).collect();
    let test = prop_oneof![
        Just(Test::Holds),
        Just(Test::NotMentioned),
        any::<u16>().prop_map(Test::AtLeast),
        any::<u16>().prop_map(Test::AtMost),
        any::<u16>().prop_map(Test::Exactly),
        (0..14_u16).prop_map(Test::Is),
    ];
    let condition = (select(columns), test, any::<bool>(), any::<bool>());
    let order = option::of((select(shown.clone()), any::<bool>()));
    (vec(select(shown), 0..=MAX_COLUMNS), vec(condition, 0..=MAX_CONDITIONS), order).prop_map(
        move |(mut columns, conditions, order)| {
            let input = ColumnInput { ds: &DS, own: own.as_ref(), as_of: None };
            columns.sort_unstable();
            columns.dedup();
            if columns == crate::columns::default_columns(input, table) {
                columns.clear();
            }
            let joint = |or: bool| if or { Joint::Or } else { Joint::And };
            let conditions = conditions
                .into_iter()
                .map(|(column, test, negated, or)| (joint(or), Condition { column, test, negated }));
            let mut selection = Selection { columns, conditions: conditions.collect(), order };
            selection.keep_existing(input);
            selection
        },
    )
}

/// Evidence of the links of one or two parties.
fn links(beyond: usize) -> impl Strategy<Value = Evidence> {
    let party = || {
        prop_oneof![state(beyond).prop_map(Party::State), id(DS.actors.len(), beyond).prop_map(Party::Actor)]
    };
    (party(), option::of(party()))
        .prop_filter("two parties", move |(a, b)| beyond > 0 || Some(*a) != *b)
        .prop_map(|(a, b)| Evidence::Links(a, b))
}

/// Evidence of records coded from the report.
fn claim(beyond: usize) -> impl Strategy<Value = Evidence> {
    prop_oneof![
        id(DS.findings.len(), beyond).prop_map(Evidence::Finding),
        id(DS.laws.len(), beyond).prop_map(Evidence::Law),
        id(DS.assistance.len(), beyond).prop_map(Evidence::Assistance),
        id(DS.positions.len(), beyond).prop_map(Evidence::Position),
        id(DS.working_groups.len(), beyond).prop_map(Evidence::WorkingGroup),
        id(DS.events.len(), beyond).prop_map(Evidence::Event),
        id(DS.paragraphs.len(), beyond).prop_map(Evidence::Paragraph),
        id(DS.notes.len(), beyond).prop_map(Evidence::Note),
        Just(Evidence::Citation),
    ]
}

fn filter(scheme: Option<Scheme>) -> impl Strategy<Value = Filter> {
    // An empty, a small and a large choice in each facet.
    let values = prop_oneof![Just(0), (0..ValueMask::BITS).prop_map(|bit| 1 << bit), any::<ValueMask>()];
    vec(values, FACETS.len()).prop_map(move |chosen| {
        let facet_context = facet_context(scheme.as_ref());
        let chosen = FACETS.iter().zip(chosen);
        chosen.fold(Filter::default(), |f, (facet, values)| f.with(facet_context, facet.key, values))
    })
}

/// Any day of the calendar between two years.
fn day(years: std::ops::RangeInclusive<u16>) -> impl Strategy<Value = Day> {
    (years, 1..=12_u8, 1..=31_u8).prop_filter_map("a day that exists", |(y, m, d)| Day::new(y, m, d))
}

/// Two facets that findings have.
fn axes() -> impl Strategy<Value = Axes> {
    let facet = || select(FACETS.iter().filter(|f| f.finding.is_some()).map(|f| f.key).collect::<Vec<_>>());
    [facet(), facet()].prop_map(Axes)
}

/// Search text: empty, a few letters, or any text.
fn search() -> impl Strategy<Value = SearchText> {
    let text =
        prop_oneof![Just(String::new()), "[a-zа-яё&=%#?+ .\"'-]{1,40}", any::<String>(), "\\PC{0,300}"];
    text.prop_map(|text| SearchText::new(&text))
}

/// Text of a question: none yet, a few words, or any text.
fn question() -> impl Strategy<Value = QuestionText> {
    let text =
        prop_oneof![Just(String::new()), "[a-zа-яё&=%#?+ .\"'-]{1,60}", any::<String>(), "\\PC{0,400}"];
    text.prop_map(|text| QuestionText::new(&text))
}

/// Order and filter of a table: no column twice, no text that a link cannot hold.
fn table_rows() -> impl Strategy<Value = TableRows> {
    let sort = option::of((0..MAX_TABLE_COLUMNS, any::<bool>()));
    let only = vec((0..MAX_TABLE_COLUMNS, name()), 0..4);
    (sort, only).prop_map(|(sort, only)| {
        let sort = sort.map(|(column, descending)| TableSort { column, descending });
        let mut rows = TableRows { sort, only: Vec::new() };
        only.into_iter().for_each(|(column, text)| rows.filter(column, text));
        rows
    })
}

/// The part of a state that may name groups of the active scheme.
fn grouped() -> impl Strategy<Value = ViewState> {
    (option::of(custom_scheme()), option::of(grouping(0)), option::of(grouping(0))).prop_flat_map(
        |(custom_scheme, active, second_grouping)| {
            let there = |grouping: &SchemeRef| custom_scheme.is_some() || *grouping != SchemeRef::Custom;
            let base = ViewState {
                grouping: active.filter(there),
                second_grouping: second_grouping.filter(there),
                custom_scheme: custom_scheme.clone(),
                ..ViewState::default()
            };
            let scheme = base.scheme(&DS).cloned();
            let groups = scheme.as_ref().map_or(0, |scheme| scheme.groups.len());
            let own = base.custom_scheme.as_deref().cloned();
            let tables = (
                selection(own.clone(), ColumnTable::States),
                selection(own, ColumnTable::Pairs),
                select(PairRows::ALL),
            );
            let sides = [(); MAX_COMPARE_ITEMS].map(|()| option::of(member(groups, 0)));
            let open = prop_oneof![
                4 => option::of(evidence(groups as u16, 0)),
                1 => Just((base.grouping == Some(SchemeRef::Custom)).then_some(Evidence::CustomScheme)),
            ];
            (Just(base), filter(scheme), sides, open, tables).prop_map(
                |(base, filter, sides, open, (of_states, of_pairs, pair_rows))| ViewState {
                    filter,
                    sides,
                    open,
                    of_states,
                    of_pairs,
                    pair_rows,
                    ..base
                },
            )
        },
    )
}

fn valid() -> impl Strategy<Value = ViewState> {
    let choices = (
        (
            select(View::ALL),
            select(Tab::ALL),
            select(CellStyle::ALL),
            select(Table::ALL),
            select(Appearance::ALL),
        ),
        (
            (select(RowFilter::ALL), select(SpokeFilter::ALL)),
            select(StateOrder::ALL),
            select(FindingOrder::ALL),
            select(Lang::ALL.to_vec()),
        ),
    );
    let rest = (
        option::of(day(1992..=2000)),
        option::of(subject(0)),
        (option::of(state(0)), option::of(state(0))),
        (0..u16::MAX, prop_oneof![Just(0), any::<u16>()]),
        (axes(), table_rows()),
        (search(), option::of(question()), option::of(any::<u16>()), option::of("z[a-zA-Z0-9_-]{0,60}")),
    );
    (grouped(), choices, rest).prop_map(
        |(
            grouped,
            ((view, tab, cell_style, table, appearance), ((rows, spoke), order, finding_order, lang)),
            (
                as_of,
                of,
                (picked_up, pinned_state),
                (page, picks),
                (axes, table_rows),
                (search, question, slide, deck),
            ),
        )| ViewState {
            view,
            tab: if view.tabs().contains(&tab) { tab } else { Tab::default() },
            cell_style,
            table,
            appearance,
            rows,
            spoke,
            order,
            finding_order,
            lang,
            as_of,
            of,
            picked_up,
            pinned_state,
            page,
            axes,
            picks: if Route::of(view, tab).has_picks() && view.tabs().contains(&tab) { picks } else { 0 },
            table_rows: if view == View::Data { table_rows } else { TableRows::default() },
            search,
            slide,
            shared_deck: deck.filter(|_| view == View::Deck).and_then(|deck| SharedDeck::new(&deck)),
            question,
            ..grouped
        },
    )
}

/// Any action, with existing and unknown ids.
fn action() -> impl Strategy<Value = Action> {
    let facet = || select(FACETS.iter().map(|f| f.key).collect::<Vec<_>>());
    prop_oneof![
        select(View::ALL).prop_map(Action::Go),
        select(Tab::ALL).prop_map(Action::Tab),
        option::of(grouping(2)).prop_map(Action::Scheme),
        option::of(grouping(2)).prop_map(Action::SecondGrouping),
        edit().prop_map(Action::EditScheme),
        option::of(state(2)).prop_map(Action::PickUp),
        option::of(state(2)).prop_map(Action::Pin),
        (facet(), 0..70_usize).prop_map(|(facet, value)| Action::Toggle(facet, value)),
        any::<u64>().prop_map(|states| Action::ToggleStates(StateSet(states))),
        facet().prop_map(Action::ClearFacet),
        Just(Action::ClearAll),
        search().prop_map(Action::Search),
        question().prop_map(Action::Ask),
        option::of(day(1990..=2002)).prop_map(Action::AsOf),
        select(CellStyle::ALL).prop_map(Action::CellStyle),
        (0..8_usize, option::of(member(3, 2))).prop_map(|(side, member)| Action::SetSide(side, member)),
        (0..8_usize).prop_map(Action::SwapSides),
        (0..8_usize).prop_map(Action::RemoveSide),
        select(RowFilter::ALL).prop_map(Action::RowFilter),
        select(StateOrder::ALL).prop_map(Action::StateOrder),
        select(FindingOrder::ALL).prop_map(Action::FindingOrder),
        select(Table::ALL).prop_map(Action::Table),
        (0..3_usize, facet()).prop_map(|(axis, facet)| Action::Axis(axis, facet)),
        (0..MAX_TABLE_COLUMNS + 2).prop_map(Action::SortTable),
        (0..MAX_TABLE_COLUMNS + 2, name()).prop_map(|(column, text)| Action::FilterColumn(column, text)),
        Just(Action::ClearColumns),
        any::<u16>().prop_map(Action::Page),
        any::<u16>().prop_map(Action::Pick),
        subject(2).prop_map(Action::PageOf),
        option::of(any::<u16>()).prop_map(Action::Slide),
        evidence(6, 2).prop_map(Action::Open),
        Just(Action::Close),
        select(Lang::ALL.to_vec()).prop_map(Action::Lang),
        select(Appearance::ALL).prop_map(Action::Appearance),
    ]
}

/// Arbitrary, malformed and hostile text.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[#/?&=.:%]{1,8}",
        "%[0-9a-fA-F]{1,2}",
        "[\\x00-\\x1f\\x7f-\\xff]{1,4}",
        "(#?/?(instruments|agreements|compare|data|overview))?[?]",
        "&?(v|g|q|s|status|theme|pop|asof|cells|a|b|f|own|beside|move|mine|sort|of|rows|spoke|cols|if|by|paircols|pairif|pairby|pairs|table|tableby|has|pick|slide|deck|ask|lang|look|open|data|tab|x)=",
        "(ARM|geo|ukraine|central-asia|1999-0[0-9]-3[01]|ru|dark|differ|ratified|migrants|CSR51)[.:&]?",
        "(own|group:g1|~8d_i_Corsok[.*:]|theme:legislation|ARMAZE|-[0-9a-z]{1,6}-|similarity)",
        "(party-CSR51|nine|body|group-own|position|partners)[.~:](3-|-3|no|no-|silent|RUS|up|west)?",
        "(cell|count|pair|both|column|state|scheme|caveat|agreement):(ARM|all|russia|CSR51|ukraine)?:?(CSR51|GEO|ARM)?",
    ];
    let long = (any::<char>(), 1_900..10_000_usize).prop_map(|(c, n)| c.to_string().repeat(n));
    prop_oneof![8 => vec(piece, 0..40).prop_map(|pieces| pieces.concat()), 1 => long]
}

fn link(state: &ViewState) -> String {
    encode(state, &DS)
}

fn from(link: &str) -> ViewState {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    assert_eq!(encode(&decoded.state, &DS), link);
    decoded.state
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_encoded_comes_back_whole(state in valid()) {
        let link = link(&state);
        prop_assert!(link.is_ascii() && link.len() <= MAX_LINK && link.starts_with("#/"), "{link}");
        prop_assert_eq!(decode(&link, &DS), Decoded { state, errors: Vec::new() }, "{}", link);
    }

    #[test]
    fn any_text_can_be_sought(text in any::<String>()) {
        let search = SearchText::new(&text);
        prop_assert_eq!(SearchText::new(search.text()), search);
        prop_assert!(search.text().chars().all(|c| !c.is_control()));
        let state = ViewState { search, ..ViewState::default() };
        prop_assert_eq!(decode(&link(&state), &DS), Decoded { state, errors: Vec::new() });
    }

    #[test]
    fn any_text_decodes_to_a_state_that_comes_back(text in hostile()) {
        let once = decode(&text, &DS);
        let (link, twice) = (link(&once.state), decode(&link(&once.state), &DS));
        prop_assert_eq!(&twice, &Decoded { state: once.state, errors: Vec::new() });
        prop_assert_eq!(encode(&twice.state, &DS), link);
    }

    #[test]
    fn any_actions_lead_to_a_state_that_comes_back(start in valid(), actions in vec(action(), 0..12)) {
        let state = actions.into_iter().fold(start, |state, action| reduce(&state, action, &DS));
        prop_assert_eq!(decode(&link(&state), &DS), Decoded { state, errors: Vec::new() });
    }

    #[test]
    fn what_is_toggled_twice_is_as_it_was(start in valid(), facet in 0..FACETS.len(), value in 0..70_usize) {
        let toggle = Action::Toggle(FACETS[facet].key, value);
        // A changed result set starts at its first page.
        let start = ViewState { page: 0, question: None, ..start };
        prop_assert_eq!(reduce(&reduce(&start, toggle, &DS), toggle, &DS), start);
    }
}

#[test]
fn a_long_choice_is_written_by_what_it_leaves_out() {
    let theme = FacetKey::Theme;
    let last = DS.themes.len() - 1;
    let all = Filter::default().with(facet_context(NO_SCHEME), theme, ValueMask::MAX);
    for (filter, wanted) in [
        (all, "~".to_owned()),
        (all.toggled(facet_context(NO_SCHEME), theme, last), format!("~{}", DS.themes[last].key)),
        (Filter::default().toggled(facet_context(NO_SCHEME), theme, last), DS.themes[last].key.clone()),
        (
            Filter::default().with(facet_context(NO_SCHEME), theme, ValueMask::MAX >> 96),
            "*ffffffff".to_owned(),
        ),
    ] {
        let state = ViewState { view: View::Agreements, filter, ..ViewState::default() };
        assert_eq!(link(&state), format!("#/agreements?v=1&theme={wanted}"));
        assert_eq!(decode(&link(&state), &DS), Decoded { state, errors: Vec::new() });
    }
    let lost = decode("#/agreements?theme=~nothing", &DS);
    assert_eq!(lost.state.filter, all);
    assert_eq!(lost.errors, [LinkError::Value("theme", "nothing".into())]);
    let lost = decode("#/agreements?theme=*fg", &DS);
    assert_eq!(lost.errors, [LinkError::Value("theme", "*fg".into())]);
    let every = "ARM.AZE.BLR.GEO.KAZ.KGZ.MDA.RUS.TJK.TKM.UKR.UZB";
    let none = decode(&format!("#/findings?v=1&s=~{every}"), &DS);
    assert!(matches!(&none.errors[..], [LinkError::Value("s", _)]), "{:?}", none.errors);
}

fn longest<'a>(keys: impl Iterator<Item = &'a String>) -> &'a str {
    keys.max_by_key(|key| key.len()).unwrap()
}

/// A custom grouping of the maximum size, with the longest Russian names.
fn longest_own() -> CustomScheme {
    let kept = ["a < b", "\u{200b} f", "\u{7} <> ", " a\n b "].map(CustomName::new);
    assert_eq!(
        kept.each_ref().map(CustomName::text),
        ["a b", "f", "", "a b"],
        "what is refused leaves no blanks"
    );
    let name = CustomName::new(&"Ю".repeat(MAX_NAME_CHARS + 1));
    let one = |ix: usize| (name, StateSet::default().with(ix.into()));
    CustomScheme::new(&DS, name, false, &(0..MAX_GROUPS).map(one).collect::<Vec<_>>())
}

/// An order and the longest filter in Russian.
fn longest_rows() -> TableRows {
    let text = CustomName::new(&"ё".repeat(MAX_NAME_CHARS));
    let mut rows = TableRows { sort: Some(TableSort { column: 6, descending: true }), only: Vec::new() };
    (0..MAX_TABLE_COLUMNS).for_each(|column| rows.filter(column, text));
    assert_eq!(rows.only.len(), MAX_FILTERED);
    rows
}

#[test]
fn the_landing_view_has_the_shortest_link_and_the_fullest_state_still_fits() {
    assert_eq!(link(&ViewState::default()), "#/");
    // Six values of each facet make the longest link; more are written as a bit mask.
    let half = FACETS.iter().fold(Filter::default(), |f, facet| {
        let len = (facet.len)(facet_context(NO_SCHEME));
        f.with(facet_context(NO_SCHEME), facet.key, (1 << len.min(6)) - 1)
    });
    let state = ViewState {
        view: View::Groupings,
        tab: Tab::Positions,
        grouping: Some(SchemeRef::Custom),
        custom_scheme: Some(longest_own()),
        second_grouping: DS.scheme_by_key("refugee-instruments").map(SchemeRef::Report),
        picked_up: DS.state_by_key("ARM"),
        pinned_state: DS.state_by_key("ARM"),
        filter: half,
        search: SearchText::new(&"ё".repeat(100)),
        as_of: Some(AS_OF_RANGE[1]),
        cell_style: CellStyle::Words,
        sides: [Some(CompareItem::Group(11)); MAX_COMPARE_ITEMS],
        of_states: Selection::default(),
        of_pairs: Selection::default(),
        pair_rows: PairRows::All,
        rows: RowFilter::All,
        spoke: SpokeFilter::Against,
        order: StateOrder::Similarity,
        finding_order: FindingOrder::Report,
        of: Dataset::find(&DS.themes, |t| &t.key, longest(DS.themes.iter().map(|t| &t.key)))
            .map(Subject::Theme),
        axes: Axes([FacetKey::Addressee, FacetKey::Population]),
        table: Table::Participation,
        table_rows: TableRows::default(),
        picks: u16::MAX,
        slide: Some(u16::MAX),
        shared_deck: None,
        page: u16::MAX - 1,
        open: Dataset::find(&DS.caveats, |c| &c.key, longest(DS.caveats.iter().map(|c| &c.key)))
            .map(Evidence::Caveat),
        question: None,
        lang: Lang::Ru,
        appearance: Appearance::Projector,
    };
    // Chat programs cut links near 2,048 characters.
    let of_table = ViewState {
        view: View::Data,
        tab: Tab::Summary,
        table_rows: longest_rows(),
        picks: 0,
        ..state.clone()
    };
    // A question is asked over any view; the longest in Russian.
    let asked = ViewState { question: Some(QuestionText::new(&"ё".repeat(200))), ..ViewState::default() };
    for (state, most) in [(state, 2_000), (of_table, 2_150), (asked, 950)] {
        let link = link(&state);
        assert_eq!(decode(&link, &DS), Decoded { state, errors: Vec::new() });
        assert!(link.len() < most, "{} bytes leave no room: {link}", link.len());
    }
}

/// Returns the longest choices of a table.
fn longest_selection(table: ColumnTable) -> Selection {
    let input = ColumnInput { ds: &DS, own: None, as_of: None };
    let mut columns = all_columns(input, table);
    columns.retain(|column| column.kind != ColumnKind::With);
    columns.sort_by_key(|column| std::cmp::Reverse(column.key(input).len()));
    let longest = columns[0];
    columns.truncate(MAX_COLUMNS);
    columns.sort_unstable();
    let asked = Condition { column: longest, test: Test::AtLeast(u16::MAX), negated: true };
    let conditions = vec![(Joint::Or, asked); MAX_CONDITIONS];
    let mut selection = Selection { columns, conditions, order: Some((longest, true)) };
    selection.keep_existing(input);
    selection
}

#[test]
fn the_longest_tables_fit_into_a_link() {
    let of_states = longest_selection(ColumnTable::States);
    let state = ViewState { view: View::States, of_states, ..ViewState::default() };
    assert!(link(&state).len() < 1_000, "{}", link(&state));
    let of_pairs = longest_selection(ColumnTable::Pairs);
    let both = ViewState { of_pairs, custom_scheme: Some(longest_own()), ..state };
    assert!(link(&both).len() < MAX_LINK - 1_000, "{}", link(&both));
    assert_eq!(decode(&link(&both), &DS), Decoded { state: both, errors: Vec::new() });
}

#[test]
fn what_is_sought_is_one_line_that_fits_into_a_link() {
    for (text, kept) in [
        ("", ""),
        ("  \t\r\n ", ""),
        ("  two \n words\0 ", "two words"),
        ("\u{202e}right\u{200b} to left", "right to left"),
        ("a&b=c#d?e%20+\u{1}", "a&b=c#d?e%20+"),
    ] {
        assert_eq!(SearchText::new(text).text(), kept);
    }
    let long = SearchText::new(&"ё".repeat(10_000));
    assert_eq!((long.text(), long.is_full()), ("ё".repeat(60).as_str(), true));
    assert_eq!(SearchText::new(&format!("{} ", "x".repeat(119))).text().len(), 119);
    assert_eq!(SearchText::new(&"\u{200b}".repeat(100_000)), SearchText::default());

    let state = ViewState { view: View::Instruments, page: 3, ..ViewState::default() };
    let asked = reduce(&state, Action::Search(SearchText::new("Прописка & co")), &DS);
    assert_eq!((asked.view, asked.page), (View::Findings, 0));
    assert_eq!(link(&asked), "#/findings?v=1&q=%D0%9F%D1%80%D0%BE%D0%BF%D0%B8%D1%81%D0%BA%D0%B0%20%26%20co");
    assert_eq!(decode("#/findings?q=two%20%0Awords&q=three+1", &DS).state.search.text(), "three+1");
    // Clearing one facet keeps the view; clearing all removes the search too.
    let on = ViewState { view: View::Findings, page: 3, ..asked };
    for action in [Action::Search(SearchText::default()), Action::ClearAll] {
        let next = reduce(&on, action, &DS);
        assert_eq!((next.view, next.page, next.search), (View::Findings, 0, SearchText::default()));
    }
}

#[test]
fn links_of_version_1_stay_readable() {
    // Links that users have saved. Never change one; a renaming needs a migration.
    for old in [
        "#/",
        "#/?v=1&tab=figures&open=figure:idps",
        "#/instruments?v=1&g=ukraine&s=ARM.GEO&asof=1996-05-29&cells=words&open=count:trans-caucasus:CSR51",
        "#/instruments?v=1&open=count:all:CRC89",
        "#/instruments?v=1&lang=ru&look=projector&open=cell:GEO:CSR51",
        "#/instruments?v=1&g=southern-caucasus&open=both:ICCPR66:ICESCR66",
        "#/instruments?v=1&g=central-asia&look=dark&open=instrument:CAT84",
        "#/agreements?v=1&s=RUS&status=partly-ratified.ratified&theme=migrants-rights&pop=migrants&open=pair:GEO:RUS",
        "#/agreements?v=1&open=agreement:geo-rus-migration-1994",
        "#/agreements?v=1&tab=network&g=ukraine&open=unnamed:IOM",
        "#/agreements?v=1&tab=network&open=links:NGO-FUND",
        "#/compare?v=1&a=ARM&b=GEO&rows=all&open=state:GEO",
        "#/findings?v=1&kind=obstacle&q=propiska%20%D0%92%D0%9F%D0%9B",
        "#/compare?v=1&g=central-body&b=UZB&open=central-body:UZB",
        "#/data?v=1&g=refugee-instruments&table=schemes&open=scheme:ukraine",
        "#/data?v=1&open=caveat:examples-not-exhaustive",
    ] {
        from(old);
    }
    let body = &DS.bodies[0].key;
    from(&format!("#/data?v=1&table=bodies&open=body:{body}"));
    for table in &Table::ALL[1..] {
        from(&format!("#/data?v=1&table={}", table.url()));
    }
}

#[test]
fn a_broken_link_opens_the_nearest_state_and_says_what_it_lost() {
    use LinkError::{Length, Param, Twice, Value, Version, View};
    let s = String::from;
    let many = "ARM.".repeat(1_100);
    let cut = format!("#/instruments?s=GEO&theme={}", "x".repeat(5_000));
    let cut_words = format!("#/findings?q={}", "a".repeat(10_000));
    let cut_words_kept = format!("#/findings?v=1&q={}", "a".repeat(120));
    let cut_only = format!("#/instruments?s={many}");
    let cut_path = format!("/{}", "ö".repeat(10_000));
    let cases: Vec<(&str, &str, Vec<LinkError>)> = vec![
        // No errors.
        ("", "#/", vec![]),
        ("#", "#/", vec![]),
        ("/", "#/", vec![]),
        ("#/overview", "#/", vec![]),
        ("instruments/", "#/instruments", vec![]),
        ("#/instruments?", "#/instruments", vec![]),
        ("#/instruments?&&v=1&", "#/instruments", vec![]),
        ("#/instruments?s=arm.Geo&a=aze", "#/instruments?v=1&s=ARM.GEO&a=AZE", vec![]),
        ("#/instruments?s=GEO.ARM.GEO..", "#/instruments?v=1&s=ARM.GEO", vec![]),
        (
            "#/%69nstruments?%73=%41RM%2eGEO&asof=1996%2D05-29",
            "#/instruments?v=1&s=ARM.GEO&asof=1996-05-29",
            vec![],
        ),
        ("#/instruments?open=cell%3AGEO%3ACSR51", "#/instruments?v=1&open=cell:GEO:CSR51", vec![]),
        (
            "#/instruments?open=count:russia:CSR51&g=ukraine",
            "#/instruments?v=1&g=ukraine&open=count:russia:CSR51",
            vec![],
        ),
        ("#/instruments?asof=2000-02-29", "#/instruments?v=1&asof=2000-02-29", vec![]),
        ("#/instruments?asof=1992-01-01", "#/instruments?v=1&asof=1992-01-01", vec![]),
        ("#/instruments?asof=2000-12-31", "#/instruments?v=1&asof=2000-12-31", vec![]),
        ("#/?v=1&lang=en&look=light&tab=summary&cells=marks&table=caveats", "#/", vec![]),
        // Repeated parameters: facets are merged; of the rest the last usable value wins, and a
        // different earlier one is reported.
        ("#/instruments?s=ARM&s=GEO", "#/instruments?v=1&s=ARM.GEO", vec![]),
        ("#/?v=1&lang=ru&a=arm&v=1&lang=ru&a=ARM", "#/?v=1&a=ARM&lang=ru", vec![]),
        ("#/?lang=ru&lang=en", "#/", vec![Twice(s("lang"), s("ru"))]),
        ("#/compare?a=XXX&a=ARM", "#/compare?v=1&a=ARM", vec![Value("a", s("XXX"))]),
        ("#/compare?a=ARM&a=XXX", "#/compare?v=1&a=ARM", vec![Value("a", s("XXX"))]),
        // Empty values.
        ("#/instruments?s=&theme", "#/instruments", vec![Value("s", s("")), Value("theme", s(""))]),
        ("#/instruments?g=&lang", "#/instruments", vec![Value("g", s("")), Value("lang", s(""))]),
        ("#/instruments?=ARM&v=", "#/instruments", vec![Param(s("")), Value("v", s(""))]),
        // Unknown names.
        ("#/wiki?s=ARM", "#/?v=1&s=ARM", vec![View(s("wiki"))]),
        ("#/Instruments", "#/instruments", vec![]),
        ("#/instruments/ARM", "#/", vec![View(s("instruments/ARM"))]),
        ("#/\u{7}договоры\u{0}", "#/", vec![View(s("договоры"))]),
        ("#/instruments?state=ARM&s=GEO", "#/instruments?v=1&s=GEO", vec![Param(s("state"))]),
        (
            "#/instruments?s=ARM.XXX.GEO.Y",
            "#/instruments?v=1&s=ARM.GEO",
            vec![Value("s", s("XXX")), Value("s", s("Y"))],
        ),
        (
            "#/agreements?status=ratified.done",
            "#/agreements?v=1&status=ratified",
            vec![Value("status", s("done"))],
        ),
        ("#/agreements?theme=x&pop=y", "#/agreements", vec![Value("theme", s("x")), Value("pop", s("y"))]),
        (
            "#/instruments?g=nato&cells=icons",
            "#/instruments",
            vec![Value("g", s("nato")), Value("cells", s("icons"))],
        ),
        (
            "#/data?table=verdicts&look=sepia&lang=fr",
            "#/data",
            vec![Value("table", s("verdicts")), Value("look", s("sepia")), Value("lang", s("fr"))],
        ),
        (
            "#/?tab=chronicle&rows=every&a=YUG",
            "#/",
            vec![Value("tab", s("chronicle")), Value("rows", s("every")), Value("a", s("YUG"))],
        ),
        // A tab that the view does not have; the target of the skip link.
        ("#/instruments?v=1&tab=network", "#/instruments", vec![Value("tab", s("network"))]),
        ("#/nowhere?v=1&tab=voices", "#/", vec![View(s("nowhere")), Value("tab", s("voices"))]),
        ("#main", "#/", vec![]),
        // Evidence of an unknown subject.
        ("#/?open=cell:GEO:XXX", "#/", vec![Value("open", s("cell:GEO:XXX"))]),
        ("#/?open=cell:GEO", "#/", vec![Value("open", s("cell:GEO"))]),
        ("#/?open=state:GEO:CSR51", "#/", vec![Value("open", s("state:GEO:CSR51"))]),
        ("#/?open=both:CSR51:CAT84:CRC89", "#/", vec![Value("open", s("both:CSR51:CAT84:CRC89"))]),
        ("#/?open=pair:GEO:GEO", "#/", vec![Value("open", s("pair:GEO:GEO"))]),
        ("#/?open=links:IOM:IOM", "#/", vec![Value("open", s("links:IOM:IOM"))]),
        ("#/?open=links:IOM:NATO", "#/", vec![Value("open", s("links:IOM:NATO"))]),
        ("#/?open=count:russia:CSR51", "#/", vec![Value("open", s("count:russia:CSR51"))]),
        (
            "#/?g=central-body&open=count:russia:CSR51",
            "#/?v=1&g=central-body",
            vec![Value("open", s("count:russia:CSR51"))],
        ),
        // Dates.
        ("#/instruments?asof=1991-12-31", "#/instruments", vec![Value("asof", s("1991-12-31"))]),
        ("#/instruments?asof=2001-01-01", "#/instruments", vec![Value("asof", s("2001-01-01"))]),
        ("#/instruments?asof=1999-02-30", "#/instruments", vec![Value("asof", s("1999-02-30"))]),
        ("#/instruments?asof=1999-05", "#/instruments", vec![Value("asof", s("1999-05"))]),
        ("#/instruments?asof=today", "#/instruments", vec![Value("asof", s("today"))]),
        // A newer version: known parameters are decoded.
        (
            "#/instruments?v=2&s=ARM&colour=red",
            "#/instruments?v=1&s=ARM",
            vec![Version(s("2")), Param(s("colour"))],
        ),
        // Malformed escapes stay text, except a truncated one at the end; long text is quoted in
        // part.
        ("#/instruments?s=%ZZ%4", "#/instruments", vec![Length, Value("s", s("%ZZ"))]),
        ("#/instruments?g=%ff%c3%28", "#/instruments", vec![Value("g", s("\u{fffd}\u{fffd}("))]),
        (
            "#/?g=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee",
            "#/",
            vec![Value("g", s("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd"))],
        ),
        // Cut after the name of a group: its states are missing.
        (
            "#/groupings?v=1&g=own&own=N.A:ARMAZE.B:",
            "#/groupings?v=1&g=own&own=N.A:ARMAZE.B:&v=1",
            vec![Length],
        ),
        ("#/groupings?v=1&g=own&own=N.A:", "#/groupings?v=1&g=own&own=N.A:&v=1", vec![Length]),
        ("#/groupings?v=1&g=own&own=N.A:&v=1", "#/groupings?v=1&g=own&own=N.A:&v=1", vec![]),
        // Too long: a truncated parameter is dropped.
        (&cut, "#/instruments?v=1&s=GEO", vec![Length]),
        // A prefix of search text is kept.
        (&cut_words, &cut_words_kept, vec![Length]),
        (&cut_only, "#/instruments", vec![Length]),
        (&cut_path, "#/", vec![Length, View("ö".repeat(40))]),
    ];
    for (given, wanted, errors) in cases {
        let decoded = decode(given, &DS);
        assert_eq!((link(&decoded.state).as_str(), &decoded.errors), (wanted, &errors), "{given}");
    }
}

#[test]
fn no_copied_name_is_cut_inside_a_word_or_bracket() {
    for (id, scheme) in (0..).map(SchemeId).zip(&DS.schemes) {
        for lang in [Lang::En, Lang::Ru] {
            let mut state = decode("#/groupings", &DS).state;
            state.lang = lang;
            let copy = Action::EditScheme(SchemeEdit::Copy(SchemeRef::Report(id)));
            let copied = reduce(&state, copy, &DS).custom_scheme.unwrap();
            for (group, original) in copied.groups.iter().zip(&scheme.groups) {
                let (name, whole) = (
                    &group.name.en,
                    match lang {
                        Lang::En => &original.name.en,
                        Lang::Ru => original.name.ru.as_ref().unwrap(),
                    },
                );
                let rest = whole.strip_prefix(name.as_str()).unwrap();
                assert!(rest.is_empty() || rest.starts_with(" ("), "{whole}: {name}");
            }
        }
    }
}

#[test]
fn each_action_leads_to_its_state() {
    let [ukraine, body] = ["ukraine", "central-body"].map(|key| DS.scheme_by_key(key).map(SchemeRef::Report));
    let csr = DS.instrument_by_key("CSR51").unwrap();
    let s = |key| DS.state_by_key(key).unwrap();
    let caucasus: StateSet = ["ARM", "AZE", "GEO"].map(s).into_iter().collect();
    let toggle = |key| Action::ToggleStates([s(key)].into_iter().collect());
    let nobody = StateId(99);
    let (edit, name) = (Action::EditScheme, CustomName::new);
    let cases: Vec<(&str, Vec<Action>, &str)> = vec![
        // The drawer closes when its subject goes, and stays open otherwise.
        ("#/instruments?v=1&s=ARM&open=state:ARM", vec![Action::Go(View::Compare)], "#/compare?v=1&s=ARM"),
        ("#/?v=1&open=state:ARM", vec![Action::Tab(Tab::Figures)], "#/?v=1&tab=figures"),
        // A view opens at its first tab, even the current view.
        ("#/?v=1&tab=figures&s=ARM", vec![Action::Go(View::Overview)], "#/?v=1&s=ARM"),
        ("#/?v=1&tab=figures", vec![Action::Go(View::Data), Action::Go(View::Overview)], "#/"),
        ("#/data", vec![Action::Go(View::Overview), Action::Tab(Tab::Figures)], "#/?v=1&tab=figures"),
        ("#/?v=1&open=state:ARM", vec![Action::Close], "#/"),
        ("#/?v=1&open=state:ARM", vec![Action::Scheme(ukraine)], "#/?v=1&g=ukraine&open=state:ARM"),
        ("#/?v=1&open=state:ARM", vec![Action::Lang(Lang::Ru)], "#/?v=1&lang=ru&open=state:ARM"),
        ("#/?v=1&g=ukraine&open=count:russia:CSR51", vec![Action::Scheme(body)], "#/?v=1&g=central-body"),
        ("#/?v=1&g=ukraine&open=count:russia:CSR51", vec![Action::Scheme(None)], "#/"),
        (
            "#/?v=1&g=ukraine&open=count:russia:CSR51",
            vec![Action::Scheme(ukraine)],
            "#/?v=1&g=ukraine&open=count:russia:CSR51",
        ),
        (
            "#/?v=1&g=ukraine&open=count:all:CSR51",
            vec![Action::Scheme(body)],
            "#/?v=1&g=central-body&open=count:all:CSR51",
        ),
        // States, one by one and as a group.
        ("#/", vec![Action::Toggle(FacetKey::State, s("GEO").ix())], "#/?v=1&s=GEO"),
        ("#/?v=1&s=GEO", vec![Action::Toggle(FacetKey::State, s("GEO").ix())], "#/"),
        ("#/", vec![Action::ToggleStates(caucasus)], "#/?v=1&s=ARM.AZE.GEO"),
        ("#/?v=1&s=GEO.RUS", vec![Action::ToggleStates(caucasus)], "#/?v=1&s=ARM.AZE.GEO.RUS"),
        ("#/?v=1&s=ARM.AZE.GEO.RUS", vec![Action::ToggleStates(caucasus)], "#/?v=1&s=RUS"),
        ("#/?v=1&s=RUS", vec![Action::ToggleStates(StateSet::default())], "#/?v=1&s=RUS"),
        ("#/", vec![toggle("ARM"), toggle("GEO"), toggle("ARM")], "#/?v=1&s=GEO"),
        // Clearing filters.
        (
            "#/agreements?v=1&s=ARM&status=ratified",
            vec![Action::ClearFacet(FacetKey::State)],
            "#/agreements?v=1&status=ratified",
        ),
        (
            "#/agreements?v=1&g=ukraine&s=ARM&status=ratified",
            vec![Action::ClearAll],
            "#/agreements?v=1&g=ukraine",
        ),
        // The date.
        ("#/", vec![Action::AsOf(Day::new(1996, 5, 29))], "#/?v=1&asof=1996-05-29"),
        ("#/?v=1&asof=1996-05-29", vec![Action::AsOf(None)], "#/"),
        // A partly typed year is before the first day.
        ("#/?v=1&asof=1996-05-29", vec![Action::AsOf(Day::new(1, 5, 29))], "#/?v=1&asof=1996-05-29"),
        ("#/?v=1&asof=1996-05-29", vec![Action::AsOf(Day::new(1991, 12, 31))], "#/?v=1&asof=1996-05-29"),
        ("#/?v=1&asof=1996-05-29", vec![Action::AsOf(Day::new(2001, 1, 1))], "#/?v=1&asof=1996-05-29"),
        // The comparison.
        ("#/compare", vec![Action::SetSide(1, Some(CompareItem::State(s("GEO"))))], "#/compare?v=1&b=GEO"),
        ("#/compare?v=1&b=GEO", vec![Action::SwapSides(1)], "#/compare?v=1&a=GEO"),
        (
            "#/compare?v=1&a=ARM&c=GEO",
            vec![Action::SwapSides(0), Action::SwapSides(6)],
            "#/compare?v=1&a=ARM&c=GEO",
        ),
        ("#/compare?v=1&a=ARM&b=GEO&c=UKR", vec![Action::RemoveSide(0)], "#/compare?v=1&a=GEO&b=UKR"),
        (
            "#/compare?v=1&a=ARM&c=UKR&f=RUS",
            vec![Action::RemoveSide(1), Action::RemoveSide(4)],
            "#/compare?v=1&a=ARM&b=UKR",
        ),
        ("#/compare?v=1&a=ARM&b=GEO", vec![Action::RemoveSide(6)], "#/compare?v=1&a=ARM&b=GEO"),
        ("#/compare?v=1&a=ARM&b=GEO", vec![Action::SetSide(0, None)], "#/compare?v=1&b=GEO"),
        ("#/compare", vec![Action::RowFilter(RowFilter::All)], "#/compare?v=1&rows=all"),
        ("#/instruments", vec![Action::CellStyle(CellStyle::Words)], "#/instruments?v=1&cells=words"),
        (
            "#/data",
            vec![Action::Table(Table::Acts), Action::Appearance(Appearance::Dark)],
            "#/data?v=1&table=acts&look=dark",
        ),
        (
            "#/compare?v=1&g=ukraine",
            vec![Action::SetSide(3, Some(CompareItem::Group(3)))],
            "#/compare?v=1&g=ukraine&d=group:russia",
        ),
        (
            "#/compare?v=1&g=ukraine&d=group:russia&e=GEO",
            vec![Action::Scheme(body)],
            "#/compare?v=1&g=central-body&e=GEO",
        ),
        // The custom grouping; a change to a grouping of the report copies it.
        ("#/groupings", vec![edit(SchemeEdit::New(name("Two")))], "#/groupings?v=1&g=own&own=Two"),
        (
            "#/groupings?v=1&g=own&own=Two",
            vec![
                edit(SchemeEdit::AddGroup(name("Юг"))),
                edit(SchemeEdit::Move(s("GEO"), None, MoveTarget::Group(0))),
            ],
            "#/groupings?v=1&g=own&own=Two.~8d:GEO",
        ),
        (
            "#/groupings?v=1&g=southern-caucasus&move=RUS",
            vec![edit(SchemeEdit::Move(s("RUS"), None, MoveTarget::Group(0)))],
            "#/groupings?v=1&g=own&own=My_grouping.Southern_Caucasus:ARMAZEGEORUS",
        ),
        (
            "#/groupings?v=1&g=own&own=A.x:ARM.y:RUS",
            vec![
                edit(SchemeEdit::Move(s("RUS"), Some(1), MoveTarget::New(name("z")))),
                edit(SchemeEdit::RemoveGroup(0)),
            ],
            "#/groupings?v=1&g=own&own=A.y:.z:RUS",
        ),
        (
            "#/groupings?v=1&g=own&own=A*.x:ARM.y:ARMRUS",
            vec![
                edit(SchemeEdit::Move(s("ARM"), Some(0), MoveTarget::Ungrouped)),
                edit(SchemeEdit::Also(s("RUS"), 0)),
            ],
            "#/groupings?v=1&g=own&own=A*.x:RUS.y:ARMRUS",
        ),
        (
            "#/groupings?v=1&g=own&own=A*.x:ARM.y:ARMRUS",
            vec![edit(SchemeEdit::Overlap(false))],
            "#/groupings?v=1&g=own&own=A.x:ARM.y:RUS",
        ),
        // Removing a group clears its position in the filter and the drawer.
        (
            "#/findings?v=1&g=own&own=A.x:ARM.y:RUS&group=g2",
            vec![edit(SchemeEdit::RemoveGroup(1))],
            "#/findings?v=1&g=own&own=A.x:ARM",
        ),
        ("#/?v=1&g=own&beside=own&own=A.x:ARM&open=scheme:own", vec![edit(SchemeEdit::Drop)], "#/"),
        ("#/?v=1&g=own&own=A.x:ARM&open=scheme:own", vec![Action::Scheme(None)], "#/?v=1&own=A.x:ARM"),
        ("#/?v=1&own=A.x:ARM", vec![Action::Scheme(Some(SchemeRef::Custom))], "#/?v=1&g=own&own=A.x:ARM"),
        ("#/", vec![Action::PickUp(Some(s("ARM"))), Action::Pin(Some(s("GEO")))], "#/?v=1&move=ARM&mine=GEO"),
        // Actions that do not apply change nothing.
        (
            "#/",
            vec![
                Action::Scheme(Some(SchemeRef::Custom)),
                edit(SchemeEdit::Drop),
                edit(SchemeEdit::AddGroup(name("x"))),
            ],
            "#/",
        ),
        (
            "#/?v=1&g=own&own=A.x:ARM",
            vec![
                edit(SchemeEdit::RenameGroup(0, name(" < > "))),
                edit(SchemeEdit::Move(s("ARM"), None, MoveTarget::Group(1))),
            ],
            "#/?v=1&g=own&own=A.x:ARM",
        ),
        ("#/?v=1&g=ukraine", vec![Action::Scheme(Some(SchemeRef::Report(SchemeId(99))))], "#/?v=1&g=ukraine"),
        (
            "#/?v=1&s=ARM",
            vec![Action::Toggle(FacetKey::State, 12), Action::Toggle(FacetKey::State, 64)],
            "#/?v=1&s=ARM",
        ),
        ("#/", vec![Action::ToggleStates(StateSet(1 << 40))], "#/"),
        ("#/?v=1&s=ARM", vec![Action::ToggleStates(StateSet(1 << 40 | 1))], "#/"),
        (
            "#/compare?v=1&a=ARM",
            vec![
                Action::SetSide(0, Some(CompareItem::State(nobody))),
                Action::SetSide(6, Some(CompareItem::State(s("GEO")))),
            ],
            "#/compare?v=1&a=ARM",
        ),
        ("#/?v=1&open=state:ARM", vec![Action::Open(Evidence::State(nobody))], "#/?v=1&open=state:ARM"),
        ("#/", vec![Action::Open(Evidence::Count(Some(0), csr))], "#/"),
        ("#/?v=1&g=ukraine", vec![Action::Open(Evidence::Count(Some(4), csr))], "#/?v=1&g=ukraine"),
        ("#/", vec![Action::Open(Evidence::Pair(s("ARM"), s("ARM")))], "#/"),
    ];
    for (start, actions, wanted) in cases {
        let state = actions.iter().fold(from(start), |state, action| reduce(&state, *action, &DS));
        assert_eq!(link(&state), wanted, "{start} {actions:?}");
    }
}
