//! Compares the codebook with the JSON Schema, which is generated from the types.

use serde_json::Value;

use super::*;
use crate::text::Lang;

const SCHEMA: &str = include_str!("../../../../../data/schema.json");

/// Returns the definition behind a reference, nullable or not.
fn resolved<'a>(schema: &'a Value, value: &'a Value) -> &'a Value {
    let value = value["anyOf"].as_array().map_or(value, |of| &of[0]);
    match value["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        Some(name) => &schema["$defs"][name],
        None => value,
    }
}

fn compare(schema: &Value, found: &Value, fields: &[Field], at: &str) {
    let properties = found["properties"].as_object().unwrap_or_else(|| panic!("{at}: no object"));
    let names: Vec<&str> = fields.iter().map(|f| f.name).collect();
    for name in properties.keys() {
        assert!(names.contains(&name.as_str()), "{at}.{name} is missing from the codebook");
    }
    assert_eq!(names.len(), properties.len(), "{at}: {names:?}");
    let required: Vec<&str> =
        found["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for field in fields {
        let at = format!("{at}.{}", field.name);
        let property = &properties[field.name];
        assert_eq!(required.contains(&field.name), !field.optional, "{at}: may it be missing?");
        let is_list = property["type"] == "array";
        assert_eq!(is_list, field.many, "{at}: a list?");
        let one = resolved(
            schema,
            if is_list && property.get("items").is_some() { &property["items"] } else { property },
        );
        let kind = match &one["type"] {
            Value::Array(types) => &types[0],
            one => one,
        };
        match field.kind {
            Kind::Of(inside) | Kind::OwnTable(inside) => compare(schema, one, inside, &at),
            Kind::Text => assert!(one["properties"]["en"].is_object(), "{at}: a text?"),
            Kind::Word(words) => {
                let values = one["oneOf"].as_array().unwrap_or_else(|| panic!("{at}: no words"));
                let ids: Vec<&str> = values.iter().filter_map(|v| v["const"].as_str()).collect();
                assert_eq!(ids, words.iter().map(|(id, _)| *id).collect::<Vec<_>>(), "{at}");
            }
            Kind::YesNo => assert_eq!(kind, "boolean", "{at}"),
            Kind::Number => assert_eq!(kind, "integer", "{at}"),
            Kind::Id | Kind::Ref(_) | Kind::Plain | Kind::Date => assert_eq!(kind, "string", "{at}"),
        }
    }
}

#[test]
fn every_collection_and_field_of_the_schema_is_in_the_codebook() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    for name in properties.keys().filter(|name| *name != "schema") {
        let collection = collection(name).unwrap_or_else(|| panic!("{name} is missing from the codebook"));
        let property = &properties[name];
        let one = if property["type"] == "array" { &property["items"] } else { property };
        compare(&schema, resolved(&schema, one), collection.fields, name);
    }
    assert_eq!(COLLECTIONS.iter().filter(|c| c.path.len() == 1).count(), properties.len() - 1);
}

#[test]
fn every_meaning_is_said_in_both_languages() {
    fn check(fields: &[Field], at: &str) {
        for field in fields {
            let [en, ru] = field.meaning;
            let cyrillic = |text: &str| text.contains(|c| matches!(c, 'А'..='я' | 'ё'));
            assert!(!en.is_empty() && !cyrillic(en), "{at}.{}", field.name);
            assert!(cyrillic(ru) || ru == en, "{at}.{}", field.name);
            check(field.inside(), field.name);
        }
    }
    for c in COLLECTIONS.iter().chain([&LONG_TABLE]) {
        check(c.fields, c.name);
        assert!(c.meaning.iter().all(|text| !text.is_empty()), "{}", c.name);
    }
}

#[test]
fn a_field_says_what_it_may_hold() {
    let entries = entries(Lang::En);
    let values = |path: &str| &entries.iter().find(|e| e.path == path).unwrap().values;
    assert_eq!(
        values("findings.scope.kind"),
        "named (the states that it names); all (all states); most (most states, not named); some (some states, not named); not-about-states"
    );
    assert_eq!(values("findings.voices.except"), "list: id of states; optional");
    assert!(values("laws.status").starts_with("in-force; adopted; draft;"));
    assert_eq!(values("meta.caveats.text"), "text in English and Russian");
}
