//! Parses the workspace with `syn`: files, modules, definitions, and the paths that they use.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Item, UseTree, Visibility};

/// A path as written, or the path of a module in its crate.
pub type Steps = Vec<String>;

/// A Rust source file.
pub struct SourceFile {
    /// Path relative to the folder that was read, with `/`.
    pub path: String,
    /// Unchanged text.
    pub text: String,
    /// Parsed text; [`SourceFile::new`] drops items under `#[cfg(test)]`.
    pub ast: syn::File,
}

impl SourceFile {
    /// Parses a source file without its tests.
    pub fn new(path: &str, text: &str) -> Self {
        let mut file = Self::with_tests(path, text);
        file.ast.items.retain(|item| !is_test(item));
        file
    }

    /// Parses a source file with its tests.
    pub fn with_tests(path: &str, text: &str) -> Self {
        let ast = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), text: text.to_owned(), ast }
    }

    /// Returns the path of the file's module.
    pub fn module(&self) -> Steps {
        let steps = self.path.trim_end_matches(".rs").split('/');
        steps.filter(|step| !["mod", "lib", "main"].contains(step)).map(str::to_owned).collect()
    }
}

fn is_test(item: &Item) -> bool {
    let attributes = match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|p| p.is_ident("test"))
    })
}

/// Returns a path of the repository.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Fails with every problem on a line of its own.
pub fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

/// Reads the files in a folder whose names end in `ending`, sorted; `is_entered` chooses the
/// folders below it by their names.
pub fn files(folder: &Path, ending: &str, is_entered: impl Fn(&str) -> bool) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if is_entered(&name) {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// Whether a folder holds sources of the project.
pub fn has_sources(folder: &str) -> bool {
    !["target", "node_modules", "golden"].contains(&folder)
}

/// Reads the Rust files in a folder, sorted by path, without files of test modules.
pub fn read(folder: &Path) -> Vec<SourceFile> {
    let all = files(folder, ".rs", |name| has_sources(name) && name != "tests");
    let of_program = all.iter().filter(|(path, _)| !path.ends_with("tests.rs"));
    let parsed = of_program.map(|(path, text)| {
        let inside: Vec<_> = path.strip_prefix(folder).unwrap().iter().map(|p| p.to_string_lossy()).collect();
        SourceFile::new(&inside.join("/"), text)
    });
    let mut found: Vec<_> = parsed.collect();
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

// ---------------------------------------------------------------- content of a file

/// A name that a `use` brings into a module; `None` for a glob.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Name in the module.
    pub name: Option<String>,
    /// Path as written.
    pub path: Steps,
    /// Whether it is re-exported.
    pub passed_on: bool,
}

/// Items and imports of a module.
#[derive(Debug, Default)]
pub struct ModuleScope {
    /// Index of the file that contains it.
    pub file: usize,
    /// Names of the items.
    pub items: BTreeSet<String>,
    pub imports: Vec<Import>,
}

/// A path in the code.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Module that contains the path.
    pub module: Steps,
    /// Path as written.
    pub path: Steps,
    pub line: usize,
    /// Whether it is part of a `use`.
    pub import: bool,
}

/// Collects the paths of a `use` tree.
pub fn use_paths(tree: &UseTree, before: &[String], found: &mut Vec<(Option<String>, Steps)>) {
    let with = |step: &syn::Ident| before.iter().cloned().chain([step.to_string()]).collect::<Steps>();
    match tree {
        UseTree::Path(path) => use_paths(&path.tree, &with(&path.ident), found),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned(), before.to_vec()));
        }
        UseTree::Name(name) => found.push((Some(name.ident.to_string()), with(&name.ident))),
        UseTree::Rename(name) if name.ident == "self" => {
            found.push((Some(name.rename.to_string()), before.to_vec()));
        }
        UseTree::Rename(name) => found.push((Some(name.rename.to_string()), with(&name.ident))),
        UseTree::Glob(_) => found.push((None, before.to_vec())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| use_paths(tree, before, found)),
    }
}

