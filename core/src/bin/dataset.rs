//! Command-line tool `dataset` for authors and scripts.
//!
//! Commands: check, coverage, bundle, export, package, handout, schema, show, ask, agreement.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cisconf_core::author::agreement::{CoderAgreement, Coding};
use cisconf_core::author::{self, report::ExtractedReport};
use cisconf_core::deck::ready_made;
use cisconf_core::export::{self, ExportInput};
use cisconf_core::model::{self, Dataset, DatasetError};
use cisconf_core::query::FindingsIndex;
use cisconf_core::state::scheme_file::{self, ImportError, ImportErrorKind};
use cisconf_core::state::{CustomScheme, View, ViewState, decode};
use cisconf_core::text::{self, Lang};
use cisconf_core::view::{ViewContext, import_error_lines};

const USAGE: &str = "\
Usage: dataset COMMAND [OPTIONS]

  check     [--data DIR] [--report FILE]  every rule; with the report also its outline and no copied wording
  coverage  [--data DIR] [--report FILE]  what the data of each section rest on; with the report also the
                                          paragraphs and footnotes with fewer data than sentences
  bundle    [--data DIR] [-o FILE]        the collections as one compact JSON
  export    [--data DIR] [-o DIR]         every file of the Data view: bundle, workbooks (XLSX) and CSV of the
                                          dataset, of each collection and table; into `export` unless -o names
                                          a folder
  package   [DIR] [--data DIR]            the dataset as a Frictionless Data Package, into `package` unless
                                          DIR names a folder: tables with their schemas, README, citation,
                                          licence, checksums
  handout   LINK [--lang en|ru] [-o DIR]  the view behind a link as slides (PPTX), document (DOCX) and picture
                                          (SVG); of `#/deck` the slides of the ready-made deck
  schema    [-o FILE]                     JSON Schema of the bundle
  show      LINK [--lang en|ru] [--scheme FILE]
                                          the view behind a link as JSON, with the grouping of a file as the
                                          active one; what the link lost goes to stderr too
  ask       QUESTION [--lang en|ru]        the answer to a question as JSON: how it was read, the value, the
                                          sentence, its pages, places to go
  ask       --corpus DIR [--sealed]       asks the questions of a folder, as core/tests/questions; prints the
                                          outcomes by kind and each miss; --sealed takes the sealed ones
  agreement [--first FILE] [--second FILE]
                                          how far two codings of findings agree: percent, Krippendorff's alpha

LINK is a whole address, `#/…` or `/…`. DIR is data/cisconf-2000 unless given; the codings are
data/coding/findings-first.json and findings-second.json. A problem is a line `file: $.path: reason`.
Exit: 0 done, 1 problems found or a file that cannot be read or written, 2 wrong arguments.
";

/// Failure of a command.
enum Failure {
    /// Wrong arguments; the usage is printed.
    Usage(String),
    /// Messages, one per line.
    Problems(Vec<String>),
}

impl From<String> for Failure {
    fn from(line: String) -> Self {
        Self::Problems(vec![line])
    }
}

impl From<Vec<String>> for Failure {
    fn from(lines: Vec<String>) -> Self {
        Self::Problems(lines)
    }
}

/// Options of all commands; each command declares those that it accepts.
#[derive(Default)]
struct Options {
    data: Option<String>,
    report: Option<String>,
    out: Option<String>,
    lang: Option<String>,
    link: Option<String>,
    first: Option<String>,
    second: Option<String>,
    scheme: Option<String>,
}

