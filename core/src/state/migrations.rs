//! Migrations of links from earlier releases.
//!
//! They run before a link is decoded, so that views, tabs and parameters can be renamed without
//! breaking saved links. A rule rewrites names, not states. Every link that a test has ever had is
//! a fixture (`core/tests/fixtures/links-history.tsv`), so a change of meaning without a rule
//! fails.

/// A link as names and values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct RawLink {
    /// Name of the view; may be empty, as the overview has none in links.
    pub view: String,
    /// Names and values of its parameters, in the order of the link.
    pub params: Vec<(String, String)>,
}

/// A rule that rewrites links of earlier releases.
pub(super) struct Migration {
    /// Day of the first release that writes the new form.
    #[cfg(test)]
    pub since: &'static str,
    /// Reason of the change.
    #[cfg(test)]
    pub reason: &'static str,
    /// Rewrites an old link; leaves any other link unchanged.
    pub apply: fn(&mut RawLink),
}

/// Declares a rule. The day and the reason are compiled only into tests.
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
    migration!(
        "2026-11-29",
        "Findings were in the order of the report: a page after the first is one of that order.",
        |link| {
            let has = |name: &str| link.params.iter().any(|(given, _)| given == name);
            if link.view == "findings" && has("page") && !has("listby") {
                link.params.push(("listby".to_owned(), "report".to_owned()));
            }
        }
    ),
    migration!(
        "2026-11-29",
        "Assistance is a table beside the network of agreements, no layer of it: both always show.",
        |link| {
            let is_layer = |value: &str| {
                ["agreements", "assistance"].iter().any(|layer| value.eq_ignore_ascii_case(layer))
            };
            link.params.retain(|(name, value)| name != "layer" || !is_layer(value));
        }
    ),
    migration!("2026-11-29", "Similarity of treaty records was called likeness.", |link| {
        let old = |name: &str, value: &str| name == "sort" && value.eq_ignore_ascii_case("likeness");
        for (_, value) in link.params.iter_mut().filter(|(name, value)| old(name, value)) {
            "similarity".clone_into(value);
        }
    }),
];

/// Applies every rule to a link.
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
    fn an_old_page_of_the_findings_keeps_its_order() {
        let link = |params: &[(&str, &str)]| RawLink {
            view: "findings".to_owned(),
            params: params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        };
        for (old, new) in [
            (&[("page", "3")][..], &[("page", "3"), ("listby", "report")][..]),
            (&[("page", "3"), ("listby", "conclusions")], &[("page", "3"), ("listby", "conclusions")]),
            (&[], &[]),
        ] {
            let mut migrated = link(old);
            migrate(&mut migrated);
            assert_eq!(migrated, link(new));
        }
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
