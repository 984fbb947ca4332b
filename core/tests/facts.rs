//! Tests facts that were counted manually from the table on page 43 and the treaty dates.
//!
//! Expected values are literals or naive loops over the bundle's JSON: none is computed by the code
//! under test.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use cisconf_core::analysis::measures::Partition;
use cisconf_core::analysis::{
    AgreementProgress, PairIndex, PartyStatus, assistance_links, blocks, gaps, links, parties,
    parties_to_both, party_status,
};
use cisconf_core::model::{AssistanceId, Dataset, Day, InstrumentId, Party, StateId, StateSet, check};
use cisconf_core::query::{self, FacetContext, FacetKey, Filter, FindingsIndex};

use cisconf_core::state::decode;
use cisconf_core::text::{Key, Lang, t};
use cisconf_core::view::{self, Glyph, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

/// The table of page 43, as printed: `x` is a mark.
const TABLE: [(&str, &str); 12] = [
    ("ARM", "x x x x x x x x x"),
    ("AZE", "x x x x x x x x x"),
    ("BLR", ". x . . x x x x x"),
    ("GEO", "x x . . x x x x x"),
    ("KAZ", "x x . . . . x x x"),
    ("KGZ", "x x . . x x x x x"),
    ("MDA", ". x . . x x x x x"),
    ("RUS", "x x . . x x x x x"),
    ("TJK", "x . . . x x x x x"),
    ("TKM", "x . . . x x x x x"),
    ("UKR", ". x . . x x x x x"),
    ("UZB", ". x . . x x x x x"),
];
const COLUMNS: [&str; 9] =
    ["CSR51", "PPCG48", "CSSP54", "CRS61", "ICCPR66", "ICESCR66", "CAT84", "CERD65", "CRC89"];

/// Marked cells that the report dates to the process (page 10).
const JOINED_BY_REPORT: [&str; 4] = ["GEO CSR51", "KAZ CSR51", "KGZ CSR51", "TKM CSR51"];

/// Marked cells without a period in the report, with a deposit on or after 30 May 1996.
const JOINED_BY_TREATY_DATE: [&str; 18] = [
    "AZE CAT84",    // 1996-08-16
    "AZE CERD65",   // 1996-08-16
    "AZE CRS61",    // 1996-08-16
    "AZE CSSP54",   // 1996-08-16
    "AZE PPCG48",   // 1996-08-16
    "GEO CERD65",   // 1999-06-02
    "KAZ CAT84",    // 1998-08-26
    "KAZ CERD65",   // 1998-08-26
    "KAZ PPCG48",   // 1998-08-26
    "KGZ CAT84",    // 1997-09-05
    "KGZ CERD65",   // 1997-09-05
    "KGZ PPCG48",   // 1997-09-05
    "TJK ICCPR66",  // 1999-01-04
    "TJK ICESCR66", // 1999-01-04
    "TKM CAT84",    // 1999-06-25
    "TKM ICCPR66",  // 1997-05-01
    "TKM ICESCR66", // 1997-05-01
    "UZB PPCG48",   // 1999-09-09
];

fn state(key: &str) -> StateId {
    DS.state_by_key(key).unwrap()
}

fn states(keys: &str) -> StateSet {
    keys.split_whitespace().map(state).collect()
}

fn instrument(key: &str) -> InstrumentId {
    DS.instrument_by_key(key).unwrap()
}

fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

/// Returns the cells with a wanted status as sorted `STATE INSTRUMENT` keys.
fn cells(ds: &Dataset, as_of: Option<Day>, wanted: impl Fn(PartyStatus) -> bool) -> Vec<String> {
    let all = ds.all_states().iter().flat_map(|s| ds.instrument_ids().map(move |i| (s, i)));
    let fit = all.filter(|(s, i)| wanted(party_status(ds, as_of, *s, *i)));
    let mut keys: Vec<_> =
        fit.map(|(s, i)| format!("{} {}", ds.state(s).key, ds.instrument(i).key)).collect();
    keys.sort();
    keys
}

fn printed() -> Vec<String> {
    let mut keys = Vec::new();
    for (state, row) in TABLE {
        let marks = row.split(' ').zip(COLUMNS).filter(|(mark, _)| *mark == "x");
        keys.extend(marks.map(|(_, column)| format!("{state} {column}")));
    }
    keys.sort();
    keys
}

fn screen(link: &str) -> view::Screen {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view::screen(&DS, &INDEX, &decoded)
}

fn instruments(link: &str) -> view::Instruments {
    view::instruments(ViewContext { ds: &DS, index: &INDEX, state: &decode(link, &DS).state })
}

// ------------------------------------------------------------------------ the table

#[test]
fn the_table_is_the_printed_one() {
    let columns: Vec<_> = DS.instruments.iter().map(|i| i.key.as_str()).collect();
    assert_eq!(columns, COLUMNS);
    assert_eq!(cells(&DS, None, PartyStatus::is_party), printed());
    assert_eq!(printed().len(), 80);
    let view = instruments("#/instruments");
    assert!(view.sentences[0].starts_with("80 of 108 "), "{:?}", view.sentences);
    let rows: Vec<_> = view.blocks[0].rows.iter().map(|row| (row.key.as_str(), row.count.as_str())).collect();
    let by_hand = "ARM 9, AZE 9, BLR 6, GEO 7, KAZ 5, KGZ 7, MDA 6, RUS 7, TJK 6, TKM 6, UKR 6, UZB 6";
    assert_eq!(rows, by_hand.split(", ").map(|row| row.split_once(' ').unwrap()).collect::<Vec<_>>());
    let total: Vec<_> = view.total.iter().map(|count| count.text.trim_end_matches(" of 12")).collect();
    assert_eq!(total, ["8", "10", "2", "2", "11", "11", "12", "12", "12"]);
}

#[test]
fn armenia_and_azerbaijan_are_party_to_all_nine() {
    let all: StateSet = DS
        .all_states()
        .iter()
        .filter(|s| DS.instrument_ids().all(|i| parties(&DS, None, i).has(*s)))
        .collect();
    assert_eq!(all, states("ARM AZE"));
    let sentences = instruments("#/instruments").sentences;
    assert!(sentences.contains(&"Party to all 9: Armenia and Azerbaijan.".to_owned()), "{sentences:?}");
    let without = instruments("#/instruments?s=BLR.GEO").sentences;
    assert!(without.contains(&"No state shown is party to all 9.".to_owned()), "{without:?}");
}

#[test]
fn refugee_instruments_by_the_sub_regions_of_ukraines_examples() {
    let groups: Vec<_> = instruments("#/instruments?g=ukraine")
        .blocks
        .into_iter()
        .map(|block| (block.name.unwrap(), block.badge.is_some(), block.counts[0].text.clone()))
        .collect();
    let wanted = [
        ("Eastern Europe", true, "0 of 3"),
        ("Trans-Caucasus", true, "3 of 3"),
        ("Central Asia", true, "4 of 5"),
        ("Russian Federation (one state)", false, "1 of 1"),
    ];
    assert_eq!(groups, wanted.map(|(name, inferred, count)| (name.to_owned(), inferred, count.to_owned())));
}

#[test]
fn states_outside_a_scheme_stand_last_and_are_no_group() {
    let scheme = DS.scheme_by_key("central-asia").map(|id| DS.scheme(id));
    let found: Vec<_> =
        blocks(scheme, states("KGZ ARM UZB RUS")).into_iter().map(|b| (b.group, b.states)).collect();
    assert_eq!(found, [(Some(0), states("KGZ UZB")), (None, states("ARM RUS"))]);
    let view = instruments("#/instruments?g=central-asia&s=KGZ.ARM.UZB.RUS");
    assert_eq!(view.blocks.iter().map(|b| b.counts.len()).collect::<Vec<_>>(), [9, 0]);
    assert!(view.gaps.iter().all(|gap| gap.group == "Central Asia"), "{:?}", view.gaps);
}

// ------------------------------------------------------------------------ dates of joining

#[test]
fn joined_during_the_process_by_report_and_by_treaty_date() {
    assert_eq!(DS.meta.process_start, Day::new(1996, 5, 30).unwrap());
    assert_eq!(cells(&DS, None, |s| s == PartyStatus::JoinedReport), JOINED_BY_REPORT);
    assert_eq!(cells(&DS, None, |s| s == PartyStatus::JoinedTreaty), JOINED_BY_TREATY_DATE);
    assert_eq!(
        cells(&DS, None, |s| s == PartyStatus::PartyBefore),
        ["ARM CSR51", "AZE CSR51", "RUS CSR51", "TJK CSR51"]
    );
    assert_eq!(cells(&DS, None, |s| s == PartyStatus::Party).len(), 80 - 4 - 4 - 18);
}

#[test]
fn the_process_begins_on_the_day_of_the_conference() {
    // The same cell with a deposit on the day of the Conference and on the day before.
    for (date, wanted) in [("1996-05-30", PartyStatus::JoinedTreaty), ("1996-05-29", PartyStatus::Party)] {
        let mut raw = RAW.clone();
        let cells = raw["participation"].as_array_mut().unwrap();
        let cell = cells.iter_mut().find(|c| c["state"] == "AZE" && c["instrument"] == "CAT84").unwrap();
        cell["acts"][0]["date"] = date.into();
        let ds = check(&cisconf_core::model::raw::read_bundle(&raw.to_string()).unwrap()).unwrap();
        assert_eq!(party_status(&ds, None, state("AZE"), instrument("CAT84")), wanted, "{date}");
    }
}

#[test]
fn as_of_a_date() {
    // The dated acts alone reproduce the table of early 2000 in every cell.
    assert_eq!(cells(&DS, day("2000-03-31"), PartyStatus::is_party), printed());
    // The day before the Conference: the printed columns without those that joined since.
    let eve: Vec<_> = DS.instrument_ids().map(|i| parties(&DS, day("1996-05-29"), i).len()).collect();
    assert_eq!(eve, [4, 6, 1, 1, 9, 9, 8, 8, 12]);
    assert_eq!(eve.iter().sum::<usize>(), 80 - 4 - 18);
    assert_eq!(cells(&DS, day("1996-05-29"), |s| s == PartyStatus::JoinedOn), [""; 0]);
    let mut joined = [&JOINED_BY_REPORT[..], &JOINED_BY_TREATY_DATE[..]].concat();
    joined.sort_unstable();
    assert_eq!(cells(&DS, day("2000-12-31"), |s| s == PartyStatus::JoinedOn), joined);
    // A deposit counts from its own day: Azerbaijan made five on 16 August 1996.
    let azerbaijan =
        |date| DS.instrument_ids().filter(|i| parties(&DS, day(date), *i).has(state("AZE"))).count();
    assert_eq!(["1992-08-12", "1996-08-15", "1996-08-16"].map(azerbaijan), [0, 4, 9]);
}

// ------------------------------------------------------------------------ missing members

#[test]
fn who_has_not_yet_joined_what() {
    let ten = "BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB";
    let all = "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB";
    let cases: [(&str, &[(&str, &str)]); 7] = [
        ("BLR MDA UKR", &[("BLR MDA UKR", "CSR51 CSSP54 CRS61")]),
        ("ARM AZE GEO", &[("GEO", "CSSP54 CRS61")]),
        (
            "KAZ KGZ TJK TKM UZB",
            &[
                ("UZB", "CSR51"),
                ("TJK TKM", "PPCG48"),
                ("KAZ KGZ TJK TKM UZB", "CSSP54 CRS61"),
                ("KAZ", "ICCPR66 ICESCR66"),
            ],
        ),
        ("RUS", &[("RUS", "CSSP54 CRS61")]),
        ("ARM AZE", &[]),
        ("AZE MDA TKM UZB", &[("MDA UZB", "CSR51"), ("TKM", "PPCG48"), ("MDA TKM UZB", "CSSP54 CRS61")]),
        (
            all,
            &[
                ("BLR MDA UKR UZB", "CSR51"),
                ("TJK TKM", "PPCG48"),
                (ten, "CSSP54 CRS61"),
                ("KAZ", "ICCPR66 ICESCR66"),
            ],
        ),
    ];
    for (members, wanted) in cases {
        let found: Vec<_> =
            gaps(&DS, None, states(members)).into_iter().map(|gap| (gap.not_yet, gap.instruments)).collect();
        let wanted: Vec<_> = wanted
            .iter()
            .map(|(who, what)| (states(who), what.split(' ').map(instrument).collect()))
            .collect();
        assert_eq!(found, wanted, "{members}");
    }
    let row = &instruments("#/instruments?g=ukraine").gaps[0];
    let instruments: Vec<_> = row.instruments.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        (row.group.as_str(), instruments.join(", ").as_str()),
        ("Eastern Europe", "CSR 51/CSRP 67, CSSP 54, CRS 61")
    );
    assert_eq!(row.not_yet, "no member yet: Belarus, Republic of Moldova and Ukraine");
}

