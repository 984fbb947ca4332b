//! The network diagram, painted in this order: bands, links, numbers, nodes with names.

use cisconf_core::state::Command;
use cisconf_core::view::{Band, Course, EvidenceLink, Glyph, LinkMark, Network, NodeMark};
use html_morph::Fragment;

/// Writes a drawing: `k` is 0 for the wide one, 1 for the tall one.
pub fn write_network(h: &mut Fragment, m: &Network, k: usize) {
    let [width, height] = m.sizes[k];
    let size = format!("0 0 {width} {height}");
    let attributes = [
        ("class", ["drawing broad", "drawing tall"][k]),
        ("viewBox", &*size),
        ("role", "group"),
        ("aria-label", &m.name),
        ("aria-describedby", "network-hint"),
    ];
    h.el("svg", &attributes, |h| {
        let tip = [
            ("id", TIPS[k]),
            ("viewBox", "0 0 10 10"),
            ("refX", "19"),
            ("refY", "5"),
            ("markerUnits", "userSpaceOnUse"),
            ("markerWidth", "10"),
            ("markerHeight", "10"),
            ("orient", "auto"),
        ];
        h.el("marker", &tip, |h| h.raw_html("<path class=\"tip\" d=\"M0 0L10 5L0 10z\"/>"));
        m.bands.iter().for_each(|x| band(h, x, k));
        m.links.iter().enumerate().for_each(|(i, x)| link(h, x, i == 0, k));
        m.links.iter().for_each(|x| number(h, x, k));
        m.nodes.iter().enumerate().for_each(|(i, x)| node(h, m, x, i == 0 && m.links.is_empty(), k));
    });
}

/// Ids of the arrow heads.
///
/// One for each drawing: a marker inside a hidden drawing may not be painted in another.
const TIPS: [&str; 2] = ["tip-broad", "tip-tall"];
const POINTS: [&str; 2] = ["url(#tip-broad)", "url(#tip-tall)"];

