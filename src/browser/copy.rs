//! Handles the copy event: tables paste as cells, glyphs as their words (see `browser::copied`).

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Element, Event, HtmlTableCellElement, Node, Range, Text};

use super::copied::{self, Copied, Rendering, copied};

/// Listens for copy events for the life of the page.
///
/// `dot` is a part of the path of the glyph that the style sheet draws in empty buttons.
pub fn listen(dot: &'static str) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "copy", options, move |event| {
        if let Some(copied) = selected(dot) {
            put(event, &copied);
        }
    })
    .forget();
}

fn put(event: &Event, copied: &Copied) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return;
    };
    if data
        .set_data("text/plain", &copied.text)
        .and_then(|()| data.set_data("text/html", &copied.html))
        .is_ok()
    {
        event.prevent_default();
    }
}

/// Reads the selection. `None` if it is within one text node or in a form field.
fn selected(dot: &str) -> Option<Copied> {
    let selection = window().get_selection().ok()??;
    let ranges: Vec<Range> =
        (0..selection.range_count()).filter_map(|i| selection.get_range_at(i).ok()).collect();
    let [first, ..] = &ranges[..] else { return None };
    let (start, end) = (first.start_container().ok()?, first.end_container().ok()?);
    if ranges.len() == 1 && (first.collapsed() || start == end && start.dyn_ref::<Text>().is_some()) {
        return None;
    }
    let around = first.common_ancestor_container().ok()?;
    let around = around.dyn_ref::<Element>().cloned().or_else(|| around.parent_element())?;
    // Several ranges are table cells: start from the table, so that rows and columns are kept.
    let root = match around.closest("td, th, caption, table").ok().flatten() {
        Some(table) if ranges.len() > 1 => table.closest("table").ok().flatten().unwrap_or(table),
        Some(found) if found.tag_name() == "TABLE" => found,
        _ => around,
    };
    let reader = Reader { ranges, dot, words: &words() };
    copied(&[reader.read(&root)?])
}

/// An entry of a legend: the shape of its glyph, its word, and where it stands.
struct LegendWord {
    shape: String,
    word: String,
    item: Element,
}

/// Returns the entries of the visible legends, in the order of the page.
fn words() -> Vec<LegendWord> {
    let Ok(items) = document().query_selector_all(".page:not(.inactive) .legend li") else {
        return Vec::new();
    };
    let item = |at: u32| {
        let item = items.item(at)?.dyn_into::<Element>().ok()?;
        let shape = item.query_selector(".glyph").ok()??.inner_html();
        Some(LegendWord { shape, word: item.text_content()?, item })
    };
    (0..items.length()).filter_map(item).collect()
}

/// Whether an element is in a list item that is partly selected.
fn is_in_selected_item(element: &Element, ranges: &[Range]) -> bool {
    let item = element.parent_element().and_then(|parent| parent.closest("li").ok().flatten());
    item.is_some_and(|item| ranges.iter().any(|range| range.intersects_node(&item).unwrap_or_default()))
}

/// Returns the number of columns and of rows that a cell spans; 1 for any other element.
fn spans(element: &Element) -> [usize; 2] {
    let cell = element.dyn_ref::<HtmlTableCellElement>();
    cell.map_or([1, 1], |cell| [cell.col_span() as usize, cell.row_span() as usize])
}

/// Whether the table of a row has cells that span several rows.
fn has_merged_cells(row: &Element) -> bool {
    let table = row.closest("table").ok().flatten();
    table.is_some_and(|table| table.query_selector("[rowspan]").is_ok_and(|cell| cell.is_some()))
}

/// Reads the selected nodes from the DOM.
struct Reader<'a> {
    ranges: Vec<Range>,
    dot: &'a str,
    words: &'a [LegendWord],
}

