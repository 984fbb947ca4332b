//! The W3C's validator finds no error, in the page as it is sent and as each view makes it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cisconf_e2e::page::{dist, project};

use crate::layout::{EVIDENCE, LANGUAGES, VIEWS};
use crate::visit;

const DOCUMENT: &str = "return `<!DOCTYPE html>${document.documentElement.outerHTML}`;";

/// What the validator says of these files, a line each; nothing if it finds no error.
fn errors(paths: &[&Path]) -> String {
    let jar = project().join("node_modules/vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    let output = java.arg("-jar").arg(jar).args(["--errors-only", "--format", "gnu"]).args(paths).output();
    let output = output.unwrap_or_else(|error| panic!("java: {error}; `make test` installs it"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.success(), said.is_empty(), "{said}");
    said
}

#[test]
fn the_markup_of_every_view_is_valid() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("markup");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    visit("", |page| {
        for (n, view) in VIEWS.iter().enumerate() {
            for language in LANGUAGES {
                page.follow(&format!("{view}&lang={language}{EVIDENCE}"));
                let loaded = "return !document.querySelector('main[aria-busy]');";
                page.browser.until("the view", || (page.browser.run(loaded, &[]) == true).then_some(()));
                let text = page.browser.run(DOCUMENT, &[]);
                // The validator names the file of an error: the name says which view.
                let name: String =
                    view.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(80).collect();
                fs::write(
                    folder.join(format!("{n}{name}-{language}.html")),
                    text.as_str().unwrap_or_default(),
                )
                .unwrap();
            }
        }
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
