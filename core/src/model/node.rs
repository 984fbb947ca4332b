//! JSON tree that borrows its strings.
//!
//! Like `serde_json::Value`, but faster to build: it copies no field names and builds no maps
//! (`docs/decisions/0003-reading-json.md`).
#![allow(missing_docs, reason = "variants are named after the JSON types")]

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Writes a text as a JSON string.
pub fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum JsonNode<'a> {
    Null,
    Bool(bool),
    /// A whole number, 0 or more.
    Whole(u64),
    /// Any other number; its value is dropped.
    Number,
    Text(Cow<'a, str>),
    List(Vec<JsonNode<'a>>),
    /// An object, with its fields in their order.
    Object(Vec<(Cow<'a, str>, JsonNode<'a>)>),
}

impl<'a> JsonNode<'a> {
    /// Parses JSON.
    ///
    /// # Errors
    /// The parser's message if the text is not JSON.
    pub fn parse(json: &'a str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// Returns a field of an object; `Null` if there is no such field or this is not an object.
    pub fn get(&self, name: &str) -> &Self {
        let found = match self {
            JsonNode::Object(fields) => fields.iter().find(|(found, _)| found == name),
            _ => None,
        };
        found.map_or(&JsonNode::Null, |(_, value)| value)
    }

    /// Returns the items of a list; an empty slice for anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            JsonNode::List(items) => items,
            _ => &[],
        }
    }

    /// Name of the JSON type, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            JsonNode::Null => "null",
            JsonNode::Bool(_) => "true or false",
            JsonNode::Whole(_) | JsonNode::Number => "number",
            JsonNode::Text(_) => "string",
            JsonNode::List(_) => "list",
            JsonNode::Object(_) => "object",
        }
    }
}

impl<'de> Deserialize<'de> for JsonNode<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Tree)
    }
}

/// Name of a field, borrowed if it has no escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.deserialize_str(Tree)? {
            JsonNode::Text(name) => Ok(Self(name)),
            // `deserialize_str` of JSON returns text or fails.
            _ => Ok(Self(Cow::Borrowed(""))),
        }
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = JsonNode<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<JsonNode<'de>, E> {
        Ok(JsonNode::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<JsonNode<'de>, E> {
        Ok(JsonNode::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<JsonNode<'de>, E> {
        Ok(JsonNode::Whole(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<JsonNode<'de>, E> {
        Ok(u64::try_from(value).map_or(JsonNode::Number, JsonNode::Whole))
    }
    fn visit_f64<E>(self, value: f64) -> Result<JsonNode<'de>, E> {
        // `1.0` is the number `1`; larger ones are not exact.
        let is_whole = value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value);
        Ok(if is_whole { JsonNode::Whole(value as u64) } else { JsonNode::Number })
    }
    fn visit_str<E>(self, text: &str) -> Result<JsonNode<'de>, E> {
        Ok(JsonNode::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<JsonNode<'de>, E> {
        Ok(JsonNode::Text(Cow::Borrowed(text)))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<JsonNode<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(JsonNode::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<JsonNode<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((Name(name), value)) = from.next_entry()? {
            fields.push((name, value));
        }
        Ok(JsonNode::Object(fields))
    }
}
