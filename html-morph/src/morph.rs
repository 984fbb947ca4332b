//! Morphs the DOM from one fragment to the next.
//!
//! Identical nodes stay (and keep the focus), moved nodes are moved, and attributes and texts are
//! written only where they differ, because a new node is about ten times as expensive as one that
//! stays.
//!
//! The nodes of the page are assumed to be those of the old fragment, one to one. So a fragment
//! must be HTML that the browser parses literally (no rows without `tbody`, no blocks in `p`), and
//! nothing else may add or remove nodes.

use crate::lis::longest_increasing_subsequence;
use crate::writer::{Fragment, Kind, Node};

/// A node of the page, or of a model of it in tests.
pub trait Dom: Clone {
    /// Returns the child at a position.
    fn child(&self, at: usize) -> Option<Self>;
    /// Returns the next sibling.
    fn next_sibling(&self) -> Option<Self>;
    /// Replaces all children by parsed HTML.
    fn set_inner_html(&self, html: &str);
    /// Inserts parsed HTML before a child element, or at the end.
    fn insert_html_before(&self, before: Option<&Self>, html: &str);
    /// Moves a child before another, or to the end.
    fn insert_before(&self, child: &Self, before: Option<&Self>);
    /// Removes the node.
    fn remove(&self);
    /// Sets an attribute, or removes it.
    fn set_attribute(&self, name: &str, value: Option<&str>);
    /// Sets the content of a text node.
    fn set_text(&self, text: &str);
}

/// Morphs the children of `at` from `old` to `new`; returns whether anything changed.
pub fn morph<D: Dom>(at: &D, old: &Fragment, new: &Fragment) -> bool {
    if old.text == new.text {
        return false;
    }
    if old.raw || new.raw {
        at.set_inner_html(&new.text);
    } else {
        Morph { old, new }.morph_children(at, [(0, old.nodes.len()), (0, new.nodes.len())], &new.text);
    }
    true
}

/// Whether an old node can be morphed into a new one.
type Matcher<'a> = dyn Fn(&(usize, Node), &(usize, Node)) -> bool + 'a;

struct Morph<'a> {
    old: &'a Fragment,
    new: &'a Fragment,
}

impl Fragment {
    fn of_node(&self, node: &Node) -> &str {
        &self.text[node.start..node.end]
    }

    /// Returns the top-level nodes of a range.
    fn level(&self, (mut at, end): (usize, usize)) -> Vec<(usize, Node)> {
        let mut all = Vec::new();
        while at < end {
            all.push((at, self.nodes[at]));
            at = self.nodes[at].next;
        }
        all
    }

    /// Returns the key of a row or another element: its first child.
    fn row_key(&self, (at, node): &(usize, Node)) -> Option<&str> {
        (node.kind == Kind::Element && at + 1 < node.next).then(|| self.of_node(&self.nodes[at + 1]))
    }
}

