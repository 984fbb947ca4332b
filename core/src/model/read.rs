//! JSON → raw bundle, by walking a parsed tree: every misfit is noted with its path, none stops the reading.
//!
//! This replaces serde's derived `Deserialize`: derived code is generated for each type and format again and weighs
//! several times as much in WebAssembly, and it stops at the first misfit (`docs/decisions/0003-reading-json.md`).

use serde_json::{Map, Value};

use super::check::Problem;
use super::raw::Bundle;

/// Reads a bundle.
///
/// # Errors
/// Every value that does not fit, with its path: a missing or unknown field, a wrong type, an unknown enum value.
pub fn bundle(value: Value) -> Result<Bundle, Vec<Problem>> {
    let mut reader = Reader { path: "$".to_owned(), problems: Vec::new() };
    match Bundle::read(&mut reader, value) {
        Some(bundle) if reader.problems.is_empty() => Ok(bundle),
        _ => Err(reader.problems),
    }
}

/// Where the reading is, and what did not fit.
pub struct Reader {
    path: String,
    problems: Vec<Problem>,
}

/// What can be read from JSON. `None` says that a problem was noted.
pub trait Read: Sized {
    /// Reads a value.
    fn read(reader: &mut Reader, value: Value) -> Option<Self>;
    /// What a missing field means, where it may be missing.
    fn missing() -> Option<Self> {
        None
    }
}

impl Reader {
    fn wrong<T>(&mut self, reason: String) -> Option<T> {
        self.problems.push(Problem { path: self.path.clone(), reason });
        None
    }

    fn wrong_type<T>(&mut self, found: &Value, expected: &str) -> Option<T> {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
        };
        self.wrong(format!("invalid type: {found}, expected {expected}"))
    }

    fn inside<T: Read>(&mut self, step: &str, value: Value) -> Option<T> {
        let before = self.path.len();
        self.path.push_str(step);
        let read = T::read(self, value);
        self.path.truncate(before);
        read
    }

    /// The fields of an object.
    pub fn object(&mut self, value: Value) -> Option<Map<String, Value>> {
        match value {
            Value::Object(fields) => Some(fields),
            other => self.wrong_type(&other, "an object"),
        }
    }

    /// Takes a field out of an object. `absent` stands for a field that may be missing.
    pub fn field<T: Read>(
        &mut self,
        fields: &mut Map<String, Value>,
        name: &str,
        absent: Option<T>,
    ) -> Option<T> {
        match fields.remove(name) {
            Some(value) => self.inside(&format!(".{name}"), value),
            None => absent.or_else(T::missing).or_else(|| self.wrong(format!("missing field `{name}`"))),
        }
    }

    /// Notes what was not taken.
    pub fn rest(&mut self, fields: &Map<String, Value>) {
        for name in fields.keys() {
            let path = format!("{}.{name}", self.path);
            self.problems.push(Problem { path, reason: format!("unknown field `{name}`") });
        }
    }

    /// The position of a word among the names of an enum, which are written in `CamelCase` there, `kebab-case` here.
    pub fn word(&mut self, value: &Value, names: &[&str]) -> Option<usize> {
        let Some(text) = value.as_str() else { return self.wrong_type(value, "a word") };
        let found = names.iter().position(|name| kebab(name) == text);
        found.or_else(|| {
            let known: Vec<_> = names.iter().map(|name| kebab(name)).collect();
            self.wrong(format!("unknown variant `{text}`, expected one of {}", known.join(", ")))
        })
    }
}

/// `PartlyRatified` → `partly-ratified`.
fn kebab(name: &str) -> String {
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
    fn read(reader: &mut Reader, value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            other => reader.wrong_type(&other, "a text"),
        }
    }
}

impl Read for bool {
    fn read(reader: &mut Reader, value: Value) -> Option<Self> {
        value.as_bool().or_else(|| reader.wrong_type(&value, "true or false"))
    }
}

impl Read for u64 {
    fn read(reader: &mut Reader, value: Value) -> Option<Self> {
        value.as_u64().or_else(|| reader.wrong_type(&value, "a whole number"))
    }
}

macro_rules! smaller {
    ($($ty:ty),*) => {$(
        impl Read for $ty {
            fn read(reader: &mut Reader, value: Value) -> Option<Self> {
                let number = u64::read(reader, value)?;
                <$ty>::try_from(number).ok().or_else(|| reader.wrong(format!("{number} is too large")))
            }
        }
    )*};
}
smaller!(u8, u16, u32);

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader, value: Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(reader, value).map(Some) }
    }
    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader, value: Value) -> Option<Self> {
        let Value::Array(items) = value else { return reader.wrong_type(&value, "a list") };
        let count = items.len();
        let read: Vec<T> = items
            .into_iter()
            .enumerate()
            .filter_map(|(i, item)| reader.inside(&format!("[{i}]"), item))
            .collect();
        (read.len() == count).then_some(read)
    }
}

impl Read for [u16; 2] {
    fn read(reader: &mut Reader, value: Value) -> Option<Self> {
        let pair = Vec::<u16>::read(reader, value)?;
        pair.try_into().ok().or_else(|| reader.wrong("expected two numbers".to_owned()))
    }
}
