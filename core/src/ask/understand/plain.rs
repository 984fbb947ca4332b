//! Short questions that name things of one or two kinds, and nothing else.
//!
//! Each kind says which words of relation and things it takes. A question with any other word is of
//! another kind, so that nothing is left out.

use super::context::QuestionContext;
use super::records::{law_terms, rows};
use crate::analysis::measures::TreatyRecords;
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, PairAspect, Refusal};
use crate::ask::question_words::month;
use crate::ask::rows::{AskedCollection, RowTerm, select};
use crate::model::*;

/// Words of relation that only ask.
const ASKING: [&str; 7] = ["which", "what", "list", "who", "howmany", "filler", "every"];

/// Returns the question, if it is one of the kinds here.
pub fn plain(context: QuestionContext<'_>) -> Option<AskedQuery> {
    of_page(context)
        .or_else(|| groupings(context))
        .or_else(|| working_groups(context))
        .or_else(|| events_of_month(context))
        .or_else(|| wishes(context))
        .or_else(|| agreements_of_two(context))
        .or_else(|| laws_on_a_theme(context))
        .or_else(|| kinds_by_voice(context))
        .or_else(|| findings_on_a_theme(context))
        .or_else(|| problems(context))
        .or_else(|| unnamed_positions(context))
        .or_else(|| equal_records(context))
        .or_else(|| recommendations(context))
}

/// Whether each word only asks, is one of these words of relation, or names one of these things.
fn has_only(context: QuestionContext<'_>, tags: &[&str], names: fn(Meaning) -> bool) -> bool {
    let q = context.q;
    let is_known = |meaning: &Meaning| match meaning {
        Meaning::Word(tag) => ASKING.contains(tag) || tags.contains(tag),
        other => names(*other),
    };
    q.unplaced.iter().all(|at| tags.contains(&"month") && month(&q.tokens[*at].word).is_some())
        && q.items.iter().all(|item| !item.guessed && item.meanings.iter().any(is_known))
}

/// Whether one of these words stands in the question.
fn has_word(context: QuestionContext<'_>, words: &[&str]) -> bool {
    context.q.tokens.iter().any(|token| words.contains(&token.word.as_str()))
}

/// Returns the condition on the theme that a question names, if it is one.
fn only_theme(context: QuestionContext<'_>) -> Option<RowTerm> {
    let [theme] = context.q.themes()[..] else { return None };
    Some(RowTerm::is("theme", [context.ds.theme(theme).key.as_str()]))
}

/// "What is on page 12?"
fn of_page(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let [page] = q.numbers()[..] else { return None };
    if !q.has("page") || !has_only(context, &["page", "finding"], |m| matches!(m, Meaning::Number(_))) {
        return None;
    }
    rows(context, AskedCollection::Findings, vec![RowTerm::is("page", [page.to_string()])])
}

/// "On which page is the propiska?", where no section has the name.
pub fn pages_of_a_theme(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let is_plain = has_only(context, &["page", "say", "named", "where"], |m| matches!(m, Meaning::Theme(_)));
    let theme = only_theme(context)?;
    if !is_plain || !q.has("page") || q.has("howmany") {
        return None;
    }
    rows(context, AskedCollection::Findings, vec![theme])
}

/// "Findings on statelessness"
fn findings_on_a_theme(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let theme = only_theme(context)?;
    let is_plain = has_only(context, &["finding"], |m| matches!(m, Meaning::Theme(_)));
    if !is_plain || !q.has("finding") || q.has("who") {
        return None;
    }
    rows(context, AskedCollection::Findings, vec![theme])
}

/// "Which groupings are there?", "Which group is Armenia in?"
fn groupings(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let is_state = |m: Meaning| matches!(m, Meaning::State(_));
    // "Members of the group" are states.
    let belongs = has_word(context, &["входит", "belong", "belongs"]);
    let tags: &[&str] = if belongs { &["group", "member"] } else { &["group"] };
    if let [state] = q.states()[..]
        && q.has("group")
        && !q.has_any(&["howmany", "who"])
        && has_only(context, tags, is_state)
    {
        return Some(AskedQuery::GroupsOf(state));
    }
    let is_proposal = |m: Meaning| matches!(m, Meaning::Polarity(Polarity::Proposal));
    let proposed = (!q.polarities().is_empty()).then(|| RowTerm::filled("by"));
    if !q.has("scheme") || !has_only(context, &["scheme"], is_proposal) {
        return None;
    }
    rows(context, AskedCollection::Schemes, proposed.into_iter().collect())
}

