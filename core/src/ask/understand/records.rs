//! Lists and counts of records: agreements, laws, bodies, help, positions, groups, findings.

use super::conditions;
use super::context::{QuestionContext, is_draft, is_provider, law_kind};
use super::years;
use crate::ask::lexicon::Meaning;
use crate::ask::query::*;
use crate::ask::reader::Item;
use crate::ask::rows::{AskedCollection, RowTerm, select};
use crate::model::*;

/// Returns the question about records.
pub fn records(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    if q.has("centralbody") || !q.instruments().is_empty() || q.states().len() > 1 && !q.has("approach") {
        return None;
    }
    if q.has_any(&["join", "party"]) && q.has("process") || conditions::counts(context) {
        return None;
    }
    if !q.approaches().is_empty()
        && q.states().len() == 1
        && q.has_any(&["want", "approach"])
        && q.voices().is_empty()
    {
        return None;
    }
    let found = found(context);
    // A "not" narrows a list in ways that the fields of a record do not tell.
    let is_said = |of: &AskedCollection| matches!(of, AskedCollection::Findings | AskedCollection::Positions);
    let negates = |terms: &[RowTerm]| terms.iter().any(|term| term.field == "not_ratified_by");
    let is_list = matches!(
        &found,
        Some(AskedQuery::Rows { collection, terms, .. }) if !is_said(collection) && !negates(terms)
    );
    // "Attempted but not concluded" is one status.
    let not_made = |at: &usize| q.items.get(at + 1).is_some_and(|item| item.says("made"));
    let is_attempt = q.has("attempt") && q.has_any(&["but", "and"]) && q.places("not").iter().all(not_made);
    if q.has("attempt") && q.has("and") && !q.has("not") {
        return Some(AskedQuery::Refuse(Refusal::NotUnderstood));
    }
    if is_list && q.has("not") && !is_attempt && !q.has_any(&["unnamed", "bothsides"]) {
        return Some(AskedQuery::Refuse(Refusal::NotUnderstood));
    }
    found
}

fn found(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    groupings(context)
        .or_else(|| working_groups(context))
        .or_else(|| positions(context))
        .or_else(|| laws(context))
        .or_else(|| agreements(context))
        .or_else(|| assistance(context))
        .or_else(|| bodies(context))
        .or_else(|| (!q.has_any(&["agreement", "partner", "negotiate"])).then(|| findings(context)).flatten())
}

fn key(context: QuestionContext<'_>, id: StateId) -> String {
    context.ds.state(id).key.clone()
}

/// Returns the query that lists or counts rows.
pub fn rows(
    context: QuestionContext<'_>,
    collection: AskedCollection,
    terms: Vec<RowTerm>,
) -> Option<AskedQuery> {
    Some(AskedQuery::Rows { counted: context.q.has("howmany"), collection, terms })
}

/// Whether states are asked for, not records.
fn asks_states(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    q.has_any(&["who", "state"]) && q.states().is_empty()
}

/// Whether yes or no is asked, and no list.
fn yes_no(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let first = q.tokens.first().map_or("", |t| t.word.as_str());
    let asks = [
        "does",
        "do",
        "did",
        "has",
        "have",
        "is",
        "are",
        "was",
        "were",
        "есть",
        "имеет",
        "получал",
        "получила",
        "получил",
        "получает",
    ];
    let has_particle = q.tokens.iter().any(|t| t.word == "ли");
    !q.has_any(&["which", "what", "who", "howmany", "list"]) && (asks.contains(&first) || has_particle)
}

