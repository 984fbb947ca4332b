//! Search results other than findings: paragraphs and other data.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::{ParagraphId, Party, Source};
use crate::query::{Entity, FacetKey, SearchResult, approach_name, explanation, law_kind};
use crate::state::{Action, Evidence, Subject, Tab, Table, View};
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::labels::{actor_kind_label, table_label};

/// Results listed at first, taken from the top of every kind.
const MOST_LISTED: usize = 8;

/// Maximum number of results of a kind in the complete list.
const MOST_OF_KIND: usize = 40;

/// Search results other than findings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AlsoFound {
    pub title: String,
    /// Best results.
    pub items: Vec<AlsoItem>,
    /// Complete list, if there are more.
    pub all: Option<AlsoAll>,
}

/// Complete list of results.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AlsoAll {
    /// Number of results of each kind, as text.
    pub title: String,
    /// Kinds in the order of their best result.
    pub kinds: Vec<AlsoKind>,
}

/// Results of one kind.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AlsoKind {
    /// Heading, with the number of results.
    pub title: String,
    /// Best results.
    pub items: Vec<AlsoItem>,
    /// Says how many more there are.
    pub more: Option<String>,
}

/// Search result other than a finding.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AlsoItem {
    pub kind: String,
    /// Name, split into pieces: `true` marks search hits.
    pub name: Vec<(String, bool)>,
    /// Link to its page, if it has one.
    pub href: Option<String>,
    /// Evidence, if it has no page.
    pub open: Option<EvidenceLink>,
}

/// Search result other than a finding, before formatting.
#[derive(Clone, Copy)]
enum Row {
    Paragraph(ParagraphId),
    Entity(Entity),
}

/// Returns the search results other than findings, paragraphs first.
pub(super) fn other_results(cx: ViewContext, found: &SearchResult) -> Option<AlsoFound> {
    let fmt = cx.formatter();
    let paragraphs = found.paragraphs.iter().map(|id| Row::Paragraph(*id));
    let mut kinds: Vec<(Key, Vec<Row>)> = Vec::new();
    // Each result with its rank within its kind and overall.
    let mut places = Vec::new();
    for (i, row) in paragraphs.chain(found.entities.iter().map(|entity| Row::Entity(*entity))).enumerate() {
        let kind = kind_name(row);
        let at = kinds.iter().position(|(known, _)| *known == kind).unwrap_or(kinds.len());
        if at == kinds.len() {
            kinds.push((kind, Vec::new()));
        }
        places.push((kinds[at].1.len(), i, row));
        kinds[at].1.push(row);
    }
    let total = places.len();
    places.sort_by_key(|(within, _, _)| *within);
    places.truncate(MOST_LISTED);
    places.sort_by_key(|(_, among_all, _)| *among_all);
    let counted = |(kind, rows): &(Key, Vec<Row>)| format!("{}: {}", fmt.text(*kind), fmt.number(rows.len()));
    let all = (total > MOST_LISTED).then(|| {
        let list = kinds.iter().map(counted).collect::<Vec<_>>().join(" · ");
        AlsoAll {
            title: fmt.format(Key::SearchAll, &[("n", &fmt.number(total)), ("list", &list)]),
            kinds: kinds.iter().map(|kind| all_of_kind(cx, found, counted(kind), &kind.1)).collect(),
        }
    });
    (total > 0).then(|| AlsoFound {
        title: fmt.text(Key::SearchAlso),
        items: places.iter().map(|(_, _, row)| item(cx, found, *row)).collect(),
        all,
    })
}

fn all_of_kind(cx: ViewContext, found: &SearchResult, title: String, rows: &[Row]) -> AlsoKind {
    let fmt = cx.formatter();
    let rest = rows.len().saturating_sub(MOST_OF_KIND);
    AlsoKind {
        title,
        items: rows.iter().take(MOST_OF_KIND).map(|row| item(cx, found, *row)).collect(),
        more: (rest > 0).then(|| fmt.format(Key::SearchMore, &[("n", &fmt.number(rest))])),
    }
}

