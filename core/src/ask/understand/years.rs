//! Years, treaties and changes that a question names.

use super::context::QuestionContext;
use crate::ask::lexicon::Meaning;
use crate::ask::order::sort_short;
use crate::model::*;

/// Returns the range of years that a question gives: `1996..1998`, `1996..`, `..1991`, `1997`.
pub fn range(context: QuestionContext<'_>) -> Option<String> {
    let q = context.q;
    // A year that belongs to the name of a treaty is no date.
    let treaties = q.items.iter().flat_map(|item| &item.meanings).flat_map(|meaning| match meaning {
        Meaning::Instrument(id) => context.ds.instrument(*id).covers.clone(),
        Meaning::Instruments(a, b) => [a, b].map(|id| context.ds.instrument(*id).covers.clone()).concat(),
        Meaning::Treaty(name) => vec![(*name).to_owned()],
        _ => Vec::new(),
    });
    let adopted: Vec<u16> = treaties
        .filter_map(|key| key.get(key.len().checked_sub(2)?..)?.parse::<u16>().ok())
        .map(|year| 1900 + year)
        .collect();
    let mut years: Vec<u16> = q.years().into_iter().filter(|year| !adopted.contains(year)).collect();
    let is_named = |year: &u16| {
        q.items.iter().any(|item| {
            item.meanings.contains(&Meaning::Year(*year))
                && item.meanings.iter().any(|m| matches!(m, Meaning::Instrument(_)))
        })
    };
    years.retain(|year| !is_named(year));
    sort_short(&mut years, |a, b| a < b);
    let since = |year: u16| {
        let at = q.tokens.iter().position(|t| t.word == year.to_string());
        at.and_then(|at| at.checked_sub(1)).is_some_and(|before| q.tokens[before].word == "с")
    };
    match years.as_slice() {
        [] => None,
        [year] if is_later(context, *year) => Some(format!("{}..", year + 1)),
        [year] if q.has("after") || since(*year) => Some(format!("{year}..")),
        [year] if q.has("before") && !q.has("process") => Some(format!("..{}", year - 1)),
        [year] if q.has("until") => Some(format!("..{year}")),
        [year] => Some(year.to_string()),
        [from, .., to] => Some(format!("{from}..{to}")),
    }
}

/// Whether the words before a year leave it out: "after 1995", "later than 1995".
fn is_later(context: QuestionContext<'_>, year: u16) -> bool {
    let tokens = &context.q.tokens;
    let at = tokens.iter().position(|t| t.word == year.to_string()).unwrap_or(0);
    let before = &tokens[at.saturating_sub(3)..at];
    before.iter().any(|t| matches!(t.word.as_str(), "after" | "later" | "после" | "позже" | "позднее"))
}

/// Returns the treaty that a question names, for its dates.
pub fn treaty(context: QuestionContext<'_>) -> Option<String> {
    let q = context.q;
    let part = q.all(|m| if let Meaning::Treaty(name) = m { Some(name) } else { None });
    let part = part.first().map(|name| (*name).to_owned());
    part.or_else(|| context.ds.instrument(*q.instruments().first()?).covers.first().cloned())
}

/// Returns the kind of change that a question names.
pub fn change(context: QuestionContext<'_>) -> Vec<BodyEventKind> {
    let kinds = [
        ("created", BodyEventKind::Created),
        ("begin", BodyEventKind::Created),
        ("reorganised", BodyEventKind::Reorganised),
        ("dissolved", BodyEventKind::Dissolved),
        ("planned", BodyEventKind::Planned),
    ];
    let mut found: Vec<BodyEventKind> =
        kinds.iter().filter(|(word, _)| context.q.has(word)).map(|(_, kind)| *kind).collect();
    found.dedup();
    found
}
