//! A static file server on the loopback address. It behaves like any plain host.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use futures_core::Stream;
use tokio::sync::oneshot;
use tokio::time::{Sleep, sleep};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

const NOT_FOUND: &str = "<!DOCTYPE html><meta charset=\"utf-8\"><title>404</title>\
    <h1>There is no such file here.</h1><h1 lang=\"ru\">Такого файла здесь нет.</h1>";

/// Number of ports that [`Options::or_next_port`] tries.
const PORTS_TRIED: u16 = 50;

/// Options of a [`Server`].
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folder to serve.
    pub folder: PathBuf,
    /// URL path of the folder, as `any/sub/folder`; empty for the root.
    pub prefix: String,
    /// Port; 0 takes any free one.
    pub port: u16,
    /// Whether to take the next free port if this one is taken.
    pub or_next_port: bool,
    /// Whether to send the two headers for cross-origin isolation.
    pub isolated: bool,
    /// Simulates a slow network: URL suffix of responses whose second half is delayed.
    pub late: Option<(String, Duration)>,
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    /// URL of the served folder, with a trailing slash.
    pub url: String,
    /// Port in use.
    pub port: u16,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts the server. It answers requests when this returns.
    ///
    /// # Errors
    /// If the folder does not exist or the port is not available.
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
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
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
    /// Closes the port and all connections.
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

/// Normalizes the prefix to `/any/sub/folder`, or empty for the root.
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
        // Without the trailing slash, relative links would lead out of the folder.
        let with_slash = format!("{base}/");
        Router::new()
            .route(base, get(|| async move { Redirect::temporary(&with_slash).into_response() }))
            .nest_service(&format!("{base}/"), files)
            .fallback(not_found)
    };
    // `no-cache`: a rebuilt app shows at the next reload. `nosniff`: files keep their type.
    let mut headers = vec![(header::CACHE_CONTROL, "no-cache"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    if options.isolated {
        headers.push((HeaderName::from_static("cross-origin-opener-policy"), "same-origin"));
        headers.push((HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"));
    }
    let router = headers.into_iter().fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)))
    });
    match options.late.clone() {
        Some((end, delay)) => {
            router.layer(from_fn(move |request, next| late(end.clone(), delay, request, next)))
        }
        None => router,
    }
}

/// Delays the second half of the response if the URL ends with `end`.
async fn late(end: String, delay: Duration, request: Request, next: Next) -> Response {
    let is_late = request.uri().path().ends_with(&end);
    let response = next.run(request).await;
    if !is_late {
        return response;
    }
    let (head, body) = response.into_parts();
    // A file that cannot be read is served as empty; the test that requested it fails.
    let mut first = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let rest = first.split_off(first.len() / 2);
    let halves = Halves { first: Some(first), wait: Box::pin(sleep(delay)), rest: Some(rest) };
    Response::from_parts(head, Body::from_stream(halves))
}

/// A response body whose second half is delayed.
struct Halves {
    first: Option<Bytes>,
    wait: Pin<Box<Sleep>>,
    rest: Option<Bytes>,
}

impl Stream for Halves {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        ready!(self.wait.as_mut().poll(context));
        Poll::Ready(self.rest.take().map(Ok))
    }
}
