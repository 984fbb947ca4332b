//! The table: heads that order, groups with totals, rows, and the classes of equal records.

use cisconf_core::view::{
    CellPart, ClassRow, ColumnHead, ColumnsView, Glyph, RecordClasses, RowBlock, TableCell, TableRow,
};
use html_morph::{AS_IT_IS, Fragment};

use super::super::table_parts::hue;
use crate::charts::write_glyph;
use crate::components::{evidence_button, evidence_grid_button};

/// Writes the table.
pub fn write(h: &mut Fragment, m: &ColumnsView) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        h.el("tr", &[], |h| {
            h.el("th", &[("scope", "col"), ("class", "name")], |h| {
                h.text_el("span", &[], &m.row_head[0]);
                h.text(" ");
                h.text_el("small", &[], &m.row_head[1]);
            });
            if let Some(answer) = &m.answer_head {
                h.text_el("th", &[("scope", "col"), ("class", "answer")], answer);
            }
            m.columns.iter().enumerate().for_each(|(at, column)| head(h, column, at == 0));
        });
    });
    let has_answer = m.answer_head.is_some();
    for block in &m.blocks {
        h.el("tbody", &[("data-hue", &hue(block.hue)), ("class", class_of(block))], |h| {
            if block.name.is_some() {
                total_row(h, block, &m.columns, has_answer, true);
            }
            block.rows.iter().for_each(|row| write_row(h, row, &m.columns, has_answer));
        });
    }
    if let Some(empty) = &m.empty {
        let columns = (m.columns.len() + 1).to_string();
        h.el("tbody", &[], |h| {
            h.el("tr", &[], |h| h.text_el("td", &[("colspan", &*columns), ("class", "empty")], empty));
        });
    }
    if let Some(total) = &m.total {
        h.el("tfoot", &[], |h| total_row(h, total, &m.columns, has_answer, false));
    }
}

fn class_of(block: &RowBlock) -> &'static str {
    if block.name.is_some() { "grouped" } else { "" }
}

fn head(h: &mut Fragment, column: &ColumnHead, first: bool) {
    let class = format!("k-{}{}", column.kind, if column.asked { " asked" } else { "" });
    // "CSR 51/CSRP 67" breaks after the slash only.
    let label = match column.kind {
        "party" => column.label.replace(' ', "\u{a0}").replace('/', "/\u{200b}"),
        _ => column.label.clone(),
    };
    h.el("th", &[("scope", "col"), ("class", &class), ("aria-sort", column.sort)], |h| {
        let attributes = [
            ("type", "button"),
            ("class", "evidence-button"),
            ("tabindex", if first { "0" } else { "-1" }),
            ("aria-label", &column.name),
            ("data-do", &column.go),
        ];
        h.el("button", &attributes, |h| {
            h.text_el("strong", &[], &label);
            h.text(" ");
            h.text_el("small", &[], &column.predicate);
        });
    });
}

/// Writes the row of a group, or of all states.
fn total_row(h: &mut Fragment, block: &RowBlock, columns: &[ColumnHead], has_answer: bool, is_group: bool) {
    let span = if block.totals.is_empty() { (columns.len() + 2).to_string() } else { String::new() };
    h.el("tr", &[("class", if is_group { "group" } else { "" })], |h| {
        let scope = if is_group { "rowgroup" } else { "row" };
        h.el("th", &[("scope", scope), ("class", "name"), ("colspan", &span)], |h| {
            let name = block.name.as_deref().unwrap_or_default();
            match &block.open {
                Some(open) => evidence_grid_button(h, open, &block.full, false, |h| {
                    h.text_el("span", &[], name);
                    if let Some(badge) = &block.badge {
                        h.text(" ");
                        h.text_el("span", &[("class", "badge")], badge);
                    }
                }),
                None => h.text(name),
            }
        });
        if block.totals.is_empty() {
            return;
        }
        if has_answer {
            h.text_el("td", &[("class", "answer")], &block.answer);
        }
        for (total, column) in block.totals.iter().zip(columns) {
            let class = format!("k-{}", column.kind);
            h.el("td", &[("class", &class)], |h| match total.as_str() {
                "" => write_glyph(h, Glyph::NotMentioned),
                text => h.text(text),
            });
        }
    });
}

