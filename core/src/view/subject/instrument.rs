//! Page of an instrument: parties, treaty actions, and parties in common with other instruments.

use super::model::{StateSection, section};
use super::pieces::{Page, stopped};
use crate::analysis::{blocks, parties, parties_to_both, party_status};
use crate::model::*;
use crate::state::Evidence;
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::parts::lines::{Line, LineGroup, line, plain_line};
use crate::view::words::labels::party_status_label;

pub(super) fn instrument(cx: ViewContext, id: InstrumentId) -> Page {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let treaty = ds.instrument(id);
    let joined = parties(ds, None, id);
    let (k, m) = (fmt.number(joined.len()), fmt.number(ds.states.len()));
    let mut sentences = vec![fmt.format(Key::AboutParties, &[("k", &k), ("m", &m)])];
    let not_yet = StateSet(ds.all_states().0 & !joined.0);
    if !not_yet.is_empty() && !joined.is_empty() {
        sentences.push(fmt.format(Key::AboutNotYet, &[("list", &fmt.states(not_yet))]));
    }
    sentences.push(stopped(capital(&fmt.format(Key::Adopted, &[("year", &treaty.adopted.to_string())]))));
    if treaty.covers.len() > 1 {
        sentences.push(stopped(fmt.format(Key::Covers, &[("list", &fmt.list(&treaty.covers))])));
    }
    sentences.extend(treaty.note.as_ref().map(|note| fmt.localized(note)));
    let stands = |s: StateId| {
        let (mark, word) = party_status_label(party_status(ds, None, s, id));
        let line = line(cx, fmt.state(s), fmt.text(word), &ds.cell(s, id).provenance, Evidence::Cell(s, id));
        Line { mark: Some(mark), ..line }
    };
    let groups = blocks(cx.scheme(), ds.all_states()).into_iter().map(|block| {
        let of = fmt.k_of_m(block.states.and(joined).len(), block.states.len());
        let title = cx.scheme().map(|scheme| match block.group {
            Some(_) => format!("{}: {of}", fmt.group(scheme, block.group)),
            None => fmt.group(scheme, None),
        });
        LineGroup { title, lines: fmt.sorted(block.states).into_iter().map(stands).collect() }
    });
    let acts = fmt.sorted(ds.all_states()).into_iter().flat_map(|s| {
        ds.cell(s, id).acts.iter().map(move |act| Line {
            head: fmt.state(s),
            open: Some(cx.evidence_link(Evidence::Cell(s, id))),
            ..plain_line(cx.formatter().act(treaty, act))
        })
    });
    let together = ds.instrument_ids().filter(|other| *other != id).map(|other| {
        let n = parties_to_both(ds, None, id, other).len();
        let text = fmt.format(Key::AboutBoth, &[("k", &fmt.number(n)), ("m", &fmt.number(ds.states.len()))]);
        Line {
            head: fmt.instrument(other),
            ..line(cx, String::new(), text, &treaty.provenance, Evidence::Both(id, other))
        }
    });
    let sections = vec![
        StateSection {
            n: fmt.k_of_m(joined.len(), ds.states.len()),
            ..section(cx, "parties", Key::AboutStanding, groups.collect())
        },
        StateSection {
            lead: Some(fmt.text(Key::AboutActsLead)),
            ..section(cx, "acts", Key::TableActs, vec![LineGroup::plain(acts.collect())])
        },
        section(cx, "together", Key::AboutTogether, vec![LineGroup::plain(together.collect())]),
    ];
    (sentences, sections)
}
