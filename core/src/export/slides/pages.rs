//! Lays a handout out on slides: a table that is too high goes on on the next one.
#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::export::handout::{
    Handout, HandoutCell, HandoutColumn, HandoutRow, HandoutTable, LegendLine, RowKind,
};
use crate::export::table_layout::{LEADING, TableStyle};
use crate::export::text_width::wrap;

/// Width and height of a slide, in points.
const SLIDE: [f32; 2] = [960.0, 540.0];
/// Space at the left and right.
pub const MARGIN: f32 = 36.0;
/// Width of what is between the margins.
pub const WIDTH: f32 = SLIDE[0] - 2.0 * MARGIN;
const TOP: f32 = 22.0;
/// Font sizes in points.
pub const TITLE: f32 = 24.0;
pub const SENTENCE: f32 = 14.0;
pub const SMALL: f32 = 10.0;
const FOOT: f32 = 9.0;
/// Space between blocks.
const GAP: f32 = 7.0;

/// Says how many rows of a view are left out.
pub type SayLeftOut = fn(&Handout, usize) -> String;

/// A view on slides.
pub struct SlideSource {
    pub handout: Handout,
    /// Title of the reader, instead of that of the view.
    pub title: Option<String>,
    /// Notes of the reader.
    pub notes: String,
    /// Most slides of the view; the last one says how many rows are left out. `None` for no limit.
    pub most: Option<(usize, SayLeftOut)>,
}

/// Text at a place.
pub struct SlideText {
    pub lines: Vec<String>,
    pub size: f32,
    pub is_bold: bool,
    /// From the top, and the height.
    pub at: [f32; 2],
}

/// A slide, laid out.
pub struct SlidePage {
    pub title: SlideText,
    pub texts: Vec<SlideText>,
    /// The rows of the table on this slide, the first its top.
    pub table: Option<SlideTable>,
    pub notes: String,
}

/// A part of a table.
pub struct SlideTable {
    pub name: String,
    pub columns: Vec<HandoutColumn>,
    pub widths: Vec<f32>,
    pub rows: Vec<(HandoutRow, f32)>,
    pub head_height: f32,
    pub top: f32,
    pub style: TableStyle,
}

/// Returns the slides of a view.
pub fn slide_pages(source: &SlideSource) -> Vec<SlidePage> {
    let handout = &source.handout;
    let mut pages = Vec::new();
    let tables = if source.most.is_some() { &handout.tables[..1] } else { &handout.tables[..] };
    for (at, table) in tables.iter().enumerate() {
        pages.extend(of_table(source, table, at == 0));
    }
    if let Some((most, words)) = source.most
        && pages.len() > most
    {
        let is_row = |(row, _): &&(HandoutRow, f32)| row.kind == RowKind::Body;
        let rows = |page: &SlidePage| {
            page.table.as_ref().map_or(0, |table| table.rows.iter().filter(is_row).count())
        };
        let left: usize = pages[most..].iter().map(rows).sum();
        pages.truncate(most);
        if let Some(last) = pages.last_mut() {
            let foot = last.texts.last_mut();
            foot.into_iter().for_each(|foot| foot.lines[0] = words(handout, left));
        }
    }
    let count = pages.len();
    if count > 1 {
        for (at, page) in pages.iter_mut().enumerate() {
            page.title.lines[0] += &format!(" ({}/{count})", at + 1);
            if at > 0 {
                // What is to be said is said at the first one.
                page.notes.clone_from(&handout.link);
            }
        }
    }
    pages
}

/// Font sizes of a table, the largest first. One that needs several slides has the second smallest,
/// with many columns the smallest.
const SIZES: [f32; 5] = [16.0, 14.0, 12.0, 11.0, 10.0];
/// Font size of a table whose words would be broken at any other.
const SMALLEST: f32 = 7.0;
/// Number of columns from which on there are many.
const MANY: usize = 9;

/// Returns the largest font size at which a table fits into a height.
fn style_of(table: &HandoutTable, room: f32) -> TableStyle {
    let fits = |style: &TableStyle| {
        let widths = style.widths(table, WIDTH);
        let rows: f32 = table.rows.iter().map(|row| row_height(*style, row, &widths)).sum();
        rows + style.height(style.head_lines(table, &widths)) <= room && !style.breaks_words(table, WIDTH)
    };
    let style = |size: f32| TableStyle { size, side: 4.0, above: 2.0 };
    let least = SIZES[if table.columns.len() < MANY { 3 } else { 4 }];
    let found = SIZES.map(style).into_iter().find(fits);
    found.unwrap_or_else(|| style(least).with_whole_words(table, WIDTH, SMALLEST))
}

/// Least room for rows, where texts leave none.
const LEAST: f32 = 60.0;
/// By how much a narrow table is widened at most.
const WIDER: f32 = 1.5;

/// The texts above and below the table of a slide.
struct Frame {
    title: SlideText,
    texts: Vec<SlideText>,
    /// Top and bottom of the room for the table.
    room: [f32; 2],
}

