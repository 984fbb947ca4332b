//! Pages of a subject: a state, an instrument, a theme, a population or a body.

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
