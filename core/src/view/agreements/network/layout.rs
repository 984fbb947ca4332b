//! Layout of the network in integers, deterministic for the same names and groups.
//!
//! States are placed on a ring, by group; their names stand outside it. Lines run inside it, so
//! that no line can pass over a name.

/// Point in units of the drawing: x to the right, y down.
pub(super) type Point = [i32; 2];

/// Size of a drawing and metrics of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Width and height.
    pub size: Point,
    /// Line height of a name.
    pub line: i32,
    /// Upper bound of the width of a letter, on average over a name.
    pub letter: i32,
    /// Distance from the ring to the outer edge of the groups' bands.
    pub band: i32,
}

/// Layout beside the matrix: codes in the marks, names outside.
pub(super) const WIDE: Shape = Shape { size: [488, 384], line: 16, letter: 9, band: 20 };

/// Layout for phones: codes alone.
pub(super) const TALL: Shape = Shape { size: [336, 372], line: 0, letter: 0, band: 16 };

/// Half the width and height of the mark of a state, in both layouts.
pub(super) const HALF: Point = [17, 9];

/// Full turn, in tenths of a degree.
const TURN: i32 = 3600;

/// Space between two groups, in hundredths of the space of a state.
const BETWEEN: i32 = 50;

/// Returns a thousand times the sine of an angle in tenths of a degree.
///
/// Bhaskara's formula: the error is at most 2, and the result is the same on every machine.
fn sine(angle: i32) -> i32 {
    let angle = angle.rem_euclid(TURN);
    let (half, sign) = if angle < TURN / 2 { (angle, 1) } else { (angle - TURN / 2, -1) };
    let product = half * (TURN / 2 - half);
    sign * (4000 * i64::from(product) / i64::from(5 * (TURN / 4) * (TURN / 4) - product)) as i32
}

/// Ellipse with vertical and horizontal axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ring {
    /// Centre.
    pub middle: Point,
    /// Horizontal and vertical radius.
    pub radii: Point,
}

impl Ring {
    /// Returns the point at an angle, clockwise from the top.
    fn at(self, angle: i32) -> Point {
        let [x, y] = self.middle;
        let [rx, ry] = self.radii;
        [x + rx * sine(angle) / 1000, y - ry * sine(angle + TURN / 4) / 1000]
    }

    /// Returns the ring that is farther out by a distance.
    fn wider(self, by: i32) -> Self {
        Self { radii: self.radii.map(|radius| radius + by), ..self }
    }
}

/// Positions of a group's states on the ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arc {
    /// Angle of each state, clockwise.
    pub states: Vec<i32>,
    /// Ends of the band behind them.
    pub ends: [Point; 2],
    /// Whether the band covers more than half of the ring.
    pub large: bool,
}

/// Places groups of the given sizes around a ring, clockwise from the top, with gaps between.
///
/// The ring is that of the bands.
fn arcs(ring: Ring, groups: &[usize]) -> Vec<Arc> {
    let many = if groups.len() > 1 { BETWEEN } else { 0 };
    let room = |states: usize| 100 * i32::try_from(states).unwrap_or(0);
    let whole = groups.iter().map(|n| room(*n) + many).sum::<i32>().max(1);
    // Computed in hundredths of a state's space, so that rounding leaves no gap between the last
    // end and the first start.
    let angle = |at: i32| TURN * at / whole;
    let mut at = many / 2;
    groups
        .iter()
        .map(|n| {
            let (from, to) = (at, at + room(*n));
            at = to + many;
            Arc {
                states: (0..*n).map(|i| angle(from + room(i) + 50)).collect(),
                ends: [from + 15, to - 15].map(|end| ring.at(angle(end))),
                large: 2 * (to - from - 30) > whole,
            }
        })
        .collect()
}

/// Breaks a long name into two lines, at the space that is nearest to its middle.
pub(super) fn in_lines(name: &str, longest: usize) -> Vec<String> {
    let letters = name.chars().count();
    let spaces = name.char_indices().enumerate().filter(|(_, (_, c))| *c == ' ');
    let nearest = spaces.min_by_key(|(n, _)| (2 * n + 1).abs_diff(letters)).map(|(_, (at, _))| at);
    match nearest {
        Some(at) if letters > longest => vec![name[..at].to_owned(), name[at + 1..].to_owned()],
        _ => vec![name.to_owned()],
    }
}

/// Path of a line between two marks: a quadratic curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Course {
    /// Start.
    pub from: [i32; 2],
    /// Control point.
    pub bend: [i32; 2],
    /// End.
    pub to: [i32; 2],
}

