//! Records that a question describes in words.
//!
//! Pages, numbers, voices and those who are not named; places, working groups, assistance, replies.

use super::context::{QuestionContext, caveat, is_draft};
use super::plain::pages_of_a_theme;
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, Refusal};
use crate::ask::rows::AskedCollection;
use crate::model::*;
use crate::query::{is_stop_word, stem, tokens};

// Least shares of a question that a record must hold, in per cent (`Found::percent`), and least leads
// over the next record. Set by hand against the corpus of questions (core/tests/questions; decision 0036).

/// A number after "how long".
const DURATION: usize = 45;
/// A number after "how many".
const QUANTITY: usize = 62;
/// A number in a question that does not ask for one.
const QUANTITY_WITHOUT_HOW_MANY: usize = 85;
/// Lead of a number over the next one.
const QUANTITY_LEAD: usize = 12;
/// The number that is subtracted from another of the same passage.
const SUBTRAHEND: usize = 25;
/// A project, and one in a state that the question names.
const PROJECT: usize = 60;
const PROJECT_OF_STATE: usize = 45;
/// Lead of a project over the next one.
const PROJECT_LEAD: usize = 8;
/// A view.
const VIEW: usize = 60;
/// A view, where no other kind of question matched.
const VIEW_AS_LAST_RESORT: usize = 66;
/// A view that a number of governments hold, which the question gives.
const VIEW_WITH_COUNT: usize = 10;
/// A view that stands out from the next one by [`CLEAR_LEAD`].
const CLEAR: usize = 45;
const CLEAR_LEAD: usize = 20;
/// A view with one word of the question only.
const ONE_WORD: usize = 85;
/// Distance at which two views are equally near.
const CLOSE: usize = 6;
/// A record that is named in full, and its lead over the next one.
const FULL_NAME: usize = 80;
const FULL_NAME_LEAD: usize = 15;

/// The Bishkek migration management centre, whose seat its name tells.
const BISHKEK_CENTRE: &str = "BMMC";
/// The only other organisation whose place the report gives.
const COUNTERPART: &str = "COUNTERPART";
/// The finding on the government that sent no reply; no field says so.
const GOVERNMENT_WITHOUT_REPLY: &str = "intro.methodology#1.4";
/// A place of meetings: a question that names it asks for one of them.
const KIEV: &str = "Kiev";

/// Returns the page of a section, or findings on a theme, whose pages are said.
pub fn page(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if !q.has("page") && !q.has("section") {
        return None;
    }
    let section = |key: &str| ds.sections.iter().position(|x| x.key == key).map(SectionId::from);
    let asked: Vec<String> = q
        .tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            let item = q.items.iter().find(|item| item.words.contains(at));
            let asking = ["page", "which", "what", "where", "section", "begin", "filler", "say"];
            let asks = item.is_some_and(|item| asking.iter().any(|w| item.says(w)));
            !asks && !is_stop_word(&token.word)
        })
        .map(|(_, token)| stem(&token.word))
        .collect();
    let title = |x: &Section| -> Vec<String> {
        let both = [Some(&x.title.en), x.title.ru.as_ref()];
        let words = both.into_iter().flatten().flat_map(|text| tokens(text));
        words.filter(|t| !is_stop_word(&t.word)).map(|t| stem(&t.word)).collect()
    };
    let ignored = ["tabl", "таблиц", "begin", "start", "начина", "stand", "find"];
    let wanted: Vec<&String> = asked.iter().filter(|word| !ignored.contains(&word.as_str())).collect();
    let fits = |x: &&Section| !wanted.is_empty() && wanted.iter().all(|word| title(x).contains(word));
    let found = ds.sections.iter().filter(fits).min_by_key(|x| (title(x).len(), x.page));
    if let Some(found) = found {
        return section(&found.key).map(AskedQuery::Page);
    }
    if q.has_any(&["treaty", "annexa", "party"]) || !q.instruments().is_empty() {
        return section("annex-a").map(AskedQuery::Page);
    }
    if q.has_any(&["annexb", "number", "stock", "flow"]) || !q.indicators().is_empty() {
        return section("annex-b").map(AskedQuery::Page);
    }
    pages_of_a_theme(context).or(Some(AskedQuery::Refuse(Refusal::NotUnderstood)))
}

