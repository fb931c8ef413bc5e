//! Contract: bytes become text for every encoding of the Web: a byte-order mark decides, then valid
//! UTF-8, then the encoding that the text declares; otherwise the encoding is guessed.

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

/// Decodes `bytes`; `declared` is the name of the encoding that they or their sender state.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Decoded<'b> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(&bytes[mark..], encoding, false);
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
    if Encoding::for_bom(&bytes).is_none() {
        match String::from_utf8(bytes) {
            Ok(text) => return Decoded { text: text.into(), encoding: UTF_8.name(), guessed: false },
            Err(error) => bytes = error.into_bytes(),
        }
    }
    let Decoded { text, encoding, guessed } = decode(&bytes, None);
    Decoded { text: text.into_owned().into(), encoding, guessed }
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
