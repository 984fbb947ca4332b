//! Converts a selection to clipboard text and HTML.
//!
//! Tables become rows of cells, lists become lines, glyphs become their words. A pure function over
//! a small tree that `browser/copy.rs` reads from the DOM.

/// How a node is displayed and exposed to assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendering {
    /// Inline content.
    Inline,
    /// Content apart from its surroundings: a block, a flex item, an inline block.
    Block,
    /// Visually hidden text for screen readers.
    VisuallyHidden,
    /// Visible but `aria-hidden`: it repeats accessible text.
    AriaHidden,
    /// Not selected.
    NotSelected,
}

/// A node of the selection.
#[derive(Debug, Clone)]
pub enum CopiedNode {
    /// The selected part of a text.
    Text(String),
    /// A glyph, by its word in the legend.
    Glyph(String),
    Element(CopiedElement),
}

impl CopiedNode {
    /// Whether it is an element with this rendering.
    fn is_rendered_as(&self, rendering: Rendering) -> bool {
        matches!(self, Self::Element(element) if element.rendering == rendering)
    }
}

/// An element of the selection.
#[derive(Debug, Clone)]
pub struct CopiedElement {
    /// Tag name in lower case.
    pub tag: String,
    /// Value of the `class` attribute.
    pub class: String,
    pub rendering: Rendering,
    /// Number of columns that a cell spans.
    pub span: usize,
    /// Number of rows that a cell spans.
    pub rows: usize,
    pub children: Vec<CopiedNode>,
}

/// The two clipboard formats of a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Plain text: rows end with a line break, cells are separated by tabs.
    pub text: String,
    /// HTML: tables, lists and paragraphs; the only attributes are spans and number formats.
    pub html: String,
}

#[derive(Clone)]
struct Cell {
    text: String,
    /// Not selected; an empty cell keeps the column.
    outside: bool,
    head: bool,
    span: usize,
}

/// A block of the selection.
enum Block {
    Line(String),
    List(Vec<String>),
    Table(Vec<Vec<Cell>>),
}

/// The text of an empty cell.
const NOTHING: &str = "—";

/// Converts the selected nodes; `None` if they contain no text.
pub fn copied(nodes: &[CopiedNode]) -> Option<Copied> {
    let mut blocks = Vec::new();
    gather(nodes, &mut blocks);
    if blocks.is_empty() {
        return None;
    }
    let (mut text, mut html) = (String::new(), String::new());
    blocks.iter().for_each(|block| write(block, &mut text, &mut html));
    Some(Copied { text: text.trim_end_matches('\n').to_owned(), html })
}

fn gather(nodes: &[CopiedNode], blocks: &mut Vec<Block>) {
    let mut line: Vec<CopiedNode> = Vec::new();
    let end = |line: &mut Vec<CopiedNode>, blocks: &mut Vec<Block>| {
        let text = words(&std::mem::take(line));
        if !text.is_empty() {
            blocks.push(Block::Line(text));
        }
    };
    for node in nodes {
        let CopiedNode::Element(element) = node else {
            line.push(node.clone());
            continue;
        };
        match element.tag.as_str() {
            _ if matches!(element.rendering, Rendering::NotSelected | Rendering::VisuallyHidden) => {}
            "table" | "tbody" | "thead" | "tfoot" => {
                end(&mut line, blocks);
                let rows = even(trimmed(table(&element.children)));
                if !rows.is_empty() {
                    blocks.push(Block::Table(rows));
                }
            }
            "ul" | "ol" => {
                end(&mut line, blocks);
                blocks.extend(list(&element.children));
            }
            _ if is_container(element) => {
                end(&mut line, blocks);
                gather(&element.children, blocks);
            }
            _ if element.rendering == Rendering::Block => {
                end(&mut line, blocks);
                let text = words(std::slice::from_ref(node));
                if !text.is_empty() {
                    blocks.push(Block::Line(text));
                }
            }
            _ => line.push(node.clone()),
        }
    }
    end(&mut line, blocks);
}

