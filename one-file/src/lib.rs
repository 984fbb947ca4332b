//! Puts a built folder of the app into one HTML file (decision 0039).
//!
//! A browser loads no module and no WebAssembly beside a page that was opened from a disk. So the
//! file holds them: what starts as text, the program and its parts compressed, in elements
//! from which `public/one-file.js` answers the program's requests. What only a web server can use
//! is left out.

mod letters;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A file of the built folder.
#[derive(Debug, Clone)]
pub struct BuiltFile {
    /// Name without the folder.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Returns a page with the files in it.
///
/// `page` is the text of `index.html`, `files` are all files of its folder, `answer_requests` is
/// the script that answers the program's requests from the page.
///
/// # Errors
/// The name of what the page or the folder was expected to have once and has not, or a file that
/// cannot be compressed.
pub fn one_file(page: &str, files: &[BuiltFile], answer_requests: &str) -> Result<String, String> {
    let [link, boot, program] =
        ["link-", "boot-", "cisconf-explorer-"].map(|prefix| text_of(files, prefix, ".js"));
    let (link, boot, program) = (link?, boot?, with_global(&program?));
    let (frame, views) =
        (text_of(files, "app-", ".css")?, text_of(files, "part-views-", ".css").unwrap_or_default());
    let [link, answer, boot] = [link, answer_requests.to_owned(), boot].map(|script| as_content(&script));
    // The program and the style of the views are added by the script, as they are.
    let scripts = [&link, &answer, &boot, &program].map(String::clone);
    let styles = [as_content(&frame), views];
    let mut page = page.to_owned();
    replace(&mut page, "<html lang=\"en\"", "", "<html lang=\"en\" data-one-file=\"\"")?;
    replace(&mut page, "<meta http-equiv=\"Content-Security-Policy\"", ">", &policy(&scripts, &styles))?;
    replace(&mut page, "<link rel=\"manifest\"", ">", "")?;
    replace(&mut page, "<script src=\"./link-", "</script>", &format!("<script>{link}</script>"))?;
    let style = format!("<style>{}</style>", styles[0]);
    replace(&mut page, "<link rel=\"stylesheet\"", ">", &style)?;
    let modules = format!("<script>{answer}</script><script type=\"module\">{boot}</script>");
    replace(&mut page, "<script src=\"./boot-", "</script>", &modules)?;
    replace(&mut page, "<link id=\"app-js\" rel=\"modulepreload\"", ">", "<link id=\"app-js\" href=\"#\">")?;
    let script = BuiltFile { name: "cisconf-explorer.js".to_owned(), bytes: program.into_bytes() };
    let asked_for = files.iter().filter(|file| is_asked_for(&file.name)).chain([&script]);
    let elements = std::thread::scope(|threads| {
        let begun: Vec<_> = asked_for.map(|file| threads.spawn(|| holding_element(file))).collect();
        let stopped = |_| Err("a thread stopped".to_owned());
        begun.into_iter().map(|thread| thread.join().unwrap_or_else(stopped)).collect::<Result<String, _>>()
    })?;
    replace(&mut page, "</body>", "", &format!("{elements}</body>"))?;
    Ok(page)
}

/// Whether the program asks for the file while it runs: itself, its parts, the style of the views.
fn is_asked_for(name: &str) -> bool {
    name.ends_with(".wasm") || name.ends_with(".bin") || name.starts_with("part-") && name.ends_with(".css")
}

/// Returns the text of the file with a prefix and an ending; there must be exactly one.
fn text_of(files: &[BuiltFile], prefix: &str, ending: &str) -> Result<String, String> {
    let mut found = files.iter().filter(|file| file.name.starts_with(prefix) && file.name.ends_with(ending));
    let missing = || format!("one file {prefix}*{ending}");
    let file = found.next().ok_or_else(missing)?;
    if found.next().is_some() {
        return Err(missing());
    }
    String::from_utf8(file.bytes.clone()).map_err(|_| missing())
}

/// Hands the program to `public/one-file.js`, as nothing can import an inline module.
fn with_global(program: &str) -> String {
    let prefetch = if program.contains("export const prefetch") { ", prefetch" } else { "" };
    format!("{program}\nprogramIsHere({{ default: __wbg_init{prefetch} }});\n")
}

/// Returns a script or style as the content of an element: nothing in it ends the element.
fn as_content(text: &str) -> String {
    format!("\n{}", text.replace("</script", "<\\/script").replace("</style", "<\\/style"))
}

/// Returns a content security policy that allows these scripts and styles alone.
fn policy(scripts: &[String], styles: &[String]) -> String {
    let hashes = |texts: &[String]| {
        let hash = |text: &String| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
        texts.iter().map(hash).collect::<Vec<_>>().join(" ")
    };
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} \
         'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'\">",
        hashes(scripts),
        hashes(styles),
    )
}

