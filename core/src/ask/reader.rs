//! Reads a question: words, then the things and relations that they name.

use std::ops::Range;

use super::lexicon::{Lexicon, Meaning, stands_between};
use crate::model::*;
use crate::query::{Token, is_stop_word, tokens};

/// Number of words of a question that are read.
pub const MAX_WORDS: usize = 60;

/// A phrase of a question with what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its meanings; several where the phrase has more than one.
    pub meanings: Vec<Meaning>,
    /// Its words, by position.
    pub words: Range<usize>,
    /// Whether it was found by its beginning or with another letter.
    pub guessed: bool,
}

/// A question as read.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its words.
    pub tokens: Vec<Token>,
    /// The phrases that mean something, in order.
    pub items: Vec<Item>,
    /// Words that mean nothing here, by position.
    pub unplaced: Vec<usize>,
    /// Words that change no question, by position.
    pub idle: Vec<usize>,
    /// Text as typed.
    pub text: String,
}

/// Numbers in words, in both languages, folded.
const NUMBERS: [&[&str]; 13] = [
    &[],
    &[],
    &["two", "два", "две", "двух", "двумя", "двум"],
    &["three", "три", "трех", "тремя", "трем"],
    &["four", "четыре", "четырех", "четырьмя", "четырем"],
    &["five", "пять", "пяти", "пятью"],
    &["six", "шесть", "шести", "шестью"],
    &["seven", "семь", "семи", "семью"],
    &["eight", "восемь", "восьми", "восемью"],
    &["nine", "девять", "девяти", "девятью"],
    &["ten", "десять", "десяти"],
    &["eleven", "одиннадцать", "одиннадцати"],
    &["twelve", "двенадцать", "двенадцати"],
];

fn number(word: &str) -> Option<Meaning> {
    if let Ok(n) = word.parse::<u32>() {
        let is_year = word.len() == 4 && (1900..2100).contains(&n);
        return Some(if is_year { Meaning::Year(n as u16) } else { Meaning::Number(n) });
    }
    let n = NUMBERS.iter().position(|words| words.contains(&word))?;
    Some(Meaning::Number(u32::try_from(n).unwrap_or(0)))
}

/// Whether a word for the reader only follows a verb, as in "tell us".
pub fn is_told(tokens: &[Token], item: &Item) -> bool {
    let before = item.words.start.checked_sub(1).map(|at| tokens[at].word.as_str());
    before.is_some_and(|word| ["tell", "give", "show", "let", "дайте", "покажи", "скажи"].contains(&word))
}

/// Whether a word in capitals is meant as an abbreviation: the text has small letters too.
fn is_united_states(text: &str, token: &Token) -> bool {
    &text[token.at.clone()] == "US" && text.chars().any(char::is_lowercase)
}

