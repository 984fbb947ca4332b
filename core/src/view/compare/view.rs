//! Two to six states or groups of the active scheme side by side, over every collection.

use super::{rows, summary};
use crate::analysis::{on_several, union};
use crate::model::{Basis, StateId, StateSet};
use crate::state::{Action, CompareItem, MAX_COMPARE_ITEMS, RowFilter, Subject, View};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines;
use crate::view::parts::lines::active_group;
use crate::view::words::format::EvidenceLink;
use crate::view::words::glyph::Glyph;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Compare {
    /// Heading.
    pub title: String,
    /// Summary, fit for minutes.
    pub sentences: Vec<String>,
    /// Loud when it is not the report's table.
    pub warning: Option<String>,
    /// Way back to the report's table.
    pub back: String,
    /// A menu for each place that is taken, and the next one.
    pub menus: Vec<SideMenu>,
    /// The empty choice of a menu.
    pub choose: String,
    /// What the menus offer.
    pub choices: Vec<SideChoices>,
    /// Words of the switch.
    pub rows_label: String,
    /// All, only differences, only shared: words, and which is chosen.
    pub rows_choices: Vec<(String, bool)>,
    /// Asks for two different sides.
    pub ask: Option<String>,
    /// What is compared: the columns.
    pub sides: Vec<Side>,
    /// Rows by collection.
    pub sections: Vec<CompareSection>,
    /// How many rows are shown.
    pub shown: String,
    /// Sides that repeat or share states; limits.
    pub notes: Vec<String>,
}

/// A menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideMenu {
    /// Label.
    pub label: String,
    /// Key of what is chosen; empty for nothing.
    pub current: String,
    /// Words of the button that takes the side out; empty where there is nothing to take out.
    pub remove: String,
    /// Words of the button that moves it one place earlier; empty for the first.
    pub earlier: String,
    /// Its place, for actions.
    pub place: usize,
}

/// States, or groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoices {
    /// Heading.
    pub label: String,
    /// What can be chosen.
    pub options: Vec<SideChoice>,
}

/// What can be chosen.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoice {
    /// Name.
    pub label: String,
    /// Name in links.
    pub key: String,
    /// What it is.
    #[cfg_attr(feature = "author", serde(skip))]
    pub member: CompareItem,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Side {
    /// Name.
    pub name: String,
    /// Of a state: its group in the active scheme. Of a group: its members.
    pub detail: Option<String>,
    /// Hue of the group.
    pub hue: Option<usize>,
    /// The page of a state.
    pub page: Option<String>,
    /// The reader's own state, in words.
    pub mine: Option<String>,
    /// Evidence of a group: its scheme.
    pub open: Option<EvidenceLink>,
}

/// A collection.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareSection {
    /// Heading.
    pub title: String,
    /// What its figures do not say.
    pub lead: Option<String>,
    /// Rows.
    pub rows: Vec<CompareRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareRow {
    /// What is compared.
    pub label: String,
    /// Explains the label.
    pub detail: String,
    /// The sides differ.
    pub differs: bool,
    /// "same", "differs", "named of each"; empty for what is of all sides together, and where the report is silent of all.
    pub word: String,
    /// A cell for each side; one where it is of all sides together.
    pub cells: Vec<CompareCell>,
}

/// What stands on one side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareCell {
    /// Lines; one at least: silence is said as such.
    pub lines: Vec<CompareEntry>,
    /// So many are shown at once.
    pub at_once: usize,
    /// Words of the rest.
    pub more: String,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareEntry {
    /// Shape.
    pub mark: Option<Glyph>,
    /// Words.
    pub text: String,
    /// How it stands, whose it is, when; may be empty.
    pub detail: String,
    /// Pages.
    pub pages: String,
    /// Evidence.
    pub open: Option<EvidenceLink>,
    /// Of a number of findings: the list.
    pub href: Option<String>,
    /// Accessible name; empty where the words say enough.
    pub label: String,
}

/// What stands in a column.
pub(super) struct CompareColumn {
    pub member: CompareItem,
    pub name: String,
    pub states: StateSet,
}

impl CompareColumn {
    /// Position of the group, where it is one.
    pub fn group(&self) -> Option<u8> {
        if let CompareItem::Group(ix) = self.member { Some(ix) } else { None }
    }
}

