//! A real Chromium behind chromedriver: pages, gestures, what the user sees, what went wrong.
//!
//! Elements are found in the browser's accessibility tree, by role and name, as assistive technology finds them. Every
//! gesture is the input that a mouse or a keyboard sends. Nothing sleeps: what waits, waits from frame to frame.
#![allow(clippy::panic, reason = "a gesture that fails ends the test that made it, in its line")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
pub use thirtyfour::Key;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::runtime::Runtime;

/// How long the app may take for anything.
pub const PATIENCE: Duration = Duration::from_secs(10);

const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",
    // The tests go through hundreds of links in a minute, which no user does.
    "--disable-ipc-flooding-protection",
    "--window-size=1280,720",
];

/// As beside a screen reader: without it Chromium tells nothing of what is far below the screen and not yet laid out.
const HEARD: &str = "--force-renderer-accessibility";

/// A browser with a profile of its own; closed when dropped.
pub struct Browser {
    runtime: Runtime,
    driver: Option<WebDriver>,
    service: Child,
    profile: PathBuf,
}

impl Browser {
    /// Starts a browser that keeps a log of its console and its requests, and tells all that a screen reader is told.
    ///
    /// # Errors
    /// If there is no browser, or no driver for it: in words that say what to do.
    pub fn start() -> Result<Self, String> {
        Self::with(&json!({ "browser": "ALL", "performance": "ALL" }), &[HEARD])
    }

    /// Starts a browser that does neither, which costs time.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub fn start_quiet() -> Result<Self, String> {
        Self::with(&json!({ "browser": "ALL" }), &[])
    }

    /// The driver takes a port that is free over IPv4 and gives up where a neighbour has the same one over IPv6, and a busy
    /// machine may be too slow for the browser's start: both are asked again, a few times.
    fn with(logs: &Value, flags: &[&str]) -> Result<Self, String> {
        const TRIES: usize = 5;
        let mut reason = String::new();
        for _ in 0..TRIES {
            match Self::once(logs, flags) {
                Ok(browser) => return Ok(browser),
                Err(error) => reason = error,
            }
        }
        Err(format!("no browser to test in: {reason}. `make test` installs one, or says what to install."))
    }

    fn once(logs: &Value, flags: &[&str]) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let (mut service, url) = start_driver()?;
        let profile = fresh_profile();
        let driver = match capabilities(&profile, logs, flags) {
            Ok(wishes) => runtime.block_on(WebDriver::new(&url, wishes)).map_err(|error| error.to_string()),
            Err(error) => Err(error),
        };
        match driver {
            Ok(driver) => Ok(Self { runtime, driver: Some(driver), service, profile }),
            Err(error) => {
                let _ = service.kill();
                let _ = service.wait();
                let _ = std::fs::remove_dir_all(&profile);
                Err(error)
            }
        }
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().unwrap_or_else(|| panic!("the browser is closed"))
    }

    #[track_caller]
    fn wait<T, E: std::fmt::Display>(&self, what: &str, work: impl Future<Output = Result<T, E>>) -> T {
        self.runtime.block_on(work).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Opens an address and waits until it is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.wait(url, self.driver().goto(url));
    }

    /// As [`Browser::open`], where nothing may come.
    ///
    /// # Errors
    /// If the browser cannot get the page, in its words.
    pub fn try_open(&self, url: &str) -> Result<(), String> {
        self.runtime.block_on(self.driver().goto(url)).map_err(|error| error.to_string())
    }

    /// The Back button.
    #[track_caller]
    pub fn back(&self) {
        self.wait("back", self.driver().back());
    }

    /// The Forward button.
    #[track_caller]
    pub fn forward(&self) {
        self.wait("forward", self.driver().forward());
    }

    /// The Reload button.
    #[track_caller]
    pub fn reload(&self) {
        self.wait("reload", self.driver().refresh());
    }

    /// The address bar.
    #[track_caller]
    pub fn address(&self) -> String {
        self.wait("address", self.driver().current_url()).to_string()
    }

    /// Types text where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.wait(text, self.keyboard().send_keys(text).perform());
    }

    /// Presses keys one after the other, where the focus then is.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        for key in keys {
            self.wait("key", self.keyboard().send_keys(key.value().to_string()).perform());
        }
        self.frame();
    }

    fn keyboard(&self) -> ActionChain {
        self.driver().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Runs the body of a function in the page; `arguments` hold the arguments.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let result = self.wait(script, self.driver().execute(script, arguments.to_vec()));
        result.json().clone()
    }

    /// As [`Browser::run`]; the function's last argument is called with the result.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        let result = self.wait(script, self.driver().execute_async(script, arguments.to_vec()));
        result.json().clone()
    }

    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.wait(command, self.try_cdp(command, parameters))
    }

    async fn try_cdp(
        &self,
        command: &str,
        parameters: &Value,
    ) -> Result<Value, thirtyfour::error::WebDriverError> {
        self.driver().cdp().send_raw(command, parameters).await
    }

    /// Two frames: what was asked before is on the screen after.
    #[track_caller]
    pub fn frame(&self) {
        let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
        let wait = json!({ "expression": frames, "awaitPromise": true });
        // A page that is being left runs no script to its end; who waits looks at the next one.
        let _ = self.runtime.block_on(self.try_cdp("Runtime.evaluate", &wait));
    }

    /// Looks once a frame until there is something to see.
    #[track_caller]
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(seen) = look() {
                return seen;
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}, at {}", self.address());
            self.frame();
        }
    }

    /// The size of the screen in CSS pixels, without the lower bound that windows have.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", &size);
        self.frame();
    }

    /// The screen, or the whole page, as a PNG.
    #[track_caller]
    pub fn screenshot(&self, whole_page: bool) -> Vec<u8> {
        use base64::Engine;
        let mut wish = json!({ "format": "png" });
        if whole_page {
            let size = &self.cdp("Page.getLayoutMetrics", &json!({}))["cssContentSize"];
            wish["captureBeyondViewport"] = json!(true);
            wish["clip"] =
                json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        }
        let data = self.cdp("Page.captureScreenshot", &wish);
        let png = base64::engine::general_purpose::STANDARD.decode(data["data"].as_str().unwrap_or_default());
        png.unwrap_or_else(|error| panic!("screenshot: {error}"))
    }

    /// What the console has said since it was last asked, warnings and errors only.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.wait("console", self.driver().get_log("browser"));
        let loud = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        loud.map(|entry| entry.message).collect()
    }

    /// The addresses that the pages have asked for since last asked.
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let entries = self.wait("requests", self.driver().get_log("performance"));
        let url = |message: &str| {
            let event: Value = serde_json::from_str(message).ok()?;
            let event = &event["message"];
            let sent = event["method"] == "Network.requestWillBeSent";
            sent.then(|| event["params"]["request"]["url"].as_str().map(str::to_owned))?
        };
        entries.iter().filter_map(|entry| url(&entry.message)).collect()
    }

    /// The page, to look for things in.
    pub fn page(&self) -> Part<'_> {
        Part { browser: self, root: None }
    }
}

