//! Compares the chunks that `public/boot.js` asks for early with the route table.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed test may stop")]

use std::path::Path;

use cisconf_core::state::{Route, Tab, View};

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// Returns the entry point of the chunk of a route in `src/routes/table.rs`; `None` if bundled.
fn chunk(table: &str, route: Route) -> Option<&str> {
    let row = format!("{route:?} => ");
    let mut entry = None;
    for line in table.lines().map(str::trim) {
        if let Some((_, call)) = line.split_once(" = ").filter(|_| line.ends_with('{') && line.contains('('))
        {
            entry = call.split('(').next();
        }
        if line.starts_with(&row) && line.ends_with("Page,") {
            return entry;
        }
    }
    panic!("{route:?} is not in the table");
}

/// Returns the chunk that `public/boot.js` names for a view.
fn early<'a>(boot: &'a str, view: &str) -> Option<&'a str> {
    let list = boot.split("const CHUNKS = {").nth(1).unwrap().split('}').next().unwrap();
    list.split(',').find_map(|row| {
        let (name, chunk) = row.split_once(':')?;
        (name.trim() == view).then(|| chunk.trim().trim_matches('"'))
    })
}

#[test]
fn every_view_asks_for_its_chunk_while_the_program_loads() {
    let (table, boot) = (read("src/routes/table.rs"), read("public/boot.js"));
    let rows = table.split("bundled {").nth(2).unwrap();
    for view in View::ALL {
        for tab in view.tabs() {
            let route = Route::of(*view, *tab);
            let asked = match tab {
                Tab::Timeline | Tab::Figures => Some("records"),
                _ => early(&boot, view.url()),
            };
            assert_eq!(asked, chunk(rows, route), "{route:?}");
        }
    }
    assert!(boot.contains(r#"["figures", "timeline"].includes(tab) ? "records""#));
}
