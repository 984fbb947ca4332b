//! The page of an instrument: who has joined, when, and together with which other.

use super::model::{StateSection, section};
use super::pieces::{Page, group, plain_line, stopped};
use crate::analysis::{blocks, both, parties, standing};
use crate::model::*;
use crate::state::Evidence;
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::parts::lines::{Line, line};
use crate::view::words::labels::of_standing;

pub(super) fn instrument(asked: ViewContext, id: InstrumentId) -> Page {
    let (say, ds) = (asked.say(), asked.ds);
    let treaty = ds.instrument(id);
    let joined = parties(ds, None, id);
    let (k, m) = (say.num(joined.len()), say.num(ds.states.len()));
    let mut sentences = vec![say.f(Key::AboutParties, &[("k", &k), ("m", &m)])];
    let not_yet = StateSet(ds.all_states().0 & !joined.0);
    if !not_yet.is_empty() && !joined.is_empty() {
        sentences.push(say.f(Key::AboutNotYet, &[("list", &say.states(not_yet))]));
    }
    sentences.push(stopped(capital(&say.f(Key::Adopted, &[("year", &treaty.adopted.to_string())]))));
    if treaty.covers.len() > 1 {
        sentences.push(stopped(say.f(Key::Covers, &[("list", &say.list(&treaty.covers))])));
    }
    sentences.extend(treaty.note.as_ref().map(|note| say.text(note)));
    let stands = |s: StateId| {
        let (mark, word) = of_standing(standing(ds, None, s, id));
        let line = line(asked, say.state(s), say.t(word), &ds.cell(s, id).provenance, Evidence::Cell(s, id));
        Line { mark: Some(mark), ..line }
    };
    let groups = blocks(asked.scheme(), ds.all_states()).into_iter().map(|block| {
        let of = say.of(block.states.and(joined).len(), block.states.len());
        let title = asked.scheme().map(|scheme| match block.group {
            Some(_) => format!("{}: {of}", say.group(scheme, block.group)),
            None => say.group(scheme, None),
        });
        group(title, say.sorted(block.states).into_iter().map(stands).collect())
    });
    let acts = say.sorted(ds.all_states()).into_iter().flat_map(|s| {
        ds.cell(s, id).acts.iter().map(move |act| Line {
            head: say.state(s),
            open: Some(asked.open(Evidence::Cell(s, id))),
            ..plain_line(asked.say().act(treaty, act))
        })
    });
    let together = ds.instrument_ids().filter(|other| *other != id).map(|other| {
        let n = both(ds, None, id, other).len();
        let text = say.f(Key::AboutBoth, &[("k", &say.num(n)), ("m", &say.num(ds.states.len()))]);
        Line {
            head: say.instrument(other),
            ..line(asked, String::new(), text, &treaty.provenance, Evidence::Both(id, other))
        }
    });
    let sections = vec![
        StateSection {
            n: say.of(joined.len(), ds.states.len()),
            ..section(asked, "parties", Key::AboutStanding, groups.collect())
        },
        StateSection {
            lead: Some(say.t(Key::AboutActsLead)),
            ..section(asked, "acts", Key::TableActs, vec![group(None, acts.collect())])
        },
        section(asked, "together", Key::AboutTogether, vec![group(None, together.collect())]),
    ];
    (sentences, sections)
}
