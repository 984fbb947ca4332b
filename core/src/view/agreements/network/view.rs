//! The network: twelve states on a ring and other parties at the sides.
//!
//! A line joins each pair that an agreement names; the assistance layer adds an arrow for each pair
//! that assistance names. Tables give the same data.

use super::layout::{Area, Point, TALL, WIDE, place_number};
use super::model::{Drawn, LinkMark, Network, NodeMark};
use super::naming::{
    assistance_evidence, assistance_kinds, assistance_name, by_words, link_evidence, pair_name,
};
use super::placement::{Places, SHAPES};
use super::tables::tables;
use crate::analysis::{PairIndex, assistance_links, blocks, is_collective, links};
use crate::model::*;
use crate::query::{self, FacetKey};
use crate::state::{Evidence, NetworkLayer};
use crate::text::Key;
use crate::view::agreements::matrix::{BY_PROGRESS, furthest, sentences, statuses};
use crate::view::context::ViewContext;
use crate::view::filter_bar::relax;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::agreement_status_label;

/// Builds the view model.
pub fn network(cx: ViewContext) -> Network {
    let (fmt, drawn) = (cx.formatter(), drawn(cx));
    let places = Places::new(cx);
    let nodes = places.nodes.iter().map(|node| node.party);
    let (links, nodes) = (link_marks(cx, &drawn, &places), nodes.collect::<Vec<_>>());
    let nodes = nodes.iter().enumerate().filter_map(|(i, party)| node_mark(cx, &drawn, &places, i, *party));
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, fmt.text(key));
    let statuses = BY_PROGRESS.into_iter().map(agreement_status_label).map(|(mark, key)| item(mark, key));
    let helps = with_assistance(cx).then(|| item(Glyph::Assistance, Key::NetworkHelp));
    let nothing = drawn.agreements.is_empty() && drawn.assistance.is_empty();
    Network {
        title: fmt.text(Key::NetworkTitle),
        sentences: all_sentences(cx, &drawn),
        notes: notes(cx, &drawn),
        name: fmt.text(Key::NetworkCaption),
        hint: fmt.text(Key::NetworkHint),
        to_table: fmt.text(Key::NetworkToTable),
        legend_name: fmt.text(Key::Legend),
        lines: statuses.chain(helps).collect(),
        kinds: vec![
            item(STATE, Key::NetworkState),
            item(COUNTRY, Key::NetworkCountry),
            item(ORGANISATION, Key::NetworkOrganisation),
        ],
        groups: groups(cx),
        sizes: [WIDE.size, TALL.size],
        nodes: nodes.collect(),
        bands: places.bands,
        links,
        tables: tables(cx, &drawn),
        empty: nothing.then(|| fmt.format(Key::EmptyAgreements, &[("facet", &relax::filter_to_relax(cx))])),
    }
}

const STATE: Glyph = Glyph::State;

const COUNTRY: Glyph = Glyph::Country;

const ORGANISATION: Glyph = Glyph::Organisation;

fn with_assistance(cx: ViewContext) -> bool {
    cx.state.layer == NetworkLayer::Assistance
}

/// Returns the states selected in the filter; `None` if none are.
fn chosen(cx: ViewContext) -> Option<StateSet> {
    let filter = &cx.state.filter;
    (filter.chosen(FacetKey::State) != 0).then(|| filter.states(cx.ds))
}

fn drawn(cx: ViewContext) -> Drawn {
    let (ds, facet_context, filter) = (cx.ds, cx.facet_context(), &cx.state.filter);
    let agreements = query::agreements(facet_context, filter);
    let assistance = if with_assistance(cx) { query::assistance(facet_context, filter) } else { Vec::new() };
    let mut links = links(ds, &agreements, chosen(cx));
    for link in &mut links {
        link.ends = ordered(cx, link.ends);
    }
    let links = by_words(links, |link| pair_name(cx, link.ends));
    let assistance_links =
        by_words(assistance_links(ds, &assistance, chosen(cx)), |link| assistance_name(cx, link));
    Drawn { links, assistance_links, agreements, assistance }
}