/// Returns the heading of a kind.
fn kind_name(row: Row) -> Key {
    table_label(match row {
        Row::Paragraph(_) => return Key::Paragraphs,
        Row::Entity(Entity::Measure(_)) => return Key::TabMethod,
        Row::Entity(entity) => match entity {
            Entity::State(_) | Entity::Measure(_) => Table::States,
            Entity::Instrument(_) => Table::Instruments,
            Entity::Indicator(_) => Table::Indicators,
            Entity::Actor(_) => Table::Actors,
            Entity::Theme(_) => Table::Themes,
            Entity::Population(_) => Table::Populations,
            Entity::Scheme(_) => Table::Schemes,
            Entity::Body(_) => Table::Bodies,
            Entity::WorkingGroup(_) => Table::WorkingGroups,
            Entity::Law(_) => Table::Laws,
            Entity::Agreement(_) => Table::Agreements,
            Entity::Position(_) => Table::Positions,
            Entity::Assistance(_) => Table::Assistance,
            Entity::Event(_) => Table::Events,
            Entity::Section(_) => Table::Sections,
            Entity::Caveat(_) => Table::Caveats,
            Entity::Reference(_) => Table::References,
        },
    })
}

fn item(cx: ViewContext, found: &SearchResult, row: Row) -> AlsoItem {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let entity = match row {
        Row::Paragraph(id) => {
            let line = fmt.source(Source::Paragraph(id));
            let name = vec![(format!("{}, {}", line.place, line.page), false)];
            let open = Some(cx.evidence_link(Evidence::Paragraph(id)));
            return AlsoItem { kind: fmt.text(Key::SearchParagraph), name, href: None, open };
        }
        Row::Entity(entity) => entity,
    };
    let page = |subject: Subject| HitTarget::Link(cx.link(Action::PageOf(subject)));
    let only = |facet: FacetKey, value: usize| {
        HitTarget::Link(cx.link_after(&[Action::ClearAll, Action::Toggle(facet, value)]))
    };
    let (kind, name, place) = match entity {
        Entity::State(id) => (Key::State, fmt.state(id), page(Subject::State(id))),
        Entity::Instrument(id) => {
            let x = ds.instrument(id);
            let name = format!("{}: {}", x.label, fmt.localized(&x.name));
            (Key::Instrument, name, page(Subject::Instrument(id)))
        }
        Entity::Indicator(id) => {
            let x = ds.indicator(id);
            let n = text::number(fmt.lang, x.value);
            let name = fmt.format(Key::FigureLabel, &[("name", &fmt.localized(&x.name)), ("n", &n)]);
            (Key::Figure, name, HitTarget::Open(Evidence::Indicator(id)))
        }
        Entity::Actor(id) => {
            let x = ds.actor(id);
            let short = x.abbreviation.iter().map(|short| format!(" ({})", fmt.localized(short)));
            let name = format!("{}{}", fmt.localized(&x.name), short.collect::<String>());
            let party = Party::Actor(id);
            let is_linked = ds.agreements.iter().any(|a| a.parties.contains(&party))
                || ds.assistance.iter().any(|help| help.from.contains(&party));
            let place = match is_linked {
                true => HitTarget::Open(Evidence::Links(party, None)),
                false => only(FacetKey::Actor, id.ix()),
            };
            (actor_kind_label(x.kind).unwrap_or(Key::FacetActor), name, place)
        }
        Entity::Theme(id) => (Key::FacetTheme, fmt.localized(&ds.theme(id).name), page(Subject::Theme(id))),
        Entity::Population(id) => {
            (Key::FacetPopulation, fmt.localized(&ds.population(id).name), page(Subject::Population(id)))
        }
        Entity::Scheme(id) => {
            let x = ds.scheme(id);
            let groups: Vec<_> = x.groups.iter().map(|group| fmt.localized(&group.name)).collect();
            let name = format!("{}: {}", fmt.localized(&x.name), groups.join(" · "));
            (Key::Grouping, name, HitTarget::Open(Evidence::Scheme(id)))
        }
        Entity::Measure(name) => {
            let how = explanation(name).map(|how| fmt.text(how)).filter(|how| !how.contains('{'));
            let how = how.map(|how| format!(" – {how}")).unwrap_or_default();
            let go = [Action::Go(View::Groupings), Action::Tab(Tab::Method)];
            (Key::TabMethod, format!("{}{how}", fmt.text(name)), HitTarget::Link(cx.link_after(&go)))
        }
        Entity::Body(id) => {
            let x = ds.body(id);
            let about = format!("{}; {}", fmt.states(x.states), cx.formatter().body_events(id));
            let name = format!("{} ({about})", fmt.localized(&x.name));
            (Key::SearchBody, name, page(Subject::Body(id)))
        }
        Entity::WorkingGroup(id) => {
            let x = ds.working_group(id);
            let leads: Vec<_> = x.leads.iter().map(|lead| fmt.actor_short(lead.actor)).collect();
            let leads = if leads.is_empty() { String::new() } else { format!(" ({})", leads.join(", ")) };
            let name = format!("{}{leads}", fmt.localized(&x.name));
            (Key::DrawerWorkingGroup, name, HitTarget::Open(Evidence::WorkingGroup(id)))
        }
        Entity::Law(id) => {
            let x = ds.law(id);
            let (state, kind) = (fmt.state(x.state), fmt.text(law_kind(x.kind)));
            let name = format!("{state}: {} ({kind})", fmt.localized(&x.name));
            (Key::Law, name, HitTarget::Open(Evidence::Law(id)))
        }
        Entity::Agreement(id) => {
            let x = ds.agreement(id);
            let name = format!("{} ({})", fmt.localized(&x.title), fmt.status(x));
            (Key::DrawerAgreement, name, HitTarget::Open(Evidence::Agreement(id)))
        }
        Entity::Position(id) => {
            let x = ds.position(id);
            let condition = x.condition.iter().map(|text| format!(" – {}", fmt.localized(text)));
            let approach = fmt.text(approach_name(x.approach));
            let name = format!("{}: {approach}{}", fmt.holder(&x.holder), condition.collect::<String>());
            (Key::SearchPosition, name, HitTarget::Open(Evidence::Position(id)))
        }
        Entity::Assistance(id) => {
            let x = ds.help(id);
            let from: Vec<_> = x.from.iter().map(|party| fmt.party_short(*party)).collect();
            let from = if from.is_empty() { String::new() } else { format!("{}: ", from.join(", ")) };
            let to = if x.to.is_empty() { String::new() } else { format!(" ({})", fmt.states(x.to)) };
            let name = format!("{from}{}{to}", fmt.localized(&x.subject));
            (Key::TableAssistance, name, HitTarget::Open(Evidence::Assistance(id)))
        }
        Entity::Event(id) => {
            let x = ds.event(id);
            let name = format!("{}: {}", fmt.date(x.date), fmt.localized(&x.title));
            (Key::Event, name, HitTarget::Open(Evidence::Event(id)))
        }
        Entity::Section(id) => {
            (Key::Section, fmt.localized(&ds.section(id).title), only(FacetKey::Section, id.ix()))
        }
        Entity::Caveat(id) => {
            (Key::Caveat, fmt.localized(&ds.caveat(id).text), HitTarget::Open(Evidence::Caveat(id)))
        }
        Entity::Reference(id) => {
            let go = [Action::Go(View::Data), Action::Table(Table::References)];
            (
                Key::SearchReference,
                fmt.localized(&ds.reference(id).title),
                HitTarget::Link(cx.link_after(&go)),
            )
        }
    };
    let (href, open) = match place {
        HitTarget::Link(href) => (Some(href), None),
        HitTarget::Open(evidence) => (None, Some(cx.evidence_link(evidence))),
    };
    AlsoItem { kind: text::capital(&fmt.text(kind)), name: found.marks.cut(&name), href, open }
}

/// Target of a result.
enum HitTarget {
    Link(String),
    Open(Evidence),
}
