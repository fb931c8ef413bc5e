//! The markup of the expected answer in a sentence.
//!
//! `[who the mayor] [cue said] on Friday that [what the bridge was safe].`
//!
//! | mark | is |
//! | --- | --- |
//! | `[who …]` | the source |
//! | `[cue …]` | the word that the cue must contain |
//! | `[what …]` | the content, or a piece of it |
//! | `[what? …]`, `[who? …]` | words that may be part of the content, or of the source, or not |
//! | `[who2 …]`, `[cue2 …]`, … | the same for a second statement |
//! | `[both …]` | the source of the first and of the second statement |
//! | `^` | the next letter is a capital |
//!
//! Blanks are adjusted: there is one between words and none before a comma, and a comma before
//! another mark is dropped. So a slot may have an empty filler.

use std::fmt;

/// An expected statement.
#[derive(Default, Debug)]
pub struct Expected {
    pub source: Vec<Piece>,
    pub cue: String,
    pub content: Vec<Piece>,
}

/// Words of the content or the source.
#[derive(Debug)]
pub struct Piece {
    pub text: String,
    pub optional: bool,
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.optional { write!(f, "({})", self.text) } else { f.write_str(&self.text) }
    }
}

/// Splits a marked sentence into the text and the expected statements.
pub fn read(marked: &str) -> (String, Vec<Expected>) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut capital = false;
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        append(&mut text, &rest[..open], &mut capital);
        let (inside, after) = rest[open + 1..].split_once(']').expect("a closing bracket");
        let (mark, words) = inside.split_once(' ').expect("a blank after the mark");
        let from = text.len();
        append(&mut text, words, &mut capital);
        let marks: &[&str] = if mark == "both" { &["who", "who2"] } else { &[mark] };
        for mark in marks {
            note(&mut expected, mark, text[from..].trim());
        }
        rest = after;
    }
    append(&mut text, rest, &mut capital);
    (text.trim_end().to_owned(), expected)
}

/// Adds the words to the expected statement that the mark names.
fn note(expected: &mut Vec<Expected>, mark: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let optional = mark.ends_with('?');
    let mark = mark.trim_end_matches('?');
    let kind = mark.trim_end_matches('2');
    let index = usize::from(kind != mark);
    while expected.len() <= index {
        expected.push(Expected::default());
    }
    let statement = &mut expected[index];
    let piece = Piece { text: words.to_owned(), optional };
    match kind {
        "who" => statement.source.push(piece),
        "cue" => statement.cue = piece.text,
        "what" => statement.content.push(piece),
        _ => panic!("unknown mark {mark:?}"),
    }
}

/// Appends words with the blanks and capitals that they need.
fn append(text: &mut String, words: &str, capital: &mut bool) {
    for c in words.chars() {
        match c {
            '^' => *capital = true,
            ' ' if text.is_empty() || text.ends_with(' ') => {}
            ',' | '.' | ':' | '?' | '!' => {
                // drops the comma that closes an apposition
                text.truncate(text.trim_end_matches([' ', ',']).len());
                text.push(c);
            }
            _ if *capital && c.is_alphanumeric() => {
                text.extend(c.to_uppercase());
                *capital = false;
            }
            _ => text.push(c),
        }
    }
}
