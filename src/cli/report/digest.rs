//! The SHA-256 digest of a text in base 64, by which a page's security policy names its script:
//! sixty lines in place of ten crates. A test compares it with the crate `sha2`.

/// The base-64 digits.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const ROUNDS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

/// The same of the square roots of the first eight.
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// The digest of `text` in base 64.
pub fn sha256(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    bytes.push(0x80);
    bytes.resize((bytes.len() + 8).next_multiple_of(64) - 8, 0);
    bytes.extend((text.len() as u64 * 8).to_be_bytes());
    let (blocks, _) = bytes.as_chunks::<64>();
    let state = blocks.iter().fold(START, compressed);
    base64(&state.map(u32::to_be_bytes).concat())
}

fn compressed(state: [u32; 8], block: &[u8; 64]) -> [u32; 8] {
    let mut words = [0; 64];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    let rotated = |word: u32, by: [u32; 3]| by.map(|by| word.rotate_right(by));
    for i in 16..64 {
        let [a, b, _] = rotated(words[i - 15], [7, 18, 0]);
        let [c, d, _] = rotated(words[i - 2], [17, 19, 0]);
        let (low, high) = (a ^ b ^ (words[i - 15] >> 3), c ^ d ^ (words[i - 2] >> 10));
        words[i] = words[i - 16].wrapping_add(low).wrapping_add(words[i - 7]).wrapping_add(high);
    }
    let mut s = state;
    for (word, round) in words.into_iter().zip(ROUNDS) {
        let [a, b, c] = rotated(s[4], [6, 11, 25]);
        let choice = (s[4] & s[5]) ^ (!s[4] & s[6]);
        let add = [a ^ b ^ c, choice, round, word].into_iter().fold(s[7], u32::wrapping_add);
        let [a, b, c] = rotated(s[0], [2, 13, 22]);
        let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
        let first = add.wrapping_add(a ^ b ^ c).wrapping_add(majority);
        s = [first, s[0], s[1], s[2], s[3].wrapping_add(add), s[4], s[5], s[6]];
    }
    std::array::from_fn(|i| state[i].wrapping_add(s[i]))
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(group.get(i).copied().unwrap_or(0)));
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) as usize & 63;
            text.push(if digit <= group.len() { DIGITS[index] as char } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use sha2::Digest;

    #[test]
    fn digests_are_those_of_the_crate() {
        for length in 0..200 {
            let text = "“Élan” ".repeat(length);
            let expected = base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(&text));
            assert_eq!(super::sha256(&text), expected, "{length}");
        }
        assert_eq!(super::base64(b"a"), "YQ==");
    }
}
