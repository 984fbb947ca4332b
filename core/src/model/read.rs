//! JSON → raw bundle, by walking a parsed tree: every misfit is noted with its path, none stops the reading.
//!
//! This replaces serde's derived `Deserialize`: derived code is generated for each type and format again and weighs
//! several times as much in WebAssembly, and it stops at the first misfit (`docs/decisions/0003-reading-json.md`).

use super::check::Problem;
use super::node::Node;
use super::path::Path;
use super::raw::Bundle;

/// Reads a bundle from JSON text.
///
/// # Errors
/// Every value that does not fit, with its path: a missing or unknown field, a wrong type, an unknown enum value; or that
/// the text is no JSON.
pub fn bundle(json: &str) -> Result<Bundle, Vec<Problem>> {
    let tree = Node::parse(json)
        .map_err(|error| vec![Problem { path: "$".to_owned(), reason: format!("no JSON: {error}") }])?;
    let mut reader = Reader { problems: Vec::new() };
    match Bundle::read(&mut reader, tree, &Path::ROOT) {
        Some(bundle) if reader.problems.is_empty() => Ok(bundle),
        _ => Err(reader.problems),
    }
}

/// What did not fit so far.
pub struct Reader {
    problems: Vec<Problem>,
}

/// The fields of an object that were not taken yet.
pub type Fields<'a> = Vec<(std::borrow::Cow<'a, str>, Node<'a>)>;

/// What can be read from JSON. `None` says that a problem was noted.
pub trait Read: Sized {
    /// Reads a value at its place.
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self>;
    /// What a missing field means, where it may be missing.
    fn missing() -> Option<Self> {
        None
    }
}

impl Reader {
    fn wrong<T>(&mut self, at: &Path, reason: String) -> Option<T> {
        self.problems.push(Problem { path: at.to_string(), reason });
        None
    }

    fn wrong_type<T>(&mut self, found: &Node, expected: &str, at: &Path) -> Option<T> {
        self.wrong(at, format!("invalid type: {}, expected {expected}", found.kind()))
    }

    /// The fields of an object.
    pub fn object<'a>(&mut self, value: Node<'a>, at: &Path) -> Option<Fields<'a>> {
        match value {
            Node::Object(fields) => Some(fields),
            other => self.wrong_type(&other, "an object", at),
        }
    }

    /// Takes a field out of an object. `absent` stands for a field that may be missing.
    pub fn field<T: Read>(
        &mut self,
        fields: &mut Fields,
        name: &str,
        absent: Option<T>,
        at: &Path,
    ) -> Option<T> {
        match fields.iter().position(|(found, _)| found == name) {
            Some(i) => T::read(self, fields.remove(i).1, &at.field(name)),
            None => absent.or_else(T::missing).or_else(|| self.wrong(at, format!("missing field `{name}`"))),
        }
    }

    /// Notes what was not taken: fields of no known name, or of a name that was taken already.
    pub fn rest(&mut self, fields: &Fields, at: &Path) {
        for (name, _) in fields {
            self.wrong::<()>(
                &at.field(name),
                format!("unknown field `{name}`, or a second one of this name"),
            );
        }
    }

    /// The position of a word among the names of an enum, which are written in `CamelCase` there, `kebab-case` here.
    pub fn word(&mut self, value: &Node, names: &[&str], at: &Path) -> Option<usize> {
        let Node::Text(text) = value else { return self.wrong_type(value, "a word", at) };
        let found = names.iter().position(|name| is_kebab(name, text));
        found.or_else(|| {
            let known: Vec<_> = names.iter().map(|name| kebab(name)).collect();
            self.wrong(at, format!("unknown variant `{text}`, expected one of {}", known.join(", ")))
        })
    }
}

/// Whether a word is a name's kebab case, without making it.
fn is_kebab(name: &str, word: &str) -> bool {
    let mut word = word.bytes();
    let same = name.bytes().enumerate().all(|(i, letter)| {
        (i == 0 || !letter.is_ascii_uppercase() || word.next() == Some(b'-'))
            && word.next() == Some(letter.to_ascii_lowercase())
    });
    same && word.next().is_none()
}

/// `PartlyRatified` → `partly-ratified`.
pub(super) fn kebab(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    for (i, letter) in name.chars().enumerate() {
        if i > 0 && letter.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

impl Read for String {
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
        match value {
            Node::Text(text) => Some(text.into_owned()),
            other => reader.wrong_type(&other, "a text", at),
        }
    }
}

impl Read for bool {
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
        match value {
            Node::Bool(value) => Some(value),
            other => reader.wrong_type(&other, "true or false", at),
        }
    }
}

impl Read for u64 {
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
        match value {
            Node::Whole(number) => Some(number),
            other => reader.wrong_type(&other, "a whole number", at),
        }
    }
}

macro_rules! smaller {
    ($($ty:ty),*) => {$(
        impl Read for $ty {
            fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
                let number = u64::read(reader, value, at)?;
                <$ty>::try_from(number).ok().or_else(|| reader.wrong(at, format!("{number} is too large")))
            }
        }
    )*};
}
smaller!(u8, u16, u32);

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
        if matches!(value, Node::Null) { Some(None) } else { T::read(reader, value, at).map(Some) }
    }
    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
        let Node::List(items) = value else { return reader.wrong_type(&value, "a list", at) };
        let count = items.len();
        let mut read = Self::with_capacity(count);
        for (i, item) in items.into_iter().enumerate() {
            read.extend(T::read(reader, item, &at.item(i)));
        }
        (read.len() == count).then_some(read)
    }
}

impl Read for [u16; 2] {
    fn read(reader: &mut Reader, value: Node, at: &Path) -> Option<Self> {
        let pair = Vec::<u16>::read(reader, value, at)?;
        pair.try_into().ok().or_else(|| reader.wrong(at, "expected two numbers".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{is_kebab, kebab};

    #[test]
    fn words_are_names_in_kebab_case() {
        for name in ["Signed", "PartlyRatified", "NotAboutStates", "A"] {
            assert!(is_kebab(name, &kebab(name)), "{name}");
        }
        for (name, word) in [
            ("Signed", "signedx"),
            ("Signed", "signe"),
            ("InForce", "inforce"),
            ("InForce", "-in-force"),
            ("A", ""),
        ] {
            assert!(!is_kebab(name, word), "{name} {word}");
        }
    }
}
