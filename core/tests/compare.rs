//! Tests the comparison of states and groups against literals.
//!
//! The literals were derived manually from the report's table and the bundle.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::analysis::{
    agree_on_instrument, between, findings_naming, findings_of_state, of_side, on_several,
};
use cisconf_core::model::{Dataset, StateSet};
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::view::{self, Compare, CompareEntry, CompareRow, RowStatus, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn shown<T>(link: &str, view: impl Fn(ViewContext) -> T) -> T {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state })
}

/// Returns the comparison of a link, with all rows unless the link says which.
fn compared(query: &str) -> Compare {
    let rows = if query.contains("rows=") { "" } else { "&rows=all" };
    shown(&format!("#/compare?v=1&{query}{rows}"), view::compare)
}

fn rows(m: &Compare) -> impl Iterator<Item = &CompareRow> {
    m.sections.iter().flat_map(|section| &section.rows)
}

#[track_caller]
fn row<'a>(m: &'a Compare, label: &str) -> &'a CompareRow {
    rows(m).find(|row| row.label == label).unwrap()
}

fn lines(row: &CompareRow) -> Vec<Vec<&CompareEntry>> {
    row.cells.iter().map(|cell| cell.lines.iter().collect()).collect()
}

fn texts(row: &CompareRow) -> Vec<String> {
    let words = |line: &CompareEntry| [line.text.as_str(), &line.detail].join(" | ");
    lines(row).iter().map(|cell| cell.iter().map(|line| words(line)).collect::<Vec<_>>().join("; ")).collect()
}

fn opened<'a>(cell: &[&'a CompareEntry]) -> Vec<&'a str> {
    cell.iter().filter_map(|line| line.open.as_ref()).map(|open| open.key.as_str()).collect()
}

/// Returns the accessible name of a line, if it differs from its text.
fn name(line: &CompareEntry) -> &str {
    line.label.as_deref().unwrap_or_default()
}

fn set(codes: &str) -> StateSet {
    codes.split_whitespace().map(|code| DS.state_by_key(code).unwrap()).collect()
}

#[test]
fn three_states_come_to_what_the_table_says() {
    let m = compared("a=ARM&b=GEO&c=UKR");
    assert_eq!(m.title, "Armenia, Georgia and Ukraine");
    let wanted = [
        "All 3 states compared are party to 6 of 9 instruments: PPCG 48, ICCPR 66, ICES 66, CAT 84, CERD 65 and CRC 89.",
        "Armenia alone is party to: CSSP 54 and CRS 61.",
        "Party to CSR 51/CSRP 67: Armenia and Georgia; not yet: Ukraine.",
        "Between them the report names no agreement.",
    ];
    assert_eq!(m.sentences, wanted);
    let differ: Vec<_> = m.sections[0]
        .rows
        .iter()
        .filter(|r| r.status == RowStatus::Differ)
        .map(|r| r.label.as_str())
        .collect();
    assert_eq!(differ, ["CSR 51/CSRP 67", "CSSP 54", "CRS 61"]);
}

#[test]
fn agreements_between_the_sides_are_named_by_how_far_they_are() {
    let m = compared("a=RUS&b=GEO&c=UKR");
    let wanted = "Between them the report names 1 agreement concluded or further (Georgia – Russian Federation) \
        and 1 negotiation, attempt or agreement of unstated status (Russian Federation – Ukraine).";
    assert_eq!(m.sentences.last().unwrap(), wanted);
    let together = row(&m, "Between the sides");
    let keys = ["agreement:geo-rus-migration-1994", "agreement:rus-ukr-citizenship-attempts"];
    assert_eq!(lines(together).iter().map(|cell| opened(cell)).collect::<Vec<_>>(), [keys]);
    // A negotiation is not an agreement.
    let m = compared("a=GEO&b=MDA");
    assert!(m.sentences.last().unwrap().contains("1 negotiation, attempt"), "{:?}", m.sentences);
    // A state and its own group have no agreement with each other unless the group has other
    // members.
    assert_eq!(between(&DS, &[set("RUS"), set("RUS")]), []);
    assert_eq!(between(&DS, &[set("RUS"), set("GEO RUS")]).len(), 1);
    assert_eq!(on_several(&[set("RUS"), set("GEO RUS"), set("GEO")]), set("GEO RUS"));
}

