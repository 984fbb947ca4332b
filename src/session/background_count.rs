//! Counts partitions while the view that shows them is open.

use cisconf_core::state::{Route, ViewState};
use cisconf_core::view::{self, PartitionsView, ViewContext};
use leptos::prelude::*;

use super::store::Session;
use crate::browser::time_slices;
use crate::reactive::SharedMemo;

impl Session {
    /// Returns the view model of the partition counts, as far as counted.
    pub fn partitions(self) -> SharedMemo<PartitionsView> {
        let make =
            move |cx: ViewContext| view::partitions(cx, &self.partition_counter.results(&cx.grouped()));
        SharedMemo::paused_while(move || !self.page_state.with(counts), move || self.compute(make))
    }

    /// Counts for the current state. To be called in an effect: it follows the state.
    fn count(self) {
        let groups = self.page_state.with(|state| {
            counts(state).then(|| ViewContext { ds: self.dataset, index: self.index, state }.grouped())
        });
        match groups {
            Some(groups) => self.partition_counter.resume(groups),
            None => self.partition_counter.pause(),
        }
    }

    /// Counts partitions while the calling component is mounted.
    pub fn count_while_shown(self) {
        time_slices::while_shown(move || self.count(), move || self.partition_counter.pause());
    }
}

/// Whether the view shows counts of partitions.
fn counts(state: &ViewState) -> bool {
    state.route() == Route::Method
}
