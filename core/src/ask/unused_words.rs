//! Words of a question that its query does not account for.
//!
//! A query that leaves out something that was recognised, or a word that may change the question,
//! answers another question. Every item is compared here with the query, which prints all that it
//! asks, and with the record that it rests on; what is found in neither was dropped.

use super::lexicon::Meaning;
use super::order::sort_short;
use super::passages::Passages;
use super::query::{AskedQuery, WithDataset};
use super::question_words::month;
use super::reader::{Item, Question};
use super::rows::{self, AskedCollection};
use crate::analysis::parties;
use crate::model::*;

/// Words of relation, with the parts of printed queries that use them; one part suffices.
///
/// A word that is not listed is used by no query; `*` is any query.
const TAGS_USED: &str = include_str!("tags_used_by_queries.tsv");

/// Fields of records by which they name things.
const FIELDS: [&str; 17] = [
    "id",
    "state",
    "to",
    "by",
    "about",
    "of",
    "party",
    "actor",
    "except",
    "theme",
    "population",
    "kind",
    "voice",
    "polarity",
    "status",
    "approach",
    "date",
];

/// Words of relation that a record found by its words has to have too.
const TAGS_A_MATCHED_RECORD_MUST_HAVE: [&str; 15] = [
    "wg",
    "body",
    "law",
    "agreement",
    "centralbody",
    "treaty",
    "decree",
    "partner",
    "pair",
    "scheme",
    "share",
    "mean",
    "lead",
    "person",
    "where",
];

/// Returns the words of a question that its query does not account for, by position.
pub fn unused_words(
    ds: &Dataset,
    passages: &Passages,
    q: &Question,
    query: &AskedQuery,
    answer_is_silence: bool,
) -> Vec<usize> {
    if matches!(query, AskedQuery::Refuse(_) | AskedQuery::Ask(_)) {
        return Vec::new();
    }
    if matches!(query, AskedQuery::NoDatum(_) | AskedQuery::TwoPassages(_)) {
        return Vec::new();
    }
    let used = UsedWords::new(ds, passages, q, query, answer_is_silence);
    let is_left = |at: &usize| !used.is_item_used(*at);
    let items = (0..q.items.len()).filter(is_left).map(|at| q.items[at].words.start);
    let heads =
        (0..q.items.len()).filter(|at| used.asks_for_another_kind(*at)).map(|at| q.items[at].words.start);
    let left_words =
        q.unplaced.iter().copied().filter(|at| !used.empty_list_stays_empty && !used.is_word_used(*at));
    let mut words: Vec<usize> = left_words.collect();
    // Some answers come from fixed passages without a record; their other words are not checked.
    if used.found_by_text_match && used.records.is_empty() {
        words.clear();
    }
    let mut left: Vec<usize> = items.chain(heads).chain(words).collect();
    sort_short(&mut left, |a, b| a < b);
    left.dedup();
    left
}

/// A query as it is compared with a question.
struct UsedWords<'a> {
    ds: &'a Dataset,
    passages: &'a Passages,
    q: &'a Question,
    /// The query, printed in lower case.
    query_text: String,
    /// Records that the query was found by, for their words.
    records: Vec<(AskedCollection, usize)>,
    /// Values of the fields of these records.
    values: Vec<String>,
    /// Records that the query lists: what all of them have narrows nothing.
    listed: Vec<(AskedCollection, usize)>,
    /// Whether the report is silent: what only narrows the question changes nothing then.
    answer_is_silence: bool,
    /// Whether it is an empty list: a further condition leaves it empty.
    empty_list_stays_empty: bool,
    /// Whether the query was found by weighing all words of the question.
    found_by_text_match: bool,
}

