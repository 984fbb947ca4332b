//! JSON of optional texts in view models.
//!
//! Golden files have an empty text for a missing one.

use serde::{Serialize, Serializer};

/// Writes a missing text as an empty one.
pub(crate) fn or_empty<S: Serializer>(text: &Option<String>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(text.as_deref().unwrap_or_default())
}

/// Writes missing items of a list as their default value.
pub(crate) fn or_default<T, S>(items: &[Option<T>], to: S) -> Result<S::Ok, S::Error>
where
    T: Serialize + Clone + Default,
    S: Serializer,
{
    to.collect_seq(items.iter().map(|item| item.clone().unwrap_or_default()))
}
