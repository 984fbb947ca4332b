//! Resolves references between collections and collects the problems found.

use std::collections::HashMap;

use super::super::common::{Party, Provenance, Source, Text};
use super::super::date::Date;
use super::super::error::DatasetError;
use super::super::ids::*;
use super::super::path::Path;
use super::super::raw::Bundle;
use super::super::sets::StateSet;

/// Position of every id in its collection, so that a reference resolves in one look-up.
pub(super) struct IdIndex<'a> {
    pub(super) of: HashMap<(&'static str, &'a str), usize>,
}

/// Collects problems while it resolves references.
pub(super) struct Checker<'a> {
    pub(super) ids: IdIndex<'a>,
    pub(super) problems: Vec<DatasetError>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(bundle: &'a Bundle) -> Self {
        let mut checker = Self { ids: IdIndex { of: HashMap::new() }, problems: Vec::new() };
        macro_rules! index {
            ($($coll:ident),*) => {$(
                for (ix, item) in bundle.$coll.iter().enumerate() {
                    checker.declare(stringify!($coll), &item.id, ix);
                }
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

    /// Records a problem.
    #[inline(always)]
    pub(super) fn problem(&mut self, path: &Path, words: std::fmt::Arguments) {
        self.problems.push(DatasetError::at(path, words));
    }

    fn declare(&mut self, collection: &'static str, id: &'a str, ix: usize) {
        let list = Path::ROOT.element(collection, ix);
        let path = &list.field("id");
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '#' | '_');
        if id.is_empty() || !id.chars().all(plain) {
            self.problem(path, format_args!("«{id}» is no id: letters, digits, - . # _ only"));
        }
        if self.ids.of.insert((collection, id), ix).is_some() {
            self.problem(path, format_args!("«{id}» stands twice in {collection}"));
        }
    }

    pub(super) fn find<I: From<usize>>(
        &mut self,
        collection: &'static str,
        id: &str,
        path: &Path,
    ) -> Option<I> {
        let found = self.ids.of.position_of(collection, id);
        if found.is_none() {
            self.problem(path, format_args!("«{id}» is not in {collection}"));
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
                self.problem(&path.item(i), format_args!("«{id}» stands twice"));
            }
        }
    }

    pub(super) fn party(&mut self, id: &str, path: &Path) -> Option<Party> {
        if let Some(ix) = self.ids.of.position_of("states", id) {
            return Some(Party::State(ix.into()));
        }
        let actor = self.ids.of.position_of("actors", id).map(|ix| Party::Actor(ix.into()));
        if actor.is_none() {
            self.problem(path, format_args!("«{id}» is neither in states nor in actors"));
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

    pub(super) fn sources(&mut self, ids: &[String], path: &Path) -> Vec<Source> {
        let path = path.field("sources");
        if ids.is_empty() {
            self.problem(&path, format_args!("no source"));
        }
        self.unique(ids, &path);
        let mut sources = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            let of = &self.ids.of;
            let source = of
                .position_of("paragraphs", id)
                .map(|ix| Source::Paragraph(ix.into()))
                .or_else(|| of.position_of("notes", id).map(|ix| Source::Note(ix.into())))
                .or_else(|| of.position_of("references", id).map(|ix| Source::Reference(ix.into())));
            match source {
                Some(source) => sources.push(source),
                None => {
                    self.problem(
                        &path.item(i),
                        format_args!("«{id}» is no paragraph, footnote or reference"),
                    );
                }
            }
        }
        sources
    }

    pub(super) fn provenance(&mut self, sources: &[String], caveats: &[String], path: &Path) -> Provenance {
        let sources = self.sources(sources, path);
        Provenance { sources, caveats: self.find_all("meta.caveats", caveats, &path.field("caveats")) }
    }

    pub(super) fn date(&mut self, text: &str, path: &Path) -> Date {
        Date::parse(text).unwrap_or_else(|| {
            self.problem(
                path,
                format_args!("«{text}» is no date (1997, 1997-06, 1997-06-01, 2000-21, 1996/2000)"),
            );
            Date::Year(0)
        })
    }

    pub(super) fn date_opt(&mut self, text: Option<&String>, path: &Path) -> Option<Date> {
        text.map(|t| self.date(t, path))
    }

    pub(super) fn text(&mut self, text: &Text, path: &Path) -> Text {
        if text.en.trim().is_empty() {
            self.problem(&path.field("en"), format_args!("empty text"));
        }
        if text.ru.as_ref().is_some_and(|ru| ru.trim().is_empty()) {
            self.problem(&path.field("ru"), format_args!("empty text"));
        }
        text.clone()
    }
}

/// Look-up whose key does not need the lifetime of the map's keys.
pub(super) trait Lookup {
    fn position_of(&self, collection: &'static str, id: &str) -> Option<usize>;
}
impl Lookup for HashMap<(&'static str, &str), usize> {
    fn position_of(&self, collection: &'static str, id: &str) -> Option<usize> {
        self.get(&(collection, id)).copied()
    }
}

/// Maps every item of a collection, passing its path along.
pub(super) fn each<T, U>(
    c: &mut Checker,
    items: &[T],
    name: &str,
    mut f: impl FnMut(&mut Checker, &T, &Path) -> U,
) -> Vec<U> {
    items.iter().enumerate().map(|(i, item)| f(c, item, &Path::ROOT.element(name, i))).collect()
}