fn groupings(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let scheme = q.schemes().first().copied();
    let group = q.groups().first().copied();
    let by_proposer = q.states().first().zip(group).is_some_and(|(s, (of, _))| by_proposer(context, *s, of));
    let about_groups = q.has_any(&["group", "member", "scheme"]) || scheme.is_some() || by_proposer;
    if !about_groups
        || !q.themes().is_empty()
        || q.has_any(&["agreement", "mean", "body", "assist", "wg", "law"])
    {
        return None;
    }
    if let (Some(scheme), true) = (scheme, q.has("howmany")) {
        return Some(AskedQuery::GroupCount(scheme));
    }
    let proposers = scheme.map(|id| ds.scheme(id).proposed_by.clone()).unwrap_or_default();
    let others: Vec<StateId> =
        q.states().into_iter().filter(|s| !proposers.contains(&Party::State(*s))).collect();
    if let (Some(scheme), [state]) = (scheme, others.as_slice()) {
        return Some(AskedQuery::GroupOf(*state, scheme));
    }
    if let (Some((of, group)), [_], None) = (group, others.as_slice(), scheme) {
        return by_proposer.then_some(AskedQuery::Members(of, group));
    }
    // A group has the stem of a grouping.
    let names_schemes = q.tokens.iter().any(|token| {
        ["grouping", "scheme", "группиров", "схем"].iter().any(|begin| token.word.starts_with(begin))
    });
    if let ([state], None, None, true) =
        (others.as_slice(), scheme, group, names_schemes && !q.has_any(&["condition", "accept"]))
    {
        return rows(context, AskedCollection::Schemes, vec![RowTerm::is("by", [key(context, *state)])]);
    }
    if let Some((of, group)) = group.filter(|_| others.is_empty() || q.has("member")) {
        if !q.has_any(&["member", "which", "who", "what", "group", "list"]) || q.has("not") {
            return None;
        }
        let of_scheme = scheme.and_then(|id| {
            let key = &ds.scheme(of).groups[group].key;
            ds.scheme(id).groups.iter().position(|g| g.key == *key).map(|at| (id, at))
        });
        let (scheme, group) = of_scheme.unwrap_or((of, group));
        return Some(AskedQuery::Members(scheme, group));
    }
    if let (Some(scheme), true) = (scheme, q.has_any(&["member", "which"])) {
        return (ds.scheme(scheme).groups.len() == 1).then_some(AskedQuery::Members(scheme, 0));
    }
    let by_government = q.voices().contains(&VoiceKind::Government) || q.has("who");
    (q.has("scheme") && by_government && others.is_empty())
        .then(|| rows(context, AskedCollection::Schemes, vec![RowTerm::filled("by")]))
        .flatten()
}

/// "Who is in Eastern Europe per Ukraine": it has proposed the grouping, and nothing is added.
fn by_proposer(context: QuestionContext<'_>, state: StateId, scheme: SchemeId) -> bool {
    let q = context.q;
    let known = ["who", "which", "list", "state", "filler", "member", "group", "per"];
    let is_known = |item: &Item| {
        known.iter().any(|word| item.says(word))
            || item.meanings.iter().any(|m| matches!(m, Meaning::State(_) | Meaning::Group(..)))
    };
    let follows = |item: &Item| {
        let before = item.words.start.checked_sub(1).map(|at| q.tokens[at].word.as_str());
        item.meanings.contains(&Meaning::State(state)) && matches!(before, Some("per" | "by" | "по"))
    };
    context.ds.scheme(scheme).proposed_by.contains(&Party::State(state))
        && (q.has_any(&["who", "member"]) || q.has("which") && q.has("state"))
        && q.unplaced.is_empty()
        && q.items.iter().all(is_known)
        && q.items.iter().any(follows)
}

pub fn working_groups(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    if !q.has("wg") || !q.working_groups().is_empty() || q.has("lead") {
        return None;
    }
    let mut terms = Vec::new();
    if q.voices().contains(&VoiceKind::Ngo)
        || q.tokens.iter().any(|t| matches!(t.word.as_str(), "ngo" | "нпо" | "ngos"))
    {
        terms.push(RowTerm::is("kind", ["ngo"]));
    }
    terms.extend(years::range(context).map(|range| RowTerm::is("founded", [range])));
    (!terms.is_empty() || q.has("howmany"))
        .then(|| rows(context, AskedCollection::WorkingGroups, terms))
        .flatten()
}

