//! axe-core finds nothing to complain of, in any view, language and look, with and without evidence.

use cisconf_e2e::page::{Page, project};
use serde_json::Value;

use crate::layout::each;
use crate::visit;

fn violations(page: &Page) -> Vec<String> {
    let script = "const done = arguments[0];
        axe.run({ resultTypes: ['violations'], preload: false }).then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
            nodes.map(node => `${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message})`))),
            error => done([String(error)]));";
    let found = page.browser.run_async(script, &[]);
    found.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn accessible(language: &str) {
    let file = project().join("node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `make test` installs it", file.display()));
    visit("", |page| {
        page.browser.run(&axe, &[]);
        let mut wrong = Vec::new();
        each(page, &[language], |page, link| {
            wrong.extend(violations(page).iter().map(|what| format!("{link}: {what}")));
        });
        assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    });
}

#[test]
fn accessible_in_english() {
    accessible("en");
}

#[test]
fn accessible_in_russian() {
    accessible("ru");
}
