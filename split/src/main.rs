//! The command `wasm-bindgen` for this project: the same library, with the options that trunk and
//! the scripts use (decision 0025).
//!
//! With `CISCONF_PARTS=folder` it also splits chunks off the program into that folder, inserts the
//! chunk loaders into its JavaScript, removes unused exports and shortens the names of imports
//! (decision 0009).

use std::collections::BTreeMap;
use std::error::Error;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use cisconf_split::options::BindgenOptions;
use cisconf_split::{
    LINK, file_name, with_loaders, with_short_imports, without_stream_exports, without_streams,
};
use wasm_bindgen_cli_support::Bindgen;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[allow(clippy::print_stdout, reason = "the command says its version there")]
fn main() -> ExitCode {
    let args: Vec<_> = env::args().skip(1).collect();
    if args == ["--version"] {
        println!("wasm-bindgen {}", wasm_bindgen_shared::version());
        return ExitCode::SUCCESS;
    }
    let parts = env::var_os("CISCONF_PARTS");
    let done = BindgenOptions::parse(&args).map_err(Into::into).and_then(|options| match parts {
        Some(folder) => run(&options, Path::new(&folder)),
        None => bind(&options, &options.input, false),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &BindgenOptions, folder: &Path) -> Result<()> {
    let main = folder.join("main.wasm");
    let parts = cut(&options.input, folder, &main)?;
    bind(options, &main, true)?;
    fs::remove_file(main)?;
    let file = |ending: &str| options.out_dir.join(format!("{}{ending}", options.out_name));
    let (js, wasm) = (file(".js"), file("_bg.wasm"));
    let given = with_loaders(&without_streams(&fs::read_to_string(&js)?)?, &parts)?;
    let (program, given) = with_short_imports(&without_stream_exports(&fs::read(&wasm)?)?, &given)?;
    fs::write(&js, given)?;
    fs::write(&wasm, program)?;
    Ok(())
}

/// Runs wasm-bindgen. Chunks refer to names of the main program, which are then kept as they are.
fn bind(options: &BindgenOptions, input: &Path, has_chunks: bool) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .web(true)?
        .input_path(input)
        .out_name(&options.out_name)
        .typescript(options.typescript)
        .omit_default_module_path(false)
        .keep_lld_exports(has_chunks)
        .demangle(!has_chunks)
        .generate(&options.out_dir)?;
    Ok(())
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
