//! The state as a URL fragment and back: `#/instruments?v=1&g=ukraine&s=ARM.GEO&open=cell:GEO:CSR51`.
//!
//! Encoding writes only what differs from the landing view. Decoding is total: any text gives a valid state and the
//! list of what was dropped; damage of known kinds is undone first ([`super::repair`]). `decode(encode(state)) == state`.

use super::decoded::{Decoded, LinkError};
use super::migrations::{RawLink, migrate};
use super::params::{GROUPING_PARAMS, LinkParam, VIEW_PARAMS, excerpt, param_named};
use super::repair::{self, plain};
use super::sought::is_unseen;
use super::{OWN, Tab, View, ViewState};
use crate::model::Dataset;
use crate::query::{FACETS, Facet, FacetContext, MAX_FACET_VALUES, ValueMask};

/// Longest fragment that is read, in bytes. Links that this version makes stay below 2,000, were everything chosen at once;
/// only a grouping of twelve groups that all have most states takes more.
pub const MAX_LINK: usize = 3_000;
/// Version that links carry.
const VERSION: &str = "1";

/// More values than this are not named one by one.
const LONG: usize = 6;
/// Begins a facet's values that are left out.
const ALL_BUT: &str = "~";
/// Begins a number whose bits are the positions of a facet's values.
const POSITIONS: &str = "*";

/// The fragment of a state, `#` included.
pub fn encode(state: &ViewState, ds: &Dataset) -> String {
    let mut query = Query(String::new());
    query.add_all(GROUPING_PARAMS, state, ds);
    let ground = state.ground(ds);
    for facet in FACETS {
        let chosen = state.filter.chosen(facet.key);
        if chosen != 0 {
            query.add(facet.url, &written(ground, facet, chosen));
        }
    }
    query.add_all(VIEW_PARAMS, state, ds);
    format!("#/{}{}", state.view.url(), repair::ended(query.0, VERSION))
}

/// The values of a facet: their ids; of many the ids of those left out; where both are many, one number that has a bit for
/// each position, so that no link grows without bound.
fn written(ground: FacetContext, facet: &Facet, chosen: ValueMask) -> String {
    let len = (facet.len)(ground);
    let ids = |has: u32| {
        let wanted = (0..len).filter(move |i| (chosen >> *i & 1) as u32 == has);
        wanted.map(|i| (facet.id)(ground, i)).collect::<Vec<_>>().join(".")
    };
    let n = chosen.count_ones() as usize;
    match (n <= LONG, len - n <= LONG) {
        (true, _) => ids(1),
        (false, true) => format!("{ALL_BUT}{}", ids(0)),
        (false, false) => format!("{POSITIONS}{chosen:x}"),
    }
}

struct Query(String);

impl Query {
    fn add_all(&mut self, params: &[LinkParam], state: &ViewState, ds: &Dataset) {
        for param in params {
            if let Some(value) = (param.write)(state, ds) {
                self.add(param.name, &value);
            }
        }
    }

    /// Adds a parameter; ids are plain ASCII, so nothing needs escaping but the words sought.
    fn add(&mut self, name: &str, value: &str) {
        if self.0.is_empty() {
            self.0.push_str("?v=");
            self.0.push_str(VERSION);
        }
        self.0.extend(["&", name, "=", value]);
    }
}

/// The state of a fragment, with or without `#`. Damage is undone, unless the fragment as it was given loses less.
pub fn decode(fragment: &str, ds: &Dataset) -> Decoded {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    // Damage makes a link longer.
    let (text, is_cut) = shorten(text, 4 * MAX_LINK);
    let whole = repair::without_stump(text);
    let (text, is_cut) = (&text[..whole], is_cut || whole < text.len());
    let given = read(text, is_cut, ds);
    let text = repair::repaired(text);
    let mut repaired = read(&text, is_cut, ds);
    if repaired.dropped.len() > given.dropped.len() {
        return given;
    }
    // A line end stays where there are two readings.
    if text.contains('\n') && repaired.dropped.is_empty() {
        repaired.dropped.push(LinkError::Value("q", repaired.state.sought.text().to_owned()));
    }
    repaired
}

