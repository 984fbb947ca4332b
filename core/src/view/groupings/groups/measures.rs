//! Text for the measures of a grouping, each with its number of states or pairs and its formula.
//!
//! Nothing is computed here: see `analysis::measures`.

use super::model::{
    GroupMark, MeasureDatum, MeasureSection, SilhouetteRow, Silhouettes, SimilarityTable,
    SimilarityTableCell, VerdictList, VerdictRow, Whole,
};
use crate::analysis::measures::{
    GroupMeasures, Measures, PairMean, PairsByProgress, Partition, PositionVerdict, Silhouette,
    UndefinedMeasure, Verdict,
};
use crate::analysis::{Gap, measures, parties};
use crate::model::*;
use crate::state::Evidence;
use crate::text::{self, Key};
use crate::view::context::ViewContext;
use crate::view::words::format::Formatter;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::stance_label;
use crate::view::words::measures::{
    DIGITS, concluded, decimal, mean, missing_accessions, pairs, silhouette, why,
};

/// Scheme with its measures.
pub(super) struct Measured<'a> {
    pub scheme: &'a Scheme,
    pub sets: Vec<StateSet>,
    pub measures: Measures,
}

impl Measured<'_> {
    pub fn grouping(&self) -> Partition<'_> {
        Partition { groups: &self.sets, exclusive: self.scheme.exclusive }
    }
}

/// Returns the groups that have measures: those of two or more states.
pub(super) fn measured_groups(measures: &Measures) -> impl Iterator<Item = &GroupMeasures> {
    measures.groups.iter().filter(|group| group.states.len() > 1)
}

pub(super) fn shared(fmt: Formatter, group: &GroupMeasures, instruments: usize) -> String {
    fmt.k_of_m(group.instruments.all_party.len(), instruments)
}

/// Returns the number of positions that a grouping agrees with, and that it differs from.
fn count_verdicts(verdicts: &[PositionVerdict]) -> [usize; 2] {
    [true, false].map(|wanted| {
        verdicts.iter().filter(|position_verdict| position_verdict.verdict.agrees() == Some(wanted)).count()
    })
}

/// Returns the verdict of the active grouping on a position.
pub(crate) fn verdict(cx: ViewContext, scheme: &Scheme, position_verdict: &PositionVerdict) -> String {
    let fmt = cx.formatter();
    let group = cx.ds.position(position_verdict.position).group;
    let inferred = group.is_some_and(|(scheme, at)| cx.ds.scheme(scheme).groups[at].basis == Basis::Inferred);
    let group = |key: Key, at: usize| fmt.format(key, &[("group", &fmt.localized(&scheme.groups[at].name))]);
    match position_verdict.verdict {
        Verdict::Same(at) => {
            let same = group(Key::WishSame, at);
            if inferred { format!("{same} · {}", fmt.text(Key::InferredShort)) } else { same }
        }
        Verdict::Wider(at) => group(Key::WishWider, at),
        Verdict::Apart => fmt.text(Key::WishApart),
        Verdict::Examples => fmt.text(Key::WishExamples),
        Verdict::Outside => fmt.text(Key::WishOutside),
        Verdict::OnlyExamples => fmt.text(Key::WishOnlyExamples),
        Verdict::NotStated => fmt.text(Key::WishNotStated),
    }
}

/// Returns whether the grouping fits a wish, without the reason.
fn verdict_in_short(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Same(_) | Verdict::Examples => Key::WishAgrees,
        Verdict::Wider(_) | Verdict::Apart => Key::WishDiffers,
        Verdict::Outside | Verdict::OnlyExamples | Verdict::NotStated => Key::WishUnstated,
    }
}

/// Returns `3 of 13 positions`: those that name states or groups, of all.
fn stated_verdicts(fmt: Formatter, verdicts: &[PositionVerdict]) -> String {
    let stated =
        verdicts.iter().filter(|position_verdict| position_verdict.verdict != Verdict::NotStated).count();
    fmt.format(Key::WishesOf, &[("n", &fmt.k_of_m(stated, verdicts.len()))])
}

pub(super) fn verdict_words(fmt: Formatter, verdicts: &[PositionVerdict]) -> String {
    let [agrees, differs] = count_verdicts(verdicts).map(|n| fmt.number(n));
    fmt.format(Key::WishesCount, &[("agrees", &agrees), ("differs", &differs)])
}

