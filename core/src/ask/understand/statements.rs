//! What governments, NGOs and organisations say; findings by what they are about.

use super::context::{QuestionContext, is_topic};
use crate::ask::lexicon::Meaning;
use crate::ask::query::{AskedQuery, Refusal};
use crate::ask::rows::{AskedCollection, RowTerm, select};
use crate::model::*;

/// Themes that speak of NGOs.
const OF_NGOS: &[&str] =
    &["ngo-perception", "ngo-partnership", "ngo-legislation", "ngo-capacity", "civil-society"];

/// Returns the question about statements.
pub fn statement(context: QuestionContext<'_>) -> Option<AskedQuery> {
    let q = context.q;
    let other_heads =
        q.has_any(&["centralbody", "partner", "wg", "compare", "agreement", "body", "law", "decree"])
            || !q.instruments().is_empty()
            || !q.groups().is_empty() && q.voices().is_empty()
            || !q.helps().is_empty()
                && !q.has_any(&["say", "what"])
                && !q.states().is_empty()
                && !q.states().iter().any(|id| on_topic(context, *id))
            || !q.approaches().is_empty()
                && !speaks(context)
                && q.polarities().is_empty()
                && !voice_on_topic(context);
    let means = q.has("mean") && !q.has("what") || q.has("scheme") && !q.has("say");
    // A number of people is no number of findings.
    let of_people =
        q.has("howmany") && !q.populations().is_empty() && !q.has("finding") && q.polarities().is_empty();
    let of_drafts = q.has("draft") && !q.has("say");
    if other_heads
        || of_people
        || of_drafts
        || means
        || q.has_any(&["most", "least", "rank", "howlong"])
        || q.states().len() > 1
    {
        return None;
    }
    if q.has("narrow") {
        return Some(AskedQuery::Refuse(Refusal::NotUnderstood));
    }
    let terms = by_voice(context)?;
    finding_list(context, terms)
}

fn speaks(context: QuestionContext<'_>) -> bool {
    context.q.has_any(&["say", "want", "approach", "accept"])
}

/// Returns the voices with their places, and whether NGOs are what is spoken of.
fn voices_of(context: QuestionContext<'_>) -> (Vec<(usize, VoiceKind)>, bool) {
    let q = context.q;
    let mut voices: Vec<(usize, VoiceKind)> = Vec::new();
    let mut of_ngos = false;
    for (at, item) in q.items.iter().enumerate() {
        let voice =
            item.meanings.iter().find_map(|m| if let Meaning::Voice(kind) = m { Some(*kind) } else { None });
        let Some(kind) = voice else { continue };
        let before = item.words.start.checked_sub(1).map_or("", |n| q.tokens[n].word.as_str());
        let is_about = matches!(
            before,
            "on" | "about" | "о" | "об" | "regarding" | "concerning" | "относительно" | "насчет"
        );
        let by_state =
            q.items[..at].iter().any(|i| i.meanings.iter().any(|m| matches!(m, Meaning::State(_))))
                && is_about;
        let follows =
            at > 0 && (by_state || !voices.is_empty() || q.actors().len() == 1 && q.states().is_empty());
        if is_topic(context, at) && follows {
            of_ngos |= kind == VoiceKind::Ngo;
        } else if !voices.iter().any(|(_, known)| *known == kind) {
            voices.push((at, kind));
        }
    }
    (voices, of_ngos)
}