/// Collects paths and method names while visiting the syntax tree.
struct PathVisitor {
    module: Steps,
    found: Vec<Reference>,
    methods: BTreeSet<String>,
}

impl PathVisitor {
    fn push(&mut self, path: Steps, line: usize, import: bool) {
        self.found.push(Reference { module: self.module.clone(), path, line, import });
    }

    /// Collects paths among the tokens of a macro call, which are not parsed.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Steps = Vec::new();
        let (mut line, mut colons) = (0, 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.end(&mut path, line);
                        line = ident.span().start().line;
                    }
                    path.push(ident.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    continue;
                }
                TokenTree::Group(group) => {
                    self.end(&mut path, line);
                    self.tokens(group.stream());
                }
                _ => self.end(&mut path, line),
            }
            colons = 0;
        }
        self.end(&mut path, line);
    }

    fn end(&mut self, path: &mut Steps, line: usize) {
        if !path.is_empty() {
            self.push(std::mem::take(path), line, false);
        }
    }
}

impl<'ast> Visit<'ast> for PathVisitor {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let steps = path.segments.iter().map(|step| step.ident.to_string()).collect();
        self.push(steps, path.span().start().line, false);
        visit::visit_path(self, path);
    }
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if matches!(item.vis, Visibility::Inherited) {
            let mut paths = Vec::new();
            use_paths(&item.tree, &[], &mut paths);
            let line = item.span().start().line;
            paths.into_iter().for_each(|(_, path)| self.push(path, line, true));
        }
    }
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        self.tokens(call.tokens.clone());
    }
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.methods.insert(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }
    // Paths in attributes do not refer to the crate.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }
}

/// Returns the name of an item, and whether it is `pub`.
pub fn item_name(item: &Item) -> Option<(String, bool)> {
    let (ident, vis) = match item {
        Item::Struct(item) => (&item.ident, &item.vis),
        Item::Enum(item) => (&item.ident, &item.vis),
        Item::Type(item) => (&item.ident, &item.vis),
        Item::Trait(item) => (&item.ident, &item.vis),
        Item::Union(item) => (&item.ident, &item.vis),
        Item::Fn(item) => (&item.sig.ident, &item.vis),
        Item::Const(item) => (&item.ident, &item.vis),
        Item::Static(item) => (&item.ident, &item.vis),
        _ => return None,
    };
    Some((ident.to_string(), matches!(vis, Visibility::Public(_))))
}

// ---------------------------------------------------------------- a crate

/// The files of a crate and the content of its modules.
pub struct Crate {
    pub files: Vec<SourceFile>,
    /// Modules by path; the path of the root is empty.
    pub modules: BTreeMap<Steps, ModuleScope>,
    /// Kind of item that each macro of the crate defines.
    makers: BTreeMap<String, MadeItem>,
}

/// The kind of item that a macro defines from a name in its call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MadeItem {
    /// `Name { … }` or `Name;` becomes a public type.
    Type,
    /// `NAME: …` becomes a static.
    Static,
}

/// The target of a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Module(Steps),
    /// An item: its file, its name there, and the index of the path's step that resolves to it.
    Item(usize, String, usize),
}

impl Crate {
    /// Reads the crate in a folder.
    pub fn read(folder: &Path) -> Self {
        Self::new(read(folder))
    }

    /// Creates a crate of files.
    pub fn new(files: Vec<SourceFile>) -> Self {
        let makers = files.iter().flat_map(|file| makers(&file.ast)).collect();
        let mut read = Self { files: Vec::new(), modules: BTreeMap::new(), makers };
        for (at, file) in files.iter().enumerate() {
            read.add(at, &file.module(), &file.ast.items);
        }
        read.files = files;
        read
    }

