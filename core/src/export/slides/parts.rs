//! Parts of a presentation that are the same in every file: theme, masters, layout.

use crate::export::ooxml::{RELATION, XML};

/// Namespaces of drawings and presentations.
pub const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The root of every tree of shapes.
pub const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
    <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
    <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

const COLOURS: [(&str, &str); 10] = [
    ("dk2", "44546A"),
    ("lt2", "E8EDF3"),
    ("accent1", "2F5D8A"),
    ("accent2", "8A5A2F"),
    ("accent3", "4F7A3A"),
    ("accent4", "7A3A6B"),
    ("accent5", "5F6B76"),
    ("accent6", "9A7B16"),
    ("hlink", "1F5FA8"),
    ("folHlink", "6B4C8A"),
];
const COLOUR_MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" \
    accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" \
    hlink=\"hlink\" folHlink=\"folHlink\"/>";
const BACKGROUND: &str = "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/>\
    </p:bgPr></p:bg>";

/// Returns the theme: Arial, and a plain format.
pub fn theme() -> String {
    let rest: String = COLOURS
        .iter()
        .map(|(name, value)| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>"))
        .collect();
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>".repeat(3);
    let line = "<a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>".repeat(3);
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    format!(
        "{XML}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Plain\">\
        <a:themeElements><a:clrScheme name=\"Plain\"><a:dk1><a:sysClr val=\"windowText\" \
        lastClr=\"000000\"/></a:dk1><a:lt1><a:sysClr val=\"window\" lastClr=\"FFFFFF\"/></a:lt1>{rest}\
        </a:clrScheme><a:fontScheme name=\"Plain\"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}\
        </a:minorFont></a:fontScheme><a:fmtScheme name=\"Plain\"><a:fillStyleLst>{fill}</a:fillStyleLst>\
        <a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>\
        {fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
}

/// Returns a placeholder of the title, as master and layout have it.
fn title_placeholder() -> &'static str {
    "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks \
    noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
    <p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"457200\" y=\"279400\"/><a:ext \
    cx=\"11277600\" cy=\"762000\"/></a:xfrm><a:prstGeom \
    prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>\
    <a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" \
    anchor=\"t\"/><a:lstStyle/><a:p><a:endParaRPr/></a:p>\
    </p:txBody></p:sp>"
}

/// Returns the master of the slides.
pub fn master() -> String {
    let body = "<a:lvl1pPr><a:defRPr sz=\"1400\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
        <a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>";
    format!(
        "{XML}<p:sldMaster {NAMESPACES} xmlns:r=\"{RELATION}\"><p:cSld>{BACKGROUND}<p:spTree>{GROUP}{}\
        </p:spTree></p:cSld>{COLOUR_MAP}<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>\
        </p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"2400\" b=\"1\">\
        <a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/></a:defRPr>\
        </a:lvl1pPr></p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{body}</p:otherStyle>\
        </p:txStyles></p:sldMaster>",
        title_placeholder()
    )
}

/// Returns the only layout: a title.
pub fn layout() -> String {
    format!(
        "{XML}<p:sldLayout {NAMESPACES} xmlns:r=\"{RELATION}\" type=\"titleOnly\" preserve=\"1\"><p:cSld \
        name=\"Title\"><p:spTree>{GROUP}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>\
        </p:clrMapOvr></p:sldLayout>",
        title_placeholder()
    )
}

/// Returns the master of the notes: the picture of the slide, and the text.
pub fn notes_master() -> String {
    format!(
        "{XML}<p:notesMaster {NAMESPACES} xmlns:r=\"{RELATION}\"><p:cSld>{BACKGROUND}<p:spTree>{GROUP}\
        <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" \
        noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" \
        idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr>\
        <a:xfrm><a:off x=\"685800\" y=\"685800\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom \
        prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" \
        name=\"Notes\"/>\
        <p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/>\
        </p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"4000500\"/><a:ext cx=\"5486400\" \
        cy=\"4457700\"/></a:xfrm><a:prstGeom \
        prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>\
        <a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp></p:spTree></p:cSld>{COLOUR_MAP}\
        <p:notesStyle>\
        <a:lvl1pPr><a:defRPr sz=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin \
        typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>"
    )
}
