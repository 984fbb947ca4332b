//! Who may use whom, read from the source: the rules of `docs/architecture.md`, in the core and in the app.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cisconf_core::text::Key;

/// Everything else of a house: no rule.
const ANY: &[&str] = &["*"];

/// Modules of the core, and the paths in the crate that each may use; a path stands for what is below it too.
const CORE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &[]),
    ("query", &["model", "text::Key"]),
    ("analysis", &["model"]),
    ("state", &["model", "query", "text"]),
    ("view", &["model", "query", "analysis", "state", "text", "BUNDLE"]),
    ("export", &["model", "state", "text", "view"]),
    ("merge", &["model"]),
    ("author", ANY),
    ("bin", ANY),
    ("lib", ANY),
];

/// Parts of the app, and the parts that each may use.
const APP: &[(&str, &[&str])] = &[
    ("reactive", &[]),
    ("browser", &["reactive"]),
    ("charts", &[]),
    ("components", &["charts", "reactive", "browser::fragment"]),
    ("session", &["browser", "reactive"]),
    ("pages", &["session", "components", "charts", "reactive", "browser::fragment"]),
    ("routes", &["browser", "charts", "session", "pages", "components", "reactive"]),
    ("app", ANY),
    ("main", ANY),
];

/// Words of the core that touch the machine: only where an author works.
const MACHINE: &[&str] = &["fs", "process", "env", "net", "thread", "SystemTime", "Instant"];
const PRINT: &[&str] = &["println!", "print!", "dbg!"];
/// Crates of the browser.
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"];
/// Ways to look a context up.
const CONTEXT: &[&str] = &["use_context", "expect_context", "with_context", "take_context"];
/// Ways to make an effect.
const EFFECT: &[&str] =
    &["Effect", "RenderEffect", "ImmediateEffect", "create_effect", "create_render_effect"];

// ---------------------------------------------------------------- reading Rust

/// What is kept of the strings of a source.
#[derive(Clone, Copy, PartialEq)]
enum Strings {
    Keep,
    Blank,
}

/// Source without comments and without its tests, which stand last in a file.
fn code(source: &str, strings: Strings) -> String {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let (len, kept) = match c {
            '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            '/' if rest.starts_with("/*") => (comment(rest), false),
            '"' => (1 + string(&rest[1..], '"'), strings == Strings::Keep),
            'r' if raw_string(rest).is_some() && !out.ends_with(word) => {
                (raw_string(rest).unwrap_or(1), strings == Strings::Keep)
            }
            // A character; a lifetime has no second quote so near.
            '\'' if rest[1..].starts_with('\\') || rest[1..].chars().nth(1) == Some('\'') => {
                (1 + string(&rest[1..], '\''), strings == Strings::Keep)
            }
            c => (c.len_utf8(), true),
        };
        out.push_str(if kept { &rest[..len] } else { " " });
        rest = &rest[len..];
    }
    out
}

/// Length of a string after its opening quote, the closing one included.
fn string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// Length of a raw string that begins here.
fn raw_string(text: &str) -> Option<usize> {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    let body = text[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(2 + hashes + body.find(&end).map_or(body.len(), |at| at + end.len()))
}

/// Length of a block comment, those inside it included.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

fn word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The words of a code, in order.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c| !word(c)).filter(|w| !w.is_empty())
}

/// Every path that begins with `root::`, without it: `{a::B, c}` is two paths.
fn paths(code: &str, root: &str) -> Vec<String> {
    let start = format!("{root}::");
    let begins = |at: &usize| !code[..*at].ends_with(|c| word(c) || c == ':' || c == '$');
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&start).filter(|(at, _)| begins(at)) {
        tree(&code[at + start.len()..], "", &mut found);
    }
    found
}

