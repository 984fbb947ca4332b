//! The page of an administrative body.

use super::model::section;
use super::pieces::{Page, group, plain_line};
use crate::model::*;
use crate::state::{Evidence, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::subject_link;
use crate::view::parts::lines;
use crate::view::parts::lines::{Line, line};
use crate::view::words::labels::event_word;

pub(super) fn body(asked: ViewContext, id: BodyId) -> Page {
    let (say, ds) = (asked.say(), asked.ds);
    let body = ds.body(id);
    let states = say.sorted(body.states);
    let sentences = vec![say.f(Key::AboutBody, &[("list", &say.states(body.states))])];
    let event = |event: &BodyEvent| {
        let text = event.note.as_ref().map(|note| say.text(note)).unwrap_or_default();
        let when = event.date.map(|date| say.date(date));
        let word = say.t(event_word(event.kind));
        let head = when.map_or(word.clone(), |when| format!("{word}, {when}"));
        line(asked, head, text, &body.provenance, Evidence::Body(id))
    };
    let others = states.iter().flat_map(|s| lines::bodies(asked, *s));
    let here = asked.open(Evidence::Body(id)).key;
    let others = others.filter(|line| line.open.as_ref().is_none_or(|open| open.key != here));
    let central = states.iter().map(|s| Line { head: say.state(*s), ..lines::central_body(asked, *s) });
    let to = |s: &StateId| {
        let subject = Subject::State(*s);
        Line { href: Some(subject_link(asked, subject, "").href), ..plain_line(say.state(*s)) }
    };
    let sections = vec![
        section(
            asked,
            "events",
            Key::TableEvents,
            vec![group(None, body.events.iter().map(event).collect())],
        ),
        section(
            asked,
            "administration",
            Key::Administration,
            vec![
                group(Some(say.t(Key::RowCentralBody)), central.collect()),
                group(Some(say.t(Key::AboutOtherBodies)), others.collect()),
            ],
        ),
        section(asked, "states", Key::States, vec![group(None, states.iter().map(to).collect())]),
    ];
    (sentences, sections)
}