impl Morph<'_> {
    /// Morphs the children of a node; `all` is the HTML of the new children.
    fn morph_children<D: Dom>(&self, at: &D, [old, new]: [(usize, usize); 2], all: &str) {
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
            // The page does not have the rendered nodes: all children are written anew.
            let Some(node) = next else { return at.set_inner_html(all) };
            next = node.next_sibling();
            nodes.push(node);
        }
        self.reconcile_children(at, (olds, &nodes), news, next.as_ref());
    }

    /// Matches old to new elements: identical first, then by row key, then by tag.
    ///
    /// Moves as few nodes as possible.
    fn reconcile_children<D: Dom>(
        &self,
        at: &D,
        (olds, nodes): (&[(usize, Node)], &[D]),
        news: &[(usize, Node)],
        end: Option<&D>,
    ) {
        let mut of_new = vec![None; news.len()];
        let mut taken = vec![false; olds.len()];
        let matchers: [&Matcher; 3] = [
            &|old, new| self.old.of_node(&old.1) == self.new.of_node(&new.1),
            &|old, new| self.can_reuse(&old.1, &new.1) && self.old.row_key(old) == self.new.row_key(new),
            &|old, new| self.can_reuse(&old.1, &new.1),
        ];
        for is_match in matchers {
            for (new, of) in news.iter().zip(&mut of_new).filter(|(_, of)| of.is_none()) {
                let found = olds.iter().zip(&taken).position(|(old, taken)| !taken && is_match(old, new));
                if let Some(found) = found {
                    (*of, taken[found]) = (Some(found), true);
                }
            }
        }
        for (node, _) in nodes.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            node.remove();
        }
        let stays = longest_increasing_subsequence(&of_new);
        // For each new node, the staying node before which it is inserted.
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
                    at.insert_before(&nodes[i], anchors[j]);
                }
                self.morph_element(&nodes[i], &olds[i], &news[j]);
                j += 1;
            } else {
                // A run of new nodes is inserted in one call.
                let last = (j..news.len()).take_while(|j| of_new[*j].is_none()).last().unwrap_or(j);
                at.insert_html_before(anchors[j], &self.new.text[new.start..news[last].1.end]);
                j = last + 1;
            }
        }
    }

    /// Whether an old element can be morphed into a new one.
    ///
    /// Input fields are reused only if they are identical, since their content belongs to the user.
    fn can_reuse(&self, old: &Node, new: &Node) -> bool {
        let tag = self.old.tag(old);
        tag == self.new.tag(new) && tag != "<input"
    }

    /// Morphs text mixed with elements: each node is morphed into the one at its position.
    fn morph_positionally<D: Dom>(&self, at: &D, olds: &[(usize, Node)], news: &[(usize, Node)], all: &str) {
        let alike = |(old, new): (&(usize, Node), &(usize, Node))| match (old.1.kind, new.1.kind) {
            (Kind::Text, Kind::Text) => true,
            (Kind::Text, _) | (_, Kind::Text) => false,
            _ => self.can_reuse(&old.1, &new.1),
        };
        if olds.len() != news.len() || !olds.iter().zip(news).all(alike) {
            return at.set_inner_html(all);
        }
        let mut node = at.child(0);
        for (old, new) in olds.iter().zip(news) {
            // The page does not have the rendered nodes: all children are written anew.
            let Some(this) = node else { return at.set_inner_html(all) };
            match (self.old.of_node(&old.1), self.new.of_node(&new.1)) {
                (old, new) if old == new => {}
                (_, text) if new.1.kind == Kind::Text => this.set_text(&unescape(text)),
                _ => self.morph_element(&this, old, new),
            }
            node = this.next_sibling();
        }
    }

    /// Morphs an element: first its attributes, then its children.
    fn morph_element<D: Dom>(&self, node: &D, (o, old): &(usize, Node), (n, new): &(usize, Node)) {
        let (was, is) = (&self.old.text[old.start..old.inner], &self.new.text[new.start..new.inner]);
        if was != is {
            for (name, _) in
                attributes(was).filter(|(name, _)| attributes(is).all(|(other, _)| other != *name))
            {
                node.set_attribute(name, None);
            }
            for (name, value) in attributes(is).filter(|new| attributes(was).all(|old| old != *new)) {
                node.set_attribute(name, Some(&unescape(value)));
            }
        }
        let all = &self.new.text[new.inner..new.inner_end];
        if self.old.text[old.inner..old.inner_end] == *all {
            return;
        }
        if old.kind == Kind::Raw || new.kind == Kind::Raw {
            return node.set_inner_html(all);
        }
        self.morph_children(node, [(o + 1, old.next), (n + 1, new.next)], all);
    }
}

/// Iterates over the names and escaped values of the attributes in an opening tag.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut pieces = tag.split('"');
    std::iter::from_fn(move || {
        let name = pieces.next()?.rsplit(' ').next()?.strip_suffix('=')?;
        Some((name, pieces.next()?))
    })
}

/// Reverses the escaping of a text or attribute value.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests;
