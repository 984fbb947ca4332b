//! Layout of the network in integers, deterministic for the same names and groups.
//!
//! States are placed on a ring, by group; partners in a column on either side; labels next to their
//! marks on the outer side.

/// Point in units of the drawing: x to the right, y down.
pub(super) type Point = [i32; 2];

/// Size of a drawing and metrics of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Width and height.
    pub size: Point,
    /// Line height.
    pub line: i32,
    /// Upper bound of the width of a letter, on average over a name.
    pub letter: i32,
    /// Distance from the centre of a mark to its label.
    pub gap: i32,
}

/// Layout for landscape screens; labels are names.
pub(super) const WIDE: Shape = Shape { size: [1200, 480], line: 24, letter: 11, gap: 14 };

/// Layout for phones; labels are codes.
pub(super) const TALL: Shape = Shape { size: [360, 560], line: 15, letter: 8, gap: 10 };

/// Full turn, in tenths of a degree.
const TURN: i32 = 3600;

/// Space between two groups, in hundredths of the space of a state.
const BETWEEN: i32 = 70;

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
}

/// Positions of a group's states on the ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arc {
    /// Point of each state, clockwise.
    pub states: Vec<Point>,
    /// Ends of the band behind them.
    pub ends: [Point; 2],
    /// Whether the band covers more than half of the ring.
    pub large: bool,
}

/// Places groups of the given sizes around the ring, clockwise from the top, with gaps between.
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
                states: (0..*n).map(|i| ring.at(angle(from + room(i) + 50))).collect(),
                ends: [from + 15, to - 15].map(|end| ring.at(angle(end))),
                large: 2 * (to - from - 30) > whole,
            }
        })
        .collect()
}

/// Returns the centres of items of the given heights, spread evenly over a column.
fn column(heights: &[i32], height: i32) -> Vec<i32> {
    let count = i32::try_from(heights.len()).unwrap_or(0);
    let free = height - heights.iter().sum::<i32>();
    let mut above = 0;
    let place = |(i, h): (i32, &i32)| {
        // Half a gap above the first item and below the last.
        let middle = above + h / 2 + (2 * i + 1) * free / (2 * count.max(1));
        above += h;
        middle
    };
    (0..).zip(heights).map(place).collect()
}

/// Moves positions down, then up from the end, until they are at least `step` apart.
///
/// Positions that are far enough apart already do not move. They must be sorted.
fn apart(places: &mut [i32], step: i32, end: i32) {
    for i in 1..places.len() {
        places[i] = places[i].max(places[i - 1] + step);
    }
    let mut limit = end;
    for place in places.iter_mut().rev() {
        *place = (*place).min(limit);
        limit = *place - step;
    }
}

/// Breaks a long name into two lines, at the space that is nearest to its middle.
pub(super) fn broken(name: &str, longest: usize) -> Vec<String> {
    let letters = name.chars().count();
    let spaces = name.char_indices().enumerate().filter(|(_, (_, c))| *c == ' ');
    let nearest = spaces.min_by_key(|(n, _)| (2 * n + 1).abs_diff(letters)).map(|(_, (at, _))| at);
    match nearest {
        Some(at) if letters > longest => vec![name[..at].to_owned(), name[at + 1..].to_owned()],
        _ => vec![name.to_owned()],
    }
}

/// Path of a line between two marks: straight or a quadratic curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Course {
    /// Start.
    pub from: [i32; 2],
    /// Control point; `None` for a straight line.
    pub bend: Option<[i32; 2]>,
    /// End.
    pub to: [i32; 2],
}

impl Course {
    /// Returns the point at a share of the curve parameter, in hundredths.
    pub(super) fn at(self, share: i32) -> Point {
        let left = 100 - share;
        [0, 1].map(|k| match self.bend {
            None => (left * self.from[k] + share * self.to[k]) / 100,
            Some(bend) => {
                (left * left * self.from[k] + 2 * left * share * bend[k] + share * share * self.to[k])
                    / 10_000
            }
        })
    }
}

/// Offsets by which a line is bent aside, in units of the gap, in the order of trial.
const ASIDE: [i32; 13] = [0, 2, -2, 4, -4, 6, -6, 8, -8, 10, -10, 13, -13];

