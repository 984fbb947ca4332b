//! Import and export of a custom grouping as JSON.
//!
//! `{"schema":1,"kind":"grouping","name":…,"exclusive":…,"groups":[{"name":…,"states":["ARM",…]}]}`
//!
//! Reading is total: it returns a grouping or a list of every error with its path, never a part of
//! a grouping.

use super::custom_scheme::{CustomName, CustomScheme, MAX_GROUPS, MAX_NAME_CHARS};
use super::json_file::{ExpectedType, FieldFault, field_faults, parsed};
use super::params::excerpt;
use crate::model::{Dataset, JsonNode, Path, StateId, StateSet, json_string};

/// Size limit in bytes, checked before parsing. A typical file has about one thousand.
pub const MAX_FILE_BYTES: usize = 64 * 1024;
/// Version of the file format.
const SCHEMA: u64 = 1;
/// Value of the field `kind`.
const KIND: &str = "grouping";

/// Cause of an import error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportErrorKind {
    /// Larger than [`MAX_FILE_BYTES`].
    TooLarge,
    /// Not UTF-8: browsers decode invalid bytes as U+FFFD.
    NotUtf8,
    /// Not JSON. Holds the line and column of the parser's error, if known.
    NoJson(String),
    /// A value of the wrong type.
    ExpectedType(ExpectedType),
    /// An unsupported version.
    Version,
    /// Not the file of a grouping.
    Kind,
    /// An unknown field: the beginning of its name, at the object's path.
    UnknownField(String),
    /// A field that occurs twice in its object.
    RepeatedField,
    /// An empty name.
    EmptyName,
    /// A name that is too long. Holds its number of characters.
    LongName(usize),
    /// A name with angle brackets, control characters or invisible characters.
    RefusedName,
    /// Too many groups. Holds their number.
    TooManyGroups(usize),
    /// An unknown state. Holds the beginning of the text.
    UnknownState(String),
    /// A state that is already in another group of an exclusive grouping. Holds its code and the
    /// path of the first occurrence.
    Twice(String, String),
}

/// An import error with its path, such as `$.groups[2].states[0]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    /// Path in the file.
    pub path: String,
    /// Cause.
    pub kind: ImportErrorKind,
}

/// Serializes a grouping; [`read`] is the inverse.
pub fn write(ds: &Dataset, scheme: &CustomScheme) -> String {
    let group = |group: &crate::model::Group| {
        let states: Vec<_> = group.states.iter().map(|s| json_string(&ds.state(s).key)).collect();
        format!("    {{ \"name\": {}, \"states\": [{}] }}", json_string(&group.name.en), states.join(", "))
    };
    let groups: Vec<_> = scheme.groups.iter().map(group).collect();
    let groups = if groups.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", groups.join(",\n")) };
    format!(
        "{{\n  \"schema\": {SCHEMA},\n  \"kind\": \"{KIND}\",\n  \"name\": {},\n  \"exclusive\": {},\n  \"groups\": {groups}\n}}\n",
        json_string(&scheme.name.en),
        scheme.exclusive
    )
}

/// Parses the file of a grouping.
///
/// # Errors
///
/// Returns every error with its path: a missing, repeated or unknown field, a wrong type, an
/// unknown state, a repeated state (in two groups only if the grouping is exclusive), a name that
/// is empty, too long or has refused characters, too many groups, another version or kind, invalid
/// JSON or UTF-8, a file larger than [`MAX_FILE_BYTES`].
pub fn read(ds: &Dataset, text: &str) -> Result<CustomScheme, Vec<ImportError>> {
    let root = |kind| vec![ImportError { path: Path::ROOT.to_string(), kind }];
    if text.len() > MAX_FILE_BYTES {
        return Err(root(ImportErrorKind::TooLarge));
    }
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(root(ImportErrorKind::NotUtf8));
    }
    let tree = parsed(text).map_err(|place| root(ImportErrorKind::NoJson(place)))?;
    let mut reader = Reader { ds, errors: Vec::new() };
    let scheme = reader.grouping(&tree);
    if reader.errors.is_empty() { Ok(scheme) } else { Err(reader.errors) }
}