impl<'a> UsedWords<'a> {
    fn new(
        ds: &'a Dataset,
        passages: &'a Passages,
        q: &'a Question,
        query: &AskedQuery,
        answer_is_silence: bool,
    ) -> Self {
        let records = records(query);
        let of = |(collection, row): &(AskedCollection, usize)| {
            FIELDS
                .iter()
                .flat_map(|field| rows::values(ds, *collection, *row, field, None))
                .collect::<Vec<_>>()
        };
        let values = records.iter().flat_map(of).collect();
        let listed = match query {
            AskedQuery::Rows { collection, terms, .. } => {
                rows::select(ds, *collection, terms).into_iter().map(|row| (*collection, row)).collect()
            }
            _ => Vec::new(),
        };
        let empty_list_stays_empty = answer_is_silence && matches!(query, AskedQuery::Rows { .. });
        let found_by_text_match = !records.is_empty() || is_from_one_passage(query);
        Self {
            ds,
            passages,
            q,
            query_text: WithDataset(ds, query).to_string().to_lowercase(),
            records,
            values,
            listed,
            answer_is_silence,
            empty_list_stays_empty,
            found_by_text_match,
        }
    }

    /// Whether the query, or the record, names this key.
    fn names(&self, key: &str) -> bool {
        has_key(&self.query_text, &key.to_lowercase()) || self.values.iter().any(|value| value == key)
    }

    /// Whether the record has the words of an item or of a word.
    fn in_records(&self, words: std::ops::Range<usize>) -> bool {
        self.records
            .iter()
            .any(|(collection, row)| self.passages.has(*collection, *row, self.q, words.clone()))
    }

    /// Whether each record that is listed has a thing or a word: it then leaves none of them out.
    fn in_all_listed(&self, item: Option<&Item>, words: &std::ops::Range<usize>) -> bool {
        let fields = |(collection, row): &(AskedCollection, usize), key: &str| {
            let values = |field: &str| rows::values(self.ds, *collection, *row, field, None);
            FIELDS.iter().flat_map(|field| values(field)).any(|value| value == key)
        };
        let keys: Vec<String> =
            item.into_iter().flat_map(|item| &item.meanings).filter_map(|m| self.key_of(*m)).collect();
        let members = item.filter(|_| self.q.states().is_empty()).and_then(|item| {
            let group = |m: &Meaning| if let Meaning::Group(s, g) = m { Some((*s, *g)) } else { None };
            let (scheme, group) = item.meanings.iter().find_map(group)?;
            Some(self.ds.scheme(scheme).groups[group].states)
        });
        let of_member = |row: &(AskedCollection, usize)| {
            members.is_some_and(|all| all.iter().any(|id| fields(row, &self.ds.state(id).key)))
        };
        let has = |row: &(AskedCollection, usize)| {
            keys.iter().any(|key| fields(row, key))
                || of_member(row)
                || self.passages.has(row.0, row.1, self.q, words.clone())
        };
        !self.listed.is_empty() && self.listed.iter().all(has)
    }

    /// Whether an item asks for things of one kind, and the query counts or lists another.
    fn asks_for_another_kind(&self, at: usize) -> bool {
        let q = self.q;
        let item = &q.items[at];
        let is_count = item.says("howmany");
        let of_states =
            self.query_text.starts_with("list states") || self.query_text.starts_with("count states");
        let people = ["people", "persons", "person", "человек", "лиц", "людей", "лица"];
        let next_word = q.tokens.get(item.words.end).map_or("", |t| t.word.as_str());
        let counts_people = is_count && people.contains(&next_word);
        if counts_people && (of_states || self.query_text.starts_with("count")) {
            return true;
        }
        // "How many stateless": people, and no parties to a treaty.
        let topics = ["stateless", "апатрид", "tortur", "пыт", "genocid", "геноцид"];
        let of_topic = topics.iter().any(|begin| next_word.starts_with(begin));
        if is_count && of_states && of_topic && !q.has_any(&["party", "treaty", "join", "state"]) {
            return true;
        }
        let speaks = || q.has_any(&["finding", "say", "named"]) || !q.polarities().is_empty();
        if is_count && self.query_text.starts_with("count findings") && !speaks() {
            return true;
        }
        let of_ngos =
            |m: &Meaning| matches!(m, Meaning::Theme(id) if self.ds.theme(*id).key == "ngo-legislation");
        // "Laws on NGOs": laws, and no other records.
        let names_laws = || {
            let words = q.tokens.get(item.words.clone()).unwrap_or_default();
            words.iter().any(|t| ["law", "laws", "закон", "законы"].contains(&t.word.as_str()))
        };
        let of_laws = ["laws", "law(", " law "].iter().any(|part| self.query_text.contains(part));
        // A record with the date has all that the question names.
        let is_known = |x: &Item| {
            let is_state = x.meanings.iter().any(|m| matches!(m, Meaning::State(_)));
            is_state || x.says("when") || x.says("filler") || self.in_records(x.words.clone())
        };
        let is_in_record = self.query_text.starts_with("date ") && q.items.iter().all(is_known);
        if !of_laws && !is_in_record && item.meanings.iter().any(of_ngos) && names_laws() && !speaks() {
            return true;
        }
        let Some(next) = q.items.get(at + 1).filter(|next| next.words.start == item.words.end) else {
            return false;
        };
        let is_thing = next.meanings.iter().any(of_ngos)
            || ["law", "agreement", "decree", "finding", "event"].iter().any(|tag| next.says(tag));
        let is_pair = q.items.get(at + 2).is_some_and(|x| x.says("partner") || x.says("party"));
        let is_name = next.meanings.iter().any(|m| matches!(m, Meaning::Instrument(_) | Meaning::Voice(_)));
        (is_count || item.says("which")) && of_states && is_thing && !is_pair && !is_name
    }

