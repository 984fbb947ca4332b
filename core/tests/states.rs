//! Tests the tables of states and of pairs: answers, totals, order, menus and evidence.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Evidence, ViewState, decode, encode};
use cisconf_core::view::{self, CellPart, ColumnsView, MenuOption, TableRow, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn state(link: &str) -> ViewState {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    decoded.state
}

fn with<T>(link: &str, of: impl Fn(ViewContext) -> T) -> T {
    let state = state(link);
    of(ViewContext { ds: &DS, index: &INDEX, state: &state })
}

fn shown(link: &str) -> ColumnsView {
    with(link, view::columns_view)
}

fn rows(view: &ColumnsView) -> Vec<&TableRow> {
    view.blocks.iter().flat_map(|block| &block.rows).collect()
}

fn keys(view: &ColumnsView) -> Vec<&str> {
    rows(view).into_iter().map(|row| row.key.as_str()).collect()
}

fn meeting(view: &ColumnsView) -> BTreeSet<&str> {
    rows(view).into_iter().filter(|row| row.meets).map(|row| row.key.as_str()).collect()
}

fn words(row: &TableRow, at: usize) -> String {
    let text = |part: &CellPart| match part {
        CellPart::Number(text) | CellPart::Word(text) | CellPart::Note(text) => text.clone(),
        CellPart::Mark(mark) => format!("<{mark:?}>"),
        CellPart::Marks(marks) => marks.len().to_string(),
    };
    row.cells[at].parts.iter().map(text).collect::<Vec<_>>().join(" ")
}

fn raw(collection: &str) -> &'static [Value] {
    RAW[collection].as_array().unwrap()
}

fn has(value: &Value, wanted: &str) -> bool {
    value.as_array().is_some_and(|all| all.iter().any(|one| one == wanted))
}

const BOTH: &str = "#/states?v=1&g=ukraine&if=party-CSR51.position:sub-regional";

#[test]
fn both_conditions_hold_for_three_states_and_eight_are_not_mentioned_in_one() {
    let view = shown(BOTH);
    assert_eq!(meeting(&view), ["GEO", "KGZ", "RUS"].into());
    let of = |state: &str, collection: &str| -> bool {
        match collection {
            "party" => raw("participation")
                .iter()
                .any(|c| c["state"] == state && c["instrument"] == "CSR51" && c["party"] == true),
            _ => raw("positions").iter().any(|p| {
                p["holder"]["kind"] == "government"
                    && p["holder"]["state"] == state
                    && p["approach"] == "sub-regional"
            }),
        }
    };
    let mut silent = 0;
    for row in rows(&view) {
        let (party, named) = (of(&row.key, "party"), of(&row.key, "position"));
        silent += usize::from(!named);
        let expected = match (party, named) {
            (true, true) => "meets".to_owned(),
            (_, true) => "1 of 2".to_owned(),
            (party, false) => format!("{} of 2, 1 not mentioned", usize::from(party)),
        };
        assert_eq!(row.answer.as_ref().unwrap().text, expected, "{}", row.key);
        assert_eq!(row.meets, party && named);
    }
    assert_eq!(silent, 8);
    let conditions = "(CSR 51/CSRP 67 – party and Position of its own – sub-regional)";
    let sentence = format!("3 of 12 states meet both conditions {conditions}: Georgia, ");
    assert!(view.sentences[0].starts_with(&sentence), "{}", view.sentences[0]);
    assert!(view.sentences[1].starts_with("For 8 the report does not mention it, which is not a no"));
}

#[test]
fn totals_count_the_rows_of_their_group() {
    let columns = "cols=nine.party-CSR51.body.partners.position.ngolaw.government.ngo";
    let view = shown(&format!("{BOTH}&{columns}"));
    let all = view.total.as_ref().unwrap();
    let blocks = view.blocks.iter().map(|block| (block, block.rows.iter().collect::<Vec<_>>()));
    for (block, members) in blocks.chain([(all, rows(&view))]) {
        let n = members.len();
        let states: Vec<_> = members.iter().map(|row| row.key.as_str()).collect();
        let met = members.iter().filter(|row| row.meets).count();
        assert_eq!(block.answer, format!("{met} of {n} meet"));
        let joined = raw("participation")
            .iter()
            .filter(|c| states.iter().any(|s| c["state"] == *s) && c["party"] == true)
            .count();
        let mean = if n > 1 { format!(" · mean {:.1}", joined as f64 / n as f64) } else { String::new() };
        assert_eq!(block.totals[0], format!("{joined} of {}{mean}", 9 * n));
        let laws = |status: &dyn Fn(&str) -> bool| {
            let on_ngos = |s: &&&str| {
                let theirs =
                    raw("laws").iter().filter(|l| l["state"] == **s && has(&l["themes"], "ngo-legislation"));
                let all: Vec<_> = theirs.map(|l| l["status"].as_str().unwrap()).collect();
                !all.is_empty() && all.iter().all(|s| status(s))
            };
            states.iter().filter(on_ngos).count()
        };
        let (drafts, others) = (laws(&|s| s == "draft"), laws(&|s| s != "draft"));
        let apart = if drafts > 0 { format!(", {drafts} draft") } else { String::new() };
        assert_eq!(block.totals[4], format!("{others} of {n}{apart}"));
        let said = |kind: &str| {
            let says = |f: &&Value| {
                let voices = f["voices"].as_array().unwrap();
                voices.iter().any(|v| v["kind"] == kind && states.iter().any(|s| v["state"] == *s))
            };
            match raw("findings").iter().filter(says).count() {
                0 => String::new(),
                n => n.to_string(),
            }
        };
        assert_eq!(block.totals[6..], [said("government"), said("ngo")]);
    }
    assert_eq!(all.totals[2], "7 of 12, UKR until 12/1999");
    assert_eq!(all.totals[3], "16 of 66 pairs inside");
    assert_eq!(view.blocks[3].totals[3], "group of one");
}

