//! The files of a view: slides, document, picture; and the slides of a deck.

use super::document::{MIME as DOCX, document};
use super::files::SavedFile;
use super::handout::{Handout, handout, handout_name};
use super::input::ExportInput;
use super::picture::{MIME as SVG, picture};
use super::slides::{MIME as PPTX, SlideSource, slides};
use crate::deck::{Deck, Slide};
use crate::text::{self, Key};
use crate::view::{ViewContext, slide_words};

/// Most slides of the view behind a slide of a deck: all rows of every view that fits a screen.
const MOST_OF_SLIDE: usize = 6;
/// Most rows of a table in the picture of a slide, which is looked at in small size.
const MOST_ROWS: usize = 24;

/// Format of a file of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoutFormat {
    /// A presentation.
    Pptx,
    /// A document.
    Docx,
    /// A picture.
    Svg,
}

impl HandoutFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Pptx, Self::Docx, Self::Svg];

    /// Returns the ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pptx => "pptx",
            Self::Docx => "docx",
            Self::Svg => "svg",
        }
    }
}

/// Returns the file of the view in the input's state and language.
pub fn handout_file(input: ExportInput, format: HandoutFormat) -> SavedFile {
    let made = handout(input);
    let (mime, bytes) = match format {
        HandoutFormat::Pptx => (PPTX, slides(&[source(made)], input.cx.state.lang)),
        HandoutFormat::Docx => (DOCX, document(&made)),
        HandoutFormat::Svg => (SVG, picture(&made).into_bytes()),
    };
    SavedFile { name: format!("{}.{}", handout_name(input), format.ending()), mime, bytes }
}

/// Returns the view on as many slides as it needs.
fn source(handout: Handout) -> SlideSource {
    SlideSource { handout, title: None, notes: String::new(), most: None }
}

/// Returns the presentation of a deck, in the input's language.
pub fn deck_file(input: ExportInput, deck: &Deck) -> SavedFile {
    let lang = input.cx.state.lang;
    let bytes = slides(&deck_sources(input, deck), lang);
    let name = format!("{}_{}.{}.pptx", input.cx.ds.meta.key, deck.file_name(), lang.tag());
    SavedFile { name, mime: PPTX, bytes }
}

/// Returns the slides of a deck: of each view its first table, as far as it fits.
pub fn deck_sources(input: ExportInput, deck: &Deck) -> Vec<SlideSource> {
    let of = |slide: &Slide| {
        at_slide(input, slide, |input| SlideSource {
            handout: handout(input),
            title: Some(slide.title_or(|| slide_words(input.cx).title)),
            notes: slide.notes.clone(),
            most: Some((MOST_OF_SLIDE, left_out)),
        })
    };
    deck.slides.iter().map(of).collect()
}

/// Returns the picture of a slide (SVG), in the input's language: the first rows of each table.
pub fn slide_picture(input: ExportInput, slide: &Slide) -> String {
    let mut made = at_slide(input, slide, |input| Handout {
        title: slide.title_or(|| slide_words(input.cx).title),
        ..handout(input)
    });
    made.tables.iter_mut().for_each(|table| table.rows.truncate(MOST_ROWS));
    picture(&made)
}

/// Makes something of the view of a slide, in the input's language.
fn at_slide<T>(input: ExportInput, slide: &Slide, make: impl FnOnce(ExportInput) -> T) -> T {
    let state = slide.state(input.cx.ds, input.cx.state.lang);
    make(ExportInput { cx: ViewContext { state: &state, ..input.cx }, ..input })
}

/// Says how many rows of a view are not on the slides.
fn left_out(handout: &Handout, rows: usize) -> String {
    text::plural(handout.lang, Key::TakeRowsLeft, rows, &[])
}
