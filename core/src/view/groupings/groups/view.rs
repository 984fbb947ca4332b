//! Groups view: the groups of a scheme, their common features, and the effect of moves.

use super::doubts::doubts;
use super::measures::{Measured, sets};
use super::model::{CommandButton, GroupCard, GroupsView, NameForm, PickedUpState, SchemeCard, StateButton};
use super::{measures, moves};
use crate::analysis::PairIndex;
use crate::analysis::measures::{MeasureContext, Measures, Partition as Groups, measure};
use crate::model::{Basis, Group, StateSet};
use crate::state::{GroupingCommand, MAX_GROUPS, SchemeRef};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::measures::{concluded, mean_with_n};
use crate::view::words::pinned_state::with_pin_note;

/// Builds the view model.
pub fn groups(cx: ViewContext) -> GroupsView {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let pair_index = PairIndex::new(ds, &ds.agreement_ids().collect::<Vec<_>>());
    let scheme = cx.scheme();
    // Without a scheme there is nothing to measure.
    let measure_context = scheme.map(|scheme| (scheme, MeasureContext::new(ds, cx.as_of(), &pair_index)));
    let measured = measure_context.as_ref().map(|(scheme, measure_context)| {
        let sets = sets(scheme);
        let measures = measure(measure_context, Groups { groups: &sets, exclusive: scheme.exclusive });
        Measured { scheme, sets, measures }
    });
    let picked_up =
        measure_context.as_ref().zip(measured.as_ref()).and_then(|((_, measure_context), now)| {
            Some(moves::picked_up_state(cx, measure_context, now, cx.state.picked_up?))
        });
    let own = cx.state.grouping == Some(SchemeRef::Custom);
    GroupsView {
        title: scheme.map_or_else(
            || fmt.text(Key::GroupsTitle),
            |scheme| fmt.plural(Key::GroupsTitleN, scheme.groups.len()),
        ),
        sentences: measured
            .as_ref()
            .map_or_else(|| vec![fmt.text(Key::GroupsSentence)], |m| sentences(cx, m)),
        doubts: doubts(cx),
        schemes_title: fmt.text(Key::GroupsChoose),
        ask: scheme.is_none().then(|| fmt.text(Key::GroupsAsk)),
        schemes: if scheme.is_none() { schemes(cx) } else { Vec::new() },
        tools: tools(cx),
        forms: forms(cx),
        copies: (scheme.is_some() && !own).then(|| fmt.text(Key::GroupsCopies)),
        hint: fmt.text(Key::GroupsHint),
        rows: measured.as_ref().map(|_| measures::row_heads(cx)).unwrap_or_default(),
        rows_in_short: measured.as_ref().map(|_| measures::row_heads_in_short(cx)).unwrap_or_default(),
        legend: measured.as_ref().map(|m| legend(cx, m)).unwrap_or_default(),
        legend_note: fmt.text(Key::GroupsMarkNote),
        cards: measured.as_ref().map(|m| cards(cx, m, picked_up.as_ref())).unwrap_or_default(),
        picked_up,
        whole: measured.as_ref().map(|m| measures::whole(cx, m)),
        own,
    }
}

fn sentences(cx: ViewContext, m: &Measured) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let Measures { within, between, progress_within, progress_between, .. } = &m.measures;
    let grouping = m.grouping();
    let (grouped, all) = (grouping.grouped(), ds.all_states());
    let first = fmt.format(
        Key::GroupsCount,
        &[
            ("states", &fmt.plural(Key::NStates, grouped.len())),
            ("groups", &fmt.plural(Key::NGroups, grouping.len())),
        ],
    );
    let out = StateSet(all.0 & !grouped.0);
    let out = (!out.is_empty()).then(|| fmt.format(Key::GroupsOutside, &[("list", &fmt.states(out))]));
    let similarity = within.mean.value().is_some().then(|| {
        let mean = |similarity| mean_with_n(fmt, similarity);
        fmt.format(Key::GroupsSimilarity, &[("inside", &mean(within)), ("across", &mean(between))])
    });
    let agreed = (progress_within.pair_count > 0).then(|| {
        let of = |pairs| concluded(fmt, pairs);
        fmt.format(Key::GroupsAgreed, &[("inside", &of(progress_within)), ("across", &of(progress_between))])
    });
    let merit = Some(fmt.text(Key::SimilarityNotMerit));
    [Some(first), out, similarity, agreed, merit].into_iter().flatten().collect()
}

fn schemes(cx: ViewContext) -> Vec<SchemeCard> {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let report = (0..ds.schemes.len()).map(|ix| SchemeRef::Report(ix.into()));
    let card = |grouping: SchemeRef| {
        let scheme = state.scheme_of(ds, grouping)?;
        let group = |g: &Group| format!("{}: {}", fmt.localized(&g.name), fmt.states(g.states));
        Some(SchemeCard {
            label: cx.formatter().scheme(scheme),
            detail: scheme.groups.iter().map(group).collect::<Vec<_>>().join(" · "),
            act: GroupingCommand::Use(grouping).name(ds),
        })
    };
    report.chain(state.custom_scheme.as_ref().map(|_| SchemeRef::Custom)).filter_map(card).collect()
}