fn by_voice(context: QuestionContext<'_>) -> Option<Vec<RowTerm>> {
    let (q, ds) = (context.q, context.ds);
    let (voices, of_ngos) = voices_of(context);
    let state = q.states().first().copied();
    let mut terms = Vec::new();
    let speaking: Vec<ActorId> = q.actors();
    let speaker = speaking.iter().copied().find(|id| is_speaker(context, *id));
    let asks_voice =
        q.has_any(&["say", "which", "what", "want"]) || !q.polarities().is_empty() || q.unplaced.is_empty();
    match (voices.as_slice(), state, speaker) {
        ([], None, Some(actor))
            if speaks(context) || !q.polarities().is_empty() || q.has_any(&["report", "officials"]) =>
        {
            terms.push(RowTerm::is("by", [ds.actor(actor).key.as_str()]));
        }
        ([(_, VoiceKind::Government)], None, Some(actor))
            if ds.actor(actor).kind == ActorKind::Country || q.has("officials") =>
        {
            terms.push(RowTerm::is("by", [ds.actor(actor).key.as_str()]));
        }
        ([(_, _)], None, Some(actor)) if q.has("officials") && speaks(context) => {
            terms.push(RowTerm::is("by", [ds.actor(actor).key.as_str()]));
        }
        // What the report says of a state.
        ([], Some(state), _) if is_of_report(context) => {
            terms.push(RowTerm::is("of", [ds.state(state).key.as_str()]));
        }
        ([], Some(state), _) if is_in(context, state) && !q.polarities().is_empty() && !speaks(context) => {
            terms.push(RowTerm::is("about", [ds.state(state).key.as_str()]));
        }
        ([], Some(state), _) if on_topic(context, state) || of_ngos => {
            terms.push(RowTerm::is("voices", [format!("government:{}", ds.state(state).key)]));
        }
        ([], Some(state), _)
            if q.has("say") || !q.polarities().is_empty() || q.has("want") && q.approaches().is_empty() =>
        {
            if q.has_any(&["agreement", "named", "finding"]) && !q.has("what") && q.polarities().is_empty() {
                return None;
            }
            terms.push(RowTerm::is("voices", [format!("government:{}", ds.state(state).key)]));
        }
        ([(_, kind)], Some(state), _)
            if asks_voice && matches!(kind, VoiceKind::Government | VoiceKind::Ngo) =>
        {
            let of_position =
                q.has("approach") && q.themes().is_empty() && q.polarities().is_empty() && !q.has("say");
            if of_position || q.has("who") && q.has("whose") {
                return None;
            }
            terms.push(RowTerm::is("voices", [format!("{}:{}", kind.id(), ds.state(state).key)]));
        }
        ([first, rest @ ..], None, _)
            if q.has_any(&["what", "finding", "howmany"])
                || !q.polarities().is_empty() && !q.has_any(&["who", "which"])
                || is_plain(context) =>
        {
            if q.has("howmany") && q.polarities().is_empty() && !q.has("finding") {
                return None;
            }
            terms.push(RowTerm::is("voice", [first.1.id()]));
            terms.extend(rest.iter().map(|(_, kind)| RowTerm::is("voice", [kind.id()])));
        }
        ([], None, None) => return by_subject(context),
        _ => return None,
    }
    topics(context, &mut terms, of_ngos, speaker)?;
    Some(terms)
}

/// Whether a topic follows a state, as in "the Russian Federation on burden sharing".
fn on_topic(context: QuestionContext<'_>, state: StateId) -> bool {
    let q = context.q;
    let at = q.items.iter().position(|item| item.meanings.contains(&Meaning::State(state)));
    let next = at.and_then(|at| q.tokens.get(q.items[at].words.end));
    let asking = ["who", "which", "howmany", "when", "agreement", "law", "body", "party", "finding", "named"];
    let asks = q.has_any(&asking);
    !asks
        && !q.themes().is_empty()
        && next.is_some_and(|t| matches!(t.word.as_str(), "on" | "about" | "о" | "об"))
}

/// Whether a state is a place, as in "obstacles in Kazakhstan", by any voice.
fn is_in(context: QuestionContext<'_>, state: StateId) -> bool {
    let q = context.q;
    let at = q.items.iter().position(|item| item.meanings.contains(&Meaning::State(state)));
    let before = at.and_then(|at| q.tokens.get(q.items[at].words.start.checked_sub(1)?));
    before.is_some_and(|t| matches!(t.word.as_str(), "in" | "в" | "во"))
}

