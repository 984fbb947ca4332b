//! The measures of a grouping in words: each with its number of states or pairs and with its formula. What is measured is
//! `analysis::measures`; nothing is computed here.

use super::claims::stance_name;
use super::say::Say;
use super::{Asked, Open};
use crate::analysis::measures::{
    Agreed, Grouping, Measures, OfGroup, Pooled, Silhouette, Verdict, Why, Wish, mean_silhouette,
};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;

shown! {
    /// A measure.
    Facet {
        /// What it measures.
        label: String,
        /// Its value, or why there is none.
        value: String,
        /// Over how many states or pairs; may be empty.
        n: String,
        /// How it is computed.
        formula: String,
        /// What it rests on.
        items: Vec<FacetItem>,
    }
    /// What a measure rests on.
    FacetItem {
        /// Words.
        text: String,
        /// Evidence.
        open: Option<Open>,
        /// Words after it; may be empty.
        after: String,
    }
    /// The measures of the whole grouping.
    Whole {
        /// Heading.
        title: String,
        /// Likeness is not merit.
        note: String,
        /// Heads of the table.
        heads: [String; 4],
        /// Measures.
        facets: Vec<Facet>,
        /// How it stands to each position.
        wishes: Wishes,
        /// Each state beside its group and the nearest other.
        silhouettes: Silhouettes,
        /// Each pair.
        pairs: LikeTable,
    }
    /// Positions on the future beside the grouping.
    Wishes {
        /// Heading.
        title: String,
        /// What is compared.
        note: String,
        /// Each position: who, how the grouping stands to it, evidence.
        rows: Vec<WishRow>,
    }
    /// A position.
    WishRow {
        /// Whose, and the stance.
        holder: String,
        /// Agrees, differs, not stated.
        verdict: String,
        /// Evidence.
        open: Open,
    }
    /// Silhouettes.
    Silhouettes {
        /// Heading.
        title: String,
        /// The formula, or why there are none.
        note: String,
        /// Heads of the table.
        heads: [String; 5],
        /// State, group, own distance, nearest other, value.
        rows: Vec<[String; 5]>,
    }
    /// Likeness of every pair of grouped states.
    LikeTable {
        /// Heading.
        title: String,
        /// The formula, and what the outlines mean.
        note: String,
        /// States, by group.
        names: Vec<String>,
        /// Row i holds the pairs with the states before it.
        rows: Vec<Vec<LikeCell>>,
    }
    /// A pair.
    LikeCell {
        /// `0.78`; a dash where neither is party to any instrument.
        text: String,
        /// Tone, 0 to 4.
        tone: usize,
        /// In a group together.
        inside: bool,
        /// In full.
        label: String,
        /// Evidence.
        open: Open,
    }
}

/// A grouping and its measures.
pub(super) struct Measured<'a> {
    pub scheme: &'a Scheme,
    pub sets: Vec<StateSet>,
    pub measures: Measures,
}

impl Measured<'_> {
    pub fn grouping(&self) -> Grouping<'_> {
        Grouping { groups: &self.sets, exclusive: self.scheme.exclusive }
    }
}

/// A number from −1 to 1 with so many digits.
pub(super) fn decimal(say: Say, value: f64, digits: u32) -> String {
    let scale = 10_u64.pow(digits);
    // Means are fractions of small numbers: a tie is a tie, whatever its last bit.
    let whole = (value.abs() * scale as f64 + 0.5 + 1e-9) as u64;
    let sign = if value < 0.0 && whole > 0 { "−" } else { "" };
    let width = digits as usize;
    format!("{sign}{}{}{:0width$}", whole / scale, say.t(Key::DecimalPoint), whole % scale)
}

/// Digits of a value that stands alone.
const DIGITS: u32 = 2;

/// Why a measure has no value.
pub(super) fn why(say: Say, why: Why) -> String {
    say.t(match why {
        Why::Overlapping => Key::WhyOverlapping,
        Why::OneGroup => Key::WhyOneGroup,
        Why::NoPairs => Key::WhyNoPairs,
        Why::NoRecord => Key::WhyNoRecord,
        Why::TooMany => Key::WhyTooMany,
    })
}

pub(super) fn pairs(say: Say, n: usize) -> String {
    say.n(Key::NPairs, n)
}

fn mean(say: Say, pooled: &Pooled) -> String {
    pooled.mean.value().map_or_else(|| say.t(Key::WhyNoPairs), |value| decimal(say, value, DIGITS))
}

