//! Where the findings stand in the report: one unit for each, by page.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::FindingId;
use crate::query::FindingsResult;
use crate::state::{Action, SearchText};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::Tick;

/// Findings by page.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FindingPages {
    pub title: String,
    /// Meaning of a unit.
    pub unit: String,
    /// What is counted twice.
    pub note: String,
    /// Pages with findings, in order.
    pub columns: Vec<PageColumn>,
    /// Number of findings of the longest column.
    pub most: usize,
    /// Parts of the report, where they begin.
    pub ticks: Vec<Tick>,
}

/// A page with its findings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PageColumn {
    /// Number of findings with a source on the page.
    pub n: usize,
    /// Position of its centre, in thousandths of the width.
    pub at: u16,
    /// Accessible name.
    pub label: String,
    /// Link to the findings of the page; `None` during a search.
    pub href: Option<String>,
}

/// Builds the view model.
pub(super) fn finding_pages(cx: ViewContext, answer: &FindingsResult) -> FindingPages {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let of_report = ds.paragraphs.iter().map(|paragraph| paragraph.pages);
    let first = of_report.clone().map(|[first, _]| first).min().unwrap_or_default();
    let last = of_report.map(|[_, last]| last).max().unwrap_or_default();
    let width = usize::from(last - first) + 1;
    let mut counts = vec![0; width];
    for id in &answer.ids {
        pages(cx, *id).into_iter().for_each(|page| counts[usize::from(page - first)] += 1);
    }
    let centre = |page: u16| ((usize::from(page - first) * 2 + 1) * 500 / width) as u16;
    let column = |(page, n): (u16, usize)| {
        let words = fmt.format(Key::PageShort, &[("p", &page.to_string())]);
        let actions = [Action::Search(SearchText::new(&words))];
        PageColumn {
            n,
            at: centre(page),
            label: format!("{words}: {}", fmt.plural(Key::FindingsTotal, n)),
            href: cx.state.search.is_empty().then(|| cx.link_after(&actions)),
        }
    };
    let parts = ds.sections.iter().filter(|section| section.parent.is_none());
    let tick = |(key, name): (&str, Key)| {
        let part = parts.clone().find(|section| section.key == key)?;
        Some(Tick { at: centre(part.page), label: fmt.text(name) })
    };
    FindingPages {
        title: fmt.text(Key::WhereTitle),
        unit: fmt.text(Key::WhereUnit),
        note: fmt.text(Key::WhereNote),
        columns: (first..).zip(counts.iter().copied()).filter(|(_, n)| *n > 0).map(column).collect(),
        most: counts.iter().copied().max().unwrap_or_default(),
        ticks: PARTS.iter().copied().filter_map(tick).collect(),
    }
}

/// Parts of the report that are named under the picture.
const PARTS: &[(&str, Key)] =
    &[("gov", Key::WhereGovernments), ("ngo", Key::WhereNgos), ("future", Key::WhereFuture)];

/// Returns the pages on which the sources of a finding stand, each once.
fn pages(cx: ViewContext, id: FindingId) -> Vec<u16> {
    let ranges = cx.ds.finding(id).provenance.sources.iter().filter_map(|source| cx.ds.pages_of(*source));
    let mut pages: Vec<u16> = ranges.flat_map(|[first, last]| first..=last).collect();
    pages.sort_unstable();
    pages.dedup();
    pages
}
