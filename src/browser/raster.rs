//! Draws a picture (SVG) as points (PNG), to save or to copy it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

use super::dom::call;

/// MIME type of the picture of points.
pub const MIME: &str = "image/png";
/// Points for each unit of the picture.
const SCALE: f64 = 2.0;
/// Largest side that every browser draws.
const LARGEST: f64 = 16_000.0;
/// Most points that every browser draws.
const MOST: f64 = 16_000_000.0;

fn length(image: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(image, &name.into()).ok()?.as_f64()
}

/// Returns the URL that holds a picture itself, which the content security policy allows.
pub fn data_url(svg: &[u8]) -> String {
    let mut url = String::with_capacity(2 * svg.len());
    url.push_str("data:image/svg+xml,");
    for byte in svg {
        match *byte {
            byte if byte.is_ascii_alphanumeric() || b" .,:=/-".contains(&byte) => {
                url.push(char::from(byte));
            }
            byte => url.push_str(&format!("%{byte:02x}")),
        }
    }
    url
}

/// Draws the picture and calls `done` with the bytes; `None` if the browser cannot.
pub fn png(svg: &[u8], done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let Ok(image) = document().create_element("img") else { return done(None) };
    let (drawn, done) = (image.clone(), Rc::new(Cell::new(Some(done))));
    for event in ["load", "error"] {
        let (drawn, done) = (drawn.clone(), Rc::clone(&done));
        let finish = move |_: &_| done.take().into_iter().for_each(|done| done(points(&drawn)));
        EventListener::once(&image, event, finish).forget();
    }
    let _ = image.set_attribute("src", &data_url(svg));
}

/// Returns the points of a loaded picture.
fn points(image: &JsValue) -> Option<Vec<u8>> {
    let [width, height] = [length(image, "naturalWidth")?, length(image, "naturalHeight")?];
    let scale = SCALE.min(LARGEST / width.max(height)).min((MOST / (width * height)).sqrt());
    let canvas = document().create_element("canvas").ok()?;
    for (name, length) in [("width", width), ("height", height)] {
        canvas.set_attribute(name, &((length * scale) as u32).to_string()).ok()?;
    }
    let context = call(&canvas, "getContext", &["2d".into()])?;
    call(&context, "scale", &[scale.into(), scale.into()])?;
    call(&context, "drawImage", &[image.clone(), 0.into(), 0.into()])?;
    let address = call(&canvas, "toDataURL", &[MIME.into()])?.as_string()?;
    // A canvas that is too large gives an address without a picture.
    let data = address.strip_prefix("data:image/png;base64,")?;
    let bytes = call(&window(), "atob", &[data.into()])?.as_string()?;
    // Each character of the answer is a byte.
    bytes.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// Copies the picture as points and calls `done` with whether that succeeded.
pub fn copy(svg: &[u8], done: impl FnOnce(bool) + 'static) {
    png(svg, move |png| {
        let promise =
            png.and_then(|bytes| written(&bytes)).and_then(|p| p.dyn_into::<js_sys::Promise>().ok());
        let Some(promise) = promise else { return done(false) };
        let done: Box<dyn FnOnce(bool)> = Box::new(done);
        spawn_local(async move { done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()) });
    });
}

/// Writes the points to the clipboard; returns the promise of it.
fn written(bytes: &[u8]) -> Option<JsValue> {
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(MIME);
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
    let kinds = js_sys::Object::new();
    Reflect::set(&kinds, &MIME.into(), &blob).ok()?;
    let item = Reflect::get(&window(), &"ClipboardItem".into()).ok()?.dyn_into::<Function>().ok()?;
    let item = Reflect::construct(&item, &Array::of1(&kinds)).ok()?;
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    call(&clipboard, "write", &[Array::of1(&item).into()])
}