/// Returns both: with how many positions a grouping agrees, and of how many that is said.
pub(in crate::view::groupings) fn verdicts_in_words(fmt: Formatter, verdicts: &[PositionVerdict]) -> String {
    [verdict_words(fmt, verdicts), stated_verdicts(fmt, verdicts)].join("; ")
}

struct Words<'a> {
    cx: ViewContext<'a>,
    fmt: Formatter<'a>,
}

impl<'a> Words<'a> {
    fn of(cx: ViewContext<'a>) -> Self {
        Self { cx, fmt: cx.formatter() }
    }

    fn measure(
        &self,
        label: Key,
        value: String,
        n: String,
        formula: Key,
        items: Vec<MeasureDatum>,
    ) -> MeasureSection {
        MeasureSection {
            label: self.fmt.text(label),
            value,
            n,
            formula: self.fmt.text(formula),
            items,
            marks: Vec::new(),
        }
    }

    fn item(&self, text: String, evidence: Evidence, after: String) -> MeasureDatum {
        MeasureDatum { text, label: String::new(), open: Some(self.cx.evidence_link(evidence)), after }
    }

    fn by_progress(&self, label: Key, by_progress: &PairsByProgress, list: bool) -> MeasureSection {
        let fmt = self.fmt;
        // Pairs, and the states within a pair, in the alphabetical order of the language.
        let order = fmt.sorted(self.cx.ds.all_states());
        let place = |state: &StateId| order.iter().position(|s| s == state);
        let pairs_of = |found: &[[StateId; 2]]| {
            let mut pairs: Vec<_> = found.to_vec();
            pairs.iter_mut().for_each(|pair| pair.sort_by_key(place));
            pairs.sort_by_key(|pair| pair.each_ref().map(place));
            pairs.into_iter().map(|[a, b]| {
                let text = [a, b].map(|state| self.cx.ds.state(state).key.as_str()).join("–");
                self.item(text, Evidence::Pair(a.min(b), a.max(b)), String::new())
            })
        };
        let pending = |pair: MeasureDatum| MeasureDatum { after: fmt.text(Key::PairPending), ..pair };
        let mut items = Vec::new();
        if list {
            items.extend(pairs_of(&by_progress.concluded));
            items.extend(pairs_of(&by_progress.pending).map(pending));
        }
        let all = pairs(fmt, by_progress.pair_count);
        let n = match by_progress.pending.len() {
            0 => all,
            n => format!("{all}; {}", fmt.plural(Key::PairsPending, n)),
        };
        self.measure(label, concluded(fmt, by_progress), n, Key::FormulaAgreed, items)
    }

    /// Returns the matching agreements in collective wording.
    fn collective(&self, measures: &Measures, fits: impl Fn(&Agreement) -> bool) -> MeasureSection {
        let (fmt, ds) = (self.fmt, self.cx.ds);
        let theirs = measures.collective.iter().filter(|id| fits(ds.agreement(**id)));
        let items: Vec<_> = theirs
            .map(|id| {
                self.item(fmt.localized(&ds.agreement(*id).title), Evidence::Agreement(*id), String::new())
            })
            .collect();
        self.measure(
            Key::MeasureCollective,
            number_named(fmt, items.len()),
            fmt.plural(Key::NAgreements, ds.agreements.len()),
            Key::FormulaCollective,
            items,
        )
    }

    fn between(&self, m: &Measured) -> MeasureSection {
        let measure = self.similarity(Key::MeasureAcross, &m.measures.between);
        let one = m.grouping().len() < 2;
        if one {
            MeasureSection { value: why(self.fmt, UndefinedMeasure::OneGroup), ..measure }
        } else {
            measure
        }
    }

    fn similarity(&self, label: Key, similarity: &PairMean) -> MeasureSection {
        let n = pairs(self.fmt, similarity.mean.pairs);
        self.measure(label, mean(self.fmt, similarity), n, Key::FormulaSimilarity, Vec::new())
    }