    fn key_of(&self, meaning: Meaning) -> Option<String> {
        let ds = self.ds;
        Some(match meaning {
            Meaning::State(id) => ds.state(id).key.clone(),
            Meaning::Actor(id) => ds.actor(id).key.clone(),
            Meaning::Theme(id) => ds.theme(id).key.clone(),
            Meaning::Population(id) => ds.population(id).key.clone(),
            Meaning::Polarity(x) => x.id(),
            Meaning::Voice(x) => x.id(),
            Meaning::Help(x) => x.id(),
            Meaning::Approach(x) => x.id(),
            _ => return None,
        })
    }

    fn is_word_used(&self, at: usize) -> bool {
        let word = self.q.tokens[at].word.as_str();
        let is_million = (word.starts_with("million") || word.starts_with("миллион"))
            && self.query_text.contains("000000");
        let of_name = |x: &Indicator| {
            let texts = [Some(&x.name.en), x.name.ru.as_ref()].into_iter().flatten();
            let mut words = texts.flat_map(|text| crate::query::tokens(text));
            self.names(&x.key) && words.any(|t| crate::query::stem(&t.word) == crate::query::stem(word))
        };
        let is_month = month(word).is_some_and(|month| self.query_text.contains(&format!("-{month:02}")));
        self.in_records(at..at + 1)
            || is_month
            || self.ds.indicators.iter().any(of_name)
            || self.in_all_listed(None, &(at..at + 1))
            || is_million
            || word.len() > 4 && self.query_text.contains(word)
    }

    fn is_item_used(&self, at: usize) -> bool {
        let item = &self.q.items[at];
        let is_used = item
            .meanings
            .iter()
            .any(|meaning| self.is_meaning_used(item, *meaning) || self.changes_nothing(item, *meaning))
            || self.in_records(item.words.clone())
            || self.in_all_listed(Some(item), &item.words);
        is_used && self.spells_lack(item) && self.spells_verb(item)
    }

    /// Whether a passage that names nobody has the words of the question themselves.
    ///
    /// Others of the same meaning are not enough: "continue" is no "goes on" of something else.
    fn spells_verb(&self, item: &Item) -> bool {
        let word = self.q.tokens[item.words.start].word.as_str();
        let begins =
            ["continu", "продолж", "cooperat", "сотруднич"].iter().any(|begin| word.starts_with(begin));
        let is_verb = begins || item.says("approach") || item.says("process");
        !is_verb || !self.query_text.starts_with("unnamed ") || self.is_spelled(item)
    }

    /// Whether each record that the query was found by has the words of an item themselves.
    fn is_spelled(&self, item: &Item) -> bool {
        self.records.iter().all(|(of, row)| self.passages.spells(*of, *row, self.q, item.words.clone()))
    }

    /// Whether the record itself says "lack", if the question does.
    fn spells_lack(&self, item: &Item) -> bool {
        let is_lack = |t: &crate::query::Token| t.word.starts_with("lack");
        !self.q.tokens[item.words.clone()].iter().any(is_lack) || self.is_spelled(item)
    }

