//! Regression tests of coding rules, and wordings that no text may have.
//!
//! Each case is listed with its rule in `docs/coding-decisions.md`.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::author::show::show;
use cisconf_core::text::{Key, Lang, t};
use cisconf_core::view::codebook;
use serde_json::{Value, json};

static DATA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn rows(collection: &str) -> &'static [Value] {
    DATA[collection].as_array().unwrap()
}

fn datum(collection: &str, id: &str) -> &'static Value {
    let found = rows(collection).iter().find(|x| x["id"] == id);
    assert!(found.is_some(), "{collection}: no {id}");
    found.unwrap()
}

fn caveat(id: &str) -> &'static Value {
    DATA["meta"]["caveats"].as_array().unwrap().iter().find(|x| x["id"] == id).unwrap()
}

/// Returns the findings `{section}{unit}`, for units separated by spaces.
fn findings(section: &str, units: &str) -> Vec<&'static Value> {
    let all: Vec<_> =
        units.split_whitespace().map(|unit| datum("findings", &format!("{section}{unit}"))).collect();
    assert!(!all.is_empty());
    all
}

fn all_are(found: &[&Value], field: &str, value: &Value) {
    for x in found {
        assert_eq!(&x[field], value, "{}.{field}", x["id"]);
    }
}

fn carries(x: &Value, caveat: &str) -> bool {
    x["caveats"].as_array().is_some_and(|all| all.iter().any(|c| c == caveat))
}

fn says(x: &Value, field: &str, en: &str, ru: &str) {
    for (lang, part) in [("en", en), ("ru", ru)] {
        let text = x[field][lang].as_str().unwrap();
        assert!(text.contains(part), "{}.{field}: no «{part}» in «{text}»", x["id"]);
    }
}

fn without(x: &Value, field: &str, en: &str, ru: &str) {
    for (lang, part) in [("en", en), ("ru", ru)] {
        let text = x[field][lang].as_str().unwrap();
        assert!(!text.contains(part), "{}.{field}: «{part}» in «{text}»", x["id"]);
    }
}

// ------------------------------------------------------------------------ records

