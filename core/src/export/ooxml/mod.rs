//! Packages of Office Open XML (ECMA-376): XML parts in a zip file.

mod escape;
mod package;
mod zip;

pub(super) use escape::{cut, escape, escaped, is_sign};
pub(super) use package::{Package, RELATION, XML};
pub(super) use zip::zip;