/// The page or a part of it, in which things are looked for.
#[derive(Clone)]
pub struct Part<'a> {
    browser: &'a Browser,
    root: Option<Value>,
}

impl<'a> Part<'a> {
    /// Everything of a role that is there now, whatever its name.
    #[track_caller]
    pub fn all(&self, role: &str) -> Vec<Element<'a>> {
        self.query(&json!({ "role": role }))
    }

    /// What has this role and this name, now.
    #[track_caller]
    pub fn named(&self, role: &str, name: &str) -> Vec<Element<'a>> {
        self.query(&json!({ "role": role, "accessibleName": name }))
    }

    /// The one element of a role and a name, as soon as it is there.
    #[track_caller]
    pub fn the(&self, role: &str, name: &str) -> Element<'a> {
        self.one(&format!("the {role} “{name}”"), || self.named(role, name))
    }

    /// The one element of a role whose name begins so, as soon as it is there.
    #[track_caller]
    pub fn beginning(&self, role: &str, name: &str) -> Element<'a> {
        self.one(&format!("the {role} “{name}…”"), || {
            self.all(role).into_iter().filter(|element| element.name.starts_with(name)).collect()
        })
    }

    #[track_caller]
    fn one(&self, what: &str, look: impl Fn() -> Vec<Element<'a>>) -> Element<'a> {
        self.browser.until(what, || {
            let mut found = look();
            assert!(found.len() < 2, "{} of {what}", found.len());
            found.pop()
        })
    }

    fn query(&self, wish: &Value) -> Vec<Element<'a>> {
        let browser = self.browser;
        // The page may change between the two commands; nothing is found then, and who waits looks again.
        let found = browser.runtime.block_on(async {
            let mut wish = wish.clone();
            wish["backendNodeId"] = match &self.root {
                Some(root) => root.clone(),
                None => {
                    browser.try_cdp("DOM.getDocument", &json!({ "depth": 0 })).await?["root"]["backendNodeId"]
                        .clone()
                }
            };
            browser.try_cdp("Accessibility.queryAXTree", &wish).await
        });
        let Ok(found) = found else { return Vec::new() };
        let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
        nodes.iter().filter_map(|node| Element::read(browser, node)).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit());
        }
        let _ = self.service.kill();
        let _ = self.service.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Something on the page that assistive technology knows.
#[derive(Clone)]
pub struct Element<'a> {
    browser: &'a Browser,
    node: Value,
    /// Its accessible name.
    pub name: String,
    properties: Vec<(String, Value)>,
}