#[test]
fn instrument_by_instrument() {
    let triangle: [&[usize]; 9] = [
        &[8],
        &[6, 10],
        &[2, 2, 2],
        &[2, 2, 2, 2],
        &[7, 9, 2, 2, 11],
        &[7, 9, 2, 2, 11, 11],
        &[8, 10, 2, 2, 11, 11, 12],
        &[8, 10, 2, 2, 11, 11, 12, 12],
        &[8, 10, 2, 2, 11, 11, 12, 12, 12],
    ];
    let rows = instruments("#/instruments").pairs.rows;
    assert_eq!(
        rows.iter().map(|row| row.iter().map(|cell| cell.n).collect::<Vec<_>>()).collect::<Vec<_>>(),
        triangle
    );
    assert_eq!(parties_to_both(&DS, None, instrument("CSSP54"), instrument("CRC89")), states("ARM AZE"));
}

// ------------------------------------------------------------------------ agreements

/// Whether the JSON names both states as parties of an agreement without collective wording.
fn names(agreement: &Value, a: &str, b: &str) -> bool {
    let parties = agreement["parties"].as_array().unwrap();
    agreement.get("parties_unnamed").is_none() && parties.contains(&a.into()) && parties.contains(&b.into())
}

#[test]
fn pairs_with_an_agreement() {
    let pair_index = PairIndex::new(&DS, &DS.agreement_ids().collect::<Vec<_>>());
    let done = ["concluded", "signed", "partly-ratified", "ratified", "in-force"];
    let (mut concluded, mut pending) = (Vec::new(), Vec::new());
    for (i, (a, _)) in TABLE.iter().enumerate() {
        for (b, _) in &TABLE[i + 1..] {
            let all = RAW["agreements"].as_array().unwrap();
            let between: Vec<_> = all.iter().filter(|x| names(x, a, b)).collect();
            let keys: Vec<_> =
                pair_index.between(state(b), state(a)).iter().map(|id| &DS.agreement(*id).key).collect();
            assert_eq!(
                keys,
                between.iter().map(|x| x["id"].as_str().unwrap()).collect::<Vec<_>>(),
                "{a} {b}"
            );
            let wanted = if between.iter().any(|x| done.contains(&x["status"].as_str().unwrap())) {
                concluded.push(format!("{a} {b}"));
                AgreementProgress::Concluded
            } else if between.is_empty() {
                AgreementProgress::NoneNamed
            } else {
                pending.push(format!("{a} {b}"));
                AgreementProgress::Pending
            };
            assert_eq!(pair_index.progress(state(a), state(b)), wanted, "{a} {b}");
        }
    }
    // Read manually from pages 12 and 13.
    let by_hand = "ARM RUS, AZE KAZ, AZE KGZ, AZE RUS, BLR KGZ, BLR MDA, BLR RUS, BLR UKR, GEO RUS, KAZ RUS, \
                   KGZ RUS, MDA RUS, MDA UKR, RUS TJK, RUS TKM, UKR UZB";
    assert_eq!(concluded.join(", "), by_hand);
    assert_eq!(pending.join(", "), "AZE MDA, GEO MDA, MDA TJK, RUS UKR");
    assert_eq!(pair_index.pairs(DS.all_states(), DS.all_states(), AgreementProgress::Concluded), (16, 66));
    assert_eq!(pair_index.pairs(DS.all_states(), DS.all_states(), AgreementProgress::NoneNamed), (46, 66));
    // In Ukraine's sub-regions, the three pairs inside a group are all those of Eastern Europe.
    let of = |key: &str| {
        let groups = DS.scheme_by_key(key).map(|id| DS.scheme(id).groups.as_slice()).unwrap_or_default();
        let groups: Vec<_> = groups.iter().map(|group| group.states).collect();
        pair_index.within_and_between(Partition { groups: &groups, exclusive: true }, DS.all_states())
    };
    assert_eq!(of("ukraine"), ((3, 16), (13, 50)));
    // States without a group are not counted: five of twelve are in one.
    assert_eq!(of("central-asia"), ((0, 10), (0, 0)));
    let [ukr, rus, blr, uzb] = ["UKR", "RUS", "BLR", "UZB"].map(state);
    let set = |states: &[StateId]| states.iter().copied().collect::<StateSet>();
    let groups = [set(&[ukr, rus, blr]), set(&[ukr, blr]), set(&[uzb])];
    let overlapping = Partition { groups: &groups, exclusive: false };
    assert_eq!(
        pair_index.within_and_between(overlapping, DS.all_states()),
        ((2, 3), (1, 3)),
        "a pair counts once"
    );
    assert_eq!(pair_index.within_and_between(overlapping, set(&[uzb])), ((0, 0), (1, 3)));
}

