//! Parties of the network and their positions, independent of the filter.

use super::layout::{self, Area, Point, Shape, TALL, WIDE};
use super::model::{Band, BandPlace};
use super::naming::by_words;
use crate::analysis::{assistance_links, blocks, links};
use crate::model::*;
use crate::view::context::ViewContext;

/// The wide and the tall drawing.
pub(super) const SHAPES: [Shape; 2] = [WIDE, TALL];

/// Party with its position in each drawing.
pub(super) struct NodePlacement {
    pub party: Party,
    pub at: [Point; 2],
    pub names: [(Vec<String>, Point); 2],
}

impl NodePlacement {
    /// Returns the boxes of its mark and its label in a drawing.
    fn areas(&self, k: usize) -> [Area; 2] {
        let (name, at) = &self.names[k];
        SHAPES[k].areas(self.at[k], name, *at)
    }
}

/// Positions of all parties, which do not depend on the filter: filtering moves nothing.
pub(super) struct Places {
    pub nodes: Vec<NodePlacement>,
    pub bands: Vec<Band>,
}

impl Places {
    pub(super) fn new(cx: ViewContext) -> Self {
        let (ring, groups) = gathered(cx);
        let [left, right] = partners(cx);
        let sizes: Vec<usize> = groups.iter().map(|(_, n)| *n).collect();
        let drawn = SHAPES.map(|shape| {
            let names = |parties: &[Party]| -> Vec<Vec<String>> {
                parties.iter().map(|party| shape.name(cx, *party)).collect()
            };
            shape.drawing(&sizes, [&names(&ring), &names(&left), &names(&right)])
        });
        let parties = ring.into_iter().chain(left).chain(right);
        let node = |(i, party): (usize, Party)| NodePlacement {
            party,
            at: [0, 1].map(|k| drawn[k].nodes[i].0),
            names: [0, 1].map(|k| (SHAPES[k].name(cx, party), drawn[k].nodes[i].1)),
        };
        let band = |(i, (hue, _)): (usize, &(Option<usize>, usize))| {
            let at = [0, 1].map(|k| {
                let arc = &drawn[k].arcs[i];
                BandPlace { ends: arc.ends, radii: drawn[k].ring.radii, large: arc.large }
            });
            Band { hue: *hue, at }
        };
        let bands = cx.scheme().map(|_| groups.iter().enumerate().map(band).collect());
        Self { nodes: parties.enumerate().map(node).collect(), bands: bands.unwrap_or_default() }
    }

    pub(super) fn of(&self, party: Party) -> Option<&NodePlacement> {
        self.nodes.iter().find(|place| place.party == party)
    }

    /// Returns the positions of all marks in a drawing.
    pub(super) fn marks(&self, k: usize) -> Vec<Point> {
        self.nodes.iter().map(|place| place.at[k]).collect()
    }

    /// Returns the boxes of all marks and labels in a drawing.
    pub(super) fn areas(&self, k: usize) -> Vec<Area> {
        self.nodes.iter().flat_map(|place| place.areas(k)).collect()
    }

    /// Returns the boxes of all labels in a drawing.
    pub(super) fn names(&self, k: usize) -> Vec<(Party, Area)> {
        self.nodes.iter().map(|place| (place.party, place.areas(k)[1])).collect()
    }
}

/// Returns the states in ring order, and the groups with the number of states placed in each.
///
/// A state in several groups is placed in the first one only.
fn gathered(cx: ViewContext) -> (Vec<Party>, Vec<(Option<usize>, usize)>) {
    let mut seen = StateSet::default();
    let (mut ring, mut groups) = (Vec::with_capacity(cx.ds.states.len()), Vec::new());
    for block in blocks(cx.scheme(), cx.ds.all_states()) {
        let new = StateSet(block.states.0 & !seen.0);
        seen = StateSet(seen.0 | new.0);
        if !new.is_empty() {
            groups.push((block.group, new.len()));
            ring.extend(cx.formatter().sorted(new).into_iter().map(Party::State));
        }
    }
    (ring, groups)
}

/// Returns the parties other than the twelve states: countries, then organisations, each by name.
fn partners(cx: ViewContext) -> [Vec<Party>; 2] {
    let ds = cx.ds;
    let all: Vec<_> = ds.agreement_ids().collect();
    let helps: Vec<_> = (0..ds.assistance.len()).map(AssistanceId::from).collect();
    let ends = links(ds, &all, None).into_iter().flat_map(|link| link.ends);
    let mut out: [Vec<Party>; 2] = [Vec::new(), Vec::new()];
    for party in ends.chain(assistance_links(ds, &helps, None).into_iter().map(|link| link.from)) {
        if let Party::Actor(id) = party {
            let side = &mut out[usize::from(ds.actor(id).kind != ActorKind::Country)];
            if !side.contains(&party) {
                side.push(party);
            }
        }
    }
    out.map(|side| by_words(side, |party| WIDE.name(cx, *party).concat()))
}

impl Shape {
    /// Returns the label lines of a party: its name, broken if long, or a code in the tall drawing.
    fn name(self, cx: ViewContext, party: Party) -> Vec<String> {
        let (fmt, ds) = (cx.formatter(), cx.ds);
        let wide = self == WIDE;
        let name = match party {
            Party::State(id) if wide => fmt.short(id),
            Party::State(id) => ds.state(id).key.clone(),
            Party::Actor(id) if wide || ds.actor(id).abbreviation.is_some() => fmt.actor_short(id),
            Party::Actor(id) => ds.actor(id).key.clone(),
        };
        layout::broken(&name, 16)
    }
}