/// "Who leads the working groups?", "Which working group does UNHCR lead?"
fn working_groups(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let of_actor = |m: Meaning| matches!(m, Meaning::Actor(_) | Meaning::Voice(VoiceKind::Organisation));
    let asks_members = q.has("who") && !q.has("lead");
    if !q.has("wg")
        || asks_members
        || q.has("howmany")
        || !has_only(context, &["wg", "lead", "thematic"], of_actor)
    {
        return None;
    }
    let terms = match (q.has("lead"), &q.actors()[..]) {
        (false, []) => Vec::new(),
        (true, []) => vec![RowTerm::filled("lead")],
        (true, [actor]) => vec![RowTerm::is("lead", [ds.actor(*actor).key.as_str()])],
        _ => return None,
    };
    rows(context, AskedCollection::WorkingGroups, terms)
}

/// "What happened in May 1996?", "on 11 January 1999?"
fn events_of_month(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let of_month = q.tokens.iter().position(|token| month(&token.word).is_some())?;
    let n = month(&q.tokens[of_month].word)?;
    let [year] = q.years()[..] else { return None };
    // "May" and "march" are other words too: a day stands before them, a day or the year after.
    let is_figure = |at: usize| q.tokens.get(at).is_some_and(|t| t.word.bytes().all(|c| c.is_ascii_digit()));
    let day = match q.numbers()[..] {
        [] => String::new(),
        [day @ 1..=31] => format!("-{day:02}"),
        _ => return None,
    };
    let names = |m: Meaning| matches!(m, Meaning::Year(_) | Meaning::Number(_));
    let first = of_month - usize::from(of_month > 0 && is_figure(of_month - 1));
    let before = first.checked_sub(1).map_or("", |at| q.tokens[at].word.as_str());
    let is_exact = !["by", "с", "со", "к", "около", "about", "around", "circa", "за"].contains(&before);
    let is_plain =
        has_only(context, &["event", "held", "month"], names) && is_figure(of_month + 1) && is_exact;
    let date = RowTerm::is("date", [format!("{year}-{n:02}{day}")]);
    if !is_plain || !q.has_any(&["event", "held"]) {
        return None;
    }
    // On its later days an event has no date of its own.
    if !day.is_empty() && select(context.ds, AskedCollection::Events, std::slice::from_ref(&date)).is_empty()
    {
        return None;
    }
    rows(context, AskedCollection::Events, vec![date])
}

/// "What does Georgia want?", "What do governments want after 2000?": positions, if there are any.
fn wishes(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let names = |m: Meaning| matches!(m, Meaning::State(_) | Meaning::Voice(_) | Meaning::Year(2000));
    let tags = ["want", "after", "future", "process", "approach"];
    let is_later = q.has("future") || q.has("after") && q.years() == [2000];
    if !q.has("want")
        || q.has("process") && !is_later
        || !has_only(context, &tags, names)
        || q.has("after") && !is_later
    {
        return None;
    }
    let holder = |voice: VoiceKind| RowTerm::is("holder", [voice.id()]);
    let terms = match (&q.states()[..], &q.voices()[..]) {
        ([state], []) => {
            let state = RowTerm::is("state", [ds.state(*state).key.as_str()]);
            vec![holder(VoiceKind::Government), state]
        }
        ([], [VoiceKind::Government]) if is_later => vec![holder(VoiceKind::Government)],
        _ => return None,
    };
    if select(ds, AskedCollection::Positions, &terms).is_empty() {
        return None;
    }
    rows(context, AskedCollection::Positions, terms)
}

/// "What did Russia and Turkmenistan sign?", "Did Moldova and Tajikistan agree?"
fn agreements_of_two(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let [a, b] = q.states()[..] else { return None };
    let tags = ["made", "accept", "and", "between", "agreement", "both"];
    let is_plain = has_only(context, &tags, |m| matches!(m, Meaning::State(_)));
    let agreed =
        has_word(context, &["договорились"]) || has_word(context, &["agree", "agreed"]) && q.has("and");
    let asks = q.has("what") && q.has("made") || agreed || q.has("between") && !q.has("agreement");
    if !is_plain || !asks || q.has_any(&["who", "howmany"]) {
        return None;
    }
    // What was signed is not what was attempted.
    let is_made = |x: &Agreement| x.states().has(a) && x.states().has(b) && x.status.is_concluded();
    if q.has("what") && q.has_any(&["made", "accept"]) && !ds.agreements.iter().any(is_made) {
        return Some(AskedQuery::Refuse(Refusal::NotUnderstood));
    }
    Some(AskedQuery::Pair(a, b, PairAspect::Agreements))
}

