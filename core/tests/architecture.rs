//! Checks the dependency rules of `docs/architecture.md` against the source of the workspace.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its preparation fails")]

mod source;

use std::collections::{BTreeMap, BTreeSet};

use cisconf_core::text::Key;
use proc_macro2::{TokenStream, TokenTree};
use source::{Crate, SourceFile, Steps, assert_none, root};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Roots without dependency cycles between files.
const CIRCLE_FREE: &[&str] = &[
    "core/src",
    "html-morph/src",
    "markup/src",
    "bench/src",
    "one-file/src",
    "precompress/src",
    "split/src",
    "src",
];

/// Roots whose functions and lines are short, except for listed items, and whose public types have
/// unique names.
const WORKSPACE: &[&str] = &[
    "core/src",
    "engine/src",
    "html-morph/src",
    "markup/src",
    "bench/src",
    "one-file/src",
    "precompress/src",
    "split/src",
    "src",
    "tests/src",
];

/// No restriction.
const ANY: &[&str] = &["*"];

/// Parts of the app, and the parts that each may use.
const APP: &[(&str, &[&str])] = &[
    ("reactive", &[]),
    ("browser", &["reactive"]),
    ("charts", &[]),
    ("components", &["charts", "reactive", "browser::fragment"]),
    ("session", &["browser", "reactive"]),
    ("pages", &["session", "components", "charts", "reactive", "browser::fragment", "browser::dialog"]),
    ("routes", &["browser", "charts", "session", "pages", "components", "reactive"]),
    ("app", ANY),
    ("main", ANY),
];

/// Identifiers of the operating system, allowed only in the authoring modules of the core.
const MACHINE: &[&str] = &["fs", "process", "env", "net", "thread", "SystemTime", "Instant"];
const PRINT: &[&str] = &["println", "print", "dbg"];
/// Crates of browser bindings.
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"];
/// Functions that look up a context.
const CONTEXT: &[&str] = &["use_context", "expect_context", "with_context", "take_context"];
/// Types and functions that create an effect.
const EFFECT: &[&str] =
    &["Effect", "RenderEffect", "ImmediateEffect", "create_effect", "create_render_effect"];

/// Maximum number of layers in the `view` folder.
const LAYERS: usize = 5;

/// Maximum number of lines of a function.
const LONGEST_FUNCTION: usize = 80;
/// Functions that may be longer, as they are tables with an entry for each value.
const TABLES: &[&str] = &[
    "core/src/query/text/entities.rs::texts",
    "core/src/state/reduce.rs::reduce",
    "core/src/view/data/codebook/tables.rs::shown",
    "core/src/view/findings/other_results.rs::item",
];
/// Maximum width of a line of code. Comments have a rule of their own in `prose.rs`.
const WIDEST: usize = 110;
/// Files with data, exempt from the maximum width: texts, tables of letters and words.
const DATA: &[&str] = &[
    "core/src/export/words.rs",
    "core/src/query/text/fold.rs",
    "core/src/query/text/stem.rs",
    "core/src/state/scheme_file.rs",
    "core/src/state/search_text.rs",
    "core/src/view/data/codebook/collections.rs",
    "core/src/view/data/codebook/fields.rs",
    "core/src/view/data/codebook/words.rs",
    "tests/src/bin/gestures.rs",
];

// ---------------------------------------------------------------- reading

/// Identifiers, macro calls and string literals of a source file.
#[derive(Default)]
struct Spelling {
    words: Vec<String>,
    macros: Vec<String>,
    texts: Vec<(usize, String)>,
}

impl Spelling {
    fn of(file: &SourceFile) -> Self {
        let mut spelling = Self::default();
        spelling.visit_file(&file.ast);
        spelling
    }

    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => self.words.push(ident.to_string()),
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    self.texts.push((literal.span().start().line, literal.to_string()));
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Spelling {
    fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
        self.words.push(ident.to_string());
    }
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.macros.extend(call.path.segments.last().map(|step| step.ident.to_string()));
        visit::visit_macro(self, call);
        self.tokens(call.tokens.clone());
    }
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.texts.push((text.span().start().line, text.value()));
    }
    // Doc comments are attributes.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