/// Pseudo-option for the positional link of a command.
const LINK: &str = "LINK";

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    let (text, code) = match run(&args) {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(Failure::Problems(lines)) => (lines.join("\n") + "\n", ExitCode::from(1)),
        Err(Failure::Usage(reason)) => {
            let _ = write!(std::io::stderr(), "{reason}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    // A failure means that the reader closed the pipe, which is not an error.
    let _ = std::io::stdout().write_all(text.as_bytes());
    code
}

/// Runs a command and returns its output.
fn run(args: &[String]) -> Result<String, Failure> {
    let Some((command, rest)) = args.split_first() else { return Err(Failure::Usage("no command".into())) };
    match command.as_str() {
        "check" => check(&options(rest, &["--data", "--report"])?),
        "coverage" => coverage(&options(rest, &["--data", "--report"])?),
        "bundle" => bundle(&options(rest, &["--data", "-o"])?),
        "package" => package(&options(rest, &[LINK, "--data"])?),
        "export" => export(&options(rest, &["--data", "-o"])?),
        "handout" => handout(&options(rest, &[LINK, "--lang", "-o"])?),
        "schema" => written(author::schema::schema()?, &options(rest, &["-o"])?),
        "show" => show(&options(rest, &[LINK, "--lang", "--scheme"])?),
        "agreement" => agreement(&options(rest, &["--first", "--second"])?),
        "ask" => ask(rest),
        "help" | "--help" | "-h" => Ok(USAGE.to_owned()),
        other => Err(Failure::Usage(format!("unknown command «{other}»"))),
    }
}

fn options(args: &[String], known: &[&str]) -> Result<Options, Failure> {
    let mut options = Options::default();
    let mut args = args.iter();
    while let Some(name) = args.next() {
        let slot = match name.as_str() {
            link if known.contains(&LINK) && !link.starts_with("--") && options.link.is_none() => {
                options.link = Some(link.to_owned());
                continue;
            }
            name if !known.contains(&name) => {
                return Err(Failure::Usage(format!("unknown argument «{name}»")));
            }
            "--data" => &mut options.data,
            "--report" => &mut options.report,
            "--lang" => &mut options.lang,
            "--first" => &mut options.first,
            "--second" => &mut options.second,
            "--scheme" => &mut options.scheme,
            _ => &mut options.out,
        };
        let Some(value) = args.next() else {
            return Err(Failure::Usage(format!("«{name}» without a value")));
        };
        *slot = Some(value.clone());
    }
    Ok(options)
}

impl Options {
    /// Returns the given folder, or the project's.
    fn folder(&self) -> PathBuf {
        given(&self.data, "data/cisconf-2000")
    }
}

/// Returns the given path, or the project's.
///
/// The latter is relative to the current folder, or to where the command was built.
fn given(path: &Option<String>, project: &str) -> PathBuf {
    let here = PathBuf::from(project);
    let built = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(project);
    path.as_ref().map(PathBuf::from).unwrap_or(if here.exists() { here } else { built })
}

fn check(options: &Options) -> Result<String, Failure> {
    let folder = options.folder();
    let author::Folder { bundle, uncoded } = author::load(&folder)?;
    let mut lines = vec![author::counts(&bundle)];
    if let Some(file) = &options.report {
        let problems = author::against(&folder, &bundle, &uncoded, &ExtractedReport::read(Path::new(file))?);
        if !problems.is_empty() {
            return Err(problems.into());
        }
        lines.push(author::coverage::coverage(&bundle, &uncoded).line());
    }
    Ok(lines.join("\n") + "\n")
}

fn coverage(options: &Options) -> Result<String, Failure> {
    let author::Folder { bundle, uncoded } = author::load(&options.folder())?;
    let coverage = author::coverage::coverage(&bundle, &uncoded);
    let thin = match &options.report {
        Some(file) => {
            let report = ExtractedReport::read(Path::new(file))?;
            author::coverage::thin_table(&author::coverage::thinly_coded(&bundle, &report))
        }
        None => {
            "sentences are not counted: the report's text is no part of the data; --report FILE reads it\n"
                .into()
        }
    };
    Ok(coverage.table() + &coverage.line() + "\n\n" + &thin)
}

fn export(options: &Options) -> Result<String, Failure> {
    let folder = PathBuf::from(options.out.as_deref().unwrap_or("export"));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut lines = String::new();
    let (json, ds) = checked(options)?;
    let (index, state) = (FindingsIndex::new(&ds), ViewState::default());
    let cx = ViewContext { ds: &ds, index: &index, state: &state };
    export::for_each_file(
        ExportInput { cx, json: &json, address: None, program: env!("CARGO_PKG_VERSION") },
        |file| {
            let path = folder.join(&file.name);
            lines.push_str(&format!("{} {}\n", path.display(), file.bytes.len()));
            std::fs::write(&path, &file.bytes).map_err(|e| format!("{}: {e}", path.display()))
        },
    )?;
    Ok(lines)
}

/// Reads and checks the folder; returns its bundle as JSON, and the dataset.
fn checked(options: &Options) -> Result<(String, Dataset), Failure> {
    let bundle = author::load(&options.folder())?.bundle;
    let problems = |found: Vec<DatasetError>| found.iter().map(ToString::to_string).collect::<Vec<_>>();
    let ds = model::check(&bundle).map_err(problems)?;
    Ok((serde_json::to_string(&bundle).map_err(|e| e.to_string())?, ds))
}

fn package(options: &Options) -> Result<String, Failure> {
    let (json, ds) = checked(options)?;
    let folder = PathBuf::from(options.link.as_deref().unwrap_or("package"));
    let mut lines = String::new();
    for (name, bytes) in export::package(&ds, &json)? {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(&folder);
        let written = std::fs::create_dir_all(parent).and_then(|()| std::fs::write(&path, &bytes));
        written.map_err(|e| format!("{}: {e}", path.display()))?;
        lines.push_str(&format!("{} {}\n", path.display(), bytes.len()));
    }
    Ok(lines)
}

fn handout(options: &Options) -> Result<String, Failure> {
    let Some(link) = &options.link else {
        return Err(Failure::Usage("handout of what? a link is wanted".into()));
    };
    let ds = cisconf_core::embedded()?;
    text::load_russian();
    text::load_view_texts();
    let index = FindingsIndex::new(&ds);
    index.load(&ds);
    let decoded = decode(link.find('#').map_or(link.as_str(), |at| &link[at..]), &ds).state;
    let state = ViewState { lang: lang(options)?.unwrap_or(decoded.lang), ..decoded };
    let cx = ViewContext { ds: &ds, index: &index, state: &state };
    let program = env!("CARGO_PKG_VERSION");
    let input = ExportInput { cx, json: cisconf_core::BUNDLE, address: None, program };
    let files = match state.view {
        View::Deck => {
            vec![export::deck_file(input, &ready_made(&ds, state.lang, cisconf_core::DATA_VERSION))]
        }
        _ => export::HandoutFormat::ALL.map(|format| export::handout_file(input, format)).into(),
    };
    let folder = PathBuf::from(options.out.as_deref().unwrap_or("."));
    let mut lines = String::new();
    for file in files {
        let path = folder.join(&file.name);
        let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, &file.bytes));
        written.map_err(|e| format!("{}: {e}", path.display()))?;
        lines.push_str(&format!("{} {}\n", path.display(), file.bytes.len()));
    }
    Ok(lines)
}

