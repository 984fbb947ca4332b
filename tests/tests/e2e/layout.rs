//! Every view fits its screen: nothing sticks out, no text is cut.

use cisconf_e2e::page::Page;
use serde_json::Value;

use crate::visit;

/// Each view, in each of its forms.
pub const VIEWS: [&str; 11] = [
    "#/?v=1",
    "#/?v=1&tab=figures",
    "#/instruments?v=1&g=ukraine",
    "#/instruments?v=1&cells=words",
    "#/instruments?v=1&asof=1997-06-01&s=ARM.GEO.UKR",
    "#/agreements?v=1&g=ukraine",
    "#/agreements?v=1&s=ARM&status=in-force",
    "#/compare?v=1",
    "#/compare?v=1&a=ARM&b=GEO",
    "#/data?v=1",
    "#/data?v=1&table=participation",
];

pub const LANGUAGES: [&str; 2] = ["en", "ru"];
pub const LOOKS: [&str; 3] = ["light", "dark", "projector"];

/// Evidence that is long in both languages.
pub const EVIDENCE: &str = "&open=cell:GEO:CSR51";

/// Every view in every language and look, closed and with evidence open.
pub fn each(page: &Page, languages: &[&str], mut look_at: impl FnMut(&Page, &str)) {
    for view in VIEWS {
        for lang in languages {
            for look in LOOKS {
                for open in ["", EVIDENCE] {
                    let link = format!("{view}&lang={lang}&look={look}{open}");
                    page.follow(&link);
                    look_at(page, &link);
                }
            }
        }
    }
}

const MISFITS: &str = r#"
const misfits = [];
const root = document.scrollingElement;
if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);
    misfits.push(`the page is ${root.scrollWidth} wide: ${wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" | ")}`);
}
for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    // Text for screen readers only is a pixel wide on purpose.
    if (style.display === "inline" || e.closest(".hidden, svg, thead") && e.getClientRects()[0]?.width <= 1) continue;
    const cutWide = e.scrollWidth > e.clientWidth + 1, cutHigh = e.scrollHeight > e.clientHeight + 1;
    const hides = axis => ["hidden", "clip"].includes(axis);
    if (style.clipPath === "none" && (cutWide && hides(style.overflowX) || cutHigh && hides(style.overflowY)))
        misfits.push(`cut: ${e.outerHTML.slice(0, 160)}`);
    // Words that run over their box, into the neighbour's.
    const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (words && e.clientWidth > 1 && cutWide && style.overflowX === "visible")
        misfits.push(`spills by ${e.scrollWidth - e.clientWidth}: ${e.outerHTML.slice(0, 160)}`);
}
return misfits;
"#;

fn fits(width: u32, height: u32) {
    visit("", |page| {
        page.browser.resize(width, height);
        let mut wrong = Vec::new();
        each(page, &LANGUAGES, |page, link| {
            let found = page.browser.run(MISFITS, &[]);
            let found = found.as_array().cloned().unwrap_or_default();
            wrong.extend(found.iter().filter_map(Value::as_str).map(|what| format!("{link}: {what}")));
        });
        assert!(wrong.is_empty(), "{} at {width}×{height}:\n{}", wrong.len(), wrong.join("\n"));
    });
}

#[test]
fn fits_a_phone() {
    fits(360, 780);
}

#[test]
fn fits_an_old_projector() {
    fits(1280, 720);
}

#[test]
fn fits_a_large_screen() {
    fits(1920, 1080);
}
