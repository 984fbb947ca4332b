//! Tests of the configurations in `hosting/`: each server at hand serves `dist/` by its own.
//!
//! `scripts/setup test` unpacks the servers into `.tools/servers`. Where one is missing the test
//! says so; with `CI` set that is a failure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test may stop")]
#![allow(clippy::disallowed_methods, reason = "a server is waited for outside the page")]
#![allow(clippy::print_stdout, reason = "a server that is not at hand is named in the log")]

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Address of the app in the tests of a sub-folder.
const FOLDER: &str = "/any/sub/folder";
/// Name in the line that lets a site show the app in a frame.
const FRIEND: &str = "https://intranet.example.org";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn configuration(name: &str) -> String {
    fs::read_to_string(project().join("hosting").join(name)).unwrap()
}

/// Returns the program of a server, of the machine or unpacked by `scripts/setup`.
fn program(name: &str) -> Option<PathBuf> {
    let unpacked = project().join(".tools/servers");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<_> = std::env::split_paths(&path).collect();
    folders.extend(["/usr/sbin".into(), unpacked.join("usr/sbin"), unpacked.join("usr/bin")]);
    let found = folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "{name} is missing: run scripts/setup test");
        println!("skipped: {name} is not at hand; scripts/setup test unpacks it where apt-get can fetch it");
    }
    found
}

/// Returns the folder that holds a file of a server, such as its modules.
fn library(program: &Path, folder: &str) -> PathBuf {
    let root = program.ancestors().nth(3).unwrap_or(Path::new("/"));
    let own = root.join(folder.trim_start_matches('/'));
    if own.is_dir() { own } else { PathBuf::from(folder) }
}

/// A server that runs until it is dropped.
struct Running {
    server: Child,
    port: u16,
    /// Address of the app before its files.
    base: &'static str,
    /// The served copy of `dist/`.
    app: PathBuf,
    /// Folder of the server, deleted at the end.
    root: PathBuf,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// A folder of its own for a server: readable for the user that the server changes to.
fn workspace(name: &str, base: &str) -> (PathBuf, PathBuf) {
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    let unique = format!("{}-{}", std::process::id(), STARTED.fetch_add(1, Ordering::Relaxed));
    let root = std::env::temp_dir().join(format!("cisconf-hosting-{unique}-{name}"));
    let _ = fs::remove_dir_all(&root);
    let app = root.join("served").join(base.trim_start_matches('/'));
    fs::create_dir_all(&app).unwrap();
    for file in fs::read_dir(project().join("dist")).expect("dist/; run `make build`").flatten() {
        if file.path().is_file() {
            fs::copy(file.path(), app.join(file.file_name())).unwrap();
        }
    }
    (root, app)
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn run(mut command: Command, port: u16, base: &'static str, root: &Path, app: PathBuf) -> Running {
    let log = root.join("stderr");
    if let Some(libraries) = unpacked_libraries() {
        command.env("LD_LIBRARY_PATH", libraries);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(fs::File::create(&log).unwrap());
    let arguments = format!("{command:?}");
    let mut running =
        Running { server: command.spawn().expect(&arguments), port, base, app, root: root.to_owned() };
    let begun = Instant::now();
    let said = || format!("{arguments}: {}", fs::read_to_string(&log).unwrap_or_default());
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(running.server.try_wait().unwrap().is_none(), "ended: {}", said());
        assert!(begun.elapsed() < Duration::from_secs(20), "does not answer: {}", said());
        sleep(Duration::from_millis(50));
    }
    running
}

/// Returns the folder of the libraries that were unpacked with the servers, `usr/lib/<platform>`.
fn unpacked_libraries() -> Option<PathBuf> {
    let folders = fs::read_dir(project().join(".tools/servers/usr/lib")).ok()?.flatten();
    folders.map(|folder| folder.path()).find(|folder| folder.join("libapr-1.so.0").exists())
}

fn nginx(base: &'static str, edit: fn(&str) -> String) -> Option<Running> {
    let program = program("nginx")?;
    let (root, app) = workspace("nginx", base);
    let port = free_port();
    let mut ours = edit(&configuration("nginx.conf"));
    if base.is_empty() {
        ours = ours.replace("location = /explorer { return 301 /explorer/; }\n", "");
    }
    let ours = ours.replace("/srv/cisconf-explorer", &app.display().to_string()).replace("/explorer", base);
    let module = library(&program, "/usr/lib/nginx/modules").join("ngx_http_brotli_static_module.so");
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};\n", root.display()))
        .concat();
    let whole = format!(
        "load_module {};\ndaemon off;\nmaster_process off;\npid {root}/pid;\nerror_log stderr;\nevents {{}}\n\
         http {{\naccess_log off;\n{temporary}server {{\nlisten 127.0.0.1:{port};\n{ours}\n}}\n}}\n",
        module.display(),
        root = root.display(),
    );
    let file = root.join("nginx.conf");
    fs::write(&file, whole).unwrap();
    let mut command = Command::new(program);
    command.arg("-c").arg(&file).arg("-p").arg(&root);
    Some(run(command, port, base, &root, app))
}

fn caddy(base: &'static str, edit: fn(&str) -> String) -> Option<Running> {
    let program = program("caddy")?;
    let (root, app) = workspace("caddy", base);
    let port = free_port();
    let mut ours = edit(&configuration("Caddyfile"));
    if base.is_empty() {
        ours = ours.replace("\tredir /explorer /explorer/ permanent\n", "");
        ours = ours.replace("handle_path /explorer/* {", "handle {");
    }
    let ours = ours.replace("explorer.example.org", &format!("http://127.0.0.1:{port}"));
    let ours = ours.replace("/srv/cisconf-explorer", &app.display().to_string()).replace("/explorer", base);
    let file = root.join("Caddyfile");
    fs::write(
        &file,
        format!("{{\n\tadmin off\n\tauto_https off\n\tlog default {{\n\t\tlevel ERROR\n\t}}\n}}\n{ours}"),
    )
    .unwrap();
    let mut command = Command::new(program);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
    command.env("XDG_DATA_HOME", &root).env("XDG_CONFIG_HOME", &root);
    Some(run(command, port, base, &root, app))
}

fn apache(base: &'static str, edit: fn(&str) -> String) -> Option<Running> {
    let program = program("apache2")?;
    let (root, app) = workspace("apache", base);
    let port = free_port();
    fs::write(app.join(".htaccess"), edit(&configuration("apache.htaccess"))).unwrap();
    let modules = library(&program, "/usr/lib/apache2/modules");
    let load = ["mpm_event", "authz_core", "dir", "headers", "mime", "rewrite"]
        .map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display()))
        .concat();
    let types = root.join("mime.types");
    fs::write(&types, "text/html html\ntext/css css\nimage/png png\napplication/gzip gz\n").unwrap();
    let whole = format!(
        "ServerRoot {root}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {root}/pid\nErrorLog {root}/log\n\
         {load}TypesConfig {types}\nUser nobody\nGroup nogroup\nDefaultRuntimeDir {root}\nMutex posixsem\n\
         DocumentRoot {root}/served\n<Directory {root}/served>\nAllowOverride FileInfo\nOptions FollowSymLinks\n\
         Require all granted\n</Directory>\n",
        root = root.display(),
        types = types.display(),
    );
    let file = root.join("apache.conf");
    fs::write(&file, whole).unwrap();
    let mut command = Command::new(program);
    command.arg("-X").arg("-f").arg(&file);
    Some(run(command, port, base, &root, app))
}

