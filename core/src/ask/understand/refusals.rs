//! Questions that no datum answers, and those that lack a word.

use super::context::QuestionContext;
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, Refusal, Wanted};
use crate::ask::reader::{Item, is_told};
use crate::model::*;

/// Last year of which the report could speak.
const LAST_YEAR: u16 = 2001;

/// Returns why a question is not answered.
pub fn refused(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let refuse = |why: Refusal| Some(AskedQuery::Refuse(why));
    if q.tokens.is_empty() {
        return refuse(Refusal::Empty);
    }
    let has_names = q.items.iter().any(Item::is_name);
    if q.has("repair") && !has_names {
        return refuse(Refusal::NotUnderstood);
    }
    if is_us(context) {
        return Some(AskedQuery::Ask(Wanted::State));
    }
    if q.has("commission") && !q.has("body") {
        return Some(AskedQuery::Commissioners);
    }
    if q.has("author") && q.states().is_empty() {
        return Some(AskedQuery::Author);
    }
    if q.has("echr") {
        return Some(AskedQuery::NoDatum("parties ECHR".to_owned()));
    }
    let leads_body = q.has("who") && q.has("lead") && !q.has_any(&["wg", "group", "thematic"]);
    if q.has("person") || leads_body && !q.actors().is_empty() && q.working_groups().is_empty() {
        return refuse(Refusal::Person);
    }
    let parts = ["part", "часть", "частью", "территория", "territory", "belong", "belongs"];
    let is_part = q.tokens.iter().any(|t| parts.contains(&t.word.as_str()));
    if !q.other_places().is_empty() && (q.has_any(&["whose", "member"]) || is_part) {
        return refuse(Refusal::Status);
    }
    if q.has("opinion") {
        return refuse(Refusal::Opinion);
    }
    if q.has_any(&["outsidething", "outsideplace", "smalltalk"]) {
        return refuse(Refusal::Outside);
    }
    if asks_of_another_country(context) {
        return refuse(Refusal::Outside);
    }
    if is_today(context) {
        return refuse(Refusal::Today);
    }
    if is_of_other_form(context) {
        return refuse(Refusal::NotUnderstood);
    }
    if q.has("why") && q.items.len() + q.unplaced.len() < 3 {
        return Some(AskedQuery::Ask(Wanted::What));
    }
    if q.has("why") {
        return Some(AskedQuery::NoDatum("reason".to_owned()));
    }
    judged(context)
}

/// Whether the question has a form that would be answered without a part of it: a condition, an
/// exception that is asked for, a passive, a definition, "outside" of a treaty.
fn is_of_other_form(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let word = |at: usize| q.tokens.get(at).map_or("", |t| t.word.as_str());
    let is_conditional = matches!(word(0), "if" | "если" | "suppose" | "допустим");
    let asks_exception = q.tokens.windows(3).any(|three| {
        let words = [0, 1, 2].map(|at| three[at].word.as_str());
        matches!(words, ["all", "but", "which"] | ["all", "except", "which"] | ["все", "кроме", "каких"])
    });
    let passives = ["criticised", "criticized", "praised", "blamed", "accused"];
    let is_passive = matches!(word(0), "is" | "are" | "was" | "were")
        && q.tokens.iter().any(|t| passives.contains(&t.word.as_str()));
    let is_definition = matches!((word(0), word(1)), ("what", "is") | ("что", "такое"))
        && q.items.iter().all(|item| !item.is_name() || is_instrument(item))
        && q.items.iter().any(is_instrument)
        && !q.has_any(&["number", "howmany", "when", "date"]);
    let is_outside_treaty =
        q.places("outside").iter().any(|at| q.items.get(at + 1).is_some_and(is_instrument));
    let is_convened = q.tokens.iter().any(|t| {
        t.word.starts_with("conven") && !t.word.starts_with("convention") || t.word.starts_with("созва")
    });
    is_convened || is_conditional || asks_exception || is_passive || is_definition || is_outside_treaty
}

/// "Is Latvia party to the Refugee Convention?": the table has the twelve states alone.
fn asks_of_another_country(context: QuestionContext<'_>) -> bool {
    let (q, ds) = (context.q, context.ds);
    let is_country =
        |m: &Meaning| matches!(m, Meaning::Actor(id) if ds.actor(*id).kind == ActorKind::Country);
    let names_country = |item: &Item| item.meanings.iter().any(is_country);
    let is_known = |item: &Item| {
        let words = ["party", "join", "filler", "treaty", "when"];
        names_country(item) || is_instrument(item) || words.iter().any(|word| item.says(word))
    };
    q.unplaced.is_empty()
        && q.items.iter().all(is_known)
        && q.items.iter().any(names_country)
        && q.items.iter().any(is_instrument)
}

fn is_instrument(item: &Item) -> bool {
    item.meanings
        .iter()
        .any(|m| matches!(m, Meaning::Instrument(_) | Meaning::Instruments(..) | Meaning::Treaty(_)))
}

/// Whether the reader means an own state, and not the word in "tell us".
fn is_us(context: QuestionContext<'_>) -> bool {
    context.q.places("us").iter().any(|at| !is_told(&context.q.tokens, &context.q.items[*at]))
}

fn is_today(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let of_body =
        q.has("centralbody") && !q.tokens.iter().any(|t| ["today", "сегодня"].contains(&t.word.as_str()));
    q.has("today") && !of_body || q.years().iter().any(|year| *year > LAST_YEAR)
}

/// Words that judge: a number beside them would be taken for the judgement.
fn judged(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let begins = ["activ", "активн", "successful", "успешн", "effective", "эффективн"];
    let degrees = ["самый", "самое", "самая", "самые", "наиболее", "наименее", "менее", "более"];
    let has = |wanted: fn(&str, &[&str]) -> bool, all: &[&str]| q.tokens.iter().any(|t| wanted(&t.word, all));
    let is_degree = q.has_any(&["most", "least", "more", "fewer", "over", "rank"])
        || has(|word, all| all.contains(&word), &degrees);
    let is_rated = is_degree && has(|word, all| all.iter().any(|begin| word.starts_with(begin)), &begins);
    (q.has("bad") || is_rated).then_some(AskedQuery::Refuse(Refusal::Opinion))
}