    fn verdict_row(&self, m: &Measured, position_verdict: &PositionVerdict) -> VerdictRow {
        let (fmt, position) = (self.fmt, self.cx.ds.position(position_verdict.position));
        let verdict = verdict(self.cx, m.scheme, position_verdict);
        let stance = fmt.text(stance_label(position.stance));
        VerdictRow {
            holder: format!("{} ({stance})", text::capital(&fmt.holder(&position.holder))),
            verdict,
            open: self.cx.evidence_link(Evidence::Position(position_verdict.position)),
        }
    }
}

/// Whether an agreement names a member of a group.
pub(super) fn names(agreement: &Agreement, group: &GroupMeasures) -> bool {
    !agreement.states().and(group.states).is_empty()
}

/// Returns the positions that agree with a group.
pub(super) fn verdicts_at(measures: &Measures, at: usize) -> impl Iterator<Item = &PositionVerdict> {
    let is_here = move |verdict: Verdict| matches!(verdict, Verdict::Same(g) | Verdict::Wider(g) if g == at);
    measures.verdicts.iter().filter(move |position_verdict| is_here(position_verdict.verdict))
}

/// Returns a number, or "none named" for 0.
pub(super) fn number_named(fmt: Formatter, n: usize) -> String {
    if n == 0 { fmt.text(Key::NoneNamed) } else { fmt.number(n) }
}

pub(super) fn number_of_verdicts(fmt: Formatter, n: usize) -> String {
    if n == 0 { fmt.text(Key::WishesNone) } else { fmt.number(n) }
}

pub(super) fn number_of_shared_themes(fmt: Formatter, group: &GroupMeasures) -> String {
    match group.shared_themes.len() {
        0 => fmt.text(Key::NoneNamed),
        n => fmt.plural(Key::NThemes, n),
    }
}

/// Returns the measures of a group of two or more states.
pub(super) fn of_group(cx: ViewContext, m: &Measured, at: usize) -> Vec<MeasureSection> {
    let (w, ds) = (Words::of(cx), cx.ds);
    let (fmt, group) = (w.fmt, &m.measures.groups[at]);
    let place = u16::try_from(at).ok();
    let instrument = |id: InstrumentId| w.item(fmt.instrument(id), Evidence::Count(place, id), String::new());
    let members = fmt.plural(Key::NStates, group.states.len());
    let gap = |gap: &Gap| {
        let mut items: Vec<_> = gap.instruments.iter().map(|id| instrument(*id)).collect();
        // Instruments that the same members have not joined are listed before the names: "CSSP 54,
        // CRS 61: Georgia".
        items.iter_mut().for_each(|item| item.after.push(','));
        if let Some(last) = items.last_mut() {
            last.after = format!(": {}", codes(cx, group.states, gap.not_yet));
        }
        items
    };
    let gaps = group.instruments.gaps.iter().flat_map(gap).collect();
    let raised_theme = |raised: &measures::RaisedTheme| {
        let theme = fmt.localized(&ds.theme(raised.theme).name);
        let evidence = Evidence::Concern(place.unwrap_or_default(), raised.theme);
        w.item(theme, evidence, format!(" ({})", fmt.number(raised.findings_by_state.len())))
    };
    let shared_themes = number_of_shared_themes(fmt, group);
    // "Georgia: government (suggestion, with a doubt): agrees"; why it does is in the name.
    let verdict_items = verdicts_at(&m.measures, at).map(|position_verdict| {
        let row = w.verdict_row(m, position_verdict);
        let verdict = fmt.text(verdict_in_short(position_verdict.verdict));
        MeasureDatum {
            text: format!("{}: {verdict}", row.holder),
            label: format!("{}: {}", row.holder, row.verdict),
            open: Some(row.open),
            after: String::new(),
        }
    });
    let verdict_items: Vec<_> = verdict_items.collect();
    let wished = number_of_verdicts(fmt, verdict_items.len());
    let positions = stated_verdicts(fmt, &m.measures.verdicts);
    let collective = w.collective(&m.measures, |a| names(a, group));
    let shared_value = shared(fmt, group, ds.instruments.len());
    let missing = missing_accessions(fmt, [&group.instruments]);
    vec![
        MeasureSection {
            marks: marks(cx, at, group.states),
            ..w.measure(Key::MeasureShared, shared_value, members.clone(), Key::FormulaShared, Vec::new())
        },
        w.measure(Key::MeasureAccessions, missing, members.clone(), Key::FormulaAccessions, gaps),
        w.similarity(Key::MeasureSimilarity, &group.similarity),
        w.by_progress(Key::MeasureAgreed, &group.pairs_by_progress, true),
        w.measure(
            Key::MeasureConcerns,
            shared_themes,
            members,
            Key::FormulaConcerns,
            group.shared_themes.iter().map(raised_theme).collect(),
        ),
        w.measure(Key::MeasureWishes, wished, positions, Key::FormulaWishes, verdict_items),
        collective,
    ]
}

