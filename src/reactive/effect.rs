//! An effect with an erased type. Leptos compiles an effect once for every closure; this one is
//! compiled once.

use leptos::prelude::Effect;

/// Runs `work` now and again whenever a signal that it reads changes.
pub fn effect(work: impl FnMut() + 'static) {
    erased(Box::new(work));
}

fn erased(work: Box<dyn FnMut()>) {
    Effect::new(work);
}
