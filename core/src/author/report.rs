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
pub struct Report {
    pub sections: Vec<Heading>,
    pub paragraphs: Vec<Passage>,
    pub footnotes: Vec<Footnote>,
}

/// A heading.
#[derive(Debug, Clone, Deserialize)]
pub struct Heading {
    pub id: String,
    /// Depth in the outline; 1 is the top.
    pub level: u8,
    /// Page on which it begins.
    pub page: u16,
}

/// A paragraph.
#[derive(Debug, Clone, Deserialize)]
pub struct Passage {
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
pub struct Footnote {
    pub id: String,
    pub page: u16,
    /// Paragraph that calls it.
    pub called_by: String,
    /// Text as extracted.
    pub text: String,
}

impl Report {
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
    /// Returns units that one of them lacks, and different levels, pages, sections or callers.
    /// Paths refer to the bundle.
    pub fn differences(&self, bundle: &Bundle) -> Vec<DatasetError> {
        let report = self
            .sections
            .iter()
            .map(|x| (x.id.as_str(), vec![fact("level", &x.level), fact("page", &x.page)]));
        let coded = bundle
            .sections
            .iter()
            .map(|x| (x.id.as_str(), vec![fact("level", &x.level), fact("page", &x.page)]));
        let mut problems = compare("sections", report, coded);

        let pages = |pages: [u16; 2]| fact("pages", &format!("{} to {}", pages[0], pages[1]));
        let report = self
            .paragraphs
            .iter()
            .map(|x| (x.id.as_str(), vec![fact("section", &x.section), pages(x.pages)]));
        let coded = bundle
            .paragraphs
            .iter()
            .map(|x| (x.id.as_str(), vec![fact("section", &x.section), pages(x.pages)]));
        problems.extend(compare("paragraphs", report, coded));

        let note = |page: u16, caller: &String| vec![fact("page", &page), fact("called_by", caller)];
        let report = self.footnotes.iter().map(|x| (x.id.as_str(), note(x.page, &x.called_by)));
        let coded = bundle.notes.iter().map(|x| (x.id.as_str(), note(x.page, &x.called_by)));
        problems.extend(compare("notes", report, coded));
        problems
    }
}

/// Name of a field and its value as text.
type Fact = (&'static str, String);

fn fact(field: &'static str, value: &impl ToString) -> Fact {
    (field, value.to_string())
}

fn compare<'a>(
    collection: &str,
    report: impl Iterator<Item = (&'a str, Vec<Fact>)>,
    coded: impl Iterator<Item = (&'a str, Vec<Fact>)>,
) -> Vec<DatasetError> {
    let mut missing: Vec<(&str, Vec<Fact>)> = report.collect();
    let places: HashMap<&str, usize> = missing.iter().enumerate().map(|(i, (id, _))| (*id, i)).collect();
    let mut problems = Vec::new();
    for (i, (id, facts)) in coded.enumerate() {
        let path = format!("$.{collection}[{i}]");
        let Some(&place) = places.get(id) else {
            problems.push(DatasetError {
                path: format!("{path}.id"),
                reason: format!("«{id}» is not in the report"),
            });
            continue;
        };
        for ((field, coded), (_, printed)) in facts.iter().zip(missing[place].1.drain(..)) {
            if *coded != printed {
                let reason = format!("{id}: {coded}, in the report {printed}");
                problems.push(DatasetError { path: format!("{path}.{field}"), reason });
            }
        }
        missing[place].0 = "";
    }
    for (id, _) in missing.iter().filter(|(id, _)| !id.is_empty()) {
        let reason = format!("«{id}» of the report is missing");
        problems.push(DatasetError { path: format!("$.{collection}"), reason });
    }
    problems
}
