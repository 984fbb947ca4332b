//! A static file server on the loopback address. It does what any plain host does, in a thread of its own.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::thread::JoinHandle;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect};
use axum::routing::get;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

const NOT_FOUND: &str = "<!DOCTYPE html><meta charset=\"utf-8\"><title>404</title>\
    <h1>There is no such file here.</h1><h1 lang=\"ru\">Такого файла здесь нет.</h1>";

/// How many ports [`Options::or_next_port`] tries.
const PORTS_TRIED: u16 = 50;

/// What to serve, and where.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder to serve.
    pub folder: PathBuf,
    /// The sub-folder of the host to serve it from, as `any/sub/folder`; empty for the host's root.
    pub prefix: String,
    /// The port; 0 takes any free one.
    pub port: u16,
    /// Take the next free port where this one is taken.
    pub or_next_port: bool,
    /// Send the two headers that isolate a page from other origins.
    pub isolated: bool,
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    /// The address of the served folder, with a slash at its end.
    pub url: String,
    /// The port that it got.
    pub port: u16,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve. When this returns, requests are answered.
    ///
    /// # Errors
    /// If the folder does not exist or the port cannot be had.
    pub fn start(options: &Options) -> io::Result<Self> {
        if !options.folder.is_dir() {
            let text = format!("no such folder: {}", options.folder.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, text));
        }
        let listener = listen(options)?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let base = base(&options.prefix);
        let router = router(options, &base);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                    let serving = tokio::spawn(async { axum::serve(listener, router).await });
                    let _ = stopped.await;
                    serving.abort();
                }
            });
        });
        Ok(Self {
            url: format!("http://127.0.0.1:{port}{base}/"),
            port,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    /// Closes the port and every connection.
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn listen(options: &Options) -> io::Result<TcpListener> {
    let last = if options.or_next_port { options.port.saturating_add(PORTS_TRIED) } else { options.port };
    let mut outcome = Err(io::Error::from(io::ErrorKind::AddrInUse));
    for port in options.port..=last {
        outcome = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        if !matches!(&outcome, Err(error) if error.kind() == io::ErrorKind::AddrInUse) {
            break;
        }
    }
    outcome
}

/// `/any/sub/folder`, or nothing for the root.
fn base(prefix: &str) -> String {
    match prefix.trim_matches('/') {
        "" => String::new(),
        folders => format!("/{folders}"),
    }
}

fn router(options: &Options, base: &str) -> Router {
    let not_found = || async { (StatusCode::NOT_FOUND, Html(NOT_FOUND)) };
    let files = ServeDir::new(&options.folder).fallback(get(not_found));
    let router = if base.is_empty() {
        Router::new().fallback_service(files)
    } else {
        // Without the slash at its end, relative links would lead out of the folder.
        let with_slash = format!("{base}/");
        Router::new()
            .route(base, get(|| async move { Redirect::temporary(&with_slash).into_response() }))
            .nest_service(&format!("{base}/"), files)
            .fallback(not_found)
    };
    // A rebuilt app shows at the next reload, and no file is taken for another type than it is served as.
    let mut headers = vec![(header::CACHE_CONTROL, "no-cache"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    if options.isolated {
        headers.push((HeaderName::from_static("cross-origin-opener-policy"), "same-origin"));
        headers.push((HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"));
    }
    headers.into_iter().fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)))
    })
}