/// Returns the number that a finding gives.
pub fn quantity(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let asks = q.has_any(&["howmany", "howlong", "minus"]);
    let is_bare = !q.has_any(&["who", "which", "what", "when", "where", "say"]) && !q.years().is_empty();
    if !(asks || is_bare)
        || !q.schemes().is_empty()
        || !q.instruments().is_empty()
        || q.has_any(&["wg", "body", "agreement", "finding", "centralbody", "partner"])
        || q.tokens.iter().any(|t| t.word.starts_with("group") || t.word.starts_with("групп"))
    {
        return None;
    }
    let skipped: Vec<usize> = ["howmany", "howlong", "number", "minus", "more", "than"]
        .iter()
        .flat_map(|word| q.places(word))
        .collect();
    let asked: Vec<String> = q.tokens.iter().map(|t| stem(&t.word)).collect();
    // The finding's number must be of the unit that the question names.
    let has = |row: usize| {
        ds.findings[row].quantity.as_ref().is_some_and(|x| {
            let both = [Some(&x.unit.en), x.unit.ru.as_ref()];
            let words = both.into_iter().flatten().flat_map(|text| tokens(text));
            words.filter(|t| !is_stop_word(&t.word)).any(|t| asked.contains(&stem(&t.word)))
                || q.has("howlong")
        })
    };
    let found = context.passages.find(q, AskedCollection::Findings, &skipped, &has);
    let fits = |percent: usize, at: usize| found.get(at).is_some_and(|found| found.percent >= percent);
    if q.has("minus") && found.len() >= 2 {
        let source = |at: usize| ds.findings[found[at].row].provenance.sources.first().copied();
        let other = (1..found.len()).find(|at| source(*at) == source(0) && fits(SUBTRAHEND, *at));
        return other.map(|at| AskedQuery::QuantityDifference(found[0].row, found[at].row));
    }
    let is_sole = found.get(1).is_none_or(|second| second.percent + QUANTITY_LEAD <= found[0].percent);
    let least = if q.has("howlong") {
        DURATION
    } else if asks {
        QUANTITY
    } else {
        QUANTITY_WITHOUT_HOW_MANY
    };
    (fits(least, 0) && is_sole && (found[0].matched >= 2 || q.has("howlong")))
        .then(|| AskedQuery::Quantity(found[0].row))
}

/// Kinds tried before the general ones, because they match a record's text.
pub fn described_first(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    two_passages(context)
        .or_else(|| place(context))
        .or_else(|| working_group(context))
        .or_else(|| replied(context))
        .or_else(|| unanswered(context))
        .or_else(|| {
            (q.has("howmany") && q.has("wg") && q.working_groups().is_empty())
                .then(|| super::records::working_groups(context))
                .flatten()
        })
        .or_else(|| count_in(context))
        .or_else(|| quantity(context))
        .or_else(|| providers_of_state(context))
        .or_else(|| provider_of_project(context))
        .or_else(|| recipients(context))
        .or_else(|| mention(context))
}

/// Returns the caveat where two passages of the report contradict each other.
fn two_passages(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let state = |key: &str| q.states().iter().any(|id| ds.state(*id).key == key);
    let theme = |key: &str| q.themes().iter().any(|id| ds.theme(*id).key == key);
    let key = if theme("ngo-legislation") && state("AZE") && q.has("or") && is_draft(context) {
        "aze-ngo-law-two-passages"
    } else if theme("ngo-legislation") && q.has("every") && q.has("state") && q.states().is_empty() {
        "ngo-law-existence-differs"
    } else if state("TJK")
        && q.has_any(&["body", "centralbody"])
        && q.tokens.iter().any(|t| {
            t.word.starts_with("department")
                || t.word.starts_with("департамент")
                || t.word.starts_with("управлени")
        })
        && q.has_any(&["still", "after"])
        && !q.has("when")
    {
        "tajikistan-two-passages"
    } else {
        return None;
    };
    caveat(ds, key).map(AskedQuery::TwoPassages)
}

