//! Search entities other than findings: all other collections, measures, and pages of the report.
#![allow(missing_docs, reason = "variants are named after the collections")]

use super::corpus::{FieldTag, NAMES, SAYS_EN, SAYS_RU};
use super::fold::{Token, tokens};
use super::language::russian;
use super::stem::is_stop_word;
use crate::model::*;
use crate::query::{approach_name, assistance_kind, law_kind};
use crate::text::Key;

/// A search result other than a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entity {
    State(StateId),
    Instrument(InstrumentId),
    /// A figure of Appendix B.
    Indicator(IndicatorId),
    /// An organisation, an NGO or a country.
    Actor(ActorId),
    /// A policy area.
    Theme(ThemeId),
    Population(PopulationId),
    Scheme(SchemeId),
    /// A measure of partitions, by its name.
    Measure(Key),
    /// An administrative body.
    Body(BodyId),
    WorkingGroup(WorkingGroupId),
    /// National legislation.
    Law(LawId),
    Agreement(AgreementId),
    Position(PositionId),
    Assistance(AssistanceId),
    Event(EventId),
    /// A heading of the report.
    Section(SectionId),
    Caveat(CaveatId),
    /// A source beyond the report.
    Reference(ReferenceId),
}

/// Measures of partitions, each with its explanation.
const MEASURES: &[(Key, Key)] = &[
    (Key::MeasureSimilarity, Key::FormulaSimilarity),
    (Key::MeasureSilhouette, Key::FormulaSilhouette),
    (Key::TreeTitle, Key::TreeLead),
    (Key::BesideTitle, Key::BesideRand),
    (Key::SpecialTitle, Key::SpecialLead),
    (Key::ClosestTitle, Key::ClosestLead),
];

/// Returns the explanation of a measure.
pub(crate) fn explanation(measure: Key) -> Option<Key> {
    MEASURES.iter().find(|(name, _)| *name == measure).map(|(_, how)| *how)
}

/// Returns every entity.
///
/// Equally relevant results are listed in this order.
pub(super) fn all(ds: &Dataset) -> Vec<Entity> {
    let mut found = Vec::new();
    fn add<I: From<usize>>(found: &mut Vec<Entity>, len: usize, entity: fn(I) -> Entity) {
        found.extend((0..len).map(|i| entity(I::from(i))));
    }
    add(&mut found, ds.states.len(), Entity::State);
    add(&mut found, ds.instruments.len(), Entity::Instrument);
    add(&mut found, ds.indicators.len(), Entity::Indicator);
    add(&mut found, ds.actors.len(), Entity::Actor);
    add(&mut found, ds.themes.len(), Entity::Theme);
    add(&mut found, ds.populations.len(), Entity::Population);
    add(&mut found, ds.schemes.len(), Entity::Scheme);
    found.extend(MEASURES.iter().map(|(name, _)| Entity::Measure(*name)));
    add(&mut found, ds.bodies.len(), Entity::Body);
    add(&mut found, ds.working_groups.len(), Entity::WorkingGroup);
    add(&mut found, ds.laws.len(), Entity::Law);
    add(&mut found, ds.agreements.len(), Entity::Agreement);
    add(&mut found, ds.positions.len(), Entity::Position);
    add(&mut found, ds.assistance.len(), Entity::Assistance);
    add(&mut found, ds.events.len(), Entity::Event);
    add(&mut found, ds.sections.len(), Entity::Section);
    add(&mut found, ds.caveats.len(), Entity::Caveat);
    add(&mut found, ds.references.len(), Entity::Reference);
    found
}

