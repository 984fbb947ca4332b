//! Names of facet values, and their order.

use crate::model::{AgreementStatus, Period, Polarity, VoiceKind};
use crate::query::{self, Facet, FacetKey};
use crate::view::context::ViewContext;
use crate::view::words::format::in_order;
use crate::view::words::labels::{agreement_status_label, period_label, polarity_label, voices_label};

/// Returns the selected values of a facet in display order.
pub(crate) fn chosen_values(cx: ViewContext, facet: &Facet) -> Vec<usize> {
    let chosen = (0..(facet.len)(cx.facet_context())).filter(|v| cx.state.filter.has(facet.key, *v));
    in_display_order(cx, facet, chosen)
}

/// Sorts values for display: names alphabetically, other values in their own order.
pub(super) fn in_display_order(
    cx: ViewContext,
    facet: &Facet,
    values: impl Iterator<Item = usize>,
) -> Vec<usize> {
    let named = matches!(facet.key, FacetKey::State | FacetKey::Actor | FacetKey::Addressee);
    let values: Vec<usize> = values.collect();
    let name = |value: &usize| {
        // Collective addressees come before the names.
        let whole = facet.key == FacetKey::Addressee && query::is_collective_addressee(*value);
        if named && !whole { value_name(cx, facet.key, *value) } else { String::new() }
    };
    in_order(values.iter().map(name).collect()).into_iter().map(|at| values[at]).collect()
}

/// Returns the name of a facet's value.
pub(crate) fn value_name(cx: ViewContext, facet: FacetKey, value: usize) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    match facet {
        FacetKey::State => fmt.localized(&ds.states[value].name),
        FacetKey::Status => fmt.text(agreement_status_label(AgreementStatus::ALL[value]).1),
        FacetKey::Theme => fmt.localized(&ds.themes[value].name),
        FacetKey::Population => fmt.localized(&ds.populations[value].name),
        FacetKey::Group => cx.scheme().map(|id| fmt.group(id, Some(value))).unwrap_or_default(),
        FacetKey::Kind => fmt.text(polarity_label(Polarity::ALL[value]).1),
        FacetKey::Voice => fmt.text(voices_label(VoiceKind::ALL[value])),
        FacetKey::Actor => fmt.localized(&ds.actors[value].name),
        FacetKey::Addressee => fmt.addressee(query::addressee(cx.facet_context(), value)),
        FacetKey::Period => fmt.text(period_label(Period::ALL[value])),
        FacetKey::Section => {
            let title = fmt.localized(&ds.sections[value].title);
            let others = ds.sections.iter().filter(|other| fmt.localized(&other.title) == title).count();
            let above = (FacetKey::Section.facet().parent)(cx.facet_context(), value).filter(|_| others > 1);
            above.map_or(title.clone(), |above| {
                format!("{}: {title}", fmt.localized(&ds.sections[above].title))
            })
        }
    }
}