#[test]
fn a_group_says_how_many_and_who_is_not_yet() {
    let m = compared("g=ukraine&a=group:central-asia&b=UKR&c=group:trans-caucasus");
    for (label, wanted) in [
        ("CSR 51/CSRP 67", ["4 of 5 | not yet party: Uzbekistan", "3 of 3 | "]),
        ("PPCG 48", ["3 of 5 | not yet party: Tajikistan and Turkmenistan", "3 of 3 | "]),
        ("CSSP 54", ["0 of 5 | not yet party: all members", "2 of 3 | not yet party: Georgia"]),
        ("ICCPR 66", ["4 of 5 | not yet party: Kazakhstan", "3 of 3 | "]),
        ("CRC 89", ["5 of 5 | ", "3 of 3 | "]),
    ] {
        let texts = texts(row(&m, label));
        assert_eq!([texts[0].as_str(), &texts[2]], wanted, "{label}");
    }
    assert_eq!(
        m.sentences,
        [
            "All 9 states compared are party to 3 of 9 instruments: CAT 84, CERD 65 and CRC 89.",
            "Central Asia, all 5 members: party to CAT 84, CERD 65 and CRC 89.",
            "Trans-Caucasus, all 3 members: party to CSR 51/CSRP 67, PPCG 48, ICCPR 66, ICES 66, CAT 84, CERD 65 and CRC 89.",
            "Of the sides, only Trans-Caucasus has members party to: CSSP 54 (2 of 3) and CRS 61 (2 of 3).",
            "Between them the report names 3 agreements concluded or further (Azerbaijan – Kazakhstan; Azerbaijan – Kyrgyzstan; Ukraine – Uzbekistan).",
            "Members inferred by us: Central Asia and Trans-Caucasus.",
        ]
    );
    // Members are named; no percentages are shown.
    let members = "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan · members inferred";
    assert_eq!(m.sides[0].detail.as_deref(), Some(members));
    assert!(!format!("{m:?}").contains('%'));
    // In lists of a group every line names its state.
    let laws = &lines(row(&m, "National legislation"))[0];
    let whose: Vec<_> = laws.iter().map(|line| line.detail.split(" · ").next().unwrap()).collect();
    assert_eq!(whose, ["Kyrgyzstan", "Kyrgyzstan", "Tajikistan", "Tajikistan", "Tajikistan"]);
    let central = texts(row(&m, "Central body for migration (page 13)"));
    let no = "no: named by the report as an exception | ";
    assert_eq!(central[0], format!("3 of 5 | ; Turkmenistan: {no}; Uzbekistan: {no}"));
}

#[test]
fn sides_agree_where_all_their_states_do() {
    let agree = |sides: &[&str], id: &str| {
        let sides: Vec<_> = sides.iter().map(|side| set(side)).collect();
        agree_on_instrument(&DS, None, &sides, DS.instrument_by_key(id).unwrap())
    };
    // All are party, and the report dates none of them differently.
    assert!(agree(&["ARM", "AZE", "RUS TJK"], "CSR51"));
    // Armenia joined before the process, Georgia during it: the states differ, a group of both is
    // party.
    assert!(!agree(&["ARM", "GEO"], "CSR51"));
    assert!(agree(&["ARM GEO", "AZE"], "CSR51"));
    // None is party.
    assert!(agree(&["BLR", "MDA UKR", "UZB"], "CSR51"));
    // If some members are party, the share is compared: 1 of 3 differs from 1 of 4, but equals 1 of
    // 3 others and 2 of 6.
    assert!(!agree(&["BLR MDA RUS", "BLR MDA RUS UKR"], "CSR51"));
    assert!(!agree(&["BLR", "GEO"], "CSR51"));
    assert!(!agree(&["BLR MDA RUS", "RUS"], "CSR51"));
    assert!(agree(&["BLR MDA RUS", "UKR UZB ARM"], "CSR51"));
    assert!(agree(&["BLR MDA RUS", "BLR MDA RUS UKR UZB ARM"], "CSR51"));
}

