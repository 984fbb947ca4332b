//! The matrix of assistance: providers by recipient state.

use cisconf_core::state::Command;
use cisconf_core::view::{
    AssistanceMatrix, ColumnGroup, Glyph, HelpCell, ProviderRow, SilentProviders, StateColumn,
};
use html_morph::Fragment;

use crate::charts::{write_glyph, write_head_band};
use crate::components::evidence_grid_button;

/// Writes the table: heads of groups and states, rows of providers, the row of the silent ones.
pub fn write(h: &mut Fragment, m: &AssistanceMatrix) {
    h.text_el("caption", &[("class", "hidden")], &m.caption);
    h.el("thead", &[], |h| {
        if !m.groups.is_empty() {
            h.el("tr", &[("class", "groups")], |h| {
                h.el("th", &[("scope", "col"), ("class", "name")], |h| title(h, m));
                m.groups.iter().for_each(|group| group_head(h, group));
                h.text_el("td", &[("class", "unnamed")], "");
            });
        }
        h.el("tr", &[], |h| {
            h.el("th", &[("scope", "col"), ("class", "name")], |h| {
                if m.groups.is_empty() {
                    title(h, m);
                }
                h.text_el("span", &[], &m.corner[0]);
                h.text(" ");
                h.text_el("small", &[], &m.corner[1]);
            });
            m.columns.iter().enumerate().for_each(|(at, column)| state_head(h, column, at == 0));
            h.text_el("th", &[("scope", "col"), ("class", "unnamed")], &m.unnamed_head);
        });
    });
    h.el("tbody", &[], |h| {
        m.rows.iter().for_each(|row| provider(h, row, &m.columns));
        if let Some(silent) = &m.silent {
            silent_row(h, silent, m.columns.len());
        }
        if let Some(empty) = &m.empty {
            let columns = (m.columns.len() + 2).to_string();
            h.el("tr", &[], |h| h.text_el("td", &[("colspan", &*columns), ("class", "empty")], empty));
        }
    });
}

/// Writes the visible title; the heading stands before the table.
fn title(h: &mut Fragment, m: &AssistanceMatrix) {
    h.text_el("strong", &[("class", "title")], &m.title);
}

fn group_head(h: &mut Fragment, group: &ColumnGroup) {
    let columns = group.columns.to_string();
    h.el("th", &[("scope", "colgroup"), ("colspan", &columns), ("class", "first")], |h| {
        match &group.name {
            Some(name) => h.text_el("span", &[], name),
            // The legend has the name beside the same number and band.
            None => h.text_el("abbr", &[("title", &group.full)], &group.number),
        }
        if let Some(badge) = &group.badge {
            h.text(" ");
            h.text_el("small", &[], badge);
        }
        write_head_band(h, group.hue);
    });
}

/// Returns the class of a cell of a column.
fn class(column: &StateColumn) -> &'static str {
    match (column.first, column.chosen) {
        (true, true) => "first chosen",
        (false, true) => "chosen",
        (true, false) => "first",
        (false, false) => "",
    }
}

fn state_head(h: &mut Fragment, column: &StateColumn, first: bool) {
    let button = if column.mine { "evidence-button mine" } else { "evidence-button" };
    h.el("th", &[("scope", "col"), ("class", class(column))], |h| {
        let attributes = [
            ("type", "button"),
            ("class", button),
            ("tabindex", if first { "0" } else { "-1" }),
            ("aria-pressed", if column.chosen { "true" } else { "false" }),
            ("aria-label", &column.label),
            ("data-do", &column.choose),
        ];
        h.el("button", &attributes, |h| h.text(&column.code));
    });
}

/// Letters of a name above which it has two lines of smaller type.
const LONG: usize = 16;

fn provider(h: &mut Fragment, row: &ProviderRow, columns: &[StateColumn]) {
    h.el("tr", &[("class", if row.first_country { "countries" } else { "" })], |h| {
        h.el("th", &[("scope", "row"), ("class", "name")], |h| {
            let class = if row.name.chars().count() > LONG { "long-name" } else { "" };
            evidence_grid_button(h, &row.open, &row.label, false, |h| {
                h.text_el("span", &[("class", class)], &row.name);
            });
        });
        for (cell, column) in row.cells.iter().zip(columns) {
            // Four is the last step; a higher number keeps it.
            let step = if cell.n == 0 { String::new() } else { cell.n.min(4).to_string() };
            h.el("td", &[("class", class(column)), ("data-step", &step)], |h| mark(h, cell));
        }
        h.el("td", &[("class", "unnamed")], |h| match row.unnamed.n {
            0 => h.text_el("span", &[], "0"),
            _ => mark(h, &row.unnamed),
        });
    });
}

fn mark(h: &mut Fragment, cell: &HelpCell) {
    evidence_grid_button(h, &cell.open, &cell.label, false, |h| match cell.mark {
        // Most cells have this glyph. The style sheet draws it in an empty button, which is cheaper.
        Some(Glyph::NotMentioned) => {}
        Some(other) => write_glyph(h, other),
        None => h.text(&cell.n.to_string()),
    });
}

fn silent_row(h: &mut Fragment, silent: &SilentProviders, columns: usize) {
    let columns = (columns + 1).to_string();
    h.el("tr", &[("class", "silent")], |h| {
        h.el("th", &[("scope", "row"), ("colspan", &columns)], |h| {
            h.text_el("span", &[], &silent.lead);
            for (name, label, open) in &silent.providers {
                h.text(" ");
                evidence_grid_button(h, open, label, false, |h| h.text(name));
            }
        });
        let show = Command::Show(silent.table).name();
        let attributes = [
            ("type", "button"),
            ("class", "evidence-button"),
            ("tabindex", "-1"),
            ("data-do", &*show),
            ("aria-label", &silent.to_table),
        ];
        h.el("td", &[("class", "unnamed")], |h| h.text_el("button", &attributes, &silent.n.to_string()));
    });
}
