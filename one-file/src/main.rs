//! `cisconf-one-file FOLDER SCRIPT`: prints the app in a built folder as one HTML file.
//!
//! `SCRIPT` is `public/one-file.js`, which answers the program's requests in that file.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use cisconf_one_file::{BuiltFile, one_file};

fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    let done = match &args[..] {
        [folder, script] => print(Path::new(folder), Path::new(script)),
        _ => Err("usage: cisconf-one-file FOLDER SCRIPT".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("cisconf-one-file: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn print(folder: &Path, script: &Path) -> Result<(), String> {
    let located = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let text = |path: &Path| fs::read_to_string(path).map_err(|error| located(path, error));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| located(folder, error))? {
        let path = entry.map_err(|error| located(folder, error))?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(BuiltFile { name, bytes: fs::read(&path).map_err(|error| located(&path, error))? });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let page = one_file(&text(&folder.join("index.html"))?, &files, &text(script)?)?;
    std::io::stdout().write_all(page.as_bytes()).map_err(|error| error.to_string())
}
