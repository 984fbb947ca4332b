//! A question with what it is compared with, and what several kinds of questions need of it.

use crate::ask::passages::Passages;
use crate::ask::reader::Question;
use crate::ask::rows::{Comparison, RowTerm};
use crate::model::*;

/// What every kind needs: the dataset, the question, the texts of the records.
#[derive(Clone, Copy)]
pub struct QuestionContext<'a> {
    /// The dataset.
    pub ds: &'a Dataset,
    /// The question.
    pub q: &'a Question,
    /// Texts of the records.
    pub passages: &'a Passages,
}

/// Returns the relation to a number that a question names.
pub fn comparison(context: QuestionContext<'_>) -> Option<Comparison> {
    let q = context.q;
    // "Six or more", "шесть и менее".
    let follows_or = |word: &str| {
        q.find(word).is_some_and(|at| {
            let first = q.items[at].words.start;
            let before = first.checked_sub(1).map(|n| q.tokens[n].word.as_str());
            matches!(before, Some("or" | "и" | "или" | "and"))
        })
    };
    if q.has("atleast") || follows_or("more") || follows_or("over") {
        Some(Comparison::AtLeast)
    } else if q.has("atmost") || follows_or("fewer") {
        Some(Comparison::AtMost)
    } else if q.has("over") || q.has("more") {
        Some(Comparison::Over)
    } else if q.has("fewer") {
        Some(Comparison::Under)
    } else if q.has("exactly") {
        Some(Comparison::Is)
    } else {
        None
    }
}

/// Whether the question can be answered by yes or no.
pub fn asks_if(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let first = q.tokens.first().map_or("", |t| t.word.as_str());
    let auxiliary =
        ["is", "are", "do", "does", "did", "has", "have", "any", "есть", "имеет", "имеют", "существует"];
    let ends_asked = context.q.text.trim_end().ends_with('?') && !q.has_any(&["which", "what"]);
    auxiliary.contains(&first)
        || q.tokens.iter().any(|t| matches!(t.word.as_str(), "any" | "ли" | "есть"))
        || ends_asked && q.has("made")
}

/// Whether an actor provides assistance in the data.
pub fn is_provider(ds: &Dataset, id: ActorId) -> bool {
    ds.assistance.iter().any(|x| x.from.contains(&Party::Actor(id)))
}

/// Whether an item stands after "on", "about" or "of": it is a topic, not a voice.
pub fn is_topic(context: QuestionContext<'_>, at: usize) -> bool {
    let q = context.q;
    let first = q.items[at].words.start;
    let before = first.checked_sub(1).map(|n| q.tokens[n].word.as_str());
    matches!(
        before,
        Some(
            "on" | "about"
                | "of"
                | "regarding"
                | "concerning"
                | "to"
                | "о"
                | "об"
                | "по"
                | "относительно"
                | "к"
        )
    )
}

/// Returns the caveat with this key.
pub fn caveat(ds: &Dataset, key: &str) -> Option<CaveatId> {
    ds.caveats.iter().position(|caveat| caveat.key == key).map(CaveatId::from)
}

/// Whether drafts are meant; a Russian word for a draft is that for a project too.
pub fn is_draft(context: QuestionContext<'_>) -> bool {
    let q = context.q;
    let of_law = q.has("law") || q.themes().iter().any(|id| context.ds.theme(*id).key == "ngo-legislation");
    q.has("draft")
        || q.helps().contains(&AssistanceKind::Project) && of_law && !q.has("assist") && q.actors().is_empty()
}

/// Returns the kind of law that a question asks for, if it is not laws as a whole.
pub fn law_kind(context: QuestionContext<'_>) -> Option<RowTerm> {
    let q = context.q;
    let of = |kind: LawKind| Some(RowTerm::is("kind", [kind.id()]));
    if q.has("decree") {
        of(LawKind::Decree)
    } else if q.has("programme") {
        of(LawKind::Programme)
    } else if q.has("regulation") && !q.has_any(&["law", "draft"]) {
        of(LawKind::Regulation)
    } else {
        None
    }
}