/// Returns the place of the conference, of the Bishkek centre or of an organisation.
fn place(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if !q.has("where") {
        return None;
    }
    if q.has("conference") && q.states().is_empty() {
        return Some(AskedQuery::Place("conference"));
    }
    if let (true, Some(AskedQuery::RowDate(AskedCollection::Events, row))) =
        (q.has_any(&["first", "second", "held"]), super::dates::event(context))
        && ds.events[row].place.is_some()
    {
        return Some(AskedQuery::EventPlace(row));
    }
    match q.actors().as_slice() {
        [one] if ds.actor(*one).key == BISHKEK_CENTRE => Some(AskedQuery::Place("bmmc")),
        [one] if ds.actor(*one).key == COUNTERPART => Some(AskedQuery::Place(COUNTERPART)),
        _ => None,
    }
}

/// Working groups: who leads one, how often the governmental one met.
fn working_group(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let ds = context.ds;
    let named = q.working_groups();
    let follow_up = |row: &usize| ds.working_groups[*row].kind == GroupKind::Governmental;
    if q.has("howmany") && named.iter().any(follow_up) {
        return Some(AskedQuery::Meetings);
    }
    if named.is_empty() && q.has("lead") && q.has("wg") {
        return best_matching_group(context).map(AskedQuery::Leads);
    }
    let leads = q.has("lead")
        || q.has("who") && (q.has("wg") || !named.is_empty()) && q.has_any(&["first", "created"]);
    if let ([one], true) = (named.as_slice(), leads && !q.has("when")) {
        return Some(AskedQuery::Leads(*one));
    }
    None
}

/// The working group whose name shares most words with the question.
fn best_matching_group(context: QuestionContext<'_>) -> Option<usize> {
    let asked: Vec<String> = context.q.tokens.iter().map(|t| stem(&t.word)).collect();
    let shared = |x: &WorkingGroup| {
        let both = [Some(&x.name.en), x.name.ru.as_ref()];
        let words = both.into_iter().flatten().flat_map(|text| tokens(text));
        words.filter(|t| !is_stop_word(&t.word) && asked.contains(&stem(&t.word))).count()
    };
    let scores: Vec<usize> = context.ds.working_groups.iter().map(shared).collect();
    let best = *scores.iter().max()?;
    let mut at = (0..scores.len()).filter(|at| scores[*at] == best);
    let first = at.next()?;
    at.next().is_none().then_some(first)
}

/// The government that sent no answer.
fn unanswered(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let starts = ["questionnaire", "вопросник", "анкет", "repl", "respond", "ответи"];
    let answered = q.tokens.iter().any(|t| starts.iter().any(|start| t.word.starts_with(start)));
    if !(answered && q.has_any(&["not", "unnamed"]) && q.has_any(&["who", "which"])) {
        return None;
    }
    let row = context.ds.findings.iter().position(|x| x.key == GOVERNMENT_WITHOUT_REPLY)?;
    Some(AskedQuery::Unnamed(AskedCollection::Findings, row))
}

/// How many governments hold a view, where the report prints their number.
fn count_in(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    if !q.has("howmany") || q.voices().is_empty() || !q.has_any(&["say", "named", "opinion", "against"]) {
        return None;
    }
    if !q.states().is_empty() || q.has("finding") || !q.polarities().is_empty() {
        return None;
    }
    let skipped: Vec<usize> = q.places("howmany");
    let has = |row: usize| ds.findings[row].voices.iter().any(|v| v.count.is_some());
    let found = context.passages.find(q, AskedCollection::Findings, &skipped, &has);
    found.first().filter(|found| found.percent >= VIEW).map(|found| AskedQuery::CountIn(found.row))
}

