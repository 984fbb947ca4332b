//! Routes of the main area.

use super::{Tab, View, ViewState};

/// A view with one of its tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The summary of the overview.
    Overview,
    /// Events and treaty actions by year.
    Timeline,
    /// The figures of Appendix B.
    Figures,
    /// States by the columns that the reader chooses.
    States,
    /// Pairs of states, likewise.
    Pairs,
    /// States by instrument.
    Instruments,
    /// The list of findings.
    Findings,
    /// Findings by theme, kind and voice, with voices side by side.
    Perspectives,
    /// States or groups side by side.
    Compare,
    /// The groups of the active grouping.
    Groups,
    /// Positions on future cooperation.
    Positions,
    /// Similarity of treaty records.
    Method,
    /// The matrix of agreements.
    Agreements,
    /// The network of agreements with assistance, and assistance by provider and state.
    Network,
    /// Tables and caveats.
    Data,
    /// One state.
    State,
    /// One instrument, theme, population or body.
    About,
    /// The reader's deck.
    Deck,
    /// A brief for print on each state.
    Brief,
    /// A brief on several states together.
    BriefTogether,
}

impl Route {
    /// Every route.
    pub const ALL: &[Self] = &[
        Self::Overview,
        Self::Timeline,
        Self::Figures,
        Self::States,
        Self::Pairs,
        Self::Instruments,
        Self::Findings,
        Self::Perspectives,
        Self::Compare,
        Self::Groups,
        Self::Positions,
        Self::Method,
        Self::Agreements,
        Self::Network,
        Self::Data,
        Self::State,
        Self::About,
        Self::Deck,
        Self::Brief,
        Self::BriefTogether,
    ];

    /// Returns the route of a tab of a view; unknown tabs give the route of the first tab.
    pub fn of(view: View, tab: Tab) -> Self {
        match (view, tab) {
            (View::Overview, Tab::Timeline) => Self::Timeline,
            (View::Overview, Tab::Figures) => Self::Figures,
            (View::Overview, _) => Self::Overview,
            (View::States, Tab::Pairs) => Self::Pairs,
            (View::States, _) => Self::States,
            (View::Instruments, _) => Self::Instruments,
            (View::Findings, Tab::Perspectives) => Self::Perspectives,
            (View::Findings, _) => Self::Findings,
            (View::Compare, _) => Self::Compare,
            (View::Groupings, Tab::Positions) => Self::Positions,
            (View::Groupings, Tab::Method) => Self::Method,
            (View::Groupings, _) => Self::Groups,
            (View::Agreements, Tab::Network) => Self::Network,
            (View::Agreements, _) => Self::Agreements,
            (View::Data, _) => Self::Data,
            (View::State, _) => Self::State,
            (View::About, _) => Self::About,
            (View::Deck, _) => Self::Deck,
            (View::Brief, Tab::Together) => Self::BriefTogether,
            (View::Brief, _) => Self::Brief,
        }
    }
}

impl Route {
    /// Whether a link holds a choice of rows of this route ([`ViewState::picks`]).
    pub(super) fn has_picks(self) -> bool {
        matches!(self, Self::Timeline | Self::Figures | Self::Positions | Self::Brief | Self::BriefTogether)
    }
}

impl ViewState {
    /// Returns the route of this state.
    pub fn route(&self) -> Route {
        Route::of(self.view, self.tab)
    }
}

#[cfg(test)]
mod tests {
    use super::{Route, View};

    #[test]
    fn every_tab_of_every_view_has_a_route_of_its_own() {
        let tabs = View::ALL.iter().flat_map(|view| view.tabs().iter().map(|tab| Route::of(*view, *tab)));
        let mut routes: Vec<_> = tabs.map(|route| route as usize).collect();
        routes.sort_unstable();
        assert_eq!(routes, Route::ALL.iter().map(|route| *route as usize).collect::<Vec<_>>());
    }
}
