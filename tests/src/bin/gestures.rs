//! `gestures [REPETITIONS] [--only WORD]... [--against FOLDER]...`: main-thread time per gesture.
//!
//! A benchmark in a real browser, not a test. `--only` selects the kinds whose name contains the
//! word. `--against` also measures other builds next to the one in `dist/`; each gesture runs in
//! all builds before the next, so that the load of the machine affects all equally.
//!
//! Method: the renderer's metrics of its main thread (`Performance.getMetrics`: `TaskDuration`, and
//! of that script, style and layout) are read before a real input and again two frames after it.
//! The difference is the main-thread cost of the gesture, from the event to the frame that shows
//! its result: script, style, layout, paint preparation, and any garbage collection in between.
//! Time is thread time (`threadTicks`), not wall time, which reduces the influence of other
//! programs; through caches and hyper-threading they still add up to a half. The median of the same
//! reading around a press on empty space is subtracted as overhead. Moving the mouse, opening the
//! menu and preparing the state happen before the first reading. After the second reading the
//! address must have changed, so that a gesture without effect or with a late one is not counted.
//!
//! Floor: the changes of the document in a gesture are recorded and undone; then the same press is
//! sent again to a plain JavaScript listener that makes them again. Its main-thread time is what
//! the browser itself needs for these changes. Focus, scrolling and memory are not in
//! it.
//!
//! Interaction to next paint: the duration that the browser reports (Event Timing, in steps of 8
//! ms), with the processor slowed down four times, for every kind of gesture and for the first
//! opening of every view. Gestures under 16 ms are not reported and count as 16.
#![allow(clippy::print_stdout, reason = "a command that speaks to its user")]
#![allow(clippy::panic, reason = "a scene that cannot be set makes every figure worthless")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cisconf_e2e::browser::Browser;
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};
use serde_json::{Value, json};

/// Length of a frame at 60 Hz.
const BUDGET_MS: f64 = 16.0;
const REPETITIONS: usize = 200;
const WARM_UP: usize = 10;