impl Question {
    /// Reads a text.
    /// A word for the reader's own state means the state that is marked as such.
    pub fn read(ds: &Dataset, lexicon: &Lexicon, text: &str, own: Option<StateId>) -> Self {
        let mut tokens = tokens(text);
        tokens.truncate(MAX_WORDS);
        // "No. of states" is a number, and no negation.
        for at in 1..tokens.len() {
            if tokens[at - 1].word == "no" && tokens[at].word == "of" {
                "number".clone_into(&mut tokens[at - 1].word);
            }
        }
        let between: Vec<bool> = tokens.iter().map(|token| stands_between(&token.word)).collect();
        let known: Vec<Vec<u32>> = tokens.iter().map(|token| lexicon.words(&token.word)).collect();
        let with_guesses: Vec<Vec<u32>> = tokens
            .iter()
            .zip(&known)
            .map(|(token, known)| {
                let is_known =
                    !known.is_empty() || is_stop_word(&token.word) || number(&token.word).is_some();
                if is_known { known.clone() } else { lexicon.guesses(&token.word) }
            })
            .collect();
        let (mut items, mut unplaced, mut at) = (Vec::new(), Vec::new(), 0);
        let mut idle = Vec::new();
        let usa = ds.actors.iter().position(|x| x.key == "USA");
        while at < tokens.len() {
            let token = &tokens[at];
            if let Some(usa) = usa.filter(|_| is_united_states(text, token)) {
                let meanings = vec![Meaning::Actor(usa.into())];
                items.push(Item { meanings, words: at..at + 1, guessed: false });
                at += 1;
                continue;
            }
            let exact = lexicon.longest(&known[at..], &between[at..]);
            let guess = lexicon.longest(&with_guesses[at..], &between[at..]);
            let length = |found: &Option<(usize, Vec<Meaning>)>| found.as_ref().map_or(0, |(n, _)| *n);
            let is_longer = length(&guess) > length(&exact);
            let is_sure = |n: usize| n > 1 || token.word.chars().count() >= 4;
            let found = if is_longer { guess.filter(|(n, _)| is_sure(*n)).or(exact) } else { exact };
            let as_number = number(&token.word);
            match (found, as_number) {
                (Some((n, meanings)), _) if as_number.is_none() || trimmed(&between[at..], n) > 1 => {
                    let words = at..at + trimmed(&between[at..], n);
                    items.push(Item { meanings, words, guessed: is_longer });
                    at += trimmed(&between[at..], n);
                }
                (found, Some(number)) => {
                    let named = found.map(|(_, meanings)| meanings).unwrap_or_default();
                    let meanings = [number].into_iter().chain(named).collect();
                    items.push(Item { meanings, words: at..at + 1, guessed: false });
                    at += 1;
                }
                _ => {
                    if lexicon.is_idle(&token.word) {
                        idle.push(at);
                    } else if !is_stop_word(&token.word) && !between[at] {
                        unplaced.push(at);
                    }
                    at += 1;
                }
            }
        }
        if let Some(own) = own {
            for item in items.iter_mut().filter(|item: &&mut Item| item.says("us") && !is_told(&tokens, item))
            {
                item.meanings = vec![Meaning::State(own)];
            }
        }
        Self { tokens, items, unplaced, idle, text: text.to_owned() }
    }

    /// Reads a text of the dataset: nothing in it is guessed, and no word is left out.
    pub fn read_plain(lexicon: &Lexicon, text: &str) -> Self {
        let tokens = tokens(text);
        let between: Vec<bool> = tokens.iter().map(|token| stands_between(&token.word)).collect();
        let known: Vec<Vec<u32>> = tokens.iter().map(|token| lexicon.words(&token.word)).collect();
        let (mut items, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            let length = match lexicon.longest(&known[at..], &between[at..]) {
                Some((n, meanings)) => {
                    let length = trimmed(&between[at..], n);
                    let words = at..at + length;
                    items.push(Item { meanings, words, guessed: false });
                    length
                }
                None => 1,
            };
            at += length;
        }
        Self { tokens, items, unplaced: Vec::new(), idle: Vec::new(), text: String::new() }
    }

