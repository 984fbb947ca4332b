//! Walks over a bundle as JSON, for rules about texts, dates and caveats in any collection.

use serde_json::Value;

use super::super::date::{Date, Day, Simple};
use super::super::raw::Bundle;

/// Visits every value of a JSON tree, parents first.
///
/// Passes the value's path (`$.a[0].b`) and the name of its field; for an element of an array, the
/// array's field.
pub fn walk<'v>(root: &'v Value, visit: &mut impl FnMut(&str, &'v str, &'v Value)) {
    step("$", "", root, visit);
}

fn step<'v>(path: &str, field: &'v str, value: &'v Value, visit: &mut impl FnMut(&str, &'v str, &'v Value)) {
    visit(path, field, value);
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                step(&format!("{path}[{i}]"), field, item, visit);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                step(&format!("{path}.{name}"), name, item, visit);
            }
        }
        _ => {}
    }
}

/// Serialises the bundle.
///
/// Cannot fail, since all its maps have string keys.
pub(super) fn json(bundle: &Bundle) -> Value {
    serde_json::to_value(bundle).unwrap_or_default()
}

/// Returns every text: its path, the English, the Russian.
pub(super) fn texts(json: &Value) -> Vec<(String, &str, Option<&str>)> {
    let mut texts = Vec::new();
    walk(json, &mut |path, _, value| {
        if let Some(en) = value.get("en").and_then(Value::as_str) {
            texts.push((path.to_owned(), en, value.get("ru").and_then(Value::as_str)));
        }
    });
    texts
}

/// Returns every date: its path and the text.
pub(super) fn dates(json: &Value) -> Vec<(String, &str)> {
    let mut dates = Vec::new();
    walk(json, &mut |path, field, value| {
        let named = matches!(
            field,
            "date" | "end" | "founded" | "signed" | "effective" | "dated" | "at" | "range" | "knowledge_date"
        );
        // In assistance, `from` and `to` are actors and states, not dates.
        let dated = named || matches!(field, "from" | "to") && path.contains(".leads[");
        if let (true, Some(text)) = (dated, value.as_str()) {
            dates.push((path.to_owned(), text));
        }
    });
    dates
}

/// Returns the first and last day of a date; `None` for an open end.
///
/// Winter (24) begins in December of its year.
pub(super) fn first_and_last_day(date: Date) -> (Option<Day>, Option<Day>) {
    match date {
        Date::Year(y) => (Day::new(y, 1, 1), Day::new(y, 12, 31)),
        Date::Month(y, m) => (Day::new(y, m, 1), last_of(y, m)),
        Date::Season(y, s) => {
            let first = s.saturating_sub(21).min(3) * 3 + 3;
            (Day::new(y, first, 1), last_of(y, (first + 2).min(12)))
        }
        Date::Day(day) => (Some(day), Some(day)),
        Date::Interval(from, to) => (
            from.and_then(|s| first_and_last_day(plain(s)).0),
            to.and_then(|s| first_and_last_day(plain(s)).1),
        ),
    }
}

fn plain(simple: Simple) -> Date {
    match simple {
        Simple::Year(y) => Date::Year(y),
        Simple::Month(y, m) => Date::Month(y, m),
        Simple::Day(day) => Date::Day(day),
    }
}

fn last_of(year: u16, month: u8) -> Option<Day> {
    [31, 30, 29, 28].into_iter().find_map(|day| Day::new(year, month, day))
}