/// Whether the element contains a block element.
fn is_container(element: &CopiedElement) -> bool {
    elements(&element.children).any(|inner| {
        matches!(
            inner.tag.as_str(),
            "table" | "ul" | "ol" | "p" | "li" | "tbody" | "div" | "section" | "h1" | "h2" | "h3"
        ) || is_container(inner)
    })
}

fn elements(nodes: &[CopiedNode]) -> impl Iterator<Item = &CopiedElement> {
    nodes.iter().filter_map(|node| if let CopiedNode::Element(element) = node { Some(element) } else { None })
}

/// A cell that goes on in the next rows.
struct GoingOn {
    column: usize,
    rows: usize,
    cell: Cell,
}

fn table(nodes: &[CopiedNode]) -> Vec<Vec<Cell>> {
    let (mut rows, mut going_on) = (Vec::new(), Vec::new());
    for element in elements(nodes) {
        let is_selected = element.rendering != Rendering::NotSelected;
        match element.tag.as_str() {
            "tr" => {
                let cell = |cell: &CopiedElement| {
                    let outside = cell.rendering == Rendering::NotSelected;
                    let text = if outside { String::new() } else { filled(words(&cell.children)) };
                    (Cell { text, outside, head: cell.tag == "th", span: cell.span.max(1) }, cell.rows)
                };
                // A cell of a row above the selection may go on in the selected ones.
                let cells = row(elements(&element.children).map(cell), &mut going_on);
                rows.extend(is_selected.then_some(cells));
            }
            "thead" | "tbody" | "tfoot" if is_selected => rows.extend(table(&element.children)),
            _ => {}
        }
    }
    rows
}

/// Returns the cells of a row, with those that go on from the rows above in their columns.
///
/// A cell that spans several rows is repeated in each, so that every row has all of its values.
fn row(mut cells: impl Iterator<Item = (Cell, usize)>, going_on: &mut Vec<GoingOn>) -> Vec<Cell> {
    let (mut row, mut column, mut begun) = (Vec::new(), 0, Vec::new());
    loop {
        let cell = match going_on.iter().find(|above| above.column == column) {
            Some(above) => above.cell.clone(),
            None => {
                let Some((cell, rows)) = cells.next() else { break };
                if rows > 1 {
                    begun.push(GoingOn { column, rows: rows - 1, cell: cell.clone() });
                }
                cell
            }
        };
        column += cell.span;
        row.push(cell);
    }
    going_on.iter_mut().for_each(|above| above.rows -= 1);
    going_on.retain(|above| above.rows > 0);
    going_on.extend(begun);
    row
}

/// Converts a list: to a table if every item has several parts, else to lines.
fn list(nodes: &[CopiedNode]) -> Option<Block> {
    let items: Vec<&CopiedElement> = elements(nodes)
        .filter(|item| !matches!(item.rendering, Rendering::NotSelected | Rendering::VisuallyHidden))
        .collect();
    let parts: Vec<Vec<Part>> = items.iter().map(|item| parts(&item.children)).collect();
    if parts.iter().all(|parts| parts.len() > 1) && !parts.is_empty() {
        let most = parts.iter().map(Vec::len).max().unwrap_or_default();
        let is_used = |column: &usize| {
            parts.iter().any(|parts| parts.get(*column).is_some_and(|part| !part.text.is_empty()))
        };
        let used: Vec<usize> = (0..most).filter(is_used).collect();
        let row = |parts: &Vec<Part>| {
            let cell = |column: &usize| {
                let Part { text, outside } = parts.get(*column).cloned().unwrap_or_default();
                let text = if outside { text } else { filled(text) };
                Cell { text, outside, head: false, span: 1 }
            };
            used.iter().map(cell).collect()
        };
        return Some(Block::Table(trimmed(parts.iter().map(row).collect())));
    }
    let lines: Vec<String> =
        items.iter().map(|item| words(&item.children)).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then_some(Block::List(lines))
}

/// Pads rows to the same width; a triangular table of counts has shorter ones.
fn even(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let width = |row: &[Cell]| row.iter().map(|cell| cell.span).sum::<usize>();
    let widest = rows.iter().map(|row| width(row)).max().unwrap_or_default();
    for row in &mut rows {
        let missing = widest - width(row);
        row.extend((0..missing).map(|_| Cell {
            text: NOTHING.to_owned(),
            outside: false,
            head: false,
            span: 1,
        }));
    }
    rows
}

