//! Makes the handout of a view: its content with filters, source, versions and link.

use super::model::{Handout, HandoutTable};
use super::tables::content;
use crate::export::input::ExportInput;
use crate::state::{ViewState, dated, encode};
use crate::text::Key;
use crate::view::{conditions_in_words, filter_bar, frame, grouping_name};

/// Makes the handout of the view in the input's state and language.
pub fn handout(input: ExportInput) -> Handout {
    let cx = input.cx;
    let fmt = cx.formatter();
    let content = content(cx);
    let frame = frame(cx, &[], input.program);
    let bar = filter_bar(cx);
    let grouping = grouping_name(cx).map(|name| format!("{}: {name}", bar.grouping));
    let chips = bar.chips.into_iter().map(|chip| chip.label);
    let set: Vec<_> = grouping.into_iter().chain(chips).chain(conditions_in_words(cx)).collect();
    let set = if set.is_empty() { fmt.text(Key::TakeNoFilters) } else { set.join("; ") };
    let state = ViewState { open: None, slide: None, ..cx.state.clone() };
    let mut tables = content.tables;
    if tables.is_empty() {
        tables.push(HandoutTable::default());
    }
    Handout {
        lang: cx.state.lang,
        title: content.title,
        sentences: content.sentences,
        filters: format!("{}: {set}", fmt.text(Key::Filters)),
        limits: content.limits,
        legend: content.legend,
        pictured: if content.is_pictured_whole { tables.len() } else { 1 },
        tables,
        source: frame.footer,
        versions: frame.versions,
        link: format!("{}{}", input.address.unwrap_or_default(), dated(&encode(&state, cx.ds))),
    }
}

/// Returns the name of the file of a view without ending: `cisconf-2000_instruments.en`.
pub fn handout_name(input: ExportInput) -> String {
    let (cx, state) = (input.cx, input.cx.state);
    let tab = if state.tab == crate::state::Tab::default() {
        String::new()
    } else {
        format!("-{}", state.tab.url())
    };
    let view = if state.view.url().is_empty() { "overview" } else { state.view.url() };
    format!("{}_{view}{tab}.{}", cx.ds.meta.key, state.lang.tag())
}
