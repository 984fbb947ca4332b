//! Pieces of HTML in the page.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlOptionElement, Node};

use super::rebuild;
use crate::html::{Dom, Fragment, morph};
use crate::reactive::effect;

/// What writes a piece.
pub type RenderFragment = Rc<dyn Fn(&mut Fragment)>;

/// What writes a piece: `use:html=fragment(…)` draws it in an element, and again when anything changes that it reads.
pub fn fragment(write: impl Fn(&mut Fragment) + 'static) -> RenderFragment {
    Rc::new(write)
}

/// Draws a piece in an element; what stays the same in it stays.
pub fn html(element: Element, write: RenderFragment) {
    let place = Place(element.into());
    let mut before: Option<Fragment> = None;
    effect(move || {
        let now = Fragment::piece(|h| write(h));
        match &before {
            None => place.fill(now.as_str()),
            // Nodes that something else has changed are not patched: the whole page is rebuilt.
            Some(before) if rebuild::has_foreign_changes() => {
                if before.as_str() != now.as_str() {
                    rebuild::changed();
                }
            }
            Some(before) => {
                if morph(&place, before, &now) {
                    super::roving_tabindex::ensure_single_tab_stop(place.element());
                }
            }
        }
        select_marked_option(place.element());
        before = Some(now);
    });
}

/// A menu of choices takes the one that is marked: once somebody has chosen, the mark alone does nothing.
fn select_marked_option(menu: &Element) {
    if menu.tag_name() != "SELECT" {
        return;
    }
    if let Ok(Some(option)) = menu.query_selector("[selected]") {
        option.unchecked_ref::<HtmlOptionElement>().set_selected(true);
    }
}

/// A node.
#[derive(Clone)]
struct Place(Node);

impl Place {
    fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }
}

impl Dom for Place {
    fn child(&self, at: usize) -> Option<Self> {
        match at {
            0 => self.0.first_child().map(Self),
            _ => self.0.child_nodes().item(u32::try_from(at).ok()?).map(Self),
        }
    }
    fn next(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }
    fn fill(&self, html: &str) {
        self.element().set_inner_html(html);
    }
    fn add(&self, before: Option<&Self>, html: &str) {
        // Neither place is refused: an element has an inside, and one that stands in another has a place before it.
        let _ = match before {
            Some(before) => before.element().insert_adjacent_html("beforebegin", html),
            None => self.element().insert_adjacent_html("beforeend", html),
        };
    }
    fn put(&self, child: &Self, before: Option<&Self>) {
        let _ = self.0.insert_before(&child.0, before.map(|before| &before.0));
    }
    fn remove(&self) {
        self.element().remove();
    }
    fn set(&self, name: &str, value: Option<&str>) {
        let element = self.element();
        // A tip that was made of the name says what is no longer so.
        let is_name = |tip: String| Some(tip) == element.get_attribute(name);
        if name == "aria-label" && element.get_attribute("title").is_some_and(is_name) {
            let _ = element.remove_attribute("title");
        }
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
    fn set_text(&self, text: &str) {
        self.0.set_node_value(Some(text));
    }
}
