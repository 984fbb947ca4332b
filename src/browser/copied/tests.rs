//! Tests selections in a model of the DOM.

use super::*;

fn spanning(tag: &str, rendering: Rendering, spans: [usize; 2], children: Vec<CopiedNode>) -> CopiedNode {
    let (tag, class, [span, rows]) = (tag.into(), String::new(), spans);
    CopiedNode::Element(CopiedElement { tag, class, rendering, span, rows, children })
}
fn el(tag: &str, rendering: Rendering, children: Vec<CopiedNode>) -> CopiedNode {
    spanning(tag, rendering, [1, 1], children)
}
fn text(text: &str) -> CopiedNode {
    CopiedNode::Text(text.into())
}
fn mark(word: &str) -> CopiedNode {
    CopiedNode::Glyph(word.into())
}
fn row(cells: Vec<CopiedNode>) -> CopiedNode {
    el("tr", Rendering::Block, cells)
}
fn td(children: Vec<CopiedNode>) -> CopiedNode {
    el("td", Rendering::Block, children)
}
fn spanned(tag: &str, span: usize, children: Vec<CopiedNode>) -> CopiedNode {
    spanning(tag, Rendering::Block, [span, 1], children)
}
fn tall(rows: usize, children: Vec<CopiedNode>) -> CopiedNode {
    spanning("td", Rendering::Block, [1, rows], children)
}
fn of_table(rows: Vec<CopiedNode>) -> Copied {
    let table = el("table", Rendering::Block, vec![el("tbody", Rendering::Block, rows)]);
    copied(&[table]).unwrap_or(Copied { text: String::new(), html: String::new() })
}

#[test]
fn counts_of_a_cell_are_parted_and_have_their_words() {
    let kind = |word: &str, n: &str| el("a", Rendering::Block, vec![mark(word), text(n)]);
    let cell =
        td(vec![kind("achievement", "1"), kind("obstacle", "1"), kind("need", "6"), kind("proposal", "3")]);
    assert_eq!(of_table(vec![row(vec![cell])]).text, "achievement 1; obstacle 1; need 6; proposal 3");
}

#[test]
fn a_glyph_is_its_word_unless_the_word_follows() {
    let alone = td(vec![el("button", Rendering::Block, vec![mark("party")])]);
    let with_word = td(vec![mark("in force"), text("\u{a0}In force since 1997")]);
    let numbered = td(vec![mark("ratified"), el("sup", Rendering::Inline, vec![text("2")])]);
    let copied = of_table(vec![row(vec![alone, with_word, numbered])]);
    assert_eq!(copied.text, "party\tIn force since 1997\tratified 2");
}

#[test]
fn what_is_only_heard_counts_where_nothing_is_seen() {
    let hidden = |words: &str| el("span", Rendering::VisuallyHidden, vec![text(words)]);
    let decoration = |words: &str| el("span", Rendering::AriaHidden, vec![text(words)]);
    let cells = vec![
        td(vec![text("Armenia"), hidden(", my state")]),
        td(vec![text("·"), hidden("not mentioned")]),
        td(vec![hidden("On one scale"), decoration("100")]),
        td(vec![decoration("Kyrgyz.")]),
        td(vec![el("div", Rendering::AriaHidden, vec![mark("stock")])]),
        td(vec![]),
    ];
    assert_eq!(of_table(vec![row(cells)]).text, "Armenia\tnot mentioned\tOn one scale\tKyrgyz.\tstock\t—");
}

#[test]
fn text_in_one_line_is_not_torn() {
    let mine = el("span", Rendering::Inline, vec![text("Armenia")]);
    let line = el(
        "p",
        Rendering::Block,
        vec![text("Party ("), mine, text("), CSR 51/\u{200b}CSRP\u{a0}67\n  since 1993")],
    );
    assert_eq!(copied(&[line]).map(|c| c.text), Some("Party (Armenia), CSR 51/CSRP 67 since 1993".into()));
}

#[test]
fn every_row_has_as_many_fields() {
    let rows = vec![
        row(vec![spanned("th", 3, vec![text("Group")])]),
        row(vec![td(vec![text("a")]), spanned("td", 2, vec![text("same")])]),
        row(vec![
            el("td", Rendering::NotSelected, vec![text("x")]),
            td(vec![text("b\tc")]),
            td(vec![text("1996-05")]),
        ]),
    ];
    let copied = of_table(rows);
    assert_eq!(copied.text, "Group\t\t\na\tsame\tsame\n\tb c\t1996-05");
    assert!(
        copied.html.contains("<th colspan=\"3\" style=\"mso-number-format:'\\@'\">Group</th>"),
        "{}",
        copied.html
    );
}

