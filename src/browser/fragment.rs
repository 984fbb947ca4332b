//! Renders HTML fragments into the page.

use std::cell::OnceCell;
use std::rc::Rc;

use html_morph::{Dom, Fragment, TextDecorator, morph};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlOptionElement, Node};

use super::rebuild;
use crate::reactive::effect;

/// Writes a fragment.
pub type RenderFragment = Rc<dyn Fn(&mut Fragment)>;

/// Returns the decorator for the texts of a fragment.
///
/// Runs in the effect that renders the fragment, which subscribes to the signals it reads.
type Decorate = Box<dyn Fn() -> Option<Rc<dyn TextDecorator>>>;

thread_local! {
    static DECORATE: OnceCell<Decorate> = const { OnceCell::new() };
}

/// Sets the decorator for all fragments rendered from now on. Called once per fragment.
pub fn decorate_texts(decorate: impl Fn() -> Option<Rc<dyn TextDecorator>> + 'static) {
    // Fails only if it is set already, and the app starts once.
    let _ = DECORATE.with(|cell| cell.set(Box::new(decorate)));
}

fn decorator() -> Option<Rc<dyn TextDecorator>> {
    DECORATE.with(|cell| cell.get().and_then(|decorate| decorate()))
}

/// Creates the argument of the directive [`html`]: `<ul use:html=fragment(move |h| …)>`.
pub fn fragment(write: impl Fn(&mut Fragment) + 'static) -> RenderFragment {
    Rc::new(write)
}

/// Renders a fragment to a string, for `inner_html`.
pub fn to_html(write: impl FnOnce(&mut Fragment)) -> String {
    Fragment::to_string(decorator(), write)
}

/// Renders a fragment into an element and morphs it when a signal read by `write` changes.
pub fn html(element: Element, write: RenderFragment) {
    let node = DomNode(element.into());
    let mut before: Option<Fragment> = None;
    effect(move || {
        let now = Fragment::render(decorator(), |h| write(h));
        match &before {
            None => node.set_inner_html(now.as_str()),
            // Nodes with foreign changes cannot be morphed: the whole page is rebuilt.
            Some(before) if rebuild::has_foreign_changes() => {
                if before.as_str() != now.as_str() {
                    rebuild::changed();
                }
            }
            Some(before) => {
                if morph(&node, before, &now) {
                    super::roving_tabindex::ensure_single_tab_stop(node.element());
                }
            }
        }
        select_marked_option(node.element());
        before = Some(now);
    });
}

/// Selects the option with the attribute `selected`.
///
/// After a choice by the user the `select` is dirty and ignores changes of the attribute.
fn select_marked_option(menu: &Element) {
    if menu.tag_name() != "SELECT" {
        return;
    }
    if let Ok(Some(option)) = menu.query_selector("[selected]") {
        option.unchecked_ref::<HtmlOptionElement>().set_selected(true);
    }
}

/// A node of the page.
#[derive(Clone)]
struct DomNode(Node);

impl DomNode {
    fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }
}

impl Dom for DomNode {
    fn child(&self, at: usize) -> Option<Self> {
        match at {
            0 => self.0.first_child().map(Self),
            _ => self.0.child_nodes().item(u32::try_from(at).ok()?).map(Self),
        }
    }
    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }
    fn set_inner_html(&self, html: &str) {
        self.element().set_inner_html(html);
    }
    fn insert_html_before(&self, before: Option<&Self>, html: &str) {
        // Cannot fail: `beforeend` is always valid, and `before` has a parent.
        let _ = match before {
            Some(before) => before.element().insert_adjacent_html("beforebegin", html),
            None => self.element().insert_adjacent_html("beforeend", html),
        };
    }
    fn insert_before(&self, child: &Self, before: Option<&Self>) {
        let _ = self.0.insert_before(&child.0, before.map(|before| &before.0));
    }
    fn remove(&self) {
        self.element().remove();
    }
    fn set_attribute(&self, name: &str, value: Option<&str>) {
        let element = self.element();
        // A tooltip copied from the accessible name is outdated (see `roving_tabindex::on_hover`).
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