fn replied(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let answered =
        ["questionnaire", "questionnaires", "вопросник", "вопросники", "анкету", "анкеты", "анкета"];
    let asks = q.has("howmany") && q.tokens.iter().any(|t| answered.contains(&t.word.as_str()));
    let of_ngos = q.voices().contains(&VoiceKind::Ngo);
    // "How many NGOs replied?": of how many states they are is another number.
    let counted = q.find("howmany").and_then(|at| q.items.get(at + 1));
    let counts_ngos = counted.is_some_and(|item| item.meanings.contains(&Meaning::Voice(VoiceKind::Ngo)))
        && !q.has("state");
    let query = AskedQuery::Replied(if of_ngos { VoiceKind::Ngo } else { VoiceKind::Government });
    asks.then_some(if counts_ngos { AskedQuery::Refuse(Refusal::NotUnderstood) } else { query })
}

/// Providers of assistance to a state: the question names it and nothing else.
fn providers_of_state(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let [state] = q.states()[..] else { return None };
    let who = q.tokens.iter().any(|t| matches!(t.word.as_str(), "who" | "кто"));
    let helps = ["help", "assist", "помог", "оказыва"];
    let is_help = |t: &crate::query::Token| helps.iter().any(|begin| t.word.starts_with(begin));
    let is_known = |item: &crate::ask::reader::Item| {
        ["who", "assist", "filler"].iter().any(|word| item.says(word))
            || item.meanings.iter().any(|m| matches!(m, Meaning::State(_)))
    };
    let takes = ["receiv", "get", "got", "получ"];
    let is_taken = q.tokens.iter().any(|t| takes.iter().any(|begin| t.word.starts_with(begin)));
    let is_plain = q.unplaced.is_empty() && q.items.iter().all(is_known) && !is_taken;
    // "Whom does Georgia help": the state follows the verb, else it is the one who helps.
    let verb = q.tokens.iter().position(is_help)?;
    let at = q.items.iter().find(|item| item.meanings.contains(&Meaning::State(state)))?;
    (who && is_plain && at.words.start > verb).then_some(AskedQuery::ProvidersOf(state))
}

/// The provider of the assistance that the question describes.
fn provider_of_project(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    let gives = q.has_any(&["assist", "cooperate"])
        && (q.has("who") || q.has("which") && q.has("state") && !q.states().is_empty());
    let names_provider = q.actors().iter().any(|id| ds.actor(*id).kind != ActorKind::Country);
    let described = !q.unplaced.is_empty() || !q.themes().is_empty() || q.has("cooperate");
    if !gives || names_provider || !described || !q.instruments().is_empty() || q.has("centralbody") {
        return None;
    }
    let skipped: Vec<usize> = ["assist", "who", "cooperate"].iter().flat_map(|word| q.places(word)).collect();
    let of_state = |row: usize| {
        q.states().iter().all(|id| ds.assistance[row].to.has(*id) || ds.assistance[row].to.is_empty())
    };
    let found = context.passages.find(q, AskedCollection::Assistance, &skipped, &of_state);
    let least = if q.states().is_empty() { PROJECT } else { PROJECT_OF_STATE };
    let best = found.first().filter(|best| best.percent >= least)?;
    let is_sole = found.get(1).is_none_or(|second| second.percent + PROJECT_LEAD <= best.percent);
    is_sole.then_some(AskedQuery::Providers(best.row))
}

/// Which states a project named by one capitalised word takes place in.
fn recipients(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let [at] = q.unplaced[..] else { return None };
    let is_name = q.typed(&(at..at + 1)).chars().all(char::is_uppercase);
    if !is_name
        || !q.has_any(&["state", "who"])
        || !q.states().is_empty()
        || !q.has_any(&["which", "who", "where"])
    {
        return None;
    }
    let word = stem(&q.tokens[at].word);
    let has = |x: &Assistance| {
        tokens(&x.subject.ru.clone().unwrap_or_default())
            .iter()
            .chain(&tokens(&x.subject.en))
            .any(|t| stem(&t.word) == word)
    };
    let found = context.ds.assistance.iter().position(|x| !x.to.is_empty() && has(x));
    found.map(AskedQuery::Recipients)
}

