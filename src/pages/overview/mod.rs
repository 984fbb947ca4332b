//! The pages of the overview: summary, timeline and figures.

mod figures;
mod summary;
mod timeline;

pub use figures::FiguresPage;
pub use summary::OverviewPage;
pub use timeline::TimelinePage;
