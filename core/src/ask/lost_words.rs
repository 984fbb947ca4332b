//! Finds words of a question that change what is asked, and that its reading does not hold.
//!
//! "Complain" is not every statement, "has problems" is not one finding, a date is no yes. Like
//! [`doubts`](super::doubts), it leads to a refusal.

use super::checked_reading::{CheckedReading, ORDERS, in_both_languages};
use super::query::{AskedQuery, Criterion, PairAspect};
use super::rows::AskedCollection;
use crate::model::*;

/// Beginnings of verbs that no record holds; obstacles alone are near to them.
const JUDGING: [&str; 15] = [
    "thank",
    "critici",
    "complain",
    "prais",
    "blam",
    "accus",
    "apolog",
    "благодар",
    "поблагодар",
    "критик",
    "раскритик",
    "жалу",
    "жалов",
    "хвал",
    "обвин",
];
/// Beginnings of verbs for what somebody would like.
const WISHING: [&str; 10] =
    ["demand", "want", "ask", "request", "прос", "требу", "хоч", "хот", "желает", "желают"];
/// Beginnings of words for a lack, of which several findings speak.
const LACKING: [&str; 3] = ["problem", "shortage", "проблем"];
/// Letters by which two forms of a word are the same.
const STEM: usize = 5;

impl CheckedReading<'_> {
    /// Whether the reading lacks a word that changes it.
    pub fn loses_a_word(&self) -> bool {
        self.judges()
            || self.wishes()
            || self.is_one_of_many()
            || self.is_of_another_body()
            || self.is_of_another_end()
            || self.is_no_answer_of_its_kind()
            || self.is_of_a_place()
            || self.is_of_another_speaker()
            || self.is_what_was_sent()
            || self.is_of_nothing_said()
            || self.hides_a_not()
            || self.is_of_any_law()
            || self.is_of_any_agreement()
            || self.is_of_another_stem()
            // "Whom did the Council of Europe advise on legislation?": those with a law.
            || self.query_text.contains("assisted(") && self.query_text.contains("law()")
            || matches!(self.query, AskedQuery::Meetings) && self.words.has(&["will", "соберется"])
    }

    /// Whether it begins as a question for states or countries.
    fn asks_which_states(&self) -> bool {
        let asks = ["which", "what", "какие", "каких", "какая", "какое", "какого", "каком", "какой"];
        let mut words = self.words.iter().skip_while(|word| ["in", "в", "у"].contains(&word.as_str()));
        words.next().is_some_and(|word| asks.contains(&word.as_str()))
            && words.next().is_some_and(|word| {
                ["state", "countr", "стран", "государств"].iter().any(|begin| word.starts_with(begin))
            })
    }

    /// Whether the query is of findings or states with a kind of finding.
    fn has_kind(&self) -> bool {
        self.query_text.contains("polarity=")
    }

    /// "Did Georgia criticise Russia?": how often each is named.
    fn judges(&self) -> bool {
        let of_both = self.query_text.matches("voice=").count() > 1;
        !self.query.is_of_single_findings() && !of_both && self.words.begins(&JUDGING) && !self.has_kind()
    }

    /// "What does Belarus ask for?": all that its government says.
    fn wishes(&self) -> bool {
        let AskedQuery::Rows { collection: AskedCollection::Findings, terms, .. } = self.query else {
            let silent = matches!(self.query, AskedQuery::NoDatum(_));
            return silent && self.words.begins(&WISHING);
        };
        let of_voice = |field: &str| field == "voice" || field == "voices";
        terms.len() == 1 && of_voice(terms[0].field) && self.words.begins(&WISHING)
    }

    /// "Which states have problems with NGOs?": one finding of several.
    fn is_one_of_many(&self) -> bool {
        let kinds = ["obstacle", "achievement", "препятстви", "достижени", "proposal", "предложени"];
        let leads = self.words.begins(&["возглавля", "руковод"])
            || self.words.has(&["lead", "leads", "led"]) && self.words.has(&["working"]);
        let of_money = self.words.has(&["money", "денег"]);
        let asks_money = of_money && self.words.begins(&WISHING);
        let unnamed_money = of_money && matches!(self.query, AskedQuery::Unnamed(..));
        let is_general = self.words.len() < 5 && self.words.begins(&kinds);
        let names_none = matches!(self.query, AskedQuery::Unnamed(..))
            && self.words.begins(&kinds)
            && self.words.has(&["not", "не"]);
        let of_refugee_laws = matches!(self.query, AskedQuery::Unnamed(..))
            && self.words.begins(&["law", "legislat", "закон"])
            && self.words.begins(&["refugee", "бежен"]);
        let asks_most = self.words.has(&["most", "больше", "чаще"]);
        let wants_an_end = self.words.begins(&WISHING)
            && self.words.begins(&["end", "finish", "stop", "заверш", "закон", "прекра"]);
        self.query.is_of_single_findings()
            && (asks_most && self.asks_which_states()
                || wants_an_end
                || self.words.begins(&LACKING)
                || leads
                || asks_money
                || unnamed_money
                || is_general
                || names_none
                || of_refugee_laws)
    }

    /// Whether a word of the question is in another text, and not in the one that was found.
    fn lacks_word(&self, found: &Text, others: &[&Text]) -> bool {
        let found = in_both_languages(found);
        let states: Vec<String> = self.ds.states.iter().map(|state| in_both_languages(&state.name)).collect();
        let others: Vec<String> = others.iter().map(|other| in_both_languages(other)).collect();
        let is_telling = |word: &&String| {
            word.chars().count() > STEM && !["department", "департамент"].iter().any(|w| word.starts_with(w))
        };
        self.words.iter().filter(is_telling).any(|word| {
            let stem: String = word.chars().take(STEM).collect();
            let is_in = |texts: &[String]| texts.iter().any(|text| text.contains(&stem));
            !found.contains(&stem) && !is_in(&states) && is_in(&others)
        })
    }

    /// "When was the refugee ministry created?": when another body of the state was.
    fn is_of_another_body(&self) -> bool {
        let names: Vec<&Text> = self.ds.bodies.iter().map(|body| &body.name).collect();
        match self.query {
            AskedQuery::BodyDate(row, _) => self.lacks_word(names[*row], &names),
            AskedQuery::RowDate(AskedCollection::Events, row) => {
                self.words.begins(&["set", "creat", "establish", "созда", "учре"])
                    && self.lacks_word(&self.ds.events[*row].title, &names)
            }
            _ => false,
        }
    }

    /// "When did the project start?": when it ended. "How long": another duration.
    fn is_of_another_end(&self) -> bool {
        let (begins, ends) =
            (["start", "begin", "began", "нача"], ["complet", "end", "finish", "заверш", "оконч"]);
        match self.query {
            AskedQuery::RowDate(AskedCollection::Events, row) => {
                let title = in_both_languages(&self.ds.events[*row].title);
                let of_report = self.words.begins(&["report", "доклад"])
                    && self.words.begins(&["publish", "опубликов", "издан"]);
                // One meeting of three.
                let asks_nth = self.words.begins(ORDERS.as_flattened())
                    || self.words.begins(&["next", "again", "last", "след", "снова", "послед"]);
                let of_nth = title.contains("working group on the follow-up") && !asks_nth;
                of_report
                    || of_nth
                    || self.words.begins(&begins) && ends.iter().any(|end| title.contains(end))
            }
            // One agreement of a pair that has several.
            AskedQuery::RowDate(AskedCollection::Agreements, row) => {
                let all = &self.ds.agreements;
                let same = all.iter().filter(|other| other.parties == all[*row].parties).count();
                let of_all = self.words.has(&["agreements", "соглашения"]);
                same > 1 && !of_all && self.words.begins(&["sign", "подпис"])
            }
            AskedQuery::Quantity(_) => self.words.begins(&["preparatory", "подготовительн"]),
            _ => false,
        }
    }

    /// "Does it have a law?": a date. "How many returned?": a yes. "Which states?": one pair.
    fn is_no_answer_of_its_kind(&self) -> bool {
        let asks_when = self.words.has(&["when", "когда", "date", "year", "году", "год"]);
        let asks_number = self.words.first() == "how" && self.words.has(&["many"]);
        let of_pair =
            matches!(self.query, AskedQuery::Pair(_, _, PairAspect::Furthest | PairAspect::Agreements));
        let of_figure = matches!(self.query, AskedQuery::Indicator(..));
        let of_findings =
            matches!(self.query, AskedQuery::Rows { collection: AskedCollection::Findings, .. });
        let of_help = self.query_text.starts_with("list assistance") || self.query_text.contains("providers");
        self.query.is_date() && self.asks_if && !asks_when
            || asks_number && matches!(self.query, AskedQuery::Is(..))
            || self.asks_which_states() && (of_pair || of_figure || of_help || of_findings)
            || self.words.has(&["planned", "планируются", "запланированы"])
                && self.query_text.starts_with("list bodies")
                && !self.query_text.contains("state=")
    }

    /// "Obstacles in Kazakhstan": not those that its government names.
    fn is_of_a_place(&self) -> bool {
        let kinds = ["obstacle", "achievement", "препятстви", "достижени"];
        let names_speaker = self.words.begins(&["govern", "правит", "say", "said", "говор", "назыв", "name"]);
        self.query_text.contains("voices=government:")
            && self.words.begins(&kinds)
            && self.words.has(&["in", "у", "в", "во"])
            && !names_speaker
    }

    /// "What was said at the meeting?": what the group says. "What does the report propose?": NGOs.
    fn is_of_another_speaker(&self) -> bool {
        let at_meeting =
            self.words.has(&["at", "на"]) && self.words.begins(&["meeting", "встреч", "заседан"]);
        let of_report = self.words.begins(&["report", "доклад"])
            && self.words.begins(&["propos", "recommend", "предлага", "рекоменд"]);
        // "Obstacles to NGOs": not those that they name.
        let is_to_voice = self.words.windows(2).any(|w| {
            ["to", "for", "для"].contains(&w[0].as_str())
                && ["ngo", "нпо", "govern", "правит"].iter().any(|begin| w[1].starts_with(begin))
        });
        let on_behalf = self.words.has(&["behalf", "имени"]) && matches!(self.query, AskedQuery::Unnamed(..));
        on_behalf
            || is_to_voice && self.has_kind() && self.query_text.contains("voice")
            || at_meeting && self.query_text.contains("findings where by=")
            || of_report && self.query_text.contains("voice=ngo")
    }

    /// "What does the author recommend?": who it is. "About the CIS": about anything.
    fn is_of_nothing_said(&self) -> bool {
        let says = ["recommend", "think", "say", "conclude", "рекоменд", "счита", "говор"];
        let about_cis = self.words.windows(2).any(|w| {
            ["about", "the", "о", "об", "на"].contains(&w[0].as_str())
                && ["cis", "снг"].contains(&w[1].as_str())
        });
        matches!(self.query, AskedQuery::Author) && self.words.begins(&says)
            || about_cis
                && self.words.begins(&["say", "говор"])
                && matches!(self.query, AskedQuery::Rows { terms, .. } if terms.len() == 1)
    }

    /// "How many questionnaires were sent?": how many states replied.
    fn is_what_was_sent(&self) -> bool {
        self.query_text.contains("replied(")
            && self.words.begins(&["questionnaire", "анкет", "вопросник"])
            && self.words.begins(&["sent", "receiv", "получ", "разосл", "отправ"])
    }

    /// "Laws on migration": any law that the report names.
    fn is_of_any_law(&self) -> bool {
        let of_laws = self.query_text.contains("law(") || self.query_text.contains(" laws");
        let is_named = |word: &String| ["migra", "миграц"].iter().any(|begin| word.starts_with(begin));
        of_laws && !self.query_text.contains("theme=") && self.words.iter().any(is_named)
    }

    /// "Agreements signed by all the CIS": any agreement.
    fn is_of_any_agreement(&self) -> bool {
        let of_agreements = self.query_text.contains(" agreements where")
            || self.query_text.starts_with("list states where agreement(");
        let names_party = ["party=", "with="].iter().any(|part| self.query_text.contains(part));
        let all = ["all", "every", "всеми", "всех", "все"];
        let parties = ["cis", "снг", "state", "countr", "government", "twelve", "государств", "стран"];
        let of_all = self.words.iter().enumerate().any(|(at, word)| {
            let mut after = self.words.iter().skip(at + 1).take(2);
            all.contains(&word.as_str())
                && after.any(|next| parties.iter().any(|begin| next.starts_with(begin)))
        });
        of_all && of_agreements && !names_party
    }

    /// «договорились»: treaties have the same stem. «подготовка кадров»: staff is a word of it.
    fn is_of_another_stem(&self) -> bool {
        self.words.begins(&["договори"]) && !self.query_text.starts_with("pair ")
            || self.words.begins(&["подготовк"])
                && self.words.begins(&["кадр"])
                && self.query_text.contains("theme=staff")
    }

    /// "Help from A but not from B": silence on B is no answer to it.
    fn hides_a_not(&self) -> bool {
        let AskedQuery::States { condition: Criterion::And(all), .. } = self.query else { return false };
        let negates = all.iter().any(|part| matches!(part, Criterion::Not(_)));
        negates && self.query_text.matches("assisted(").count() > 1
    }
}
