//! WHAT IS TRUE: ids, the bundle as given (`raw`), and the checked [`Dataset`] that cannot be wrong.
//!
//! Nothing here uses another module of the crate: `build.rs` compiles these files a second time, so that a broken
//! dataset file fails the build with its path and reason.

#[macro_use]
mod macros;

pub mod check;
mod check_claims;
pub mod claims;
pub mod dataset;
pub mod date;
pub mod ids;
mod node;
mod path;
pub mod raw;
pub mod raw_claims;
pub mod read;
pub mod rules;
pub mod sets;

pub use check::{Problem, check};
pub use claims::*;
pub use dataset::*;
pub use date::{Date, Day};
pub use ids::*;
pub use node::Node;
pub use path::Path;
pub use raw::{ActKind, ActorKind, AgreementStatus, Basis, BodyEventKind, IndicatorKind, Period, Text};
pub use raw_claims::{
    Approach, AssistanceKind, Bound, Certainty, GroupKind, LawKind, LawStatus, LeadRole, Polarity,
    Quantifier, RelationKind, ScopeKind, Stance, VoiceKind,
};
pub use sets::StateSet;
