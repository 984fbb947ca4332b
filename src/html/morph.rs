//! A piece that stands in the page becomes another one: what is the same stays, with the focus in it; what moved is moved;
//! attributes and texts are written where they differ. A node that is made anew costs ten times one that stays.
//!
//! The page's nodes are taken to be those of the piece that stands there, one by one. So a piece must be such HTML as
//! the browser takes literally (no rows without `tbody`, no blocks in `p`), and nobody else may add or take nodes.

use super::{Fragment, Kind, Node};

/// A node of the page, or of a model of it.
pub trait Dom: Clone {
    /// The child at a place.
    fn child(&self, at: usize) -> Option<Self>;
    /// The sibling after it.
    fn next(&self) -> Option<Self>;
    /// Takes all children away and puts these in their place.
    fn fill(&self, html: &str);
    /// Adds children before one of its elements, or as the last.
    fn add(&self, before: Option<&Self>, html: &str);
    /// Moves one of its children before another, or to the end.
    fn put(&self, child: &Self, before: Option<&Self>);
    /// Takes it away.
    fn remove(&self);
    /// Writes an attribute, or takes it away.
    fn set(&self, name: &str, value: Option<&str>);
    /// Writes a text.
    fn set_text(&self, text: &str);
}

/// Makes what stands in a node, which was drawn from `old`, what `new` says; whether they differ.
pub fn morph<D: Dom>(at: &D, old: &Fragment, new: &Fragment) -> bool {
    if old.text == new.text {
        return false;
    }
    if old.raw || new.raw {
        at.fill(&new.text);
    } else {
        Morph { old, new }.list(at, [(0, old.nodes.len()), (0, new.nodes.len())], &new.text);
    }
    true
}

/// Whether one node may become another.
type Matcher<'a> = dyn Fn(&(usize, Node), &(usize, Node)) -> bool + 'a;

struct Morph<'a> {
    old: &'a Fragment,
    new: &'a Fragment,
}

impl Fragment {
    fn of_node(&self, node: &Node) -> &str {
        &self.text[node.start..node.end]
    }

    /// The first level of a range of nodes.
    fn level(&self, (mut at, end): (usize, usize)) -> Vec<(usize, Node)> {
        let mut all = Vec::new();
        while at < end {
            all.push((at, self.nodes[at]));
            at = self.nodes[at].next;
        }
        all
    }

    /// What names a row: its first cell.
    fn name(&self, (at, node): &(usize, Node)) -> Option<&str> {
        (node.kind == Kind::Element && at + 1 < node.next).then(|| self.of_node(&self.nodes[at + 1]))
    }

    pub(super) fn tag(&self, node: &Node) -> &str {
        let open = &self.text[node.start..node.inner];
        &open[..open.find([' ', '>']).unwrap_or(open.len())]
    }
}

