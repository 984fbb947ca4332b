//! Writer of presentations (PPTX, ECMA-376): native text boxes and tables, which stay editable.

mod pages;
mod parts;
mod shapes;

use pages::SlidePage;
pub use pages::{SlideSource, slide_pages};

use super::ooxml::{self, Package, RELATION, XML};
use crate::text::Lang;

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.presentationml";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
/// MIME type of the file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// Returns the bytes of a presentation; equal sources give equal bytes.
pub fn slides(sources: &[SlideSource], lang: Lang) -> Vec<u8> {
    ooxml::zip(&slide_parts(sources, lang))
}

/// Returns the parts of a presentation by name.
pub fn slide_parts(sources: &[SlideSource], lang: Lang) -> Vec<(String, String)> {
    let pages: Vec<SlidePage> = sources.iter().flat_map(slide_pages).collect();
    let mut package = Package::new(CONTENT, "ppt/presentation.xml");
    package.add("ppt/presentation.xml", "presentation.main", presentation(pages.len()));
    let mut relations = vec![
        ("slideMaster", "slideMasters/slideMaster1.xml".to_owned()),
        ("notesMaster", "notesMasters/notesMaster1.xml".to_owned()),
        ("theme", "theme/theme1.xml".to_owned()),
    ];
    for at in 1..=pages.len() {
        relations.push(("slide", format!("slides/slide{at}.xml")));
    }
    package.relate("ppt/presentation.xml", &relations);
    fixed_parts(&mut package);
    for (at, page) in pages.iter().enumerate() {
        let n = at + 1;
        let [slide, notes] =
            [format!("ppt/slides/slide{n}.xml"), format!("ppt/notesSlides/notesSlide{n}.xml")];
        package.add(&slide, "slide", shapes::slide(page, lang));
        package.relate(
            &slide,
            &[
                ("slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
                ("notesSlide", format!("../notesSlides/notesSlide{n}.xml")),
            ],
        );
        package.add(&notes, "notesSlide", shapes::notes(&page.notes, lang));
        package.relate(
            &notes,
            &[
                ("notesMaster", "../notesMasters/notesMaster1.xml".to_owned()),
                ("slide", format!("../slides/slide{n}.xml")),
            ],
        );
    }
    package.parts()
}

/// Adds the masters, the layout and the themes.
fn fixed_parts(package: &mut Package) {
    let [master, layout, notes] = [
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slideLayouts/slideLayout1.xml",
        "ppt/notesMasters/notesMaster1.xml",
    ];
    package.add(master, "slideMaster", parts::master());
    package.relate(
        master,
        &[
            ("slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
            ("theme", "../theme/theme1.xml".to_owned()),
        ],
    );
    package.add(layout, "slideLayout", parts::layout());
    package.relate(layout, &[("slideMaster", "../slideMasters/slideMaster1.xml".to_owned())]);
    package.add(notes, "notesMaster", parts::notes_master());
    package.relate(notes, &[("theme", "../theme/theme2.xml".to_owned())]);
    for theme in ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"] {
        package.add_of(theme, THEME, parts::theme());
    }
}

/// Returns the part with the list of slides.
fn presentation(count: usize) -> String {
    let slides: String =
        (0..count).map(|at| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + at, at + 4)).collect();
    format!(
        "{XML}<p:presentation {} xmlns:r=\"{RELATION}\"><p:sldMasterIdLst><p:sldMasterId \
        id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId \
        r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst><p:sldSz cx=\"12192000\" \
        cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>",
        parts::NAMESPACES
    )
}
