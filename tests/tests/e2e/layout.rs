//! Tests the layout of every view: no overflow, no clipped text.

use std::collections::BTreeMap;

use cisconf_e2e::browser::{Engine, strings};
use cisconf_e2e::page::Page;
use serde_json::json;

use crate::visit;

/// Every view, in each of its variants.
pub const VIEWS: &[&str] = &[
    "#/?v=1",
    "#/?v=1&tab=figures",
    "#/?v=1&tab=figures&pick=80",
    "#/?v=1&tab=timeline&s=GEO.UKR",
    "#/states?v=1",
    "#/states?v=1&g=ukraine&if=party-CSR51.position:sub-regional",
    "#/states?v=1&tab=pairs&g=ukraine&pairif=furthest",
    "#/?v=1&tab=timeline&pick=5",
    "#/instruments?v=1&g=ukraine",
    "#/instruments?v=1&cells=words",
    "#/instruments?v=1&asof=1997-06-01&s=ARM.GEO.UKR",
    "#/groupings?v=1",
    "#/groupings?v=1&g=ukraine",
    "#/groupings?v=1&g=ukraine&move=RUS",
    "#/groupings?v=1&g=own&own=Two_at_once*.West:BLRMDAUKR.Black_Sea:GEORUSUKR.One:KAZ&move=UKR",
    "#/groupings?v=1&g=own&own=Mine.A:ARM.B:AZE.C:BLRGEO.D:KAZKGZ.E:MDA.F:RUS.G:TJKTKM.H:UKRUZB",
    "#/groupings?v=1&tab=positions&g=ukraine",
    "#/groupings?v=1&tab=positions&pick=1",
    "#/groupings?v=1&tab=method&cells=words",
    "#/groupings?v=1&tab=method",
    "#/groupings?v=1&tab=method&g=ukraine&beside=central-body",
    "#/groupings?v=1&tab=method&sort=similarity&g=own&own=Two_at_once*.West:BLRMDAUKR.Black_Sea:GEORUSUKR.One:KAZ&beside=ukraine",
    "#/deck?v=1",
    "#/brief?v=1&s=GEO&pick=1",
    "#/brief?v=1&tab=together&g=ukraine&s=KAZ.KGZ.TJK.TKM.UZB",
    "#/agreements?v=1&g=ukraine",
    "#/agreements?v=1&s=ARM&status=in-force",
    "#/agreements?v=1&tab=network&g=ukraine&s=KGZ",
    "#/agreements?v=1&tab=network&s=UZB&theme=visa",
    "#/compare?v=1",
    "#/compare?v=1&a=ARM&b=GEO",
    "#/compare?v=1&a=ARM&b=GEO&c=UKR&rows=shared",
    "#/compare?v=1&a=RUS&b=GEO&c=UKR&d=TJK&e=TKM&f=MDA",
    "#/compare?v=1&g=ukraine&a=group:trans-caucasus&b=group:central-asia&c=RUS&d=group:russia",
    "#/state?v=1",
    "#/state?v=1&of=GEO&g=ukraine",
    "#/about?v=1",
    "#/about?v=1&of=instrument:CSR51&g=ukraine&mine=GEO",
    "#/about?v=1&of=theme:citizenship",
    "#/findings?v=1&g=ukraine",
    "#/findings?v=1&kind=need&page=2&rowsby=theme&columnsby=s",
    "#/findings?v=1&tab=voices",
    "#/findings?v=1&tab=voices&voice=government.expert.evaluator&spoke=against&of=theme:cooperation",
    "#/findings?v=1&q=propiska",
    "#/data?v=1",
    "#/data?v=1&table=participation",
    "#/data?v=1&table=findings&page=2",
    "#/data?v=1&table=paragraphs",
    "#/data?v=1&table=coverage",
    "#/data?v=1&table=codebook",
    "#/data?v=1&table=agreements&tableby=-4&has=3:ratified",
    "#/data?v=1&table=laws&has=1:nowhere",
    "#/instruments?v=1&ask=georgia%20csr51",
    "#/findings?v=1&ask=who%20is%20most%20like%20us",
    "#/?v=1&ask=no%20zebra",
];

pub const LANGUAGES: [&str; 2] = ["en", "ru"];
pub const LOOKS: [&str; 3] = ["light", "dark", "projector"];
/// Looks that differ in more than their colours.
const SHAPES: [&str; 2] = ["light", "projector"];

/// Evidence with long texts in both languages.
pub const EVIDENCE: &str = "&open=cell:GEO:CSR51";