fn of_table(source: &SlideSource, table: &HandoutTable, is_first: bool) -> Vec<SlidePage> {
    let first = frame(source, table, is_first, true).room;
    let style = style_of(table, first[1] - first[0]);
    let mut widths = style.widths(table, WIDTH);
    let wider = (WIDTH / widths.iter().sum::<f32>()).min(WIDER);
    widths.iter_mut().for_each(|width| *width *= wider);
    let head_height = style.height(style.head_lines(table, &widths));
    let has_heads = table.columns.iter().any(|column| !column.head.is_empty());
    let head_height = if has_heads { head_height } else { 0.0 };
    let mut rest: Vec<(HandoutRow, f32)> =
        table.rows.iter().map(|row| (row.clone(), row_height(style, row, &widths))).rev().collect();
    let mut pages = Vec::new();
    loop {
        let frame = frame(source, table, is_first && pages.is_empty(), pages.is_empty());
        let room = (frame.room[1] - frame.room[0] - head_height).max(LEAST);
        let rows = take_rows(&mut rest, style, &widths, room);
        let is_table = !table.columns.is_empty();
        pages.push(SlidePage {
            title: frame.title,
            texts: frame.texts,
            table: is_table.then(|| SlideTable {
                name: table.title.clone(),
                columns: if has_heads { table.columns.clone() } else { Vec::new() },
                widths: widths.clone(),
                rows,
                head_height,
                top: frame.room[0],
                style,
            }),
            notes: notes(source),
        });
        if rest.is_empty() {
            return pages;
        }
    }
}

fn row_height(style: TableStyle, row: &HandoutRow, widths: &[f32]) -> f32 {
    style.height(style.lines(row, widths).iter().map(Vec::len).max().unwrap_or_default())
}

/// Takes the rows that fit; a row that alone is too high is divided. `rest` is in reverse order.
fn take_rows(
    rest: &mut Vec<(HandoutRow, f32)>,
    style: TableStyle,
    widths: &[f32],
    room: f32,
) -> Vec<(HandoutRow, f32)> {
    let mut taken: Vec<(HandoutRow, f32)> = Vec::new();
    let mut left = room;
    while let Some((row, height)) = rest.pop() {
        if height <= left {
            left -= height;
            taken.push((row, height));
            continue;
        }
        if height <= room {
            rest.push((row, height));
            break;
        }
        let fit = ((left - 2.0 * style.above) / (LEADING * style.size)).floor();
        if fit < 4.0 && !taken.is_empty() {
            rest.push((row, height));
            break;
        }
        let [part, others] = divided(&row, style, widths, (fit as usize).max(1));
        if others.cells.iter().any(|cell| !cell.lines.is_empty()) {
            let height = row_height(style, &others, widths);
            rest.push((others, height));
        }
        let height = row_height(style, &part, widths);
        taken.push((part, height));
        break;
    }
    // A heading stands with its rows.
    while taken.len() > 1
        && taken.last().is_some_and(|(row, _)| row.kind == RowKind::Heading)
        && !rest.is_empty()
    {
        rest.extend(taken.pop());
    }
    taken
}

/// Divides a row after so many lines.
fn divided(row: &HandoutRow, style: TableStyle, widths: &[f32], lines: usize) -> [HandoutRow; 2] {
    let mut parts = [Vec::new(), Vec::new()];
    for mut cell in style.lines(row, widths) {
        let after = cell.split_off(lines.min(cell.len()));
        parts[0].push(HandoutCell { lines: cell });
        parts[1].push(HandoutCell { lines: after });
    }
    parts.map(|cells| HandoutRow { kind: row.kind, cells })
}

fn frame(source: &SlideSource, table: &HandoutTable, is_first: bool, is_top: bool) -> Frame {
    let handout = &source.handout;
    let title = source.title.as_ref().unwrap_or(&handout.title);
    let lines = wrap(title, TITLE, true, WIDTH - 80.0, 0.0).len();
    let mut y = TOP;
    let mut place = |lines: usize, size: f32| {
        let at = [y, lines as f32 * size * LEADING];
        y += at[1] + GAP;
        at
    };
    let title = SlideText { lines: vec![title.clone()], size: TITLE, is_bold: true, at: place(lines, TITLE) };
    let mut texts = Vec::new();
    let mut say = |text: &str, size: f32, is_bold: bool| {
        let lines = wrap(text, size, is_bold, WIDTH, 0.0).len();
        texts.push(SlideText { lines: vec![text.to_owned()], size, is_bold, at: place(lines, size) });
    };
    if is_first {
        handout.sentences.iter().take(1).for_each(|sentence| say(sentence, SENTENCE, false));
    }
    if !table.title.is_empty() {
        say(&table.title, SENTENCE - 2.0, true);
    }
    if is_top && !table.lead.is_empty() {
        say(&table.lead, SMALL, false);
    }
    let mut bottom = SLIDE[1] - 14.0;
    let mut below = |lines: Vec<String>, size: f32| {
        let count: usize = lines.iter().map(|line| wrap(line, size, false, WIDTH, 0.0).len()).sum();
        let height = count as f32 * size * LEADING;
        bottom -= height + GAP / 2.0;
        SlideText { lines, size, is_bold: false, at: [bottom, height] }
    };
    // Its first line is for what a slide leaves out.
    let said = source.most.map(|_| String::new());
    let foot = format!("{} · {} · {}", handout.filters, handout.source, handout.versions);
    let foot = below(said.into_iter().chain([foot]).collect(), FOOT);
    let legend = legend(handout, table);
    let legend = (!legend.is_empty()).then(|| below(vec![legend], SMALL));
    texts.extend(legend.into_iter().chain([foot]));
    Frame { title, texts, room: [y, bottom - GAP] }
}

/// Returns the meaning of the marks of a table in one text.
fn legend(handout: &Handout, table: &HandoutTable) -> String {
    let lines = handout.legend_of(std::slice::from_ref(table));
    lines.into_iter().map(LegendLine::plain).collect::<Vec<_>>().join("   ")
}

/// Returns the notes of a slide: those of the reader, all sentences, the limits, the link.
fn notes(source: &SlideSource) -> String {
    let handout = &source.handout;
    let own = (!source.notes.is_empty()).then(|| source.notes.clone());
    let sentences = handout.sentences.join(" ");
    let parts = own.into_iter().chain([sentences]).chain(handout.limits.iter().cloned());
    let ends = [handout.filters.clone(), handout.source.clone(), handout.link.clone()];
    parts.chain(ends).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
