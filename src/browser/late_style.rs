//! Style sheets of chunks: in the chunk, so that a first visit does not load them.

use std::sync::Once;

use leptos::prelude::document;
use web_sys::CssStyleSheet;

/// Adds a style sheet to the page, after those of the document; only the first call does.
///
/// The policy forbids `<style>`, not constructed style sheets. A browser without them shows the
/// view unstyled.
pub fn adopt(sheet: &str) {
    static ADOPTED: Once = Once::new();
    ADOPTED.call_once(|| {
        if let Ok(style) = CssStyleSheet::new()
            && style.replace_sync(sheet).is_ok()
        {
            document().adopted_style_sheets().push(&style);
        }
    });
}
