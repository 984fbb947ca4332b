//! A deck in a link: views, order and own titles; no notes.
//!
//! The text of a deck is a byte for each Latin or Russian letter, with a checksum, in base 64. Only
//! letters, digits, `-` and `_` come out, which no repair of links changes (decision 0016).

use super::{Deck, MAX_SLIDES, Slide, one_line};
use crate::model::Dataset;
use crate::state::{SharedDeck, View, decode};

/// Longest link of a deck in characters, from `#` on: chat programs cut links near 2,048.
pub const MAX_DECK_LINK: usize = 2_000;
/// The link before the packed deck, with the longest language.
const BEFORE: &str = "#/deck?v=1&deck=&lang=ru";

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Byte before the three bytes of any other character.
const OTHER: u8 = 1;
/// First byte of the Russian letters.
const RUSSIAN: u8 = 0x80;

/// A deck packed for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedDeck {
    /// The packed deck.
    pub shared: SharedDeck,
    /// Number of slides that it holds, from the first one.
    pub slides: usize,
}

/// Packs the first slides of a deck, as many as fit [`MAX_DECK_LINK`]; `None` if none fits.
pub fn pack(deck: &Deck) -> Option<PackedDeck> {
    let fits = |slides| packed(deck, slides).len() + BEFORE.len() <= MAX_DECK_LINK;
    let (mut slides, mut most) = (0, deck.slides.len());
    while slides < most {
        let middle = (slides + most).div_ceil(2);
        if fits(middle) { slides = middle } else { most = middle - 1 }
    }
    let shared = SharedDeck::new(&packed(deck, slides)).filter(|_| slides > 0)?;
    Some(PackedDeck { shared, slides })
}

fn packed(deck: &Deck, slides: usize) -> String {
    let data = deck.slides.first().map_or("", |slide| &slide.data);
    let mut text = format!("{}\n{data}", deck.name);
    for slide in deck.slides.iter().take(slides) {
        text.push('\n');
        text.push_str(&shortened(&slide.link));
        if let Some(title) = &slide.title {
            text.push('\t');
            text.push_str(title);
        }
    }
    let bytes = to_bytes(&text);
    let sum = checksum(&bytes).to_be_bytes();
    format!("z{}", to_base64(sum.into_iter().chain(bytes)))
}

/// Reads a packed deck; `None` if it is damaged or names data that are not there.
pub fn unpack(ds: &Dataset, shared: &SharedDeck) -> Option<Deck> {
    let bytes = from_base64(shared.text().strip_prefix('z')?)?;
    let (sum, bytes) = bytes.split_at_checked(2)?;
    if sum != checksum(bytes).to_be_bytes() {
        return None;
    }
    let text = from_bytes(bytes)?;
    let mut parts = text.split('\n');
    let (name, data) = (one_line(parts.next()?), parts.next()?);
    let slide = |part: &str| {
        let (link, title) = part.split_once('\t').map_or((part, ""), |(link, title)| (link, title));
        let decoded = decode(&lengthened(link), ds);
        let title = Some(one_line(title)).filter(|title| !title.is_empty());
        let fits = decoded.errors.is_empty() && decoded.state.view != View::Deck;
        fits.then(|| Slide { title, ..Slide::of(&decoded.state, ds, data) })
    };
    let slides: Option<Vec<Slide>> = parts.map(slide).collect();
    slides.filter(|slides| slides.len() <= MAX_SLIDES).map(|slides| Deck { name, slides })
}

/// Leaves out what every link of the app has.
fn shortened(link: &str) -> String {
    link.strip_prefix("#/").unwrap_or(link).replacen("?v=1&", "?", 1)
}

fn lengthened(link: &str) -> String {
    format!("#/{}", link.replacen('?', "?v=1&", 1))
}

/// Both halves of FNV-1a, joined: it finds damage, not forgery.
fn checksum(bytes: &[u8]) -> u16 {
    let hash =
        bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    u16::try_from((hash >> 16) ^ (hash & 0xffff)).unwrap_or_default()
}

fn to_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match (c, u32::from(c)) {
            (_, code @ 2..0x80) => bytes.extend(u8::try_from(code)),
            ('А'..='я', code) => {
                bytes.extend(u8::try_from(code - u32::from('А') + u32::from(RUSSIAN)));
            }
            (_, code) => {
                let [_, a, b, c] = code.to_be_bytes();
                bytes.extend([OTHER, a, b, c]);
            }
        }
    }
    bytes
}

fn from_bytes(bytes: &[u8]) -> Option<String> {
    let (mut text, mut rest) = (String::with_capacity(bytes.len()), bytes);
    while let [first, after @ ..] = rest {
        rest = after;
        match *first {
            OTHER => {
                let [a, b, c, after @ ..] = rest else { return None };
                text.push(char::from_u32(u32::from_be_bytes([0, *a, *b, *c]))?);
                rest = after;
            }
            byte @ 2..0x80 => text.push(char::from(byte)),
            byte @ 0x80..0xc0 => {
                text.push(char::from_u32(u32::from('А') + u32::from(byte - RUSSIAN))?);
            }
            _ => return None,
        }
    }
    Some(text)
}

fn to_base64(bytes: impl Iterator<Item = u8>) -> String {
    let bytes: Vec<u8> = bytes.collect();
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let word = (0..3).fold(0_u32, |word, i| word << 8 | u32::from(three.get(i).copied().unwrap_or(0)));
        let signs = (0..=three.len()).map(|i| DIGITS[(word >> (18 - 6 * i) & 63) as usize]);
        out.extend(signs.map(char::from));
    }
    out
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let digit = |sign: &u8| DIGITS.iter().position(|digit| digit == sign).map(|n| n as u32);
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.as_bytes().chunks(4) {
        let mut word = 0;
        for i in 0..4 {
            word = word << 6 | four.get(i).map_or(Some(0), digit)?;
        }
        bytes.extend(word.to_be_bytes().into_iter().skip(1).take(four.len().checked_sub(1)?));
    }
    Some(bytes)
}
