//! Undoes the damage that mail programs, chats, link filters and manual copying do to links.
//!
//! No repair changes the meaning of what `encode` writes: search text that looks like damage is
//! escaped ([`escape_search`], [`with_end_marker`]). Repairs are therefore unambiguous and are
//! applied repeatedly until a fixed point (`docs/decisions/0016-links-are-repaired.md`). Works on
//! bytes instead of `str` patterns to keep the WebAssembly of the first visit small.

use percent_encoding::percent_decode_str;

use super::search_text::is_unseen;

/// Maximum number of rounds. Each round undoes one layer of every kind of damage.
const ROUNDS: usize = 8;

/// Punctuation after a link that belongs to the surrounding sentence, and trailing delimiters.
const AFTER: &str = "#.,;:!?)]}>»”’'\"`/\\&=*_|…。–—<";

/// HTML character references and JSON escapes of the delimiters, and references of punctuation
/// after a link.
const REFERENCES: [(&str, u8); 14] = [
    ("\\u0026", b'&'),
    ("\\u003d", b'='),
    ("&amp;", b'&'),
    ("&AMP;", b'&'),
    ("&#38;", b'&'),
    ("&#038;", b'&'),
    ("&#x26;", b'&'),
    ("&equals;", b'='),
    ("&#x3D;", b'='),
    ("&quot;", b'"'),
    ("&#34;", b'"'),
    ("&#39;", b'\''),
    ("&#x27;", b'\''),
    ("&gt;", b'>'),
];

/// Tags that stand next to links in HTML.
const TAGS: [&str; 10] = ["a", "b", "br", "div", "em", "i", "li", "p", "span", "td"];

/// Delimiters before a parameter name, plain or escaped once or twice.
const DELIMITERS: [&str; 8] = ["?", "&", "%3F", "%26", "=3F", "=26", "%253F", "%2526"];

/// Prefixes, suffixes and whole names of the tracking parameters that mail tools and social
/// networks add to links.
const TRACKING: [&[&str]; 3] = [
    &["utm_", "mc_", "mtm_", "pk_", "piwik_", "hsa_", "at_", "fb_", "oly_", "vero_", "wt.", "_"],
    &[
        "clid", "clkid", "braid", "igsh", "igshid", "sltid", "mkt_tok", "mkwid", "fat_id", "trackid", "_cid",
        "_source",
    ],
    &["cid", "ei", "ref", "reserved", "sa", "sdata", "si", "spm", "trk", "usg", "ust", "ved"],
];

/// Returns a URL fragment with known damage undone.
///
/// A line end whose meaning is ambiguous is kept.
pub fn repaired(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let next = undone(&text[..trimmed(&text)]);
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// Whether a link ends after the name of a group, so that its states may be missing.
///
/// `encode` ends no link so.
pub fn is_cut_in_grouping(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit_once(['&', '?']).map_or(text, |(_, last)| last);
    last.starts_with("own=") && (text.ends_with(':') || text.ends_with("%3A"))
}

/// Returns the hyphens that a typographic dash replaces: one, or two for the em dash.
pub fn hyphens(c: char) -> Option<&'static str> {
    match c {
        '\u{2010}'..='\u{2013}' | '\u{2212}' => Some("-"),
        '\u{2014}' | '\u{2015}' => Some("--"),
        _ => None,
    }
}

/// Whether a link was shortened for display: an ellipsis stands for its end.
pub fn is_shortened(text: &str) -> bool {
    let text = text.trim_end();
    ["…", "...", "%E2%80%A6"].iter().any(|ellipsis| text.ends_with(ellipsis))
}

/// Returns the length of a link without a truncated escape at its end.
///
/// `encode` always writes whole UTF-8 characters.
pub fn without_stump(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit();
    let mut len = match bytes {
        [.., b'%'] => bytes.len() - 1,
        [.., b'%', digit] if is_digit(digit) => bytes.len() - 2,
        _ => bytes.len(),
    };
    // A truncated UTF-8 sequence.
    for n in [3, 6, 9] {
        let Some(at) = len.checked_sub(n).filter(|at| bytes[*at] == b'%') else { break };
        let decoded: Vec<u8> = percent_encoding::percent_decode(&bytes[at..len]).collect();
        if std::str::from_utf8(&decoded).is_err_and(|error| error.error_len().is_none()) {
            len = at;
            break;
        }
    }
    len
}

/// Returns whether a `%` without two digits stands beside whole escapes.
///
/// In a link whose escapes were all undone, a `%` is a plain sign. A line end inside an escape is
/// no damage of the escape.
pub fn has_broken_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    if (0..bytes.len()).any(|at| ends_line(bytes[at]) || bytes[at..].starts_with(b"%0")) {
        return false;
    }
    let mut signs = (0..bytes.len()).filter(|at| bytes[*at] == b'%');
    let is_whole = |at: usize| escape(&bytes[at..]).is_some();
    signs.clone().any(is_whole) && signs.any(|at| !is_whole(at))
}

/// Whether a parameter holds a text that the reader typed.
///
/// Any text is valid, and so is its beginning.
pub fn holds_typed_text(name: &[u8]) -> bool {
    matches!(name, b"q" | b"ask")
}

