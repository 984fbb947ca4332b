//! Reader of the raw bundle: walks a parsed JSON tree and records every mismatch with its path.
//!
//! This replaces serde's derived `Deserialize`, which generates code for each type and format,
//! several times as large in WebAssembly, and stops at the first error
//! (`docs/decisions/0003-reading-json.md`).

use super::error::DatasetError;
use super::node::JsonNode;
use super::path::Path;

/// Reader that collects the problems found so far.
#[derive(Default)]
pub struct BundleReader {
    pub(super) problems: Vec<DatasetError>,
}

/// Fields of an object that were not yet taken.
pub type Fields<'a> = Vec<(std::borrow::Cow<'a, str>, JsonNode<'a>)>;

/// A type that can be read from JSON.
///
/// A mismatch is recorded as a problem and read as the default. The default is never used: a bundle
/// with problems is refused.
pub trait Read: Default {
    /// Reads the value at a path.
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self;
    /// Whether a field of this type may be missing (`Option`).
    const MAY_MISS: bool = false;
}

impl BundleReader {
    /// Records a mismatch.
    #[inline(always)]
    fn wrong(&mut self, at: &Path, words: std::fmt::Arguments) {
        self.problems.push(DatasetError::at(at, words));
    }

    #[cold]
    fn wrong_type(&mut self, found: &JsonNode, expected: &str, at: &Path) {
        self.wrong(at, format_args!("invalid type: {}, expected {expected}", found.kind()));
    }

    /// Returns the fields of an object.
    pub fn object<'a>(&mut self, value: JsonNode<'a>, at: &Path) -> Fields<'a> {
        match value {
            JsonNode::Object(fields) => fields,
            other => {
                self.wrong_type(&other, "an object", at);
                Fields::new()
            }
        }
    }

    /// Takes a field out of an object and reads it.
    pub fn field<T: Read>(&mut self, fields: &mut Fields, name: &str, may_miss: bool, at: &Path) -> T {
        match self.take(fields, name, may_miss || T::MAY_MISS, at) {
            Some(value) => T::read(self, value, &at.field(name)),
            None => T::default(),
        }
    }

    /// The part of [`BundleReader::field`] that does not depend on the type.
    #[inline(never)]
    fn take<'a>(
        &mut self,
        fields: &mut Fields<'a>,
        name: &str,
        may_miss: bool,
        at: &Path,
    ) -> Option<JsonNode<'a>> {
        let found = fields.iter().position(|(found, _)| found == name);
        if found.is_none() && !may_miss {
            self.wrong(at, format_args!("missing field `{name}`"));
        }
        found.map(|i| fields.remove(i).1)
    }

    /// Reports the fields that are left: unknown names, and names that occur a second time.
    pub fn rest(&mut self, fields: &Fields, at: &Path) {
        for (name, _) in fields {
            self.wrong(&at.field(name), format_args!("unknown field `{name}`, or a second one of this name"));
        }
    }

    /// Returns the position of a kebab-case word among the CamelCase names of an enum.
    #[inline(never)]
    pub fn word(&mut self, value: &JsonNode, names: &[&str], at: &Path) -> usize {
        let JsonNode::Text(text) = value else {
            self.wrong_type(value, "a word", at);
            return 0;
        };
        names.iter().position(|name| is_kebab(name, text)).unwrap_or_else(|| {
            let known: Vec<_> = names.iter().map(|name| kebab(name)).collect();
            self.wrong(at, format_args!("unknown variant `{text}`, expected one of {}", known.join(", ")));
            0
        })
    }

    /// Returns the items of a list.
    #[inline(never)]
    fn list<'a>(&mut self, value: JsonNode<'a>, at: &Path) -> Vec<JsonNode<'a>> {
        match value {
            JsonNode::List(items) => items,
            other => {
                self.wrong_type(&other, "a list", at);
                Vec::new()
            }
        }
    }
}

/// Whether `word` is `name` in kebab case; allocates nothing.
fn is_kebab(name: &str, word: &str) -> bool {
    let mut word = word.bytes();
    let same = name.bytes().enumerate().all(|(i, letter)| {
        (i == 0 || !letter.is_ascii_uppercase() || word.next() == Some(b'-'))
            && word.next() == Some(letter.to_ascii_lowercase())
    });
    same && word.next().is_none()
}

/// Converts to kebab case: `PartlyRatified` → `partly-ratified`.
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
    #[inline(never)]
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
        match value {
            JsonNode::Text(text) => text.into_owned(),
            other => {
                reader.wrong_type(&other, "a text", at);
                Self::new()
            }
        }
    }
}

impl Read for bool {
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
        match value {
            JsonNode::Bool(value) => value,
            other => {
                reader.wrong_type(&other, "true or false", at);
                false
            }
        }
    }
}

impl Read for u64 {
    #[inline(never)]
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
        match value {
            JsonNode::Whole(number) => number,
            other => {
                reader.wrong_type(&other, "a whole number", at);
                0
            }
        }
    }
}

macro_rules! smaller {
    ($($ty:ty),*) => {$(
        impl Read for $ty {
            fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
                let number = u64::read(reader, value, at);
                Self::try_from(number).unwrap_or_else(|_| {
                    reader.wrong(at, format_args!("{number} is too large"));
                    0
                })
            }
        }
    )*};
}
smaller!(u8, u16, u32);

impl<T: Read> Read for Option<T> {
    const MAY_MISS: bool = true;
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
        if matches!(value, JsonNode::Null) { None } else { Some(T::read(reader, value, at)) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
        let items = reader.list(value, at);
        let mut read = Self::with_capacity(items.len());
        for (i, item) in items.into_iter().enumerate() {
            read.push(T::read(reader, item, &at.item(i)));
        }
        read
    }
}

impl Read for [u16; 2] {
    fn read(reader: &mut BundleReader, value: JsonNode, at: &Path) -> Self {
        Vec::<u16>::read(reader, value, at).try_into().unwrap_or_else(|_| {
            reader.wrong(at, format_args!("expected two numbers"));
            [0; 2]
        })
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
