//! Name of a group of which the filter leaves only some members.

use crate::model::StateSet;
use crate::text::Key;
use crate::view::words::format::Formatter;

/// Returns the name of a group, with "k of m" if only some of its members are shown.
pub(crate) fn part_of_group(fmt: Formatter, name: &str, shown: StateSet, all: StateSet) -> String {
    if shown == all {
        return name.to_owned();
    }
    let (k, m) = (fmt.number(shown.len()), fmt.number(all.len()));
    fmt.format(Key::PartOfGroup, &[("name", name), ("k", &k), ("m", &m)])
}
