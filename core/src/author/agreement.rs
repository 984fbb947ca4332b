//! Inter-coder agreement of two codings of the same units, by field.
//!
//! It gives the percentage and Krippendorff's alpha = 1 − observed / expected disagreement
//! (Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*): 1 if two coders never differ,
//! 0 if they agree no more than by chance. Every field is a set. The distance of single values is
//! that of nominal alpha, the distance of sets is MASI (Passonneau 2006, *Measuring Agreement on
//! Set-valued Items (MASI) for Semantic and Pragmatic Annotation*, LREC).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::json_file::read_json;
use crate::model::DatasetError;

/// Values of one field of one unit; a single value is a set of one, and two empty sets agree.
pub type Values = BTreeSet<String>;

type Read = fn(&At<'_>) -> Result<Values, DatasetError>;

/// Compared fields in the table's order: name, and how to read it from a unit.
const FIELDS: &[(&str, Read)] = &[
    ("polarity", |unit| unit.get("polarity")?.one()),
    ("scope kind", |unit| unit.get("scope")?.get("kind")?.one()),
    ("scope states", |unit| unit.get("scope")?.get("states")?.many()),
    ("voice", |unit| unit.voices(&["kind", "state", "actor"])),
    ("voice's kind", |unit| unit.voices(&["kind"])),
    ("voice's state", |unit| unit.voices(&["state"])),
    ("voice's quantifier", |unit| unit.voices(&["kind", "quantifier"])),
    ("first theme", |unit| unit.get("themes")?.items()?.first().map_or(Ok(Values::new()), At::one)),
    ("themes", |unit| unit.get("themes")?.many()),
    ("populations", |unit| unit.get("populations")?.many()),
    ("actors named", |unit| unit.get("actors")?.many()),
    ("period", |unit| unit.get("period")?.many()),
    ("certainty", |unit| unit.get("certainty")?.one()),
    ("sources", |unit| unit.get("sources")?.many()),
];

/// A coding: the values of each unit by its id, in the order of `FIELDS`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding(BTreeMap<String, Vec<Values>>);

/// Agreement of two codings over the units that both have.
#[derive(Debug, Clone, PartialEq)]
pub struct CoderAgreement {
    /// Results by field.
    pub rows: Vec<Row>,
    /// Number of units in both; at least one.
    pub both: usize,
    /// Number of units that only the first or only the second coding has.
    pub only: [usize; 2],
}

/// Agreement in one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Name of the field in the table.
    pub field: &'static str,
    /// Percentage of units with equal values, 0 to 100.
    pub percent: f64,
    /// Krippendorff's alpha, at most 1; `None` if only one value occurs.
    ///
    /// Then agreement by chance alone would be complete.
    pub alpha: Option<f64>,
}

impl Coding {
    /// Reads a coding from a JSON file: a list of units.
    ///
    /// Fields that are not compared are ignored, and values are not checked against a vocabulary.
    ///
    /// # Errors
    /// `file: $.path: reason` for the first field that is missing or neither text nor list, or the
    /// first duplicate id.
    pub fn read(file: &Path) -> Result<Self, String> {
        let json: Value = read_json(file)?;
        Self::of(&json).map_err(|problem| format!("{}: {problem}", file.display()))
    }

    /// Reads a coding from JSON.
    ///
    /// # Errors
    /// The first problem, as in [`Coding::read`].
    pub fn of(json: &Value) -> Result<Self, DatasetError> {
        let mut units = BTreeMap::new();
        for unit in (At { value: json, path: "$".into() }).items()? {
            let id = unit.get("id")?;
            let values = FIELDS.iter().map(|(_, read)| read(&unit)).collect::<Result<_, _>>()?;
            if units.insert(id.text()?.to_owned(), values).is_some() {
                return Err(id.problem("stands twice"));
            }
        }
        Ok(Self(units))
    }
}

impl CoderAgreement {
    /// Compares two codings; `None` if they have no unit in common.
    pub fn of(first: &Coding, second: &Coding) -> Option<Self> {
        let both: Vec<_> =
            first.0.iter().filter_map(|(id, values)| Some((values, second.0.get(id)?))).collect();
        let n = both.len();
        let rows = FIELDS.iter().enumerate().map(|(i, (field, _))| {
            let pairs: Vec<_> = both.iter().map(|(a, b)| (&a[i], &b[i])).collect();
            let same = pairs.iter().filter(|(a, b)| a == b).count();
            Row { field, percent: 100.0 * same as f64 / n as f64, alpha: alpha(&pairs) }
        });
        let only = [first.0.len() - n, second.0.len() - n];
        (n > 0).then(|| Self { rows: rows.collect(), both: n, only })
    }

