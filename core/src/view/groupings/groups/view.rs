//! Sub-regions that can be argued about: the groups of a scheme, what they have in common, what a move does.

use super::measures::{MeasureSection, Measured, Whole};
use super::moves::Hand;
use super::{measures, moves};
use crate::analysis::PairBook;
use crate::analysis::measures::{MeasureContext, Measures, Partition as Groups, measure};
use crate::model::{
    Basis, CaveatId, Dataset, Finding, FindingId, Group, Polarity, Provenance, Scheme, StateSet,
};
use crate::state::{Evidence, MAX_GROUPS, SchemeRef, Tab};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines;
use crate::view::parts::lines::Line;
use crate::view::words::{claims, format};

/// The caveat that carries the report's own doubts.
const DOUBTS: &str = "grouping-doubts";

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupsView {
    /// Heading.
    pub title: String,
    /// What is shown, in sentences fit for minutes.
    pub sentences: Vec<String>,
    /// What the report itself doubts.
    pub doubts: Doubts,
    /// Heading of the schemes to choose from.
    pub schemes_title: String,
    /// How to begin; only without a scheme.
    pub ask: Option<String>,
    /// Schemes to choose from; only without a scheme.
    pub schemes: Vec<SchemeCard>,
    /// What can be done with the whole.
    pub tools: Vec<Do>,
    /// What can be done after a name is typed.
    pub forms: Vec<NameForm>,
    /// A change makes a copy.
    pub copies: Option<String>,
    /// How states are moved.
    pub hint: String,
    /// Groups, then the states in none.
    pub cards: Vec<GroupCard>,
    /// The state in hand, and what each move would do.
    pub hand: Option<Hand>,
    /// The measures of the whole grouping.
    pub whole: Option<Whole>,
    /// The grouping is the reader's own: it can be kept and saved.
    pub own: bool,
}

/// The report's doubts, above the figures.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Doubts {
    /// Heading.
    pub title: String,
    /// In this project's words, with where they stand; none where the groups are no sub-regions.
    pub lines: Vec<Line>,
    /// Heading of the findings behind them.
    pub more: String,
    /// The findings.
    pub findings: Vec<Line>,
    /// Heading of the next.
    pub noted_title: String,
    /// What this project notes of the active grouping.
    pub noted: Vec<Line>,
}

/// A scheme to choose.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeCard {
    /// Name.
    pub label: String,
    /// Its groups.
    pub detail: String,
    /// What the button does.
    pub act: String,
}

/// A button.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Do {
    /// Words.
    pub label: String,
    /// Name of the gesture.
    pub act: String,
    /// Switched on, where it is a switch.
    pub on: Option<bool>,
}

/// A button after a name is typed.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NameForm {
    /// Words of what opens it.
    pub open: String,
    /// Label of the field.
    pub label: String,
    /// What stands in it.
    pub value: String,
    /// Words of the button.
    pub done: String,
    /// Name of the gesture.
    pub act: String,
}

/// A group, or the states in none.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupCard {
    /// Name.
    pub name: String,
    /// Members inferred.
    pub badge: Option<String>,
    /// Position; none for the states in no group.
    pub at: Option<usize>,
    /// Where a state is dropped: `0`, `none`.
    pub place: String,
    /// Another name for it.
    pub rename: Option<NameForm>,
    /// Takes it away.
    pub remove: Option<Do>,
    /// Members.
    pub states: Vec<StateButton>,
    /// No state, one state, or in no group: no measures.
    pub note: Option<String>,
    /// Measures.
    pub facets: Vec<MeasureSection>,
}

/// A member.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateButton {
    /// ISO code.
    pub key: String,
    /// Name.
    pub name: String,
    /// In full.
    pub label: String,
    /// Name of the gesture.
    pub act: String,
    /// In hand.
    pub taken: bool,
    /// The reader's own state, in words.
    pub mine: Option<String>,
}

/// The grouping of a scheme, as its members' sets.
pub(crate) fn sets(scheme: &Scheme) -> Vec<StateSet> {
    scheme.groups.iter().map(|group| group.states).collect()
}

