//! The app from outside: a static file server for `dist/`, used by `make serve` and by the tests in this crate; with the
//! feature `browser` also a real browser and the app's page in the user's words.

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "browser")]
mod engine;
#[cfg(feature = "browser")]
pub mod page;
pub mod server;