struct Reader<'a> {
    ds: &'a Dataset,
    errors: Vec<ImportError>,
}

impl Reader<'_> {
    fn wrong(&mut self, at: &Path, kind: ImportErrorKind) {
        self.errors.push(ImportError { path: at.to_string(), kind });
    }

    fn grouping(&mut self, tree: &JsonNode) -> CustomScheme {
        let at = &Path::ROOT;
        if !matches!(tree, JsonNode::Object(_)) {
            self.wrong(at, ImportErrorKind::ExpectedType(ExpectedType::Object));
        } else {
            match tree.get("schema") {
                JsonNode::Whole(SCHEMA) => {}
                JsonNode::Whole(_) => self.wrong(&at.field("schema"), ImportErrorKind::Version),
                _ => self.wrong(&at.field("schema"), ImportErrorKind::ExpectedType(ExpectedType::Number)),
            }
            match tree.get("kind") {
                JsonNode::Text(kind) if kind == KIND => {}
                JsonNode::Text(_) => self.wrong(&at.field("kind"), ImportErrorKind::Kind),
                _ => self.wrong(&at.field("kind"), ImportErrorKind::ExpectedType(ExpectedType::Text)),
            }
        }
        // A file of another kind is not checked further.
        if !self.errors.is_empty() {
            return CustomScheme::new(self.ds, CustomName::default(), true, &[]);
        }
        self.fields(tree, &["schema", "kind", "name", "exclusive", "groups"], at);
        let name = self.name(tree, at);
        let exclusive = match tree.get("exclusive") {
            JsonNode::Bool(exclusive) => *exclusive,
            _ => {
                self.wrong(&at.field("exclusive"), ImportErrorKind::ExpectedType(ExpectedType::YesNo));
                true
            }
        };
        let groups = self.groups(tree, exclusive);
        CustomScheme::new(self.ds, name, exclusive, &groups)
    }

    fn groups(&mut self, tree: &JsonNode, exclusive: bool) -> Vec<(CustomName, StateSet)> {
        let at = Path::ROOT;
        let JsonNode::List(groups) = tree.get("groups") else {
            self.wrong(&at.field("groups"), ImportErrorKind::ExpectedType(ExpectedType::List));
            return Vec::new();
        };
        if groups.len() > MAX_GROUPS {
            self.wrong(&at.field("groups"), ImportErrorKind::TooManyGroups(groups.len()));
        }
        let mut taken: Vec<(StateId, usize, usize)> = Vec::new();
        let mut read = Vec::new();
        for (ix, group) in groups.iter().take(MAX_GROUPS).enumerate() {
            let at = at.element("groups", ix);
            if !matches!(group, JsonNode::Object(_)) {
                self.wrong(&at, ImportErrorKind::ExpectedType(ExpectedType::Object));
                continue;
            }
            self.fields(group, &["name", "states"], &at);
            let name = self.name(group, &at);
            let JsonNode::List(states) = group.get("states") else {
                self.wrong(&at.field("states"), ImportErrorKind::ExpectedType(ExpectedType::List));
                continue;
            };
            let mut set = StateSet::default();
            for (i, state) in states.iter().enumerate() {
                let at = at.element("states", i);
                let JsonNode::Text(code) = state else {
                    self.wrong(&at, ImportErrorKind::ExpectedType(ExpectedType::Text));
                    continue;
                };
                let Some(id) = self.ds.state_by_key(code) else {
                    self.wrong(&at, ImportErrorKind::UnknownState(excerpt(code)));
                    continue;
                };
                match taken.iter().find(|(known, group, _)| *known == id && (exclusive || *group == ix)) {
                    Some((_, group, state)) => {
                        let before =
                            Path::ROOT.element("groups", *group).element("states", *state).to_string();
                        self.wrong(&at, ImportErrorKind::Twice(code.to_string(), before));
                    }
                    None => {
                        set = set.with(id);
                        taken.push((id, ix, i));
                    }
                }
            }
            read.push((name, set));
        }
        read
    }

    /// Checks that an object has only these fields, each at most once.
    fn fields(&mut self, object: &JsonNode, known: &[&'static str], at: &Path) {
        for fault in field_faults(object, known) {
            match fault {
                FieldFault::Unknown(name) => self.wrong(at, ImportErrorKind::UnknownField(name)),
                FieldFault::Repeated(name) => self.wrong(&at.field(name), ImportErrorKind::RepeatedField),
            }
        }
    }

    fn name(&mut self, object: &JsonNode, at: &Path) -> CustomName {
        let at = at.field("name");
        let JsonNode::Text(text) = object.get("name") else {
            self.wrong(&at, ImportErrorKind::ExpectedType(ExpectedType::Text));
            return CustomName::default();
        };
        let name = CustomName::new(text);
        let length = text.trim().chars().count();
        if length == 0 {
            self.wrong(&at, ImportErrorKind::EmptyName);
        } else if text.split_whitespace().flat_map(str::chars).any(super::custom_scheme::is_refused) {
            self.wrong(&at, ImportErrorKind::RefusedName);
        } else if length > MAX_NAME_CHARS {
            self.wrong(&at, ImportErrorKind::LongName(length));
        }
        name
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use proptest::prelude::*;

    use super::*;

    fn dataset() -> &'static Dataset {
        static DATASET: std::sync::OnceLock<Dataset> = std::sync::OnceLock::new();
        DATASET.get_or_init(|| crate::embedded().unwrap())
    }

    fn errors_of(text: &str) -> Vec<(String, ImportErrorKind)> {
        read(dataset(), text).unwrap_err().into_iter().map(|m| (m.path, m.kind)).collect()
    }

    /// Returns a file with these groups.
    fn file(groups: &str) -> String {
        format!(
            "{{\"schema\":1,\"kind\":\"grouping\",\"name\":\"Mine\",\"exclusive\":true,\"groups\":{groups}}}"
        )
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        use ImportErrorKind::{
            EmptyName, Kind, LongName, NoJson, NotUtf8, RefusedName, RepeatedField, TooLarge, TooManyGroups,
            Twice, UnknownField, UnknownState, Version,
        };
        let wanted = |kind| ImportErrorKind::ExpectedType(kind);
        let group =
            |name: &str, states: &str| file(&format!("[{{\"name\":\"{name}\",\"states\":[{states}]}}]"));
        let name = "$.groups[0].name";
        let long = "я".repeat(41);
        let many = format!("[{}]", vec!["{\"name\":\"G\",\"states\":[]}"; 1000].join(","));
        let cases: Vec<(String, Vec<(&str, ImportErrorKind)>)> = vec![
            (String::new(), vec![("$", NoJson("1:0".to_owned()))]),
            ("{\n \"a\": }".to_owned(), vec![("$", NoJson("2:7".to_owned()))]),
            ("[1, 2]".to_owned(), vec![("$", wanted(ExpectedType::Object))]),
            (
                "{}".to_owned(),
                vec![("$.schema", wanted(ExpectedType::Number)), ("$.kind", wanted(ExpectedType::Text))],
            ),
            ("{\"schema\":2,\"kind\":\"deck\"}".to_owned(), vec![("$.schema", Version), ("$.kind", Kind)]),
            ("[".repeat(100_000), vec![("$", TooLarge)]),
            ("[".repeat(60_000), vec![("$", NoJson("1:128".to_owned()))]),
            (
                file("[{\"name\":\"G\",\"states\":[],\"states\":[\"ARM\"]}],\"name\":\"Other\""),
                vec![("$.name", RepeatedField), ("$.groups[0].states", RepeatedField)],
            ),
            (
                file("[{\"name\":\"G\",\"states\":[],\"colour\":1}],\"comment\":[1]"),
                vec![
                    ("$", UnknownField("comment".to_owned())),
                    ("$.groups[0]", UnknownField("colour".to_owned())),
                ],
            ),
            (file("{}"), vec![("$.groups", wanted(ExpectedType::List))]),
            (file("[7]"), vec![("$.groups[0]", wanted(ExpectedType::Object))]),
            (file("[{\"name\":\"G\"}]"), vec![("$.groups[0].states", wanted(ExpectedType::List))]),
            (group("G", "7"), vec![("$.groups[0].states[0]", wanted(ExpectedType::Text))]),
            (
                group("G", "\"ARM\", \"arm\""),
                vec![("$.groups[0].states[1]", Twice("arm".to_owned(), "$.groups[0].states[0]".to_owned()))],
            ),
            (group("G", "\"ARM\", \"XXX\""), vec![("$.groups[0].states[1]", UnknownState("XXX".to_owned()))]),
            (
                group("G", "\"ARM\", \"ARM\""),
                vec![("$.groups[0].states[1]", Twice("ARM".to_owned(), "$.groups[0].states[0]".to_owned()))],
            ),
            (
                file("[{\"name\":\"G\",\"states\":[\"GEO\"]},{\"name\":\"H\",\"states\":[\"ARM\",\"GEO\"]}]"),
                vec![("$.groups[1].states[1]", Twice("GEO".to_owned(), "$.groups[0].states[0]".to_owned()))],
            ),
            (group(" ", ""), vec![(name, EmptyName)]),
            (group(&long, ""), vec![(name, LongName(41))]),
            (group("<b>", ""), vec![(name, RefusedName)]),
            (group("a\\u0007b", ""), vec![(name, RefusedName)]),
            (group("a\\u202eb", ""), vec![(name, RefusedName)]),
            (group("a\\ufffdb", ""), vec![(name, RefusedName)]),
            (group("a\u{fffd}b", ""), vec![("$", NotUtf8)]),
            (file(&many), vec![("$.groups", TooManyGroups(1000))]),
        ];
        for (text, wanted) in cases {
            let wanted: Vec<_> = wanted.into_iter().map(|(path, kind)| (path.to_owned(), kind)).collect();
            assert_eq!(errors_of(&text), wanted, "{}", text.chars().take(120).collect::<String>());
        }
    }

    #[test]
    fn a_file_of_another_hand() {
        let text = "\u{feff}{ \"name\": \"  Юг   и Восток \", \"exclusive\": false, \"kind\": \"grouping\", \"schema\": 1.0,
            \"groups\": [ { \"states\": [\"GEO\", \"ARM\"], \"name\": \"A\" }, { \"name\": \"A\", \"states\": [\"GEO\"] } ] }";
        let scheme = read(dataset(), text).unwrap();
        let keys = |ix: usize| {
            scheme.groups[ix].states.iter().map(|s| dataset().state(s).key.as_str()).collect::<Vec<_>>()
        };
        assert_eq!((scheme.name.en.as_str(), scheme.exclusive), ("Юг и Восток", false));
        assert_eq!((keys(0), keys(1)), (vec!["ARM", "GEO"], vec!["GEO"]));
    }

    fn scheme() -> impl Strategy<Value = CustomScheme> {
        let group = ("[ -;=?-~а-яё\"\\\\]{0,45}", 0u64..1 << 12);
        (any::<String>(), any::<bool>(), prop::collection::vec(group, 0..14)).prop_map(
            |(name, exclusive, groups)| {
                let groups: Vec<_> =
                    groups.iter().map(|(name, states)| (CustomName::new(name), StateSet(*states))).collect();
                CustomScheme::new(dataset(), CustomName::new(&name), exclusive, &groups)
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(scheme in scheme()) {
            prop_assert_eq!(read(dataset(), &write(dataset(), &scheme)), Ok(scheme));
        }

        #[test]
        fn any_text_is_read_or_told(text in prop_oneof![any::<String>(), "[\\[\\]{}:,\"a-z0-9]{0,80}"]) {
            let _ = read(dataset(), &text);
        }

        #[test]
        fn a_damaged_file_is_read_or_told(scheme in scheme(), cut in 0usize..2000, with in any::<char>()) {
            let mut text: Vec<char> = write(dataset(), &scheme).chars().collect();
            let at = cut % text.len();
            text[at] = with;
            if let Err(errors) = read(dataset(), &text.into_iter().collect::<String>()) {
                prop_assert!(!errors.is_empty());
            }
        }
    }
}
