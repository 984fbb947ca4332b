//! Numbers of states: one, several beside each other, order, mean, share; who was first.

use super::conditions;
use super::context::QuestionContext;
use super::years;
use crate::ask::lexicon::Meaning;
use crate::ask::query::*;
use crate::ask::rows::RowTerm;
use crate::model::*;

/// Returns what a question counts for each state.
pub fn measure(context: QuestionContext<'_>) -> Option<StateNumber> {
    let (q, ds) = (context.q, context.ds);
    if q.has("partner") {
        return Some(
            if q.tokens.iter().any(|t| matches!(t.word.as_str(), "cis" | "снг")) && !q.has("outside") {
                StateNumber::CisPartners
            } else {
                StateNumber::Partners
            },
        );
    }
    let voices: Vec<VoiceKind> =
        q.voices().into_iter().filter(|v| matches!(v, VoiceKind::Government | VoiceKind::Ngo)).collect();
    let speaks = q.has("say") || !q.polarities().is_empty();
    if let ([voice], true) = (voices.as_slice(), speaks) {
        let mut terms = Vec::new();
        terms.extend(q.polarities().first().map(|p| RowTerm::is("polarity", [p.id()])));
        terms.extend(theme_term(context));
        return Some(StateNumber::Records(RecordKind::Says(*voice), terms));
    }
    let helps = q.helps();
    if q.has("assist")
        || !helps.is_empty()
        || q.actors().iter().any(|id| ds.actor(*id).kind == ActorKind::Organisation)
    {
        return Some(StateNumber::Records(RecordKind::Assisted, conditions::assistance_terms(context)));
    }
    if q.has_any(&["law", "regulation", "decree"]) {
        let mut terms = Vec::new();
        if q.has("draft") {
            terms.push(RowTerm::is("status", ["draft"]));
        }
        terms.extend(theme_term(context));
        return Some(StateNumber::Records(RecordKind::Law, terms));
    }
    if q.has("body") && !q.has("centralbody") {
        let changes = years::change(context);
        let event = (!changes.is_empty() && !q.has("planned"))
            .then(|| RowTerm::is("event", changes.iter().map(|c| c.id())));
        return Some(StateNumber::Records(RecordKind::Body, event.into_iter().collect()));
    }
    if q.has("treaty") || q.has("join") || q.has("party") && q.instruments().is_empty() {
        return Some(StateNumber::Instruments);
    }
    if q.has("agreement") {
        let status = if q.has("negotiate") { "negotiating" } else { "made" };
        return Some(StateNumber::Records(RecordKind::Agreement, vec![RowTerm::is("status", [status])]));
    }
    if q.has("finding") || q.has("named") || q.has("say") {
        return Some(StateNumber::Records(RecordKind::Named, theme_term(context).into_iter().collect()));
    }
    None
}

fn theme_term(context: QuestionContext<'_>) -> Option<RowTerm> {
    let ds = context.ds;
    let keys: Vec<&str> = context.q.themes().iter().map(|id| ds.theme(*id).key.as_str()).collect();
    (!keys.is_empty()).then(|| RowTerm::is("theme", keys))
}

/// Returns the question about numbers.
pub fn number(context: QuestionContext<'_>) -> Option<AskedQuery> {
    act_order(context)
        .or_else(|| grouped(context))
        .or_else(|| share(context))
        .or_else(|| ranked(context))
        .or_else(|| of_states(context))
}

/// Who was first or last to join.
fn act_order(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let treaty = years::treaty(context)?;
    let first = q.has_any(&["first", "earlier"]);
    let joins = q.has_any(&["join", "party", "state", "who", "ratify"]);
    if !(first || q.has("last")) || !joins {
        return None;
    }
    let states = q.states();
    let condition = match states.as_slice() {
        [] => conditions::groups_only(context),
        [_] => return None,
        several => Criterion::Is(StateCondition::States(several.to_vec())),
    };
    Some(AskedQuery::ActOrder { last: q.has("last") && !first, treaty, condition })
}

/// A share or a mean for each group of a grouping.
fn grouped(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let by_groups = q.tokens.windows(2).any(|w| {
        matches!(w[0].word.as_str(), "by" | "по" | "per")
            && (w[1].word.starts_with("group") || w[1].word.starts_with("групп"))
    });
    let own = q.schemes();
    let each = q.has("each") || by_groups || !own.is_empty();
    let scheme = match own.as_slice() {
        [one, ..] => *one,
        [] => ds.scheme_by_key("ukraine")?,
    };
    if !each
        || !q.groups().is_empty()
        || q.has("member")
        || (own.is_empty()
            && !q.has("group")
            && !q.tokens.iter().any(|t| t.word.starts_with("group") || t.word.starts_with("групп")))
    {
        return None;
    }
    if q.has("mean") {
        return Some(AskedQuery::GroupMeans(scheme, measure(context).unwrap_or(StateNumber::Instruments)));
    }
    match conditions::plain_heads(context)? {
        Criterion::Any => None,
        condition => Some(AskedQuery::GroupShares(scheme, condition)),
    }
}

/// The share of some states that meet a condition.
fn share(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    if !q.has("share") {
        return None;
    }
    if let ([partner], true) = (q.states().as_slice(), q.has("agreement") && q.has("ratify")) {
        let mut terms = vec![RowTerm::is("party", [context.ds.state(*partner).key.as_str()])];
        terms.extend(conditions::agreement_terms(context).into_iter().filter(|term| term.field != "status"));
        let base = Criterion::Is(StateCondition::Records(RecordKind::Agreement, terms));
        return Some(AskedQuery::Share(Criterion::Is(StateCondition::Ratified(*partner)), base));
    }
    let heads = conditions::heads(context)?;
    match heads.as_slice() {
        [condition, base @ Criterion::Is(StateCondition::Group(..))] => {
            Some(AskedQuery::Share(condition.clone(), base.clone()))
        }
        [base, condition] => Some(AskedQuery::Share(condition.clone(), base.clone())),
        [condition] => Some(AskedQuery::Share(condition.clone(), Criterion::Any)),
        _ => None,
    }
}