/// Returns links to a view in every language and look, with the drawer closed and open.
///
/// Outside Chromium, unless `LONG` is set, only one of these, a different one for each view, and
/// each view in one of the two other engines.
fn forms(page: &Page, languages: &[&str], looks: &[&str], nth: usize) -> Vec<String> {
    let all = languages.iter().flat_map(|lang| {
        let look =
            move |look| ["", EVIDENCE].map(|open| format!("{}&lang={lang}&look={look}{open}", VIEWS[nth]));
        looks.iter().flat_map(look)
    });
    let all: Vec<_> = all.collect();
    let rest = match page.browser.engine() {
        _ if std::env::var_os("LONG").is_some() => return all,
        Engine::Chromium => return all,
        Engine::Firefox => 0,
        Engine::WebKit => 1,
    };
    if nth % 2 == rest { vec![all[nth / 2 % all.len()].clone()] } else { Vec::new() }
}

/// Runs `faults` on every view in its [`forms`]; returns each fault with its count and first link.
///
/// `prepare` runs after the page is loaded. It is loaded once per view, as a page with forty cached
/// views is many times slower.
pub fn faults_of_each(
    page: &Page,
    languages: &[&str],
    looks: &[&str],
    prepare: impl Fn(&Page),
    faults: impl Fn(&Page) -> Vec<String>,
) -> String {
    // Without transitions, which would cause false contrast violations.
    const STILL: &str = "const still = new CSSStyleSheet();
        still.replaceSync('* { transition: none !important; animation: none !important; }');
        document.adoptedStyleSheets.push(still);";
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (nth, view) in VIEWS.iter().enumerate() {
        let links = forms(page, languages, looks, nth);
        if links.is_empty() {
            continue;
        }
        Page::open(page.browser, &page.home, view);
        page.browser.run(STILL, &[]);
        prepare(page);
        for link in links {
            page.set_fragment(&link);
            is_complete(page, &link);
            // The filter bar moves into the page, and the sentence is fitted, in the next frame.
            (0..2).for_each(|_| page.browser.frame());
            for fault in faults(page) {
                found.entry(fault).or_default().push(link.clone());
            }
        }
    }
    let line = |(fault, links): (&String, &Vec<String>)| {
        format!("{} times, as at {}: {fault}", links.len(), links[0])
    };
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Waits until the chunks that the link needs are rendered.
pub fn is_complete(page: &Page, link: &str) {
    let complete = "return !document.querySelector('main[aria-busy]') && !!document.querySelector('aside h2') === arguments[0]
        && !!document.querySelector('dialog[open]') === arguments[1];";
    let opens = [link.contains("open=").into(), link.contains("&ask=").into()];
    page.browser.wait_until(link, || (page.browser.run(complete, &opens) == true).then_some(()));
}

const MISFITS: &str = r#"
const [slack] = arguments, misfits = [];
const place = e => `${e.parentElement.localName} > ${e.localName}.${e.className} “${e.innerText?.slice(0, 60).replace(/\s+/g, " ")}”`;
const root = document.scrollingElement;
if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);
    misfits.push(`the page is ${root.scrollWidth} wide: ${wide.slice(0, 2).map(place).join(", ")}`);
}
// Text for screen readers only is cut away on purpose.
const forReadersOnly = e => e && (getComputedStyle(e).clipPath !== "none" || forReadersOnly(e.parentElement));
for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    // Asked twice: the first answer about a part that the browser has skipped is that of its last layout.
    const isWide = () => e.scrollWidth > e.clientWidth + slack, isHigh = () => e.scrollHeight > e.clientHeight + 1;
    // Sentence and legend are cut to whole clauses and entries on purpose.
    if (style.display === "inline" || forReadersOnly(e) || e.closest(".sentence, .legend-line")) continue;
    const cutWide = isWide() && isWide(), cutHigh = isHigh() && isHigh();
    const hides = axis => ["hidden", "clip"].includes(axis);
    if (cutWide && hides(style.overflowX) || cutHigh && hides(style.overflowY))
        misfits.push(`cut: ${place(e)}`);
    // Words that run over their box, into the neighbour's. Names in a drawing have an outline, which
    // would count; names_in_the_network_keep_apart looks at them.
    const words = !(e instanceof SVGElement) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (words && e.clientWidth > 1 && cutWide && style.overflowX === "visible")
        misfits.push(`spills by ${e.scrollWidth - e.clientWidth}: ${place(e)}`);
}
return misfits;
"#;

fn fits(width: u32, height: u32) {
    visit("", |page| {
        page.browser.resize(width, height);
        // In pixels: WebKit reports two or three more for long words in narrow columns.
        let slack = if page.browser.engine() == Engine::WebKit { 4 } else { 1 };
        let misfits = |page: &Page| strings(&page.browser.run(MISFITS, &[json!(slack)]));
        let wrong = faults_of_each(page, &LANGUAGES, &SHAPES, |_| (), misfits);
        assert!(wrong.is_empty(), "{width}×{height}:\n{wrong}");
    });
}

#[test]
fn fits_an_old_projector() {
    fits(1280, 720);
}

#[test]
fn fits_a_large_screen() {
    fits(1920, 1080);
}

