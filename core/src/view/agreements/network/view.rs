//! The matrix of assistance and, beside it, the network of agreements: twelve states on a ring.
//!
//! A line joins each pair of states that an agreement names. Choosing a state marks its column, its
//! lines and its words; it narrows neither, so the sums stay those of the report. Tables give the
//! same data.

use super::drawn::Drawn;
use super::layout::{Area, TALL, WIDE, place_number};
use super::model::{LinkMark, Network, NodeMark};
use super::naming::{assistance_name, between_states, by_words, link_evidence, pair_name};
use super::placement::{NodePlacement, Places, SHAPES};
use super::tables::tables;
use super::{assistance, chosen};
use crate::analysis::{AgreementProgress, PairIndex, assistance_links, is_collective, links};
use crate::model::*;
use crate::query::{self, FacetKey};
use crate::state::{Command, ViewState};
use crate::text::Key;
use crate::view::agreements::matrix::{BY_PROGRESS, furthest, sentences, statuses};
use crate::view::context::ViewContext;
use crate::view::filter_bar::relax;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::agreement_status_label;

/// Builds the view model.
pub fn network(cx: ViewContext) -> Network {
    let chosen = chosen_states(cx);
    let state = ViewState { filter: cx.agreements_filter(), ..cx.state.clone() };
    model(ViewContext { state: &state, ..cx }, chosen)
}

fn model(cx: ViewContext, chosen: StateSet) -> Network {
    let (fmt, drawn) = (cx.formatter(), drawn(cx));
    let places = Places::new(cx);
    let links = link_marks(cx, &drawn, &places, chosen);
    let nodes = places.nodes.iter().map(|place| node_mark(cx, &drawn, place, chosen)).collect();
    let assistance = assistance::matrix(cx, &drawn, chosen);
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, fmt.text(key));
    let asterisk = chosen::has_asterisk(cx, &drawn, chosen);
    Network {
        title: fmt.text(Key::NetworkTitle),
        sentences: all_sentences(cx, &drawn, chosen),
        notes: notes(cx, &drawn),
        legend_name: fmt.text(Key::Legend),
        counted: [Key::HelpCounted, Key::HelpCountedShort].map(|key| fmt.text(key)),
        silences: silences(cx, &assistance),
        lines: BY_PROGRESS
            .into_iter()
            .map(agreement_status_label)
            .filter(|(mark, _)| links.iter().any(|link| link.mark == *mark))
            .map(|(mark, key)| item(mark, key))
            .collect(),
        asterisk: asterisk
            .then(|| item(Glyph::YearPrinted, Key::KeyYearPrinted).or_short(fmt.text(Key::ShortYearPrinted))),
        groups: assistance
            .groups
            .iter()
            .filter(|group| group.name.is_none())
            .map(|group| (format!("{} {}", group.number, group.full), group.hue))
            .collect(),
        assistance,
        heading: fmt.text(Key::ViewAgreements),
        counts: counts(cx, &drawn),
        name: fmt.text(Key::NetworkCaption),
        hint: fmt.text(Key::NetworkHint),
        to_table: fmt.text(Key::NetworkToTable),
        sizes: [WIDE.size, TALL.size],
        bands: places.bands,
        links,
        nodes,
        codes: codes(cx),
        chosen: chosen::words(cx, &drawn, chosen),
        choose: chosen.is_empty().then(|| fmt.text(Key::NetworkChoose)),
        tables: tables(cx, &drawn),
        empty: drawn
            .agreements
            .is_empty()
            .then(|| fmt.format(Key::EmptyAgreements, &[("facet", &relax::filter_to_relax(cx))])),
    }
}

/// Returns the states chosen in the filter; none without a choice.
fn chosen_states(cx: ViewContext) -> StateSet {
    let filter = &cx.state.filter;
    if filter.chosen(FacetKey::State) == 0 { StateSet::default() } else { filter.states(cx.ds) }
}

fn drawn(cx: ViewContext) -> Drawn {
    let (ds, facet_context, filter) = (cx.ds, cx.facet_context(), &cx.state.filter);
    let agreements = query::agreements(facet_context, filter);
    let assistance = query::assistance(facet_context, filter);
    let mut links = links(ds, &agreements);
    for link in &mut links {
        link.ends = ordered(cx, link.ends);
    }
    let links = by_words(links, |link| pair_name(cx, link.ends));
    let assistance_links = by_words(assistance_links(ds, &assistance), |link| assistance_name(cx, link));
    Drawn { links, assistance_links, agreements, assistance }
}

