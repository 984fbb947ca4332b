//! Summary of the comparison in sentences, fit for minutes.

use super::model::CompareColumn;
use crate::analysis::{agree_on_instrument, between, parties, union};
use crate::model::*;
use crate::text::{self, Key};
use crate::view::context::ViewContext;

/// Maximum number of pairs of states that are named.
const PAIRS: usize = 6;

/// Input shared by the sentences.
struct SummaryContext<'a> {
    cx: ViewContext<'a>,
    columns: &'a [CompareColumn],
    /// States of all sides.
    all: StateSet,
    /// Parties among them to each instrument, in the order of the table.
    party: Vec<(InstrumentId, StateSet)>,
}

/// Returns the sentences: common parties, parties alone, agreements between the sides.
pub(super) fn sentences(cx: ViewContext, columns: &[CompareColumn]) -> Vec<String> {
    let all = union(&columns.iter().map(|column| column.states).collect::<Vec<_>>());
    let ids = cx.ds.instrument_ids();
    let party = ids.map(|i| (i, parties(cx.ds, cx.state.as_of, i).and(all))).collect();
    let summary = SummaryContext { cx, columns, all, party };
    let states_only = columns.iter().all(|column| column.group().is_none());
    let mut out: Vec<String> = cx.formatter().as_of(cx.state.as_of).into_iter().collect();
    out.push(summary.all_party_sentence());
    if states_only {
        out.extend(summary.not_together_sentence());
        out.extend(summary.some_party_sentences());
    } else {
        out.extend(summary.group_sentences());
        out.extend(summary.only_party_sentences());
    }
    out.extend(summary.none_party_sentence());
    out.push(summary.agreed_sentence());
    out.extend(summary.inferred_sentence());
    out
}