#[test]
fn who_is_linked_with_whom() {
    let key = |party: Party| match party {
        Party::State(id) => DS.state(id).key.clone(),
        Party::Actor(id) => DS.actor(id).key.clone(),
    };
    let strings = |x: &Value| -> Vec<String> {
        x.as_array().unwrap().iter().map(|x| x.as_str().unwrap().to_owned()).collect()
    };
    let mut wanted: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for x in RAW["agreements"].as_array().unwrap().iter().filter(|x| x.get("parties_unnamed").is_none()) {
        let mut parties = strings(&x["parties"]);
        parties.sort();
        assert_eq!(parties.len(), 2, "with more parties, a line for each two of them");
        wanted.entry(parties).or_default().extend(x["id"].as_str().map(str::to_owned));
    }
    let all: Vec<_> = DS.agreement_ids().collect();
    let found = links(&DS, &all).into_iter().map(|link| {
        let mut ends = link.ends.map(key).to_vec();
        ends.sort();
        (ends, link.agreements.iter().map(|id| DS.agreement(*id).key.clone()).collect())
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), wanted);
    let outside: Vec<_> = wanted
        .keys()
        .filter(|p| p.iter().any(|p| DS.state_by_key(p).is_none()))
        .map(|p| p.join(" "))
        .collect();
    assert_eq!(outside.join(", "), "AZE TUR, DRC UNHCR, FRAC UNHCR, IOM UNHCR, MDA ROU, OSI UNHCR");

    let mut wanted: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for x in RAW["assistance"].as_array().unwrap() {
        for (from, to) in strings(&x["from"])
            .iter()
            .flat_map(|a| strings(&x["to"]).into_iter().map(move |b| (a.clone(), b)))
        {
            wanted.entry((from, to)).or_default().extend(x["id"].as_str().map(str::to_owned));
        }
    }
    let all: Vec<_> = (0..DS.assistance.len()).map(AssistanceId::from).collect();
    let found = assistance_links(&DS, &all).into_iter().map(|link| {
        let ids = link.assistance.iter().map(|id| DS.help(*id).key.clone()).collect();
        ((key(link.from), key(Party::State(link.to))), ids)
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), wanted);
    assert_eq!(wanted.len(), 45);
}

