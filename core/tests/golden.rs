//! Golden files: view models of links and beginnings of files, to be reviewed as a diff. Each holds
//! what its case is about (decision 0024).
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use cisconf_core::author::show::show;
use cisconf_core::export;
use cisconf_core::model::Dataset;
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::{ViewState, decode};
use cisconf_core::text::Lang;
use cisconf_core::view::{CitationFormat, ViewContext, citation};

/// A case: a name and a link.
///
/// The golden file `name.json` has the main area of the link; of an open drawer the evidence is in
/// `name.evidence.json`. A name that begins with `evidence-`, `frame` or `filter-bar` is about that
/// part alone.
const LINKS: &[(&str, &str)] = &[
    ("overview.en", "#/"),
    ("overview-grouped.ru", "#/?v=1&g=ukraine&lang=ru&open=central-body:TKM"),
    ("timeline.en", "#/?v=1&tab=timeline"),
    ("timeline-of-states.ru", "#/?v=1&tab=timeline&s=GEO.UKR&lang=ru"),
    ("figures.en", "#/?v=1&tab=figures&open=figure:idps"),
    ("figures.ru", "#/?v=1&tab=figures&lang=ru"),
    ("states.en", "#/states"),
    (
        "states-asked.en",
        "#/states?v=1&g=ukraine&if=party-CSR51.position:sub-regional&open=column:GEO:naming-citizenship",
    ),
    (
        "states-or.ru",
        "#/states?v=1&cols=body.assistance.laws.group-ukraine&if=body:no~ngolaw:silent.nine:-6&by=nine:up\
         &lang=ru&open=column:TJK:laws",
    ),
    ("pairs.ru", "#/states?v=1&tab=pairs&lang=ru&open=column:ARM.RUS:together"),
    ("pairs-asked.en", "#/states?v=1&tab=pairs&g=ukraine&pairif=furthest.with:RUS&pairby=similarity"),
    ("instruments.en", "#/instruments"),
    ("instruments-grouped.ru", "#/instruments?v=1&g=ukraine&s=BLR.GEO.KAZ.RUS&lang=ru&open=cell:GEO:CSR51"),
    (
        "instruments-filtered-as-of.en",
        "#/instruments?v=1&g=ukraine&s=AZE.GEO.RUS&asof=1996-05-29&open=count:trans-caucasus:CSR51",
    ),
    (
        "instruments-words.en",
        "#/instruments?v=1&g=central-asia&s=BLR.KAZ.UZB&cells=words&open=both:CSR51:PPCG48",
    ),
    ("agreements.en", "#/agreements?v=1&open=agreement:geo-rus-migration-1994"),
    (
        "agreements-filtered.ru",
        "#/agreements?v=1&g=ukraine&s=GEO&status=partly-ratified&lang=ru&open=pair:GEO:RUS",
    ),
    ("agreements-empty.en", "#/agreements?v=1&s=UZB&status=attempted&open=pair:ARM:TKM"),
    ("about.ru", "#/about?v=1&lang=ru"),
    ("about-instrument.en", "#/about?v=1&g=ukraine&of=instrument:CSR51"),
    ("about-instrument.ru", "#/about?v=1&lang=ru&of=instrument:CAT84"),
    ("about-theme.en", "#/about?v=1&of=theme:citizenship"),
    ("about-theme.ru", "#/about?v=1&lang=ru&of=theme:legislation"),
    ("about-population.en", "#/about?v=1&of=population:idps"),
    ("about-body.ru", "#/about?v=1&mine=UZB&lang=ru&of=body:kgz-migration-department&open=state:UZB"),
    ("network.en", "#/agreements?v=1&tab=network&open=links:UNHCR"),
    ("network-grouped.ru", "#/agreements?v=1&tab=network&g=ukraine&s=GEO.MDA&lang=ru&open=links:MDA"),
    ("network-assistance.en", "#/agreements?v=1&tab=network&g=ukraine&s=KGZ&open=links:IOM:RUS"),
    ("network-assistance.ru", "#/agreements?v=1&tab=network&s=TKM&status=ratified&lang=ru&open=unnamed:IOM"),
    ("network-empty.en", "#/agreements?v=1&tab=network&s=UZB&theme=visa"),
    ("compare.en", "#/compare?v=1&g=ukraine&a=ARM&b=GEO&open=state:GEO"),
    ("compare-differences.ru", "#/compare?v=1&a=KAZ&b=KGZ&rows=differ&asof=1999-01-01&lang=ru"),
    ("compare-same.en", "#/compare?v=1&a=ARM&b=ARM"),
    ("compare-three.en", "#/compare?v=1&a=ARM&b=GEO&c=UKR"),
    (
        "compare-groups.ru",
        "#/compare?v=1&g=ukraine&a=UKR&b=group:trans-caucasus&c=group:central-asia&lang=ru",
    ),
    ("compare-shared.en", "#/compare?v=1&g=ukraine&a=GEO&b=RUS&c=group:central-asia&rows=shared"),
    ("compare-one.ru", "#/compare?v=1&c=UKR&lang=ru"),
    ("findings.en", "#/findings?v=1&kind=obstacle&voice=ngo&page=2"),
    (
        "findings-narrowed.ru",
        "#/findings?v=1&g=ukraine&s=GEO&theme=legislation&rowsby=theme&columnsby=when&lang=ru",
    ),
    ("perspectives.en", "#/findings?v=1&tab=voices"),
    ("perspectives.ru", "#/findings?v=1&tab=voices&theme=ngo-sector&s=GEO.ARM.AZE&lang=ru"),
    ("findings-search.en", "#/findings?v=1&q=propiska"),
    ("findings-search.ru", "#/findings?v=1&kind=obstacle&q=регистрацией беженцев&lang=ru"),
    ("findings-typo.en", "#/findings?v=1&q=propsika&open=paragraph:gov.legislation.agreements:5"),
    ("findings-nothing.ru", "#/findings?v=1&s=UZB&q=здравоохранение.*&lang=ru"),
    ("findings-page.en", "#/findings?v=1&q=p.%2012"),
    ("findings-empty.en", "#/findings?v=1&s=UZB&kind=achievement&voice=donor&asked=DEU"),
    ("groups.en", "#/groupings"),
    ("groups-moving.en", "#/groupings?v=1&g=ukraine&move=RUS"),
    (
        "groups-own.ru",
        "#/groupings?v=1&g=own&own=~8d.~Pfqca5:ARMAZEGEO.~Csoqa5:BLRMDARUSUKR&lang=ru&open=like:ARM:GEO",
    ),
    (
        "groups-overlapping.en",
        "#/groupings?v=1&g=own&own=Two_at_once*.West:BLRMDAUKR.Black_Sea:GEORUSUKR.One:KAZ&move=UKR&open=concern:g1:legislation",
    ),
    ("data-periods.en", "#/data?v=1&table=periods&open=caveat:examples-not-exhaustive"),
    ("data-schemes.ru", "#/data?v=1&table=schemes&lang=ru&open=scheme:ukraine"),
    ("evidence-finding.en", "#/data?v=1&open=finding:gov.capacity.human.focus:1.2"),
    ("evidence-finding.ru", "#/data?v=1&lang=ru&open=finding:report.n14.1"),
    ("evidence-finding-quantity.en", "#/data?v=1&open=finding:gov.capacity.human.challenges:4.2"),
    ("evidence-paragraph.en", "#/data?v=1&open=paragraph:gov.legislation.agreements:5"),
    ("evidence-paragraph-table.ru", "#/data?v=1&lang=ru&open=paragraph:annex-a:1"),
    ("evidence-note.ru", "#/data?v=1&lang=ru&open=note:report.n21"),
    ("evidence-law.en", "#/data?v=1&open=law:blr-migration-programme"),
    ("evidence-assistance.ru", "#/data?v=1&lang=ru&open=assistance:coe-georgia-workshop"),
    ("evidence-position.en", "#/data?v=1&open=position:kgz-sub-regional"),
    ("evidence-position-unnamed.ru", "#/data?v=1&lang=ru&open=position:unnamed-europe-harmonisation"),
    ("evidence-working-group.ru", "#/data?v=1&lang=ru&open=working-group:refugee-law-protection"),
    ("evidence-event.en", "#/data?v=1&open=event:coe-moscow-2000"),
    ("evidence-citation.en", "#/instruments?v=1&s=ARM.AZE&open=cite:view"),
    ("state-geo.en", "#/state?v=1&of=GEO"),
    ("state-uzb.ru", "#/state?v=1&g=ukraine&of=UZB&lang=ru&open=state:UZB"),
    ("state-none.en", "#/state"),
    ("data-agreements.en", "#/data?v=1&table=agreements&tableby=-4&has=3:signed"),
    ("data-empty.ru", "#/data?v=1&table=laws&has=1:nowhere&lang=ru"),
    ("data-findings.en", "#/data?v=1&table=findings&page=2"),
    ("data-positions.ru", "#/data?v=1&table=positions&lang=ru"),
    ("data-laws.en", "#/data?v=1&table=laws"),
    ("data-assistance.ru", "#/data?v=1&table=assistance&lang=ru"),
    ("data-working-groups.en", "#/data?v=1&table=working-groups"),
    ("data-events.ru", "#/data?v=1&table=events&page=2&lang=ru"),
    ("data-themes.en", "#/data?v=1&table=themes"),
    ("data-paragraphs.ru", "#/data?v=1&table=paragraphs&lang=ru"),
    ("data-coverage.en", "#/data?v=1&table=coverage"),
    ("data-corrections.ru", "#/data?v=1&table=corrections&lang=ru"),
    ("data-codebook.ru", "#/data?v=1&table=codebook&page=99&lang=ru"),
    ("positions.en", "#/groupings?v=1&tab=positions"),
    (
        "positions-grouped.ru",
        "#/groupings?v=1&tab=positions&g=ukraine&lang=ru&open=position:geo-sub-regional",
    ),
    ("instruments-by-similarity.en", "#/instruments?v=1&g=ukraine&sort=similarity"),
    ("instruments-by-count.ru", "#/instruments?v=1&sort=count&lang=ru"),
    ("method.en", "#/groupings?v=1&tab=method&sort=similarity"),
    ("method-beside.ru", "#/groupings?v=1&tab=method&g=ukraine&beside=refugee-instruments&lang=ru"),
    (
        "method-own.en",
        "#/groupings?v=1&tab=method&g=own&beside=southern-caucasus&own=Mine*.A:ARMAZEGEO.B:GEORUS&open=caveat:grouping-doubts",
    ),
    ("deck.en", "#/deck?v=1&slide=2"),
    ("brief.en", "#/brief?v=1&s=GEO"),
    ("brief-both.ru", "#/brief?v=1&s=KGZ.TKM&pick=1&lang=ru"),
    ("brief-together.en", "#/brief?v=1&tab=together&g=ukraine&s=KAZ.KGZ.TJK.TKM.UZB"),
    ("frame.en", "#/compare?v=1&a=ARM&look=dark"),
    ("frame.ru", "#/?v=1&lang=ru&look=projector"),
    ("frame-broken.en", "#/wiki?v=2&g=nato&s=ARM.XXX&asof=1991-12-31&colour=red&open=state:YUG"),
    ("filter-bar-instruments.ru", "#/instruments?v=1&g=ukraine&s=BLR.GEO&asof=1996-05-29&lang=ru"),
    ("filter-bar-agreements.en", "#/agreements?v=1&g=ukraine&s=GEO&status=partly-ratified"),
    ("filter-bar-findings.ru", "#/findings?v=1&s=GEO&theme=legislation&kind=obstacle&voice=ngo&lang=ru"),
    ("filter-bar-search.en", "#/findings?v=1&q=propsika"),
    ("filter-bar-nothing.ru", "#/findings?v=1&s=UZB&q=здравоохранение.*&lang=ru"),
];
/// Downloads of the Data view with the number of lines to compare.
const FILES: &[(&str, usize)] = &[
    ("dictionary", 16),
    ("long", 8),
    ("collection:findings", 4),
    ("collection:positions", 4),
    ("collection:participation", 6),
    ("collection:schemes", 4),
    ("collection:caveats", 4),
    ("shown:coverage", 6),
    ("xlsx:shown:periods", 60),
    ("xlsx:collection:notes", 40),
];
const AGAIN: &str = "UPDATE_GOLDEN=1 cargo test -p cisconf-core --test golden";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Returns the name of the golden file of a download.
fn kept_as(name: &str) -> String {
    let (name, kind) = name.strip_prefix("xlsx:").map_or((name, "csv"), |name| (name, "xlsx"));
    format!("file-{}.{kind}.txt", name.replace(':', "-"))
}

