//! Tests the markup with the W3C validator, as served and as rendered by each view.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cisconf_e2e::page::{dist, project};

use crate::layout::{EVIDENCE, LANGUAGES, VIEWS, is_complete};
use crate::visit;

/// Links with a pinned state, which is highlighted in texts and in a drawing.
const MARKED: [&str; 3] = [
    "#/agreements?v=1&tab=network&mine=GEO",
    "#/findings?v=1&s=GEO&mine=GEO",
    "#/compare?v=1&a=ARM&b=GEO&mine=GEO",
];

/// Serializes the page, with inactive views if requested.
const DOCUMENT: &str = "const copy = document.documentElement.cloneNode(true);
    if (!arguments[0]) copy.querySelectorAll('.inactive').forEach(view => view.remove());
    return `<!DOCTYPE html>${copy.outerHTML}`;";

/// Returns the validator's errors in these files, one a line.
fn errors(paths: &[&Path]) -> String {
    let jar = project().join("node_modules/vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    let output = java.arg("-jar").arg(jar).args(["--errors-only", "--format", "gnu"]).args(paths).output();
    let output = output.unwrap_or_else(|error| panic!("java: {error}; `make test` installs it"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.success(), said.is_empty(), "{said}");
    said
}

/// Does not depend on the engine: the document is the same in all.
#[test]
fn the_markup_of_every_view_is_valid() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("markup");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    visit("", |page| {
        let save = |name: &str, whole: bool| {
            let text = page.browser.run(DOCUMENT, &[whole.into()]);
            // The validator reports the file name, so it names the view.
            let name: String =
                name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(120).collect();
            fs::write(folder.join(format!("{name}.html")), text.as_str().unwrap_or_default()).unwrap();
        };
        for view in VIEWS.iter().chain(&MARKED) {
            for language in LANGUAGES {
                let link = format!("{view}&lang={language}{EVIDENCE}");
                page.set_fragment(&link);
                is_complete(page, &link);
                save(&link, false);
            }
        }
        save("with every kept view", true);
    });
    let said = errors(&[&dist().join("index.html"), &folder]);
    assert!(said.is_empty(), "{said}");
}

#[test]
fn the_validator_finds_a_wrong_element() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wrong.html");
    fs::write(&file, "<!DOCTYPE html><html lang=\"en\"><title>x</title><p><div></div></p></html>").unwrap();
    assert!(errors(&[&file]).contains("No “p” element in scope"), "{}", errors(&[&file]));
}