#[test]
fn what_several_share_links_each_to_each() {
    let mut raw = RAW.clone();
    for x in raw["agreements"].as_array_mut().unwrap().iter_mut().filter(|x| names(x, "AZE", "KAZ")) {
        x["parties"] = serde_json::json!(["AZE", "KAZ", "TUR"]);
    }
    let ds = check(&cisconf_core::model::raw::read_bundle(&raw.to_string()).unwrap()).unwrap();
    let id = ds.agreement_ids().find(|id| ds.agreement(*id).key == "aze-kaz-social-protection").unwrap();
    assert_eq!(links(&ds, &[id]).len(), 3);
    let help = |chosen: &str| {
        let mut filter = Filter::default();
        let facet_context = FacetContext { ds: &DS, scheme: None };
        for s in states(chosen).iter() {
            filter = filter.toggled(facet_context, FacetKey::State, s.ix());
        }
        let fitting = query::assistance(facet_context, &filter);
        (fitting.len(), assistance_links(&DS, &fitting).len())
    };
    // Five return Tajiks to three states: one instance, a link from each to each.
    assert_eq!(help("TJK"), (1, 15));
    assert_eq!(help("ARM"), (0, 0));
}

#[test]
fn collective_wording_counts_for_no_pair() {
    let collective = DS.agreements.iter().filter(|a| a.unnamed.is_some()).count();
    let raw =
        RAW["agreements"].as_array().unwrap().iter().filter(|a| a.get("parties_unnamed").is_some()).count();
    assert_eq!((collective, raw), (12, 12));
    // If the report named two of several parties, the pair would still not be counted.
    let mut raw = RAW.clone();
    for agreement in raw["agreements"].as_array_mut().unwrap().iter_mut().filter(|x| names(x, "ARM", "RUS")) {
        agreement["parties_unnamed"] = serde_json::json!({});
    }
    let ds = check(&cisconf_core::model::raw::read_bundle(&raw.to_string()).unwrap()).unwrap();
    let pair_index = PairIndex::new(&ds, &ds.agreement_ids().collect::<Vec<_>>());
    assert_eq!(pair_index.pairs(ds.all_states(), ds.all_states(), AgreementProgress::Concluded), (15, 66));
    assert_eq!(pair_index.progress(state("ARM"), state("RUS")), AgreementProgress::NoneNamed);
    let named = "#/agreements?v=1&open=pair:KAZ:KGZ";
    let drawer = screen(named).evidence.unwrap();
    assert_eq!((drawer.subtitle.as_str(), drawer.lines.len()), ("0 agreements", 1));
}

