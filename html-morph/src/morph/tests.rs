//! Morphs random fragments into each other in a model of the DOM.
#![allow(clippy::expect_used, reason = "a test stops where its preparation fails")]

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::*;

/// A model of the DOM that a browser would create for a fragment.
#[derive(Clone)]
struct Model(Rc<RefCell<Inside>>);

struct Inside {
    /// Tag name; empty for a text.
    tag: String,
    text: String,
    attributes: Vec<(String, String)>,
    children: Vec<Model>,
    parent: Weak<RefCell<Inside>>,
    /// Number that distinguishes the node from a newly created one.
    made: usize,
}

thread_local! { static MADE: RefCell<usize> = const { RefCell::new(0) }; }

impl Model {
    fn new(tag: &str, text: &str) -> Self {
        let made = MADE.with_borrow_mut(|n| {
            *n += 1;
            *n
        });
        let (tag, text) = (tag.to_owned(), text.to_owned());
        Self(Rc::new(RefCell::new(Inside {
            tag,
            text,
            attributes: vec![],
            children: vec![],
            parent: Weak::new(),
            made,
        })))
    }

    fn parent(&self) -> Option<Self> {
        self.0.borrow().parent.upgrade().map(Self)
    }

    fn place(&self) -> usize {
        let parent = self.parent().expect("a child");
        let place = parent.0.borrow().children.iter().position(|child| Rc::ptr_eq(&child.0, &self.0));
        place.expect("a child of its parent")
    }

    fn insert(&self, at: usize, child: Self) {
        child.0.borrow_mut().parent = Rc::downgrade(&self.0);
        self.0.borrow_mut().children.insert(at, child);
    }

    /// Parses HTML as [`Fragment`] writes it.
    fn parse(mut html: &str) -> Vec<Self> {
        let root = Self::new("root", "");
        let mut open = vec![root.clone()];
        while !html.is_empty() {
            let parent = open.last().expect("the root stays open").clone();
            let at = parent.0.borrow().children.len();
            if let Some(rest) = html.strip_prefix("</") {
                open.pop();
                html = &rest[rest.find('>').expect("a closed tag") + 1..];
            } else if html.starts_with('<') {
                let end = html.find('>').expect("a closed tag");
                let name = html[1..end].split(' ').next().expect("a name");
                let node = Self::new(name, "");
                node.0.borrow_mut().attributes =
                    attributes(&html[..=end]).map(|(n, v)| (n.to_owned(), unescape(v))).collect();
                parent.insert(at, node.clone());
                open.push(node);
                html = &html[end + 1..];
            } else {
                let end = html.find('<').unwrap_or(html.len());
                parent.insert(at, Self::new("", &unescape(&html[..end])));
                html = &html[end..];
            }
        }
        root.0.borrow_mut().children.drain(..).collect()
    }

    /// Serializes the node, with its attributes sorted by name.
    fn shown(&self) -> String {
        let inside = self.0.borrow();
        if inside.tag.is_empty() {
            return format!("“{}”", inside.text);
        }
        let mut attributes = inside.attributes.clone();
        attributes.sort();
        let children: Vec<_> = inside.children.iter().map(Self::shown).collect();
        format!("{}{attributes:?}[{}]", inside.tag, children.join(","))
    }

    fn made(&self) -> Vec<usize> {
        let inside = self.0.borrow();
        std::iter::once(inside.made).chain(inside.children.iter().flat_map(Self::made)).collect()
    }
}

impl Dom for Model {
    fn child(&self, at: usize) -> Option<Self> {
        self.0.borrow().children.get(at).cloned()
    }
    fn next_sibling(&self) -> Option<Self> {
        self.parent()?.child(self.place() + 1)
    }
    fn set_inner_html(&self, html: &str) {
        self.0.borrow_mut().children.clear();
        self.insert_html_before(None, html);
    }
    fn insert_html_before(&self, before: Option<&Self>, html: &str) {
        for node in Self::parse(html) {
            let at = before.map_or_else(|| self.0.borrow().children.len(), Self::place);
            self.insert(at, node);
        }
    }
    fn insert_before(&self, child: &Self, before: Option<&Self>) {
        child.remove();
        let at = before.map_or_else(|| self.0.borrow().children.len(), Self::place);
        self.insert(at, child.clone());
    }
    fn remove(&self) {
        let (parent, at) = (self.parent().expect("a child"), self.place());
        parent.0.borrow_mut().children.remove(at);
    }
    fn set_attribute(&self, name: &str, value: Option<&str>) {
        let all = &mut self.0.borrow_mut().attributes;
        all.retain(|(known, _)| known != name);
        all.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    }
    fn set_text(&self, text: &str) {
        text.clone_into(&mut self.0.borrow_mut().text);
    }
}

