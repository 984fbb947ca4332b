//! Method: likeness of treaty record pair by pair, the dendrogram, two groupings side by side. What is counted in slices is
//! apart, in `splits`.

use super::beside::{BesideView, beside};
use super::dendrogram::{Dendrogram, dendrogram};
use super::lens::scheme_label;
use super::likeness::{LikenessMap, map};
use super::order::{self, OrderMenu};
use super::{Asked, Open};
use crate::analysis::measures::{Grouping, Records};
use crate::model::*;
use crate::state::{Evidence, Order};
use crate::text::Key;

shown! {
    /// The view but for what is counted.
    Method {
        /// Heading.
        title: String,
        /// What is shown, in sentences fit for minutes.
        sentences: Vec<String>,
        /// What the report itself doubts; stands above the figures.
        doubts: Vec<MethodDoubt>,
        /// The order of states.
        order: OrderMenu,
        /// Pair by pair.
        map: LikenessMap,
        /// States joined step by step.
        tree: Dendrogram,
        /// Two groupings side by side.
        beside: BesideView,
    }
    /// A doubt of the report.
    MethodDoubt {
        /// In our words.
        text: String,
        /// Pages.
        pages: String,
        /// Evidence.
        open: Open,
    }
}

/// The doubts of sub-regional groups that the report itself has.
const DOUBTS: &str = "grouping-doubts";

/// The view of a state.
pub fn method(asked: Asked) -> Method {
    let say = asked.say();
    Method {
        title: say.t(Key::MethodTitle),
        sentences: sentences(asked),
        doubts: doubts(asked),
        order: order::menu(asked, &[Order::Name, Order::Likeness]),
        map: map(asked),
        tree: dendrogram(asked),
        beside: beside(asked),
    }
}

fn sentences(asked: Asked) -> Vec<String> {
    let (say, ds) = (asked.say(), asked.ds);
    let records = Records::of(ds, asked.as_of());
    let all = say.f(Key::MethodAll, &[("mean", &say.mean(records.within(ds.all_states()).mean))]);
    let grouped = asked.scheme().map(|scheme| {
        let groups: Vec<_> = scheme.groups.iter().map(|group| group.states).collect();
        let grouping = Grouping { groups: &groups, exclusive: scheme.exclusive };
        let (inside, across) = records.inside_and_across(grouping);
        let (inside, across) = (say.mean(inside.mean), say.mean(across.mean));
        let name = scheme_label(asked, scheme);
        say.f(Key::MethodGrouped, &[("name", &name), ("inside", &inside), ("across", &across)])
    });
    let ordered = order::sentence(asked).filter(|_| asked.state.order == Order::Likeness);
    let merit = say.t(Key::MethodNotMerit);
    grouped.into_iter().chain([all, merit]).chain(ordered).collect()
}

fn doubts(asked: Asked) -> Vec<MethodDoubt> {
    let (say, ds) = (asked.say(), asked.ds);
    let doubt = |id: CaveatId| {
        let caveat = ds.caveat(id);
        MethodDoubt {
            text: say.text(&caveat.text),
            pages: say.page_list(&caveat.sources),
            open: asked.open(Evidence::Caveat(id)),
        }
    };
    Dataset::find::<_, CaveatId>(&ds.caveats, |caveat| &caveat.key, DOUBTS).into_iter().map(doubt).collect()
}