/// Returns every path of a file as written, including those in `pub use`.
fn paths(file: &SourceFile) -> Vec<Steps> {
    let read = Crate::new(vec![SourceFile::new(&file.path, &file.text)]);
    let written = read.references(0).0.into_iter().map(|reference| reference.path);
    let passed_on = read.modules.values().flat_map(|scope| &scope.imports).map(|import| import.path.clone());
    written.chain(passed_on).collect()
}

/// Returns the paths in the crate that a file uses outside its own module.
fn crate_paths(file: &SourceFile) -> BTreeSet<String> {
    let module = file.module();
    let absolute = |path: Steps| {
        let above = path.iter().take_while(|step| *step == "super").count();
        if path.first().is_some_and(|step| step == "crate") {
            Some(path[1..].to_vec())
        } else {
            let base = module.len().checked_sub(above).filter(|_| above > 0)?;
            Some(module[..base].iter().chain(&path[above..]).cloned().collect())
        }
    };
    let found = paths(file).into_iter().filter_map(absolute).map(|path: Steps| path.join("::"));
    found.map(|path| if path.is_empty() { "*".to_owned() } else { path }).collect()
}

/// Returns the rows of the table in `docs/architecture.md` that begins with `head`.
fn documented(head: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root("docs/architecture.md")).unwrap();
    let table = text.lines().skip_while(|line| !line.starts_with(head)).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// Returns the parts of a cell that are in backticks.
fn ticked(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Returns the modules of the core and the paths that each may use.
///
/// A path includes everything below it.
fn core_table() -> Vec<(String, Vec<String>)> {
    let rows = documented("| module | question |").into_iter();
    let row = |cells: Vec<String>| {
        let may_use = if cells[2] == "all" { vec!["*".to_owned()] } else { ticked(&cells[2]) };
        (ticked(&cells[0]).remove(0), may_use)
    };
    rows.map(row).collect()
}

fn app_table() -> Vec<(String, Vec<String>)> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    APP.iter().map(|(part, may_use)| ((*part).to_owned(), owned(may_use))).collect()
}

// ---------------------------------------------------------------- allowed dependencies