/// Sorts two parties: states first, then by name.
fn ordered(cx: ViewContext, [a, b]: [Party; 2]) -> [Party; 2] {
    let key = |party: Party| (!matches!(party, Party::State(_)), cx.formatter().party(party).to_lowercase());
    if key(b) < key(a) { [b, a] } else { [a, b] }
}

fn all_sentences(cx: ViewContext, drawn: &Drawn, chosen: StateSet) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let named = drawn.assistance.iter().filter(|id| !ds.help(**id).to.is_empty()).count();
    let values = [("k", fmt.number(named)), ("n", fmt.number(drawn.assistance.len()))];
    let key = if cx.state.filter.is_empty() { Key::HelpSentence } else { Key::HelpSentenceChosen };
    let mut out = vec![fmt.format(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())))];
    out.extend(fmt.sorted(chosen).into_iter().map(|state| chosen_sentence(cx, drawn, state)));
    out.extend(sentences(cx, &PairIndex::new(ds, &drawn.agreements), ds.all_states()));
    out
}

/// Returns the sentence on a chosen state.
fn chosen_sentence(cx: ViewContext, drawn: &Drawn, state: StateId) -> String {
    let key = if cx.state.filter.is_empty() { Key::ChosenSentence } else { Key::ChosenSentenceFits };
    cx.formatter().format(
        key,
        &[
            ("state", &cx.formatter().state(state)),
            ("help", &chosen_help(cx, drawn, state)),
            ("partners", &chosen_partners(cx, drawn, state)),
        ],
    )
}

/// Returns the assistance for a chosen state, or why there is none: as an empty cell of the matrix.
fn chosen_help(cx: ViewContext, drawn: &Drawn, state: StateId) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let instances = drawn.assistance.iter().filter(|id| ds.help(**id).to.has(state)).count();
    let providers = drawn.assistance_links.iter().filter(|link| link.to == state).count();
    if instances > 0 {
        let instances = fmt.plural(Key::NAssistance, instances);
        let providers = fmt.plural(Key::FromProviders, providers);
        return fmt.format(Key::ChosenHelp, &[("instances", &instances), ("providers", &providers)]);
    }
    let is_named = ds.assistance.iter().any(|help| help.to.has(state));
    fmt.text(if is_named { Key::ChosenHelpNoneFits } else { Key::ChosenNoHelp })
}