/// `0.81 (19 pairs)`.
pub(super) fn mean_with_n(say: Say, pooled: &Pooled) -> String {
    match pooled.mean.value() {
        Some(value) => format!("{} ({})", decimal(say, value, DIGITS), pairs(say, pooled.mean.pairs)),
        None => say.t(Key::NoPairsShort),
    }
}

/// `3 of 19`; silence said as such.
pub(super) fn concluded(say: Say, agreed: &Agreed) -> String {
    match (agreed.concluded.len(), agreed.possible) {
        (0, m) => say.f(Key::PairsNoneNamed, &[("m", &say.num(m))]),
        (k, m) => say.of(k, m),
    }
}

pub(super) fn accessions(say: Say, n: usize) -> String {
    if n == 0 { say.t(Key::AccessionsNone) } else { say.n(Key::NAccessions, n) }
}

pub(super) fn shared(say: Say, group: &OfGroup, instruments: usize) -> String {
    say.of(group.treaties.all_party.len(), instruments)
}

/// Accessions of all groups of two or more.
pub(super) fn all_accessions(measures: &Measures) -> usize {
    let groups = measures.groups.iter().filter(|group| group.states.len() > 1);
    groups.map(|group| group.treaties.accessions).sum()
}

/// How many positions a grouping agrees with, and from how many it differs.
pub(super) fn verdicts(wishes: &[Wish]) -> [usize; 2] {
    let agrees = wishes.iter().filter(|wish| matches!(wish.verdict, Verdict::Same(_))).count();
    let silent = wishes.iter().filter(|wish| wish.verdict == Verdict::NotStated).count();
    [agrees, wishes.len() - agrees - silent]
}

pub(super) fn verdict_words(say: Say, wishes: &[Wish]) -> String {
    let [agrees, differs] = verdicts(wishes).map(|n| say.num(n));
    say.f(Key::WishesCount, &[("agrees", &agrees), ("differs", &differs)])
}

struct Words<'a> {
    asked: Asked<'a>,
    say: Say<'a>,
}

impl<'a> Words<'a> {
    fn of(asked: Asked<'a>) -> Self {
        Self { asked, say: asked.say() }
    }

    fn facet(&self, label: Key, value: String, n: String, formula: Key, items: Vec<FacetItem>) -> Facet {
        Facet { label: self.say.t(label), value, n, formula: self.say.t(formula), items }
    }

    fn item(&self, text: String, evidence: Evidence, after: String) -> FacetItem {
        FacetItem { text, open: Some(self.asked.open(evidence)), after }
    }

    fn agreed(&self, label: Key, agreed: &Agreed, list: bool) -> Facet {
        let say = self.say;
        let pair = |[a, b]: &[StateId; 2]| {
            let text = format!("{} – {}", say.short(*a), say.short(*b));
            self.item(text, Evidence::Pair(*a, *b), String::new())
        };
        let pending = |pair: FacetItem| FacetItem { after: say.t(Key::PairPending), ..pair };
        let mut items = Vec::new();
        if list {
            items.extend(agreed.concluded.iter().map(pair));
            items.extend(agreed.pending.iter().map(pair).map(pending));
        }
        let possible = pairs(say, agreed.possible);
        let n = match agreed.pending.len() {
            0 => possible,
            n => format!("{possible}; {}", say.n(Key::PairsPending, n)),
        };
        self.facet(label, concluded(say, agreed), n, Key::FormulaAgreed, items)
    }

    fn likeness(&self, label: Key, pooled: &Pooled) -> Facet {
        let n = pairs(self.say, pooled.mean.pairs);
        self.facet(label, mean(self.say, pooled), n, Key::FormulaLikeness, Vec::new())
    }

    fn wish(&self, m: &Measured, wish: &Wish) -> WishRow {
        let (say, position) = (self.say, self.asked.ds.position(wish.position));
        let name = |at: usize| say.text(&m.scheme.groups[at].name);
        let verdict = match wish.verdict {
            Verdict::Same(at) => say.f(Key::WishSame, &[("group", &name(at))]),
            Verdict::Wider(at) => say.f(Key::WishWider, &[("group", &name(at))]),
            Verdict::Apart => say.t(Key::WishApart),
            Verdict::NotStated => say.t(Key::WishNotStated),
        };
        let stance = say.t(stance_name(position.stance));
        WishRow {
            holder: format!("{} ({stance})", crate::text::capital(&say.holder(&position.holder))),
            verdict,
            open: self.asked.open(Evidence::Position(wish.position)),
        }
    }
}