/// An input of the user.
#[derive(Clone, Copy)]
enum Input {
    /// Presses the nth match of a selector (modulo their number).
    Press(&'static str),
    /// Presses Up and Down in turn in a field.
    Arrow(&'static str),
    /// Presses Enter in a field that an arrow key has changed.
    Enter(&'static str),
    /// Goes back in the history.
    Back,
    /// Goes forward in the history.
    Forward,
    /// Presses on empty space.
    Nothing,
}

/// A kind of gesture: its start links (used in turn), the `data-kind` of the open menu, the input.
struct Class {
    name: &'static str,
    from: &'static [&'static str],
    menu: Option<&'static str>,
    input: Input,
}

const fn class(
    name: &'static str,
    from: &'static [&'static str],
    menu: Option<&'static str>,
    input: Input,
) -> Class {
    Class { name, from, menu, input }
}

const EVERYWHERE: &[&str] =
    &["#/", "#/instruments?v=1&g=ukraine", "#/agreements", "#/compare?v=1&a=ARM&b=GEO", "#/data"];
const INSTRUMENTS: &[&str] = &["#/instruments"];
const GROUPED: &[&str] =
    &["#/instruments", "#/instruments?v=1&g=ukraine", "#/instruments?v=1&g=ukraine&s=ARM.GEO.UKR"];
const AGREEMENTS: &[&str] = &["#/agreements"];
const NETWORK: &[&str] = &["#/agreements?v=1&tab=network"];
const COMPARE: &[&str] = &["#/compare?v=1&a=GEO&b=ARM", "#/compare?v=1&a=RUS&b=UKR"];
const COMPARE_SIX: &[&str] = &["#/compare?v=1&a=GEO&b=ARM&c=UKR&d=RUS&e=UZB&f=MDA"];
const DATED: &[&str] = &["#/instruments?v=1&asof=1997-06-01"];
const FINDINGS: &[&str] = &["#/findings", "#/findings?v=1&kind=obstacle"];
const GROUPS: &[&str] = &["#/groupings?v=1&g=ukraine"];
const PICKED_UP: &[&str] = &["#/groupings?v=1&g=ukraine&move=GEO", "#/groupings?v=1&g=ukraine&move=RUS"];
const METHOD: &[&str] = &["#/groupings?v=1&tab=method&g=ukraine&beside=central-body"];
/// The arrow key goes up from the last order and down from the first.
const ORDERED: &[&str] = &[
    "#/groupings?v=1&tab=method&g=ukraine&beside=central-body&sort=similarity",
    "#/groupings?v=1&tab=method&g=ukraine&beside=central-body",
];
const OPEN: &[&str] = &["#/instruments?v=1&open=cell:GEO:CSR51", "#/agreements?v=1&open=pair:GEO:RUS"];

#[rustfmt::skip]
const CLASSES: &[Class] = &[
    class("choose a grouping: instruments", INSTRUMENTS, Some("grouping"), Input::Press(".menu[open] .choice[aria-pressed=false]")),
    class("choose a grouping: agreements", AGREEMENTS, Some("grouping"), Input::Press(".menu[open] .choice[aria-pressed=false]")),
    class("toggle a state: instruments", GROUPED, Some("add"), Input::Press(".menu[open] [role=checkbox]")),
    class("toggle a status: agreements", AGREEMENTS, Some("add"), Input::Press(".menu[open] [role=checkbox][data-do*=status]")),
    class("open the evidence of a cell", GROUPED, None, Input::Press(".matrix tbody td button")),
    class("open the evidence of a pair", AGREEMENTS, None, Input::Press(".pairs tbody td button")),
    class("close the evidence", OPEN, None, Input::Press(".drawer .close")),
    class("switch the language", EVERYWHERE, None, Input::Press(".languages a:not([aria-current])")),
    class("switch the appearance", EVERYWHERE, Some("looks"), Input::Press(".looks a:not([aria-current])")),
    class("to the overview", INSTRUMENTS, None, Input::Press(".views a:first-child")),
    class("to the figures", &["#/"], None, Input::Press(".tabs button[aria-pressed=false]")),
    class("to the instruments", AGREEMENTS, None, Input::Press(".views a[href^='#/instruments']")),
    class("to the agreements", INSTRUMENTS, None, Input::Press(".views a[href^='#/agreements']")),
    class("to the comparison", &["#/instruments?v=1&a=ARM&b=GEO"], None, Input::Press(".views a[href^='#/compare']")),
    class("to the data", INSTRUMENTS, None, Input::Press(".views a[href^='#/data']")),
    class("to the findings", INSTRUMENTS, None, Input::Press(".views a[href^='#/findings']")),
    class("findings: toggle a kind", FINDINGS, None, Input::Press("[role=checkbox][data-do*=kind]")),
    class("findings: another page", FINDINGS, None, Input::Press(".pager a:last-of-type")),
    class("findings: rows of the cross-table", FINDINGS, None, Input::Arrow(".cross-head select")),
    class("findings: perspectives", FINDINGS, None, Input::Press(".tabs button[aria-pressed=false]")),
    class("agreements: the network", AGREEMENTS, None, Input::Press(".tabs button[aria-pressed=false]")),
    class("network: choose a state", NETWORK, None, Input::Press(".help thead .evidence-button")),
    class("network: choose a grouping", NETWORK, Some("grouping"), Input::Press(".menu[open] .choice[aria-pressed=false]")),
    class("marks or words", &["#/instruments", "#/instruments?v=1&cells=words"], None, Input::Press(".segmented button[aria-pressed=false]")),
    class("another date", DATED, Some("date"), Input::Enter(".menu[open] input")),
    class("compare: choose a state", COMPARE, None, Input::Arrow(".sides select")),
    class("compare: other rows", COMPARE, None, Input::Press(".segmented button[aria-pressed=false]")),
    class("compare six: choose a state", COMPARE_SIX, None, Input::Arrow(".sides select")),
    class("compare six: other rows", COMPARE_SIX, None, Input::Press(".segmented button[aria-pressed=false]")),
    class("data: another table", &["#/data"], None, Input::Press(".data > nav a:not([aria-current])")),
    class("groups: pick up a state", GROUPS, None, Input::Press(".member")),
    class("groups: move a state", PICKED_UP, None, Input::Press(".targets .target")),
    class("to the groupings", &["#/instruments?v=1&g=ukraine"], None, Input::Press(".views a[href^='#/groupings']")),
    class("method: order of states", ORDERED, None, Input::Arrow(".bar select")),
    class("method: another grouping beside it", METHOD, None, Input::Arrow(".beside select")),
    class("method: open the evidence of a pair", METHOD, None, Input::Press(".like-map td .evidence-button")),
    class("to the positions", GROUPS, None, Input::Press(".tabs button:nth-of-type(2)")),
    class("data: to the coverage", &["#/data"], None, Input::Press(".data > nav a[href*='table=coverage']")),
    class("to a state", COMPARE, None, Input::Press(".compare .heads a")),
    class("another state", &["#/state?v=1&of=ARM", "#/state?v=1&of=RUS"], None, Input::Press(".states nav a")),
    class("back", EVERYWHERE, None, Input::Back),
    class("forward", EVERYWHERE, None, Input::Forward),
];

/// Main-thread time in milliseconds: total, script, style, layout.
type Reading = [f64; 4];
const METRICS: [&str; 4] = ["TaskDuration", "ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), String> {
    let asked = Asked::read(std::env::args().skip(1))?;
    let servers: Vec<_> = asked.folders.iter().map(|folder| serve(folder)).collect::<Result<_, _>>()?;
    let browsers: Vec<_> = servers.iter().map(|_| Browser::start_quiet()).collect::<Result<_, _>>()?;
    let builds = || browsers.iter().zip(&servers);
    for ((browser, server), folder) in builds().zip(&asked.folders) {
        browser.resize(1280, 720);
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": INSTRUMENTS_OF_PAGE }));
        browser.cdp("Performance.enable", &json!({ "timeDomain": "threadTicks" }));
        println!("{}", folder.display());
        starts(browser, &server.url);
    }
    let pages: Vec<_> = builds().map(|(browser, server)| Page::open(browser, &server.url, "#/")).collect();
    // Until then the page fetches and keeps its parts when it is idle.
    for browser in &browsers {
        let is_kept = "return 'offline' in document.documentElement.dataset;";
        browser.wait_until("every part", || (browser.run(is_kept, &[]) == true).then_some(()));
    }
    if !asked.paints_alone {
        floors(&pages[0], &servers[0].url, &asked, asked.repetitions.div_ceil(8));
        println!("\nMain thread, milliseconds, of each gesture at full speed:");
        table(&pages, &asked, asked.repetitions);
    }
    for browser in &browsers {
        browser.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
    }
    if !asked.paints_alone {
        println!("\nThe same with the processor slowed down four times, as information:");
        table(&pages, &asked, asked.repetitions.div_ceil(8));
    }
    next_paints(&pages[0], &asked, asked.repetitions.div_ceil(8));
    Ok(())
}

/// The command-line arguments.
struct Asked {
    repetitions: usize,
    only: Vec<String>,
    /// `--paints`: only the interaction to next paint.
    paints_alone: bool,
    folders: Vec<PathBuf>,
}

impl Asked {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut asked =
            Self { repetitions: REPETITIONS, only: Vec::new(), paints_alone: false, folders: vec![dist()] };
        while let Some(word) = words.next() {
            match (word.as_str(), word.parse()) {
                (_, Ok(n)) => asked.repetitions = n,
                ("--paints", _) => asked.paints_alone = true,
                ("--only", _) => asked.only.extend(words.next()),
                ("--against", _) => asked.folders.extend(words.next().map(PathBuf::from)),
                _ => return Err(format!("no such option: {word}")),
            }
        }
        Ok(asked)
    }