impl<'a> Element<'a> {
    fn read(browser: &'a Browser, node: &Value) -> Option<Self> {
        if node["ignored"] == true {
            return None;
        }
        let properties = node["properties"].as_array().cloned().unwrap_or_default();
        Some(Self {
            browser,
            node: node.get("backendDOMNodeId")?.clone(),
            name: node["name"]["value"].as_str().unwrap_or_default().to_owned(),
            properties: properties
                .iter()
                .map(|p| (p["name"].as_str().unwrap_or_default().to_owned(), p["value"]["value"].clone()))
                .collect(),
        })
    }

    /// What stands in it.
    pub fn inside(&self) -> Part<'a> {
        Part { browser: self.browser, root: Some(self.node.clone()) }
    }

    /// A state that it tells, such as `checked`, `pressed`, `expanded`.
    pub fn says(&self, property: &str) -> Option<String> {
        let value = &self.properties.iter().find(|(name, _)| name == property)?.1;
        Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }

    /// Calls a JavaScript function with the element as `this`.
    #[track_caller]
    pub fn call(&self, function: &str, arguments: &[Value]) -> Value {
        let object = self.browser.cdp("DOM.resolveNode", &json!({ "backendNodeId": self.node }));
        let arguments: Vec<_> = arguments.iter().map(|value| json!({ "value": value })).collect();
        let result = self.browser.cdp(
            "Runtime.callFunctionOn",
            &json!({
                "objectId": object["object"]["objectId"], "functionDeclaration": function,
                "arguments": arguments, "returnByValue": true,
            }),
        );
        assert!(result.get("exceptionDetails").is_none(), "{function}: {result}");
        result["result"]["value"].clone()
    }

    /// The text as it is drawn, with plain spaces.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = r"function() { return this.innerText.replace(/\u00a0/g, ' '); }";
        self.call(text, &[]).as_str().unwrap_or_default().trim().to_owned()
    }

    /// Whether the keyboard is here.
    #[track_caller]
    pub fn has_focus(&self) -> bool {
        self.call("function() { return document.activeElement === this; }", &[]) == true
    }

    /// Puts the keyboard here.
    #[track_caller]
    pub fn focus(&self) {
        self.browser.cdp("DOM.focus", &json!({ "backendNodeId": self.node }));
    }

    /// Presses it with the mouse, in its middle; another thing lying over it is an error.
    #[track_caller]
    pub fn click(&self) {
        let place = self.call(MIDDLE, &[]);
        assert!(place["hit"] == true, "“{}” is covered by {}, or has no size", self.name, place["over"]);
        press_at(self.browser, &place);
        self.browser.frame();
    }
}

/// Scrolls an element into view and tells its middle, and whether it is what the mouse would hit there.
const MIDDLE: &str = "function() {
  this.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = this.getClientRects()[0] ?? this.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const over = document.elementFromPoint(x, y);
  const hit = box.width > 0 && (this.contains(over) || !!this.closest('label')?.contains(over));
  return { x, y, hit, over: over?.outerHTML.slice(0, 120) };
}";

/// A full press of the mouse's first button at a place.
#[track_caller]
pub fn press_at(browser: &Browser, place: &Value) {
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        let mut event = json!({ "type": kind, "x": place["x"], "y": place["y"] });
        if kind != "mouseMoved" {
            event["button"] = json!("left");
            event["clickCount"] = json!(1);
        }
        browser.cdp("Input.dispatchMouseEvent", &event);
    }
}

fn capabilities(
    profile: &Path,
    logs: &Value,
    flags: &[&str],
) -> Result<thirtyfour::ChromeCapabilities, String> {
    let mut wishes = DesiredCapabilities::chrome();
    let set = |wishes: &mut thirtyfour::ChromeCapabilities| {
        // Debian's name; Google's own is found by the driver itself.
        if let Some(chromium) = on_path("chromium") {
            wishes.set_binary(&chromium.to_string_lossy())?;
        }
        for flag in FLAGS.iter().chain(flags) {
            wishes.add_arg(flag)?;
        }
        wishes.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        wishes.set("goog:loggingPrefs", logs)
    };
    set(&mut wishes).map_err(|error| error.to_string())?;
    Ok(wishes)
}

fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// A folder that no other browser uses.
fn fresh_profile() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("cisconf-browser-{}-{n}", std::process::id()))
}

/// Starts chromedriver on a free port of its own choice and reads which.
fn start_driver() -> Result<(Child, String), String> {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut service = command.spawn().map_err(|error| format!("chromedriver: {error}"))?;
    let output = service.stdout.take().map(BufReader::new).ok_or("chromedriver is silent")?;
    let mut said = Vec::new();
    for line in output.lines().map_while(Result::ok) {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return Ok((service, format!("http://127.0.0.1:{}", port.trim_end_matches('.'))));
        }
        said.push(line);
    }
    let _ = service.kill();
    let _ = service.wait();
    Err(format!("chromedriver ended before it was ready: {}", said.join(" | ")))
}