impl Course {
    /// Returns the point at a share of the curve parameter, in hundredths.
    pub(super) fn at(self, share: i32) -> Point {
        let left = 100 - share;
        [0, 1].map(|k| {
            (left * left * self.from[k] + 2 * left * share * self.bend[k] + share * share * self.to[k])
                / 10_000
        })
    }
}

/// Offsets by which a line is bent aside, in units of the drawing, in the order of trial.
const ASIDE: [i32; 11] = [0, 16, -16, 32, -32, 48, -48, 64, -64, 88, -88];

impl Course {
    /// Moves the control point to the right (or left, if negative) of the direction of travel.
    fn aside(self, by: i32) -> Self {
        if by == 0 {
            return self;
        }
        let [dx, dy] = [0, 1].map(|k| self.to[k] - self.from[k]);
        let long = (dx * dx + dy * dy).isqrt().max(1);
        let [x, y] = self.bend;
        Self { bend: [x - dy * by / long, y + dx * by / long], ..self }
    }

    /// Counts the boxes that the path enters.
    pub(super) fn areas_crossed(self, areas: &[Area]) -> usize {
        let is_in = |a: &Area| {
            (0..=100).map(|share| self.at(share)).any(|[x, y]| a[0] < x && x < a[2] && a[1] < y && y < a[3])
        };
        areas.iter().filter(|area| is_in(area)).count()
    }
}

/// Box: left, top, right, bottom.
pub(super) type Area = [i32; 4];

/// Whether two boxes overlap.
pub(super) fn overlap(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Returns the box around a point.
pub(super) fn area_around([x, y]: Point, [across, down]: Point) -> Area {
    [x - across, y - down, x + across, y + down]
}

/// Positions along a line at which its number may be placed, in the order of trial.
const SHARES: [i32; 11] = [50, 42, 58, 34, 66, 28, 72, 22, 78, 16, 84];

/// Places a number at the first free position on a line, else in its middle.
///
/// The area is added to `taken`.
pub(super) fn place_number(course: Course, half: i32, taken: &mut Vec<Area>) -> Point {
    let area = |[x, y]: Point| [x - half, y - half, x + half, y + half];
    let free = |point: &Point| !taken.iter().any(|other| overlap(*other, area(*point)));
    let point = SHARES.iter().map(|share| course.at(*share)).find(free).unwrap_or_else(|| course.at(50));
    taken.push(area(point));
    point
}

/// Positions of everything in a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Drawing {
    /// Ring of the states.
    pub ring: Ring,
    /// Ring of the bands.
    pub outer: Ring,
    /// One arc per group.
    pub arcs: Vec<Arc>,
    /// Mark of each state and the middle of its name.
    pub nodes: Vec<(Point, Point)>,
}

impl Shape {
    /// Places states with these names, in groups of the given sizes.
    pub(super) fn drawing(self, groups: &[usize], names: &[Vec<String>]) -> Drawing {
        let [width, height] = self.size;
        let middle = [width / 2, height / 2];
        let sizes: Vec<Point> = names.iter().map(|name| self.name_size(name)).collect();
        let largest = |k: usize| sizes.iter().map(|size| size[k]).max().unwrap_or(0);
        // Beside the ring there is room for the widest name, above and below it for the highest.
        let across = self.band + if self.line == 0 { HALF[0] - self.band + 2 } else { NEAR + largest(0) };
        let above = self.band + if self.line == 0 { 4 } else { 3 * NEAR + largest(1) };
        let ring = Ring { middle, radii: [width / 2 - across, height / 2 - above] };
        let outer = ring.wider(self.band - 4);
        let arcs = arcs(outer, groups);
        let angles: Vec<i32> = arcs.iter().flat_map(|arc| arc.states.iter().copied()).collect();
        let mut nodes: Vec<(Point, Point)> = angles
            .iter()
            .zip(&sizes)
            .map(|(angle, size)| (ring.at(*angle), self.name_at(ring, *angle, *size)))
            .collect();
        for right in [true, false] {
            let side = (0..angles.len()).filter(|i| (angles[*i].rem_euclid(TURN) < TURN / 2) == right);
            apart(&mut nodes, side.collect(), &sizes, middle[1]);
        }
        Drawing { ring, outer, arcs, nodes }
    }

    /// Returns the middle of a name of a size that touches the outside of the bands at an angle.
    fn name_at(self, ring: Ring, angle: i32, [width, height]: Point) -> Point {
        let [x, y] = ring.wider(self.band + NEAR).at(angle);
        // Beside the ring the name's inner edge touches it, above and below it the edge that is next
        // to it, between them a corner.
        let share = |sine: i32| (sine * 3 / 2).clamp(-1000, 1000);
        let (across, down) = (share(sine(angle)), -share(sine(angle + TURN / 4)));
        let [x, y] = [x + across * width / 2000, y + down * height / 2000];
        // Names of the two sides keep to their side.
        let is_right = angle.rem_euclid(TURN) < TURN / 2;
        let clear = width / 2 + 2;
        let x = if is_right { x.max(ring.middle[0] + clear) } else { x.min(ring.middle[0] - clear) };
        [x, y]
    }

