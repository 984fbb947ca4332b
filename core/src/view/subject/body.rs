//! Page of an administrative body.

use super::model::section;
use super::pieces::Page;
use crate::model::*;
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::subject_link;
use crate::view::parts::lines::{self, Line, LineGroup, line, plain_line};
use crate::view::words::labels::body_event_label;

pub(super) fn body(cx: ViewContext, id: BodyId) -> Page {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let body = ds.body(id);
    let states = fmt.sorted(body.states);
    let sentences = vec![fmt.format(Key::AboutBody, &[("list", &fmt.states(body.states))])];
    let event = |event: &BodyEvent| {
        let text = event.note.as_ref().map(|note| fmt.localized(note)).unwrap_or_default();
        let when = event.date.map(|date| fmt.date(date));
        let word = fmt.text(body_event_label(event.kind));
        let head = when.map_or(word.clone(), |when| format!("{word}, {when}"));
        line(cx, head, text, &body.provenance, Evidence::Body(id))
    };
    let others = states.iter().flat_map(|s| lines::bodies(cx, *s));
    let here = cx.evidence_link(Evidence::Body(id)).key;
    let others = others.filter(|line| line.open.as_ref().is_none_or(|open| open.key != here));
    let central = states.iter().map(|s| Line { head: fmt.state(*s), ..lines::central_body(cx, *s) });
    let to = |s: &StateId| {
        let subject = Subject::State(*s);
        Line { href: Some(subject_link(cx, subject, "").href), ..plain_line(fmt.state(*s)) }
    };
    let sections = vec![
        section(
            cx,
            "events",
            Key::TableEvents,
            vec![LineGroup::plain(body.events.iter().map(event).collect())],
        ),
        section(
            cx,
            "administration",
            Key::Administration,
            vec![
                LineGroup::titled(cx, Key::RowCentralBody, central.collect()),
                LineGroup::titled(cx, Key::AboutOtherBodies, others.collect()),
            ],
        ),
        section(cx, "states", Key::States, vec![LineGroup::plain(states.iter().map(to).collect())]),
    ];
    (sentences, sections)
}
