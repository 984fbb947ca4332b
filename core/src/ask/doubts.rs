//! Finds queries that account for every word of a question and may still answer another one.
//!
//! [`unused_words`](super::unused_words) compares each word with the query. What it cannot see is
//! here: a negative question, two questions in one, acts that the data tell apart, assistance whose
//! provider and recipient are swapped, and a silence that the report does not keep. Such a query is
//! refused.

use super::checked_reading::{CheckedReading, ORDERS};
use super::lexicon::Meaning;
use super::query::{AskedQuery, Criterion, RecordKind, StateCondition, WithDataset};
use super::question_words::{QuestionWords, month};
use super::reader::{Item, Question};
use super::rows::{AskedCollection, RowTerm};
use super::value::{AnswerValue, SILENT};
use crate::model::*;

const CONTRACTED: [&str; 12] = [
    "isnt", "arent", "doesnt", "dont", "didnt", "hasnt", "havent", "wasnt", "werent", "cant", "wont", "aint",
];
const ASKING: [&str; 9] = ["who", "whom", "which", "what", "when", "where", "how", "why", "whether"];
const ASKING_RU: [&str; 13] = [
    "кто",
    "кого",
    "кому",
    "кем",
    "сколько",
    "когда",
    "где",
    "какие",
    "какой",
    "какая",
    "какое",
    "каких",
    "почему",
];
/// Beginnings of the words that tell those who meet.
const MEETINGS: [[&str; 2]; 3] = [["working", "рабоч"], ["steering", "руковод"], ["expert", "эксперт"]];
/// Verbs of a provider.
const GIVES: [&str; 32] = [
    "provide",
    "provides",
    "fund",
    "funds",
    "train",
    "trains",
    "help",
    "helps",
    "assist",
    "assists",
    "finance",
    "finances",
    "supports",
    "gives",
    "gave",
    "teaches",
    "обучает",
    "обучают",
    "обучал",
    "обучали",
    "финансирует",
    "финансируют",
    "финансировал",
    "помогает",
    "помогают",
    "помогал",
    "помогали",
    "помог",
    "оказывает",
    "оказывают",
    "оказал",
    "учит",
];

/// Whether a query may answer another question than the one that is asked.
pub fn may_answer_another_question(
    ds: &Dataset,
    q: &Question,
    query: &AskedQuery,
    value: &AnswerValue,
) -> bool {
    if matches!(query, AskedQuery::Refuse(_) | AskedQuery::Ask(_)) {
        return false;
    }
    let words = q.tokens.iter().map(|t| t.word.replace(['\'', '’'], ""));
    let words = QuestionWords(words.collect());
    let doubt = Doubt { ds, q, query, value, words, query_text: WithDataset(ds, query).to_string() };
    doubt.is_negative()
        || doubt.asks_two_questions()
        || doubt.is_of_another_act()
        || doubt.drops_a_month()
        || doubt.drops_an_order()
        || doubt.drops_a_topic()
        || doubt.takes_subject_for_speaker()
        || doubt.takes_object_for_speaker()
        || doubt.narrows_to_what_goes_on()
        || doubt.has_no_date_in_the_report()
        || doubt.dates_one_of_several()
        || doubt.hides_what_is_negotiated()
        || doubt.drops_a_negation()
        || doubt.exchanges_states_and_treaties()
        || doubt.swaps_provider_and_recipient()
        || doubt.is_of_another_event()
        || doubt.misreports_silence()
        || doubt.checked().is_of_another_kind()
        || doubt.checked().loses_a_word()
}

struct Doubt<'a> {
    ds: &'a Dataset,
    q: &'a Question,
    query: &'a AskedQuery,
    value: &'a AnswerValue,
    words: QuestionWords,
    query_text: String,
}

