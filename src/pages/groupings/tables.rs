//! Tables of the groups: the effect of moves, measures of the grouping.

use cisconf_core::view::{AllGroupings, GroupsView, MovePart, SimilarityTableCell};

use super::parts::items;
use crate::components::evidence_button;
use crate::pages::table_parts::{TONES, write_heads, write_row_head};
use html_morph::{AS_IT_IS, Fragment};

/// Writes how to move a state.
pub fn how_to_move(h: &mut Fragment, m: &GroupsView) {
    if m.picked_up.is_none() && m.whole.is_some() {
        h.text(&m.hint);
        h.text(" ");
        h.text(m.copies.as_deref().unwrap_or_default());
    }
}

/// Writes the measures before and after a move to each target.
pub fn moves(h: &mut Fragment, m: &GroupsView) {
    let Some(table) = m.picked_up.as_ref().map(|picked_up| &picked_up.table) else { return };
    h.el("section", &[("class", "moves")], |h| {
        h.text_el("h2", &[("id", "moves-title"), ("tabindex", "-1")], &table.title);
        h.text_el("p", &[("class", "note")], &table.note);
        wide(h, &table.title, |h| {
            h.el("table", &[("class", "list")], |h| {
                h.el("thead", &[], |h| {
                    h.el("tr", &[], |h| {
                        h.text_el("th", &[("scope", "col")], &table.head);
                        heads(h, &table.columns);
                    });
                });
                table.parts.iter().for_each(|p| part(h, p, table.columns.len()));
            });
        });
    });
}

fn wide(h: &mut Fragment, name: &str, inner: impl FnOnce(&mut Fragment)) {
    h.el("div", &[("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)], inner);
}

/// Writes a table in a box that scrolls; `rows` writes its body.
fn wide_table(h: &mut Fragment, name: &str, titles: &[String], rows: impl FnOnce(&mut Fragment)) {
    wide(h, name, |h| {
        h.el("table", &[("class", "list")], |h| {
            write_heads(h, titles);
            h.el("tbody", &[], rows);
        });
    });
}

fn heads(h: &mut Fragment, heads: &[String]) {
    heads.iter().for_each(|head| h.text_el("th", &[("scope", "col")], head));
}

fn part(h: &mut Fragment, part: &MovePart, columns: usize) {
    let span = (columns + 1).to_string();
    h.el("tbody", &[], |h| {
        h.el("tr", &[("class", "group")], |h| {
            h.text_el("th", &[("scope", "rowgroup"), ("colspan", &span)], &part.title);
        });
        for row in &part.rows {
            h.el("tr", &[], |h| {
                h.text_el("th", &[("scope", "row")], &row.label);
                for cell in &row.cells {
                    h.text_el("td", &[("class", if cell.changes { "changes" } else { "" })], &cell.text);
                }
            });
        }
    });
}

/// Writes the measures of the whole grouping.
pub fn whole(h: &mut Fragment, m: &GroupsView) {
    let Some(whole) = &m.whole else { return };
    h.text_el("h2", &[], &whole.title);
    h.text_el("p", &[("class", "note")], &whole.note);
    wide_table(h, &whole.title, &whole.heads, |h| {
        for facet in &whole.measures {
            h.el("tr", &[], |h| {
                h.text_el("th", &[("scope", "row")], &facet.label);
                h.el("td", &[], |h| {
                    h.text_el("strong", &[], &facet.value);
                    items(h, &facet.items);
                });
                h.text_el("td", &[], &facet.n);
                h.text_el("td", &[("class", "note")], &facet.formula);
            });
        }
    });
}

/// Writes the similarity of every pair of states.
pub fn like_table(h: &mut Fragment, m: &GroupsView) {
    let Some(pairs) = m.whole.as_ref().map(|whole| &whole.pairs) else { return };
    h.text_el("p", &[("class", "note")], &pairs.note);
    wide(h, &pairs.title, |h| {
        h.el("table", &[("class", "triangle similarity")], |h| {
            h.el("tbody", &[], |h| {
                for (cells, (name, open)) in pairs.rows.iter().zip(&pairs.names) {
                    h.el("tr", &[], |h| {
                        write_row_head(h, open, name);
                        cells.iter().for_each(|c| like_cell(h, c));
                    });
                }
            });
            h.el("tfoot", &[], |h| {
                h.el("tr", &[], |h| {
                    h.text_el("td", &[], "");
                    for (name, _) in pairs.names.iter().take(pairs.names.len().saturating_sub(1)) {
                        h.el("th", &[("scope", "col")], |h| h.text_el("span", &[], name));
                    }
                });
            });
        });
    });
}

fn like_cell(h: &mut Fragment, cell: &SimilarityTableCell) {
    h.el("td", &[("class", if cell.inside { "inside" } else { "" })], |h| {
        evidence_button(h, &cell.open, &cell.label, TONES[cell.tone.min(4)], |h| h.text(&cell.text));
    });
}

/// Writes the silhouette of each state.
pub fn silhouettes(h: &mut Fragment, m: &GroupsView) {
    let Some(all) = m.whole.as_ref().map(|whole| &whole.silhouettes) else { return };
    h.text_el("p", &[("class", "note")], &all.note);
    if all.rows.is_empty() {
        return;
    }
    wide_table(h, &all.title, &all.heads, |h| {
        for row in &all.rows {
            h.el("tr", &[], |h| {
                write_row_head(h, &row.open, &row.state);
                row.cells.iter().for_each(|text| h.text_el("td", &[], text));
            });
        }
    });
}

/// Writes how the grouping agrees with each position.
pub fn verdicts(h: &mut Fragment, m: &GroupsView) {
    let Some(verdicts) = m.whole.as_ref().map(|whole| &whole.verdicts) else { return };
    h.text_el("p", &[("class", "note")], &verdicts.note);
    h.el("ul", &[("class", "wishes")], |h| {
        for row in &verdicts.rows {
            h.el("li", &[], |h| {
                evidence_button(h, &row.open, "", "evidence-button", |h| h.text(&row.holder));
                h.text(": ");
                h.text(&row.verdict);
            });
        }
    });
}

/// Writes all groupings with their measures.
pub fn all_groupings(h: &mut Fragment, all: &AllGroupings) {
    h.text_el("p", &[("class", "note")], &all.lead);
    wide_table(h, &all.title, &all.heads, |h| {
        for row in &all.rows {
            h.el("tr", &[], |h| {
                h.text_el("th", &[("scope", "row")], &row.name);
                h.text_el("td", &[], &row.whose);
                h.el("td", &[], |h| {
                    h.el("ul", &[("class", "items"), AS_IT_IS], |h| {
                        row.groups.iter().for_each(|group| h.text_el("li", &[], group));
                    });
                });
                row.cells.iter().for_each(|cell| h.text_el("td", &[], cell));
            });
        }
    });
}