/// Returns the numbers of "n of m".
fn counted(text: &str) -> Option<(&str, &str)> {
    text.split_once(" of ").filter(|(n, m)| n.parse::<u8>().is_ok() && m.parse::<u8>().is_ok())
}

#[test]
fn sides_with_the_same_share_of_members_do_not_differ() {
    let all = [
        "g=ukraine&a=group:eastern-europe&b=group:trans-caucasus",
        "g=own&own=Mine.X:ARMAZE.Y:GEOMDA&a=group:g1&b=group:g2",
    ];
    for query in all {
        let m = compared(query);
        for row in rows(&m) {
            let counts: Vec<_> = row.cells.iter().map(|cell| cell.lines[0].text.as_str()).collect();
            if counts.iter().all(|count| counted(count).is_some()) {
                assert_eq!(row.status == RowStatus::Differ, counts[0] != counts[1], "{query}: {}", row.label);
            }
        }
    }
    // Eastern Europe and Trans-Caucasus: two of three each. That one body was dissolved since is in
    // the cell; between states it is a difference.
    let m = compared(all[0]);
    let central = texts(row(&m, "Central body for migration (page 13)"));
    let no = "no: named by the report as an exception | ";
    assert_eq!(
        central[0],
        format!("2 of 3 | ; Republic of Moldova: {no}; Ukraine: yes, until December 1999 | ")
    );
    assert_eq!(central[1], format!("2 of 3 | ; Azerbaijan: {no}"));
    assert!(row(&m, "Central body for migration (page 13)").status != RowStatus::Differ);
    assert!(
        row(&compared("a=UKR&b=RUS"), "Central body for migration (page 13)").status == RowStatus::Differ
    );
    // One of two on each side.
    assert!(row(&compared(all[1]), "Central body for migration (page 13)").status != RowStatus::Differ);
    // Each group has one member in the first group of the other scheme and one in its second.
    let query = "g=own&own=Mine.X:ARMAZE.Y:GEOMDA&a=group:g1&b=group:g2";
    assert!(row(&compared(query), "Central administrative body for migration").status != RowStatus::Differ);
    assert!(
        row(&compared(query), "Southern Caucasus group suggested by Georgia").status == RowStatus::Differ
    );
}

#[test]
fn every_count_of_members_opens_as_many() {
    let mut counts = 0;
    let keys: Vec<_> = DS.schemes.iter().map(|scheme| scheme.key.as_str()).chain(["own"]).collect();
    for key in keys {
        let own = "&own=Mine*.A:ARMAZEGEO.B:GEORUS.C:UKR.D:KAZKGZMDATKM";
        let groups = match DS.scheme_by_key(key) {
            Some(id) => DS.scheme(id).groups.iter().map(|group| group.key.clone()).collect(),
            None => ["g1", "g2", "g3", "g4"].map(String::from).to_vec(),
        };
        let sides =
            groups.iter().zip(["a", "b", "c", "d"]).map(|(group, side)| format!("&{side}=group:{group}"));
        for rest in ["", "&asof=1997-06-01"] {
            let query = format!("g={key}{own}{}&e=UKR&f=UZB{rest}", sides.clone().collect::<String>());
            for line in rows(&compared(&query)).flat_map(lines).flatten() {
                let Some((k, m)) = counted(&line.text) else { continue };
                let open = &line.open.as_ref().unwrap().key;
                let drawer = shown(&format!("#/compare?v=1&{query}&open={open}"), view::evidence).unwrap();
                assert!(drawer.title.ends_with(&format!(": {k} of {m}")), "{query} {open}: {}", drawer.title);
                // The drawer first names the date if it is not that of the report.
                let members: Vec<_> = drawer.lines.iter().filter(|line| line.mark.is_some()).collect();
                let counted = members.iter().filter(|line| line.mark != Some(view::Glyph::Not)).count();
                assert_eq!(
                    (counted.to_string().as_str(), members.len().to_string().as_str()),
                    (k, m),
                    "{query} {open}"
                );
                counts += 1;
            }
        }
    }
    assert_eq!(counts, 15 * 10 * 2, "groups, rows, dates");
}

