//! Pages of one subject: a state, an instrument, a theme, a population, a body.

mod about;
mod body;
mod concerned;
mod findings;
mod instrument;
mod model;
mod pieces;
mod population;
mod state;
mod theme;
mod view;

pub use model::{LineGroup, StatePage, StateSection};
pub use view::state_page;