/// Every view and tab as it opens.
const OPENING: &[&str] = &[
    "#/?v=1",
    "#/?v=1&tab=figures",
    "#/?v=1&tab=timeline",
    "#/instruments?v=1",
    "#/instruments?v=1&g=ukraine",
    "#/findings?v=1",
    "#/findings?v=1&kind=obstacle.need&voice=ngo",
    "#/findings?v=1&tab=voices",
    "#/findings?v=1&tab=voices&of=theme:legislation",
    "#/findings?v=1&tab=voices&voice=government.ngo.organisation.donor.expert.evaluator",
    "#/findings?v=1&tab=voices&voice=donor&s=UZB&kind=achievement",
    "#/agreements?v=1",
    "#/agreements?v=1&tab=network",
    "#/agreements?v=1&tab=network&g=ukraine&s=KGZ",
    "#/groupings?v=1&g=ukraine",
    "#/groupings?v=1&tab=positions",
    "#/groupings?v=1&tab=method&g=ukraine",
    "#/compare?v=1&a=ARM&b=GEO",
    "#/state?v=1&of=UKR",
    "#/state?v=1&of=GEO",
    "#/?v=1&tab=figures&pick=80",
    "#/groupings?v=1&tab=method&g=ukraine&sort=similarity",
    "#/groupings?v=1&g=own&own=Mine.A:ARM.B:AZE.C:BLR.D:GEO.E:KAZ.F:KGZ.G:MDA.H:RUS.I:TJK.J:TKM.K:UKR.L:UZB",
    "#/groupings?v=1&g=own&own=Mine.All:ARMAZEBLRGEOKAZKGZMDARUSTJKTKMUKRUZB",
    "#/about?v=1&of=theme:citizenship",
    "#/data?v=1",
];

/// Checks the bands above the answer.
///
/// Arguments: the limits of its top and of the sentence's height; the least height of a target.
const BANDS: &str = r#"
const [top, lines, tap] = arguments, faults = [];
const shown = selector => [...document.querySelectorAll(selector)].find(e => !e.closest(".inactive") && e.checkVisibility());
const box = e => e.getBoundingClientRect();
const answer = shown("[data-answer]"), legend = shown("[data-legend]"), say = shown("[data-say]");
if (!answer) return ["no answer"];
if (box(answer).top > top + 0.5) faults.push(`the answer begins at ${box(answer).top}, not ${top}`);
if (say && box(say).height > lines + 0.5) faults.push(`the sentence is ${box(say).height} high`);
if (legend && !answer.contains(legend) && !legend.closest("section")) {
    if (box(legend).bottom > box(answer).top + 1) faults.push("the legend is not above the answer");
    if (box(legend).left < 0 || box(legend).right > innerWidth + 1) faults.push("the legend is not whole");
}
const first = say?.querySelector(".clause");
if (first && Math.max(...[...first.getClientRects()].map(r => r.bottom)) > box(say).bottom + 1) faults.push(`cut within: ${first.textContent}`);
for (const e of document.querySelectorAll("[data-band] :is(a, button, select, input, summary)")) {
    const { width, height } = box(e);
    if (!e.closest(".inactive, .facets, .group-card") && e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).clipPath === "none" && width > 1 && (width < 23.9 || height < 23.9 && !e.matches(".more"))) faults.push(`${width} × ${height}: ${e.outerHTML.slice(0, 80)}`);
    // The whole sentence and the whole legend are the target of their button. The two bars with a row of
    // sides or states have no room for more.
    const isLarge = e.matches(".more, .all") || e.closest(".inactive, .facets, .group-card, .compared, .states, .doubts");
    if (!isLarge && e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).clipPath === "none" && width > 1 && height < tap - 0.1) faults.push(`${height} high, not ${tap}: ${e.outerHTML.slice(0, 80)}`);
}
return faults;
"#;

/// Checks the place of the panel of questions, its targets and the size of its text.
///
/// Argument: the least height of a target.
pub const BANDS_OF_PANEL: &str = r#"
const [tap] = arguments, faults = [], dialog = document.querySelector("dialog[open]");
const box = e => e.getBoundingClientRect(), place = box(dialog), isPhone = innerWidth < 900;
if (isPhone ? place.top !== 0 || place.width !== innerWidth : place.top !== 54 || place.width !== 780)
    faults.push(`at ${place.top}, ${place.width} wide`);
if (place.bottom > innerHeight + 0.5) faults.push(`ends at ${place.bottom}`);
if (dialog.scrollWidth > dialog.clientWidth) faults.push("wider than itself");
const answer = dialog.querySelector(".ask-group");
if (box(answer).top > (isPhone ? 190 : 172)) faults.push(`the answer begins at ${box(answer).top}`);
for (const e of dialog.querySelectorAll("a, button, input"))
    if (box(e).width < 24 || box(e).height < tap - 0.1) faults.push(`${box(e).width} × ${box(e).height}: ${e.outerHTML.slice(0, 80)}`);
