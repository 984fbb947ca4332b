//! A type-erased memo: Leptos compiles some kilobytes of code per type of memo.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value of any type, with its comparison.
#[derive(Clone)]
struct ErasedValue {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for ErasedValue {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) || (self.same)(&*self.value, &*other.value)
    }
}

impl ErasedValue {
    fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        let same = |a: &dyn Any, b: &dyn Any| match (a.downcast_ref::<T>(), b.downcast_ref::<T>()) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        };
        Self { value: Arc::new(value), same }
    }
}

/// A `Copy` handle to a type-erased memo. Recomputes when a dependency changes and notifies
/// subscribers only if the new value differs.
pub struct SharedMemo<T> {
    memo: Memo<ErasedValue>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for SharedMemo<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for SharedMemo<T> {}

impl<T: PartialEq + Send + Sync + 'static> SharedMemo<T> {
    /// Creates a memo of the results of `make`.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { memo: memo(Box::new(move |_| ErasedValue::new(make()))), of: PhantomData }
    }

    /// Creates a memo that keeps its value while `is_paused` returns true.
    pub fn paused_while(
        is_paused: impl Fn() -> bool + Send + Sync + 'static,
        make: impl Fn() -> T + Send + Sync + 'static,
    ) -> Self {
        let next = move |before: Option<&ErasedValue>| match before {
            Some(before) if is_paused() => before.clone(),
            _ => ErasedValue::new(make()),
        };
        Self { memo: memo(Box::new(next)), of: PhantomData }
    }

    /// Returns the current value and subscribes the caller.
    pub fn read(self) -> Arc<T> {
        downcast(self.memo.get())
    }

    /// Returns a copy of the current value and subscribes the caller.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        (*self.read()).clone()
    }

    /// Returns the current value without subscribing the caller.
    pub fn read_untracked(self) -> Arc<T> {
        downcast(self.memo.get_untracked())
    }
}

/// Creates the memo. Not generic, so that it is compiled once.
fn memo(next: Next) -> Memo<ErasedValue> {
    Memo::new(next)
}

/// Computes the next value from the previous one.
type Next = Box<dyn Fn(Option<&ErasedValue>) -> ErasedValue + Send + Sync>;

fn downcast<T: Send + Sync + 'static>(erased: ErasedValue) -> Arc<T> {
    erased.value.downcast().unwrap_or_else(|_| unreachable!("a SharedMemo<T> holds nothing but a T"))
}