/// Passes the texts of an entity, each with its field, to a callback.
pub(super) fn texts(ds: &Dataset, entity: Entity, to: &mut dyn FnMut(FieldTag, &str)) {
    let mut to = Texts { ds, to };
    match entity {
        Entity::State(id) => {
            let x = ds.state(id);
            to.says(&x.name);
            x.report_names.iter().chain([&x.key]).for_each(|name| to.name(name));
            ds.instrument_ids().for_each(|instrument| to.acts(ds.cell(id, instrument)));
        }
        Entity::Instrument(id) => {
            let x = ds.instrument(id);
            to.says(&x.name);
            x.covers.iter().chain([&x.key, &x.label]).for_each(|name| to.name(name));
            x.note.iter().for_each(|note| to.names(note));
            ds.all_states().iter().for_each(|state| to.acts(ds.cell(state, id)));
        }
        Entity::Indicator(id) => {
            let x = ds.indicator(id);
            to.says(&x.name);
            [&x.short, &x.definition, &x.unit, &x.data_from, &x.scope]
                .into_iter()
                .for_each(|text| to.names(text));
            to.number(x.value);
            if let Some((total, _)) = x.cumulative {
                to.number(total);
            }
        }
        Entity::Actor(id) => {
            let x = ds.actor(id);
            to.says(&x.name);
            to.name(&x.key);
            x.abbreviation.iter().for_each(|short| to.names(short));
        }
        Entity::Theme(id) => to.says(&ds.theme(id).name),
        Entity::Population(id) => to.says(&ds.population(id).name),
        Entity::Scheme(id) => {
            let x = ds.scheme(id);
            to.says(&x.name);
            x.groups.iter().for_each(|group| to.names(&group.name));
            to.parties(&x.proposed_by);
        }
        Entity::Measure(name) => {
            to.key([SAYS_EN, SAYS_RU], name);
            if let Some(how) = explanation(name) {
                to.key([NAMES; 2], how);
            }
        }
        Entity::Body(id) => {
            let x = ds.body(id);
            to.says(&x.name);
            to.states(x.states);
            x.events.iter().filter_map(|event| event.note.as_ref()).for_each(|note| to.names(note));
        }
        Entity::WorkingGroup(id) => {
            let x = ds.working_group(id);
            to.says(&x.name);
            x.note.iter().for_each(|note| to.names(note));
            x.leads.iter().for_each(|lead| to.actor(lead.actor));
        }
        Entity::Law(id) => {
            let x = ds.law(id);
            to.says(&x.name);
            to.states(StateSet::default().with(x.state));
            to.key([NAMES; 2], law_kind(x.kind));
        }
        Entity::Agreement(id) => {
            let x = ds.agreement(id);
            to.says(&x.title);
            to.names(&x.subject);
            to.parties(&x.parties);
        }
        Entity::Position(id) => {
            let x = ds.position(id);
            to.key([SAYS_EN, SAYS_RU], approach_name(x.approach));
            x.condition.iter().for_each(|text| to.names(text));
            to.names(&x.short);
            to.states(x.holder.state().into_iter().fold(x.with, StateSet::with));
            if let PositionHolder::Of { actor: Some(actor), .. } = x.holder {
                to.actor(actor);
            }
        }
        Entity::Assistance(id) => {
            let x = ds.help(id);
            to.says(&x.subject);
            to.key([NAMES; 2], assistance_kind(x.kind));
            to.parties(&x.from);
            to.states(x.to);
        }
        Entity::Event(id) => {
            let x = ds.event(id);
            to.says(&x.title);
            to.names(&x.short);
            x.place.iter().for_each(|place| to.names(place));
            to.states(x.states);
            x.actors.iter().for_each(|actor| to.actor(*actor));
        }
        Entity::Section(id) => to.says(&ds.section(id).title),
        Entity::Caveat(id) => to.says(&ds.caveat(id).text),
        Entity::Reference(id) => {
            let x = ds.reference(id);
            to.says(&x.title);
            to.names(&x.publisher);
        }
    }
}

