//! How the program's JavaScript loads the parts that were cut out of the program.

use std::collections::BTreeMap;

/// The module that the cut program asks for its loaders; what is here takes its place.
pub const LINK: &str = "./parts.js";
const LOADER: &str = include_str!("parts.js");

/// The name of a part's file: `hash` is of the whole program, so parts of two builds are never mixed.
pub fn file_name(stem: &str, hash: u64) -> String {
    let name = stem.strip_prefix("split_").or_else(|| stem.strip_prefix("chunk_")).unwrap_or(stem);
    format!("part-{name}-{hash:016x}.wasm")
}

/// The JavaScript of wasm-bindgen with the loaders in it. `parts` says which files each part needs.
///
/// # Errors
/// Where the JavaScript is not as wasm-bindgen writes it.
pub fn with_loaders(js: &str, parts: &BTreeMap<String, Vec<String>>) -> Result<String, String> {
    let quoted =
        |names: &Vec<String>| names.iter().map(|n| format!("\"{n}\"")).collect::<Vec<_>>().join(", ");
    let list: Vec<_> = parts.iter().map(|(name, names)| format!("{name}: [{}]", quoted(names))).collect();
    let loader = LOADER.replace("\"@PARTS@\"", &format!("{{ {} }}", list.join(", ")));
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(LINK);
    let key = format!("\"{LINK}\": ");
    let is_use = |line: &&str| line.trim_start().starts_with(&key);
    if !js.lines().any(|line| is_import(&line)) || !js.lines().any(|line| is_use(&line)) {
        return Err(format!("the program's JavaScript does not import {LINK}"));
    }
    let mut out = String::with_capacity(js.len() + loader.len());
    let mut given = false;
    for line in js.lines().filter(|line| !is_import(line)) {
        if !is_use(&line) {
            out.push_str(line);
        } else if !given {
            given = true;
            out.push_str(&format!("        {key}parts,"));
        } else {
            continue;
        }
        out.push('\n');
    }
    Ok(out + &loader)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JS: &str = "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\nlet wasm;\n    return {\n        \"./parts.js\": import1,\n        \"./parts.js\": import2,\n        \"./app_bg.js\": import0,\n    };\n";

    #[test]
    fn loaders_take_the_place_of_the_import() {
        let parts = BTreeMap::from([("a".to_owned(), vec!["x.wasm".to_owned(), "y.wasm".to_owned()])]);
        let js = with_loaders(JS, &parts).unwrap_or_default();
        assert!(
            js.starts_with(
                "let wasm;\n    return {\n        \"./parts.js\": parts,\n        \"./app_bg.js\": import0,\n"
            ),
            "{js}"
        );
        assert!(js.contains("const PARTS = { a: [\"x.wasm\", \"y.wasm\"] };"), "{js}");
        assert_eq!(js.matches("import ").count() + js.matches("@PARTS@").count(), 0, "{js}");
    }

    #[test]
    fn javascript_of_another_kind_is_told() {
        assert!(with_loaders("let wasm;", &BTreeMap::new()).is_err());
    }

    #[test]
    fn names_tell_part_and_build() {
        assert_eq!(file_name("split_findings", 10), "part-findings-000000000000000a.wasm");
        assert_eq!(file_name("chunk_3", 10), "part-3-000000000000000a.wasm");
    }
}