/// Returns the heads of the rows, in the order of [`of_group`].
pub(super) fn row_heads(cx: ViewContext) -> Vec<String> {
    let keys = [
        Key::MeasureShared,
        Key::MeasureAccessions,
        Key::MeasureSimilarity,
        Key::MeasureAgreed,
        Key::MeasureConcerns,
        Key::MeasureWishes,
        Key::MeasureCollective,
    ];
    keys.map(|key| cx.formatter().text(key)).to_vec()
}

/// Returns the same heads in short.
pub(super) fn row_heads_in_short(cx: ViewContext) -> Vec<String> {
    let keys = [
        Key::MeasureShared,
        Key::MeasureAccessionsShort,
        Key::MeasureSimilarityShort,
        Key::MeasureAgreedShort,
        Key::MeasureConcernsShort,
        Key::MeasureWishesShort,
        Key::MeasureCollective,
    ];
    keys.map(|key| cx.formatter().text(key)).to_vec()
}

/// Returns the mark of each instrument: how many members of a group are party.
fn marks(cx: ViewContext, at: usize, members: StateSet) -> Vec<GroupMark> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let mark = |id: InstrumentId| {
        let n = parties(ds, cx.as_of(), id).and(members).len();
        let mark = match n {
            0 => Some(Glyph::Not),
            n if n == members.len() => Some(Glyph::Party),
            _ => None,
        };
        GroupMark {
            mark,
            n,
            label: format!("{}: {}", fmt.instrument(id), fmt.k_of_m(n, members.len())),
            open: cx.evidence_link(Evidence::Count(u16::try_from(at).ok(), id)),
        }
    };
    ds.instrument_ids().map(mark).collect()
}

/// Returns states of a group as their codes, or the word for all of them.
fn codes(cx: ViewContext, group: StateSet, states: StateSet) -> String {
    if group == states {
        return cx.formatter().text(Key::EveryMember);
    }
    let codes: Vec<&str> =
        cx.formatter().sorted(states).into_iter().map(|state| cx.ds.state(state).key.as_str()).collect();
    codes.join(", ")
}

/// Returns the measures of the whole grouping.
pub(super) fn whole(cx: ViewContext, m: &Measured) -> Whole {
    let w = Words::of(cx);
    let (fmt, measures) = (w.fmt, &m.measures);
    let grouped = m.grouping().grouped();
    let states = fmt.plural(Key::NStates, grouped.len());
    let silhouette = silhouette(fmt, measures);
    let together =
        measured_groups(measures).fold(StateSet::default(), |all, group| StateSet(all.0 | group.states.0));
    Whole {
        title: fmt.text(Key::WholeTitle),
        note: fmt.text(Key::SimilarityNotMerit),
        heads: [Key::MeasureHead, Key::Value, Key::MeasureOver, Key::MeasureFormula].map(|key| fmt.text(key)),
        measures: vec![
            w.similarity(Key::MeasureInside, &measures.within),
            w.between(m),
            w.measure(Key::MeasureSilhouette, silhouette, states, Key::FormulaSilhouette, Vec::new()),
            w.by_progress(Key::MeasureAgreedInside, &measures.progress_within, false),
            w.by_progress(Key::MeasureAgreedAcross, &measures.progress_between, true),
            w.collective(measures, |_| true),
            w.measure(
                Key::MeasureAccessionsAll,
                missing_accessions(fmt, measured_groups(measures).map(|group| &group.instruments)),
                fmt.plural(Key::NStates, together.len()),
                Key::FormulaAccessions,
                Vec::new(),
            ),
            w.measure(
                Key::MeasureWishes,
                verdict_words(fmt, &measures.verdicts),
                stated_verdicts(fmt, &measures.verdicts),
                Key::FormulaWishes,
                Vec::new(),
            ),
        ],
        verdicts: VerdictList {
            title: fmt.text(Key::WishesTitle),
            note: fmt.text(Key::FormulaWishes),
            rows: measures
                .verdicts
                .iter()
                .map(|position_verdict| w.verdict_row(m, position_verdict))
                .collect(),
        },
        silhouettes: silhouettes(cx, m),
        pairs: like_table(cx, m),
    }
}

