//! Citations of a view and of the report, for texts and for reference managers.
#![allow(missing_docs, reason = "fields are named after the parts of a citation")]

use std::fmt::Write;

use super::builder::EvidenceBuilder;
use super::model::{EvidenceView, drawer_line};
use crate::model::json_string;
use crate::state::{ViewState, encode};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::provenance::versions;
use crate::view::parts::view_name::title;

/// Authors of the program and its data.
pub const AUTHORS: &str = "CISCONF Explorer contributors";
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Day of the release, as `CITATION.cff` gives it.
const RELEASED: &str = "2026-11-24";

impl EvidenceBuilder<'_> {
    /// Returns the citation as text, without a link: the copied one has it.
    pub(super) fn citation(self) -> EvidenceView {
        let fmt = self.cx.formatter();
        let plain = citation(self.cx, None, CitationFormat::Plain);
        let facts = plain.lines().map(|work| drawer_line(String::new(), work.to_owned())).collect();
        self.about(fmt.text(Key::CiteView), title(self.cx), facts)
    }
}

/// Form of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationFormat {
    /// A sentence for a footnote.
    Plain,
    BibTex,
    Ris,
    CslJson,
}

impl CitationFormat {
    /// Every form, with its name in commands and the label of its button if it is a proper name.
    pub const ALL: [(Self, &'static str, Option<&'static str>); 4] = [
        (Self::Plain, "plain", None),
        (Self::BibTex, "bibtex", Some("BibTeX")),
        (Self::Ris, "ris", Some("RIS")),
        (Self::CslJson, "csl", Some("CSL-JSON")),
    ];

    /// Returns the form with a name in commands.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(format, ..)| *format)
    }
}