/// Whether a topic follows a voice, as in "Georgian NGOs on the regional approach".
fn voice_on_topic(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    q.items.iter().any(|item| {
        let is_voice = item.meanings.iter().any(|m| matches!(m, Meaning::Voice(_)));
        let next = q.tokens.get(item.words.end).map(|t| t.word.as_str());
        is_voice && matches!(next, Some("on" | "about" | "о" | "об"))
    })
}

/// Whether a question is a row of names without a word that asks.
fn is_plain(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let names = !q.themes().is_empty() || !q.polarities().is_empty();
    names && !q.has_any(&["who", "which", "howmany", "when", "where"])
}

fn is_speaker(context: QuestionContext<'_>, id: ActorId) -> bool {
    context.ds.findings.iter().any(|x| x.voices.iter().any(|v| v.actor == Some(id)))
}

/// Whether a voice that belongs to a state is asked for.
fn by_voices(terms: &[RowTerm]) -> bool {
    terms.iter().any(|t| t.field == "voice" && t.values.iter().any(|v| v == "ngo" || v == "government"))
}

/// Whether what a government or the NGOs of one state say is asked for.
fn by_state(terms: &[RowTerm]) -> bool {
    terms.first().is_some_and(|t| t.field == "voices")
}

/// Adds what the statements are about; `None` where a topic cannot be placed.
fn topics(
    context: QuestionContext<'_>,
    terms: &mut Vec<RowTerm>,
    of_ngos: bool,
    speaker: Option<ActorId>,
) -> Option<()> {
    let (q, ds) = (context.q, context.ds);
    let themes: Vec<&str> = q.themes().iter().map(|id| ds.theme(*id).key.as_str()).collect();
    let of_people = q.has("officials") && themes == ["staff"];
    let by_ngos =
        terms.iter().any(|t| t.field.starts_with("voice") && t.values.iter().any(|v| v.starts_with("ngo")));
    if by_ngos && themes.contains(&"financing") {
        terms.push(RowTerm::is("theme", ["ngo-funding", "financing"]));
    } else if !themes.is_empty() && !of_people {
        // Themes of one phrase are alternatives of one topic.
        let first = q.items.iter().find_map(|item| {
            let own: Vec<&str> = item
                .meanings
                .iter()
                .filter_map(
                    |m| if let Meaning::Theme(id) = m { Some(ds.theme(*id).key.as_str()) } else { None },
                )
                .collect();
            (!own.is_empty()).then_some(own)
        });
        let rest: Vec<&str> =
            themes.iter().copied().filter(|key| first.as_ref().is_none_or(|f| !f.contains(key))).collect();
        terms.push(RowTerm::is("theme", first.unwrap_or_default()));
        terms.extend(rest.into_iter().map(|key| RowTerm::is("theme", [key])));
    }
    terms.extend(q.polarities().first().map(|p| RowTerm::is("polarity", [p.id()])));
    if let (Some((scheme, group)), true) = (q.groups().first().copied(), by_voices(terms)) {
        let members = ds.scheme(scheme).groups[group].states;
        terms.push(RowTerm::is("of", members.iter().map(|id| ds.state(id).key.as_str())));
    }
    if of_ngos && !themes.iter().any(|theme| OF_NGOS.contains(theme)) {
        terms.push(RowTerm::is("theme", OF_NGOS.iter().copied()));
    }
    let is_donor = |m: &Meaning| *m == Meaning::Voice(VoiceKind::Donor);
    let is_donor_topic = |at: usize| q.items[at].meanings.iter().any(is_donor) && is_topic(context, at);
    if by_state(terms) && (0..q.items.len()).any(is_donor_topic) && themes.is_empty() {
        terms.push(RowTerm::is("theme", ["donor-conditions"]));
    }
    let spoken: Vec<&str> = q
        .actors()
        .iter()
        .filter(|id| Some(**id) != speaker || terms.first().is_none_or(|t| t.field != "by"))
        .map(|id| ds.actor(*id).key.as_str())
        .collect();
    if themes.is_empty() || !spoken.is_empty() && !terms.iter().any(|t| t.field == "by") {
        terms.extend(spoken.iter().filter(|key| **key != "CIS").map(|key| RowTerm::is("actor", [*key])));
    }
    let populations: Vec<&str> = q
        .items
        .iter()
        .filter(|item| !item.meanings.iter().any(|m| matches!(m, Meaning::Theme(_) | Meaning::Instrument(_))))
        .flat_map(|item| &item.meanings)
        .filter_map(|m| {
            if let Meaning::Population(id) = m { Some(ds.population(*id).key.as_str()) } else { None }
        })
        .collect();
    if themes.is_empty() && !populations.is_empty() {
        terms.push(RowTerm::is("population", populations));
    }
    let says_future = q.has("future") && themes.is_empty() && q.polarities().is_empty();
    (q.unplaced.len() <= 1 || !themes.is_empty() && q.unplaced.len() <= 2).then_some(())?;
    (!says_future || q.has("approach")).then_some(())
}

