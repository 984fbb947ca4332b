//! Conditions on states, joined by "and" and "or".

use super::context::{QuestionContext, comparison, is_provider, is_topic, law_kind};
use super::years;
use crate::ask::lexicon::Meaning;
use crate::ask::order::sort_short;
use crate::ask::query::*;
use crate::ask::reader::{Item, Question};
use crate::ask::rows::{Comparison, RowTerm};
use crate::model::*;

/// A condition with its place in the question.
struct Head {
    at: usize,
    condition: Criterion,
}

/// Returns the question about states that meet conditions.
pub fn states(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let heads = all_heads(context)?;
    let asks_name = q.has("centralbody") && q.states().len() == 1 && q.has_any(&["what", "which"]);
    if heads.is_empty() || asks_name && !q.has_any(&["agreement", "party"]) {
        return None;
    }
    let left_out = left_out(context);
    let mut subjects = subjects(context);
    subjects.retain(|id| !left_out.contains(id));
    let mut condition = joined(context, heads);
    if !left_out.is_empty() {
        if !subjects.is_empty() {
            return None;
        }
        condition = and(vec![condition, not(Criterion::Is(StateCondition::States(left_out)))]);
    }
    let counted = q.has("howmany");
    match subjects.as_slice() {
        [one] => Some(AskedQuery::Is(*one, condition)),
        [] => {
            let is_negative = matches!(&condition, Criterion::Not(_)) || last_is_not(&condition);
            let starred = is_negative && is_open(&condition);
            // Many words that mean nothing here may be what is asked.
            (q.unplaced.len() <= 2).then_some(AskedQuery::States { counted, starred, condition })
        }
        several => {
            let among = Criterion::Is(StateCondition::States(several.to_vec()));
            Some(AskedQuery::States { counted, starred: false, condition: and(vec![among, condition]) })
        }
    }
}

fn last_is_not(condition: &Criterion) -> bool {
    let is_open_not = |part: &Criterion| matches!(part, Criterion::Not(inner) if is_open(inner));
    matches!(condition, Criterion::And(all) if all.iter().any(is_open_not))
}

/// Whether a condition rests on a collection that is open.
fn is_open(condition: &Criterion) -> bool {
    match condition {
        Criterion::Any => false,
        Criterion::Is(atom) => {
            matches!(
                atom,
                StateCondition::Position { .. } | StateCondition::Records(..) | StateCondition::Ratified(_)
            )
        }
        Criterion::Not(inner) => is_open(inner),
        Criterion::And(all) | Criterion::Or(all) => all.iter().any(is_open),
    }
}

fn and(mut all: Vec<Criterion>) -> Criterion {
    match all.len() {
        0 => Criterion::Any,
        1 => all.remove(0),
        _ => Criterion::And(all),
    }
}

fn not(condition: Criterion) -> Criterion {
    Criterion::Not(Box::new(condition))
}

/// Returns each condition alone, for a share; those among which it is counted come first.
pub fn heads(context: QuestionContext<'_>) -> Option<Vec<Criterion>> {
    let q = context.q;
    let mut heads = all_heads(context)?;
    let among = q.items.iter().position(|item| {
        let words = &q.tokens[item.words.clone()];
        words.iter().any(|t| matches!(t.word.as_str(), "among" | "amongst" | "среди"))
    });
    if let ([first, second], Some(at)) = (heads.as_slice(), among)
        && first.at < at
        && at < second.at
    {
        heads.swap(0, 1);
    }
    Some(heads.into_iter().map(|head| head.condition).collect())
}

/// Returns the conditions joined; any state if there is none.
pub fn plain_heads_and_groups(context: QuestionContext<'_>) -> Option<Criterion> {
    let heads = all_heads(context)?;
    Some(joined(context, heads))
}

/// Returns the conditions joined, for pairs and groups: agreements are asked elsewhere.
pub fn plain_heads(context: QuestionContext<'_>) -> Option<Criterion> {
    let mut heads = all_heads(context)?;
    heads.retain(|head| {
        !matches!(
            &head.condition,
            Criterion::Is(
                StateCondition::Records(RecordKind::Agreement, _)
                    | StateCondition::Number(..)
                    | StateCondition::Ratified(_)
            )
        )
    });
    Some(joined(context, heads))
}

/// Returns the conditions beside what is counted.
pub fn without_measure(context: QuestionContext<'_>) -> Option<Criterion> {
    let mut heads = all_heads(context)?;
    let is_measure = |condition: &Criterion| {
        matches!(condition, Criterion::Is(StateCondition::Records(..) | StateCondition::Number(..)))
    };
    heads.retain(|head| !is_measure(&head.condition));
    Some(joined(context, heads))
}