#[test]
fn a_year_next_to_a_name_is_not_the_year_of_conclusion() {
    for x in findings("gov.legislation.agreements#", "5.1 5.2") {
        says(x, "summary", "years from 1994 to 1998", "в докладе указаны годы с 1994 по 1998");
        assert!(carries(x, "year-meaning-not-stated"), "{}", x["id"]);
    }
    let georgia = datum("findings", "gov.legislation.agreements#5.3");
    says(georgia, "summary", "beside which the year 1994 is printed", "указан 1994 год");
    // Page 12 says "signed … in 1997" of Armenia only; every other year is printed next to a name.
    let signed: Vec<_> = rows("agreements").iter().filter(|x| x.get("signed").is_some()).collect();
    let ids: Vec<_> = signed.iter().map(|x| x["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["arm-rus-migration-1997", "arm-rus-residence-1997"]);
}

#[test]
fn what_must_be_is_a_need_and_what_is_proposed_a_proposal() {
    all_are(&findings("report.n42.", "2 3 4 5 6 7"), "polarity", &json!("need"));
    all_are(&findings("future.ngos.partnerships#", "1.3 1.4 1.5 1.6"), "polarity", &json!("need"));
    let others = "ngo.overview#2.2 future.issues#4.8 future.approaches.national-base#1.2 report.n40.1 \
        gov.bilateral#1.11 future.support.donors#1.3 future.issues#3.5 gov.capacity.human.focus#2.2 \
        gov.capacity.human.challenges#2.4";
    all_are(&findings("", others), "polarity", &json!("need"));
    all_are(&findings("future.approaches.west#", "1.4 1.5"), "polarity", &json!("proposal"));
}

#[test]
fn an_event_without_a_judgement_is_a_fact() {
    let structures = "3.1 4.2 6.1 7.1 7.2 8.2 8.3 8.4 8.5 8.6 8.7 9.1 11.1";
    all_are(&findings("gov.capacity.structures#", structures), "polarity", &json!("fact"));
    let agreements = "1.1 1.2 2.1 2.2 3.1 4.1 4.2 5.1 5.2 5.3 5.4 5.5 5.6 6.1 6.2";
    all_are(&findings("gov.legislation.agreements#", agreements), "polarity", &json!("fact"));
    let others = "gov.capacity.human.sources#1.4 gov.capacity.human.fields#1.3 gov.capacity.human.fields#2.1 \
        gov.legislation.national#1.1 gov.legislation.national#1.2 report.n26.1 ngo.of-governments#5.4 \
        future.issues#3.4";
    all_are(&findings("", others), "polarity", &json!("fact"));
    // If the judgement is in another unit, that unit is cited too.
    for (id, unit) in [
        ("gov.capacity.structures#1.1", "report.n7"),
        ("report.n31.1", "ngo.by-governments#7"),
        ("report.n31.2", "ngo.by-governments#7"),
        ("report.n32.1", "ngo.by-governments#7"),
    ] {
        let x = datum("findings", id);
        assert_eq!((&x["polarity"], &x["sources"][1]), (&json!("achievement"), &json!(unit)), "{id}");
    }
}

#[test]
fn one_claim_stands_in_one_finding() {
    let russia = datum("findings", "future.approaches.sub-regional#3.3");
    without(russia, "summary", "transparen", "транспарент");
    says(datum("findings", "future.approaches.sub-regional#3.4"), "summary", "transparent", "транспарентн");
    let georgia = datum("findings", "future.approaches.sub-regional#4.4");
    without(georgia, "summary", "warn", "предупрежд");
    says(datum("findings", "future.approaches.sub-regional#4.5"), "summary", "warns", "предупреждает");
    without(datum("findings", "future.approaches#1.6"), "summary", "differences", "различий");
    without(datum("findings", "gov.bilateral#1.7"), "summary", "isolated", "изолир");
}

#[test]
fn a_summary_says_what_the_unit_says() {
    let seminar = datum("findings", "gov.capacity.human.fields#3.3");
    says(seminar, "summary", "possibility of ratifying", "о возможности ратификации");
    says(seminar, "summary", "displaced persons", "перемещённых лицах");
    let quoted = datum("findings", "report.n37.2");
    says(quoted, "summary", "go on for the good of the CIS", "должны продолжаться на благо стран СНГ");
    says(datum("findings", "gov.interorg#5.1"), "summary", "active in the region", "работающими в регионе");
    says(datum("findings", "ngo.of-governments#7.4"), "summary", "forums", "Площадки");
}

#[test]
fn a_finding_has_the_state_of_its_event() {
    let states = |collection: &str, id: &str| match collection {
        "events" => datum(collection, id)["states"].clone(),
        _ => {
            let scope = &datum(collection, id)["scope"];
            assert_eq!(scope["kind"], "named", "{id}");
            scope["states"].clone()
        }
    };
    for (finding, event, expected) in [
        ("gov.capacity.exchange#2.5", "moscow-course-1999", json!(["ARM", "GEO", "RUS"])),
        ("gov.recognition.cis-issues#1.3", "propiska-meeting-1997", json!(["UKR"])),
        ("report.n21.5", "fdp-meeting-2000", json!(["KAZ"])),
        ("gov.capacity.human.focus#3.3", "bmmc-created", json!(["KGZ"])),
        ("gov.capacity.human.focus#3.5", "bmmc-three-states-1999", json!(["KGZ"])),
    ] {
        assert_eq!(states("findings", finding), expected, "{finding}");
        assert_eq!(states("events", event), expected, "{event}");
    }
    for (collection, id) in [
        ("events", "bmmc-created"),
        ("events", "bmmc-three-states-1999"),
        ("findings", "gov.capacity.human.focus#3.3"),
        ("findings", "gov.capacity.human.focus#3.4"),
        ("findings", "gov.capacity.human.focus#3.5"),
    ] {
        assert!(carries(datum(collection, id), "bmmc-seat"), "{id}: the seat is this project's reading");
    }
}

#[test]
fn voice_and_scope_are_those_of_the_text() {
    all_are(&findings("gov.intergov#", "6.1"), "voices", &json!([{"kind": "evaluator"}]));
    all_are(&findings("gov.affiliations#", "1.2 1.3 2.1"), "scope", &json!({"kind": "most"}));
    all_are(&findings("gov.affiliations#", "2.2"), "scope", &json!({"kind": "some"}));
    let one = json!({"kind": "some", "count": 1});
    all_are(&findings("gov.affiliations#", "2.3 2.4 2.5 2.6"), "scope", &one);
    all_are(&findings("report.n34.", "1"), "scope", &json!({"kind": "not-about-states"}));
}

#[test]
fn themes_and_periods_are_those_of_the_text() {
    for x in findings("gov.overview#", "1.1 3.1 3.2") {
        assert_eq!(x["themes"][0], "process", "{}", x["id"]);
    }
    let of_ngos = "ngo.overview#1.4 ngo.achievement.structural#1.3 ngo.achievement.organisational#3.3 \
        summary.ngos#1.5 summary.ngos#1.6 ngo.achievement.organisational#1.1";
    for x in findings("", of_ngos) {
        assert_eq!(x["themes"][0], "ngo-capacity", "{}", x["id"]);
    }
    assert_eq!(datum("findings", "report.n42.2")["themes"], json!(["human-rights", "vulnerable"]));
    let laws = json!(["national-legislation", "implementation-gap"]);
    assert_eq!(datum("findings", "gov.legislation.national#2.2")["themes"], laws);
    assert_eq!(datum("laws", "tjk-refugees")["themes"], json!(["national-legislation"]));
    let periods = json!(["before", "preparatory", "during"]);
    all_are(&findings("gov.legislation.agreements#", "5.1 5.2"), "period", &periods);
    all_are(&findings("gov.intergov#", "4.1"), "period", &periods);
}

#[test]
fn nothing_dated_or_planned_is_missing() {
    let magazine = datum("events", "horizonti-1999");
    assert_eq!(magazine["date"], "1999-21");
    assert_eq!(magazine["sources"], json!(["report.n34"]));
    says(magazine, "title", "volume 7", "т. 7");
    for x in rows("indicators") {
        assert!(carries(x, "annexb-taken-from"), "{}", x["id"]);
    }
    says(caveat("annexb-taken-from"), "text", "page 15", "с. 15");
    says(datum("events", "iom-migration-cis-1999"), "title", "page 15", "с. 15");
    let leads = &datum("working_groups", "refugee-law-protection")["leads"];
    assert_eq!(leads[1], json!({"actor": "FRAC", "role": "de-facto", "from": "1998", "to": "1998"}));
    assert_eq!(leads[2]["from"], "1999");
    let department = datum("bodies", "arm-migration-department");
    assert_eq!(department["events"][1]["kind"], "planned");
    says(&department["events"][1], "note", "Field offices", "Местные отделения");
    assert!(department["sources"].as_array().unwrap().contains(&json!("gov.intergov.cohesion#3")));
}

#[test]
fn a_summary_stands_alone() {
    let needs_the_one_before =
        ["Other ", "Another ", "A further ", "A second ", "A third ", "These ", "This ", "Such "];
    for x in rows("findings") {
        let text = x["summary"]["en"].as_str().unwrap();
        assert!(!needs_the_one_before.iter().any(|begin| text.starts_with(begin)), "{}: {text}", x["id"]);
        for part in ["similar agreements", "these programmes", "such processes", "UTO"] {
            assert!(!text.contains(part), "{}: {text}", x["id"]);
        }
    }
    for (id, en, ru) in [
        ("gov.capacity.human.fields#2.3", "Migration Management", "управления миграцией"),
        ("report.n27.1", "unregistered NGOs", "незарегистрированных НПО"),
        ("report.n23.1", "dissatisfaction", "неудовлетворённости"),
        ("future.ngos.partnerships#1.4", "supporting NGOs", "поддержки НПО"),
        ("future.ngos.partnerships#1.6", "supporting NGOs", "поддержки НПО"),
        ("gov.legislation.agreements#4.2", "employment and social protection", "социальной защите"),
        ("future.support.promotion#1.4", "processes on migration", "процессы в области миграции"),
        ("ngo.by-governments#5.3", "One of three critical", "Одно из трёх"),
        ("gov.interorg#3.2", "United Tajik Opposition", "Объединённой таджикской оппозиции"),
    ] {
        says(datum("findings", id), "summary", en, ru);
    }
}

#[test]
fn a_short_name_is_the_whole_name_or_the_code() {
    for x in rows("states") {
        for lang in ["en", "ru"] {
            let short = &x["short"][lang];
            assert!(*short == x["name"][lang] || *short == x["id"], "{short}");
        }
    }
}

/// Visible labels must be part of the accessible name, for users of speech input.
#[test]
fn the_short_name_of_a_row_stands_in_its_accessible_name() {
    fn visit(value: &Value, rows: &mut usize) {
        match value {
            Value::Object(x) => {
                if let (Some(short), Some(_)) = (x.get("short"), x.get("key")) {
                    let accessible = x.get("label").unwrap_or(&x["name"]).as_str().unwrap();
                    assert!(accessible.contains(short.as_str().unwrap()), "{short} in {accessible}");
                    *rows += 1;
                }
                x.values().for_each(|value| visit(value, rows));
            }
            Value::Array(all) => all.iter().for_each(|value| visit(value, rows)),
            _ => {}
        }
    }
    let ds = cisconf_core::embedded().unwrap();
    for link in ["#/", "#/instruments", "#/agreements", "#/groupings?v=1&tab=method"] {
        for lang in [Lang::En, Lang::Ru] {
            let shown = show(&ds, link, Some(lang)).unwrap();
            let mut rows = 0;
            visit(&serde_json::from_str(&shown.json).unwrap(), &mut rows);
            assert!(rows >= 12, "{link}: {rows}");
        }
    }
}

#[test]
fn a_doubt_belongs_to_the_event_and_the_agreement_too() {
    let missions = datum("events", "rus-missions-1996");
    says(missions, "title", "after Turkmenistan", "после Туркменистана");
    assert!(carries(missions, "fms-missions-year"));
    says(&datum("bodies", "rus-fms-missions")["events"][0], "note", "after the last", "после последней");
    let kyrgyz = datum("agreements", "kgz-central-asia-migration");
    assert!(carries(kyrgyz, "central-asia-candidates"));
    assert_eq!(kyrgyz["parties"], json!(["KGZ"]), "candidates are no parties");
    let candidates = caveat("central-asia-candidates");
    let group = &datum("schemes", "central-asia")["groups"][0]["states"];
    for key in group.as_array().unwrap().iter().filter(|key| **key != "KGZ") {
        let name = &datum("states", key.as_str().unwrap())["name"];
        says(candidates, "text", name["en"].as_str().unwrap(), name["ru"].as_str().unwrap());
    }
}

#[test]
fn only_international_organisations_are_called_so() {
    let kinds = [
        ("process-body", "STEERING FRIENDS SECRETARIAT NGO-FUND NGO-GROUPS WORKING"),
        ("state-body", "FMS"),
        ("national-society", "LRC NSRCT RED-CROSS"),
        ("other", "UTO"),
    ];
    for (kind, ids) in kinds {
        let found: Vec<_> =
            rows("actors").iter().filter(|x| x["kind"] == kind).map(|x| x["id"].as_str().unwrap()).collect();
        let mut expected: Vec<_> = ids.split(' ').collect();
        expected.sort_unstable();
        assert_eq!(found, expected, "{kind}");
    }
}

// ------------------------------------------------------------------------ wordings

/// Returns every text in a language: of the data, the interface and the codebook.
fn texts(lang: Lang) -> Vec<String> {
    fn collect(value: &Value, lang: &str, into: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| match value {
                Value::String(text) if name == lang => into.push(text.clone()),
                value => collect(value, lang, into),
            }),
            Value::Array(all) => all.iter().for_each(|value| collect(value, lang, into)),
            _ => {}
        }
    }
    let mut all: Vec<String> = Key::ALL.iter().map(|key| t(lang, *key).to_owned()).collect();
    let (name, place) = match lang {
        Lang::En => ("en", 0),
        Lang::Ru => ("ru", 1),
    };
    collect(&DATA, name, &mut all);
    all.extend(codebook::entries(lang).into_iter().map(|entry| entry.meaning[place].to_owned()));
    assert!(all.len() > 2_000, "{}", all.len());
    all
}

