//! Rows of Appendix B.

use super::context::QuestionContext;
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, IndicatorAspect, IndicatorRelation, Refusal};
use crate::ask::rows::{AskedCollection, Comparison, RowTerm};
use crate::model::*;

/// Rows of populations, where their names differ.
const ROW_OF: &[(&str, &str)] = &[
    ("idps", "idps"),
    ("repatriants", "repatriants"),
    ("formerly-deported", "formerly-deported"),
    ("involuntarily-relocating", "involuntarily-relocating"),
    ("asylum-seekers", "refugees-non-cis"),
    ("refugee-like", "refugees-cis-baltic"),
    ("refugees", "refugees-cis-baltic"),
];

fn row(ds: &Dataset, key: &str) -> Option<usize> {
    ds.indicators.iter().position(|x| x.key == key)
}

/// Returns the rows that a question names, each place once.
fn rows(context: QuestionContext<'_>) -> Vec<usize> {
    let (q, ds) = (context.q, context.ds);
    let mut found = Vec::new();
    for item in &q.items {
        let direct = item
            .meanings
            .iter()
            .find_map(|m| if let Meaning::Indicator(row) = m { Some(*row) } else { None });
        let by_population = item.meanings.iter().find_map(|m| match m {
            Meaning::Population(id) => {
                let key = ds.population(*id).key.as_str();
                ROW_OF.iter().find(|(population, _)| *population == key).and_then(|(_, name)| row(ds, name))
            }
            _ => None,
        });
        let total = (item.says("population")).then(|| row(ds, "total-population")).flatten();
        if let Some(row) = direct.or(by_population).or(total)
            && !found.contains(&row)
        {
            found.push(row);
        }
    }
    found
}

/// Returns the number before "million", or one million.
fn million(context: QuestionContext<'_>) -> Option<u64> {
    let q = context.q;
    let at = q.tokens.iter().position(|t| t.word.starts_with("million") || t.word.starts_with("миллион"))?;
    let before = at.checked_sub(1).and_then(|at| q.tokens[at].word.parse::<u64>().ok());
    Some(before.unwrap_or(1) * 1_000_000)
}

/// Returns the question about figures.
pub fn figure(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let kind = q.has("flow").then_some("flow").or_else(|| q.has("stock").then_some("stock"));
    let rows = rows(context);
    if q.has("netmigration") {
        return Some(difference(ds, IndicatorRelation::Difference, "immigrants", "emigrants"));
    }
    if q.has("money") {
        return Some(AskedQuery::NoDatum("amount".to_owned()));
    }
    if let Some(query) = of_all(context, kind, &rows) {
        return Some(query);
    }
    let asks = q.has_any(&["howmany", "number", "annexb", "stock", "flow", "minus", "plus", "per", "row"])
        || !q.indicators().is_empty()
        || q.has("population") && !q.states().is_empty()
        || q.years().iter().any(|year| (1996..=1998).contains(year));
    let is_alone = q
        .items
        .iter()
        .all(|item| !item.is_name() || item.meanings.iter().any(|m| matches!(m, Meaning::Population(_))));
    let compares =
        rows.len() == 2 && q.has_any(&["more", "most", "over", "than", "fewer", "plus", "together"]);
    let relative = q.items.iter().position(|item| item.says("who")).is_some_and(|at| at > 0);
    let other = q.has("who") && !relative && !(compares && q.has("or"))
        || q.has_any(&["say", "finding", "agreement", "law", "party", "join", "assist", "wg", "body"])
        || !q.voices().is_empty()
        || !q.instruments().is_empty()
        || q.has("when") && !q.years().is_empty();
    if other
        || rows.is_empty() && !is_figure_of_state(context)
        || !(asks || compares || is_alone && rows.len() == 1)
    {
        return None;
    }
    let is_described = !q.states().is_empty() || !q.unplaced.is_empty();
    if let Some(query) = is_described.then(|| super::described::quantity(context)).flatten() {
        return Some(query);
    }
    if !q.states().is_empty() || !q.groups().is_empty() {
        // "Which countries cooperate on immigration" asks for no figure.
        let asks_for_states = q.has_any(&["which", "who"]) && !q.has_any(&["howmany", "number"]);
        return (!asks_for_states).then(|| AskedQuery::NoDatum("by-state".to_owned()));
    }
    if q.actors().iter().any(|id| ds.actor(*id).kind == ActorKind::Country) {
        return Some(AskedQuery::Refuse(Refusal::Outside));
    }
    if !q.other_places().is_empty() {
        return Some(AskedQuery::NoDatum("by-place".to_owned()));
    }
    if q.unplaced.len() > 2 {
        return None;
    }
    // The figures are of 1997 and 1998, the totals of 1996: another year is another figure.
    let is_total = |row: &usize| ds.indicators[*row].cumulative.is_some();
    let known = |year: &u16| matches!(year, 1997 | 1998) || *year == 1996 && rows.iter().any(is_total);
    if !q.years().iter().all(known) {
        return Some(AskedQuery::NoDatum("figure of that year".to_owned()));
    }
    if q.has("during") && !q.has("until") && q.years().contains(&1996) {
        // The totals are of all years up to then.
        return Some(AskedQuery::NoDatum("figure of that year".to_owned()));
    }
    of_rows(context, &rows)
}

