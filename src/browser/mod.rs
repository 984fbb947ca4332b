//! Every call of the browser: the only place that imports web-sys, js-sys and gloo.

pub mod clipboard;
pub mod copy;
pub mod download;
mod draft;
pub mod files;
pub mod focus;
pub mod grid;
pub mod hands;
pub mod location;
pub mod menus;
pub mod page;
pub mod piece;
pub mod place;
pub mod rebuild;
pub mod slices;
pub mod storage;
