//! Tests of the tables of Data: their order and filters against the raw JSON.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::export::{ExportInput, file};
use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Action, CustomName, Table, ViewState, decode, encode, reduce};
use cisconf_core::view::{self, Data, ViewContext};
use serde_json::Value;

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));
static RAW: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(cisconf_core::BUNDLE).unwrap());

fn state(link: &str) -> ViewState {
    cisconf_core::text::load_russian();
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    decoded.state
}

fn cx(state: &ViewState) -> ViewContext<'_> {
    ViewContext { ds: &DS, index: &INDEX, state }
}

fn data(link: &str) -> Data {
    view::data(cx(&state(link)))
}

/// All rows of a link's table, of every page.
fn rows(link: &str) -> Vec<Vec<String>> {
    let state = state(link);
    view::whole_table(cx(&state), state.table).split_off(1)
}

fn column(link: &str, column: usize) -> Vec<String> {
    rows(link).into_iter().map(|mut row| row.swap_remove(column)).collect()
}

fn items(collection: &str) -> &'static [Value] {
    RAW[collection].as_array().unwrap()
}

/// A date as digits that order it: `1998-09` is 19980900.
fn digits(date: &Value) -> Option<String> {
    let text = date.as_str()?.split('/').next()?.replace('-', "");
    let season = |text: &str| match &text[4..] {
        "21" => "03".to_owned(),
        "22" => "06".to_owned(),
        "23" => "09".to_owned(),
        "24" => "12".to_owned(),
        month => month.to_owned(),
    };
    Some(match text.len() {
        4 => format!("{text}0000"),
        6 => format!("{}{}00", &text[..4], season(&text)),
        _ => text,
    })
}

#[test]
fn the_number_of_rows_of_each_table_is_that_of_its_list() {
    for table in Table::ALL {
        let link = format!("#/data?v=1&table={}", table.url());
        let link = if *table == Table::Caveats { "#/data" } else { &link };
        assert_eq!(view::rows_of(&DS, *table), rows(link).len(), "{link}");
    }
}

#[test]
fn events_are_ordered_by_the_dates_of_the_json() {
    let mut expected: Vec<(String, String)> = items("events")
        .iter()
        .map(|event| (digits(&event["date"]).unwrap(), event["title"]["en"].as_str().unwrap().to_owned()))
        .collect();
    expected.sort_by(|a, b| a.0.cmp(&b.0));
    let titles = |rows: &[(String, String)]| rows.iter().map(|row| row.1.clone()).collect::<Vec<_>>();
    assert_eq!(column("#/data?v=1&table=events&tableby=2", 0), titles(&expected));
    expected.sort_by(|a, b| b.0.cmp(&a.0));
    assert_eq!(column("#/data?v=1&table=events&tableby=-2", 0), titles(&expected));
}

