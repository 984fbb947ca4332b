//! Source, date of knowledge and versions, as the footer and copied notes give them.

use crate::DATA_VERSION;
use crate::model::Date;
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the report, its date and the date of knowledge.
pub fn source_line(cx: ViewContext) -> String {
    let (fmt, report) = (cx.formatter(), &cx.ds.meta.report);
    let date = Date::parse(&report.date).map_or_else(|| report.date.clone(), |date| fmt.date(date));
    fmt.format(Key::Footer, &[("date", &date)])
}

/// Returns the versions of data and program. `program` is the program's version and build.
pub fn versions(cx: ViewContext, program: &str) -> String {
    cx.formatter().format(Key::Versions, &[("data", DATA_VERSION), ("program", program)])
}
