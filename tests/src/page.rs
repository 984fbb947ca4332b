//! The app's page in the user's words. The words are the English ones; a test in Russian names its own.
#![allow(clippy::panic, reason = "a gesture that fails ends the test that made it, in its line")]

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::browser::{Browser, Element, Engine, Key, Part};

/// The folder of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The built app.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// The app in a browser.
pub struct Page<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// The address of the app, without a fragment.
    pub home: String,
}

impl<'a> Page<'a> {
    /// Loads the app anew, at a link's fragment (`#/instruments`, or nothing).
    #[track_caller]
    pub fn open(browser: &'a Browser, home: &str, link: &str) -> Self {
        // From a blank page: the browser would only jump to the fragment of an app that is already open.
        browser.open("about:blank");
        browser.open(&format!("{home}{link}"));
        let page = Self { browser, home: home.to_owned() };
        page.is_ready();
        page
    }

    /// Waits until the app has drawn.
    #[track_caller]
    pub fn is_ready(&self) {
        let script = "return !document.getElementById('boot-status') && !!document.querySelector('main h1');";
        self.browser.until("the app", || (self.browser.run(script, &[]) == true).then_some(()));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.browser.reload();
        self.is_ready();
        // The page returns to its place within a few frames.
        (0..3).for_each(|_| self.browser.frame());
    }

    /// Goes to another place in the app, as from the address bar, without loading it anew.
    #[track_caller]
    pub fn follow(&self, link: &str) {
        self.browser.run("location.hash = arguments[0];", &[Value::from(link)]);
        self.browser.frame();
    }

    // --- what is there ---

    /// What follows the app's own address.
    #[track_caller]
    pub fn link(&self) -> String {
        let address = self.browser.address();
        address.strip_prefix(&self.home).unwrap_or_else(|| panic!("left the app for {address}")).to_owned()
    }