    fn add(&mut self, file: usize, module: &[String], items: &[Item]) {
        let mut scope = ModuleScope { file, ..ModuleScope::default() };
        for item in items {
            match item {
                Item::Use(item) => {
                    let mut paths = Vec::new();
                    use_paths(&item.tree, &[], &mut paths);
                    let passed_on = !matches!(item.vis, Visibility::Inherited);
                    scope.imports.extend(paths.into_iter().map(|(name, path)| Import {
                        name,
                        path,
                        passed_on,
                    }));
                }
                Item::Mod(inner) => {
                    if let Some((_, items)) = &inner.content {
                        let inside: Steps = module.iter().cloned().chain([inner.ident.to_string()]).collect();
                        self.add(file, &inside, items);
                    }
                }
                Item::Macro(call) => scope.items.extend(self.made(call).into_iter().map(|(name, _)| name)),
                item => scope.items.extend(item_name(item).map(|(name, _)| name)),
            }
        }
        self.modules.insert(module.to_vec(), scope);
    }

    /// Returns the names of items that a macro call defines.
    pub fn made(&self, call: &syn::ItemMacro) -> Vec<(String, MadeItem)> {
        let name = call.mac.path.segments.last().map(|step| step.ident.to_string()).unwrap_or_default();
        let Some(kind) = self.makers.get(&name) else { return Vec::new() };
        let tokens: Vec<TokenTree> = call.mac.tokens.clone().into_iter().collect();
        let followed = |next: &TokenTree| match (kind, next) {
            (MadeItem::Type, TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
            (MadeItem::Type, TokenTree::Punct(punct)) => punct.as_char() == ';',
            (MadeItem::Static, TokenTree::Punct(punct)) => punct.as_char() == ':',
            (MadeItem::Static, TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let pairs = tokens.windows(2).filter_map(|pair| match pair {
            [TokenTree::Ident(name), next] if followed(next) => Some((name.to_string(), *kind)),
            _ => None,
        });
        pairs.collect()
    }

    /// Returns the public types of a file, and whether a macro defines them.
    pub fn public_types(&self, file: &SourceFile) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        let mut open: Vec<&Item> = file.ast.items.iter().collect();
        while let Some(item) = open.pop() {
            match item {
                Item::Mod(inner) => open.extend(inner.content.iter().flat_map(|(_, items)| items)),
                Item::Macro(call) => {
                    let types = self.made(call).into_iter().filter(|(_, kind)| *kind == MadeItem::Type);
                    found.extend(types.map(|(name, _)| (name, true)));
                }
                Item::Struct(_) | Item::Enum(_) | Item::Type(_) | Item::Trait(_) | Item::Union(_) => {
                    found
                        .extend(item_name(item).filter(|(_, public)| *public).map(|(name, _)| (name, false)));
                }
                _ => {}
            }
        }
        found
    }

    /// Returns every path in a file's code, and every method that it calls.
    pub fn references(&self, file: usize) -> (Vec<Reference>, BTreeSet<String>) {
        let file = &self.files[file];
        let mut visitor = PathVisitor { module: file.module(), found: Vec::new(), methods: BTreeSet::new() };
        visitor.visit_file(&file.ast);
        (visitor.found, visitor.methods)
    }

    /// Returns the file that defines the target of a path, if it is in this crate.
    pub fn definition(&self, module: &[String], path: &[String]) -> Option<usize> {
        match self.resolve(module, path)? {
            Target::Item(file, ..) => Some(file),
            Target::Module(_) => None,
        }
    }

    /// Resolves a path in a module. `None` if the target is not in this crate.
    pub fn resolve(&self, module: &[String], path: &[String]) -> Option<Target> {
        self.resolve_as(module, path, true, 0)
    }

    /// Like [`Self::resolve`].
    ///
    /// If `item`, a last step that names both an item and a module resolves to the item.
    fn resolve_as(&self, module: &[String], path: &[String], item: bool, depth: usize) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Target::Module(Vec::new()),
            "self" => Target::Module(module.to_vec()),
            "super" => Target::Module(module.split_last()?.1.to_vec()),
            "Self" => return None,
            name => self.look_up(module, name, item && rest.is_empty(), depth)?,
        };
        while let Some((step, further)) = rest.split_first() {
            let Target::Module(inside) = &at else { break };
            at = if step == "super" {
                Target::Module(inside.split_last()?.1.to_vec())
            } else {
                self.look_up(inside, step, item && further.is_empty(), depth)?
            };
            rest = further;
        }
        match at {
            Target::Item(file, name, _) => Some(Target::Item(file, name, path.len() - rest.len() - 1)),
            module => Some(module),
        }
    }

