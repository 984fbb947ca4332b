//! The state as a URL fragment and back: `#/instruments?v=1&g=ukraine&s=ARM.GEO&open=cell:GEO:CSR51`.
//!
//! Encoding writes only what differs from the landing view. Decoding is total: any text gives a valid state and the
//! list of what was dropped; damage of known kinds is undone first ([`super::repair`]). `decode(encode(state)) == state`.

use super::reduce::exists;
use super::repair::{self, plain};
use super::sought::is_unseen;
use super::{
    AS_OF_RANGE, Appearance, CellStyle, CompareItem, CustomScheme, Evidence, MAX_COMPARE_ITEMS, NetworkLayer,
    OWN, RowFilter, SchemeRef, SearchText, StateOrder, Subject, Tab, Table, View, ViewState,
};
use crate::model::{Dataset, Day, StateId};
use crate::query::{FACETS, Facet, FacetContext, FacetKey, MAX_FACET_VALUES, ValueMask};
use crate::text::Lang;

/// Longest fragment that is read, in bytes. Links that this version makes stay below 2,000, were everything chosen at once;
/// only a grouping of twelve groups that all have most states takes more.
pub const MAX_LINK: usize = 3_000;
/// Version that links carry.
const VERSION: &str = "1";

/// The id of the main area, which assistive technology may put in the address.
const MAIN: &str = "main";

/// More values than this are not named one by one.
const LONG: usize = 6;
/// Begins a facet's values that are left out.
const ALL_BUT: &str = "~";
/// Begins a group among the sides of the comparison.
const GROUP: &str = "group:";
/// The sides of the comparison.
const SIDES: [&str; MAX_COMPARE_ITEMS] = ["a", "b", "c", "d", "e", "f"];
/// Begins a number whose bits are the positions of a facet's values.
const POSITIONS: &str = "*";

/// A part of a link that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// No view of this name.
    View(String),
    /// No parameter of this name.
    Param(String),
    /// A parameter's value that names nothing.
    Value(&'static str, String),
    /// A parameter's value that is followed by another.
    Twice(String, String),
    /// A link of a newer version.
    Version(String),
    /// Longer than [`MAX_LINK`].
    Length,
}

/// What a fragment means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// The state.
    pub state: ViewState,
    /// What was left out.
    pub dropped: Vec<LinkError>,
}