    /// The things on the page.
    pub fn things(&self) -> Part<'a> {
        self.browser.page()
    }

    /// The view's heading.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text_of("main h1")
    }

    /// The sentences under the heading.
    #[track_caller]
    pub fn sentences(&self) -> String {
        self.text_of("main .lead")
    }

    /// The drawn text of the first element of a selector, with plain spaces; empty where there is none.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        let script = r"return (document.querySelector(`:is(${arguments[0]}):not(.away *)`)?.innerText ?? '').replace(/\u00a0/g, ' ');";
        self.browser.run(script, &[selector.into()]).as_str().unwrap_or_default().to_owned()
    }

    /// Everything that can be read on the page.
    #[track_caller]
    pub fn text(&self) -> String {
        self.text_of("body")
    }

    /// Waits until a text can be read.
    #[track_caller]
    pub fn shows(&self, text: &str) {
        self.browser.until(&format!("“{text}”"), || self.text().contains(text).then_some(()));
    }

    /// Waits until the address is this link.
    #[track_caller]
    pub fn is_at(&self, link: &str) {
        self.browser.until(link, || (self.link() == link).then_some(()));
    }

    /// The button of a name.
    #[track_caller]
    pub fn button(&self, name: &str) -> Element<'a> {
        self.things().the("button", name)
    }

    /// The names of the buttons that begin so.
    #[track_caller]
    pub fn buttons_beginning(&self, name: &str) -> Vec<String> {
        let all = self.things().all("button");
        all.into_iter().map(|button| button.name).filter(|found| found.starts_with(name)).collect()
    }

    /// The name of what has the keyboard: its label, else its text; of a drawn mark its title.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const e = document.activeElement;
            return (e.getAttribute('aria-label') ?? (e === document.body ? 'nothing' : e.id === 'main' ? 'main' : e.innerText ?? e.firstChild.textContent))
                .replace(/\\s+/g, ' ').trim();";
        self.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until what has this name has the keyboard.
    #[track_caller]
    pub fn keyboard_is_at(&self, name: &str) {
        let start = self.focused();
        self.browser.until(&format!("the focus on “{name}”, not on “{start}”"), || {
            self.focused().starts_with(name).then_some(())
        });
    }

    // --- header ---

    /// Chooses a view by its name, in either language.
    #[track_caller]
    pub fn go_to(&self, view: &str) {
        let views =
            self.things().all("navigation").into_iter().next().unwrap_or_else(|| panic!("no navigation"));
        views.inside().the("link", view).click();
    }

    /// Chooses a language by its own name.
    #[track_caller]
    pub fn speak(&self, language: &str) {
        let links = self.things().all("link").into_iter();
        let link = links.into_iter().find(|link| link.name.ends_with(&format!("– {language}")));
        link.unwrap_or_else(|| panic!("no language {language}")).click();
    }

    // --- lens ---

    /// Opens a menu of the lens; an open one stays open.
    #[track_caller]
    pub fn open_menu(&self, label: &str) {
        let menu = self.menu(label);
        if menu.expanded != Some(true) {
            menu.click();
        }
    }

    /// A menu of the lens: its name is its label and its choice.
    #[track_caller]
    pub fn menu(&self, label: &str) -> Element<'a> {
        self.things().beginning("summary", label)
    }

    /// Closes the open menu, as the Escape key does.
    #[track_caller]
    pub fn close_menu(&self) {
        self.browser.press(&[Key::Escape]);
    }

    /// Groups the states by a scheme.
    #[track_caller]
    pub fn choose_grouping(&self, scheme: &str) {
        self.open_menu("Grouping");
        self.things().beginning("button", scheme).click();
    }

    /// Ticks or unticks values of a facet of the lens.
    #[track_caller]
    pub fn toggle(&self, facet: &str, values: &[&str]) {
        self.open_menu(facet);
        for value in values {
            self.things().beginning("checkbox", value).click();
        }
        self.close_menu();
    }

    /// What the lens holds.
    #[track_caller]
    pub fn chips(&self) -> Vec<String> {
        let names = self.buttons_beginning("Remove ");
        names.iter().map(|name| name.trim_start_matches("Remove ").to_owned()).collect()
    }

    /// Takes something out of the lens.
    #[track_caller]
    pub fn remove_chip(&self, name: &str) {
        self.button(&format!("Remove {name}")).click();
    }

    /// Types a date and Enter, as `06011997` for 1 June 1997.
    #[track_caller]
    pub fn set_date(&self, digits: &str) {
        self.open_menu("As of");
        let field = self.things().all("date").into_iter().next().unwrap_or_else(|| panic!("no date field"));
        field.focus();
        for (i, part) in [&digits[..2], &digits[2..4], &digits[4..]].into_iter().enumerate() {
            if i > 0 && self.browser.engine() == Engine::WebKit {
                self.browser.press(&[Key::Right]); // the others go on by themselves
            }
            self.browser.type_text(part);
        }
        self.browser.press(&[Key::Enter]);
    }

    // --- compare ---

    /// Chooses a state or a group in the menu of a side: "Side 1" …
    #[track_caller]
    pub fn choose_side(&self, side: &str, state: &str) {
        let choose = "function(name) {
            this.value = [...this.options].find(option => option.text === name).value;
            this.dispatchEvent(new Event('change', { bubbles: true }));
        }";
        self.things().the("combobox", side).call(choose, &[state.into()]);
        self.browser.frame();
    }

    /// The state that stands on a side.
    #[track_caller]
    pub fn side(&self, side: &str) -> String {
        let chosen = "function() { return this.selectedOptions[0].text; }";
        let value = self.things().the("combobox", side).call(chosen, &[]);
        value.as_str().unwrap_or_default().to_owned()
    }

    // --- evidence ---

    /// Presses a mark and waits for its evidence; what it says.
    #[track_caller]
    pub fn open_evidence_of(&self, mark: &str) -> String {
        self.button(mark).click();
        self.evidence()
    }

    /// What the open evidence says, as soon as there is one: its title first.
    #[track_caller]
    pub fn evidence(&self) -> String {
        let text = self.drawer("Evidence").text();
        text.trim_start_matches('×').trim_start().to_owned()
    }

    /// The drawer of the evidence, as soon as it is there.
    #[track_caller]
    pub fn drawer(&self, name: &str) -> Element<'a> {
        self.things().the("complementary", name)
    }

    /// Whether evidence is open.
    #[track_caller]
    pub fn has_evidence(&self) -> bool {
        !self.things().all("complementary").is_empty()
    }

    /// Waits until no evidence is open.
    #[track_caller]
    pub fn evidence_is_closed(&self) {
        self.browser.until("the evidence to close", || (!self.has_evidence()).then_some(()));
    }

    /// Presses the cross of the evidence.
    #[track_caller]
    pub fn close_evidence(&self) {
        self.button("Close the evidence").click();
        self.evidence_is_closed();
    }
}