impl Doubt<'_> {
    /// Whether yes or no is asked.
    fn asks_if(&self) -> bool {
        let first = ["is", "are", "was", "were", "does", "do", "did", "has", "have", "had", "can"];
        first.contains(&self.words.first()) || self.words.has(&["ли"])
    }

    /// "Isn't Georgia party …?", "… , isn't it?", «Не участвует ли …?»: yes can mean either.
    fn is_negative(&self) -> bool {
        let is_contracted = |word: &str| CONTRACTED.contains(&word);
        let begins = is_contracted(self.words.first())
            || ["разве", "неужели"].contains(&self.words.first())
            || ["не", "нет"].contains(&self.words.first()) && self.words.has(&["ли"]);
        let follows = ["it", "they", "he", "she", "that", "there", "we"];
        let is_tag = self.words.windows(2).any(|w| is_contracted(&w[0]) && follows.contains(&w[1].as_str()));
        let of_one = matches!(self.query, AskedQuery::Is(..))
            && (self.q.has("not") && self.asks_if()
                || self.query_text.contains(" not ") && self.value.text == "no");
        begins || is_tag || of_one
    }

    /// "… and who …?"; "does it have A and B?" with a "no" that stands for both.
    fn asks_two_questions(&self) -> bool {
        let is_asking = |word: &String| ASKING.contains(&word.as_str()) || ASKING_RU.contains(&word.as_str());
        // "Who has a law and whom does IOM help?" joins two conditions on one list.
        let joins = matches!(self.query, AskedQuery::States { .. }) && self.query_text.contains(" and ");
        let second = self.words.windows(2).any(|w| {
            let is_joined = joins && ["whom", "кому"].contains(&w[1].as_str());
            ["and", "и", "а"].contains(&w[0].as_str()) && is_asking(&w[1]) && !is_joined
        });
        let of_both = matches!(self.query, AskedQuery::Is(_, Criterion::And(_))) && self.value.text != "yes";
        second && self.words.iter().filter(|word| is_asking(word)).count() > 1 || of_both
    }

    /// A treaty is acceded to or ratified; signatures are not recorded.
    fn is_of_another_act(&self) -> bool {
        let q = self.q;
        let names_treaty = !q.instruments().is_empty()
            || q.items.iter().any(|i| i.meanings.iter().any(|m| matches!(m, Meaning::Treaty(_))))
            || q.has("treaty");
        if !names_treaty || q.has_any(&["agreement", "partner", "negotiate"]) {
            return false;
        }
        let signs = |w: &[String]| w[0].starts_with("sign") && w[1] != "up";
        let padded: Vec<String> = self.words.iter().cloned().chain([String::new()]).collect();
        if padded.windows(2).any(signs) || self.words.begins(&["подпис"]) {
            return true;
        }
        let wanted = if self.words.begins(&["ratif", "ратиф"]) {
            ActKind::Ratification
        } else if self.words.begins(&["acced", "accession"]) {
            ActKind::Accession
        } else {
            return false;
        };
        self.acts().is_none_or(|cells| {
            cells.into_iter().any(|(state, id)| {
                let cell = self.ds.cell(state, id);
                cell.party && cell.first_act().is_none_or(|act| act.action != wanted)
            })
        })
    }

    /// Returns the cells whose acts an answer rests on; `None` where that cannot be told.
    fn acts(&self) -> Option<Vec<(StateId, InstrumentId)>> {
        let ds = self.ds;
        let of = |states: &[StateId], ids: Vec<InstrumentId>| {
            Some(ids.iter().flat_map(|id| states.iter().map(|state| (*state, *id))).collect())
        };
        match self.query {
            AskedQuery::Is(_, Criterion::Is(_)) if self.value.text == "no" => Some(Vec::new()),
            AskedQuery::Is(state, criterion) => of(&[*state], instruments(ds, criterion)),
            AskedQuery::States { condition, .. } => {
                let all: Vec<StateId> = ds.all_states().iter().collect();
                let states = if self.query_text.contains("not ") { &all } else { &self.value.states };
                of(states, instruments(ds, condition))
            }
            AskedQuery::ActDate(state, treaty) => of(&[*state], covering(ds, treaty)),
            AskedQuery::ActOrder { treaty, .. } => of(&self.value.states, covering(ds, treaty)),
            AskedQuery::Rows { collection: AskedCollection::Instruments, .. } => {
                let ids = self.value.rows.iter().map(|(_, row)| InstrumentId::from(*row)).collect();
                of(&self.q.states(), ids)
            }
            AskedQuery::Page(_) => Some(Vec::new()),
            _ => None,
        }
    }

    /// "May 1996": a list by year says more than was asked.
    fn drops_a_month(&self) -> bool {
        let is_year = |word: &String| word.len() == 4 && word.bytes().all(|c| c.is_ascii_digit());
        let year_follows = |at: usize| self.words.get(at + 1).is_some_and(is_year);
        self.words.iter().enumerate().any(|(at, word)| {
            let is_sure = !["may", "march"].contains(&word.as_str()) || year_follows(at);
            let is_in = |month: usize, text: &str| text.contains(&format!("-{month:02}"));
            month(word).is_some_and(|n| is_sure && !is_in(n, &self.value.text) && !is_in(n, &self.query_text))
        })
    }

    /// "The first lead agency" of a group with several.
    fn drops_an_order(&self) -> bool {
        let ordered = ["first", "second", "third", "last", "earlier", "before", "after"];
        matches!(self.query, AskedQuery::Leads(_))
            && self.value.text.contains(',')
            && self.q.has_any(&ordered)
    }

    /// "Obstacles about Armenia" are not those that its government names.
    fn takes_subject_for_speaker(&self) -> bool {
        const ABOUT: [&str; 7] = ["about", "concerning", "regarding", "о", "об", "про", "относительно"];
        let is_state = |meaning: &Meaning| matches!(meaning, Meaning::State(_));
        let names_state = |at: usize| {
            self.q.items.iter().any(|item| item.words.start == at && item.meanings.iter().any(is_state))
        };
        let mut words = self.words.iter().enumerate();
        let is_about = words.any(|(at, word)| ABOUT.contains(&word.as_str()) && names_state(at + 1));
        let names_speaker = self.q.has("say") || self.words.begins(&["govern", "правит"]);
        is_about && self.query_text.contains("voices=government:") && !names_speaker
    }

    /// "Which states criticise NGOs": not those whose NGOs say something.
    fn takes_object_for_speaker(&self) -> bool {
        let of_voice = ["voice=", "voices=", "holder="].iter().any(|part| self.query_text.contains(part));
        let relates = |item: &Item| {
            let word = self.q.tokens[item.words.start].word.as_str();
            let judges = ["support", "поддерж", "критик", "critici"].iter().any(|w| word.starts_with(w));
            judges || item.says("say") && !self.q.has("what")
        };
        // In Russian the subject may stand between the verb and its object.
        let is_between = |m: &Meaning| matches!(m, Meaning::State(_) | Meaning::Word("filler"));
        let is_state = |item: &&Item| item.meanings.iter().any(is_between);
        let is_voice = |item: &Item| item.meanings.iter().any(|m| matches!(m, Meaning::Voice(_)));
        let has_object = |at: usize| {
            let from = self.q.items[at].words.end;
            let mut after = self.q.items[at + 1..].iter().skip_while(is_state);
            // "Stated by NGOs": they speak.
            let is_by = |item: &Item| self.q.tokens[from..item.words.end].iter().any(|t| t.word == "by");
            after.next().is_some_and(|item| is_voice(item) && !is_by(item))
        };
        let asks_states = self.q.has_any(&["who", "which", "state"]) || self.asks_if();
        of_voice
            && asks_states
            && (0..self.q.items.len()).any(|at| relates(&self.q.items[at]) && has_object(at))
    }

    /// "Does Georgia want the process to continue?": all that its government says.
    fn narrows_to_what_goes_on(&self) -> bool {
        self.query_text.starts_with("list findings") && self.words.begins(&["continu", "продолж", "продлен"])
    }

    /// The report says of the refugee instruments alone who joined during the process.
    fn has_no_date_in_the_report(&self) -> bool {
        let AskedQuery::States { condition, .. } = self.query else { return false };
        if self.asks_if() {
            return false;
        }
        let refugees = self.ds.instrument_by_key("CSR51");
        let is_other = |single: &StateCondition| match single {
            StateCondition::Joined(of, Period::During | Period::Before) => Some(*of) != refugees,
            _ => false,
        };
        single_conditions(condition).iter().any(|single| is_other(single))
    }

    /// "Who joined CSR51 and CERD during the process?", and the date is read of one.
    fn dates_one_of_several(&self) -> bool {
        let AskedQuery::States { condition, .. } = self.query else { return false };
        let is_dated = |single: &StateCondition| {
            matches!(single, StateCondition::Joined(..) | StateCondition::Acted(..))
        };
        let all = single_conditions(condition);
        all.iter().any(|single| is_dated(single))
            && all.iter().any(|single| matches!(single, StateCondition::Party(_)))
            && !self.words.begins(&["party", "parties", "member", "участни", "участву", "сторон"])
    }

    /// "Does Moldova have an agreement with Romania?", and one is being negotiated.
    fn hides_what_is_negotiated(&self) -> bool {
        self.query_text.contains("agreement(with=")
            && self.query_text.contains("status=made")
            && self.value.text == SILENT
    }

    /// "Which government did not answer?": a passage that negates nothing is of something else.
    fn drops_a_negation(&self) -> bool {
        const NEGATES: [&str; 7] = ["not", "no", "none", "but", "except", "without", "cannot"];
        let AskedQuery::Unnamed(AskedCollection::Findings, row) = self.query else { return false };
        let said = crate::query::tokens(&self.ds.findings[*row].summary.en);
        self.q.has("not") && !said.iter().any(|t| NEGATES.contains(&t.word.as_str()))
    }

    /// What is said of a place in general, though a topic is named beside it.
    fn drops_a_topic(&self) -> bool {
        let is_topic = |item: &Item| {
            item.meanings.iter().any(|m| match m {
                Meaning::Place(_) | Meaning::Number(_) => false,
                Meaning::Word(tag) => ["law", "body", "assist", "agreement", "party", "decree"].contains(tag),
                _ => !item.meanings.iter().any(|m| matches!(m, Meaning::Place(_))),
            })
        };
        let of_place = matches!(self.query, AskedQuery::Mentions(_)) && self.value.text != SILENT;
        of_place && (self.q.items.iter().any(is_topic) || !self.q.unplaced.is_empty())
    }

    /// "Is any state party to all instruments?" asks for states.
    fn exchanges_states_and_treaties(&self) -> bool {
        let AskedQuery::Rows { collection: AskedCollection::Instruments, terms, .. } = self.query else {
            return false;
        };
        let asks_state = self.words.windows(2).any(|w| {
            ["any", "which", "some", "a"].contains(&w[0].as_str())
                && ["state", "states"].contains(&w[1].as_str())
        });
        terms.iter().any(|term| term.field == "parties") && asks_state
    }

    /// "Who trains …" asks for providers, and a list of recipients answers the reverse.
    fn swaps_provider_and_recipient(&self) -> bool {
        let of_help = |term: &RowTerm| term.field == "by";
        let receives = self.words.begins(&["receiv", "получ", "recipient"]);
        let is_said = self.query.is_of_single_findings();
        if is_said && receives && self.q.has("assist") && self.q.has("who") && !self.q.has("say") {
            return true;
        }
        let verb = self.words.iter().position(|word| GIVES.contains(&word.as_str()));
        let (Some(verb), AskedQuery::States { condition, .. }) = (verb, self.query) else { return false };
        let asks_provider = self.words.has(&["who", "кто"]);
        let subjects =
            ["states", "state", "countries", "organisations", "государства", "страны", "организации"];
        let is_subject = verb.checked_sub(1).is_some_and(|at| subjects.contains(&self.words[at].as_str()));
        if !asks_provider && !is_subject {
            return false;
        }
        let after = |item: &Item| {
            item.words.start > verb && item.meanings.iter().any(|m| matches!(m, Meaning::Actor(_)))
        };
        single_conditions(condition).iter().any(|single| match single {
            StateCondition::Records(RecordKind::Assisted, terms) => {
                !terms.iter().any(of_help) || asks_provider && self.q.items.iter().any(after)
            }
            _ => false,
        })
    }

    /// A meeting that is asked for, and an event of NGOs that only names it.
    fn is_of_another_event(&self) -> bool {
        let (AskedQuery::RowDate(AskedCollection::Events, row) | AskedQuery::EventPlace(row)) = self.query
        else {
            return false;
        };
        let event = &self.ds.events[*row];
        let of_ngos = event.kind == EventKind::Ngo;
        // "The second Meeting of Experts", and another group has had a second meeting.
        let titles = [event.title.en.as_str(), event.title.ru.as_deref().unwrap_or_default()];
        let named = titles.map(|title| title.split(';').next().unwrap_or(title).to_lowercase());
        let lacks = |begins: &[&str; 2]| {
            begins
                .iter()
                .zip(&named)
                .any(|(begin, title)| self.words.begins(&[begin]) && !title.contains(begin))
        };
        let is_in_title = |begins: &[&str; 2]| begins.iter().zip(&named).any(|(begin, t)| t.contains(begin));
        // "When did it meet?" is no question about the fourth of its meetings.
        let is_said = |begins: &[&str; 2]| self.words.begins(begins);
        let is_unsaid = !of_ngos
            && self.q.has("meeting")
            && !ORDERS.iter().any(is_said)
            && !self.q.has("third")
            && self.q.years().is_empty();
        if self.q.has("meeting") && MEETINGS.iter().any(lacks)
            || ORDERS.iter().any(lacks) && ORDERS.iter().any(is_in_title)
            || is_unsaid && ORDERS[1..].iter().any(is_in_title)
        {
            return true;
        }
        of_ngos
            && self.q.has("meeting")
            && !self.q.has("wg")
            && self.q.working_groups().is_empty()
            && !self.q.voices().contains(&VoiceKind::Ngo)
    }

    /// Returns what the checks of the words need.
    fn checked(&self) -> CheckedReading<'_> {
        let (ds, words, query, value) = (self.ds, &self.words, self.query, self.value);
        let (states, asks_if) = (self.q.states().len(), self.asks_if());
        CheckedReading { ds, words, query, query_text: &self.query_text, value, states, asks_if }
    }

    /// A silence that the report does not keep: it speaks of the matter in general.
    fn misreports_silence(&self) -> bool {
        let is_status_quo = self.query_text.contains("approach=status-quo");
        let is_list = matches!(self.query, AskedQuery::Rows { .. });
        if is_status_quo && !is_list {
            return true;
        }
        match self.query {
            AskedQuery::Rows { collection, terms, .. } if self.value.text == SILENT => {
                self.is_open(*collection, terms)
            }
            AskedQuery::Is(state, Criterion::Is(single)) if self.value.text == SILENT => match single {
                StateCondition::Records(RecordKind::Named, terms) => {
                    is_of_ngos(terms) || is_of_refugee_law(terms) || self.q.has("law")
                }
                StateCondition::Records(RecordKind::Says(_), _) => true,
                StateCondition::Records(kind, terms) => self.is_open(super::states::collection(*kind), terms),
                StateCondition::Position { ngos: false, terms } => {
                    !super::states::positions(self.ds, *state, true, terms).is_empty()
                }
                _ => false,
            },
            AskedQuery::States { condition: Criterion::Is(single), .. }
                if self.value.states.is_empty() && !self.value.silent.is_empty() =>
            {
                match single {
                    StateCondition::Records(RecordKind::Named | RecordKind::Says(_), _) => true,
                    StateCondition::Records(kind, terms) => {
                        self.is_open(super::states::collection(*kind), terms)
                    }
                    StateCondition::Position { ngos, .. } => {
                        !ngos && !self.q.voices().contains(&VoiceKind::Government)
                    }
                    _ => false,
                }
            }
            AskedQuery::States { condition: Criterion::Not(inner), .. } => matches!(
                inner.as_ref(),
                Criterion::Is(StateCondition::Records(RecordKind::Law, terms)) if is_of_refugee_law(terms)
            ),
            _ => false,
        }
    }

    /// Whether nothing found in a collection is no silence of the report.
    fn is_open(&self, collection: AskedCollection, terms: &[RowTerm]) -> bool {
        let has = |field: &str| terms.iter().any(|term| term.field == field);
        match collection {
            // Assistance to the region as a whole names no recipient.
            AskedCollection::Assistance => (has("kind") || has("theme")) && !has("by"),
            // All have migration and refugee legislation or are preparing it, the report says.
            AskedCollection::Laws => is_of_refugee_law(terms),
            AskedCollection::Findings => {
                let of_ngos = terms.iter().any(|t| t.values.iter().any(|v| v.starts_with("ngo")));
                has("of") && !self.ngos_speak() || is_of_ngos(terms) || of_ngos && !self.ngos_speak()
            }
            _ => false,
        }
    }

    /// Whether NGOs are those who speak, and not those spoken of.
    fn ngos_speak(&self) -> bool {
        let q = self.q;
        let Some(at) = q.items.iter().position(|i| i.meanings.contains(&Meaning::Voice(VoiceKind::Ngo)))
        else {
            return false;
        };
        let speaks = |item: &&Item| item.says("say") || item.says("want");
        let follows = q.items[at + 1..].iter().find(|item| speaks(item) || !item.says("filler"));
        let is_russian = q.tokens[q.items[at].words.start].word.chars().any(|c| ('а'..='я').contains(&c));
        let before = at.checked_sub(1).map(|n| &q.items[n]);
        follows.is_some_and(|item| speaks(&item)) || is_russian && before.is_some_and(|item| speaks(&item))
    }
}