    /// Formats a plain-text table: a line per field, and one on the units that only one coding has.
    pub fn table(&self) -> String {
        let width = FIELDS.iter().map(|(field, _)| field.len()).max().unwrap_or(0);
        let mut table = format!("{:width$}    n  agree %  alpha\n", "field");
        for Row { field, percent, alpha } in &self.rows {
            let alpha = alpha.map_or("–".to_owned(), |alpha| format!("{alpha:.3}"));
            table += &format!("{field:width$}  {:3}  {percent:7.1}  {alpha:>5}\n", self.both);
        }
        let [first, second] = self.only;
        let both = self.both;
        table + &format!("units in both {both}, only in the first {first}, only in the second {second}\n")
    }
}

/// Krippendorff's alpha of two coders without missing values, with one pair per unit.
///
/// 1 − Do / De, where Do is the mean distance within the pairs and De the mean distance between any
/// two of all values. `None` if all values are equal.
pub fn alpha(pairs: &[(&Values, &Values)]) -> Option<f64> {
    let all: Vec<_> = pairs.iter().flat_map(|(a, b)| [a, b]).collect();
    let observed: f64 = pairs.iter().map(|(a, b)| distance(a, b)).sum();
    let expected: f64 =
        all.iter().enumerate().flat_map(|(i, a)| all[..i].iter().map(|b| distance(a, b))).sum();
    let couples = (all.len() * all.len().saturating_sub(1)) as f64 / 2.0;
    (expected > 0.0).then(|| 1.0 - (observed / pairs.len() as f64) / (expected / couples))
}

/// MASI distance of two sets, 0 to 1 (Passonneau 2006).
///
/// 1 − J · M, where J is the Jaccard coefficient and M is 1 for equal sets, 2/3 if one contains the
/// other, 1/3 if they overlap, 0 if they are disjoint. Two empty sets are equal.
pub fn distance(a: &Values, b: &Values) -> f64 {
    if a == b {
        return 0.0;
    }
    let (shared, any) = (a.intersection(b).count(), a.union(b).count());
    let m = if shared == a.len().min(b.len()) { 2.0 / 3.0 } else { 1.0 / 3.0 };
    1.0 - m * shared as f64 / any as f64
}

/// A value with its path.
struct At<'a> {
    value: &'a Value,
    path: String,
}

impl<'a> At<'a> {
    fn problem(&self, reason: &str) -> DatasetError {
        DatasetError { path: self.path.clone(), reason: reason.to_owned() }
    }

    fn find(&self, name: &str) -> Option<Self> {
        self.value.get(name).map(|value| At { value, path: format!("{}.{name}", self.path) })
    }

    fn get(&self, name: &str) -> Result<Self, DatasetError> {
        self.find(name).ok_or_else(|| self.problem(&format!("no «{name}»")))
    }

    fn items(&self) -> Result<Vec<Self>, DatasetError> {
        let items = self.value.as_array().ok_or_else(|| self.problem("not a list"))?;
        let at = |(i, value)| At { value, path: format!("{}[{i}]", self.path) };
        Ok(items.iter().enumerate().map(at).collect())
    }

    fn text(&self) -> Result<&'a str, DatasetError> {
        self.value.as_str().ok_or_else(|| self.problem("not a text"))
    }

    fn one(&self) -> Result<Values, DatasetError> {
        Ok(Values::from([self.text()?.to_owned()]))
    }

    fn many(&self) -> Result<Values, DatasetError> {
        self.items()?.iter().map(|item| Ok(item.text()?.to_owned())).collect()
    }

    /// Returns the voices, each as its values under these names.
    ///
    /// A voice with none of them is ignored.
    fn voices(&self, names: &[&str]) -> Result<Values, DatasetError> {
        let mut voices = Values::new();
        for voice in self.get("voices")?.items()? {
            voice.get("kind")?;
            let values = names.iter().map(|name| voice.find(name).map(|value| value.text()).transpose());
            let values = values.collect::<Result<Vec<_>, _>>()?;
            if values.iter().any(Option::is_some) {
                voices.insert(json!(values).to_string());
            }
        }
        Ok(voices)
    }
}

#[cfg(test)]
mod tests;
