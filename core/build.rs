//! Generates the embedded bundle and the text catalogue.
//!
//! Merges `data/cisconf-2000/*.json` into one bundle and refuses a broken dataset with path and
//! reason, by the same `model` that the app uses.
//!
//! Generates the Rust source of `text::Key` from `locales/*.json` and `locales/views/*.json`, and
//! refuses a broken text with file and key.

#[path = "src/text/locales.rs"]
mod locales;
#[path = "src/merge.rs"]
mod merge;
#[allow(dead_code, unused_imports)]
#[path = "src/model/mod.rs"]
mod model;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let manifest = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let (data, texts) =
        (Path::new(&manifest).join("../data/cisconf-2000"), Path::new(&manifest).join("locales"));
    for path in [&data, &texts] {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    for source in ["src/model", "src/merge.rs", "src/text/locales.rs"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let data = data.canonicalize().unwrap_or(data);
    let bundle = bundle(&data);
    if let Ok(json) = &bundle {
        println!("cargo::rustc-env=CISCONF_DATA_VERSION={}", model::fingerprint(json));
    }
    let written =
        [("bundle.json", bundle), ("texts.rs", keys(&texts))].map(|(name, made)| write(name, made?));
    let problems: Vec<String> = written.into_iter().filter_map(Result::err).flatten().collect();
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(name: &str, content: String) -> Result<(), Vec<String>> {
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join(name);
    std::fs::write(&out, content).map_err(|e| vec![format!("{}: {e}", out.display())])
}

/// Returns the Rust source of `text::Key`, or every problem as `file: key: reason`.
///
/// The texts of the folder `views` follow those of a first visit.
fn keys(folder: &Path) -> Result<String, Vec<String>> {
    let mut files = locale_files(folder, "core/locales")?;
    let first = locales::read(&files).map_or(0, |entries| entries.len());
    files.extend(locale_files(&folder.join("views"), "core/locales/views")?);
    locales::read(&files).map(|entries| locales::source(&entries, first))
}

/// Reads the locale files of a folder, in the order of their names.
fn locale_files(folder: &Path, shown: &str) -> Result<Vec<(String, String)>, Vec<String>> {
    let wrong = |path: &Path, error: std::io::Error| vec![format!("{}: {error}", path.display())];
    let mut paths = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|e| wrong(folder, e))?
        .iter()
        .map(std::fs::DirEntry::path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect::<Vec<_>>();
    paths.sort();
    let mut files = Vec::new();
    for path in &paths {
        let name = format!("{shown}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        files.push((name, std::fs::read_to_string(path).map_err(|e| wrong(path, e))?));
    }
    Ok(files)
}

/// Returns the checked bundle as compact JSON, or every problem as `file: path: reason`.
fn bundle(folder: &Path) -> Result<String, Vec<String>> {
    let merged = merge::merge(folder)?;
    let located = |problems: Vec<model::DatasetError>| -> Vec<String> {
        problems.iter().map(|p| merge::locate(folder, p)).collect()
    };
    let bundle = model::raw::read_bundle(&merged.to_string()).map_err(located)?;
    let problems = model::rules::problems(&bundle);
    if !problems.is_empty() {
        return Err(located(problems));
    }
    serde_json::to_string(&bundle).map_err(|e| vec![e.to_string()])
}