/// Returns the part of a file: its first folder, or its own name.
fn part(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// Returns dependencies that the table does not allow. A file without a part is an error too.
fn misuses(file: &SourceFile, table: &[(String, Vec<String>)]) -> Vec<String> {
    let (own, name) = (part(&file.path), &file.path);
    let Some((_, allowed)) = table.iter().find(|(part, _)| part == own) else {
        return vec![format!("{name}: no rule for «{own}»; add one")];
    };
    let fits = |path: &str| {
        let below =
            |name: &str| path == name || path.strip_prefix(name).is_some_and(|rest| rest.starts_with("::"));
        allowed.iter().any(|name| name == "*") || below(own) || allowed.iter().any(|name| below(name))
    };
    let wrong = crate_paths(file).into_iter().filter(|path| !fits(path));
    wrong.map(|path| format!("{name}: {own} does not use {path}")).collect()
}

fn found_words(file: &SourceFile, wanted: &[&str], reason: &str) -> Vec<String> {
    let words: BTreeSet<String> = Spelling::of(file).words.into_iter().collect();
    let found = words.into_iter().filter(|word| wanted.contains(&word.as_str()));
    found.map(|word| format!("{}: {word}: {reason}", file.path)).collect()
}

/// Returns the violations in a file of the core.
fn core_problems(file: &SourceFile, table: &[(String, Vec<String>)]) -> Vec<String> {
    let name = &file.path;
    let mut problems = misuses(file, table);
    problems.extend(found_words(file, BROWSER, "the core knows no browser"));
    problems.extend(found_words(file, &["leptos"], "the core knows no Leptos"));
    if !["author", "bin", "merge"].contains(&part(name)) {
        let touches = |path: &Steps| path[0] == "std" && path.iter().any(|step| MACHINE.contains(&&**step));
        let machine: BTreeSet<String> =
            paths(file).into_iter().filter(touches).map(|path| path.join("::")).collect();
        problems.extend(
            machine.iter().map(|path| format!("{name}: {path}: the core does not touch the machine")),
        );
        let calls = Spelling::of(file).macros.into_iter().filter(|call| PRINT.contains(&call.as_str()));
        problems.extend(calls.map(|call| format!("{name}: {call}!: the core does not print")));
    }
    problems
}

/// Returns the violations in a file of the app.
fn app_problems(file: &SourceFile) -> Vec<String> {
    let (name, part) = (&file.path, part(&file.path));
    let mut problems = misuses(file, &app_table());
    if ["components", "charts"].contains(&part) {
        problems.extend(found_words(file, CONTEXT, "props come in, callbacks go out"));
    }
    let spelling = Spelling::of(file);
    if part != "browser" {
        let reason = "the browser is called in src/browser only";
        problems.extend(found_words(file, BROWSER, reason));
        let gloo: BTreeSet<_> = spelling.words.iter().filter(|word| word.starts_with("gloo_")).collect();
        problems.extend(gloo.into_iter().map(|word| format!("{name}: {word}: {reason}")));
    }
    if !["reactive", "app"].contains(&part) {
        let reason = "effects stand in src/reactive and src/app; what follows is a memo or a closure";
        problems.extend(found_words(file, EFFECT, reason));
    }
    let russian = |text: &str| text.contains(|c| matches!(c, '\u{400}'..='\u{52f}'));
    if let Some((line, _)) = spelling.texts.iter().find(|(_, text)| russian(text)) {
        problems.push(format!("{name}:{line}: a Russian text: texts come from core/locales"));
    }
    problems
}

/// Returns dependencies of the core's manifest that need a browser.
fn manifest_problems(manifest: &str) -> Vec<String> {
    let names = manifest.lines().filter_map(|line| line.split(['=', '.', ' ']).next());
    let plain = names.map(|name| name.trim_matches('"').replace('-', "_"));
    let wrong =
        plain.filter(|n| BROWSER.contains(&n.as_str()) || n.starts_with("leptos") || n.starts_with("gloo_"));
    wrong.map(|name| format!("core/Cargo.toml: {name}: the core knows no browser")).collect()
}

#[test]
fn the_core_keeps_its_rules() {
    let (files, table) = (source::read(&root("core/src")), core_table());
    for part in ["model/check/mod.rs", "query/facets.rs", "state/codec.rs", "view/screen.rs", "lib.rs"] {
        assert!(files.iter().any(|file| file.path == part), "{part} was not read");
    }
    for (module, _) in &table {
        assert!(
            files.iter().any(|file| part(&file.path) == module),
            "docs/architecture.md: there is no {module}"
        );
    }
    assert_none(&files.iter().flat_map(|file| core_problems(file, &table)).collect::<Vec<_>>());
    assert_none(&manifest_problems(&std::fs::read_to_string(root("core/Cargo.toml")).unwrap()));
}

#[test]
fn the_app_keeps_its_rules() {
    let files = source::read(&root("src"));
    assert!(files.iter().any(|file| file.path == "main.rs"), "the app was not read");
    assert_none(&files.iter().flat_map(app_problems).collect::<Vec<_>>());
}

#[test]
fn only_the_app_uses_leptos() {
    let roots =
        ["core/src", "core/tests", "engine/src", "bench/src", "split/src", "tests/src", "tests/tests"];
    let outside = roots.into_iter().flat_map(|name| source::read(&root(name)));
    let uses = outside.filter(|file| file.path != "architecture.rs");
    assert_none(
        &uses
            .flat_map(|file| found_words(&file, &["leptos"], "only the app uses Leptos"))
            .collect::<Vec<_>>(),
    );
}

/// Code that only chunks contain: it may use the texts of the views.
const OF_CHUNKS: &[&str] = &[
    "core/src/ask/",
    "core/src/author/",
    "core/src/bin/",
    "core/src/columns/",
    "core/src/deck/",
    "core/src/export/",
    "core/src/view/agreements/",
    "core/src/view/brief/",
    "core/src/view/compare/",
    "core/src/view/data/",
    "core/src/view/deck/",
    "core/src/view/evidence/",
    "core/src/view/findings/",
    "core/src/view/groupings/",
    "core/src/view/instruments.rs",
    "core/src/view/overview/figures.rs",
    "core/src/view/overview/timeline.rs",
    "core/src/view/parts/column_words.rs",
    "core/src/view/parts/part_of_group.rs",
    "core/src/view/parts/state_parts.rs",
    "core/src/view/states/",
    "core/src/view/subject/",
    "core/src/view/words/file_errors.rs",
    "src/components/drawer.rs",
    "src/pages/",
    "src/session/deck.rs",
    "src/session/deck_messages.rs",
    "src/session/deck_store.rs",
];
/// Code of a first visit in these folders.
const OF_FIRST_VISIT: &[&str] = &[
    "src/pages/legend.rs",
    "src/pages/mod.rs",
    "src/pages/orders.rs",
    "src/pages/overview/mod.rs",
    "src/pages/overview/summary.rs",
    "src/pages/page_head.rs",
];

/// A text of the views is empty until the first chunk of a view has come.
#[test]
fn a_first_visit_uses_no_text_of_the_views() {
    let folder = root("core/locales/views");
    let mut of_views = BTreeSet::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        of_views.extend(file.as_object().unwrap().keys().cloned());
    }
    let mut problems = Vec::new();
    for name in ["core/src", "src", "markup/src"] {
        for file in source::read(&root(name)) {
            let path = format!("{name}/{}", file.path);
            let starts = |prefix: &&str| path.starts_with(*prefix);
            let is_of_chunk = OF_CHUNKS.iter().any(starts) && !OF_FIRST_VISIT.iter().any(starts);
            if is_of_chunk || path.contains("tests") {
                continue;
            }
            let words = Spelling::of(&file).words;
            let used = words.iter().filter(|word| of_views.contains(*word));
            problems.extend(used.map(|key| format!("{path}: {key} is in core/locales/views")));
        }
    }
    assert_none(&problems);
}