    fn classes(&self) -> impl Iterator<Item = &'static Class> {
        let wanted = |class: &&Class| {
            self.only.is_empty() || self.only.iter().any(|word| class.name.contains(&**word))
        };
        CLASSES.iter().filter(wanted)
    }

    /// Returns those that are an input in the page, unlike Back and Forward.
    fn interactions(&self) -> impl Iterator<Item = &'static Class> {
        self.classes().filter(|class| !matches!(class.input, Input::Back | Input::Forward))
    }
}

fn serve(folder: &Path) -> Result<Server, String> {
    let options = Options { folder: folder.to_path_buf(), ..Options::default() };
    Server::start(&options).map_err(|error| error.to_string())
}

/// Measures the start of the app, and the part of it that parses and checks the dataset.
///
/// The latter is recorded by the page (User Timing).
fn starts(browser: &Browser, home: &str) {
    const LOADS: usize = 40;
    const DATASET: &str = "return ['read', 'check'].reduce((sum, name) =>
        sum + performance.getEntriesByName(name, 'measure')[0].duration, 0);";
    let load = |_| {
        Page::open(browser, home, "#/");
        // The metrics of a new page start at zero.
        let dataset = browser.run(DATASET, &[]).as_f64();
        (read(browser)[0], dataset.unwrap_or_else(|| panic!("the page measured no dataset")))
    };
    let (all, dataset): (Vec<_>, Vec<_>) = (0..LOADS).map(load).unzip();
    let [all, dataset] = [all, dataset].map(Figures::of);
    println!(
        "Start, {LOADS} loads, milliseconds of the main thread: median {:.0}, p95 {:.0}",
        all.p50, all.p95
    );
    println!(
        "Of that the data, parsed and checked, by the page's clock: median {:.1}, p95 {:.1}, max {:.1}",
        dataset.p50, dataset.p95, dataset.max
    );
}