#[test]
fn only_what_is_shared_is_the_same_on_every_side_and_not_silent() {
    let m = compared("a=GEO&b=RUS&rows=shared");
    let labels: Vec<_> = m.sections[0].rows.iter().map(|r| r.label.as_str()).collect();
    let wanted = ["PPCG 48", "CSSP 54", "CRS 61", "ICCPR 66", "ICES 66", "CAT 84", "CERD 65", "CRC 89"];
    assert_eq!(labels, wanted, "Georgia joined the refugee instruments during the process, Russia before");
    let done = row(&m, "Agreements concluded or further");
    for cell in lines(done) {
        assert_eq!(opened(&cell), ["agreement:geo-rus-migration-1994"]);
    }
    // That neither is named as a giver of assistance is not a similarity.
    let all = compared("a=GEO&b=ARM");
    let given = row(&all, "Given");
    assert!(given.status != RowStatus::Differ && given.word.is_none());
    assert!(rows(&compared("a=GEO&b=ARM&rows=shared")).all(|row| row.label != "Given"));
    assert!(rows(&compared("a=GEO&b=ARM&rows=differ")).all(|row| row.label != "Given"));
    // "All, to some degree" applies to all states.
    assert_eq!(row(&m, "Held by all, to some degree").cells.len(), 1);
}

#[test]
fn a_number_of_findings_is_what_the_bundle_has_and_its_list_what_it_says() {
    let m = compared("g=ukraine&a=RUS&b=GEO&c=ARM&d=group:trans-caucasus");
    let names = |finding: &Value, codes: &[&str]| {
        let listed = |list: &Value| {
            let all = list.as_array().into_iter().flatten();
            all.filter_map(Value::as_str).any(|code| codes.contains(&code))
        };
        let voices = finding["voices"].as_array().unwrap();
        let speaks = voices.iter().any(|v| v["state"].as_str().is_some_and(|code| codes.contains(&code)));
        listed(&finding["scope"]["states"]) || speaks
    };
    let count = |codes: &[&str], kind: Option<&str>| {
        let all = RAW["findings"].as_array().unwrap().iter();
        all.filter(|f| names(f, codes) && kind.is_none_or(|k| f["polarity"] == k)).count().to_string()
    };
    let sides: [&[&str]; 4] = [&["RUS"], &["GEO"], &["ARM"], &["ARM", "AZE", "GEO"]];
    for (label, kind) in [("In all, each counted once", None), ("obstacle", Some("obstacle"))] {
        let found: Vec<_> = lines(row(&m, label)).iter().map(|cell| cell[0].text.clone()).collect();
        assert_eq!(found, sides.map(|codes| count(codes, kind)), "{label}");
    }
    assert_eq!(count(&["RUS"], None), "52");
    // Every list is as long as its label says.
    let mut lists = 0;
    for line in rows(&m).flat_map(lines).flatten().filter(|line| name(line).contains("; in the list")) {
        let list = shown(line.href.as_ref().unwrap(), view::findings);
        let said = name(line).rsplit(' ').next().unwrap();
        assert_eq!(list.total.split(' ').next(), Some(said), "{}", name(line));
        lists += 1;
    }
    assert!(lists > 40, "{lists}");
    // Findings on all states: the page of a state has as many; the list of a group names the rest.
    let all = row(&m, "Said of all states");
    for (cell, code) in lines(all).iter().zip(["RUS", "GEO", "ARM"]) {
        let page = shown(&format!("#/state?v=1&of={code}"), view::state_page);
        let section = page.sections.iter().find(|section| section.id == "all").unwrap();
        let held: usize = section.groups.iter().map(|group| group.lines.len()).sum();
        assert_eq!(cell[0].text, held.to_string(), "{code}");
    }
    let of_group = &lines(all)[3][0];
    let list = shown(of_group.href.as_ref().unwrap(), view::findings);
    assert_eq!(list.total.split(' ').next(), name(of_group).rsplit(' ').next(), "{}", name(of_group));
    // A side of one state equals that state.
    for state in DS.all_states().iter() {
        let (of, side) = (findings_of_state(&DS, state), of_side(&DS, StateSet::default().with(state)));
        assert_eq!(findings_naming(&side).len(), of.naming());
        assert_eq!((side.of_all, side.as_exception), (of.of_all, of.as_exception));
    }
}

