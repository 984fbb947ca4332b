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

use cisconf_core::query::FindingsIndex;
use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    browser::rebuild::watch_tasks();
    match browser::document::measure("dataset", || {
        cisconf_core::embedded().map(|dataset| (FindingsIndex::unloaded(), dataset))
    }) {
        Ok((index, dataset)) => {
            // Leaked on purpose: the dataset lives as long as the page, and `&'static` is simple to
            // share.
            let (dataset, index) = (Box::leak(Box::new(dataset)), Box::leak(Box::new(index)));
            // The owner of everything that outlives a rebuild of the page.
            let owner = Owner::new();
            let mount_in = owner.clone();
            let mount = move || {
                let _ = browser::rebuild::mount(mount_in, || view! { <app::App /> }.into_any());
                browser::document::remove_splash();
            };
            owner.with(|| app::start(dataset, index, mount));
        }
        // The build checked the same bundle, so the program file was altered.
        Err(problems) => {
            browser::document::say_broken(&problems.join("\n"));
            browser::document::remove_splash();
        }
    }
}