/// Returns the group that a question names as a condition.
pub fn groups_only(context: QuestionContext<'_>) -> Criterion {
    let groups = context.q.groups();
    and(groups
        .into_iter()
        .map(|(scheme, group)| Criterion::Is(StateCondition::Group(scheme, group)))
        .collect())
}

fn joined(context: QuestionContext<'_>, heads: Vec<Head>) -> Criterion {
    let q = context.q;
    let mut groups: Vec<(usize, Vec<Criterion>)> = Vec::new();
    // Two groups are either: no state is in both of a grouping.
    let is_group = |condition: &Criterion| matches!(condition, Criterion::Is(StateCondition::Group(..)));
    let (named, heads): (Vec<Head>, Vec<Head>) =
        heads.into_iter().partition(|head| is_group(&head.condition));
    let heads: Vec<Head> = if named.len() > 1 {
        let at = named[0].at;
        let either =
            Head { at, condition: Criterion::Or(named.into_iter().map(|head| head.condition).collect()) };
        std::iter::once(either).chain(heads).collect()
    } else {
        let mut all: Vec<Head> = named.into_iter().chain(heads).collect();
        sort_short(&mut all, |a, b| a.at < b.at);
        all
    };
    for head in heads {
        let is_or =
            groups.last().is_some_and(|(at, _)| (*at..head.at).any(|between| joins_conditions(q, between)));
        match groups.last_mut() {
            Some((at, last)) if is_or => {
                last.push(head.condition);
                *at = head.at;
            }
            _ => groups.push((head.at, vec![head.condition])),
        }
    }
    let is_either = q.has("notboth");
    let each = groups.into_iter().map(|(_, mut all)| match all.len() {
        1 => all.remove(0),
        _ if is_either => Criterion::And(vec![Criterion::Or(all.clone()), not(Criterion::And(all))]),
        _ => Criterion::Or(all),
    });
    and(each.collect())
}

/// Whether an "or" joins conditions; "laws or regulations" are one collection.
fn joins_conditions(q: &Question, at: usize) -> bool {
    let is_law = |n: usize| {
        let drafts = |item: &Item| item.says("draft") && item.words.len() > 1;
        q.items.get(n).is_some_and(|item| item.says("law") || item.says("regulation") || drafts(item))
    };
    q.items[at].says("or") && !(at > 0 && is_law(at - 1) && is_law(at + 1))
}

/// Returns the states that a question leaves out: "but not Armenia", "except Georgia and Moldova".
fn left_out(context: QuestionContext<'_>) -> Vec<StateId> {
    let q = context.q;
    let mut found = Vec::new();
    // The word that leaves out, and the end of what it governs so far.
    let mut reach: Option<usize> = None;
    for item in &q.items {
        let is_next = reach.is_some_and(|end| {
            q.tokens[end..item.words.start].iter().all(|t| matches!(t.word.as_str(), "the" | "for"))
        });
        let state =
            item.meanings.iter().find_map(|m| if let Meaning::State(id) = m { Some(*id) } else { None });
        reach = match state {
            Some(id) if is_next => {
                found.push(id);
                Some(item.words.end)
            }
            _ if item.says("except") || item.says("not") => Some(item.words.end),
            _ if is_next && !found.is_empty() && (item.says("and") || item.says("or")) => {
                Some(item.words.end)
            }
            _ => None,
        };
    }
    found
}

/// Returns the states that a question asks about, without the partners in its conditions.
fn subjects(context: QuestionContext<'_>) -> Vec<StateId> {
    let q = context.q;
    let states = q.states();
    if states.len() == 1 && partner(context).is_some() { Vec::new() } else { states }
}

/// Whether the question asks which states, or how many.
fn asks_which(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let heads = [
        q.has_any(&["centralbody", "partner"]),
        !q.instruments().is_empty(),
        !q.groups().is_empty(),
        q.has_any(&["treaty"]),
    ];
    q.has_any(&["who", "which", "howmany", "list"])
        && q.has_any(&["who", "state", "which", "list", "howmany"])
        || q.has("state")
        || heads.iter().any(|is| *is)
}

/// Returns the state with which an agreement is.
fn partner(context: QuestionContext<'_>) -> Option<StateId> {
    let q = context.q;
    let [state] = q.states()[..] else { return None };
    let of_treaty = !q.instruments().is_empty() && !q.has_any(&["agreement", "partner", "negotiate"]);
    let agreed = q.has_any(&["agreement", "partner", "negotiate", "ratify"]) && !of_treaty;
    (agreed && asks_which(context)).then_some(state)
}

