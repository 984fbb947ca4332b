//! Raw bundle → checked [`Dataset`]. Collects every problem with its JSON path and never stops at the first.

use std::collections::HashMap;

use super::check_claims as claims;
use super::dataset::*;
use super::date::{Date, Day};
use super::ids::*;
use super::path::Path;
use super::raw::{self, Text};
use super::sets::StateSet;

/// Something wrong in a bundle, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON path, `$.agreements[3].parties[0]`.
    pub path: String,
    /// What is wrong, in a sentence.
    pub reason: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

/// Ids of every collection, so that references resolve in one look-up.
struct Ids<'a> {
    of: HashMap<(&'static str, &'a str), usize>,
}

/// Collects problems while it resolves references.
pub(super) struct Checker<'a> {
    ids: Ids<'a>,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    fn new(bundle: &'a raw::Bundle) -> Self {
        let mut checker = Self { ids: Ids { of: HashMap::new() }, problems: Vec::new() };
        macro_rules! index {
            ($($coll:ident),*) => {$(
                for (ix, item) in bundle.$coll.iter().enumerate() { checker.declare(stringify!($coll), &item.id, ix); }
            )*};
        }
        index!(
            sections,
            paragraphs,
            notes,
            references,
            states,
            actors,
            themes,
            populations,
            instruments,
            agreements,
            bodies,
            schemes,
            indicators,
            laws,
            assistance,
            positions,
            working_groups,
            events,
            findings
        );
        for (ix, caveat) in bundle.meta.caveats.iter().enumerate() {
            checker.declare("meta.caveats", &caveat.id, ix);
        }
        checker
    }

    pub(super) fn problem(&mut self, path: &Path, reason: impl Into<String>) {
        self.problems.push(Problem { path: path.to_string(), reason: reason.into() });
    }

    fn declare(&mut self, collection: &'static str, id: &'a str, ix: usize) {
        let list = Path::ROOT.element(collection, ix);
        let path = &list.field("id");
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '#' | '_');
        if id.is_empty() || !id.chars().all(plain) {
            self.problem(path, format!("«{id}» is no id: letters, digits, - . # _ only"));
        }
        if self.ids.of.insert((collection, id), ix).is_some() {
            self.problem(path, format!("«{id}» stands twice in {collection}"));
        }
    }

    pub(super) fn find<I: From<usize>>(
        &mut self,
        collection: &'static str,
        id: &str,
        path: &Path,
    ) -> Option<I> {
        let found = self.ids.of.iter_lookup(collection, id);
        if found.is_none() {
            self.problem(path, format!("«{id}» is not in {collection}"));
        }
        found.map(I::from)
    }

    pub(super) fn find_all<I: From<usize>>(
        &mut self,
        collection: &'static str,
        ids: &[String],
        path: &Path,
    ) -> Vec<I> {
        self.unique(ids, path);
        (0..).zip(ids).filter_map(|(i, id): (usize, _)| self.find(collection, id, &path.item(i))).collect()
    }

    pub(super) fn unique(&mut self, ids: &[String], path: &Path) {
        for (i, id) in ids.iter().enumerate() {
            if ids[..i].contains(id) {
                self.problem(&path.item(i), format!("«{id}» stands twice"));
            }
        }
    }

    pub(super) fn party(&mut self, id: &str, path: &Path) -> Option<Party> {
        if let Some(ix) = self.ids.of.iter_lookup("states", id) {
            return Some(Party::State(ix.into()));
        }
        let actor = self.ids.of.iter_lookup("actors", id).map(|ix| Party::Actor(ix.into()));
        if actor.is_none() {
            self.problem(path, format!("«{id}» is neither in states nor in actors"));
        }
        actor
    }

    pub(super) fn parties(&mut self, ids: &[String], path: &Path) -> Vec<Party> {
        self.unique(ids, path);
        ids.iter().enumerate().filter_map(|(i, id)| self.party(id, &path.item(i))).collect()
    }

    pub(super) fn states(&mut self, ids: &[String], path: &Path) -> StateSet {
        self.find_all::<StateId>("states", ids, path).into_iter().collect()
    }

    fn sources(&mut self, ids: &[String], path: &Path) -> Vec<Source> {
        let path = path.field("sources");
        if ids.is_empty() {
            self.problem(&path, "no source");
        }
        self.unique(ids, &path);
        let mut sources = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            let of = &self.ids.of;
            let source = of
                .iter_lookup("paragraphs", id)
                .map(|ix| Source::Paragraph(ix.into()))
                .or_else(|| of.iter_lookup("notes", id).map(|ix| Source::Note(ix.into())))
                .or_else(|| of.iter_lookup("references", id).map(|ix| Source::Reference(ix.into())));
            match source {
                Some(source) => sources.push(source),
                None => self.problem(&path.item(i), format!("«{id}» is no paragraph, footnote or reference")),
            }
        }
        sources
    }

    pub(super) fn basics(&mut self, sources: &[String], caveats: &[String], path: &Path) -> Basics {
        let sources = self.sources(sources, path);
        Basics { sources, caveats: self.find_all("meta.caveats", caveats, &path.field("caveats")) }
    }

    pub(super) fn date(&mut self, text: &str, path: &Path) -> Date {
        Date::parse(text).unwrap_or_else(|| {
            self.problem(
                path,
                format!("«{text}» is no date (1997, 1997-06, 1997-06-01, 2000-21, 1996/2000)"),
            );
            Date::Year(0)
        })
    }

    pub(super) fn date_opt(&mut self, text: Option<&String>, path: &Path) -> Option<Date> {
        text.map(|t| self.date(t, path))
    }

    pub(super) fn text(&mut self, text: &Text, path: &Path) -> Text {
        if text.en.trim().is_empty() {
            self.problem(&path.field("en"), "empty text");
        }
        if text.ru.as_ref().is_some_and(|ru| ru.trim().is_empty()) {
            self.problem(&path.field("ru"), "empty text");
        }
        text.clone()
    }
}