    /// Returns width and height of a name.
    fn name_size(self, name: &[String]) -> Point {
        let letters = name.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let [letters, lines] = [letters, name.len()].map(|n| i32::try_from(n).unwrap_or(0));
        [self.letter * letters, self.line * lines]
    }

    /// Returns the boxes of a mark and of its name; that of no name is empty.
    pub(super) fn areas(self, mark: Point, name: &[String], at: Point) -> [Area; 2] {
        [area_around(mark, HALF), area_around(at, self.name_size(name).map(|size| size / 2))]
    }

    /// Returns a line between two states, bent towards the middle and around other marks.
    ///
    /// Without that, the line would seem to end at such a mark. If no offset avoids all, the one
    /// that meets the fewest wins.
    pub(super) fn line(self, ring: Ring, [from, to]: [Point; 2], marks: &[Point]) -> Course {
        let bend = [0, 1].map(|k| {
            let middle = (from[k] + to[k]) / 2;
            middle + (ring.middle[k] - middle) * 9 / 20
        });
        let others: Vec<Area> = marks
            .iter()
            .filter(|mark| **mark != from && **mark != to)
            .map(|mark| area_around(*mark, [HALF[0] + 4, HALF[1] + 4]))
            .collect();
        let mut best = (usize::MAX, Course { from, bend, to });
        for by in ASIDE {
            let bent = Course { from, bend, to }.aside(by);
            let met = bent.areas_crossed(&others);
            if met < best.0 {
                best = (met, bent);
            }
            if met == 0 {
                break;
            }
        }
        best.1
    }
}

/// Least distance of a name from the bands and from another name.
const NEAR: i32 = 4;