/// The view of a state.
pub fn compare(asked: ViewContext) -> Compare {
    let (say, state) = (asked.say(), asked.state);
    let columns = columns(asked);
    let compared = columns.len() > 1;
    let sections = if compared { rows::sections(asked, &columns) } else { Vec::new() };
    let rows: usize = sections.iter().map(|s| s.rows.len()).sum();
    let names: Vec<_> = columns.iter().map(|column| column.name.clone()).collect();
    Compare {
        title: if compared { say.list(&names) } else { say.t(Key::CompareTitle) },
        sentences: if compared { summary::sentences(asked, &columns) } else { Vec::new() },
        warning: state.as_of.map(|day| say.f(Key::AsOfWarning, &[("date", &say.day(day))])),
        back: say.t(Key::AsOfBack),
        menus: menus(asked),
        choose: say.t(Key::CompareChoose),
        choices: choices(asked),
        rows_label: say.t(Key::Rows),
        rows_choices: [Key::AllRows, Key::OnlyDifferences, Key::OnlyShared]
            .into_iter()
            .zip(RowFilter::ALL)
            .map(|(key, rows)| (say.t(key), *rows == state.rows))
            .collect(),
        ask: (!compared).then(|| ask(asked, &columns)),
        sides: columns.iter().map(|column| side(asked, column)).collect(),
        shown: match (rows, state.rows) {
            _ if !compared => String::new(),
            (0, RowFilter::Shared) => say.t(Key::SharedNone),
            (0, _) => say.t(Key::DifferencesNone),
            _ => say.n(Key::RowCount, rows),
        },
        sections,
        notes: notes(asked, &columns),
    }
}

/// The sides in their order, each once; a group that nobody is in is no side.
fn columns(asked: ViewContext) -> Vec<CompareColumn> {
    let mut columns: Vec<CompareColumn> = Vec::with_capacity(MAX_COMPARE_ITEMS);
    for member in asked.state.sides.into_iter().flatten() {
        let (name, states) = named(asked, member);
        if !states.is_empty() && columns.iter().all(|column| column.member != member) {
            columns.push(CompareColumn { member, name, states });
        }
    }
    columns
}

/// Name and states of a side.
fn named(asked: ViewContext, member: CompareItem) -> (String, StateSet) {
    let say = asked.say();
    match member {
        CompareItem::State(id) => (say.state(id), StateSet::default().with(id)),
        CompareItem::Group(ix) => {
            let group = asked.scheme().and_then(|scheme| scheme.groups.get(usize::from(ix)));
            group.map(|group| (say.text(&group.name), group.states)).unwrap_or_default()
        }
    }
}

/// What is missing before there is a comparison.
fn ask(asked: ViewContext, columns: &[CompareColumn]) -> String {
    let say = asked.say();
    let first = match columns {
        [] => say.t(Key::CompareEmpty),
        [_, ..] if !twice(asked).is_empty() => say.t(Key::CompareSame),
        [only, ..] => say.f(Key::CompareOne, &[("name", &only.name)]),
    };
    let hint = asked.scheme().is_none().then(|| say.t(Key::CompareGroupsHint));
    std::iter::once(first).chain(hint).collect::<Vec<_>>().join(" ")
}

/// A menu for each place that is taken, for the first two, and for the next one that is free.
fn menus(asked: ViewContext) -> Vec<SideMenu> {
    let (say, sides) = (asked.say(), &asked.state.sides);
    let free = sides.iter().position(Option::is_none).unwrap_or(MAX_COMPARE_ITEMS);
    let shown =
        (0..MAX_COMPARE_ITEMS).filter(|place| *place < 2 || *place == free || sides[*place].is_some());
    let menu = |place: usize| {
        let name = sides[place].map(|member| named(asked, member).0);
        let words = |key: Key| name.as_ref().map(|name| say.f(key, &[("name", name)])).unwrap_or_default();
        let add = place >= 2 && name.is_none();
        SideMenu {
            label: if add {
                say.t(Key::CompareAdd)
            } else {
                say.f(Key::CompareSide, &[("n", &say.num(place + 1))])
            },
            current: sides[place].map(|member| key(asked, member)).unwrap_or_default(),
            remove: words(Key::Remove),
            earlier: if place > 0 { words(Key::CompareEarlier) } else { String::new() },
            place,
        }
    };
    shown.map(menu).collect()
}

