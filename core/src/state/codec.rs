//! Encodes the state as a URL fragment and decodes it:
//! `#/instruments?v=1&g=ukraine&s=ARM.GEO&open=cell:GEO:CSR51`.
//!
//! Encoding writes only values that differ from the landing view, and `listby` on later pages.
//! Decoding is total: any text gives a valid state and a list of the parts that could not be used.
//! Known damage is undone first ([`super::repair`]). The round trip holds:
//! `decode(encode(state)) == state`.

use super::decoded::{Decoded, LinkError};
use super::migrations::{RawLink, migrate};
use super::params::{GROUPING_PARAMS, LinkParam, VIEW_PARAMS, excerpt, param_named};
use super::repair::{self, plain};
use super::search_text::is_unseen;
use super::{CUSTOM_SCHEME_KEY, Tab, View, ViewState};
use crate::DATA_VERSION;
use crate::model::Dataset;
use crate::query::{FACETS, Facet, FacetContext, MAX_FACET_VALUES, ValueMask};

/// Longest fragment that is decoded, in bytes.
///
/// Encoded links stay below 2,000 bytes with everything selected but the longest conditions; those
/// of both tables, or a grouping of twelve groups with most states in each, take more.
pub const MAX_LINK: usize = 4_000;
/// Version of the link format.
const VERSION: &str = "1";

/// Most values that are listed one by one.
const LONG: usize = 6;
/// Prefix of a complement: the values that are not chosen.
const ALL_BUT: &str = "~";
/// Prefix of a hexadecimal bit mask of the chosen positions.
const POSITIONS: &str = "*";

/// Encodes a state as a fragment, including `#`.
pub fn encode(state: &ViewState, ds: &Dataset) -> String {
    let mut query = Query(String::new());
    query.add_all(GROUPING_PARAMS, state, ds);
    let facet_context = state.facet_context(ds);
    for facet in FACETS {
        let chosen = state.filter.chosen(facet.key);
        if chosen != 0 {
            query.add(facet.url, &written(facet_context, facet, chosen));
        }
    }
    query.add_all(VIEW_PARAMS, state, ds);
    format!("#/{}{}", state.view.url(), repair::with_end_marker(query.0, VERSION))
}

/// Returns a link with the version of the data, to be given to others.
///
/// Opened with other data, it says so.
pub fn dated(link: &str) -> String {
    let query = if link.contains('?') { String::new() } else { format!("?v={VERSION}") };
    format!("{link}{query}&data={DATA_VERSION}")
}

/// Encodes the chosen values of a facet in the shortest bounded form.
///
/// A few values are listed by id, a few missing ones as a complement, anything else is a bit mask.
fn written(facet_context: FacetContext, facet: &Facet, chosen: ValueMask) -> String {
    let len = (facet.len)(facet_context);
    let ids = |has: u32| {
        let wanted = (0..len).filter(move |i| (chosen >> *i & 1) as u32 == has);
        wanted.map(|i| (facet.id)(facet_context, i)).collect::<Vec<_>>().join(".")
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

    /// Adds a parameter, whose value is plain ASCII or was escaped by the caller.
    ///
    /// Search text is percent-encoded; other free text is packed (`packed_names`).
    fn add(&mut self, name: &str, value: &str) {
        if self.0.is_empty() {
            self.0.push_str("?v=");
            self.0.push_str(VERSION);
        }
        self.0.extend(["&", name, "=", value]);
    }
}

/// Decodes a fragment, with or without `#`.
///
/// Undoes known damage, unless the unrepaired fragment decodes with fewer errors.
pub fn decode(fragment: &str, ds: &Dataset) -> Decoded {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    // Damage makes links longer: the limit applies again after the repair.
    let (text, is_cut) = shorten(text, 4 * MAX_LINK);
    let whole = repair::without_stump(text);
    let (text, is_cut) = (&text[..whole], is_cut || whole < text.len() || repair::is_shortened(text));
    let mut given = read(text, is_cut, ds);
    let is_broken = repair::has_broken_escape(text);
    let mended = repair::repaired(text);
    let mut repaired = read(&mended, is_cut, ds);
    if repaired.errors.len() > given.errors.len() {
        if given.errors.is_empty() && repair::is_cut_in_grouping(text) {
            given.errors.push(LinkError::Length);
        }
        return given;
    }
    // `repaired` keeps an ambiguous line end; only a search and a question keep a broken escape
    // without an error.
    let (search, question) = (repaired.state.search, repaired.state.question.unwrap_or_default());
    let has_text = !search.is_empty() || !question.is_empty();
    if (mended.contains('\n') || is_broken && has_text) && repaired.errors.is_empty() {
        repaired.errors.push(match search.is_empty() && !question.is_empty() {
            true => LinkError::Value("ask", question.text().to_owned()),
            false => LinkError::Value("q", search.text().to_owned()),
        });
    }
    repaired
}

/// Decodes a fragment without repairs.
fn read(text: &str, is_cut: bool, ds: &Dataset) -> Decoded {
    let mut out = Decoded::default();
    let (text, is_long) = shorten(text, MAX_LINK);
    if is_cut || is_long {
        out.errors.push(LinkError::Length);
    }
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let name = key(path);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let mut link = RawLink { view: name.to_owned(), params: Vec::new() };
    // Some tools append their parameter with a second `?`.
    for part in query.split(['&', '?']).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = key(name).to_ascii_lowercase();
        if !repair::is_tracking(&name) {
            let is_typed = repair::holds_typed_text(name.as_bytes());
            let value = if is_typed { plain(value) } else { key(value) };
            link.params.push((name, value));
        }
    }
    migrate(&mut link);
    match View::from_url(&link.view) {
        Some(view) => out.state.view = view,
        None => out.errors.push(LinkError::View(excerpt(&link.view))),
    }
    // Parameters that others depend on come first: the custom grouping, then the active one, whose
    // groups the others may name.
    let turn = |name: &str| [CUSTOM_SCHEME_KEY, "g"].iter().position(|first| *first == name).unwrap_or(2);
    let mut used: Vec<(&str, &str)> = Vec::new();
    for now in 0..=2 {
        for (name, value) in link.params.iter().filter(|(name, _)| turn(name) == now) {
            let lost = out.errors.len();
            param(&mut out, ds, name, value);
            // Repeated facets are merged. Of any other parameter the last usable value wins and a
            // different earlier one is reported.
            if lost < out.errors.len() || FACETS.iter().any(|facet| facet.url == name) {
                continue;
            }
            if let Some((_, before)) = used.iter().rev().find(|(used, _)| used == name)
                && !before.eq_ignore_ascii_case(value)
            {
                out.errors.push(LinkError::Twice(name.clone(), excerpt(before)));
            }
            used.push((name, value));
        }
    }
    let tab = out.state.tab;
    if !out.state.view.tabs().contains(&tab) {
        out.state.tab = Tab::default();
        out.errors.push(LinkError::Value("tab", tab.url().to_owned()));
    }
    if out.state.picks != 0 && !out.state.route().has_picks() {
        out.errors.push(LinkError::Value("pick", out.state.picks.to_string()));
        out.state.picks = 0;
    }
    out
}