/// Unused texts would be downloaded on every visit.
#[test]
fn every_text_is_used() {
    let sources = ["core/src", "src"].into_iter().flat_map(|name| source::read(&root(name)));
    let used: BTreeSet<String> = sources.flat_map(|file| Spelling::of(&file).words).collect();
    let keys = Key::ALL.iter().map(|key| format!("{key:?}"));
    let unused = keys.filter(|key| !used.contains(key));
    assert_none(&unused.map(|key| format!("core/locales: {key} is used nowhere")).collect::<Vec<_>>());
}

// ---------------------------------------------------------------- layers of the view

/// Returns the unit of a file in `view`: a folder, or a file of its own.
fn unit(path: &str) -> Option<&str> {
    Some(part(path.strip_prefix("view/")?)).filter(|unit| *unit != "mod")
}

/// Returns the dependencies between units of `view`, each with one location.
fn view_uses(read: &Crate) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for (file, used) in read.uses().into_iter().enumerate() {
        let path = &read.files[file].path;
        for (target, (line, how)) in used {
            if let (Some(from), Some(to)) = (unit(path), unit(&read.files[target].path))
                && from != to
            {
                let place = format!("core/src/{path}:{line}: {how}");
                found.entry((from.to_owned(), to.to_owned())).or_insert(place);
            }
        }
    }
    found
}