#[test]
fn a_cell_of_several_rows_is_in_each() {
    let cell = |words: &str| td(vec![text(words)]);
    let rows = vec![
        row(vec![cell("a"), tall(3, vec![text("all")]), cell("1")]),
        row(vec![cell("b"), tall(2, vec![text("two")])]),
        row(vec![cell("c")]),
        row(vec![cell("d"), cell("own"), cell("4")]),
    ];
    let copied = of_table(rows);
    assert_eq!(copied.text, "a\tall\t1\nb\tall\ttwo\nc\tall\ttwo\nd\town\t4");
    assert!(
        copied.html.contains("<td style=\"mso-number-format:'\\@'\">two</td></tr><tr>"),
        "{}",
        copied.html
    );
}

#[test]
fn a_cell_that_begins_above_the_selection_is_in_each_selected_row() {
    let cell = |words: &str| td(vec![text(words)]);
    let outside = || el("td", Rendering::NotSelected, vec![]);
    let above = |cells| el("tr", Rendering::NotSelected, cells);
    let rows = vec![
        above(vec![outside(), tall(4, vec![text("all")]), outside()]),
        above(vec![outside(), tall(2, vec![text("two")])]),
        row(vec![cell("c")]),
        row(vec![cell("d"), cell("4")]),
    ];
    assert_eq!(of_table(rows).text, "c\tall\ttwo\nd\tall\t4");
}

#[test]
fn of_a_few_cells_in_a_row_the_others_leave_no_trace() {
    let outside = || el("td", Rendering::NotSelected, vec![]);
    let cells = vec![outside(), td(vec![mark("party")]), td(vec![mark("not party")]), outside(), outside()];
    assert_eq!(of_table(vec![row(cells)]).text, "party\tnot party");
}

#[test]
fn an_item_of_several_parts_is_a_row_and_any_other_a_line() {
    let span = |words: &str| el("span", Rendering::Block, vec![text(words)]);
    let card = |kind: &str, says: &str| {
        let inside = vec![span(""), span(kind), span(says)];
        el("li", Rendering::Block, vec![el("button", Rendering::Block, inside)])
    };
    let cards = el("ol", Rendering::Block, vec![card("need", "Funds <1>"), card("fact", "")]);
    let legend =
        el("ul", Rendering::Block, vec![el("li", Rendering::Block, vec![mark("party"), span("party")])]);
    let plain = el("ul", Rendering::Block, vec![el("li", Rendering::Block, vec![text("a & b")])]);
    let all = copied(&[el("div", Rendering::Block, vec![cards, legend, plain])]);
    let all = all.unwrap_or(Copied { text: String::new(), html: String::new() });
    assert_eq!(all.text, "need\tFunds <1>\nfact\t—\nparty\na & b");
    assert!(all.html.ends_with("<ul><li>party</li></ul><ul><li>a &amp; b</li></ul>"), "{}", all.html);
    assert!(all.html.contains(">Funds &lt;1&gt;</td>"), "{}", all.html);
}

#[test]
fn a_selection_without_text_is_left_to_the_browser() {
    assert_eq!(copied(&[el("p", Rendering::Block, vec![text(" ")])]), None);
}

#[test]
fn a_triangle_is_filled_up() {
    let head = |words: &str| el("th", Rendering::Block, vec![text(words)]);
    let rows = vec![
        row(vec![head("a"), td(vec![text("8")])]),
        row(vec![head("b"), td(vec![text("6")]), td(vec![text("10")])]),
    ];
    assert_eq!(of_table(rows).text, "a\t8\t—\nb\t6\t10");
}

#[test]
fn parts_of_an_item_that_are_not_selected_stay_empty() {
    let part = |rendering: Rendering, words: &str| el("span", rendering, vec![text(words)]);
    let outside = || el("span", Rendering::NotSelected, Vec::new());
    let list = el(
        "ul",
        Rendering::Block,
        vec![
            el(
                "li",
                Rendering::Block,
                vec![outside(), part(Rendering::Block, "Some text"), part(Rendering::Block, "page 3")],
            ),
            el(
                "li",
                Rendering::Block,
                vec![part(Rendering::Block, "fact"), part(Rendering::Block, "A fact"), outside()],
            ),
            el(
                "li",
                Rendering::Block,
                vec![part(Rendering::Block, "need"), part(Rendering::Block, "A"), part(Rendering::Block, "")],
            ),
        ],
    );
    assert_eq!(
        copied(&[list]).map(|copied| copied.text).as_deref(),
        Some("\tSome text\tpage 3\nfact\tA fact\t\nneed\tA\t—")
    );
}

#[test]
fn no_blank_is_made_before_a_comma() {
    let button = |words: &str| el("button", Rendering::Block, vec![text(words)]);
    let line =
        el("p", Rendering::Block, vec![button("CSR 51"), text(", "), button("CRS 61"), text(": Belarus")]);
    assert_eq!(copied(&[line]).map(|copied| copied.text).as_deref(), Some("CSR 51, CRS 61: Belarus"));
}