/// Truncates a text; returns whether it was too long.
fn shorten(text: &str, most: usize) -> (&str, bool) {
    if text.len() <= most {
        return (text, false);
    }
    let end = (0..=most).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    // The last parameter may be truncated, so it is dropped; a typed text is kept.
    let is_typed =
        |last: &str| last.split_once('=').is_some_and(|(name, _)| repair::holds_typed_text(name.as_bytes()));
    match text[..end].rsplit_once(['&', '?']) {
        Some((head, last)) if !is_typed(last) => (head, true),
        _ => (&text[..end], true),
    }
}

/// Normalizes a name or id: removes white space, invisible characters and backslashes, and replaces
/// dashes by hyphens.
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
            out.errors.push(if newer {
                LinkError::Version(excerpt(value))
            } else {
                LinkError::Value("v", excerpt(value))
            });
        }
        return;
    }
    match param_named(name) {
        Some(param) if !(param.read)(out, ds, value) => {
            out.errors.push(LinkError::Value(param.name, excerpt(value)));
        }
        Some(_) => {}
        None => facet(out, ds, name, value),
    }
}

fn facet(out: &mut Decoded, ds: &Dataset, name: &str, value: &str) {
    let Some(facet) = FACETS.iter().find(|facet| facet.url == name) else {
        out.errors.push(LinkError::Param(excerpt(name)));
        return;
    };
    let facet_context = out.state.facet_context(ds);
    if let Some(bits) = value.strip_prefix(POSITIONS) {
        match ValueMask::from_str_radix(bits, 16)
            .map(|bits| out.state.filter.with(facet_context, facet.key, bits))
        {
            Ok(filter) => out.state.filter = filter,
            Err(_) => out.errors.push(LinkError::Value(facet.url, excerpt(value))),
        }
        return;
    }
    let (ids, except) = value.strip_prefix(ALL_BUT).map_or((value, false), |ids| (ids, true));
    let mut named = 0;
    for id in ids.split('.').filter(|id| !id.is_empty()) {
        match (0..(facet.len)(facet_context))
            .take(MAX_FACET_VALUES)
            .find(|i| (facet.id)(facet_context, *i).eq_ignore_ascii_case(id))
        {
            Some(i) => named |= 1 << i,
            None => out.errors.push(LinkError::Value(facet.url, excerpt(id))),
        }
    }
    if !except && ids.split('.').all(str::is_empty) {
        // The link was cut after the name.
        out.errors.push(LinkError::Value(facet.url, String::new()));
    }
    let chosen = out.state.filter.chosen(facet.key) | if except { !named } else { named };
    out.state.filter = out.state.filter.with(facet_context, facet.key, chosen);
    if except && out.state.filter.chosen(facet.key) == 0 {
        // All but all: nothing is left, and no filter is all.
        out.errors.push(LinkError::Value(facet.url, excerpt(value)));
    }
}
