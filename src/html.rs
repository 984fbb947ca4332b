//! A writer of HTML, for what is drawn in one piece: tables of marks that no listener and no signal looks into.
//!
//! A node made by itself costs several calls from the program to the browser, an attribute each one more; a table in one
//! string costs one call. Nothing is written but by `el` and `text`, so every tag is closed and every text and value
//! is escaped. No `style` attribute: the page's security policy forbids it.

/// A piece of HTML.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// What `write` writes.
    pub fn of(write: impl FnOnce(&mut Self)) -> String {
        let mut html = Self::default();
        write(&mut html);
        html.0
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

    /// A text.
    pub fn text(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escaped = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.0.push_str(&text[from..at]);
            self.0.push_str(escaped);
            from = at + 1;
        }
        self.0.push_str(&text[from..]);
    }

    /// Markup that stands in the program.
    pub fn markup(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    fn open(&mut self, tag: &'static str, attributes: Attributes) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }
}

/// Names and values.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn texts_and_values_are_escaped() {
        let hostile = "a<b>\"&'é";
        let html = Html::of(|h| h.text_el("td", &[("title", hostile)], hostile));
        assert_eq!(html, "<td title=\"a&lt;b&gt;&quot;&amp;'é\">a&lt;b&gt;&quot;&amp;'é</td>");
    }

    #[test]
    fn elements_nest_and_empty_values_leave_no_attribute() {
        let html = Html::of(|h| {
            h.el("tr", &[("class", ""), ("data-hue", "3")], |h| {
                h.el("td", &[], |_| {});
                h.text_el("td", &[], "");
                h.markup("<b>1</b>");
            });
        });
        assert_eq!(html, "<tr data-hue=\"3\"><td></td><td></td><b>1</b></tr>");
    }

    #[test]
    fn an_empty_text_is_empty() {
        assert_eq!(Html::of(|h| h.text("")), "");
        assert_eq!(Html::of(|h| h.text("&&")), "&amp;&amp;");
    }
}