/// Returns the first lines of a download.
///
/// Without byte order mark and carriage returns, which other tests check.
fn beginning(ds: &Dataset, name: &str, lines: usize) -> String {
    let index = FindingsIndex::new(ds);
    let cx = ViewContext { ds, index: &index, state: &ViewState::default() };
    let input = export::ExportInput { cx, json: cisconf_core::BUNDLE, address: None, program: "0.0.0" };
    if let Some(export::ExportFile::Workbook(content)) = export::ExportFile::parse(name) {
        let (_, sheets) = export::sheets(input, content).unwrap();
        return export::parts(&sheets)
            .iter()
            .map(|(name, part)| beginning_of_part(name, part, lines))
            .collect();
    }
    let text = String::from_utf8(export::file(input, name).unwrap().bytes).unwrap();
    text.trim_start_matches('\u{feff}').lines().take(lines).map(|line| format!("{line}\n")).collect()
}

/// Returns the citation of a filtered view in every form.
fn citations(ds: &Dataset, lang: Lang) -> String {
    let index = FindingsIndex::new(ds);
    let state = ViewState { lang, ..decode("#/instruments?v=1&s=ARM.AZE", ds).state };
    let cx = ViewContext { ds, index: &index, state: &state };
    let cited =
        |(format, name, _)| format!("-- {name}\n{}\n", citation(cx, Some("https://example.org/"), format));
    CitationFormat::ALL.map(cited).concat().replace('\r', "")
}

