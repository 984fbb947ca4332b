//! Pagination of long lists, fifty rows a page.

#![allow(missing_docs, reason = "fields are named after what they show")]

use std::ops::Range;

use crate::state::Action;
use crate::text::Key;
use crate::view::context::ViewContext;

/// Rows per page.
const ON_A_PAGE: usize = 50;

/// Position in a paginated list, with links to the previous and next page.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Pager {
    /// Accessible name.
    pub label: String,
    /// Current page and number of pages.
    pub page: String,
    /// Rows of this page.
    pub range: String,
    pub previous: PagerLink,
    pub next: PagerLink,
}

/// Link of the pager.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PagerLink {
    pub label: String,
    pub href: String,
    /// Whether there is such a page.
    pub leads: bool,
}

/// Returns the rows of the requested page, and the pager if there are several pages.
///
/// A page number past the end shows the last page, and the pager says so.
pub(crate) fn paged(cx: ViewContext, rows: usize) -> (Range<usize>, Option<Pager>) {
    let pages = rows.div_ceil(ON_A_PAGE).max(1);
    let page = usize::from(cx.state.page).min(pages - 1);
    let range = page * ON_A_PAGE..rows.min((page + 1) * ON_A_PAGE);
    let is_beyond = page < usize::from(cx.state.page) && rows > 0;
    let pager = (pages > 1 || is_beyond).then(|| pager(cx, page, pages, &range));
    (range, pager)
}

fn pager(cx: ViewContext, page: usize, pages: usize, range: &Range<usize>) -> Pager {
    let fmt = cx.formatter();
    let asked = usize::from(cx.state.page);
    let place = if asked == page { Key::PagerPage } else { Key::PagerBeyond };
    let numbers = [page + 1, pages, asked + 1].map(|n| fmt.number(n));
    let step = |key, to: usize| PagerLink {
        label: fmt.text(key),
        href: cx.link(Action::Page(u16::try_from(to).unwrap_or(u16::MAX))),
        leads: to != page,
    };
    Pager {
        label: fmt.text(Key::PagerLabel),
        page: fmt.format(place, &[("n", &numbers[0]), ("m", &numbers[1]), ("asked", &numbers[2])]),
        range: fmt
            .format(Key::PagerRows, &[("a", &fmt.number(range.start + 1)), ("b", &fmt.number(range.end))]),
        previous: step(Key::PagerPrevious, page.saturating_sub(1)),
        next: step(Key::PagerNext, (page + 1).min(pages - 1)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use crate::query::FindingsIndex;
    use crate::state::decode;
    use crate::view::{ViewContext, data, findings};

    #[test]
    fn a_page_past_the_end_is_told() {
        let ds = crate::embedded().unwrap();
        let index = FindingsIndex::new(&ds);
        for (link, place, leads) in [
            ("#/data?v=1&table=findings&page=2", "page 2 of ", true),
            ("#/data?v=1&table=findings&page=999", "There is no page 999. This is page ", true),
            ("#/data?v=1&table=states&page=2", "There is no page 2. This is page 1 of 1", false),
            ("#/findings?v=1&q=propiska&page=65535", "There is no page 65,535. This is page 1 of 1", false),
        ] {
            let state = decode(link, &ds).state;
            let cx = ViewContext { ds: &ds, index: &index, state: &state };
            let pager = if link.contains("data") { data(cx).pager } else { findings(cx).pager }.unwrap();
            assert!(pager.page.starts_with(place), "{link}: {}", pager.page);
            assert_eq!(pager.previous.leads, leads, "{link}");
        }
    }
}