#[test]
fn a_column_and_a_states_page_say_the_same() {
    for (code, other) in [("GEO", "RUS"), ("RUS", "UZB"), ("UZB", "GEO"), ("KGZ", "ARM")] {
        let page = shown(&format!("#/state?v=1&of={code}"), view::state_page);
        let told = [
            "instruments",
            "administration",
            "laws",
            "agreements",
            "assistance",
            "positions",
            "events",
            "groups",
        ];
        let sections = page.sections.iter().filter(|section| told.contains(&section.id));
        let of_page: BTreeSet<_> = sections
            .flat_map(|section| &section.groups)
            .flat_map(|group| &group.lines)
            .filter_map(|line| line.open.as_ref().map(|open| open.key.clone()))
            .collect();
        let m = compared(&format!("a={code}&b={other}"));
        let of_one_state = rows(&m).filter(|row| row.label != "Between the sides");
        let of_column: BTreeSet<_> = of_one_state
            .flat_map(|row| &row.cells[0].lines)
            .filter_map(|line| line.open.as_ref().map(|open| open.key.clone()))
            .filter(|key| !key.starts_with("finding:"))
            .collect();
        assert_eq!(of_column, of_page, "{code}");
    }
}

#[test]
fn what_cannot_be_compared_is_said() {
    let ask = |query: &str| compared(query).ask.unwrap_or_default();
    assert!(ask("").starts_with("Choose two to six states"));
    assert!(ask("a=ARM").starts_with("One side is chosen: Armenia."));
    assert!(ask("a=ARM&d=ARM").starts_with("The same side stands twice"));
    let m = compared("a=ARM&b=GEO&c=ARM");
    assert_eq!((m.sides.len(), m.menus.len()), (2, 4));
    assert_eq!(m.notes[0], "Chosen more than once, shown once: Armenia.");
    // A custom group without members, and one that contains another side.
    let m = compared("g=own&own=Mine.North:RUS.South:&a=group:g1&b=group:g2&c=GEO&d=RUS");
    assert_eq!(m.title, "North, Georgia and Russian Federation");
    assert_eq!(m.notes[0], "Not shown, since nobody is in it: South.");
    assert_eq!(m.notes[1], "On more than one side, and counted on each: Russian Federation.");
    // Six is the maximum: there is no seventh menu.
    let m = compared("a=ARM&b=AZE&c=BLR&d=GEO&e=KAZ&f=KGZ");
    assert_eq!((m.sides.len(), m.menus.len()), (6, 6));
}

#[test]
fn russian_sentences_take_the_form_of_the_number() {
    let first = |query: &str| compared(&format!("{query}&lang=ru")).sentences.remove(0);
    assert!(first("a=ARM&b=GEO").starts_with("Оба участвуют в 7 из 9 договоров: "));
    assert!(
        first("a=ARM&b=GEO&c=UKR")
            .starts_with("Все 3 сравниваемых государства участвуют в 6 из 9 договоров: ")
    );
    assert!(
        first("a=ARM&b=GEO&c=UKR&d=RUS&e=MDA")
            .starts_with("Все 5 сравниваемых государств участвуют в 6 из 9")
    );
    let m = compared("a=ARM&b=GEO&c=UKR&d=MDA&lang=ru");
    assert_eq!(
        m.sentences[2],
        "CSR 51/CSRP 67: участвуют Армения и Грузия; ещё не участвуют Республика Молдова и Украина."
    );
    let m = compared("a=ARM&b=GEO&c=UKR&lang=ru");
    assert_eq!(m.sentences[2], "CSR 51/CSRP 67: участвуют Армения и Грузия; ещё не участвует Украина.");
}

