//! Cuts the sentence under the heading to whole clauses, and the legend to whole entries.
//!
//! A clause that is cut stays in the page for screen readers; "more" shows it.

use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element};

use super::dom::{all, first_visible};
use super::{slot, text_size};

/// Cuts the sentence again when the window or the text changes its size. For the life of the page.
pub fn listen() {
    text_size::on_change(fit);
}

/// Places the filter bar and fits the texts of the active view, in the next animation frame.
pub fn fit_next_frame() {
    request_animation_frame(|| {
        slot::place_filter_bar();
        fit();
    });
}

fn fit() {
    fit_sentence();
    if let Some(legend) = first_visible("[data-legend]") {
        let list = legend.first_element_child();
        // One line; the rest wraps into lines that are hidden.
        let is_cut = list.is_some_and(|list| list.scroll_height() > list.client_height() + 4);
        set(&legend, "crowded", is_cut);
    }
}

fn fit_sentence() {
    let Some(say) = first_visible("[data-say]") else { return };
    let clauses = all(&say, ".clause");
    let Some((last, more)) = clauses.last().zip(all(&say, ".more").pop()) else { return };
    clauses.iter().for_each(|clause| {
        set(clause, "cut", false);
        set(clause, "last", false);
    });
    set(&say, "whole", false);
    set(&say, "stump", false);
    set(&say, "tall", false);
    let limit = say.get_bounding_client_rect();
    let is_inside = |rect: &DomRect| rect.bottom() <= limit.bottom() + 1.0;
    let ends: Vec<Option<DomRect>> = clauses.iter().map(end).collect();
    let has_more = say.has_attribute("data-more");
    if !has_more && end(last).is_none_or(|end| is_inside(&end)) {
        return set(&say, "whole", true);
    }
    let button = more.get_bounding_client_rect();
    let wider = extra_blank(&say);
    // The button follows the last clause, in its line or in the next.
    let fits = |end: &DomRect| {
        is_inside(end)
            && (end.right() + wider + button.width() <= limit.right()
                || end.bottom() + end.height() <= limit.bottom() + 1.0)
    };
    let fits = |at: &usize| ends[*at].as_ref().is_some_and(fits);
    let (whole, all) = (|at: &usize| !is_opening(&clauses[*at]), || (0..clauses.len()).rev());
    let last = all().filter(whole).find(fits).or_else(|| all().find(fits));
    set(&say, "stump", !last.as_ref().is_some_and(whole));
    // A first clause that has no room with its button, on a narrow page or in large type, takes it.
    set(&say, "tall", last.is_none());
    let kept = last.map_or(1, |at| at + 1);
    clauses[kept..].iter().for_each(|clause| set(clause, "cut", true));
    if kept < clauses.len() {
        set(&clauses[kept - 1], "last", true);
    }
}

/// Whether a clause ends in a colon: without what follows, it says something else.
fn is_opening(clause: &Element) -> bool {
    let stop = clause.query_selector(".stop").ok().flatten().and_then(|stop| stop.text_content());
    stop.is_some_and(|stop| stop.starts_with(':'))
}

/// Returns by how many pixels a blank is wider because the reader has set wide words or letters.
fn extra_blank(element: &Element) -> f64 {
    let Ok(Some(style)) = window().get_computed_style(element) else { return 0.0 };
    let spacing = ["word-spacing", "letter-spacing"].map(|name| style.get_property_value(name));
    let pixels = spacing.into_iter().flatten().map(|text| js_sys::parse_float(&text));
    // `normal` is no number.
    pixels.filter(|pixels| *pixels > 0.0).sum()
}

/// Returns the box of the last line of an element.
fn end(element: &Element) -> Option<DomRect> {
    let lines = element.get_client_rects();
    lines.item(lines.length().checked_sub(1)?)?.dyn_into().ok()
}

fn set(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}