    /// Resolves a name in a module.
    ///
    /// As the last step of a path, an item takes precedence over a module, since functions are
    /// often named like their module.
    fn look_up(&self, module: &[String], name: &str, last: bool, depth: usize) -> Option<Target> {
        if depth > 8 {
            return None;
        }
        let scope = self.modules.get(module)?;
        let named = || {
            let imports = scope.imports.iter().filter(|import| import.name.as_deref() == Some(name));
            imports
                .filter_map(|import| self.resolve_as(module, &import.path, last, depth + 1))
                .collect::<Vec<_>>()
        };
        let is_module = |target: &Target| matches!(target, Target::Module(_));
        let item = || {
            let own = scope.items.contains(name).then(|| Target::Item(scope.file, name.to_owned(), 0));
            own.or_else(|| named().into_iter().find(|target| !is_module(target)))
        };
        let child = || {
            let path: Steps = module.iter().cloned().chain([name.to_owned()]).collect();
            let own = self.modules.contains_key(&path).then_some(Target::Module(path));
            own.or_else(|| named().into_iter().find(is_module))
        };
        let found = if last { item().or_else(child) } else { child().or_else(item) };
        found.or_else(|| {
            let globs = scope.imports.iter().filter(|import| import.name.is_none());
            globs.filter_map(|import| self.through(module, &import.path, name, last, depth)).next()
        })
    }

    /// Resolves a name through a glob import.
    fn through(
        &self,
        module: &[String],
        path: &[String],
        name: &str,
        last: bool,
        depth: usize,
    ) -> Option<Target> {
        match self.resolve_as(module, path, false, depth + 1)? {
            Target::Module(inside) if inside != module => self.look_up(&inside, name, last, depth + 1),
            _ => None,
        }
    }

    /// Returns for each file the files whose definitions it uses, each with one line.
    ///
    /// Re-exports are resolved to the definition, so that a `mod.rs` counts only for its own
    /// definitions.
    pub fn uses(&self) -> Vec<BTreeMap<usize, (usize, String)>> {
        let foreign = self.foreign_methods();
        let of = |file: usize| {
            let (references, methods) = self.references(file);
            let mut used = BTreeMap::new();
            for reference in &references {
                if let Some(target) = self.definition(&reference.module, &reference.path)
                    && target != file
                {
                    used.entry(target).or_insert((reference.line, reference.path.join("::")));
                }
            }
            let module = self.files[file].module();
            for (method, (target, seen_in)) in &foreign {
                if methods.contains(method) && *target != file && module.starts_with(seen_in) {
                    used.entry(*target).or_insert((0, format!(".{method}()")));
                }
            }
            used
        };
        (0..self.files.len()).map(of).collect()
    }