fn tools(cx: ViewContext) -> Vec<CommandButton> {
    let fmt = cx.formatter();
    let button = |key: Key, command: GroupingCommand, on| CommandButton {
        label: fmt.text(key),
        act: command.name(cx.ds),
        on,
    };
    let Some(scheme) = cx.scheme() else { return Vec::new() };
    let mut tools = vec![button(Key::GroupsCopy, GroupingCommand::Copy, None)];
    if scheme.groups.len() < MAX_GROUPS {
        tools.push(button(Key::GroupsAdd, GroupingCommand::AddGroup, None));
    }
    tools.push(button(Key::GroupsOverlap, GroupingCommand::Overlap, Some(!scheme.exclusive)));
    if cx.state.custom_scheme.is_some() {
        tools.push(button(Key::GroupsDrop, GroupingCommand::DeleteOwn, None));
    }
    tools
}

fn forms(cx: ViewContext) -> Vec<NameForm> {
    let fmt = cx.formatter();
    let form = |open: Key, value: String, act: &str| NameForm {
        open: fmt.text(open),
        label: fmt.text(Key::GroupsNameLabel),
        value,
        done: fmt.text(Key::GroupsNameDone),
        act: act.to_owned(),
    };
    let rename = cx.scheme().map(|scheme| form(Key::GroupsRename, fmt.localized(&scheme.name), "name"));
    std::iter::once(form(Key::GroupsNew, fmt.text(Key::GroupsNewName), "new")).chain(rename).collect()
}

/// Returns the meaning of the marks; none where no group has measures.
fn legend(cx: ViewContext, m: &Measured) -> Vec<LegendItem> {
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, cx.formatter().text(key));
    if m.sets.iter().all(|set| set.len() < 2) {
        return Vec::new();
    }
    vec![item(Glyph::Party, Key::GroupsMarkAll), item(Glyph::Not, Key::GroupsMarkNone)]
}

/// Returns the groups in their order, then the ungrouped states.
fn cards(cx: ViewContext, m: &Measured, picked_up: Option<&PickedUpState>) -> Vec<GroupCard> {
    let out = StateSet(cx.ds.all_states().0 & !m.grouping().grouped().0);
    let groups = (0..m.sets.len()).map(|at| card(cx, m, Some(at), m.sets[at]));
    let mut cards: Vec<_> = groups.chain(std::iter::once(card(cx, m, None, out))).collect();
    for (card, change) in cards.iter_mut().zip(picked_up.iter().flat_map(|picked_up| &picked_up.columns)) {
        card.change = Some(change.clone());
    }
    cards
}

fn card(cx: ViewContext, m: &Measured, at: Option<usize>, members: StateSet) -> GroupCard {
    let fmt = cx.formatter();
    let group = at.map(|at| &m.scheme.groups[at]);
    let name = group.map_or_else(|| fmt.text(Key::Ungrouped), |group| fmt.localized(&group.name));
    let note = match (at, members.len()) {
        (None, _) => Some(Key::GroupsOutsideNote),
        (_, 0) => Some(Key::GroupsEmpty),
        (_, 1) => Some(Key::GroupsOfOne),
        _ => None,
    };
    let button = |state| {
        let name = fmt.state(state);
        let key = cx.ds.state(state).key.clone();
        let pin_note = cx.pin_note(state);
        let is_picked_up = cx.state.picked_up == Some(state);
        let label = fmt.format(Key::GroupsTake, &[("state", &name)]);
        StateButton {
            label: with_pin_note(&label, pin_note.as_deref()),
            pin_note,
            act: if is_picked_up { GroupingCommand::PutBack } else { GroupingCommand::PickUp(state) }
                .name(cx.ds),
            is_picked_up,
            name,
            key,
        }
    };
    GroupCard {
        badge: group.filter(|g| g.basis == Basis::Inferred).map(|_| fmt.text(Key::InferredByUs)),
        at,
        place: at.map_or_else(|| "none".to_owned(), |at| at.to_string()),
        rename: at.map(|at| NameForm {
            open: fmt.format(Key::GroupsRenameGroup, &[("name", &name)]),
            label: fmt.text(Key::GroupsNameLabel),
            value: name.clone(),
            done: fmt.text(Key::GroupsNameDone),
            act: format!("name:{at}"),
        }),
        remove: at.map(|at| CommandButton {
            label: fmt.format(Key::GroupsRemove, &[("name", &name)]),
            act: GroupingCommand::RemoveGroup(at).name(cx.ds),
            on: None,
        }),
        states: fmt.sorted(members).into_iter().map(button).collect(),
        note: note.map(|key| fmt.text(key)),
        measures: at
            .filter(|_| members.len() > 1)
            .map(|at| measures::of_group(cx, m, at))
            .unwrap_or_default(),
        change: None,
        name,
    }
}