/// "Laws on NGOs"
fn laws_on_a_theme(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let of_ngos = q.themes().iter().any(|id| ds.theme(*id).key == "ngo-legislation");
    let names = |m: Meaning| matches!(m, Meaning::Theme(_));
    let is_plain = has_only(context, &["law", "draft", "inforce"], names);
    if !is_plain || q.themes().len() != 1 || !q.has("law") && !of_ngos || q.has("who") {
        return None;
    }
    rows(context, AskedCollection::Laws, law_terms(context))
}

/// "Which obstacles do NGOs name?"
fn kinds_by_voice(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let ([voice], [kind]) = (&q.voices()[..], &q.polarities()[..]) else { return None };
    let is_plain =
        has_only(context, &["named", "say"], |m| matches!(m, Meaning::Voice(_) | Meaning::Polarity(_)));
    let terms = vec![RowTerm::is("voice", [voice.id()]), RowTerm::is("polarity", [kind.id()])];
    // Donors and experts speak of the needs of others.
    let of_themselves = matches!(voice, VoiceKind::Government | VoiceKind::Ngo);
    let is_list =
        is_plain && !q.has_any(&["who", "howmany"]) && (of_themselves || q.has_any(&["named", "say"]));
    if !is_list {
        return None;
    }
    rows(context, AskedCollection::Findings, terms)
}

/// "What does the report recommend?": proposals of its author.
fn recommendations(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let is_report = |m: Meaning| matches!(m, Meaning::Voice(VoiceKind::Evaluator));
    let speaks =
        q.tokens.iter().any(|t| ["recommend", "recommends", "рекомендует"].contains(&t.word.as_str()));
    let terms = vec![
        RowTerm::is("voice", [VoiceKind::Evaluator.id()]),
        RowTerm::is("polarity", [Polarity::Proposal.id()]),
    ];
    if !speaks
        || has_word(context, &["document", "documents", "документ", "документы"])
        || !q.has_any(&["what", "which"])
        || !has_only(context, &["recommend"], is_report)
    {
        return None;
    }
    rows(context, AskedCollection::Findings, terms)
}

/// "Problems with propiska": obstacles.
fn problems(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let theme = only_theme(context)?;
    let obstacle = RowTerm::is("polarity", [Polarity::Obstacle.id()]);
    let is_plain = has_only(context, &["problem"], |m| matches!(m, Meaning::Theme(_)));
    if !is_plain || !q.has("problem") || q.has("who") {
        return None;
    }
    rows(context, AskedCollection::Findings, vec![theme, obstacle])
}

/// "Who supports the status quo?", an approach for which no state is named.
fn unnamed_positions(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let [approach] = q.approaches()[..] else { return None };
    let names = |m: Meaning| matches!(m, Meaning::Approach(_) | Meaning::Voice(VoiceKind::Government));
    let is_named = |x: &Position| x.approach == approach && x.holder.state().is_some();
    let asks = q.has_any(&["who", "which"]) && !q.has_any(&["howmany", "what"]);
    if !asks || !has_only(context, &["approach", "want", "state"], names) || ds.positions.iter().any(is_named)
    {
        return None;
    }
    rows(context, AskedCollection::Positions, vec![RowTerm::is("approach", [approach.id()])])
}

/// "Which states have the same treaty record as Georgia?", if there are any.
fn equal_records(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let [state] = q.states()[..] else { return None };
    let is_plain =
        has_only(context, &["same", "treaty", "state", "party"], |m| matches!(m, Meaning::State(_)));
    let records = TreatyRecords::of(ds, None);
    let is_equal = |other: &StateId| *other != state && records.record(*other) == records.record(state);
    let has_equal = ds.all_states().iter().any(|other| is_equal(&other));
    let of_records = q.tokens.iter().any(|token| {
        ["record", "identical", "набор", "одинаков"].iter().any(|begin| token.word.starts_with(begin))
    });
    (is_plain && of_records && q.has("same") && !q.has("howmany") && has_equal)
        .then_some(AskedQuery::Nearest { farthest: false, state })
}