/// Returns the themes of agreements that a question names.
pub fn agreement_themes(context: QuestionContext<'_>) -> Vec<ThemeId> {
    let ds = context.ds;
    let of_agreements = |id: &ThemeId| {
        ds.agreements.iter().any(|x| x.themes.contains(id)) && ds.theme(*id).key != "agreements"
    };
    let mut themes: Vec<ThemeId> = context.q.themes().into_iter().filter(of_agreements).collect();
    let words: Vec<&str> = context.q.tokens.iter().map(|t| t.word.as_str()).collect();
    let on_migration = words.windows(2).any(|w| {
        matches!(w[0], "on" | "о" | "вопросам" | "about")
            && w[1].starts_with("migr") | w[1].starts_with("миграц")
            && !w[1].starts_with("мигрант")
            && w[1] != "migrant"
    });
    if themes.is_empty() && on_migration && context.q.has("agreement") {
        themes.extend(ds.themes.iter().position(|x| x.key == "migrants-rights").map(ThemeId::from));
    }
    themes
}

/// Returns status and theme of the agreements that a question names.
pub fn agreement_terms(context: QuestionContext<'_>) -> Vec<RowTerm> {
    let (q, ds) = (context.q, context.ds);
    let mut terms = Vec::new();
    let themes: Vec<&str> = agreement_themes(context).iter().map(|id| ds.theme(*id).key.as_str()).collect();
    if !themes.is_empty() {
        terms.push(RowTerm::is("theme", themes));
    }
    let status = if q.has("negotiate") {
        Some("negotiating")
    } else if q.has("attempt") {
        Some("attempted")
    } else if q.has("inforce") {
        Some("in-force")
    } else if q.has("ratify") {
        Some("ratified")
    } else if q.has("made") {
        Some("made")
    } else {
        None
    };
    terms.extend(status.map(|status| RowTerm::is("status", [status])));
    terms
}

/// Returns provider, kind and theme of the assistance that a question names.
pub fn assistance_terms(context: QuestionContext<'_>) -> Vec<RowTerm> {
    let (q, ds) = (context.q, context.ds);
    let mut terms = Vec::new();
    let providers: Vec<ActorId> = q.actors().into_iter().filter(|id| is_provider(ds, *id)).collect();
    terms.extend(providers.iter().map(|id| RowTerm::is("by", [ds.actor(*id).key.as_str()])));
    let helps = q.helps();
    let kind = helps
        .first()
        .filter(|kind| !(q.has("draft") || **kind == AssistanceKind::Liaison && helps.len() > 1));
    terms.extend(kind.map(|kind| RowTerm::is("kind", [kind.id()])));
    if q.has("planned") {
        terms.push(RowTerm::filled("planned"));
    } else if helps.contains(&AssistanceKind::Training) && providers.is_empty() {
        terms.push(RowTerm::filled("done"));
    }
    let of_help = |id: &ThemeId| ds.assistance.iter().any(|x| x.themes.contains(id));
    let in_kind = |id: &ThemeId| {
        let of_kind = |item: &Item| item.meanings.iter().any(|m| matches!(m, Meaning::Help(_)));
        q.items.iter().any(|item| of_kind(item) && item.meanings.contains(&Meaning::Theme(*id)))
    };
    let themes: Vec<&str> = q
        .themes()
        .iter()
        .filter(|id| of_help(id) && !in_kind(id))
        .map(|id| ds.theme(*id).key.as_str())
        .collect();
    if !themes.is_empty() && !q.has_any(&["centralbody", "law"]) {
        terms.push(RowTerm::is("theme", themes));
    }
    terms
}