    /// Whether an item of this kind changes nothing in a query of this kind.
    fn changes_nothing(&self, item: &Item, meaning: Meaning) -> bool {
        let word = self.q.tokens[item.words.start].word.as_str();
        let excludes =
            |tag: &str| matches!(tag, "not" | "except" | "neither" | "or" | "only" | "notboth" | "against");
        let narrows = |tag: &str| {
            !excludes(tag) && !matches!(tag, "treaty" | "party" | "join" | "centralbody" | "when")
        };
        match meaning {
            Meaning::Word("after") => word == "from",
            Meaning::Word("say") => word == "states",
            Meaning::Word("persist") => true,
            // "Until when" of a body says when it ended, and "until" with a year asks another thing.
            Meaning::Word("until") if item.words.len() > 1 && self.has_any_part("central_body") => true,
            // "Sub-regional groups" in a question about positions.
            Meaning::Word("group") if self.follows_an_approach(item) => true,
            // "The Convention and/or its Protocol" is one column.
            Meaning::Word("or")
                if item.words.start > 0
                    && matches!(self.q.tokens[item.words.start - 1].word.as_str(), "and" | "и") =>
            {
                true
            }
            Meaning::Word(tag) => {
                self.found_by_text_match && !excludes(tag) && !TAGS_A_MATCHED_RECORD_MUST_HAVE.contains(&tag)
                    || self.answer_is_silence && narrows(tag)
            }
            Meaning::Group(..) => self.query_text.starts_with("unnamed"),
            Meaning::Theme(_) | Meaning::Population(_) | Meaning::Voice(_) | Meaning::Polarity(_) => {
                self.found_by_text_match || self.answer_is_silence
            }
            Meaning::Approach(_) | Meaning::Help(_) => self.found_by_text_match || self.answer_is_silence,
            Meaning::Year(_) | Meaning::Number(_) | Meaning::Place(_) => self.answer_is_silence,
            Meaning::Scheme(_) => self.has_any_part("pair_") && self.has_any_part("groups"),
            _ => false,
        }
    }

    fn follows_an_approach(&self, item: &Item) -> bool {
        let is_approach = |m: &Meaning| matches!(m, Meaning::Approach(_));
        let follows = |other: &Item| other.words.end == item.words.start;
        let before = self.q.items.iter().find(|other| follows(other));
        before.is_some_and(|x| x.meanings.iter().any(is_approach)) && self.has_any_part("position(")
    }

    fn is_meaning_used(&self, item: &Item, meaning: Meaning) -> bool {
        let ds = self.ds;
        let theme = |id: ThemeId| ds.theme(id).key.as_str();
        match meaning {
            // "say" and a filler word in one item: the question asks for a statement, so "is party"
            // does not answer it.
            Meaning::Word("filler")
                if item.says("say") && self.has_any_part("is_") && self.has_any_part("party(") =>
            {
                false
            }
            Meaning::Word(tag) => self.is_relation_used(tag),
            Meaning::State(id) => self.names(&ds.state(id).key) || self.proposes(id),
            Meaning::Actor(id) => ds.actor(id).key == "CIS" || self.names(&ds.actor(id).key),
            Meaning::Instrument(id) => self.names_instrument(id),
            Meaning::Instruments(a, b) => self.names_instrument(a) && self.names_instrument(b),
            Meaning::Treaty(name) => {
                let of = |x: &Instrument| x.covers.iter().any(|known| known == name) && self.names(&x.key);
                self.names(name) || ds.instruments.iter().any(of)
            }
            Meaning::Group(scheme, group) => {
                let group = &ds.scheme(scheme).groups[group];
                let of_all = format!("groups {} by mean", ds.scheme(scheme).key);
                self.query_text.starts_with(&of_all)
                    || self.names(&group.key)
                    || group.states.iter().all(|id| self.names(&ds.state(id).key))
            }
            Meaning::Scheme(id) => self.names(&ds.scheme(id).key),
            Meaning::Theme(id) => self.names(theme(id)) || self.is_kind_of_help(theme(id)),
            Meaning::Population(id) => self.names(&ds.population(id).key) || self.is_figure(),
            Meaning::Indicator(row) => self.names(&ds.indicators[row].key),
            Meaning::WorkingGroup(row) => {
                self.names(&ds.working_groups[row].key) || self.query_text.contains("working-group")
            }
            Meaning::Place(name) => self.names(name),
            Meaning::Approach(x) => self.names(&x.id()),
            Meaning::Help(x) => self.names(&x.id()),
            Meaning::Voice(x) => self.names(&x.id()) || self.is_voice(x),
            Meaning::Polarity(x) => {
                self.names(&x.id())
                    || x == Polarity::Proposal && self.has_any_part("position( schemes positions")
            }
            Meaning::Year(n) => self.is_year_used(item, n),
            Meaning::Number(n) => self.is_number_used(n),
        }
    }