impl Reader<'_> {
    fn read(&self, node: &Node) -> Option<copied::CopiedNode> {
        match (node.dyn_ref::<Element>(), node.dyn_ref::<Text>()) {
            (Some(element), _) => self.element(element),
            (_, Some(text)) => self.text(text).map(copied::CopiedNode::Text),
            _ => None,
        }
    }

    fn element(&self, element: &Element) -> Option<copied::CopiedNode> {
        let (tag, class) =
            (element.tag_name().to_lowercase(), element.get_attribute("class").unwrap_or_default());
        let has = |name: &str| class.split(' ').any(|class| class == name);
        let intersects = self.ranges.iter().any(|range| range.intersects_node(element).unwrap_or_default());
        let display = window().get_computed_style(element).ok()??.get_property_value("display").ok()?;
        // The fields that filter a table are no row of it.
        let is_control = matches!(&*tag, "input" | "textarea") || tag == "tr" && has("filters");
        let skipped = display == "none" || has("inactive") || is_control;
        // Unselected cells keep the columns aligned; unselected parts of a list item do the same.
        let is_cell = matches!(&*tag, "td" | "th");
        let is_inline = matches!(&*display, "inline" | "contents");
        if skipped {
            return None;
        }
        let piece = |rendering, children| {
            let (tag, class, [span, rows]) = (tag.clone(), class.clone(), spans(element));
            let element = copied::CopiedElement { tag, class, rendering, span, rows, children };
            copied::CopiedNode::Element(element)
        };
        if tag == "tr" && !intersects && has_merged_cells(element) {
            return Some(piece(Rendering::NotSelected, self.cells_above(element)));
        }
        if !intersects && !is_cell {
            let is_part = !is_inline && is_in_selected_item(element, &self.ranges);
            return is_part.then(|| piece(Rendering::NotSelected, Vec::new()));
        }
        if has("glyph") {
            // A legend has the word beside it.
            if element.closest(".legend li").is_ok_and(|item| item.is_some()) {
                return None;
            }
            // The cell says it in full.
            if element.next_element_sibling().is_some_and(|next| next.class_list().contains("word")) {
                return None;
            }
            // Leptos ends its content with comment nodes.
            let drawn = element.inner_html();
            return self.word(element, &|shape| drawn.starts_with(shape));
        }
        if tag == "svg" {
            return None;
        }
        if tag == "select" {
            let chosen = element.query_selector("option:checked").ok()??.text_content()?;
            return Some(piece(Rendering::Block, vec![copied::CopiedNode::Text(chosen)]));
        }
        let nodes = element.child_nodes();
        if tag == "button" && nodes.length() == 0 {
            return self.word(element, &|shape| shape.contains(self.dot));
        }
        // The content of a closed `details` is not visible.
        let is_folded = tag == "details" && !element.has_attribute("open");
        let is_shown = |node: &Node| {
            !is_folded || node.dyn_ref::<Element>().is_some_and(|element| element.tag_name() == "SUMMARY")
        };
        let children: Vec<copied::CopiedNode> = (0..nodes.length())
            .filter_map(|at| nodes.item(at))
            .filter(is_shown)
            .filter_map(|node| self.read(&node))
            .collect();
        let selected = intersects && (!children.is_empty() || !self.ends_before(element));
        if !selected && !is_cell {
            return None;
        }
        let rendering = if !selected {
            Rendering::NotSelected
        } else if has("hidden") {
            Rendering::VisuallyHidden
        } else if element.get_attribute("aria-hidden").as_deref() == Some("true") {
            Rendering::AriaHidden
        } else if is_inline {
            Rendering::Inline
        } else {
            Rendering::Block
        };
        Some(piece(rendering, children))
    }

    /// Reads the cells of a row outside the selection: those that span several rows as if selected.
    fn cells_above(&self, row: &Element) -> Vec<copied::CopiedNode> {
        let cells = row.children();
        let cells = (0..cells.length()).filter_map(|at| cells.item(at));
        let read = |cell: Element| {
            let goes_on = spans(&cell)[1] > 1;
            let range = goes_on.then(|| document().create_range().ok()).flatten();
            let ranges: Vec<Range> = range.into_iter().collect();
            ranges.iter().for_each(|range| drop(range.select_node(&cell)));
            Reader { ranges, ..*self }.element(&cell)
        };
        cells.filter_map(read).collect()
    }

    /// Whether a selection starts or ends in an element.
    fn ends_before(&self, element: &Element) -> bool {
        self.ranges.iter().any(|range| {
            let is_in = |end: &Node| element.contains(Some(end));
            let starts = range.start_container().is_ok_and(|start| is_in(&start));
            starts || range.end_container().is_ok_and(|end| is_in(&end))
        })
    }

    /// Returns the word of the longest shape that fits, as some shapes are prefixes of others.
    ///
    /// Where legends differ, that of the last legend before the glyph. A glyph without a word is
    /// omitted.
    fn word(&self, glyph: &Element, fits: &dyn Fn(&str) -> bool) -> Option<copied::CopiedNode> {
        let fitting = self.words.iter().filter(|entry| fits(&entry.shape));
        let follows = |entry: &LegendWord| {
            let order = entry.item.compare_document_position(glyph);
            order & Node::DOCUMENT_POSITION_FOLLOWING != 0 || entry.item.contains(Some(glyph))
        };
        let found = fitting.max_by_key(|entry| (entry.shape.len(), follows(entry)));
        found.map(|entry| copied::CopiedNode::Glyph(entry.word.clone()))
    }

    /// Returns the selected part of a text node.
    fn text(&self, text: &Text) -> Option<String> {
        let range = self.ranges.iter().find(|range| range.intersects_node(text).unwrap_or_default())?;
        let units: Vec<u16> = text.node_value()?.encode_utf16().collect();
        let at = |container: Result<Node, JsValue>, offset: Result<u32, JsValue>| {
            let is_here = text.is_same_node(container.ok().as_ref());
            is_here.then(|| offset.unwrap_or_default() as usize)
        };
        let start = at(range.start_container(), range.start_offset()).unwrap_or_default();
        let end = at(range.end_container(), range.end_offset()).unwrap_or(units.len());
        let part = String::from_utf16_lossy(units.get(start..end)?);
        (!part.is_empty()).then_some(part)
    }
}
