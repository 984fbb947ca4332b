//! Two states, the pairs of all states, states and instruments that are alike.

use super::conditions;
use super::context::{QuestionContext, asks_if, comparison};
use crate::analysis::measures::{JaccardFraction, TreatyRecords};
use crate::ask::lexicon::Meaning;
use crate::ask::query::*;
use crate::ask::reader::Item;
use crate::ask::rows::{AskedCollection, Comparison, RowTerm};
use crate::model::*;
use crate::query::Token;

/// Returns the question about two states.
pub fn pair(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    if q.has("pair") {
        // Pairs are asked for: a list of states would be another answer.
        return pairs(context).or(Some(AskedQuery::Refuse(Refusal::NotUnderstood)));
    }
    let excepts = q.states().is_empty() || q.has("except");
    if excepts
        && q.has("both")
        && q.has("agreement")
        && !q.instruments().is_empty()
        && !q.has_any(&["who", "which"])
    {
        return pairs(context);
    }
    if q.has("same") && q.states().is_empty() && q.has("agreement") {
        return pairs(context);
    }
    let [a, b] = q.states()[..] else { return None };
    // A third state is asked for: "with both Russia and Moldova".
    if q.has("agreement")
        && q.has("both")
        && q.has_any(&["who", "state"])
        && q.has_any(&["who", "which", "howmany"])
    {
        return Some(AskedQuery::Refuse(Refusal::NotUnderstood));
    }
    if q.has_any(&["most", "least", "nearest", "farthest", "mean", "say"])
        && !q.has_any(&["named", "howfar", "finding", "together"])
    {
        return None;
    }
    aspect(context, a, b)
}

fn aspect(context: QuestionContext<'_>, a: StateId, b: StateId) -> Option<AskedQuery> {
    let q = context.q;
    let of = |aspect: PairAspect| Some(AskedQuery::Pair(a, b, aspect));
    let is_agreed = q.has_any(&["agreement", "ratify", "negotiate", "howfar"]);
    let names_more = q.has_any(&["partner", "law", "body", "assist", "centralbody", "regulation"])
        || !q.voices().is_empty();
    if q.has("similar") {
        return of(PairAspect::Jaccard);
    }
    let shares = q.has_any(&["same", "common", "together", "both", "share"])
        || q.tokens.iter().any(|t| matches!(t.word.as_str(), "одном" | "одной"));
    let ukraine = context.ds.scheme_by_key("ukraine");
    if let (Some(scheme), true, false) = (ukraine, q.has("group"), shares) {
        let proposer = Party::State(b);
        if context.ds.scheme(scheme).proposed_by.contains(&proposer) && q.has("which") {
            return Some(AskedQuery::GroupOf(a, scheme));
        }
    }
    let of_groups = q.has("group") && !q.has_any(&["agreement", "finding"]);
    if of_groups
        || !q.schemes().is_empty() && q.instruments().is_empty() && !q.has_any(&["agreement", "mean"])
    {
        return of(PairAspect::Groups);
    }
    if q.has_any(&["together"]) || q.has("finding") && q.has_any(&["both", "named", "say"]) {
        return of(PairAspect::Together);
    }
    if q.has("scheme") {
        return of(PairAspect::Groups);
    }
    if is_agreed && q.instruments().is_empty() && !names_more {
        return agreed(context, a, b);
    }
    if names_more || !q.instruments().is_empty() || q.has_any(&["first", "last", "earlier", "number", "when"])
    {
        return None;
    }
    // "Не … ни …, ни …": two negations are one.
    let neither_nor = q.tokens.iter().filter(|t| t.word == "ни").count() > 1;
    if q.has("neither") && (!q.has("not") || neither_nor) {
        return of(PairAspect::Neither);
    }
    let of_treaties = q.has_any(&["treaty", "party", "join"]);
    // "Compare Belarus and Ukraine": nothing says in what, so in what the table compares.
    let is_comparison = |item: &Item| {
        item.says("compare")
            || item.says("and")
            || item.meanings.iter().any(|m| matches!(m, Meaning::State(_)))
    };
    if q.has("compare") && q.unplaced.is_empty() && q.items.iter().all(is_comparison) {
        return of(PairAspect::Only);
    }
    if q.has_any(&["difference", "only", "missing"]) && (of_treaties || q.has_any(&["difference", "missing"]))
    {
        return of(PairAspect::Only);
    }
    if of_treaties && q.has("not") && !q.has_any(&["both", "common"]) {
        return of(PairAspect::Only);
    }
    if of_treaties && q.has_any(&["common", "both", "same", "share"])
        || q.has("common") && q.unplaced.is_empty()
    {
        let counts = q.has("howmany");
        return of(if counts { PairAspect::Common } else { PairAspect::Both });
    }
    if q.has("compare") && q.has("treaty") && !q.has("howmany") && !is_versus(context) {
        return of(PairAspect::Only);
    }
    if q.has("join") && q.has_any(&["treaty", "what"]) {
        return of(PairAspect::Only);
    }
    // "и … и": both states, each with its own "and".
    let each_and = q.tokens.iter().filter(|t| t.word == "и").count() >= 2;
    (of_treaties && each_and && q.has("which")).then_some(AskedQuery::Pair(a, b, PairAspect::Both))
}

