//! Text from outside, made safe to show to people: what could steer a terminal, reverse the reading
//! direction or hide is shown as such.

use std::borrow::Cow;
use std::fmt::Write;

/// The most characters of a name in a message.
const LONGEST_NAME: usize = 120;

/// Whether a character steers the output instead of being shown: controls (escape sequences begin
/// with one), changes of the reading direction, and characters without width or shape.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// A character as it is shown in a text: "�" if it is hidden.
pub(crate) fn shown(c: char) -> char {
    if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c }
}

/// A message with its hidden characters written as escapes, such as `\u{1b}`; it keeps its lines.
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) fn message(text: &str) -> Cow<'_, str> {
    escaped(text, |c| matches!(c, '\n' | '\t'))
}

/// A name from outside for a message: on one line, its hidden characters as escapes, and without
/// its middle if it is long.
pub(crate) fn name(name: &str) -> Cow<'_, str> {
    let few = |text: &mut dyn Iterator<Item = char>| text.take(LONGEST_NAME / 2).collect::<String>();
    if name.chars().nth(LONGEST_NAME).is_none() {
        return escaped(name, |_| false);
    }
    let start = few(&mut name.chars());
    let end: String = few(&mut name.chars().rev()).chars().rev().collect();
    Cow::Owned(format!("{}…{}", escaped(&start, |_| false), escaped(&end, |_| false)))
}

fn escaped(text: &str, keeps: impl Fn(char) -> bool) -> Cow<'_, str> {
    let hidden = |c: char| is_hidden(c) && !keeps(c);
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if hidden(c) {
            let _ = write!(shown, "{}", c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        let hostile = "a\u{1b}]0;x\u{7}\u{202e}b\u{200b}\u{9b}1m";
        assert_eq!(message(hostile), r"a\u{1b}]0;x\u{7}\u{202e}b\u{200b}\u{9b}1m");
        assert_eq!(message("é\n\t🙂"), "é\n\t🙂");
        assert_eq!(name("a\nb"), r"a\u{a}b");
    }

    #[test]
    fn a_long_name_loses_its_middle() {
        let long = name(&"é".repeat(5000)).into_owned();
        assert!(long.chars().count() == LONGEST_NAME + 1 && long.contains('…'), "{long}");
        assert_eq!(name(&"a".repeat(LONGEST_NAME)).len(), LONGEST_NAME);
    }
}