/// Sorts two parties: states first, then by name.
fn ordered(cx: ViewContext, [a, b]: [Party; 2]) -> [Party; 2] {
    let key = |party: Party| (!matches!(party, Party::State(_)), cx.formatter().party(party).to_lowercase());
    if key(b) < key(a) { [b, a] } else { [a, b] }
}

fn all_sentences(cx: ViewContext, drawn: &Drawn) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mut out = sentences(cx, &PairIndex::new(ds, &drawn.agreements), ds.all_states());
    let outside = drawn.links.iter().filter(|link| link.ends.iter().any(|p| matches!(p, Party::Actor(_))));
    out.extend(counted(cx, Key::NetworkOutside, outside.count()));
    if with_assistance(cx) {
        let named = drawn.assistance.iter().filter(|id| !ds.help(**id).to.is_empty()).count();
        out.push(fmt.format(
            Key::NetworkAssistance,
            &[
                ("k", &fmt.number(named)),
                ("n", &fmt.number(drawn.assistance.len())),
                ("arrows", &fmt.plural(Key::NetworkArrows, drawn.assistance_links.len())),
            ],
        ));
    }
    out
}

/// Returns the sentence for a number; `None` for 0.
fn counted(cx: ViewContext, key: Key, n: usize) -> Option<String> {
    (n > 0).then(|| cx.formatter().plural(key, n))
}

