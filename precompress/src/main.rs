//! `cisconf-precompress FOLDER`: writes `.br` and `.gz` beside each file of a folder that shrinks.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, thread};

use cisconf_precompress::{copies, is_compressible};

fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    let done = match &args[..] {
        [folder] => compress(Path::new(folder)),
        _ => Err("usage: cisconf-precompress FOLDER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("cisconf-precompress: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn compress(folder: &Path) -> Result<(), String> {
    let located = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(located)? {
        let path = entry.map_err(located)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() && is_compressible(&name) {
            files.push(path.clone());
        }
    }
    // A thread for each file: few are large, and the system shares the cores among them.
    thread::scope(|scope| {
        let running: Vec<_> = files.iter().map(|file| scope.spawn(|| compress_file(file))).collect();
        running
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("a compressor stopped".to_owned())))
    })
}

fn compress_file(file: &PathBuf) -> Result<(), String> {
    let located = |error: std::io::Error| format!("{}: {error}", file.display());
    for (ending, copy) in copies(&fs::read(file).map_err(located)?).map_err(located)? {
        let mut name = file.clone().into_os_string();
        name.push(format!(".{ending}"));
        fs::write(&name, copy).map_err(located)?;
    }
    Ok(())
}