/// Returns every condition with its place; `None` where one cannot be told.
fn all_heads(context: QuestionContext<'_>) -> Option<Vec<Head>> {
    let q = context.q;
    let mut heads: Vec<Head> = Vec::new();
    let mut add = |at: usize, condition: Criterion| heads.push(Head { at, condition });
    for (at, item) in q.items.iter().enumerate() {
        for mut instruments in item.meanings.iter().filter_map(|m| instruments(context, *m)) {
            // "Neither statelessness convention": there are two.
            let of_both = (at.saturating_sub(4)..at).rev().find(|n| !q.items[*n].says("filler"));
            let is_both = |n: usize| ["both", "neither"].iter().any(|word| q.items[n].says(word));
            let plural = ["conventions", "конвенциях", "конвенциям", "конвенций", "конвенциями"];
            let words = &q.tokens[item.words.clone()];
            let of_both =
                of_both.is_some_and(is_both) || words.iter().any(|t| plural.contains(&t.word.as_str()));
            let pair = ["CSSP54", "CRS61"].map(|key| context.ds.instrument_by_key(key));
            if let ([Some(a), Some(b)], true) = (pair, of_both && q.instruments().len() == 1)
                && instruments == [b]
            {
                instruments = vec![a, b];
            }
            add(at, of_instruments(context, at, &instruments));
        }
        if item.says("centralbody") {
            add(at, Criterion::Is(StateCondition::CentralBody(body_time(context))));
        }
        if let Some((scheme, group)) = item
            .meanings
            .iter()
            .find_map(|m| if let Meaning::Group(s, g) = m { Some((*s, *g)) } else { None })
        {
            add(at, Criterion::Is(StateCondition::Group(scheme, group)));
        }
    }
    let by_name = q.has("treaty")
        || q.items.iter().any(|item| item.meanings.iter().any(|m| instruments(context, *m).is_some()));
    let in_time = q.has("during") && q.has("process") || q.has("before") && q.has("process");
    let since =
        q.find("join").filter(|_| years::range(context).as_deref() == Some("1996..") && !q.has("undate"));
    if let (Some(at), false, false) = (since, by_name, q.has_any(&["body", "agreement", "during"])) {
        let refugees = context.ds.instrument_by_key("CSR51")?;
        heads.push(Head { at, condition: Criterion::Is(StateCondition::Joined(refugees, Period::During)) });
    }
    // Who takes part in the process is no party to a treaty.
    let takes_part = |at: usize| {
        let next = q.items[at + 1..].iter().find(|item| !item.says("filler"));
        next.is_some_and(|item| item.says("process") && !item.says("before"))
    };
    let joins = q.find("join").or_else(|| q.find("party").filter(|at| !takes_part(*at)));
    if let (Some(at), false, true) =
        (joins, by_name, in_time && years::range(context).is_none_or(|_| q.has("body")))
    {
        let refugees = context.ds.instrument_by_key("CSR51")?;
        for (word, period) in [("before", Period::Before), ("during", Period::During)] {
            if q.has(word) {
                heads.push(Head { at, condition: Criterion::Is(StateCondition::Joined(refugees, period)) });
            }
        }
    }
    let others = [
        agreements(context),
        laws(context),
        bodies(context),
        position(context),
        says(context),
        measured(context),
    ];
    heads.extend(others.into_iter().flatten());
    heads.extend(assisted(context));
    sort_short(&mut heads, |a, b| a.at < b.at);
    dissolved(context, &mut heads);
    let mut heads = negate(context, heads)?;
    // "The Convention and/or its Protocol": one column.
    heads.dedup_by(|next, head| next.condition == head.condition);
    Some(heads)
}

/// "Had a central body that was later dissolved": ever, and not now.
fn dissolved(context: QuestionContext<'_>, heads: &mut [Head]) {
    if !context.q.has("dissolved") {
        return;
    }
    for head in heads
        .iter_mut()
        .filter(|head| matches!(head.condition, Criterion::Is(StateCondition::CentralBody(_))))
    {
        let of = |time| Criterion::Is(StateCondition::CentralBody(time));
        head.condition = Criterion::And(vec![of(BodyTime::Ever), not(of(BodyTime::Now))]);
    }
}

fn body_time(context: QuestionContext<'_>) -> BodyTime {
    let q = context.q;
    let early = q.tokens.windows(2).any(|w| {
        matches!(w[0].word.as_str(), "early" | "начале" | "началу" | "начало") && w[1].word == "2000"
    });
    if q.has_any(&["still", "today"]) || early {
        BodyTime::Now
    } else if q.has("ever") {
        BodyTime::Ever
    } else {
        BodyTime::Unsaid
    }
}

/// Instruments of a meaning; a treaty that is part of one stands for it.
fn instruments(context: QuestionContext<'_>, meaning: Meaning) -> Option<Vec<InstrumentId>> {
    match meaning {
        Meaning::Instrument(id) => Some(vec![id]),
        Meaning::Instruments(a, b) => Some(vec![a, b]),
        Meaning::Treaty(name) => {
            let covers = |x: &Instrument| x.covers.iter().any(|known| known == name);
            context.ds.instruments.iter().position(covers).map(|ix| vec![InstrumentId::from(ix)])
        }
        _ => None,
    }
}

