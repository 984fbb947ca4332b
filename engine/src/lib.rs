//! Query engine: facets with exact multi-select counts, cross-tables, pages and full-text search.
//!
//! The engine knows numbers only: records, facets and values of a facet are numbered from zero, and
//! only the caller knows their meaning. Internally, records are numbered by their position in the
//! default order, so that the first bits of any set are the first page; [`Index::record`] returns
//! the number under which a record was inserted.
//!
//! ```
//! use cisconf_engine::{IndexBuilder, QuerySession, TokenBuffer};
//!
//! // Two facets; facet 0 has three values, facet 1 has two.
//! let mut builder = IndexBuilder::new(&[3, 2]);
//! let mut words = TokenBuffer::default();
//! let records = [(&[0, 2][..], 1, "right of asylum"), (&[2], 0, "freedom of movement")];
//! for (values, kind, text) in records {
//!     values.iter().for_each(|value| builder.value(0, *value));
//!     builder.value(1, kind);
//!     words.clear();
//!     text.split(' ').for_each(|word| words.push(word));
//!     builder.text(&words);
//!     builder.end_record();
//! }
//! let index = builder.finish(None)?;
//!
//! let mut session = QuerySession::new(&index);
//! session.choose(0, &[2]);
//! assert_eq!(session.total(&index), 2);
//! assert_eq!(session.counts(&index, 1), [1, 1]);
//! session.search(&index, &["move"], true);
//! assert_eq!(session.page(&index, None, 0, 10), [1]);
//! # Ok::<(), cisconf_engine::BuildError>(())
//! ```
//!
//! Semantics of a filter: values of one facet are combined with OR, facets and text hits with AND.
//! The counts of a facet ignore the choice in that facet itself. A record counts once for each of
//! its values.

mod bits;
mod builder;
mod codes;
mod dictionary;
mod facet;
mod index;
mod session;
mod tally;
mod text;

pub use bits::Bitmap;
pub use builder::{BuildError, IndexBuilder};
pub use dictionary::Dictionary;
pub use index::{Index, RecordOrder};
pub use session::QuerySession;
pub use text::{TextIndex, TokenBuffer};
