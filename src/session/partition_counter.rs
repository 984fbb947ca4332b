//! Counts splits while the view that shows them is open: in slices, so that the page answers meanwhile.

use cisconf_core::analysis::measures::{Counted, Counting, Partition};
use cisconf_core::model::{Dataset, StateSet};
use leptos::prelude::*;

use crate::browser::time_slices;

/// Splits of a step: some hundredths of a millisecond.
const STEP: usize = 200;

/// Groups, and whether a state stands in one at most; none where no grouping is active.
pub type Groups = Option<(Vec<StateSet>, bool)>;

/// The count, of whichever grouping was asked for last. Copy: handles only.
#[derive(Clone, Copy)]
pub struct PartitionCounter {
    dataset: &'static Dataset,
    work: StoredValue<Option<(Counting, Groups)>>,
    next: StoredValue<Option<TimeoutHandle>>,
    /// Rises with each slice.
    slices: RwSignal<usize>,
}

impl PartitionCounter {
    /// Nothing is counted yet.
    pub fn new(dataset: &'static Dataset) -> Self {
        let (work, next) = (StoredValue::new(None), StoredValue::new(None));
        Self { dataset, work, next, slices: RwSignal::new(0) }
    }

    /// What is known of a grouping; who reads it hears of more.
    pub fn counted(self, groups: &Groups) -> Counted {
        self.slices.track();
        self.with(groups, |counting| counting.counted())
    }

    /// Counts on until all is counted or it is paused; another grouping takes the place of the one before.
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

    /// Stops until somebody asks again; what is counted stays.
    pub fn pause(self) {
        if let Some(next) = self.next.try_update_value(Option::take).flatten() {
            next.clear();
        }
    }

    fn with<T>(self, groups: &Groups, of: impl FnOnce(&mut Counting) -> T) -> T {
        let mut guard = self.work.write_value();
        let (counting, of_groups) = guard.get_or_insert_with(|| (Counting::new(self.dataset), None));
        if of_groups != groups {
            of_groups.clone_from(groups);
            let grouping =
                groups.as_ref().map(|(groups, exclusive)| Partition { groups, exclusive: *exclusive });
            counting.take_up(grouping);
        }
        of(counting)
    }
}
