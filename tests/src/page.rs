//! The page object of the app, in terms of its user interface.
//!
//! Labels are English unless a test passes Russian ones.
#![allow(clippy::panic, reason = "a gesture that fails ends the test that made it, in its line")]

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::browser::{Browser, Element, Engine, Key, Part};

/// Returns the root folder of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the folder of the built app.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// The app in a browser.
pub struct Page<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// URL of the app, without a fragment.
    pub home: String,
}

impl<'a> Page<'a> {
    /// Loads the app at a link (a fragment such as `#/instruments`, or empty).
    #[track_caller]
    pub fn open(browser: &'a Browser, home: &str, link: &str) -> Self {
        // From a blank page, as the browser would only change the fragment of an open app.
        browser.open("about:blank");
        browser.open(&format!("{home}{link}"));
        let page = Self { browser, home: home.to_owned() };
        page.wait_until_ready();
        page
    }

    /// Waits until the app has rendered.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        // Chunks that the link needs may still be loading.
        let script = "const has = (selector) => !!document.querySelector(selector);
            return !has('#boot-status') && has('main h1') && !has('main[aria-busy]')
                && (!has('.with-drawer') || has('.drawer'))
                && (!/[?&]ask=/.test(location.hash) || has('dialog[open], [role=alert]'))
                && (!has('.page:not(.inactive) .filter-slot') || has('.page:not(.inactive) .filter-bar'));";
        self.browser.wait_until("the app", || (self.browser.run(script, &[]) == true).then_some(()));
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reload(&self) {
        self.browser.reload();
        self.wait_until_ready();
        // The scroll position is restored within a few frames.
        (0..3).for_each(|_| self.browser.frame());
    }

    /// Sets the fragment, like in the address bar, without reloading.
    #[track_caller]
    pub fn set_fragment(&self, link: &str) {
        self.browser.run("location.hash = arguments[0];", &[Value::from(link)]);
        self.browser.frame();
    }

    // --- content ---

    /// Returns the URL without the app's own address.
    #[track_caller]
    pub fn link(&self) -> String {
        let address = self.browser.address();
        address.strip_prefix(&self.home).unwrap_or_else(|| panic!("left the app for {address}")).to_owned()
    }

