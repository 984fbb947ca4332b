//! Tests of the file server: content types, sub-folders, forbidden paths.
#![allow(clippy::unwrap_used, reason = "a failed test may stop")]

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::time::Duration;

use cisconf_e2e::server::{Options, Server};

/// Creates a folder with a page and a program, next to a file that must not be served.
fn folder(name: &str) -> PathBuf {
    let parent = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let served = parent.join("served");
    fs::create_dir_all(&served).unwrap();
    fs::write(parent.join("secret.txt"), "secret").unwrap();
    fs::write(served.join("index.html"), "<h1>page</h1>").unwrap();
    fs::write(served.join("app.wasm"), "\0asm").unwrap();
    served
}

fn start(name: &str, change: impl FnOnce(&mut Options)) -> Server {
    let mut options = Options { folder: folder(name), ..Options::default() };
    change(&mut options);
    Server::start(&options).unwrap()
}

/// Returns the whole response in lower case. The path is sent unchanged, unlike in a browser.
fn get(server: &Server, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.to_lowercase()
}

#[test]
fn serves_pages_and_programs_by_their_types() {
    let server = start("types", |_| ());
    let page = get(&server, "/");
    assert!(page.starts_with("http/1.1 200") && page.contains("content-type: text/html"), "{page}");
    assert!(page.ends_with("<h1>page</h1>"), "{page}");
    let program = get(&server, "/app.wasm");
    assert!(program.contains("content-type: application/wasm"), "{program}");
    assert!(!program.contains("cross-origin"), "{program}");
}

#[test]
fn answers_404_for_what_is_not_there() {
    let server = start("missing", |_| ());
    let answer = get(&server, "/nothing.js");
    assert!(answer.starts_with("http/1.1 404") && answer.contains("no such file"), "{answer}");
}

#[test]
fn never_leaves_its_folder() {
    let server = start("traversal", |_| ());
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..\\secret.txt", "//etc/passwd"]
    {
        let answer = get(&server, path);
        assert!(answer.starts_with("http/1.1 4"), "{path}: {answer}");
    }
}

#[test]
fn serves_from_a_sub_folder_only() {
    let server = start("prefix", |options| options.prefix = "/any/sub/".into());
    assert!(server.url.ends_with("/any/sub/"), "{}", server.url);
    assert!(get(&server, "/any/sub/").starts_with("http/1.1 200"));
    assert!(get(&server, "/any/sub/app.wasm").starts_with("http/1.1 200"));
    assert!(get(&server, "/any/sub").contains("location: /any/sub/\r\n"));
    assert!(get(&server, "/app.wasm").starts_with("http/1.1 404"));
    assert!(get(&server, "/any/sub/nothing").starts_with("http/1.1 404"));
}

#[test]
fn isolates_on_request() {
    let server = start("isolated", |options| options.isolated = true);
    let page = get(&server, "/");
    assert!(page.contains("cross-origin-opener-policy: same-origin"), "{page}");
    assert!(page.contains("cross-origin-embedder-policy: require-corp"), "{page}");
}

#[test]
fn the_second_half_of_a_file_comes_late_on_request() {
    let after = |delay| start("late", |options| options.late = Some(("app.wasm".to_owned(), delay)));
    let server = after(Duration::ZERO);
    assert!(get(&server, "/app.wasm").ends_with("\0asm"));
    // The delay exceeds the test: other files arrive whole, of this one only the first half.
    let server = after(Duration::from_secs(600));
    assert!(get(&server, "/").ends_with("<h1>page</h1>"));
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    write!(stream, "GET /app.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let (mut answer, mut byte) = (Vec::new(), [0]);
    while !answer.ends_with(b"\0a") {
        stream.read_exact(&mut byte).unwrap();
        answer.push(byte[0]);
    }
    stream.set_nonblocking(true).unwrap();
    assert_eq!(stream.read(&mut byte).unwrap_err().kind(), ErrorKind::WouldBlock);
}

#[test]
fn takes_the_next_port_when_asked_and_frees_its_own_when_dropped() {
    let first = start("ports", |_| ());
    let taken = first.port;
    let second = start("ports", |options| {
        options.port = taken;
        options.or_next_port = true;
    });
    assert!(second.port > taken);
    let strict = Options { folder: folder("ports"), port: taken, ..Options::default() };
    assert!(Server::start(&strict).is_err());
    drop(first);
    assert_eq!(Server::start(&strict).unwrap().port, taken);
}
