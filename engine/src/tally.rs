//! Counters of a facet for walks over records.

/// Counter tables: four of 256 if a code is a byte, else one with an entry per value.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    narrow: Box<[[u32; 256]; 4]>,
    wide: Vec<u32>,
}

impl Tally {
    pub(crate) fn new(values: usize) -> Self {
        Self {
            narrow: Box::new([[0; 256]; 4]),
            wide: if values > 254 { vec![0; values] } else { Vec::new() },
        }
    }

    pub(crate) fn clear(&mut self) {
        self.narrow.as_flattened_mut().fill(0);
        self.wide.fill(0);
    }

    pub(crate) fn narrow(&mut self) -> &mut [[u32; 256]; 4] {
        &mut self.narrow
    }

    pub(crate) fn wide(&mut self) -> &mut [u32] {
        &mut self.wide
    }

    /// Returns the count of a value.
    #[inline]
    pub(crate) fn sum(&self, value: usize) -> u32 {
        match self.wide.get(value) {
            Some(count) => *count,
            None => self.narrow.iter().map(|table| table.get(value).copied().unwrap_or(0)).sum(),
        }
    }
}