/// Prints a row for each kind of gesture and build.
fn table(pages: &[Page], asked: &Asked, repetitions: usize) {
    let baselines: Vec<_> =
        run(pages, &NOTHING, repetitions).into_iter().map(|build| build.map(|figures| figures.p50)).collect();
    let taken_off: Vec<_> = baselines.iter().map(|baseline| format!("{:.1}", baseline[0])).collect();
    println!("(a press on nothing, taken off: {})", taken_off.join(", "));
    let machine = Figures::of((0..repetitions).map(|_| arithmetic(pages[0].browser)).collect());
    println!("(the same arithmetic, again and again: median {:.1}, p95 {:.1})", machine.p50, machine.p95);
    println!(
        "{:<32} {:>4} {:>6} {:>6} {:>6}  {:>6} {:>6} {:>6}  p95 in a frame",
        "", "n", "p50", "p95", "max", "script", "style", "layout"
    );
    let (mut slow, mut kinds) = (0, 0);
    for class in asked.classes() {
        kinds += 1;
        for (at, (figures, baseline)) in
            run(pages, class, repetitions).into_iter().zip(&baselines).enumerate()
        {
            let late = row(if at == 0 { class.name } else { "" }, repetitions, &figures, baseline);
            slow += usize::from(late && at == 0);
        }
    }
    println!("{} of {kinds} kinds of gesture keep to {BUDGET_MS} ms at p95", kinds - slow);
}

/// Returns the milliseconds of a fixed calculation in the page.
///
/// The distance of its p95 from its median is the noise of the machine, which is in all other
/// figures too.
fn arithmetic(browser: &Browser) -> f64 {
    browser.frame();
    browser.run(ARITHMETIC, &[]).as_f64().unwrap_or_else(|| panic!("no clock in the page"))
}

const ARITHMETIC: &str = "const start = performance.now();
    let sum = 0;
    for (let i = 0; i < 1e6; i++) sum = (sum * 31 + i) | 0;
    return performance.now() - start + (sum === 0.5 ? 1 : 0);";