/// The state of a fragment as it stands.
fn read(text: &str, is_cut: bool, ds: &Dataset) -> Decoded {
    let mut out = Decoded::default();
    let (text, is_long) = shorten(text, MAX_LINK);
    if is_cut || is_long {
        out.dropped.push(LinkError::Length);
    }
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let name = key(path);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let mut link = RawLink { view: name.to_owned(), params: Vec::new() };
    // A second `?` comes from a tool that adds its own parameter to any address.
    for part in query.split(['&', '?']).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = key(name).to_ascii_lowercase();
        if !repair::is_tracking(&name) {
            let value = if name == "q" { plain(value) } else { key(value) };
            link.params.push((name, value));
        }
    }
    migrate(&mut link);
    match View::from_url(&link.view) {
        Some(view) => out.state.view = view,
        None => out.dropped.push(LinkError::View(excerpt(&link.view))),
    }
    // What others name goes first: the reader's grouping, then the active one, whose groups may be named.
    let turn = |name: &str| [OWN, "g"].iter().position(|first| *first == name).unwrap_or(2);
    let mut used: Vec<(&str, &str)> = Vec::new();
    for now in 0..=2 {
        for (name, value) in link.params.iter().filter(|(name, _)| turn(name) == now) {
            let lost = out.dropped.len();
            param(&mut out, ds, name, value);
            // Values of a facet add up; of the rest the last that can be used wins, and another before it is lost.
            if lost < out.dropped.len() || FACETS.iter().any(|facet| facet.url == name) {
                continue;
            }
            if let Some((_, before)) = used.iter().rev().find(|(used, _)| used == name)
                && !before.eq_ignore_ascii_case(value)
            {
                out.dropped.push(LinkError::Twice(name.clone(), excerpt(before)));
            }
            used.push((name, value));
        }
    }
    let tab = out.state.tab;
    if !out.state.view.tabs().contains(&tab) {
        out.state.tab = Tab::default();
        out.dropped.push(LinkError::Value("tab", tab.url().to_owned()));
    }
    out
}

/// The beginning of a text, and whether there was more.
fn shorten(text: &str, most: usize) -> (&str, bool) {
    if text.len() <= most {
        return (text, false);
    }
    let end = (0..=most).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    // The last parameter may be cut in half: it goes as well, but for words sought, of which the beginning is kept anyway.
    match text[..end].rsplit_once(['&', '?']) {
        Some((head, last)) if !last.starts_with("q=") => (head, true),
        _ => (&text[..end], true),
    }
}

/// A name of the link's own: none has blanks, characters that cannot be seen or backslashes, and its hyphens are plain.
fn key(text: &str) -> String {
    let mut out = String::new();
    let is_kept = |c: &char| !(c.is_whitespace() || c.is_control() || is_unseen(*c) || *c == '\\');
    for c in plain(text).chars().filter(is_kept) {
        match repair::hyphens(c) {
            None => out.push(c),
            Some(hyphens) => out.push_str(hyphens),
        }
    }
    out
}

fn param(out: &mut Decoded, ds: &Dataset, name: &str, value: &str) {
    if name == "v" {
        if value != VERSION {
            let newer = value.parse::<u32>().is_ok_and(|version| version > 1);
            out.dropped.push(if newer {
                LinkError::Version(excerpt(value))
            } else {
                LinkError::Value("v", excerpt(value))
            });
        }
        return;
    }
    match param_named(name) {
        Some(param) if !(param.read)(out, ds, value) => {
            out.dropped.push(LinkError::Value(param.name, excerpt(value)));
        }
        Some(_) => {}
        None => facet(out, ds, name, value),
    }
}

fn facet(out: &mut Decoded, ds: &Dataset, name: &str, value: &str) {
    let Some(facet) = FACETS.iter().find(|facet| facet.url == name) else {
        out.dropped.push(LinkError::Param(excerpt(name)));
        return;
    };
    let ground = out.state.ground(ds);
    if let Some(bits) = value.strip_prefix(POSITIONS) {
        match ValueMask::from_str_radix(bits, 16).map(|bits| out.state.filter.with(ground, facet.key, bits)) {
            Ok(filter) => out.state.filter = filter,
            Err(_) => out.dropped.push(LinkError::Value(facet.url, excerpt(value))),
        }
        return;
    }
    let (ids, except) = value.strip_prefix(ALL_BUT).map_or((value, false), |ids| (ids, true));
    let mut named = 0;
    for id in ids.split('.').filter(|id| !id.is_empty()) {
        match (0..(facet.len)(ground))
            .take(MAX_FACET_VALUES)
            .find(|i| (facet.id)(ground, *i).eq_ignore_ascii_case(id))
        {
            Some(i) => named |= 1 << i,
            None => out.dropped.push(LinkError::Value(facet.url, excerpt(id))),
        }
    }
    let chosen = out.state.filter.chosen(facet.key) | if except { !named } else { named };
    out.state.filter = out.state.filter.with(ground, facet.key, chosen);
}
