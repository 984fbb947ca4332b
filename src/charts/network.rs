//! The network diagram, painted in this order: bands, links, numbers, nodes with names.

use cisconf_core::state::Command;
use cisconf_core::view::{Band, Course, Glyph, LinkMark, Network, NodeMark};
use html_morph::Fragment;

use super::HUES;

/// Writes a drawing: `k` is 0 for the one beside the matrix, 1 for that of a phone.
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
        m.bands.iter().for_each(|x| band(h, x, k));
        // Those of the chosen states over the others.
        for lit in [false, true] {
            let links = m.links.iter().enumerate().filter(|(_, x)| x.lit == lit);
            links.for_each(|(i, x)| link(h, x, i == 0, k));
        }
        m.links.iter().for_each(|x| number(h, x, k));
        m.nodes.iter().enumerate().for_each(|(i, x)| node(h, m, x, i == 0 && m.links.is_empty(), k));
    });
}

/// Writes a sample of a link line, for a legend or a table. Agreements have an upright at each end.
pub fn write_sample(h: &mut Fragment, mark: Glyph) {
    let attributes = [("class", "sample"), ("viewBox", "0 0 32 14"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| {
        h.el("g", &[("class", style(mark))], |h| {
            strokes(h, mark, "M2 7H30");
            h.raw_html("<path class=\"upright\" d=\"M2 2V12M30 2V12\"/>");
        });
    });
}

/// Writes a sample of a group's band.
pub fn write_band(h: &mut Fragment, hue: Option<usize>) {
    let attributes = [("class", "sample"), ("viewBox", "0 0 32 14"), ("aria-hidden", "true")];
    h.el("svg", &attributes, |h| piece(h, hue, "M2 7H30"));
}

/// Writes the band over the columns of a group.
pub fn write_head_band(h: &mut Fragment, hue: Option<usize>) {
    let attributes = [
        ("class", "head-band"),
        ("viewBox", "0 0 100 6"),
        ("preserveAspectRatio", "xMinYMid slice"),
        ("aria-hidden", "true"),
    ];
    h.el("svg", &attributes, |h| piece(h, hue, "M0 3H600"));
}

fn piece(h: &mut Fragment, hue: Option<usize>, d: &str) {
    let hue = hue.map_or("none".to_owned(), |hue| (hue % HUES).to_string());
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
        _ => "link unstated",
    }
}

/// Writes the strokes of a link line; some lines consist of two.
fn strokes(h: &mut Fragment, mark: Glyph, d: &str) {
    h.el("path", &[("class", "base"), ("d", d)], |_| {});
    if mark == Glyph::InForce {
        h.el("path", &[("class", "top"), ("d", d)], |_| {});
    }
}

fn course(course: &Course) -> String {
    let Course { from: [x, y], bend: [bx, by], to: [tx, ty] } = course;
    format!("M{x} {y}Q{bx} {by} {tx} {ty}")
}

fn link(h: &mut Fragment, x: &LinkMark, first: bool, k: usize) {
    let d = course(&x.at[k]);
    let class = if x.lit { format!("{} lit", style(x.mark)) } else { style(x.mark).to_owned() };
    let command = Command::Open(&x.open.key).name();
    let attributes =
        [("class", &*class), ("role", "button"), ("tabindex", tab(first)), ("data-do", &*command)];
    // The `title` is both accessible name and tooltip.
    h.el("g", &attributes, |h| {
        h.text_el("title", &[], &x.open.named(&x.label));
        h.el("path", &[("class", "hit"), ("d", &d)], |_| {});
        strokes(h, x.mark, &d);
    });
}

/// Only the first mark of the drawing is a tab stop.
fn tab(first: bool) -> &'static str {
    if first { "0" } else { "-1" }
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
    let class = match (x.chosen, x.mine) {
        (true, true) => "node chosen mine",
        (true, false) => "node chosen",
        (false, true) => "node mine",
        (false, false) => "node",
    };
    let attributes = [
        ("class", class),
        ("role", "button"),
        ("tabindex", tab(first)),
        ("aria-pressed", if x.chosen { "true" } else { "false" }),
        ("data-do", &*x.choose),
    ];
    h.el("g", &attributes, |h| {
        h.text_el("title", &[], &x.label);
        let fan: String = x.links.iter().map(|i| course(&m.links[*i].at[k])).collect();
        h.el("path", &[("class", "fan"), ("d", &fan)], |_| {});
        let [cx, cy] = x.at[k];
        h.el("g", &[("transform", &*format!("translate({cx} {cy})"))], |h| {
            // Large enough for a finger on a phone.
            h.raw_html(
                [
                    "<rect class=\"hit\" x=\"-19\" y=\"-13\" width=\"38\" height=\"26\"/>",
                    "<rect class=\"hit\" x=\"-22\" y=\"-22\" width=\"44\" height=\"44\"/>",
                ][k],
            );
            h.raw_html("<rect class=\"pill\" x=\"-17\" y=\"-9\" width=\"34\" height=\"18\" rx=\"9\"/>");
            h.text_el("text", &[("class", "code"), ("dy", "0.36em")], &x.code);
        });
        h.text(" ");
        name(h, x, k);
    });
}

fn name(h: &mut Fragment, x: &NodeMark, k: usize) {
    let (lines, [at, y]) = &x.names[k];
    if lines.is_empty() {
        return;
    }
    let at = at.to_string();
    h.el("text", &[("class", "name"), ("x", &*at), ("y", &*y.to_string())], |h| {
        for (i, line) in lines.iter().enumerate() {
            // Centres the lines vertically at the position of the name.
            let down = match (lines.len(), i) {
                (1, _) => "0.35em",
                (_, 0) => "-0.25em",
                _ => "1.2em",
            };
            h.text_el("tspan", &[("x", &*at), ("dy", down)], line);
            if i + 1 < lines.len() {
                h.text(" ");
            }
        }
    });
}
