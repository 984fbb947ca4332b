//! Import and export of a deck as JSON, also the form in which the browser keeps it.
//!
//! `{"schema":1,"kind":"deck","name":…,"slides":[{"link":…,"title":…,"notes":…,"data":…}]}`
//!
//! Reading is total: it returns a deck or a list of every error with its path, never a part of a
//! deck.

use super::{Deck, MAX_NOTES_CHARS, MAX_SLIDES, MAX_TITLE_CHARS, Slide, lines, one_line};
use crate::model::{Dataset, JsonNode, Path, json_string};
use crate::state::{ExpectedType, FieldFault, View, decode, excerpt, field_faults, parsed};

/// Size limit in bytes, checked before parsing. Two hundred slides with notes have 100,000.
pub const MAX_DECK_BYTES: usize = 2 * 1024 * 1024;
/// Version of the file format.
const SCHEMA: u64 = 1;
/// Value of the field `kind`.
const KIND: &str = "deck";
/// Digits of a fingerprint.
const FINGERPRINT: usize = 8;

/// Cause of an error in a deck's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeckFileFault {
    /// Larger than [`MAX_DECK_BYTES`].
    TooLarge,
    /// Not UTF-8: browsers decode invalid bytes as U+FFFD.
    NotUtf8,
    /// Not JSON. Holds the line and column of the parser's error, if known.
    NoJson(String),
    /// A value of the wrong type.
    Expected(ExpectedType),
    /// An unsupported version.
    Version,
    /// Not the file of a deck.
    Kind,
    /// An unknown field: the beginning of its name, at the object's path.
    UnknownField(String),
    /// A field that occurs twice in its object.
    RepeatedField,
    /// A text that is too long. Holds its number of characters and the largest.
    LongText(usize, usize),
    /// A text with control characters or invisible characters.
    RefusedText,
    /// Too many slides. Holds their number.
    TooManySlides(usize),
    /// A link that is no view of this app, or names data that are not there. Holds its beginning.
    Link(String),
    /// Not eight hexadecimal digits.
    Fingerprint,
}

/// An error in a deck's file with its path, such as `$.slides[2].link`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeckFileError {
    /// Path in the file.
    pub path: String,
    /// Cause.
    pub fault: DeckFileFault,
}

/// Serializes a deck; [`read`] is the inverse.
///
/// `<` is escaped, so that the text can stand in a script of a page.
pub fn write(deck: &Deck) -> String {
    let quoted = |text: &str| json_string(text).replace('<', "\\u003c");
    let slide = |slide: &Slide| {
        let title = slide.title.as_ref().map_or_else(|| "null".to_owned(), |title| quoted(title));
        format!(
            "    {{ \"link\": {}, \"title\": {title}, \"notes\": {}, \"data\": {} }}",
            quoted(&slide.link),
            quoted(&slide.notes),
            quoted(&slide.data)
        )
    };
    let slides: Vec<_> = deck.slides.iter().map(slide).collect();
    let slides = if slides.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", slides.join(",\n")) };
    format!(
        "{{\n  \"schema\": {SCHEMA},\n  \"kind\": \"{KIND}\",\n  \"name\": {},\n  \"slides\": {slides}\n}}\n",
        quoted(&deck.name)
    )
}

/// Parses the file of a deck.
///
/// # Errors
///
/// Returns every error with its path.
pub fn read(ds: &Dataset, text: &str) -> Result<Deck, Vec<DeckFileError>> {
    let root = |fault| vec![DeckFileError { path: Path::ROOT.to_string(), fault }];
    if text.len() > MAX_DECK_BYTES {
        return Err(root(DeckFileFault::TooLarge));
    }
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(root(DeckFileFault::NotUtf8));
    }
    let tree = parsed(text).map_err(|place| root(DeckFileFault::NoJson(place)))?;
    let mut reader = Reader { ds, errors: Vec::new() };
    let deck = reader.deck(&tree);
    if reader.errors.is_empty() { Ok(deck) } else { Err(reader.errors) }
}

struct Reader<'a> {
    ds: &'a Dataset,
    errors: Vec<DeckFileError>,
}