    fn names_instrument(&self, id: InstrumentId) -> bool {
        let x = self.ds.instrument(id);
        self.names(&x.key) || x.covers.iter().any(|key| self.names(key)) || self.names("annex-a")
    }

    /// Whether the query is of a grouping that this state has proposed. Beside a group that is
    /// named, only if groupings are asked for: else the state is a further condition.
    fn proposes(&self, id: StateId) -> bool {
        let is_group = |item: &Item| item.meanings.iter().any(|m| matches!(m, Meaning::Group(..)));
        let of_members = self.query_text.starts_with("members ");
        if self.q.items.iter().any(is_group) && !self.q.has("scheme") && !of_members {
            return false;
        }
        let of = |x: &Scheme| x.proposed_by.contains(&Party::State(id)) && self.names(&x.key);
        self.ds.schemes.iter().any(of)
    }

    fn is_kind_of_help(&self, theme: &str) -> bool {
        theme == "technical-assistance" && self.has_any_part("assisted( assistance")
    }

    /// Whether the query is of Appendix B: it tells which row a population stands for.
    fn is_figure(&self) -> bool {
        self.has_any_part("value_ total_ kind_ at_ ratio_ diff_ sum_ greater_")
    }

    /// A position or an agreement is held by the government, unless it is said to be of NGOs.
    fn is_voice(&self, kind: VoiceKind) -> bool {
        match kind {
            VoiceKind::Government => self.has_any_part(
                "position approach= central_body body( replied( named( by= agreement schemes positions",
            ),
            VoiceKind::Ngo => self.has_any_part("ngo_position kind=ngo ngo- positions"),
            VoiceKind::Donor => self.has_any_part("donor-conditions"),
            VoiceKind::Evaluator => self.has_any_part("author"),
            _ => false,
        }
    }

    /// Whether a year is accounted for.
    ///
    /// It is in a range or next to one (give or take a year, for "before" and "after"), in the name
    /// of a treaty, in a date of the record or a figure of Appendix B; it is 2000, the end of the
    /// report's time, or 1995 to 1997 where the query asks for times before or during the process.
    fn is_year_used(&self, item: &Item, year: u16) -> bool {
        let near = [year - 1, year, year + 1];
        let of_treaty = || {
            let ending = format!("{:02}", year % 100);
            let named = self.q.instruments();
            let covers =
                |id: &InstrumentId| self.ds.instrument(*id).covers.iter().any(|key| key.ends_with(&ending));
            named.iter().any(covers) || item.meanings.iter().any(|m| matches!(m, Meaning::Instrument(_)))
        };
        let is_in_range = self.query_text.contains("..") || self.query_text.contains('=');
        let of_process = (1995..=1997).contains(&year) && self.has_any_part("=during =before");
        year == 2000
            || of_process
            || of_treaty()
            || self.is_figure() && (year == 1996 || !self.query_text.starts_with("total"))
            || is_in_range && near.iter().any(|year| self.query_text.contains(&year.to_string()))
            || self.values.iter().any(|value| value.starts_with(&year.to_string()))
    }