fn positions(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let about = q.has_any(&["approach", "future", "want"]) || !q.approaches().is_empty();
    if !about || q.has_any(&["agreement", "law", "assist"]) && q.approaches().is_empty() {
        return None;
    }
    let approach = q.approaches().first().map(|a| RowTerm::is("approach", [a.id()]));
    let ngos = q.voices().contains(&VoiceKind::Ngo);
    let governments = q.voices().contains(&VoiceKind::Government);
    if let [state] = q.states()[..] {
        if q.has("condition") {
            let own =
                [RowTerm::is("state", [key(context, state)])].into_iter().chain(approach).collect::<Vec<_>>();
            let found: Vec<usize> = select(ds, AskedCollection::Positions, &own);
            return match found.as_slice() {
                [one] => Some(AskedQuery::PositionCondition(*one)),
                _ => None,
            };
        }
        if approach.is_some() && !ngos {
            return None;
        }
        let mut terms = Vec::new();
        if ngos != governments || !ngos {
            terms.push(RowTerm::is(
                "holder",
                [if ngos { VoiceKind::Ngo } else { VoiceKind::Government }.id()],
            ));
        }
        terms.push(RowTerm::is("state", [key(context, state)]));
        terms.extend(approach);
        return (q.has_any(&["approach", "future"]) && q.themes().len() <= 1)
            .then(|| rows(context, AskedCollection::Positions, terms))
            .flatten();
    }
    if q.has("against") && q.states().is_empty() {
        let terms = approach.into_iter().chain([RowTerm::is("stance", ["opposes"])]).collect();
        return rows(context, AskedCollection::Positions, terms);
    }
    // "Which governments want …": where none is named, the positions of those that are not.
    if let (Some(approach), true) = (approach, governments && !ngos && q.has("which") && !q.has("named")) {
        let holder = RowTerm::is("holder", [VoiceKind::Government.id()]);
        let terms = vec![approach, holder];
        let found = select(ds, AskedCollection::Positions, &terms);
        if !found.is_empty() && found.iter().all(|row| ds.positions[*row].holder.state().is_none()) {
            return rows(context, AskedCollection::Positions, terms);
        }
    }
    let regional = q.approaches().contains(&Approach::West) && !q.groups().is_empty();
    if regional {
        let named = |x: &Position| x.approach == Approach::West && x.key.starts_with("central-asian");
        return ds
            .positions
            .iter()
            .position(named)
            .map(|row| AskedQuery::Unnamed(AskedCollection::Positions, row));
    }
    None
}

/// Returns what a question says of laws.
pub fn law_terms(context: QuestionContext<'_>) -> Vec<RowTerm> {
    let (q, ds) = (context.q, context.ds);
    let mut terms: Vec<RowTerm> = law_kind(context).into_iter().collect();
    if is_draft(context) {
        terms.push(RowTerm::is("status", ["draft"]));
    } else if q.has("inforce") {
        terms.push(RowTerm::is("status", ["in-force"]));
    }
    let themes: Vec<&str> = q.themes().iter().map(|id| ds.theme(*id).key.as_str()).collect();
    if !themes.is_empty() {
        terms.push(RowTerm::is("theme", themes));
    }
    terms
}

fn laws(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let of_ngos = q.themes().iter().any(|id| ds.theme(*id).key == "ngo-legislation");
    let about = q.has_any(&["law", "regulation", "decree", "draft"]) || of_ngos;
    if !about
        || asks_states(context)
        || q.has_any(&["agreement", "page"])
        || !q.actors().is_empty() && q.has("assist")
    {
        return None;
    }
    let mut terms: Vec<RowTerm> =
        q.states().iter().map(|id| RowTerm::is("state", [key(context, *id)])).collect();
    terms.extend(law_terms(context));
    let asks_force = q.has("inforce") && yes_no(context);
    if asks_force {
        terms.retain(|term| term.field != "status");
    }
    let of_kind = q.has_any(&["decree", "programme", "regulation"]) && !q.has_any(&["who", "state"]);
    if q.states().is_empty()
        && (of_kind || q.has_any(&["howmany", "which", "list", "draft"]))
        && !q.has("say")
    {
        return rows(context, AskedCollection::Laws, terms);
    }
    if q.states().is_empty()
        || law_terms(context).is_empty() && !q.populations().is_empty() && !q.has("status")
    {
        return None;
    }
    let asks_status = q.has("status")
        || asks_force
        || q.tokens.iter().any(|t| {
            ["adopted", "passed", "принят", "приняла", "принял", "принято", "enacted", "приняли"]
                .contains(&t.word.as_str())
        });
    let found = select(ds, AskedCollection::Laws, &terms);
    if let ([one], true) = (found.as_slice(), asks_status) {
        return Some(AskedQuery::Status(AskedCollection::Laws, *one));
    }
    // "Are Tajik laws in force?" means no single one.
    if asks_force && q.populations().is_empty() && q.themes().is_empty() && q.unplaced.is_empty() {
        return Some(AskedQuery::Refuse(Refusal::NotUnderstood));
    }
    if asks_status {
        let described = context.passages.find(q, AskedCollection::Laws, &[], &|row| found.contains(&row));
        let best = described.first().filter(|best| best.percent >= 50)?;
        let is_sole = described.get(1).is_none_or(|second| second.percent + 10 <= best.percent);
        return is_sole.then_some(AskedQuery::Status(AskedCollection::Laws, best.row));
    }
    if let ([state], true) = (q.states().as_slice(), yes_no(context)) {
        let own = law_terms(context);
        return Some(AskedQuery::Is(*state, Criterion::Is(StateCondition::Records(RecordKind::Law, own))));
    }
    if q.has("assist") && !q.has_any(&["which", "what", "howmany"]) {
        return None;
    }
    rows(context, AskedCollection::Laws, terms)
}

