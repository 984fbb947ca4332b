//! Closes menus, which are `<details class="menu">` and so natively accessible.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, Node};

/// Closes open menus on a press or focus outside them.
///
/// A press on a label or an edge within a menu focuses what surrounds the menu; that closes none.
pub fn listen() {
    let node = |event: &Event| event.target().and_then(|t| t.dyn_into::<Node>().ok());
    let pressed: Rc<RefCell<Option<Node>>> = Rc::default();
    let press = pressed.clone();
    EventListener::new(&document(), "pointerdown", move |event| {
        let target = node(event);
        close(|menu| !menu.contains(target.as_ref()));
        *press.borrow_mut() = target;
    })
    .forget();
    for end in ["pointerup", "pointercancel"] {
        let release = pressed.clone();
        EventListener::new(&document(), end, move |_| *release.borrow_mut() = None).forget();
    }
    EventListener::new(&document(), "focusin", move |event| {
        let (target, pressed) = (node(event), pressed.borrow().clone());
        let has = |menu: &Element, node: &Option<Node>| node.is_some() && menu.contains(node.as_ref());
        close(|menu| !has(menu, &target) && !has(menu, &pressed));
    })
    .forget();
}

/// Closes every menu; returns whether any was open.
///
/// A focus inside a menu moves to the menu's button.
pub fn close_all() -> bool {
    close(|_| true)
}

fn close(which: impl Fn(&Element) -> bool) -> bool {
    let Ok(open) = document().query_selector_all("details.menu[open]") else { return false };
    let mut closed = false;
    for menu in (0..open.length()).filter_map(|i| open.item(i)?.dyn_into::<HtmlDetailsElement>().ok()) {
        if !which(&menu) {
            continue;
        }
        let inside = document().active_element().is_some_and(|active| menu.contains(Some(&active)));
        menu.set_open(false);
        closed = true;
        if let (true, Ok(Some(button))) = (inside, menu.query_selector("summary")) {
            let _ = button.dyn_into::<HtmlElement>().map(|b| b.focus());
        }
    }
    closed
}
