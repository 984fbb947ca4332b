//! Annex B: stocks and flows on one logarithmic scale, which covers 25 thousand to 284 million.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::{IndicatorId, IndicatorKind};
use crate::state::Evidence;
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::parts::scale::Tick;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// View model of the tab "Figures" of the overview.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Figures {
    pub title: String,
    pub sentences: Vec<String>,
    /// Explains how to read the scale.
    pub scale: String,
    pub heads: [String; 4],
    /// Powers of ten.
    pub ticks: Vec<Tick>,
    pub blocks: Vec<FigureBlock>,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
}

/// Stocks or flows.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FigureBlock {
    pub title: String,
    pub rows: Vec<FigureRow>,
}

/// Row of a figure.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FigureRow {
    pub name: String,
    pub mark: Glyph,
    pub value: String,
    pub at: String,
    /// Position on the scale, in thousandths.
    pub place: u16,
    /// Text of the cumulative total, and its position on the scale.
    pub total: Option<(String, u16)>,
    pub definition: String,
    /// Pages and notes.
    pub pages: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Ends of the scale, as powers of ten.
const DECADES: [u32; 2] = [4, 9];

/// Returns the position of a number on the scale, in thousandths, clamped to the ends.
fn place(value: u64) -> u16 {
    let [low, high] = DECADES.map(f64::from);
    let value = value.max(1) as f64;
    (((value.log10() - low) / (high - low)).clamp(0.0, 1.0) * 1000.0).round() as u16
}

/// Builds the view model.
pub fn figures(cx: ViewContext) -> Figures {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let block = |title: Key, kind: IndicatorKind| FigureBlock {
        title: fmt.text(title),
        rows: (0..ds.indicators.len())
            .map(IndicatorId::from)
            .filter(|id| ds.indicator(*id).kind == kind)
            .map(|id| row(cx, id))
            .collect(),
    };
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, fmt.text(key));
    Figures {
        title: fmt.text(Key::FiguresTitle),
        sentences: vec![fmt.format(Key::FiguresSentence, &[("n", &fmt.number(ds.indicators.len()))])],
        scale: fmt.text(Key::FiguresScale),
        heads: [Key::Figure, Key::At, Key::Value, Key::FiguresHead].map(|k| fmt.text(k)),
        ticks: (DECADES[0]..=DECADES[1])
            .map(|power| Tick { label: decade(cx, power), at: place(10_u64.pow(power)) })
            .collect(),
        blocks: vec![block(Key::Stocks, IndicatorKind::Stock), block(Key::Flows, IndicatorKind::Flow)],
        legend_name: fmt.text(Key::Legend),
        legend: vec![
            item(Glyph::Stock, Key::KindStock),
            item(Glyph::Flow, Key::KindFlow),
            item(Glyph::Total, Key::KindTotal),
        ],
    }
}

/// Formats a power of ten in short: `100,000`, `10 m`, `1 bn`.
fn decade(cx: ViewContext, power: u32) -> String {
    let (key, unit) = match power {
        0..6 => (Key::Thousands, 3),
        6..9 => (Key::Millions, 6),
        _ => (Key::Billions, 9),
    };
    cx.formatter().format(key, &[("n", &10_u64.pow(power.saturating_sub(unit)).to_string())])
}

fn row(cx: ViewContext, id: IndicatorId) -> FigureRow {
    let (fmt, x) = (cx.formatter(), cx.ds.indicator(id));
    let (name, value) = (fmt.localized(&x.name), text::number(fmt.lang, x.value));
    FigureRow {
        mark: if x.kind == IndicatorKind::Stock { Glyph::Stock } else { Glyph::Flow },
        at: fmt.indicator_date(x),
        place: place(x.value),
        total: fmt.cumulative_total(x).map(|words| (words, place(x.cumulative.map_or(0, |c| c.0)))),
        definition: fmt.localized(&x.definition),
        pages: fmt.page_list(&x.provenance.sources),
        label: fmt.format(Key::FigureLabel, &[("name", &name), ("n", &value)]),
        open: cx.evidence_link(Evidence::Indicator(id)),
        name,
        value,
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn the_scale_runs_from_ten_thousand_to_a_billion() {
        assert_eq!([10_000, 1_000_000, 1_000_000_000].map(place), [0, 400, 1000]);
        assert_eq!([0, 5, u64::MAX].map(place), [0, 0, 1000]);
    }
}