/// Statements of the report about a place that is no state.
fn mention(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let place = *q.other_places().first()?;
    if place == KIEV || q.has("together") || !q.states().is_empty() {
        return None;
    }
    if q.has("howmany") {
        return Some(AskedQuery::NoDatum("by-place".to_owned()));
    }
    Some(AskedQuery::Mentions(place))
}

/// The holders of a view that the question describes.
pub fn voiced(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let asks = q.has("who") || q.has("which") && (q.has("state") || !q.voices().is_empty());
    let of_donor = q.voices().contains(&VoiceKind::Donor) && q.has("most");
    let holds = of_donor
        || q.has_any(&["say", "want", "approach", "against", "accept", "except"])
        || !q.polarities().is_empty()
        || !q.numbers().is_empty() && !q.voices().is_empty();
    let other = !q.instruments().is_empty()
        || q.has_any(&["centralbody", "partner", "compare", "finding", "negotiate", "inforce"])
        || q.has("assist") && !q.has("say")
        || !(q.states().is_empty() || q.states().len() > 2 && q.has("not") && q.has("say"));
    let of_them =
        q.tokens.iter().any(|t| matches!(t.word.as_str(), "them" | "них")) && !q.populations().is_empty();
    if !asks || !holds || other || of_them || q.has("what") && !q.has("who") {
        return None;
    }
    let speaks = q.has("say") || q.has("who") && q.polarities().contains(&Polarity::Proposal);
    let is_position = !q.approaches().is_empty() && q.unplaced.is_empty() && !q.has_any(&["scheme", "say"]);
    let of_kind = q.voices() == [VoiceKind::Ngo] && q.has("say") && q.has("state") && q.themes().is_empty();
    if is_position || of_kind {
        return None;
    }
    // What is said is no condition on states: without a passage there is no answer.
    described(context, VIEW).or_else(|| speaks.then_some(AskedQuery::Refuse(Refusal::NotUnderstood)))
}

/// Descriptions of what no other kind has understood.
pub fn described_last(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let names_more = q
        .items
        .iter()
        .any(|item| item.is_name() && !item.meanings.iter().any(|m| matches!(m, Meaning::State(_))));
    let described_by_words = names_more || !q.unplaced.is_empty();
    let counts = q.has_any(&["howmany", "howlong"]);
    (described_by_words && !counts).then(|| record_named_in_full(context)).flatten().or_else(|| {
        let asks = q.has("who") || q.has("which") && (q.has("state") || !q.voices().is_empty());
        (asks && q.states().is_empty()).then(|| described(context, VIEW_AS_LAST_RESORT)).flatten()
    })
}

