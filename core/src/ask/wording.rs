//! Names of what was asked, in words.

use super::answer_texts::AnswerTexts;
use super::evidence::edtf;
use super::lexicon::Meaning;
use super::query::{BodyTime, Criterion, PairCriterion, RecordKind, StateCondition, StateNumber};
use super::rows::{AskedCollection, RowTerm};
use crate::model::*;
use crate::query::{approach_name, assistance_kind, law_kind};
use crate::text::{Lang, number};
use crate::view::words::format::Formatter;
use crate::view::words::labels::{
    agreement_status_label, body_event_label, event_label, law_status_label, period_label, polarity_label,
    stance_label, voices_label,
};

/// Writes in one language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// Names of the data.
    pub(super) names: Formatter<'a>,
    /// Texts by key.
    pub(super) texts: &'a AnswerTexts,
}

impl<'a> Wording<'a> {
    /// Writes in a language.
    pub fn new(ds: &'a Dataset, lang: Lang, texts: &'a AnswerTexts) -> Self {
        Self { names: Formatter { ds, lang }, texts }
    }

    pub(super) fn ds(self) -> &'a Dataset {
        self.names.ds
    }

    /// Returns the text of a key.
    pub fn say(self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.text(self.names.lang, key, values)
    }

    /// Returns a number in the groups of its language.
    pub fn counted(self, n: u64) -> String {
        number(self.names.lang, n)
    }

    /// Returns the status of an agreement or a law.
    pub fn status(self, collection: AskedCollection, row: usize) -> String {
        match collection {
            AskedCollection::Agreements => self.names.status(&self.ds().agreements[row]),
            _ => self.names.text(law_status_label(self.ds().laws[row].status)),
        }
    }

    /// Returns the names of states, in the order of the alphabet.
    pub fn states(self, states: &[StateId]) -> String {
        self.names.states(states.iter().copied().collect())
    }

    /// Returns the name of a state.
    pub fn state(self, id: StateId) -> String {
        self.names.short(id)
    }

    /// Returns a fraction in decimals: two after the point.
    pub fn decimal(self, a: u64, b: u64) -> String {
        let hundredths = (a * 100 + b / 2) / b.max(1);
        let point = if self.names.lang == Lang::Ru { "," } else { "." };
        format!("{}{point}{:02}", hundredths / 100, hundredths % 100)
    }

    /// Returns the name of a treaty by its key.
    pub fn treaty(self, key: &str) -> String {
        let split = key.len().saturating_sub(2);
        format!("{} {}", &key[..split], &key[split..])
    }

    /// Returns a condition in words.
    pub fn criterion(self, criterion: &Criterion) -> String {
        match criterion {
            Criterion::Any => self.say("Any", &[]),
            Criterion::Is(fact) => self.fact(fact),
            Criterion::Not(inner) => self.negated(inner),
            Criterion::And(all) => self.joined("And", all),
            Criterion::Or(all) => self.joined("Or", all),
        }
    }

    fn negated(self, inner: &Criterion) -> String {
        match inner {
            Criterion::Is(StateCondition::Party(id)) => {
                self.say("NotParty", &[("what", &self.names.instrument(*id))])
            }
            Criterion::Is(StateCondition::CentralBody(_)) => self.say("NotCentralBody", &[]),
            other => self.say("Not", &[("what", &self.criterion(other))]),
        }
    }

    fn joined(self, key: &str, all: &[Criterion]) -> String {
        let words = all.iter().map(|criterion| self.criterion(criterion));
        words
            .reduce(|a, b| self.texts.text(self.names.lang, key, &[("a", &a), ("b", &b)]))
            .unwrap_or_default()
    }

    fn fact(self, fact: &StateCondition) -> String {
        let ds = self.ds();
        let instrument = |id: InstrumentId| self.names.instrument(id);
        match fact {
            StateCondition::Party(id) => self.say("IsParty", &[("what", &instrument(*id))]),
            StateCondition::Joined(id, Period::Before) => {
                self.say("IsJoinedBefore", &[("what", &instrument(*id))])
            }
            StateCondition::Joined(id, _) => self.say("IsJoinedDuring", &[("what", &instrument(*id))]),
            StateCondition::Acted(treaty, years) => {
                self.say("IsActed", &[("what", &self.treaty(treaty)), ("years", &self.years(years))])
            }
            StateCondition::CentralBody(BodyTime::Unsaid) => self.say("IsCentralBody", &[]),
            StateCondition::CentralBody(BodyTime::Now) => self.say("IsCentralBodyNow", &[]),
            StateCondition::CentralBody(BodyTime::Ever) => self.say("IsCentralBodyEver", &[]),
            StateCondition::Group(scheme, group) => {
                self.say("IsGroup", &[("what", &self.names.group(ds.scheme(*scheme), Some(*group)))])
            }
            StateCondition::States(ids) => self.states(ids),
            StateCondition::Ratified(id) => self.say("IsRatified", &[("what", &self.state(*id))]),
            StateCondition::Position { ngos, terms } => {
                let what = self.terms(terms);
                let what = what.trim_start_matches([':', ' ']);
                if *ngos {
                    self.say("IsNgoPosition", &[("what", what)])
                } else {
                    self.say("IsPosition", &[("what", what)])
                }
            }
            StateCondition::Records(kind, terms) => {
                let (what, voice) = (self.terms(terms), self.voice_of(*kind));
                let values = [("what", what.as_str()), ("voice", voice.as_str())];
                match kind {
                    RecordKind::Agreement => self.say("IsAgreement", &values),
                    RecordKind::Law => self.say("IsLaw", &values),
                    RecordKind::Body => self.say("IsBody", &values),
                    RecordKind::Assisted => self.say("IsAssisted", &values),
                    RecordKind::Says(_) => self.say("IsSays", &values),
                    RecordKind::Named => self.say("IsNamed", &values),
                }
            }
            StateCondition::Number(measure, comparison, n) => {
                format!("{} {} {n}", self.measure(measure), comparison.sign())
            }
        }
    }

    /// Returns a range of years `1996..1998`, `1996..`, `..1991` or `1997` in words.
    pub fn years(self, range: &str) -> String {
        match range.split_once("..") {
            Some((from, "")) => {
                let day = Day::parse(from).map(|day| self.names.day(day));
                // The text has the word for a year.
                let from = day.as_deref().map_or(from, |day| day.trim_end_matches("\u{a0}г."));
                self.say("YearsFrom", &[("a", from)])
            }
            Some(("", to)) => self.say("YearsTo", &[("a", to)]),
            Some((from, to)) => self.say("YearsBetween", &[("a", from), ("b", to)]),
            None => match Date::parse(range).filter(|_| range.contains('-')) {
                Some(month) => self.names.date(month),
                None => self.say("YearsOne", &[("a", range)]),
            },
        }
    }

    /// Returns those who lead a working group, with their years where the report gives them.
    pub fn leads(self, row: usize) -> String {
        let all = self.ds().working_groups[row].leads.iter();
        let own = all.filter(|lead| matches!(lead.role, LeadRole::Lead | LeadRole::DeFacto));
        let one = |lead: &Lead| {
            let name = self.names.actor_short(lead.actor);
            match (lead.from, lead.to) {
                (Some(from), Some(to)) if from == to => format!("{name} ({})", self.names.date(from)),
                (Some(from), Some(to)) => {
                    format!("{name} ({} – {})", self.names.date(from), self.names.date(to))
                }
                (Some(from), None) => format!("{name} ({})", self.years(&format!("{}..", edtf(from)))),
                _ => name,
            }
        };
        own.map(one).collect::<Vec<_>>().join("; ")
    }

    /// Returns the name of a record with its status, who leads it, or that it is planned.
    pub fn row_with_status(self, collection: AskedCollection, row: usize) -> String {
        let status = match collection {
            AskedCollection::Laws | AskedCollection::Agreements => self.status(collection, row),
            AskedCollection::Bodies => {
                let events = &self.ds().bodies[row].events;
                if !events.iter().all(|event| event.kind == BodyEventKind::Planned) {
                    return self.row(collection, row);
                }
                self.names.text(body_event_label(BodyEventKind::Planned))
            }
            AskedCollection::Positions if self.ds().positions[row].holder.state().is_none() => {
                self.names.holder(&self.ds().positions[row].holder)
            }
            AskedCollection::WorkingGroups if !self.leads(row).is_empty() => self.leads(row),
            // The full stop of a finding is no end of the list.
            AskedCollection::Findings => {
                let name = self.row(collection, row);
                return name
                    .strip_suffix('.')
                    .filter(|rest| !rest.ends_with('г'))
                    .unwrap_or(&name)
                    .to_owned();
            }
            _ => return self.row(collection, row),
        };
        self.say("StatusOf", &[("what", &self.row(collection, row)), ("status", &status)])
    }

    fn voice_of(self, kind: RecordKind) -> String {
        match kind {
            RecordKind::Says(voice) => self.names.text(voices_label(voice)),
            _ => String::new(),
        }
    }

    /// Returns what is counted of a state, in words.
    pub fn measure(self, measure: &StateNumber) -> String {
        match measure {
            StateNumber::Instruments => self.say("NumInstruments", &[]),
            StateNumber::Partners => self.say("NumPartners", &[]),
            StateNumber::CisPartners => self.say("NumCisPartners", &[]),
            StateNumber::Records(kind, terms) => {
                let (what, voice) = (self.terms(terms), self.voice_of(*kind));
                let values = [("what", what.as_str()), ("voice", voice.as_str())];
                match kind {
                    RecordKind::Agreement => self.say("NumAgreement", &values),
                    RecordKind::Law => self.say("NumLaw", &values),
                    RecordKind::Body => self.say("NumBody", &values),
                    RecordKind::Assisted => self.say("NumAssisted", &values),
                    RecordKind::Says(_) => self.say("NumSays", &values),
                    RecordKind::Named => self.say("NumNamed", &values),
                }
            }
        }
    }

    /// Returns conditions on a record in words: `: theme; status`.
    pub fn terms(self, terms: &[RowTerm]) -> String {
        let named = terms.iter().filter(|term| term.field != "id");
        let words = named.map(|term| self.term(term)).filter(|word| !word.is_empty());
        let words: Vec<String> = words.collect();
        if words.is_empty() { String::new() } else { format!(": {}", words.join("; ")) }
    }

    fn term(self, term: &RowTerm) -> String {
        let values: Vec<String> = term.values.iter().map(|value| self.value(term.field, value)).collect();
        let name = match term.field {
            "parties" => self.names.text(crate::text::Key::TableParticipation),
            _ => String::new(),
        };
        let sign = if name.is_empty() { String::new() } else { format!("{name} {} ", term.relation.sign()) };
        let filled = match term.field {
            "by" => self.say("FieldProposed", &[]),
            "done" => self.say("FieldDone", &[]),
            "planned" => self.say("FieldPlanned", &[]),
            "outside" => self.say("FieldOutside", &[]),
            "not_ratified_by" => self.say("FieldNotRatified", &[]),
            "unnamed" => self.say("FieldUnnamed", &[]),
            _ => String::new(),
        };
        let words = if values.is_empty() { filled } else { format!("{sign}{}", values.join(", ")) };
        let words = match &term.of {
            Some(of) => self.say("ActedTerm", &[("who", &self.value("state", of)), ("years", &words)]),
            None => words,
        };
        if term.negated { self.say("Not", &[("what", &words)]) } else { words }
    }

    /// Returns the name of a value of a field.
    fn value(self, field: &str, value: &str) -> String {
        let (ds, names) = (self.ds(), self.names);
        let key =
            |found: Option<crate::text::Key>| found.map_or_else(|| value.to_owned(), |key| names.text(key));
        match field {
            "state" | "party" | "to" | "by" | "about" | "of" | "actor" | "lead" | "outside" => {
                self.party(value)
            }
            "voices" => {
                let (kind, of) = value.split_once(':').unwrap_or((value, ""));
                format!("{}: {}", self.party(of), self.value("voice", kind))
            }
            "theme" => named(&ds.themes, value, |x| (&x.key, &x.name))
                .map_or(value.to_owned(), |x| names.localized(x)),
            "population" => named(&ds.populations, value, |x| (&x.key, &x.name))
                .map_or(value.to_owned(), |x| names.localized(x)),
            "voice" | "holder" => key(of(VoiceKind::ALL, VoiceKind::id, value).map(voices_label)),
            "polarity" => key(of(Polarity::ALL, Polarity::id, value).map(|x| polarity_label(x).1)),
            "approach" => key(of(Approach::ALL, Approach::id, value).map(approach_name)),
            "stance" => key(of(Stance::ALL, Stance::id, value).map(stance_label)),
            "event" => key(of(BodyEventKind::ALL, BodyEventKind::id, value).map(body_event_label)),
            "period" => key(of(Period::ALL, Period::id, value).map(period_label)),
            "change" => {
                let (kind, date) = value.split_once('@').unwrap_or((value, ""));
                format!("{} {}", self.value("event", kind), self.years(date))
            }
            "status" if value == "made" => self.say("StatusMade", &[]),
            "status" => {
                let agreement =
                    of(AgreementStatus::ALL, AgreementStatus::id, value).map(|x| agreement_status_label(x).1);
                key(agreement.or_else(|| of(LawStatus::ALL, LawStatus::id, value).map(law_status_label)))
            }
            "kind" => {
                let help = of(AssistanceKind::ALL, AssistanceKind::id, value).map(assistance_kind);
                let law = of(LawKind::ALL, LawKind::id, value).map(law_kind);
                key(help
                    .or(law)
                    .or_else(|| of(EventKind::ALL, EventKind::id, value).map(|x| event_label(x).0)))
            }
            "not_ratified_by" => self.say("NotRatifiedBy", &[("who", &self.party(value))]),
            "page" => self.say("FieldPage", &[("n", value)]),
            "dated" => self.say("DatedTerm", &[("years", &self.years(value))]),
            "date" | "founded" | "acted" | "adopted" => self.years(value),
            _ => value.replace("..", "–"),
        }
    }

    /// Returns the name of a state or actor by its key.
    pub fn party(self, key: &str) -> String {
        let ds = self.ds();
        if let Some(id) = ds.state_by_key(key) {
            return self.state(id);
        }
        let actor = ds.actors.iter().position(|x| x.key == key);
        actor.map_or_else(|| key.to_owned(), |ix| self.names.actor_short(ix.into()))
    }

    /// Returns a condition on pairs in words.
    pub fn pairs(self, x: &PairCriterion) -> String {
        let mut parts = Vec::new();
        if let Some((comparison, a, b)) = x.similarity {
            let percent = if a == b { "1".to_owned() } else { self.decimal(a.into(), b.into()) };
            parts.push(format!("{} {} {percent}", self.say("SimilarityIs", &[]), comparison.sign()));
        }
        parts.extend(x.furthest.map(|status| {
            self.say("WithFurthest", &[("what", &self.names.text(agreement_status_label(status).1))])
        }));
        parts.extend(x.both.as_ref().map(|both| self.say("WithBoth", &[("what", &self.criterion(both))])));
        parts.extend(x.agreement.as_ref().map(|_| self.say("WithAgreement", &[])));
        parts.extend(x.with.map(|(state, is)| {
            let name = self.state(state);
            if is { name } else { self.say("Not", &[("what", &name)]) }
        }));
        parts.join("; ")
    }

    /// Returns the name of a collection.
    pub fn collection(self, collection: AskedCollection) -> String {
        match collection {
            AskedCollection::Findings => self.say("CollFindings", &[]),
            AskedCollection::Agreements => self.say("CollAgreements", &[]),
            AskedCollection::Laws => self.say("CollLaws", &[]),
            AskedCollection::Bodies => self.say("CollBodies", &[]),
            AskedCollection::Assistance => self.say("CollAssistance", &[]),
            AskedCollection::Positions => self.say("CollPositions", &[]),
            AskedCollection::Events => self.say("CollEvents", &[]),
            AskedCollection::Instruments => self.say("CollInstruments", &[]),
            AskedCollection::Indicators => self.say("CollIndicators", &[]),
            AskedCollection::WorkingGroups => self.say("CollWorkingGroups", &[]),
            AskedCollection::Schemes => self.say("CollSchemes", &[]),
        }
    }

    /// Returns the name of a row.
    pub fn row(self, collection: AskedCollection, row: usize) -> String {
        let (ds, names) = (self.ds(), self.names);
        match collection {
            AskedCollection::Findings => names.localized(&ds.findings[row].summary),
            AskedCollection::Agreements => names.localized(&ds.agreements[row].title),
            AskedCollection::Laws => names.localized(&ds.laws[row].name),
            AskedCollection::Bodies => names.localized(&ds.bodies[row].name),
            AskedCollection::Assistance => names.localized(&ds.assistance[row].subject),
            AskedCollection::Positions => {
                let x = &ds.positions[row];
                format!("{}: {}", names.text(approach_name(x.approach)), names.localized(&x.short))
            }
            AskedCollection::Events => names.localized(&ds.events[row].title),
            AskedCollection::Instruments => names.instrument(InstrumentId::from(row)),
            AskedCollection::Indicators => names.localized(&ds.indicators[row].name),
            AskedCollection::WorkingGroups => names.localized(&ds.working_groups[row].name),
            AskedCollection::Schemes => names.localized(&ds.schemes[row].name),
        }
    }

    /// Returns the name of a thing and what kind of thing it is; `None` for a word that relates.
    pub fn thing(self, meaning: Meaning) -> Option<(String, String)> {
        let (ds, names) = (self.ds(), self.names);
        Some(match meaning {
            Meaning::State(id) => (names.state(id), self.say("KindState", &[])),
            Meaning::Actor(id) => (names.actor_short(id), self.say("KindActor", &[])),
            Meaning::Instrument(id) => (names.instrument(id), self.say("KindInstrument", &[])),
            Meaning::Instruments(a, b) => (names.instruments([a, b]), self.say("KindInstruments", &[])),
            Meaning::Treaty(key) => (self.treaty(key), self.say("KindInstrument", &[])),
            Meaning::Group(scheme, group) => {
                (names.localized(&ds.scheme(scheme).groups[group].name), self.say("KindGroup", &[]))
            }
            Meaning::Scheme(id) => (names.localized(&ds.scheme(id).name), self.say("KindScheme", &[])),
            Meaning::Theme(id) => (names.localized(&ds.theme(id).name), self.say("KindTheme", &[])),
            Meaning::Population(id) => {
                (names.localized(&ds.population(id).name), self.say("KindPopulation", &[]))
            }
            Meaning::Indicator(row) => {
                (names.localized(&ds.indicators[row].name), self.say("KindIndicator", &[]))
            }
            Meaning::WorkingGroup(row) => {
                (names.localized(&ds.working_groups[row].name), self.say("KindWorkingGroup", &[]))
            }
            Meaning::Approach(x) => (names.text(approach_name(x)), self.say("KindApproach", &[])),
            Meaning::Help(x) => (names.text(assistance_kind(x)), self.say("KindHelp", &[])),
            Meaning::Voice(x) => (names.text(voices_label(x)), self.say("KindVoice", &[])),
            Meaning::Polarity(x) => (names.text(polarity_label(x).1), self.say("KindPolarity", &[])),
            Meaning::Year(year) => (year.to_string(), self.say("KindYear", &[])),
            Meaning::Word("centralbody") => (self.say("IsCentralBody", &[]), self.say("KindSubject", &[])),
            Meaning::Word("agreement" | "partner" | "negotiate") => {
                (self.say("CollAgreements", &[]), self.say("KindSubject", &[]))
            }
            Meaning::Word("law" | "regulation" | "decree" | "draft") => {
                (self.say("CollLaws", &[]), self.say("KindSubject", &[]))
            }
            Meaning::Word("body") => (self.say("CollBodies", &[]), self.say("KindSubject", &[])),
            Meaning::Word("assist") => (self.say("CollAssistance", &[]), self.say("KindSubject", &[])),
            Meaning::Word(_) | Meaning::Number(_) | Meaning::Place(_) => return None,
        })
    }
}

/// Returns the value with this id.
fn of<T: Copy>(all: &[T], id: fn(T) -> String, wanted: &str) -> Option<T> {
    all.iter().copied().find(|x| id(*x) == wanted)
}

/// Returns the name of the record with this key.
fn named<'a, T>(all: &'a [T], wanted: &str, of: fn(&T) -> (&String, &Text)) -> Option<&'a Text> {
    all.iter().map(of).find(|(key, _)| *key == wanted).map(|(_, name)| name)
}
