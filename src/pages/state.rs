//! One state.

use cisconf_core::view;
use leptos::prelude::*;

use super::tools::Tools;
use crate::components::Heading;
use crate::session::Session;

/// Everything that the report says of a state.
#[component]
pub fn StatePage() -> impl IntoView {
    let model = Session::get().view(view::state_page);
    view! {
        {move || { let m = model.read(); view! { <Heading title=m.title.clone() sentences=Vec::new() /> } }}
        <div class="bar"><Tools /></div>
    }
}