/// Prints a row; returns whether it is over the budget.
fn row(name: &str, n: usize, [all, script, style, layout]: &[Figures; 4], baseline: &Reading) -> bool {
    let less = |value: f64, i: usize| (value - baseline[i]).max(0.0);
    let p95 = less(all.p95, 0);
    println!(
        "{name:<32} {n:>4} {:>6.1} {p95:>6.1} {:>6.1}  {:>6.1} {:>6.1} {:>6.1}  {}",
        less(all.p50, 0),
        less(all.max, 0),
        less(script.p50, 1),
        less(style.p50, 2),
        less(layout.p50, 3),
        if p95 <= BUDGET_MS { "yes" } else { "NO" },
    );
    p95 > BUDGET_MS
}

struct Figures {
    p50: f64,
    p95: f64,
    max: f64,
}

impl Figures {
    fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        // Nearest rank: the smallest value that is not exceeded by `percent` % of the values.
        let at = |percent: usize| values[(values.len() * percent).div_ceil(100).max(1) - 1];
        Self { p50: at(50), p95: at(95), max: at(100) }
    }
}

/// Measures a kind of gesture in each build.
fn run(pages: &[Page], class: &Class, repetitions: usize) -> Vec<[Figures; 4]> {
    let mut readings: Vec<Vec<Reading>> = vec![Vec::new(); pages.len()];
    for i in 0..WARM_UP + repetitions {
        for (page, readings) in pages.iter().zip(&mut readings) {
            let reading = once(page, class, i);
            if i >= WARM_UP {
                readings.push(reading);
            }
        }
    }
    let figures =
        |all: Vec<Reading>| [0, 1, 2, 3].map(|i| Figures::of(all.iter().map(|reading| reading[i]).collect()));
    readings.into_iter().map(figures).collect()
}

/// Prepares the state and the target of the input; returns the place of the target.
fn prepare(page: &Page, class: &Class, i: usize) -> Value {
    page.set_fragment(class.from[i % class.from.len()]);
    if let Some(menu) = class.menu {
        // A view that comes while the menu opens closes it again.
        for _ in 0..30 {
            page.browser.run(OPEN_MENU, &[menu.into()]);
            page.browser.frame();
            if page.browser.run(HAS_CONTENT, &[menu.into()]).as_bool() == Some(true) {
                break;
            }
        }
    }
    let place = scene(page, class.input, i);
    page.browser.frame();
    place
}

const OPEN_MENU: &str = "document.querySelector(`details.menu[data-kind=${arguments[0]}]`).open = true;";
const HAS_CONTENT: &str =
    "return !!document.querySelector(`details.menu[data-kind=${arguments[0]}][open] button`);";

fn close_menus(browser: &Browser) {
    browser.run("document.querySelectorAll('details.menu').forEach(menu => menu.open = false);", &[]);
}

/// Prepares the state, reads the metrics, sends the input, and reads them again.
fn once(page: &Page, class: &Class, i: usize) -> Reading {
    let browser = page.browser;
    let place = prepare(page, class, i);
    let (address, before) = (page.link(), read(browser));
    act(browser, class.input, &place, i);
    browser.frame();
    let after = read(browser);
    let changed = page.link() != address;
    assert!(
        changed != matches!(class.input, Input::Nothing),
        "{}: nothing came of it at {address}",
        class.name
    );
    close_menus(browser);
    [0, 1, 2, 3].map(|k| after[k] - before[k])
}

/// Records the changes of a gesture, takes them back, and measures a press that makes them again.
fn replayed(page: &Page, class: &Class, i: usize) -> f64 {
    let browser = page.browser;
    let place = prepare(page, class, i);
    browser.run("bench.record();", &[]);
    act(browser, class.input, &place, i);
    browser.frame();
    browser.run("bench.undo();", &[]);
    browser.frame();
    let before = read(browser);
    press_at(browser, &json!({ "x": 2, "y": 400 }));
    browser.frame();
    let after = read(browser);
    browser.run("bench.finish();", &[]);
    close_menus(browser);
    after[0] - before[0]
}