/// Whether a population without a row is asked by state.
fn is_figure_of_state(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    q.has_any(&["howmany", "number"])
        && !q.populations().is_empty()
        && q.themes().is_empty()
        && (!q.states().is_empty() || !q.other_places().is_empty())
}

/// Questions about all rows.
fn of_all(context: QuestionContext<'_>, kind: Option<&'static str>, rows: &[usize]) -> Option<AskedQuery> {
    let q = context.q;
    let listed =
        |terms| Some(AskedQuery::Rows { counted: false, collection: AskedCollection::Indicators, terms });
    if let Some(n) = million(context).filter(|_| rows.is_empty()) {
        let relation = if q.has("fewer") { Comparison::Under } else { Comparison::Over };
        return listed(vec![RowTerm { relation, ..RowTerm::is("value", [n.to_string()]) }]);
    }
    let counted = q.has("howmany");
    if let Some(kind) = kind.filter(|_| rows.is_empty() && (q.has_any(&["row", "annexb", "which"]))) {
        let terms = vec![RowTerm::is("kind", [kind])];
        return Some(AskedQuery::Rows { counted, collection: AskedCollection::Indicators, terms });
    }
    if rows.is_empty() && q.has("row") && q.has_any(&["annexb", "howmany"]) {
        let terms = vec![RowTerm { relation: Comparison::AtLeast, ..RowTerm::is("value", ["0"]) }];
        return Some(AskedQuery::Rows { counted, collection: AskedCollection::Indicators, terms });
    }
    None
}

fn difference(ds: &Dataset, relation: IndicatorRelation, a: &str, b: &str) -> AskedQuery {
    AskedQuery::IndicatorPair(relation, row(ds, a).unwrap_or(0), row(ds, b).unwrap_or(0))
}

fn of_rows(context: QuestionContext<'_>, rows: &[usize]) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let refugees = row(ds, "refugees-cis-baltic");
    let outside = row(ds, "refugees-non-cis");
    match rows {
        [one] => {
            let both_kinds = q.has_any(&["plus", "together"]) && Some(*one) == refugees;
            if let (true, Some(a), Some(b)) = (both_kinds, refugees, outside) {
                return Some(AskedQuery::IndicatorPair(IndicatorRelation::Sum, a, b));
            }
            let is_total = q
                .tokens
                .iter()
                .any(|t| matches!(t.word.as_str(), "total" | "всего" | "cumulative" | "итого"))
                || q.years().contains(&1996)
                || q.has("during") && q.has("until");
            let first = q.tokens.first().map_or("", |t| t.word.as_str());
            let is_kind = matches!(first, "is" | "are") && q.has_any(&["stock", "flow"]);
            let aspect =
                if is_kind || q.has("stock") && q.has("flow") || q.has("or") && q.has_any(&["stock", "flow"])
                {
                    IndicatorAspect::Kind
                } else if q.has("when") && !is_total {
                    IndicatorAspect::At
                } else if is_total && ds.indicators[*one].cumulative.is_some() {
                    IndicatorAspect::Total
                } else {
                    IndicatorAspect::Value
                };
            Some(AskedQuery::Indicator(aspect, *one))
        }
        [a, b] => {
            let relation = if q.has("plus") || q.has("together") {
                IndicatorRelation::Sum
            } else if q.has("minus") || q.has("difference") {
                IndicatorRelation::Difference
            } else if q.has("per") {
                IndicatorRelation::Ratio
            } else if q.has_any(&["more", "most", "over", "than", "fewer"]) {
                IndicatorRelation::Greater
            } else {
                return None;
            };
            Some(AskedQuery::IndicatorPair(relation, *a, *b))
        }
        _ => None,
    }
}
