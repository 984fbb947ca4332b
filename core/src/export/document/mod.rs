//! Writer of documents (DOCX, ECMA-376): headings, native tables, source and link as footnotes.

mod parts;
mod run;
mod tables;

use run::run;

use super::handout::{Handout, LegendLine};
use super::ooxml::{self, Package, RELATION, XML, language_tag};

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// MIME type of the file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Returns the bytes of a document; equal handouts give equal bytes.
pub fn document(handout: &Handout) -> Vec<u8> {
    ooxml::zip(&document_parts(handout))
}

/// Returns the parts of a document by name.
pub fn document_parts(handout: &Handout) -> Vec<(String, String)> {
    let mut package = Package::new(CONTENT, "word/document.xml");
    package.add("word/document.xml", "document.main", body(handout));
    package.add("word/styles.xml", "styles", parts::styles(language_tag(handout.lang)));
    package.add("word/settings.xml", "settings", parts::settings());
    package.add("word/footnotes.xml", "footnotes", parts::footnotes(&footnotes(handout)));
    package.add("word/footer1.xml", "footer", parts::footer(&handout.source));
    let relations = ["styles", "settings", "footnotes", "footer"].map(|kind| {
        let file = if kind == "footer" { "footer1" } else { kind };
        (kind, format!("{file}.xml"))
    });
    package.relate("word/document.xml", &relations);
    package.parts()
}

/// Returns the footnotes: the source with the filters, then the link with the versions.
fn footnotes(handout: &Handout) -> [String; 2] {
    let source = format!("{} {}", handout.source, handout.filters);
    [source, format!("{} {}", handout.link, handout.versions)]
}

/// Returns a text in a paragraph of a style; lines of the text are lines of the paragraph.
fn paragraph(style: &str, text: &str, after: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}{after}</w:p>", run(text))
}

fn reference(id: usize) -> String {
    format!(
        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference \
        w:id=\"{id}\"/></w:r>"
    )
}

fn body(handout: &Handout) -> String {
    let mut out = paragraph("Title", &handout.title, "");
    let sentences = handout.sentences.join(" ");
    let sentences = if sentences.is_empty() { &handout.title } else { &sentences };
    out.push_str(&paragraph("Normal", sentences, &reference(1)));
    out.push_str(&paragraph("Small", &handout.filters, &reference(2)));
    for (at, table) in handout.tables.iter().enumerate() {
        if !table.title.is_empty() {
            out.push_str(&paragraph("Heading1", &table.title, ""));
        }
        if !table.lead.is_empty() {
            out.push_str(&paragraph("Small", &table.lead, ""));
        }
        out.push_str(&tables::table(table));
        if at == 0 {
            let legend = handout.legend.iter().map(LegendLine::plain).collect::<Vec<_>>().join("   ");
            out.push_str(&paragraph("Small", &legend, ""));
        }
    }
    for limit in &handout.limits {
        out.push_str(&paragraph("Small", limit, ""));
    }
    format!(
        "{XML}<w:document {} xmlns:r=\"{RELATION}\"><w:body>{out}<w:sectPr><w:footerReference \
        w:type=\"default\" r:id=\"rId4\"/>{}<w:pgMar w:top=\"1020\" w:right=\"{m}\" w:bottom=\"1020\" \
        w:left=\"{m}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        parts::NAMESPACE,
        tables::page_size(),
        m = tables::MARGIN,
    )
}
