//! The selected theme: for each kind of finding, the first of each voice.

use super::choice::{Choice, Theme};
use super::model::{FindingMark, SideBySide, SideCell, SideKind, SideRelation};
use crate::model::{Polarity, RelationKind, VoiceKind};
use crate::query::FacetKey;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::filter_bar::values::value_name;
use crate::view::words::labels::{polarity_label, voices_label};

/// Builds the selected theme side by side. The first is first in the report's order, a rule and not
/// a choice.
pub(super) fn side_by_side(choice: &Choice, theme: &Theme) -> SideBySide {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let head = |voice: &VoiceKind| {
        let (name, n) = (fmt.text(voices_label(*voice)), theme.of_voice(cx, *voice));
        (FindingMark::of(*voice), format!("{name} {}", fmt.number(n)))
    };
    let has =
        |kind: &Polarity| choice.voices.iter().any(|voice| theme.of(cx, *voice, *kind).next().is_some());
    let n = fmt.number(theme.ids.len());
    SideBySide {
        title: value_name(cx, FacetKey::Theme, theme.id.ix()),
        close: fmt.text(Key::PerspectivesClose),
        close_href: choice.selecting(None),
        paraphrased: fmt.text(Key::Paraphrased),
        heads: choice.voices.iter().map(head).collect(),
        kinds: Polarity::ALL.iter().copied().filter(has).map(|kind| side_kind(choice, theme, kind)).collect(),
        relations: vec![
            relation(choice, theme, RelationKind::Supports, Key::Agree),
            relation(choice, theme, RelationKind::Opposes, Key::SetAgainst),
        ],
        all: (!theme.ids.is_empty())
            .then(|| (fmt.format(Key::AllAsList, &[("n", &n)]), choice.list(theme, &choice.voices, None))),
    }
}

fn side_kind(choice: &Choice, theme: &Theme, kind: Polarity) -> SideKind {
    SideKind {
        kind: choice.cx.formatter().text(polarity_label(kind).1),
        cells: choice.voices.iter().map(|voice| side_cell(choice, theme, kind, *voice)).collect(),
    }
}

fn side_cell(choice: &Choice, theme: &Theme, kind: Polarity, who: VoiceKind) -> SideCell {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let voice = fmt.text(voices_label(who));
    let Some(first) = theme.of(cx, who, kind).next() else {
        let silence = if choice.is_whole() { Key::NoneNamed } else { Key::NoneFits };
        return SideCell::Silent { voice, silence: fmt.text(silence) };
    };
    let (finding, n) = (cx.ds.finding(first), theme.of(cx, who, kind).count());
    SideCell::First {
        voice,
        summary: fmt.localized(&finding.summary),
        pages: fmt.page_list(&finding.provenance.sources),
        open: cx.evidence_link(Evidence::Finding(first)),
        all: (n > 1).then(|| {
            let words = fmt.format(Key::AllOfThem, &[("n", &fmt.number(n))]);
            (words, choice.list(theme, &[who], Some(kind)))
        }),
    }
}

fn relation(choice: &Choice, theme: &Theme, kind: RelationKind, label: Key) -> SideRelation {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let those = theme.relations.iter().filter(|(_, relation)| relation.kind == kind);
    let pairs = those.map(|(id, relation)| {
        let (one, other) = (cx.ds.finding(*id), cx.ds.finding(relation.finding));
        let pages = fmt.page_list(&one.provenance.sources);
        let words = format!("{} – {}, {pages}", fmt.voices(one), fmt.voices(other));
        (words, cx.evidence_link(Evidence::Finding(*id)))
    });
    let pairs: Vec<_> = pairs.collect();
    SideRelation { label: format!("{}: {}", fmt.text(label), fmt.number(pairs.len())), pairs }
}
