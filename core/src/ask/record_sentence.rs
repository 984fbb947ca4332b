//! Sentences of answers that are one field of one record, refusals and follow-up questions.

use super::query::*;
use super::rows::AskedCollection;
use super::value::{AnswerValue, SILENT};
use super::wording::Wording;
use crate::model::*;
use crate::text::Key;

/// Returns the sentence of an answer about single records.
pub fn sentence(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> String {
    let ds = words.ds();
    let finding = |row: usize| words.names.localized(&ds.findings[row].summary);
    match query {
        AskedQuery::RowDate(collection, row) => dated(words, &words.row(*collection, *row), &value.text),
        AskedQuery::BodyDate(row, kind) => {
            let event = crate::view::words::labels::body_event_label(*kind);
            let what = format!("{} – {}", words.row(AskedCollection::Bodies, *row), words.names.text(event));
            dated(words, &what, &value.text)
        }
        AskedQuery::Indicator(..) | AskedQuery::IndicatorPair(..) => figure(words, query, value),
        AskedQuery::Quantity(row) => {
            let quantity = ds.findings[*row].quantity.as_ref();
            let n = quantity.map_or_else(|| value.text.clone(), |q| words.names.quantity(q));
            words.say("Printed", &[("n", &n), ("what", &finding(*row))])
        }
        AskedQuery::QuantityDifference(a, b) => {
            let what = format!("{} {}", finding(*a), finding(*b));
            words.say("Printed", &[("n", &value.text), ("what", &what)])
        }
        AskedQuery::CountIn(row) => words.say("Printed", &[("n", &value.text), ("what", &finding(*row))]),
        AskedQuery::Voice(rows) => {
            let who = rows.first().map_or_else(String::new, |row| words.names.voices(&ds.findings[*row]));
            let what = rows.iter().map(|row| finding(*row)).collect::<Vec<_>>().join(" ");
            words.say("Said", &[("who", &who), ("what", &what)])
        }
        AskedQuery::Unnamed(collection, row) => {
            let what = words.row(*collection, *row);
            match value.text.split_once(':') {
                Some((_, n)) => words.say("UnnamedCount", &[("n", n), ("what", &what)]),
                None => words.say("Unnamed", &[("what", &what)]),
            }
        }
        AskedQuery::Status(collection, row) => {
            let (what, list) = (words.row(*collection, *row), words.status(*collection, *row));
            words.say("Field", &[("what", &what), ("list", &list)])
        }
        AskedQuery::Page(section) => {
            let x = ds.section(*section);
            words.say("OnPage", &[("what", &words.names.localized(&x.title)), ("n", &value.text)])
        }
        AskedQuery::PositionCondition(row) => {
            let x = &ds.positions[*row];
            let condition = x.condition.as_ref().map_or_else(String::new, |text| words.names.localized(text));
            let what = words.row(AskedCollection::Positions, *row);
            words.say("Field", &[("what", &what), ("list", &condition)])
        }
        AskedQuery::TwoPassages(id) => {
            words.say("TwoPassages", &[("what", &words.names.localized(&ds.caveat(*id).text))])
        }
        AskedQuery::Mentions(_) if value.text == SILENT => words.say("NoMention", &[]),
        AskedQuery::Mentions(_) => words.say("Mentions", &[("n", &value.rows.len().to_string())]),
        rest => field(words, rest, value),
    }
}

/// One field of a record, or of the report itself.
fn field(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> String {
    let ds = words.ds();
    let partners = |state: StateId| format!("{} – {}", words.state(state), words.say("PartnersOf", &[]));
    let what = match query {
        AskedQuery::Parties(row) => words.row(AskedCollection::Agreements, *row),
        AskedQuery::Partners(state) => partners(*state),
        AskedQuery::NegotiatingPartners(state) => words.state(*state),
        AskedQuery::ProvidersOf(state) => words.say("ProvidersOf", &[("who", &words.state(*state))]),
        AskedQuery::Providers(row) | AskedQuery::Recipients(row) | AskedQuery::Destination(row) => {
            words.row(AskedCollection::Assistance, *row)
        }
        AskedQuery::Leads(row) => words.row(AskedCollection::WorkingGroups, *row),
        AskedQuery::EventPlace(row) => words.row(AskedCollection::Events, *row),
        AskedQuery::Place("conference") => words.say("ConferencePlace", &[]),
        AskedQuery::Place(place) => words.party(&place.to_uppercase()),
        AskedQuery::Author | AskedQuery::Commissioners => words.names.localized(&ds.meta.report.title),
        AskedQuery::Meetings => {
            let follow_up = ds.working_groups.iter().position(|x| x.kind == GroupKind::Governmental);
            follow_up.map_or_else(String::new, |row| words.row(AskedCollection::WorkingGroups, row))
        }
        AskedQuery::Replied(_) => words.names.text(Key::TableStates),
        AskedQuery::NoDatum(what) if what == "meaning of the year" => return words.say("YearUnstated", &[]),
        AskedQuery::NoDatum(what) if what == "reason" => return words.say("Reason", &[]),
        AskedQuery::NoDatum(_) => return words.say("NoDatum", &[]),
        AskedQuery::Refuse(why) => return refusal(words, *why),
        AskedQuery::Ask(wanted) => return wanted_word(words, *wanted),
        _ => return words.say("NoDatum", &[]),
    };
    if value.text == SILENT {
        return words.say("FieldSilent", &[("what", &what)]);
    }
    let list = match query {
        AskedQuery::Author => ds.meta.report.author.clone(),
        AskedQuery::Place(_) => match value.text.as_str() {
            "Bishkek" => words.say("PlaceBishkek", &[]),
            "Washington" => words.say("PlaceWashington", &[]),
            _ => words.say("PlaceGeneva", &[]),
        },
        AskedQuery::EventPlace(row) => {
            ds.events[*row].place.as_ref().map_or_else(String::new, |place| words.names.localized(place))
        }
        AskedQuery::Leads(row) => words.leads(*row),
        _ => value.text.split(',').map(|key| words.party(key)).collect::<Vec<_>>().join(", "),
    };
    words.say("Field", &[("what", &what), ("list", &list)])
}

/// Says why a question is not answered, and what can be asked.
fn refusal(words: Wording<'_>, why: Refusal) -> String {
    match why {
        Refusal::Today => words.say("RefuseToday", &[]),
        Refusal::Person => words.say("RefusePerson", &[]),
        Refusal::Outside => words.say("RefuseOutside", &[]),
        Refusal::Status => words.say("RefuseStatus", &[]),
        Refusal::Opinion => words.say("RefuseOpinion", &[]),
        Refusal::Empty => words.say("RefuseEmpty", &[]),
        Refusal::NotUnderstood => words.say("RefuseNotUnderstood", &[]),
    }
}

fn wanted_word(words: Wording<'_>, wanted: Wanted) -> String {
    match wanted {
        Wanted::State => words.say("AskState", &[]),
        Wanted::What => words.say("AskWhat", &[]),
    }
}

/// Writes a date with what it means.
fn dated(words: Wording<'_>, what: &str, text: &str) -> String {
    if text == SILENT {
        return words.say("Undated", &[("what", what)]);
    }
    let (planned, rest) = text.strip_prefix("planned:").map_or((false, text), |rest| (true, rest));
    let (meaning, date) = rest.split_once(':').unwrap_or(("", rest));
    let date = Date::parse(date).map_or_else(|| date.to_owned(), |date| words.names.date(date));
    let values = [("what", what), ("date", date.as_str())];
    match (planned, meaning) {
        (true, _) => words.say("DatePlanned", &values),
        (_, "printed") => words.say("DatePrinted", &values),
        (_, "signed") => words.say("DateSigned", &values),
        (_, "effective") => words.say("DateEffective", &values),
        _ => words.say("Dated", &values),
    }
}

/// Rows of Appendix B.
fn figure(words: Wording<'_>, query: &AskedQuery, value: &AnswerValue) -> String {
    let ds = words.ds();
    let name = |row: usize| words.row(AskedCollection::Indicators, row);
    match query {
        AskedQuery::Indicator(IndicatorAspect::Kind, row) => {
            let kind = match ds.indicators[*row].kind {
                IndicatorKind::Stock => words.names.text(Key::KindStock),
                IndicatorKind::Flow => words.names.text(Key::KindFlow),
            };
            words.say("FigureKind", &[("what", &name(*row)), ("kind", &kind)])
        }
        AskedQuery::Indicator(aspect, row) => {
            let x = &ds.indicators[*row];
            let total = x.cumulative.filter(|_| *aspect == IndicatorAspect::Total);
            let n = words.counted(total.map_or(x.value, |(n, _)| n));
            let date = match total {
                Some((_, at)) => words.names.date(at),
                None => words.names.indicator_date(x),
            };
            let unit = words.names.localized(&x.unit);
            if let (IndicatorAspect::Value, Some((all, end))) = (aspect, x.cumulative) {
                let kind = words.names.text(Key::KindFlow);
                let (all, end) = (words.counted(all), words.names.date(end));
                let values = [
                    ("what", name(*row)),
                    ("n", n),
                    ("unit", unit),
                    ("date", date),
                    ("kind", kind),
                    ("end", end),
                    ("total", all),
                ];
                return words
                    .say("FigureBoth", &values.each_ref().map(|(name, text)| (*name, text.as_str())));
            }
            words.say("Figure", &[("what", &name(*row)), ("n", &n), ("unit", &unit), ("date", &date)])
        }
        AskedQuery::IndicatorPair(relation, a, b) => {
            let (x, y) = (ds.indicators[*a].value, ds.indicators[*b].value);
            let (first, second) = (name(*a), name(*b));
            let difference =
                if x < y { format!("−{}", words.counted(y - x)) } else { words.counted(x - y) };
            let fraction = format!("{}/{}", words.counted(x), words.counted(y));
            let values = [("a", first.as_str()), ("b", second.as_str())];
            match relation {
                IndicatorRelation::Difference => {
                    words.say("Difference", &[&values[..], &[("n", difference.as_str())]].concat())
                }
                IndicatorRelation::Sum => {
                    words.say("Sum", &[&values[..], &[("n", words.counted(x + y).as_str())]].concat())
                }
                IndicatorRelation::Ratio => {
                    let decimal = words.decimal(x, y);
                    let more = [("fraction", fraction.as_str()), ("value", decimal.as_str())];
                    words.say("Ratio", &[&values[..], &more[..]].concat())
                }
                IndicatorRelation::Greater => {
                    let row = if x > y { *a } else { *b };
                    words.say("Greater", &[("what", &name(row)), ("n", &words.counted(x.max(y)))])
                }
            }
        }
        _ => value.text.clone(),
    }
}