#[test]
fn the_view_keeps_its_layers() {
    let read = Crate::read(&root("core/src"));
    let layers: Vec<Vec<String>> =
        documented("| layer | holds |").iter().map(|cells| ticked(&cells[0])).collect();
    assert!(layers.len() <= LAYERS, "docs/architecture.md: more than {LAYERS} layers");
    let layer = |unit: &str| layers.iter().position(|units| units.iter().any(|other| other == unit));
    let units: BTreeSet<&str> = read.files.iter().filter_map(|file| unit(&file.path)).collect();
    let named: BTreeSet<&str> = layers.iter().flatten().map(String::as_str).collect();
    assert_eq!(units, named, "docs/architecture.md names the folders and files of core/src/view");
    let wrong = view_uses(&read).into_iter().filter(|((from, to), _)| layer(to) >= layer(from));
    assert_none(
        &wrong.map(|((from, to), place)| format!("{place}: {from} does not use {to}")).collect::<Vec<_>>(),
    );
}

/// Computes layers from the dependencies, regardless of the table.
///
/// The layer of a unit is one above the highest layer that it uses.
#[test]
fn the_view_has_few_layers() {
    let uses = view_uses(&Crate::read(&root("core/src")));
    let mut heights: BTreeMap<String, usize> = BTreeMap::new();
    let mut grows = true;
    while grows {
        grows = false;
        for (from, to) in uses.keys() {
            let height = heights.get(to).copied().unwrap_or(1) + 1;
            assert!(height <= LAYERS, "{from} stands on layer {height}, over {to}");
            let own = heights.entry(from.clone()).or_insert(1);
            if *own < height {
                (*own, grows) = (height, true);
            }
        }
    }
    assert!(heights.len() > 10, "the view was not read");
}

// ---------------------------------------------------------------- cycles, names, sizes

#[test]
fn no_file_uses_a_file_that_uses_it() {
    let mut problems = Vec::new();
    for name in CIRCLE_FREE {
        let read = Crate::read(&root(name));
        assert!(!read.files.is_empty(), "{name} was not read");
        let uses = read.uses();
        for circle in source::circles(&uses) {
            for (from, to) in circle.iter().flat_map(|from| circle.iter().map(move |to| (*from, *to))) {
                if let Some((line, how)) = uses[from].get(&to) {
                    let (from, to) = (&read.files[from].path, &read.files[to].path);
                    problems.push(format!("{name}/{from}:{line}: a circle by {how} of {to}"));
                }
            }
        }
    }
    assert_none(&problems);
}

/// Unique names let a text search for a type find one definition.
#[test]
fn public_types_have_names_of_their_own() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut made = 0;
    for name in WORKSPACE {
        let read = Crate::read(&root(name));
        for file in &read.files {
            for (ty, by_macro) in read.public_types(file) {
                made += usize::from(by_macro);
                homes.entry(ty).or_default().push(format!("{name}/{}", file.path));
            }
        }
    }
    assert!(made > 80, "types that macros make were not read: {made}");
    let several = homes.into_iter().filter(|(_, homes)| homes.len() > 1);
    assert_none(&several.map(|(ty, homes)| format!("{ty}: {}", homes.join(", "))).collect::<Vec<_>>());
}

/// Returns the functions of a file with their numbers of lines, including nested functions.
fn functions(file: &SourceFile) -> Vec<(String, usize)> {
    struct Functions(Vec<(String, usize)>);
    impl Functions {
        fn add(&mut self, name: &syn::Ident, block: &syn::Block) {
            let span = block.span();
            self.0.push((name.to_string(), span.end().line - span.start().line + 1));
        }
    }
    impl<'ast> Visit<'ast> for Functions {
        fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
            self.add(&item.sig.ident, &item.block);
            visit::visit_item_fn(self, item);
        }
        fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
            self.add(&item.sig.ident, &item.block);
            visit::visit_impl_item_fn(self, item);
        }
    }
    let mut found = Functions(Vec::new());
    found.visit_file(&file.ast);
    found.0
}

