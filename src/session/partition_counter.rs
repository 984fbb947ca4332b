//! Counts partitions in time slices, so that the page stays responsive.

use cisconf_core::analysis::measures::{Partition, PartitionCounting, PartitionResults};
use cisconf_core::model::{Dataset, StateSet};
use leptos::prelude::*;

use crate::browser::time_slices;

/// Partitions per step; a step takes some hundredths of a millisecond.
const STEP: usize = 200;

/// Groups, and whether they are disjoint; `None` without an active grouping.
pub type Groups = Option<(Vec<StateSet>, bool)>;

/// The count for the last requested grouping. `Copy`: a set of handles.
#[derive(Clone, Copy)]
pub struct PartitionCounter {
    dataset: &'static Dataset,
    work: StoredValue<Option<(PartitionCounting, Groups)>>,
    next: StoredValue<Option<TimeoutHandle>>,
    /// Number of finished slices, to notify subscribers.
    slices: RwSignal<usize>,
}

impl PartitionCounter {
    /// Creates a counter without counts.
    pub fn new(dataset: &'static Dataset) -> Self {
        let (work, next) = (StoredValue::new(None), StoredValue::new(None));
        Self { dataset, work, next, slices: RwSignal::new(0) }
    }

    /// Returns the counts so far and subscribes the caller to further ones.
    pub fn results(self, groups: &Groups) -> PartitionResults {
        self.slices.track();
        self.with(groups, |counting| counting.results())
    }

    /// Continues until everything is counted or it is paused.
    ///
    /// Another grouping replaces the previous one.
    pub fn resume(self, groups: Groups) {
        self.pause();
        let again = move || {
            let left = self.with(&groups, |counting| time_slices::slice(|| counting.step(STEP)));
            self.slices.update(|n| *n += 1);
            if left {
                self.resume(groups);
            }
        };
        self.next.set_value(time_slices::later(again));
    }

    /// Pauses counting; the counts so far are kept.
    pub fn pause(self) {
        if let Some(next) = self.next.try_update_value(Option::take).flatten() {
            next.clear();
        }
    }

    fn with<T>(self, groups: &Groups, of: impl FnOnce(&mut PartitionCounting) -> T) -> T {
        let mut guard = self.work.write_value();
        let (counting, of_groups) = guard.get_or_insert_with(|| (PartitionCounting::new(self.dataset), None));
        if of_groups != groups {
            of_groups.clone_from(groups);
            let grouping =
                groups.as_ref().map(|(groups, exclusive)| Partition { groups, exclusive: *exclusive });
            counting.set_partition(grouping);
        }
        of(counting)
    }
}
