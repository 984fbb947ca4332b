//! Meta data, outline, paragraphs, footnotes, references and caveats, as given.

use serde::Serialize;

use super::super::common::Text;
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// About the dataset.
    RawMeta {
        /// Short id of the dataset.
        id: String,
        /// Its title.
        title: Text,
        /// The report it is coded from.
        report: RawReport,
        /// Languages of the texts.
        languages: Vec<String>,
        /// EDTF: what the report could know.
        knowledge_date: String,
        /// What the periods mean.
        periods: Vec<RawPeriodDef>,
        /// Every caveat; data refer to them by id.
        caveats: Vec<RawCaveat>,
    }
    /// The report.
    RawReport {
        /// Title.
        title: Text,
        /// Author.
        author: String,
        /// Publisher.
        publisher: Text,
        /// EDTF date.
        date: String,
        /// Address, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    }
    /// What a period means.
    RawPeriodDef {
        /// Which.
        id: Period,
        /// Its meaning.
        text: Text,
        /// EDTF interval.
        range: String,
        /// Where the report defines it.
        sources: Vec<String>,
    }
    /// A limit or doubt that data carry.
    RawCaveat {
        /// Id.
        id: String,
        /// The caveat.
        text: Text,
        /// Where it rests in the report.
        sources: Vec<String>,
        /// It concerns the whole dataset, so no datum carries it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        general[optional]: bool,
    }
    /// A heading of the report.
    RawSection {
        /// Id.
        id: String,
        /// Id of the section above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// 1 is the top.
        level: u8,
        /// Heading.
        title: Text,
        /// Page on which it begins.
        page: u16,
    }
    /// A paragraph of the report, without its text.
    RawParagraph {
        /// Id.
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
        /// Id.
        id: String,
        /// Page.
        page: u16,
        /// Paragraph or annex that calls it.
        called_by: String,
    }
    /// A source beyond the report.
    RawReference {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Publisher.
        publisher: Text,
        /// EDTF date, or of consultation.
        date: String,
        /// Address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    }
}
