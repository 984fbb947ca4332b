//! Tests of `dist/` without a browser: size, security policy, independence of the folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test may stop")]
#![allow(clippy::print_stdout, reason = "the table of sizes is for the reader of the log")]

use std::fs;
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Maximum size of the first view's files without the data, compressed, in bytes.
const BUDGET_BYTES: usize = 250_000;
/// Maximum size of the embedded data, compressed, in bytes.
const DATA_BYTES: usize = 130_000;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(name: &str) -> String {
    let file = project().join("dist").join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; run `make build`", file.display()))
}

/// Returns the values of an attribute in our minified HTML, quoted or not.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=");
    html.split(before.as_str())
        .skip(1)
        .filter_map(|rest| match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest.split([' ', '>']).next(),
        })
        .collect()
}

/// Returns the files that the page links to, by their names in `dist/`.
///
/// Without images in `data:` URLs and links of the opening page to views.
fn links(html: &str) -> Vec<String> {
    let mut links: Vec<_> = ["href", "src"].iter().flat_map(|attribute| values(html, attribute)).collect();
    links.sort_unstable();
    links.dedup();
    links.retain(|link| !link.starts_with("data:image/png;base64,") && !link.starts_with('#'));
    links.iter().map(|link| link.trim_start_matches("./").to_owned()).collect()
}

fn brotli_size(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).unwrap();
    out.len()
}

#[test]
fn first_load_keeps_to_its_budget() {
    let mut names = links(&read("index.html"));
    names.push("index.html".to_owned());
    let (mut total, mut program, mut data) = (0, 0, None);
    println!("{:<48} {:>10} {:>10}", "first load of #/", "bytes", "brotli 11");
    for name in names {
        let mut bytes = fs::read(project().join("dist").join(&name)).unwrap();
        let size = brotli_size(&bytes);
        println!("{name:<48} {:>10} {size:>10}", bytes.len());
        total += size;
        let place = embedded_data(&bytes);
        program += place.clone().map_or(size, |place| {
            data = Some(bytes.drain(place).collect::<Vec<_>>());
            brotli_size(&bytes)
        });
    }
    let data = brotli_size(&data.expect("the dataset in one piece in one of these files"));
    println!("{:<48} {:>10} {total:>10}", "all", "");
    println!("{:<48} {:>10} {program:>10}", "the program of a first visit, of a budget of 250 000", "");
    println!("{:<48} {:>10} {data:>10}", "the data apart, of a budget of 130 000", "");
    let mut later = 0;
    for name in parts() {
        let bytes = fs::read(project().join("dist").join(&name)).unwrap();
        let size = brotli_size(&bytes);
        println!("{name:<48} {:>10} {size:>10}", bytes.len());
        later += size;
    }
    println!("{:<48} {:>10} {later:>10}", "kept for later, in the background", "");
    assert!(program <= BUDGET_BYTES, "{program} bytes on first load, over the budget of {BUDGET_BYTES}");
    assert!(data <= DATA_BYTES, "{data} bytes of data, over the budget of {DATA_BYTES}");
}

/// Whether the file is a compressed copy of the one that it is named after (decision 0043).
fn is_compressed_copy(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

/// Returns the files of the lazily loaded chunks.
fn parts() -> Vec<String> {
    let names = fs::read_dir(project().join("dist")).unwrap().flatten();
    let mut names: Vec<_> = names.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.starts_with("part-") && !is_compressed_copy(name));
    names.sort_unstable();
    names
}