    /// Whether a word of relation occurs.
    pub fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// Whether one of these words of relation occurs.
    pub fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    /// Returns the place of a word of relation.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.items.iter().position(|item| item.says(word))
    }

    /// Returns the places of a word of relation.
    pub fn places(&self, word: &str) -> Vec<usize> {
        (0..self.items.len()).filter(|at| self.items[*at].says(word)).collect()
    }

    /// Returns what all items mean, in one way of meaning.
    pub fn all<T: PartialEq>(&self, one: impl Fn(Meaning) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for item in &self.items {
            if let Some(x) = item.meanings.iter().find_map(|meaning| one(*meaning))
                && !found.contains(&x)
            {
                found.push(x);
            }
        }
        found
    }

    /// Returns the states, in the order of the question.
    pub fn states(&self) -> Vec<StateId> {
        self.all(|m| if let Meaning::State(id) = m { Some(id) } else { None })
    }

    /// Returns the instruments.
    pub fn instruments(&self) -> Vec<InstrumentId> {
        let mut found = Vec::new();
        for meaning in self.items.iter().flat_map(|item| &item.meanings) {
            match meaning {
                Meaning::Instrument(id) => found.push(*id),
                Meaning::Instruments(a, b) => found.extend([*a, *b]),
                _ => {}
            }
        }
        found.dedup();
        found
    }

    /// Returns the themes, one for each item.
    pub fn themes(&self) -> Vec<ThemeId> {
        self.all(|m| if let Meaning::Theme(id) = m { Some(id) } else { None })
    }

    /// Returns the populations.
    pub fn populations(&self) -> Vec<PopulationId> {
        self.all(|m| if let Meaning::Population(id) = m { Some(id) } else { None })
    }

    /// Returns the actors.
    pub fn actors(&self) -> Vec<ActorId> {
        self.all(|m| if let Meaning::Actor(id) = m { Some(id) } else { None })
    }

    /// Returns the groups of schemes.
    pub fn groups(&self) -> Vec<(SchemeId, usize)> {
        self.all(|m| if let Meaning::Group(scheme, group) = m { Some((scheme, group)) } else { None })
    }

    /// Returns the schemes.
    pub fn schemes(&self) -> Vec<SchemeId> {
        self.all(|m| if let Meaning::Scheme(id) = m { Some(id) } else { None })
    }

    /// Returns the rows of Appendix B.
    pub fn indicators(&self) -> Vec<usize> {
        self.all(|m| if let Meaning::Indicator(row) = m { Some(row) } else { None })
    }

    /// Returns the working groups.
    pub fn working_groups(&self) -> Vec<usize> {
        self.all(|m| if let Meaning::WorkingGroup(row) = m { Some(row) } else { None })
    }

    /// Returns the voices.
    pub fn voices(&self) -> Vec<VoiceKind> {
        self.all(|m| if let Meaning::Voice(kind) = m { Some(kind) } else { None })
    }

    /// Returns the kinds of statements.
    pub fn polarities(&self) -> Vec<Polarity> {
        self.all(|m| if let Meaning::Polarity(kind) = m { Some(kind) } else { None })
    }

    /// Returns the approaches.
    pub fn approaches(&self) -> Vec<Approach> {
        self.all(|m| if let Meaning::Approach(kind) = m { Some(kind) } else { None })
    }

    /// Returns the kinds of help.
    pub fn helps(&self) -> Vec<AssistanceKind> {
        self.all(|m| if let Meaning::Help(kind) = m { Some(kind) } else { None })
    }

    /// Returns the places that are no states.
    pub fn other_places(&self) -> Vec<&'static str> {
        self.all(|m| if let Meaning::Place(name) = m { Some(name) } else { None })
    }

    /// Returns the years.
    pub fn years(&self) -> Vec<u16> {
        self.all(|m| if let Meaning::Year(year) = m { Some(year) } else { None })
    }

    /// Returns the numbers that are no years.
    pub fn numbers(&self) -> Vec<u32> {
        self.all(|m| if let Meaning::Number(n) = m { Some(n) } else { None })
    }

    /// Returns the item that begins at a word, or the word, as typed.
    pub fn typed_at(&self, at: usize) -> &str {
        let item = self.items.iter().find(|item| item.words.start == at);
        item.map_or_else(|| self.typed(&(at..at + 1)), |item| self.typed(&item.words))
    }

    /// Returns the words of an item as typed.
    pub fn typed(&self, words: &Range<usize>) -> &str {
        let range = self.tokens.get(words.clone()).unwrap_or_default();
        match (range.first(), range.last()) {
            (Some(first), Some(last)) => &self.text[first.at.start..last.at.end],
            _ => "",
        }
    }
}

impl Item {
    /// Whether it is a word of relation.
    pub fn says(&self, word: &str) -> bool {
        self.meanings.iter().any(|meaning| matches!(meaning, Meaning::Word(tag) if *tag == word))
    }

    /// Whether it names something, and is not only a word of relation.
    pub fn is_name(&self) -> bool {
        self.meanings.iter().any(|meaning| !matches!(meaning, Meaning::Word(_) | Meaning::Number(_)))
    }
}

/// Returns the length of a phrase without the words that stand between others at its end.
fn trimmed(between: &[bool], length: usize) -> usize {
    let mut length = length;
    while length > 1 && between[length - 1] {
        length -= 1;
    }
    length
}
