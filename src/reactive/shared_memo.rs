//! What follows from the state, of any type, behind one kind of memo. Leptos makes the code of a memo again for every type
//! that it holds: some kilobytes each, of which two dozen were a tenth of the program.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value of some type, and how to tell whether it changed.
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

/// A memo of a `T`: made again when what it is made from changes, heard of only when it differs. Copy: a handle.
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
    /// A memo of what `make` makes.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { memo: memo(Box::new(move |_| ErasedValue::new(make()))), of: PhantomData }
    }

    /// A memo that stays as it was while `rests`.
    pub fn paused_while(
        rests: impl Fn() -> bool + Send + Sync + 'static,
        make: impl Fn() -> T + Send + Sync + 'static,
    ) -> Self {
        let next = move |before: Option<&ErasedValue>| match before {
            Some(before) if rests() => before.clone(),
            _ => ErasedValue::new(make()),
        };
        Self { memo: memo(Box::new(next)), of: PhantomData }
    }

    /// The value now; who reads it hears of changes.
    pub fn read(self) -> Arc<T> {
        shared(self.memo.get())
    }

    /// A copy of the value now; who reads it hears of changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        (*self.read()).clone()
    }

    /// The value now, without hearing of changes.
    pub fn read_untracked(self) -> Arc<T> {
        shared(self.memo.get_untracked())
    }
}

/// One memo for all types.
fn memo(next: Next) -> Memo<ErasedValue> {
    Memo::new(next)
}

/// The value after the one before.
type Next = Box<dyn Fn(Option<&ErasedValue>) -> ErasedValue + Send + Sync>;

fn shared<T: Send + Sync + 'static>(held: ErasedValue) -> Arc<T> {
    held.value.downcast().unwrap_or_else(|_| unreachable!("a Derived<T> holds nothing but a T"))
}
