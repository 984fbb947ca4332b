//! Wrapper of wasm-bindgen for `scripts/build` (decision 0009).
//!
//! It splits the chunks off the program, runs wasm-bindgen on the main program, inserts the chunk
//! loaders into its JavaScript, removes unused exports and shortens the names of imports.
//!
//! `cisconf-split <wasm-bindgen> <folder for the chunks> <arguments of wasm-bindgen...>`

use std::collections::BTreeMap;
use std::error::Error;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use cisconf_split::{
    LINK, file_name, with_loaders, with_short_imports, without_stream_exports, without_streams,
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    let done = match &args[..] {
        [bindgen, folder, args @ ..] => run(bindgen, Path::new(folder), args),
        _ => Err("usage: cisconf-split <wasm-bindgen> <folder> <arguments of wasm-bindgen...>".into()),
    };
    done.unwrap_or_else(|error| {
        eprintln!("split: {error}");
        ExitCode::FAILURE
    })
}

fn run(bindgen: &str, folder: &Path, args: &[String]) -> Result<ExitCode> {
    let value = |name: &str| args.iter().find_map(|arg| arg.strip_prefix(name));
    let input = args.iter().position(|arg| arg.ends_with(".wasm"));
    let (Some(input), Some(out), Some(name)) = (input, value("--out-dir="), value("--out-name=")) else {
        return bind(bindgen, args); // not a build, for example `--version`
    };
    let main = folder.join("main.wasm");
    let parts = cut(Path::new(&args[input]), folder, &main)?;

    let mut args = args.to_vec();
    args[input] = main.to_string_lossy().into_owned();
    // Chunks refer to names of the main program.
    args.extend(["--keep-lld-exports", "--no-demangle"].map(str::to_owned));
    let code = bind(bindgen, &args)?;
    fs::remove_file(main)?;
    let js = PathBuf::from(out).join(format!("{name}.js"));
    let wasm = PathBuf::from(out).join(format!("{name}_bg.wasm"));
    let given = with_loaders(&without_streams(&fs::read_to_string(&js)?)?, &parts)?;
    let (program, given) = with_short_imports(&without_stream_exports(&fs::read(&wasm)?)?, &given)?;
    fs::write(&js, given)?;
    fs::write(&wasm, program)?;
    Ok(code)
}

/// Writes the chunks into a folder and the main program to `main`; returns the files of each chunk.
fn cut(program: &Path, folder: &Path, main: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let bytes = fs::read(program)?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = main;
    options.link_name = LINK;
    let cut = wasm_split_cli_support::transform(options)?;
    fs::remove_file(folder.join(LINK))?; // replaced by `with_loaders`
    let mut hasher = DefaultHasher::new();
    hasher.write(&bytes);
    let hash = hasher.finish();
    for path in &cut.split_modules {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        fs::rename(path, folder.join(file_name(&stem, hash)))?;
    }
    let named = |stems: Vec<String>| stems.iter().map(|stem| file_name(stem, hash)).collect();
    Ok(cut.prefetch_map.into_iter().map(|(part, stems)| (part, named(stems))).collect())
}

fn bind(bindgen: &str, args: &[String]) -> Result<ExitCode> {
    let status = Command::new(bindgen).args(args).status()?;
    if status.success() { Ok(ExitCode::SUCCESS) } else { Err(format!("{bindgen}: {status}").into()) }
}
