//! Parts of a document beside its body: styles, settings, footnotes, footer.

use crate::export::ooxml::{XML, escaped};

/// Namespace of documents.
pub const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// Returns the styles. Headings have the names that Word gives them, so that they make an outline.
pub fn styles(language: &str) -> String {
    let style = |id: &str, name: &str, paragraph: &str, text: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn \
            w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
        )
    };
    let title = style(
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"36\"/>",
    );
    let heading = style(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"26\"/>",
    );
    let small = style("Small", "Small", "<w:spacing w:after=\"60\"/>", "<w:sz w:val=\"18\"/>");
    let note = style("FootnoteText", "footnote text", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"18\"/>");
    let line =
        |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFC7D1\"/>");
    let lines = ["top", "bottom", "insideH"].map(line).concat();
    format!(
        "{XML}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" \
        w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:lang w:val=\"{language}\"/></w:rPr>\
        </w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" \
        w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing \
        w:after=\"120\"/></w:pPr>\
        </w:style>{title}{heading}{small}{note}<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">\
        <w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
        <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Table\"><w:name w:val=\"Normal Table\"/><w:pPr>\
        <w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:tblPr><w:tblBorders>{lines}\
        </w:tblBorders><w:tblCellMar><w:top w:w=\"20\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>\
        <w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
        </w:style><w:style w:type=\"table\" w:styleId=\"SmallTable\"><w:name w:val=\"Small Table\"/>\
        <w:basedOn w:val=\"Table\"/><w:rPr><w:sz w:val=\"14\"/></w:rPr></w:style></w:styles>"
    )
}

/// Returns the settings, which name the separators of footnotes.
pub fn settings() -> String {
    format!(
        "{XML}<w:settings {NAMESPACE}><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/>\
        </w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
        w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// Returns the footnotes, numbered from 1.
pub fn footnotes(texts: &[String]) -> String {
    let separator = |id: i32, kind: &str, mark: &str| {
        format!(
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:r>\
            <w:{mark}/></w:r></w:p></w:footnote>"
        )
    };
    let mut notes = separator(-1, "separator", "separator");
    notes += &separator(0, "continuationSeparator", "continuationSeparator");
    for (at, text) in texts.iter().enumerate() {
        notes += &format!(
            "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle \
            w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle \
            w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> \
            {}</w:t>\
            </w:r></w:p></w:footnote>",
            at + 1,
            escaped(text)
        );
    }
    format!("{XML}<w:footnotes {NAMESPACE}>{notes}</w:footnotes>")
}

/// Returns the footer of every page: the source, then the number of the page.
pub fn footer(source: &str) -> String {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{XML}<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:t \
        xml:space=\"preserve\">{} · </w:t></w:r>{}<w:r><w:instrText xml:space=\"preserve\"> PAGE \
        </w:instrText>\
        </w:r>{}<w:r><w:t>1</w:t></w:r>{}</w:p></w:ftr>",
        escaped(source),
        field("begin"),
        field("separate"),
        field("end")
    )
}