/// Returns the file of [`citations`] in a language.
fn citation_file(lang: Lang) -> String {
    format!("citation.{}.txt", lang.tag())
}

/// Returns the first tags of a part of a workbook, one a line.
fn beginning_of_part(name: &str, part: &str, lines: usize) -> String {
    let part = part.replace("><", ">\n<");
    let kept = part.lines().take(lines).map(|line| format!("{line}\n"));
    format!("-- {name}\n{}", kept.collect::<String>())
}

/// Returns the golden files of a case with the part of the screen that each holds.
fn parts_of(name: &str, link: &str) -> Vec<(String, &'static str)> {
    let whole = |part| vec![(format!("{name}.json"), part)];
    match name.split(['.', '-']).next() {
        Some("evidence") => whole("evidence"),
        Some("frame") => whole("frame"),
        Some("filter") => whole("filter_bar"),
        _ if link.contains("open=") => {
            vec![(format!("{name}.json"), "main"), (format!("{name}.evidence.json"), "evidence")]
        }
        _ => whole("main"),
    }
}

/// Returns a part of a screen, with its link.
fn part_of(screen: &str, part: &str) -> String {
    let mut is_kept = true;
    let lines = screen.lines().filter(|line| {
        if let Some((name, _)) = line.strip_prefix("  \"").and_then(|rest| rest.split_once('"')) {
            is_kept = name == "link" || name == part;
        } else if !line.starts_with("  ") {
            is_kept = true;
        }
        is_kept
    });
    let kept: String = lines.map(|line| format!("{line}\n")).collect();
    kept.replace(",\n}\n", "\n}\n")
}