impl Course {
    /// Moves the control point to the right (or left, if negative) of the direction of travel.
    fn aside(self, by: i32) -> Self {
        if by == 0 {
            return self;
        }
        let [dx, dy] = [0, 1].map(|k| self.to[k] - self.from[k]);
        let long = (dx * dx + dy * dy).isqrt().max(1);
        let [x, y] = self.bend.unwrap_or([0, 1].map(|k| (self.from[k] + self.to[k]) / 2));
        Self { bend: Some([x - dy * by / long, y + dx * by / long]), ..self }
    }

    /// Returns points along the path, no farther apart than the smallest gap.
    fn points(self) -> [Point; 50] {
        let mut line = [[0; 2]; 50];
        for (share, place) in (1..).step_by(2).zip(&mut line) {
            *place = self.at(share);
        }
        line
    }

    /// Counts the labels that the path crosses.
    ///
    /// Labels have a margin, because the sampled points may miss a corner.
    fn crosses(self, names: &[Area]) -> usize {
        const NEAR: i32 = 6;
        if names.is_empty() {
            return 0;
        }
        let line = self.points();
        let is_in = |a: &Area| {
            let is_at =
                |[x, y]: &Point| a[0] - NEAR < *x && *x < a[2] + NEAR && a[1] - NEAR < *y && *y < a[3] + NEAR;
            line.iter().any(is_at)
        };
        names.iter().filter(|area| is_in(area)).count()
    }

    /// Counts the points that the path comes nearer to than `near`.
    fn meets(self, points: &[Point], near: i32) -> usize {
        let line = self.points();
        let is_near =
            |[x, y]: &Point| line.iter().any(|[px, py]| (px - x).abs() < near && (py - y).abs() < near);
        points.iter().filter(|point| is_near(point)).count()
    }
}

/// Box: left, top, right, bottom.
pub(super) type Area = [i32; 4];

/// Whether two boxes overlap.
pub(super) fn overlap(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
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
    /// Ring of states.
    pub ring: Ring,
    /// One arc per group.
    pub arcs: Vec<Arc>,
    /// Marks and the inner edges of their labels: states, then the left and the right column.
    pub nodes: Vec<(Point, Point)>,
}

impl Shape {
    /// Places states, in groups of the given sizes, and the parties left and right of them.
    ///
    /// The sizes of labels follow from their lines.
    pub(super) fn drawing(self, groups: &[usize], [states, left, right]: [&[Vec<String>]; 3]) -> Drawing {
        let [width, height] = self.size;
        let ends = [self.widest(left), width - self.widest(right)];
        let across = (ends[1] - ends[0]) / 2;
        let rx = (across - self.widest(states) - self.gap).max(self.gap);
        let ring =
            Ring { middle: [(ends[0] + ends[1]) / 2, height / 2], radii: [rx, height / 2 - self.line] };
        let arcs = arcs(ring, groups);
        let at: Vec<Point> = arcs.iter().flat_map(|arc| arc.states.iter().copied()).collect();
        let mut nodes = self.nodes_along_ring(ring, &at);
        for (names, x, out) in [(left, ends[0], -self.gap), (right, ends[1], self.gap)] {
            let heights: Vec<_> = names.iter().map(|name| self.line * lines(name)).collect();
            nodes.extend(column(&heights, height).into_iter().map(|y| ([x, y], [x + out, y])));
        }
        Drawing { ring, arcs, nodes }
    }

    /// Places labels of states on the outer side of the ring, shifted vertically if they overlap.
    fn nodes_along_ring(self, ring: Ring, at: &[Point]) -> Vec<(Point, Point)> {
        let is_right = |point: &Point| point[0] >= ring.middle[0];
        let mut nodes: Vec<(Point, Point)> = at.iter().map(|point| (*point, *point)).collect();
        for right in [true, false] {
            let mut side: Vec<usize> = (0..at.len()).filter(|i| is_right(&at[*i]) == right).collect();
            // Sorted from top to bottom: clockwise order goes down on the right and up on the left.
            if !right {
                side.reverse();
            }
            let mut heights: Vec<i32> = side.iter().map(|i| at[*i][1]).collect();
            apart(&mut heights, self.line, self.size[1] - self.line / 2);
            for (i, y) in side.into_iter().zip(heights) {
                let out = if right { self.gap } else { -self.gap };
                nodes[i].1 = [at[i][0] + out, y];
            }
        }
        nodes
    }