    /// Returns methods that a file defines on a type of another file, if their name is unique.
    ///
    /// Calling such a method is a dependency on its file without a path. Includes the module in
    /// which the method is visible.
    fn foreign_methods(&self) -> BTreeMap<String, (usize, Steps)> {
        let mut homes: BTreeMap<String, Vec<Option<(usize, Steps)>>> = BTreeMap::new();
        for (at, file) in self.files.iter().enumerate() {
            let module = file.module();
            for item in &file.ast.items {
                // Any identifier in a macro call may be the name of a method that it defines.
                if let Item::Macro(call) = item {
                    for word in idents(call.mac.tokens.clone()) {
                        homes.entry(word).or_default().push(None);
                    }
                }
                let Item::Impl(block) = item else { continue };
                let of = match &*block.self_ty {
                    syn::Type::Path(path) => {
                        let steps: Steps = path.path.segments.iter().map(|s| s.ident.to_string()).collect();
                        self.definition(&module, &steps)
                    }
                    _ => None,
                };
                let is_foreign = block.trait_.is_none() && of.is_some_and(|of| of != at);
                for item in &block.items {
                    match item {
                        syn::ImplItem::Fn(method) => {
                            let home = is_foreign.then(|| (at, seen_in(&method.vis, &module)));
                            homes.entry(method.sig.ident.to_string()).or_default().push(home);
                        }
                        syn::ImplItem::Macro(call) => {
                            for word in idents(call.mac.tokens.clone()) {
                                homes.entry(word).or_default().push(None);
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        let single = homes.into_iter().filter_map(|(name, homes)| match homes.as_slice() {
            [Some(home)] => Some((name, home.clone())),
            _ => None,
        });
        single.collect()
    }
}

/// Returns every identifier among tokens.
pub fn idents(tokens: TokenStream) -> Vec<String> {
    let words = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => idents(group.stream()),
        _ => Vec::new(),
    });
    words.collect()
}

/// Returns the module in which an item is visible: by `pub`, `pub(super)` or no modifier.
fn seen_in(vis: &Visibility, module: &[String]) -> Steps {
    match vis {
        Visibility::Inherited => module.to_vec(),
        Visibility::Restricted(path) if path.path.is_ident("super") => {
            module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Returns the macros of a file that define an item from a name.
///
/// They contain `struct $name`, `enum $name` or `static $name`.
fn makers(ast: &syn::File) -> Vec<(String, MadeItem)> {
    let definitions = ast.items.iter().filter_map(|item| match item {
        Item::Macro(item) => Some((item.ident.as_ref()?.to_string(), item.mac.tokens.to_string())),
        _ => None,
    });
    let kinds = definitions.filter_map(|(name, body)| {
        let plain = body.replace(' ', "");
        let kind = if plain.contains("pubstruct$") || plain.contains("pubenum$") {
            MadeItem::Type
        } else if plain.contains("static$") {
            MadeItem::Static
        } else {
            return None;
        };
        Some((name, kind))
    });
    kinds.collect()
}

// ---------------------------------------------------------------- cycles

/// Returns the strongly connected components of two or more nodes (Tarjan's algorithm).
pub fn circles<T>(graph: &[BTreeMap<usize, T>]) -> Vec<Vec<usize>> {
    let of = components(graph);
    of.into_iter().filter(|group| group.len() > 1).collect()
}

/// Returns the strongly connected components, dependencies first.
pub fn components<T>(graph: &[BTreeMap<usize, T>]) -> Vec<Vec<usize>> {
    struct Walk<'a, T> {
        graph: &'a [BTreeMap<usize, T>],
        order: Vec<Option<usize>>,
        low: Vec<usize>,
        open: Vec<usize>,
        count: usize,
        found: Vec<Vec<usize>>,
    }
    impl<T> Walk<'_, T> {
        fn visit(&mut self, node: usize) {
            self.order[node] = Some(self.count);
            self.low[node] = self.count;
            self.count += 1;
            self.open.push(node);
            for &next in self.graph[node].keys() {
                if self.order[next].is_none() {
                    self.visit(next);
                    self.low[node] = self.low[node].min(self.low[next]);
                } else if self.open.contains(&next) {
                    self.low[node] = self.low[node].min(self.order[next].unwrap_or(usize::MAX));
                }
            }
            if Some(self.low[node]) == self.order[node] {
                let start = self.open.iter().position(|&open| open == node).unwrap_or_default();
                let mut group = self.open.split_off(start);
                group.sort_unstable();
                self.found.push(group);
            }
        }
    }
    let n = graph.len();
    let mut walk =
        Walk { graph, order: vec![None; n], low: vec![0; n], open: Vec::new(), count: 0, found: Vec::new() };
    for node in 0..n {
        if walk.order[node].is_none() {
            walk.visit(node);
        }
    }
    walk.found
}
