//! What the files of the reader share: a grouping and a deck, as JSON.

use super::params::excerpt;
use crate::model::JsonNode;

/// A JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedType {
    /// An object.
    Object,
    /// An array.
    List,
    /// A string.
    Text,
    /// `true` or `false`.
    YesNo,
    /// A number.
    Number,
}

/// A field that an object should not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FieldFault {
    /// An unknown field: the beginning of its name.
    Unknown(String),
    /// A field that occurs before: its name. JSON parsers differ in which of two they use.
    Repeated(&'static str),
}

/// Parses the text of a file.
///
/// # Errors
///
/// Returns where it is no JSON, line and column as `3:14`; empty if the parser does not say.
pub(crate) fn parsed(text: &str) -> Result<JsonNode<'_>, String> {
    // Some editors write a byte order mark.
    JsonNode::parse(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let place = error.rsplit_once(" at line ").and_then(|(_, place)| place.split_once(" column "));
        place.map(|(line, column)| format!("{line}:{column}")).unwrap_or_default()
    })
}

/// Returns the fields of an object that are not known, or not the first of their name.
pub(crate) fn field_faults(object: &JsonNode, known: &[&'static str]) -> Vec<FieldFault> {
    let JsonNode::Object(fields) = object else { return Vec::new() };
    let fault = |(i, (name, _)): (usize, &(std::borrow::Cow<str>, JsonNode))| match known
        .iter()
        .find(|known| *known == name)
    {
        None => Some(FieldFault::Unknown(excerpt(name))),
        Some(known) => {
            let is_repeated = fields[..i].iter().any(|(before, _)| before == known);
            is_repeated.then_some(FieldFault::Repeated(known))
        }
    };
    fields.iter().enumerate().filter_map(fault).collect()
}
