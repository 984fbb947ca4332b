//! Interning of strings, numbered in the order of their first appearance.

/// A list of interned strings, numbered from zero.
#[derive(Clone, Debug)]
pub struct Dictionary {
    /// Hash table of number + 1, 0 if empty; its length is a power of two, at most half full.
    slots: Vec<u32>,
    hashes: Vec<u32>,
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self { slots: vec![0; 64], hashes: Vec::new(), bytes: Vec::new(), ends: Vec::new() }
    }
}

impl Dictionary {
    /// Number of strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no strings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the number of a string, adding it if it is new.
    pub fn intern(&mut self, text: &[u8]) -> u32 {
        let hash = hash(text);
        let mut at = hash as usize & (self.slots.len() - 1);
        while let Some(number) = self.slots[at].checked_sub(1) {
            if self.hashes[number as usize] == hash && same(self.bytes_of(number), text) {
                return number;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        let number = self.ends.len() as u32;
        self.hashes.push(hash);
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len() as u32);
        self.slots[at] = number + 1;
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// Returns the number of a string, if it was interned.
    #[must_use]
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        let hash = hash(text);
        let mut at = hash as usize & (self.slots.len() - 1);
        while let Some(number) = self.slots[at].checked_sub(1) {
            if self.hashes[number as usize] == hash && same(self.bytes_of(number), text) {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// Returns a string by its number; `None` for an unknown number.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&str> {
        ((number as usize) < self.ends.len()).then(|| std::str::from_utf8(self.bytes_of(number)).ok())?
    }

    pub(crate) fn bytes_of(&self, number: u32) -> &[u8] {
        let start = if number == 0 { 0 } else { self.ends[number as usize - 1] };
        &self.bytes[start as usize..self.ends[number as usize] as usize]
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots = vec![0; mask + 1];
        for (number, hash) in (1..).zip(&self.hashes) {
            let mut at = *hash as usize & mask;
            while self.slots[at] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = number;
        }
    }
}

/// Hashes eight bytes at a time by multiply and fold; not resistant to chosen collisions.
fn hash(text: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let state = (text.len() as u64).wrapping_mul(FACTOR);
    let mixed = words_of(text).fold(state, |state, word| (state.rotate_left(23) ^ word).wrapping_mul(FACTOR));
    (mixed >> 32) as u32
}

/// Splits a string into words of eight bytes.
///
/// The last ones overlap if the length is not a multiple of eight.
#[inline]
fn words_of(text: &[u8]) -> impl Iterator<Item = u64> {
    let whole =
        text.chunks_exact(8).map(|eight| eight.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight)));
    let last = match (text.last_chunk::<8>(), text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(last), ..) => u64::from_le_bytes(*last),
        (None, Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    whole.chain(std::iter::once(last))
}

/// Compares short strings inline, without a call.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && words_of(a).eq(words_of(b))
}