fn is_of_ngos(terms: &[RowTerm]) -> bool {
    let of = |value: &String| value.starts_with("ngo-") || value == "civil-society";
    terms.iter().any(|term| term.field == "theme" && term.values.iter().any(of))
}

fn is_of_refugee_law(terms: &[RowTerm]) -> bool {
    let of = |value: &String| value == "national-legislation";
    terms.iter().any(|term| term.field == "population" || term.field == "theme" && term.values.iter().any(of))
}

/// Returns the single conditions of a criterion.
fn single_conditions(criterion: &Criterion) -> Vec<&StateCondition> {
    match criterion {
        Criterion::Any => Vec::new(),
        Criterion::Is(single) => vec![single],
        Criterion::Not(inner) => single_conditions(inner),
        Criterion::And(all) | Criterion::Or(all) => all.iter().flat_map(single_conditions).collect(),
    }
}

/// Returns the instruments whose column of the report's table holds a treaty.
fn covering(ds: &Dataset, treaty: &String) -> Vec<InstrumentId> {
    ds.instrument_ids().filter(|id| ds.instrument(*id).covers.contains(treaty)).collect()
}

/// Returns the instruments that a criterion names.
fn instruments(ds: &Dataset, criterion: &Criterion) -> Vec<InstrumentId> {
    let of = |single: &StateCondition| -> Vec<InstrumentId> {
        match single {
            StateCondition::Party(id) | StateCondition::Joined(id, _) => vec![*id],
            StateCondition::Acted(treaty, _) => covering(ds, treaty),
            _ => Vec::new(),
        }
    };
    single_conditions(criterion).into_iter().flat_map(of).collect()
}