/// Moves names of one side away from the middle height until they do not overlap.
fn apart(nodes: &mut [(Point, Point)], mut side: Vec<usize>, sizes: &[Point], middle: i32) {
    side.sort_by_key(|i| nodes[*i].1[1]);
    let half = |i: usize| sizes[i][1] / 2;
    let first_below = side.partition_point(|i| nodes[*i].1[1] < middle);
    for at in (1..first_below).rev() {
        let (above, below) = (side[at - 1], side[at]);
        let limit = nodes[below].1[1] - half(below) - half(above) - 1;
        nodes[above].1[1] = nodes[above].1[1].min(limit);
    }
    for at in first_below.max(1)..side.len() {
        let (above, below) = (side[at - 1], side[at]);
        let limit = nodes[above].1[1] + half(above) + half(below) + 1;
        nodes[below].1[1] = nodes[below].1[1].max(limit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RING: Ring = Ring { middle: [500, 200], radii: [300, 100] };

    #[test]
    fn the_sine_is_exact_at_the_quarters_and_near_between() {
        assert_eq!(
            [0, 300, 900, 1500, 1800, 2700, 3600, -900].map(sine),
            [0, 500, 1000, 500, 0, -1000, 0, -1000]
        );
        for angle in 0..TURN {
            let exact = (f64::from(angle) * std::f64::consts::PI / 1800.0).sin() * 1000.0;
            assert!((f64::from(sine(angle)) - exact).abs() <= 2.5, "{angle}");
        }
    }

    #[test]
    fn one_group_goes_all_around_without_gaps() {
        let four = arcs(RING, &[4]);
        assert_eq!(four[0].states, [450, 1350, 2250, 3150]);
        assert!(four[0].large);
    }

    #[test]
    fn groups_stand_clockwise_from_the_top_with_room_between() {
        let arcs = arcs(RING, &[1, 1]);
        assert_eq!([&arcs[0], &arcs[1]].map(|arc| RING.at(arc.states[0])), [[800, 200], [200, 200]]);
        assert_eq!(arcs.iter().map(|arc| arc.large).collect::<Vec<_>>(), [false, false]);
        // From top to bottom on the right, from bottom to top on the left.
        assert!(arcs[0].ends[0][1] < arcs[0].ends[1][1] && arcs[1].ends[0][1] > arcs[1].ends[1][1]);
        assert!(super::arcs(RING, &[]).is_empty());
    }

    #[test]
    fn long_names_break_near_their_middle() {
        assert_eq!(in_lines("United States of America", 16), ["United States", "of America"]);
        assert_eq!(in_lines("Соединённые Штаты", 12), ["Соединённые", "Штаты"]);
        assert_eq!(in_lines("Lithuania", 5), ["Lithuania"]);
        assert_eq!(in_lines("New Land", 16), ["New Land"]);
    }

    /// All partitions of twelve states in a row into groups of consecutive states.
    fn groupings() -> impl Iterator<Item = Vec<usize>> {
        (0_u32..1 << 11).map(|cuts| {
            let ends = (1..12).filter(|i| cuts >> (i - 1) & 1 == 1).chain([12]);
            let from = std::iter::once(0).chain(ends.clone());
            ends.zip(from.collect::<Vec<_>>()).map(|(end, from)| end - from).collect()
        })
    }

    /// Names of the longest kinds: one word of twelve letters, two lines of ten.
    fn long_names() -> Vec<Vec<String>> {
        let two = |i: usize| i.is_multiple_of(5);
        (0..12).map(|i| if two(i) { vec!["m".repeat(10); 2] } else { vec!["m".repeat(12)] }).collect()
    }

    #[test]
    fn in_every_grouping_names_keep_apart_and_lines_keep_clear() {
        for (shape, names) in [(WIDE, long_names()), (TALL, vec![Vec::new(); 12])] {
            for (nth, groups) in groupings().enumerate() {
                let drawing = shape.drawing(&groups, &names);
                let marks: Vec<Point> = drawing.nodes.iter().map(|(mark, _)| *mark).collect();
                let areas: Vec<Area> = drawing
                    .nodes
                    .iter()
                    .zip(&names)
                    .flat_map(|((mark, at), name)| shape.areas(*mark, name, *at))
                    .filter(|area| area[0] < area[2])
                    .collect();
                for (i, a) in areas.iter().enumerate() {
                    assert!(
                        a[0] >= 0 && a[1] >= 0 && a[2] <= shape.size[0] && a[3] <= shape.size[1],
                        "{groups:?} {i} {a:?}"
                    );
                    let other = areas[..i].iter().position(|b| overlap(*a, *b));
                    assert_eq!(other, None, "{groups:?} {i} {a:?}");
                }
                // Lines in some of the groupings: all take minutes.
                if nth % 31 != 0 {
                    continue;
                }
                for (i, j) in (0..12).flat_map(|i| (0..i).map(move |j| (i, j))) {
                    let line = shape.line(drawing.ring, [marks[i], marks[j]], &marks);
                    let own = [areas_of(&drawing, shape, &names, i), areas_of(&drawing, shape, &names, j)];
                    let others: Vec<Area> =
                        areas.iter().copied().filter(|a| !own.iter().flatten().any(|o| o == a)).collect();
                    assert_eq!(line.areas_crossed(&others), 0, "{groups:?}: {i} to {j}");
                }
            }
        }
    }

    fn areas_of(drawing: &Drawing, shape: Shape, names: &[Vec<String>], i: usize) -> [Area; 2] {
        shape.areas(drawing.nodes[i].0, &names[i], drawing.nodes[i].1)
    }

    #[test]
    fn a_line_goes_around_what_it_would_pass_over() {
        let ring = Ring { middle: [200, 200], radii: [150, 150] };
        let ends = [[50, 200], [350, 200]];
        let free = WIDE.line(ring, ends, &ends);
        assert_eq!(free.bend, [200, 200]);
        let around = WIDE.line(ring, ends, &[ends[0], ends[1], [200, 195]]);
        assert_eq!(around.areas_crossed(&[area_around([200, 195], HALF)]), 0);
        assert_ne!(around.bend, free.bend);
        // Where no offset helps, the ends stay.
        let walls: Vec<Point> = (0..60).map(|i| [200, 10 * i - 200]).collect();
        assert_eq!(WIDE.line(ring, ends, &walls).from, ends[0]);
    }

    #[test]
    fn a_number_keeps_clear_of_what_stands_there() {
        let line = Course { from: [0, 0], bend: [50, 0], to: [100, 0] };
        let mut taken = Vec::new();
        assert_eq!(place_number(line, 5, &mut taken), [50, 0]);
        assert_eq!(place_number(line, 3, &mut taken), [42, 0]);
        assert_eq!(place_number(line, 4, &mut taken), [34, 0]);
        assert_eq!(taken.len(), 3);
        // In the middle if no position is free.
        assert_eq!(place_number(line, 200, &mut taken), [50, 0]);
        let bent = Course { from: [0, 0], bend: [50, 100], to: [100, 0] };
        assert_eq!([0, 50, 100].map(|share| bent.at(share)), [[0, 0], [50, 50], [100, 0]]);
    }
}
