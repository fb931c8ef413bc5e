//! Contract: bytes become text for every encoding of the Web: a byte-order mark decides, then valid
//! UTF-8, then the encoding that the text declares; otherwise the encoding is guessed. UTF-16
//! without a mark, which may be valid UTF-8, is recognised by its zero bytes.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text and how it was encoded.
pub(crate) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    /// The name of the encoding ("windows-1252").
    #[cfg_attr(not(feature = "cli"), allow(dead_code))]
    pub encoding: &'static str,
    /// Whether nothing states the encoding.
    #[cfg_attr(not(feature = "cli"), allow(dead_code))]
    pub guessed: bool,
}

/// How many bytes show whether a text is UTF-16, and the fewest that can.
const LOOKED_AT: usize = 4096;
const SHORTEST: usize = 8;

/// Decodes `bytes`; `declared` is the name of the encoding that they or their sender state.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Decoded<'b> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(&bytes[mark..], encoding, false);
    }
    if let Some(encoding) = utf_16(bytes) {
        return decoded(bytes, encoding, true);
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded { text: text.into(), encoding: UTF_8.name(), guessed: false };
    }
    match declared.and_then(|name| Encoding::for_label(name.as_bytes())) {
        // a text in UTF-16 could not declare its encoding, and the text is not UTF-8
        Some(encoding) if ![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding) => decoded(bytes, encoding, false),
        _ => {
            let mut detector = EncodingDetector::new();
            detector.feed(bytes, true);
            decoded(bytes, detector.guess(None, false), true)
        }
    }
}

/// Decodes bytes of which nothing states the encoding, without a copy where they are UTF-8.
#[cfg(feature = "cli")]
pub(crate) fn decode_owned(mut bytes: Vec<u8>) -> Decoded<'static> {
    if Encoding::for_bom(&bytes).is_none() && utf_16(&bytes).is_none() {
        match String::from_utf8(bytes) {
            Ok(text) => return Decoded { text: text.into(), encoding: UTF_8.name(), guessed: false },
            Err(error) => bytes = error.into_bytes(),
        }
    }
    let Decoded { text, encoding, guessed } = decode(&bytes, None);
    Decoded { text: text.into_owned().into(), encoding, guessed }
}

/// UTF-16, if most characters are two bytes of which the same one is zero, as in English.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    if start.len() < SHORTEST || memchr::memchr(0, start).is_none() {
        return None;
    }
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let most = start.len() * 3 / 8;
    match () {
        () if low_first > most && high_first * 8 < low_first => Some(UTF_16LE),
        () if high_first > most && low_first * 8 < high_first => Some(UTF_16BE),
        () => None,
    }
}

fn decoded<'b>(bytes: &'b [u8], encoding: &'static Encoding, guessed: bool) -> Decoded<'b> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: encoding.name(), guessed }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    fn read(bytes: &[u8], declared: Option<&str>) -> (String, &'static str, bool) {
        let Decoded { text, encoding, guessed } = decode(bytes, declared);
        if declared.is_none() {
            let owned = decode_owned(bytes.to_vec());
            assert_eq!((&owned.text, owned.encoding, owned.guessed), (&text, encoding, guessed));
        }
        (text.into_owned(), encoding, guessed)
    }

    #[test]
    fn a_byte_order_mark_decides() {
        let of = |text: &str, encoding| (text.to_owned(), encoding, false);
        assert_eq!(read(b"\xef\xbb\xbf\xc3\x89lan", Some("latin1")), of("Élan", "UTF-8"));
        assert_eq!(read(b"\xff\xfe\xc9\0l\0", None), of("Él", "UTF-16LE"));
        assert_eq!(read(b"\xfe\xff\0\xc9\0l", Some("utf-8")), of("Él", "UTF-16BE"));
    }

    #[test]
    fn utf_16_without_a_mark_is_recognised() {
        let of = |encoding| ("It’s safe.".to_owned(), encoding, true);
        let units = || "It’s safe.".encode_utf16();
        assert_eq!(read(&units().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), None), of("UTF-16LE"));
        assert_eq!(read(&units().flat_map(u16::to_be_bytes).collect::<Vec<_>>(), None), of("UTF-16BE"));
        for other in ["", "\0", "a\0", "It is\0 safe.\0", "\0\0\0\0\0\0", "a\0\0\0b\0\0\0c\0\0\0"] {
            assert_eq!(read(other.as_bytes(), None).0, other);
        }
    }

    #[test]
    fn valid_utf_8_is_borrowed_whatever_is_declared() {
        let decoded = decode("“Élan”".as_bytes(), Some("windows-1252"));
        assert!(matches!(decoded.text, Cow::Borrowed("“Élan”")));
    }

    #[test]
    fn the_declared_encoding_is_used_or_one_is_guessed() {
        let text = b"\x93Nous sommes d\xe9j\xe0 l\xe0\x94, dit-il.";
        let expected = "“Nous sommes déjà là”, dit-il.".to_owned();
        for (declared, guessed) in
            [(Some("iso-8859-1"), false), (Some("windows-1252"), false), (Some("utf-8"), true), (None, true)]
        {
            assert_eq!(read(text, declared), (expected.clone(), "windows-1252", guessed), "{declared:?}");
        }
        assert_eq!(read(b"\xcf\xf0\xe8\xe2\xe5\xf2", Some("windows-1251")).0, "Привет");
    }
}
