//! Texts made of pieces that matter to what is tested, each chosen by a byte.

pub fn text(bytes: &[u8], pieces: &[&str]) -> String {
    bytes.iter().map(|&byte| pieces[usize::from(byte) % pieces.len()]).collect()
}