/// The measures of a group of two or more.
pub(super) fn of_group(asked: Asked, m: &Measured, at: usize) -> Vec<Facet> {
    let (w, ds) = (Words::of(asked), asked.ds);
    let (say, group) = (w.say, &m.measures.groups[at]);
    let place = u16::try_from(at).ok();
    let instrument = |id: InstrumentId| w.item(say.instrument(id), Evidence::Count(place, id), String::new());
    let members = say.n(Key::NStates, group.states.len());
    let all_party = group.treaties.all_party.iter().map(|id| instrument(*id)).collect();
    let gap = |gap: &crate::analysis::Gap| {
        let mut items: Vec<_> = gap.instruments.iter().map(|id| instrument(*id)).collect();
        // Instruments that the same members have not joined stand before their names: "CSSP 54, CRS 61: Georgia".
        items.iter_mut().for_each(|item| item.after.push(','));
        if let Some(last) = items.last_mut() {
            last.after = format!(": {}", say.states(gap.not_yet));
        }
        items
    };
    let gaps = group.treaties.gaps.iter().flat_map(gap).collect();
    let concern = |concern: &crate::analysis::measures::Concern| {
        let theme = say.text(&ds.theme(concern.theme).name);
        let evidence = Evidence::Concern(place.unwrap_or_default(), concern.theme);
        w.item(theme, evidence, format!(" ({})", say.num(concern.raised.len())))
    };
    let concerns = match group.concerns.len() {
        0 => say.t(Key::NoneNamed),
        n => say.n(Key::NThemes, n),
    };
    let here = |wish: &&Wish| matches!(wish.verdict, Verdict::Same(g) | Verdict::Wider(g) if g == at);
    let wishes: Vec<_> = m.measures.wishes.iter().filter(here).map(|wish| w.wish(m, wish)).collect();
    let wish_items = wishes.into_iter().map(|row| FacetItem {
        text: format!("{}: {}", row.holder, row.verdict),
        open: Some(row.open),
        after: String::new(),
    });
    let wish_items: Vec<_> = wish_items.collect();
    let wished = if wish_items.is_empty() { say.t(Key::WishesNone) } else { say.num(wish_items.len()) };
    let positions = say.f(Key::WishesOf, &[("n", &say.num(m.measures.wishes.len()))]);
    let shared_value = shared(say, group, ds.instruments.len());
    let left = accessions(say, group.treaties.accessions);
    vec![
        w.facet(Key::MeasureShared, shared_value, members.clone(), Key::FormulaShared, all_party),
        w.facet(Key::MeasureAccessions, left, members.clone(), Key::FormulaAccessions, gaps),
        w.likeness(Key::MeasureLikeness, &group.likeness),
        w.agreed(Key::MeasureAgreed, &group.agreed, true),
        w.facet(
            Key::MeasureConcerns,
            concerns,
            members,
            Key::FormulaConcerns,
            group.concerns.iter().map(concern).collect(),
        ),
        w.facet(Key::MeasureWishes, wished, positions, Key::FormulaWishes, wish_items),
    ]
}

/// The measures of the whole grouping.
pub(super) fn whole(asked: Asked, m: &Measured) -> Whole {
    let (w, ds) = (Words::of(asked), asked.ds);
    let (say, measures) = (w.say, &m.measures);
    let grouped = m.grouping().grouped();
    let states = say.n(Key::NStates, grouped.len());
    let silhouette = silhouette(say, measures);
    let collective = |id: &AgreementId| {
        w.item(say.text(&ds.agreement(*id).title), Evidence::Agreement(*id), String::new())
    };
    let wishes = say.num(measures.wishes.len());
    Whole {
        title: say.t(Key::WholeTitle),
        note: say.t(Key::LikenessNotMerit),
        heads: [Key::MeasureHead, Key::Value, Key::MeasureOver, Key::MeasureFormula].map(|key| say.t(key)),
        facets: vec![
            w.likeness(Key::MeasureInside, &measures.inside),
            w.likeness(Key::MeasureAcross, &measures.across),
            w.facet(Key::MeasureSilhouette, silhouette, states.clone(), Key::FormulaSilhouette, Vec::new()),
            w.agreed(Key::MeasureAgreedInside, &measures.agreed_inside, false),
            w.agreed(Key::MeasureAgreedAcross, &measures.agreed_across, true),
            w.facet(
                Key::MeasureCollective,
                say.num(measures.collective.len()),
                say.n(Key::NAgreements, ds.agreements.len()),
                Key::FormulaCollective,
                measures.collective.iter().map(collective).collect(),
            ),
            w.facet(
                Key::MeasureAccessionsAll,
                accessions(say, all_accessions(measures)),
                states,
                Key::FormulaAccessions,
                Vec::new(),
            ),
            w.facet(
                Key::MeasureWishes,
                verdict_words(say, &measures.wishes),
                say.f(Key::WishesOf, &[("n", &wishes)]),
                Key::FormulaWishes,
                Vec::new(),
            ),
        ],
        wishes: Wishes {
            title: say.t(Key::WishesTitle),
            note: say.t(Key::FormulaWishes),
            rows: measures.wishes.iter().map(|wish| w.wish(m, wish)).collect(),
        },
        silhouettes: silhouettes(asked, m),
        pairs: like_table(asked, m),
    }
}