/// What a side is called in the menus; a group's is no state's.
fn key(asked: ViewContext, member: CompareItem) -> String {
    match member {
        CompareItem::State(id) => asked.ds.state(id).key.clone(),
        CompareItem::Group(ix) => format!("group:{ix}"),
    }
}

/// The states in alphabetical order, then the groups of the active scheme.
fn choices(asked: ViewContext) -> Vec<SideChoices> {
    let say = asked.say();
    let option =
        |member: CompareItem| SideChoice { label: named(asked, member).0, key: key(asked, member), member };
    let states = say.sorted(asked.ds.all_states()).into_iter().map(|s| option(CompareItem::State(s)));
    let mut out = vec![SideChoices { label: say.t(Key::States), options: states.collect() }];
    if let Some(scheme) = asked.scheme() {
        let groups = (0..scheme.groups.len()).filter_map(|ix| u8::try_from(ix).ok()).map(CompareItem::Group);
        out.push(SideChoices { label: asked.say().scheme(scheme), options: groups.map(option).collect() });
    }
    out
}

fn side(asked: ViewContext, column: &CompareColumn) -> Side {
    let say = asked.say();
    match column.member {
        CompareItem::State(s) => {
            let (detail, hue) = active_group(asked, s);
            let page = Some(asked.link(Action::PageOf(Subject::State(s))));
            Side { name: column.name.clone(), detail, hue, page, open: None, mine: asked.mine(s) }
        }
        CompareItem::Group(ix) => {
            let members = say.states(column.states);
            let inferred =
                asked.scheme().is_some_and(|scheme| scheme.groups[usize::from(ix)].basis == Basis::Inferred);
            Side {
                name: column.name.clone(),
                detail: Some(if inferred {
                    format!("{members} · {}", say.t(Key::InferredShort))
                } else {
                    members
                }),
                hue: Some(ix.into()),
                page: None,
                mine: None,
                open: asked.scheme_evidence().map(|evidence| asked.open(evidence)),
            }
        }
    }
}

/// What is not shown or counted twice, then the limits: examples are not exhaustive, and collective wording belongs to no
/// side that it does not name.
fn notes(asked: ViewContext, columns: &[CompareColumn]) -> Vec<String> {
    let say = asked.say();
    let chosen = asked.state.sides.iter().flatten();
    let empty = chosen.map(|member| named(asked, *member)).filter(|(_, states)| states.is_empty());
    let empty: Vec<_> = empty.map(|(name, _)| name).collect();
    let states: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let said = |key: Key, list: String| (!list.is_empty()).then(|| say.f(key, &[("list", &list)]));
    let mut notes =
        vec![said(Key::CompareTwice, say.list(&twice(asked))), said(Key::CompareNoMembers, say.list(&empty))];
    if columns.len() > 1 {
        notes.extend([
            said(Key::CompareOverlap, say.states(on_several(&states))),
            columns.iter().any(|column| column.group().is_some()).then(|| say.t(Key::SameShare)),
            (asked.state.rows == RowFilter::Shared).then(|| say.t(Key::SharedLists)),
            Some(say.t(Key::NotExhaustive)),
            lines::plus_collective(asked, Key::PlusUnnamed, union(&states)),
        ]);
    }
    notes.into_iter().flatten().collect()
}

/// The sides that are chosen more than once.
fn twice(asked: ViewContext) -> Vec<String> {
    let chosen: Vec<CompareItem> = asked.state.sides.iter().flatten().copied().collect();
    let (mut seen, mut twice) = (Vec::new(), Vec::new());
    for member in chosen {
        if !seen.contains(&member) {
            seen.push(member);
        } else if !twice.contains(&member) {
            twice.push(member);
        }
    }
    twice.into_iter().map(|member| named(asked, member).0).collect()
}

/// The link that sets two states side by side, and them alone.
pub(crate) fn link(asked: ViewContext, a: StateId, b: Option<StateId>) -> String {
    let mut actions = vec![Action::Go(View::Compare), Action::Side(0, Some(CompareItem::State(a)))];
    actions.push(Action::Side(1, b.map(CompareItem::State)));
    actions.extend((2..MAX_COMPARE_ITEMS).map(|side| Action::Side(side, None)));
    asked.link_after(&actions)
}
