//! The matrix of assistance: providers by recipient state.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::drawn::{Drawn, states_by_group};
use super::naming::{UNNAMED, assistance_kinds, assistance_name, by_words};
use crate::analysis::AssistanceLink;
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Command, Evidence};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::filter_bar::relax;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;

/// The matrix. A number counts instances; one of several providers stands in the row of each.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AssistanceMatrix {
    /// Heading.
    pub title: String,
    /// Caption of the table.
    pub caption: String,
    /// Explains keyboard navigation.
    pub hint: String,
    /// Head of the providers, and their order.
    pub corner: [String; 2],
    /// Groups over the columns; empty without a scheme.
    pub groups: Vec<ColumnGroup>,
    pub columns: Vec<StateColumn>,
    /// Head of the last column.
    pub unnamed_head: String,
    /// Providers that name a recipient: organisations, then countries, each by name.
    pub rows: Vec<ProviderRow>,
    /// Providers whose recipients the report does not name, in one row.
    pub silent: Option<SilentProviders>,
    /// Message if no assistance matches the filter.
    pub empty: Option<String>,
}

/// Columns of a group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ColumnGroup {
    /// Name; `None` if it is too long, so that the legend has it beside the number.
    pub name: Option<String>,
    /// Its number in the grouping, from 1; a dash for states in no group.
    pub number: String,
    /// Note that its members are inferred.
    pub badge: Option<String>,
    /// Name and note.
    pub full: String,
    /// Index of the hue; `None` for states in no group.
    pub hue: Option<usize>,
    /// Number of columns.
    pub columns: usize,
}

/// Column of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateColumn {
    /// ISO code.
    pub code: String,
    /// Accessible name, which begins with the code.
    pub label: String,
    /// Name of the command that chooses it.
    pub choose: String,
    pub chosen: bool,
    /// Whether it is the reader's own state.
    pub mine: bool,
    /// Whether it begins a group.
    pub first: bool,
}

/// Row of a provider.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ProviderRow {
    pub name: String,
    /// Accessible name, which begins with the visible one.
    pub label: String,
    pub open: EvidenceLink,
    /// Whether it is the first country, under a rule.
    pub first_country: bool,
    /// One for each column.
    pub cells: Vec<HelpCell>,
    /// Instances whose recipients are not named.
    pub unnamed: HelpCell,
}

/// Instances of a provider for a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct HelpCell {
    pub n: usize,
    /// Glyph of an empty cell.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub mark: Option<Glyph>,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Providers whose recipients the report does not name.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SilentProviders {
    pub lead: String,
    /// Visible name, accessible name and evidence of each, by name.
    pub providers: Vec<(String, String, EvidenceLink)>,
    /// Number of their instances. One of several providers counts once.
    pub n: usize,
    /// Accessible name of the number, which leads to the table of instances without a recipient.
    pub to_table: String,
    /// Name of that table, by which a command shows it.
    pub table: &'static str,
}

/// Builds the matrix.
pub(super) fn matrix(cx: ViewContext, drawn: &Drawn, chosen: StateSet) -> AssistanceMatrix {
    let fmt = cx.formatter();
    let groups = states_by_group(cx);
    let (named, silent) = providers(cx, drawn);
    let order: Vec<StateId> = groups.iter().flat_map(|(_, states)| states.iter().copied()).collect();
    let countries = named.iter().position(|party| is_country(cx, *party)).filter(|at| *at > 0);
    let row = |(at, party): (usize, &Party)| ProviderRow {
        name: short_name(cx, *party),
        label: label(cx, *party),
        open: cx.evidence_link(Evidence::Links(*party, None)),
        first_country: Some(at) == countries,
        cells: order.iter().map(|to| cell(cx, drawn, *party, *to)).collect(),
        unnamed: unnamed(cx, drawn, *party),
    };
    AssistanceMatrix {
        title: fmt.text(Key::TableAssistance),
        caption: fmt.text(Key::HelpCaption),
        hint: fmt.text(Key::HelpHint),
        corner: [Key::HelpProvider, Key::HelpOrder].map(|key| fmt.text(key)),
        groups: cx.scheme().map(|scheme| heads(cx, scheme, &groups)).unwrap_or_default(),
        columns: columns(cx, &groups, chosen),
        unnamed_head: fmt.text(Key::HelpUnnamed),
        rows: named.iter().enumerate().map(row).collect(),
        silent: silent_providers(cx, drawn, &silent),
        empty: drawn
            .assistance
            .is_empty()
            .then(|| fmt.format(Key::EmptyAssistance, &[("facet", &relax::filter_to_relax(cx))])),
    }
}