    /// Whether a number is in the query, or counts what the query holds.
    fn is_number_used(&self, n: u32) -> bool {
        let list =
            |n: usize| self.query_text.split([' ', '(', '=', ';']).any(|part| part.split(',').count() == n);
        let named = self.q.instruments();
        let of_treaty = |id: &InstrumentId| {
            self.ds.instrument(*id).covers.iter().any(|key| key.ends_with(&n.to_string()))
        };
        self.names(&n.to_string())
            || self.is_all_parties(n)
            || self.query_text.ends_with(&format!("-{n:02}"))
            || n > 40 && named.iter().any(of_treaty)
            || n == 1
            || n == 2 && (self.has_any_part("pair_ pairs compare _and_ _or_ total_ both") || list(2))
            || n == 3 && (list(3) || self.query_text.contains("unnamed"))
            || n == 9 && self.has_any_part("instruments party( pair_ nearest farthest classes")
            || n == 12 && self.has_any_part("states pairs instruments")
            || n == 60 && self.query_text.contains("3/5")
    }

    /// "Last of the eight": all that are party to the treaty.
    fn is_all_parties(&self, n: u32) -> bool {
        let before =
            |at: usize| self.q.tokens.get(at).is_some_and(|t| matches!(t.word.as_str(), "of" | "из"));
        let is_whole = |item: &Item| {
            let at = item.words.start;
            item.meanings.contains(&Meaning::Number(n))
                && (at > 0 && before(at - 1) || at > 1 && before(at - 2))
        };
        let count = |id: &InstrumentId| parties(self.ds, None, *id).len();
        let has_all = |id: &InstrumentId| u32::try_from(count(id)).is_ok_and(|all| all == n);
        self.has_any_part("_act_")
            && self.q.items.iter().any(is_whole)
            && self.q.instruments().first().is_some_and(has_all)
    }

    fn is_relation_used(&self, tag: &str) -> bool {
        let parts = TAGS_USED.lines().filter_map(|line| line.split_once('\t')).find(|(name, _)| *name == tag);
        parts.is_some_and(|(_, parts)| parts == "*" || self.has_any_part(parts))
    }

    /// Whether the query holds one of these parts; `_` stands for a space.
    fn has_any_part(&self, parts: &str) -> bool {
        let framed = format!(" {} ", self.query_text);
        parts.split(' ').any(|part| {
            let part = part.to_lowercase();
            framed.contains(&part.replace('_', " ")) || framed.contains(&part)
        })
    }
}

/// Whether a text holds a key as a whole word.
fn has_key(text: &str, key: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    text.match_indices(key)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + key.len()..].starts_with(is_part))
}

/// Returns the records that a query was found by.
fn records(query: &AskedQuery) -> Vec<(AskedCollection, usize)> {
    let findings = |rows: &[usize]| rows.iter().map(|row| (AskedCollection::Findings, *row)).collect();
    match query {
        AskedQuery::RowDate(collection, row)
        | AskedQuery::Unnamed(collection, row)
        | AskedQuery::Status(collection, row) => vec![(*collection, *row)],
        AskedQuery::EventPlace(row) => vec![(AskedCollection::Events, *row)],
        AskedQuery::BodyDate(row, _) => vec![(AskedCollection::Bodies, *row)],
        AskedQuery::Quantity(row) | AskedQuery::CountIn(row) => findings(&[*row]),
        AskedQuery::QuantityDifference(a, b) => findings(&[*a, *b]),
        AskedQuery::Voice(rows) => findings(rows),
        AskedQuery::Parties(row) => vec![(AskedCollection::Agreements, *row)],
        AskedQuery::Providers(row) | AskedQuery::Destination(row) | AskedQuery::Recipients(row) => {
            vec![(AskedCollection::Assistance, *row)]
        }
        AskedQuery::PositionCondition(row) => vec![(AskedCollection::Positions, *row)],
        _ => Vec::new(),
    }
}

/// Whether a query is answered by one of a few fixed passages, found by its words.
fn is_from_one_passage(query: &AskedQuery) -> bool {
    matches!(
        query,
        AskedQuery::Leads(_)
            | AskedQuery::Page(_)
            | AskedQuery::Place(_)
            | AskedQuery::Author
            | AskedQuery::Commissioners
            | AskedQuery::TwoPassages(_)
            | AskedQuery::Mentions(_)
            | AskedQuery::Meetings
            | AskedQuery::Replied(_)
            | AskedQuery::NoDatum(_)
    )
}