/// A look-up that does not tie the key's lifetime to the map's.
trait Lookup {
    fn iter_lookup(&self, collection: &'static str, id: &str) -> Option<usize>;
}
impl Lookup for HashMap<(&'static str, &str), usize> {
    fn iter_lookup(&self, collection: &'static str, id: &str) -> Option<usize> {
        self.get(&(collection, id)).copied()
    }
}

/// Checks a bundle.
///
/// # Errors
/// Every problem found: unknown or doubled ids, missing sources, impossible dates, an incomplete table of
/// participation, groups that break their scheme's promise.
pub fn check(bundle: &raw::Bundle) -> Result<Dataset, Vec<Problem>> {
    let mut c = Checker::new(bundle);
    if bundle.schema != 1 {
        c.problem(
            &Path::ROOT.field("schema"),
            format!("format {} is unknown; this version reads 1", bundle.schema),
        );
    }
    let dataset = Dataset {
        caveats: caveats(&mut c, bundle),
        meta: meta(&mut c, &bundle.meta),
        sections: sections(&mut c, bundle),
        paragraphs: paragraphs(&mut c, bundle),
        notes: notes(&mut c, bundle),
        references: references(&mut c, bundle),
        states: states(&mut c, bundle),
        actors: actors(&mut c, bundle),
        themes: themes(&mut c, bundle),
        populations: populations(&mut c, bundle),
        instruments: instruments(&mut c, bundle),
        cells: cells(&mut c, bundle),
        agreements: agreements(&mut c, bundle),
        bodies: bodies(&mut c, bundle),
        schemes: schemes(&mut c, bundle),
        indicators: indicators(&mut c, bundle),
        laws: claims::laws(&mut c, bundle),
        assistance: claims::assistance(&mut c, bundle),
        positions: claims::positions(&mut c, bundle),
        working_groups: claims::working_groups(&mut c, bundle),
        events: claims::events(&mut c, bundle),
        findings: claims::findings(&mut c, bundle),
    };
    if c.problems.is_empty() { Ok(dataset) } else { Err(c.problems) }
}

/// Visits a collection with the path of each item.
pub(super) fn each<T, U>(
    c: &mut Checker,
    items: &[T],
    name: &str,
    mut f: impl FnMut(&mut Checker, &T, &Path) -> U,
) -> Vec<U> {
    items.iter().enumerate().map(|(i, item)| f(c, item, &Path::ROOT.element(name, i))).collect()
}

fn caveats(c: &mut Checker, b: &raw::Bundle) -> Vec<Caveat> {
    each(c, &b.meta.caveats, "meta.caveats", |c, x, p| Caveat {
        key: x.id.clone(),
        text: c.text(&x.text, &p.field("text")),
        sources: c.sources(&x.sources, p),
        general: x.general,
    })
}

fn meta(c: &mut Checker, m: &raw::Meta) -> Meta {
    let root = &Path::ROOT.field("meta");
    let periods = each(c, &m.periods, "meta.periods", |c, x, p| PeriodDef {
        id: x.id,
        text: c.text(&x.text, &p.field("text")),
        range: c.date(&x.range, &p.field("range")),
        sources: c.sources(&x.sources, p),
    });
    let during = periods.iter().find(|p| p.id == raw::Period::During).map(|p| p.range);
    let process_start = match during {
        Some(Date::Interval(Some(super::date::Simple::Day(day)), _)) => day,
        _ => {
            c.problem(&root.field("periods"), "no period «during» that begins on a day");
            Day { year: 1996, month: 5, day: 30 }
        }
    };
    Meta {
        key: m.id.clone(),
        title: c.text(&m.title, &root.field("title")),
        report: m.report.clone(),
        knowledge_date: c.date(&m.knowledge_date, &root.field("knowledge_date")),
        periods,
        process_start,
    }
}

fn sections(c: &mut Checker, b: &raw::Bundle) -> Vec<Section> {
    each(c, &b.sections, "sections", |c, x, p| {
        let parent: Option<SectionId> =
            x.parent.as_ref().and_then(|id| c.find("sections", id, &p.field("parent")));
        let level = parent.map_or(1, |s| b.sections[s.ix()].level.saturating_add(1));
        if x.level != level {
            c.problem(&p.field("level"), format!("level {} under its parent should be {level}", x.level));
        }
        Section {
            key: x.id.clone(),
            parent,
            level: x.level,
            title: c.text(&x.title, &p.field("title")),
            page: x.page,
        }
    })
}

fn paragraphs(c: &mut Checker, b: &raw::Bundle) -> Vec<Paragraph> {
    each(c, &b.paragraphs, "paragraphs", |c, x, p| {
        if x.pages[0] > x.pages[1] || x.pages[0] == 0 {
            c.problem(&p.field("pages"), "first page after last");
        }
        let ordinal = x.id.rsplit_once('#').and_then(|(_, n)| n.parse().ok()).unwrap_or_else(|| {
            c.problem(&p.field("id"), "a paragraph's id ends in # and its number");
            0
        });
        Paragraph {
            key: x.id.clone(),
            section: c.find("sections", &x.section, &p.field("section")).unwrap_or(SectionId(0)),
            ordinal,
            pages: x.pages,
            notes: c.find_all("notes", &x.notes, &p.field("notes")),
        }
    })
}

fn notes(c: &mut Checker, b: &raw::Bundle) -> Vec<Note> {
    each(c, &b.notes, "notes", |c, x, p| Note {
        key: x.id.clone(),
        number: x.id.rsplit_once(".n").and_then(|(_, n)| n.parse().ok()).unwrap_or_else(|| {
            c.problem(&p.field("id"), "a footnote's id ends in .n and its number");
            0
        }),
        page: x.page,
        called_by: c.find("paragraphs", &x.called_by, &p.field("called_by")).unwrap_or(ParagraphId(0)),
    })
}

fn references(c: &mut Checker, b: &raw::Bundle) -> Vec<Reference> {
    each(c, &b.references, "references", |c, x, p| {
        c.date(&x.date, &p.field("date"));
        if x.url.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            c.problem(&p.field("url"), "an address begins with https:// or http://");
        }
        Reference {
            key: x.id.clone(),
            title: c.text(&x.title, &p.field("title")),
            publisher: c.text(&x.publisher, &p.field("publisher")),
            date: x.date.clone(),
            url: x.url.clone(),
        }
    })
}

