//! Contract: splits the words of patterns like those of texts ("don't" is "do" and "n't"), so that
//! patterns can match them.

use super::terms::LONGEST_WORD;
use crate::arena::Arena;
use crate::lexicon::Lexicon;
use crate::text::Text;

/// The words into which `word` is split in a text; `None` if it is a single word.
pub(super) fn split(word: &str) -> Option<Vec<String>> {
    let plain = word.chars().all(|c| c.is_alphanumeric() || c == '-');
    // no word is as long, and a text of this length would take as long as an article
    let long = word.len() > 2 * LONGEST_WORD;
    // the second halves of contractions are words by themselves
    if plain || long || word.starts_with(['\'', '’']) || matches!(word, "n't" | "n’t") {
        return None;
    }
    let arena = Arena::new();
    let text = Text::read(word, Lexicon::built_in(), &arena);
    let words = (0..text.tokens.len()).filter(|&i| text.tokens[i].is_word());
    let words: Vec<String> = words.map(|i| text.word(i).to_owned()).collect();
    let whole = words.len() == 1 && words[0].len() == word.len();
    (!whole).then_some(words)
}

/// The error message for a word that is not a single word in a text.
pub(super) fn refuse(word: &str) -> Option<String> {
    let words = split(word.trim_end_matches(['~', '*']))?;
    Some(match &words[..] {
        [] => format!("`{word}` is not a word in a text, so it can never match; remove it"),
        _ if word.contains(['[', '(', '+', '^', '$']) => {
            let apart = words.join(" ");
            format!(
                "`{word}` is {} words in a text, `{apart}`; write a regular expression as `/{word}/`",
                words.len()
            )
        }
        [one] => format!("`{word}` is `{one}` in a text, so it can never match; write `{one}`"),
        several => {
            let apart = several.join(" ");
            format!("`{word}` is {} words in a text, `{apart}`; write them as separate parts", several.len())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contraction_is_two_words_and_a_compound_is_one() {
        assert_eq!(split("don't").unwrap(), ["do", "n't"]);
        assert_eq!(split("mayor's").unwrap(), ["mayor", "'s"]);
        assert_eq!([split("e-mail"), split("cannot"), split("n't"), split("'s")], [None, None, None, None]);
        assert!(refuse(".").unwrap().contains("not a word in a text"));
    }
}