/// Returns whether an entity has a name that satisfies a condition.
///
/// Names of what belongs to the entity do not count.
pub(super) fn has_name(ds: &Dataset, entity: Entity, is_name: &dyn Fn(&str) -> bool) -> bool {
    let has_short_names = matches!(entity, Entity::State(_) | Entity::Instrument(_) | Entity::Actor(_));
    let mut found = false;
    texts(ds, entity, &mut |field, text| {
        found = found || (field != NAMES || has_short_names) && is_name(text);
    });
    found
}

/// Passes texts to a callback.
struct Texts<'a> {
    ds: &'a Dataset,
    to: &'a mut dyn FnMut(FieldTag, &str),
}

impl Texts<'_> {
    /// Adds a text as the main text of the entity.
    fn says(&mut self, text: &Text) {
        (self.to)(SAYS_EN, &text.en);
        (self.to)(SAYS_RU, russian(text));
    }
    fn name(&mut self, text: &str) {
        (self.to)(NAMES, text);
    }
    fn names(&mut self, text: &Text) {
        self.name(&text.en);
        self.name(russian(text));
    }
    /// Adds the notes on the treaty actions of a cell.
    fn acts(&mut self, cell: &Cell) {
        cell.acts.iter().filter_map(|act| act.note.as_ref()).for_each(|note| self.names(note));
    }
    fn key(&mut self, fields: [FieldTag; 2], key: Key) {
        fields.into_iter().zip(key.texts()).for_each(|(field, text)| (self.to)(field, text));
    }
    fn states(&mut self, states: StateSet) {
        states.iter().for_each(|id| self.names(&self.ds.state(id).name));
    }
    fn actor(&mut self, id: ActorId) {
        let actor = self.ds.actor(id);
        actor.abbreviation.iter().chain([&actor.name]).for_each(|text| self.names(text));
    }
    fn parties(&mut self, parties: &[Party]) {
        for party in parties {
            match party {
                Party::State(id) => self.states(StateSet::default().with(*id)),
                Party::Actor(id) => self.actor(*id),
            }
        }
    }
    /// Adds a number in digits and in millions: 1790000, 1.79 million.
    fn number(&mut self, n: u64) {
        self.name(&n.to_string());
        let (whole, part) = (n / 1_000_000, format!("{:06}", n % 1_000_000));
        let part = part.trim_end_matches('0');
        if whole > 0 {
            let point = if part.is_empty() { "" } else { "." };
            self.name(&format!("{whole}{point}{part} million, млн, миллионов"));
        }
    }
}

/// Words before a page number, folded.
const PAGE: &[&str] = &[
    "p",
    "pp",
    // The Russian "с" typed in Latin letters.
    "c",
    "page",
    "pages",
    "с",
    "сс",
    "стр",
    "страница",
    "странице",
    "страницу",
    "страницы",
    "страницах",
];
/// Words between page numbers, folded.
const AND: &[&str] = &["and", "и"];
const TO: &[&str] = &["to", "по", "до"];

/// A reference to pages in a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PageReference {
    /// Existing pages, in order.
    pub pages: Vec<u16>,
    /// The query without the reference. `None` for a bare `12`, which may be any number.
    pub rest: Option<String>,
}

/// Whether a text is a word before a page number, as `p.` or `стр`.
pub(super) fn is_page_word(text: &str) -> bool {
    matches!(tokens(text).as_slice(), [token] if PAGE.contains(&token.word.as_str()))
}

