//! Text index: a sorted list of terms, and the records of each.
//!
//! Records are divided into segments of 65,536, so that a posting takes two bytes and the bitmap of
//! a segment fits into the L1 cache. Within a segment, the postings of all terms are consecutive in
//! the order of terms, so those of a prefix are one run. Terms of many records are bitmaps instead.
//! The position of a posting in its segment is stable, so that weights or fields can be stored in a
//! parallel list.

use crate::bits::Bitmap;
use crate::dictionary::Dictionary;

/// Records per segment.
const SEGMENT: usize = 1 << 16;
/// Words of a bitmap over a segment.
const WINDOW: usize = SEGMENT / 64;
/// A term that at least one record in so many has is stored as a bitmap.
const DENSE: usize = 64;
/// Flag that distinguishes the number of a bitmap from a position in the order of terms.
const BITMAP: u32 = 1 << 31;

/// Words of a text, as produced by a tokenizer, which decides how to split and fold.
#[derive(Clone, Debug, Default)]
pub struct TokenBuffer {
    bytes: Vec<u8>,
    spans: Vec<(u32, u32)>,
}

impl TokenBuffer {
    /// Removes all words.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.spans.clear();
    }

    /// Adds a word; ignores an empty one.
    pub fn push(&mut self, word: &str) {
        let from = self.bytes.len();
        self.bytes.extend_from_slice(word.as_bytes());
        self.span(from, self.bytes.len());
    }

    /// Adds folded text and returns its range; [`span`](Self::span) then marks the words.
    ///
    /// For tokenizers that fold a text as a whole.
    pub fn text(&mut self, folded: impl Iterator<Item = u8>) -> std::ops::Range<usize> {
        let from = self.bytes.len();
        self.bytes.extend(folded);
        from..self.bytes.len()
    }

    /// Returns all text so far.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Adds a word by its range in the text; ignores an empty range or one outside the text.
    #[inline]
    pub fn span(&mut self, from: usize, to: usize) {
        if from < to && to <= self.bytes.len() {
            self.spans.push((from as u32, to as u32));
        }
    }

    /// Iterates over the words.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.spans.iter().map(|(from, to)| &self.bytes[*from as usize..*to as usize])
    }
}

/// Sorted terms, each with the number of its records.
#[derive(Debug, Default)]
struct Terms {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    documents: Vec<u32>,
}

impl Terms {
    fn get(&self, term: usize) -> &[u8] {
        let start = if term == 0 { 0 } else { self.ends[term - 1] };
        &self.bytes[start as usize..self.ends[term] as usize]
    }

    /// Position of the first term for which `before` is false; the terms must be partitioned by it.
    fn partition(&self, before: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Returns the terms that equal `word`, or begin with it.
    fn range(&self, word: &[u8], prefix: bool) -> Range {
        let from = self.partition(|term| term < word);
        let to = if prefix {
            self.partition(|term| term < word || term.starts_with(word))
        } else {
            from + usize::from(from < self.ends.len() && self.get(from) == word)
        };
        let documents = self.documents[from..to].iter().map(|n| u64::from(*n)).sum();
        Range { from, to, documents }
    }
}

/// Terms that match a word of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    from: usize,
    to: usize,
    /// Number of records of all its terms; a record may be counted more than once.
    documents: u64,
}

#[derive(Debug)]
struct Segment {
    /// Start of the postings of each term, and the end of the last.
    starts: Vec<u32>,
    postings: Vec<u16>,
}

/// The text index.
#[derive(Debug, Default)]
pub struct TextIndex {
    terms: Terms,
    segments: Vec<Segment>,
    /// Terms stored as bitmaps, in order.
    dense: Vec<(u32, Bitmap)>,
}

impl TextIndex {
    /// Number of distinct words.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.terms.ends.len()
    }

    /// Number of records with a word; 0 if it is unknown.
    #[must_use]
    pub fn documents(&self, word: &str) -> u32 {
        let Range { from, to, .. } = self.terms.range(word.as_bytes(), false);
        if from < to { self.terms.documents[from] } else { 0 }
    }

    /// Adds the records with a word to a set.
    pub fn add(&self, word: &str, to: &mut Bitmap) {
        let range = self.terms.range(word.as_bytes(), false);
        if range.from < range.to {
            for (number, (segment, to)) in
                self.segments.iter().zip(to.words_mut().chunks_mut(WINDOW)).enumerate()
            {
                self.union(range, number, segment, to);
            }
        }
    }

    /// Finds the records that have every word; with `prefix`, the last word is a prefix.
    ///
    /// An empty list of words matches every record.
    pub fn search(&self, words: &[&str], prefix: bool, hits: &mut Bitmap) {
        let mut ranges: Vec<Range> = Vec::with_capacity(words.len().min(64));
        for (i, word) in words.iter().enumerate() {
            let range = self.terms.range(word.as_bytes(), prefix && i + 1 == words.len());
            if range.from == range.to {
                hits.clear();
                return;
            }
            ranges.push(range);
        }
        // The rarest word first, so that few records are left for the next; repeated words are
        // looked up once.
        ranges.sort_unstable_by_key(|range| (range.documents, range.from, range.to));
        ranges.dedup();
        let Some((first, others)) = ranges.split_first() else {
            hits.fill();
            return;
        };
        for (number, (segment, to)) in
            self.segments.iter().zip(hits.words_mut().chunks_mut(WINDOW)).enumerate()
        {
            let mut found = [0; WINDOW];
            self.union(*first, number, segment, &mut found);
            for range in others {
                found = self.narrow(*range, number, segment, &found);
            }
            to.copy_from_slice(&found[..to.len()]);
        }
    }

    fn dense_in(&self, range: Range, segment: usize) -> impl Iterator<Item = &[u64]> {
        let from = self.dense.partition_point(|(term, _)| (*term as usize) < range.from);
        let of_range = self.dense[from..].iter().take_while(move |(term, _)| (*term as usize) < range.to);
        of_range.map(move |(_, bits)| {
            let words = &bits.words()[segment * WINDOW..];
            &words[..words.len().min(WINDOW)]
        })
    }

    fn union(&self, range: Range, number: usize, segment: &Segment, found: &mut [u64]) {
        for record in segment.run(range) {
            found[usize::from(*record) / 64] |= 1 << (record % 64);
        }
        for words in self.dense_in(range, number) {
            for (to, word) in found.iter_mut().zip(words) {
                *to |= word;
            }
        }
    }

    /// Keeps the hits that have a term of this range.
    fn narrow(
        &self,
        range: Range,
        number: usize,
        segment: &Segment,
        before: &[u64; WINDOW],
    ) -> [u64; WINDOW] {
        let mut found = [0; WINDOW];
        self.union(range, number, segment, &mut found);
        for (to, word) in found.iter_mut().zip(before) {
            *to &= word;
        }
        found
    }
}

