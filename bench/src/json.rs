//! Incremental JSON reader that borrows from the text.
//!
//! The text may end anywhere; the caller then provides more.

/// Reason why reading stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The text ends before the value is complete.
    More,
    /// Invalid JSON at this byte, or not the expected shape.
    Bad(usize),
}

type Read<T> = Result<T, Stop>;

/// A reader over UTF-8 text.
#[derive(Clone, Copy, Debug)]
pub struct RecordReader<'t> {
    text: &'t [u8],
    /// Position of the next byte.
    pub at: usize,
}

impl<'t> RecordReader<'t> {
    /// Starts at a byte of a text.
    #[must_use]
    pub fn new(text: &'t [u8], at: usize) -> Self {
        Self { text, at }
    }

    fn bad<T>(&self) -> Read<T> {
        Err(Stop::Bad(self.at))
    }

    /// Returns the next byte that is not white space, without consuming it.
    ///
    /// # Errors
    /// If the text ends.
    #[inline]
    pub fn peek(&mut self) -> Read<u8> {
        while let Some(byte) = self.text.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Ok(*byte);
            }
            self.at += 1;
        }
        Err(Stop::More)
    }

    /// Consumes a byte, after white space.
    ///
    /// # Errors
    /// If the next byte is another one.
    #[inline]
    pub fn expect(&mut self, byte: u8) -> Read<()> {
        if self.peek()? == byte {
            self.at += 1;
            return Ok(());
        }
        self.bad()
    }

    /// Consumes the separator after an element; returns whether it is a comma, not the end.
    ///
    /// # Errors
    /// If it is neither a comma nor the end of the list or object.
    #[inline]
    pub fn goes_on(&mut self, end: u8) -> Read<bool> {
        let byte = self.peek()?;
        if byte != b',' && byte != end {
            return self.bad();
        }
        self.at += 1;
        Ok(byte == b',')
    }

    /// Reads a string: borrowed from the text, or unescaped into `scratch`.
    ///
    /// # Errors
    /// If the next value is not a string.
    #[inline]
    pub fn string<'s>(&mut self, scratch: &'s mut Vec<u8>) -> Read<&'s [u8]>
    where
        't: 's,
    {
        self.expect(b'"')?;
        let start = self.at;
        self.find_special();
        match self.text.get(self.at) {
            None => Err(Stop::More),
            Some(b'"') => {
                self.at += 1;
                Ok(&self.text[start..self.at - 1])
            }
            Some(b'\\') => {
                scratch.clear();
                scratch.extend_from_slice(&self.text[start..self.at]);
                self.escaped(scratch)?;
                Ok(scratch)
            }
            Some(_) => self.bad(),
        }
    }

    /// Advances to the next quote, backslash or control character.
    #[inline]
    fn find_special(&mut self) {
        let special = |byte: u8| (byte == b'"') | (byte == b'\\') | (byte < 0x20);
        while let Some(block) = self.text.get(self.at..).and_then(<[u8]>::first_chunk::<16>) {
            if block.iter().fold(false, |any, byte| any | special(*byte)) {
                break;
            }
            self.at += 16;
        }
        while self.text.get(self.at).is_some_and(|byte| !special(*byte)) {
            self.at += 1;
        }
    }

    /// Reads the rest of a string from its first escape on.
    fn escaped(&mut self, to: &mut Vec<u8>) -> Read<()> {
        loop {
            let start = self.at;
            self.find_special();
            to.extend_from_slice(&self.text[start..self.at]);
            match *self.text.get(self.at).ok_or(Stop::More)? {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape(to)?,
                _ => return self.bad(),
            }
        }
    }

    fn escape(&mut self, to: &mut Vec<u8>) -> Read<()> {
        let kind = *self.text.get(self.at + 1).ok_or(Stop::More)?;
        let byte = match kind {
            b'"' | b'\\' | b'/' => kind,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let first = self.hex(self.at + 2)?;
                self.at += 6;
                let mut code = first;
                if (0xd800..0xdc00).contains(&first) {
                    // The other half of a surrogate pair, if it follows; a lone half is invalid.
                    let rest = self.text.get(self.at..self.at + 2).ok_or(Stop::More)?;
                    if rest == b"\\u" {
                        let second = self.hex(self.at + 2)?;
                        if (0xdc00..0xe000).contains(&second) {
                            self.at += 6;
                            code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        }
                    }
                }
                let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                to.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                return Ok(());
            }
            _ => return self.bad(),
        };
        to.push(byte);
        self.at += 2;
        Ok(())
    }

    fn hex(&self, at: usize) -> Read<u32> {
        let digits = self.text.get(at..at + 4).ok_or(Stop::More)?;
        digits.iter().try_fold(0, |code, digit| {
            char::from(*digit).to_digit(16).map(|digit| code << 4 | digit).ok_or(Stop::Bad(at))
        })
    }

    /// Reads a number, a Boolean or null, verbatim.
    ///
    /// It must be followed by another byte.
    ///
    /// # Errors
    /// If the next value is of another kind.
    pub fn scalar(&mut self) -> Read<&'t [u8]> {
        self.peek()?;
        let start = self.at;
        let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        while self.text.get(self.at).is_some_and(part) {
            self.at += 1;
        }
        if self.at == self.text.len() {
            return Err(Stop::More);
        }
        let text = &self.text[start..self.at];
        let known = matches!(text, b"null" | b"true" | b"false");
        if known || number(text).is_some() { Ok(text) } else { Err(Stop::Bad(start)) }
    }

    /// Skips any value.
    ///
    /// # Errors
    /// If there is no value.
    pub fn skip(&mut self, scratch: &mut Vec<u8>) -> Read<()> {
        // Expected closing brackets; iterative, so that depth needs no stack.
        let mut open = Vec::new();
        loop {
            match self.peek()? {
                b'"' => self.string(scratch).map(|_| ())?,
                bracket @ (b'{' | b'[') => {
                    self.at += 1;
                    let end = bracket + 2;
                    if self.peek()? == end {
                        self.at += 1;
                    } else {
                        open.push(end);
                        self.key(end, scratch)?;
                        continue;
                    }
                }
                _ => self.scalar().map(|_| ())?,
            }
            loop {
                let Some(end) = open.last().copied() else { return Ok(()) };
                if self.goes_on(end)? {
                    self.key(end, scratch)?;
                    break;
                }
                open.pop();
            }
        }
    }

    fn key(&mut self, end: u8, scratch: &mut Vec<u8>) -> Read<()> {
        if end == b'}' {
            self.string(scratch)?;
            self.expect(b':')?;
        }
        Ok(())
    }
}

/// Parses a number as JSON defines it.
#[must_use]
pub fn number(text: &[u8]) -> Option<f64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let fits = match digits {
        [b'0', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_digit),
        [first, ..] => first.is_ascii_digit(),
        [] => false,
    };
    let plain =
        digits.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'-' | b'+'));
    let point = digits.iter().position(|byte| *byte == b'.');
    let pointed = point.is_none_or(|at| digits.get(at + 1).is_some_and(u8::is_ascii_digit));
    (fits && plain && pointed).then(|| std::str::from_utf8(text).ok()?.parse().ok())?
}