fn refuses(lang: Lang, wordings: &[&str]) {
    let texts = texts(lang);
    let lower: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let faults: Vec<String> = wordings
        .iter()
        .flat_map(|wording| {
            assert_eq!(*wording, wording.to_lowercase());
            let found = lower.iter().zip(&texts).filter(move |(lower, _)| lower.contains(wording));
            found.map(move |(_, text)| format!("«{wording}»: {text}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn english_texts_have_no_calque_and_no_cut_name() {
    let wordings =
        [", by the report", "are by the report", "review report", "russian fed.", "rep. of", "on premises"];
    refuses(Lang::En, &wordings);
    for text in texts(Lang::En) {
        assert!(!text.starts_with("By the report"), "{text}");
    }
}

#[test]
fn russian_texts_follow_the_usage_of_the_united_nations() {
    refuses(
        Lang::Ru,
        &[
            // Reservations to treaties; a report does not speak.
            "оговорки",
            "оговорка",
            "оговорок",
            "по докладу",
            "по ответу",
            "по оценке доклада",
            "доклад говорит",
            "доклад не говорит",
            "доклад датирует",
            "доклад не датирует",
            "доклад называет",
            "доклад не называет",
            "доклад упоминает",
            "доклад приводит",
            "доклад не приводит",
            "доклад описывает",
            "доклад ставит",
            "доклад считает",
            "доклад относит",
            "доклад призывает",
            "доклад не уточняет",
            "доклад исключает",
            "доклад отсылает",
            "сноска говорит",
            // Loan translations.
            "по меньшей мере заключ",
            "голос",
            "потенциал для осуществления",
            "потенциалом для",
            "потенциала для осуществления",
            "миграционный портфель",
            "отделение связи",
            "внешнего эксперта",
            "финансовые нормы",
            "указ, декрет",
            "центральный орган по делам беженцев",
            "центральное управление по делам беженцев,",
            // Synonyms of the chosen term.
            "ликвидирован",
            "департамент миграции",
            "мфкк",
            "литовский красный",
            "литовским красным",
            "начальные гранты",
            "гармониз",
            "прозрачн",
            "великобритан",
            // Abbreviated names.
            "российская фед.",
            "респ. молдова",
        ],
    );
}

#[test]
fn the_republic_of_moldova_has_its_whole_name_in_russian() {
    for text in texts(Lang::Ru) {
        for (at, _) in text.match_indices("Молдов") {
            let before = text[..at].split_whitespace().next_back().unwrap_or_default();
            assert!(before.starts_with("Республик"), "{text}");
        }
    }
}
