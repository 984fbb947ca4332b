//! Finds answers of another kind than the one that is asked for.
//!
//! Who, and the answer is yes; how many, and it is a date; which agreements, and it is how far they
//! went. Like [`doubts`](super::doubts), it leads to a refusal.

use super::checked_reading::{CheckedReading, in_both_languages};
use super::query::{AskedQuery, Criterion, PairAspect, StateCondition};
use super::rows::AskedCollection;

/// Most findings that have a word by which one of them is meant.
const FEW: usize = 4;
/// Beginnings of the names of kinds of findings, which are compared as such.
const KINDS: [&str; 7] = ["achiev", "obstac", "propos", "достиж", "препят", "потреб", "предло"];

impl CheckedReading<'_> {
    /// Whether the answer is of another kind.
    pub fn is_of_another_kind(&self) -> bool {
        self.is_yes_for_a_list()
            || self.is_no_number()
            || self.is_of_another_time()
            || self.is_of_one_treaty_of_two()
            || self.mixes_and_with_or()
            || self.is_of_another_collection()
            || self.takes_a_state_for_a_grouping()
            || self.is_the_reverse()
            || self.leaves_a_finding_out()
    }

    /// "Who is in Eastern Europe by Ukraine?": yes.
    fn is_yes_for_a_list(&self) -> bool {
        let asks_which = ["who", "which", "whose", "кто", "какие", "чьи"].contains(&self.words.first());
        // "Who says that Russia has concluded agreements?": the states of which it is said.
        let speaks = ["say", "said", "think", "claim", "говор", "сказа", "счита", "утвержда"];
        let second = self.words.get(1).map_or("", String::as_str);
        let asks_speaker = ["who", "кто"].contains(&self.words.first())
            && speaks.iter().any(|begin| second.starts_with(begin));
        let of_states = matches!(self.query, AskedQuery::States { .. })
            && !["says(", "position("].iter().any(|part| self.query_text.contains(part));
        // "What has Azerbaijan joined during the process?": one treaty of several.
        let asks_what = self.words.first() == "what" || self.words.has(&["чему"]);
        let is_joining = matches!(
            self.query,
            AskedQuery::Is(_, Criterion::Is(StateCondition::Joined(..) | StateCondition::Party(_)))
        );
        matches!(self.query, AskedQuery::Is(..)) && asks_which && !self.words.has(&["ли"])
            || asks_what && is_joining
            || asks_speaker && of_states
    }

    /// "How many …": a date. "Dates": a single one.
    fn is_no_number(&self) -> bool {
        let counts = self.words.first() == "how" && self.words.has(&["many"])
            || self.words.has(&["сколько", "скольких"]);
        let dates = self.words.has(&["dates", "даты"]) && !self.value.text.contains('/');
        self.query.is_date() && (counts || dates)
    }

    /// "At the beginning of 2000", and what had ended is counted beside it.
    fn is_of_another_time(&self) -> bool {
        let now = self.words.has(&["2000", "now", "still", "сейчас", "ещё"]);
        now && self.value.text.contains("ended:") && !self.query_text.contains("(now)")
    }

    /// The 1967 Protocol alone is no column of the table.
    fn is_of_one_treaty_of_two(&self) -> bool {
        let AskedQuery::Is(_, Criterion::Is(StateCondition::Party(id))) = self.query else { return false };
        let has_several = self.ds.instrument(*id).covers.len() > 1;
        has_several
            && self.words.begins(&["protocol", "протокол"])
            && self.words.begins(&["accession", "присоединени"])
    }

    /// "Draft laws or regulations and a central body".
    fn mixes_and_with_or(&self) -> bool {
        self.query_text.contains(" or ") && self.words.has(&["or", "или"]) && self.words.has(&["and", "и"])
    }

    /// Bodies are asked for, and states are listed; places, and the body itself.
    fn is_of_another_collection(&self) -> bool {
        let asks_bodies = ["bodies", "органы"].contains(&self.words.first()) || {
            let second = self.words.get(1).map_or("", String::as_str);
            self.words.len() < 4 && ["bodies", "органы"].contains(&second)
        };
        let names_states =
            self.words.begins(&["state", "countr", "who", "государств", "стран", "кто", "where", "где"]);
        let of_states = matches!(self.query, AskedQuery::States { .. }) && !names_states;
        let asks_agreements = ["which", "what", "какие"].contains(&self.words.first())
            && self
                .words
                .get(1)
                .is_some_and(|word| word.starts_with("agreement") || word.starts_with("соглашен"));
        let how_far = matches!(self.query, AskedQuery::Pair(_, _, PairAspect::Furthest));
        let asks_places = self.words.begins(&["embass", "посольств"]);
        let of_bodies = matches!(self.query, AskedQuery::Rows { collection: AskedCollection::Bodies, .. });
        // "Named governments": those that are not named are no answer.
        let asks_named = self.words.has(&["named", "названные"]);
        asks_bodies && of_states
            || asks_agreements && how_far
            || asks_places && of_bodies
            || asks_named && matches!(self.query, AskedQuery::Unnamed(..))
    }

    /// "Kyrgyzstan and Ukraine on sub-regions", where Ukraine gives a grouping its name.
    fn takes_a_state_for_a_grouping(&self) -> bool {
        let of_group =
            matches!(self.query, AskedQuery::GroupOf(..) | AskedQuery::Pair(_, _, PairAspect::Groups));
        let on_it = self.words.windows(2).any(|w| {
            ["on", "about", "о", "об"].contains(&w[0].as_str())
                && ["sub", "субрегион"].iter().any(|word| w[1].starts_with(word))
        });
        let same_members =
            self.words.begins(&["member", "состав"]) && self.words.begins(&["same", "совпад", "одинаков"]);
        let of_states = matches!(self.query, AskedQuery::States { .. }) && self.query_text.contains("group(");
        of_group && on_it || self.states > 1 && of_states && same_members
    }

    /// "What would Ukraine have to join?": what it has joined. "Most states": the state with most.
    fn is_the_reverse(&self) -> bool {
        let has_to = self
            .words
            .windows(2)
            .any(|w| ["have", "has", "need", "needs"].contains(&w[0].as_str()) && w[1] == "to");
        let is_to_come = has_to || self.words.has(&["would", "must", "надо", "нужно", "осталось"]);
        let joins = self.words.begins(&["join", "acced", "присоедин"]);
        let lists_lacking =
            matches!(self.query, AskedQuery::Rows { collection: AskedCollection::Instruments, .. })
                && self.query_text.contains("not ")
                && !self.words.has(&["not", "не"]);
        let equals_another = matches!(self.query, AskedQuery::Pair(_, _, PairAspect::Only))
            && self.words.begins(&["match", "сравня"]);
        let most_states = self.words.windows(2).any(|w| {
            ["most", "большинство"].contains(&w[0].as_str())
                && (w[1].starts_with("state") || w[1].starts_with("государств"))
        });
        is_to_come && joins && !lists_lacking && !equals_another
            || most_states && matches!(self.query, AskedQuery::Rank(..))
    }

    /// "Who says that staff rotation is an obstacle?": another finding has the same words.
    fn leaves_a_finding_out(&self) -> bool {
        let AskedQuery::Voice(rows) = self.query else { return false };
        let [row] = &**rows else { return false };
        if !self.words.has(&["says", "say", "говорит", "говорят"]) {
            return false;
        }
        let stem = |word: &String| -> Option<String> {
            let is_long = word.chars().count() > 6 && !KINDS.iter().any(|kind| word.starts_with(kind));
            is_long.then(|| word.chars().take(6).collect())
        };
        let text = |row: usize| in_both_languages(&self.ds.findings[row].summary);
        let found = text(*row);
        let held: Vec<String> =
            self.words.iter().filter_map(stem).filter(|stem| found.contains(stem.as_str())).collect();
        // Chosen by a single word, which few findings have.
        let [stem] = &*held else { return false };
        let with: Vec<usize> =
            (0..self.ds.findings.len()).filter(|row| text(*row).contains(stem.as_str())).collect();
        let kind = |row: usize| self.ds.findings[row].polarity;
        with.len() <= FEW && with.iter().any(|other| other != row && kind(*other) == kind(*row))
    }
}
