//! Tests of the JSON loader: any text, split anywhere.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use cisconf_bench::json::{RecordReader, Stop};
use cisconf_bench::load::Loader;
use cisconf_bench::words::{cut, of_query};
use cisconf_engine::{QuerySession, TokenBuffer};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Loads a text in chunks of so many bytes, as the page does.
fn load(text: &str, piece: usize) -> Result<(u32, Vec<String>, Vec<String>), String> {
    let mut loader = Loader::default();
    let mut input = Vec::new();
    for bytes in text.as_bytes().chunks(piece) {
        input.extend_from_slice(bytes);
        let done = loader.feed(&input)?;
        input.drain(..done);
    }
    let (index, names, ids) = loader.finish()?;
    let mut session = QuerySession::new(&index);
    let page = session.page(&index, None, 0, usize::MAX);
    let ids = page.iter().map(|record| ids.get(*record).to_owned()).collect();
    let themes =
        (0..names[0].len() as u32).filter_map(|value| names[0].get(value)).map(str::to_owned).collect();
    session.search(&index, &["hit"], false);
    Ok((session.total(&index), ids, themes))
}

fn sample() -> String {
    json!([
        {"id": "a\"\\/\u{1f600}\n", "states": ["X", "X"], "themes": ["ü", "t\t"], "actor": "g", "polarity": "p",
         "year": 2010, "title": "HIT me", "summary": "", "more": {"a": [1, {"b": "]}"}, []], "c": null}},
        {},
        {"id": "c", "year": 2012, "title": "no", "summary": "a hit"},
        {"id": "d", "year": 2012, "title": "hits", "summary": null, "themes": []},
    ])
    .to_string()
}

#[test]
fn pieces_of_any_length_give_the_same() {
    let whole = load(&sample(), usize::MAX).unwrap();
    let ids = ["c", "d", "a\"\\/\u{1f600}\n", ""].map(str::to_owned).to_vec();
    assert_eq!(whole, (2, ids, vec!["ü".to_owned(), "t\t".to_owned()]));
    for piece in 1..40 {
        assert_eq!(load(&sample(), piece).unwrap(), whole, "pieces of {piece}");
    }
}

#[test]
fn what_is_no_list_of_findings_is_refused() {
    for text in [
        "",
        "{}",
        "[",
        "[{]",
        "[{}",
        "[{},]",
        "[{}] x",
        "[1]",
        "[{\"id\":}]",
        "[{\"a\":tru}]",
        "[{\"a\":01}]",
        "[{\"a\":\"\u{1}\"}]",
        "[{\"a\":\"\\x\"}]",
        "[{\"a\":[1}]",
        "[{\"a\" 1}]",
        "[{} {}]",
    ] {
        assert!(load(text, usize::MAX).is_err(), "{text}");
    }
    assert_eq!(load(" [ ] \n", usize::MAX).unwrap().0, 0);
}

#[test]
fn escapes() {
    let mut scratch = Vec::new();
    for (text, value) in [
        (r#""\u0041\n\\""#, "A\n\\"),
        (r#""\ud83d\ude00""#, "😀"),
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ud83dx""#, "\u{fffd}x"),
        (r#""\ude00\ud83d\ud83d\ude00""#, "\u{fffd}\u{fffd}😀"),
    ] {
        let read =
            RecordReader::new(format!("{text} ").as_bytes(), 0).string(&mut scratch).map(<[u8]>::to_vec);
        assert_eq!(read, Ok(value.as_bytes().to_vec()), "{text}");
    }
    assert_eq!(RecordReader::new(br#""\u12"#, 0).string(&mut scratch), Err(Stop::More));
}

#[test]
fn depth_costs_no_stack() {
    let deep = format!("[{{\"x\":{}{}}}]", "[".repeat(200_000), "]".repeat(200_000));
    assert!(load(&deep, usize::MAX).is_ok());
}

#[test]
fn words_are_runs_of_lower_case_letters_and_digits() {
    let words = |text: &str| {
        let mut words = TokenBuffer::default();
        cut(text.as_bytes(), &mut words);
        format!("{words:?}").matches('(').count()
    };
    assert_eq!(
        (words(""), words("--"), words("A-b c9"), words("naïve"), words("\u{212a}elvin")),
        (0, 0, 3, 2, 1)
    );
    assert_eq!(of_query("Right ASY"), (vec!["right".to_owned(), "asy".to_owned()], true));
    assert_eq!(of_query("right "), (vec!["right".to_owned()], false));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e300..1e300).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_is_read_over(value in any_json()) {
        let text = format!("{value} ");
        let mut reader = RecordReader::new(text.as_bytes(), 0);
        prop_assert_eq!(reader.skip(&mut Vec::new()), Ok(()));
        prop_assert_eq!(reader.at, text.len() - 1);
    }

    #[test]
    fn any_text_ends_in_an_answer(text in "[\\[\\]{}:,\"\\\\a0 \\-.eu]{0,60}", piece in 1..9usize) {
        let _ = load(&text, piece);
        let _ = load(&format!("[{{\"id\":{text}"), piece);
    }

    #[test]
    fn any_query_of_any_length_is_answered(query in "\\PC{0,200}|[\\x00-\\x20.*+?(){}|\\[\\]^$]{0,200}", times in 0..50usize) {
        let query: String = query.repeat(times).chars().take(10_000).collect();
        let mut loader = Loader::default();
        prop_assert!(loader.feed(sample().as_bytes()).is_ok());
        let (index, ..) = loader.finish().unwrap();
        let (words, prefix) = of_query(&query);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut session = QuerySession::new(&index);
        session.search(&index, &words, prefix);
        prop_assert!(session.total(&index) <= 4);
    }
}