/// Criterion that a state is party, joined in a period, or acted in a range of years.
fn of_instruments(context: QuestionContext<'_>, at: usize, ids: &[InstrumentId]) -> Criterion {
    let (q, ds) = (context.q, context.ds);
    let nearest = |word: &str| -> bool {
        // With several instruments, a word of time belongs to the nearest one.
        let places = q.places(word);
        let distance =
            |from: usize| places.iter().map(|place| from.abs_diff(*place)).min().unwrap_or(usize::MAX);
        let others = (0..q.items.len())
            .filter(|other| q.items[*other].meanings.iter().any(|m| instruments(context, *m).is_some()));
        !places.is_empty() && others.into_iter().all(|other| distance(at) <= distance(other))
    };
    let year_near = || {
        let places: Vec<usize> = (0..q.items.len())
            .filter(|n| q.items[*n].meanings.iter().any(|m| matches!(m, Meaning::Year(_))))
            .collect();
        let distance =
            |from: usize| places.iter().map(|place| from.abs_diff(*place)).min().unwrap_or(usize::MAX);
        let others = (0..q.items.len())
            .filter(|other| q.items[*other].meanings.iter().any(|m| instruments(context, *m).is_some()));
        others.into_iter().all(|other| distance(at) <= distance(other))
    };
    let of_refugees = ids.iter().all(|id| ds.instrument(*id).covers.len() > 1);
    let range = years::range(context).filter(|_| year_near() && !of_agreement_year(context));
    let treaty = q.items[at]
        .meanings
        .iter()
        .find_map(|m| if let Meaning::Treaty(name) = m { Some((*name).to_owned()) } else { None });
    let covered = |id: InstrumentId| ds.instrument(id).covers.first().cloned().unwrap_or_default();
    let by_report = q.tokens.iter().any(|t| ["report", "доклад"].iter().any(|w| t.word.starts_with(w)));
    let each = ids.iter().map(|id| {
        if let Some(range) = &range {
            let since = range == "1996..";
            if of_refugees && treaty.is_none() && !q.has("undate") && since {
                return StateCondition::Joined(*id, Period::During);
            }
            if of_refugees && treaty.is_none() && !q.has("undate") && range == "..1995" {
                return StateCondition::Joined(*id, Period::Before);
            }
            return StateCondition::Acted(treaty.clone().unwrap_or_else(|| covered(*id)), range.clone());
        }
        let in_process = q.has("process") || q.has("during");
        if in_process && nearest("during") {
            // The report says it of the refugee instruments alone.
            if of_refugees || by_report {
                return StateCondition::Joined(*id, Period::During);
            }
            return StateCondition::Acted(covered(*id), format!("{}..", ds.meta.process_start));
        }
        if in_process && nearest("before") && !q.has("during") {
            return StateCondition::Joined(*id, Period::Before);
        }
        StateCondition::Party(*id)
    });
    and(each.map(Criterion::Is).collect())
}

/// Whether the years of a question belong to its agreements or bodies.
fn of_agreement_year(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    q.has("body") && q.has_any(&["created", "reorganised", "dissolved"])
}

fn agreements(context: QuestionContext<'_>) -> Option<Head> {
    let (q, ds) = (context.q, context.ds);
    let words = ["agreement", "negotiate", "partner", "ratify"];
    let at = words.iter().filter_map(|word| q.find(word)).min()?;
    let force = q.find("inforce").max(q.find("ratify"));
    let of_treaty = q.has("ratify") && !q.has_any(&["agreement", "partner", "negotiate"]);
    if of_treaty || q.has("partner") && partner(context).is_none() && !q.has("outside") {
        return None;
    }
    let partner = partner(context);
    if let Some(state) = partner.filter(|_| q.has("ratify")) {
        return Some(Head { at, condition: Criterion::Is(StateCondition::Ratified(state)) });
    }
    let mut terms = agreement_terms(context);
    terms.retain(|term| term.field != "status");
    let records = |terms: Vec<RowTerm>| Criterion::Is(StateCondition::Records(RecordKind::Agreement, terms));
    if partner.is_none() && q.has("ratify") && q.has("inforce") {
        let of = |status: &str| records(vec![RowTerm::is("status", [status])]);
        let at = force.unwrap_or(at);
        return Some(Head { at, condition: Criterion::Or(vec![of("in-force"), of("ratified")]) });
    }
    let mut all: Vec<RowTerm> =
        partner.iter().map(|id| RowTerm::is("party", [ds.state(*id).key.as_str()])).collect();
    let countries = q.actors().into_iter().filter(|id| ds.actor(*id).kind == ActorKind::Country);
    all.extend(countries.map(|id| RowTerm::is("party", [ds.actor(id).key.as_str()])));
    if q.has("outside") {
        all.push(RowTerm::filled("outside"));
    }
    all.extend(terms);
    let collective = |x: &Agreement| x.themes.len() > 1 && x.parties.is_empty();
    let is_collective = ds.agreements.iter().any(|x| {
        collective(x)
            && x.themes.iter().any(|t| {
                all.iter().any(|term| term.field == "theme" && term.values.contains(&ds.theme(*t).key))
            })
    });
    let status = if q.has("negotiate") {
        Some("negotiating")
    } else if q.has("attempt") {
        Some("attempted")
    } else if q.has("ratify") {
        Some("ratified")
    } else if q.has("inforce") {
        Some("in-force")
    } else if is_collective && partner.is_none() {
        None
    } else {
        Some("made")
    };
    all.extend(status.map(|status| RowTerm::is("status", [status])));
    Some(Head { at, condition: records(all) })
}

