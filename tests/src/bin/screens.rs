//! `screens OUT_DIR [--whole] [--size WIDTHxHEIGHT]... LINK...`: screenshots of the app at links.
//!
//! Links are fragments such as `#/instruments`. Default sizes are 1280×720, 1920×1080 and 360×780.
//! `--whole` takes the whole page instead of the viewport.
#![allow(clippy::print_stdout, reason = "a command that speaks to its user")]

use std::path::PathBuf;
use std::process::ExitCode;

use cisconf_e2e::browser::Browser;
use cisconf_e2e::page::{Page, dist};
use cisconf_e2e::server::{Options, Server};

const USAGE: &str =
    "screens OUT_DIR [--whole] [--size WIDTHxHEIGHT]... LINK...   (LINK: '#/instruments?g=ukraine')";
const SIZES: [(u32, u32); 3] = [(1280, 720), (1920, 1080), (360, 780)];

#[derive(Default)]
struct Wish {
    folder: PathBuf,
    whole: bool,
    sizes: Vec<(u32, u32)>,
    links: Vec<String>,
}

fn main() -> ExitCode {
    match wish(std::env::args().skip(1)).and_then(|wish| take(&wish)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn wish(mut args: impl Iterator<Item = String>) -> Result<Wish, String> {
    let mut wish = Wish { folder: args.next().ok_or(USAGE)?.into(), ..Wish::default() };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--whole" => wish.whole = true,
            "--size" => wish.sizes.push(args.next().and_then(|size| parse_size(&size)).ok_or(USAGE)?),
            _ if arg.starts_with('-') => return Err(USAGE.to_owned()),
            _ => wish.links.push(arg),
        }
    }
    if wish.sizes.is_empty() {
        wish.sizes = SIZES.into();
    }
    if wish.links.is_empty() {
        wish.links.push("#/".to_owned());
    }
    Ok(wish)
}

fn parse_size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

fn take(wish: &Wish) -> Result<(), String> {
    std::fs::create_dir_all(&wish.folder).map_err(|error| format!("{}: {error}", wish.folder.display()))?;
    let server =
        Server::start(&Options { folder: dist(), ..Options::default() }).map_err(|e| e.to_string())?;
    let browser = Browser::start_quiet()?;
    for link in &wish.links {
        for (width, height) in &wish.sizes {
            browser.resize(*width, *height);
            Page::open(&browser, &server.url, link);
            browser.frame();
            let file = wish.folder.join(format!("{}-{width}x{height}.png", file_name(link)));
            let png = browser.screenshot(wish.whole);
            std::fs::write(&file, png).map_err(|error| format!("{}: {error}", file.display()))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

/// Converts a link to a file name: `instruments-g-ukraine`.
fn file_name(link: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let text: String = link.replace("v=1&", "").chars().map(plain).collect();
    let parts: Vec<_> = text.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "overview".to_owned() } else { parts.join("-") }
}