/// Reads a tree of `use`, or a path; gives what is left of the text.
fn tree<'a>(text: &'a str, before: &str, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if rest.is_empty() || rest.starts_with('}') {
                return rest.strip_prefix('}').unwrap_or(rest);
            }
            let left = tree(rest, before, found);
            rest = left.trim_start();
            if let Some(renamed) = rest.strip_prefix("as ") {
                rest = renamed.trim_start().trim_start_matches(word);
            }
            if left.len() == text.len() {
                return "";
            }
        }
    }
    let end = text.find(|c| !word(c) && c != '*').unwrap_or(text.len());
    let path = if before.is_empty() { text[..end].to_owned() } else { format!("{before}::{}", &text[..end]) };
    match text[end..].strip_prefix("::") {
        Some(rest) => tree(rest, &path, found),
        None => {
            found.push(path);
            // A character that is no path is passed over, so that every step goes on.
            let step = if end == 0 { text.chars().next().map_or(0, char::len_utf8) } else { end };
            &text[step..]
        }
    }
}

/// Paths of the crate that a file uses: by `crate::`, or by so many `super::` that they leave its module.
fn crate_paths(file: &str, code: &str) -> Vec<String> {
    let module: Vec<_> = file.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect();
    let up = "super::".repeat(module.len());
    let outside = paths(code, up.trim_end_matches("::"));
    paths(code, "crate").into_iter().chain(outside).collect()
}

// ---------------------------------------------------------------- the rules

