//! A type-erased effect: Leptos compiles an effect once per closure, this one only once.

use leptos::prelude::Effect;

/// Runs `work` now and again when a signal that it reads changes.
pub fn effect(work: impl FnMut() + 'static) {
    erased(Box::new(work));
}

fn erased(work: Box<dyn FnMut()>) {
    Effect::new(work);
}
