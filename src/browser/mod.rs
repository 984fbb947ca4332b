//! Browser APIs: the only module that imports web-sys, js-sys and gloo.

pub mod clipboard;
mod copied;
pub mod copy;
pub mod copy_guard;
pub mod delegated_events;
pub mod document;
mod dom;
pub mod download;
mod draft;
pub mod files;
pub mod focus;
pub mod fragment;
pub mod fullscreen;
pub mod header_room;
pub mod history_position;
pub mod location;
pub mod media;
pub mod menus;
pub mod rebuild;
pub mod roving_tabindex;
pub mod scroll_anchor;
pub mod sentence;
pub mod slot;
pub mod storage;
pub mod text_size;
pub mod time_slices;
