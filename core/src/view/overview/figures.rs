//! Appendix B: stocks and flows on one logarithmic scale, which covers 25 thousand to 284 million.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::{Indicator, IndicatorId, IndicatorKind};
use crate::state::{Action, Evidence};
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::links::GoTo;
use crate::view::parts::scale::Tick;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::measures::decimal;

/// View model of the tab "Figures" of the overview.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Figures {
    pub title: String,
    pub sentences: Vec<String>,
    /// Explains how to read the scale.
    pub scale: String,
    pub heads: [String; 5],
    /// Powers of ten.
    pub ticks: Vec<Tick>,
    pub blocks: Vec<FigureBlock>,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
    /// How to compare, while fewer than two figures are chosen.
    pub ask: String,
    /// The two chosen figures.
    pub pair: Option<FigurePair>,
}

/// Two chosen figures side by side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FigurePair {
    pub title: String,
    /// Link that chooses none.
    pub close: GoTo,
    /// Letter, name and value of each.
    pub sides: [(&'static str, String, String); 2],
    /// What is computed: `A − B`, and the result. A stock and a flow have only a ratio.
    pub results: Vec<(&'static str, String)>,
    /// Warns where the two are not counted alike.
    pub warning: Option<String>,
    /// Kind, date, source, scope and definition: one text if they are the same, else both.
    pub alike: Vec<(String, Vec<String>)>,
}

/// Stocks or flows.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FigureBlock {
    pub title: String,
    /// Date or period of all rows; `None` if they differ.
    pub at: Option<String>,
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
    /// The definition in short, with the cumulative total.
    pub short: String,
    /// From whom the report has the figure.
    pub data_from: String,
    /// Number for each 1,000 of the population, of stocks only; may be empty.
    pub rate: String,
    /// Letter in the comparison, if it is chosen.
    pub letter: Option<&'static str>,
    /// Link that chooses the figure for the comparison, or leaves it out.
    pub pick: GoTo,
    /// Pages and notes.
    pub pages: String,
    /// Accessible name: name and whole definition.
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
    let block = |title: Key, kind: IndicatorKind| {
        let ids = (0..ds.indicators.len()).map(IndicatorId::from);
        let rows: Vec<_> = ids.filter(|id| ds.indicator(*id).kind == kind).map(|id| row(cx, id)).collect();
        let first = rows.first().map(|row| row.at.clone());
        let at = first.filter(|at| rows.iter().all(|row| row.at == *at));
        FigureBlock { title: fmt.text(title), at, rows }
    };
    let item = |mark: Glyph, key: Key| LegendItem::new(mark, fmt.text(key));
    let chosen = chosen(cx);
    Figures {
        title: fmt.text(Key::FiguresTitle),
        sentences: vec![fmt.format(Key::FiguresSentence, &[("n", &fmt.number(ds.indicators.len()))])],
        scale: fmt.text(Key::FiguresScale),
        heads: [Key::Figure, Key::DataFrom, Key::Value, Key::FiguresHead, Key::FiguresRate]
            .map(|k| fmt.text(k)),
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
        ask: fmt.text(Key::FiguresAsk),
        pair: if let [a, b] = chosen[..] { Some(pair(cx, [a, b])) } else { None },
    }
}

/// Letters of the two chosen figures.
const LETTERS: [&str; 2] = ["A", "B"];

/// Returns the chosen figures, two at most, in the order of the table.
fn chosen(cx: ViewContext) -> Vec<IndicatorId> {
    let kinds = [IndicatorKind::Stock, IndicatorKind::Flow];
    let all = kinds.into_iter().flat_map(|kind| {
        (0..cx.ds.indicators.len()).map(IndicatorId::from).filter(move |id| cx.ds.indicator(*id).kind == kind)
    });
    all.filter(|id| cx.state.picks & bit(*id) != 0).take(LETTERS.len()).collect()
}

/// Returns the bit of a figure in the choice of a link; 0 beyond the sixteenth.
fn bit(id: IndicatorId) -> u16 {
    1_u16.checked_shl(u32::from(id.0)).unwrap_or_default()
}

/// Returns the link that leaves a chosen figure out, or chooses another; the first stays.
fn pick(cx: ViewContext, id: IndicatorId, name: &str) -> GoTo {
    let fmt = cx.formatter();
    let mut all = chosen(cx);
    let is_chosen = all.contains(&id);
    if is_chosen {
        all.retain(|other| *other != id);
    } else {
        all.truncate(1);
        all.push(id);
    }
    let picks = all.into_iter().fold(0, |picks, id| picks | bit(id));
    let key = if is_chosen { Key::FiguresDrop } else { Key::FiguresPick };
    GoTo { label: fmt.format(key, &[("name", name)]), href: cx.link(Action::Pick(picks)) }
}

/// Compares two figures. Nothing is computed of a stock and a flow but their ratio.
fn pair(cx: ViewContext, ids: [IndicatorId; 2]) -> FigurePair {
    let (fmt, [a, b]) = (cx.formatter(), ids.map(|id| cx.ds.indicator(id)));
    let number = |n: u64| text::number(fmt.lang, n);
    let side = |at: usize, x: &Indicator| (LETTERS[at], fmt.localized(&x.name), number(x.value));
    let of = |of: &dyn Fn(&Indicator) -> String| {
        let [a, b] = [of(a), of(b)];
        if a == b { vec![a] } else { vec![a, b] }
    };
    let alike = vec![
        (fmt.text(Key::Kind), of(&|x| fmt.text(kind_key(x.kind)))),
        (fmt.text(Key::At), of(&|x| fmt.indicator_date(x))),
        (fmt.text(Key::DataFrom), of(&|x| fmt.localized(&x.data_from))),
        (fmt.text(Key::Scope), of(&|x| fmt.localized(&x.scope))),
        (fmt.text(Key::Definition), of(&|x| fmt.localized(&x.definition))),
    ];
    let is_same_kind = a.kind == b.kind;
    let mut results = Vec::new();
    if is_same_kind {
        let sign = if a.value < b.value { "−" } else { "" };
        results.push(("A − B", format!("{sign}{}", number(a.value.abs_diff(b.value)))));
    }
    if b.value > 0 {
        results.push(("A ÷ B", decimal(fmt, a.value as f64 / b.value as f64, 2)));
    }
    if is_same_kind && a.value > 0 {
        results.push(("B ÷ A, %", decimal(fmt, b.value as f64 * 100.0 / a.value as f64, 1)));
    }
    let differ = alike.iter().filter(|(_, words)| words.len() > 1).map(|(name, _)| name.to_lowercase());
    let differ: Vec<_> = differ.collect();
    let unlike =
        (!differ.is_empty()).then(|| fmt.format(Key::FiguresUnlike, &[("list", &differ.join(", "))]));
    let no_difference = (!is_same_kind).then(|| fmt.text(Key::FiguresNoDifference));
    let warning = [unlike, no_difference].into_iter().flatten().collect::<Vec<_>>().join(" ");
    FigurePair {
        title: fmt.text(Key::FiguresTwo),
        close: GoTo { label: fmt.text(Key::Clear), href: cx.link(Action::Pick(0)) },
        sides: [side(0, a), side(1, b)],
        results,
        warning: (!warning.is_empty()).then_some(warning),
        alike,
    }
}

fn kind_key(kind: IndicatorKind) -> Key {
    if kind == IndicatorKind::Stock { Key::KindStock } else { Key::KindFlow }
}

/// Id of the figure whose number is that of all persons.
const POPULATION: &str = "total-population";

/// Returns the number for each 1,000 of the population; empty for a flow, which is no part of it.
fn rate(cx: ViewContext, x: &Indicator) -> String {
    let population = cx.ds.indicators.iter().find(|other| other.key == POPULATION && other.value > 0);
    match population {
        Some(all) if all.key == x.key => text::number(cx.formatter().lang, 1_000),
        Some(all) if x.kind == IndicatorKind::Stock && all.at == x.at => {
            decimal(cx.formatter(), x.value as f64 * 1_000.0 / all.value as f64, 2)
        }
        _ => String::new(),
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
    let total = fmt.cumulative_total(x);
    let short = fmt.localized(&x.short);
    FigureRow {
        mark: if x.kind == IndicatorKind::Stock { Glyph::Stock } else { Glyph::Flow },
        at: fmt.indicator_date(x),
        place: place(x.value),
        short: total.iter().fold(short, |short, total| format!("{short} · {total}")),
        total: total.map(|words| (words, place(x.cumulative.map_or(0, |c| c.0)))),
        definition: fmt.localized(&x.definition),
        data_from: fmt.localized(&x.data_from),
        rate: rate(cx, x),
        letter: chosen(cx).iter().position(|other| *other == id).map(|at| LETTERS[at]),
        pick: pick(cx, id, &name),
        pages: fmt.page_list(&x.provenance.sources),
        label: format!("{name}: {}", fmt.localized(&x.definition)),
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
