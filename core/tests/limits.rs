//! What limits a statement stands beside it: the report's doubts about sub-regions.
#![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

use std::sync::LazyLock;

use cisconf_core::model::Dataset;
use cisconf_core::query::Index;
use cisconf_core::state::{Tab, decode};
use cisconf_core::view::{self, Asked};

static DS: LazyLock<Dataset> = LazyLock::new(|| cisconf_core::embedded().unwrap());
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&DS));

#[test]
fn the_reports_doubts_stand_above_sub_regions_alone() {
    let doubted = |link: &str| {
        let decoded = decode(link, &DS);
        let asked = Asked { ds: &DS, index: &INDEX, state: &decoded.state };
        let method = decoded.state.tab == Tab::Method;
        let doubts = if method { view::method(asked).doubts } else { view::groups(asked).doubts };
        assert_eq!(doubts.lines.is_empty(), doubts.findings.is_empty(), "{link}");
        (!doubts.lines.is_empty(), !doubts.noted.is_empty())
    };
    for tab in ["", "&tab=method"] {
        for (query, wanted) in [
            ("", (true, false)),
            ("&g=ukraine", (true, true)),
            ("&g=central-asia", (true, true)),
            ("&g=southern-caucasus", (true, true)),
            ("&g=own&own=Mine.A:ARMAZE.B:GEO", (true, false)),
            ("&g=central-body", (false, true)),
            ("&g=refugee-instruments", (false, true)),
        ] {
            assert_eq!(doubted(&format!("#/groupings?v=1{tab}{query}")), wanted, "{tab} {query}");
        }
    }
    // A sub-regional grouping beside one that is none.
    assert!(doubted("#/groupings?v=1&tab=method&g=central-body&beside=ukraine").0);
}