/// Writes a sample of a link line, for a legend or a table. Agreements have an upright at each end.
pub fn write_sample(h: &mut Fragment, mark: Glyph) {
    let attributes = [("class", "sample"), ("viewBox", "0 0 44 14"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| {
        h.el("g", &[("class", style(mark))], |h| {
            strokes(h, mark, "M2 7H42", "");
            h.raw_html(match mark {
                Glyph::Assistance => "<path class=\"tip\" d=\"M34 2L44 7L34 12z\"/>",
                _ => "<path class=\"upright\" d=\"M2 2V12M42 2V12\"/>",
            });
        });
    });
}

/// Writes a sample of a group's band.
pub fn write_band(h: &mut Fragment, hue: Option<usize>) {
    let attributes = [("class", "sample"), ("viewBox", "0 0 44 14"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| piece(h, hue, "M2 7H42"));
}

fn piece(h: &mut Fragment, hue: Option<usize>, d: &str) {
    let hue = hue.map_or("none".to_owned(), |hue| hue.to_string());
    h.el("path", &[("class", "band"), ("data-hue", &hue), ("d", d)], |_| {});
}

/// Returns the class of a link line.
fn style(mark: Glyph) -> &'static str {
    match mark {
        Glyph::InForce => "link in-force",
        Glyph::Ratified => "link ratified",
        Glyph::PartlyRatified => "link partly-ratified",
        Glyph::Signed => "link signed",
        Glyph::Concluded => "link concluded",
        Glyph::Negotiating => "link negotiating",
        Glyph::Attempted => "link attempted",
        Glyph::Assistance => "link flow",
        _ => "link unstated",
    }
}

/// Writes the strokes of a link line; some lines consist of two.
fn strokes(h: &mut Fragment, mark: Glyph, d: &str, tip: &str) {
    h.el("path", &[("class", "base"), ("d", d), ("marker-end", tip)], |_| {});
    if mark == Glyph::InForce {
        h.el("path", &[("class", "top"), ("d", d)], |_| {});
    }
}

fn course(course: &Course) -> String {
    let Course { from: [x, y], bend, to: [tx, ty] } = course;
    match bend {
        None => format!("M{x} {y}L{tx} {ty}"),
        Some([bx, by]) => format!("M{x} {y}Q{bx} {by} {tx} {ty}"),
    }
}

/// Writes an SVG group as a button that opens evidence.
///
/// The first is the tab stop of the drawing. The `title` is both accessible name and tooltip.
fn mark(
    h: &mut Fragment,
    class: &str,
    open: &EvidenceLink,
    label: &str,
    first: bool,
    inner: impl FnOnce(&mut Fragment),
) {
    let tab = if first { "0" } else { "-1" };
    let class = if open.pin_note.is_some() { format!("{class} mine") } else { class.to_owned() };
    let command = Command::Open(&open.key).name();
    let attributes = [("class", &*class), ("role", "button"), ("tabindex", tab), ("data-do", &*command)];
    h.el("g", &attributes, |h| {
        h.text_el("title", &[], &open.named(label));
        inner(h);
    });
}

fn link(h: &mut Fragment, x: &LinkMark, first: bool, k: usize) {
    let d = course(&x.at[k]);
    mark(h, style(x.mark), &x.open, &x.label, first, |h| {
        h.el("path", &[("class", "hit"), ("d", &d)], |_| {});
        strokes(h, x.mark, &d, if x.mark == Glyph::Assistance { POINTS[k] } else { "" });
    });
}

fn number(h: &mut Fragment, x: &LinkMark, k: usize) {
    let Some((n, at)) = x.number else { return };
    let [x, y] = at[k].map(|v| v.to_string());
    h.el("g", &[("class", "number"), ("aria-hidden", "true")], |h| {
        h.el("circle", &[("cx", &x), ("cy", &y)], |_| {});
        h.text_el("text", &[("x", &x), ("y", &y), ("dy", "0.35em")], &n.to_string());
    });
}

fn band(h: &mut Fragment, x: &Band, k: usize) {
    let at = &x.at[k];
    let ([[x1, y1], [x2, y2]], [rx, ry]) = (at.ends, at.radii);
    let large = u8::from(at.large);
    let d = format!("M{x1} {y1}A{rx} {ry} 0 {large} 1 {x2} {y2}");
    piece(h, x.hue, &d);
}

fn node(h: &mut Fragment, m: &Network, x: &NodeMark, first: bool, k: usize) {
    let class = if x.links.is_empty() { "node quiet" } else { "node" };
    mark(h, class, &x.open, &x.labels[k], first, |h| {
        let fan: String = x.links.iter().map(|i| course(&m.links[*i].at[k])).collect();
        h.el("path", &[("class", "fan"), ("d", &fan)], |_| {});
        let [cx, cy] = x.at[k];
        h.el("g", &[("transform", &*format!("translate({cx} {cy})"))], |h| h.raw_html(shape(x.mark)));
        name(h, x, k);
    });
}

/// Returns the shape of a party, centred at the origin.
fn shape(mark: Glyph) -> &'static str {
    match mark {
        Glyph::State => "<path class=\"dot\" d=\"M-5 -7H5A7 7 0 0 1 5 7H-5A7 7 0 0 1 -5 -7z\"/>",
        Glyph::Country => "<path class=\"dot open\" d=\"M-5 -7H5A7 7 0 0 1 5 7H-5A7 7 0 0 1 -5 -7z\"/>",
        _ => "<path class=\"dot open\" d=\"M-5 -8H5L10 0L5 8H-5L-10 0z\"/>",
    }
}

fn name(h: &mut Fragment, x: &NodeMark, k: usize) {
    let (lines, [at, y]) = &x.names[k];
    let anchor = if *at < x.at[k][0] { "end" } else { "start" };
    let at = at.to_string();
    let attributes = [("text-anchor", anchor), ("x", &*at), ("y", &*y.to_string())];
    h.el("text", &attributes, |h| {
        for (i, line) in lines.iter().enumerate() {
            // Centres the lines vertically at the position of the name.
            let down = match (lines.len(), i) {
                (1, _) => "0.35em",
                (_, 0) => "-0.2em",
                _ => "1.1em",
            };
            h.text_el("tspan", &[("x", &*at), ("dy", down)], line);
            if i + 1 < lines.len() {
                h.text(" ");
            }
        }
    });
}
