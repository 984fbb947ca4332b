//! Coverage: which paragraphs and footnotes are sources of data.
#![allow(missing_docs, reason = "ids are named so")]

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::report::ExtractedReport;
use super::sentences::sentences;
use super::uncoded::Uncoded;
use crate::model::DatasetError;
use crate::model::raw::Bundle;
use crate::model::rules::walk;

/// Maximum number of units that may be left uncoded.
pub const MOST_UNCODED: usize = 12;

/// Coverage of the report, by its outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Sections in the order of the outline.
    pub sections: Vec<SectionCoverage>,
}

/// Coverage of one section, without its subsections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionCoverage {
    pub id: String,
    /// Number of paragraphs.
    pub paragraphs: usize,
    /// Number of footnotes that they call.
    pub notes: usize,
    /// Number of data with one of these units as a source.
    pub data: usize,
    /// Units that are a source of no datum and are not listed as uncoded.
    pub without: Vec<String>,
}

/// Computes the coverage of a bundle.
///
/// A datum is anything with `sources`, including caveats.
pub fn coverage(bundle: &Bundle, uncoded: &[Uncoded]) -> Coverage {
    let data = sources(bundle);
    let mut covered: HashSet<&str> = data.iter().flatten().map(String::as_str).collect();
    covered.extend(uncoded.iter().map(|x| x.id.as_str()));
    let sections = bundle.sections.iter().map(|section| {
        let paragraphs: Vec<_> = bundle.paragraphs.iter().filter(|x| x.section == section.id).collect();
        let callers: HashSet<&str> = paragraphs.iter().map(|x| x.id.as_str()).collect();
        let notes: Vec<_> = bundle.notes.iter().filter(|x| callers.contains(x.called_by.as_str())).collect();
        let units: Vec<&String> =
            paragraphs.iter().map(|x| &x.id).chain(notes.iter().map(|x| &x.id)).collect();
        SectionCoverage {
            id: section.id.clone(),
            paragraphs: paragraphs.len(),
            notes: notes.len(),
            data: data.iter().filter(|sources| sources.iter().any(|id| units.contains(&id))).count(),
            without: units.into_iter().filter(|id| !covered.contains(id.as_str())).cloned().collect(),
        }
    });
    Coverage { sections: sections.collect() }
}

impl Coverage {
    /// Number of paragraphs and footnotes.
    pub fn units(&self) -> usize {
        self.sections.iter().map(|s| s.paragraphs + s.notes).sum()
    }

    /// Units that are a source of no datum, in the order of the outline.
    pub fn without(&self) -> Vec<&str> {
        self.sections.iter().flat_map(|s| s.without.iter().map(String::as_str)).collect()
    }

    /// One line: the number of units that are a source (or listed as uncoded), and the others.
    pub fn line(&self) -> String {
        let (units, without) = (self.units(), self.without());
        let line = format!("{} of {units} units are the source of a datum", units - without.len());
        if without.is_empty() { line } else { format!("{line}; without data: {}", without.join(" ")) }
    }

    /// Plain-text table with a line per section.
    pub fn table(&self) -> String {
        let width = self.sections.iter().map(|s| s.id.len()).max().unwrap_or(0).max(7);
        let mut table = format!("{:width$}  paragraphs  footnotes  data  without data\n", "section");
        for s in &self.sections {
            let (id, without) = (&s.id, s.without.join(" "));
            let line = format!("{id:width$}  {:10}  {:9}  {:4}  {without}", s.paragraphs, s.notes, s.data);
            table.push_str(line.trim_end());
            table.push('\n');
        }
        table
    }
}

/// A unit that is the source of fewer data than it has sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thin {
    pub id: String,
    /// Number of data with it as a source.
    pub data: usize,
    /// Number of sentences in the report's text.
    pub sentences: usize,
}

/// Returns the units with fewer data than sentences, in the report's order.
///
/// This is not an error: sentences may repeat, introduce, or be covered by another unit's datum.
pub fn thinly_coded(bundle: &Bundle, report: &ExtractedReport) -> Vec<Thin> {
    let data = sources(bundle);
    let count = |id: &str| data.iter().filter(|sources| sources.iter().any(|source| source == id)).count();
    let units = report.texts().map(|(id, text)| Thin {
        id: id.to_owned(),
        data: count(id),
        sentences: sentences(text),
    });
    units.filter(|unit| unit.data < unit.sentences).collect()
}

/// Plain-text list of these units.
pub fn thin_table(thin: &[Thin]) -> String {
    let width = thin.iter().map(|unit| unit.id.len()).max().unwrap_or(0).max(4);
    let mut table =
        format!("{} units with fewer data than sentences\n{:width$}  data  sentences\n", thin.len(), "unit");
    for Thin { id, data, sentences } in thin {
        table.push_str(&format!("{id:width$}  {data:4}  {sentences:9}\n"));
    }
    table
}

/// Returns the sources of each datum, anywhere in the bundle.
fn sources(bundle: &Bundle) -> Vec<Vec<String>> {
    // Cannot fail, since all maps of a bundle have string keys.
    let json = serde_json::to_value(bundle).unwrap_or_default();
    let mut data = Vec::new();
    walk(&json, &mut |_, _, value| {
        if let Some(ids) = value.get("sources").and_then(Value::as_array) {
            data.push(ids.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        }
    });
    data
}

/// Returns the problems of the list of uncoded units.
///
/// Units that are unknown, duplicate or coded after all, or too many units.
pub fn uncoded_problems(bundle: &Bundle, uncoded: &[Uncoded]) -> Vec<DatasetError> {
    let mut problems = Vec::new();
    let mut add = |path: String, reason: String| problems.push(DatasetError { path, reason });
    if uncoded.len() > MOST_UNCODED {
        add("$.uncoded".into(), format!("{} units, at most {MOST_UNCODED} may stay uncoded", uncoded.len()));
    }
    let sections = coverage(bundle, &[]);
    let open: HashSet<&str> = sections.without().into_iter().collect();
    let units: HashSet<&str> = bundle
        .paragraphs
        .iter()
        .map(|x| x.id.as_str())
        .chain(bundle.notes.iter().map(|x| x.id.as_str()))
        .collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (i, x) in uncoded.iter().enumerate() {
        let path = format!("$.uncoded[{i}].id");
        if !units.contains(x.id.as_str()) {
            add(path, format!("«{}» is no paragraph or footnote", x.id));
        } else if !open.contains(x.id.as_str()) {
            add(path, format!("«{}» is the source of a datum", x.id));
        } else if seen.insert(&x.id, i).is_some() {
            add(path, format!("«{}» stands twice", x.id));
        }
        if x.reason.trim().is_empty() {
            add(format!("$.uncoded[{i}].reason"), "empty text".into());
        }
    }
    problems
}
