//! Access to the languages of a text.

use crate::model::Text;

/// Returns the Russian text; empty if both languages are equal.
pub(super) fn russian(text: &Text) -> &str {
    text.ru.as_deref().unwrap_or_default()
}
