//! Long lists, fifty rows at a time.

use std::ops::Range;

use crate::state::Action;
use crate::text::Key;
use crate::view::context::ViewContext;

/// So many rows stand on a page.
const ON_A_PAGE: usize = 50;

/// Where in a long list we are, and the ways to its other pages.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Pager {
    /// Accessible name.
    pub label: String,
    /// Page of pages.
    pub page: String,
    /// Rows of this page.
    pub range: String,
    /// Back.
    pub previous: PagerLink,
    /// On.
    pub next: PagerLink,
}

/// A link of the pager.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PagerLink {
    /// Words.
    pub label: String,
    /// Link.
    pub href: String,
    /// There is such a page.
    pub leads: bool,
}

/// The rows of the page asked for, and the pager where there are several pages. One past the end shows the last.
pub(crate) fn paged(cx: ViewContext, rows: usize) -> (Range<usize>, Option<Pager>) {
    let pages = rows.div_ceil(ON_A_PAGE).max(1);
    let page = usize::from(cx.state.page).min(pages - 1);
    let range = page * ON_A_PAGE..rows.min((page + 1) * ON_A_PAGE);
    let pager = (pages > 1).then(|| pager(cx, page, pages, &range));
    (range, pager)
}

fn pager(cx: ViewContext, page: usize, pages: usize, range: &Range<usize>) -> Pager {
    let say = cx.say();
    let step = |key, to: usize| PagerLink {
        label: say.text(key),
        href: cx.link(Action::Page(u16::try_from(to).unwrap_or(u16::MAX))),
        leads: to != page,
    };
    Pager {
        label: say.text(Key::PagerLabel),
        page: say.format(Key::PagerPage, &[("n", &say.number(page + 1)), ("m", &say.number(pages))]),
        range: say
            .format(Key::PagerRows, &[("a", &say.number(range.start + 1)), ("b", &say.number(range.end))]),
        previous: step(Key::PagerPrevious, page.saturating_sub(1)),
        next: step(Key::PagerNext, (page + 1).min(pages - 1)),
    }
}
