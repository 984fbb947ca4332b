//! Tests of the agreement measures against worked examples and against the figures in the docs.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use super::*;

fn set(letters: &str) -> Values {
    letters.chars().map(String::from).collect()
}

fn alpha_of<'a>(first: impl Iterator<Item = &'a str>, second: impl Iterator<Item = &'a str>) -> Option<f64> {
    let pairs: Vec<_> = first.zip(second).map(|(a, b)| (set(a), set(b))).collect();
    alpha(&pairs.iter().map(|(a, b)| (a, b)).collect::<Vec<_>>())
}

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.0005, "{found}, not {wanted}");
}

#[test]
fn distances_are_those_of_masi() {
    for (a, b, wanted) in [
        ("", "", 0.0),
        ("ab", "ba", 0.0),
        ("a", "b", 1.0),
        ("", "a", 1.0),
        ("a", "ab", 1.0 - 2.0 / 3.0 / 2.0),
        ("abcd", "ab", 1.0 - 2.0 / 3.0 / 2.0),
        ("ab", "bc", 1.0 - 1.0 / 3.0 / 3.0),
        ("abc", "bcd", 1.0 - 1.0 / 3.0 / 2.0),
    ] {
        near(distance(&set(a), &set(b)), wanted);
        near(distance(&set(b), &set(a)), wanted);
    }
}

#[test]
fn alpha_is_that_of_worked_examples() {
    let of = |first: &str, second: &str| alpha_of(first.split(' '), second.split(' '));
    // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections A (two values) and
    // B (nominal).
    near(of("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0").unwrap(), 0.095);
    near(of("a a b b d c c c e d d a", "b a b b b c c c e d d d").unwrap(), 0.692);
    // Worked example with sets: Do = (0 + 2/3) / 2 = 1/3, De = (0 + 2·1 + 2·2/3 + 2/3) / 6 = 2/3
    // over the values a, a, b, ab.
    near(of("a b", "a ab").unwrap(), 0.5);
    near(of("a b", "b a").unwrap(), -0.5);
    assert_eq!(of("a b", "a b"), Some(1.0));
    assert_eq!((of("a a", "a a"), alpha(&[])), (None, None));
}

fn unit(id: &str) -> Value {
    json!({ "id": id, "sources": ["x#1"], "polarity": "fact", "certainty": "explicit", "period": ["during"], "themes": ["b", "a"],
        "voices": [{ "kind": "ngo", "among": {} }, { "kind": "expert", "state": "ARM", "quantifier": "some" }],
        "scope": { "kind": "named", "states": ["ARM"] }, "populations": [], "actors": ["UN"], "unknown": 1 })
}

#[test]
fn a_unit_is_read_field_by_field() {
    let (one, other) = (Coding::of(&json!([unit("x#1.1"), unit("x#1.2")])).unwrap(), unit("x#1.1"));
    let values = &one.0["x#1.1"];
    let field = |name: &str| &values[FIELDS.iter().position(|(field, _)| *field == name).unwrap()];
    let texts = |name: &str| field(name).iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(texts("voice"), r#"["expert","ARM",null] ["ngo",null,null]"#);
    assert_eq!(texts("voice's state"), r#"["ARM"]"#);
    assert_eq!(texts("voice's quantifier"), r#"["expert","some"] ["ngo",null]"#);
    assert_eq!(
        (texts("first theme"), texts("themes"), texts("populations")),
        ("b".into(), "a b".into(), String::new())
    );
    let other = Coding::of(&json!([other, unit("x#9.1"), unit("x#9.2")])).unwrap();
    let agreement = CoderAgreement::of(&one, &other).unwrap();
    assert_eq!((agreement.both, agreement.only), (1, [1, 2]));
    assert_eq!(CoderAgreement::of(&one, &Coding::of(&json!([])).unwrap()), None);
}

#[test]
fn what_cannot_be_read_is_named_by_its_path() {
    for (pointer, value, wanted) in [
        ("/1/polarity", json!(1), "$[1].polarity: not a text"),
        ("/1/scope", json!({}), "$[1].scope: no «kind»"),
        ("/0/voices/1/state", json!([]), "$[0].voices[1].state: not a text"),
        ("/0/themes", json!("a"), "$[0].themes: not a list"),
        ("/1/id", json!("x#1.1"), "$[1].id: stands twice"),
        ("", json!({}), "$: not a list"),
    ] {
        let mut json = json!([unit("x#1.1"), unit("x#1.2")]);
        *json.pointer_mut(pointer).unwrap() = value;
        assert_eq!(Coding::of(&json).unwrap_err().to_string(), wanted);
    }
}

/// The figures printed in `docs/data.md`.
const PRINTED: &str = "\
field                 n  agree %  alpha
polarity            113     90.3  0.876
scope kind          113     86.7  0.803
scope states        113     97.3  0.915
voice               113     98.2  0.969
voice's kind        113     98.2  0.968
voice's state       113    100.0  1.000
voice's quantifier  113     94.7  0.917
first theme         113     85.8  0.853
themes              113     62.8  0.722
populations         113     96.5  0.848
actors named        113     97.3  0.945
period              113     87.6  0.846
certainty           113    100.0      –
sources             113     96.5  0.976
units in both 113, only in the first 578, only in the second 3
";

#[test]
fn the_two_codings_of_this_report_agree_as_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/coding");
    let read = |name: &str| Coding::read(&folder.join(name)).unwrap();
    let table =
        CoderAgreement::of(&read("findings-first.json"), &read("findings-second.json")).unwrap().table();
    assert_eq!(table, PRINTED);
}
