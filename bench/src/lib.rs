//! WebAssembly interface of the engine for benchmarks in the browser.
//!
//! The engine and its build settings are those of the app; the tokenizer and the JSON reader exist
//! only here.

pub mod json;
pub mod load;
pub mod words;

use cisconf_engine::{Dictionary, Index, QuerySession};
use load::{FACETS, Loader, RecordIds};
use wasm_bindgen::prelude::wasm_bindgen;

/// Loads findings and answers queries.
#[derive(Debug, Default)]
#[wasm_bindgen]
pub struct Bench {
    /// Input buffer; the first `kept` bytes are not yet read.
    input: Vec<u8>,
    kept: usize,
    loader: Option<Loader>,
    loaded: Option<Loaded>,
}

#[derive(Debug)]
struct Loaded {
    index: Index,
    session: QuerySession,
    /// Counts of all facets, then the total; valid until the next query.
    counts: Vec<u32>,
    names: [Dictionary; 5],
    ids: RecordIds,
}

#[wasm_bindgen]
impl Bench {
    /// Creates an empty instance.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self { loader: Some(Loader::default()), ..Self::default() }
    }

    /// Reserves space for so many bytes of UTF-8 and returns its address.
    pub fn room(&mut self, bytes: usize) -> *mut u8 {
        self.input.resize(self.kept + bytes, 0);
        self.input[self.kept..].as_mut_ptr()
    }

    /// Reads the bytes that were written there.
    ///
    /// # Errors
    /// If they are not findings.
    pub fn feed(&mut self, bytes: usize) -> Result<(), String> {
        let Some(loader) = &mut self.loader else { return Err("it is loaded".to_owned()) };
        let end = (self.kept + bytes).min(self.input.len());
        let done = loader.feed(&self.input[..end])?;
        self.input.copy_within(done..end, 0);
        self.kept = end - done;
        Ok(())
    }

    /// Ends the input and builds the index.
    ///
    /// # Errors
    /// If the input is incomplete.
    pub fn finish(&mut self) -> Result<(), String> {
        let Some(loader) = self.loader.take() else { return Err("it is loaded".to_owned()) };
        self.input = Vec::new();
        let (index, names, ids) = loader.finish()?;
        let session = QuerySession::new(&index);
        self.loaded = Some(Loaded { index, session, counts: Vec::new(), names, ids });
        Ok(())
    }

    /// Returns the names of a facet's values, in the order of their numbers.
    #[must_use]
    pub fn names(&self, facet: usize) -> Vec<String> {
        let names = self.loaded.as_ref().and_then(|loaded| loaded.names.get(facet));
        names.map_or_else(Vec::new, |names| {
            (0..names.len() as u32).filter_map(|value| names.get(value)).map(str::to_owned).collect()
        })
    }

    /// Returns the address of the counts of all facets, followed by the total.
    ///
    /// A filter lists, for each facet, the number of chosen values and the values.
    pub fn facets(&mut self, filter: &[u32]) -> *const u32 {
        self.ask(filter, |loaded| {
            loaded.session.restrict_to(None);
            loaded.counts()
        })
    }

    /// The same after toggling a value.
    pub fn toggle(&mut self, filter: &[u32], facet: usize, value: u32) -> *const u32 {
        self.ask(filter, |loaded| {
            loaded.session.toggle(&loaded.index, facet, value);
            loaded.counts()
        })
    }

    /// The same over the records that match a search text.
    pub fn search(&mut self, query: &str, filter: &[u32]) -> *const u32 {
        self.ask(filter, |loaded| {
            let (words, prefix) = words::of_query(query);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            loaded.session.search(&loaded.index, &words, prefix);
            loaded.counts()
        })
    }

    /// Returns the address of the cross-table of states by themes, in row-major order.
    ///
    /// It is valid until the next query.
    pub fn crosstab(&mut self, filter: &[u32]) -> *const u32 {
        self.ask(filter, |loaded| {
            loaded.session.restrict_to(None);
            loaded.session.cross_table(&loaded.index, 1, 0).as_ptr()
        })
    }

    /// Returns the identifiers of the first records, the latest year first.
    pub fn page(&mut self, filter: &[u32], n: usize) -> Vec<String> {
        let mut ids = Vec::with_capacity(n.min(1000));
        self.ask(filter, |loaded| {
            loaded.session.restrict_to(None);
            let records = loaded.session.page(&loaded.index, None, 0, n);
            ids.extend(records.iter().map(|record| loaded.ids.get(*record).to_owned()));
            std::ptr::null()
        });
        ids
    }
}

impl Bench {
    fn ask(&mut self, filter: &[u32], answer: impl FnOnce(&mut Loaded) -> *const u32) -> *const u32 {
        let Some(loaded) = &mut self.loaded else { return std::ptr::null() };
        let mut rest = filter;
        for facet in 0..FACETS.len() {
            let (n, after) = rest.split_first().unwrap_or((&0, &[]));
            let (values, after) = after.split_at((*n as usize).min(after.len()));
            loaded.session.choose(facet, values);
            rest = after;
        }
        answer(loaded)
    }
}

impl Loaded {
    fn counts(&mut self) -> *const u32 {
        self.counts.clear();
        for facet in 0..FACETS.len() {
            self.counts.extend_from_slice(self.session.counts(&self.index, facet));
        }
        self.counts.push(self.session.total(&self.index));
        self.counts.as_ptr()
    }
}
