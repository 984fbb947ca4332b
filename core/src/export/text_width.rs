//! Width of texts without a font: estimates that no usual sans-serif font exceeds.

/// Widths of U+0020 to U+007E in hundredths of the font size.
///
/// They are those of DejaVu Sans, which is wider than Arial, Helvetica and Liberation Sans.
const LATIN: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64,
    62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98,
    64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];
/// Widths of U+0410 to U+044F.
const CYRILLIC: [u8; 64] = [
    69, 69, 69, 61, 79, 64, 108, 65, 75, 75, 71, 76, 87, 76, 79, 76, 61, 70, 62, 61, 87, 69, 78, 69, 107,
    110, 84, 89, 69, 70, 108, 70, 62, 62, 59, 53, 70, 62, 91, 54, 65, 65, 61, 64, 76, 66, 62, 66, 64, 55, 59,
    60, 86, 60, 69, 60, 92, 95, 71, 79, 59, 55, 85, 61,
];
/// How much wider a bold text is, and how much wider a bold letter is at most.
const BOLD: f32 = 1.15;
const BOLD_LETTER: f32 = 1.28;

fn hundredths(c: char) -> u8 {
    let code = u32::from(c);
    let of = |table: &[u8], first: u32| {
        code.checked_sub(first).and_then(|at| table.get(usize::try_from(at).ok()?).copied())
    };
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => 0,
        'ё' | 'Ё' | '«' | '»' | '’' | '‘' | '·' | '–' | '\u{a0}' => 64,
        _ => of(&LATIN, 0x20).or_else(|| of(&CYRILLIC, 0x410)).unwrap_or(105),
    }
}

/// Returns the width of a text in the unit of the font size.
pub fn text_width(text: &str, size: f32, is_bold: bool) -> f32 {
    let sum: u32 = text.chars().map(|c| u32::from(hundredths(c))).sum();
    sum as f32 / 100.0 * size * if is_bold { BOLD } else { 1.0 }
}

/// Breaks a text into lines that are no wider than `width`; the first begins after `indent`.
///
/// A line ends after a space, after a slash or a hyphen before a letter, or within a word that
/// alone is too wide.
pub fn wrap(text: &str, size: f32, is_bold: bool, width: f32, indent: f32) -> Vec<String> {
    let measure = |text: &str| text_width(text, size, is_bold);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut room = if lines.is_empty() { width - indent } else { width };
        for word in pieces(paragraph) {
            if !line.is_empty() && measure(&line) + measure(word.trim_end_matches(' ')) > room {
                lines.push(line.trim_end_matches(' ').to_owned());
                line.clear();
                room = width;
            }
            if measure(word.trim_end_matches(' ')) <= room {
                line.push_str(word);
                continue;
            }
            for c in word.chars() {
                if !line.is_empty() && measure(&line) + measure(c.encode_utf8(&mut [0; 4])) > room {
                    lines.push(std::mem::take(&mut line));
                    room = width;
                }
                line.push(c);
            }
        }
        lines.push(line.trim_end_matches(' ').to_owned());
    }
    lines
}

/// Returns the pieces between which a line may end, each with the space after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut before) = (0, 'a');
    for (at, c) in text.char_indices() {
        if before == ' ' && c != ' ' || matches!(before, '/' | '-') && c.is_alphabetic() {
            found.push(&text[start..at]);
            start = at;
        }
        before = c;
    }
    found.push(&text[start..]);
    found
}

/// Returns the width of the widest piece that is not broken.
pub fn widest_word(text: &str, size: f32, is_bold: bool) -> f32 {
    let bold = if is_bold { BOLD_LETTER } else { 1.0 };
    let words = text.split('\n').flat_map(pieces);
    words.map(|word| text_width(word.trim_end_matches(' '), size, false) * bold).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::{text_width, wrap};

    #[test]
    fn lines_hold_the_whole_text_and_are_not_too_wide() {
        let text = "Соглашение о сотрудничестве, CSR 51/CSRP 67, Donaudampfschifffahrtsgesellschaft\nend";
        for width in [10.0, 60.0, 200.0, 2_000.0] {
            let lines = wrap(text, 10.0, true, width, 5.0);
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text));
            let is_one = |line: &&String| line.chars().count() == 1;
            let wide = lines.iter().filter(|line| !is_one(line) && text_width(line, 10.0, true) > width);
            assert_eq!(wide.count(), 0, "{width}: {lines:?}");
        }
        assert_eq!(wrap("", 10.0, false, 100.0, 0.0), [""]);
    }
}