/// A work to be cited.
struct Work {
    id: &'static str,
    /// Type in BibTeX, RIS and CSL.
    kinds: [&'static str; 3],
    title: String,
    /// Family and given name; an organisation has no given name.
    author: (String, Option<String>),
    publisher: Option<String>,
    year: String,
    version: Option<&'static str>,
    url: Option<String>,
    note: Option<String>,
}

/// Returns the citation of the view and of the report behind it, in the view's language.
///
/// `address` is the app's URL before `#`, `None` if it has none that others can open.
pub fn citation(cx: ViewContext, address: Option<&str>, format: CitationFormat) -> String {
    let works = [view_work(cx, address), report_work(cx)];
    match format {
        CitationFormat::Plain => works.iter().map(plain).collect::<Vec<_>>().join("\n"),
        CitationFormat::BibTex => works.iter().map(bibtex).collect::<Vec<_>>().join("\n\n"),
        CitationFormat::Ris => works.iter().map(ris).collect(),
        CitationFormat::CslJson => {
            format!("[\n{}\n]\n", works.iter().map(csl).collect::<Vec<_>>().join(",\n"))
        }
    }
}

fn view_work(cx: ViewContext, address: Option<&str>) -> Work {
    let state = ViewState { open: None, ..cx.state.clone() };
    let fmt = cx.formatter();
    Work {
        id: "cisconf-explorer",
        kinds: ["misc", "DATA", "dataset"],
        title: format!(
            "{}: {}",
            title(ViewContext { state: &state, ..cx }),
            fmt.localized(&cx.ds.meta.title)
        ),
        author: (AUTHORS.to_owned(), None),
        publisher: None,
        year: RELEASED[..4].to_owned(),
        version: Some(VERSION),
        url: address.map(|address| format!("{address}{}", encode(&state, cx.ds))),
        note: Some(versions(cx, VERSION)),
    }
}

fn report_work(cx: ViewContext) -> Work {
    let (fmt, report) = (cx.formatter(), &cx.ds.meta.report);
    let author = match report.author.rsplit_once(' ') {
        Some((given, family)) => (family.to_owned(), Some(given.to_owned())),
        None => (report.author.clone(), None),
    };
    Work {
        id: "cisconf-report",
        kinds: ["techreport", "RPRT", "report"],
        title: fmt.localized(&report.title),
        author,
        publisher: Some(fmt.localized(&report.publisher)),
        year: report.date.get(..4).unwrap_or(&report.date).to_owned(),
        version: None,
        url: None,
        note: None,
    }
}

impl Work {
    /// Returns the author with the family name first.
    fn inverted_author(&self) -> String {
        let (family, given) = &self.author;
        given.as_ref().map_or_else(|| family.clone(), |given| format!("{family}, {given}"))
    }
}

fn plain(work: &Work) -> String {
    let mut text = format!("{} ({}). {}.", work.inverted_author(), work.year, work.title);
    if let Some(publisher) = &work.publisher {
        let _ = write!(text, " {publisher}.");
    }
    if let Some(note) = &work.note {
        let _ = write!(text, " [{note}]");
    }
    if let Some(url) = &work.url {
        let _ = write!(text, " {url}");
    }
    text
}

/// Escapes a text for a field in braces.
fn bibtex_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

fn bibtex(work: &Work) -> String {
    let mut entry = format!("@{}{{{}", work.kinds[0], work.id);
    let mut field = |name: &str, value: &str| {
        let _ = write!(entry, ",\n  {name} = {{{value}}}");
    };
    let author = bibtex_text(&work.inverted_author());
    // A second pair of braces keeps an organisation from being read as a person.
    let author = if work.author.1.is_some() { author } else { format!("{{{author}}}") };
    field("author", &author);
    field("title", &format!("{{{}}}", bibtex_text(&work.title)));
    let others = [
        ("institution", work.publisher.as_deref()),
        ("year", Some(&*work.year)),
        ("version", work.version),
        ("note", work.note.as_deref()),
    ];
    for (name, value) in others {
        value.into_iter().for_each(|value| field(name, &bibtex_text(value)));
    }
    // `\\url` reads its argument as it is; braces and backslashes never occur in an encoded link.
    work.url.iter().for_each(|url| field("howpublished", &format!("\\url{{{url}}}")));
    entry + "\n}"
}

fn ris(work: &Work) -> String {
    let author = work.inverted_author();
    let lines = [
        ("TY", Some(work.kinds[1])),
        ("AU", Some(&*author)),
        ("TI", Some(&*work.title)),
        ("PB", work.publisher.as_deref()),
        ("PY", Some(&*work.year)),
        ("ET", work.version),
        ("N1", work.note.as_deref()),
        ("UR", work.url.as_deref()),
    ];
    let mut record = String::new();
    for (tag, value) in lines {
        if let Some(value) = value {
            let value = value.replace(char::is_control, " ");
            let _ = write!(record, "{tag}  - {value}\r\n");
        }
    }
    record + "ER  - \r\n\r\n"
}

/// Writes a text as a JSON string without `<`: a closing tag would end a script that holds it.
fn json_text(text: &str) -> String {
    json_string(text).replace('<', "\\u003c")
}

fn csl(work: &Work) -> String {
    let (family, given) = &work.author;
    let author = match given {
        Some(given) => format!("{{\"family\": {}, \"given\": {}}}", json_text(family), json_text(given)),
        None => format!("{{\"literal\": {}}}", json_text(family)),
    };
    let mut fields = vec![
        ("id", json_text(work.id)),
        ("type", json_text(work.kinds[2])),
        ("title", json_text(&work.title)),
        ("author", format!("[{author}]")),
        ("issued", format!("{{\"date-parts\": [[{}]]}}", work.year)),
    ];
    let others = [
        ("publisher", work.publisher.as_deref()),
        ("version", work.version),
        ("note", work.note.as_deref()),
        ("URL", work.url.as_deref()),
    ];
    fields.extend(others.into_iter().filter_map(|(name, value)| Some((name, json_text(value?)))));
    let fields = fields.iter().map(|(name, value)| format!("    {}: {value}", json_text(name)));
    format!("  {{\n{}\n  }}", fields.collect::<Vec<_>>().join(",\n"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn work(text: &str) -> Work {
        Work {
            id: "a",
            kinds: ["misc", "DATA", "dataset"],
            title: text.to_owned(),
            author: (text.to_owned(), None),
            publisher: Some(text.to_owned()),
            year: "2000".to_owned(),
            version: None,
            url: Some("https://example.org/#/?v=1".to_owned()),
            note: Some(text.to_owned()),
        }
    }

    #[test]
    fn the_release_is_that_of_the_citation_file() {
        let file = include_str!("../../../../CITATION.cff");
        assert!(file.contains(&format!("date-released: {RELEASED}")));
        assert!(file.contains(&format!("name: {AUTHORS}")));
    }

    proptest! {
        #[test]
        fn any_text_stays_a_value(text in "[\\PC\u{0}-\u{1f}{}<>\"\\\\]{0,40}") {
            let work = work(&text);
            let read: serde_json::Value = serde_json::from_str(&csl(&work)).unwrap();
            prop_assert_eq!(read["title"].as_str(), Some(&*text));
            prop_assert_eq!(read["author"][0]["literal"].as_str(), Some(&*text));
            let record = ris(&work);
            prop_assert!(record.split("\r\n").all(|line| line.is_empty() || line.get(2..6) == Some("  - ")));
            let entry = bibtex(&work).replace("\\\\", "").replace("\\{", "").replace("\\}", "");
            prop_assert_eq!(entry.matches('{').count(), entry.matches('}').count());
            prop_assert!(!csl(&work).contains("</"));
        }
    }
}