/// Returns the number of states with which a chosen state has an agreement, or why there is none.
fn chosen_partners(cx: ViewContext, drawn: &Drawn, state: StateId) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let partners = |agreements: &[AgreementId]| {
        let chosen = StateSet::default().with(state);
        PairIndex::new(ds, agreements).pairs(ds.all_states(), chosen, AgreementProgress::Concluded).0
    };
    match partners(&drawn.agreements) {
        0 => {
            let all: Vec<_> = ds.agreement_ids().collect();
            let word = if partners(&all) > 0 { Key::NoneFits } else { Key::NoneNamed };
            fmt.format(Key::ChosenNoPartners, &[("word", &fmt.text(word))])
        }
        n => fmt.plural(Key::ChosenPartners, n),
    }
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
    let outside = drawn.links.iter().filter(|link| !between_states(link));
    let apart = drawn.agreements.iter().filter(|id| is_collective(ds.agreement(**id)));
    [
        Some(fmt.text(silence)),
        Some(fmt.text(Key::HelpSeveral)),
        counted(cx, Key::NetworkOutside, outside.count()),
        counted(cx, Key::NetworkApart, apart.count()),
        (filter.chosen(FacetKey::Status) != 0).then(|| fmt.text(Key::NetworkStatusOnly)),
        Some(fmt.text(Key::ChoiceMarks)),
        Some(fmt.text(Key::NetworkPlaces)),
        cx.scheme().is_some_and(several).then(|| fmt.text(Key::NetworkFirstGroup)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns the legend of the empty cells that occur.
fn silences(cx: ViewContext, matrix: &assistance::AssistanceMatrix) -> Vec<LegendItem> {
    let occurs = |mark: Glyph| matrix.rows.iter().flat_map(|row| &row.cells).any(|c| c.mark == Some(mark));
    [(Glyph::NotMentioned, Key::HelpNotMentioned), (Glyph::NotApplicable, Key::NoneFits)]
        .into_iter()
        .filter(|(mark, _)| occurs(*mark))
        .map(|(mark, key)| LegendItem::new(mark, cx.formatter().text(key)))
        .collect()
}

/// Returns the number of pairs with an agreement, and of those with less than one.
fn counts(cx: ViewContext, drawn: &Drawn) -> String {
    let (fmt, all) = (cx.formatter(), cx.ds.all_states());
    let index = PairIndex::new(cx.ds, &drawn.agreements);
    let [concluded, pending] = [AgreementProgress::Concluded, AgreementProgress::Pending]
        .map(|progress| index.pairs(all, all, progress).0);
    let more = if pending == 0 { String::new() } else { fmt.plural(Key::NetworkPairsPending, pending) };
    format!("{}{more}", fmt.plural(Key::NetworkPairs, concluded))
}

/// Returns `ARM Armenia · AZE Azerbaijan …`.
fn codes(cx: ViewContext) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let name = |s: StateId| format!("{}\u{a0}{}", ds.state(s).key, fmt.short(s).replace(' ', "\u{a0}"));
    fmt.sorted(ds.all_states()).into_iter().map(name).collect::<Vec<_>>().join(" · ")
}

fn link_marks(cx: ViewContext, drawn: &Drawn, places: &Places, chosen: StateSet) -> Vec<LinkMark> {
    let mut taken: [Vec<Area>; 2] = [0, 1].map(|k| places.areas(k));
    let shown = [0, 1].map(|k| places.marks(k));
    let mut marks = Vec::with_capacity(drawn.links.len());
    for link in &drawn.links {
        let [Party::State(a), Party::State(b)] = link.ends else { continue };
        let (Some(from), Some(to)) = (places.of(a), places.of(b)) else { continue };
        let at = [0, 1].map(|k| SHAPES[k].line(places.rings[k], [from.at[k], to.at[k]], &shown[k]));
        let n = link.agreements.len();
        let number = (n > 1).then(|| (n, [0, 1].map(|k| place_number(at[k], 9, &mut taken[k]))));
        let status = furthest(cx.ds, &link.agreements).unwrap_or(AgreementStatus::Unstated);
        marks.push(LinkMark {
            mark: agreement_status_label(status).0,
            lit: chosen.has(a) || chosen.has(b),
            at,
            number,
            label: format!("{}: {}", pair_name(cx, link.ends), statuses(cx, &link.agreements)),
            open: cx.evidence_link(link_evidence(link)),
        });
    }
    marks
}

fn node_mark(cx: ViewContext, drawn: &Drawn, place: &NodePlacement, chosen: StateSet) -> NodeMark {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, place.state);
    let party = Party::State(state);
    let code = ds.state(state).key.clone();
    let drawn_links = drawn.links.iter().filter(|link| between_states(link));
    NodeMark {
        label: format!("{code} {}: {}", fmt.short(state), named_for(cx, drawn, state)),
        choose: Command::Filter(FacetKey::State, state.ix()).name(),
        chosen: chosen.has(state),
        mine: cx.state.pinned_state == Some(state),
        at: place.at,
        names: place.names.clone(),
        links: drawn_links.enumerate().filter(|(_, x)| x.ends.contains(&party)).map(|(i, _)| i).collect(),
        code,
    }
}

/// Returns the counts of matching data that name a state: `2 agreements; 1 worded collectively`.
fn named_for(cx: ViewContext, drawn: &Drawn, state: StateId) -> String {
    let fmt = cx.formatter();
    let (apart, named) = chosen::agreements_of(cx, drawn, state);
    let words: Vec<_> = [(Key::NAgreements, named.len()), (Key::NetworkWorded, apart.len())]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| fmt.plural(key, n))
        .collect();
    if !words.is_empty() {
        return words.join("; ");
    }
    fmt.text(chosen::silence_word(cx, state))
}

#[cfg(test)]
mod tests;