/// Moves the mouse or the focus to the target of the input.
fn scene(page: &Page, input: Input, i: usize) -> Value {
    let browser = page.browser;
    match input {
        Input::Press(selector) => {
            // Twice, as content rendered when it comes near the viewport moves what is below it.
            browser.run(FIND, &[selector.into(), i.into()]);
            browser.frame();
            let place = browser.run(FIND, &[selector.into(), i.into()]);
            assert!(place.is_object(), "nothing to press: {selector} at {}", page.link());
            browser.cdp(
                "Input.dispatchMouseEvent",
                &json!({ "type": "mouseMoved", "x": place["x"], "y": place["y"] }),
            );
            place
        }
        Input::Nothing => json!({ "x": 2, "y": 400 }),
        Input::Arrow(selector) | Input::Enter(selector) => {
            browser.run(
                "document.querySelector(`:is(${arguments[0]}):not(.inactive *)`).focus();",
                &[selector.into()],
            );
            if matches!(input, Input::Enter(_)) {
                arrow(browser, i);
            }
            Value::Null
        }
        Input::Back => {
            page.set_fragment("#/instruments?v=1&s=ARM.BLR");
            Value::Null
        }
        Input::Forward => {
            page.set_fragment("#/instruments?v=1&s=ARM.BLR");
            browser.run("history.back();", &[]);
            browser.frame();
            Value::Null
        }
    }
}

const FIND: &str = "const all = document.querySelectorAll(`:is(${arguments[0]}):not(.inactive *)`);
    const e = all[arguments[1] % all.length];
    if (!e) return null;
    e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = e.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };";

fn act(browser: &Browser, input: Input, place: &Value, i: usize) {
    match input {
        Input::Press(_) | Input::Nothing => press_at(browser, place),
        Input::Arrow(_) => arrow(browser, i),
        Input::Enter(_) => key(browser, "Enter", 13),
        Input::Back => drop(browser.run("history.back();", &[])),
        Input::Forward => drop(browser.run("history.forward();", &[])),
    }
}

fn arrow(browser: &Browser, i: usize) {
    let (name, code) = if i.is_multiple_of(2) { ("ArrowUp", 38) } else { ("ArrowDown", 40) };
    key(browser, name, code);
}

fn key(browser: &Browser, name: &str, code: u8) {
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": name, "code": name, "windowsVirtualKeyCode": code });
        browser.cdp("Input.dispatchKeyEvent", &event);
    }
}

fn read(browser: &Browser) -> Reading {
    let metrics = browser.cdp("Performance.getMetrics", &json!({}));
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    METRICS.map(|name| {
        let found = metrics.iter().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).unwrap_or_else(|| panic!("no metric {name}"))
            * 1000.0
    })
}

/// Clicks the primary mouse button at a position.
#[track_caller]
fn press_at(browser: &Browser, place: &Value) {
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        let mut event = json!({ "type": kind, "x": place["x"], "y": place["y"] });
        if kind != "mouseMoved" {
            event["button"] = json!("left");
            event["clickCount"] = json!(1);
        }
        browser.cdp("Input.dispatchMouseEvent", &event);
    }
}

/// Records interactions and changes of the document; hides the replay from the app's observer.
const INSTRUMENTS_OF_PAGE: &str = include_str!("gestures.js");

