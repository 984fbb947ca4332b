//! Type-erased versions of generic Leptos primitives, compiled only once.

mod effect;
mod shared_memo;

pub use effect::effect;
pub use shared_memo::SharedMemo;
