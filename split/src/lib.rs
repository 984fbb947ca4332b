//! Post-processing of the split program: chunk loaders, and removal of unused code and long names.

pub mod options;

use std::collections::BTreeMap;

/// Module from which the main program imports the chunk loaders.
///
/// It is replaced by the loaders themselves.
pub const LINK: &str = "./parts.js";
const LOADER: &str = include_str!("parts.js");

/// Returns the file name of a chunk.
///
/// `hash` is that of the whole program, so that chunks of two builds never mix.
pub fn file_name(stem: &str, hash: u64) -> String {
    let name = stem.strip_prefix("split_").or_else(|| stem.strip_prefix("chunk_")).unwrap_or(stem);
    format!("part-{name}-{hash:016x}.wasm")
}

/// Inserts the chunk loaders into the JavaScript of wasm-bindgen.
///
/// `parts` has the files that each chunk needs.
///
/// # Errors
/// If the JavaScript does not have the form that wasm-bindgen writes.
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

/// Part of the names of a library's stream exports, which the app does not use.
///
/// Exports keep everything that they call.
const STREAMS: &str = "intounderlying";

/// Removes the JavaScript classes that call these exports.
///
/// # Errors
/// If they have another form than wasm-bindgen writes; then the exports must stay.
pub fn without_streams(js: &str) -> Result<String, String> {
    let begins = |line: &str| {
        line.starts_with("export class IntoUnderlying") || line.starts_with("const IntoUnderlying")
    };
    let ends = |line: &str| line.starts_with("if (Symbol.dispose) IntoUnderlying") || line.ends_with("1));");
    let (mut out, mut inside) = (String::with_capacity(js.len()), false);
    for line in js.lines() {
        inside |= begins(line);
        if !inside {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !ends(line);
    }
    if inside || out.to_lowercase().contains(STREAMS) {
        return Err("the program's JavaScript speaks of streams in an unknown way".to_owned());
    }
    Ok(out)
}

/// Removes these exports from a WebAssembly module.
///
/// # Errors
/// If it is not a module, or is truncated.
pub fn without_stream_exports(wasm: &[u8]) -> Result<Vec<u8>, String> {
    const EXPORTS: u8 = 7;
    with_section(wasm, EXPORTS, kept)
}

/// Shortens the names of imports in the program and its JavaScript.
///
/// The long names end with a hash, which no browser needs.
///
/// # Errors
/// If the module is invalid, is truncated, or imports anything but functions; or if the JavaScript
/// lacks one of the names.
pub fn with_short_imports(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String), String> {
    const IMPORTS: u8 = 2;
    let mut names = BTreeMap::new();
    let wasm = with_section(wasm, IMPORTS, |section| renamed(section, &mut names))?;
    let mut out = String::with_capacity(js.len());
    for line in js.lines() {
        let key = line.trim_start().split_once(": ").map(|(key, _)| key);
        match key.and_then(|key| Some((key, names.remove(key)?))) {
            Some((key, short)) => out.push_str(&line.replacen(key, &short, 1)),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    match names.keys().next() {
        None => Ok((wasm, out)),
        Some(name) => Err(format!("the program's JavaScript does not give {name}")),
    }
}

/// Returns a module with one section rewritten.
fn with_section(
    wasm: &[u8],
    which: u8,
    mut anew: impl FnMut(&[u8]) -> Result<Vec<u8>, String>,
) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(wasm.len());
    let mut rest = Bytes(wasm);
    out.extend(rest.take(8)?); // magic number and version
    while !rest.0.is_empty() {
        let id = rest.take(1)?[0];
        let size = rest.number()?;
        let body = rest.take(size)?;
        let body = if id == which { anew(body)? } else { body.to_vec() };
        out.push(id);
        out.extend(number(body.len()));
        out.extend(body);
    }
    Ok(out)
}

/// Rewrites the import section with short names for those of wasm-bindgen.
///
/// `names` collects the short name of each.
fn renamed(section: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    const FUNCTION: u8 = 0;
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut out = number(count);
    for at in 0..count {
        let module = rest.name()?;
        let name = String::from_utf8_lossy(rest.name()?);
        let short = if name.starts_with("__wb") {
            names.entry(name.to_string()).or_insert_with(|| format!("i{at}"))
        } else {
            &*name
        };
        for word in [module, short.as_bytes()] {
            out.extend(number(word.len()));
            out.extend(word);
        }
        if rest.take(1)?[0] != FUNCTION {
            return Err(format!("the program imports {name}, which is no function"));
        }
        out.push(FUNCTION);
        out.extend(number(rest.number()?));
    }
    Ok(out)
}

/// Returns the export section without stream exports.
fn kept(section: &[u8]) -> Result<Vec<u8>, String> {
    let mut rest = Bytes(section);
    let (mut kept, mut count) = (Vec::with_capacity(section.len()), 0);
    for _ in 0..rest.number()? {
        let before = rest.0;
        let name = String::from_utf8_lossy(rest.name()?).contains(STREAMS);
        rest.take(1)?; // kind
        rest.number()?;
        if !name {
            count += 1;
            kept.extend(&before[..before.len() - rest.0.len()]);
        }
    }
    Ok([number(count), kept].concat())
}

/// Reader of bytes from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or("the program is cut off")?;
        self.0 = rest;
        Ok(taken)
    }
    /// Reads a length-prefixed string.
    fn name(&mut self) -> Result<&'a [u8], String> {
        let len = self.number()?;
        self.take(len)
    }
    /// Reads a number in LEB128.
    fn number(&mut self) -> Result<usize, String> {
        let mut value = 0;
        for shift in (0..usize::BITS).step_by(7).take(5) {
            let byte = self.take(1)?[0];
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err("the program has a number that is too long".to_owned())
    }
}

