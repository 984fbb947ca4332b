//! Instruments, participation in them, dated acts.

use super::super::common::{Provenance, Text};
use super::super::date::Day;
use super::super::ids::*;
use super::super::terms::*;

/// An instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// Id.
    pub key: String,
    /// As printed.
    pub label: String,
    /// Official name.
    pub name: Text,
    /// A few words.
    pub short: Text,
    /// Year.
    pub adopted: u16,
    /// Treaties in the column.
    pub covers: Vec<String>,
    /// Note.
    pub note: Option<Text>,
    /// Provenance.
    pub provenance: Provenance,
}

/// A dated act.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// Treaty.
    pub treaty: String,
    /// Deposit.
    pub date: Day,
    /// Kind.
    pub action: ActKind,
    /// Reference.
    pub reference: ReferenceId,
    /// Note.
    pub note: Option<Text>,
}

/// A cell of Annex A.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Marked in the table.
    pub party: bool,
    /// Where the report says.
    pub period: Option<Period>,
    /// Acts, by date.
    pub acts: Vec<Act>,
    /// Provenance.
    pub provenance: Provenance,
}

impl Cell {
    /// The first dated act, from outside the report.
    pub fn first_act(&self) -> Option<&Act> {
        self.acts.first()
    }
    /// Party on that day, by the dated acts alone.
    pub fn party_on(&self, day: Day) -> bool {
        self.first_act().is_some_and(|act| act.date <= day)
    }
}
