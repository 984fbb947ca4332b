//! The page as a whole: language, appearance, title, full screen, printing.

use std::time::Duration;

use leptos::leptos_dom::helpers::request_idle_callback_with_handle;
use leptos::prelude::{document, set_timeout, window};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

fn root() -> Option<Element> {
    document().document_element()
}

/// Takes the loading text away.
pub fn remove_splash() {
    if let Some(status) = document().get_element_by_id("boot-status") {
        status.remove();
    }
}

/// Says in place of the app what is wrong with its data.
pub fn say_broken(problems: &str) {
    let broken = document().create_element("pre").ok().zip(document().body());
    if let Some((broken, body)) = broken {
        broken.set_class_name("broken");
        broken.set_text_content(Some(problems));
        let _ = body.append_child(&broken);
    }
}

/// Does some work and leaves how long it took in the browser's own record (User Timing), where its tools and the benchmark
/// read it. Nothing leaves the page.
pub fn measure<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let record = window().performance();
    if let Some(record) = &record {
        let _ = record.mark(name);
    }
    let done = work();
    if let Some(record) = &record {
        let _ = record.measure_with_start_mark(name, name);
    }
    done
}

/// Tells the document's language, appearance and title.
pub fn describe(lang: &str, look: &str, title: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", lang);
        let _ = root.set_attribute("data-look", look);
    }
    document().set_title(title);
}

/// Fills the screen; browsers that refuse leave the page as it is.
pub fn enter_full_screen() {
    if let Some(root) = root() {
        ask(&root, "requestFullscreen");
    }
}

/// Leaves full screen.
pub fn leave_full_screen() {
    if document().fullscreen_element().is_some() {
        ask(&document(), "exitFullscreen");
    }
}

/// Calls a method that promises something, where it exists; a refusal is no error. web-sys drops these promises.
fn ask(object: &JsValue, method: &str) {
    let method =
        js_sys::Reflect::get(object, &method.into()).ok().and_then(|m| m.dyn_into::<js_sys::Function>().ok());
    let answer = method.and_then(|method| method.call0(object).ok());
    if let Some(promise) = answer.and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
        spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(promise).await) });
    }
}

/// One step back in the browser's history.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Does something when the browser has nothing else to do; a browser that cannot tell does it soon.
pub fn when_idle(work: impl Fn() + Copy + 'static) {
    if request_idle_callback_with_handle(work).is_err() {
        set_timeout(work, Duration::from_secs(1));
    }
}

/// The page's address before `#`, if others can follow it: a file's address tells where somebody keeps it.
pub fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    let address = href.split('#').next().unwrap_or_default();
    if address.starts_with("http") { address.to_owned() } else { String::new() }
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}

/// The name of what was pressed: of this attribute, the nearest around the event's target.
pub fn pressed(event: &web_sys::MouseEvent, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let pressed = target.closest(&format!("[{attribute}]")).ok()??;
    super::place::press(&pressed);
    pressed.get_attribute(attribute)
}

/// The evidence of the drawn mark on which Enter or Space was pressed: it is no button by itself.
pub fn entered(event: &web_sys::KeyboardEvent) -> Option<String> {
    let mark = event.target()?.dyn_into::<Element>().ok()?;
    let pressed = matches!(event.key().as_str(), "Enter" | " ");
    let name = mark.get_attribute("data-open").filter(|_| pressed && mark.tag_name() == "g")?;
    super::place::press(&mark);
    event.prevent_default();
    Some(name)
}

/// Back to the top of the page, with nothing selected: a place in a view that was left would have it laid out with every
/// frame.
pub fn reset_scroll_and_selection() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}
