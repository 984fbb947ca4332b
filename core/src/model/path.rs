//! Paths in a bundle: linked steps from the root, formatted only when there is a problem to report.

use std::fmt;

/// A path in a JSON tree, displayed as `$.agreements[3].parties[0]`.
///
/// It is a linked list on the stack, so a step allocates nothing.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    step: Step<'a>,
    from: Option<&'a Path<'a>>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Item(usize),
    Element(&'a str, usize),
}

impl Path<'_> {
    /// The root, `$`.
    pub const ROOT: Path<'static> = Path { step: Step::Root, from: None };

    /// Appends a field of the value at this path.
    pub fn field<'b>(&'b self, name: &'b str) -> Path<'b> {
        Path { step: Step::Field(name), from: Some(self) }
    }

    /// Appends an element of the list in a field of the value at this path.
    pub fn element<'b>(&'b self, name: &'b str, i: usize) -> Path<'b> {
        Path { step: Step::Element(name, i), from: Some(self) }
    }

    /// Appends an element of the list at this path.
    pub fn item(&self, i: usize) -> Path<'_> {
        Path { step: Step::Item(i), from: Some(self) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(from) = self.from {
            fmt::Display::fmt(from, f)?;
        }
        match self.step {
            Step::Root => f.write_str("$"),
            Step::Field(name) => write!(f, ".{name}"),
            Step::Item(i) => write!(f, "[{i}]"),
            Step::Element(name, i) => write!(f, ".{name}[{i}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn is_written_from_the_root() {
        let list = Path::ROOT.field("agreements");
        assert_eq!(list.item(3).element("parties", 0).to_string(), "$.agreements[3].parties[0]");
        assert_eq!(Path::ROOT.to_string(), "$");
    }
}
