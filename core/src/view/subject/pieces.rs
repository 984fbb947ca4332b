//! Helpers shared by the pages of subjects.

use super::model::StateSection;

pub(super) type Page = (Vec<String>, Vec<StateSection>);

/// Ends a sentence with a full stop, unless it ends with an abbreviation's.
pub(super) fn stopped(text: String) -> String {
    if text.ends_with('.') { text } else { text + "." }
}

pub(super) fn ids_of<T, I: From<usize>>(items: &[T], fits: impl Fn(&T) -> bool) -> Vec<I> {
    items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(ix, _)| I::from(ix)).collect()
}