fn is_versus(context: QuestionContext<'_>) -> bool {
    context.q.tokens.iter().any(|t| matches!(t.word.as_str(), "vs" | "versus" | "v"))
}

/// Agreements between two states.
fn agreed(context: QuestionContext<'_>, a: StateId, b: StateId) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let of = |aspect: PairAspect| Some(AskedQuery::Pair(a, b, aspect));
    let is_of_both = q.has("bothsides");
    if q.has("ratify") && !q.has_any(&["howfar", "status", "which"]) && !is_of_both {
        // "Is the agreement ratified?" asks of both sides.
        let first = q.tokens.first().map_or("", |t| t.word.as_str());
        let is_passive = ["is", "are", "was", "were"].contains(&first)
            || q.tokens.iter().any(|t| t.word.starts_with("ратифицирован"));
        if is_passive {
            return of(PairAspect::Furthest);
        }
        let (subject, partner) = subject(context, a, b);
        return Some(AskedQuery::Is(subject, Criterion::Is(StateCondition::Ratified(partner))));
    }
    if q.has("compare") {
        return None;
    }
    if let Some(range) = super::years::range(context) {
        // A year beside an agreement has no stated meaning: nothing was signed "in" it.
        if q.has_any(&["made", "inforce"]) {
            return Some(AskedQuery::NoDatum("date agreement".to_owned()));
        }
        let mut terms: Vec<RowTerm> =
            [a, b].iter().map(|id| RowTerm::is("party", [ds.state(*id).key.as_str()])).collect();
        terms.push(RowTerm::is("dated", [range]));
        return Some(AskedQuery::Rows {
            counted: q.has("howmany"),
            collection: AskedCollection::Agreements,
            terms,
        });
    }
    if q.has("howmany") {
        let keys = [a, b].map(|id| ds.state(id).key.clone());
        let mut terms: Vec<RowTerm> = keys.iter().map(|key| RowTerm::is("party", [key.as_str()])).collect();
        if q.has("made") {
            terms.push(RowTerm::is("status", ["made"]));
        }
        return Some(AskedQuery::Rows { counted: true, collection: AskedCollection::Agreements, terms });
    }
    let themes = conditions::agreement_themes(context);
    let asks_force = q.has("inforce") && q.text.trim_end().ends_with('?');
    let lists = q.has_any(&["which", "what", "list"]);
    let asks_state = !lists && (asks_if(context) || asks_force && !themes.is_empty());
    if q.has_any(&["howfar", "status", "negotiate"]) || asks_state {
        let all: Vec<usize> = (0..ds.agreements.len())
            .filter(|row| {
                let x = &ds.agreements[*row];
                x.states().has(a)
                    && x.states().has(b)
                    && (themes.is_empty() || x.themes.iter().any(|t| themes.contains(t)))
            })
            .collect();
        return match (themes.is_empty(), all.as_slice()) {
            (true, _) => of(PairAspect::Furthest),
            (false, [one]) => Some(AskedQuery::Status(AskedCollection::Agreements, *one)),
            (false, []) => Some(AskedQuery::NoDatum("status agreement".to_owned())),
            _ => of(PairAspect::Furthest),
        };
    }
    if !themes.is_empty() || lists && q.has_any(&["ratify", "inforce"]) {
        let mut terms: Vec<RowTerm> =
            [a, b].iter().map(|id| RowTerm::is("party", [ds.state(*id).key.as_str()])).collect();
        terms.extend(conditions::agreement_terms(context));
        return Some(AskedQuery::Rows { counted: false, collection: AskedCollection::Agreements, terms });
    }
    of(PairAspect::Agreements)
}

/// Tells who acts from the partner: the state after "with" is the partner.
fn subject(context: QuestionContext<'_>, a: StateId, b: StateId) -> (StateId, StateId) {
    let q = context.q;
    let follows_with = |id: StateId| {
        q.items.iter().any(|item| {
            let before = item.words.start.checked_sub(1).map(|at| q.tokens[at].word.as_str());
            item.meanings.contains(&Meaning::State(id)) && matches!(before, Some("with" | "с" | "со"))
        })
    };
    if follows_with(a) && !follows_with(b) { (b, a) } else { (a, b) }
}

