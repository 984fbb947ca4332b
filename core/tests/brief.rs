//! Briefs against the page of the state, whose numbers `state_page.rs` compares with the raw JSON.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed test may stop")]

use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::decode;
use cisconf_core::text::load_view_texts;
use cisconf_core::view::{Brief, BriefContent, BriefPage, Line, Main, StatePage, ViewContext, main_view};

fn main_of(ds: &Dataset, index: &FindingsIndex, link: &str) -> Main {
    let state = decode(link, ds).state;
    main_view(ViewContext { ds, index, state: &state })
}

fn brief_of(ds: &Dataset, index: &FindingsIndex, link: &str) -> Brief {
    let Main::Brief(brief) = main_of(ds, index, link) else { panic!("{link} is no brief") };
    brief
}

fn page_of(ds: &Dataset, index: &FindingsIndex, key: &str, lang: &str) -> StatePage {
    let Main::State(page) = main_of(ds, index, &format!("#/state?v=1&of={key}&lang={lang}")) else {
        panic!("{key} has no page")
    };
    page
}

fn lines(page: &BriefPage) -> impl Iterator<Item = &Line> {
    let groups = page.parts.iter().filter_map(|part| match &part.content {
        BriefContent::Lines(groups) => Some(groups),
        _ => None,
    });
    groups.flatten().flat_map(|group| &group.lines)
}

#[test]
fn a_brief_says_what_the_page_of_the_state_says() {
    load_view_texts();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    index.load(&ds);
    for lang in ["en", "ru"] {
        for state in &ds.states {
            let brief = brief_of(&ds, &index, &format!("#/brief?v=1&s={}&lang={lang}", state.key));
            let [sheet] = &*brief.pages else { panic!("{}: more than one sheet", state.key) };
            let page = page_of(&ds, &index, &state.key, lang);
            assert_eq!(sheet.title, page.title);
            let mut compared = 0;
            for part in &sheet.parts {
                let Some(section) = page.sections.iter().find(|section| section.title == part.title) else {
                    continue;
                };
                compared += 1;
                assert_eq!(part.n, section.n, "{} {lang}: {}", state.key, part.title);
                // Where lines are listed, they are those of the page, or their short forms.
                let n = match &part.content {
                    BriefContent::Lines(groups) => groups.iter().map(|group| group.lines.len()).sum(),
                    _ => section.groups.iter().map(|group| group.lines.len()).sum::<usize>(),
                };
                let all: usize = section.groups.iter().map(|group| group.lines.len()).sum();
                let is_told_by_pages = n == 1 && all > 1;
                assert!(n == all || is_told_by_pages, "{} {lang}: {}", state.key, part.title);
            }
            assert!(compared >= 9, "{}: {compared} parts", state.key);
            let limits = page.limits.unwrap();
            assert_eq!(sheet.limits, limits);
            for line in lines(sheet).filter(|line| line.open.is_some()) {
                assert!(line.pages.contains("p. ") || line.pages.contains("с. "), "{}: no page", line.text);
            }
        }
    }
}

#[test]
fn notes_on_dates_and_the_treaties_of_a_column_are_kept() {
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    for state in &ds.states {
        let brief = brief_of(&ds, &index, &format!("#/brief?v=1&s={}", state.key));
        let BriefContent::Treaties(treaties) = &brief.pages[0].parts[0].content else {
            panic!("no treaties")
        };
        for (row, id) in treaties.rows.iter().zip(ds.instrument_ids()) {
            let cell = ds.cell(ds.state_by_key(&state.key).unwrap(), id);
            for act in &cell.acts {
                assert!(row.dates.contains(&act.date.year.to_string()), "{} {}", state.key, row.label);
                let noted =
                    act.note.as_ref().is_none_or(|note| treaties.notes.iter().any(|n| n.contains(&note.en)));
                assert!(
                    noted && (act.note.is_none() || row.dates.contains('(')),
                    "{} {}",
                    state.key,
                    row.label
                );
            }
        }
    }
}

#[test]
fn a_sheet_for_each_state_or_group_and_language() {
    load_view_texts();
    let ds = cisconf_core::embedded().unwrap();
    let index = FindingsIndex::new(&ds);
    let titles = |link: &str| -> Vec<String> {
        brief_of(&ds, &index, link).pages.into_iter().map(|page| page.title).collect()
    };
    assert_eq!(titles("#/brief").len(), 12);
    assert_eq!(titles("#/brief?v=1&s=GEO&pick=1"), ["Georgia", "Грузия"]);
    let groups = brief_of(&ds, &index, "#/brief?v=1&g=central-asia&tab=together");
    assert_eq!(groups.title, "Briefs by group: 1", "states in no group are no group");
    assert_eq!(groups.pages.len(), 2);
    assert_eq!(titles("#/brief?v=1&s=GEO.ARM&tab=together"), ["Armenia and Georgia"]);
    let shown = titles("#/brief?v=1&g=ukraine&s=KAZ.KGZ&tab=together");
    assert_eq!(shown, ["Central Asia (2 of 5 members shown)"], "part of a group says so");
}