impl Segment {
    fn run(&self, range: Range) -> &[u16] {
        &self.postings[self.starts[range.from] as usize..self.starts[range.to] as usize]
    }
}

/// Builder of the text index.
#[derive(Debug, Default)]
pub(crate) struct TextIndexBuilder {
    words: Dictionary,
    documents: Vec<u32>,
    /// Last record (+ 1) with each word.
    seen: Vec<u32>,
    /// Distinct words of each record, concatenated; one list per segment.
    blocks: Vec<Vec<u32>>,
    /// End of each record's words in its block.
    ends: Vec<u32>,
}

impl TextIndexBuilder {
    /// Adds words to the current record.
    pub(crate) fn add(&mut self, words: &TokenBuffer) {
        let record = self.ends.len();
        if record / SEGMENT >= self.blocks.len() {
            self.blocks.push(Vec::new());
        }
        let Some(block) = self.blocks.last_mut() else { return };
        for word in words.iter() {
            let number = self.words.intern(word) as usize;
            if number == self.seen.len() {
                self.seen.push(0);
                self.documents.push(0);
            }
            if self.seen[number] != record as u32 + 1 {
                self.seen[number] = record as u32 + 1;
                self.documents[number] += 1;
                block.push(number as u32);
            }
        }
    }

    pub(crate) fn end_record(&mut self) {
        let record = self.ends.len();
        if record / SEGMENT >= self.blocks.len() {
            self.blocks.push(Vec::new());
        }
        self.ends.push(self.blocks.last().map_or(0, Vec::len) as u32);
    }

    fn words_of(&self, record: u32) -> &[u32] {
        let at = record as usize;
        let start = if at.is_multiple_of(SEGMENT) { 0 } else { self.ends[at - 1] };
        &self.blocks[at / SEGMENT][start as usize..self.ends[at] as usize]
    }

    /// Builds the index with the records in the given order.
    pub(crate) fn finish(mut self, order: impl Fn(u32) -> u32) -> TextIndex {
        let (records, terms) = (self.ends.len(), self.words.len());
        self.seen = Vec::new();
        let mut sorted: Vec<u32> = (0..terms as u32).collect();
        sorted.sort_unstable_by(|a, b| self.words.bytes_of(*a).cmp(self.words.bytes_of(*b)));
        let mut list = Terms::default();
        let mut dense = Vec::new();
        // For each word: its position in the order of terms, or its bitmap.
        let mut places = vec![0; terms];
        for (term, number) in (0..).zip(&sorted) {
            let documents = self.documents[*number as usize];
            list.bytes.extend_from_slice(self.words.bytes_of(*number));
            list.ends.push(list.bytes.len() as u32);
            list.documents.push(documents);
            places[*number as usize] = if documents as usize * DENSE >= records {
                dense.push((term, Bitmap::none(records)));
                BITMAP | (dense.len() - 1) as u32
            } else {
                term
            };
        }
        let mut segments = Vec::new();
        for first in (0..records).step_by(SEGMENT) {
            let inside = first as u32..records.min(first + SEGMENT) as u32;
            let mut starts = vec![0; terms + 2];
            for rank in inside.clone() {
                for number in self.words_of(order(rank)) {
                    let place = places[*number as usize];
                    if place & BITMAP == 0 {
                        starts[place as usize + 2] += 1;
                    } else {
                        dense[(place & !BITMAP) as usize].1.insert(rank);
                    }
                }
            }
            for i in 2..starts.len() {
                starts[i] += starts[i - 1];
            }
            // starts[term + 1] now runs from the beginning of the term's postings to their end.
            let mut postings = vec![0; starts[terms + 1] as usize];
            for rank in inside {
                for number in self.words_of(order(rank)) {
                    let place = places[*number as usize];
                    if place & BITMAP == 0 {
                        let next = &mut starts[place as usize + 1];
                        postings[*next as usize] = (rank % SEGMENT as u32) as u16;
                        *next += 1;
                    }
                }
            }
            starts.pop();
            segments.push(Segment { starts, postings });
        }
        TextIndex { terms: list, segments, dense }
    }
}