fn order(context: QuestionContext<'_>) -> Option<AskedOrder> {
    let q = context.q;
    if q.has("rank") {
        Some(AskedOrder::Rank)
    } else if q.has("most") {
        Some(AskedOrder::Most)
    } else if q.has("least") {
        Some(AskedOrder::Least)
    } else {
        None
    }
}

fn ranked(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    // "Said that the role is least": the order is part of what is said.
    let says_that = q.tokens.windows(2).any(|w| {
        matches!(w[1].word.as_str(), "that" | "что")
            && q.items.iter().any(|item| item.says("say") && q.tokens[item.words.clone()].contains(&w[0]))
    });
    // Who criticises NGOs, or whom they criticise, the order does not tell.
    let starts = ["critic", "complain", "prais", "критик", "жалу", "хвал"];
    let judges =
        q.has("who") && q.tokens.iter().any(|t| starts.iter().any(|start| t.word.starts_with(start)));
    if says_that || judges {
        return None;
    }
    let means = q.tokens.iter().any(|t| matches!(t.word.as_str(), "does" | "did")) && q.has("what");
    if q.has("mean") && !means {
        let measure = measure(context).unwrap_or(StateNumber::Instruments);
        if let [(scheme, _), rest @ ..] = q.groups().as_slice()
            && !rest.is_empty()
        {
            let of_one = rest.iter().all(|(other, _)| other == scheme) && is_bare(context);
            let means = AskedQuery::GroupMeans(*scheme, measure);
            return Some(if of_one { means } else { AskedQuery::Refuse(Refusal::NotUnderstood) });
        }
        return Some(AskedQuery::Mean(measure, conditions::plain_heads_and_groups(context)?));
    }
    let by_number =
        q.has("by_number") || q.has("howmany") && q.has("treaty") && q.has("party") && !q.has("state");
    let by_number = by_number && q.states().is_empty() && sorts(context);
    // "Compare Armenia and Georgia by number": these two, and no order of all.
    if q.has("compare") && q.states().len() > 1 {
        return None;
    }
    let order = order(context).or(by_number.then_some(AskedOrder::Rank))?;
    let of_instruments =
        q.has("treaty") && q.has("party") && !q.has_any(&["state", "who"]) && q.states().is_empty();
    let asked_instrument = q.find("treaty").is_some_and(|at| q.find("party").is_some_and(|party| at < party));
    if of_instruments && asked_instrument {
        return Some(AskedQuery::RankInstruments(order));
    }
    let measure = measure(context)?;
    Some(AskedQuery::Rank(order, measure, conditions::without_measure(context)?))
}

/// Whether "by number of" is an order: nothing else is asked.
fn sorts(context: QuestionContext<'_>) -> bool {
    context.q.tokens.iter().any(|t| matches!(t.word.as_str(), "по" | "by" | "order"))
}

/// The number of one state, or of several beside each other.
fn of_states(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let states = q.states();
    if !q.instruments().is_empty() || q.has_any(&["centralbody", "together", "finding"]) && states.len() > 1 {
        return None;
    }
    // The table has no time: a count of a period is another number.
    if years::range(context).is_some() || q.has("during") || q.has("before") {
        return None;
    }
    let counts = q.has_any(&["howmany", "number"]);
    let compares =
        q.has_any(&["compare", "more", "fewer", "against", "number", "difference"]) || is_bare(context);
    match states.as_slice() {
        [state] if counts && q.numbers() == [9] && !q.has_any(&["agreement", "partner"]) => {
            Some(AskedQuery::Get(*state, StateNumber::Instruments))
        }
        [state] if counts => {
            let measure = one_measure(context)?;
            Some(AskedQuery::Get(*state, measure))
        }
        [_, _, ..] if q.has("compare") && !q.polarities().is_empty() => {
            let terms = vec![RowTerm::is("polarity", [q.polarities()[0].id()])];
            let voice = q.voices().first().copied().unwrap_or(VoiceKind::Government);
            Some(AskedQuery::Compare(states, StateNumber::Records(RecordKind::Says(voice), terms)))
        }
        [_, _, ..] if (counts || compares) && !q.has("pair") => {
            let measure = measure(context)?;
            Some(AskedQuery::Compare(states, measure))
        }
        _ => None,
    }
}

/// Whether a question consists of states and what is counted.
fn is_bare(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let asks = ["which", "what", "who", "when", "where", "not", "neither", "together", "common", "both"];
    !q.has_any(&asks) && q.unplaced.is_empty()
}

/// The number of one state; records that are counted by their own kind are left to `records`.
fn one_measure(context: QuestionContext<'_>) -> Option<StateNumber> {
    let q = context.q;
    let measure = measure(context)?;
    let is_plain = match &measure {
        StateNumber::Instruments => !q.has("agreement"),
        StateNumber::Partners | StateNumber::CisPartners => true,
        StateNumber::Records(..) => false,
    };
    let with = q.items.iter().any(|item| {
        let before = item.words.start.checked_sub(1).map(|at| q.tokens[at].word.as_str());
        item.meanings.iter().any(|m| matches!(m, Meaning::State(_))) && matches!(before, Some("with"))
    });
    (is_plain && !with).then_some(measure)
}