#[test]
fn functions_are_short() {
    let (mut problems, mut exceptions) = (Vec::new(), BTreeSet::new());
    for name in WORKSPACE {
        for file in source::read(&root(name)) {
            for (function, lines) in
                functions(&file).into_iter().filter(|(_, lines)| *lines > LONGEST_FUNCTION)
            {
                let place = format!("{name}/{}::{function}", file.path);
                if TABLES.contains(&place.as_str()) {
                    exceptions.insert(place);
                } else {
                    problems.push(format!("{place}: {lines} lines"));
                }
            }
        }
    }
    assert_none(&problems);
    let unused: Vec<String> =
        TABLES.iter().filter(|name| !exceptions.contains(**name)).map(|n| (*n).to_owned()).collect();
    assert_eq!(unused, [""; 0], "no longer long: take it from the list");
}

#[test]
fn lines_of_code_are_short() {
    let mut problems = Vec::new();
    for name in WORKSPACE {
        for file in source::read(&root(name)) {
            let place = format!("{name}/{}", file.path);
            let tests = file.text.find("#[cfg(test)]\nmod tests {").unwrap_or(file.text.len());
            let lines = file.text[..tests].lines().enumerate();
            let long = lines
                .filter(|(_, line)| line.chars().count() > WIDEST && !line.trim_start().starts_with("//"));
            if !DATA.contains(&place.as_str()) {
                problems.extend(
                    long.map(|(i, line)| format!("{place}:{}: {} columns", i + 1, line.chars().count())),
                );
            }
        }
    }
    assert_none(&problems);
}

// ---------------------------------------------------------------- the checker itself

fn core_file(path: &str, text: &str) -> Vec<String> {
    core_problems(&SourceFile::new(path, text), &core_table())
}

fn app_file(path: &str, text: &str) -> Vec<String> {
    app_problems(&SourceFile::new(path, text))
}

#[test]
fn a_broken_rule_of_the_core_is_found() {
    for (file, source) in [
        ("model/raw/mod.rs", "use crate::text::Key;"),
        ("model/rules/any.rs", "use super::super::super::text::Key;"),
        ("model/mod.rs", "use super::{query::Filter};"),
        ("text/forms.rs", "fn f(ds: &crate::model::Dataset) {}"),
        ("text/forms.rs", "fn f() { some!(crate::model::Dataset); }"),
        ("query/filter.rs", "use crate::{model::Dataset, text::{Key, Lang}};"),
        ("query/filter.rs", "use crate::text;"),
        ("analysis/blocks.rs", "use crate::state::ViewState;"),
        ("state/codec.rs", "use crate::view;"),
        ("state/codec.rs", "pub use crate::view::screen;"),
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
        let found = core_file(file, source);
        assert_eq!(found.len(), 1, "{file}: {source}\n{found:?}");
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
        assert_eq!(core_file(file, source), [""; 0], "{file}: {source}");
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
        ("components/drawer.rs", "fn f() { let s = use_context::<Session>(); }"),
        ("charts/tile.rs", "use crate::components::chip;"),
        ("charts/tile.rs", "fn f() { let s = expect_context::<Session>(); }"),
        ("components/drawer.rs", "fn f() { crate::browser::focus(x); }"),
        ("components/drawer.rs", "fn f() { view! { <p on:click=move |_| crate::browser::focus(x)/> } }"),
        ("pages/overview.rs", "use crate::browser;"),
        ("pages/overview.rs", "use leptos::web_sys::Window;"),
        ("session.rs", "use gloo_timers::callback::Timeout;"),
        ("app.rs", "use wasm_bindgen::prelude::*;"),
        ("pages/overview.rs", "fn f() { Effect::new(move |_| {}); }"),
        ("session.rs", "fn f() { Effect::watch(a, b, false); }"),
        ("pages/overview.rs", "// обзор\nview! { <p>\"Обзор\"</p> }"),
        ("widgets/chip.rs", ""),
    ] {
        let found = app_file(file, source);
        assert_eq!(found.len(), 1, "{file}: {source}\n{found:?}");
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
        ("session.rs", "use crate::browser::history;\nfn f() { let a = Memo::new(f); } // Effect::new"),
        ("app.rs", "fn f() { Effect::new(f); } use crate::pages::overview;"),
        ("browser/focus.rs", "use wasm_bindgen::JsCast; use gloo_events::EventListener;"),
        ("main.rs", "mod app;\n/// Обзор\nfn main() { mount_to_body(crate::app::App) }"),
    ] {
        assert_eq!(app_file(file, source), [""; 0], "{file}: {source}");
    }
}

