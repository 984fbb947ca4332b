//! Page of an administrative body.

use super::model::section;
use super::pieces::{Page, group, plain_line};
use crate::model::*;
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::subject_link;
use crate::view::parts::lines::{self, Line, line};
use crate::view::words::labels::body_event_label;

pub(super) fn body(cx: ViewContext, id: BodyId) -> Page {
    let (say, ds) = (cx.say(), cx.ds);
    let body = ds.body(id);
    let states = say.sorted(body.states);
    let sentences = vec![say.format(Key::AboutBody, &[("list", &say.states(body.states))])];
    let event = |event: &BodyEvent| {
        let text = event.note.as_ref().map(|note| say.localized(note)).unwrap_or_default();
        let when = event.date.map(|date| say.date(date));
        let word = say.text(body_event_label(event.kind));
        let head = when.map_or(word.clone(), |when| format!("{word}, {when}"));
        line(cx, head, text, &body.provenance, Evidence::Body(id))
    };
    let others = states.iter().flat_map(|s| lines::bodies(cx, *s));
    let here = cx.open(Evidence::Body(id)).key;
    let others = others.filter(|line| line.open.as_ref().is_none_or(|open| open.key != here));
    let central = states.iter().map(|s| Line { head: say.state(*s), ..lines::central_body(cx, *s) });
    let to = |s: &StateId| {
        let subject = Subject::State(*s);
        Line { href: Some(subject_link(cx, subject, "").href), ..plain_line(say.state(*s)) }
    };
    let sections = vec![
        section(cx, "events", Key::TableEvents, vec![group(None, body.events.iter().map(event).collect())]),
        section(
            cx,
            "administration",
            Key::Administration,
            vec![
                group(Some(say.text(Key::RowCentralBody)), central.collect()),
                group(Some(say.text(Key::AboutOtherBodies)), others.collect()),
            ],
        ),
        section(cx, "states", Key::States, vec![group(None, states.iter().map(to).collect())]),
    ];
    (sentences, sections)
}
