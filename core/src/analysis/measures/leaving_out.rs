//! What the mean similarity of a grouping becomes if a part of the treaty records is left out.

use super::super::partition::Partition;
use super::similarity::{Mean, TreatyRecords};
use crate::model::*;

/// A part of the treaty records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// A state, with its record.
    State(StateId),
    /// An instrument, for every state.
    Instrument(InstrumentId),
    /// One cell: the instrument counts for no pair of the state.
    Cell(StateId, InstrumentId),
}

/// Means of similarity inside and across the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeansWithout {
    /// What is left out.
    pub left: LeftOut,
    /// Over the pairs that share a group.
    pub within: Mean,
    /// Over the pairs of grouped states that share none.
    pub between: Mean,
}

impl LeftOut {
    /// Returns the instruments that still count for a pair, one bit each; `None` without the pair.
    fn kept(self, pair: [StateId; 2]) -> Option<u32> {
        let all_but = |instrument: InstrumentId| !(1 << (instrument.0 & 31));
        match self {
            Self::State(state) if pair.contains(&state) => None,
            Self::Instrument(instrument) => Some(all_but(instrument)),
            Self::Cell(state, instrument) if pair.contains(&state) => Some(all_but(instrument)),
            Self::State(_) | Self::Cell(..) => Some(u32::MAX),
        }
    }
}

/// Returns the means without a part.
pub fn means_without(records: &TreatyRecords, partition: Partition<'_>, left: LeftOut) -> MeansWithout {
    let (within, between) = records.within_and_between_of(partition, |pair| left.kept(pair));
    MeansWithout { left, within: within.mean, between: between.mean }
}

/// Returns the means without each grouped state, each instrument and each cell of a grouped state.
pub fn leaving_out(ds: &Dataset, records: &TreatyRecords, partition: Partition<'_>) -> Vec<MeansWithout> {
    let states = || partition.grouped().iter();
    let cells = states().flat_map(|state| ds.instrument_ids().map(move |id| LeftOut::Cell(state, id)));
    let parts = states().map(LeftOut::State).chain(ds.instrument_ids().map(LeftOut::Instrument)).chain(cells);
    parts.map(|left| means_without(records, partition, left)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::super::set;
    use super::*;

    #[test]
    fn means_without_a_part_match_values_computed_by_hand() {
        // Inside {0, 1}: 1/2. Across: 0 and 2 2/3, 1 and 2 1/3.
        let records = TreatyRecords::new(vec![0b011, 0b001, 0b111]);
        let groups = [set(&[0, 1]), set(&[2])];
        let partition = Partition { groups: &groups, exclusive: true };
        let values = |left| {
            let means = means_without(&records, partition, left);
            (means.within.value(), means.between.value())
        };
        let (state, instrument) = (StateId, InstrumentId);
        assert_eq!(values(LeftOut::State(state(1))), (None, Some(2.0 / 3.0)));
        assert_eq!(values(LeftOut::State(state(2))), (Some(0.5), None));
        // Without the second instrument the first two are alike: 1; across 1/2 and 1/2.
        assert_eq!(values(LeftOut::Instrument(instrument(1))), (Some(1.0), Some(0.5)));
        // Without it for the third state only: across 1/2 and 1/2.
        assert_eq!(values(LeftOut::Cell(state(2), instrument(1))), (Some(0.5), Some(0.5)));
        // Without the only one of the second state its pairs share nothing: 0/1, and 0/2.
        assert_eq!(values(LeftOut::Cell(state(1), instrument(0))), (Some(0.0), Some(1.0 / 3.0)));
    }

    #[test]
    fn every_part_of_the_report_is_left_out_once() {
        let ds = crate::embedded().unwrap();
        let records = TreatyRecords::of(&ds, None);
        let groups: Vec<_> = ds.schemes[0].groups.iter().map(|group| group.states).collect();
        let partition = Partition { groups: &groups, exclusive: true };
        let all = leaving_out(&ds, &records, partition);
        let states = partition.grouped().len();
        assert_eq!(all.len(), states + 9 + 9 * states);
        for (at, case) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| other.left != case.left), "{:?}", case.left);
        }
        // By a script over the JSON: sets of instruments, Jaccard's index, means over pairs.
        let means = |left: LeftOut| {
            let case = all.iter().find(|case| case.left == left).unwrap();
            [case.within, case.between].map(|mean| (mean.pairs, (mean.value().unwrap() * 1e6).round()))
        };
        let kazakhstan = ds.state_by_key("KAZ").unwrap();
        let refugees = ds.instrument_ids().find(|id| ds.instrument(*id).key == "CSR51").unwrap();
        assert_eq!(means(LeftOut::State(kazakhstan)), [(12, 879_630.0), (43, 796_604.0)]);
        assert_eq!(means(LeftOut::Instrument(refugees)), [(16, 822_917.0), (50, 823_333.0)]);
        assert_eq!(means(LeftOut::Cell(kazakhstan, refugees)), [(16, 805_556.0), (50, 771_746.0)]);
    }
}
