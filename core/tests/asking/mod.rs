//! The dataset with what questions are read by, and the open rows of the corpus.

use std::path::Path;
use std::sync::OnceLock;

use cisconf_core::ask::Asking;
use cisconf_core::author::questions::{AskedRow, Rows, ask_corpus};
use cisconf_core::model::Dataset;

pub fn shared() -> &'static (Dataset, Asking) {
    static SHARED: OnceLock<(Dataset, Asking)> = OnceLock::new();
    SHARED.get_or_init(|| {
        let ds = cisconf_core::embedded().unwrap();
        let asking = Asking::new(&ds);
        (ds, asking)
    })
}

pub fn corpus() -> Vec<AskedRow> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    ask_corpus(&shared().0, &folder, Rows::Open).unwrap()
}
