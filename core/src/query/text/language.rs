//! The languages of a text.

use crate::model::Text;

/// The Russian of a text; nothing where both languages have the same.
pub(super) fn russian(text: &Text) -> &str {
    text.ru.as_deref().unwrap_or_default()
}
