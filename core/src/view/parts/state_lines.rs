//! Lines of laws, assistance, positions and events, for several screens.

use super::lines::{Line, line};
use crate::model::*;
use crate::query::{approach_name, assistance_kind, law_kind};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::labels::{law_status_label, stance_label};

/// Joins details into one line.
pub(crate) fn details(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns a law as a line: status, name, kind and date.
pub(crate) fn law(cx: ViewContext, id: LawId) -> Line {
    let (fmt, law) = (cx.formatter(), cx.ds.law(id));
    let (status, kind) = (law_status_label(law.status), law_kind(law.kind));
    let detail = details([Some(fmt.text(kind)), law.date.map(|date| fmt.date(date))]);
    Line {
        detail,
        ..line(cx, fmt.text(status), fmt.localized(&law.name), &law.provenance, Evidence::Law(id))
    }
}

/// Returns a law as a line with its state first, for lists of several states.
pub(crate) fn law_of_any(cx: ViewContext, id: LawId) -> Line {
    let line = law(cx, id);
    let state = cx.formatter().state(cx.ds.law(id).state);
    Line { detail: details([Some(state), Some(line.detail).filter(|d| !d.is_empty())]), ..line }
}

/// Returns assistance as a line: kind, subject, providers, recipients other than the state, date.
pub(crate) fn assistance(cx: ViewContext, s: StateId, id: AssistanceId) -> Line {
    help(cx, Some(s), id)
}

/// Returns assistance as a line with all providers and recipients.
pub(crate) fn assistance_of_any(cx: ViewContext, id: AssistanceId) -> Line {
    help(cx, None, id)
}

fn help(cx: ViewContext, of: Option<StateId>, id: AssistanceId) -> Line {
    let (fmt, help) = (cx.formatter(), cx.ds.help(id));
    let from: Vec<_> = help
        .from
        .iter()
        .filter_map(|party| match party {
            Party::Actor(id) => Some(fmt.actor_short(*id)),
            Party::State(id) if Some(*id) == of => None,
            Party::State(id) => Some(fmt.state(*id)),
        })
        .collect();
    let detail = details([
        (!from.is_empty()).then(|| fmt.format(Key::AssistFrom, &[("list", &fmt.list(&from))])),
        (!help.to.is_empty() && help.to != of.into_iter().collect())
            .then(|| fmt.format(Key::AssistTo, &[("list", &fmt.states(help.to))])),
        help.date.map(|date| fmt.date(date)),
        help.planned.then(|| fmt.text(Key::EventPlanned)),
    ]);
    let kind = fmt.text(assistance_kind(help.kind));
    Line {
        detail,
        ..line(cx, kind, fmt.localized(&help.subject), &help.provenance, Evidence::Assistance(id))
    }
}

/// Returns a position as a line: stance, approach, condition and holder.
pub(crate) fn position(cx: ViewContext, id: PositionId) -> Line {
    let (fmt, x) = (cx.formatter(), cx.ds.position(id));
    let with = (!x.with.is_empty()).then(|| fmt.format(Key::PositionWith, &[("list", &fmt.states(x.with))]));
    let approach = fmt.text(approach_name(x.approach));
    let text = x.condition.as_ref().map_or(approach.clone(), |c| format!("{approach}: {}", fmt.localized(c)));
    let detail = details([
        x.holder.state().map(|_| fmt.holder(&x.holder)),
        with,
        x.group.map(|(scheme, group)| fmt.group(cx.ds.scheme(scheme), Some(group))),
        (x.basis == Basis::Inferred).then(|| fmt.text(Key::InferredByUs)),
    ]);
    let stance = fmt.text(stance_label(x.stance));
    Line { detail, ..line(cx, stance, text, &x.provenance, Evidence::Position(id)) }
}

/// Returns a position of a state in short; one of its NGOs, or one that is inferred, says so.
pub(crate) fn position_in_short(cx: ViewContext, id: PositionId) -> Line {
    let (fmt, x) = (cx.formatter(), cx.ds.position(id));
    let is_own = matches!(x.holder, PositionHolder::Of { kind: VoiceKind::Government, .. });
    let detail = details([
        (!is_own).then(|| fmt.holder(&x.holder)),
        (x.basis == Basis::Inferred).then(|| fmt.text(Key::InferredByUs)),
    ]);
    Line { text: fmt.localized(&x.short), detail, ..position(cx, id) }
}

/// Returns an event as a line: date, title and place.
pub(crate) fn event(cx: ViewContext, id: EventId) -> Line {
    let (fmt, x) = (cx.formatter(), cx.ds.event(id));
    let when =
        x.end.map_or_else(|| fmt.date(x.date), |end| format!("{} – {}", fmt.date(x.date), fmt.date(end)));
    let place = x.place.as_ref().map(|place| fmt.localized(place));
    let detail = details([place, x.planned.then(|| fmt.text(Key::EventPlanned))]);
    Line { detail, ..line(cx, when, fmt.localized(&x.title), &x.provenance, Evidence::Event(id)) }
}
