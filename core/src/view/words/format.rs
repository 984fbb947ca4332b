//! Text for data in one language: names, dates, lists and sources.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::evidence_link::EvidenceLink;
use super::labels::{agreement_status_label, party_status_label};
use crate::analysis::PartyStatus;
use crate::model::*;
use crate::state::{Evidence, Subject};
use crate::text::{self, Key, Lang};

/// Whether the members of any group of a scheme are inferred.
pub(crate) fn is_inferred(scheme: &Scheme) -> bool {
    scheme.groups.iter().any(|g| g.basis == Basis::Inferred)
}

/// Formats data of a dataset in one language.
#[derive(Clone, Copy)]
pub(crate) struct Formatter<'a> {
    pub ds: &'a Dataset,
    pub lang: Lang,
}

/// Position in the report, or in a reference, from which a datum was coded.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SourceLine {
    /// Id of the paragraph, footnote or reference.
    pub id: String,
    /// Heading and paragraph, or footnote; title of a reference.
    pub place: String,
    /// Page, or publisher and date.
    pub page: String,
    /// URL of a reference.
    pub url: Option<String>,
    /// Accessible description of the button that shows the place; `None` for a reference.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub label: Option<String>,
    /// Everything that was coded from the place; `None` for a reference.
    pub open: Option<EvidenceLink>,
}

/// Returns the indices of names in alphabetical order, ignoring case; equal names keep their order.
pub(crate) fn in_order(mut names: Vec<String>) -> Vec<usize> {
    names.iter_mut().for_each(|name| *name = name.to_lowercase());
    // Insertion into a sorted list is fast enough for a few dozen items, and compiles to less code
    // than one sort per item type.
    let mut order = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        order.insert(order.partition_point(|before: &usize| names[*before] <= *name), at);
    }
    order
}