fn agreements(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let about = q.has_any(&["agreement", "partner", "negotiate"]);
    let of_three = q.numbers().contains(&3) && q.groups().len() == 1 && q.states().is_empty();
    if of_three && (about || q.has("meeting")) {
        let row = ds.agreements.iter().position(|x| x.key == "bmmc-three-states-1999")?;
        return Some(AskedQuery::Unnamed(AskedCollection::Agreements, row));
    }
    if !about || q.has_any(&["howfar"]) && q.states().is_empty() {
        return None;
    }
    let asks_parties =
        q.states().is_empty() && q.has_any(&["who", "which"]) && q.has_any(&["party", "made", "join"]);
    if asks_parties && q.has("agreement") && !q.has_any(&["howmany", "negotiate", "ratify"]) {
        let found = context.passages.find(q, AskedCollection::Agreements, &[], &|_| true);
        let is_sole = found.get(1).is_none_or(|second| second.percent + 12 <= found[0].percent);
        if let Some(best) = found.first().filter(|best| best.percent >= 75 && is_sole) {
            return Some(AskedQuery::Parties(best.row));
        }
    }
    let asks_ministry = q.has("which")
        && q.tokens.iter().any(|t| t.word.starts_with("ministr") || t.word.starts_with("министерств"));
    if let ([state], true) = (q.states().as_slice(), asks_ministry) {
        return rows(context, AskedCollection::Bodies, vec![RowTerm::is("state", [key(context, *state)])]);
    }
    let countries: Vec<ActorId> =
        q.actors().into_iter().filter(|id| ds.actor(*id).kind == ActorKind::Country).collect();
    if let ([state], [country]) = (q.states().as_slice(), countries.as_slice()) {
        return with_country(context, *state, *country);
    }
    if q.has("unnamed") && q.states().is_empty() {
        let mut terms = vec![RowTerm::filled("unnamed")];
        let of_sides = q.tokens.iter().any(|t| t.word.starts_with("сторон"));
        if q.has_any(&["party", "every"]) || of_sides {
            terms.push(RowTerm::is("states", ["0"]));
        }
        terms.push(RowTerm::is("theme", ["agreements"]));
        return rows(context, AskedCollection::Agreements, terms);
    }
    let group_of_partners = !q.groups().is_empty() && q.states().len() == 1;
    if group_of_partners {
        return unnamed_partners(context);
    }
    if let [state] = q.states()[..] {
        return of_state(context, state);
    }
    if !asks_states(context) && q.states().is_empty() {
        let mut terms = conditions::agreement_terms(context);
        terms.extend(
            q.populations().first().map(|id| RowTerm::is("population", [ds.population(*id).key.as_str()])),
        );
        terms.extend(years::range(context).map(|range| RowTerm::is("dated", [range])));
        return (!terms.is_empty() && q.unplaced.len() <= 1)
            .then(|| rows(context, AskedCollection::Agreements, terms))
            .flatten();
    }
    None
}

