//! Lines that only a state's page shows: laws, assistance, positions, events.

use super::lines::{Line, line};
use crate::model::*;
use crate::query::{approach_name, assistance_kind, law_kind};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::{law_status, stance_name};

/// Details in one line.
pub(crate) fn details(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A law: how far it is, its name, kind and date.
pub(crate) fn law(asked: ViewContext, id: LawId) -> Line {
    let (say, law) = (asked.say(), asked.ds.law(id));
    let (status, kind) = (law_status(law.status), law_kind(law.kind));
    let detail = details([Some(say.t(kind)), law.date.map(|date| say.date(date))]);
    Line { detail, ..line(asked, say.t(status), say.text(&law.name), &law.provenance, Evidence::Law(id)) }
}

/// A law with its state before it, where it stands among those of others.
pub(crate) fn law_of_any(asked: ViewContext, id: LawId) -> Line {
    let line = law(asked, id);
    let state = asked.say().state(asked.ds.law(id).state);
    Line { detail: details([Some(state), Some(line.detail).filter(|d| !d.is_empty())]), ..line }
}

/// Assistance: of what kind, on what, by whom; for whom besides the state.
pub(crate) fn assistance(asked: ViewContext, s: StateId, id: AssistanceId) -> Line {
    help(asked, Some(s), id)
}

/// Assistance, with all whom it is by and for.
pub(crate) fn assistance_of_any(asked: ViewContext, id: AssistanceId) -> Line {
    help(asked, None, id)
}

fn help(asked: ViewContext, of: Option<StateId>, id: AssistanceId) -> Line {
    let (say, help) = (asked.say(), asked.ds.help(id));
    let from: Vec<_> = help
        .from
        .iter()
        .filter_map(|party| match party {
            Party::Actor(id) => Some(say.actor_short(*id)),
            Party::State(id) if Some(*id) == of => None,
            Party::State(id) => Some(say.state(*id)),
        })
        .collect();
    let detail = details([
        (!from.is_empty()).then(|| say.f(Key::AssistFrom, &[("list", &say.list(&from))])),
        (!help.to.is_empty() && help.to != of.into_iter().collect())
            .then(|| say.f(Key::AssistTo, &[("list", &say.states(help.to))])),
        help.date.map(|date| say.date(date)),
        help.planned.then(|| say.t(Key::EventPlanned)),
    ]);
    let kind = say.t(assistance_kind(help.kind));
    Line { detail, ..line(asked, kind, say.text(&help.subject), &help.provenance, Evidence::Assistance(id)) }
}

/// A position: how far it is held, the approach and its condition, who holds it.
pub(crate) fn position(asked: ViewContext, id: PositionId) -> Line {
    let (say, x) = (asked.say(), asked.ds.position(id));
    let with = (!x.with.is_empty()).then(|| say.f(Key::PositionWith, &[("list", &say.states(x.with))]));
    let approach = say.t(approach_name(x.approach));
    let text = x.condition.as_ref().map_or(approach.clone(), |c| format!("{approach}: {}", say.text(c)));
    let detail = details([
        x.holder.state().map(|_| say.holder(&x.holder)),
        with,
        x.group.map(|(scheme, group)| say.group(asked.ds.scheme(scheme), Some(group))),
        (x.basis == Basis::Inferred).then(|| say.t(Key::InferredByUs)),
    ]);
    let stance = say.t(stance_name(x.stance));
    Line { detail, ..line(asked, stance, text, &x.provenance, Evidence::Position(id)) }
}

/// An event: when, what, where.
pub(crate) fn event(asked: ViewContext, id: EventId) -> Line {
    let (say, x) = (asked.say(), asked.ds.event(id));
    let when =
        x.end.map_or_else(|| say.date(x.date), |end| format!("{} – {}", say.date(x.date), say.date(end)));
    let place = x.place.as_ref().map(|place| say.text(place));
    let detail = details([place, x.planned.then(|| say.t(Key::EventPlanned))]);
    Line { detail, ..line(asked, when, say.text(&x.title), &x.provenance, Evidence::Event(id)) }
}