/// Creates a crate of the given files.
fn small(files: &[(&str, &str)]) -> Crate {
    Crate::new(files.iter().map(|(path, text)| SourceFile::new(path, text)).collect())
}

/// Returns the files that a file uses.
fn used(read: &Crate, path: &str) -> Vec<String> {
    let at = read.files.iter().position(|file| file.path == path).unwrap();
    read.uses()[at].keys().map(|target| read.files[*target].path.clone()).collect()
}

#[test]
fn a_use_leads_to_the_file_that_defines() {
    let read = small(&[
        ("lib.rs", "mod a;\nmod b;\npub fn top() {}"),
        ("a/mod.rs", "mod one;\nmod two;\npub use one::{One, one};\npub use two::*;"),
        ("a/one.rs", "pub struct One;\npub fn one() {}"),
        (
            "a/two.rs",
            "use super::one::One as First;\npub enum Two { A }\nimpl First { pub fn further(self) {} }",
        ),
        ("b.rs", "use crate::a::{self, One};\nfn f(x: One) { x.further() }"),
        ("c.rs", "use crate::a::*;\nfn f() -> Two { Two::A }"),
        ("d.rs", "use crate::a;\nfn f() { a::one(); crate::top() }"),
        ("e.rs", "fn f() { some!(crate::a::one()) }"),
        ("f.rs", "use crate::a;\n#[cfg(test)]\nmod tests { use crate::a::one; }"),
    ]);
    assert_eq!(used(&read, "a/mod.rs"), [""; 0], "what is passed on is not used");
    assert_eq!(used(&read, "a/two.rs"), ["a/one.rs"]);
    assert_eq!(used(&read, "b.rs"), ["a/one.rs", "a/two.rs"], "a method of another file counts");
    assert_eq!(used(&read, "c.rs"), ["a/two.rs"]);
    assert_eq!(used(&read, "d.rs"), ["lib.rs", "a/one.rs"]);
    assert_eq!(used(&read, "e.rs"), ["a/one.rs"]);
    assert_eq!(used(&read, "f.rs"), [""; 0], "tests do not count");
    assert_eq!(source::circles(&read.uses()), Vec::<Vec<usize>>::new());
}

#[test]
fn a_circle_is_found() {
    let read = small(&[
        ("lib.rs", "mod a;\nmod b;\nmod c;\nmod d;"),
        ("a.rs", "use crate::b::B;\npub struct A;"),
        ("b.rs", "pub struct B(crate::c::C);"),
        ("c.rs", "use super::a::A;\npub struct C;"),
        ("d.rs", "use super::a::A;"),
    ]);
    assert_eq!(source::circles(&read.uses()), [[1, 2, 3]]);
}

#[test]
fn types_that_a_macro_makes_have_names_too() {
    let read = small(&[(
        "lib.rs",
        "macro_rules! ids { ($($name:ident;)*) => {$(pub struct $name(pub u16);)*}; }
        macro_rules! choice { ($($name:ident { $($v:ident),* })*) => {$(pub enum $name { $($v),* })*}; }
        ids! { StateId; BodyId; }
        choice! { View { Overview, Data } Tab { Summary } }
        pub struct Plain; struct Own; pub(crate) struct Ours; pub type Alias = Plain;",
    )]);
    let types: BTreeSet<String> =
        read.public_types(&read.files[0]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(types, ["Alias", "BodyId", "Plain", "StateId", "Tab", "View"].map(String::from).into());
}

#[test]
fn lines_of_functions_are_counted() {
    let file =
        SourceFile::new("a.rs", "fn one() {\n}\nimpl A {\n    fn two() {\n        1;\n        2;\n    }\n}");
    assert_eq!(functions(&file), [("one".to_owned(), 2), ("two".to_owned(), 4)]);
}
