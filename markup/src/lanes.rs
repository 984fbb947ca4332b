//! Lanes by year: a table whose rows are kinds of event and whose columns are years.

use cisconf_core::view::{Glyph, Lane, LaneEntry, Lanes};
use html_morph::{Fragment, markup};

use crate::evidence_button::evidence_grid_button;
use crate::glyph::write_glyph;

/// Writes the content of the table: caption, head, a row for each lane.
pub fn write_lanes(h: &mut Fragment, lanes: &Lanes) {
    let mut first = true;
    write(h, lanes, &mut |h, entry| {
        let first = std::mem::take(&mut first);
        evidence_grid_button(h, &entry.open, &entry.label, first, |h| content(h, &entry.marks, entry));
    });
}

/// Writes the same without buttons, for a page that has no program yet: half the bytes.
///
/// The uprights of events come with the program; the style sheet leaves their room.
pub(crate) fn write_lanes_as_text(h: &mut Fragment, lanes: &Lanes) {
    write(h, lanes, &mut |h, entry| {
        let is_event = matches!(entry.marks[..], [Glyph::Event | Glyph::PlannedEvent]);
        let marks = if is_event { &[] } else { &entry.marks[..] };
        h.el("span", &[("class", "evidence-button")], |h| content(h, marks, entry));
    });
}

fn write(h: &mut Fragment, lanes: &Lanes, write_entry: &mut dyn FnMut(&mut Fragment, &LaneEntry)) {
    markup! { h,
        caption[class = "hidden"] { (&lanes.caption) }
        thead {
            tr {
                th[scope = "col", class = "name"] {
                    span[class = "hidden"] { (&lanes.head) }
                    @phases(lanes);
                }
                for year in (&lanes.years) { th[scope = "col"] { (year) } }
            }
        }
        tbody {
            for row in (&lanes.rows) { @lane(row, &lanes.years, write_entry); }
        }
    }
}

/// Writes a band with its name for each phase, across the columns of the years.
fn phases(h: &mut Fragment, lanes: &Lanes) {
    h.el("svg", &[("class", "phases"), ("aria-hidden", "true")], |h| {
        for phase in &lanes.phases {
            let [x1, x2] = phase.ends.map(|end| format!("{}.{}%", end / 10, end % 10));
            let class = if phase.mark == Glyph::ProcessPhase { "" } else { "dashed" };
            h.el("line", &[("class", class), ("x1", &x1), ("x2", &x2), ("y1", "2"), ("y2", "2")], |_| {});
            h.text_el("text", &[("x", &x1), ("y", "-3")], &phase.name);
        }
    });
}

fn lane(
    h: &mut Fragment,
    row: &Lane,
    years: &[String],
    write_entry: &mut dyn FnMut(&mut Fragment, &LaneEntry),
) {
    markup! { h,
        tr[class = if row.has_actions { "actions" } else { "" }] {
            th[scope = "row", class = "name"] { strong { (&row.name) } " " small { (&row.note) } }
            for (year, entries) in (years.iter().zip(&row.cells)) { @cell(year, entries, write_entry); }
        }
    }
}

fn cell(
    h: &mut Fragment,
    year: &str,
    entries: &[LaneEntry],
    write_entry: &mut dyn FnMut(&mut Fragment, &LaneEntry),
) {
    h.el("td", &[], |h| {
        if entries.is_empty() {
            return;
        }
        // Narrow screens have no columns: each cell repeats its year.
        h.text_el("span", &[("class", "year"), ("aria-hidden", "true")], year);
        h.el("ul", &[], |h| {
            for entry in entries {
                h.el("li", &[], |h| write_entry(h, entry));
            }
        });
    });
}

fn content(h: &mut Fragment, marks: &[Glyph], entry: &LaneEntry) {
    h.el("span", &[("class", "marks")], |h| {
        marks.iter().for_each(|mark| write_glyph(h, *mark));
    });
    if let Some(month) = &entry.month {
        h.text_el("span", &[("class", "month")], month);
        h.text(" ");
    }
    h.text_el("span", &[], &entry.text);
}
