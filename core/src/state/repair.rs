//! Undoes what mail programs, chats, link filters and people do to a link on its way.
//!
//! Each repair is a total function from text to text, linear in its length, and undoes one kind of damage. No repair
//! changes the meaning of what `encode` writes: words sought that look like damage are written in another way ([`sought`],
//! [`ended`]). So no repair is a guess, and all are applied again and again until nothing changes
//! (`docs/decisions/0016-links-are-repaired.md`).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::sought::is_unseen;

/// Most rounds of repairs. A round undoes at least one layer of damage.
const ROUNDS: usize = 8;

/// Characters of words sought that stand in a link unescaped: none that a mail program could take for a delimiter.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Signs after a link that belong to the sentence around it, and delimiters that nothing follows.
const AFTER: &str = ".,;:!?)]}>»”’'\"`/\\&=";

/// Delimiters before a parameter's name, escaped or not; the first is the end of a character reference.
const DELIMITERS: [&str; 7] = [";", "?", "&", "%3F", "%26", "=3F", "=26"];

/// What ends a line, or is put between the parts of one.
pub const LINE_ENDS: [char; 3] = ['\r', '\n', '\t'];

/// HTML character references in which the delimiter `&`, or a sign after the link, is copied.
const REFERENCES: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&#38;", "&"),
    ("&#038;", "&"),
    ("&#x26;", "&"),
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&gt;", ">"),
];

/// How the names begin, and end, that mail tools and social networks add to links to count clicks.
const TRACKING: [&[&str]; 2] =
    [&["utm_", "mc_", "mtm_", "pk_", "hsa_", "_"], &["clid", "braid", "igshid", "mkt_tok"]];

/// Returns a fragment without damage.
pub fn repaired(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let next = unreferenced(unquoted(unbroken(&unescaped(&text[..trimmed(&text)]))));
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// Whether a parameter only counts clicks.
pub fn is_tracking(name: &str) -> bool {
    let [begins, ends] = TRACKING;
    begins.iter().any(|begin| name.starts_with(begin)) || ends.iter().any(|end| name.ends_with(end))
}

/// Returns words sought in the form of a link. A letter, digit or `_` after `%`, `&`, `#`, `=`, `?` or `;` is escaped, so that the
/// words look neither like an escaped escape nor like a delimiter and a name nor like a character reference.
pub fn sought(text: &str) -> String {
    let (mut out, mut before) = (String::new(), ' ');
    for c in text.chars() {
        if matches!(before, '%' | '&' | '#' | '=' | '?' | ';') && u8::try_from(c).is_ok_and(is_named) {
            out.push_str(&format!("%{:X}", u32::from(c)));
        } else {
            out.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), PLAIN));
        }
        before = c;
    }
    out
}

/// Ends a query with the version once more where its own end would be taken for signs after the link.
pub fn ended(mut query: String, version: &str) -> String {
    if trimmed(&query) < query.len() {
        query.extend(["&v=", version]);
    }
    query
}

