//! Tests that qualifications are shown with a statement.
//!
//! These are the end of a body, a draft, a plan, and the report's doubts about sub-regions.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::export;
use cisconf_core::model::{Dataset, LawStatus, NoteId, ParagraphId};
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{Action, Evidence, Tab, ViewState, decode, reduce};
use cisconf_core::view::{self, DrawerLine, ViewContext};

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<FindingsIndex> = LazyLock::new(|| FindingsIndex::new(&DS));

fn shown<T>(link: &str, view: impl Fn(ViewContext) -> T) -> T {
    let decoded = decode(link, &DS);
    assert_eq!(decoded.errors, [], "{link}");
    view(ViewContext { ds: &DS, index: &INDEX, state: &decoded.state })
}

fn opened(open: Evidence) -> Vec<DrawerLine> {
    let state = reduce(&ViewState::default(), Action::Open(open), &DS);
    view::evidence(ViewContext { ds: &DS, index: &INDEX, state: &state }).unwrap().lines
}

/// Returns the drawer lines of every paragraph and footnote.
fn coded() -> Vec<DrawerLine> {
    let paragraphs = (0..DS.paragraphs.len()).map(|i| Evidence::Paragraph(ParagraphId::from(i)));
    let notes = (0..DS.notes.len()).map(|i| Evidence::Note(NoteId::from(i)));
    paragraphs.chain(notes).flat_map(opened).collect()
}

#[test]
fn a_body_that_was_dissolved_is_no_plain_yes() {
    for (lang, yes, until) in
        [("en", "yes", "yes, until December 1999"), ("ru", "есть", "был до декабря 1999\u{a0}г.")]
    {
        let link = |link: &str| format!("{link}&lang={lang}");
        let mut said: Vec<String> = Vec::new();
        let mut of_lines = |lines: &mut dyn Iterator<Item = (Option<String>, String)>| {
            said.extend(
                lines.filter(|(open, _)| open.as_deref() == Some("central-body:UKR")).map(|(_, text)| text),
            );
        };
        for page in ["#/state?v=1&of=UKR", "#/about?v=1&of=body:ukr-migration-committee"] {
            let page = shown(&link(page), view::state_page);
            let lines =
                page.sections.iter().flat_map(|section| &section.groups).flat_map(|group| &group.lines);
            of_lines(&mut lines.map(|line| (line.open.as_ref().map(|o| o.key.clone()), line.text.clone())));
        }
        let compared = shown(&link("#/compare?v=1&a=UKR&b=ARM"), view::compare);
        let cells = compared.sections.iter().flat_map(|section| &section.rows).flat_map(|row| &row.cells);
        let entries = cells.flat_map(|cell| &cell.lines);
        of_lines(&mut entries.map(|line| (line.open.as_ref().map(|o| o.key.clone()), line.text.clone())));
        for open in ["state:UKR", "paragraph:gov.capacity.structures:11", "central-bodies:with"] {
            let drawer = shown(&link(&format!("#/compare?v=1&g=central-body&open={open}")), view::evidence);
            let lines = drawer.unwrap().lines.into_iter();
            of_lines(&mut lines.map(|line| (line.open.map(|o| o.key), line.text)));
        }
        assert_eq!(said, vec![until; 6], "{lang}");
        let own = shown(&link("#/?v=1&open=central-body:UKR"), view::evidence).unwrap().lines;
        assert_eq!(own[0].text, until);
        let table = shown(&link("#/data?v=1&table=states"), view::data);
        let cell = |code: &str| {
            let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell == code)).unwrap();
            row.cells[3].clone()
        };
        assert_eq!([cell("UKR"), cell("ARM")], [until, yes]);
    }
    let file = shown("#/", |cx| {
        let input = export::ExportInput { cx, json: cisconf_core::BUNDLE, address: None, program: "0.0.0" };
        export::file(input, "collection:states")
    });
    let file = String::from_utf8(file.unwrap().bytes).unwrap();
    let lines: Vec<Vec<&str>> = file.lines().map(|line| line.split(',').collect()).collect();
    let at = lines[0].iter().position(|name| *name == "central_body_value").unwrap();
    assert_eq!(lines[0][at + 1], "central_body_until");
    let ukraine = lines.iter().find(|line| line[0] == "UKR").unwrap();
    assert_eq!(ukraine[at..at + 2], ["true", "1999-12"]);
}

#[test]
fn what_was_coded_from_a_paragraph_says_what_is_a_draft_planned_or_gone() {
    let all = coded();
    let text = |evidence: Evidence| {
        let key = evidence.key(&DS, None);
        let line = all.iter().find(|line| line.open.as_ref().is_some_and(|open| open.key == key));
        line.unwrap_or_else(|| unreachable!("no paragraph has {key}")).text.clone()
    };
    for (i, law) in DS.laws.iter().enumerate() {
        let said = text(Evidence::Law(i.into()));
        assert_eq!(said.ends_with("· draft"), law.status == LawStatus::Draft, "{said}");
    }
    for (i, help) in DS.assistance.iter().enumerate() {
        let said = text(Evidence::Assistance(i.into()));
        assert_eq!(said.ends_with("(planned)"), help.planned, "{said}");
    }
    let committee = DS.bodies.iter().position(|body| body.key == "ukr-migration-committee").unwrap();
    assert!(text(Evidence::Body(committee.into())).ends_with("· dissolved, December 1999"));
}

#[test]
fn the_reports_doubts_stand_above_sub_regions_alone() {
    struct Shown {
        doubts: bool,
        note: bool,
    }
    let shown_at = |link: &str| {
        let decoded = decode(link, &DS);
        let cx = ViewContext { ds: &DS, index: &INDEX, state: &decoded.state };
        let method = decoded.state.tab == Tab::Method;
        let doubts = if method { view::method(cx).doubts } else { view::groups(cx).doubts };
        assert_eq!(doubts.lines.is_empty(), doubts.findings.is_empty(), "{link}");
        Shown { doubts: !doubts.lines.is_empty(), note: !doubts.noted.is_empty() }
    };
    for tab in ["", "&tab=method"] {
        for (query, doubts, note) in [
            ("", true, false),
            ("&g=ukraine", true, true),
            ("&g=central-asia", true, true),
            ("&g=southern-caucasus", true, true),
            ("&g=own&own=Mine.A:ARMAZE.B:GEO", true, false),
            ("&g=central-body", false, true),
            ("&g=refugee-instruments", false, true),
        ] {
            let shown = shown_at(&format!("#/groupings?v=1{tab}{query}"));
            assert_eq!((shown.doubts, shown.note), (doubts, note), "{tab} {query}");
        }
    }
    // A sub-regional grouping compared with another kind of grouping.
    assert!(shown_at("#/groupings?v=1&tab=method&g=central-body&beside=ukraine").doubts);
}