for (const e of dialog.querySelectorAll("*")) {
    if (parseFloat(getComputedStyle(e).fontSize) < 11) faults.push(`small: ${e.outerHTML.slice(0, 60)}`);
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth && getComputedStyle(e).display !== "inline" && e.id !== "ask") faults.push(`cut: ${e.outerHTML.slice(0, 80)}`);
}
return faults;
"#;

/// Finds texts on the first screen that run into each other.
///
/// Text is taken as high as nine tenths of its type. Texts in a layer of their own (sticky, fixed)
/// are compared with their like only.
const COLLISIONS: &str = r#"
const found = [], texts = [];
const walker = document.createTreeWalker(document.querySelector(".app:not(.opening)"), NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || element.closest(".inactive, .footer, .skip, .notice, select, option")) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    if (!size || style.writingMode !== "horizontal-tb") continue;
    let clip = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, layer = false, hidden = false;
    for (let around = element; around; around = around.parentElement) {
        const { clipPath, overflowX, overflowY, position } = getComputedStyle(around);
        hidden ||= clipPath.includes("50%");
        layer ||= position === "sticky" || position === "fixed";
        if (overflowX !== "visible" || overflowY !== "visible") {
            const box = around.getBoundingClientRect();
            clip = { left: Math.max(clip.left, box.left), top: Math.max(clip.top, box.top), right: Math.min(clip.right, box.right), bottom: Math.min(clip.bottom, box.bottom) };
        }
    }
    if (hidden) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2;
        const text = {
            node, layer, left: Math.max(box.left, clip.left), right: Math.min(box.right, clip.right),
            top: Math.max(middle - size * 0.45, clip.top), bottom: Math.min(middle + size * 0.45, clip.bottom),
        };
        if (text.right - text.left > 1 && text.bottom - text.top > 3) texts.push(text);
    }
}
texts.sort((a, b) => a.top - b.top);
texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
        if (b.top >= a.bottom) break;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - b.top;
        if (a.node !== b.node && a.layer === b.layer && across > 2 && down > 2) found.push(`“${a.node.data.slice(0, 30)}” runs into “${b.node.data.slice(0, 30)}” by ${across.toFixed()} × ${down.toFixed()}`);
    }
});
return found.slice(0, 5);
"#;

/// Spaces the text as the guidelines for accessible content ask for.
const SPACED: &str = "const spaced = new CSSStyleSheet();
    spaced.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }');
    document.adoptedStyleSheets = [spaced];";

/// Finds parts of the sentence and of the legend that are cut within.
const HALF_SEEN: &str = r#"
const shown = selector => [...document.querySelectorAll(selector)].find(e => !e.closest(".inactive") && e.checkVisibility());
const say = shown("[data-say]"), legend = shown("[data-legend]"), faults = [];
for (const clause of say?.querySelectorAll(".clause:not(.cut)") ?? []) {
    const lines = [...clause.getClientRects()], box = say.getBoundingClientRect();
    if (lines.some(line => line.bottom > box.bottom + 1 || line.right > box.right + 1)) faults.push(`cut within: ${clause.textContent}`);
}
const list = legend?.firstElementChild;
if (list && list.scrollHeight > list.clientHeight + 4 && !legend.classList.contains("crowded")) faults.push(`marks are hidden without a way to them: ${list.textContent}`);
return faults;
"#;

