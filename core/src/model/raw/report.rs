//! Raw metadata, outline, paragraphs, footnotes, references and caveats.
#![allow(missing_docs, reason = "fields are named after the format in docs/data.md")]

use serde::Serialize;

use super::super::common::Text;
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// Metadata of the dataset.
    RawMeta {
        /// Short id of the dataset.
        id: String,
        title: Text,
        /// Report that the dataset is coded from.
        report: RawReport,
        /// Languages of the texts.
        languages: Vec<String>,
        /// EDTF date up to which the report could know events.
        knowledge_date: String,
        /// Definitions of the periods.
        periods: Vec<RawPeriodDef>,
        /// Every caveat; data refer to them by id.
        caveats: Vec<RawCaveat>,
    }
    /// The report that the dataset is coded from.
    RawReport {
        title: Text,
        author: String,
        publisher: Text,
        /// EDTF date.
        date: String,
        /// Address on the web, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    }
    /// Definition of a period.
    RawPeriodDef {
        id: Period,
        /// Meaning of the period.
        text: Text,
        /// EDTF interval.
        range: String,
        /// Ids of the sources that define it.
        sources: Vec<String>,
    }
    /// A limit or doubt that data carry.
    RawCaveat {
        id: String,
        text: Text,
        /// Ids of the sources that support it.
        sources: Vec<String>,
        /// Whether it concerns the whole dataset, so that no datum refers to it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        general[optional]: bool,
    }
    /// A heading of the report.
    RawSection {
        id: String,
        /// Id of the section above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// Depth in the outline; 1 is the top.
        level: u8,
        title: Text,
        /// Page on which it begins.
        page: u16,
    }
    /// A paragraph of the report, without its text.
    RawParagraph {
        id: String,
        /// Section id.
        section: String,
        /// First and last page.
        pages: [u16; 2],
        /// Footnotes that it calls.
        notes: Vec<String>,
    }
    /// A footnote of the report, without its text.
    RawNote {
        id: String,
        page: u16,
        /// Paragraph or annex that calls it.
        called_by: String,
    }
    /// A source beyond the report.
    RawReference {
        id: String,
        title: Text,
        publisher: Text,
        /// EDTF date of publication or consultation.
        date: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    }
}
