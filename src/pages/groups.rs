//! Sub-regions that can be argued about.

use cisconf_core::view;
use leptos::prelude::*;

use super::tools::{GroupingsTabs, Tools};
use crate::components::Heading;
use crate::session::Session;

/// The groups of a scheme.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let model = Session::get().page(view::groups);
    view! {
        {move || view! { <Heading title=model.read().title.clone() sentences=Vec::new() /> }}
        <div class="bar"><GroupingsTabs /><Tools /></div>
    }
}