/// Pairs of all states.
fn pairs(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let mut found = PairCriterion::default();
    let percent = q.numbers().first().copied();
    let alike = q.has("nearest") || q.has("similar") && q.has("most");
    let unlike = q.has("farthest") || q.has("similar") && q.has("least");
    if (alike || unlike) && percent.is_none() {
        found.similarity = extreme(context.ds, unlike).map(|(both, any)| (Comparison::Is, both, any));
    } else if q.has("similar") && percent.is_some() {
        let comparison = comparison(context).unwrap_or(Comparison::Is);
        found.similarity = percent.map(|n| if n == 60 { (comparison, 3, 5) } else { (comparison, n, 100) });
    } else if q.has("same") && q.has_any(&["treaty", "agreement", "similar"]) && !q.has("group") {
        found.similarity = Some((Comparison::Is, 1, 1));
    } else if let Some(n) = percent.filter(|_| q.has_any(&["common", "treaty"])) {
        found.common = Some((comparison(context).unwrap_or(Comparison::Is), n));
    } else if let Some(n) = percent.filter(|_| q.has_any(&["together", "named"])) {
        found.together = Some((comparison(context).unwrap_or(Comparison::Is), n));
    }
    let partly = ["only", "partly", "одной", "частично", "лишь", "один", "одна"];
    let is_partly = q.tokens.iter().any(|t| partly.contains(&t.word.as_str()));
    if q.has("agreement") && q.has_any(&["not", "unnamed"]) {
        return None;
    }
    if q.has("inforce") {
        found.furthest = Some(AgreementStatus::InForce);
    } else if q.has("negotiate") {
        found.furthest = Some(AgreementStatus::Negotiating);
    } else if q.has("ratify") {
        found.furthest =
            Some(if is_partly { AgreementStatus::PartlyRatified } else { AgreementStatus::Ratified });
    } else if q.has("agreement") {
        found.agreement = Some(vec![RowTerm::is("status", ["made"])]);
    }
    let is_without = |at: &usize| at.checked_sub(1).is_some_and(|before| q.items[before].says("except"));
    if let [state] = q.states()[..] {
        let at = q.items.iter().position(|item| item.meanings.contains(&Meaning::State(state)))?;
        found.with = Some((state, !is_without(&at)));
    }
    if q.has("group") && q.has("same") {
        found.same = q.schemes().first().copied().or_else(|| context.ds.scheme_by_key("ukraine"));
    }
    let of_states = conditions::plain_heads(context)?;
    if of_states != Criterion::Any {
        found.both = Some(of_states);
    }
    (found != PairCriterion::default())
        .then(|| AskedQuery::Pairs { counted: q.has("howmany"), condition: found })
}

/// Returns the highest similarity of a pair, or the lowest.
fn extreme(ds: &Dataset, lowest: bool) -> Option<(u32, u32)> {
    let records = TreatyRecords::of(ds, None);
    let all = records.mean_within(ds.all_states()).pairs;
    let fractions = all.iter().filter_map(|pair| pair.similarity).filter(|f| f.any > 0);
    let by_value = |f: &JaccardFraction| f.both * 1_000 / f.any.max(1);
    let found = if lowest { fractions.min_by_key(by_value) } else { fractions.max_by_key(by_value) }?;
    Some((found.both, found.any))
}

/// Returns the question about what is alike, and about the instruments of several states.
pub fn alike(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    if q.has_any(&["nearest", "farthest"]) || q.has("similar") && q.has_any(&["most", "least", "who"]) {
        let [state] = q.states()[..] else { return None };
        let farthest = q.has("farthest") || q.has("similar") && q.has("least");
        return Some(AskedQuery::Nearest { farthest, state });
    }
    if q.has("same")
        && q.states().is_empty()
        && q.instruments().is_empty()
        && q.groups().is_empty()
        && !q.has("pair")
    {
        if q.has("treaty") && q.has("party") && !q.has("state") {
            return Some(AskedQuery::ClassesOfInstruments);
        }
        if q.has_any(&["treaty", "state"])
            && !q.has_any(&["assist", "agreement"])
            && q.helps().is_empty()
            && q.actors().is_empty()
        {
            return Some(AskedQuery::ClassesOfStates);
        }
    }
    instruments(context)
}

/// Whether a question has states, groups and these words of relation, and nothing else.
fn is_short(context: QuestionContext<'_>, known: &[&str]) -> bool {
    let is_known = |item: &Item| {
        known.iter().any(|word| item.says(word))
            || item.meanings.iter().any(|m| matches!(m, Meaning::State(_) | Meaning::Group(..)))
    };
    context.q.unplaced.is_empty() && context.q.items.iter().all(is_known)
}

