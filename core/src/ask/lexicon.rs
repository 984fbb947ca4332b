//! Words and names that questions use, with what they mean.
//!
//! Two tables, `lexicon.tsv` for words of relation and `names.tsv` for names, and the names of the
//! dataset. A phrase is a row of words, each in any form, as a beginning (`word*`) or as it stands
//! (`=word`); words such as "of" may stand between them.

use super::order::sort_short;
use std::collections::{HashMap, HashSet};

use crate::model::*;
use crate::query::{stem, tokens};

const TABLES: [&str; 2] = [include_str!("lexicon.tsv"), include_str!("names.tsv")];

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "variants are named after what they name")]
pub enum Meaning {
    /// A word of relation or of a kind of thing, by its tag in `lexicon.tsv`.
    Word(&'static str),
    State(StateId),
    Actor(ActorId),
    Instrument(InstrumentId),
    Instruments(InstrumentId, InstrumentId),
    /// A treaty that is part of an instrument.
    Treaty(&'static str),
    Group(SchemeId, usize),
    Scheme(SchemeId),
    Theme(ThemeId),
    Population(PopulationId),
    Indicator(usize),
    WorkingGroup(usize),
    Place(&'static str),
    Approach(Approach),
    Help(AssistanceKind),
    Voice(VoiceKind),
    Polarity(Polarity),
    Year(u16),
    Number(u32),
}

/// Words that may stand inside a phrase.
const BETWEEN: &str =
    " the a an of on to in for by at its and and/or и о об обо в во по к ко из от для г года году год their ";

/// Whether a folded word may stand inside a phrase.
pub fn stands_between(word: &str) -> bool {
    BETWEEN.match_indices(word).any(|(at, _)| {
        let bytes = BETWEEN.as_bytes();
        at > 0 && bytes[at - 1] == b' ' && bytes.get(at + word.len()) == Some(&b' ')
    })
}

fn idle_words() -> (HashSet<&'static str>, Vec<&'static str>) {
    let lines = include_str!("idle.txt").lines().filter(|line| !line.starts_with('#'));
    let (begun, whole): (Vec<&str>, Vec<&str>) =
        lines.flat_map(str::split_whitespace).partition(|word| word.ends_with('*'));
    (whole.into_iter().collect(), begun.into_iter().map(|word| word.trim_end_matches('*')).collect())
}

/// A node of the tree of phrases.
#[derive(Debug, Default)]
struct Node {
    next: HashMap<u32, usize>,
    meanings: Vec<Meaning>,
}

/// A folded word that may be typed with a wrong letter, and one of a name also in part.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spelled {
    word: String,
    stem: String,
    id: u32,
    is_name: bool,
}

/// All phrases.
#[derive(Debug)]
pub struct Lexicon {
    nodes: Vec<Node>,
    stems: HashMap<String, u32>,
    exact: HashMap<String, u32>,
    beginnings: HashMap<String, u32>,
    /// Words that may be typed with a wrong letter.
    spelled: Vec<Spelled>,
    count: u32,
    /// Words that change no question, and beginnings of such words.
    idle: (HashSet<&'static str>, Vec<&'static str>),
    /// Lines of the tables that are still to be read; `None` when all and the names are.
    unread: Option<[&'static str; 2]>,
}

impl Lexicon {
    /// Creates a lexicon without a word; [`Self::read_next`] reads them.
    pub fn unread() -> Self {
        Self {
            nodes: vec![Node::default()],
            stems: HashMap::new(),
            exact: HashMap::new(),
            beginnings: HashMap::new(),
            spelled: Vec::new(),
            count: 0,
            idle: idle_words(),
            unread: Some(TABLES),
        }
    }

    /// Reads the next line of the tables, and after them the names; returns whether any was left.
    pub fn read_next(&mut self, ds: &Dataset) -> bool {
        let Some(tables) = &mut self.unread else { return false };
        let Some(table) = tables.iter_mut().find(|table| !table.is_empty()) else {
            self.unread = None;
            self.add_names(ds);
            self.spelled.sort();
            self.spelled.dedup();
            return true;
        };
        let (line, rest) = table.split_once('\n').unwrap_or((table, ""));
        *table = rest;
        if let Some((tag, phrases)) = line.split_once('\t')
            && !line.starts_with('#')
            && let Some(meaning) = meaning(ds, tag)
        {
            phrases.split('|').for_each(|phrase| self.add(phrase, meaning));
        }
        true
    }

    fn add_names(&mut self, ds: &Dataset) {
        let mut add = |text: &Text, meaning: Meaning| {
            let bare = |name: &str| name.split(" (").next().unwrap_or(name).replace(['*', '='], " ");
            self.add(&bare(&text.en), meaning);
            text.ru.iter().for_each(|ru| self.add(&bare(ru), meaning));
        };
        for (ix, x) in ds.states.iter().enumerate() {
            [&x.name, &x.short].iter().for_each(|name| add(name, Meaning::State(ix.into())));
        }
        for (ix, x) in ds.actors.iter().enumerate() {
            add(&x.name, Meaning::Actor(ix.into()));
            x.abbreviation.iter().for_each(|name| add(name, Meaning::Actor(ix.into())));
        }
        // "With NGOs" and "Between organisations" are headings, and no names.
        let is_name = |x: &Theme| {
            x.parent.is_some() && !x.name.en.starts_with("With ") && !x.name.en.starts_with("Between ")
        };
        for (ix, x) in ds.themes.iter().enumerate().filter(|(_, x)| is_name(x)) {
            add(&x.name, Meaning::Theme(ix.into()));
        }
        ds.populations.iter().enumerate().for_each(|(ix, x)| add(&x.name, Meaning::Population(ix.into())));
        ds.indicators.iter().enumerate().for_each(|(ix, x)| add(&x.name, Meaning::Indicator(ix)));
        ds.instruments.iter().enumerate().for_each(|(ix, x)| add(&x.name, Meaning::Instrument(ix.into())));
        ds.working_groups.iter().enumerate().for_each(|(ix, x)| add(&x.name, Meaning::WorkingGroup(ix)));
        for (ix, x) in ds.states.iter().enumerate() {
            self.add(&format!("={}", x.key), Meaning::State(ix.into()));
        }
    }

    fn add(&mut self, phrase: &str, meaning: Meaning) {
        let mut at = 0;
        let is_name = meaning == Meaning::Word("centralbody")
            || !matches!(meaning, Meaning::Word(_) | Meaning::Theme(_) | Meaning::Actor(_));
        let mut is_empty = true;
        for piece in phrase.split_whitespace() {
            let found = tokens(piece);
            let last = found.len();
            for (n, token) in found.into_iter().enumerate() {
                if stands_between(&token.word) && phrase.split_whitespace().count() > 1 {
                    continue;
                }
                let is_beginning = piece.ends_with('*') && n + 1 == last;
                let word = self.word(&token.word, is_beginning, piece.starts_with('='), is_name);
                is_empty = false;
                let fresh = self.nodes.len();
                let next = *self.nodes[at].next.entry(word).or_insert(fresh);
                if next == fresh {
                    self.nodes.push(Node::default());
                }
                at = next;
            }
        }
        if !is_empty && !self.nodes[at].meanings.contains(&meaning) {
            self.nodes[at].meanings.push(meaning);
        }
    }

    fn word(&mut self, word: &str, is_beginning: bool, is_exact: bool, is_name: bool) -> u32 {
        let count = &mut self.count;
        let mut fresh = || {
            *count += 1;
            *count
        };
        let id = if is_beginning {
            *self.beginnings.entry(word.to_owned()).or_insert_with(&mut fresh)
        } else if is_exact {
            *self.exact.entry(word.to_lowercase()).or_insert_with(&mut fresh)
        } else {
            *self.stems.entry(stem(word)).or_insert_with(&mut fresh)
        };
        if is_name || word.chars().count() >= 6 {
            self.spelled.push(Spelled { word: word.to_owned(), stem: stem(word), id, is_name });
        }
        id
    }

    /// Whether a word changes no question.
    pub fn is_idle(&self, word: &str) -> bool {
        self.idle.0.contains(word) || self.idle.1.iter().any(|begin| word.starts_with(begin))
    }

    /// Returns the words of the tables that a typed word is a form of.
    pub fn words(&self, word: &str) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        found.extend(self.exact.get(word));
        found.extend(self.stems.get(&stem(word)));
        let ends = word.char_indices().map(|(at, _)| at).skip(1).chain([word.len()]);
        found.extend(ends.filter_map(|end| self.beginnings.get(&word[..end])));
        found
    }

    /// Returns the words of the tables that a typed word begins, or misses by one letter.
    pub fn guesses(&self, word: &str) -> Vec<u32> {
        let letters = word.chars().count();
        let mut found = Vec::new();
        if letters >= 6 {
            let own = stem(word);
            let close = |known: &Spelled| {
                let n = known.word.chars().count();
                // A word that only relates has to be long and to begin alike.
                let is_like =
                    known.is_name || letters >= 7 && known.word.chars().next() == word.chars().next();
                let is_long = n + 1 >= letters && n <= letters + 3 && n >= 5;
                is_like && is_long && (differs_once(&known.word, word) || differs_once(&known.stem, &own))
            };
            found.extend(self.spelled.iter().filter(|known| close(known)).map(|known| known.id));
        }
        if letters >= 3 && found.is_empty() {
            let begun = self.spelled.iter().filter(|known| known.is_name && known.word.starts_with(word));
            found.extend(begun.map(|known| known.id));
        }
        sort_short(&mut found, |a, b| a < b);
        found.dedup();
        found
    }

    /// Returns the longest phrase at the start of the words: its length in words and its meanings.
    pub fn longest(&self, words: &[Vec<u32>], between: &[bool]) -> Option<(usize, Vec<Meaning>)> {
        let mut found: Option<(usize, Vec<Meaning>)> = None;
        let mut open = vec![(0, 0)];
        while let Some((node, at)) = open.pop() {
            let here = &self.nodes[node];
            if !here.meanings.is_empty() {
                match &mut found {
                    Some((n, all)) if *n == at => {
                        let more =
                            here.meanings.iter().copied().filter(|m| !all.contains(m)).collect::<Vec<_>>();
                        all.extend(more);
                    }
                    Some((n, _)) if *n > at => {}
                    _ => found = Some((at, here.meanings.clone())),
                }
            }
            let Some(next) = words.get(at) else { continue };
            if at > 0 && between[at] && at < 24 {
                open.push((node, at + 1));
            }
            open.extend(next.iter().filter_map(|word| Some((*here.next.get(word)?, at + 1))));
        }
        found
    }
}

/// Reads a tag of the tables.
fn meaning(ds: &Dataset, tag: &'static str) -> Option<Meaning> {
    let (class, name) = tag.split_once(':')?;
    fn of<'a>(mut keys: impl Iterator<Item = &'a String>, wanted: &str) -> Option<usize> {
        keys.position(|key| key == wanted)
    }
    Some(match class {
        "w" => Meaning::Word(name),
        "state" => Meaning::State(ds.state_by_key(name)?),
        "actor" => Meaning::Actor(of(ds.actors.iter().map(|x| &x.key), name)?.into()),
        "i" => Meaning::Instrument(ds.instrument_by_key(name)?),
        "ii" => {
            let (a, b) = name.split_once(',')?;
            Meaning::Instruments(ds.instrument_by_key(a)?, ds.instrument_by_key(b)?)
        }
        "t" => Meaning::Treaty(name),
        "g" => {
            let (scheme, group) = name.split_once(':')?;
            let id = ds.scheme_by_key(scheme)?;
            Meaning::Group(id, ds.scheme(id).groups.iter().position(|g| g.key == group)?)
        }
        "s" => Meaning::Scheme(ds.scheme_by_key(name)?),
        "th" => Meaning::Theme(of(ds.themes.iter().map(|x| &x.key), name)?.into()),
        "pop" => Meaning::Population(of(ds.populations.iter().map(|x| &x.key), name)?.into()),
        "ind" => Meaning::Indicator(of(ds.indicators.iter().map(|x| &x.key), name)?),
        "wg" => Meaning::WorkingGroup(of(ds.working_groups.iter().map(|x| &x.key), name)?),
        "place" => Meaning::Place(name),
        "a" => Meaning::Approach(*Approach::ALL.iter().find(|x| x.id() == name)?),
        "k" => Meaning::Help(*AssistanceKind::ALL.iter().find(|x| x.id() == name)?),
        "v" => Meaning::Voice(*VoiceKind::ALL.iter().find(|x| x.id() == name)?),
        "p" => Meaning::Polarity(*Polarity::ALL.iter().find(|x| x.id() == name)?),
        _ => return None,
    })
}

/// Whether two words differ in one letter: another, one more or one less.
///
/// Asked of every known word at each key: a table of distances took a fifth of the time.
fn differs_once(a: &str, b: &str) -> bool {
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    let alike: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
    let (a, b) = (&a[alike..], &b[alike..]);
    let after = |rest: &str| rest.char_indices().nth(1).map_or(rest.len(), |(at, _)| at);
    let (rest_a, rest_b) = (&a[after(a)..], &b[after(b)..]);
    a != b && (rest_a == rest_b || rest_a == b || a == rest_b)
}
