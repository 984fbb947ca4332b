//! Lanes by year: a table whose rows are kinds of event and whose columns are years.

use cisconf_core::view::{Lane, LaneEntry, Lanes};
use html_morph::{Fragment, markup};

use crate::glyph::write_glyph;
use crate::opener::evidence_grid_button;

/// Writes the content of the table: caption, head, a row for each lane.
pub fn write_lanes(h: &mut Fragment, lanes: &Lanes) {
    let mut first = true;
    markup! { h,
        caption[class = "hidden"] { (&lanes.caption) }
        thead {
            tr {
                th[scope = "col", class = "name"] { span[class = "hidden"] { (&lanes.head) } }
                for year in (&lanes.years) { th[scope = "col"] { (year) } }
            }
        }
        tbody {
            for row in (&lanes.rows) { @lane(row, &lanes.years, &mut first); }
        }
    }
}

fn lane(h: &mut Fragment, row: &Lane, years: &[String], first: &mut bool) {
    markup! { h,
        tr[class = if row.has_actions { "actions" } else { "" }] {
            th[scope = "row", class = "name"] { strong { (&row.name) } " " small { (&row.note) } }
            for (year, entries) in (years.iter().zip(&row.cells)) { @cell(year, entries, first); }
        }
    }
}

fn cell(h: &mut Fragment, year: &str, entries: &[LaneEntry], first: &mut bool) {
    h.el("td", &[], |h| {
        if entries.is_empty() {
            return;
        }
        // Narrow screens have no columns: each cell repeats its year.
        h.text_el("span", &[("class", "year"), ("aria-hidden", "true")], year);
        h.el("ul", &[], |h| entries.iter().for_each(|e| entry(h, e, std::mem::take(first))));
    });
}

fn entry(h: &mut Fragment, entry: &LaneEntry, first: bool) {
    h.el("li", &[], |h| {
        evidence_grid_button(h, &entry.open, &entry.label, first, |h| {
            h.el("span", &[("class", "marks")], |h| {
                entry.marks.iter().for_each(|mark| write_glyph(h, *mark));
            });
            if let Some(month) = &entry.month {
                h.text_el("span", &[("class", "month")], month);
                h.text(" ");
            }
            h.text_el("span", &[], &entry.text);
        });
    });
}
