//! One bit a record. Every loop here runs over whole words of 64 and leaves the bits past the last record at zero.

use std::ops::Range;

/// A set of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
    len: usize,
}

impl Bitmap {
    /// No record of `len`.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// All of `len` records.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut bits = Self::none(len);
        bits.fill();
        bits
    }

    /// How many records there are, in the set or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no records at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The words, 64 records each.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words, to write. Bits past the last record stay zero.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// The words of a block.
    pub(crate) fn range(&self, block: &Range<usize>) -> &[u64] {
        &self.words[block.clone()]
    }

    /// The words of a block, to write.
    pub(crate) fn range_mut(&mut self, block: &Range<usize>) -> &mut [u64] {
        &mut self.words[block.clone()]
    }

    /// Puts all records of a block in.
    pub(crate) fn fill_range(&mut self, block: &Range<usize>) {
        let (words, len) = (self.words.len(), self.len);
        self.words[block.clone()].fill(!0);
        if block.end == words && words > 0 {
            self.words[words - 1] = last_mask(len);
        }
    }

    /// Puts a record in; nothing happens past the last one.
    pub fn insert(&mut self, record: u32) {
        if (record as usize) < self.len {
            self.words[record as usize / 64] |= 1 << (record % 64);
        }
    }

    /// Puts records in that are known to exist.
    pub(crate) fn insert_all(&mut self, records: &[u32]) {
        for record in records {
            self.words[*record as usize / 64] |= 1 << (record % 64);
        }
    }

    /// Whether a record is in.
    #[must_use]
    pub fn contains(&self, record: u32) -> bool {
        self.words.get(record as usize / 64).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// How many records are in.
    #[must_use]
    pub fn count(&self) -> u32 {
        count(&self.words)
    }

    /// How many records are in this set and in another.
    #[must_use]
    pub fn count_both(&self, other: &Self) -> u32 {
        count_both(&self.words, &other.words)
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Puts all in.
    pub fn fill(&mut self) {
        self.words.fill(!0);
        if let Some(last) = self.words.last_mut() {
            *last = last_mask(self.len);
        }
    }

    /// The same records as `other`.
    pub fn copy(&mut self, other: &Self) {
        self.words.copy_from_slice(&other.words);
    }

    /// Also those of `other`.
    pub fn or(&mut self, other: &Self) {
        self.words.or(&other.words);
    }

    /// Only those that are in `other` too.
    pub fn and(&mut self, other: &Self) {
        self.words.and(&other.words);
    }

    /// Only those that are not in `other`.
    pub fn and_not(&mut self, other: &Self) {
        zip(&mut self.words, &other.words, |a, b| a & !b);
    }

    /// What is in both of two others.
    pub(crate) fn both(&mut self, a: &Self, b: &Self) {
        for ((to, a), b) in self.words.iter_mut().zip(&a.words).zip(&b.words) {
            *to = a & b;
        }
    }

    /// What is in `a` and not in `b`.
    pub(crate) fn difference(&mut self, a: &Self, b: &Self) {
        for ((to, a), b) in self.words.iter_mut().zip(&a.words).zip(&b.words) {
            *to = a & !b;
        }
    }

    /// The records in the set, in order.
    pub fn ones(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).step_by(64).zip(&self.words).flat_map(|(base, word)| ones_of(base, *word))
    }
}

/// The records of a word, of which the first would be `base`.
pub(crate) fn ones_of(base: u32, mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| base + word.trailing_zeros());
        word &= word.wrapping_sub(1);
        bit
    })
}

/// Words per block: of some sets at a time, so that they stay in the cache between one step and the next.
const BLOCK: usize = 512;

/// The words of all records, block by block.
pub(crate) fn blocks(records: usize) -> impl Iterator<Item = Range<usize>> {
    let words = records.div_ceil(64);
    (0..words).step_by(BLOCK).map(move |start| start..words.min(start + BLOCK))
}

/// What is done to the words of a set, or to a block of them.
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

/// How many bits are set.
pub(crate) fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

/// The bits of the last word that stand for records.
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

/// How many records are in both.
pub(crate) fn count_both(a: &[u64], b: &[u64]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones()).sum()
}

/// How many of a list's records are in the set.
pub(crate) fn count_listed(words: &[u64], list: &[u32]) -> u32 {
    list.iter().map(|r| (words[*r as usize / 64] >> (r % 64) & 1) as u32).sum()
}

/// How many records are handed on at a time: their numbers stay in the first-level cache.
pub(crate) const CHUNK: usize = 2048;

/// Hands on the numbers of the records in a set, or of those that are not, a chunk at a time.
pub(crate) fn each_chunk(
    bits: &Bitmap,
    inverted: bool,
    buffer: &mut [u32; CHUNK],
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
        // Four at once, whether there are so many or not: a jump that is guessed wrong costs more than four numbers too
        // many, which the next word overwrites.
        let mut done = 0;
        while done < ones {
            // There is always room: the buffer is emptied in time.
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
        if n > CHUNK - 68 {
            f(&buffer[..n]);
            n = 0;
        }
    }
    f(&buffer[..n]);
}