/// An answer of a server.
struct Answer {
    status: u16,
    /// Names in lower case.
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(header, _)| header == name);
        let value = found.next().map_or("", |(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} twice: {:?}", self.headers);
        value
    }
}

impl Running {
    /// Requests a file of the app, with further headers as lines.
    fn get(&self, file: &str, headers: &str) -> Answer {
        get(self.port, &format!("{}/{file}", self.base), headers)
    }
}

fn get(port: u16, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}Connection: close\r\n\r\n")
        .unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").expect(path);
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    let mut answer = Answer { status, headers, body: all[end + 4..].to_vec() };
    if answer.header("transfer-encoding") == "chunked" {
        answer.body = joined(&answer.body);
    }
    answer
}

/// Joins the chunks of a body, each after a line with its length.
fn joined(mut chunked: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = chunked.windows(2).position(|two| two == b"\r\n") {
        let length = usize::from_str_radix(&String::from_utf8_lossy(&chunked[..end]), 16).unwrap();
        let from = end + 2;
        body.extend_from_slice(&chunked[from..from + length]);
        chunked = &chunked[from + length + 2..];
    }
    body
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("bin") => "application/octet-stream",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        _ => panic!("{name}: a kind of file that the configurations do not know"),
    }
}

fn is_copy(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

/// Files of the app whose names have no hash.
const UNHASHED: [&str; 6] =
    ["index.html", "cisconf-explorer.html", "sw.js", "manifest.webmanifest", "icon-192.png", "icon-512.png"];

#[track_caller]
fn has_security_headers(what: &str, answer: &Answer) {
    for (name, value) in [
        ("content-security-policy", "frame-ancestors 'self'"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
    assert!(answer.header("permissions-policy").starts_with("camera=(), geolocation=()"), "{what}");
}

/// Holds an answer against the file: bytes, type, encoding, caching, security.
fn check_file(server: &Running, name: &str, accepted: &str) {
    let answer = server.get(name, &format!("Accept-Encoding: {accepted}\r\n"));
    let what = format!("{name} for {accepted}");
    assert_eq!(answer.status, 200, "{what}");
    let kind = answer.header("content-type").to_owned();
    assert_eq!(kind.split(';').next().unwrap(), media_type(name), "{what}");
    if name.ends_with("html") {
        assert!(kind.to_lowercase().ends_with("charset=utf-8"), "{what}: {kind}");
    }
    let copy = |ending: &str| server.app.join(format!("{name}.{ending}")).is_file();
    let encoded = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .find(|(encoding, ending)| accepted.contains(encoding) && copy(ending));
    let sent = encoded.map_or(name.to_owned(), |(_, ending)| format!("{name}.{ending}"));
    assert_eq!(answer.header("content-encoding"), encoded.map_or("", |(encoding, _)| encoding), "{what}");
    assert!(answer.body == fs::read(server.app.join(sent)).unwrap(), "{what}: other bytes");
    if copy("br") {
        assert!(
            answer.header("vary").eq_ignore_ascii_case("accept-encoding"),
            "{what}: {}",
            answer.header("vary")
        );
    }
    let caching = if UNHASHED.contains(&name) { "no-cache" } else { "public, max-age=31536000, immutable" };
    assert_eq!(answer.header("cache-control"), caching, "{what}");
    has_security_headers(&what, &answer);
}

/// Checks every file of the app, and what is no file.
fn check(server: &Running) {
    let files = fs::read_dir(&server.app).unwrap().flatten();
    let mut names: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !is_copy(name) && name != ".htaccess" && name != "SHA256SUMS");
    assert!(
        names.iter().any(|name| name.ends_with(".wasm"))
            && UNHASHED.iter().all(|name| names.contains(&(*name).to_owned()))
    );
    for name in &names {
        for accepted in ["gzip, deflate, br", "gzip", "identity"] {
            check_file(server, name, accepted);
        }
    }
    check_folder(server);
    let tag = server.get("index.html", "").header("etag").to_owned();
    let again = server.get("index.html", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.len()), (304, 0));
    let missing = server.get("part-1-0123456789abcdef.wasm", "");
    assert_eq!(missing.status, 404);
    assert!(!missing.header("cache-control").contains("immutable"), "a missing file is asked for again");
    has_security_headers("a missing file", &missing);
}

/// Checks the address of the folder, and that nothing is served beside it.
fn check_folder(server: &Running) {
    let page = server.get("", "Accept-Encoding: br\r\n");
    assert_eq!((page.status, page.header("content-encoding")), (200, "br"));
    assert_eq!(page.header("cache-control"), "no-cache");
    assert!(page.body == fs::read(server.app.join("index.html.br")).unwrap());
    has_security_headers("the folder", &page);
    if !server.base.is_empty() {
        let folder = get(server.port, server.base, "");
        let target = folder.header("location");
        assert!(folder.status == 301 && target.ends_with(&format!("{}/", server.base)), "{target}");
        let outside = get(server.port, "/index.html", "");
        assert!(
            outside.body != fs::read(server.app.join("index.html")).unwrap(),
            "served outside its folder"
        );
    }
}

type Start = fn(&'static str, fn(&str) -> String) -> Option<Running>;

fn serves_every_file(start: Start) {
    for base in ["", FOLDER] {
        let Some(server) = start(base, str::to_owned) else { return };
        check(&server);
    }
}

/// Removes the sign of comment of the line that names the site, which replaces the line after it.
fn with_friend(text: &str) -> String {
    let mut lines: Vec<_> = text.lines().map(ToOwned::to_owned).collect();
    let at = lines.iter().position(|line| line.contains(FRIEND)).unwrap();
    lines[at] = lines[at].replacen('#', "", 1);
    lines.remove(at + 1);
    lines.join("\n") + "\n"
}

fn lets_a_site_show_the_app(start: Start) {
    let Some(server) = start("", with_friend) else { return };
    let policy = server.get("index.html", "");
    assert_eq!(policy.header("content-security-policy"), format!("frame-ancestors 'self' {FRIEND}"));
}

#[test]
fn nginx_serves_every_file() {
    serves_every_file(nginx);
}

#[test]
fn caddy_serves_every_file() {
    serves_every_file(caddy);
}

#[test]
fn apache_serves_every_file() {
    serves_every_file(apache);
}

#[test]
fn one_line_lets_a_site_show_the_app() {
    [nginx as Start, caddy, apache].into_iter().for_each(lets_a_site_show_the_app);
}

#[test]
fn workflows_build_by_the_projects_command() {
    for (name, published) in [("github-pages.yml", "path: dist"), ("gitlab-pages.yml", "mv dist public")] {
        let text = configuration(name);
        assert!(text.contains("make build") && text.contains(published), "{name}");
    }
}