fn states(c: &mut Checker, b: &raw::Bundle) -> Vec<State> {
    if b.states.len() > 64 {
        c.problem(&Path::ROOT.field("states"), "more than 64 states");
    }
    each(c, &b.states, "states", |c, x, p| State {
        key: x.id.clone(),
        name: c.text(&x.name, &p.field("name")),
        short: c.text(&x.short, &p.field("short")),
        report_names: x.report_names.clone(),
        central_body: x.central_body.value,
        central_body_until: c
            .date_opt(x.central_body.until.as_ref(), &p.field("central_body").field("until")),
        basics: c.basics(&x.central_body.sources, &x.central_body.caveats, &p.field("central_body")),
    })
}

fn actors(c: &mut Checker, b: &raw::Bundle) -> Vec<Actor> {
    each(c, &b.actors, "actors", |c, x, p| {
        if c.ids.of.iter_lookup("states", &x.id).is_some() {
            c.problem(&p.field("id"), format!("«{}» is one of the twelve states", x.id));
        }
        Actor {
            key: x.id.clone(),
            name: c.text(&x.name, &p.field("name")),
            abbreviation: x.abbreviation.as_ref().map(|t| c.text(t, &p.field("abbreviation"))),
            kind: x.kind,
        }
    })
}

fn themes(c: &mut Checker, b: &raw::Bundle) -> Vec<Theme> {
    each(c, &b.themes, "themes", |c, x, p| {
        let parent: Option<ThemeId> =
            x.parent.as_ref().and_then(|id| c.find("themes", id, &p.field("parent")));
        if parent.is_some_and(|t| b.themes[t.ix()].parent.is_some()) {
            c.problem(&p.field("parent"), "themes have two levels");
        }
        Theme { key: x.id.clone(), parent, name: c.text(&x.name, &p.field("name")) }
    })
}