fn laws(context: QuestionContext<'_>) -> Option<Head> {
    let (q, ds) = (context.q, context.ds);
    let of_ngos = q.items.iter().position(|item| {
        item.meanings
            .iter()
            .any(|m| matches!(m, Meaning::Theme(id) if ds.theme(*id).key == "ngo-legislation"))
    });
    let at = ["law", "regulation", "decree", "draft"]
        .iter()
        .filter_map(|word| q.find(word))
        .chain(of_ngos)
        .min()?;
    let mut terms: Vec<RowTerm> = law_kind(context).into_iter().collect();
    let of_laws = |id: &ThemeId| ds.laws.iter().any(|x| x.themes.contains(id));
    let themes: Vec<&str> =
        q.themes().iter().filter(|id| of_laws(id)).map(|id| ds.theme(*id).key.as_str()).collect();
    if !themes.is_empty() {
        terms.push(RowTerm::is("theme", themes));
    }
    let is_narrowed = !q.populations().is_empty() || !q.unplaced.is_empty();
    if terms.is_empty() && (is_narrowed || !q.has_any(&["draft", "state", "who"])) {
        return None;
    }
    let is_either = q.tokens.iter().any(|t| matches!(t.word.as_str(), "хотя" | "or"))
        && q.has("draft")
        && q.has_any(&["law"]) | of_ngos.is_some();
    if q.has("draft") && !is_either {
        terms.push(RowTerm::is("status", ["draft"]));
    }
    Some(Head { at, condition: Criterion::Is(StateCondition::Records(RecordKind::Law, terms)) })
}

fn bodies(context: QuestionContext<'_>) -> Option<Head> {
    let q = context.q;
    let at = q.find("body")?;
    let changes = years::change(context);
    if changes.is_empty() || q.has("centralbody") && !changes.iter().any(|_| years::range(context).is_some())
    {
        return None;
    }
    let year = years::range(context);
    let term = |kind: &BodyEventKind| match &year {
        Some(year) => RowTerm::is("change", [format!("{}@{year}", kind.id())]),
        None => RowTerm::is("event", [kind.id()]),
    };
    let of =
        |kind: &BodyEventKind| Criterion::Is(StateCondition::Records(RecordKind::Body, vec![term(kind)]));
    let kinds: Vec<Criterion> = match changes.as_slice() {
        // A new body in a year may be one that was made of another.
        [BodyEventKind::Created] if year.is_some() => {
            [BodyEventKind::Created, BodyEventKind::Reorganised].iter().map(of).collect()
        }
        all => all.iter().map(of).collect(),
    };
    let condition = if kinds.len() == 1 { kinds[0].clone() } else { Criterion::Or(kinds) };
    Some(Head { at, condition })
}

fn position(context: QuestionContext<'_>) -> Option<Head> {
    let q = context.q;
    let approach = *q.approaches().first()?;
    let at = q.items.iter().position(|item| item.meanings.contains(&Meaning::Approach(approach)))?;
    let mut terms = vec![RowTerm::is("approach", [approach.id()])];
    if q.has("doubt") {
        let without = q.has("not") || q.tokens.iter().any(|t| matches!(t.word.as_str(), "without" | "без"));
        terms.push(RowTerm::is("stance", [if without { "endorses" } else { "suggests-with-doubt" }]));
    }
    let ngos = q.voices() == [VoiceKind::Ngo];
    Some(Head { at, condition: Criterion::Is(StateCondition::Position { ngos, terms }) })
}

