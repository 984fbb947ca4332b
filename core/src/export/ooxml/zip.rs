//! Writer of zip files (APPNOTE 6.3): deflated parts, then the directory.
//!
//! The date is fixed, so equal parts give equal bytes.

use miniz_oxide::deflate::compress_to_vec;

/// Version 2.0, which introduced deflate.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
/// 1 January 1980, the first date of the format.
const DAY: u16 = 0x21;
/// Default compression level.
const LEVEL: u8 = 6;

/// Returns a zip file of parts by name; names must be ASCII.
pub fn zip(parts: &[(String, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let bytes = compress_to_vec(text.as_bytes(), LEVEL);
        let mut about = Vec::new();
        for field in [VERSION, 0, DEFLATED, 0, DAY] {
            about.extend(field.to_le_bytes());
        }
        for field in [crc(text.as_bytes()), bytes.len() as u32, text.len() as u32] {
            about.extend(field.to_le_bytes());
        }
        // Length of the name, and no extra fields.
        about.extend((name.len() as u32).to_le_bytes());
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend((out.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&about);
        out.extend(name.as_bytes());
        out.extend(bytes);
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    let count = parts.len() as u16;
    out.extend([count, count].map(u16::to_le_bytes).concat());
    out.extend([directory.len() as u32, start].map(u32::to_le_bytes).concat());
    out.extend([0; 2]);
    out
}

/// CRC-32 of the zip format, four bits at a time: a table of 16 entries instead of 4,096.
fn crc(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        while at < 16 {
            let (mut rest, mut bit) = (at as u32, 0);
            while bit < 4 {
                rest = if rest & 1 == 1 { 0xedb8_8320 ^ (rest >> 1) } else { rest >> 1 };
                bit += 1;
            }
            table[at] = rest;
            at += 1;
        }
        table
    };
    let half = |rest: u32, bits: u32| TABLE[((rest ^ bits) & 15) as usize] ^ (rest >> 4);
    !bytes.iter().fold(!0, |rest, byte| {
        let byte = u32::from(*byte);
        half(half(rest, byte), byte >> 4)
    })
}

#[cfg(test)]
mod tests {
    use super::crc;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        // Check value of CRC-32 (ITU-T V.42); the tests of workbooks check CRCs as well.
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }
}