    /// Returns the distance from the drawing's edge, or from the ring, to marks with these labels.
    fn widest(self, names: &[Vec<String>]) -> i32 {
        let widest = names.iter().map(|name| self.width(name)).max().unwrap_or(0);
        widest + 2 * self.gap
    }

    fn width(self, name: &[String]) -> i32 {
        let letters = name.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        self.letter * i32::try_from(letters).unwrap_or(0)
    }

    /// Returns the boxes of a mark and of its label, which begins or ends at a point.
    pub(super) fn areas(self, mark: Point, name: &[String], at: Point) -> [Area; 2] {
        let (width, half) = (self.width(name), self.line * lines(name) / 2);
        let [x, y] = at;
        let (left, right) = if x < mark[0] { (x - width, x) } else { (x, x + width) };
        let reach = self.gap - 4;
        [
            [mark[0] - reach, mark[1] - reach, mark[0] + reach, mark[1] + reach],
            [left, y - half, right, y + half],
        ]
    }

    /// Returns a straight line between two parties.
    pub(super) fn line(self, [from, to]: [Point; 2]) -> Course {
        Course { from, bend: None, to }
    }

    /// Returns a line between two parties of one column, bent inwards by their distance.
    pub(super) fn bow(self, [from, to]: [Point; 2]) -> Course {
        let deep = self.size[0] / 40 + (to[1] - from[1]).abs() * self.size[0] / self.size[1] / 8;
        let inward = if from[0] * 2 < self.size[0] { deep } else { -deep };
        Course { from, bend: Some([from[0] + inward, (from[1] + to[1]) / 2]), to }
    }

    /// Bends a path around marks that are not its ends, and around labels.
    ///
    /// Without that, the line would seem to end there. If no offset avoids all, the one with the
    /// fewest marks wins, then the fewest labels.
    pub(super) fn clear(self, course: Course, marks: &[Point], names: &[Area]) -> Course {
        let others: Vec<Point> =
            marks.iter().copied().filter(|mark| *mark != course.from && *mark != course.to).collect();
        let mut best = ((usize::MAX, 0), course);
        for aside in ASIDE {
            let bent = course.aside(aside * self.gap);
            let met = bent.meets(&others, self.gap);
            if met > best.0.0 {
                continue;
            }
            let met = (met, bent.crosses(names));
            if met < best.0 {
                best = (met, bent);
            }
            if met == (0, 0) {
                break;
            }
        }
        best.1
    }

    /// Returns the path of an arrow.
    ///
    /// It starts horizontally, clear of its column and of a straight line between the same parties.
    pub(super) fn arrow(self, [from, to]: [Point; 2]) -> Course {
        Course { from, bend: Some([(from[0] + to[0]) / 2, from[1]]), to }
    }
}

