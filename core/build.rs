//! Merges `data/cisconf-2000/*.json` into the one bundle that the app embeds, and refuses a broken dataset with path
//! and reason. The same `model` that the app runs does the checking.

#[path = "src/merge.rs"]
mod merge;
#[allow(dead_code, unused_imports)]
#[path = "src/model/mod.rs"]
mod model;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let manifest = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&manifest).join("../data/cisconf-2000");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=src/model");
    println!("cargo::rerun-if-changed=src/merge.rs");
    let folder = folder.canonicalize().unwrap_or(folder);
    match bundle(&folder).and_then(|json| {
        let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join("bundle.json");
        std::fs::write(&out, json).map_err(|e| vec![format!("{}: {e}", out.display())])
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The checked bundle as compact JSON, or every problem as `file: path: reason`.
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
