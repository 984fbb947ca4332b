//! Page of a state: everything that the report says about it, by collection.
//!
//! Other subjects have pages of the same structure (`about`).

use super::answer::{answer, schemes_with_group};
use super::findings::{self, findings};
use super::model::{StatePage, StateSection, section};
use crate::analysis::{StateFindings, findings_of_state, gaps};
use crate::model::*;
use crate::state::{Action, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::{NavItem, pin_link};
use crate::view::parts::lines::{self, Line, LineGroup};
use crate::view::parts::state_lines::{assistance, event, law, position};
use crate::view::parts::state_menu::state_options;
use crate::view::parts::state_parts;

/// Builds the page of a state; without a state, links to all of them.
pub(super) fn state(cx: ViewContext) -> StatePage {
    let (fmt, of) = (cx.formatter(), cx.state.of.and_then(Subject::state));
    let page = StatePage {
        title: fmt.text(Key::StatePageTitle),
        sentences: vec![fmt.text(Key::StatePageEmpty)],
        limits: None,
        group: None,
        hue: None,
        menu: Some(fmt.text(Key::State)),
        options: state_options(cx, of),
        others_label: fmt.text(Key::States),
        others: others(cx, of),
        ask: of.is_none().then(|| fmt.text(Key::ChooseState)),
        contents: fmt.text(Key::StatePageContents),
        answer: None,
        sections: Vec::new(),
    };
    let Some(s) = of else { return page };
    let found = findings_of_state(cx.ds, s);
    let sections = sections(cx, s, &found);
    let (group, hue) = lines::active_group(cx, s);
    StatePage {
        title: fmt.state(s),
        sentences: sentences(cx, s, &found),
        limits: Some(state_parts::limits(cx, found.unnamed)),
        group,
        hue,
        answer: Some(answer(cx, s, &found)),
        sections,
        ..page
    }
}

/// Returns links to the previous and next state by name, or to all states if none is selected.
fn others(cx: ViewContext, of: Option<StateId>) -> Vec<NavItem> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let sorted = fmt.sorted(ds.all_states());
    let link = |s: StateId, tag: &'static str| NavItem {
        label: fmt.state(s),
        href: cx.link(Action::PageOf(Subject::State(s))),
        current: false,
        tag,
    };
    let Some(at) = of.and_then(|of| sorted.iter().position(|s| *s == of)) else {
        return sorted.into_iter().map(|s| link(s, "")).collect();
    };
    let before = at.checked_sub(1).and_then(|i| sorted.get(i)).map(|s| link(*s, "prev"));
    let after = sorted.get(at + 1).map(|s| link(*s, "next"));
    let pin = of.map(|s| pin_link(cx, s)).map(|go| NavItem {
        label: go.label,
        href: go.href,
        current: false,
        tag: "",
    });
    before.into_iter().chain(after).chain(pin).collect()
}

fn sentences(cx: ViewContext, s: StateId, found: &StateFindings) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let counts = [
        (Key::NFindings, found.naming()),
        (Key::NAgreements, ds.agreements.iter().filter(|x| x.states().has(s)).count()),
        (Key::NBodies, ds.bodies.iter().filter(|x| x.states.has(s)).count()),
        (Key::NLaws, ds.laws.iter().filter(|x| x.state == s).count()),
        (Key::NAssistance, ds.assistance.iter().filter(|x| x.to.has(s) || gives(x, s)).count()),
        (Key::NPositions, own_positions(ds, s)),
        (Key::NEvents, ds.events.iter().filter(|x| x.states.has(s)).count()),
    ];
    let named: Vec<_> =
        counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| fmt.plural(key, n)).collect();
    let (first, more) = named.split_first().map_or(("", &[][..]), |(first, more)| (first.as_str(), more));
    let more = if more.is_empty() {
        String::new()
    } else {
        fmt.format(Key::StateNamedMore, &[("list", &fmt.list(more))])
    };
    let (k, m) = (fmt.number(lines::party_to(cx, s)), fmt.number(ds.instruments.len()));
    let party = fmt.format(Key::StatePartyTo, &[("state", &fmt.state(s)), ("k", &k), ("m", &m)]);
    let mut out = vec![party];
    if !first.is_empty() {
        out.push(fmt.format(Key::StateNamed, &[("first", first), ("more", &more)]));
    }
    if found.by_government.len() + found.by_ngos.len() > 0 {
        let [others, government, ngos] =
            [&found.by_others, &found.by_government, &found.by_ngos].map(|of| fmt.number(of.len()));
        let values = [("others", others.as_str()), ("government", &government), ("ngos", &ngos)];
        out.push(fmt.format(Key::StateVoices, &values));
    }
    out.push(fmt.format(Key::StateReportNames, &[("list", &ds.state(s).report_names.join(", "))]));
    out
}

fn own_positions(ds: &Dataset, s: StateId) -> usize {
    ds.positions.iter().filter(|x| x.holder.state() == Some(s)).count()
}

/// Whether a state is among the providers of assistance.
fn gives(help: &Assistance, s: StateId) -> bool {
    help.from.contains(&Party::State(s))
}

