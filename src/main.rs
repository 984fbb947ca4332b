//! CISCONF Explorer in the browser: draws what `cisconf-core` says, and nothing else.
//!
//! Only `session` joins the dataset, the URL and the views; `pages` draw views, `components` and `charts` draw parts,
//! `browser` makes every web-sys call.

mod app;
mod browser;
mod charts;
mod components;
mod pages;
mod reactive;
mod routes;
mod session;

use cisconf_core::query::FindingsIndex;
use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    browser::rebuild::watch_tasks();
    match browser::document::measure("dataset", || {
        cisconf_core::embedded().map(|dataset| (FindingsIndex::unloaded(), dataset))
    }) {
        Ok((index, dataset)) => {
            // One dataset for the life of the page, in no mutable signal: leaking it gives plain `&'static` access.
            let (dataset, index) = (Box::leak(Box::new(dataset)), Box::leak(Box::new(index)));
            // What outlives a rebuild of the page hangs on an owner of its own.
            let owner = Owner::new();
            let mount_in = owner.clone();
            let mount = move || {
                let _ = browser::rebuild::mount(mount_in, || view! { <app::App /> }.into_any());
                browser::document::remove_splash();
            };
            owner.with(|| app::start(dataset, index, mount));
        }
        // The build checked the same bundle, so this says that the program file was altered.
        Err(problems) => {
            browser::document::say_broken(&problems.join("\n"));
            browser::document::remove_splash();
        }
    }
}