fn silhouettes(cx: ViewContext, m: &Measured) -> Silhouettes {
    let fmt = cx.formatter();
    let name = |at: usize| fmt.localized(&m.scheme.groups[at].name);
    let row = |silhouette: &Silhouette| {
        let Silhouette { state, group, nearest, a, b, s } = *silhouette;
        let value = decimal(fmt, s, DIGITS);
        let cells = [
            name(group),
            a.map_or_else(|| fmt.text(Key::GroupOfOneShort), |a| decimal(fmt, a, DIGITS)),
            format!("{} ({})", decimal(fmt, b, DIGITS), name(nearest)),
            if a.is_none() { fmt.format(Key::SilhouetteConvention, &[("value", &value)]) } else { value },
        ];
        SilhouetteRow { state: fmt.state(state), cells, open: cx.evidence_link(Evidence::State(state)) }
    };
    let (note, rows) = match &m.measures.silhouettes {
        Ok(all) => (fmt.text(Key::FormulaSilhouette), all.iter().map(row).collect()),
        Err(reason) => (why(fmt, *reason), Vec::new()),
    };
    let heads = [Key::State, Key::Group, Key::SilhouetteOwn, Key::SilhouetteNearest, Key::Silhouette];
    Silhouettes { title: fmt.text(Key::SilhouettesTitle), note, heads: heads.map(|key| fmt.text(key)), rows }
}

/// Returns the similarity of all pairs of grouped states, ordered by group.
fn like_table(cx: ViewContext, m: &Measured) -> SimilarityTable {
    let fmt = cx.formatter();
    let grouping = m.grouping();
    let mut order: Vec<StateId> = Vec::new();
    for set in &m.sets {
        let new: Vec<_> = fmt.sorted(*set).into_iter().filter(|state| !order.contains(state)).collect();
        order.extend(new);
    }
    let all = m.measures.within.pairs.iter().chain(&m.measures.between.pairs);
    let all: Vec<_> = all.collect();
    let cell = |a: StateId, b: StateId| {
        let pair = all.iter().find(|pair| pair.states.contains(&a) && pair.states.contains(&b));
        let fraction = pair.and_then(|pair| pair.similarity);
        let inside = grouping.share_group(a, b);
        let text = fraction.map_or_else(|| "–".to_owned(), |found| decimal(fmt, found.value(), DIGITS));
        let (both, any) = fraction.map_or((0, 0), |found| (found.both as usize, found.any as usize));
        let place = fmt.text(if inside { Key::PairInside } else { Key::PairAcross });
        let names = [fmt.state(a), fmt.state(b)];
        let (both_text, any_text) = (fmt.number(both), fmt.number(any));
        let values = [
            ("a", names[0].as_str()),
            ("b", &names[1]),
            ("value", &text),
            ("both", &both_text),
            ("any", &any_text),
            ("place", &place),
        ];
        SimilarityTableCell {
            label: fmt.format(Key::LikeCellLabel, &values),
            tone: (both * 4).checked_div(any).unwrap_or_default(),
            inside,
            open: cx.evidence_link(Evidence::Like(a.min(b), a.max(b))),
            text,
        }
    };
    SimilarityTable {
        title: fmt.text(Key::LikeTableTitle),
        note: fmt.text(Key::LikeTableNote),
        names: order
            .iter()
            .map(|state| (fmt.state(*state), cx.evidence_link(Evidence::State(*state))))
            .collect(),
        rows: (0..order.len()).map(|i| (0..i).map(|j| cell(order[i], order[j])).collect()).collect(),
    }
}

/// Returns the state sets of a scheme's groups.
pub(crate) fn sets(scheme: &Scheme) -> Vec<StateSet> {
    scheme.groups.iter().map(|group| group.states).collect()
}
