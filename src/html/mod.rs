//! A writer of HTML, for what is drawn in one piece: tables of marks that no listener and no signal looks into.
//!
//! A node made by itself costs several calls from the program to the browser, an attribute each one more; a table in one
//! string costs one call. Nothing is written but by `el` and `text`, so every tag is closed and every text and value
//! is escaped. No `style` attribute: the page's security policy forbids it.
//!
//! A piece that is drawn again changes what differs, and nothing else: `patch`.

mod morph;

use std::cell::OnceCell;
use std::sync::Arc;

use cisconf_core::view::{PinnedState, marked};

pub use morph::{Dom, morph};

/// Tells the reader's own state; what asks in an effect follows it.
type Tell = Box<dyn Fn() -> Option<Arc<PinnedState>>>;

thread_local! {
    /// Tells the reader's own state.
    static MINE: OnceCell<Tell> = const { OnceCell::new() };
}

/// From now on texts mark the reader's own state wherever they name it. `mine` is asked for each piece; what draws a piece
/// follows it.
pub fn mark(mine: impl Fn() -> Option<Arc<PinnedState>> + 'static) {
    // The page is drawn once: there is no second to tell.
    let _ = MINE.with(|tell| tell.set(Box::new(mine)));
}

/// A piece of HTML, and where its nodes stand in it.
#[derive(Default)]
pub struct Fragment {
    /// The reader's own state.
    mine: Option<Arc<PinnedState>>,
    text: String,
    /// By where they begin.
    nodes: Vec<Node>,
    /// The elements that are not closed yet.
    open: Vec<usize>,
    /// Markup stands beside the nodes of the first level.
    raw: bool,
}

/// A node of a piece; places are bytes of its text.
#[derive(Clone, Copy)]
struct Node {
    start: usize,
    end: usize,
    /// Where what is in it begins and ends; a text has nothing in it.
    inner: usize,
    inner_end: usize,
    /// The node after all that is in it.
    next: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Element,
    /// An element with markup in it, of which nothing is known.
    Raw,
}

impl Fragment {
    /// What `write` writes.
    pub fn of(write: impl FnOnce(&mut Self)) -> String {
        Self::piece(write).text
    }

    /// What `write` writes, to be compared with what it writes later.
    pub fn piece(write: impl FnOnce(&mut Self)) -> Self {
        let mut html = Self { mine: MINE.with(|tell| tell.get().and_then(|tell| tell())), ..Self::default() };
        write(&mut html);
        html
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// An element with what `inner` writes in it. An empty value leaves its attribute out.
    pub fn el(&mut self, tag: &'static str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.open(tag, attributes);
        inner(self);
        self.close(tag);
    }

    /// An element with a text in it.
    pub fn text_el(&mut self, tag: &'static str, attributes: Attributes, text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// A text; beside another it is one with it, as the browser makes one node of both.
    pub fn text(&mut self, text: &str) {
        // What is written meanwhile is not marked once more.
        let Some(mine) = self.mine.take() else { return self.plain(text) };
        let pieces = mine.cut(text);
        // In these no element can stand.
        if pieces.iter().any(|(_, is_mine)| *is_mine)
            && !self.is_in(&["<option", "<title", "<text", "<tspan"])
        {
            self.el("span", &[], |h| pieces.into_iter().for_each(|piece| h.piece_of(piece, &mine)));
        } else {
            self.plain(text);
        }
        self.mine = Some(mine);
    }

    fn piece_of(&mut self, (text, is_mine): (&str, bool), mine: &PinnedState) {
        if !is_mine {
            return self.plain(text);
        }
        self.text_el("span", &[("class", "mine")], text);
        self.text_el("span", &[("class", "hidden")], &marked("", Some(&mine.words)));
    }

    fn is_in(&self, tags: &[&str]) -> bool {
        self.open.last().is_some_and(|at| tags.contains(&self.tag(&self.nodes[*at])))
    }

    fn plain(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.escape(text);
        let end = self.text.len();
        match self.nodes.last_mut() {
            Some(last) if last.kind == Kind::Text && last.end == start => last.end = end,
            _ => {
                let next = self.nodes.len() + 1;
                self.nodes.push(Node { start, end, inner: end, inner_end: end, next, kind: Kind::Text });
            }
        }
    }

    fn escape(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escaped = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.text.push_str(&text[from..at]);
            self.text.push_str(escaped);
            from = at + 1;
        }
        self.text.push_str(&text[from..]);
    }

    /// Markup that stands in the program.
    pub fn markup(&mut self, markup: &'static str) {
        self.text.push_str(markup);
        match self.open.last() {
            Some(at) => self.nodes[*at].kind = Kind::Raw,
            None => self.raw = true,
        }
    }

    fn open(&mut self, tag: &'static str, attributes: Attributes) {
        let start = self.text.len();
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.escape(value);
            self.text.push('"');
        }
        self.text.push('>');
        let inner = self.text.len();
        self.open.push(self.nodes.len());
        self.nodes.push(Node { start, end: inner, inner, inner_end: inner, next: 0, kind: Kind::Element });
    }

    fn close(&mut self, tag: &'static str) {
        let inner_end = self.text.len();
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
        if let Some(at) = self.open.pop() {
            let next = self.nodes.len();
            let node = &mut self.nodes[at];
            (node.inner_end, node.end, node.next) = (inner_end, self.text.len(), next);
        }
    }
}

/// Keeps page translators away: for statuses, numbers, names of states and treaties, which have one official wording.
pub const AS_IT_IS: (&str, &str) = ("translate", "no");

/// Names and values.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

#[cfg(test)]
mod tests {
    use super::{Fragment, PinnedState};

    #[test]
    fn texts_and_values_are_escaped() {
        let hostile = "a<b>\"&'é";
        let html = Fragment::of(|h| h.text_el("td", &[("title", hostile)], hostile));
        assert_eq!(html, "<td title=\"a&lt;b&gt;&quot;&amp;'é\">a&lt;b&gt;&quot;&amp;'é</td>");
    }

    #[test]
    fn elements_nest_and_empty_values_leave_no_attribute() {
        let html = Fragment::of(|h| {
            h.el("tr", &[("class", ""), ("data-hue", "3")], |h| {
                h.el("td", &[], |_| {});
                h.text_el("td", &[], "");
                h.markup("<b>1</b>");
            });
        });
        assert_eq!(html, "<tr data-hue=\"3\"><td></td><td></td><b>1</b></tr>");
    }

    #[test]
    fn ones_own_state_is_marked_where_an_element_can_stand() {
        let mine = PinnedState { names: vec!["Georgia".to_owned()], words: "mine".to_owned() };
        let mut h = Fragment { mine: Some(mine.into()), ..Fragment::default() };
        h.text_el("td", &[("aria-label", "Georgia")], "Georgia & Armenia");
        h.text_el("option", &[], "Georgia");
        h.text_el("tspan", &[], "Georgia");
        h.text_el("td", &[], "Georgian");
        assert_eq!(
            h.as_str(),
            "<td aria-label=\"Georgia\"><span><span class=\"mine\">Georgia</span><span class=\"hidden\"> (mine)</span> \
             &amp; Armenia</span></td><option>Georgia</option><tspan>Georgia</tspan><td>Georgian</td>"
        );
    }

    #[test]
    fn an_empty_text_is_empty() {
        assert_eq!(Fragment::of(|h| h.text("")), "");
        assert_eq!(Fragment::of(|h| h.text("&&")), "&amp;&amp;");
    }
}
