//! Meta data, outline, paragraphs, footnotes, references and caveats.

use super::super::common::{Source, Text};
use super::super::date::{Date, Day};
use super::super::ids::*;
use super::super::terms::*;

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Id.
    pub key: String,
    /// Above.
    pub parent: Option<SectionId>,
    /// 1 is the top.
    pub level: u8,
    /// Heading.
    pub title: Text,
    /// First page.
    pub page: u16,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Id.
    pub key: String,
    /// Its heading.
    pub section: SectionId,
    /// Place in its section, from 1.
    pub ordinal: u16,
    /// First and last page.
    pub pages: [u16; 2],
    /// Footnotes called.
    pub notes: Vec<NoteId>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Id.
    pub key: String,
    /// Number as printed.
    pub number: u16,
    /// Page.
    pub page: u16,
    /// Caller.
    pub called_by: ParagraphId,
}

/// A source beyond the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Id.
    pub key: String,
    /// Title.
    pub title: Text,
    /// Publisher.
    pub publisher: Text,
    /// EDTF.
    pub date: String,
    /// Address.
    pub url: Option<String>,
}

/// A caveat.
#[derive(Debug, Clone, PartialEq)]
pub struct Caveat {
    /// Id.
    pub key: String,
    /// Text.
    pub text: Text,
    /// Where it rests.
    pub sources: Vec<Source>,
    /// Of the whole dataset.
    pub general: bool,
}

/// What a period means.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodDef {
    /// Which.
    pub id: Period,
    /// Meaning.
    pub text: Text,
    /// Interval.
    pub range: Date,
    /// Where defined.
    pub sources: Vec<Source>,
}

/// About the dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// Id.
    pub key: String,
    /// Title.
    pub title: Text,
    /// Report.
    pub report: super::super::raw::RawReport,
    /// EDTF.
    pub knowledge_date: Date,
    /// Periods.
    pub periods: Vec<PeriodDef>,
    /// First day of the process: the Conference.
    pub process_start: Day,
}
