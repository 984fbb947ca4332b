//! Pages of one subject: a state, an instrument, a theme, a population, a body.

pub(in crate::view) mod about;
pub(in crate::view) mod findings;
pub(in crate::view) mod state;

pub use state::{LineGroup, StatePage, StateSection, state_page};
