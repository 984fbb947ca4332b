//! Chromium, Firefox and WebKitGTK, each with its WebDriver: start and capabilities.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// A browser engine, chosen by the environment variable `ENGINE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, the default. The only one with the DevTools protocol.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, in its MiniBrowser on a virtual display.
    WebKit,
}

const CHROMIUM_FLAGS: [&str; 12] = [
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
    // The tests follow hundreds of links per minute, which would be throttled.
    "--disable-ipc-flooding-protection",
    "--window-size=1280,720",
];

impl Engine {
    /// Returns the engine of the variable `ENGINE`, by default Chromium.
    ///
    /// Values are `chromium`, `firefox` and `webkit`.
    ///
    /// # Errors
    /// If the variable has another value.
    pub fn chosen() -> Result<Self, String> {
        match std::env::var("ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => Err(format!("ENGINE={other}: it is chromium, firefox or webkit")),
        }
    }

    /// Returns the capabilities of a browser with its files in `profile`.
    ///
    /// With `logs`, it records its requests.
    pub(crate) fn capabilities(self, profile: &Path, logs: bool) -> Result<Capabilities, String> {
        let downloads = downloads(profile);
        let (key, options) = match self {
            Self::Chromium => {
                let mut flags: Vec<Value> = CHROMIUM_FLAGS.iter().map(|&flag| flag.into()).collect();
                flags.push(format!("--user-data-dir={}", profile.display()).into());
                let preferences = json!({ "download.default_directory": downloads });
                let mut options = json!({ "args": flags, "prefs": preferences });
                // Name of Debian's binary; the driver finds Google Chrome on its own.
                if let Some(chromium) = on_path(&["chromium"]) {
                    options["binary"] = json!(chromium);
                }
                ("goog:chromeOptions", options)
            }
            Self::Firefox => {
                let binary = on_path(&["firefox", "firefox-esr"]).ok_or("no firefox")?;
                let preferences = json!({
                    "browser.download.folderList": 2, "browser.download.dir": downloads,
                    "browser.download.alwaysOpenPanel": false, "intl.accept_languages": "en-US",
                    "devtools.console.stdout.content": true,
                });
                let arguments = ["-headless", "--width=1280", "--height=720"];
                ("moz:firefoxOptions", json!({ "binary": binary, "args": arguments, "prefs": preferences }))
            }
            Self::WebKit => {
                let browser = mini_browser().ok_or("no MiniBrowser of webkit2gtk")?;
                ("webkitgtk:browserOptions", json!({ "binary": browser, "args": ["--automation"] }))
            }
        };
        let mut wishes = Capabilities::new();
        wishes.set(key, options).map_err(|error| error.to_string())?;
        if self == Self::Chromium {
            let mut kept = json!({ "browser": "ALL" });
            if logs {
                kept["performance"] = json!("ALL");
            }
            wishes.set("goog:loggingPrefs", kept).map_err(|error| error.to_string())?;
        }
        Ok(wishes)
    }
}

/// Returns the folder of downloaded files of a profile.
pub(crate) fn downloads(profile: &Path) -> PathBuf {
    profile.join("downloads")
}

/// A running WebDriver service with its dependencies; ends when dropped.
pub(crate) struct Service {
    /// URL of the service.
    pub(crate) url: String,
    processes: Vec<Child>,
}

impl Service {
    /// Starts the driver of an engine on a free port, with `profile` as its home folder.
    pub(crate) fn start(engine: Engine, profile: &Path) -> Result<Self, String> {
        std::fs::create_dir_all(downloads(profile)).map_err(|error| error.to_string())?;
        let mut service = Self { url: String::new(), processes: Vec::new() };
        let port = match engine {
            Engine::Chromium => {
                let mut driver = Command::new("chromedriver");
                service.announced(driver.arg("--port=0"), "started successfully on port ")?
            }
            Engine::Firefox => {
                let mut driver = Command::new("geckodriver");
                driver.args(["--host", "127.0.0.1", "--port", "0", "--websocket-port", "0"]);
                driver.env("HOME", profile).env("TMPDIR", profile);
                service.announced(&mut driver, "Listening on 127.0.0.1:")?
            }
            Engine::WebKit => {
                let mut screen = Command::new("Xvfb");
                screen.args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]);
                let display = service.announced(&mut screen, "")?;
                write_download_folder(profile).map_err(|error| error.to_string())?;
                let port = free_port()?;
                let mut driver = Command::new("WebKitWebDriver");
                driver.arg(format!("--port={port}")).env("DISPLAY", format!(":{display}"));
                driver.env("HOME", profile).env("XDG_CONFIG_HOME", profile.join("config"));
                for folder in ["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"] {
                    driver.env(folder, profile);
                }
                service.spawn(driver.stdout(Stdio::null()))?;
                answers(port)?;
                port
            }
        };
        service.url = format!("http://127.0.0.1:{port}");
        Ok(service)
    }

    fn spawn(&mut self, command: &mut Command) -> Result<&mut Child, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        self.processes.push(child.map_err(|error| format!("{name}: {error}"))?);
        self.processes.last_mut().ok_or(name)
    }

    /// Starts a program and returns the number that it prints after `words`.
    fn announced(&mut self, command: &mut Command, words: &str) -> Result<u16, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let output = self.spawn(command.stdout(Stdio::piped()))?.stdout.take();
        let mut lines = output.map(BufReader::new).into_iter().flat_map(BufRead::lines).map_while(Result::ok);
        let mut said = Vec::new();
        for line in lines.by_ref() {
            let number = line.split_once(words).map(|(_, rest)| rest.trim_end_matches('.').trim());
            if let Some(number) = number.and_then(|number| number.parse().ok()) {
                // Keep reading: a program that writes into a closed pipe may end.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(number);
            }
            said.push(line);
        }
        Err(format!("{name} ended before it was ready: {}", said.join(" | ")))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // The virtual display ends last.
        for process in self.processes.iter_mut().rev() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Returns a free port, as WebKit's driver does not print its own.
///
/// Another program may take it first; the caller then tries again.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| error.to_string())
}

fn answers(port: u16) -> Result<(), String> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if start.elapsed() > crate::browser::WAIT_TIMEOUT {
            return Err("WebKitWebDriver does not answer".to_owned());
        }
        std::thread::yield_now();
    }
    Ok(())
}

fn write_download_folder(profile: &Path) -> std::io::Result<()> {
    let config = profile.join("config");
    std::fs::create_dir_all(&config)?;
    let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads(profile).display());
    std::fs::write(config.join("user-dirs.dirs"), line)
}

fn mini_browser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|folder| folder.path());
    let places = libraries.chain([PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")]);
    places.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file())
}

fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let files =
        std::env::split_paths(&path).flat_map(|folder| programs.iter().map(move |name| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}
