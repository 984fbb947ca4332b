//! View-model parts that several screens share.

pub(super) mod agreement_row;
pub(super) mod column_words;
pub(super) mod finding_lines;
pub(super) mod lines;
pub(super) mod pager;
pub(super) mod part_of_group;
pub(super) mod provenance;
pub(super) mod scale;
pub(super) mod state_lines;
pub(super) mod state_menu;
pub(super) mod state_order;
pub(super) mod state_parts;
pub(super) mod view_name;

pub use agreement_row::AgreementRow;
pub use lines::{Line, LineGroup};
pub use pager::{Pager, PagerLink};
pub use scale::Tick;
pub use state_menu::StateOption;
pub use state_order::{OrderMenu, OrderOption};
pub use view_name::{title, view_name};
