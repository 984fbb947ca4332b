//! The tables behind the network: the same lines and arrows, and what is drawn as none.

use super::model::{Drawn, LinkRow, LinkTable};
use super::naming::{flow_evidence, flow_name, flow_words, link_evidence, pair_name};
use crate::analysis::{Flow, Link, is_collective};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::agreements::matrix::furthest;
use crate::view::context::ViewContext;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::of_status;

/// Every table that has rows.
pub(super) fn tables(asked: ViewContext, drawn: &Drawn) -> Vec<LinkTable> {
    let ds = asked.ds;
    let apart = drawn.agreements.iter().filter(|id| is_collective(ds.agreement(**id)));
    let unnamed = drawn.assistance.iter().filter(|id| ds.help(**id).to.is_empty());
    let table = |title: Key, lead: Option<Key>, heads: [Key; 3], rows: Vec<LinkRow>| LinkTable {
        title: asked.say().t(title),
        lead: lead.map(|key| asked.say().t(key)),
        heads: [heads[0], heads[1], heads[2], Key::Sources].map(|key| asked.say().t(key)),
        rows,
    };
    let mut tables = vec![
        table(
            Key::NetworkLinks,
            None,
            [Key::Parties, Key::NetworkNumber, Key::Status],
            drawn.links.iter().map(|link| link_row(asked, link)).collect(),
        ),
        table(
            Key::AgreementsCollective,
            Some(Key::AgreementsCollectiveLead),
            [Key::Parties, Key::Subject, Key::Status],
            apart.map(|id| apart_row(asked, *id)).collect(),
        ),
        table(
            Key::NetworkFlows,
            None,
            [Key::NetworkFromTo, Key::NetworkNumber, Key::Kind],
            drawn.flows.iter().map(|flow| flow_row(asked, flow)).collect(),
        ),
        table(
            Key::NetworkUnnamed,
            Some(Key::NetworkUnnamedLead),
            [Key::Subject, Key::NetworkFrom, Key::Kind],
            unnamed.map(|id| unnamed_row(asked, *id)).collect(),
        ),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

fn link_row(asked: ViewContext, link: &Link) -> LinkRow {
    let (say, ds) = (asked.say(), asked.ds);
    let words: Vec<_> = link.agreements.iter().map(|id| say.status(ds.agreement(*id))).collect();
    LinkRow {
        name: pair_name(asked, link.ends),
        second: say.num(link.agreements.len()),
        line: furthest(ds, &link.agreements).map(|status| of_status(status).0),
        words: words.join("; "),
        pages: pages(asked, link.agreements.iter().map(|id| &ds.agreement(*id).provenance)),
        open: asked.open(link_evidence(link)),
    }
}

fn apart_row(asked: ViewContext, id: AgreementId) -> LinkRow {
    let (say, x) = (asked.say(), asked.ds.agreement(id));
    LinkRow {
        name: say.parties(x),
        second: say.text(&x.subject),
        line: None,
        words: say.status(x),
        pages: pages(asked, [&x.provenance]),
        open: asked.open(Evidence::Agreement(id)),
    }
}

fn flow_row(asked: ViewContext, flow: &Flow) -> LinkRow {
    let (say, ds) = (asked.say(), asked.ds);
    LinkRow {
        name: flow_name(asked, flow),
        second: say.num(flow.assistance.len()),
        line: Some(Glyph::Flow),
        words: flow_words(asked, flow),
        pages: pages(asked, flow.assistance.iter().map(|id| &ds.help(*id).provenance)),
        open: asked.open(flow_evidence(flow)),
    }
}

fn unnamed_row(asked: ViewContext, id: AssistanceId) -> LinkRow {
    let (say, x) = (asked.say(), asked.ds.help(id));
    let from: Vec<_> = x
        .from
        .iter()
        .map(|party| match party {
            Party::Actor(id) => say.actor_short(*id),
            Party::State(id) => say.state(*id),
        })
        .collect();
    LinkRow {
        name: say.text(&x.subject),
        second: from.join(", "),
        line: None,
        words: asked.say().assistance(x),
        pages: pages(asked, [&x.provenance]),
        open: asked.open(Evidence::Assistance(id)),
    }
}

/// The pages of several data.
fn pages<'a>(asked: ViewContext, provenance: impl IntoIterator<Item = &'a Provenance>) -> String {
    let sources: Vec<Source> =
        provenance.into_iter().flat_map(|provenance| provenance.sources.iter().copied()).collect();
    asked.say().page_list(&sources)
}
