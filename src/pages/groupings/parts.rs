//! Helpers of the tables and the cards of the groupings.

use cisconf_core::view::MeasureDatum;

use crate::components::evidence_button;
use html_morph::{AS_IT_IS, Fragment};

/// Writes a button with the name of its command.
pub fn button(h: &mut Fragment, act: &str, class: &'static str, words: &str) {
    h.text_el("button", &[("type", "button"), ("class", class), ("data-do", act)], words);
}

/// Writes the facts behind a measure, each as a button that opens its evidence.
pub fn items(h: &mut Fragment, all: &[MeasureDatum]) {
    if all.is_empty() {
        return;
    }
    h.el("ul", &[("class", "items"), AS_IT_IS], |h| {
        for item in all {
            h.el("li", &[], |h| {
                match &item.open {
                    Some(open) => {
                        evidence_button(h, open, &item.label, "evidence-button", |h| h.text(&item.text));
                    }
                    None => h.text(&item.text),
                }
                h.text(&item.after);
            });
        }
    });
}
