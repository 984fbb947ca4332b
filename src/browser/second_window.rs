//! A second window, written by this page, so that it also works where the page is a local file.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{Owner, document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Window};

use super::dom;
use super::fragment::{RenderFragment, html};
use super::presenting_keys;

thread_local! {
    static OPENED: RefCell<Option<(Window, Owner)>> = const { RefCell::new(None) };
}

/// Opens the window and renders into it, unless it is open.
///
/// `heard` gets the keys of the window. Returns `false` if the browser refuses a second window.
pub fn open(
    title: &str,
    class: &str,
    write: impl FnOnce() -> RenderFragment,
    heard: impl Fn(&str) -> bool + 'static,
) -> bool {
    let features = "popup,width=720,height=560";
    // A window of this name that is open already comes back as it is.
    let made = window().open_with_url_and_target_and_features("", "cisconf-notes", features).ok().flatten();
    let Some((made, page)) = made.and_then(|made| made.document().map(|page| (made, page))) else {
        return false;
    };
    let is_written = page.query_selector(&format!("main.{class}")).ok().flatten().is_some();
    if is_written && OPENED.with_borrow(Option::is_some) {
        return true;
    }
    let Some(root) = prepare(&page, class) else { return false };
    page.set_title(title);
    presenting_keys::listen_on(&made, heard);
    let owner = Owner::new();
    owner.with(|| html(root, write()));
    OPENED.set(Some((made, owner)));
    true
}

/// Closes the window.
pub fn close() {
    if let Some((opened, _)) = OPENED.take() {
        let _ = opened.close();
    }
}

/// Copies the page's styles into the window; returns the element to be filled.
///
/// As sheets made of their rules: the window could not load their files without a network, and the
/// policy forbids style elements.
fn prepare(to: &Document, class: &str) -> Option<Element> {
    let from = document();
    let part = |name: &str| to.query_selector(name).ok().flatten();
    let (head, body) = (part("head")?, part("body")?);
    head.set_inner_html("");
    body.set_inner_html("");
    if adopt_styles(&from, to).is_none() {
        let styles = from.query_selector_all("head link[rel='stylesheet'], head style").ok()?;
        for style in (0..styles.length()).filter_map(|at| styles.item(at)) {
            let _ = head.append_child(&style.clone_node_with_deep(true).ok()?);
        }
    }
    for name in ["lang", "data-look"] {
        let value = from.document_element()?.get_attribute(name).unwrap_or_default();
        let _ = to.document_element()?.set_attribute(name, &value);
    }
    let root = to.create_element("main").ok()?;
    root.set_class_name(class);
    let _ = body.append_child(&root);
    Some(root)
}

/// Gives a document the rules of another; `None` if the browser cannot.
fn adopt_styles(from: &Document, to: &Document) -> Option<()> {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let make = get(&get(to, "defaultView")?, "CSSStyleSheet")?.dyn_into::<Function>().ok()?;
    let list = |object: &JsValue| Array::from(object);
    let adopted = Array::new();
    for sheet in list(&get(from, "styleSheets")?) {
        let rules = list(&get(&sheet, "cssRules")?);
        let text = |rule: JsValue| get(&rule, "cssText")?.as_string();
        let text = rules.iter().map(text).collect::<Option<Vec<_>>>()?.join("\n");
        let copy = Reflect::construct(&make, &Array::new()).ok()?;
        dom::call(&copy, "replaceSync", &[text.into()])?;
        adopted.push(&copy);
    }
    Reflect::set(to, &"adoptedStyleSheets".into(), &adopted).ok().map(drop)
}
