//! The app from outside: a static file server for `dist/`, used by `make serve` and by the tests in this crate.

pub mod server;
