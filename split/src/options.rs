//! The options of `wasm-bindgen` that trunk and the scripts give.

use std::path::PathBuf;

/// What a build asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct BindgenOptions {
    /// The program of the compiler.
    pub input: PathBuf,
    /// Folder of the results.
    pub out_dir: PathBuf,
    /// File name of the results without extension.
    pub out_name: String,
    /// Whether to write type declarations.
    pub typescript: bool,
}

impl BindgenOptions {
    /// Reads the arguments; `--name=value` is `--name value`.
    ///
    /// # Errors
    /// An option that is not known here, since leaving it out would build something else; a missing
    /// file or folder.
    pub fn parse(args: &[String]) -> Result<Self, String> {
        let (mut input, mut out_dir, mut out_name, mut typescript) = (None, None, None, true);
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let (name, given) = match arg.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
                _ => (arg.as_str(), None),
            };
            let mut value = || {
                given.clone().or_else(|| args.next().cloned()).ok_or_else(|| format!("{name} needs a value"))
            };
            match name {
                "--target" => match value()?.as_str() {
                    "web" => {}
                    other => return Err(format!("--target {other}: only web is built here")),
                },
                "--out-dir" => out_dir = Some(PathBuf::from(value()?)),
                "--out-name" => out_name = Some(value()?),
                "--no-typescript" => typescript = false,
                _ if !name.starts_with('-') && input.is_none() => input = Some(PathBuf::from(arg)),
                _ => return Err(format!("unknown option {arg}")),
            }
        }
        let input = input.ok_or("which .wasm file?")?;
        let stem = || input.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let out_name = out_name.or_else(stem).ok_or("the .wasm file has no name")?;
        Ok(Self { out_name, out_dir: out_dir.ok_or("--out-dir is missing")?, input, typescript })
    }
}

#[cfg(test)]
mod tests {
    use super::BindgenOptions;

    fn parse(args: &str) -> Result<BindgenOptions, String> {
        BindgenOptions::parse(&args.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn both_forms_of_an_option_are_read() {
        let build = BindgenOptions {
            input: "a/app.wasm".into(),
            out_dir: "out".into(),
            out_name: "app".to_owned(),
            typescript: false,
        };
        let forms = [
            "--target=web --out-dir=out --out-name=app a/app.wasm --no-typescript",
            "--target web --no-typescript --out-dir out a/app.wasm",
        ];
        for form in forms {
            assert_eq!(parse(form).as_ref(), Ok(&build), "{form}");
        }
    }

    #[test]
    fn what_would_build_something_else_is_refused() {
        for args in
            ["", "a.wasm", "--out-dir", "--target=nodejs a.wasm --out-dir=x", "a.wasm b.wasm --out-dir=x"]
        {
            assert!(parse(args).is_err(), "{args}");
        }
        assert_eq!(parse("a.wasm --out-dir=x --debug"), Err("unknown option --debug".to_owned()));
    }
}