    /// Returns the page as a [`Part`].
    pub fn elements(&self) -> Part<'a> {
        self.browser.page()
    }

    /// Returns the heading of the view.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text_of("main h1")
    }

    /// Returns the sentences under the heading.
    #[track_caller]
    pub fn sentences(&self) -> String {
        // Also what is cut from the line, which `innerText` would break into lines of its own.
        let script = r"const lead = document.querySelector('.page:not(.inactive) .lead > span');
            return (lead?.textContent ?? '').replace(/\u00a0/g, ' ');";
        self.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Returns the rendered text of the first match of a selector, with plain spaces.
    ///
    /// Empty if there is no match.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        let script = r"const found = document.querySelector(`:is(${arguments[0]}):not(.inactive *)`);
            return (found?.innerText ?? '').replace(/\u00a0/g, ' ');";
        self.browser.run(script, &[selector.into()]).as_str().unwrap_or_default().to_owned()
    }

    /// Returns the visible text of the page.
    #[track_caller]
    pub fn text(&self) -> String {
        self.text_of("body")
    }

    /// Returns the visible text of an English page once its last part has come: the tools of the
    /// deck, when the page is idle.
    #[track_caller]
    pub fn whole_text(&self) -> String {
        self.wait_for_text("Add to deck");
        self.text()
    }

    /// Waits until a text is visible.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.browser.wait_until(&format!("“{text}”"), || self.text().contains(text).then_some(()));
    }

    /// Waits until the page is at this link.
    #[track_caller]
    pub fn wait_for_link(&self, link: &str) {
        self.browser.wait_until(link, || (self.link() == link).then_some(()));
    }

    /// Waits for the button with a name.
    #[track_caller]
    pub fn button(&self, name: &str) -> Element<'a> {
        self.elements().find_by_role("button", name)
    }

    /// Returns the names of the buttons with a prefix.
    #[track_caller]
    pub fn button_names_with_prefix(&self, name: &str) -> Vec<String> {
        let all = self.elements().all("button");
        all.into_iter().map(|button| button.name).filter(|found| found.starts_with(name)).collect()
    }

    /// Returns the name of the focused element: its label, else its text or SVG title.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const e = document.activeElement;
            const text = () => e.innerText ?? e.firstChild.textContent;
            const name = () => e === document.body ? 'nothing' : e.id === 'main' ? 'main' : text();
            return (e.getAttribute('aria-label') ?? name())
                .replace(/\\s+/g, ' ').trim();";
        self.browser.run(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the element with this name has the focus.
    #[track_caller]
    pub fn wait_for_focus(&self, name: &str) {
        let start = self.focused();
        self.browser.wait_until(&format!("the focus on “{name}”, not on “{start}”"), || {
            self.focused().starts_with(name).then_some(())
        });
    }

    // --- header ---

    /// Follows the link to a view by its name, in either language.
    #[track_caller]
    pub fn go_to(&self, view: &str) {
        let views =
            self.elements().all("navigation").into_iter().next().unwrap_or_else(|| panic!("no navigation"));
        views.inside().find_by_role("link", view).click();
    }

    /// Follows the link to a language by its own name.
    #[track_caller]
    pub fn choose_language(&self, language: &str) {
        let links = self.elements().all("link").into_iter();
        let link = links.into_iter().find(|link| link.name.ends_with(&format!("– {language}")));
        link.unwrap_or_else(|| panic!("no language {language}")).click();
    }

    // --- filter bar ---

    /// Opens a menu of the filter bar or a facet, unless it is open.
    #[track_caller]
    pub fn open_menu(&self, label: &str) {
        let has = |label: &str| !self.elements().all_by_name_prefix("summary", label).is_empty();
        // Where there is no room, everything is behind "Filters"; a facet is behind "+ Filter".
        for outer in ["Filters", "+ Filter"] {
            if !has(label) && has(outer) {
                self.menu(outer).click();
            }
        }
        let menu = self.menu(label);
        if menu.expanded != Some(true) {
            menu.click();
        }
    }

    /// Waits for a menu of the filter bar. Its name is its label and its value.
    #[track_caller]
    pub fn menu(&self, label: &str) -> Element<'a> {
        // The cross-table folds too: "States by Kind".
        let is_menu = |found: &Element| !found.name.contains(" by ");
        self.browser.wait_until(label, || {
            let all = self.elements().all_by_name_prefix("summary", label).into_iter();
            let mut found: Vec<_> = all.filter(is_menu).collect();
            assert!(found.len() < 2, "{} menus “{label}…”", found.len());
            found.pop()
        })
    }

    /// Closes the open menu with Escape.
    #[track_caller]
    pub fn close_menu(&self) {
        self.browser.press(&[Key::Escape]);
    }

    /// Presses a button of the menu that changes a grouping.
    #[track_caller]
    pub fn change_grouping(&self, name: &str) {
        self.open_menu("Change");
        self.button(name).click();
    }

    /// Selects a grouping scheme.
    #[track_caller]
    pub fn choose_grouping(&self, scheme: &str) {
        self.open_menu("Grouping");
        self.elements().find_by_name_prefix("button", scheme).click();
    }

    /// Toggles values of a facet.
    #[track_caller]
    pub fn toggle(&self, facet: &str, values: &[&str]) {
        self.open_menu(facet);
        for value in values {
            self.elements().find_by_name_prefix("checkbox", value).click();
        }
        self.close_menu();
    }

    /// Returns the chips of the filter bar.
    #[track_caller]
    pub fn chips(&self) -> Vec<String> {
        let names = self.button_names_with_prefix("Remove ");
        names.iter().map(|name| name.trim_start_matches("Remove ").to_owned()).collect()
    }

    /// Removes a chip.
    #[track_caller]
    pub fn remove_chip(&self, name: &str) {
        self.button(&format!("Remove {name}")).click();
    }

    /// Types a date and presses Enter: `06011997` for 1 June 1997.
    #[track_caller]
    pub fn set_date(&self, digits: &str) {
        self.open_menu("As of");
        let field = self.elements().all("date").into_iter().next().unwrap_or_else(|| panic!("no date field"));
        field.focus();
        for (i, part) in [&digits[..2], &digits[2..4], &digits[4..]].into_iter().enumerate() {
            if i > 0 && self.browser.engine() == Engine::WebKit {
                self.browser.press(&[Key::Right]); // the other engines advance on their own
            }
            self.browser.type_text(part);
        }
        self.browser.press(&[Key::Enter]);
    }

    // --- menus ---

    /// Selects an option of the menu with a label: a side, an order, a grouping …
    #[track_caller]
    pub fn select_option(&self, menu: &str, option: &str) {
        let choose = "function(name) {
            this.value = [...this.options].find(option => option.text === name).value;
            this.dispatchEvent(new Event('change', { bubbles: true }));
        }";
        self.elements().find_by_role("combobox", menu).call(choose, &[option.into()]);
        self.browser.frame();
    }

    // --- compare ---

    /// Returns the state or group of a side.
    #[track_caller]
    pub fn side(&self, side: &str) -> String {
        let chosen = "function() { return this.selectedOptions[0].text; }";
        let value = self.elements().find_by_role("combobox", side).call(chosen, &[]);
        value.as_str().unwrap_or_default().to_owned()
    }

    // --- evidence ---

    /// Presses an evidence button and returns the text of the evidence.
    #[track_caller]
    pub fn open_evidence_of(&self, mark: &str) -> String {
        self.button(mark).click();
        self.evidence()
    }

    /// Waits for open evidence and returns its text, beginning with its title.
    #[track_caller]
    pub fn evidence(&self) -> String {
        let text = self.drawer("Evidence").text();
        text.trim_start_matches('×').trim_start().to_owned()
    }

    /// Waits for the evidence drawer.
    #[track_caller]
    pub fn drawer(&self, name: &str) -> Element<'a> {
        self.elements().find_by_role("complementary", name)
    }

    /// Whether evidence is open.
    #[track_caller]
    pub fn has_evidence(&self) -> bool {
        !self.elements().all("complementary").is_empty()
    }

    /// Waits until no evidence is open.
    #[track_caller]
    pub fn wait_until_evidence_closes(&self) {
        self.browser.wait_until("the evidence to close", || (!self.has_evidence()).then_some(()));
    }

    /// Presses the close button of the evidence.
    #[track_caller]
    pub fn close_evidence(&self) {
        self.button("Close the evidence").click();
        self.wait_until_evidence_closes();
    }
}