/// A part of a house: the first folder of a file, or its own name.
fn part(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// Uses that the table does not allow; a file of no part is a broken rule too.
fn misuses(file: &str, code: &str, table: &[(&str, &[&str])]) -> Vec<String> {
    let Some((_, allowed)) = table.iter().find(|(name, _)| *name == part(file)) else {
        return vec![format!("{file}: no rule for «{}»; add one", part(file))];
    };
    let own = part(file);
    let fits = |path: &str| {
        let below =
            |name: &str| path == name || path.strip_prefix(name).is_some_and(|rest| rest.starts_with("::"));
        *allowed == ANY || below(own) || allowed.iter().any(|name| below(name))
    };
    let wrong = crate_paths(file, code).into_iter().filter(|path| !fits(path));
    wrong.map(|path| format!("{file}: {own} does not use {path}")).collect()
}

fn found_words(file: &str, code: &str, wanted: &[&str], reason: &str) -> Vec<String> {
    let mut found: Vec<_> = words(code).filter(|w| wanted.contains(w)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|word| format!("{file}: {word}: {reason}")).collect()
}

/// What is wrong in a file of the core.
fn core_problems(file: &str, source: &str) -> Vec<String> {
    let code = code(source, Strings::Blank);
    let mut problems = misuses(file, &code, CORE);
    problems.extend(found_words(file, &code, BROWSER, "the core knows no browser"));
    problems.extend(found_words(file, &code, &["leptos"], "the core knows no Leptos"));
    if !["author", "bin", "merge"].contains(&part(file)) {
        let std_paths = paths(&code, "std").into_iter();
        let machine = std_paths.filter(|path| path.split("::").any(|step| MACHINE.contains(&step)));
        problems
            .extend(machine.map(|path| format!("{file}: std::{path}: the core does not touch the machine")));
        let calls = PRINT.iter().filter(|call| code.contains(**call));
        problems.extend(calls.map(|call| format!("{file}: {call}: the core does not print")));
    }
    problems
}

/// What is wrong in a file of the app.
fn app_problems(file: &str, source: &str) -> Vec<String> {
    let (bare, with_strings) = (code(source, Strings::Blank), code(source, Strings::Keep));
    let mut problems = misuses(file, &bare, APP);
    let part = part(file);
    if ["components", "charts"].contains(&part) {
        problems.extend(found_words(file, &bare, CONTEXT, "props come in, callbacks go out"));
    }
    if part != "browser" {
        problems.extend(found_words(file, &bare, BROWSER, "the browser is called in src/browser only"));
        let gloo = words(&bare).filter(|word| word.starts_with("gloo_"));
        problems
            .extend(gloo.map(|word| format!("{file}: {word}: the browser is called in src/browser only")));
    }
    if !["reactive", "app"].contains(&part) {
        let reason = "effects stand in src/reactive and src/app; what follows is a memo or a closure";
        problems.extend(found_words(file, &bare, EFFECT, reason));
    }
    if let Some(line) =
        with_strings.lines().position(|line| line.contains(|c| matches!(c, '\u{400}'..='\u{52f}')))
    {
        problems.push(format!("{file}:{}: a Russian text: texts come from core/locales", line + 1));
    }
    problems
}

/// Dependencies of the core's manifest that belong to the browser.
fn manifest_problems(manifest: &str) -> Vec<String> {
    let names = manifest.lines().filter_map(|line| line.split(['=', '.', ' ']).next());
    let plain = names.map(|name| name.trim_matches('"').replace('-', "_"));
    let wrong =
        plain.filter(|n| BROWSER.contains(&n.as_str()) || n.starts_with("leptos") || n.starts_with("gloo_"));
    wrong.map(|name| format!("core/Cargo.toml: {name}: the core knows no browser")).collect()
}

// ---------------------------------------------------------------- the houses

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Rust files below a folder, by their path in it, with `/`; tests of a module in a file of their own are left out.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !["target", "node_modules", "golden"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(".rs") && name != "tests.rs" {
                let inside: Vec<_> =
                    path.strip_prefix(folder).unwrap().iter().map(|p| p.to_string_lossy()).collect();
                found.push((inside.join("/"), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn kept(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn the_core_keeps_its_rules() {
    let files = files(&folder("src"));
    for part in ["model/check/mod.rs", "query/facets.rs", "state/codec.rs", "view/screen.rs", "lib.rs"] {
        assert!(files.iter().any(|(file, _)| file == part), "{part} was not read");
    }
    kept(&files.iter().flat_map(|(file, source)| core_problems(file, source)).collect::<Vec<_>>());
    kept(&manifest_problems(&std::fs::read_to_string(folder("Cargo.toml")).unwrap()));
}

#[test]
fn the_app_keeps_its_rules() {
    let files = files(&folder("../src"));
    assert!(files.iter().any(|(file, _)| file == "main.rs"), "the app was not read");
    kept(&files.iter().flat_map(|(file, source)| app_problems(file, source)).collect::<Vec<_>>());
}

#[test]
fn only_the_app_uses_leptos() {
    let outside = [".", "../tests"].into_iter().flat_map(|name| files(&folder(name)));
    let uses = |(file, source): &(String, String)| {
        found_words(file, &code(source, Strings::Blank), &["leptos"], "only the app uses Leptos")
    };
    kept(&outside.collect::<Vec<_>>().iter().flat_map(uses).collect::<Vec<_>>());
}

/// A text that nobody shows is loaded by everybody.
#[test]
fn every_text_is_used() {
    let sources = ["src", "../src"].into_iter().flat_map(|name| files(&folder(name)));
    let sources: Vec<_> = sources.map(|(_, source)| code(&source, Strings::Blank)).collect();
    let used: BTreeSet<&str> = sources.iter().flat_map(|source| words(source)).collect();
    let keys = Key::ALL.iter().map(|key| format!("{key:?}"));
    let unused = keys.filter(|key| !used.contains(key.as_str()));
    kept(&unused.map(|key| format!("core/locales: {key} is used nowhere")).collect::<Vec<_>>());
}

// ---------------------------------------------------------------- the checker itself

#[test]
fn a_broken_rule_of_the_core_is_found() {
    for (file, source) in [
        ("model/raw/mod.rs", "use crate::text::Key;"),
        ("model/rules/any.rs", "use super::super::super::text::Key;"),
        ("model/mod.rs", "use super::{query::Filter};"),
        ("text/forms.rs", "fn f(ds: &crate::model::Dataset) {}"),
        ("query/filter.rs", "use crate::{model::Dataset, text::{Key, Lang}};"),
        ("query/filter.rs", "use crate::text;"),
        ("analysis/blocks.rs", "use crate::state::ViewState;"),
        ("state/codec.rs", "use crate::view;"),
        ("state/codec.rs", "use crate::{\n    model::*,\n    analysis::{self as a},\n};"),
        ("view/data.rs", "use crate::author::show;"),
        ("view/data.rs", "use crate::*;"),
        ("export/csv.rs", "use crate::author::show;"),
        ("tables/csv.rs", ""),
        ("view/data.rs", "use std::fs;"),
        ("view/data.rs", "use std::{fmt, fs::File};"),
        ("view/data.rs", "fn f() { std::fs::write(a, b); }"),
        ("view/data.rs", "fn f() { println!(\"x\"); }"),
        ("state/mod.rs", "use web_sys::Window;"),
        ("lib.rs", "use leptos::prelude::*;"),
    ] {
        assert_eq!(
            core_problems(file, source).len(),
            1,
            "{file}: {source}\n{:?}",
            core_problems(file, source)
        );
    }
}

#[test]
fn a_kept_rule_of_the_core_is_no_problem() {
    for (file, source) in [
        ("model/rules/any.rs", "use super::super::{Date, raw};\nuse super::walk;"),
        ("query/filter.rs", "use super::facets::FACETS;\nuse crate::{model::{Dataset, StateId}, text::Key};"),
        ("state/mod.rs", "use crate::text::Lang as Language; // not crate::view"),
        (
            "state/mod.rs",
            "/* crate::view /* println!() */ std::fs */ const A: &str = \"crate::view \\\" web_sys\";",
        ),
        (
            "state/mod.rs",
            "const A: &str = r#\"crate::view \" println!\"#; const Q: char = '\"'; const B: &'static str = \"\";",
        ),
        ("state/mod.rs", "fn f() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::view;\n}"),
        (
            "view/mod.rs",
            "use crate::{analysis, state::{self, Action}};\nfn f(x: &mut Formatter) { write!(f, \"\") }",
        ),
        ("author/mod.rs", "use crate::merge;\nfn f() { std::fs::read(a); }"),
        ("bin/dataset.rs", "fn f() { println!(); }"),
        ("merge.rs", "use super::model::DatasetError;\nfn f() { std::fs::read_dir(a); }"),
    ] {
        assert_eq!(core_problems(file, source), [""; 0], "{file}: {source}");
    }
    let fit = "[dependencies]\nserde.workspace = true\n# no leptos here\n";
    assert_eq!(manifest_problems(fit), [""; 0]);
    for wrong in [
        "leptos = \"0.8\"",
        "web-sys.workspace = true",
        "gloo-timers = \"0.2\"",
        "js-sys = { version = \"1\" }",
    ] {
        assert_eq!(manifest_problems(&format!("{fit}{wrong}\n")).len(), 1, "{wrong}");
    }
}

#[test]
fn a_broken_rule_of_the_app_is_found() {
    for (file, source) in [
        ("components/drawer.rs", "use crate::session::Session;"),
        ("components/drawer.rs", "use crate::{charts::tile, pages::overview};"),
        ("components/drawer.rs", "let s = use_context::<Session>();"),
        ("charts/tile.rs", "use crate::components::chip;"),
        ("charts/tile.rs", "let s = expect_context::<Session>();"),
        ("components/drawer.rs", "crate::browser::focus(x);"),
        ("pages/overview.rs", "use crate::browser;"),
        ("pages/overview.rs", "use leptos::web_sys::Window;"),
        ("session.rs", "use gloo_timers::callback::Timeout;"),
        ("app.rs", "use wasm_bindgen::prelude::*;"),
        ("pages/overview.rs", "Effect::new(move |_| {});"),
        ("session.rs", "Effect::watch(a, b, false);"),
        ("pages/overview.rs", "// обзор\nview! { <p>\"Обзор\"</p> }"),
        ("widgets/chip.rs", ""),
    ] {
        assert_eq!(app_problems(file, source).len(), 1, "{file}: {source}\n{:?}", app_problems(file, source));
    }
}

#[test]
fn a_kept_rule_of_the_app_is_no_problem() {
    for (file, source) in [
        (
            "components/drawer.rs",
            "use crate::charts::tile;\nuse crate::components::chip;\nuse super::chip::Chip;",
        ),
        ("charts/mod.rs", "//! See crate::session and use_context.\nmod tile;"),
        ("pages/overview.rs", "use crate::{session::Session, components::drawer, charts::tile};"),
        ("session.rs", "use crate::browser::history;\nlet a = Memo::new(f); // Effect::new"),
        ("app.rs", "Effect::new(f); use crate::pages::overview;"),
        ("browser/focus.rs", "use wasm_bindgen::JsCast; use gloo_events::EventListener;"),
        ("main.rs", "mod app;\n/// Обзор\nfn main() { mount_to_body(crate::app::App) }"),
    ] {
        assert_eq!(app_problems(file, source), [""; 0], "{file}: {source}");
    }
}