#[test]
fn only_the_agreement_of_1994_with_georgia_is_not_ratified_by_one_side() {
    let open: Vec<_> = DS.agreements.iter().filter(|a| !a.not_ratified_by.is_empty()).collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].states(), states("GEO RUS"));
    assert_eq!(open[0].not_ratified_by, [Party::State(state("GEO"))]);
    for (link, status, pages, years) in [
        (
            "#/agreements?open=agreement:geo-rus-migration-1994",
            "partly ratified; not ratified by Georgia",
            "pages 12–13",
            "1994",
        ),
        (
            "#/agreements?lang=ru&open=agreement:geo-rus-migration-1994",
            "ратифицировано частью сторон; не ратифицировано стороной: Грузия",
            "с. 12–13",
            "1994",
        ),
    ] {
        let drawer = screen(link).evidence.unwrap();
        assert_eq!(drawer.lines[0].text, status);
        assert!(drawer.lines[2].text.contains(years), "{:?}", drawer.lines);
        let report: Vec<_> =
            drawer.report.iter().flat_map(|x| &x.sources).map(|s| (s.id.as_str(), s.page.as_str())).collect();
        assert_eq!(report, [("gov.legislation.agreements#5", pages)]);
    }
}

// ------------------------------------------------------------------------ words

/// Returns the words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect()
}