/// Percent-decodes a text; invalid UTF-8 becomes U+FFFD.
pub fn plain(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Returns whether a parameter only counts clicks.
pub fn is_tracking(name: &str) -> bool {
    let [begins, ends, names] = TRACKING;
    // Not a parameter of ours with a fragment of another page behind it.
    let is_name = name.bytes().all(|byte| is_named(byte) || matches!(byte, b'.' | b'-'));
    is_name
        && (begins.iter().any(|begin| name.starts_with(begin))
            || ends.iter().any(|end| name.ends_with(end))
            || names.contains(&name))
}

/// Percent-encodes search text, except letters, digits, `-`, `_`, `.` and `~`.
///
/// A letter, digit or `_` after `%`, `&`, `#`, `=`, `?`, `;` or `<` is escaped as well, so that the
/// text cannot look like a double escape, a delimiter with a name, a character reference or a tag.
pub fn escape_search(text: &str) -> String {
    let (mut out, mut before) = (String::new(), b' ');
    for byte in text.bytes() {
        let hidden = is_named(byte) && b"%&#=?;<".contains(&before);
        if !hidden && (is_named(byte) || b"-.~".contains(&byte)) {
            out.push(char::from(byte));
        } else {
            let digit = |n: u8| char::from(if n < 10 { b'0' + n } else { b'A' + n - 10 });
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
        before = byte;
    }
    out
}

/// Repeats the version parameter if the query's own end would be trimmed as punctuation.
pub fn with_end_marker(mut query: String, version: &str) -> String {
    if trimmed(&query) < query.len() {
        query.push_str("&v=");
        query.push_str(version);
    }
    query
}

/// Undoes one layer of percent-encoding, quoted-printable, character references and line ends.
///
/// Percent-decodes only ASCII characters that are not part of names: `%26` and `%3F` are delimiters
/// only before a name, `%3D` in a value only before a letter or digit, and `%25` is a double escape
/// only before two hexadecimal digits.
fn undone(text: &str) -> String {
    let (mut out, mut in_value) = (Vec::with_capacity(text.len()), false);
    let is_quoted = is_quoted(text);
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let (mut byte, mut after) = (*first, others);
        if let Some((reference, sign)) = REFERENCES.iter().find(|(r, _)| rest.starts_with(r.as_bytes())) {
            (byte, after) = (*sign, &rest[reference.len()..]);
        } else if let Some(found) = full_width(rest) {
            (byte, after) = found;
        } else if let Some((code, next)) = escape(rest) {
            let is_undone = match (first, code) {
                (b'=', _) => is_quoted,
                (_, b'%') => matches!(next, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit()),
                (_, b'&' | b'?') => begins_name(next),
                (_, b'=') => !is_quoted && (!in_value || begins_name(next)),
                _ => code.is_ascii() && !is_named(code),
            };
            if is_undone {
                (byte, after) = (code, next);
            }
        } else if is_quoted && byte == b'=' && !at_line_end(others) {
            // Part of an escape that a line end splits.
            byte = b'%';
        }
        if ends_line(byte) {
            let is_raw = text.as_bytes()[..text.len() - rest.len()].ends_with(b"=");
            while let [first, others @ ..] = after {
                match escape(after).unwrap_or((*first, others)) {
                    (byte, next) if ends_line(byte) => after = next,
                    _ => break,
                }
            }
            join(&mut out, after, is_quoted && is_raw);
        } else {
            in_value = match byte {
                b'&' | b'?' => false,
                // Not a soft line break of quoted-printable.
                b'=' => in_value || !at_line_end(after),
                // A double escape, or one that a line end splits.
                b'%' => {
                    let splits = |n: usize| after.get(n..).is_some_and(at_line_end);
                    in_value || after.starts_with(b"3D") || splits(0) || splits(1)
                }
                _ => in_value,
            };
            out.push(byte);
        }
        rest = after;
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn ends_line(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n' | b'\t')
}

/// Returns whether the text is empty or starts with a line end, plain or escaped.
fn at_line_end(text: &[u8]) -> bool {
    text.first().is_none_or(|byte| ends_line(*byte)) || text.starts_with(b"%0")
}

/// Splits off an escape, `%2F` or quoted-printable `=2F`, as its byte.
fn escape(text: &[u8]) -> Option<(u8, &[u8])> {
    let [b'%' | b'=', high, low, after @ ..] = text else { return None };
    let digit = |c: u8| char::from(c).to_digit(16);
    Some(((digit(*high)? << 4 | digit(*low)?) as u8, after))
}

/// Splits off an escaped full-width character (U+FF01 to U+FF5E) as its ASCII equivalent.
///
/// Search text never contains one.
fn full_width(text: &[u8]) -> Option<(u8, &[u8])> {
    let (0xEF, text) = escape(text)? else { return None };
    let (middle @ (0xBC | 0xBD), text) = escape(text)? else { return None };
    let (last, text) = escape(text)?;
    let sign = (middle & 1) << 6 | last & 0x3F;
    (0x01..=0x5E).contains(&sign).then_some((sign + 0x20, text))
}

/// Returns whether a name may contain this character.
fn is_named(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Returns whether a parameter name, or the rest of a character reference, follows.
fn begins_name(text: &[u8]) -> bool {
    let name = text.strip_prefix(b"#").or_else(|| text.strip_prefix(b"%23")).unwrap_or(text);
    name.first().is_some_and(|c| is_named(*c))
}

/// Returns whether a link is quoted-printable, where every `=` begins an escape.
///
/// A link has no `=` before its `?`, and the first one is between `v` and `1`.
fn is_quoted(text: &str) -> bool {
    let Some((before, after)) = text.split_once('=') else { return false };
    if before.bytes().any(|byte| byte == b'?') {
        after.starts_with("3D") && before.trim_end_matches('v').ends_with('?')
            || after.starts_with("26") && before.ends_with("v%3D1")
    } else {
        ["3D", "3F", "2F", "26"].iter().any(|code| after.starts_with(code))
    }
}

/// Joins two lines.
///
/// A soft line break of quoted-printable is `=` and a line end. After a parameter name, and within
/// a quoted-printable escape, the `=` belongs to the link. After an escaped `=` in a value both
/// readings are possible, so the line end is kept.
fn join(line: &mut Vec<u8>, next: &[u8], may_be_escape: bool) {
    if next.is_empty() {
    } else if line.ends_with(b"=") {
        line.pop();
        let in_percent = line.iter().rev().take(2).any(|byte| *byte == b'%');
        let is_escape = may_be_escape
            && !in_percent
            && ["26", "2F", "3F", "3D"].iter().any(|code| next.starts_with(code.as_bytes()));
        if is_escape || ends_name(line, next) {
            line.push(if may_be_escape { b'%' } else { b'=' });
        }
    } else if line.ends_with(b"%3D") {
        line.push(b'\n');
    }
}

/// Returns whether a text ends in a parameter name that the next line does not continue.
fn ends_name(text: &[u8], next: &[u8]) -> bool {
    let length = text.iter().rev().take_while(|c| c.is_ascii_lowercase()).count();
    let (before, name) = text.split_at(text.len() - length);
    let begins = |text: &[u8], signs: &[&str]| signs.iter().any(|sign| text.starts_with(sign.as_bytes()));
    if length == 0
        || !before.ends_with(b";") && !DELIMITERS.iter().any(|sign| before.ends_with(sign.as_bytes()))
    {
        return false;
    }
    if holds_typed_text(name) {
        return !next.starts_with(b"=");
    }
    for at in 0..next.len() {
        let rest = &next[at..];
        if DELIMITERS.iter().any(|sign| {
            rest.strip_prefix(sign.as_bytes()).and_then(<[u8]>::first).is_some_and(|c| !c.is_ascii_digit())
        }) {
            break;
        }
        // Not a soft line break itself.
        if rest[0] == b'=' && !at_line_end(&rest[1..]) || begins(rest, &["%3D", "%253D"]) {
            return false;
        }
    }
    true
}

/// Returns the length of a text without trailing additions: punctuation and white space, plain or
/// escaped, and tracking parameters.
fn trimmed(text: &str) -> usize {
    let mut text = text;
    loop {
        text = text.trim_end_matches(is_after);
        // One character of one to three bytes, percent-encoded.
        let mut parts =
            [3, 6, 9].into_iter().filter_map(|n| text.split_at_checked(text.len().checked_sub(n)?));
        let added = parts.find(|(_, last)| plain(last).chars().all(is_after)).or_else(|| {
            let last = text.rsplit_once(['&', '?']);
            last.filter(|(_, last)| is_tracking(last.split_once('=').map_or(*last, |(name, _)| name)))
        });
        match added.map(|(before, _)| before).or_else(|| without_tail(text)) {
            Some(before) => text = before,
            None => return text.len(),
        }
    }
}

/// Returns a link without a tag, a fragment or click counts of another page at its end.
///
/// `encode` writes no letter after `<` or `#`. Any other word after `<` may be what was
/// searched for.
fn without_tail(text: &str) -> Option<&str> {
    let begins_letter = |tail: &str| tail.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_word = |tail: &str| tail.bytes().all(|byte| is_named(byte) || byte == b'-');
    let tag = text.rsplit_once('<').filter(|(_, tail)| {
        let name = tail.strip_prefix('/').unwrap_or(tail);
        TAGS.contains(&name)
    });
    let fragment = || {
        text.rsplit_once('#').filter(|(_, tail)| {
            let name = tail.split_once('=').map_or(*tail, |(name, _)| name);
            begins_letter(tail) && (is_word(tail) || is_tracking(name))
        })
    };
    let is_path = |text: &str| {
        let text = plain(text);
        text.trim_end_matches(is_after).bytes().all(|byte| byte == b'/' || is_named(byte) || byte == b'-')
    };
    let (before, _) = tag.or_else(fragment)?;
    // Of anything else, the reader is told.
    (before.contains('?') || is_path(before)).then_some(before)
}

fn is_after(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_unseen(c) || AFTER.chars().any(|sign| sign == c)
}
