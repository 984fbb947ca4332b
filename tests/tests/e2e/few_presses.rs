//! Tests that a question is answered in few presses, from the landing page and without words typed:
//! three for a question with one condition, two for each further one.
//!
//! `docs/measurements/0036-questions.md` has the table.

use crate::visit;
use cisconf_e2e::page::Page;

/// A question, its presses by the beginning of the pressed text, and a text of the answer.
///
/// `Side 1=Armenia` is the choice of an option.
type Row = (&'static str, &'static [&'static str], &'static str);

const ROWS: &[Row] = &[
    ("Which instruments has Georgia joined?", &["Instruments"], "Who has joined which instrument"),
    ("What is the source of a cell?", &["Instruments", "@Georgia, CSR 51/CSRP 67"], "page 43"),
    (
        "Who has no central body?",
        &["States", "+ Condition", "Central body", "no, named exception"],
        "4 of 12 states",
    ),
    (
        "Who of those has joined at least 7 instruments?",
        &["States", "+ Condition", "Central body", "no, named exception", "Treaties joined", "at least 7"],
        "Azerbaijan",
    ),
    ("Which states are alike in their treaty record?", &["States", "Pairs"], "66 pairs"),
    (
        "What have Georgia and the Russian Federation agreed?",
        &["Agreements", "@Georgia – Russian"],
        "not ratified by Georgia",
    ),
    ("Who assists whom?", &["Agreements", "Network and assistance"], "Assistance"),
    ("What do NGOs say?", &["Findings", "NGOs"], "What the report says"),
    ("What do NGOs say of legislation?", &["Findings", "NGOs", "Legislation"], "What the report says"),
    ("Where do governments and NGOs differ?", &["Findings", "Perspectives"], "Who says what on each theme"),
    ("What should come after 2000?", &["Groupings", "Positions"], "What should come after 2000"),
    (
        "Where do Armenia and Georgia differ?",
        &["Compare", "Side 1=Armenia", "Side 2=Georgia"],
        "Armenia alone is party to",
    ),
    ("What happened when?", &["Timeline"], "1996"),
    ("How many refugees were there?", &["Figures"], "refugees"),
    (
        "How do sub-regions compare in treaties?",
        &["Instruments", "Grouping none", "Sub-regions that Ukraine"],
        "of 27",
    ),
    ("What does the report say of Georgia?", &["@GEO Georgia"], "page 43"),
];

/// Presses what has this text, or with `@` this beginning of an accessible name.
fn press(page: &Page, name: &str) {
    if let Some((menu, option)) = name.split_once('=') {
        return page.select_option(menu, option);
    }
    const PRESS: &str = "const wanted = arguments[0], byName = wanted.startsWith('@');
        // While a menu is open, what is in it.
        const open = [...document.querySelectorAll('details.menu[open]')].find(menu => menu.checkVisibility());
        const all = [...(open ?? document).querySelectorAll('a, button, summary, [role=checkbox], .option')];
        const name = e => byName ? e.getAttribute('aria-label') ?? e.textContent : e.textContent;
        const is = e => e.checkVisibility() && !e.closest('.inactive') && name(e).trim().startsWith(byName ? wanted.slice(1) : wanted);
        const found = all.find(is);
        found?.click();
        return !!found;";
    page.browser.wait_until(name, || (page.browser.run(PRESS, &[name.into()]) == true).then_some(()));
    // A reader looks at the view before the next press.
    page.browser.frame();
}

/// The ways are the same in every engine.
mod chromium {
    use super::*;

    #[test]
    fn a_question_is_answered_in_few_presses() {
        visit("", |page| {
            for (question, presses, answer) in ROWS {
                page.set_fragment("#/?v=1");
                page.wait_for_text("The CIS Conference process and its assessment");
                for name in *presses {
                    press(page, name);
                }
                page.browser.wait_until(question, || page.text().contains(answer).then_some(()));
                // Going to the view counts; what has two conditions may take two more.
                let most = if question.contains("of those") { 6 } else { 4 };
                assert!(presses.len() <= most, "{question}");
            }
        });
    }
}