/// Drops the leading and trailing columns in which nothing is selected.
fn trimmed(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let least = |count: fn(&Vec<Cell>) -> usize| rows.iter().map(count).min().unwrap_or_default();
    let first = least(|row| row.iter().take_while(|cell| cell.outside).count());
    let last = least(|row| row.iter().rev().take_while(|cell| cell.outside).count());
    for row in &mut rows {
        row.truncate(row.len().saturating_sub(last));
        row.drain(..first.min(row.len()));
    }
    rows
}

/// A part of a list item.
#[derive(Debug, Clone, Default)]
struct Part {
    text: String,
    outside: bool,
}

/// Returns the parts of a list item that are apart from each other.
///
/// Descends into the only link, button or `div` of an item.
fn parts(nodes: &[CopiedNode]) -> Vec<Part> {
    let is_text = |node: &CopiedNode| match node {
        CopiedNode::Text(text) => !text.trim().is_empty(),
        _ => false,
    };
    let inner: Vec<&CopiedElement> =
        elements(nodes).filter(|element| element.rendering != Rendering::VisuallyHidden).collect();
    match inner[..] {
        [only] if matches!(only.tag.as_str(), "a" | "button" | "div") && !nodes.iter().any(is_text) => {
            parts(&only.children)
        }
        _ if nodes.iter().any(is_text) || inner.iter().any(|inner| inner.rendering == Rendering::Inline) => {
            Vec::new()
        }
        // A glyph belongs to the element next to it.
        _ if nodes.iter().any(|node| matches!(node, CopiedNode::Glyph(_))) && inner.len() < 2 => Vec::new(),
        _ => nodes
            .iter()
            .filter(|node| !matches!(node, CopiedNode::Text(_)))
            .filter(|node| !node.is_rendered_as(Rendering::VisuallyHidden))
            .map(|node| Part {
                text: words(std::slice::from_ref(node)),
                outside: node.is_rendered_as(Rendering::NotSelected),
            })
            .collect(),
    }
}

fn filled(text: String) -> String {
    if text.is_empty() { NOTHING.to_owned() } else { text }
}

/// Returns the text of nodes as one line.
///
/// Prefers visible text, then visually hidden text, then decoration.
fn words(nodes: &[CopiedNode]) -> String {
    let said = text_of(nodes, Level::Visible { marks: false });
    let with_marks = text_of(nodes, Level::Visible { marks: true });
    // A glyph next to its own word adds nothing.
    let visible = if marks_of(nodes).iter().all(|mark| said.to_lowercase().contains(&mark.to_lowercase())) {
        said
    } else {
        with_marks
    };
    let is_word = |text: &String| text.chars().any(char::is_alphanumeric);
    let others = [Level::VisuallyHidden, Level::AriaHidden].into_iter().map(|level| text_of(nodes, level));
    std::iter::once(visible.clone()).chain(others).find(is_word).unwrap_or(visible)
}

