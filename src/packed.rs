//! Packed bytes, which the build script writes and the program reads where they lie. Numbers are
//! little-endian.

/// Writes packed bytes.
#[derive(Default)]
#[allow(dead_code, reason = "the build script writes")]
pub(crate) struct Writer(Vec<u8>);

#[allow(dead_code, reason = "the build script writes")]
impl Writer {
    pub fn bytes(&mut self, bytes: impl IntoIterator<Item = u8>) {
        self.0.extend(bytes);
    }

    /// A number of 16 bits.
    pub fn short(&mut self, number: usize) {
        self.bytes(u16::try_from(number).expect("a packed number has 16 bits").to_le_bytes());
    }

    /// A number of 32 bits.
    pub fn number(&mut self, number: usize) {
        self.bytes(u32::try_from(number).expect("a packed number has 32 bits").to_le_bytes());
    }

    pub fn text(&mut self, text: &str) {
        self.short(text.len());
        self.bytes(text.bytes());
    }

    /// How many parts there are, and each of them.
    pub fn list<T>(&mut self, parts: &[T], mut write: impl FnMut(&T, &mut Writer)) {
        self.short(parts.len());
        for part in parts {
            write(part, self);
        }
    }

    /// How many numbers there are, and their bytes.
    pub fn array<const N: usize>(&mut self, numbers: impl ExactSizeIterator<Item = [u8; N]>) {
        self.number(numbers.len());
        self.bytes(numbers.flatten());
    }

    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what a [`Writer`] has written, from its start.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "the program reads")]
pub(crate) struct Reader(pub &'static [u8]);

#[allow(dead_code, reason = "the program reads")]
impl Reader {
    /// The next bytes.
    pub const fn take<const N: usize>(&mut self) -> [u8; N] {
        let (next, rest) = self.0.split_first_chunk().expect(WHOLE);
        self.0 = rest;
        *next
    }

    pub const fn short(&mut self) -> usize {
        u16::from_le_bytes(self.take()) as usize
    }

    pub const fn number(&mut self) -> usize {
        u32::from_le_bytes(self.take()) as usize
    }

    /// The bytes of each number of an array.
    pub fn array<const N: usize>(&mut self) -> &'static [[u8; N]] {
        let count = self.number();
        let (numbers, rest) = self.0.split_at_checked(count * N).expect(WHOLE);
        self.0 = rest;
        numbers.as_chunks().0
    }

    pub const fn text(&mut self) -> &'static str {
        let length = self.short();
        let (letters, rest) = self.0.split_at_checked(length).expect(WHOLE);
        self.0 = rest;
        text(letters)
    }
}

pub(crate) const WHOLE: &str = "the build script packs everything whole";

#[allow(dead_code, reason = "the program reads")]
pub(crate) const fn text(letters: &[u8]) -> &str {
    match str::from_utf8(letters) {
        Ok(text) => text,
        Err(_) => panic!("{}", WHOLE),
    }
}

/// What the build script has written to a file of this name.
#[allow(unused_macros, reason = "the program reads")]
macro_rules! packed {
    ($($name:expr),+) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $($name),+))
    };
}

#[allow(unused_imports, reason = "the program reads")]
pub(crate) use packed;

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn what_was_written_is_read() {
        let mut writer = Writer::default();
        writer.short(513);
        writer.number(70_000);
        writer.list(&["a", "é"], |text, to| to.text(text));
        writer.bytes([7]);
        writer.array([1_u16, 2].map(u16::to_le_bytes).into_iter());
        let mut reader = Reader(writer.finish().leak());
        assert_eq!((reader.short(), reader.number(), reader.short()), (513, 70_000, 2));
        assert_eq!((reader.text(), reader.text(), reader.take()), ("a", "é", [7]));
        assert_eq!(reader.array(), [[1, 0], [2, 0]]);
        assert!(reader.0.is_empty());
    }
}
