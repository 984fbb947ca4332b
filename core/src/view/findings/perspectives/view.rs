//! Builds the perspectives.

use super::choice::{Choice, Theme, says};
use super::model::{
    FindingMark, KindHead, MarkItem, Perspectives, ThemeChoice, ThemeRow, UnitLine, VoiceOption,
};
use super::side::side_by_side;
use crate::model::{FindingId, Polarity, VoiceKind};
use crate::query::FacetKey;
use crate::state::{Command, SpokeFilter, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::filter_bar::search;
use crate::view::filter_bar::values::value_name;
use crate::view::findings::list::limits;
use crate::view::words::labels::{polarity_label, voices_label};

/// Units that have room in a row of the table, and beside the selected theme.
const ROOM: [usize; 2] = [100, 64];
/// Most units in a line.
const MOST: usize = 26;

/// Builds the view model.
pub fn perspectives(cx: ViewContext) -> Perspectives {
    let fmt = cx.formatter();
    let found = cx.search_result();
    let choice = Choice::new(cx);
    let themes = choice.themes();
    let shown: Vec<&Theme> = themes.iter().filter(|theme| theme.is_in(&choice, cx.state.spoke)).collect();
    let selected = shown.iter().find(|theme| cx.state.of == Some(Subject::Theme(theme.id)));
    let names: Vec<_> = choice.voices.iter().map(|voice| fmt.text(voices_label(*voice))).collect();
    Perspectives {
        title: fmt.text(Key::PerspectivesTitle),
        sentences: sentences(&choice, &themes),
        limits: limits(cx, &choice.answer),
        notes: found.as_ref().map(|found| search::search_notes(cx, found)).unwrap_or_default(),
        compared: fmt.text(Key::SideBySide),
        compared_value: match &*names {
            [one, other, rest @ ..] if !rest.is_empty() => format!("{one}, {other} +{}", rest.len()),
            all => all.join(", "),
        },
        voices: VoiceKind::ALL.iter().map(|voice| voice_option(&choice, *voice)).collect(),
        choices_name: fmt.text(Key::AxisRows),
        choices_lead: (!choice.is_whole()).then(|| fmt.text(Key::InThisChoice)),
        choices: SpokeFilter::ALL.iter().map(|spoke| theme_choice(&choice, &themes, *spoke)).collect(),
        caption: fmt.text(Key::PerspectivesCaption),
        theme_head: fmt.text(Key::FacetTheme),
        heads: Polarity::ALL.iter().map(|kind| head(&choice, *kind)).collect(),
        rows: shown.iter().map(|theme| row(&choice, theme)).collect(),
        per_line: per_line(&choice, &shown, ROOM[usize::from(selected.is_some())]),
        legend_name: fmt.text(Key::Legend),
        legend: legend(&choice, &shown),
        twice: fmt.text(Key::TwoThemes),
        side: selected.map(|theme| side_by_side(&choice, theme)),
        no_row: shown.is_empty().then(|| fmt.text(Key::NoSuchTheme)),
        empty: choice.answer.ids.is_empty().then(|| nothing_found(&choice)),
    }
}

/// Returns the message if no finding of these voices matches: others may have what is looked for.
fn nothing_found(choice: &Choice) -> String {
    match choice.of_all() {
        0 => search::nothing_found(choice.cx),
        n => choice.cx.formatter().plural(Key::OnlyOthers, n),
    }
}

/// Returns the number of findings of a voice: "11 by governments".
fn by(cx: ViewContext, voice: VoiceKind, n: usize) -> String {
    let fmt = cx.formatter();
    fmt.format(Key::ByVoice, &[("n", &fmt.number(n)), ("voice", &fmt.text(voices_label(voice)))])
}

/// Returns how many findings are of more than one of the voices, so that the numbers add up.
fn by_several(choice: &Choice) -> Option<String> {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let voices =
        |id: &FindingId| choice.voices.iter().filter(|voice| says(cx.ds.finding(*id), **voice)).count();
    let n = choice.answer.ids.iter().filter(|id| voices(id) > 1).count();
    let key = if choice.voices.len() == 2 { Key::ByBoth } else { Key::BySeveral };
    (n > 0).then(|| fmt.format(key, &[("n", &fmt.number(n))]))
}

/// Returns the summary: findings by voice, themes on which one voice alone or none spoke.
fn sentences(choice: &Choice, themes: &[Theme]) -> Vec<String> {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let of = |voice: &VoiceKind| {
        let n = choice.answer.ids.iter().filter(|id| says(cx.ds.finding(**id), *voice)).count();
        by(cx, *voice, n)
    };
    let total = fmt.plural(Key::FindingsTotal, choice.answer.ids.len());
    let mut list: Vec<_> = choice.voices.iter().map(of).collect();
    list.extend(by_several(choice));
    let names = |those: &[&Theme]| -> Vec<String> { those.iter().map(|theme| name(cx, theme)).collect() };
    let on = |key: Key, voice: &str, those: Vec<&Theme>| {
        let k = fmt.k_of_m(those.len(), themes.len());
        let values = [("k", &*k), ("voice", voice), ("list", &names(&those).join(", "))];
        (!those.is_empty()).then(|| fmt.format(key, &values))
    };
    let [only, none_of_them] = if choice.is_whole() {
        [Key::OnlyOneOn, Key::NoneOfThemOn]
    } else {
        [Key::OnlyOneOnOfChoice, Key::NoneOfThemOnOfChoice]
    };
    let alone = choice.voices.iter().filter(|_| choice.voices.len() > 1).filter_map(|voice| {
        let those = themes.iter().filter(|theme| theme.speaking(choice) == [*voice]).collect();
        on(only, &fmt.text(voices_label(*voice)), those)
    });
    let none = themes.iter().filter(|theme| theme.ids.is_empty()).collect();
    let unnamed = choice.answer.unnamed;
    std::iter::once(format!("{total}: {}.", list.join(", ")))
        .chain((choice.voices.len() == 1).then(|| fmt.text(Key::OneVoice)))
        .chain(alone)
        .chain(on(none_of_them, "", none))
        .chain((unnamed > 0).then(|| fmt.plural(Key::FindingsUnnamed, unnamed)))
        .collect()
}

fn name(cx: ViewContext, theme: &Theme) -> String {
    value_name(cx, FacetKey::Theme, theme.id.ix())
}

fn voice_option(choice: &Choice, voice: VoiceKind) -> VoiceOption {
    VoiceOption {
        label: choice.cx.formatter().text(voices_label(voice)),
        n: choice.of_voice(voice),
        on: choice.voices.contains(&voice),
        is_last: choice.voices == [voice],
        command: Command::Filter(FacetKey::Voice, voice as usize).name(),
    }
}

fn theme_choice(choice: &Choice, themes: &[Theme], spoke: SpokeFilter) -> ThemeChoice {
    let (fmt, voices) = (choice.cx.formatter(), choice.voices.len());
    let n = themes.iter().filter(|theme| theme.is_in(choice, spoke)).count();
    let current = choice.cx.state.spoke == spoke;
    ThemeChoice {
        label: match spoke {
            SpokeFilter::All => fmt.text(Key::AllThemes),
            SpokeFilter::Every if voices == 1 => fmt.text(Key::OneSpoke),
            SpokeFilter::Every if voices == 2 => fmt.text(Key::BothSpoke),
            SpokeFilter::Every => fmt.format(Key::EverySpoke, &[("n", &fmt.number(voices))]),
            SpokeFilter::One => fmt.text(Key::OneSideSpoke),
            SpokeFilter::Agree => fmt.text(Key::Agree),
            SpokeFilter::Against => fmt.text(Key::SetAgainst),
        },
        n: (spoke != SpokeFilter::All).then_some(n),
        current,
        href: (n > 0 || spoke == SpokeFilter::All).then(|| choice.choosing(spoke)),
    }
}

fn head(choice: &Choice, kind: Polarity) -> KindHead {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let of_kind = || choice.answer.ids.iter().map(|id| cx.ds.finding(*id)).filter(|f| f.polarity == kind);
    let n = |voice: &VoiceKind| of_kind().filter(|finding| says(finding, *voice)).count();
    let label: Vec<_> = choice.voices.iter().map(|voice| by(cx, *voice, n(voice))).collect();
    let counts: Vec<_> = choice.voices.iter().map(|voice| fmt.number(n(voice))).collect();
    KindHead {
        kind: fmt.text(polarity_label(kind).1),
        counts: counts.join("\u{a0}· "),
        label: label.join(", "),
    }
}

fn row(choice: &Choice, theme: &Theme) -> ThemeRow {
    let (cx, fmt) = (choice.cx, choice.cx.formatter());
    let (name, speaking) = (name(cx, theme), theme.speaking(choice));
    let one_side = theme.is_in(choice, SpokeFilter::One);
    let remark = match &*speaking {
        [voice] if one_side => {
            let key = if choice.is_whole() { Key::OnlyOne } else { Key::OnlyOneOfChoice };
            Some(fmt.format(key, &[("voice", &fmt.text(voices_label(*voice)))]))
        }
        [] => Some(fmt.text(if choice.is_whole() { Key::NoneOfThem } else { Key::NoneFits })),
        _ => None,
    };
    let by: Vec<_> = choice.voices.iter().map(|voice| by(cx, *voice, theme.of_voice(cx, *voice))).collect();
    let current = cx.state.of == Some(Subject::Theme(theme.id));
    ThemeRow {
        by: by.join(", "),
        remark,
        one_side,
        current,
        href: choice.selecting((!current).then_some(theme.id)),
        cells: Polarity::ALL.iter().map(|kind| cell(choice, theme, &name, *kind)).collect(),
        theme: name,
    }
}

fn cell(choice: &Choice, theme: &Theme, name: &str, kind: Polarity) -> Vec<UnitLine> {
    let fmt = choice.cx.formatter();
    let line = |voice: &VoiceKind| {
        let n = theme.of(choice.cx, *voice, kind).count();
        let who = fmt.text(voices_label(*voice));
        let words = [name.to_owned(), fmt.text(polarity_label(kind).1), who.clone()].join(", ");
        UnitLine {
            mark: FindingMark::of(*voice),
            voice: who,
            n,
            href: (n > 0).then(|| choice.list(theme, &[*voice], Some(kind))),
            label: format!("{words}: {}", fmt.plural(Key::FindingsTotal, n)),
        }
    };
    choice.voices.iter().map(line).collect()
}

/// Returns the most units in a line with which the widest cells of all columns have room in a row.
fn per_line(choice: &Choice, themes: &[&Theme], room: usize) -> usize {
    let widest = |kind: &Polarity| {
        let lines = themes.iter().flat_map(|theme| {
            choice.voices.iter().map(move |voice| theme.of(choice.cx, *voice, *kind).count())
        });
        lines.max().unwrap_or(0)
    };
    let columns: Vec<usize> = Polarity::ALL.iter().map(widest).collect();
    let fits = |most: &usize| columns.iter().map(|n| n.min(most)).sum::<usize>() <= room;
    (1..=MOST).rev().find(fits).unwrap_or(1)
}

fn legend(choice: &Choice, shown: &[&Theme]) -> Vec<MarkItem> {
    let fmt = choice.cx.formatter();
    let of = |voice: &VoiceKind| {
        let name = fmt.text(voices_label(*voice));
        let word = fmt.format(Key::OneUnit, &[("voice", &name)]);
        MarkItem { mark: FindingMark::of(*voice), word, short: name }
    };
    let washed = shown.iter().any(|theme| theme.is_in(choice, SpokeFilter::One));
    let washed = washed.then(|| {
        let keys = if choice.is_whole() {
            [Key::OneSideRow, Key::OneSideSpoke]
        } else {
            [Key::OneSideRowOfChoice; 2]
        };
        let [word, short] = keys.map(|key| fmt.text(key));
        MarkItem { mark: FindingMark::OneSide, word, short }
    });
    choice.voices.iter().map(of).chain(washed).collect()
}
