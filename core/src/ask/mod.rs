//! Questions in words: read, understood, answered.
//!
//! Text becomes words ([`reader`]), words things and relations ([`lexicon`]), these a query
//! ([`understand`]), a query a value ([`evaluate`]) and a sentence ([`sentence`]). A reading in
//! doubt is no reading: the question is then not understood.

mod asking;
mod consumed;
mod doubts;
mod evaluate;
mod evidence;
mod go_to;
mod lexicon;
mod passages;
mod phrases;
mod query;
mod reader;
mod record_sentence;
mod records;
mod rows;
mod sentence;
mod states;
mod understand;
mod value;
mod wording;

pub use asking::{AnswerKind, Asked, AskedFinding, Asking, UnderstoodThing, state_of};
pub use go_to::AskedPlace;