/// An agreement with a state outside the twelve.
fn with_country(context: QuestionContext<'_>, state: StateId, country: ActorId) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let both = |x: &Agreement| x.states().has(state) && x.parties.contains(&Party::Actor(country));
    let found: Vec<usize> = (0..ds.agreements.len()).filter(|row| both(&ds.agreements[*row])).collect();
    let yes_no = !q.has("made") && !q.has_any(&["status", "howfar", "negotiate", "which", "what"]);
    let made = RowTerm::is("status", ["made"]);
    let with = RowTerm::is("party", [ds.actor(country).key.as_str()]);
    let condition = Criterion::Is(StateCondition::Records(RecordKind::Agreement, vec![with.clone(), made]));
    match found.as_slice() {
        [one] if !yes_no => Some(AskedQuery::Status(AskedCollection::Agreements, *one)),
        _ if q.has_any(&["which", "what"]) => {
            let own = RowTerm::is("party", [key(context, state)]);
            rows(context, AskedCollection::Agreements, vec![own, with])
        }
        _ => Some(AskedQuery::Is(state, condition)),
    }
}

/// Agreements with members of a group that the report does not name.
fn unnamed_partners(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let ds = context.ds;
    let state = *context.q.states().first()?;
    let (scheme, group) = *context.q.groups().first()?;
    let members = ds.scheme(scheme).groups[group].states;
    let collective = |x: &Agreement| x.states().has(state) && x.unnamed.is_some();
    let named = ds
        .agreements
        .iter()
        .any(|x| x.states().has(state) && x.states().iter().any(|s| s != state && members.has(s)));
    let row = ds.agreements.iter().position(collective).filter(|_| !named)?;
    Some(AskedQuery::Unnamed(AskedCollection::Agreements, row))
}

/// Agreements of one state.
fn of_state(context: QuestionContext<'_>, state: StateId) -> Option<AskedQuery> {
    let q = context.q;
    let with_whom = q.has_any(&["who", "state"]);
    if q.has("outside") && !q.has("negotiate") {
        let terms = [
            RowTerm::is("party", [key(context, state)]),
            RowTerm::filled("outside"),
            RowTerm::is("status", ["made"]),
        ];
        return rows(context, AskedCollection::Agreements, terms.to_vec());
    }
    if q.has("partner")
        && !q.has("negotiate")
        && conditions::agreement_themes(context).is_empty()
        && !q.has("howmany")
    {
        return Some(AskedQuery::Partners(state));
    }
    if q.has("negotiate") && with_whom | q.has("partner") && q.has_any(&["outside", "every"]) {
        return Some(AskedQuery::NegotiatingPartners(state));
    }
    if with_whom || q.has("partner") || q.has("ratify") && yes_no(context) {
        return None;
    }
    let mut terms = vec![RowTerm::is("party", [key(context, state)])];
    let mut own = conditions::agreement_terms(context);
    if q.has("ratify") && q.has("not") {
        own.retain(|term| term.field != "status");
        // By "both sides": whichever has not.
        let field = "not_ratified_by";
        let by_any = q.has("bothsides");
        own.push(if by_any { RowTerm::filled(field) } else { RowTerm::is(field, [key(context, state)]) });
    } else if q.has("ratify") {
        own.retain(|term| term.field != "status");
        let partly = ["only", "partly", "одной", "частично", "лишь"];
        let is_partly = q.tokens.iter().any(|t| partly.contains(&t.word.as_str())) || q.has("not");
        own.push(RowTerm::is("status", [if is_partly { "partly-ratified" } else { "ratified" }]));
    }
    // All that are named are counted only where the question says so.
    let owns = q.has("howmany") && !q.has_any(&["named", "say"]);
    if owns && !own.iter().any(|term| term.field == "status") && !q.has("ratify") {
        own.push(RowTerm::is("status", ["made"]));
    }
    terms.extend(own);
    let ds = context.ds;
    terms.extend(
        q.populations().first().map(|id| RowTerm::is("population", [ds.population(*id).key.as_str()])),
    );
    terms.extend(years::range(context).map(|range| RowTerm::is("dated", [range])));
    (q.unplaced.len() <= 1).then(|| rows(context, AskedCollection::Agreements, terms)).flatten()
}