/// Instruments of a state, of the members of a group, of a number of states.
fn instruments(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let listed = |terms: Vec<RowTerm>| {
        Some(AskedQuery::Rows { counted: q.has("howmany"), collection: AskedCollection::Instruments, terms })
    };
    let is_short = |known: &[&str]| is_short(context, known);
    if let ([state], true) =
        (q.states().as_slice(), q.has("treaty") && is_short(&["treaty", "filler", "list", "what", "which"]))
    {
        return listed(vec![RowTerm::is("party", [ds.state(*state).key.as_str()])]);
    }
    let lacks = q.has("missing") && is_short(&["missing", "filler", "what", "which", "not"]);
    let of_treaties = (q.has_any(&["treaty", "party", "join"]) || lacks) && q.instruments().is_empty();
    if !of_treaties
        || q.has_any(&[
            "agreement",
            "partner",
            "centralbody",
            "say",
            "during",
            "most",
            "least",
            "rank",
            "mean",
            "each",
            "share",
            "compare",
        ])
    {
        return None;
    }
    let asked = |word: &str| q.find(word).unwrap_or(usize::MAX);
    let asks_states = asked("state").min(asked("who")) < asked("treaty") && q.states().is_empty();
    if q.has_any(&["first", "last"]) || asks_states && q.groups().is_empty() {
        return None;
    }
    if q.numbers().iter().any(|n| *n < 10) && !q.has("party") {
        return None;
    }
    let groups = q.groups();
    if let ([group], true) = (groups.as_slice(), q.states().is_empty()) {
        let condition = Criterion::Is(StateCondition::Group(group.0, group.1));
        if q.has("missing") {
            return Some(AskedQuery::Instruments(InstrumentSet::Missing, condition));
        }
        if q.has_any(&["common", "every", "both"]) {
            return Some(AskedQuery::Instruments(InstrumentSet::Intersect, condition));
        }
        if q.tokens.iter().any(|t| matches!(t.word.as_str(), "any" | "хотя" | "какое-либо")) {
            return Some(AskedQuery::Instruments(InstrumentSet::Union, condition));
        }
        return None;
    }
    if q.states().is_empty() && q.has("treaty") && q.has("party") && groups.is_empty() {
        // "Party to all nine" asks for states.
        if q.tokens.iter().any(|t| t.word == "nine" || t.word.starts_with("девят")) {
            return None;
        }
        let every = q.has("every") || q.numbers().contains(&12);
        if let Some(n) = q.numbers().first().filter(|_| !q.has("howmany")) {
            let relation = comparison(context).unwrap_or(Comparison::Is);
            return listed(vec![RowTerm { relation, ..RowTerm::is("parties", [n.to_string()]) }]);
        }
        return every.then(|| listed(vec![RowTerm::is("parties", [ds.states.len().to_string()])])).flatten();
    }
    instruments_of_state(context)
}

/// Instruments of a state, or those that it has not joined.
fn instruments_of_state(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let listed = |term: RowTerm| {
        let (counted, terms) = (q.has("howmany"), vec![term]);
        Some(AskedQuery::Rows { counted, collection: AskedCollection::Instruments, terms })
    };
    let [state] = q.states()[..] else { return None };
    if !q.has_any(&["treaty", "which", "what"]) || !q.groups().is_empty() {
        return None;
    }
    let key = ds.state(state).key.as_str();
    if has_to_join_all(context) {
        return listed(RowTerm { negated: true, ..RowTerm::is("party", [key]) });
    }
    if let Some(range) = super::years::range(context) {
        let acted = RowTerm { of: Some(key.to_owned()), ..RowTerm::is("acted", [range]) };
        return listed(acted);
    }
    // "How many instruments": of states it would be another number.
    let next_is_treaty = |at: usize| q.items.get(at + 1).is_some_and(|item| item.says("treaty"));
    let counts_lacking = q.has("not") && !q.has("and") && q.find("howmany").is_some_and(next_is_treaty);
    let asks_list = q.has_any(&["which", "what", "list", "not"]) && (!q.has("howmany") || counts_lacking);
    asks_list.then(|| listed(RowTerm { negated: q.has("not"), ..RowTerm::is("party", [key]) })).flatten()
}

/// "What would Ukraine have to join to be party to all nine?": what it has not joined.
fn has_to_join_all(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let is_duty = |w: &[Token]| {
        matches!(w[0].word.as_str(), "must" | "надо" | "нужно" | "осталось")
            || matches!(w[0].word.as_str(), "have" | "has" | "need" | "needs") && w[1].word == "to"
    };
    let of_all = q.has("every") && q.numbers() == [9] && q.has_any(&["what", "which"]);
    of_all && q.has("join") && !q.has("not") && q.tokens.windows(2).any(is_duty)
}