/// Checks the bands of every view in a window, in both languages.
fn bands(page: &Page, (width, height): (u32, u32), look: &str, top: [f64; 2], lines: [f64; 2]) {
    page.browser.resize(width, height);
    let (mut faults, tap) = (Vec::new(), if width < 900 { 44.0 } else { 24.0 });
    for link in OPENING {
        for (nth, lang) in LANGUAGES.iter().enumerate() {
            let link = format!("{link}&lang={lang}{look}");
            page.set_fragment(&link);
            is_complete(page, &link);
            (0..3).for_each(|_| page.browser.frame());
            let bands = page.browser.run(BANDS, &[json!(top[nth]), json!(lines[nth]), json!(tap)]);
            let collisions = page.browser.run(COLLISIONS, &[]);
            let found = [bands, collisions].iter().flat_map(strings).collect::<Vec<_>>();
            faults.extend(found.into_iter().map(|fault| format!("{width}×{height} {link}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_answer_is_on_the_first_screen() {
    visit("", |page| {
        bands(page, (1280, 720), "", [172.0; 2], [24.0; 2]);
        bands(page, (1920, 1080), "", [188.0; 2], [24.0; 2]);
        bands(page, (1280, 720), "&look=projector", [84.0; 2], [24.0; 2]);
    });
}

#[test]
fn text_that_is_spaced_after_loading_is_fitted_again() {
    visit("", |page| {
        page.browser.resize(1280, 720);
        let mut faults = Vec::new();
        for link in OPENING {
            let link = format!("{link}&lang=ru");
            page.set_fragment(&link);
            is_complete(page, &link);
            let has_views = || page.browser.run("return !!document.querySelector('.header .views a');", &[]);
            let had_views = has_views();
            page.browser.run(SPACED, &[]);
            (0..3).for_each(|_| page.browser.frame());
            let found = strings(&page.browser.run(HALF_SEEN, &[]));
            faults.extend(found.into_iter().map(|fault| format!("{link}: {fault}")));
            page.browser.run("document.adoptedStyleSheets = [];", &[]);
            (0..3).for_each(|_| page.browser.frame());
            if has_views() != had_views {
                faults.push(format!("{link}: the links to the views stay behind their menu"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// A Russian page is built after its texts have come.
#[test]
fn a_page_that_opens_in_russian_fits_text_that_is_spaced_later() {
    let link = "#/instruments?v=1&lang=ru";
    visit(link, |page| {
        page.browser.resize(640, 450);
        is_complete(page, link);
        (0..3).for_each(|_| page.browser.frame());
        page.browser.run(SPACED, &[]);
        (0..3).for_each(|_| page.browser.frame());
        let found = strings(&page.browser.run(HALF_SEEN, &[]));
        assert!(found.is_empty(), "{found:?}");
    });
}

/// Finds words in heads that are broken into two lines without a hyphen.
const BROKEN_HEADS: &str = r#"
const [hyphenates] = arguments, found = [], range = document.createRange();
for (const head of document.querySelectorAll("main :is(h1, h2, h3, th, summary, strong, thead small)")) {
    if (head.closest(".inactive") || !head.checkVisibility() || head.getBoundingClientRect().width < 2) continue;
    if (hyphenates && getComputedStyle(head).hyphens === "auto") continue;
    const walk = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[^\s\u200b\/–-]+/g)) {
        // A soft hyphen shows as a hyphen where it breaks a word.
        if (word[0].includes("\u00ad")) continue;
        range.setStart(walk.currentNode, word.index);
        range.setEnd(walk.currentNode, word.index + word[0].length);
        // WebKit gives a word after a break an empty box at the end of the line before.
        const lines = [...range.getClientRects()].filter(line => line.width > 0).map(line => Math.round(line.top));
        if (new Set(lines).size > 1) found.push(word[0]);
    }
}
return found;
"#;

#[test]
fn heads_never_break_inside_a_word() {
    visit("", |page| {
        page.browser.resize(1280, 720);
        let mut faults = Vec::new();
        // Chromium has no dictionaries for hyphens here.
        let hyphenates = page.browser.engine() != Engine::Chromium;
        let mut look_at = |link: &str| {
            page.set_fragment(link);
            is_complete(page, link);
            let found = strings(&page.browser.run(BROKEN_HEADS, &[hyphenates.into()]));
            faults.extend(found.into_iter().map(|word| format!("{link}: {word}")));
        };
        // The other engines try the matrix and the groupings, where columns are narrow.
        let is_tried = |view: &&&str| !hyphenates || ["#/inst", "#/grou"].contains(&&view[..6]);
        let views = VIEWS.iter().filter(is_tried);
        for (view, lang) in views.flat_map(|view| LANGUAGES.map(|lang| (view, lang))) {
            SHAPES.iter().for_each(|look| look_at(&format!("{view}&lang={lang}&look={look}")));
        }
        // Beside the evidence, "statelessness" has no room in one line.
        look_at("#/instruments?v=1&g=ukraine&lang=ru&open=cell:GEO:CSR51");
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// Returns where the answer ends.
const END: &str = "const answers = [...document.querySelectorAll('[data-answer]')];
    return answers.find(e => !e.closest('.inactive') && e.checkVisibility()).getBoundingClientRect().bottom;";

/// Checks where answers end, in both languages: limits of a laptop and of the projector.
fn ends_on_the_first_screen(links: &[&str], limits: [f64; 2]) {
    visit("", |page| {
        page.browser.resize(1280, 720);
        let mut faults = Vec::new();
        for (look, limit) in ["light", "projector"].into_iter().zip(limits) {
            for (link, lang) in links.iter().flat_map(|link| LANGUAGES.map(|lang| (link, lang))) {
                let link = format!("{link}&lang={lang}&look={look}");
                page.set_fragment(&link);
                is_complete(page, &link);
                (0..3).for_each(|_| page.browser.frame());
                let end = page.browser.run(END, &[]).as_f64().unwrap_or(f64::MAX);
                if end > limit + 0.5 {
                    faults.push(format!("{link}: ends at {end}, not {limit}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// Assistance and the network are on the first screen as a whole.
#[test]
fn the_matrix_of_assistance_is_on_the_first_screen_as_a_whole() {
    let links = ["", "&g=ukraine", "&g=ukraine&s=KGZ"];
    let links = links.map(|rest| format!("#/agreements?v=1&tab=network{rest}"));
    ends_on_the_first_screen(&links.each_ref().map(String::as_str), [696.0, 694.0]);
}

#[test]
fn four_groups_are_on_the_first_screen_as_a_whole() {
    ends_on_the_first_screen(&["#/groupings?v=1&g=ukraine"], [671.0, 694.0]);
}

/// The page of a state begins with its treaties and facts; they leave room for who says what.
#[test]
fn what_a_state_says_begins_on_the_first_screen() {
    const PARTS: &str =
        "const page = [...document.querySelectorAll('.state-answer')].find(e => e.checkVisibility());
        const top = selector => page.querySelector(selector).getBoundingClientRect().top;
        return [top('.treaties'), top('.in-brief'), top('.quoted')];";
    visit("", |page| {
        page.browser.resize(1280, 720);
        let mut faults = Vec::new();
        for state in ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB"] {
            for (lang, limit) in LANGUAGES.into_iter().zip([420.0, 460.0]) {
                let link = format!("#/state?v=1&of={state}&lang={lang}");
                page.set_fragment(&link);
                is_complete(page, &link);
                (0..3).for_each(|_| page.browser.frame());
                let found = page.browser.run(PARTS, &[]);
                let [treaties, facts, voices] = [0, 1, 2].map(|at| found[at].as_f64().unwrap());
                if treaties > 172.5 || facts > 226.5 || voices > limit {
                    faults.push(format!("{link}: {treaties}, {facts}, {voices}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// A row of the matrix and the leaf of the dendrogram are at one height.
#[test]
fn the_matrix_and_the_dendrogram_share_their_rows() {
    const ROWS: &str = "const shown = s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility());
        const rows = shown('.like-map tbody tr').map(e => e.getBoundingClientRect());
        const tree = shown('.tree .branches')[0].getBoundingClientRect();
        return [rows.length, tree.left - rows[0].right, tree.top - rows[0].top, tree.bottom - rows.at(-1).bottom];";
    visit("", |page| {
        page.browser.resize(1280, 720);
        for look in ["light", "projector"] {
            for (lang, open) in [("en", ""), ("ru", ""), ("en", EVIDENCE)] {
                let link = format!(
                    "#/groupings?v=1&tab=method&g=ukraine&sort=similarity&lang={lang}&look={look}{open}"
                );
                page.set_fragment(&link);
                is_complete(page, &link);
                (0..3).for_each(|_| page.browser.frame());
                let found = page.browser.run(ROWS, &[]);
                let [rows, right, top, bottom] = [0, 1, 2, 3].map(|at| found[at].as_f64().unwrap());
                assert!(rows == 12.0 && right >= 0.0, "{link}: {rows} rows, {right} px beside them");
                assert!(top.abs() <= 3.0 && bottom.abs() <= 4.0, "{link}: {top}, {bottom}");
            }
        }
    });
}

#[test]
fn the_projector_names_the_grouping_and_the_count() {
    const HEAD: &str = "const lead = [...document.querySelectorAll('.sentence .lead')].find(e => e.checkVisibility());
        return [getComputedStyle(lead, '::before').content === 'none' ? '' : lead.dataset.grouping, lead.textContent, String(lead.parentElement.getBoundingClientRect().bottom)];";
    visit("#/findings?v=1&g=ukraine&kind=need&look=projector", |page| {
        page.browser.resize(1280, 720);
        page.wait_for_text("What the report says");
        let head = strings(&page.browser.run(HEAD, &[]));
        assert!(head[0].contains("Sub-regions that Ukraine gives as examples"), "{head:?}");
        assert!(head[1].contains("of 691"), "{head:?}");
        assert!(head[2].parse::<f64>().is_ok_and(|bottom| bottom <= 48.0), "{head:?}");
    });
}

/// Returns the marks of findings in the answer that the legend lacks, and where the answer ends.
const MARKS: &str = r#"
const [answer, legend] = ["[data-answer]", "[data-legend]"].map(s => [...document.querySelectorAll(s)].find(e => !e.closest(".inactive") && e.checkVisibility()));
const marks = e => new Set([...e.querySelectorAll("[data-mark]")].map(e => e.dataset.mark));
const known = marks(legend), used = marks(answer);
const wrong = [...used].filter(mark => !known.has(mark)).map(mark => `${mark} is not in the legend`);
wrong.push(...[...known].filter(mark => !used.has(mark)).map(mark => `${mark} is in the legend only`));
if (used.size < 2) wrong.push(`marks: ${[...used]}`);
return [String(answer.getBoundingClientRect().bottom), ...wrong];
"#;

#[test]
fn perspectives_fit_the_first_screen_and_their_key_has_each_mark() {
    visit("", |page| {
        page.browser.resize(1280, 720);
        for link in [
            "#/findings?v=1&tab=voices",
            "#/findings?v=1&tab=voices&of=theme:legislation",
            "#/findings?v=1&tab=voices&look=projector&of=theme:future",
            "#/findings?v=1&tab=voices&voice=government.ngo.organisation.donor.expert.evaluator",
        ] {
            for lang in LANGUAGES {
                page.set_fragment(&format!("{link}&lang={lang}"));
                is_complete(page, link);
                (0..3).for_each(|_| page.browser.frame());
                let found = strings(&page.browser.run(MARKS, &[]));
                assert_eq!(found[1..], [""; 0], "{link} {lang}");
                let bottom: f64 = found[0].parse().unwrap();
                let limit = if link.contains("projector") { 694.0 } else { 696.0 };
                assert!(link.contains("donor") || bottom <= limit, "{link} {lang}: {bottom}");
            }
        }
    });
}

/// Finds names and codes in the visible drawing that touch each other, and lines over names or
/// codes that are not their own.
const TOUCHING: &str = r#"
const nodes = [...document.querySelectorAll(".drawing .node")].filter(e => e.checkVisibility());
const shapes = node => [...node.querySelectorAll("text, .pill")];
const boxes = nodes.flatMap(node => shapes(node).map(e => [node, e.textContent || "mark", e.getBoundingClientRect()]));
const touching = nodes.length === 12 ? [] : [`${nodes.length} nodes`];
boxes.forEach(([m, a, x], i) => boxes.slice(i + 1).forEach(([n, b, y]) => {
    const over = Math.min(x.right, y.right) - Math.max(x.left, y.left), down = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
    if (m !== n && over > 1 && down > 1) touching.push(`${a} and ${b} by ${over.toFixed()} × ${down.toFixed()}`);
}));
const lines = [...document.querySelectorAll(".drawing .link .base")].filter(e => e.checkVisibility());
if (lines.length !== 20) touching.push(`${lines.length} lines`);
for (const line of lines) {
    const to = line.getScreenCTM(), long = line.getTotalLength();
    const points = [...Array(101).keys()].map(i => line.getPointAtLength(long * i / 100).matrixTransform(to));
    // Its own two marks are those around its ends.
    const inside = (p, r) => r.left < p.x && p.x < r.right && r.top < p.y && p.y < r.bottom;
    const own = nodes.filter(node => [points[0], points[100]].some(p => inside(p, node.querySelector(".pill").getBoundingClientRect())));
    for (const [node, text, box] of boxes)
        if (!own.includes(node) && points.some(p => inside(p, box))) touching.push(`a line over ${text}: ${line.parentNode.textContent}`);
}
return touching;
"#;

/// Viewports narrower than the minimum width of a window; forced colours.
mod chromium {
    use super::{LANGUAGES, TOUCHING, bands, fits, is_complete};
    use crate::visit;
    use cisconf_e2e::browser::strings;
    use serde_json::json;

    // The other engines break more lines in the same columns.
    #[test]
    fn the_figures_are_on_the_first_screen_as_a_whole() {
        visit("", |page| {
            page.browser.resize(1280, 720);
            for link in ["#/?v=1&tab=figures", "#/?v=1&tab=figures&pick=80"] {
                for lang in LANGUAGES {
                    let link = format!("{link}&lang={lang}");
                    page.set_fragment(&link);
                    is_complete(page, &link);
                    (0..3).for_each(|_| page.browser.frame());
                    let end = "const table = [...document.querySelectorAll('table.figures')].find(e => e.checkVisibility());
                        return table.getBoundingClientRect().bottom;";
                    let end = page.browser.run(end, &[]).as_f64().unwrap();
                    assert!(end <= 696.5, "{link}: the table ends at {end}");
                }
            }
        });
    }

    #[test]
    fn fits_a_phone() {
        fits(360, 780);
    }

    #[test]
    fn the_answer_is_on_the_first_screen_of_a_phone() {
        visit("", |page| bands(page, (360, 780), "", [230.0; 2], [50.0, 70.0]));
    }

    #[test]
    fn more_shows_the_whole_sentence_on_a_phone() {
        const HIDDEN: &str = "const say = document.querySelector('.page:not(.inactive) .sentence');
            return say.scrollHeight - say.clientHeight;";
        for (width, lang, more) in [(360, "en", "more"), (360, "ru", "ещё"), (320, "ru", "ещё")] {
            visit(&format!("#/instruments?v=1&lang={lang}"), |page| {
                page.browser.resize(width, 780);
                page.button(more).click();
                (0..2).for_each(|_| page.browser.frame());
                let hidden = page.browser.run(HIDDEN, &[]).as_f64().unwrap();
                assert!(hidden < 2.0, "{width} {lang}: {hidden} pixels are hidden");
            });
        }
    }

    #[test]
    fn the_tabs_of_a_view_are_in_the_menu_of_a_phone() {
        visit("#/groupings?v=1&g=ukraine", |page| {
            page.browser.resize(360, 780);
            page.open_menu("Menu");
            page.elements().find_by_role("link", "Positions").click();
            page.wait_for_link("#/groupings?v=1&tab=positions&g=ukraine");
        });
    }

    #[test]
    fn a_menu_of_the_groups_opens_below_its_button_on_a_phone() {
        const PANEL: &str = "const menu = document.querySelector('details.menu[open]');
            const [button, panel] = [menu.querySelector('summary'), menu.querySelector('.panel')].map(e => e.getBoundingClientRect());
            return panel.top - button.bottom;";
        visit("#/groupings?v=1&g=ukraine", |page| {
            page.browser.resize(360, 780);
            page.open_menu("Change");
            let gap = page.browser.run(PANEL, &[]);
            assert!(gap.as_f64().is_some_and(|gap| (-1.0..50.0).contains(&gap)), "{gap}");
        });
    }

    #[test]
    fn a_press_on_the_edge_of_a_menu_leaves_it_open() {
        visit("#/instruments?v=1", |page| {
            page.open_menu("Grouping");
            const EDGE: &str =
                "const box = document.querySelector('details.menu[open] .panel').getBoundingClientRect();
                return [String(box.left + 3), String(box.top + 3)];";
            let edge = strings(&page.browser.run(EDGE, &[]));
            let [x, y] = [&edge[0], &edge[1]].map(|at| at.parse::<f64>().unwrap());
            for kind in ["mousePressed", "mouseReleased"] {
                let press = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
                page.browser.cdp("Input.dispatchMouseEvent", &press);
            }
            page.browser.frame();
            let open =
                page.browser.run("return document.querySelectorAll('details.menu[open]').length;", &[]);
            assert_eq!(open, 1);
        });
    }

    #[test]
    fn names_in_the_network_keep_apart() {
        const SCHEMES: [&str; 6] =
            ["", "ukraine", "central-asia", "southern-caucasus", "central-body", "refugee-instruments"];
        visit("", |page| {
            for (width, height) in [(1280, 720), (1920, 1080), (360, 780)] {
                page.browser.resize(width, height);
                for scheme in SCHEMES {
                    for (lang, look) in [("en", "light"), ("ru", "projector"), ("ru", "light")] {
                        let link = format!("#/agreements?v=1&tab=network&g={scheme}&lang={lang}&look={look}");
                        page.set_fragment(&link);
                        let touching = strings(&page.browser.run(TOUCHING, &[]));
                        assert!(touching.is_empty(), "{width}×{height} {link}: {touching:?}");
                    }
                }
            }
        });
    }

    /// Drawings use system colours in every look, and only the current link is underlined.
    #[test]
    fn forced_colours_reach_drawings_and_tell_the_current_link() {
        const COLOURS: &str = "return [['.legend .glyph .full', 'fill'], ['.branch', 'stroke'], ['.drawing .node text', 'fill'],
                ['.views a[aria-current]', 'borderBottomColor'], ['.views a:not([aria-current])', 'borderBottomColor']]
            .map(([selector, of]) => [document.querySelector(`${selector}:not(.inactive *)`), of])
            .map(([e, of]) => e ? getComputedStyle(e)[of] : 'none');";
        const WHITE: &str = "rgb(255, 255, 255)";
        const BLACK: &str = "rgb(0, 0, 0)";
        visit("", |page| {
            let forced = [("forced-colors", "active"), ("prefers-color-scheme", "dark")];
            let features = forced.map(|(name, value)| json!({ "name": name, "value": value }));
            page.browser.cdp("Emulation.setEmulatedMedia", &json!({ "features": features }));
            for look in super::LOOKS {
                for (nth, link) in
                    ["#/instruments?v=1", "#/groupings?v=1&tab=method", "#/agreements?v=1&tab=network"]
                        .into_iter()
                        .enumerate()
                {
                    page.set_fragment(&format!("{link}&look={look}"));
                    let colours = || strings(&page.browser.run(COLOURS, &[]));
                    // Each view has at least its own of the three kinds of drawing.
                    page.browser.wait_until(link, || {
                        let drawn = colours();
                        let light = drawn[..3].iter().all(|colour| [WHITE, "none"].contains(&&**colour));
                        (light && drawn[nth] == WHITE).then_some(())
                    });
                    let [current, other] = [colours()[3].clone(), colours()[4].clone()];
                    // On the projector the views are behind a menu.
                    let is_told = other == BLACK && current != BLACK || look == "projector";
                    assert!(is_told, "{link} {look}: {current}, {other}");
                }
            }
        });
    }
}