impl Reader<'_> {
    fn wrong(&mut self, at: &Path, fault: DeckFileFault) {
        self.errors.push(DeckFileError { path: at.to_string(), fault });
    }

    fn expected(&mut self, at: &Path, wanted: ExpectedType) {
        self.wrong(at, DeckFileFault::Expected(wanted));
    }

    fn deck(&mut self, tree: &JsonNode) -> Deck {
        let at = &Path::ROOT;
        if !matches!(tree, JsonNode::Object(_)) {
            self.expected(at, ExpectedType::Object);
            return Deck::default();
        }
        match tree.get("kind") {
            JsonNode::Text(kind) if kind == KIND => {}
            JsonNode::Text(_) => self.wrong(&at.field("kind"), DeckFileFault::Kind),
            _ => self.expected(&at.field("kind"), ExpectedType::Text),
        }
        match tree.get("schema") {
            JsonNode::Whole(SCHEMA) => {}
            JsonNode::Whole(_) => self.wrong(&at.field("schema"), DeckFileFault::Version),
            _ => self.expected(&at.field("schema"), ExpectedType::Number),
        }
        // A file of another kind is not checked further.
        if !self.errors.is_empty() {
            return Deck::default();
        }
        self.fields(tree, &["schema", "kind", "name", "slides"], at);
        let name = self.text(tree, "name", at, MAX_TITLE_CHARS, one_line);
        let JsonNode::List(slides) = tree.get("slides") else {
            self.expected(&at.field("slides"), ExpectedType::List);
            return Deck::default();
        };
        if slides.len() > MAX_SLIDES {
            self.wrong(&at.field("slides"), DeckFileFault::TooManySlides(slides.len()));
        }
        let read = |(ix, slide): (usize, &JsonNode)| self.slide(slide, &at.element("slides", ix));
        let slides = slides.iter().take(MAX_SLIDES).enumerate().map(read).collect();
        Deck { name, slides }
    }

    fn slide(&mut self, slide: &JsonNode, at: &Path) -> Slide {
        if !matches!(slide, JsonNode::Object(_)) {
            self.expected(at, ExpectedType::Object);
            return Slide::default();
        }
        self.fields(slide, &["link", "title", "notes", "data"], at);
        let title = match slide.get("title") {
            JsonNode::Null => None,
            _ => Some(self.text(slide, "title", at, MAX_TITLE_CHARS, one_line)),
        };
        let notes = match slide.get("notes") {
            JsonNode::Null => String::new(),
            _ => self.text(slide, "notes", at, MAX_NOTES_CHARS, lines),
        };
        let data = self.fingerprint(slide, at);
        Slide { link: self.link(slide, at), title: title.filter(|title| !title.is_empty()), notes, data }
    }

    /// Checks the link of a slide, and makes it canonical.
    fn link(&mut self, slide: &JsonNode, at: &Path) -> String {
        let at = at.field("link");
        let JsonNode::Text(link) = slide.get("link") else {
            self.expected(&at, ExpectedType::Text);
            return String::new();
        };
        let decoded = decode(link, self.ds);
        if !link.starts_with("#/") || !decoded.errors.is_empty() || decoded.state.view == View::Deck {
            self.wrong(&at, DeckFileFault::Link(excerpt(link)));
        }
        Slide::of(&decoded.state, self.ds, "").link
    }

    fn fingerprint(&mut self, slide: &JsonNode, at: &Path) -> String {
        let at = at.field("data");
        let JsonNode::Text(data) = slide.get("data") else {
            self.expected(&at, ExpectedType::Text);
            return String::new();
        };
        if data.len() != FINGERPRINT || !data.bytes().all(|b| b.is_ascii_hexdigit()) {
            self.wrong(&at, DeckFileFault::Fingerprint);
        }
        data.to_string()
    }

    /// Checks that a text is as `clean` would keep it.
    fn text(
        &mut self,
        object: &JsonNode,
        name: &str,
        at: &Path,
        most: usize,
        clean: fn(&str) -> String,
    ) -> String {
        let at = at.field(name);
        let JsonNode::Text(text) = object.get(name) else {
            self.expected(&at, ExpectedType::Text);
            return String::new();
        };
        let length = text.chars().count();
        let is_refused = |c: char| super::is_refused(c) || c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if length > most {
            self.wrong(&at, DeckFileFault::LongText(length, most));
        } else if text.chars().any(is_refused) {
            self.wrong(&at, DeckFileFault::RefusedText);
        }
        clean(text)
    }

    /// Checks that an object has only these fields, each at most once.
    fn fields(&mut self, object: &JsonNode, known: &[&'static str], at: &Path) {
        for fault in field_faults(object, known) {
            match fault {
                FieldFault::Unknown(name) => self.wrong(at, DeckFileFault::UnknownField(name)),
                FieldFault::Repeated(name) => self.wrong(&at.field(name), DeckFileFault::RepeatedField),
            }
        }
    }
}