/// Removes one layer of percent-encoding from ASCII characters. `%26` and `%3F` are delimiters only before a name, `%3D`
/// is one in a value only before a letter or digit, `%25` is an escaped escape only before two hexadecimal digits; what
/// names are made of stays escaped.
fn unescaped(text: &str) -> String {
    let (mut out, mut in_value) = (Vec::with_capacity(text.len()), false);
    let is_quoted = is_quoted(text);
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let undone = escape(rest).filter(|(byte, after)| match byte {
            b'%' => matches!(after, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit()),
            b'&' | b'?' => begins_name(after),
            b'=' => !is_quoted && (!in_value || begins_name(after)),
            _ => byte.is_ascii() && !is_named(*byte),
        });
        let (byte, after) = undone.unwrap_or((*first, others));
        let ends_line = || [&b"\r"[..], b"\n", b"%0"].iter().any(|end| after.starts_with(end));
        in_value = match byte {
            b'&' | b'?' => false,
            b'=' => in_value || !ends_line(),
            // One that was escaped twice.
            b'%' => in_value || after.starts_with(b"3D"),
            _ => in_value,
        };
        out.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether a name may have this character.
fn is_named(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Splits an escape such as `%2F` off, as its byte.
fn escape(text: &[u8]) -> Option<(u8, &[u8])> {
    let [b'%', high, low, after @ ..] = text else { return None };
    let digit = |c: u8| char::from(c).to_digit(16);
    Some(((digit(*high)? << 4 | digit(*low)?) as u8, after))
}

/// Whether a parameter's name follows, or the rest of a character reference.
fn begins_name(text: &[u8]) -> bool {
    let name = text.strip_prefix(b"#").or_else(|| text.strip_prefix(b"%23")).unwrap_or(text);
    name.first().is_some_and(|c| is_named(*c))
}

/// Joins a link that was broken into lines: by a line end, or in quoted-printable by `=` and a line end. The `=` belongs
/// to the link where it ends a parameter's name. After an escaped `=` in a value both are possible: the line end stays.
fn unbroken(text: &str) -> String {
    let mut lines = text.split(LINE_ENDS).filter(|line| !line.is_empty());
    let (mut out, is_quoted) = (String::with_capacity(text.len()), is_quoted(text));
    while let Some(line) = lines.next() {
        let split = |end| Some((line.strip_suffix(end)?, end));
        let (body, end) = ["=3D", "%3D", "="].into_iter().find_map(split).unwrap_or((line, ""));
        out.push_str(body);
        // Within an escape of quoted-printable the `=` stays.
        let is_escape = |next: &str| {
            let in_percent = out.bytes().rev().take(2).any(|byte| byte == b'%');
            is_quoted
                && end == "="
                && !in_percent
                && ["26", "2F", "3F", "3D"].iter().any(|code| next.starts_with(code))
        };
        if lines.clone().next().is_none_or(is_escape) || !end.is_empty() && ends_name(&out, lines.clone()) {
            out.push_str(end);
        } else if end == "%3D" {
            out.extend([end, "\n"]);
        }
    }
    out
}

/// Whether a text ends in the name of a parameter, which does not go on in the next lines.
fn ends_name<'a>(text: &str, next: impl Iterator<Item = &'a str>) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let name = &text[before.len()..];
    if name.is_empty() || !DELIMITERS.iter().any(|sign| before.ends_with(sign)) {
        return false;
    }
    for line in next.filter(|line| *line != "=") {
        let part = DELIMITERS[1..].iter().fold(line, |line, sign| line.split(sign).next().unwrap_or(line));
        let goes_on = ["=", "%3D", "%253D"].iter().any(|sign| part.trim_end_matches('=').contains(sign));
        if part.starts_with('=') || name != "q" && goes_on {
            return false;
        }
        if part.len() < line.len() {
            break;
        }
    }
    true
}

/// Whether a link is in quoted-printable, in which each `=` begins an escape. A link has no `=` before its `?`, and the
/// first stands between `v` and `1`.
fn is_quoted(text: &str) -> bool {
    let Some((before, after)) = text.split_once('=') else { return false };
    let code = after.get(..2).unwrap_or_default().to_ascii_uppercase();
    match code.as_str() {
        "3D" => !before.contains('?') || before.ends_with("?v"),
        "3F" | "2F" => !before.contains('?'),
        "26" => before.ends_with("v%3D1"),
        _ => false,
    }
}

/// Turns quoted-printable into percent-encoding.
fn unquoted(text: String) -> String {
    if is_quoted(&text) { text.replace('=', "%") } else { text }
}

/// Replaces HTML character references.
fn unreferenced(text: String) -> String {
    REFERENCES.iter().fold(
        text,
        |text, (reference, sign)| {
            if text.contains(reference) { text.replace(reference, sign) } else { text }
        },
    )
}

/// Returns the length of a text without what was added to its end: signs and blanks, escaped or not, and parameters that
/// count clicks.
fn trimmed(text: &str) -> usize {
    let is_after = |c: char| c.is_whitespace() || c.is_control() || is_unseen(c) || AFTER.contains(c);
    let is_escaped =
        |last: &str| percent_decode_str(last).decode_utf8().is_ok_and(|signs| signs.chars().all(is_after));
    let mut text = text;
    loop {
        text = text.trim_end_matches(is_after);
        // A character of one to three bytes, each as `%` and two digits.
        let mut escaped =
            [3, 6, 9].into_iter().filter_map(|len| text.split_at_checked(text.len().checked_sub(len)?));
        let added = escaped.find(|(_, last)| is_escaped(last));
        let tracking = || {
            text.rsplit_once(['&', '?'])
                .filter(|(_, last)| is_tracking(last.split('=').next().unwrap_or_default()))
        };
        match added.or_else(tracking) {
            Some((before, _)) => text = before,
            None => return text.len(),
        }
    }
}
