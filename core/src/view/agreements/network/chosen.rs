//! What the report names of the chosen states, in words.

use super::drawn::Drawn;
use super::model::ChosenState;
use crate::analysis::is_collective;
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the words of each chosen state, by name.
pub(super) fn words(cx: ViewContext, drawn: &Drawn, chosen: StateSet) -> Vec<ChosenState> {
    cx.formatter().sorted(chosen).into_iter().map(|state| of(cx, drawn, state)).collect()
}

fn of(cx: ViewContext, drawn: &Drawn, state: StateId) -> ChosenState {
    let fmt = cx.formatter();
    let (apart, named) = agreements_of(cx, drawn, state);
    let agreements: Vec<_> = named
        .into_iter()
        .chain(apart)
        .map(|id| (words_of(cx, state, id), cx.evidence_link(Evidence::Agreement(id))))
        .collect();
    ChosenState {
        name: fmt.state(state),
        open: cx.evidence_link(Evidence::Links(Party::State(state), None)),
        group: cx.scheme().map(|scheme| fmt.group_of(scheme, state)),
        none: agreements
            .is_empty()
            .then(|| fmt.format(Key::ChosenNone, &[("word", &fmt.text(silence_word(cx, state)))])),
        agreements,
    }
}

/// Returns the matching agreements of a state: those in collective wording, and the others.
pub(super) fn agreements_of(
    cx: ViewContext,
    drawn: &Drawn,
    state: StateId,
) -> (Vec<AgreementId>, Vec<AgreementId>) {
    let of = |id: &AgreementId| cx.ds.agreement(*id).parties.contains(&Party::State(state));
    drawn.agreements.iter().copied().filter(of).partition(|id| is_collective(cx.ds.agreement(*id)))
}

/// Returns why a state has no agreement: none matches the filter, or the report names none at all.
pub(super) fn silence_word(cx: ViewContext, state: StateId) -> Key {
    let names_it = |x: &Agreement| x.parties.contains(&Party::State(state));
    if cx.ds.agreements.iter().any(names_it) { Key::NoneFits } else { Key::NoneNamed }
}

/// Returns `Russian Federation: ratified · 1998*, p. 12`.
fn words_of(cx: ViewContext, state: StateId, id: AgreementId) -> String {
    let (fmt, x) = (cx.formatter(), cx.ds.agreement(id));
    let dated = x.dated.map(|date| format!(" · {}*", fmt.date(date))).unwrap_or_default();
    let partners = fmt.partners(x, state);
    format!("{partners}: {}{dated}, {}", fmt.status(x), fmt.page_list(&x.provenance.sources))
}

/// Whether the words of a chosen state have an asterisk.
pub(super) fn has_asterisk(cx: ViewContext, drawn: &Drawn, chosen: StateSet) -> bool {
    let is_chosen = |party: &Party| matches!(party, Party::State(s) if chosen.has(*s));
    drawn
        .agreements
        .iter()
        .map(|id| cx.ds.agreement(*id))
        .any(|x| x.dated.is_some() && x.parties.iter().any(is_chosen))
}