#[test]
fn rows_are_ordered_on_request_and_the_silent_are_last_both_ways() {
    let by_name = "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB";
    assert_eq!(keys(&shown("#/states")).join(" "), by_name);
    assert_eq!(
        keys(&shown("#/states?v=1&by=nine")).join(" "),
        "ARM AZE GEO KGZ RUS BLR MDA TJK TKM UKR UZB KAZ"
    );
    assert_eq!(
        keys(&shown("#/states?v=1&by=nine:up")).join(" "),
        "KAZ BLR MDA TJK TKM UKR UZB GEO KGZ RUS ARM AZE"
    );
    for by in ["ngo", "ngo:up"] {
        let view = shown(&format!("#/states?v=1&by={by}"));
        let order = keys(&view).join(" ");
        assert!(order.ends_with("ARM AZE BLR KAZ KGZ MDA TJK TKM UKR UZB"), "{order}");
        assert_eq!(order.starts_with("GEO RUS"), by == "ngo", "{order}");
    }
}

#[test]
fn years_of_agreements_have_a_meaning_only_where_the_report_gives_one() {
    let view = shown("#/states?v=1&tab=pairs&pairif=furthest&paircols=furthest");
    let cell = |key: &str| words(rows(&view).into_iter().find(|row| row.key == key).unwrap(), 0);
    assert_eq!(cell("ARM-RUS"), "<Ratified> ratified · 1997*");
    assert_eq!(cell("UKR-UZB"), "<InForce> in force · 1998");
    assert_eq!(cell("AZE-KAZ"), "<Signed> signed");
    assert_eq!(cell("GEO-RUS"), "<PartlyRatified> partly ratified · 1994*");
    assert_eq!(rows(&view).len(), 16);
    assert!(!view.sentences.join(" ").contains("ratified 1997"));
    assert_eq!(rows(&shown("#/states?v=1&tab=pairs&pairif=furthest&pairs=all")).len(), 66);
}

#[test]
fn pairs_inside_and_across_groups_are_counted() {
    let view = shown("#/states?v=1&tab=pairs&g=ukraine&pairif=furthest");
    assert_eq!(view.sentences[1], "Inside the groups 3 of 16, across them 13 of 50.");
    let cell = |key: &str, at: usize| words(rows(&view).into_iter().find(|row| row.key == key).unwrap(), at);
    assert_eq!(cell("AZE-KAZ", 0), "5/9\u{a0}=\u{a0}0.56 9");
    assert_eq!(cell("AZE-KAZ", 1), "AZE: CSSP 54, CRS 61, ICCPR 66, ICES 66");
    assert_eq!(cell("BLR-UKR", 3), "BLR and UKR until 12/1999");
}

/// Follows a command that goes to a link.
fn after(option: &MenuOption) -> ViewState {
    state(option.go.strip_prefix("go:").unwrap())
}

#[test]
fn every_condition_leaves_as_many_rows_as_its_menu_says() {
    for link in [BOTH, "#/states", "#/states?v=1&tab=pairs&pairif=furthest"] {
        let menu = with(link, view::condition_menu);
        let mut seen = 0;
        // Topics are many: one in seven of them.
        for option in menu.sections.iter().flat_map(|section| section.options.iter().step_by(7)) {
            let next = after(option);
            let view = view::columns_view(ViewContext { ds: &DS, index: &INDEX, state: &next });
            let met = match view.of_pairs {
                true => rows(&view).len(),
                false => meeting(&view).len(),
            };
            assert_eq!(Some(met), option.count, "{} at {link}", option.label);
            seen += 1;
        }
        assert!(seen > 10, "{link}");
    }
}

