//! The report as extracted, for comparison only.
//!
//! Its text is read on the author's machine and never shipped.
#![allow(missing_docs, reason = "fields are named after the file's")]

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;

use super::json_file::read_json;
use crate::model::DatasetError;
use crate::model::raw::Bundle;

/// The report: outline, paragraphs, footnotes.
///
/// Other fields of the file are ignored.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtractedReport {
    pub sections: Vec<ExtractedSection>,
    pub paragraphs: Vec<ExtractedParagraph>,
    pub footnotes: Vec<ExtractedNote>,
}

/// A section of the outline.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtractedSection {
    pub id: String,
    /// Depth in the outline; 1 is the top.
    pub level: u8,
    /// Page on which it begins.
    pub page: u16,
}

/// A paragraph.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtractedParagraph {
    pub id: String,
    /// Id of its section.
    pub section: String,
    /// First and last page.
    pub pages: [u16; 2],
    /// Text as extracted.
    pub text: String,
}

/// A footnote.
#[derive(Debug, Clone, Deserialize)]
pub struct ExtractedNote {
    pub id: String,
    pub page: u16,
    /// Id of the paragraph that refers to it.
    pub called_by: String,
    /// Text as extracted.
    pub text: String,
}

impl ExtractedReport {
    /// Reads the report's JSON file.
    ///
    /// # Errors
    /// A message with the file, and the path of the first value that does not fit.
    pub fn read(file: &Path) -> Result<Self, String> {
        read_json(file)
    }

    /// Iterates over the id and text of every paragraph and footnote.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let paragraphs = self.paragraphs.iter().map(|x| (x.id.as_str(), x.text.as_str()));
        paragraphs.chain(self.footnotes.iter().map(|x| (x.id.as_str(), x.text.as_str())))
    }

    /// Compares the dataset's outline, paragraphs and footnotes with the report's.
    ///
    /// Returns units that one of them lacks, and different levels, pages, sections or paragraphs
    /// that refer to a footnote. Paths refer to the bundle.
    pub fn differences(&self, bundle: &Bundle) -> Vec<DatasetError> {
        let mut problems = compare(
            "sections",
            self.sections.iter().map(|x| (x.id.as_str(), section_fields(x.level, x.page))),
            bundle.sections.iter().map(|x| (x.id.as_str(), section_fields(x.level, x.page))),
        );
        problems.extend(compare(
            "paragraphs",
            self.paragraphs.iter().map(|x| (x.id.as_str(), paragraph_fields(&x.section, x.pages))),
            bundle.paragraphs.iter().map(|x| (x.id.as_str(), paragraph_fields(&x.section, x.pages))),
        ));
        problems.extend(compare(
            "notes",
            self.footnotes.iter().map(|x| (x.id.as_str(), note_fields(x.page, &x.called_by))),
            bundle.notes.iter().map(|x| (x.id.as_str(), note_fields(x.page, &x.called_by))),
        ));
        problems
    }
}

/// Name of a field, and its value as text.
type FieldValue = (&'static str, String);

fn section_fields(level: u8, page: u16) -> Vec<FieldValue> {
    vec![("level", level.to_string()), ("page", page.to_string())]
}

fn paragraph_fields(section: &str, [first, last]: [u16; 2]) -> Vec<FieldValue> {
    vec![("section", section.to_owned()), ("pages", format!("{first} to {last}"))]
}

fn note_fields(page: u16, called_by: &str) -> Vec<FieldValue> {
    vec![("page", page.to_string()), ("called_by", called_by.to_owned())]
}

/// Compares the units of a collection by id and field.
fn compare<'a>(
    collection: &str,
    extracted: impl Iterator<Item = (&'a str, Vec<FieldValue>)>,
    coded: impl Iterator<Item = (&'a str, Vec<FieldValue>)>,
) -> Vec<DatasetError> {
    // The fields are taken when the unit is found in the dataset; those that are left are missing.
    let mut extracted: Vec<_> = extracted.map(|(id, fields)| (id, Some(fields))).collect();
    let index_of: HashMap<&str, usize> = extracted.iter().enumerate().map(|(i, (id, _))| (*id, i)).collect();
    let mut problems = Vec::new();
    for (i, (id, coded_fields)) in coded.enumerate() {
        let path = format!("$.{collection}[{i}]");
        let Some(&index) = index_of.get(id) else {
            problems.push(DatasetError {
                path: format!("{path}.id"),
                reason: format!("«{id}» is not in the report"),
            });
            continue;
        };
        let report_fields = extracted[index].1.take().unwrap_or_default();
        for ((field, coded_value), (_, report_value)) in coded_fields.into_iter().zip(report_fields) {
            if coded_value != report_value {
                let reason = format!("{id}: {coded_value}, in the report {report_value}");
                problems.push(DatasetError { path: format!("{path}.{field}"), reason });
            }
        }
    }
    for (id, _) in extracted.iter().filter(|(_, fields)| fields.is_some()) {
        let reason = format!("«{id}» of the report is missing");
        problems.push(DatasetError { path: format!("$.{collection}"), reason });
    }
    problems
}