fn write_row(h: &mut Fragment, row: &TableRow, columns: &[ColumnHead], has_answer: bool) {
    let class = if row.meets { "meets" } else { "" };
    h.el("tr", &[("class", class)], |h| {
        h.el("th", &[("scope", "row"), ("class", "name")], |h| {
            row.hues.iter().for_each(|at| h.text_el("i", &[("data-hue", &*hue(*at))], ""));
            evidence_grid_button(h, &row.open, "", false, |h| {
                h.text_el("span", &[("class", "long")], &row.name);
                h.text_el("span", &[("class", "short"), ("aria-hidden", "true")], &row.short);
            });
        });
        if has_answer {
            h.el("td", &[("class", "answer")], |h| {
                if let Some(answer) = &row.answer {
                    h.text_el("span", &[("title", &*answer.full)], &answer.text);
                }
            });
        }
        row.cells.iter().zip(columns).for_each(|(cell, column)| write_cell(h, cell, column));
    });
}

fn write_cell(h: &mut Fragment, cell: &TableCell, column: &ColumnHead) {
    let class = format!("k-{}", column.kind);
    h.el("td", &[("class", &class)], |h| {
        evidence_grid_button(h, &cell.open, &cell.label, false, |h| {
            for (at, part) in cell.parts.iter().enumerate() {
                if at > 0 {
                    h.text(" ");
                }
                write_part(h, part);
            }
        });
    });
}

fn write_part(h: &mut Fragment, part: &CellPart) {
    match part {
        CellPart::Number(text) => h.text_el("span", &[("class", "number")], text),
        CellPart::Word(text) => h.text_el("span", &[("class", "word")], text),
        CellPart::Note(text) => h.text_el("small", &[], text),
        CellPart::Mark(mark) => write_glyph(h, *mark),
        CellPart::Marks(marks) => {
            h.el("span", &[("class", "marks")], |h| marks.iter().for_each(|mark| write_glyph(h, *mark)));
        }
    }
}

/// Writes the classes of equal records, and of instruments with the same parties.
pub fn write_classes(h: &mut Fragment, m: &ColumnsView) {
    let Some(classes) = &m.classes else { return };
    h.el("section", &[], |h| states(h, classes));
    h.el("section", &[], |h| {
        h.text_el("h2", &[], &classes.instruments_title);
        h.text_el("p", &[("class", "note")], &classes.instruments_lead);
        class_table(h, &classes.instrument_heads, &classes.instruments);
    });
}

fn states(h: &mut Fragment, classes: &RecordClasses) {
    h.text_el("h2", &[], &classes.title);
    h.el("p", &[("class", "note")], |h| {
        h.text(&classes.lead);
        h.text(" ");
        h.text_el("a", &[("href", &*classes.use_as.href)], &classes.use_as.label);
    });
    class_table(h, &classes.heads, &classes.states);
}

fn class_table(h: &mut Fragment, heads: &[String; 2], rows: &[ClassRow]) {
    h.el("table", &[("class", "list"), AS_IT_IS], |h| {
        super::super::table_parts::write_heads(h, heads);
        h.el("tbody", &[], |h| {
            for row in rows {
                h.el("tr", &[], |h| {
                    h.el("td", &[], |h| {
                        h.el("ul", &[("class", "inline")], |h| {
                            for (name, open) in &row.members {
                                h.el("li", &[], |h| {
                                    evidence_button(h, open, "", "evidence-button", |h| h.text(name));
                                });
                            }
                        });
                    });
                    h.text_el("td", &[], &row.common);
                });
            }
        });
    });
}