#[test]
fn every_line_opens_evidence_a_list_or_is_silence() {
    for query in [
        "a=ARM&b=AZE&c=BLR&d=GEO&e=KAZ&f=KGZ",
        "g=ukraine&a=group:eastern-europe&b=group:central-asia&c=MDA&d=RUS&e=TJK&f=UZB",
        "g=own&own=Mine.North:RUSUKR.South:GEO&a=group:g1&b=group:g2",
    ] {
        for line in rows(&compared(query)).flat_map(lines).flatten() {
            match (&line.open, &line.href) {
                (Some(open), None) => {
                    let link = format!("#/compare?v=1&{query}&open={}", open.key);
                    assert!(shown(&link, view::evidence).is_some(), "{link}");
                }
                (None, Some(href)) => assert!(decode(href, &DS).errors.is_empty(), "{href}"),
                _ => assert_eq!(line.text, "none named by the report"),
            }
        }
    }
}

#[test]
fn it_opens_on_the_differences_and_counts_what_is_hidden() {
    let status = |m: &Compare, wanted: &[RowStatus]| {
        let rows = |section: &view::CompareSection| {
            section.rows.iter().filter(|row| wanted.contains(&row.status)).count()
        };
        m.sections.iter().map(rows).collect::<Vec<_>>()
    };
    for sides in ["a=ARM&b=GEO", "a=ARM&b=GEO&c=UKR", "g=ukraine&a=group:central-asia&b=UKR"] {
        let all = compared(sides);
        let opened = shown(&format!("#/compare?v=1&{sides}"), view::compare);
        let is_different =
            |row: &CompareRow| matches!(row.status, RowStatus::Differ | RowStatus::SharedInPart);
        assert!(rows(&opened).all(is_different), "{sides}");
        assert_eq!(status(&opened, &[RowStatus::Differ]), status(&all, &[RowStatus::Differ]), "{sides}");
        assert_eq!(opened.sections.len(), all.sections.len(), "no section goes, even if all of it is hidden");
        let told = |m: &Compare, at: usize| -> Vec<(String, bool)> {
            let split =
                |count: &String| (count.trim_end_matches(", hidden").to_owned(), count.ends_with("hidden"));
            m.sections[at].counts.iter().map(split).collect()
        };
        let shared = status(&all, &[RowStatus::Same, RowStatus::AllSides]);
        let in_part = status(&all, &[RowStatus::SharedInPart]);
        let in_each = status(&all, &[RowStatus::PresentInEach]);
        let silent = status(&all, &[RowStatus::NoData]);
        for (at, differ) in status(&all, &[RowStatus::Differ]).into_iter().enumerate() {
            let mut wanted = vec![
                (format!("differ: {differ}"), false),
                (format!("shared in part: {}", in_part[at]), false),
                (format!("shared: {}", shared[at]), true),
                (format!("named of each: {}", in_each[at]), true),
                (format!("not mentioned: {}", silent[at]), true),
            ];
            wanted.retain(|(words, _)| !words.ends_with(": 0"));
            assert_eq!(told(&opened, at), wanted, "{sides}: {}", all.sections[at].title);
            // The shared rows have the same counts, and hide what differs or is silent.
            let wanted_shared: Vec<_> = wanted
                .iter()
                .map(|(words, _)| (words.clone(), words.starts_with("differ") || words.starts_with("not")))
                .collect();
            let only_shared = compared(&format!("{sides}&rows=shared"));
            let n_shared = shared[at] + in_part[at] + in_each[at];
            assert_eq!(only_shared.sections[at].rows.len(), n_shared, "{sides}");
            assert_eq!(told(&only_shared, at), wanted_shared, "{sides}: {}", all.sections[at].title);
            // With all rows nothing is hidden.
            wanted.iter_mut().for_each(|(_, hidden)| *hidden = false);
            assert_eq!(told(&all, at), wanted, "{sides}: {}", all.sections[at].title);
        }
    }
}