#[test]
fn silence_is_not_a_no() {
    const NO: [&str; 10] =
        ["no", "not", "missing", "lacks", "lacking", "without", "нет", "не", "отсутствует", "отсутствуют"];
    let pair_index = PairIndex::new(&DS, &DS.agreement_ids().collect::<Vec<_>>());
    let mut silent = 0;
    for (lang, report) in [("en", "report"), ("ru", "докладе")] {
        let link = format!("#/agreements?v=1&lang={lang}");
        let view = view::agreements(ViewContext { ds: &DS, index: &INDEX, state: &decode(&link, &DS).state });
        let order: Vec<_> = view.matrix.iter().map(|row| state(&row.key)).collect();
        for (row, a) in view.matrix.iter().zip(&order) {
            let unnamed = row
                .cells
                .iter()
                .zip(&order)
                .filter(|(_, b)| a != *b && pair_index.between(*a, **b).is_empty());
            for (cell, b) in unnamed {
                let cell = cell.as_ref().unwrap();
                assert_eq!((cell.mark, cell.n), (Glyph::NotMentioned, 0), "{}", cell.label);
                assert!(cell.label.contains(report), "{}", cell.label);
                // Russian uses «не названо» ("not named") for what the report omits, never for the
                // states.
                let said = cell.label.replace("не названо", "");
                assert!(!words(&said).iter().any(|w| NO.contains(&w.as_str())), "{}", cell.label);
                let drawer = screen(&format!("{link}&open=pair:{}:{}", DS.state(*a).key, DS.state(*b).key))
                    .evidence
                    .unwrap();
                let said = words(&drawer.lines[0].text);
                assert_eq!((drawer.lines.len(), drawer.lines[0].mark, drawer.notes.len()), (1, None, 1));
                assert!(said.contains(&report.to_owned()), "{said:?}");
                assert!(
                    !said.iter().any(|w| w.starts_with("missing")
                        || w.starts_with("lack")
                        || w.starts_with("отсутств"))
                );
                silent += 1;
            }
        }
    }
    assert_eq!(silent, 2 * 2 * 46);
}

