//! Tests with axe-core: no violations in any view, language and look, with and without evidence.
//!
//! Includes the rules of best practice, the experimental ones and `target-size`.

use cisconf_e2e::browser::{Engine, strings};
use cisconf_e2e::page::{Page, project};

use crate::layout::{LOOKS, faults_of_each};
use crate::visit;

fn violations(page: &Page) -> Vec<String> {
    // In WebKit axe ignores the title of an SVG group, although WebKit uses it as the name.
    let leave = if page.browser.engine() == Engine::WebKit { "aria-command-name" } else { "" };
    let long = std::env::var_os("LONG").is_some();
    // The dark look differs from the light one in its colours alone.
    let script = "const [leave, long, done] = arguments;
        const colours = ['color-contrast', 'link-in-text-block'];
        const why = node => [...node.any, ...node.all, ...node.none][0]?.message;
        const what = node => { const e = document.querySelector(node.target[0]); return `<${e?.localName} class='${e?.className}'>`; };
        const rules = Object.fromEntries(axe.getRules(['experimental']).map(rule => [rule.ruleId, { enabled: true }]));
        rules['target-size'] = { enabled: true };
        if (leave) rules[leave] = { enabled: false };
        const some = long || document.documentElement.dataset.look !== 'dark' ? { rules } : { runOnly: colours };
        axe.run({ ...some, resultTypes: ['violations'], preload: false }).then(
            ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} ${what(node)}: ${why(node)}`))),
            error => done([String(error)]));";
    strings(&page.browser.run_async(script, &[leave.into(), long.into()]))
}

/// Shows what is out of sight.
///
/// axe takes the estimated places of what is not yet rendered, and those of what a line cuts, for
/// places on the page.
const ALL_IN_SIGHT: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { content-visibility: visible !important; }
        .legend-line, .legend-line .legend { height: auto !important; max-height: none !important; overflow: visible !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";

fn accessible(language: &str) {
    let file = project().join("node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `make test` installs it", file.display()));
    visit("", |page| {
        let prepare = |page: &Page| {
            page.browser.run(&axe, &[]);
            page.browser.run(ALL_IN_SIGHT, &[]);
        };
        let wrong = faults_of_each(page, &[language], &LOOKS, prepare, violations);
        assert!(wrong.is_empty(), "{wrong}");
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
