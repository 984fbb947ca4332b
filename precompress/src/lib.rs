//! Compressed copies of the files of a built folder (decision 0043).
//!
//! A host that serves files as they are sends `name.br` or `name.gz` in the place of `name`, so
//! that it compresses nothing itself and readers get the best compression there is.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Endings of files that shrink. Images and archives are compressed already.
const SHRINKING: &[&str] = &["html", "js", "css", "wasm", "bin", "webmanifest", "svg", "json", "txt"];

/// Whether a file of this name gets compressed copies.
pub fn is_compressible(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| SHRINKING.contains(&ending))
}

/// Returns the compressed copies of a file, each with the ending that is added to its name.
///
/// A copy that would not be smaller is left out.
///
/// # Errors
/// If a compressor fails.
pub fn copies(bytes: &[u8]) -> std::io::Result<Vec<(&'static str, Vec<u8>)>> {
    let mut made = vec![("br", brotli(bytes)?), ("gz", gzip(bytes)?)];
    made.retain(|(_, copy)| copy.len() < bytes.len());
    Ok(made)
}

fn brotli(mut bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut out, &params)?;
    Ok(out)
}

/// The header has no time and no name, so that the same bytes give the same copy.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed test may stop")]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn copies_hold_the_same_bytes_and_are_made_alike_each_time() {
        let text = "Armenia and Azerbaijan are party to all nine. ".repeat(50);
        let made = copies(text.as_bytes()).unwrap();
        assert_eq!(made, copies(text.as_bytes()).unwrap());
        let [(br, in_brotli), (gz, in_gzip)] = &made[..] else { unreachable!("both are smaller") };
        assert_eq!((*br, *gz), ("br", "gz"));
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut &in_brotli[..], &mut from_brotli).unwrap();
        flate2::read::GzDecoder::new(&in_gzip[..]).read_to_end(&mut from_gzip).unwrap();
        assert!(from_brotli == text.as_bytes() && from_gzip == text.as_bytes());
    }

    #[test]
    fn a_copy_that_is_not_smaller_is_left_out() {
        assert_eq!(copies(b"x").unwrap(), []);
    }

    #[test]
    fn pictures_and_copies_get_no_copy() {
        for name in ["index.html", "sw.js", "app-1.css", "part-1.wasm", "part-small-1.bin", "m.webmanifest"] {
            assert!(is_compressible(name), "{name}");
        }
        for name in ["icon-192.png", "index.html.br", "index.html.gz", "LICENSE", ""] {
            assert!(!is_compressible(name), "{name}");
        }
    }
}