/// The view of a state.
pub fn groups(asked: ViewContext) -> GroupsView {
    let (say, ds) = (asked.say(), asked.ds);
    let book = PairBook::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
    let scheme = asked.scheme();
    // Nothing is measured without a scheme.
    let ground = scheme.map(|scheme| (scheme, MeasureContext::new(ds, asked.as_of(), &book)));
    let measured = ground.as_ref().map(|(scheme, ground)| {
        let sets = sets(scheme);
        let measures = measure(ground, Groups { groups: &sets, exclusive: scheme.exclusive });
        Measured { scheme, sets, measures }
    });
    let hand = ground
        .as_ref()
        .zip(measured.as_ref())
        .and_then(|((_, ground), now)| Some(moves::hand(asked, ground, now, asked.state.moving?)));
    let own = asked.state.grouping == Some(SchemeRef::Custom);
    GroupsView {
        title: scheme.map_or_else(|| say.t(Key::GroupsTitle), |scheme| asked.say().scheme(scheme)),
        sentences: measured
            .as_ref()
            .map_or_else(|| vec![say.t(Key::GroupsSentence)], |m| sentences(asked, m)),
        doubts: doubts(asked),
        schemes_title: say.t(Key::GroupsChoose),
        ask: scheme.is_none().then(|| say.t(Key::GroupsAsk)),
        schemes: if scheme.is_none() { schemes(asked) } else { Vec::new() },
        tools: tools(asked),
        forms: forms(asked),
        copies: (scheme.is_some() && !own).then(|| say.t(Key::GroupsCopies)),
        hint: say.t(Key::GroupsHint),
        cards: measured.as_ref().map(|m| cards(asked, m)).unwrap_or_default(),
        hand,
        whole: measured.as_ref().map(|m| measures::whole(asked, m)),
        own,
    }
}

fn sentences(asked: ViewContext, m: &Measured) -> Vec<String> {
    let (say, ds) = (asked.say(), asked.ds);
    let Measures { inside, across, agreed_inside, agreed_across, .. } = &m.measures;
    let grouping = m.grouping();
    let (grouped, all) = (grouping.grouped(), ds.all_states());
    let first = say.f(
        Key::GroupsCount,
        &[("states", &say.n(Key::NStates, grouped.len())), ("groups", &say.n(Key::NGroups, grouping.len()))],
    );
    let out = StateSet(all.0 & !grouped.0);
    let out = (!out.is_empty()).then(|| say.f(Key::GroupsOutside, &[("list", &say.states(out))]));
    let likeness = inside.mean.value().is_some().then(|| {
        let mean = |pooled| measures::mean_with_n(say, pooled);
        say.f(Key::GroupsLikeness, &[("inside", &mean(inside)), ("across", &mean(across))])
    });
    let agreed = (agreed_inside.possible > 0).then(|| {
        let of = |agreed| measures::concluded(say, agreed);
        say.f(Key::GroupsAgreed, &[("inside", &of(agreed_inside)), ("across", &of(agreed_across))])
    });
    let merit = Some(say.t(Key::LikenessNotMerit));
    [Some(first), out, likeness, agreed, merit].into_iter().flatten().collect()
}

/// What the report itself doubts of sub-regional groups, and what else is to be minded of the active scheme. A scheme of the
/// report that carries no doubt, such as the states with a central body, groups no sub-regions; the reader's own may.
pub(crate) fn doubts(asked: ViewContext) -> Doubts {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let doubts = Dataset::find::<_, CaveatId>(&ds.caveats, |caveat| &caveat.key, DOUBTS);
    let beside = state.beside.filter(|_| state.tab == Tab::Method);
    let shown: Vec<SchemeRef> = state.grouping.into_iter().chain(beside).collect();
    let doubted = |grouping: &SchemeRef| match grouping {
        SchemeRef::Report(id) => ds.scheme(*id).provenance.caveats.iter().any(|id| Some(*id) == doubts),
        SchemeRef::Custom => true,
    };
    let doubts = doubts.filter(|_| state.grouping.is_none() || shown.iter().any(doubted));
    let of_scheme = asked.scheme().map(|scheme| scheme.provenance.caveats.as_slice()).unwrap_or_default();
    let others = of_scheme.iter().copied().filter(|id| Some(*id) != doubts);
    let line = |id: CaveatId| {
        let caveat = ds.caveat(id);
        let provenance = Provenance { sources: caveat.sources.clone(), caveats: Vec::new() };
        lines::line(asked, String::new(), say.text(&caveat.text), &provenance, Evidence::Caveat(id))
    };
    let sources = doubts.map(|id| ds.caveat(id).sources.as_slice()).unwrap_or_default();
    let rests = |(_, finding): &(usize, &Finding)| {
        finding.polarity != Polarity::Proposal
            && finding.provenance.sources.iter().any(|s| sources.contains(s))
    };
    let finding = |(ix, finding): (usize, &Finding)| {
        let (mark, kind) = claims::of_polarity(finding.polarity);
        let evidence = Evidence::Finding(FindingId::from(ix));
        let line = lines::line(asked, say.t(kind), say.text(&finding.summary), &finding.provenance, evidence);
        Line { mark: Some(mark), ..line }
    };
    Doubts {
        title: say.t(Key::DoubtsTitle),
        lines: doubts.into_iter().map(line).collect(),
        noted_title: say.t(Key::DoubtsNoted),
        noted: others.map(line).collect(),
        more: say.t(Key::DoubtsMore),
        findings: ds.findings.iter().enumerate().filter(rests).map(finding).collect(),
    }
}

