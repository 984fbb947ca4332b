//! Questions in words: read, understood, answered.

mod evaluate;
mod evidence;
mod lexicon;
mod passages;
mod query;
mod reader;
mod records;
mod rows;
mod states;
mod understand;

use crate::model::Dataset;
use lexicon::Lexicon;
use passages::Passages;
use query::In;
use reader::Question;
use understand::{Reading, understand};

/// What questions are read by: words and names, and the texts of the records.
#[derive(Debug)]
pub struct Asking {
    lexicon: Lexicon,
    passages: Passages,
}

/// A question with its answer.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What was understood, in the language of readings.
    pub reading: String,
    /// The answer in the forms of the corpus.
    pub answer: String,
    /// Pages of the report that it rests on.
    pub pages: Vec<u16>,
    /// Words that could not be placed.
    pub unplaced: Vec<String>,
    pub items: Vec<String>,
}

impl Asking {
    /// Reads the words, names and texts of a dataset.
    pub fn new(ds: &Dataset) -> Self {
        let lexicon = Lexicon::new(ds);
        let passages = Passages::new(ds, &lexicon);
        Self { lexicon, passages }
    }

    /// Answers a question.
    pub fn ask(&self, ds: &Dataset, text: &str) -> Asked {
        let q = Question::read(ds, &self.lexicon, text);
        let query = understand(Reading { ds, q: &q, passages: &self.passages });
        let value = evaluate::evaluate(ds, &query);
        let unplaced = q.unplaced.iter().map(|at| q.typed(&(*at..*at + 1)).to_owned()).collect();
        Asked {
            reading: In(ds, &query).to_string(),
            answer: value.text.clone(),
            pages: evidence::pages(ds, &value.sources),
            unplaced,
            items: q.items.iter().map(|i| format!("{} {:?}", q.typed(&i.words), i.meanings)).collect(),
        }
    }
}