#[test]
fn every_column_can_be_shown_and_every_cell_opens_evidence_that_exists() {
    for (link, lang) in [("#/states?v=1", "en"), ("#/states?v=1&tab=pairs", "ru")] {
        let menu = with(link, view::column_menu);
        for option in menu.sections.iter().flat_map(|section| &section.options).step_by(5) {
            let next = after(option);
            let link = format!("{}&lang={lang}", encode(&next, &DS));
            let view = shown(&link);
            for row in rows(&view).into_iter().step_by(7) {
                for cell in &row.cells {
                    assert_eq!(
                        Evidence::parse(&cell.open.key, &DS, None),
                        Some(cell.open.evidence),
                        "{link}"
                    );
                    let opened = format!("{link}&open={}", cell.open.key);
                    let drawer = with(&opened, view::evidence).unwrap();
                    assert!(!drawer.lines.is_empty(), "{opened}");
                }
            }
        }
    }
}

#[test]
fn those_that_meet_become_a_grouping_or_a_comparison() {
    let view = shown(BOTH);
    let used = state(&view.tools.use_as.as_ref().unwrap().href);
    let scheme = used.scheme(&DS).unwrap();
    let members: Vec<_> = scheme.groups[0].states.iter().map(|s| DS.state(s).key.as_str()).collect();
    assert_eq!((scheme.groups.len(), members), (1, vec!["GEO", "KGZ", "RUS"]));
    assert_eq!(used.of_states.conditions.len(), 2);
    let compared = &view.tools.compare.as_ref().unwrap().href;
    assert!(compared.contains("a=GEO&b=KGZ&c=RUS"), "{compared}");
    assert!(shown("#/states?v=1&if=nine:1-").tools.compare.is_none(), "twelve are too many");
    let classes = shown("#/states?v=1&tab=pairs").classes.unwrap();
    let used = state(&classes.use_as.href);
    assert_eq!(used.scheme(&DS).unwrap().groups.len(), 5);
    assert_eq!(
        classes.lead,
        "4 classes of states that are party to the same instruments; alone: Kazakhstan."
    );
}

#[test]
fn conditions_on_the_readers_grouping_go_with_it() {
    let link = "#/states?v=1&g=own&own=Mine.West:BLRUKR.East:KAZ&if=group-own:2";
    assert_eq!(decode(link, &DS).errors.len(), 1, "groups have the keys g1, g2");
    assert_eq!(meeting(&shown(&link.replace(":2", ":g2"))), ["KAZ"].into());
    let view = shown("#/states?v=1&g=own&own=Mine.West:BLRUKR.East:KAZ&if=group-own");
    assert_eq!(meeting(&view), ["BLR", "KAZ", "UKR"].into());
    let lost = decode("#/states?v=1&if=group-own.nine:9", &DS);
    assert_eq!(lost.errors.len(), 1);
    assert_eq!(lost.state.of_states.conditions.len(), 1);
}

#[test]
fn chosen_states_are_the_rows_and_what_totals_count() {
    let all = shown("#/states?v=1&g=ukraine");
    let some = shown("#/states?v=1&g=ukraine&s=ARM.GEO.KAZ");
    assert_eq!(keys(&some).into_iter().collect::<BTreeSet<_>>(), ["ARM", "GEO", "KAZ"].into());
    assert!(
        some.sentences.concat().contains("Shown: Armenia, Georgia and Kazakhstan."),
        "{:?}",
        some.sentences
    );
    let total = some.total.unwrap();
    assert_eq!(
        (total.name.as_deref(), all.total.unwrap().name.as_deref()),
        (Some("All states shown"), Some("All twelve"))
    );
    let party = raw("participation").iter().filter(|c| {
        has(&serde_json::json!(["ARM", "GEO", "KAZ"]), c["state"].as_str().unwrap()) && c["party"] == true
    });
    assert!(total.totals[0].starts_with(&format!("{} of 27", party.count())), "{:?}", total.totals);
    let names: Vec<_> = some.blocks.iter().filter_map(|block| block.name.clone()).collect();
    assert!(names.iter().any(|name| name.ends_with("(1 of 5 members shown)")), "{names:?}");
    let met = shown("#/states?v=1&s=ARM.GEO.KAZ&if=party-CSR51");
    assert!(met.sentences[0].contains(" 3 "), "{:?}", met.sentences);
    let pairs = shown("#/states?v=1&tab=pairs&s=ARM.GEO.KAZ");
    assert_eq!(rows(&pairs).len(), 66, "the list of pairs has no filter of states");
}

#[test]
fn several_states_of_a_drawer_lead_to_their_rows() {
    let label = "These 8 states in the table of states";
    let state = state("#/instruments?v=1&open=instrument:CSR51&theme=visa");
    let drawer = view::evidence(ViewContext { ds: &DS, index: &INDEX, state: &state }).unwrap();
    let link = &drawer.go.iter().find(|go| go.label == label).unwrap().href;
    let party = raw("participation").iter().filter(|c| c["instrument"] == "CSR51" && c["party"] == true);
    let wanted: BTreeSet<_> = party.map(|c| c["state"].as_str().unwrap()).collect();
    assert_eq!(keys(&shown(link)).into_iter().collect::<BTreeSet<_>>(), wanted);
}