impl SummaryContext<'_> {
    /// Returns the instruments whose parties among all sides satisfy a predicate.
    fn instruments_where(&self, fits: impl Fn(StateSet) -> bool) -> Vec<InstrumentId> {
        self.party.iter().filter(|(_, party)| fits(*party)).map(|(id, _)| *id).collect()
    }

    fn is_pair(&self) -> bool {
        self.columns.len() == 2 && self.all.len() == 2 && self.columns.iter().all(|c| c.group().is_none())
    }

    /// Returns the sentence on instruments that all states are party to.
    fn all_party_sentence(&self) -> String {
        let fmt = self.cx.formatter();
        let ids = self.instruments_where(|party| party == self.all);
        let (k, m) = (fmt.number(ids.len()), fmt.number(self.party.len()));
        let list = fmt.instruments(ids.iter().copied());
        let values = [("k", &*k), ("m", &m), ("list", &list)];
        match (self.is_pair(), ids.is_empty()) {
            (true, true) => fmt.text(Key::BothPartyToNone),
            (true, false) => fmt.format(Key::BothPartyTo, &values),
            (false, true) => fmt.plural(Key::AllComparedNone, self.all.len()),
            (false, false) => text::plural(fmt.lang, Key::AllComparedPartyTo, self.all.len(), &values),
        }
    }

    /// Returns the sentence on instruments that all are party to and that differ all the same, as
    /// they did not join in the same period.
    fn not_together_sentence(&self) -> Option<String> {
        let cx = self.cx;
        let sides: Vec<StateSet> = self.columns.iter().map(|column| column.states).collect();
        let mut ids = self.instruments_where(|party| party == self.all);
        ids.retain(|id| !agree_on_instrument(cx.ds, cx.state.as_of, &sides, *id));
        let list = cx.formatter().instruments(ids.iter().copied());
        (!ids.is_empty()).then(|| cx.formatter().format(Key::NotJoinedTogether, &[("list", &list)]))
    }

    /// Returns sentences on who is party and who is not yet, for sides that are states.
    ///
    /// Single parties come first, in the order of the sides.
    fn some_party_sentences(&self) -> Vec<String> {
        let fmt = self.cx.formatter();
        let mut sets: Vec<StateSet> = self.columns.iter().map(|column| column.states).collect();
        for (_, party) in &self.party {
            if !party.is_empty() && *party != self.all && !sets.contains(party) {
                sets.push(*party);
            }
        }
        let one = |set: StateSet| {
            let list = fmt.instruments(self.instruments_where(|party| party == set));
            let others = StateSet(self.all.0 & !set.0);
            let (states, names) = (fmt.states(set), fmt.states(others));
            match (list.is_empty(), set.len()) {
                (true, _) => None,
                (_, 1) => Some(fmt.format(Key::OnlyParty, &[("state", &states), ("list", &list)])),
                _ => {
                    let values = [("list", &*list), ("states", &states), ("others", &names)];
                    Some(text::plural(fmt.lang, Key::SomePartyTo, others.len(), &values))
                }
            }
        };
        sets.into_iter().filter_map(one).collect()
    }

    /// Returns sentences on instruments that all members of a group are party to.
    fn group_sentences(&self) -> Vec<String> {
        let fmt = self.cx.formatter();
        let one = |column: &CompareColumn| {
            let n = column.states.len();
            let ids = self.instruments_where(|party| party.and(column.states) == column.states);
            let list = fmt.instruments(ids);
            if list.is_empty() {
                fmt.format(Key::GroupAllPartyToNone, &[("group", &column.name)])
            } else {
                let values = [("group", &*column.name), ("list", &list)];
                text::plural(fmt.lang, Key::GroupAllPartyTo, n, &values)
            }
        };
        self.columns.iter().filter(|column| column.group().is_some()).map(one).collect()
    }

    /// Returns sentences on instruments to which only one side has parties.
    fn only_party_sentences(&self) -> Vec<String> {
        let fmt = self.cx.formatter();
        let one = |column: &CompareColumn| {
            let here = |party: StateSet| {
                !party.is_empty()
                    && self
                        .columns
                        .iter()
                        .all(|c| party.and(c.states).is_empty() == (c.member != column.member))
            };
            let ids = self.instruments_where(here);
            if ids.is_empty() {
                return None;
            }
            if column.group().is_none() {
                let list = fmt.instruments(ids);
                return Some(fmt.format(Key::OnlyParty, &[("state", &column.name), ("list", &list)]));
            }
            let counted = self.party.iter().filter(|(id, _)| ids.contains(id)).map(|(id, party)| {
                format!("{} ({})", fmt.instrument(*id), fmt.k_of_m(party.len(), column.states.len()))
            });
            let list = fmt.list(&counted.collect::<Vec<_>>());
            Some(fmt.format(Key::OnlyGroupParty, &[("group", &column.name), ("list", &list)]))
        };
        self.columns.iter().filter_map(one).collect()
    }

    /// Returns the sentence on instruments that no state is party to.
    fn none_party_sentence(&self) -> Option<String> {
        let fmt = self.cx.formatter();
        let list = fmt.instruments(self.instruments_where(StateSet::is_empty));
        (!list.is_empty()).then(|| match self.is_pair() {
            true => fmt.format(Key::NeitherParty, &[("list", &list)]),
            false => fmt.format(Key::NoneOfPartyTo, &[("n", &fmt.number(self.all.len())), ("list", &list)]),
        })
    }

    /// Returns the sentence on groups whose members are inferred.
    fn inferred_sentence(&self) -> Option<String> {
        let scheme = self.cx.scheme()?;
        let inferred = |column: &&CompareColumn| {
            column.group().is_some_and(|at| scheme.groups[usize::from(at)].basis == Basis::Inferred)
        };
        let names: Vec<_> = self.columns.iter().filter(inferred).map(|column| column.name.clone()).collect();
        let list = self.cx.formatter().list(&names);
        (!names.is_empty()).then(|| self.cx.formatter().format(Key::MembersInferred, &[("list", &list)]))
    }

    /// Returns the sentence on agreements between sides, concluded ones and others.
    fn agreed_sentence(&self) -> String {
        let (fmt, ds) = (self.cx.formatter(), self.cx.ds);
        let sides: Vec<StateSet> = self.columns.iter().map(|column| column.states).collect();
        let all: Vec<&Agreement> = between(ds, &sides).into_iter().map(|id| ds.agreement(id)).collect();
        // Pairs are named unless there is only one, or the list would be too long to read out.
        let named = !self.is_pair() && self.pair_names(&all).len() <= PAIRS;
        let part = |done: bool, key: Key| {
            let theirs: Vec<&Agreement> =
                all.iter().copied().filter(|a| a.status.is_concluded() == done).collect();
            let n = fmt.plural(key, theirs.len());
            let words = if named { format!("{n} ({})", self.pair_names(&theirs).join("; ")) } else { n };
            (!theirs.is_empty()).then_some(words)
        };
        let parts = [part(true, Key::BetweenDone), part(false, Key::BetweenPending)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        match parts.is_empty() {
            true => fmt.text(Key::BetweenNone),
            false => fmt.format(Key::BetweenThem, &[("list", &fmt.list(&parts))]),
        }
    }

    /// Returns the names of the pairs that have agreed, without duplicates.
    fn pair_names(&self, agreements: &[&Agreement]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for agreement in agreements {
            let states = self.cx.formatter().sorted(agreement.states().and(self.all));
            let name = states.iter().map(|s| self.cx.formatter().state(*s)).collect::<Vec<_>>().join(" – ");
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
