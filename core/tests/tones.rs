//! Tests that every picture can be told apart without colour: in greyscale, in print, and in three
//! simulations of a colour vision deficiency.
//!
//! Reads the style sheets. Shapes of marks are compared in `markup/src/glyph.rs`.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

type Rgb = [f64; 3];

fn style(file: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style").join(file);
    let text = fs::read_to_string(path).unwrap();
    // Without comments.
    text.split("/*")
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once("*/").unwrap().1 })
        .collect()
}

/// Every sheet of a component, with its name.
fn components() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/components");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = files.collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), style(&format!("components/{name}")))).collect()
}

/// Rules of a sheet: selector and declarations, without the conditions around them.
fn rules(sheet: &str) -> Vec<(String, String)> {
    let (mut found, mut selector) = (Vec::new(), String::new());
    for part in sheet.split_inclusive(['{', '}']) {
        if let Some(head) = part.strip_suffix('{') {
            selector = head.trim().to_owned();
        } else {
            let body = part.trim_end_matches('}').trim();
            if !body.is_empty() {
                found.push((selector.clone(), body.to_owned()));
            }
        }
    }
    found
}

/// The value of a token in a look: the last rule that sets it, else that of the light look.
fn token(look: &str, name: &str) -> String {
    let sheet = if look == "print" { style("print.css") } else { style("tokens.css") };
    let of = |wanted: &str| {
        let all = rules(&sheet);
        let theirs = all.iter().filter(|(selector, _)| selector.contains(wanted));
        let declared = theirs.flat_map(|(_, body)| body.split(';'));
        declared
            .filter_map(|x| x.trim().strip_prefix(&format!("{name}:")))
            .next_back()
            .map(|x| x.trim().to_owned())
    };
    match look {
        "light" => of(":root").unwrap(),
        "print" => of("[data-look]").unwrap_or_else(|| token("light", name)),
        look => of(&format!("[data-look=\"{look}\"]")).unwrap_or_else(|| token("light", name)),
    }
}

fn rgb(hex: &str) -> Rgb {
    let digits = hex.strip_prefix('#').unwrap();
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.into() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0)
}

fn linear(color: Rgb) -> Rgb {
    color.map(|x| if x <= 0.04045 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) })
}

/// Relative luminance of linear light.
fn luminance([r, g, b]: Rgb) -> f64 {
    (0.2126 * r + 0.7152 * g + 0.0722 * b).clamp(0.0, 1.0)
}

/// Protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes, 2009), and none.
const VISIONS: [(&str, [Rgb; 3]); 4] = [
    ("greyscale", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// Luminance of a colour as it is seen.
fn seen(color: Rgb, vision: &[Rgb; 3]) -> f64 {
    let [r, g, b] = linear(color);
    luminance(vision.map(|row| row[0] * r + row[1] * g + row[2] * b))
}

/// Lightness L* of a luminance, 0 to 100.
fn lightness(luminance: f64) -> f64 {
    if luminance <= 0.008856 { luminance * 903.3 } else { 116.0 * luminance.cbrt() - 16.0 }
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const LOOKS: [&str; 4] = ["light", "dark", "projector", "print"];

/// Steps of the matrix of assistance: mixed of the accent and the paper, or grey in print.
fn steps(look: &str) -> Vec<Rgb> {
    let sheet = style("components/network.css");
    let all = rules(&sheet);
    let declared = |step: usize| {
        let mut theirs = all.iter().filter(|(selector, body)| {
            *selector == format!("[data-step=\"{step}\"]") && body.contains("--step:")
        });
        let (screen, print) = (theirs.next().unwrap(), theirs.next().unwrap());
        let body = if look == "print" { &print.1 } else { &screen.1 };
        body.strip_prefix("--step:").unwrap().trim_end_matches(';').trim().to_owned()
    };
    let color = |value: String| {
        if value.starts_with('#') {
            return rgb(&value);
        }
        let [accent, paper] = ["--accent", "--paper"].map(|name| rgb(&token(look, name)));
        let share = value.split(' ').find_map(|word| word.trim_end_matches(',').strip_suffix('%'));
        let share = share.map_or(1.0, |share| share.parse::<f64>().unwrap() / 100.0);
        [0, 1, 2].map(|i| accent[i] * share + paper[i] * (1.0 - share))
    };
    (1..=4).map(|step| color(declared(step))).collect()
}

#[test]
fn tones_and_steps_differ_in_lightness_and_keep_their_order() {
    for look in LOOKS {
        let tones: Vec<Rgb> = (0..5).map(|n| rgb(&token(look, &format!("--tone-{n}")))).collect();
        for (what, scale) in [("tones", tones), ("steps", steps(look))] {
            for (vision, matrix) in &VISIONS {
                let seen: Vec<f64> = scale.iter().map(|color| lightness(seen(*color, matrix))).collect();
                let apart: Vec<f64> = seen.windows(2).map(|pair| pair[1] - pair[0]).collect();
                let same_way = apart.iter().all(|x| *x > 0.0) || apart.iter().all(|x| *x < 0.0);
                assert!(same_way && apart.iter().all(|x| x.abs() > 6.0), "{look}, {vision}: {what} {seen:?}");
            }
        }
    }
}

#[test]
fn numbers_on_tones_and_steps_can_be_read() {
    for look in ["light", "dark", "projector"] {
        let [light, dark, ink, on_accent] = ["--on-tone", "--on-tone-dark", "--ink", "--on-accent"]
            .map(|name| luminance(linear(rgb(&token(look, name)))));
        for n in 0..5 {
            let tone = luminance(linear(rgb(&token(look, &format!("--tone-{n}")))));
            let text = if n < 3 { light } else { dark };
            assert!(contrast(tone, text) >= 4.5, "{look}: tone {n}, {:.2}", contrast(tone, text));
        }
        for (n, step) in steps(look).into_iter().enumerate() {
            let (step, text) = (luminance(linear(step)), if n < 2 { ink } else { on_accent });
            assert!(contrast(step, text) >= 4.5, "{look}: step {}, {:.2}", n + 1, contrast(step, text));
        }
    }
}

/// Number of groups that a grouping may have.
const MOST_GROUPS: usize = 12;

#[test]
fn a_group_has_a_pattern_of_its_own_wherever_it_has_a_hue() {
    let controls = style("components/controls.css");
    let band = |at: usize| {
        let selector = format!("[data-hue=\"{at}\"]");
        let body = rules(&controls).into_iter().find(|(s, _)| *s == selector).unwrap().1;
        let band = body.split(';').find_map(|x| x.trim().strip_prefix("--band:")).unwrap().to_owned();
        band.trim().to_owned()
    };
    let bands: BTreeSet<String> = (0..MOST_GROUPS).map(band).collect();
    assert_eq!(bands.len(), MOST_GROUPS, "{bands:#?}");
    // The network has lines in place of bands.
    let network = style("components/network.css");
    let dashes: BTreeSet<String> = (1..MOST_GROUPS)
        .map(|at| {
            let selector = format!(".band[data-hue=\"{at}\"]");
            rules(&network).into_iter().find(|(s, _)| *s == selector).unwrap().1
        })
        .collect();
    assert_eq!(dashes.len(), MOST_GROUPS - 1, "{dashes:#?}");
    // Nothing else is drawn with a hue alone.
    for (file, sheet) in components() {
        // The grey of the states without a group is no hue.
        for (selector, body) in rules(&sheet) {
            let is_known = file == "controls.css" && selector.starts_with("[data-hue")
                || file == "network.css" && selector.starts_with(".band");
            assert!(
                is_known || !body.replace("--hue-none", "").contains("--hue"),
                "{file}: {selector} has a hue without its pattern"
            );
        }
    }
    // Bands can be seen on the paper.
    for look in ["light", "dark", "projector"] {
        for (vision, matrix) in &VISIONS {
            let paper = seen(rgb(&token(look, "--paper")), matrix);
            for at in 0..8 {
                let hue = seen(rgb(&token(look, &format!("--hue-{at}"))), matrix);
                assert!(
                    contrast(hue, paper) >= 3.0,
                    "{look}, {vision}: hue {at}, {:.2}",
                    contrast(hue, paper)
                );
            }
        }
    }
}

/// Fills and colours that say something, and what else says it.
const OTHER_SIGNS: &[(&str, &str, &str)] = &[
    ("ask.css", ".unplaced", "words"),
    ("ask.css", ".ask-row[aria-selected=\"true\"]", "its border, and the keys below"),
    ("deck.css", "p.warning", "words"),
    ("deck.css", ".deck-shared", "words"),
    ("deck.css", ".slides li.selected", "the heading of the editor, which names its number"),
    ("deck.css", ".deck-line .back", "words"),
    ("filter_bar.css", ".fault", "words"),
    ("filter_bar.css", ".chip", "words"),
    ("filter_bar.css", ".menu[data-kind=\"all\"] > summary", "the number of filters"),
    ("findings.css", ".counts .none", "the dot of not mentioned"),
    ("groupings.css", ".doubts h2", "words"),
    ("matrix.css", ".pairs .inside", "the strong rules between groups"),
    ("matrix.css", ".triangle td .tone-", "the number in the cell"),
    ("method.css", "[data-tone=", "the number in the cell"),
    ("method.css", ".histogram rect", "the line and the words of the grouping's own place"),
    ("method.css", ".histogram .own", "the line and the words of the grouping's own place"),
    ("network.css", ".help td .evidence-button:empty::before", "the shape of not mentioned"),
    ("network.css", ".help [data-step]", "the number in the cell"),
    ("network.css", ".help tbody td.chosen", "the head, bold and underlined"),
    ("network.css", ".drawing .link path", "the pattern of the line"),
    ("groupings.css", "details.doubts > summary::before", "the exclamation mark"),
    ("perspectives.css", ".voices .line:not([href]), .side .silent", "words"),
    ("search.css", ".search-note", "words"),
    ("search.css", "mark", "the word that was searched for"),
    ("states.css", ".by-column .meets", "the word “meets”"),
    ("states.css", ".wash-legend span", "the word in it"),
    ("tables.css", ".row-filters .chip", "words"),
    ("tables.css", ".filters .set", "the text in the field"),
    ("tables.css", ".figures .chosen > *", "the letter"),
    ("tables.css", ".pair-warning", "words"),
];

#[test]
fn no_picture_says_anything_by_colour_alone() {
    let mut used = BTreeSet::new();
    for (file, sheet) in components() {
        for (selector, body) in rules(&sheet) {
            // What is pointed at, focused or pressed is told by the browser and by an attribute.
            let states = [":hover", ":focus", "aria-pressed", "aria-current", "aria-disabled", ".over"];
            if states.iter().any(|state| selector.contains(state)) {
                continue;
            }
            let colors = ["--tone", "--step", "--accent-wash", "--quiet", "--warn"];
            let draws = body.split(';').any(|declaration| {
                let (property, value) = declaration.split_once(':').unwrap_or_default();
                let paints = ["background", "fill", "stroke", "border", "color"];
                paints.iter().any(|name| property.trim().starts_with(name))
                    && colors.iter().any(|color| value.contains(&format!("var({color}")))
            });
            if draws {
                let known = OTHER_SIGNS.iter().position(|(f, s, _)| *f == file && selector.contains(s));
                assert!(known.is_some(), "{file}: {selector}: say in OTHER_SIGNS what else tells it apart");
                used.extend(known);
            }
        }
    }
    let unused: Vec<_> =
        (0..OTHER_SIGNS.len()).filter(|at| !used.contains(at)).map(|at| OTHER_SIGNS[at]).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn marks_have_the_colour_of_the_text() {
    for (file, sheet) in components() {
        for (selector, body) in rules(&sheet) {
            let of_mark =
                [".glyph .", ".units .", ".full", ".open"].iter().any(|part| selector.contains(part));
            let paints = body.split(';').any(|declaration| {
                let (property, value) = declaration.split_once(':').unwrap_or_default();
                let (property, value) = (property.trim(), value.trim());
                let is_plain = ["none", "currentcolor", "var(--paper)", "var(--ink-2)"].contains(&value);
                ["fill", "stroke"].contains(&property) && !is_plain
            });
            assert!(!(of_mark && paints), "{file}: {selector} {{ {body} }}");
        }
    }
}