fn sections(cx: ViewContext, s: StateId, found: &StateFindings) -> Vec<StateSection> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let agreed = |key: Key, done: bool| LineGroup::titled(cx, key, lines::agreements(cx, s, done));
    let helped = |key: Key, of: &dyn Fn(&Assistance) -> bool| {
        let theirs = (0..ds.assistance.len()).map(AssistanceId::from).filter(|id| of(ds.help(*id)));
        LineGroup::titled(cx, key, theirs.map(|id| assistance(cx, s, id)).collect())
    };
    let held = |key: Key, of: &dyn Fn(&PositionHolder) -> bool| {
        let theirs = (0..ds.positions.len()).map(PositionId::from).filter(|id| of(&ds.position(*id).holder));
        LineGroup::titled(cx, key, theirs.map(|id| position(cx, id)).collect())
    };
    let laws = (0..ds.laws.len()).map(LawId::from).filter(|id| ds.law(*id).state == s);
    let events = (0..ds.events.len()).map(EventId::from).filter(|id| ds.event(*id).states.has(s));
    let instruments = ds.instrument_ids().map(|id| {
        let treaty = ds.instrument(id);
        let name = format!("{} · {}", treaty.label, fmt.localized(&treaty.short));
        let line = lines::instrument(cx, s, id);
        Line { head: name, ..line }
    });
    let central = LineGroup::titled(cx, Key::RowCentralBody, vec![lines::central_body(cx, s)]);
    let bodies = lines::bodies(cx, s);
    let n_bodies = bodies.len();
    let mut out = vec![
        StateSection {
            n: fmt.k_of_m(lines::party_to(cx, s), ds.instruments.len()),
            ..section(cx, "instruments", Key::ViewInstruments, vec![LineGroup::plain(instruments.collect())])
        },
        StateSection {
            n: fmt.number(n_bodies),
            ..section(
                cx,
                "administration",
                Key::Administration,
                vec![central, LineGroup::titled(cx, Key::RowBodies, bodies)],
            )
        },
        section(cx, "laws", Key::TableLaws, vec![LineGroup::plain(laws.map(|id| law(cx, id)).collect())]),
        StateSection {
            lead: lines::plus_collective(cx, Key::StatePlusCollective, std::iter::once(s).collect()),
            ..section(
                cx,
                "agreements",
                Key::ViewAgreements,
                vec![agreed(Key::RowAgreementsDone, true), agreed(Key::RowAgreementsPending, false)],
            )
        },
        section(
            cx,
            "assistance",
            Key::TableAssistance,
            vec![
                helped(Key::AssistReceived, &|help| help.to.has(s)),
                helped(Key::AssistGiven, &|help| gives(help, s)),
            ],
        ),
        StateSection {
            n: fmt.number(own_positions(ds, s)),
            ..section(
                cx,
                "positions",
                Key::TablePositions,
                vec![
                    held(Key::PositionsOwn, &|holder| holder.state() == Some(s)),
                    held(Key::PositionsAll, &|holder| *holder == PositionHolder::All),
                ],
            )
        },
    ];
    out.extend(findings::sections(cx, found));
    out.push(section(
        cx,
        "events",
        Key::TableEvents,
        vec![LineGroup::plain(events.map(|id| event(cx, id)).collect())],
    ));
    out.push(groups(cx, s));
    let of_all = fmt.text(Key::StateAllLead);
    out.push(StateSection { lead: Some(of_all), ..findings(cx, "all", Key::SaidOfAll, &found.of_all) });
    out
}

/// Returns the group of the state in each scheme.
fn groups(cx: ViewContext, s: StateId) -> StateSection {
    let group = |id: SchemeId| {
        let line = lines::group(cx, s, id);
        Line { head: line.text, text: cx.formatter().localized(&cx.ds.scheme(id).name), ..line }
    };
    let schemes = || (0..cx.ds.schemes.len()).map(SchemeId::from);
    let lacking: Vec<Line> = schemes().flat_map(|id| lacking(cx, s, id)).collect();
    let mut parts = vec![LineGroup::plain(schemes().map(group).collect())];
    if !lacking.is_empty() {
        parts.push(LineGroup::titled(cx, Key::GroupRecordLacks, lacking));
    }
    StateSection { n: schemes_with_group(cx, s), ..section(cx, "groups", Key::GroupsIn, parts) }
}

/// Returns the instruments to which every other member of a group of the state is party, and it is
/// not: the group, then the cell.
fn lacking(cx: ViewContext, s: StateId, id: SchemeId) -> Vec<Line> {
    let (ds, fmt, scheme) = (cx.ds, cx.formatter(), cx.ds.scheme(id));
    let alone = StateSet::default().with(s);
    let members = scheme.groups.iter().map(|group| group.states).find(|states| states.has(s));
    let gaps = members.filter(|states| *states != alone).map(|states| gaps(ds, cx.as_of(), states));
    let line = |instrument: InstrumentId| {
        let cell = lines::instrument(cx, s, instrument);
        let text = format!("{}: {}", ds.instrument(instrument).label, cell.text);
        Line { head: fmt.group_of(scheme, s), text, detail: fmt.localized(&scheme.name), ..cell }
    };
    let own = gaps.into_iter().flatten().filter(|gap| gap.not_yet == alone);
    own.flat_map(|gap| gap.instruments).map(line).collect()
}
