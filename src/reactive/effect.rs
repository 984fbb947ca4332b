//! What is done when something changes.

use leptos::prelude::Effect;

/// Does some work now and whenever anything changes that it reads. One kind of effect for all: Leptos makes the code of an
/// effect again for every kind of work.
pub fn effect(work: impl FnMut() + 'static) {
    of_any(Box::new(work));
}

fn of_any(work: Box<dyn FnMut()>) {
    Effect::new(work);
}