#[test]
fn a_filter_does_not_make_the_report_silent() {
    let pair_index = PairIndex::new(&DS, &DS.agreement_ids().collect::<Vec<_>>());
    for (choice, said) in [
        ("status=attempted", "none that fits the choice"),
        ("s=MDA", "none that fits the choice"),
        ("lang=ru&theme=citizenship", "под выбор ничего не подходит"),
    ] {
        let link = format!("#/agreements?v=1&{choice}");
        let view = view::agreements(ViewContext { ds: &DS, index: &INDEX, state: &decode(&link, &DS).state });
        assert!(
            view.sentences[0].contains("choice") || view.sentences[0].contains("выбор"),
            "{:?}",
            view.sentences
        );
        let order: Vec<_> = view.matrix.iter().map(|row| state(&row.key)).collect();
        for (row, a) in view.matrix.iter().zip(&order) {
            let named = row
                .cells
                .iter()
                .zip(&order)
                .filter(|(_, b)| a != *b && !pair_index.between(*a, **b).is_empty());
            for (cell, b) in named {
                let cell = cell.as_ref().unwrap();
                assert_eq!(cell.label.ends_with(said), cell.n == 0, "{}", cell.label);
                let pair = format!("{link}&open=pair:{}:{}", DS.state(*a).key, DS.state(*b).key);
                // One line for each agreement and one summary, regardless of the filter.
                let lines = screen(&pair).evidence.unwrap().lines;
                assert_eq!(lines.len(), pair_index.between(*a, *b).len() + 1, "{pair}");
            }
        }
    }
}

#[test]
fn only_statements_of_the_report_have_a_page() {
    for (date, wanted) in [("", true), ("&asof=1996-05-29", false)] {
        let link = format!("#/compare?v=1&a=KAZ&b=KGZ&rows=all{date}");
        let view = view::compare(ViewContext { ds: &DS, index: &INDEX, state: &decode(&link, &DS).state });
        let lines = view.sections[0].rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines);
        assert!(
            lines.clone().count() == 18 && lines.into_iter().all(|line| line.pages.is_empty() != wanted),
            "{link}"
        );
    }
}

#[test]
fn the_drawer_stands_at_the_date_of_its_view() {
    for (view, wanted) in [
        ("", "party, joined during the process (report)"),
        ("data", "party, joined during the process (report)"),
        ("instruments", "not yet party on that date"),
        ("compare", "not yet party on that date"),
    ] {
        for open in ["cell:GEO:CSR51", "state:GEO"] {
            let drawer = screen(&format!("#/{view}?v=1&asof=1996-05-29&open={open}")).evidence.unwrap();
            // The drawer first names the date if it is not that of the report.
            let dated = usize::from(wanted.contains("that date"));
            assert_eq!(drawer.lines[0].text.starts_with("As of 29"), dated == 1, "{view} {open}");
            assert_eq!(drawer.lines[dated].text, wanted, "{view} {open}");
        }
    }
}

#[test]
fn no_text_ranks_or_blames_a_state() {
    // Stems of words that rank or blame.
    let stems = [
        "lack",
        "missing",
        "fail",
        "score",
        "rank",
        "best",
        "worst",
        "behind",
        "отсутств",
        "отста",
        "рейтинг",
    ];
    for (lang, key) in Lang::ALL.into_iter().flat_map(|lang| Key::ALL.iter().map(move |key| (lang, *key))) {
        let said = words(t(lang, key));
        assert!(
            !said.iter().any(|w| stems.iter().any(|stem| w.starts_with(stem))),
            "{key:?}: {}",
            t(lang, key)
        );
    }
}

#[test]
fn numbers_take_the_forms_of_their_language() {
    for (link, wanted) in [
        ("#/instruments?s=ARM", "9 of 9 participations of 1 state in 9 instruments."),
        ("#/instruments?s=ARM.UKR", "15 of 18 participations of 2 states in 9 instruments."),
        ("#/instruments?lang=ru&s=ARM", "9 из 9 возможных случаев участия: 1 государство, 9 договоров."),
        (
            "#/instruments?lang=ru&s=ARM.UKR",
            "15 из 18 возможных случаев участия: 2 государства, 9 договоров.",
        ),
        (
            "#/instruments?lang=ru&s=ARM.AZE.BLR.GEO.KAZ",
            "36 из 45 возможных случаев участия: 5 государств, 9 договоров.",
        ),
    ] {
        assert_eq!(instruments(link).sentences[0], wanted);
    }
}