fn populations(c: &mut Checker, b: &raw::Bundle) -> Vec<Population> {
    each(c, &b.populations, "populations", |c, x, p| Population {
        key: x.id.clone(),
        name: c.text(&x.name, &p.field("name")),
    })
}

fn instruments(c: &mut Checker, b: &raw::Bundle) -> Vec<Instrument> {
    each(c, &b.instruments, "instruments", |c, x, p| {
        if x.covers.is_empty() {
            c.problem(&p.field("covers"), "covers no treaty");
        }
        Instrument {
            key: x.id.clone(),
            label: x.label.clone(),
            name: c.text(&x.name, &p.field("name")),
            short: c.text(&x.short, &p.field("short")),
            adopted: x.adopted,
            covers: x.covers.clone(),
            note: x.note.as_ref().map(|t| c.text(t, &p.field("note"))),
            basics: c.basics(&x.sources, &x.caveats, p),
        }
    })
}

fn cells(c: &mut Checker, b: &raw::Bundle) -> Vec<Cell> {
    let columns = b.instruments.len();
    let mut cells: Vec<Option<Cell>> = vec![None; b.states.len() * columns];
    for (i, x) in b.participation.iter().enumerate() {
        let p = &Path::ROOT.element("participation", i);
        let state: Option<StateId> = c.find("states", &x.state, &p.field("state"));
        let instrument: Option<InstrumentId> = c.find("instruments", &x.instrument, &p.field("instrument"));
        if x.period.is_some() && !x.party {
            c.problem(&p.field("period"), "a period of joining where the table says not party");
        }
        let covers = instrument.map(|id| b.instruments[id.ix()].covers.as_slice()).unwrap_or_default();
        let cell = Cell {
            party: x.party,
            period: x.period,
            acts: acts(c, &x.acts, covers, &p.field("acts")),
            basics: c.basics(&x.sources, &x.caveats, p),
        };
        if let (Some(state), Some(instrument)) = (state, instrument) {
            let place = state.ix() * columns + instrument.ix();
            if cells[place].replace(cell).is_some() {
                c.problem(p, format!("the cell {} × {} stands twice", x.state, x.instrument));
            }
        }
    }
    for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_none()) {
        let (state, instrument) = (&b.states[place / columns].id, &b.instruments[place % columns].id);
        c.problems.push(Problem {
            path: Path::ROOT.field("participation").to_string(),
            reason: format!("the cell {state} × {instrument} is missing"),
        });
        debug_assert!(cell.is_none());
    }
    cells.into_iter().flatten().collect()
}

fn acts(c: &mut Checker, acts: &[raw::Act], covers: &[String], path: &Path) -> Vec<Act> {
    let mut checked: Vec<Act> = Vec::with_capacity(acts.len());
    for (i, x) in acts.iter().enumerate() {
        let p = path.item(i);
        if !covers.contains(&x.instrument) {
            c.problem(&p.field("instrument"), format!("«{}» is not covered by the instrument", x.instrument));
        }
        let reference = c.find("references", &x.reference, &p.field("reference")).unwrap_or(ReferenceId(0));
        let Some(date) = Day::parse(&x.date) else {
            c.problem(&p.field("date"), format!("«{}» is no day", x.date));
            continue;
        };
        let note = x.note.as_ref().map(|t| c.text(t, &p.field("note")));
        let at = checked.partition_point(|before| before.date <= date);
        checked.insert(at, Act { treaty: x.instrument.clone(), date, action: x.action, reference, note });
    }
    checked
}

