//! Pages of a subject: a state, an instrument, a theme, a population or a body.

mod about;
mod answer;
mod body;
mod concerned;
mod findings;
mod instrument;
mod model;
mod pieces;
mod population;
mod state;
mod theme;
mod theme_answer;
mod view;

pub use model::{FirstLines, StateAnswer, StateCount, StatePage, StateSection, TreatyMark};
pub use view::state_page;
