//! Questions in words: read, understood, answered.
//!
//! Text becomes words ([`reader`]), words things and relations ([`lexicon`]), these a query
//! ([`understand`]), a query a value ([`evaluate`]) and a sentence ([`sentence`]). A query in
//! doubt is refused: the question is then not understood.

mod answer_kinds;
mod answer_texts;
mod asking;
mod checked_reading;
mod doubts;
mod evaluate;
mod evidence;
mod go_to;
mod lexicon;
mod lost_words;
mod order;
mod panel;
mod passages;
mod query;
mod question_words;
mod reader;
mod record_sentence;
mod records;
mod rows;
mod sentence;
mod states;
mod states_place;
mod understand;
mod unused_words;
mod value;
mod wording;

pub use asking::{AnswerKind, Asked, AskedFinding, Asking, UnderstoodThing, state_of};
pub use go_to::AskedPlace;
pub use panel::{AskCopy, AskGroup, AskPanel, AskRow, AskSlide};