/// Returns the range of the bundle in the program's file.
fn embedded_data(bytes: &[u8]) -> Option<Range<usize>> {
    let from = memchr::memmem::find(bytes, br#"{"schema":1,"#)?;
    let mut json = serde_json::Deserializer::from_slice(&bytes[from..]).into_iter::<serde_json::Value>();
    json.next()?.ok()?;
    Some(from..from + json.byte_offset())
}

#[test]
fn page_is_strict() {
    let html = read("index.html");
    let policy = html.find("Content-Security-Policy").unwrap();
    let first_link = html.find("<link").unwrap();
    assert!(policy < first_link, "the policy holds only for what follows it");
    for forbidden in
        ["<style", " style=", " onload=", " onclick=", "javascript:", "unsafe-inline", "'unsafe-eval'"]
    {
        assert!(!html.contains(forbidden), "index.html contains {forbidden}");
    }
    let scripts = html.matches("<script").count();
    assert_eq!(scripts, values(&html, "src").len(), "an inline script");
}

#[test]
fn links_are_relative_and_lead_somewhere() {
    for link in links(&read("index.html")) {
        assert!(!link.starts_with('/') && !link.contains(':'), "{link} is bound to one host or folder");
        assert!(project().join("dist").join(&link).is_file(), "{link} is not in dist/");
    }
}

#[test]
fn service_worker_keeps_every_file() {
    let worker = read("sw.js");
    assert!(!worker.contains("@FILES@") && !worker.contains("@VERSION@"), "not filled in");
    let sums = read("SHA256SUMS");
    for link in links(&read("index.html")) {
        let sum = sums.lines().find(|line| line.ends_with(&link)).unwrap_or_else(|| panic!("{link}"));
        let kept = format!("\"./{link}\":\"{}\"", &sum[..16]);
        assert!(worker.contains(&kept), "{link} is not kept for offline use, with its checksum");
    }
}

#[test]
fn parts_come_later_and_are_kept_apart() {
    let (html, worker) = (read("index.html"), read("sw.js"));
    let (first, later) = worker.split_once("const LATER").unwrap();
    let js = links(&html).into_iter().find(|link| link.starts_with("cisconf-") && link.ends_with(".js"));
    let js = read(&js.unwrap());
    assert!(parts().len() > 2, "the program was not cut");
    for part in parts() {
        assert!(!links(&html).contains(&part), "{part} is loaded at once");
        // The page names the first words alone, for public/link.js.
        assert!(part.starts_with("part-words-") || !html.contains(&part), "{part} is named in the page");
        assert!(
            !first.contains(&part) && later.contains(&format!("\"./{part}\"")),
            "{part} is not kept for later"
        );
    }
    // The name of a small chunk is a place in another file: "file start length".
    let mut known: Vec<_> =
        js.split("\"part-").skip(1).filter_map(|rest| rest.split(['"', ' ']).next()).collect();
    known.sort_unstable();
    known.dedup();
    let known: Vec<_> = known.into_iter().map(|name| format!("part-{name}")).collect();
    let (words, of_program): (Vec<_>, Vec<_>) =
        parts().into_iter().partition(|name| name.starts_with("part-words-"));
    assert!(matches!(&words[..], [file] if html.contains(&format!("data-words=\"{file}\""))), "{words:?}");
    assert_eq!(known, of_program, "the files that the program knows, and those that are there");
}

#[test]
fn every_file_that_shrinks_has_compressed_copies_of_its_bytes() {
    let folder = project().join("dist");
    let names = fs::read_dir(&folder).unwrap().flatten();
    let names: Vec<_> = names.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    let is_picture = |name: &&String| name.ends_with(".png") || *name == "SHA256SUMS";
    let files: Vec<_> = names.iter().filter(|name| !is_compressed_copy(name) && !is_picture(name)).collect();
    assert!(files.iter().any(|name| name.ends_with(".wasm")) && files.contains(&&"index.html".to_owned()));
    for name in files {
        let whole = fs::read(folder.join(name)).unwrap();
        let [br, gz] = ["br", "gz"].map(|ending| {
            let copy = folder.join(format!("{name}.{ending}"));
            fs::read(&copy).unwrap_or_else(|error| panic!("{}: {error}", copy.display()))
        });
        let (mut from_br, mut from_gz) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut &br[..], &mut from_br).unwrap();
        flate2::read::GzDecoder::new(&gz[..]).read_to_end(&mut from_gz).unwrap();
        assert!(from_br == whole && from_gz == whole, "{name}: a copy of other bytes");
        assert!(br.len() < gz.len() && gz.len() < whole.len(), "{name}");
    }
    let worker = read("sw.js");
    assert!(!worker.contains(".br\"") && !worker.contains(".gz\""), "a copy is no file of the app");
}

#[test]
fn checksums_name_every_file_but_themselves_and_the_copies() {
    let sums = read("SHA256SUMS");
    let mut listed: Vec<_> = sums.lines().map(|line| line[66..].to_owned()).collect();
    listed.sort_unstable();
    let names = fs::read_dir(project().join("dist")).unwrap().flatten();
    let mut names: Vec<_> = names.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !is_compressed_copy(name) && name != "SHA256SUMS");
    names.sort_unstable();
    assert_eq!(listed, names);
}

/// Maximum size of the app as one file, in bytes.
const ONE_FILE_BYTES: usize = 1_800_000;

#[test]
fn the_app_as_one_file_is_small_and_holds_every_file_of_the_program() {
    let page = read("cisconf-explorer.html");
    let mut kinds = [("scripts and styles", 0), ("program, compressed", 0), ("parts, compressed", 0)];
    for held in page.split("data-file=\"").skip(1) {
        let (name, rest) = held.split_once('"').unwrap();
        let size = rest.find("</script>").unwrap();
        kinds[if name.starts_with("part-") { 2 } else { 1 }].1 += size;
    }
    kinds[0].1 = page.len() - kinds[1].1 - kinds[2].1;
    println!("{:<48} {:>10}", "the app as one file", page.len());
    kinds.iter().for_each(|(kind, size)| println!("{kind:<48} {size:>10}"));
    let asked_for = |name: &String| name.ends_with(".wasm") || name.ends_with(".bin");
    for part in parts().iter().filter(|name| asked_for(name)) {
        assert!(page.contains(&format!("data-file=\"{part}\"")), "{part} is not in the file");
    }
    assert!(page.len() <= ONE_FILE_BYTES, "{} bytes, over the budget of {ONE_FILE_BYTES}", page.len());
}