fn bundle(options: &Options) -> Result<String, Failure> {
    let folder = author::load(&options.folder())?;
    let json = serde_json::to_string(&folder.bundle).map_err(|e| e.to_string())?;
    written(json, options)
}

/// Writes the text to the given file, or returns it to be printed.
fn written(text: String, options: &Options) -> Result<String, Failure> {
    let Some(file) = &options.out else { return Ok(text) };
    std::fs::write(file, text).map_err(|e| format!("{file}: {e}"))?;
    Ok(String::new())
}

fn show(options: &Options) -> Result<String, Failure> {
    let Some(link) = &options.link else { return Err(Failure::Usage("show what? a link is wanted".into())) };
    let lang = lang(options)?;
    let ds = cisconf_core::embedded()?;
    let own = options.scheme.as_ref().map(|file| scheme(&ds, file, lang.unwrap_or_default())).transpose()?;
    let shown = author::show::show_with(&ds, link, lang, own)?;
    for lost in &shown.dropped {
        let _ = writeln!(std::io::stderr(), "{lost}");
    }
    Ok(shown.json)
}

fn ask(args: &[String]) -> Result<String, Failure> {
    let ds = cisconf_core::embedded()?;
    if let [flag, folder, rest @ ..] = args
        && flag == "--corpus"
    {
        let is_sealed = rest.iter().any(|arg| arg == "--sealed");
        let rows = if is_sealed { author::questions::Rows::Sealed } else { author::questions::Rows::Open };
        let asked = author::questions::ask_corpus(&ds, Path::new(folder), rows)?;
        return Ok(author::questions::misses(&asked) + "\n" + &author::questions::table(&asked));
    }
    let options = options(args, &[LINK, "--lang"])?;
    let Some(question) = &options.link else {
        return Err(Failure::Usage("ask what? one question is wanted".into()));
    };
    let lang = lang(&options)?.unwrap_or_default();
    Ok(author::questions::answer_json(&ds, question, lang)?)
}

/// Returns the language of the options, if there is one.
fn lang(options: &Options) -> Result<Option<Lang>, Failure> {
    match options.lang.as_deref().map(|tag| (tag, Lang::from_tag(tag))) {
        Some((tag, None)) => Err(Failure::Usage(format!("unknown language «{tag}»"))),
        given => Ok(given.and_then(|(_, lang)| lang)),
    }
}

/// Reads the custom scheme of a file; checks the file's size first.
fn scheme(ds: &Dataset, file: &str, lang: Lang) -> Result<CustomScheme, Failure> {
    let problem = |e: std::io::Error| format!("{file}: {e}");
    let large = std::fs::metadata(file).map_err(problem)?.len() > scheme_file::MAX_FILE_BYTES as u64;
    let read = match large {
        true => Err(vec![ImportError { path: "$".to_owned(), kind: ImportErrorKind::TooLarge }]),
        false => scheme_file::read(ds, &String::from_utf8_lossy(&std::fs::read(file).map_err(problem)?)),
    };
    read.map_err(|found| {
        import_error_lines(lang, &found)
            .iter()
            .map(|line| format!("{file}: {line}"))
            .collect::<Vec<_>>()
            .into()
    })
}

fn agreement(options: &Options) -> Result<String, Failure> {
    let first = given(&options.first, "data/coding/findings-first.json");
    let second = given(&options.second, "data/coding/findings-second.json");
    let agreement = CoderAgreement::of(&Coding::read(&first)?, &Coding::read(&second)?);
    let none = || format!("{}: $: no unit that {} has too", second.display(), first.display());
    Ok(agreement.ok_or_else(none)?.table())
}
