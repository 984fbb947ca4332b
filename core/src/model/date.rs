//! Dates at the precision of their source: the part of EDTF (ISO 8601-2) that the dataset uses.
#![allow(missing_docs, reason = "fields and variants are named after the parts of a date")]

/// A calendar day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Day {
    /// Returns the day, or `None` if the calendar has no such day.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            2 => 28 + leap as u8,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if day >= 1 && day <= last { Some(Self { year, month, day }) } else { None }
    }

    /// Parses `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        match Date::parse(text)? {
            Date::Day(day) => Some(day),
            _ => None,
        }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as precise as its source.
///
/// Seasons follow EDTF: 21 spring, 22 summer, 23 autumn, 24 winter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    Year(u16),
    /// Year and month.
    Month(u16, u8),
    /// Year and season, 21 to 24.
    Season(u16, u8),
    Day(Day),
    /// First and last date, both inclusive; `None` is an open end.
    Interval(Option<Simple>, Option<Simple>),
}

/// End of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Simple {
    Year(u16),
    /// Year and month.
    Month(u16, u8),
    Day(Day),
}

impl Date {
    /// Parses EDTF; returns `None` for anything that is not one of the variants.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((from, to)) = text.split_once('/') {
            let end = |t: &str| match t {
                ".." => Some(None),
                t => match Self::parse_plain(t)? {
                    Self::Year(y) => Some(Some(Simple::Year(y))),
                    Self::Month(y, m) => Some(Some(Simple::Month(y, m))),
                    Self::Day(d) => Some(Some(Simple::Day(d))),
                    _ => None,
                },
            };
            let (from, to) = (end(from)?, end(to)?);
            return (from.is_some() || to.is_some()).then_some(Self::Interval(from, to));
        }
        Self::parse_plain(text)
    }

    fn parse_plain(text: &str) -> Option<Self> {
        let digits = |t: &str, n: usize| {
            (t.len() == n && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.parse::<u16>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let Some(second) = parts.next() else { return Some(Self::Year(year)) };
        let second = u8::try_from(digits(second, 2)?).ok()?;
        let date = match (second, parts.next()) {
            (21..=24, None) => Self::Season(year, second),
            (1..=12, None) => Self::Month(year, second),
            (_, Some(day)) => Self::Day(Day::new(year, second, u8::try_from(digits(day, 2)?).ok()?)?),
            _ => return None,
        };
        parts.next().is_none().then_some(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_that_the_dataset_uses() {
        assert_eq!(Date::parse("1997"), Some(Date::Year(1997)));
        assert_eq!(Date::parse("1999-12"), Some(Date::Month(1999, 12)));
        assert_eq!(Date::parse("2000-21"), Some(Date::Season(2000, 21)));
        assert_eq!(Date::parse("1998-09-04"), Day::new(1998, 9, 4).map(Date::Day));
        assert_eq!(
            Date::parse("1996-05-30/2000-12"),
            Some(Date::Interval(Day::new(1996, 5, 30).map(Simple::Day), Some(Simple::Month(2000, 12))))
        );
        assert_eq!(Date::parse("2001/.."), Some(Date::Interval(Some(Simple::Year(2001)), None)));
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "97",
            "1997-13",
            "1999-02-29",
            "1999-2-2",
            "1999-25",
            "../..",
            "1999-01-01-01",
            "٢٠٠٠",
            "1999/x",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2000-02-29").is_some() && Date::parse("1900-02-29").is_none());
    }
}