fn schemes(asked: ViewContext) -> Vec<SchemeCard> {
    let (say, ds, state) = (asked.say(), asked.ds, asked.state);
    let report = (0..ds.schemes.len()).map(|ix| SchemeRef::Report(ix.into()));
    let card = |grouping: SchemeRef| {
        let scheme = state.scheme_of(ds, grouping)?;
        let group = |g: &Group| format!("{}: {}", say.text(&g.name), say.states(g.states));
        Some(SchemeCard {
            label: asked.say().scheme(scheme),
            detail: scheme.groups.iter().map(group).collect::<Vec<_>>().join(" · "),
            act: format!("use:{}", scheme.key),
        })
    };
    report.chain(state.own.as_ref().map(|_| SchemeRef::Custom)).filter_map(card).collect()
}

fn tools(asked: ViewContext) -> Vec<Do> {
    let say = asked.say();
    let button = |key: Key, act: &str, on| Do { label: say.t(key), act: act.to_owned(), on };
    let Some(scheme) = asked.scheme() else { return Vec::new() };
    let mut tools = vec![button(Key::GroupsCopy, "copy", None)];
    if scheme.groups.len() < MAX_GROUPS {
        tools.push(button(Key::GroupsAdd, "add", None));
    }
    tools.push(button(Key::GroupsOverlap, "overlap", Some(!scheme.exclusive)));
    if asked.state.own.is_some() {
        tools.push(button(Key::GroupsDrop, "drop", None));
    }
    tools
}

fn forms(asked: ViewContext) -> Vec<NameForm> {
    let say = asked.say();
    let form = |open: Key, value: String, act: &str| NameForm {
        open: say.t(open),
        label: say.t(Key::GroupsNameLabel),
        value,
        done: say.t(Key::GroupsNameDone),
        act: act.to_owned(),
    };
    let rename = asked.scheme().map(|scheme| form(Key::GroupsRename, say.text(&scheme.name), "name"));
    std::iter::once(form(Key::GroupsNew, say.t(Key::GroupsNewName), "new")).chain(rename).collect()
}

/// The groups in their order, then the states in none.
fn cards(asked: ViewContext, m: &Measured) -> Vec<GroupCard> {
    let out = StateSet(asked.ds.all_states().0 & !m.grouping().grouped().0);
    let groups = (0..m.sets.len()).map(|at| card(asked, m, Some(at), m.sets[at]));
    groups.chain(std::iter::once(card(asked, m, None, out))).collect()
}

fn card(asked: ViewContext, m: &Measured, at: Option<usize>, members: StateSet) -> GroupCard {
    let say = asked.say();
    let group = at.map(|at| &m.scheme.groups[at]);
    let name = group.map_or_else(|| say.t(Key::Ungrouped), |group| say.text(&group.name));
    let note = match (at, members.len()) {
        (None, _) => Some(Key::GroupsOutsideNote),
        (_, 0) => Some(Key::GroupsEmpty),
        (_, 1) => Some(Key::GroupsOfOne),
        _ => None,
    };
    let button = |state| {
        let name = say.state(state);
        let key = asked.ds.state(state).key.clone();
        let mine = asked.mine(state);
        let label = say.f(Key::GroupsTake, &[("state", &name)]);
        StateButton {
            label: format::marked(&label, mine.as_deref()),
            mine,
            act: if asked.state.moving == Some(state) { "put".to_owned() } else { format!("take:{key}") },
            taken: asked.state.moving == Some(state),
            name,
            key,
        }
    };
    GroupCard {
        badge: group.filter(|g| g.basis == Basis::Inferred).map(|_| say.t(Key::InferredByUs)),
        at,
        place: at.map_or_else(|| "none".to_owned(), |at| at.to_string()),
        rename: at.map(|at| NameForm {
            open: say.f(Key::GroupsRenameGroup, &[("name", &name)]),
            label: say.t(Key::GroupsNameLabel),
            value: name.clone(),
            done: say.t(Key::GroupsNameDone),
            act: format!("name:{at}"),
        }),
        remove: at.map(|at| Do {
            label: say.f(Key::GroupsRemove, &[("name", &name)]),
            act: format!("remove:{at}"),
            on: None,
        }),
        states: say.sorted(members).into_iter().map(button).collect(),
        note: note.map(|key| say.t(key)),
        facets: at
            .filter(|_| members.len() > 1)
            .map(|at| measures::of_group(asked, m, at))
            .unwrap_or_default(),
        name,
    }
}