impl<'a> Formatter<'a> {
    pub fn text(self, key: Key) -> String {
        text::t(self.lang, key).to_owned()
    }
    pub fn format(self, key: Key, values: &[(&str, &str)]) -> String {
        text::format(self.lang, key, values)
    }
    pub fn plural(self, key: Key, n: usize) -> String {
        text::plural(self.lang, key, n, &[])
    }
    pub fn k_of_m(self, k: usize, m: usize) -> String {
        self.format(Key::OfM, &[("k", &self.number(k)), ("m", &self.number(m))])
    }
    pub fn number(self, n: usize) -> String {
        text::number(self.lang, n as u64)
    }
    /// Returns a text of the dataset; if Russian is missing, the English one with a note.
    pub fn localized(self, text: &Text) -> String {
        match (self.lang, &text.ru) {
            (Lang::En, _) => text.en.clone(),
            (Lang::Ru, Some(ru)) => ru.clone(),
            (Lang::Ru, None) => format!("{} [{}]", text.en, self.text(Key::Fallback)),
        }
    }
    pub fn list(self, items: &[String]) -> String {
        text::join(self.lang, items)
    }
    pub fn state(self, id: StateId) -> String {
        self.localized(&self.ds.state(id).name)
    }
    pub fn short(self, id: StateId) -> String {
        self.localized(&self.ds.state(id).short)
    }
    pub fn instrument(self, id: InstrumentId) -> String {
        self.ds.instrument(id).label.clone()
    }
    pub fn instruments(self, ids: impl IntoIterator<Item = InstrumentId>) -> String {
        self.list(&ids.into_iter().map(|i| self.instrument(i)).collect::<Vec<_>>())
    }
    /// Returns the states in alphabetical order of the language.
    pub fn sorted(self, states: StateSet) -> Vec<StateId> {
        let ids: Vec<StateId> = states.iter().collect();
        in_order(ids.iter().map(|id| self.state(*id)).collect()).into_iter().map(|at| ids[at]).collect()
    }
    pub fn states(self, states: StateSet) -> String {
        self.list(&self.sorted(states).into_iter().map(|s| self.state(s)).collect::<Vec<_>>())
    }
    pub fn party(self, party: Party) -> String {
        match party {
            Party::State(id) => self.state(id),
            Party::Actor(id) => self.localized(&self.ds.actor(id).name),
        }
    }
    /// Returns the parties of an agreement besides a state, as [`parties`](Self::parties) does.
    pub fn partners(self, agreement: &Agreement, state: StateId) -> String {
        let mut others = agreement.clone();
        others.parties.retain(|party| *party != Party::State(state));
        self.parties(&others)
    }
    /// Returns the parties of an agreement in alphabetical order, collective wording last.
    pub fn parties(self, agreement: &Agreement) -> String {
        let parties: Vec<String> = agreement.parties.iter().map(|p| self.party(*p)).collect();
        let mut names: Vec<String> =
            in_order(parties.clone()).into_iter().map(|at| parties[at].clone()).collect();
        if let Some(unnamed) = &agreement.unnamed {
            let among = unnamed.among.as_ref().map_or_else(|| self.text(Key::Unnamed), |t| self.localized(t));
            names.push(match unnamed.count {
                Some(n) => self.format(Key::CountOf, &[("n", &self.number(n.into())), ("among", &among)]),
                None => among,
            });
        }
        names.join(" – ")
    }
    pub fn day(self, day: Day) -> String {
        let month = text::date_month(self.lang, day.month, true);
        match self.lang {
            // No-break spaces keep a date on one line.
            Lang::En => format!("{}\u{a0}{month}\u{a0}{}", day.day, day.year),
            Lang::Ru => format!("{}\u{a0}{month}\u{a0}{}\u{a0}г.", day.day, day.year),
        }
    }
    /// Returns the first sentence of a view whose date is not that of the report's own table.
    pub fn as_of(self, day: Option<Day>) -> Option<String> {
        day.map(|day| self.format(Key::AsOfSentence, &[("date", &self.day(day))]))
    }
    /// Returns a date as it follows "until": a Russian month then has another case.
    pub fn until(self, date: Date) -> String {
        match (self.lang, date) {
            (Lang::Ru, Date::Month(y, m)) => {
                format!("{} {}", text::date_month(self.lang, m, true), self.date(Date::Year(y)))
            }
            _ => self.date(date),
        }
    }
    pub fn date(self, date: Date) -> String {
        let year = |y: u16| if self.lang == Lang::Ru { format!("{y}\u{a0}г.") } else { y.to_string() };
        let simple = |end: date::Simple| match end {
            date::Simple::Year(y) => self.date(Date::Year(y)),
            date::Simple::Month(y, m) => self.date(Date::Month(y, m)),
            date::Simple::Day(d) => self.day(d),
        };
        match date {
            Date::Year(y) => year(y),
            Date::Month(y, m) => format!("{} {}", text::date_month(self.lang, m, false), year(y)),
            Date::Season(y, s) => format!("{} {}", text::date_season(self.lang, s), year(y)),
            Date::Day(day) => self.day(day),
            Date::Interval(from, to) => {
                let end = |e: Option<date::Simple>| e.map_or("…".to_owned(), simple);
                format!("{} – {}", end(from), end(to))
            }
        }
    }
    /// Returns the dates of an agreement, each with its meaning.
    pub fn agreement_dates(self, a: &Agreement) -> Vec<String> {
        [(Key::Signed, a.signed), (Key::Effective, a.effective), (Key::Dated, a.dated)]
            .into_iter()
            .filter_map(|(key, date)| Some(self.format(key, &[("date", &self.date(date?))])))
            .collect()
    }
    pub fn source(self, source: Source) -> SourceLine {
        let ds = self.ds;
        match source {
            Source::Paragraph(id) => {
                let p = ds.paragraph(id);
                let section = self.localized(&ds.section(p.section).title);
                let place =
                    self.format(Key::SourcePlace, &[("section", &section), ("n", &p.ordinal.to_string())]);
                self.unit(p.key.clone(), place, p.pages, Evidence::Paragraph(id))
            }
            Source::Note(id) => {
                let note = ds.note(id);
                let key = if note.key.starts_with("annex") { Key::SourceNoteAnnex } else { Key::SourceNote };
                let place = self.format(key, &[("n", &note.number.to_string())]);
                self.unit(note.key.clone(), place, [note.page; 2], Evidence::Note(id))
            }
            Source::Reference(id) => {
                let r = ds.reference(id);
                let date = Date::parse(&r.date).map_or_else(|| r.date.clone(), |date| self.date(date));
                let page = format!("{}, {date}", self.localized(&r.publisher));
                SourceLine {
                    id: r.key.clone(),
                    place: self.localized(&r.title),
                    page,
                    url: r.url.clone(),
                    label: None,
                    open: None,
                }
            }
        }
    }
    /// Returns a paragraph or footnote as a source that opens everything that was coded from it.
    fn unit(self, id: String, place: String, pages: [u16; 2], evidence: Evidence) -> SourceLine {
        let page = self.pages(pages);
        let label = Some(self.text(Key::DrawerCodedHere));
        let open = Some(EvidenceLink { evidence, key: evidence.key(self.ds, None), pin_note: None });
        SourceLine { id, place, page, url: None, label, open }
    }
    pub fn pages(self, [from, to]: [u16; 2]) -> String {
        let (p, q) = (from.to_string(), to.to_string());
        let key = if from == to { Key::SourcePage } else { Key::SourcePages };
        self.format(key, &[("p", &p), ("q", &q)])
    }
    /// Returns the pages of a datum in the report in short form: `p. 12–13, 21`.
    pub fn page_list(self, sources: &[Source]) -> String {
        let mut pages: Vec<[u16; 2]> = Vec::with_capacity(sources.len());
        for page in sources.iter().filter_map(|source| self.ds.pages_of(*source)) {
            if !pages.contains(&page) {
                pages.insert(pages.partition_point(|before| *before < page), page);
            }
        }
        let merged = pages.into_iter().fold(Vec::<[u16; 2]>::new(), |mut all, next| {
            match all.last_mut() {
                Some(last) if next[0] <= last[1] => last[1] = last[1].max(next[1]),
                _ => all.push(next),
            }
            all
        });
        let words: Vec<_> =
            merged.iter().map(|[p, q]| if p == q { p.to_string() } else { format!("{p}–{q}") }).collect();
        if words.is_empty() {
            String::new()
        } else {
            self.format(Key::PageShort, &[("p", &words.join(", "))])
        }
    }
    pub fn party_status(self, status: PartyStatus) -> String {
        self.text(party_status_label(status).1)
    }
    /// Returns the status of an agreement, with the parties that have not ratified it.
    pub fn status(self, a: &Agreement) -> String {
        let word = self.text(agreement_status_label(a.status).1);
        if a.not_ratified_by.is_empty() {
            return word;
        }
        let who: Vec<_> = a.not_ratified_by.iter().map(|p| self.party(*p)).collect();
        format!("{word}; {}", self.format(Key::NotRatifiedBy, &[("list", &self.list(&who))]))
    }
    /// Returns the name of a group, with a note if members are inferred; for `None`, "in no group".
    pub fn group(self, scheme: &Scheme, group: Option<usize>) -> String {
        match group.map(|g| &scheme.groups[g]) {
            Some(g) if g.basis == Basis::Inferred => {
                format!("{} · {}", self.localized(&g.name), self.text(Key::InferredByUs))
            }
            Some(g) => self.localized(&g.name),
            None => self.text(Key::Ungrouped),
        }
    }
    /// Returns the names of a state's groups in a scheme.
    pub fn group_of(self, scheme: &Scheme, state: StateId) -> String {
        let groups = scheme.groups.iter().enumerate();
        let names: Vec<_> =
            groups.filter(|(_, g)| g.states.has(state)).map(|(i, _)| self.group(scheme, Some(i))).collect();
        if names.is_empty() { self.text(Key::NotInGroup) } else { self.list(&names) }
    }
    /// Returns the name of a scheme, with a note if members are inferred.
    pub fn scheme(self, scheme: &Scheme) -> String {
        let fmt = self;
        let name = fmt.localized(&scheme.name);
        if is_inferred(scheme) { format!("{name} · {}", fmt.text(Key::InferredShort)) } else { name }
    }
    /// Returns the name of a subject, as the title of its page.
    pub fn subject(self, subject: Subject) -> String {
        let (fmt, ds) = (self, self.ds);
        match subject {
            Subject::State(id) => fmt.state(id),
            Subject::Instrument(id) => {
                format!("{}: {}", ds.instrument(id).label, fmt.localized(&ds.instrument(id).name))
            }
            Subject::Theme(id) => fmt.localized(&ds.theme(id).name),
            Subject::Population(id) => fmt.localized(&ds.population(id).name),
            Subject::Body(id) => fmt.localized(&ds.body(id).name),
        }
    }
    /// Returns the short name of a subject: the label of an instrument, else the full name.
    pub fn subject_short(self, subject: Subject) -> String {
        match subject {
            Subject::Instrument(id) => self.instrument(id),
            other => self.subject(other),
        }
    }
    /// Returns the date of an indicator.
    ///
    /// Stocks are at the beginning of the year that the footnotes give, flows are over the year.
    pub fn indicator_date(self, x: &Indicator) -> String {
        match (x.kind, x.at) {
            (IndicatorKind::Stock, Date::Year(y)) => {
                self.format(Key::BeginningOf, &[("year", &y.to_string())])
            }
            (_, date) => self.date(date),
        }
    }
    /// Returns the cumulative total that a footnote gives, as text.
    pub fn cumulative_total(self, x: &Indicator) -> Option<String> {
        let fmt = self;
        let (value, at) = x.cumulative?;
        let date = match at {
            Date::Month(y, 12) => fmt.format(Key::CumulativeUntil, &[("year", &y.to_string())]),
            Date::Interval(_, Some(date::Simple::Year(y))) => {
                fmt.format(Key::CumulativeUntil, &[("year", &y.to_string())])
            }
            other => fmt.date(other),
        };
        Some(fmt.format(Key::FiguresCumulative, &[("date", &date), ("n", &text::number(fmt.lang, value))]))
    }
}