fn says(context: QuestionContext<'_>) -> Option<Head> {
    let (q, ds) = (context.q, context.ds);
    if !q.approaches().is_empty() {
        return None;
    }
    let others =
        q.has_any(&["centralbody", "agreement"]) || !q.instruments().is_empty() || !q.groups().is_empty();
    let asks_states = q.has_any(&["state", "which", "who", "howmany"]) && !q.has("what");
    // "Which needs" asks for statements, not for states.
    let asks_statements = q.find("which").is_some_and(|at| {
        let next = q.items.get(at + 1);
        next.is_some_and(|item| {
            item.says("finding") || item.meanings.iter().any(|m| matches!(m, Meaning::Polarity(_)))
        })
    });
    if !others && (!asks_states || asks_statements) {
        return None;
    }
    let voices = q.voices();
    let voice = *voices.iter().find(|v| matches!(v, VoiceKind::Government | VoiceKind::Ngo))?;
    // What governments say in general is said of those too that are not named.
    if !others && voice == VoiceKind::Government {
        return None;
    }
    if !q.has("say") && q.polarities().is_empty() {
        return None;
    }
    let at = q.items.iter().position(|item| item.meanings.contains(&Meaning::Voice(voice)))?;
    if is_topic(context, at) && q.has("who") {
        return None;
    }
    let mut terms = Vec::new();
    let themes: Vec<&str> = q.themes().iter().map(|id| ds.theme(*id).key.as_str()).collect();
    if !themes.is_empty() {
        terms.push(RowTerm::is("theme", themes));
    }
    let complains = q.tokens.iter().any(|t| t.word.starts_with("complain") || t.word.starts_with("жалу"));
    let polarity = q.polarities().first().copied().or(complains.then_some(Polarity::Obstacle));
    terms.extend(polarity.map(|p| RowTerm::is("polarity", [p.id()])));
    Some(Head { at, condition: Criterion::Is(StateCondition::Records(RecordKind::Says(voice), terms)) })
}

/// Assistance by several providers: each is a condition of its own.
fn assisted(context: QuestionContext<'_>) -> Vec<Head> {
    let (q, ds) = (context.q, context.ds);
    let help = |item: &Item| {
        item.meanings.iter().find_map(|m| if let Meaning::Help(kind) = m { Some(*kind) } else { None })
    };
    let provider = |item: &Item| {
        item.meanings.iter().find_map(|m| match m {
            Meaning::Actor(id) if is_provider(ds, *id) => Some(*id),
            _ => None,
        })
    };
    let providers: Vec<(usize, ActorId)> =
        q.items.iter().enumerate().filter_map(|(at, item)| Some((at, provider(item)?))).collect();
    let is_about = q.has("assist") || q.items.iter().any(|item| help(item).is_some() && !item.says("draft"));
    if !is_about || q.has_any(&["say"]) && !q.has("assist") {
        return Vec::new();
    }
    let of = |at: usize, terms: Vec<RowTerm>| Head {
        at,
        condition: Criterion::Is(StateCondition::Records(RecordKind::Assisted, terms)),
    };
    if providers.len() < 2 {
        let terms = assistance_terms(context);
        let at = providers.first().map(|(at, _)| *at).or_else(|| q.find("assist"));
        let at = at.or_else(|| q.items.iter().position(|item| help(item).is_some()));
        let is_empty = terms.is_empty() && !q.has("assist");
        return at.filter(|_| !is_empty && !terms.is_empty()).map(|at| of(at, terms)).into_iter().collect();
    }
    let shared = q.helps();
    providers
        .iter()
        .map(|(at, id)| {
            let mut terms = vec![RowTerm::is("by", [ds.actor(*id).key.as_str()])];
            let near = [at + 1, at.wrapping_sub(1)].into_iter().filter_map(|n| q.items.get(n)).find_map(help);
            let kind = near.or_else(|| shared.first().copied().filter(|_| shared.len() == 1));
            terms.extend(kind.map(|kind| RowTerm::is("kind", [kind.id()])));
            of(*at, terms)
        })
        .collect()
}

/// Whether a number of instruments or partners is a condition.
pub fn counts(context: QuestionContext<'_>) -> bool {
    measured(context).is_some()
}

/// A number of instruments, partners or records in relation to another.
fn measured(context: QuestionContext<'_>) -> Option<Head> {
    let q = context.q;
    if q.has("pair") {
        return None;
    }
    let number = q.items.iter().enumerate().find_map(|(at, item)| {
        item.meanings.iter().find_map(|m| if let Meaning::Number(n) = m { Some((at, *n)) } else { None })
    });
    let nine = || {
        let is_nine = |t: &crate::query::Token| t.word == "nine" || t.word.starts_with("девят");
        let at =
            q.items.iter().position(|x| x.says("treaty") && q.tokens[x.words.clone()].iter().any(is_nine))?;
        (q.has_any(&["every", "who", "state"]) && q.has_any(&["party", "join"])).then_some((at, 9))
    };
    let is_named =
        number.is_some_and(|(at, _)| q.items[at].meanings.iter().any(|m| !matches!(m, Meaning::Number(_))));
    let (at, n) = number.or_else(nine)?;
    if is_named || n > 20 {
        return None;
    }
    let after = |word: &str| {
        q.items.get(at + 1).is_some_and(|item| item.says(word))
            || q.items.get(at + 2).is_some_and(|item| item.says(word))
            || q.items.get(at + 3).is_some_and(|item| item.says(word))
    };
    let measure = if after("partner") {
        StateNumber::Partners
    } else if n == 9 || after("treaty") {
        StateNumber::Instruments
    } else {
        return None;
    };
    let comparison = comparison(context).unwrap_or(Comparison::Is);
    Some(Head { at, condition: Criterion::Is(StateCondition::Number(measure, comparison, n)) })
}

