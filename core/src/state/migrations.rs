//! Links of earlier releases. A link is read after these rules have rewritten it, so that a view, tab
//! or parameter can move without any link that somebody keeps losing its meaning.
//!
//! A rule changes a link into a link: it knows names, not states. Every link that a test ever had is a
//! fixture (`core/tests/fixtures/links-history.tsv`), so a change of meaning without a rule fails.

/// A link as names and values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct RawLink {
    /// Name of the view; empty for the overview.
    pub view: String,
    /// Names and values of its parameters, in the order of the link.
    pub params: Vec<(String, String)>,
}

/// A change of links.
pub(super) struct Migration {
    /// Day of the first release that writes links in the new way.
    #[cfg(test)]
    pub since: &'static str,
    /// Why the links changed.
    #[cfg(test)]
    pub reason: &'static str,
    /// Rewrites a link of an earlier release; leaves any other link alone.
    pub apply: fn(&mut RawLink),
}

/// Declares a rule; its day and reason are for readers and tests.
macro_rules! migration {
    ($since:literal, $reason:literal, $apply:expr) => {
        Migration {
            #[cfg(test)]
            since: $since,
            #[cfg(test)]
            reason: $reason,
            apply: $apply,
        }
    };
}

/// The rules, the oldest first.
pub(super) const MIGRATIONS: &[Migration] = &[
    migration!(
        "2026-11-23",
        "The overview has no name in links; links written by hand give it one.",
        |link| {
            if link.view == "overview" {
                link.view.clear();
            }
        }
    ),
    migration!(
        "2026-11-28",
        "Assistive technology follows the skip link to `#main`, which is no view.",
        |link| {
            if link.view == "main" {
                link.view.clear();
            }
        }
    ),
];

/// Rewrites a link by every rule.
pub(super) fn migrate(link: &mut RawLink) {
    MIGRATIONS.iter().for_each(|migration| (migration.apply)(link));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::{MIGRATIONS, RawLink, migrate};
    use crate::model::Day;

    #[test]
    fn rules_are_dated_in_order_and_give_a_reason() {
        let days: Vec<_> = MIGRATIONS.iter().map(|rule| Day::parse(rule.since).unwrap()).collect();
        assert!(days.is_sorted());
        assert!(MIGRATIONS.iter().all(|rule| rule.reason.ends_with('.')));
    }

    #[test]
    fn a_rule_changes_old_links_once_and_leaves_others_alone() {
        let link =
            |view: &str| RawLink { view: view.to_owned(), params: vec![("s".to_owned(), "ARM".to_owned())] };
        for (old, new) in [("overview", ""), ("main", ""), ("", ""), ("instruments", "instruments")] {
            let mut migrated = link(old);
            migrate(&mut migrated);
            assert_eq!(migrated, link(new));
            migrate(&mut migrated);
            assert_eq!(migrated, link(new));
        }
    }
}
