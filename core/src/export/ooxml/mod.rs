//! Packages of Office Open XML (ECMA-376): XML parts in a zip file.

mod escape;
mod package;
mod zip;

pub(super) use escape::{cut, escape, escaped, is_sign};
pub(super) use package::{Package, RELATION, XML};
pub(super) use zip::zip;

use crate::text::Lang;

/// Returns the tag of a language, by which a program checks spelling.
pub(super) fn language_tag(lang: Lang) -> &'static str {
    if lang == Lang::Ru { "ru-RU" } else { "en-GB" }
}