/// Prints the ratio of the main-thread time of each kind of gesture to its floor.
fn floors(page: &Page, home: &str, asked: &Asked, repetitions: usize) {
    println!("\nMain thread, milliseconds: each gesture, and the same changes made by plain JavaScript:");
    println!("{:<32} {:>6} {:>6} {:>6}", "", "app", "floor", "ratio");
    let baseline = Figures::of((0..repetitions).map(|i| once(page, &NOTHING, i)[0]).collect()).p50;
    let mut ratios = Vec::new();
    for class in asked.interactions() {
        let (mut app, mut floor) = (Vec::new(), Vec::new());
        for i in 0..WARM_UP + repetitions {
            let reading = (once(page, class, i)[0], replayed(page, class, i));
            if class.menu.is_some() {
                // The replay changes nodes behind the app's back: a menu is not its own any more.
                Page::open(page.browser, home, "#/");
            }
            if i >= WARM_UP {
                app.push(reading.0 - baseline);
                floor.push(reading.1 - baseline);
            }
        }
        let (app, floor) = (Figures::of(app).p50, Figures::of(floor).p50);
        ratios.push(app / floor);
        println!("{:<32} {app:>6.1} {floor:>6.1} {:>6.2}", class.name, app / floor);
    }
    let kinds = ratios.len();
    let ratios = Figures::of(ratios);
    println!("ratio of the {kinds} kinds: median {:.2}, max {:.2}", ratios.p50, ratios.max);
}

const NOTHING: Class = class("nothing", EVERYWHERE, None, Input::Nothing);

/// First openings of views and tabs: the link of a fresh page, and what is pressed.
const FIRST: &[(&str, &str)] = &[
    ("#/", ".views a[href^='#/instruments']"),
    ("#/", ".views a[href^='#/findings']"),
    ("#/", ".views a[href^='#/compare']"),
    ("#/instruments?v=1&a=ARM&b=GEO", ".views a[href^='#/compare']"),
    ("#/", ".views a[href^='#/groupings']"),
    ("#/", ".views a[href^='#/agreements']"),
    ("#/", ".views a[href^='#/data']"),
    ("#/", ".tabs button[aria-pressed=false]"),
    ("#/findings", ".tabs button[aria-pressed=false]"),
    ("#/agreements", ".tabs button[aria-pressed=false]"),
    ("#/groupings?v=1&g=ukraine", ".tabs button:nth-of-type(2)"),
    ("#/groupings?v=1&g=ukraine", ".tabs button:nth-of-type(3)"),
    ("#/compare?v=1&a=ARM&b=GEO", ".compare .heads a"),
    ("#/instruments", ".matrix tbody td button"),
];

/// Prints the interaction to next paint of every kind of gesture and of first openings.
fn next_paints(page: &Page, asked: &Asked, repetitions: usize) {
    let browser = page.browser;
    let taken = || {
        // Reported after the frame.
        let script = "const done = arguments[0]; setTimeout(() => done(bench.takeInteraction()), 60);";
        browser.run_async(script, &[]).as_f64().unwrap_or(16.0)
    };
    println!("\nInteraction to next paint, milliseconds, processor slowed down four times:");
    println!("{:<40} {:>6} {:>6}", "", "p50", "max");
    let mut all = Vec::new();
    for class in asked.interactions() {
        let durations: Vec<_> = (0..repetitions)
            .map(|i| {
                browser.run("bench.takeInteraction();", &[]);
                once(page, class, i);
                taken()
            })
            .collect();
        all.extend(&durations);
        let figures = Figures::of(durations);
        println!("{:<40} {:>6.0} {:>6.0}", class.name, figures.p50, figures.max);
    }
    for (from, target) in FIRST {
        let durations: Vec<_> = (0..3)
            .map(|_| {
                let fresh = Page::open(browser, &page.home, from);
                browser.run_async("setTimeout(arguments[0], 2500);", &[]);
                let place = scene(&fresh, Input::Press(target), 0);
                browser.run("bench.takeInteraction();", &[]);
                press_at(browser, &place);
                browser.frame();
                taken()
            })
            .collect();
        all.extend(&durations);
        let figures = Figures::of(durations);
        println!("first, from {from}: {target}");
        println!("{:<40} {:>6.0} {:>6.0}", "", figures.p50, figures.max);
    }
    let slow = all.iter().filter(|duration| **duration > 200.0).count();
    all.sort_by(f64::total_cmp);
    let p98 = all[(all.len() * 98).div_ceil(100).max(1) - 1];
    println!("{} interactions: p98 {p98:.0}, max {:.0}, over 200: {slow}", all.len(), all[all.len() - 1]);
}
