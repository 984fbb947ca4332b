//! CISCONF Explorer in the browser: renders the view models of `cisconf-core`.
//!
//! Only `session` joins the dataset, the URL and the view models. `pages` render the views,
//! `components` and `charts` parts of them. Only `browser` calls browser APIs.

mod app;
mod browser;
mod charts;
mod components;
mod pages;
mod reactive;
mod routes;
mod session;

use browser::document::measure;
use browser::time_slices;
use cisconf_core::model::{self, Dataset};
use cisconf_core::query::FindingsIndex;
use cisconf_core::text::{self, Key, Lang};
use leptos::prelude::*;

/// Starts the app in several tasks, so that the opening page reacts meanwhile.
fn main() {
    console_error_panic_hook::set_once();
    browser::rebuild::watch_tasks();
    // The build checked the same bundle, so problems mean that the program file was altered.
    match measure("read", cisconf_core::read_embedded) {
        Err(_) => stop(),
        Ok(bundle) => {
            time_slices::later(move || match measure("check", || model::check(&bundle)) {
                Ok(dataset) => drop(time_slices::later(|| start(dataset))),
                Err(_) => stop(),
            });
        }
    }
}

fn start(dataset: Dataset) {
    // Leaked on purpose: the dataset lives as long as the page, and `&'static` is simple to share.
    let dataset = Box::leak(Box::new(dataset));
    let index = Box::leak(Box::new(FindingsIndex::unloaded()));
    // The owner of everything that outlives a rebuild of the page.
    let owner = Owner::new();
    let mount_in = owner.clone();
    // In the same task: the effects that `start` creates run after it, and find the page mounted.
    let mount = move || {
        measure("mount", || {
            let _ = browser::rebuild::mount(mount_in, || view! { <app::App /> }.into_any());
            browser::document::remove_opening_page();
        });
    };
    owner.with(|| app::start(dataset, index, mount));
}

fn stop() {
    browser::document::say_broken(text::t(Lang::En, Key::DataDamaged));
    browser::document::remove_opening_page();
}
