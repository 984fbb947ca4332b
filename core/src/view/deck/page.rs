//! The view in which the deck is put together.

use super::model::{
    DeckButton, DeckInput, DeckTools, DeckView, SharedDeckOffer, SlideEditor, SlideRow, SlideWords,
};
use super::words::slide_words;
use crate::deck::{Deck, DeckCommand, MAX_DECK_LINK, Slide, pack, unpack};
use crate::state::{Action, Appearance, Tab, View, ViewState, encode};
use crate::text::{self, Key};
use crate::view::brief::brief_link;
use crate::view::context::ViewContext;
use crate::view::parts::view_name::view_name;
use crate::view::words::format::Formatter;
use crate::view::words::labels::{tab_label, view_label};

/// Slides of a deck in a link whose titles are listed.
const MOST_LISTED: usize = 12;

/// Returns the tools of a page: "Add to deck" and the menu "Take away".
pub fn deck_tools(cx: ViewContext, slides: usize) -> DeckTools {
    let fmt = cx.formatter();
    // Presenting ends where the deck is put together.
    let state = ViewState { slide: None, ..cx.state.clone() };
    let href = ViewContext { state: &state, ..cx }.link(Action::Go(View::Deck));
    let downloads = [
        (Key::TakeSlides, DeckCommand::DownloadSlides),
        (Key::TakeDocument, DeckCommand::DownloadDocument),
        (Key::TakeSvg, DeckCommand::DownloadSvg),
        (Key::TakePng, DeckCommand::DownloadPng),
        (Key::TakeCopy, DeckCommand::CopyPicture),
        (Key::TakeApp, DeckCommand::SaveApp),
    ];
    DeckTools {
        add: DeckButton::new(fmt, Key::DeckAdd, DeckCommand::Add),
        menu: fmt.text(Key::TakeMenu),
        deck: (fmt.format(Key::DeckTool, &[("n", &fmt.number(slides))]), href),
        brief: (fmt.text(Key::TakeBrief), brief_link(cx)),
        downloads: downloads.map(|(key, command)| DeckButton::new(fmt, key, command)).into(),
    }
}

/// Returns the view of the deck.
pub fn deck_view(cx: ViewContext, input: &DeckInput) -> DeckView {
    let (fmt, deck) = (cx.formatter(), input.deck);
    let n = deck.slides.len();
    let selected = deck.position(cx.state.slide);
    let kept = fmt.text(if input.is_kept { Key::DeckKept } else { Key::DeckNotKept });
    let present = (n > 0).then(|| DeckButton {
        label: fmt.format(Key::DeckPresentFrom, &[("n", &fmt.number(selected + 1))]),
        ..DeckButton::new(fmt, Key::DeckPresentFrom, DeckCommand::Present(selected))
    });
    let mut buttons = Vec::new();
    if input.can_undo {
        buttons.push(DeckButton::new(fmt, Key::DeckUndo, DeckCommand::Undo));
    }
    if *deck != Deck::default() {
        buttons.push(DeckButton::new(fmt, Key::DeckClear, DeckCommand::Clear));
    }
    buttons.push(DeckButton::new(fmt, Key::DeckReady, DeckCommand::ReadyMade));
    let (link_note, holds) = link_note(fmt, deck);
    let mut files = vec![
        DeckButton::new(fmt, Key::FileSave, DeckCommand::Save),
        DeckButton::new(fmt, Key::TakeDeck, DeckCommand::DownloadDeck),
        DeckButton::new(fmt, Key::TakeApp, DeckCommand::SaveApp),
    ];
    if holds > 0 {
        let copied = if holds < n { Key::DeckCopyPart } else { Key::DeckCopyLink };
        let label = fmt.format(copied, &[("n", &fmt.number(holds)), ("all", &fmt.number(n))]);
        files.push(DeckButton { label, ..DeckButton::new(fmt, copied, DeckCommand::CopyLink) });
    }
    files.iter_mut().for_each(|file| file.is_disabled = n == 0);
    DeckView {
        title: fmt.text(Key::ViewDeck),
        lead: format!("{} · {kept}", fmt.plural(Key::DeckSlides, n)),
        is_warning: !input.is_kept,
        name_label: fmt.text(Key::DeckName),
        name: deck.name.clone(),
        name_hint: fmt.text(Key::DeckNameHint),
        present,
        buttons,
        file_title: fmt.text(Key::DeckHandOver),
        files,
        open_label: fmt.text(Key::FileOpen),
        link_note,
        list_label: fmt.text(Key::DeckList),
        slides: rows(cx, input, selected),
        empty: (n == 0).then(|| fmt.text(Key::DeckEmpty)),
        editor: deck.slides.get(selected).map(|slide| editor(cx, input, selected, slide)),
        shared: shared(cx),
    }
}

/// Says what a link of the deck holds. Returns the number of its slides, too.
fn link_note(fmt: Formatter, deck: &Deck) -> (String, usize) {
    let (n, most) = (deck.slides.len(), fmt.number(MAX_DECK_LINK));
    let holds = pack(deck).map_or(0, |packed| packed.slides);
    let number = |n: usize| fmt.number(n);
    let note = if n == 0 {
        String::new()
    } else if holds == n {
        fmt.text(Key::DeckLinkAll)
    } else {
        fmt.format(Key::DeckLinkPart, &[("n", &number(holds)), ("all", &number(n)), ("most", &most)])
    };
    (note, holds)
}

