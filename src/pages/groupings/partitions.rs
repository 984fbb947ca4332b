//! Partition counts: the rank of a grouping among all partitions, and the best partitions.

use cisconf_core::view::{BestPartitionsBlock, BestPartitionsRow, BestPartitionsView, PartitionRankView};

use crate::charts::write_histogram;
use crate::pages::table_parts::{write_heads, write_stacked_cell};
use html_morph::Fragment;

pub(super) fn special(h: &mut Fragment, m: &PartitionRankView) {
    h.text_el("h2", &[], &m.title);
    h.text_el("p", &[("class", "note")], &m.lead);
    status(h, &m.sentence, m.counting);
    if m.rows.is_empty() {
        return;
    }
    h.el("figure", &[("class", "special")], |h| {
        write_histogram(h, m);
        h.text_el("figcaption", &[("class", "note")], &m.scale);
    });
    h.el("table", &[("class", "list splits")], |h| {
        write_heads(h, &m.heads);
        h.el("tbody", &[], |h| {
            for [word, n] in &m.rows {
                h.el("tr", &[], |h| {
                    h.text_el("th", &[("scope", "row")], word);
                    h.text_el("td", &[("class", "number")], n);
                });
            }
        });
    });
}

/// Writes a sentence, with a class while the count is in progress.
fn status(h: &mut Fragment, sentence: &str, counting: bool) {
    let class = if counting { "counting" } else { "" };
    h.text_el("p", &[("class", class)], sentence);
}

pub(super) fn closest(h: &mut Fragment, m: &BestPartitionsView) {
    h.text_el("h2", &[], &m.title);
    h.text_el("p", &[("class", "note")], &m.lead);
    if let Some(sentence) = &m.status {
        status(h, sentence, m.counting);
    }
    if m.blocks.is_empty() {
        return;
    }
    if let Some(replaces) = &m.replaces {
        h.text_el("p", &[("class", "note")], replaces);
    }
    h.el("table", &[("class", "list stacked closest")], |h| {
        write_heads(h, &m.heads);
        m.blocks.iter().for_each(|b| block(h, b, &m.heads));
    });
}

fn block(h: &mut Fragment, block: &BestPartitionsBlock, heads: &[String]) {
    h.el("tbody", &[], |h| {
        h.el("tr", &[("class", "group")], |h| {
            h.el("th", &[("scope", "rowgroup"), ("colspan", "4")], |h| {
                h.text_el("strong", &[], &block.title);
                h.text(" ");
                h.text_el("span", &[("class", "note")], &block.note);
            });
        });
        block.rows.iter().for_each(|r| row(h, r, heads));
    });
}

fn row(h: &mut Fragment, row: &BestPartitionsRow, heads: &[String]) {
    h.el("tr", &[], |h| {
        h.el("td", &[], |h| {
            h.el("ul", &[], |h| row.groups.iter().for_each(|group| h.text_el("li", &[], group)));
        });
        let values = heads[1..].iter().zip([&row.inside, &row.silhouette]);
        values.for_each(|(head, value)| write_stacked_cell(h, head, value));
        h.el("td", &[], |h| {
            let label = format!("{}: {}", row.action, row.name);
            let current = if row.current { "true" } else { "" };
            let attributes = [("href", &*row.href), ("aria-label", &label), ("aria-current", current)];
            h.text_el("a", &attributes, &row.action);
        });
    });
}
