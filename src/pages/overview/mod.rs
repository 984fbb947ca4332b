//! What the process was: a summary, and the report's figures.

mod figures;
mod summary;

pub use figures::FiguresPage;
pub use summary::OverviewPage;