/// Returns the name of the view of a slide, with that of its tab.
fn place(fmt: Formatter, state: &ViewState) -> String {
    let view = fmt.text(view_label(state.view));
    match state.tab == Tab::default() {
        true => view,
        false => format!("{view} · {}", fmt.text(tab_label(state.view, state.tab))),
    }
}

/// Returns the generated words of a slide; the name of its view until they are computed.
fn words(cx: ViewContext, input: &DeckInput, slide: &Slide, state: &ViewState) -> SlideWords {
    (input.words)(slide).unwrap_or_else(|| SlideWords {
        title: view_name(ViewContext { state, ..cx }),
        sentence: String::new(),
    })
}

fn rows(cx: ViewContext, input: &DeckInput, selected: usize) -> Vec<SlideRow> {
    let (fmt, slides) = (cx.formatter(), &input.deck.slides);
    let last = slides.len().saturating_sub(1);
    let row = |(at, slide): (usize, &Slide)| {
        let state = slide.state(cx.ds, cx.state.lang);
        let title = slide.title_or(|| words(cx, input, slide, &state).title);
        let number = fmt.number(at + 1);
        let named = |key, sign: &str, command, is_disabled| DeckButton {
            label: sign.to_owned(),
            name: fmt.format(key, &[("n", &number), ("title", &title)]),
            command,
            is_disabled,
        };
        let own = slide.title.is_some().then(|| fmt.text(Key::DeckOwnTitle));
        let changed = (slide.data != input.data).then(|| fmt.text(Key::DeckChanged));
        let position = u16::try_from(at).ok();
        SlideRow {
            place: place(fmt, &state),
            marks: own.into_iter().chain(changed).collect(),
            picture: (input.pictures)(slide),
            href: encode(&ViewState { slide: position, ..cx.state.clone() }, cx.ds),
            is_selected: at == selected,
            buttons: vec![
                named(Key::DeckUp, "↑", DeckCommand::Up(at), at == 0),
                named(Key::DeckDown, "↓", DeckCommand::Down(at), at == last),
                named(Key::DeckRemove, "✕", DeckCommand::Remove(at), false),
            ],
            number,
            title,
        }
    };
    slides.iter().enumerate().map(row).collect()
}

fn editor(cx: ViewContext, input: &DeckInput, at: usize, slide: &Slide) -> SlideEditor {
    let fmt = cx.formatter();
    let appearance = cx.state.appearance;
    let state = slide.state(cx.ds, cx.state.lang);
    let generated = words(cx, input, slide, &state);
    let changed = (slide.data != input.data)
        .then(|| fmt.format(Key::DeckChangedFrom, &[("then", &slide.data), ("now", input.data)]));
    let is_own = slide.title.is_some();
    let shown = ViewState {
        appearance: if appearance == Appearance::Projector { state.appearance } else { appearance },
        ..state
    };
    SlideEditor {
        position: at,
        heading: fmt.format(
            Key::DeckSlideOf,
            &[("n", &fmt.number(at + 1)), ("all", &fmt.number(input.deck.slides.len()))],
        ),
        title_label: fmt.text(Key::DeckTitle),
        title_note: fmt.text(if is_own { Key::DeckTitleOwn } else { Key::DeckTitleGenerated }),
        title: slide.title_or(|| generated.title.clone()),
        generated: is_own.then(|| DeckButton::new(fmt, Key::DeckGenerated, DeckCommand::Generated(at))),
        generated_title: generated.title,
        sentence: generated.sentence,
        picture: (input.pictures)(slide),
        changed,
        open: (fmt.text(Key::DeckOpenView), encode(&shown, cx.ds)),
        notes_label: fmt.text(Key::DeckNotesName),
        notes_note: fmt.text(Key::DeckNotesNote),
        notes: slide.notes.clone(),
    }
}

/// Returns the offer to use the deck of the link.
fn shared(cx: ViewContext) -> Option<SharedDeckOffer> {
    let (fmt, packed) = (cx.formatter(), cx.state.shared_deck.as_ref()?);
    let left = ViewState { shared_deck: None, ..cx.state.clone() };
    let leave = |key| (fmt.text(key), encode(&left, cx.ds));
    let Some(deck) = unpack(cx.ds, packed) else {
        let (text, decline) = (fmt.text(Key::DeckLinkDamaged), leave(Key::DeckKeepMine));
        return Some(SharedDeckOffer { text, slides: Vec::new(), accept: None, decline });
    };
    let title = |slide: &Slide| {
        let state = slide.state(cx.ds, cx.state.lang);
        slide.title_or(|| slide_words(ViewContext { state: &state, ..cx }).title)
    };
    let name = if deck.name.is_empty() { fmt.text(Key::ViewDeck) } else { deck.name.clone() };
    Some(SharedDeckOffer {
        text: text::plural(fmt.lang, Key::DeckShared, deck.slides.len(), &[("name", &name)]),
        slides: deck.slides.iter().take(MOST_LISTED).map(title).collect(),
        accept: Some(DeckButton::new(fmt, Key::DeckUse, DeckCommand::UseShared)),
        decline: leave(Key::DeckKeepMine),
    })
}