fn notes(cx: ViewContext, drawn: &Drawn) -> Vec<String> {
    let (fmt, ds, filter) = (cx.formatter(), cx.ds, &cx.state.filter);
    let silence = if filter.is_empty() { Key::NetworkSilence } else { Key::NetworkSilenceChosen };
    let several = |scheme: &Scheme| {
        ds.all_states().iter().any(|s| scheme.groups.iter().filter(|g| g.states.has(s)).count() > 1)
    };
    let status_only = with_assistance(cx) && filter.chosen(FacetKey::Status) != 0;
    let apart = drawn.agreements.iter().filter(|id| is_collective(ds.agreement(**id)));
    let unnamed = drawn.assistance.iter().filter(|id| ds.help(**id).to.is_empty());
    [
        Some(fmt.text(silence)),
        counted(cx, Key::NetworkApart, apart.count()),
        counted(cx, Key::NetworkNoArrow, unnamed.count()),
        status_only.then(|| fmt.text(Key::NetworkStatusOnly)),
        Some(fmt.text(Key::NetworkPlaces)),
        cx.scheme().is_some_and(several).then(|| fmt.text(Key::NetworkFirstGroup)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns the names of the groups in ring order, each with the index of its hue.
fn groups(cx: ViewContext) -> Vec<(String, Option<usize>)> {
    let named = |scheme: &Scheme| {
        let blocks = blocks(Some(scheme), cx.ds.all_states());
        blocks.iter().map(|block| (cx.formatter().group(scheme, block.group), block.group)).collect()
    };
    cx.scheme().map(named).unwrap_or_default()
}

fn link_marks(cx: ViewContext, drawn: &Drawn, places: &Places) -> Vec<LinkMark> {
    let mut taken: [Vec<Area>; 2] = [0, 1].map(|k| places.areas(k));
    let shown = [0, 1].map(|k| places.marks(k));
    let names = [0, 1].map(|k| places.names(k));
    let mut marks = Vec::with_capacity(drawn.links.len() + drawn.assistance_links.len());
    let mut add = |mark: Glyph, ends: [Party; 2], n: usize, label: String, open: EvidenceLink| {
        let (Some(from), Some(to)) = (places.of(ends[0]), places.of(ends[1])) else { return };
        let at = [0, 1].map(|k| {
            let courses = [from.at[k], to.at[k]];
            let course = match ends {
                _ if mark == Glyph::Assistance => SHAPES[k].arrow(courses),
                [Party::Actor(_), Party::Actor(_)] if courses[0][0] == courses[1][0] => {
                    SHAPES[k].bow(courses)
                }
                _ => SHAPES[k].line(courses),
            };
            // There are too many arrows to keep clear of labels; a line may start next to the
            // labels of its ends.
            let names =
                names[k].iter().filter(|(party, _)| mark != Glyph::Assistance && !ends.contains(party));
            let names: Vec<Area> = names.map(|(_, area)| *area).collect();
            SHAPES[k].clear(course, &shown[k], &names)
        });
        let number =
            (n > 1).then(|| (n, [0, 1].map(|k| place_number(at[k], SHAPES[k].line * 2 / 5, &mut taken[k]))));
        marks.push(LinkMark { mark, at, number, label, open });
    };
    for link in &drawn.links {
        let status = furthest(cx.ds, &link.agreements).unwrap_or(AgreementStatus::Unstated);
        let label = format!("{}: {}", pair_name(cx, link.ends), statuses(cx, &link.agreements));
        let open = cx.evidence_link(link_evidence(link));
        add(agreement_status_label(status).0, link.ends, link.agreements.len(), label, open);
    }
    for link in &drawn.assistance_links {
        let ends = [link.from, Party::State(link.to)];
        let counted = cx.formatter().plural(Key::NAssistance, link.assistance.len());
        let label = format!("{}: {counted}: {}", assistance_name(cx, link), assistance_kinds(cx, link));
        add(
            Glyph::Assistance,
            ends,
            link.assistance.len(),
            label,
            cx.evidence_link(assistance_evidence(link)),
        );
    }
    marks
}

/// Returns the mark of a party; `None` for a partner without a line.
fn node_mark(cx: ViewContext, drawn: &Drawn, places: &Places, i: usize, party: Party) -> Option<NodeMark> {
    let fmt = cx.formatter();
    let place = &places.nodes[i];
    let ends = drawn.links.iter().map(|link| link.ends);
    let ends = ends.chain(drawn.assistance_links.iter().map(|link| [link.from, Party::State(link.to)]));
    let links: Vec<_> = ends.enumerate().filter(|(_, e)| e.contains(&party)).map(|(i, _)| i).collect();
    let mark = match party {
        Party::State(_) => STATE,
        _ if links.is_empty() => return None,
        Party::Actor(id) if cx.ds.actor(id).kind == ActorKind::Country => COUNTRY,
        Party::Actor(_) => ORGANISATION,
    };
    let full = format!("{}: {}", fmt.party(party), named_for(cx, drawn, party));
    let label = |(lines, _): &(Vec<String>, Point)| {
        let shown = lines.join(" ");
        if full.starts_with(&shown) { full.clone() } else { format!("{shown}, {full}") }
    };
    Some(NodeMark {
        mark,
        at: place.at,
        names: place.names.clone(),
        links,
        labels: [0, 1].map(|k| label(&place.names[k])),
        open: cx.evidence_link(Evidence::Links(party, None)),
    })
}

/// Returns the counts of matching data that name a party: `2 agreements; 1 worded collectively`.
fn named_for(cx: ViewContext, drawn: &Drawn, party: Party) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let of = |id: &&AgreementId| ds.agreement(**id).parties.contains(&party);
    let (apart, named): (Vec<&AgreementId>, Vec<&AgreementId>) =
        drawn.agreements.iter().filter(of).partition(|id| is_collective(ds.agreement(**id)));
    let helps = |id: &&AssistanceId| {
        let help = ds.help(**id);
        help.from.contains(&party) || matches!(party, Party::State(s) if help.to.has(s))
    };
    let words: Vec<_> = [
        (Key::NAgreements, named.len()),
        (Key::NetworkWorded, apart.len()),
        (Key::NAssistance, drawn.assistance.iter().filter(helps).count()),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| fmt.plural(key, n))
    .collect();
    if !words.is_empty() {
        return words.join("; ");
    }
    fmt.text(if cx.state.filter.is_empty() { Key::NoneNamed } else { Key::NoneFits })
}

#[cfg(test)]
mod tests;