/// Returns the providers that name a recipient, and those that name none.
///
/// Organisations come before countries, each by visible name.
fn providers(cx: ViewContext, drawn: &Drawn) -> (Vec<Party>, Vec<Party>) {
    let mut all: Vec<Party> = Vec::new();
    for party in drawn.assistance.iter().flat_map(|id| &cx.ds.help(*id).from) {
        if !all.contains(party) {
            all.push(*party);
        }
    }
    let all = by_words(all, |party| short_name(cx, *party));
    let (countries, mut ordered): (Vec<Party>, Vec<Party>) =
        all.into_iter().partition(|party| is_country(cx, *party));
    ordered.extend(countries);
    let names_one = |party: &Party| drawn.assistance_links.iter().any(|link| link.from == *party);
    let (named, silent): (Vec<Party>, Vec<Party>) = ordered.into_iter().partition(names_one);
    (named, by_words(silent, |party| short_name(cx, *party)))
}

fn is_country(cx: ViewContext, party: Party) -> bool {
    match party {
        Party::State(_) => true,
        Party::Actor(id) => cx.ds.actor(id).kind == ActorKind::Country,
    }
}

/// Returns the abbreviation or the name, without a note in brackets after it.
fn short_name(cx: ViewContext, party: Party) -> String {
    let name = cx.formatter().party_short(party);
    name.split(" (").next().unwrap_or_default().to_owned()
}

/// Returns the accessible name: the visible one, then the full one if it differs.
fn label(cx: ViewContext, party: Party) -> String {
    let (short, full) = (short_name(cx, party), cx.formatter().party(party));
    if full.starts_with(&short) { full } else { format!("{short}: {full}") }
}

/// Letters of a line of a head over one column, at the head's type.
const LETTERS: usize = 7;

/// Returns the heads of the groups, in the order of the columns.
fn heads(cx: ViewContext, scheme: &Scheme, groups: &[(Option<usize>, Vec<StateId>)]) -> Vec<ColumnGroup> {
    let fmt = cx.formatter();
    let head = |(group, states): &(Option<usize>, Vec<StateId>)| {
        let of = group.map(|at| &scheme.groups[at]);
        let name = of.map_or_else(|| fmt.text(Key::Ungrouped), |g| fmt.localized(&g.name));
        let badge = of.filter(|g| g.basis == Basis::Inferred).map(|_| fmt.text(Key::InferredByUs));
        let fits = fits(&name, if badge.is_some() { 1 } else { 2 }, LETTERS * states.len());
        ColumnGroup {
            name: fits.then_some(name),
            number: group.map_or_else(|| "–".to_owned(), |at| fmt.number(at + 1)),
            badge: badge.filter(|_| fits),
            full: fmt.group(scheme, *group),
            hue: *group,
            columns: states.len(),
        }
    };
    groups.iter().map(head).collect()
}

/// Whether words fit in some lines of a number of letters.
fn fits(name: &str, lines: usize, letters: usize) -> bool {
    let (mut used, mut line) = (1, 0);
    for word in name.split(' ') {
        let long = word.chars().count();
        if long > letters {
            return false;
        }
        line = match line {
            0 => long,
            _ if line + 1 + long <= letters => line + 1 + long,
            _ => {
                used += 1;
                long
            }
        };
    }
    used <= lines
}

fn columns(cx: ViewContext, groups: &[(Option<usize>, Vec<StateId>)], chosen: StateSet) -> Vec<StateColumn> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let column = |(at, state): (usize, &StateId)| {
        let code = ds.state(*state).key.clone();
        StateColumn {
            label: format!("{code}: {}", fmt.state(*state)),
            code,
            choose: Command::Filter(FacetKey::State, state.ix()).name(),
            chosen: chosen.has(*state),
            mine: cx.state.pinned_state == Some(*state),
            first: at == 0,
        }
    };
    groups.iter().flat_map(|(_, states)| states.iter().enumerate().map(column)).collect()
}