fn lines(name: &[String]) -> i32 {
    i32::try_from(name.len()).unwrap_or(1)
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
        assert_eq!(four[0].states, [[711, 130], [711, 270], [289, 270], [289, 130]]);
        assert!(four[0].large);
    }

    #[test]
    fn groups_stand_clockwise_from_the_top_with_room_between() {
        let arcs = arcs(RING, &[1, 1]);
        assert_eq!(arcs[0].states, [[800, 200]]);
        assert_eq!(arcs[1].states, [[200, 200]]);
        assert_eq!(arcs.iter().map(|arc| arc.large).collect::<Vec<_>>(), [false, false]);
        // From top to bottom on the right, from bottom to top on the left.
        assert!(arcs[0].ends[0][1] < arcs[0].ends[1][1] && arcs[1].ends[0][1] > arcs[1].ends[1][1]);
        assert!(super::arcs(RING, &[]).is_empty());
    }

    #[test]
    fn a_column_is_even_and_stays_in_its_height() {
        assert_eq!(column(&[20, 20, 20], 120), [20, 60, 100]);
        assert_eq!(column(&[20, 40], 100), [20, 70]);
        assert_eq!(column(&[20], 120), [60]);
        assert!(column(&[], 120).is_empty());
    }

    #[test]
    fn places_move_no_more_than_they_must() {
        let moved = |mut places: Vec<i32>| {
            apart(&mut places, 20, 100);
            places
        };
        assert_eq!(moved(vec![10, 15, 60]), [10, 30, 60]);
        assert_eq!(moved(vec![80, 95, 99]), [60, 80, 100]);
        assert_eq!(moved(vec![0, 50, 100]), [0, 50, 100]);
        assert!(moved(vec![]).is_empty());
    }

    #[test]
    fn long_names_break_near_their_middle() {
        assert_eq!(broken("United States of America", 16), ["United States", "of America"]);
        assert_eq!(broken("Соединённые Штаты", 12), ["Соединённые", "Штаты"]);
        assert_eq!(broken("Lithuania", 5), ["Lithuania"]);
        assert_eq!(broken("New Land", 16), ["New Land"]);
    }

    /// All partitions of twelve states in a row into groups of consecutive states.
    fn groupings() -> impl Iterator<Item = Vec<usize>> {
        (0_u32..1 << 11).map(|cuts| {
            let ends = (1..12).filter(|i| cuts >> (i - 1) & 1 == 1).chain([12]);
            let from = std::iter::once(0).chain(ends.clone());
            ends.zip(from.collect::<Vec<_>>()).map(|(end, from)| end - from).collect()
        })
    }

    #[test]
    fn names_keep_apart_in_every_grouping() {
        let name = |letters: usize| vec!["m".repeat(letters)];
        for (shape, long, code) in [(WIDE, 15, 9), (TALL, 3, 8)] {
            let (states, right) = (vec![name(long); 12], vec![name(code); 15]);
            let left = vec![vec!["m".repeat(code); if shape == WIDE { 2 } else { 1 }]; 8];
            for groups in groupings() {
                let drawing = shape.drawing(&groups, [&states, &left, &right]);
                let names = states.iter().chain(&left).chain(&right);
                let areas: Vec<Area> = drawing
                    .nodes
                    .iter()
                    .zip(names)
                    .flat_map(|((mark, at), name)| shape.areas(*mark, name, *at))
                    .collect();
                for (i, a) in areas.iter().enumerate() {
                    assert!(
                        a[0] >= 0 && a[1] >= 0 && a[2] <= shape.size[0] && a[3] <= shape.size[1],
                        "{groups:?} {a:?}"
                    );
                    assert!(!areas[..i].iter().any(|b| overlap(*a, *b)), "{groups:?} {i} {a:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_goes_around_what_it_would_pass_over() {
        let line = WIDE.line([[100, 100], [300, 100]]);
        assert_eq!(WIDE.clear(line, &[[100, 100], [300, 100], [200, 140]], &[]), line);
        let around = WIDE.clear(line, &[[200, 95]], &[]);
        assert_eq!(around.bend, Some([200, 128]));
        assert_eq!(around.meets(&[[200, 95]], WIDE.gap), 0);
        // Around a label as well, unless a mark is in the way.
        let name = [[150, 90, 250, 110]];
        let around = WIDE.clear(line, &[], &name);
        assert_eq!((around.crosses(&name), line.crosses(&name)), (0, 1));
        assert!(around.bend.is_some_and(|[_, y]| y > 100), "{around:?}");
        let other = WIDE.clear(line, &[[200, 120], [200, 135]], &name);
        assert!(other.bend.is_some_and(|[_, y]| y < 100), "{other:?}");
        // Where no offset helps, the ends stay.
        let walls: Vec<Point> = (0..60).map(|i| [200, 10 * i - 200]).collect();
        assert_eq!(WIDE.clear(line, &walls, &[]).from, line.from);
    }

    #[test]
    fn a_number_keeps_clear_of_what_stands_there() {
        let line = Course { from: [0, 0], bend: None, to: [100, 0] };
        let mut taken = Vec::new();
        assert_eq!(place_number(line, 5, &mut taken), [50, 0]);
        assert_eq!(place_number(line, 3, &mut taken), [42, 0]);
        assert_eq!(place_number(line, 4, &mut taken), [34, 0]);
        assert_eq!(taken.len(), 3);
        // In the middle if no position is free.
        assert_eq!(place_number(line, 200, &mut taken), [50, 0]);
        let bent = Course { from: [0, 0], bend: Some([50, 100]), to: [100, 0] };
        assert_eq!([0, 50, 100].map(|share| bent.at(share)), [[0, 0], [50, 50], [100, 0]]);
    }
}
