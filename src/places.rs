//! What stands in the two places of the page, the main area and the drawer, while parts of the program are still to come:
//! what stood there before. A view that was opened stays in the page when it is left, hidden from everybody: whoever comes back
//! finds it laid out (decision 0006).

use cisconf_core::state::{Tab, View, ViewState};
use leptos::prelude::*;

use crate::components::Failure;
use crate::derived::Derived;
use crate::pages::{InstrumentsPage, OverviewPage};
use crate::parts::{Draw, Load, Need, Part, Parts};
use crate::session::Session;

/// A view, and which of its sides.
type Place = (View, Tab);

/// Where the code of a view is.
enum Home {
    /// In what every visit loads.
    First(Draw),
    /// In a part.
    In(Part),
}

/// Every view, and where its code is.
fn home(place: Place) -> Home {
    match place {
        (View::Overview, Tab::Figures) => Home::In(Part::Records),
        (View::Overview, _) => Home::First(|_| view! { <OverviewPage /> }.into_any()),
        (View::Instruments, _) => Home::First(|_| view! { <InstrumentsPage /> }.into_any()),
        (View::Agreements | View::Groupings, _) => Home::In(Part::Regions),
        (View::Findings, _) => Home::In(Part::Findings),
        (View::State | View::About | View::Compare | View::Data, _) => Home::In(Part::Records),
    }
}

/// Returns the number of places. No state has another one.
pub fn places() -> usize {
    View::ALL.iter().map(|view| view.tabs().len()).sum()
}

/// What stands in a place.
#[derive(Clone, Copy, PartialEq)]
pub struct Standing {
    what: What,
    place: Option<Place>,
}

#[derive(Clone, Copy)]
enum What {
    Nothing,
    Drawn(Draw),
    Failed(Part),
}

/// What is drawn in the same place is the same.
impl PartialEq for What {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

const EMPTY: Standing = Standing { what: What::Nothing, place: None };

impl Standing {
    /// Whether nothing stands there.
    pub fn is_empty(self) -> bool {
        matches!(self.what, What::Nothing)
    }
    /// Whether it says that a part could not be loaded.
    pub fn has_failed(self) -> bool {
        matches!(self.what, What::Failed(_))
    }

    /// Whether it still stands for something else.
    pub fn is_late(self, session: Session) -> bool {
        self.place != Some(session.part(place).get())
    }
}

fn place(state: &ViewState) -> Place {
    (state.view, state.tab)
}

/// The parts that a state needs.
pub fn needed(state: &ViewState) -> [Option<Part>; 2] {
    let view = match home(place(state)) {
        Home::In(part) => Some(part),
        Home::First(_) => None,
    };
    [view, state.open.map(|_| Part::Evidence)]
}

fn of(parts: Parts, part: Part) -> Option<What> {
    match parts.of(part) {
        Load::Here(draw) => Some(What::Drawn(draw)),
        Load::Failed => Some(What::Failed(part)),
        Load::Away | Load::Coming => None,
    }
}

/// The view in the main area.
pub fn main_area(session: Session, parts: Parts) -> Derived<Standing> {
    let place = session.part(place);
    late(move || {
        let place = place.get();
        let what = match home(place) {
            Home::First(draw) => Some(What::Drawn(draw)),
            Home::In(part) => of(parts, part),
        };
        what.map(|what| Standing { what, place: Some(place) })
    })
}

/// The drawer; there, too, while it is closed.
pub fn drawer(session: Session, parts: Parts) -> Derived<Standing> {
    let is_open = session.part(|s| s.open.is_some());
    late(move || match of(parts, Part::Evidence) {
        Some(What::Failed(_)) if !is_open.get() => Some(EMPTY),
        what => what.map(|what| Standing { what, place: None }),
    })
}

/// What stands there next, or still what stood there before.
fn late(next: impl Fn() -> Option<Standing> + Copy + Send + Sync + 'static) -> Derived<Standing> {
    Derived::resting(move || next().is_none(), move || next().unwrap_or(EMPTY))
}

/// The views that were opened, by when they first were.
pub fn opened(main: Derived<Standing>) -> Derived<Vec<Standing>> {
    let all = StoredValue::new(Vec::new());
    Derived::new(move || {
        let now = main.get();
        let is_new = |all: &Vec<Standing>| all.iter().all(|standing| standing.place != now.place);
        if matches!(now.what, What::Drawn(_)) && all.with_value(is_new) {
            all.update_value(|all| all.push(now));
        }
        all.get_value()
    })
}

/// Draws what stands in a place.
pub fn draw(standing: Standing, session: Session, parts: Parts) -> AnyView {
    match standing.what {
        What::Nothing => ().into_any(),
        What::Drawn(draw) => draw(session),
        What::Failed(part) => {
            let t = Callback::new(move |key| session.t(key));
            let on_retry = Callback::new(move |()| parts.fetch(part, Need::Now));
            let on_reload = Callback::new(move |()| session.reload());
            let on_close = (part == Part::Evidence).then(|| Callback::new(move |()| session.close()));
            view! { <Failure t on_retry on_reload on_close /> }.into_any()
        }
    }
}