/// Returns the places of the words that turn a condition round.
fn nots(context: QuestionContext<'_>) -> Vec<usize> {
    let q = context.q;
    let of_doubt = |at: &usize| q.items.get(at + 1).is_some_and(|item| item.says("doubt"));
    let of_state = |at: &usize| {
        let next = q.items.get(at + 1);
        next.is_some_and(|item| item.meanings.iter().any(|m| matches!(m, Meaning::State(_))))
            && !left_out(context).is_empty()
    };
    let mut nots: Vec<usize> = q.places("not");
    let of_attempt =
        |at: &usize| q.has("attempt") && q.items.get(at + 1).is_some_and(|item| item.says("made"));
    nots.retain(|at| !q.items[*at].says("outside") && !of_doubt(at) && !of_state(at) && !of_attempt(at));
    let exception = |at: &usize| {
        q.tokens[q.items[*at].words.start].word.starts_with("exception")
            || q.tokens[q.items[*at].words.start].word.starts_with("исключени")
    };
    nots.extend(q.places("except").into_iter().filter(exception));
    // "Outside Central Asia", "except the parties to": a condition is turned round.
    let governs = |at: &usize| {
        let next = q.items[at + 1..].iter().find(|item| !item.says("filler") && !item.says("party"));
        next.is_some_and(|item| {
            item.says("centralbody")
                || item
                    .meanings
                    .iter()
                    .any(|m| matches!(m, Meaning::Group(..)) || instruments(context, *m).is_some())
        })
    };
    if !q.has_any(&["agreement", "partner", "negotiate"]) {
        nots.extend(q.places("outside").into_iter().filter(governs));
    }
    nots.extend(q.places("except").into_iter().filter(|at| !exception(at) && governs(at)));
    sort_short(&mut nots, |a, b| a < b);
    if partner(context).is_some() {
        nots.extend(q.places("unnamed"));
    }
    nots
}

/// Negates the conditions that a "not" belongs to; `None` where that cannot be told.
fn negate(context: QuestionContext<'_>, heads: Vec<Head>) -> Option<Vec<Head>> {
    let q = context.q;
    let places: Vec<usize> = heads.iter().map(|head| head.at).collect();
    let neither = q.find("neither");
    let nots = nots(context);
    let mut used: Vec<usize> = Vec::new();
    let mut negated = vec![false; heads.len()];
    for (n, head) in heads.iter().enumerate() {
        let previous = n.checked_sub(1).map(|n| places[n]);
        let is_before = |at: &&usize| {
            **at < head.at && previous.is_none_or(|previous| **at > previous || places[n - 1] == head.at)
        };
        if let Some(at) = nots.iter().find(is_before) {
            negated[n] = true;
            used.push(*at);
        }
        if neither.is_some_and(|at| at < head.at) {
            negated[n] = true;
        }
    }
    // A "not" after its condition: "refugee convention not party".
    for at in nots.iter().filter(|at| !used.contains(at)) {
        let next = places.iter().position(|place| place > at);
        let before = places.iter().rposition(|place| place < at);
        match (before, next) {
            (Some(n), None) => negated[n] = true,
            _ => return None,
        }
    }
    // "Not A and B" can mean either; only "neither" and "or" reach both.
    for n in 1..heads.len() {
        let is_bare = |n: usize| matches!(&heads[n].condition, Criterion::Is(StateCondition::Party(_)));
        let only_and =
            (places[n - 1] + 1..places[n]).all(|at| q.items[at].says("and")) && places[n] > places[n - 1] + 1;
        if negated[n - 1] && !negated[n] && is_bare(n) && is_bare(n - 1) && only_and && neither.is_none() {
            return None;
        }
        let only_or =
            (places[n - 1] + 1..places[n]).all(|at| q.items[at].says("or")) && places[n] > places[n - 1] + 1;
        if negated[n - 1] && is_bare(n) && is_bare(n - 1) && only_or {
            return None;
        }
    }
    let turned = heads.into_iter().zip(negated).map(|(head, negated)| {
        let condition = match (negated, head.condition) {
            (false, condition) => condition,
            (true, Criterion::And(all))
                if all.iter().all(|c| matches!(c, Criterion::Is(StateCondition::Party(_)))) =>
            {
                Criterion::And(all.into_iter().map(not).collect())
            }
            (true, condition) => not(condition),
        };
        Head { at: head.at, condition }
    });
    Some(turned.collect())
}