/// Encodes a number in LEB128.
fn number(mut value: usize) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            out.push(low);
            return out;
        }
        out.push(low | 0x80);
    }
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
    fn streams_are_left_out_of_the_javascript() {
        let js = "let wasm;\nexport class IntoUnderlyingSink {\n    close() {\n        wasm.intounderlyingsink_close(1);\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;\nlet a;\nconst IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? {}\n    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));\nlet b;\n";
        assert_eq!(without_streams(js).as_deref(), Ok("let wasm;\nlet a;\nlet b;\n"));
        assert!(without_streams("use(wasm.intounderlyingsink_close);").is_err());
        assert!(without_streams("export class IntoUnderlyingSink {\n").is_err());
    }

    #[test]
    fn their_exports_are_left_out_of_the_program() {
        let module = |exports: &[u8]| {
            let head = [&b"\0asm\x01\0\0\0"[..], &[0, 2, 1, b'x'][..]].concat();
            [&head[..], &[7], &number(exports.len()), exports, &[11, 1, 0]].concat()
        };
        let name = "intounderlyingsink_close";
        let export = |name: &str, at: u8| [&[name.len() as u8], name.as_bytes(), &[0, 0x80 | at, 1]].concat();
        let all = [vec![3], export("main", 5), export(name, 6), export("memory", 7)].concat();
        let left = [vec![2], export("main", 5), export("memory", 7)].concat();
        assert_eq!(without_stream_exports(&module(&all)), Ok(module(&left)));
        let whole = module(&all);
        assert!((9..whole.len() - 3).all(|n| n == 12 || without_stream_exports(&whole[..n]).is_err()));
        // Large numbers take several bytes.
        assert_eq!((number(5), number(300)), (vec![5], vec![0xac, 2]));
        assert_eq!(Bytes(&[0xac, 2, 9]).number(), Ok(300));
        assert!(Bytes(&[0x80; 9]).number().is_err());
    }

    #[test]
    fn imports_have_short_names_in_program_and_javascript() {
        let word = |word: &str| [&[word.len() as u8], word.as_bytes()].concat();
        let import = |module: &str, name: &str, kind: u8| [word(module), word(name), vec![kind, 3]].concat();
        let module = |imports: &[Vec<u8>]| {
            let section = [vec![imports.len() as u8], imports.concat()].concat();
            [&b"\0asm\x01\0\0\0"[..], &[2, section.len() as u8], &section, &[11, 1, 0]].concat()
        };
        let long = ["__wbg_focus_0a", "load", "__wbindgen_cast_1"];
        let of = |names: [&str; 3]| module(&names.map(|name| import("./a.js", name, 0)));
        let js = "const import0 = {\n    __wbg_focus_0a: function(arg0) {\n    },\n__wbindgen_cast_1: f(\"a: b\"),\n}\n";
        let short = "const import0 = {\n    i0: function(arg0) {\n    },\ni2: f(\"a: b\"),\n}\n";
        assert_eq!(with_short_imports(&of(long), js), Ok((of(["i0", "load", "i2"]), short.to_owned())));
        let named = with_short_imports(&of(long), "let wasm;");
        assert_eq!(named, Err("the program's JavaScript does not give __wbg_focus_0a".to_owned()));
        assert!(with_short_imports(&module(&[import("./a.js", "__wbg_memory", 2)]), js).is_err());
        let whole = of(long);
        assert!((9..whole.len() - 3).all(|n| with_short_imports(&whole[..n], js).is_err()));
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