/// Writes a random fragment: `depth` levels of rows with cells, texts and marks.
///
/// It uses few words, so that two fragments have much in common.
fn write(h: &mut Fragment, draws: &mut impl FnMut(usize) -> usize, depth: usize) {
    const WORDS: [&str; 5] = ["", "party", "a<b>\"&amp;'", "сторона", "1"];
    const TAGS: [&str; 4] = ["tr", "td", "p", "input"];
    for _ in 0..draws(6) {
        match draws(8) {
            0 | 1 => h.text(WORDS[draws(WORDS.len())]),
            2 => h.el("svg", &[("class", WORDS[draws(2)])], |h| h.raw_html("<path></path>")),
            _ if depth == 0 => h.text_el("td", &[("class", WORDS[draws(5)])], WORDS[draws(5)]),
            _ => {
                let tag = TAGS[draws(TAGS.len())];
                let attributes = [("data-open", WORDS[draws(5)]), ("aria-label", WORDS[draws(5)])];
                let from = draws(2);
                h.el(tag, &attributes[from..], |h| write(h, draws, depth - 1));
            }
        }
    }
}

/// Deterministic generator of numbers.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) as usize) % below
    }
}

fn stand(html: &Fragment) -> Model {
    let root = Model::new("root", "");
    root.set_inner_html(html.as_str());
    root
}

#[test]
fn any_piece_becomes_any_other() {
    for seed in 0..3000 {
        let mut draws = numbers(seed);
        let pieces: Vec<Fragment> =
            (0..4).map(|_| Fragment::render(None, |h| write(h, &mut draws, 3))).collect();
        let root = stand(&pieces[0]);
        for two in pieces.windows(2) {
            morph(&root, &two[0], &two[1]);
            assert_eq!(root.shown(), stand(&two[1]).shown(), "{}\n{}", two[0].as_str(), two[1].as_str());
        }
    }
}

fn table(rows: &[(&str, &str)]) -> Fragment {
    Fragment::render(None, |h| {
        for (name, cell) in rows {
            h.el("tr", &[], |h| {
                h.text_el("th", &[], name);
                h.el("td", &[("class", cell)], |h| h.text_el("b", &[], cell));
            });
        }
    })
}

/// Number of nodes that were newly created.
fn anew(old: &[(&str, &str)], new: &[(&str, &str)]) -> usize {
    let (old, new) = (table(old), table(new));
    let root = stand(&old);
    let before = root.made();
    morph(&root, &old, &new);
    assert_eq!(root.shown(), stand(&new).shown());
    root.made().iter().filter(|made| !before.contains(made)).count()
}

#[test]
fn what_stays_is_not_made_anew() {
    let rows = [("ARM", "1"), ("AZE", "2"), ("BLR", "3"), ("GEO", "4")];
    assert_eq!(anew(&rows, &rows), 0);
    // Another order, other words, one row removed.
    assert_eq!(anew(&rows, &[rows[3], rows[0], rows[2], rows[1]]), 0);
    assert_eq!(anew(&rows, &[("ARM", "9"), ("AZE", "2"), ("BLR", "3"), ("GEO", "7")]), 0);
    assert_eq!(anew(&rows, &[("Армения", "1"), ("Азербайджан", "2"), ("Беларусь", "3"), ("Грузия", "4")]), 0);
    assert_eq!(anew(&rows, &[rows[0], rows[3]]), 0);
    // A new row consists of the row, its text and its cell.
    assert_eq!(anew(&rows, &[rows[0], ("KAZ", "5"), rows[1], rows[2], rows[3]]), 6);
}

#[test]
fn a_row_stays_with_its_name() {
    let old = table(&[("ARM", "1"), ("AZE", "2"), ("BLR", "3")]);
    let new = table(&[("BLR", "4"), ("ARM", "5"), ("AZE", "6")]);
    let root = stand(&old);
    let before: Vec<_> = (0..3).map(|at| root.child(at).expect("a row").made()).collect();
    morph(&root, &old, &new);
    for (at, was) in [2, 0, 1].into_iter().enumerate() {
        assert_eq!(root.child(at).expect("a row").made(), before[was]);
    }
}

#[test]
fn a_field_that_changes_is_another_one() {
    let field = |value: &str| Fragment::render(None, |h| h.el("input", &[("value", value)], |_| {}));
    let root = stand(&field("a"));
    let before = root.made();
    morph(&root, &field("a"), &field("b"));
    assert_eq!(root.shown(), stand(&field("b")).shown());
    assert_ne!(root.made(), before);
}

#[test]
fn the_longest_rising_row_stays() {
    let stays = |numbers: &[i32]| {
        let numbers: Vec<_> = numbers.iter().map(|n| usize::try_from(*n).ok()).collect();
        longest_increasing_subsequence(&numbers).iter().map(|stays| u8::from(*stays)).collect::<Vec<_>>()
    };
    assert_eq!(stays(&[1, 2, 3, 0]), [1, 1, 1, 0]);
    assert_eq!(stays(&[3, 0, -1, 1, 2]), [0, 1, 0, 1, 1]);
    assert_eq!(stays(&[]), Vec::<u8>::new());
    assert_eq!(stays(&[-1, 0]), [0, 1]);
}