/// The fragment of a state, `#` included.
pub fn encode(state: &ViewState, ds: &Dataset) -> String {
    let mut query = Query(String::new());
    let start = ViewState::default();
    if state.tab != start.tab {
        query.add("tab", state.tab.url());
    }
    for (name, grouping) in [("g", state.grouping), ("beside", state.beside)] {
        match grouping {
            Some(SchemeRef::Report(id)) => query.add(name, &ds.scheme(id).key),
            Some(SchemeRef::Custom) => query.add(name, OWN),
            None => {}
        }
    }
    if let Some(own) = &state.own {
        query.add(OWN, &own.written(ds));
    }
    for (name, id) in [("move", state.moving), ("mine", state.mine)] {
        if let Some(id) = id {
            query.add(name, &ds.state(id).key);
        }
    }
    let ground = state.ground(ds);
    for facet in FACETS {
        let chosen = state.filter.chosen(facet.key);
        if chosen != 0 {
            query.add(facet.url, &written(ground, facet, chosen));
        }
    }
    if !state.sought.is_empty() {
        query.add("q", &repair::sought(state.sought.text()));
    }
    if let Some(day) = state.as_of {
        query.add("asof", &day.to_string());
    }
    if state.form != start.form {
        query.add("cells", state.form.url());
    }
    for (name, side) in SIDES.into_iter().zip(state.sides) {
        match side {
            Some(CompareItem::State(id)) => query.add(name, &ds.state(id).key),
            Some(CompareItem::Group(ix)) => {
                if let Some(group) = ground.scheme.and_then(|s| s.groups.get(usize::from(ix))) {
                    query.add(name, &format!("{GROUP}{}", group.key));
                }
            }
            None => {}
        }
    }
    if state.rows != start.rows {
        query.add("rows", state.rows.url());
    }
    if state.order != start.order {
        query.add("sort", state.order.url());
    }
    if state.layer != start.layer {
        query.add("layer", state.layer.url());
    }
    if let Some(of) = state.of {
        query.add("of", &subject(ds, of));
    }
    for (name, (axis, usual)) in
        ["rowsby", "columnsby"].into_iter().zip(state.axes.0.into_iter().zip(start.axes.0))
    {
        if axis != usual {
            query.add(name, axis.facet().url);
        }
    }
    if state.table != start.table {
        query.add("table", state.table.url());
    }
    if state.page != start.page {
        query.add("page", &(state.page + 1).to_string());
    }
    if state.lang != start.lang {
        query.add("lang", state.lang.tag());
    }
    if state.look != start.look {
        query.add("look", state.look.url());
    }
    if let Some(open) = state.open {
        query.add("open", &open.key(ds, ground.scheme));
    }
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
    match View::from_url(name).or_else(|| ["overview", MAIN].contains(&name).then_some(View::Overview)) {
        Some(view) => out.state.view = view,
        None => out.dropped.push(LinkError::View(excerpt(name))),
    }
    let mut pairs: Vec<(String, String)> = Vec::new();
    // A second `?` comes from a tool that adds its own parameter to any address.
    for part in query.split(['&', '?']).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = key(name).to_ascii_lowercase();
        if !repair::is_tracking(&name) {
            let value = if name == "q" { plain(value) } else { key(value) };
            pairs.push((name, value));
        }
    }
    // What others name goes first: the reader's grouping, then the active one, whose groups may be named.
    let turn = |name: &str| [OWN, "g"].iter().position(|first| *first == name).unwrap_or(2);
    let mut used: Vec<(&str, &str)> = Vec::new();
    for now in 0..=2 {
        for (name, value) in pairs.iter().filter(|(name, _)| turn(name) == now) {
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

/// The beginning of hostile text, without control characters, for a message.
fn excerpt(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

fn param(out: &mut Decoded, ds: &Dataset, name: &str, value: &str) {
    let state = &mut out.state;
    let known = match name {
        "v" => {
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
        "tab" => set("tab", &mut state.tab, Tab::from_url(value)),
        OWN if !value.is_empty() => {
            let mut lost = Vec::new();
            state.own = Some(CustomScheme::parse(ds, value, &mut lost));
            out.dropped.extend(lost.iter().map(|part| LinkError::Value(OWN, excerpt(part))));
            return;
        }
        OWN => Err(OWN),
        "g" => set("g", &mut state.grouping, grouping(&state.own, ds, value)),
        "beside" => set("beside", &mut state.beside, grouping(&state.own, ds, value)),
        "move" => set("move", &mut state.moving, state_id(ds, value).map(Some)),
        "mine" => set("mine", &mut state.mine, state_id(ds, value).map(Some)),
        // Any text can be sought: nothing is lost but what cannot be seen, and what is too long.
        "q" => {
            state.sought = SearchText::new(value);
            let length: usize = value.split_whitespace().map(|word| word.len() + 1).sum();
            let is_cut = state.sought.is_full() && length > state.sought.text().len() + 1;
            if is_cut && !out.dropped.contains(&LinkError::Length) {
                out.dropped.push(LinkError::Length);
            }
            return;
        }
        "asof" => set("asof", &mut state.as_of, day(value).map(Some)),
        "cells" => set("cells", &mut state.form, CellStyle::from_url(value)),
        "of" => set("of", &mut state.of, parse_subject(ds, value).map(Some)),
        "sort" => set("sort", &mut state.order, StateOrder::from_url(value)),
        "layer" => set("layer", &mut state.layer, NetworkLayer::from_url(value)),
        "rowsby" => set("rowsby", &mut state.axes.0[0], axis(value)),
        "columnsby" => set("columnsby", &mut state.axes.0[1], axis(value)),
        "page" => set("page", &mut state.page, value.parse::<u16>().ok().and_then(|n| n.checked_sub(1))),
        "rows" => set("rows", &mut state.rows, RowFilter::from_url(value)),
        "table" => set("table", &mut state.table, Table::from_url(value)),
        "lang" => set("lang", &mut state.lang, Lang::from_tag(value)),
        "look" => set("look", &mut state.look, Appearance::from_url(value)),
        "open" => {
            let open = Evidence::parse(value, ds, state.scheme(ds));
            set("open", &mut state.open, open.map(Some))
        }
        _ => match SIDES.iter().position(|side| *side == name) {
            Some(side) => {
                let member = member(state, ds, value);
                set(SIDES[side], &mut state.sides[side], member.map(Some))
            }
            None => return facet(out, ds, name, value),
        },
    };
    if let Err(name) = known {
        out.dropped.push(LinkError::Value(name, excerpt(value)));
    }
}

fn set<T>(name: &'static str, place: &mut T, value: Option<T>) -> Result<(), &'static str> {
    *place = value.ok_or(name)?;
    Ok(())
}

fn day(value: &str) -> Option<Day> {
    Day::parse(value).filter(|day| (AS_OF_RANGE[0]..=AS_OF_RANGE[1]).contains(day))
}

fn state_id(ds: &Dataset, value: &str) -> Option<StateId> {
    ds.state_by_key(&value.to_ascii_uppercase())
}

fn grouping(own: &Option<CustomScheme>, ds: &Dataset, value: &str) -> Option<Option<SchemeRef>> {
    if value == OWN {
        return own.is_some().then_some(Some(SchemeRef::Custom));
    }
    ds.scheme_by_key(value).map(|id| Some(SchemeRef::Report(id)))
}

fn member(state: &ViewState, ds: &Dataset, value: &str) -> Option<CompareItem> {
    let Some(key) = value.strip_prefix(GROUP) else { return state_id(ds, value).map(CompareItem::State) };
    let ix = state.scheme(ds)?.groups.iter().position(|group| group.key == key)?;
    u8::try_from(ix).ok().map(CompareItem::Group)
}

/// A subject in a link: a state by its code alone, as links of version 1 have it, others with their kind.
fn subject(ds: &Dataset, subject: Subject) -> String {
    let (kind, key) = match subject {
        Subject::State(id) => return ds.state(id).key.clone(),
        Subject::Instrument(id) => ("instrument", &ds.instrument(id).key),
        Subject::Theme(id) => ("theme", &ds.theme(id).key),
        Subject::Population(id) => ("population", &ds.population(id).key),
        Subject::Body(id) => ("body", &ds.body(id).key),
    };
    format!("{kind}:{key}")
}

fn parse_subject(ds: &Dataset, value: &str) -> Option<Subject> {
    let found = match value.split_once(':') {
        None => Subject::State(state_id(ds, value)?),
        Some(("instrument", key)) => Subject::Instrument(ds.instrument_by_key(key)?),
        Some(("theme", key)) => Subject::Theme(Dataset::find(&ds.themes, |x| &x.key, key)?),
        Some(("population", key)) => Subject::Population(Dataset::find(&ds.populations, |x| &x.key, key)?),
        Some(("body", key)) => Subject::Body(Dataset::find(&ds.bodies, |x| &x.key, key)?),
        Some(_) => return None,
    };
    Some(found).filter(|found| exists(ds, *found))
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

/// A facet that findings have.
fn axis(url: &str) -> Option<FacetKey> {
    FACETS.iter().find(|f| f.url == url && f.finding.is_some()).map(|f| f.key)
}
