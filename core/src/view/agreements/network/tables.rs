//! Tables behind the matrix and the network, and the data that have no mark in them.

use super::assistance::evidence;
use super::drawn::Drawn;
use super::model::{LinkRow, LinkTable};
use super::naming::{UNNAMED, assistance_kinds, assistance_name, between_states, link_evidence, pair_name};
use crate::analysis::{AssistanceLink, Link, is_collective};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::agreements::matrix::furthest;
use crate::view::context::ViewContext;
use crate::view::words::labels::agreement_status_label;

/// Returns all tables that have rows.
pub(super) fn tables(cx: ViewContext, drawn: &Drawn) -> Vec<LinkTable> {
    let ds = cx.ds;
    let apart = drawn.agreements.iter().filter(|id| is_collective(ds.agreement(**id)));
    let unnamed = drawn.assistance.iter().filter(|id| ds.help(**id).to.is_empty());
    let table = |part, title: Key, lead: Option<Key>, heads: [Key; 3], rows: Vec<LinkRow>| LinkTable {
        part,
        title: cx.formatter().text(title),
        lead: lead.map(|key| cx.formatter().text(key)),
        heads: [heads[0], heads[1], heads[2], Key::Sources].map(|key| cx.formatter().text(key)),
        rows,
    };
    let mut tables = vec![
        table(
            "network-links",
            Key::NetworkLinks,
            None,
            [Key::Parties, Key::NetworkNumber, Key::Status],
            drawn.links.iter().map(|link| link_row(cx, link)).collect(),
        ),
        table(
            "network-collective",
            Key::AgreementsCollective,
            Some(Key::AgreementsCollectiveLead),
            [Key::Parties, Key::Subject, Key::Status],
            apart.map(|id| apart_row(cx, *id)).collect(),
        ),
        table(
            "network-flows",
            Key::NetworkFlows,
            None,
            [Key::NetworkFromTo, Key::NetworkNumber, Key::Kind],
            drawn.assistance_links.iter().map(|link| assistance_row(cx, link)).collect(),
        ),
        table(
            UNNAMED,
            Key::NetworkUnnamed,
            Some(Key::NetworkUnnamedLead),
            [Key::Subject, Key::NetworkFrom, Key::Kind],
            unnamed.map(|id| unnamed_row(cx, *id)).collect(),
        ),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

fn link_row(cx: ViewContext, link: &Link) -> LinkRow {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let words: Vec<_> = link.agreements.iter().map(|id| fmt.status(ds.agreement(*id))).collect();
    LinkRow {
        name: pair_name(cx, link.ends),
        second: fmt.number(link.agreements.len()),
        line: furthest(ds, &link.agreements)
            .filter(|_| between_states(link))
            .map(|status| agreement_status_label(status).0),
        words: words.join("; "),
        pages: pages(cx, link.agreements.iter().map(|id| &ds.agreement(*id).provenance)),
        open: cx.evidence_link(link_evidence(link)),
    }
}

fn apart_row(cx: ViewContext, id: AgreementId) -> LinkRow {
    let (fmt, x) = (cx.formatter(), cx.ds.agreement(id));
    LinkRow {
        name: fmt.parties(x),
        second: fmt.localized(&x.subject),
        line: None,
        words: fmt.status(x),
        pages: pages(cx, [&x.provenance]),
        open: cx.evidence_link(Evidence::Agreement(id)),
    }
}

fn assistance_row(cx: ViewContext, link: &AssistanceLink) -> LinkRow {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    LinkRow {
        name: assistance_name(cx, link),
        second: fmt.number(link.assistance.len()),
        line: None,
        words: assistance_kinds(cx, &link.assistance),
        pages: pages(cx, link.assistance.iter().map(|id| &ds.help(*id).provenance)),
        open: cx.evidence_link(evidence(link)),
    }
}

fn unnamed_row(cx: ViewContext, id: AssistanceId) -> LinkRow {
    let (fmt, x) = (cx.formatter(), cx.ds.help(id));
    let from: Vec<_> = x.from.iter().map(|party| fmt.party_short(*party)).collect();
    LinkRow {
        name: fmt.localized(&x.subject),
        second: from.join(", "),
        line: None,
        words: cx.formatter().assistance(x),
        pages: pages(cx, [&x.provenance]),
        open: cx.evidence_link(Evidence::Assistance(id)),
    }
}

/// Returns the pages of several data.
fn pages<'a>(cx: ViewContext, provenance: impl IntoIterator<Item = &'a Provenance>) -> String {
    let sources: Vec<Source> =
        provenance.into_iter().flat_map(|provenance| provenance.sources.iter().copied()).collect();
    cx.formatter().page_list(&sources)
}
