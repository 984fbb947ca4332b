//! Rebuilds the app's nodes after foreign changes.
//!
//! Page translators and extensions wrap, split, insert, remove and move nodes. The app writes into
//! nodes that it created, so such a page would show outdated texts next to new ones. One observer
//! on the app's root tells foreign changes from the app's own: every task of the app runs inside
//! [`WatchedTask`], which discards the records of its own changes. All other records are foreign
//! and set a flag. The next change of state then rebuilds the page before the next frame. Without
//! foreign changes the cost is two calls per task.
//!
//! Of attributes, only those with texts and links are observed: the app writes some of the others
//! outside tasks.

use std::cell::{Cell, OnceCell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use js_sys::Array;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::{AnyView, Owner, Render, document, request_animation_frame, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MutationObserver, MutationObserverInit};

use super::draft::Draft;

/// The mounted app.
struct Root {
    element: HtmlElement,
    observer: MutationObserver,
    /// Owner of the signals that outlive a rebuild.
    owner: Owner,
    view: fn() -> AnyView,
    mounted: RefCell<Option<UnmountHandle<<AnyView as Render>::State>>>,
    /// Whether there were foreign changes since the nodes were built.
    has_foreign_changes: Cell<bool>,
    /// Whether a rebuild is scheduled for the next frame.
    is_due: Cell<bool>,
    /// User input, kept while a rebuild is due.
    draft: RefCell<Option<Draft>>,
    /// Scroll position before the rebuild.
    scrolled: Cell<(f64, f64)>,
}

thread_local! {
    static ROOT: OnceCell<Box<Root>> = const { OnceCell::new() };
}

fn with_root<T>(work: impl FnOnce(&Root) -> T) -> Option<T> {
    ROOT.with(|root| root.get().map(|root| work(root)))
}

/// Sets an executor that watches every task. To be called before anything reactive is created.
pub fn watch_tasks() {
    // Fails only if an executor is set already, and this is the first.
    let _ = Executor::init_custom_executor(Watched);
}

/// Mounts the app under `owner`, in a new element at the end of the body.
///
/// `None` if the page has no body.
pub fn mount(owner: Owner, view: fn() -> AnyView) -> Option<()> {
    let body = document().body()?;
    let element = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    body.append_child(&element).ok()?;
    // Called with the records that no task has taken. Lives as long as the window, like the
    // observer.
    let foreign = Closure::<dyn Fn()>::new(|| {
        with_root(Root::touch);
    });
    let observer = MutationObserver::new(foreign.as_ref().unchecked_ref()).ok()?;
    foreign.forget();
    let wish = MutationObserverInit::new();
    wish.set_child_list(true);
    wish.set_character_data(true);
    wish.set_subtree(true);
    let names: Array = OBSERVED_ATTRIBUTES.iter().map(|name| JsValue::from_str(name)).collect();
    wish.set_attribute_filter(&names);
    observer.observe_with_options(&element, &wish).ok()?;
    let root = Box::new(Root {
        element,
        observer,
        owner,
        view,
        mounted: RefCell::new(None),
        has_foreign_changes: Cell::new(false),
        is_due: Cell::new(false),
        draft: RefCell::new(None),
        scrolled: Cell::default(),
    });
    root.build();
    ROOT.with(|cell| cell.set(root)).ok()
}

/// Attributes with texts for the reader, and where links lead.
const OBSERVED_ATTRIBUTES: [&str; 5] = ["aria-label", "title", "placeholder", "alt", "href"];

/// Changes nodes outside a task, so that the change does not count as foreign.
pub(super) fn change(work: impl FnOnce()) {
    with_root(Root::see_foreign);
    work();
    with_root(Root::forget_own);
}

/// Whether there were foreign changes, so that the app may not write into its nodes.
pub fn has_foreign_changes() -> bool {
    with_root(Root::is_foreign).unwrap_or(false)
}

/// Reports a change of the state: after foreign changes, rebuilds before the next frame.
pub fn changed() {
    let is_due = with_root(|root| root.is_foreign() && !root.is_due.replace(true));
    if is_due != Some(true) {
        return;
    }
    with_root(|root| root.draft.replace(Some(Draft::of(&root.element))));
    // The three callbacks run in one frame, in this order; each sees the effects of the one before.
    request_animation_frame(|| {
        with_root(Root::rebuild);
    });
    request_animation_frame(|| {
        if let Some(draft) = with_root(|root| root.draft.borrow().clone()).flatten() {
            draft.open_again();
        }
    });
    request_animation_frame(|| {
        if let Some((x, y)) = with_root(|root| root.scrolled.get()) {
            window().scroll_to_with_x_and_y(x, y);
        }
        if let Some(draft) = with_root(|root| root.draft.take()).flatten() {
            draft.write_again();
        }
    });
}

impl Root {
    fn is_foreign(&self) -> bool {
        self.has_foreign_changes.get() || !self.element.is_connected()
    }

    fn touch(&self) {
        self.has_foreign_changes.set(true);
        // Traces of translators: elements in Chromium and others, attributes in Edge.
        let is_translated =
            self.element.query_selector("font, [_msttexthash]").is_ok_and(|found| found.is_some());
        if let Some(page) = document().document_element() {
            let _ = page.toggle_attribute_with_force("data-translated", is_translated);
        }
    }

    fn build(&self) {
        let (element, view) = (self.element.clone(), self.view);
        self.mounted.replace(Some(self.owner.with(|| mount_to(element, view))));
        self.forget_own();
    }

    fn rebuild(&self) {
        let at = |place: Result<f64, JsValue>| place.unwrap_or_default();
        self.scrolled.set((at(window().scroll_x()), at(window().scroll_y())));
        // Includes text typed since the state changed. A focus lost since then is that of the first
        // draft.
        let before = self.draft.take();
        self.draft.replace(Some(Draft::of(&self.element).or_focus_of(before)));
        // Before the listeners are dropped: a browser may fire `blur` on a removed field.
        self.element.set_inner_html("");
        drop(self.mounted.take());
        // Ours is empty now: what is left is a dead copy, as of a body that was written anew.
        while let Ok(Some(copy)) = document().query_selector(".app, .skip, #main") {
            copy.remove();
        }
        if let (false, Some(body)) = (self.element.is_connected(), document().body()) {
            // First: a copy of the page that something else has put there is not the app.
            let _ = body.insert_before(&self.element, body.first_child().as_ref());
        }
        self.build();
        self.has_foreign_changes.set(false);
        self.is_due.set(false);
    }

    /// Takes pending records, which are of foreign changes.
    fn see_foreign(&self) {
        if self.observer.take_records().length() > 0 {
            self.touch();
        }
    }

    /// Discards pending records, which are of the app's own changes.
    fn forget_own(&self) {
        drop(self.observer.take_records());
    }
}

/// Executor that wraps each task in a [`WatchedTask`].
struct Watched;

impl CustomExecutor for Watched {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }
    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(WatchedTask(task));
    }
    fn poll_local(&self) {}
}

struct WatchedTask(PinnedLocalFuture<()>);

impl Future for WatchedTask {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        with_root(Root::see_foreign);
        let answer = self.0.as_mut().poll(context);
        with_root(Root::forget_own);
        answer
    }
}
