//! Components: view models in, callbacks out, no context look-ups.

mod choice_menu;
mod drawer;
mod evidence_button;
mod failure;
mod filter_bar;
mod frame;
mod menu;
mod pager;
mod pinned_highlight;
mod search;
mod segmented;
mod state_menu;

pub use choice_menu::ChoiceMenu;
pub use cisconf_markup::{evidence_button, evidence_grid_button};
pub use drawer::Drawer;
pub use evidence_button::EvidenceButton;
pub use failure::Failure;
pub use filter_bar::FilterBarView;
pub use frame::{Footer, Header, Notice, Room};
pub use menu::menu;
pub use pager::pagers;
pub use pinned_highlight::PinnedHighlight;
pub use search::{OnSearch, write_also, write_marked};
pub use segmented::{Segment, Segmented};
pub use state_menu::{StateMenu, write_option};