/// Returns the first line that differs, for a message.
fn first_difference(kept: &str, now: &str) -> String {
    let (mut kept_lines, mut now_lines) = (kept.lines(), now.lines());
    for line in 1.. {
        let (kept, now) = (kept_lines.next(), now_lines.next());
        if kept != now || kept.is_none() {
            let shown = |text: Option<&str>| text.map_or("(the end)".to_owned(), |t| t.trim().to_owned());
            return format!("line {line}\n  kept: {}\n  now:  {}", shown(kept), shown(now));
        }
    }
    String::new()
}

#[test]
fn what_people_see_is_what_was_reviewed() {
    let ds = cisconf_core::embedded().unwrap();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    let screens = LINKS.iter().flat_map(|(name, link)| {
        let screen = show(&ds, link, None).unwrap().json;
        parts_of(name, link)
            .into_iter()
            .map(move |(file, part)| (file, (*link).to_owned(), part_of(&screen, part)))
    });
    let files =
        FILES.iter().map(|(name, lines)| (kept_as(name), (*name).to_owned(), beginning(&ds, name, *lines)));
    let cited = Lang::ALL.iter().map(|lang| (citation_file(*lang), String::new(), citations(&ds, *lang)));
    for (name, link, now) in screens.chain(files).chain(cited) {
        let file = folder().join(&name);
        if update {
            std::fs::write(&file, now).unwrap();
            continue;
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        if kept != now {
            changed.push(format!("{name} ({link}): {}", first_difference(&kept, &now)));
        }
    }
    assert!(changed.is_empty(), "{}\nIf this is meant: {AGAIN}", changed.join("\n"));
}

#[test]
fn no_file_is_left_over() {
    let screens = LINKS.iter().flat_map(|(name, link)| parts_of(name, link)).map(|(file, _)| file);
    let files = FILES.iter().map(|(name, _)| kept_as(name));
    let cited = Lang::ALL.iter().map(|lang| citation_file(*lang));
    let wanted: BTreeSet<_> = screens.chain(files).chain(cited).collect();
    let entries = std::fs::read_dir(folder()).unwrap();
    let there: BTreeSet<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, wanted);
}

