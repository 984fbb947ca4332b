//! Short fingerprint of a bundle.

/// Returns eight hexadecimal digits that change with any byte of the bundle.
///
/// FNV-1a of 64 bits, both halves joined. It tells versions apart; it does not protect against
/// forgery.
pub fn fingerprint(json: &str) -> String {
    let hash = json.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn known_values() {
        // FNV-1a of "" and "a": cbf29ce484222325, af63dc4c8601ec8c.
        assert_eq!(fingerprint(""), "4fd0bfc1");
        assert_eq!(fingerprint("a"), "296230c0");
    }
}