/// Findings by theme, population or state, without a voice.
fn by_subject(context: QuestionContext<'_>) -> Option<Vec<RowTerm>> {
    let q = context.q;
    let asks_who = q.has("who") && q.has("say") && !q.populations().is_empty();
    let is_short = q.unplaced.is_empty()
        && !q.has_any(&[
            "who",
            "when",
            "where",
            "not",
            "agreement",
            "assist",
            "state",
            "member",
            "group",
            "treaty",
        ])
        && q.actors().is_empty();
    let counts = q.has_any(&["howmany", "finding"]);
    if !(is_short || asks_who || counts && q.has_any(&["finding"]) || !q.polarities().is_empty()) {
        return None;
    }
    if q.themes().is_empty() && q.populations().is_empty() && q.polarities().is_empty() {
        return None;
    }
    if !q.approaches().is_empty() && !q.has("finding") || q.has("who") && !asks_who {
        return None;
    }
    if q.has("which") && !q.has_any(&["finding", "say"]) && q.polarities().is_empty() && !q.has("what") {
        return None;
    }
    let mut terms = Vec::new();
    topics(context, &mut terms, false, None)?;
    (!terms.is_empty()).then_some(terms)
}

/// Whether the question asks what the report says, and not what somebody in it says.
fn is_of_report(context: QuestionContext<'_>) -> bool {
    let words = ["report", "доклад", "докладе", "говорится", "сказано", "сообщается"];
    context.q.tokens.iter().any(|t| words.contains(&t.word.as_str()))
}

fn finding_list(context: QuestionContext<'_>, mut terms: Vec<RowTerm>) -> Option<AskedQuery> {
    let q = context.q;
    // A voice alone is no question about statements, unless a word says so.
    if terms.len() == 1 && terms[0].field == "voice" {
        let words = q.unplaced.len();
        if q.has("what") && q.has("say") && words == 0 {
            return Some(AskedQuery::Rows { counted: false, collection: AskedCollection::Findings, terms });
        }
        return if words > 0 { None } else { Some(AskedQuery::Refuse(Refusal::NotUnderstood)) };
    }
    let all = q.tokens.iter().any(|t| matches!(t.word.as_str(), "both" | "и"));
    if terms.iter().filter(|t| t.field == "voice").count() > 1 && !all {
        terms.retain(|t| t.field != "voice");
    }
    let found = select(context.ds, AskedCollection::Findings, &terms);
    // What cannot be placed may be what narrows the list: then the list would answer another question.
    if !q.unplaced.is_empty() && !found.is_empty() && found.len() > 12 {
        return None;
    }
    Some(AskedQuery::Rows { counted: q.has("howmany"), collection: AskedCollection::Findings, terms })
}
