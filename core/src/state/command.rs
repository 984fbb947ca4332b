//! Commands of the page's buttons.
//!
//! A button carries the name of its command in an attribute; the page handles them with one
//! delegated event listener.

use super::{CellStyle, RowFilter, Tab};
use crate::model::StateSet;
use crate::query::{FACETS, FacetKey};

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command<'a> {
    /// `open:cell:GEO:CSR51`: opens evidence by its name in a link.
    Open(&'a str),
    /// `close`: closes the evidence.
    Close,
    /// `tab:method`: shows a tab of the view.
    Tab(Tab),
    /// `cells:words`: shows cells as marks or words.
    Cells(CellStyle),
    /// `rows:differ`: filters the rows of the comparison.
    Rows(RowFilter),
    /// `report-table`: returns from a date to the report's table.
    ReportTable,
    /// `filter:kind.2`: adds or removes a value of a facet, by its index.
    Filter(FacetKey, usize),
    /// `filter-off:kind`: removes all values of a facet.
    FilterOff(FacetKey),
    /// `states:7`: adds or removes states, given as bits.
    States(StateSet),
    /// `go:#/states?if=nine:9`: goes to a link, as toggles of long lists carry it.
    Go(&'a str),
    /// `show:list`: scrolls to a section of the page and focuses it.
    Show(&'a str),
    /// `file:collection:findings`: creates a file and downloads it.
    File(&'a str),
    /// `query:ru`: copies a note on the open evidence in a language.
    CopyNote(&'a str),
    /// `deck:add`: changes or presents the deck, by a command of the deck.
    Deck(&'a str),
    /// `present`: enters or leaves the projector theme.
    Present,
    /// `ask`: opens the panel of questions.
    Ask,
    /// `copy-link`: copies the URL of the page.
    CopyLink,
    /// `copy-embed`: copies the HTML that shows the view in a frame of another page.
    CopyEmbed,
    /// `print`: opens the browser's print dialogue.
    Print,
    /// `reload`: reloads the page.
    Reload,
    /// `dismiss`: dismisses the errors of the link.
    Dismiss,
    /// Any other name: a [`super::GroupingCommand`], if it is valid.
    Grouping(&'a str),
}

impl<'a> Command<'a> {
    /// Parses a name.
    ///
    /// Total: an unknown name is a command without effect.
    pub fn parse(name: &'a str) -> Self {
        let (kind, rest) = name.split_once(':').unwrap_or((name, ""));
        let found = match kind {
            "open" => Some(Self::Open(rest)),
            "tab" => Tab::from_url(rest).map(Self::Tab),
            "cells" => CellStyle::from_url(rest).map(Self::Cells),
            "rows" => RowFilter::from_url(rest).map(Self::Rows),
            "filter" => filter(rest).map(|(facet, value)| Self::Filter(facet, value)),
            "filter-off" => facet(rest).map(Self::FilterOff),
            "states" => rest.parse().ok().map(|bits| Self::States(StateSet(bits))),
            "go" => Some(Self::Go(rest)),
            "show" => Some(Self::Show(rest)),
            "file" => Some(Self::File(rest)),
            "query" => Some(Self::CopyNote(rest)),
            "deck" => Some(Self::Deck(rest)),
            _ => Self::PLAIN.iter().find(|(_, plain)| *plain == name).map(|(command, _)| *command),
        };
        found.unwrap_or(Self::Grouping(name))
    }

    /// Returns the name that a button carries.
    pub fn name(self) -> String {
        let (kind, rest) = match self {
            Self::Filter(facet, value) => return format!("filter:{}.{value}", facet.facet().url),
            Self::FilterOff(facet) => ("filter-off:", facet.facet().url),
            Self::States(states) => return format!("states:{}", states.0),
            Self::Open(key) => ("open:", key),
            Self::Tab(tab) => ("tab:", tab.url()),
            Self::Cells(style) => ("cells:", style.url()),
            Self::Rows(rows) => ("rows:", rows.url()),
            Self::Go(link) => ("go:", link),
            Self::Show(id) => ("show:", id),
            Self::File(name) => ("file:", name),
            Self::CopyNote(lang) => ("query:", lang),
            Self::Deck(name) => ("deck:", name),
            Self::Grouping(name) => ("", name),
            plain => {
                ("", Self::PLAIN.iter().find(|(other, _)| *other == plain).map_or("", |(_, name)| *name))
            }
        };
        [kind, rest].concat()
    }

    /// Commands without an argument.
    const PLAIN: &'static [(Command<'static>, &'static str)] = &[
        (Command::Close, "close"),
        (Command::ReportTable, "report-table"),
        (Command::Present, "present"),
        (Command::Ask, "ask"),
        (Command::CopyLink, "copy-link"),
        (Command::CopyEmbed, "copy-embed"),
        (Command::Print, "print"),
        (Command::Reload, "reload"),
        (Command::Dismiss, "dismiss"),
    ];
}

fn facet(url: &str) -> Option<FacetKey> {
    FACETS.iter().find(|facet| facet.url == url).map(|facet| facet.key)
}

fn filter(text: &str) -> Option<(FacetKey, usize)> {
    let (url, value) = text.split_once('.')?;
    Some((facet(url)?, value.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::Command::{self, *};
    use super::{CellStyle, FACETS, RowFilter, StateSet, Tab};

    #[test]
    fn what_is_written_is_read() {
        let mut all = vec![
            Open("cell:GEO:CSR51"),
            Show("list"),
            Go("#/states?if=nine:9"),
            File("collection:findings"),
            CopyNote("ru"),
            Deck("up:2"),
            Grouping("undo"),
        ];
        all.extend(Tab::ALL.iter().map(|tab| Tab(*tab)));
        all.extend(CellStyle::ALL.iter().map(|style| Cells(*style)));
        all.extend(RowFilter::ALL.iter().map(|rows| Rows(*rows)));
        all.extend(FACETS.iter().flat_map(|facet| [Filter(facet.key, 3), FilterOff(facet.key)]));
        all.push(States(StateSet(0b1010)));
        all.extend(Command::PLAIN.iter().map(|(command, _)| *command));
        for command in all {
            assert_eq!(Command::parse(&command.name()), command, "{}", command.name());
        }
    }

    #[test]
    fn names_are_read_as_they_stand_in_the_page() {
        for (name, command) in [
            ("open:cell:GEO:CSR51", Open("cell:GEO:CSR51")),
            ("close", Close),
            ("tab:method", Tab(Tab::Method)),
            ("file:collection:findings", File("collection:findings")),
            ("move:GEO:2", Grouping("move:GEO:2")),
            ("undo", Grouping("undo")),
        ] {
            assert_eq!(Command::parse(name), command);
        }
    }

    #[test]
    fn any_text_is_a_command() {
        for name in ["", ":", "open", "close:1", "tab:nowhere", "cells:", "no command", "é:é"] {
            let command = Command::parse(name);
            assert_eq!(Command::parse(&command.name()), command, "{name}");
        }
        assert_eq!(Command::parse("tab:nowhere"), Grouping("tab:nowhere"));
        assert_eq!(Command::parse("close:1"), Grouping("close:1"));
    }
}