fn agreements(c: &mut Checker, b: &raw::Bundle) -> Vec<Agreement> {
    each(c, &b.agreements, "agreements", |c, x, p| {
        let parties = c.parties(&x.parties, &p.field("parties"));
        if parties.len() < 2 && x.parties_unnamed.is_none() {
            c.problem(&p.field("parties"), "fewer than two parties and no collective wording");
        }
        if x.parties_unnamed.as_ref().is_some_and(|u| u.count == Some(0)) {
            c.problem(&p.field("parties_unnamed").field("count"), "a count of 0");
        }
        let not_ratified_by = c.parties(&x.not_ratified_by, &p.field("not_ratified_by"));
        if not_ratified_by.iter().any(|who| !parties.contains(who)) {
            c.problem(&p.field("not_ratified_by"), "names somebody who is no party");
        }
        if not_ratified_by.is_empty() == (x.status == raw::AgreementStatus::PartlyRatified) {
            c.problem(&p.field("not_ratified_by"), "goes with the status partly-ratified, and only with it");
        }
        Agreement {
            key: x.id.clone(),
            title: c.text(&x.title, &p.field("title")),
            parties,
            parties_basis: x.parties_basis,
            unnamed: x.parties_unnamed.clone(),
            signed: c.date_opt(x.signed.as_ref(), &p.field("signed")),
            effective: c.date_opt(x.effective.as_ref(), &p.field("effective")),
            dated: c.date_opt(x.dated.as_ref(), &p.field("dated")),
            subject: c.text(&x.subject, &p.field("subject")),
            status: x.status,
            not_ratified_by,
            period: x.period.clone(),
            themes: c.find_all("themes", &x.themes, &p.field("themes")),
            populations: c.find_all("populations", &x.populations, &p.field("populations")),
            basics: c.basics(&x.sources, &x.caveats, p),
        }
    })
}

fn bodies(c: &mut Checker, b: &raw::Bundle) -> Vec<Body> {
    each(c, &b.bodies, "bodies", |c, x, p| {
        let states = c.states(&x.states, &p.field("states"));
        if states.is_empty() {
            c.problem(&p.field("states"), "no state");
        }
        if x.events.is_empty() {
            c.problem(&p.field("events"), "nothing is said of the body");
        }
        let mut events = Vec::with_capacity(x.events.len());
        for (i, e) in x.events.iter().enumerate() {
            events.push(BodyEvent {
                date: c.date_opt(e.date.as_ref(), &p.element("events", i).field("date")),
                kind: e.kind,
                note: e.note.as_ref().map(|t| c.text(t, &p.element("events", i).field("note"))),
            });
        }
        let name = c.text(&x.name, &p.field("name"));
        Body { key: x.id.clone(), states, name, events, basics: c.basics(&x.sources, &x.caveats, p) }
    })
}

fn schemes(c: &mut Checker, b: &raw::Bundle) -> Vec<Scheme> {
    each(c, &b.schemes, "schemes", |c, x, p| {
        let mut groups: Vec<Group> = Vec::with_capacity(x.groups.len());
        let mut placed = StateSet::default();
        for (i, g) in x.groups.iter().enumerate() {
            let gp = p.element("groups", i);
            let states = c.states(&g.states, &gp.field("states"));
            if x.exclusive && !placed.and(states).is_empty() {
                c.problem(&gp.field("states"), "a state stands in two groups of an exclusive scheme");
            }
            if groups.iter().any(|other| other.key == g.id) {
                c.problem(&gp.field("id"), format!("«{}» stands twice in the scheme", g.id));
            }
            placed = StateSet(placed.0 | states.0);
            groups.push(Group {
                key: g.id.clone(),
                name: c.text(&g.name, &gp.field("name")),
                states,
                basis: g.basis,
            });
        }
        if groups.is_empty() {
            c.problem(&p.field("groups"), "no group");
        }
        if x.complete != (placed.len() == b.states.len()) {
            c.problem(
                &p.field("complete"),
                format!("{} of {} states are placed", placed.len(), b.states.len()),
            );
        }
        Scheme {
            key: x.id.clone(),
            name: c.text(&x.name, &p.field("name")),
            proposed_by: c.parties(&x.proposed_by, &p.field("proposed_by")),
            exclusive: x.exclusive,
            complete: x.complete,
            groups,
            basics: c.basics(&x.sources, &x.caveats, p),
        }
    })
}

fn indicators(c: &mut Checker, b: &raw::Bundle) -> Vec<Indicator> {
    each(c, &b.indicators, "indicators", |c, x, p| Indicator {
        key: x.id.clone(),
        name: c.text(&x.name, &p.field("name")),
        kind: x.kind,
        value: x.value,
        unit: c.text(&x.unit, &p.field("unit")),
        at: c.date(&x.at, &p.field("at")),
        definition: c.text(&x.definition, &p.field("definition")),
        data_from: c.text(&x.data_from, &p.field("data_from")),
        cumulative: x
            .cumulative
            .as_ref()
            .map(|t| (t.value, c.date(&t.at, &p.field("cumulative").field("at")))),
        scope: c.text(&x.scope, &p.field("scope")),
        populations: c.find_all("populations", &x.populations, &p.field("populations")),
        basics: c.basics(&x.sources, &x.caveats, p),
    })
}
