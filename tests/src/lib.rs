//! Tools to test the app from outside.
//!
//! A static file server for `dist/`, used by `make serve` and by the tests in this crate; with the
//! feature `browser` also a real browser and a page object of the app.

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "browser")]
mod engine;
#[cfg(feature = "browser")]
pub mod page;
pub mod server;
