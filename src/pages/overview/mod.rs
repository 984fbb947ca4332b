//! The pages of the overview: summary and figures.

mod figures;
mod summary;

pub use figures::FiguresPage;
pub use summary::OverviewPage;