#[test]
fn a_word_of_the_header_changes_three_files_at_most() {
    let parts: Vec<_> = LINKS.iter().flat_map(|(name, link)| parts_of(name, link)).collect();
    assert_eq!(parts.iter().filter(|(_, part)| *part == "frame").count(), 3);
    // No other part repeats the header: its words for screen readers stand nowhere else.
    for file in parts.iter().filter(|(_, part)| *part != "frame").map(|(file, _)| file) {
        let text = std::fs::read_to_string(folder().join(file)).unwrap();
        assert!(!text.contains("Assessment of the CIS Conference process, 1996–2000"), "{file}");
    }
}

#[test]
fn the_command_prints_the_view_behind_a_link() {
    let run = |args: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_dataset")).arg("show").args(args).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (text(out.stdout), text(out.stderr), out.status.code())
    };
    let ds = cisconf_core::embedded().unwrap();
    let wanted = |link: &str, lang| show(&ds, link, lang).unwrap().json;
    let data = "#/data?v=1&table=periods";
    for (args, link, lang) in [
        (vec![data], data, None),
        (vec!["/data?v=1&table=periods"], data, None),
        (vec!["https://example.org/a/index.html#/data?v=1&table=periods"], data, None),
        (vec![data, "--lang", "ru"], data, Some(Lang::Ru)),
        (vec!["--lang", "en", "#/data?v=1&table=periods&lang=ru"], data, None),
    ] {
        assert_eq!(run(&args), (wanted(link, lang), String::new(), Some(0)), "{args:?}");
    }
    let (shown, lost, code) = run(&["#/data?v=1&table=periods&colour=red&look=sepia"]);
    assert_eq!(code, Some(0));
    assert_eq!(lost, "unknown setting “colour”\nAppearance: value “sepia”\n");
    assert!(lost.lines().all(|line| shown.contains(line)), "{shown}");
    let file = |name: &str, text: &str| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).unwrap();
        path.into_os_string().into_string().unwrap()
    };
    let good = file(
        "good.json",
        r#"{"schema":1,"kind":"grouping","name":"Mine","exclusive":true,"groups":[{"name":"A","states":["GEO","ARM"]}]}"#,
    );
    let own = wanted("#/groupings?v=1&g=own&own=Mine.A:ARMGEO", None);
    assert_eq!(run(&["#/groupings", "--scheme", &good]), (own, String::new(), Some(0)));
    let bad = file(
        "bad.json",
        r#"{"schema":1,"kind":"grouping","name":"Mine","exclusive":true,"groups":[{"name":"A","states":["GEO","XXX"]},7]}"#,
    );
    let told = format!(
        "{bad}: $.groups[0].states[1]: no state of the twelve: “XXX”\n{bad}: $.groups[1]: an object is wanted here\n"
    );
    assert_eq!(run(&["#/groupings", "--scheme", &bad]), (told, String::new(), Some(1)));
    let large = file("large.json", &"[".repeat(70_000));
    let told = format!("{large}: $: больше 64 КБ: файл группировки не бывает таким большим\n");
    assert_eq!(run(&["#/groupings", "--scheme", &large, "--lang", "ru"]), (told, String::new(), Some(1)));
    assert_eq!(run(&["#/groupings", "--scheme", "/nowhere/at.json"]).2, Some(1));
    for wrong in [
        &[][..],
        &["#/", "--lang"],
        &["#/", "--scheme"],
        &["#/", "--lang", "fr"],
        &["#/", "#/"],
        &["--data", "x"],
    ] {
        assert_eq!(run(wrong).2, Some(2), "{wrong:?}");
    }
}
