//! Contract: the parts of a text cover it, in order; only a text longer than any article has more
//! than one. The passes read one part at a time, so that their memory is bounded by the length of a
//! part, whatever the length of the text.
//!
//! A part ends after a blank line, if there is one near its end, so that no sentence is cut.
//! Nothing but the names of speakers connects the parts. A text of nothing but short sentences has
//! shorter parts, because the passes need memory by word, sentence and name.

use memchr::memmem;

/// The maximum length of a part in bytes, 45,000 words: more than any article, and five times as
/// much as a long magazine story. With parts of four times this length, long texts take 1.4 times
/// as long.
const LONGEST: usize = 1 << 18;

/// The memory, in bytes, that the passes may need for a part. 256 KiB of news take nearly all
/// of it.
const MOST: usize = 8 << 20;

/// What the passes need for the word, sentence, line or name that a byte shows: each figure is
/// measured on texts of little else.
const COST: [u16; 256] = {
    let mut cost = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        cost[byte] = match byte as u8 {
            b'\n' => 330,
            b'.' | b'!' | b'?' => 400,
            b'"' | b'\'' => 250,
            // with the marks beyond ASCII: “ ” ‘ ’
            0xe2 => 250,
            b'A'..=b'Z' => 300,
            b'a'..=b'z' | b'0'..=b'9' | 0x80..=0xbf => 0,
            b' ' => 60,
            _ => 80,
        };
        byte += 1;
    }
    cost
};

/// The highest cost.
const HIGHEST: usize = 400;

/// A part is cut in the last quarter of the length that it may have.
const NEAR: usize = 4;

/// Where to cut, the best first.
const CUTS: [&str; 5] = ["\n\n", "\r\n\r\n", "\n", ". ", " "];

/// A part of a text, and where it begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Part<'t> {
    pub start: usize,
    pub text: &'t str,
}

/// The parts of `text`; an empty text is one part.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        let length = length(rest);
        next = (length < rest.len()).then_some(start + length);
        Some(Part { start, text: &rest[..length] })
    })
}

/// The length of the first part of `rest`.
fn length(rest: &str) -> usize {
    let most = room(rest.as_bytes());
    if most >= rest.len() {
        return rest.len();
    }
    let end = whole_chars(rest, most);
    let near = end - end / NEAR;
    let after =
        |cut: &&str| Some(near + memmem::rfind(&rest.as_bytes()[near..end], cut.as_bytes())? + cut.len());
    CUTS.iter().find_map(after).unwrap_or(end)
}

/// The most bytes that the first part of `rest` may have.
fn room(rest: &[u8]) -> usize {
    let most = rest.len().min(LONGEST);
    if most <= MOST / HIGHEST {
        return most;
    }
    let (mut cost, mut in_word) = (0, false);
    for (at, &byte) in rest[..most].iter().enumerate() {
        // a word in capitals is one name
        if !(in_word && byte.is_ascii_uppercase()) {
            cost += usize::from(COST[byte as usize]);
        }
        in_word = byte.is_ascii_alphabetic();
        if cost > MOST {
            return at;
        }
    }
    most
}

/// The length of the longest beginning of `text` of at most `most` bytes.
pub(crate) fn whole_chars(text: &str, most: usize) -> usize {
    let most = text.len().min(most);
    (0..=most).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cover_the_text_and_end_where_nothing_is_cut() {
        let word = "é".repeat(LONGEST);
        let line = "The mayor said no. It rained.\n".repeat(LONGEST / 10);
        let blank = line.replace(".\n", ".\r\n\r\n");
        for (text, cut) in [("", ""), ("It rained.", ""), (&word, ""), (&line, "\n"), (&blank, "\r\n\r\n")] {
            let parts: Vec<_> = parts(text).collect();
            assert_eq!(parts.iter().map(|part| part.text).collect::<String>(), text);
            assert_eq!(parts.len() > 1, text.len() > LONGEST);
            let mut end = 0;
            for part in &parts {
                assert_eq!(part.start, end);
                end += part.text.len();
                assert!(part.text.len() <= LONGEST);
                assert!(end == text.len() || part.text.ends_with(cut) && part.text.len() > LONGEST / 4);
            }
        }
    }

    #[test]
    fn dense_texts_have_shorter_parts() {
        let first = |piece: &str| parts(&piece.repeat(LONGEST)).next().map_or(0, |part| part.text.len());
        let news = "The mayor of Tarn Bridge said on Tuesday that the old pier would be closed for a year. ";
        assert!(first(news) > LONGEST * 9 / 10);
        assert!(first("THE MAYOR SAID THAT THE PIER WAS CLOSED. ") > LONGEST / 3);
        assert!(first("He said so. ") < LONGEST * 2 / 3);
        assert!(first("A: b\n") < LONGEST / 3);
    }
}
