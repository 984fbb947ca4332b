//! Instruments, participation in them, treaty actions.
#![allow(missing_docs, reason = "fields are named after those of the raw bundle")]

use super::super::common::{Provenance, Text};
use super::super::date::Day;
use super::super::ids::*;
use super::super::terms::*;

/// An instrument: a column of Appendix A.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    pub key: String,
    /// Label as printed in the table.
    pub label: String,
    /// Official name.
    pub name: Text,
    /// Short name for a column header.
    pub short: Text,
    /// Year of adoption.
    pub adopted: u16,
    /// Treaties that the column covers.
    pub covers: Vec<String>,
    pub note: Option<Text>,
    pub provenance: Provenance,
}

/// A dated deposit, from a source outside the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// Treaty, one of the instrument's `covers`.
    pub treaty: String,
    /// Day of deposit.
    pub date: Day,
    pub action: ActKind,
    pub reference: ReferenceId,
    pub note: Option<Text>,
}

/// A cell of Appendix A.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Whether the table marks the state as party.
    pub party: bool,
    /// Period of joining, where the report says it.
    pub period: Option<Period>,
    /// Treaty actions, earliest first.
    pub acts: Vec<Act>,
    pub provenance: Provenance,
}

impl Cell {
    /// Returns the earliest treaty action.
    pub fn first_act(&self) -> Option<&Act> {
        self.acts.first()
    }
    /// Whether the state is party on that day, by the treaty actions alone.
    pub fn party_on(&self, day: Day) -> bool {
        self.first_act().is_some_and(|act| act.date <= day)
    }
}
