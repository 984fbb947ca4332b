//! Helpers shared by the pages of subjects.

use super::model::StateSection;
use crate::view::parts::lines::{Line, LineGroup};

pub(super) type Page = (Vec<String>, Vec<StateSection>);

/// Ends a sentence with a full stop, unless it ends with an abbreviation's.
pub(super) fn stopped(text: String) -> String {
    if text.ends_with('.') { text } else { text + "." }
}

pub(super) fn ids_of<T, I: From<usize>>(items: &[T], fits: impl Fn(&T) -> bool) -> Vec<I> {
    items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(ix, _)| I::from(ix)).collect()
}

pub(super) fn group(title: Option<String>, lines: Vec<Line>) -> LineGroup {
    LineGroup { title, lines }
}

pub(super) fn plain_line(text: String) -> Line {
    Line {
        mark: None,
        head: String::new(),
        text,
        detail: String::new(),
        pages: String::new(),
        open: None,
        href: None,
    }
}
