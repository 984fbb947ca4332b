//! Counters of a facet while records are walked.

/// Two tables, so that two increments of one record never wait for each other.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// Two times the number of values + 1; the last of each half counts what is no value.
    counters: Vec<u32>,
}

impl Tally {
    pub(crate) fn new(values: usize) -> Self {
        Self { counters: vec![0; 2 * (values + 1)] }
    }

    pub(crate) fn clear(&mut self) {
        self.counters.fill(0);
    }

    pub(crate) fn slots(&mut self, values: usize) -> (&mut [u32], &mut [u32]) {
        self.counters.split_at_mut(values + 1)
    }

    /// The count of each value.
    pub(crate) fn sums(&self) -> impl Iterator<Item = u32> + '_ {
        let half = self.counters.len() / 2;
        self.counters[..half - 1].iter().zip(&self.counters[half..]).map(|(a, b)| a + b)
    }
}