fn cell(cx: ViewContext, drawn: &Drawn, from: Party, to: StateId) -> HelpCell {
    let fmt = cx.formatter();
    match drawn.assistance_links.iter().find(|link| link.from == from && link.to == to) {
        Some(link) => {
            let n = link.assistance.len();
            let name = assistance_name(cx, link);
            let label = format!(
                "{}: {name}: {}: {}",
                fmt.number(n),
                fmt.plural(Key::NAssistance, n),
                assistance_kinds(cx, &link.assistance)
            );
            HelpCell { n, mark: None, label, open: cx.evidence_link(evidence(link)) }
        }
        None => {
            let empty = AssistanceLink { from, to, assistance: Vec::new() };
            let names_both = |help: &Assistance| help.from.contains(&from) && help.to.has(to);
            let (mark, word) = if cx.ds.assistance.iter().any(names_both) {
                (Glyph::NotApplicable, Key::NoneFits)
            } else {
                (Glyph::NotMentioned, Key::HelpNotMentioned)
            };
            HelpCell {
                n: 0,
                mark: Some(mark),
                label: format!("{}: {}", assistance_name(cx, &empty), fmt.text(word)),
                open: cx.evidence_link(evidence(&empty)),
            }
        }
    }
}

/// Returns the evidence of a cell: its only instance, or the list.
pub(super) fn evidence(link: &AssistanceLink) -> Evidence {
    match &link.assistance[..] {
        [id] => Evidence::Assistance(*id),
        _ => Evidence::Links(link.from, Some(Party::State(link.to))),
    }
}

/// Returns the instances of a provider that match and name no recipient.
fn unnamed_of(cx: ViewContext, drawn: &Drawn, from: Party) -> Vec<AssistanceId> {
    let of = |id: &AssistanceId| {
        let help = cx.ds.help(*id);
        help.to.is_empty() && help.from.contains(&from)
    };
    drawn.assistance.iter().copied().filter(of).collect()
}

fn unnamed(cx: ViewContext, drawn: &Drawn, from: Party) -> HelpCell {
    let fmt = cx.formatter();
    let ids = unnamed_of(cx, drawn, from);
    let n = ids.len();
    HelpCell {
        n,
        mark: None,
        label: fmt.format(Key::HelpUnnamedLabel, &[("n", &fmt.number(n)), ("name", &fmt.party(from))]),
        open: cx.evidence_link(unnamed_evidence(from, &ids)),
    }
}

/// Returns the evidence of a provider's instances without recipients: its only one, or the list.
fn unnamed_evidence(from: Party, ids: &[AssistanceId]) -> Evidence {
    if let [id] = ids { Evidence::Assistance(*id) } else { Evidence::Unnamed(from) }
}

fn silent_providers(cx: ViewContext, drawn: &Drawn, silent: &[Party]) -> Option<SilentProviders> {
    let fmt = cx.formatter();
    let provider = |party: &Party| {
        let ids = unnamed_of(cx, drawn, *party);
        let label = format!("{}: {}", label(cx, *party), fmt.plural(Key::NAssistance, ids.len()));
        (short_name(cx, *party), label, cx.evidence_link(unnamed_evidence(*party, &ids)))
    };
    let theirs = |id: &&AssistanceId| {
        let help = cx.ds.help(**id);
        help.to.is_empty() && help.from.iter().any(|party| silent.contains(party))
    };
    let lead = if cx.state.filter.is_empty() { Key::HelpSilent } else { Key::HelpSilentChosen };
    let n = drawn.assistance.iter().filter(theirs).count();
    (!silent.is_empty()).then(|| SilentProviders {
        lead: fmt.format(lead, &[("n", &fmt.number(silent.len()))]),
        providers: silent.iter().map(provider).collect(),
        n,
        to_table: fmt.format(Key::HelpSilentSum, &[("n", &fmt.number(n))]),
        table: UNNAMED,
    })
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_name_fits_if_its_words_do() {
        assert!(fits("Central Asia", 1, 35));
        assert!(fits("Eastern Europe", 1, 21) && !fits("Eastern Europe", 1, 13));
        assert!(fits("Eastern Europe", 2, 7) && !fits("Transcaucasus", 2, 7));
        assert!(!fits("one two three four", 2, 7));
    }
}
