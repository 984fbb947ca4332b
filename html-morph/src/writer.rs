//! Writes HTML into a string and records the position of each node.
//!
//! All output goes through [`Fragment::el`], [`Fragment::text`] and [`Fragment::raw_html`], so
//! every tag is closed, and every text and value is escaped.

use std::rc::Rc;

/// Wraps parts of a text in elements when it is written.
pub trait TextDecorator {
    /// Writes `text` with elements into `html` and returns true, or does nothing and returns false.
    ///
    /// The output is not decorated again.
    fn decorate(&self, html: &mut Fragment, text: &str) -> bool;
}

/// HTML as a string, with the positions of its nodes.
#[derive(Default)]
pub struct Fragment {
    decorator: Option<Rc<dyn TextDecorator>>,
    pub(crate) text: String,
    /// Nodes in the order in which they begin.
    pub(crate) nodes: Vec<Node>,
    /// Indices of the elements that are not closed yet.
    open: Vec<usize>,
    /// Whether raw HTML was written at the top level.
    pub(crate) raw: bool,
}

/// A node of a fragment; positions are byte offsets in its text.
#[derive(Clone, Copy)]
pub(crate) struct Node {
    pub start: usize,
    pub end: usize,
    /// Start of its content; for a text node, its end.
    pub inner: usize,
    pub inner_end: usize,
    /// Index of the node after its last descendant.
    pub next: usize,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Text,
    Element,
    /// An element that contains raw HTML, whose structure is unknown.
    Raw,
}

impl Fragment {
    /// Renders the output of `write`, with texts decorated by `decorator`.
    pub fn render(decorator: Option<Rc<dyn TextDecorator>>, write: impl FnOnce(&mut Self)) -> Self {
        let mut fragment = Self { decorator, ..Self::default() };
        write(&mut fragment);
        fragment.decorator = None;
        fragment
    }

    /// Renders the output of `write` into a string, for content that is never morphed.
    pub fn to_string(decorator: Option<Rc<dyn TextDecorator>>, write: impl FnOnce(&mut Self)) -> String {
        Self::render(decorator, write).text
    }

    /// Returns the HTML.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Writes an element with the content that `inner` writes.
    ///
    /// Attributes with an empty value are omitted.
    pub fn el(&mut self, tag: &'static str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.open(tag, attributes);
        inner(self);
        self.close(tag);
    }

    /// Writes an element that contains a text.
    pub fn text_el(&mut self, tag: &'static str, attributes: Attributes, text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// Writes a text.
    ///
    /// Adjacent texts form one node, as in the browser.
    pub fn text(&mut self, text: &str) {
        // Taken out, so that the output of the decorator is not decorated again.
        let Some(decorator) = self.decorator.take() else { return self.plain(text) };
        if !self.can_hold_elements() || !decorator.decorate(self, text) {
            self.plain(text);
        }
        self.decorator = Some(decorator);
    }

    /// Whether the current element can contain elements.
    fn can_hold_elements(&self) -> bool {
        let tag = self.open.last().map_or("", |at| self.tag(&self.nodes[*at]));
        !["<option", "<title", "<text", "<tspan"].contains(&tag)
    }

    /// Returns the beginning of the opening tag of an element: `<td`.
    pub(crate) fn tag(&self, node: &Node) -> &str {
        let open = &self.text[node.start..node.inner];
        &open[..open.find([' ', '>']).unwrap_or(open.len())]
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

    /// Writes HTML verbatim; the enclosing element is replaced as a whole when it differs.
    pub fn raw_html(&mut self, html: &'static str) {
        self.text.push_str(html);
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

/// Attribute that excludes content with a single official wording from page translation.
pub const AS_IT_IS: (&str, &str) = ("translate", "no");

/// Names and values of attributes.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Fragment, TextDecorator};

    #[test]
    fn texts_and_values_are_escaped() {
        let hostile = "a<b>\"&'é";
        let html = Fragment::to_string(None, |h| h.text_el("td", &[("title", hostile)], hostile));
        assert_eq!(html, "<td title=\"a&lt;b&gt;&quot;&amp;'é\">a&lt;b&gt;&quot;&amp;'é</td>");
    }

    #[test]
    fn elements_nest_and_empty_values_leave_no_attribute() {
        let html = Fragment::to_string(None, |h| {
            h.el("tr", &[("class", ""), ("data-hue", "3")], |h| {
                h.el("td", &[], |_| {});
                h.text_el("td", &[], "");
                h.raw_html("<b>1</b>");
            });
        });
        assert_eq!(html, "<tr data-hue=\"3\"><td></td><td></td><b>1</b></tr>");
    }

    struct Emphasis;

    impl TextDecorator for Emphasis {
        fn decorate(&self, html: &mut Fragment, text: &str) -> bool {
            let Some((before, after)) = text.split_once("yes") else { return false };
            html.text(before);
            html.text_el("em", &[], "yes");
            html.text(after);
            true
        }
    }

    #[test]
    fn texts_are_decorated_where_an_element_can_stand() {
        let html = Fragment::to_string(Some(Rc::new(Emphasis)), |h| {
            h.text_el("td", &[("aria-label", "yes")], "no & yes & yes");
            h.text_el("option", &[], "yes");
            h.text_el("tspan", &[], "yes");
            h.text_el("td", &[], "no");
        });
        assert_eq!(
            html,
            "<td aria-label=\"yes\">no &amp; <em>yes</em> &amp; yes</td><option>yes</option><tspan>yes</tspan><td>no</td>"
        );
    }

    #[test]
    fn an_empty_text_is_empty() {
        assert_eq!(Fragment::to_string(None, |h| h.text("")), "");
        assert_eq!(Fragment::to_string(None, |h| h.text("&&")), "&amp;&amp;");
    }
}