/// Parses page references: `p. 12–13`, `с. 10, 43`, `pages 12 to 13`, `p12`, `agreement p. 12`.
pub(super) fn pages(ds: &Dataset, text: &str) -> Option<PageReference> {
    let tokens = tokens(text);
    let number = |token: &Token| token.word.parse::<u16>().ok();
    if let [token] = tokens.as_slice()
        && let Some(page) = number(token)
    {
        let pages = existing(ds, vec![page])?;
        return Some(PageReference { pages, rest: None });
    }
    let (from, (mut after, first)) = tokens.iter().enumerate().find_map(|(i, token)| {
        let word = token.word.as_str();
        if let Some(next) = tokens.get(i + 1).filter(|_| PAGE.contains(&word)) {
            return Some((i, (i + 2, number(next)?)));
        }
        // The word and the number without a space.
        let digits = PAGE.iter().find_map(|page| word.strip_prefix(page)?.parse().ok())?;
        Some((i, (i + 1, digits)))
    })?;
    let last = ds.paragraphs.iter().map(|p| p.pages[1]).max()?;
    let mut found = vec![first];
    let (mut to, mut end) = (false, tokens[after - 1].at.end);
    for (i, token) in tokens.iter().enumerate().skip(after) {
        let word = token.word.as_str();
        to |= TO.contains(&word) || text[end..token.at.start].contains(['-', '–', '—', '−', '‐', '‑']);
        end = token.at.end;
        if TO.contains(&word) || AND.contains(&word) {
            continue;
        }
        let Some(page) = number(token) else { break };
        match found.last() {
            Some(from) if to => found.extend((from + 1).max(1)..=page.min(last)),
            _ => found.push(page),
        }
        (to, after) = (false, i + 1);
    }
    let at = |i: usize| tokens.get(i).map_or(text.len(), |token| token.at.start);
    let has_words = |part: &[Token]| part.iter().any(|token| !is_stop_word(&token.word));
    let is_alone = !has_words(&tokens[..from]) && !has_words(&tokens[after..]);
    // `с` is also a preposition: among other words it needs its full stop.
    if !is_alone && tokens[from].word == "с" && !text[tokens[from].at.end..].starts_with('.') {
        return None;
    }
    let rest = if is_alone { String::new() } else { format!("{} {}", &text[..at(from)], &text[at(after)..]) };
    Some(PageReference { pages: existing(ds, found)?, rest: Some(rest.trim().to_owned()) })
}

/// Returns the pages that exist, in order; `None` if none does.
fn existing(ds: &Dataset, mut pages: Vec<u16>) -> Option<Vec<u16>> {
    pages.retain(|page| !paragraphs(ds, &[*page]).is_empty());
    pages.sort_unstable();
    pages.dedup();
    (!pages.is_empty()).then_some(pages)
}

/// Words for a footnote, folded.
const NOTE: &[&str] = &["footnote", "fn", "note", "n", "примечание", "прим", "сноска", "сн"];

/// Parses the number of a footnote: `footnote 42`, `note 42`, `n42`, `сноска 42`.
///
/// Returns the footnotes with that number.
pub(super) fn notes(ds: &Dataset, text: &str) -> Option<Vec<NoteId>> {
    let folded = text.trim().to_lowercase();
    let digits = folded.trim_start_matches(|c: char| !c.is_ascii_digit());
    let word = folded[..folded.len() - digits.len()].trim_matches(|c: char| c == '.' || c.is_whitespace());
    let number: u16 = digits.parse().ok().filter(|_| NOTE.contains(&word))?;
    let notes = ds.notes.iter().enumerate().filter(|(_, note)| note.number == number);
    let found: Vec<NoteId> = notes.map(|(i, _)| NoteId::from(i)).collect();
    (!found.is_empty()).then_some(found)
}

fn are_on([first, last]: [u16; 2], pages: &[u16]) -> bool {
    pages.iter().any(|page| (first..=last).contains(page))
}

/// Returns the paragraphs on any of the pages.
pub(super) fn paragraphs(ds: &Dataset, pages: &[u16]) -> Vec<ParagraphId> {
    let on = ds.paragraphs.iter().enumerate().filter(|(_, p)| are_on(p.pages, pages));
    on.map(|(i, _)| ParagraphId::from(i)).collect()
}

/// Whether a datum has a source on any of the pages.
pub(super) fn stands_on(ds: &Dataset, provenance: &Provenance, pages: &[u16]) -> bool {
    provenance.sources.iter().filter_map(|source| ds.pages_of(*source)).any(|range| are_on(range, pages))
}