impl Morph<'_> {
    /// The children of a node; `all` is their text.
    fn list<D: Dom>(&self, at: &D, [old, new]: [(usize, usize); 2], all: &str) {
        let (olds, news) = (self.old.level(old), self.new.level(new));
        let has_text = |list: &[(usize, Node)]| list.iter().any(|(_, node)| node.kind == Kind::Text);
        if has_text(&olds) || has_text(&news) {
            return self.morph_positionally(at, &olds, &news, all);
        }
        let same = |(old, new): &(&(usize, Node), &(usize, Node))| {
            self.old.of_node(&old.1) == self.new.of_node(&new.1)
        };
        let before = olds.iter().zip(&news).take_while(same).count();
        let (olds, news) = (&olds[before..], &news[before..]);
        let after = olds.iter().rev().zip(news.iter().rev()).take_while(same).count();
        let (olds, news) = (&olds[..olds.len() - after], &news[..news.len() - after]);
        if olds.is_empty() && news.is_empty() {
            return;
        }
        let mut next = at.child(before);
        let mut nodes = Vec::with_capacity(olds.len());
        for _ in olds {
            let Some(node) = next else { return at.fill(all) }; // not what was drawn
            next = node.next();
            nodes.push(node);
        }
        self.reconcile_children(at, (olds, &nodes), news, next.as_ref());
    }

    /// Elements: the same or such as have the same name stay, others become each other in turn.
    fn reconcile_children<D: Dom>(
        &self,
        at: &D,
        (olds, nodes): (&[(usize, Node)], &[D]),
        news: &[(usize, Node)],
        end: Option<&D>,
    ) {
        let mut of_new = vec![None; news.len()];
        let mut taken = vec![false; olds.len()];
        let alike: [&Matcher; 3] = [
            &|old, new| self.old.of_node(&old.1) == self.new.of_node(&new.1),
            &|old, new| self.can_reuse(&old.1, &new.1) && self.old.name(old) == self.new.name(new),
            &|old, new| self.can_reuse(&old.1, &new.1),
        ];
        for alike in alike {
            for (new, of) in news.iter().zip(&mut of_new).filter(|(_, of)| of.is_none()) {
                let found = olds.iter().zip(&taken).position(|(old, taken)| !taken && alike(old, new));
                if let Some(found) = found {
                    (*of, taken[found]) = (Some(found), true);
                }
            }
        }
        for (node, _) in nodes.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            node.remove();
        }
        let stays = longest_increasing_subsequence(&of_new);
        // Before which node that stays each of the new ones goes.
        let mut anchors = vec![end; news.len()];
        let mut anchor = end;
        for j in (0..news.len()).rev() {
            anchors[j] = anchor;
            if let Some(i) = of_new[j].filter(|_| stays[j]) {
                anchor = Some(&nodes[i]);
            }
        }
        let mut j = 0;
        while j < news.len() {
            let (_, new) = news[j];
            if let Some(i) = of_new[j] {
                if !stays[j] {
                    at.put(&nodes[i], anchors[j]);
                }
                self.element(&nodes[i], &olds[i], &news[j]);
                j += 1;
            } else {
                // As many as stand together, in one go.
                let last = (j..news.len()).take_while(|j| of_new[*j].is_none()).last().unwrap_or(j);
                at.add(anchors[j], &self.new.text[new.start..news[last].1.end]);
                j = last + 1;
            }
        }
    }

    /// Whether one may become the other. What is typed into a field is the reader's.
    fn can_reuse(&self, old: &Node, new: &Node) -> bool {
        let tag = self.old.tag(old);
        tag == self.new.tag(new) && tag != "<input"
    }

    /// Texts and elements in between: each the one that stands in its place.
    fn morph_positionally<D: Dom>(&self, at: &D, olds: &[(usize, Node)], news: &[(usize, Node)], all: &str) {
        let alike = |(old, new): (&(usize, Node), &(usize, Node))| match (old.1.kind, new.1.kind) {
            (Kind::Text, Kind::Text) => true,
            (Kind::Text, _) | (_, Kind::Text) => false,
            _ => self.can_reuse(&old.1, &new.1),
        };
        if olds.len() != news.len() || !olds.iter().zip(news).all(alike) {
            return at.fill(all);
        }
        let mut node = at.child(0);
        for (old, new) in olds.iter().zip(news) {
            let Some(this) = node else { return at.fill(all) }; // not what was drawn
            match (self.old.of_node(&old.1), self.new.of_node(&new.1)) {
                (old, new) if old == new => {}
                (_, text) if new.1.kind == Kind::Text => this.set_text(&unescape(text)),
                _ => self.element(&this, old, new),
            }
            node = this.next();
        }
    }

    fn element<D: Dom>(&self, node: &D, (o, old): &(usize, Node), (n, new): &(usize, Node)) {
        let (was, is) = (&self.old.text[old.start..old.inner], &self.new.text[new.start..new.inner]);
        if was != is {
            for (name, _) in
                attributes(was).filter(|(name, _)| attributes(is).all(|(other, _)| other != *name))
            {
                node.set(name, None);
            }
            for (name, value) in attributes(is).filter(|new| attributes(was).all(|old| old != *new)) {
                node.set(name, Some(&unescape(value)));
            }
        }
        let all = &self.new.text[new.inner..new.inner_end];
        if self.old.text[old.inner..old.inner_end] == *all {
            return;
        }
        if old.kind == Kind::Raw || new.kind == Kind::Raw {
            return node.fill(all);
        }
        self.list(node, [(o + 1, old.next), (n + 1, new.next)], all);
    }
}

/// Names and values in an opening tag, values as written.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut pieces = tag.split('"');
    std::iter::from_fn(move || {
        let name = pieces.next()?.rsplit(' ').next()?.strip_suffix('=')?;
        Some((name, pieces.next()?))
    })
}

/// A text or value without what the writer escaped.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Which of these belong to a longest row of rising numbers.
fn longest_increasing_subsequence(numbers: &[Option<usize>]) -> Vec<bool> {
    // Of each: how long a row it ends, and which comes before it there.
    let mut rows: Vec<(usize, Option<usize>)> = vec![(0, None); numbers.len()];
    let mut best = None;
    for (j, number) in numbers.iter().enumerate() {
        let Some(number) = number else { continue };
        let before = (0..j).filter(|i| numbers[*i].is_some_and(|n| n < *number)).max_by_key(|i| rows[*i].0);
        rows[j] = (before.map_or(1, |i| rows[i].0 + 1), before);
        if best.is_none_or(|best: usize| rows[best].0 < rows[j].0) {
            best = Some(j);
        }
    }
    let mut stays = vec![false; numbers.len()];
    while let Some(j) = best {
        stays[j] = true;
        best = rows[j].1;
    }
    stays
}

#[cfg(test)]
mod tests;
