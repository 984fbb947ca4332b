//! Bitmap with one bit per record.
//!
//! Every loop runs over whole words of 64 bits and keeps the bits past the last record at zero.

use std::ops::Range;

/// A set of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
    len: usize,
}

impl Bitmap {
    /// Creates an empty set over `len` records.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// Creates the set of all `len` records.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut bits = Self::none(len);
        bits.fill();
        bits
    }

    /// Number of records of the index, in the set or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether [`len`](Self::len) is 0; not whether the set has no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the words, 64 records each.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Returns the words for writing; the caller must keep the bits past the last record at zero.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Returns the words of a block.
    pub(crate) fn range(&self, block: &Range<usize>) -> &[u64] {
        &self.words[block.clone()]
    }

    /// Returns the words of a block for writing.
    pub(crate) fn range_mut(&mut self, block: &Range<usize>) -> &mut [u64] {
        &mut self.words[block.clone()]
    }

    /// Inserts all records of a block.
    pub(crate) fn fill_range(&mut self, block: &Range<usize>) {
        let (words, len) = (self.words.len(), self.len);
        self.words[block.clone()].fill(!0);
        if block.end == words && words > 0 {
            self.words[words - 1] = last_mask(len);
        }
    }

    /// Inserts a record; ignores one past the last.
    pub fn insert(&mut self, record: u32) {
        if (record as usize) < self.len {
            self.words[record as usize / 64] |= 1 << (record % 64);
        }
    }

    /// Inserts records, which must be below `len`.
    pub(crate) fn insert_all(&mut self, records: &[u32]) {
        for record in records {
            self.words[*record as usize / 64] |= 1 << (record % 64);
        }
    }

    /// Whether the set contains a record.
    #[must_use]
    pub fn contains(&self, record: u32) -> bool {
        self.words.get(record as usize / 64).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Number of members.
    #[must_use]
    pub fn count(&self) -> u32 {
        count(&self.words)
    }

    /// Number of members of the intersection.
    #[must_use]
    pub fn count_both(&self, other: &Self) -> u32 {
        count_both(&self.words, &other.words)
    }

    /// Removes all members.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Inserts all records.
    pub fn fill(&mut self) {
        self.words.fill(!0);
        if let Some(last) = self.words.last_mut() {
            *last = last_mask(self.len);
        }
    }

    /// Copies the members of `other`, which must have the same length.
    pub fn copy(&mut self, other: &Self) {
        self.words.copy_from_slice(&other.words);
    }

    /// Union with `other`, in place.
    pub fn or(&mut self, other: &Self) {
        self.words.or(&other.words);
    }

    /// Intersection with `other`, in place.
    pub fn and(&mut self, other: &Self) {
        self.words.and(&other.words);
    }

    /// Difference with `other`, in place.
    pub fn and_not(&mut self, other: &Self) {
        zip(&mut self.words, &other.words, |a, b| a & !b);
    }

    /// Sets this to the intersection of `a` and `b`.
    pub(crate) fn both(&mut self, a: &Self, b: &Self) {
        for ((to, a), b) in self.words.iter_mut().zip(&a.words).zip(&b.words) {
            *to = a & b;
        }
    }

    /// Sets this to the difference of `a` and `b`.
    pub(crate) fn difference(&mut self, a: &Self, b: &Self) {
        for ((to, a), b) in self.words.iter_mut().zip(&a.words).zip(&b.words) {
            *to = a & !b;
        }
    }

    /// Iterates over the members in order.
    pub fn ones(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).step_by(64).zip(&self.words).flat_map(|(base, word)| ones_of(base, *word))
    }
}

/// Iterates over the set bits of a word; its lowest bit is record `base`.
pub(crate) fn ones_of(base: u32, mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| base + word.trailing_zeros());
        word &= word.wrapping_sub(1);
        bit
    })
}

/// Words per block.
///
/// The blocks of several sets fit into the cache between processing steps.
const BLOCK: usize = 512;

/// Splits the words of all records into blocks.
pub(crate) fn blocks(records: usize) -> impl Iterator<Item = Range<usize>> {
    let words = records.div_ceil(64);
    (0..words).step_by(BLOCK).map(move |start| start..words.min(start + BLOCK))
}

/// Set operations on words, for a whole set or a block.
pub(crate) trait WordOps {
    fn or(&mut self, other: &[u64]);
    fn and(&mut self, other: &[u64]);
}

impl WordOps for [u64] {
    fn or(&mut self, other: &[u64]) {
        zip(self, other, |a, b| a | b);
    }

    fn and(&mut self, other: &[u64]) {
        zip(self, other, |a, b| a & b);
    }
}

/// Number of set bits.
pub(crate) fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

/// Mask of the bits of the last word that belong to records.
pub(crate) fn last_mask(len: usize) -> u64 {
    match len % 64 {
        0 => !0,
        rest => (1 << rest) - 1,
    }
}

fn zip(to: &mut [u64], from: &[u64], f: impl Fn(u64, u64) -> u64) {
    for (a, b) in to.iter_mut().zip(from) {
        *a = f(*a, *b);
    }
}

/// Number of records in both sets.
pub(crate) fn count_both(a: &[u64], b: &[u64]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones()).sum()
}

/// Number of records of a list that are in the set.
pub(crate) fn count_listed(words: &[u64], list: &[u32]) -> u32 {
    list.iter().map(|r| (words[*r as usize / 64] >> (r % 64) & 1) as u32).sum()
}

/// Number of records per batch; their numbers fit into the L1 cache.
pub(crate) const RECORD_BATCH: usize = 2048;

/// Passes the numbers of the records in a set, or outside it, to `f` in batches.
pub(crate) fn each_batch(
    bits: &Bitmap,
    inverted: bool,
    buffer: &mut [u32; RECORD_BATCH],
    mut f: impl FnMut(&[u32]),
) {
    let flip = if inverted { !0 } else { 0 };
    let (mut n, last) = (0, bits.words.len().wrapping_sub(1));
    for (i, word) in bits.words.iter().enumerate() {
        let mut word = word ^ flip;
        if i == last {
            word &= last_mask(bits.len);
        }
        let base = (i * 64) as u32;
        let ones = word.count_ones() as usize;
        // Always writes four numbers: a mispredicted branch costs more than up to four numbers too
        // many, which the next word overwrites.
        let mut done = 0;
        while done < ones {
            // There is always room, because the buffer is flushed in time.
            let Some(four) = buffer.get_mut(n + done..).and_then(<[u32]>::first_chunk_mut::<4>) else {
                break;
            };
            for place in four {
                *place = base + word.trailing_zeros();
                word &= word.wrapping_sub(1);
            }
            done += 4;
        }
        n += ones;
        if n > RECORD_BATCH - 68 {
            f(&buffer[..n]);
            n = 0;
        }
    }
    f(&buffer[..n]);
}