/// The mean silhouette, or why there is none.
pub(super) fn silhouette(say: Say, measures: &Measures) -> String {
    match &measures.silhouettes {
        Ok(all) => mean_silhouette(all).map_or_else(String::new, |mean| decimal(say, mean, DIGITS)),
        Err(reason) => why(say, *reason),
    }
}

fn silhouettes(asked: Asked, m: &Measured) -> Silhouettes {
    let say = asked.say();
    let name = |at: usize| say.text(&m.scheme.groups[at].name);
    let row = |s: &Silhouette| {
        let (nearest, distance) = s.nearest;
        let alone = s.own.is_none();
        let value = decimal(say, s.value, DIGITS);
        [
            say.state(s.state),
            name(s.group),
            s.own.map_or_else(|| say.t(Key::GroupOfOneShort), |own| decimal(say, own, DIGITS)),
            format!("{} ({})", decimal(say, distance, DIGITS), name(nearest)),
            if alone { say.f(Key::SilhouetteConvention, &[("value", &value)]) } else { value },
        ]
    };
    let (note, rows) = match &m.measures.silhouettes {
        Ok(all) => (say.t(Key::FormulaSilhouette), all.iter().map(row).collect()),
        Err(reason) => (why(say, *reason), Vec::new()),
    };
    let heads = [Key::State, Key::Group, Key::SilhouetteOwn, Key::SilhouetteNearest, Key::Silhouette];
    Silhouettes { title: say.t(Key::SilhouettesTitle), note, heads: heads.map(|key| say.t(key)), rows }
}

/// Every pair of grouped states, by group.
fn like_table(asked: Asked, m: &Measured) -> LikeTable {
    let say = asked.say();
    let grouping = m.grouping();
    let mut order: Vec<StateId> = Vec::new();
    for set in &m.sets {
        let new: Vec<_> = say.sorted(*set).into_iter().filter(|state| !order.contains(state)).collect();
        order.extend(new);
    }
    let all = m.measures.inside.pairs.iter().chain(&m.measures.across.pairs);
    let all: Vec<_> = all.collect();
    let cell = |a: StateId, b: StateId| {
        let share = all.iter().find(|pair| pair.states.contains(&a) && pair.states.contains(&b));
        let share = share.and_then(|pair| pair.share);
        let inside = grouping.together(a, b);
        let text = share.map_or_else(|| "–".to_owned(), |share| decimal(say, share.value(), DIGITS));
        let (both, any) = share.map_or((0, 0), |share| (share.both as usize, share.any as usize));
        let place = say.t(if inside { Key::PairInside } else { Key::PairAcross });
        let names = [say.state(a), say.state(b)];
        let (both_text, any_text) = (say.num(both), say.num(any));
        let values = [
            ("a", names[0].as_str()),
            ("b", &names[1]),
            ("value", &text),
            ("both", &both_text),
            ("any", &any_text),
            ("place", &place),
        ];
        LikeCell {
            label: say.f(Key::LikeCellLabel, &values),
            tone: (both * 4).checked_div(any).unwrap_or_default(),
            inside,
            open: asked.open(Evidence::Like(a.min(b), a.max(b))),
            text,
        }
    };
    LikeTable {
        title: say.t(Key::LikeTableTitle),
        note: say.t(Key::LikeTableNote),
        names: order.iter().map(|state| say.state(*state)).collect(),
        rows: (0..order.len()).map(|i| (0..i).map(|j| cell(order[i], order[j])).collect()).collect(),
    }
}