/// Returns the finding that a question describes: who says it, or that the report names nobody.
fn described(context: QuestionContext<'_>, least: usize) -> Option<AskedQuery> {
    let (q, ds) = (context.q, context.ds);
    // Who is party is a matter of the table, and no statement.
    if q.has_any(&["treaty", "party", "join"]) && !q.has_any(&["say", "want", "approach", "accept"]) {
        return None;
    }
    let skipped: Vec<usize> = ["who", "which"].iter().flat_map(|word| q.places(word)).collect();
    let wanted_count = q.numbers().first().copied().filter(|n| *n <= 12);
    let counted = |x: &Finding| x.voices.iter().any(|v| v.count.map(u32::from) == wanted_count);
    let is_said = q.has_any(&["say", "want", "approach", "accept"]) && q.has("who");
    let is_evaluator = |x: &Finding| x.voices.iter().all(|v| v.kind == VoiceKind::Evaluator);
    let of_kind = |x: &Finding| {
        q.voices().is_empty()
            || q.voices()
                .iter()
                .any(|kind| is_evaluator(x) || x.voices.iter().any(|v| v.kind == *kind) || q.has("who"))
    };
    let has = |row: usize| {
        let x = &ds.findings[row];
        (wanted_count.is_none() || counted(x)) && !(is_said && is_evaluator(x)) && of_kind(x)
    };
    let found = context.passages.find(q, AskedCollection::Findings, &skipped, &has);
    let least = if wanted_count.is_some() { VIEW_WITH_COUNT } else { least };
    let best = found.first()?;
    let second = found.iter().find(|other| other.percent < best.percent).map_or(0, |second| second.percent);
    let is_clear = best.percent >= CLEAR && best.percent >= second + CLEAR_LEAD;
    let is_whole = best.percent >= least
        && (best.matched >= 2 || best.percent >= ONE_WORD || wanted_count.is_some() && found.len() == 1);
    if !is_whole && !is_clear || best.matched == 0 {
        return None;
    }
    let close: Vec<usize> =
        found.iter().filter(|found| found.percent + CLOSE >= best.percent).map(|found| found.row).collect();
    let wanted = q.polarities();
    let fits = |row: &usize| wanted.contains(&ds.findings[*row].polarity);
    let preferred: Vec<usize> = close.iter().copied().filter(fits).collect();
    let mut rows = if preferred.is_empty() { close } else { preferred };
    let by_kind = |row: &usize| ds.findings[*row].voices.iter().any(|v| q.voices().contains(&v.kind));
    if rows.iter().any(by_kind) {
        rows.retain(by_kind);
    }
    let voices = |row: usize| -> Vec<String> {
        ds.findings[row].voices.iter().map(|v| crate::ask::records::voice_key(ds, v)).collect()
    };
    if rows.iter().any(|row| voices(*row) != voices(rows[0])) {
        return None;
    }
    let x = &ds.findings[rows[0]];
    let asks_names = q.has("which") && (q.has("state") || !q.voices().is_empty()) && !q.has("who");
    let is_unnamed =
        x.voices.iter().all(|v| v.is_unnamed() || v.kind == VoiceKind::Donor && v.actor.is_none());
    let of_some = matches!(x.scope.kind, ScopeKind::Most | ScopeKind::Some) && x.scope.states.is_empty();
    // Another finding on the same theme may name states: this one does not speak for all.
    let is_on_themes = |f: &Finding| q.themes().iter().all(|theme| f.themes.contains(theme));
    let names_states = |f: &Finding| f.voices.iter().any(|voice| voice.state.is_some());
    let mentions = !q.themes().is_empty()
        && q.tokens.iter().any(|t| t.word.starts_with("mention") || t.word.starts_with("упомин"));
    if asks_names && mentions && ds.findings.iter().any(|f| is_on_themes(f) && names_states(f)) {
        return None;
    }
    let is_thing = q.has("who")
        && !q.has_any(&["say", "want", "approach", "accept", "against"])
        && q.polarities().is_empty();
    if (asks_names || is_thing) && is_unnamed || asks_names && is_evaluator(x) && of_some {
        return Some(AskedQuery::Unnamed(AskedCollection::Findings, rows[0]));
    }
    (!is_evaluator(x)).then(|| AskedQuery::Voice(vec![rows[0]]))
}

/// An event, body or law whose name the question gives in full or nearly so.
fn record_named_in_full(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    for collection in [AskedCollection::Events, AskedCollection::Bodies, AskedCollection::Laws] {
        let found = context.passages.find(q, collection, &[], &|_| true);
        let best = found.first().filter(|best| best.percent >= FULL_NAME && q.tokens.len() >= 2);
        let is_sole = |best: &crate::ask::passages::Found| {
            found.get(1).is_none_or(|second| second.percent + FULL_NAME_LEAD <= best.percent)
        };
        if let Some(best) = best.filter(|best| is_sole(best)) {
            if collection == AskedCollection::Events {
                // A state and one word describe no event.
                if best.matched < 3 || q.has_any(&["who", "which", "where", "why", "howmany", "what"]) {
                    return None;
                }
                return Some(AskedQuery::RowDate(collection, best.row));
            }
            if q.has_any(&["who", "state", "when", "where", "person"]) {
                return None;
            }
            let key = collection.key(context.ds, best.row);
            let terms = vec![crate::ask::rows::RowTerm::is("id", [key])];
            return Some(AskedQuery::Rows { counted: false, collection, terms });
        }
    }
    None
}