fn assistance(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if !q.voices().is_empty() && q.has("say") {
        return None;
    }
    let providers: Vec<ActorId> = q.actors().into_iter().filter(|id| is_provider(ds, *id)).collect();
    let about = q.has("assist") || !q.helps().is_empty();
    if q.has("say") && !about || q.has_any(&["wg", "law"]) {
        return None;
    }
    let terms = conditions::assistance_terms(context);
    if let [state] = q.states()[..] {
        let to = RowTerm::is("to", [key(context, state)]);
        if q.helps() == [AssistanceKind::StudyVisit]
            && q.has_any(&["which", "where"])
            && q.has_any(&["state", "where"])
        {
            let own = select(
                ds,
                AskedCollection::Assistance,
                &[to, RowTerm::is("kind", [AssistanceKind::StudyVisit.id()])],
            );
            return own.first().map(|row| AskedQuery::Destination(*row));
        }
        let asks_one = !providers.is_empty() && (q.has_any(&["assist", "what"]) || about);
        let is_question = about || !providers.is_empty();
        if !is_question {
            return None;
        }
        let found = select(ds, AskedCollection::Assistance, &[vec![to.clone()], terms.clone()].concat());
        if asks_one && found.is_empty() || yes_no(context) {
            return Some(AskedQuery::Is(
                state,
                Criterion::Is(StateCondition::Records(RecordKind::Assisted, terms)),
            ));
        }
        if q.has("who") {
            return None;
        }
        let mut own = vec![to];
        own.extend(terms);
        return (q.unplaced.len() <= 1).then(|| rows(context, AskedCollection::Assistance, own)).flatten();
    }
    if !q.states().is_empty() || asks_states(context) || !about {
        return None;
    }
    let asks_receivers = q.tokens.iter().any(|t| {
        t.word.starts_with("recipient")
            || t.word.starts_with("получател")
            || matches!(t.word.as_str(), "кому" | "whom" | "beneficiaries")
    });
    if asks_receivers && !terms.is_empty() {
        return None;
    }
    (!terms.is_empty() && q.unplaced.len() <= 2)
        .then(|| rows(context, AskedCollection::Assistance, terms))
        .flatten()
}

fn bodies(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if !q.has("body") || asks_states(context) && !q.has("which") || q.has("say") {
        return None;
    }
    let changes = years::change(context);
    let year = years::range(context);
    let mut terms: Vec<RowTerm> =
        q.states().iter().map(|id| RowTerm::is("state", [key(context, *id)])).collect();
    if let Some(year) = &year {
        let dated = changes.iter().map(|kind| format!("{}@{year}", kind.id()));
        if changes.is_empty() {
            terms.push(RowTerm::is("date", [year.as_str()]));
        } else {
            terms.push(RowTerm::is("change", dated));
        }
    } else if !changes.is_empty() {
        terms.push(RowTerm::is("event", changes.iter().map(|kind| kind.id())));
    }
    let _ = ds;
    let is_list = !q.states().is_empty() || year.is_some() || !changes.is_empty();
    (is_list && q.unplaced.len() <= 1 && !(q.has("state") && q.states().is_empty()))
        .then(|| rows(context, AskedCollection::Bodies, terms))
        .flatten()
}

/// Findings about one state.
fn findings(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let [state] = q.states()[..] else { return None };
    let themes: Vec<&str> = q.themes().iter().map(|id| ds.theme(*id).key.as_str()).collect();
    let named = RowTerm::is("about", [key(context, state)]);
    if q.has_any(&["finding", "named"]) && q.unplaced.is_empty() {
        let themed = (!themes.is_empty()).then(|| RowTerm::is("theme", themes));
        return rows(context, AskedCollection::Findings, [named].into_iter().chain(themed).collect());
    }
    if themes.is_empty() || !q.actors().is_empty() || !q.voices().is_empty() {
        return None;
    }
    let themed = RowTerm::is("theme", themes);
    let found = select(ds, AskedCollection::Findings, &[named.clone(), themed.clone()]);
    if found.is_empty() {
        return Some(AskedQuery::Is(
            state,
            Criterion::Is(StateCondition::Records(RecordKind::Named, vec![themed])),
        ));
    }
    let is_list = q.unplaced.is_empty() && !yes_no(context);
    is_list.then(|| rows(context, AskedCollection::Findings, vec![named, themed])).flatten()
}