/// Returns the element that holds a file, compressed as closely as gzip can.
fn holding_element(file: &BuiltFile) -> Result<String, String> {
    let mut compressed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, &*file.bytes, &mut compressed)
        .map_err(|error| format!("{}: {error}", file.name))?;
    let text = letters::letters(&compressed);
    Ok(format!("<script type=\"application/octet-stream\" data-file=\"{}\">{text}</script>\n", file.name))
}

/// Replaces the first text from `start` to the next `end`.
fn replace(page: &mut String, start: &str, end: &str, new: &str) -> Result<(), String> {
    let missing = || format!("{start} … {end}");
    let from = page.find(start).ok_or_else(missing)?;
    let inside = from + start.len();
    let to = inside + page[inside..].find(end).ok_or_else(missing)? + end.len();
    page.replace_range(from..to, new);
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed test may stop")]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"en\" data-program=\"1+2\">\n<head>\
        <meta http-equiv=\"Content-Security-Policy\" content=\"x\">\
        <link rel=\"manifest\" href=\"m\"><script src=\"./link-1.js\"></script>\
        <link rel=\"stylesheet\" href=\"./app-1.css\"/>\
        <script src=\"./boot-1.js\" type=\"module\"></script>\
        <link id=\"app-js\" rel=\"modulepreload\" href=\"./cisconf-explorer-1.js\">\
        <link id=\"app-wasm\" rel=\"alternate\" href=\"./cisconf-explorer-1_bg.wasm\"></head>\
        <body></body></html>";

    fn files() -> Vec<BuiltFile> {
        let file =
            |name: &str, text: &str| BuiltFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        vec![
            file("link-1.js", "let a;"),
            file("boot-1.js", "let b = '</script>';"),
            file("cisconf-explorer-1.js", "export const prefetch = 1;"),
            file("app-1.css", "p { }"),
            file("part-views-1.css", "q { }"),
            file("cisconf-explorer-1_bg.wasm", "\0asm"),
            file("sw.js", "service worker"),
        ]
    }

    #[test]
    fn the_page_refers_to_no_other_file() {
        let page = one_file(PAGE, &files(), "answer();").unwrap();
        assert!(
            !page.contains("src=") && !page.contains("stylesheet") && !page.contains("manifest"),
            "{page}"
        );
        assert!(!page.contains("service worker"), "{page}");
        assert!(page.contains("data-file=\"cisconf-explorer-1_bg.wasm\""), "{page}");
        assert!(page.contains("<html lang=\"en\" data-one-file=\"\" data-program=\"1+2\">"), "{page}");
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        let page = one_file(PAGE, &files(), "").unwrap();
        assert!(page.contains("let b = '<\\/script>';"), "{page}");
    }

    #[test]
    fn the_policy_has_the_hash_of_each_script_and_style() {
        let page = one_file(PAGE, &files(), "").unwrap();
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
        for text in ["\nlet a;", "\np { }"] {
            assert!(page.contains(&hash(text)) && page.contains(text), "{text}: {page}");
        }
        assert!(page.contains(&hash("q { }")) && page.contains("data-file=\"part-views-1.css\""), "{page}");
        let program = with_global("export const prefetch = 1;");
        assert!(
            page.contains(&hash(&program)) && page.contains("data-file=\"cisconf-explorer.js\""),
            "{page}"
        );
    }

    #[test]
    fn what_the_page_lacks_is_named() {
        assert_eq!(
            one_file("<html lang=\"en\">", &files(), "").unwrap_err(),
            "<meta http-equiv=\"Content-Security-Policy\" … >"
        );
        assert_eq!(one_file(PAGE, &files()[1..], "").unwrap_err(), "one file link-*.js");
    }
}
