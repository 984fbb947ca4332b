//! A note by which a reader queries a datum, to be copied; nothing is sent.
#![allow(missing_docs, reason = "fields are named after what they show")]

use super::citation::CitationFormat;
use super::model::EvidenceItem;
use super::view::evidence;
use crate::state::{Command, Evidence, ViewState, encode};
use crate::text::{Key, Lang};
use crate::view::context::ViewContext;
use crate::view::parts::provenance::{source_line, versions};

/// Offer of the drawer to copy a text about what it shows: a query, or a citation.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryOffer {
    pub title: String,
    pub explanation: String,
    /// A button for each form of the text: label and command.
    pub buttons: Vec<(String, String)>,
    /// Result of the last press; may be empty.
    pub said: String,
    /// The note to be copied by hand, if the browser refused to copy it.
    pub note: Option<String>,
}

/// Result of the last press on a button of the offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryResult {
    /// The note was copied.
    Copied,
    /// The browser refused to copy this note.
    Refused(String),
    /// The texts of the note's language are still to come.
    Loading,
}

/// Returns the offer, with the result of the last press.
pub fn query_offer(cx: ViewContext, result: Option<&QueryResult>) -> QueryOffer {
    let fmt = cx.formatter();
    let is_citation = cx.state.open == Some(Evidence::Citation);
    let format = |(_, name, label): &(CitationFormat, &'static str, Option<&'static str>)| {
        let label = label.map_or_else(|| fmt.text(Key::CitePlain), str::to_owned);
        (label, Command::CopyNote(name).name())
    };
    let button = |lang: &Lang| {
        let label = if *lang == Lang::En { Key::QueryInEnglish } else { Key::QueryInRussian };
        (fmt.text(label), Command::CopyNote(lang.tag()).name())
    };
    let (said, note) = match result {
        None => (String::new(), None),
        Some(QueryResult::Copied) if is_citation => (fmt.text(Key::CiteCopied), None),
        Some(QueryResult::Copied) => (fmt.text(Key::QueryCopied), None),
        Some(QueryResult::Refused(note)) => (fmt.text(Key::QueryRefused), Some(note.clone())),
        Some(QueryResult::Loading) => (fmt.text(Key::CopyRefused), None),
    };
    let [title, explanation] = if is_citation {
        [Key::CiteCopy, Key::CiteExplained]
    } else {
        [Key::QueryDatum, Key::QueryExplained]
    };
    QueryOffer {
        title: fmt.text(title),
        explanation: fmt.text(explanation),
        buttons: if is_citation {
            CitationFormat::ALL.iter().map(format).collect()
        } else {
            Lang::ALL.iter().map(button).collect()
        },
        said,
        note,
    }
}

/// Returns the note on the open evidence, `None` if there is none.
///
/// It is in the language of `cx`. `address` is the app's URL before `#`, if it has one that others
/// can open; `program` the version and build of the program.
pub fn query_note(cx: ViewContext, address: Option<&str>, program: &str) -> Option<String> {
    let (shown, id) = (evidence(cx)?, cx.state.open?.key(cx.ds, cx.scheme()));
    let fmt = cx.formatter();
    let mut note = Note(fmt.text(Key::QueryHeading));
    note.section(&fmt.text(Key::QueryId), [id]);
    let name = [shown.title, shown.subtitle].into_iter().filter(|part| !part.is_empty());
    note.section(&fmt.text(Key::QueryName), name);
    let lines = shown.lines.iter().map(|drawer_line| match drawer_line.label.as_str() {
        "" => drawer_line.text.clone(),
        label => format!("{label}: {}", drawer_line.text),
    });
    note.section(&fmt.text(Key::QueryValue), lines);
    note.section(&shown.report_title, items(&shown.report));
    note.section(&shown.outside_title, items(&shown.outside));
    note.section(&shown.notes_title, items(&shown.notes));
    let link = encode(cx.state, cx.ds);
    note.section(&fmt.text(Key::QueryLink), [format!("{}{link}", address.unwrap_or_default())]);
    note.section(&fmt.text(Key::QueryVersion), [versions(cx, program), source_line(cx)]);
    note.section(&fmt.text(Key::QueryWords), [String::new()]);
    Some(note.0 + "\n")
}

/// Returns the note in a language, whatever the language of the view.
pub fn query_note_in(lang: Lang, cx: ViewContext, address: Option<&str>, program: &str) -> Option<String> {
    let state = ViewState { lang, ..cx.state.clone() };
    query_note(ViewContext { state: &state, ..cx }, address, program)
}

/// Returns a line for each place of each piece of evidence.
fn items(items: &[EvidenceItem]) -> impl Iterator<Item = String> + '_ {
    items.iter().map(|item| {
        let places = item.sources.iter().map(|source| {
            let parts = [Some(source.place.as_str()), Some(source.page.as_str()), source.url.as_deref()];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        let text = Some(item.text.clone()).filter(|text| !text.is_empty());
        text.into_iter().chain(places).collect::<Vec<_>>().join(" · ")
    })
}

/// A plain text of headings, each with lines under it.
struct Note(String);

impl Note {
    /// Adds a heading with its lines; without lines nothing.
    fn section(&mut self, heading: &str, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            self.0 += &format!("\n\n{heading}");
        }
        lines.for_each(|line| self.0 += &format!("\n{line}"));
    }
}
