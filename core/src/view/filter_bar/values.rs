//! The names of the values of facets, and their order.

use crate::model::{AgreementStatus, Period, Polarity, VoiceKind};
use crate::query;
use crate::query::{Facet, FacetKey};
use crate::view::context::ViewContext;
use crate::view::words::format::in_order;
use crate::view::words::labels::{of_polarity, of_status, period_name, voices_name};

/// The chosen values of a facet, as they are shown.
pub(crate) fn chosen(asked: ViewContext, facet: &Facet) -> Vec<usize> {
    let chosen = (0..(facet.len)(asked.ground())).filter(|v| asked.state.filter.has(facet.key, *v));
    by_name(asked, facet, chosen)
}

/// Values as they are shown: those that are names in the alphabetical order of the language, the others in their own.
pub(super) fn by_name(asked: ViewContext, facet: &Facet, values: impl Iterator<Item = usize>) -> Vec<usize> {
    let named = matches!(facet.key, FacetKey::State | FacetKey::Actor | FacetKey::Addressee);
    let values: Vec<usize> = values.collect();
    let name = |value: &usize| {
        // Whoever is addressed as a whole stands before the names.
        let whole = facet.key == FacetKey::Addressee && query::is_collective(*value);
        if named && !whole { value_name(asked, facet.key, *value) } else { String::new() }
    };
    in_order(values.iter().map(name).collect()).into_iter().map(|at| values[at]).collect()
}

/// The name of a facet's value.
pub(crate) fn value_name(asked: ViewContext, facet: FacetKey, value: usize) -> String {
    let (say, ds) = (asked.say(), asked.ds);
    match facet {
        FacetKey::State => say.text(&ds.states[value].name),
        FacetKey::Status => say.t(of_status(AgreementStatus::ALL[value]).1),
        FacetKey::Theme => say.text(&ds.themes[value].name),
        FacetKey::Population => say.text(&ds.populations[value].name),
        FacetKey::Group => asked.scheme().map(|id| say.group(id, Some(value))).unwrap_or_default(),
        FacetKey::Kind => say.t(of_polarity(Polarity::ALL[value]).1),
        FacetKey::Voice => say.t(voices_name(VoiceKind::ALL[value])),
        FacetKey::Actor => say.text(&ds.actors[value].name),
        FacetKey::Addressee => say.addressee(query::addressee(asked.ground(), value)),
        FacetKey::Period => say.t(period_name(Period::ALL[value])),
        FacetKey::Section => {
            let title = say.text(&ds.sections[value].title);
            let others = ds.sections.iter().filter(|other| say.text(&other.title) == title).count();
            let above = (FacetKey::Section.facet().parent)(asked.ground(), value).filter(|_| others > 1);
            above.map_or(title.clone(), |above| format!("{}: {title}", say.text(&ds.sections[above].title)))
        }
    }
}
