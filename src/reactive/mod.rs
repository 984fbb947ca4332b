//! What Leptos offers for any type, in a form that is compiled once.

mod effect;
mod shared_memo;

pub use effect::effect;
pub use shared_memo::SharedMemo;
