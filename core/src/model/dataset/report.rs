//! Meta data, outline, paragraphs, footnotes, references and caveats.
#![allow(missing_docs, reason = "fields are named after those of the raw bundle")]

use super::super::common::{Source, Text};
use super::super::date::{Date, Day};
use super::super::ids::*;
use super::super::terms::*;

/// A heading of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub key: String,
    /// Section above.
    pub parent: Option<SectionId>,
    /// Depth in the outline; 1 is the top.
    pub level: u8,
    pub title: Text,
    /// Page on which it begins.
    pub page: u16,
}

/// A paragraph of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub key: String,
    pub section: SectionId,
    /// Position in its section, counted from 1.
    pub ordinal: u16,
    /// First and last page.
    pub pages: [u16; 2],
    /// Footnotes that it calls.
    pub notes: Vec<NoteId>,
}

/// A footnote of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub key: String,
    /// Number as printed.
    pub number: u16,
    pub page: u16,
    /// Paragraph that calls it.
    pub called_by: ParagraphId,
}

/// A source beyond the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    pub key: String,
    pub title: Text,
    pub publisher: Text,
    /// EDTF date of publication or consultation.
    pub date: String,
    pub url: Option<String>,
}

/// A caveat.
#[derive(Debug, Clone, PartialEq)]
pub struct Caveat {
    pub key: String,
    pub text: Text,
    pub sources: Vec<Source>,
    /// Whether it concerns the whole dataset.
    pub general: bool,
}

/// Definition of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodDef {
    pub id: Period,
    /// Meaning of the period.
    pub text: Text,
    pub range: Date,
    /// Where the report defines it.
    pub sources: Vec<Source>,
}

/// Metadata of the dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    pub key: String,
    pub title: Text,
    pub report: super::super::raw::RawReport,
    /// Date up to which the report could know events.
    pub knowledge_date: Date,
    pub periods: Vec<PeriodDef>,
    /// First day of the process: that of the Conference.
    pub process_start: Day,
}