#[test]
fn agreements_are_ordered_by_their_stage_and_those_without_a_date_come_last() {
    let stages = [
        "attempted",
        "negotiating",
        "concluded",
        "signed",
        "partly-ratified",
        "ratified",
        "in-force",
        "unstated",
    ];
    let stage = |x: &Value| stages.iter().position(|stage| x["status"] == *stage).unwrap();
    let mut expected: Vec<&Value> = items("agreements").iter().collect();
    let titles = |rows: &[&Value]| {
        rows.iter().map(|x| x["title"]["en"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    expected.sort_by_key(|x| stage(x));
    assert_eq!(column("#/data?v=1&table=agreements&tableby=3", 0), titles(&expected));

    let date = |x: &Value| ["signed", "effective", "dated"].iter().find_map(|field| digits(&x[*field]));
    let mut dated: Vec<&Value> = items("agreements").iter().filter(|x| date(x).is_some()).collect();
    dated.sort_by_key(|x| std::cmp::Reverse(date(x)));
    let shown = column("#/data?v=1&table=agreements&tableby=-4", 0);
    assert_eq!(shown[..dated.len()], titles(&dated));
    assert!(dated.len() < shown.len());
}

#[test]
fn figures_are_ordered_by_value_and_findings_by_page() {
    let mut expected: Vec<&Value> = items("indicators").iter().collect();
    expected.sort_by_key(|x| std::cmp::Reverse(x["value"].as_u64().unwrap()));
    let names: Vec<&str> = expected.iter().map(|x| x["name"]["en"].as_str().unwrap()).collect();
    assert_eq!(column("#/data?v=1&table=figures&tableby=-3", 0), names);
    let names: Vec<&str> = expected.iter().map(|x| x["name"]["ru"].as_str().unwrap()).collect();
    assert_eq!(column("#/data?v=1&table=figures&tableby=-3&lang=ru", 0), names);

    let pages: Vec<u16> = column("#/data?v=1&table=findings&tableby=7", 6)
        .iter()
        .map(|cell| {
            cell.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty()).unwrap().parse().unwrap()
        })
        .collect();
    assert!(pages.is_sorted() && pages.len() == items("findings").len());
}

#[test]
fn a_name_is_ordered_by_the_alphabet_of_the_page() {
    for (lang, field) in [("", "en"), ("&lang=ru", "ru")] {
        let fold = |text: &str| text.to_lowercase().replace('ё', "е");
        let mut expected: Vec<&str> =
            items("states").iter().map(|x| x["name"][field].as_str().unwrap()).collect();
        expected.sort_by_key(|name| fold(name));
        assert_eq!(column(&format!("#/data?v=1&table=states&tableby=1{lang}"), 0), expected);
        expected.reverse();
        assert_eq!(column(&format!("#/data?v=1&table=states&tableby=-1{lang}"), 0), expected);
    }
}

#[test]
fn a_value_of_a_list_leaves_the_same_rows_in_both_languages() {
    for status in ["ratified", "signed", "in-force"] {
        let n = items("agreements").iter().filter(|x| x["status"] == status).count();
        for lang in ["", "&lang=ru"] {
            let link = format!("#/data?v=1&table=agreements{lang}");
            let options = data(&link).heads.swap_remove(2).filter.options;
            let option = options.iter().find(|option| option.value.replace(' ', "-") == status).unwrap();
            assert!(option.label.ends_with(&format!("({n})")), "{}", option.label);
            let next = reduce(&state(&link), Action::FilterColumn(2, CustomName::new(&option.value)), &DS);
            assert_eq!(rows(&encode(&next, &DS)).len(), n, "{}", encode(&next, &DS));
        }
    }
    // With the filter of another column: the states of the laws that are drafts.
    let drafts = items("laws").iter().filter(|x| x["status"] == "draft" && x["state"] == "GEO").count();
    let head = data("#/data?v=1&table=laws&has=4:draft").heads.swap_remove(1);
    let georgia = head.filter.options.iter().find(|option| option.value == "Georgia");
    assert_eq!(georgia.map(|option| option.label.clone()), Some(format!("Georgia ({drafts})")));
}

#[test]
fn a_text_is_sought_in_either_language_and_a_number_as_a_whole_number() {
    let with = |field: &str, text: &str| {
        let has = |x: &&Value| x["summary"][field].as_str().unwrap().to_lowercase().contains(text);
        items("findings").iter().filter(has).map(|x| x["id"].clone()).collect::<Vec<_>>()
    };
    let propiska = with("en", "propiska").len();
    assert!(propiska > 0);
    for lang in ["", "&lang=ru"] {
        assert_eq!(rows(&format!("#/data?v=1&table=findings&has=1:propiska{lang}")).len(), propiska);
    }
    let russian = items("findings")
        .iter()
        .filter(|x| x["summary"]["ru"].as_str().unwrap().to_lowercase().contains("прописк"))
        .count();
    let mut next = reduce(
        &state("#/data?v=1&table=findings&lang=ru"),
        Action::FilterColumn(0, CustomName::new("ПРОПИСК")),
        &DS,
    );
    assert_eq!(rows(&encode(&next, &DS)).len(), russian);
    next = reduce(&next, Action::ClearColumns, &DS);
    assert_eq!(rows(&encode(&next, &DS)).len(), items("findings").len());

    // Page 4 is not page 44.
    assert_eq!(rows("#/data?v=1&table=figures&has=7:44").len(), items("indicators").len());
    assert_eq!(rows("#/data?v=1&table=figures&has=7:4").len(), 0);
    assert_eq!(rows("#/data?v=1&table=figures&has=3:1556000").len(), 1);
    assert_eq!(rows("#/data?v=1&table=figures&has=3:1556000&lang=ru").len(), 1);
}

#[test]
fn a_table_that_is_filtered_away_says_so_and_keeps_its_heads() {
    for lang in ["", "&lang=ru"] {
        let link = format!("#/data?v=1&table=agreements&has=3:nowhere.5:1{lang}");
        let shown = data(&link);
        assert!(shown.rows.is_empty() && shown.empty.is_some() && shown.heads.len() == 5, "{link}");
        assert_eq!(shown.chips.len(), 2);
        // The list of values shows what the link asks for.
        assert!(
            shown.heads[2].filter.options.iter().any(|option| option.current && option.value == "nowhere")
        );
    }
    // A column that the table does not have changes nothing.
    assert_eq!(
        rows("#/data?v=1&table=periods&tableby=8&has=8:x").len(),
        RAW["meta"]["periods"].as_array().unwrap().len()
    );
}

#[test]
fn a_press_on_a_head_orders_up_then_down_then_as_before() {
    let links = [
        "#/data?v=1&table=events&tableby=2",
        "#/data?v=1&table=events&tableby=-2",
        "#/data?v=1&table=events",
    ];
    let mut link = links[2].to_owned();
    for (next, sort) in links.into_iter().zip(["ascending", "descending", ""]) {
        link = data(&link).heads[1].href.clone();
        assert_eq!(link, next);
        assert_eq!(data(&link).heads[1].sort, sort);
    }
    let other = reduce(&state(links[0]), Action::Table(Table::Laws), &DS);
    assert_eq!(encode(&other, &DS), "#/data?v=1&table=laws");
}

#[test]
fn a_file_has_the_rows_and_the_order_of_the_link() {
    let link = "#/data?v=1&table=agreements&tableby=-4&has=3:ratified";
    let state = state(link);
    let input = ExportInput {
        cx: cx(&state),
        json: cisconf_core::BUNDLE,
        address: Some("https://example.org/"),
        program: "0.0.0",
    };
    let csv = String::from_utf8(file(input, "shown:agreements").unwrap().bytes).unwrap();
    let firsts: Vec<String> = csv
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().trim_matches('"').to_owned())
        .collect();
    assert_eq!(firsts, column(link, 0));
    // All rows are in the file beside it.
    let csv = String::from_utf8(file(input, "collection:agreements").unwrap().bytes).unwrap();
    assert!(csv.lines().count() > items("agreements").len());
    let (filters, order) = view::table_choice(cx(&state));
    assert_eq!(filters, ["Status: ratified"]);
    assert_eq!(order.unwrap().0, "Date");
    let shown = data(link);
    assert!(shown.downloads.items[0].detail.starts_with(&firsts.len().to_string()));
    assert!(shown.downloads.items[1].detail.starts_with(&items("agreements").len().to_string()));
    assert!(shown.sentences[0].contains(&format!("{} of {} rows", firsts.len(), items("agreements").len())));
}