fn marks_of(nodes: &[CopiedNode]) -> Vec<&str> {
    let marks = nodes.iter().flat_map(|node| match node {
        CopiedNode::Text(_) => Vec::new(),
        CopiedNode::Glyph(word) => vec![word.as_str()],
        CopiedNode::Element(element) if element.rendering == Rendering::NotSelected => Vec::new(),
        CopiedNode::Element(element) => marks_of(&element.children),
    });
    marks.collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Level {
    Visible { marks: bool },
    VisuallyHidden,
    AriaHidden,
}

fn text_of(nodes: &[CopiedNode], level: Level) -> String {
    let mut line = Line::default();
    line.add(nodes, level, matches!(level, Level::Visible { .. }));
    line.text.trim().to_owned()
}

/// A line being written. Collapses white space to single spaces.
#[derive(Default)]
struct Line {
    text: String,
    /// Separator to write before the next character.
    between: &'static str,
    /// Whether the separator is a space that no text contains.
    is_made: bool,
}

impl Line {
    /// Adds nodes; `here` says whether texts are of the wanted level.
    fn add(&mut self, nodes: &[CopiedNode], level: Level, here: bool) {
        let mut before: Option<&CopiedElement> = None;
        for node in nodes {
            match node {
                CopiedNode::Text(text) if here => {
                    self.push(text);
                    before = before.filter(|_| text.trim().is_empty());
                }
                CopiedNode::Glyph(word) if here && level != (Level::Visible { marks: false }) => {
                    self.part(" ");
                    self.push(word);
                    self.part(" ");
                }
                CopiedNode::Text(_) | CopiedNode::Glyph(_) => {}
                CopiedNode::Element(element) => {
                    let here = match element.rendering {
                        Rendering::NotSelected => continue,
                        Rendering::VisuallyHidden => level == Level::VisuallyHidden,
                        Rendering::AriaHidden => level == Level::AriaHidden,
                        Rendering::Inline | Rendering::Block => here,
                    };
                    if element.rendering == Rendering::Block || element.tag == "li" {
                        self.part(if before.is_some_and(|before| repeats(before, element)) {
                            "; "
                        } else {
                            " "
                        });
                    }
                    self.add(&element.children, level, here);
                    if element.rendering == Rendering::Block || element.tag == "li" {
                        self.part(" ");
                    }
                    before = Some(element);
                }
            }
        }
    }

    fn part(&mut self, with: &'static str) {
        if self.between != "; " {
            self.is_made = self.between.is_empty() || self.is_made;
            self.between = with;
        }
    }

    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                // Invisible: zero-width space, soft hyphen, word joiner.
                '\u{200b}' | '\u{ad}' | '\u{2060}' => {}
                c if c.is_whitespace() => {
                    self.part(" ");
                    self.is_made = false;
                }
                c => {
                    let is_close = self.is_made && self.between == " " && matches!(c, ',' | ';' | ':' | ')');
                    if !self.text.is_empty() && !is_close {
                        self.text.push_str(self.between);
                    }
                    (self.between, self.is_made) = ("", false);
                    self.text.push(c);
                }
            }
        }
    }
}

/// Whether two adjacent elements of the same kind form a list, to be separated by semicolons.
fn repeats(before: &CopiedElement, element: &CopiedElement) -> bool {
    matches!(element.tag.as_str(), "li" | "a" | "p" | "button" | "dd")
        && (&before.tag, &before.class) == (&element.tag, &element.class)
}

fn write(block: &Block, text: &mut String, html: &mut String) {
    match block {
        Block::Line(line) => {
            text.push_str(line);
            text.push('\n');
            tagged(html, "p", "", line);
        }
        Block::List(lines) => {
            html.push_str("<ul>");
            for line in lines {
                text.push_str(line);
                text.push('\n');
                tagged(html, "li", "", line);
            }
            html.push_str("</ul>");
        }
        Block::Table(rows) => {
            html.push_str("<table>");
            for row in rows {
                let mut fields = Vec::new();
                html.push_str("<tr>");
                for cell in row {
                    cell.write(html, &mut fields);
                }
                html.push_str("</tr>");
                text.push_str(&fields.join("\t"));
                text.push('\n');
            }
            html.push_str("</table>");
        }
    }
}

impl Cell {
    /// Writes the cell as HTML and as tab-separated fields.
    ///
    /// A data cell that spans several columns repeats its text in each, a header cell does not.
    fn write<'a>(&'a self, html: &mut String, fields: &mut Vec<&'a str>) {
        let mut attributes = String::new();
        if self.span > 1 {
            attributes = format!(" colspan=\"{}\"", self.span);
        }
        // The text format keeps Excel from reading 1996-05 as a date and 1/3 as a fraction.
        if !self.text.bytes().all(|c| c.is_ascii_digit()) {
            attributes.push_str(" style=\"mso-number-format:'\\@'\"");
        }
        tagged(html, if self.head { "th" } else { "td" }, &attributes, &self.text);
        fields.push(&self.text);
        fields.extend((1..self.span).map(|_| if self.head { "" } else { self.text.as_str() }));
    }
}

fn tagged(html: &mut String, tag: &str, attributes: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    html.push_str(&["<", tag, attributes, ">", &text, "</", tag, ">"].concat());
}

#[cfg(test)]
mod tests;
