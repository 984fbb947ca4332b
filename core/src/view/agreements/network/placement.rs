//! Positions of the states, independent of the filter.

use super::drawn::states_by_group;
use super::layout::{self, Area, Point, Ring, Shape, TALL, WIDE};
use super::model::{Band, BandPlace};
use crate::model::*;
use crate::view::context::ViewContext;

/// The drawing beside the matrix and the one of a phone.
pub(super) const SHAPES: [Shape; 2] = [WIDE, TALL];

/// State with its position in each drawing.
pub(super) struct NodePlacement {
    pub state: StateId,
    pub at: [Point; 2],
    /// Lines of its name, and their middle.
    pub names: [(Vec<String>, Point); 2],
}

impl NodePlacement {
    /// Returns the boxes of its mark and its name in a drawing.
    fn areas(&self, k: usize) -> [Area; 2] {
        let (name, at) = &self.names[k];
        SHAPES[k].areas(self.at[k], name, *at)
    }
}

/// Positions of the states, which do not depend on the filter: filtering moves nothing.
pub(super) struct Places {
    pub nodes: Vec<NodePlacement>,
    pub bands: Vec<Band>,
    pub rings: [Ring; 2],
}

impl Places {
    pub(super) fn new(cx: ViewContext) -> Self {
        let groups = states_by_group(cx);
        let states: Vec<StateId> = groups.iter().flat_map(|(_, states)| states.iter().copied()).collect();
        let sizes: Vec<usize> = groups.iter().map(|(_, states)| states.len()).collect();
        let names = SHAPES.map(|shape| states.iter().map(|s| shape.name(cx, *s)).collect::<Vec<_>>());
        let drawn = [0, 1].map(|k| SHAPES[k].drawing(&sizes, &names[k]));
        let node = |(i, state): (usize, &StateId)| NodePlacement {
            state: *state,
            at: [0, 1].map(|k| drawn[k].nodes[i].0),
            names: [0, 1].map(|k| (names[k][i].clone(), drawn[k].nodes[i].1)),
        };
        let band = |(i, (hue, _)): (usize, &(Option<usize>, Vec<StateId>))| {
            let at = [0, 1].map(|k| {
                let arc = &drawn[k].arcs[i];
                BandPlace { ends: arc.ends, radii: drawn[k].outer.radii, large: arc.large }
            });
            Band { hue: *hue, at }
        };
        let bands = cx.scheme().map(|_| groups.iter().enumerate().map(band).collect());
        Self {
            nodes: states.iter().enumerate().map(node).collect(),
            bands: bands.unwrap_or_default(),
            rings: [0, 1].map(|k| drawn[k].ring),
        }
    }

    pub(super) fn of(&self, state: StateId) -> Option<&NodePlacement> {
        self.nodes.iter().find(|place| place.state == state)
    }

    /// Returns the positions of all marks in a drawing.
    pub(super) fn marks(&self, k: usize) -> Vec<Point> {
        self.nodes.iter().map(|place| place.at[k]).collect()
    }

    /// Returns the boxes of all marks and names in a drawing.
    pub(super) fn areas(&self, k: usize) -> Vec<Area> {
        self.nodes.iter().flat_map(|place| place.areas(k)).filter(|area| area[0] < area[2]).collect()
    }
}

impl Shape {
    /// Returns the lines of a state's name, broken if it is long; none in the drawing of a phone.
    fn name(self, cx: ViewContext, state: StateId) -> Vec<String> {
        if self == WIDE { layout::in_lines(&cx.formatter().short(state), 12) } else { Vec::new() }
    }
}
