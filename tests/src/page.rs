//! The app's page in the user's words.
#![allow(clippy::panic, reason = "a gesture that fails ends the test that made it, in its line")]

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::browser::{Browser, Element};

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

    /// Follows a link to another place in the app, as from the address bar, without loading it anew.
    #[track_caller]
    pub fn follow(&self, link: &str) {
        self.browser.run("location.hash = arguments[0];", &[Value::from(link)]);
        self.browser.frame();
    }

    /// What follows `#` in the address.
    #[track_caller]
    pub fn link(&self) -> String {
        let address = self.browser.address();
        address.split_once('#').map_or_else(String::new, |(_, fragment)| format!("#{fragment}"))
    }

    /// The view's heading.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text_of("main h1")
    }

    /// The drawn text of the first element of a selector; empty where there is none.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? '';";
        self.browser.run(script, &[selector.into()]).as_str().unwrap_or_default().to_owned()
    }

    /// The button of a name.
    #[track_caller]
    pub fn button(&self, name: &str) -> Element<'a> {
        self.browser.the("button", name)
    }
}