#[test]
fn of_three_and_more_sides_it_is_said_who_differs() {
    let m = compared("a=ARM&b=GEO&c=UKR");
    let words = |label: &str| row(&m, label).word.clone().unwrap_or_default();
    assert_eq!(words("CSR 51/CSRP 67"), "all differ");
    assert_eq!(words("CSSP 54"), "only Armenia differs");
    assert_eq!(words("PPCG 48"), "same");
    assert_eq!(words("Central body for migration (page 13)"), "only Ukraine differs");
    // Armenia and Georgia differ by the period, which a group does not have: nobody differs alone.
    let m = compared("g=ukraine&a=ARM&b=GEO&c=group:trans-caucasus&d=BLR");
    assert_eq!(row(&m, "CSR 51/CSRP 67").word.as_deref(), Some("differs"));
}

#[test]
fn the_nearest_by_record_are_those_of_the_bundle() {
    let parties: Vec<(String, Vec<String>)> = RAW["states"]
        .as_array()
        .unwrap()
        .iter()
        .map(|state| {
            let code = state["id"].as_str().unwrap();
            let theirs = RAW["participation"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|cell| cell["state"] == code && cell["party"].as_bool().unwrap());
            (code.to_owned(), theirs.map(|cell| cell["instrument"].as_str().unwrap().to_owned()).collect())
        })
        .collect();
    let m = compared("a=ARM&b=GEO");
    let nearest = m.nearest.unwrap();
    for (at, code) in ["ARM", "GEO"].into_iter().enumerate() {
        let own = &parties.iter().find(|(other, _)| other == code).unwrap().1;
        let share = |theirs: &Vec<String>| {
            let both = own.iter().filter(|one| theirs.contains(one)).count();
            (both, own.len() + theirs.len() - both)
        };
        let others = parties.iter().filter(|(other, _)| other != "ARM" && other != "GEO");
        let best =
            others.clone().map(|(_, theirs)| share(theirs)).max_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)));
        let (both, any) = best.unwrap();
        let wanted: Vec<_> = others
            .filter(|(_, theirs)| share(theirs).0 * any == both * share(theirs).1)
            .map(|(code, _)| code.as_str())
            .collect();
        let states = &nearest.of[at].states;
        assert_eq!(states.len(), wanted.len(), "{code}: {states:?}, {wanted:?}");
        for other in wanted {
            let added = |link: &Option<String>| link.as_ref().unwrap().contains(&format!("c={other}"));
            assert!(states.iter().any(|state| added(&state.href)), "{code}: {other}");
        }
        assert!(states.iter().all(|state| state.similarity == format!("{both} of {any}")), "{states:?}");
    }
    // Equal similarities of different numbers: each state has its own.
    let m = compared("a=TJK&b=ARM&asof=1994-10-08");
    let shares = |state: &view::NearestState| state.similarity.clone();
    let shares: Vec<_> = m.nearest.unwrap().of[0].states.iter().map(shares).collect();
    assert_eq!(shares, ["2 of 4", "1 of 2", "1 of 2"]);
    // With six sides there is no room for another.
    let m = compared("a=ARM&b=AZE&c=BLR&d=GEO&e=KAZ&f=KGZ");
    assert!(m.nearest.unwrap().of.iter().flat_map(|of| &of.states).all(|state| state.href.is_none()));
}

#[test]
fn all_groups_of_the_grouping_are_compared_by_one_link() {
    let m = compared("g=ukraine&a=ARM&b=GEO");
    let link = m.all_groups.unwrap().href;
    let next = shown(&link, view::compare);
    let names: Vec<_> = next.sides.iter().map(|side| side.name.as_str()).collect();
    assert_eq!(names, ["Eastern Europe", "Trans-Caucasus", "Central Asia", "Russian Federation (one state)"]);
    assert_eq!(next.all_groups, None, "they are compared already");
    assert_eq!(compared("a=ARM&b=GEO").all_groups, None, "no grouping");
}
