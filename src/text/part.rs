//! Contract: the parts of a text cover it, in order; only a text longer than any article has more
//! than one. The passes read one part at a time, so that their memory is bounded by the length of a
//! part, whatever the length of the text.
//!
//! A part ends after a blank line, if there is one near its end, so that no sentence is cut.
//! Nothing but the names of speakers connects the parts.

use memchr::memmem;

/// The maximum length of a part in bytes, 45,000 words: more than any article, and five times as
/// much as a long magazine story. With parts of four times this length, long texts take 1.4 times
/// as long.
const LONGEST: usize = 1 << 18;

/// How far from its end a part may be cut.
const NEAR: usize = LONGEST / 4;

/// Where to cut, the best first.
const CUTS: [&str; 5] = ["\n\n", "\r\n\r\n", "\n", ". ", " "];

/// A part of a text, and where it begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Part<'t> {
    pub start: usize,
    pub text: &'t str,
}

/// Whether a text has more than one part.
pub(crate) fn is_long(text: &str) -> bool {
    text.len() > LONGEST
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
    if !is_long(rest) {
        return rest.len();
    }
    let end = whole_chars(rest, LONGEST);
    let near = &rest.as_bytes()[end - NEAR..end];
    let after = |cut: &&str| Some(end - NEAR + memmem::rfind(near, cut.as_bytes())? + cut.len());
    CUTS.iter().find_map(after).unwrap_or(end)
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
                assert!(end == text.len() || part.text.ends_with(cut) && part.text.len() > LONGEST / 2);
            }
        }
    }
}
