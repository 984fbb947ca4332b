//! The parts of a package with their content types and relationships.

use std::fmt::Write;

/// Declaration of every part.
pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Namespace of relationships in parts, and the beginning of their types.
pub const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A relationship of a part: the end of its type, and its target. Its id is `rId` and its number.
pub type PartRelation<'a> = (&'a str, String);

/// A package under construction. Equal parts give equal bytes.
pub struct Package {
    /// Beginning of the content types, such as `application/…presentationml`.
    content: &'static str,
    types: String,
    relations: Vec<(String, String)>,
    parts: Vec<(String, String)>,
}

impl Package {
    /// Creates a package with its main part.
    pub fn new(content: &'static str, main: &str) -> Self {
        let mut package = Self { content, types: String::new(), relations: Vec::new(), parts: Vec::new() };
        package.relate("", &[("officeDocument", main.to_owned())]);
        package
    }

    /// Adds a part in the package's own format, by its name and the end of its content type.
    pub fn add(&mut self, name: &str, kind: &str, text: String) {
        let content = format!("{}.{kind}+xml", self.content);
        self.add_of(name, &content, text);
    }

    /// Adds a part by its name and content type.
    pub fn add_of(&mut self, name: &str, content: &str, text: String) {
        let _ = write!(self.types, "<Override PartName=\"/{name}\" ContentType=\"{content}\"/>");
        self.parts.push((name.to_owned(), text));
    }

    /// Adds the relationships of a part; `part` is empty for those of the package.
    pub fn relate(&mut self, part: &str, relations: &[PartRelation]) {
        let mut text = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
        for (at, (kind, target)) in relations.iter().enumerate() {
            let id = at + 1;
            let _ =
                write!(text, "<Relationship Id=\"rId{id}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>");
        }
        text.push_str("</Relationships>");
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let slash = if folder.is_empty() { "" } else { "/" };
        self.relations.push((format!("{folder}{slash}_rels/{name}.rels"), text));
    }

    /// Returns the parts by name: content types, relationships, then the others as they were added.
    pub fn parts(self) -> Vec<(String, String)> {
        let types = format!(
            "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
            ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
            Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
            self.types
        );
        let types = ("[Content_Types].xml".to_owned(), types);
        std::iter::once(types).chain(self.relations).chain(self.parts).collect()
    }
}
