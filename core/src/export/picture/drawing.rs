//! Elements of a picture.

use std::fmt::Write;

use crate::export::handout::HandoutMark;
use crate::export::ooxml::escaped;
use crate::view::{finding_shape, glyph_shape};

/// Fonts of the texts, each on most machines; none is wider than the widths that place the texts.
const FONTS: &str = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";
const INK: &str = "#1f2933";

/// How a path of a glyph is drawn, by its class in the page.
const CLASSES: [(&str, &str); 6] = [
    ("full dash", "fill=\"#1f2933\""),
    ("full phase", "fill=\"#1f2933\""),
    ("full", "fill=\"#1f2933\""),
    ("open", "fill=\"none\" stroke=\"#1f2933\" stroke-width=\"1.6\" stroke-linejoin=\"round\""),
    ("line", "fill=\"none\" stroke=\"#1f2933\" stroke-width=\"1.2\""),
    ("hole", "fill=\"#fff\""),
];

/// A picture under construction.
pub struct Drawing {
    elements: String,
    /// Where the content begins from the left.
    pub left: f32,
    /// Width of the content.
    pub width: f32,
    /// Where the next block begins from the top.
    pub y: f32,
}

/// Writes a length with one decimal, if it has any.
///
/// By whole numbers: the code that writes fractions is 20 KB, and nothing else in the app needs it.
fn short(length: f32) -> String {
    let tenths = (length * 10.0).round() as i32;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{}", tenths / 10, rest.abs()),
    }
}

/// Writes a positive scale with three decimals.
fn scale(scale: f32) -> String {
    let thousandths = (scale * 1_000.0).round() as i32;
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}

impl Drawing {
    pub fn new(margin: f32, width: f32) -> Self {
        Self { elements: String::new(), left: margin, width, y: margin }
    }

    /// Draws a filled rectangle.
    pub fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, colour: &str) {
        let [x, y, width, height] = [x, y, width, height].map(short);
        let _ = write!(
            self.elements,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
        );
    }

    /// Draws a line of text from its left end.
    pub fn text(&mut self, x: f32, y: f32, text: &str, size: f32, is_bold: bool) {
        self.text_with(x, y, text, size, if is_bold { " font-weight=\"700\"" } else { "" });
    }

    /// Draws a line of text around its middle.
    pub fn centred(&mut self, x: f32, y: f32, text: &str, size: f32, is_bold: bool) {
        let bold = if is_bold { " font-weight=\"700\"" } else { "" };
        self.text_with(x, y, text, size, &format!("{bold} text-anchor=\"middle\""));
    }

    fn text_with(&mut self, x: f32, y: f32, text: &str, size: f32, more: &str) {
        if !text.is_empty() {
            let ([x, y, size], text) = ([x, y, size].map(short), escaped(text));
            let _ =
                write!(self.elements, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{more}>{text}</text>");
        }
    }

    /// Draws a mark beside a line of text: from its left end, on the line of the letters.
    pub fn mark(&mut self, mark: HandoutMark, x: f32, y: f32, size: f32) {
        match mark {
            HandoutMark::Glyph(glyph) => {
                let mut shape = glyph_shape(glyph).to_owned();
                for (class, drawn) in CLASSES {
                    shape = shape.replace(&format!("class=\"{class}\""), drawn);
                }
                let ([x, y], scale) = ([x, y - size * 0.85].map(short), scale(size / 16.0));
                let _ =
                    write!(self.elements, "<g transform=\"translate({x} {y}) scale({scale})\">{shape}</g>");
            }
            HandoutMark::Finding(mark) => {
                let (full, stroke) = finding_shape(mark);
                let ([x, y], scale) = ([x + size * 0.2, y - size * 0.8].map(short), scale(size / 12.0));
                let _ = write!(self.elements, "<g transform=\"translate({x} {y}) scale({scale})\">");
                if !full.is_empty() {
                    let _ = write!(self.elements, "<path fill=\"{INK}\" d=\"M0 0{full}\"/>");
                }
                if !stroke.is_empty() {
                    let _ =
                        write!(self.elements, "<path fill=\"none\" stroke=\"{INK}\" d=\"M0 0{stroke}\"/>");
                }
                self.elements.push_str("</g>");
            }
        }
    }

    /// Returns the picture, with its title for screen readers.
    pub fn finish(self, title: &str, lang: &str) -> String {
        let [width, height] =
            [self.width + 2.0 * self.left, self.y + self.left].map(|length| length.ceil() as i32);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 \
            {width} \
            {height}\" role=\"img\" lang=\"{lang}\" font-family=\"{FONTS}\" \
            fill=\"{INK}\"><title>{}</title><rect \
            width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>{}</svg>\n",
            escaped(title),
            self.elements
        )
    }
}
