//! Shapes of a slide and of its notes as XML.

use std::fmt::Write;

use super::pages::{MARGIN, SlidePage, SlideTable, SlideText, WIDTH};
use super::parts::{GROUP, NAMESPACES};
use crate::export::handout::{HandoutCell, HandoutRow, RowKind};
use crate::export::ooxml::{RELATION, XML, escaped, language_tag};
use crate::text::Lang;

/// Returns a length in the format's unit, of which a point has 12,700.
fn emu(points: f32) -> i64 {
    (points * 12_700.0).round() as i64
}

/// Writes a text as paragraphs, one for each of its lines.
fn paragraphs(text: &str, size: f32, is_bold: bool, is_centred: bool, lang: Lang) -> String {
    let (size, bold) = ((size * 100.0) as i64, if is_bold { " b=\"1\"" } else { "" });
    let align = if is_centred { "<a:pPr algn=\"ctr\"/>" } else { "" };
    let mut out = String::new();
    for line in text.split('\n') {
        let about = format!("lang=\"{}\" sz=\"{size}\"{bold}", language_tag(lang));
        let _ = if line.is_empty() {
            write!(out, "<a:p>{align}<a:endParaRPr {about}/></a:p>")
        } else {
            write!(out, "<a:p>{align}<a:r><a:rPr {about}/><a:t>{}</a:t></a:r></a:p>", escaped(line))
        };
    }
    out
}

/// Returns the part of a slide.
pub fn slide(page: &SlidePage, lang: Lang) -> String {
    let mut shapes = text_box(&page.title, 2, "<p:ph type=\"title\"/>", lang);
    for (at, text) in page.texts.iter().enumerate() {
        shapes.push_str(&text_box(text, at + 4, "", lang));
    }
    if let Some(table) = page.table.as_ref().filter(|table| !table.rows.is_empty()) {
        shapes.push_str(&frame(table, lang));
    }
    format!(
        "{XML}<p:sld {NAMESPACES} \
        xmlns:r=\"{RELATION}\"><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>\
        <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
}

fn text_box(text: &SlideText, id: usize, placeholder: &str, lang: Lang) -> String {
    let [x, y, width, height] = [MARGIN, text.at[0], WIDTH, text.at[1]].map(emu);
    let is_title = !placeholder.is_empty();
    let kind =
        if is_title { "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>" } else { "<p:cNvSpPr txBox=\"1\"/>" };
    let name = if is_title { "Title".to_owned() } else { format!("Text {id}") };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" \
        name=\"{name}\"/>{kind}<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>\
        <p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" \
        cy=\"{height}\"/></a:xfrm><a:prstGeom \
        prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" \
        tIns=\"0\" \
        rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        paragraphs(&text.lines.join("\n"), text.size, text.is_bold, false, lang)
    )
}

fn frame(table: &SlideTable, lang: Lang) -> String {
    let width: i64 = table.widths.iter().map(|width| emu(*width)).sum();
    let height = table.head_height + table.rows.iter().map(|(_, height)| height).sum::<f32>();
    let [x, y, height] = [MARGIN, table.top, height].map(emu);
    let columns: String =
        table.widths.iter().map(|width| format!("<a:gridCol w=\"{}\"/>", emu(*width))).collect();
    let first = i32::from(!table.columns.is_empty());
    let mut rows = String::new();
    if !table.columns.is_empty() {
        let _ = write!(rows, "<a:tr h=\"{}\">", emu(table.head_height));
        for column in &table.columns {
            let text = paragraphs(&column.head, table.style.size, true, column.is_narrow, lang);
            rows.push_str(&cell(&text, 1, Some("E8EDF3"), table));
        }
        rows.push_str("</a:tr>");
    }
    for (row, height) in &table.rows {
        let _ = write!(rows, "<a:tr h=\"{}\">", emu(*height));
        rows.push_str(&cells(table, row, lang));
        rows.push_str("</a:tr>");
    }
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"Table\" descr=\"{}\"/>\
        <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>\
        </p:nvGraphicFramePr><p:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" \
        cy=\"{height}\"/></p:xfrm>\
        <a:graphic><a:graphicData \
        uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr \
        firstRow=\"{first}\"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>\
        </p:graphicFrame>",
        escaped(&table.name)
    )
}

fn cells(table: &SlideTable, row: &HandoutRow, lang: Lang) -> String {
    let columns = table.widths.len();
    let is_bold = row.kind != RowKind::Body;
    let fill = is_bold.then_some("F4F6F9");
    let mut out = String::new();
    for (at, content) in row.cells.iter().enumerate().take(columns) {
        let span = if at + 1 == row.cells.len() { columns - at } else { 1 };
        let is_centred = span == 1 && table.columns.get(at).is_some_and(|column| column.is_narrow);
        let text = paragraphs(&text_of(content), table.style.size, is_bold, is_centred, lang);
        out.push_str(&cell(&text, span, fill, table));
        let merged = "<a:tc hMerge=\"1\"><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p>\
            </a:txBody><a:tcPr/></a:tc>";
        out.push_str(&merged.repeat(span - 1));
    }
    out
}

fn text_of(cell: &HandoutCell) -> String {
    cell.lines.iter().map(|line| line.plain()).collect::<Vec<_>>().join("\n")
}

fn cell(text: &str, span: usize, fill: Option<&str>, table: &SlideTable) -> String {
    let [side, above] = [table.style.side, table.style.above].map(emu);
    let span = if span > 1 { format!(" gridSpan=\"{span}\"") } else { String::new() };
    let none = |side: &str| format!("<a:ln{side} w=\"0\"><a:noFill/></a:ln{side}>");
    let rule = |side: &str| {
        format!("<a:ln{side} w=\"6350\"><a:solidFill><a:srgbClr val=\"BFC7D1\"/></a:solidFill></a:ln{side}>")
    };
    let lines = [none("L"), none("R"), rule("T"), rule("B")].concat();
    let fill = fill.map_or_else(
        || "<a:noFill/>".to_owned(),
        |colour| format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>"),
    );
    format!(
        "<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr marL=\"{side}\" \
        marR=\"{side}\" \
        marT=\"{above}\" marB=\"{above}\">{lines}{fill}</a:tcPr></a:tc>"
    )
}

/// Returns the part of the notes of a slide.
pub fn notes(text: &str, lang: Lang) -> String {
    format!(
        "{XML}<p:notes {NAMESPACES} xmlns:r=\"{RELATION}\"><p:cSld><p:spTree>{GROUP}<p:sp><p:nvSpPr><p:cNvPr \
        id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" \
        noChangeAspect=\"1\"/></p:cNvSpPr>\
        <p:nvPr><p:ph type=\"sldImg\" \
        idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr \
        id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" \
        sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{}\
        </p:txBody>\
        </p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        paragraphs(text, 12.0, false, false, lang)
    )
}
