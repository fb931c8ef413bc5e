//! The words of a name as they are compared: in lower case, without marks on letters and full
//! stops.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Each letter with a mark, and the plain letters that it is compared as.
static LETTERS: LazyLock<BTreeMap<char, &str>> = LazyLock::new(|| {
    let lines = include_str!("data/letters.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(' '));
    pairs.flat_map(|(plain, marked)| marked.chars().map(move |letter| (letter, plain))).collect()
});

/// The words of `name` as they are compared: "The U.S. Navy’s" is "the", "us", "navy".
pub(super) fn of(name: &str) -> Vec<String> {
    name.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect()
}

/// One word as it is compared.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match LETTERS.get(&letter) {
            _ if letter.is_ascii_alphanumeric() => folded.push(letter),
            Some(plain) => folded.push_str(plain),
            None if matches!(letter, '\'' | '-' | '&' | '!') || letter.is_alphanumeric() => {
                folded.push(letter);
            }
            None => {}
        }
    }
    let bare = folded.trim_matches(['\'', '-']);
    bare.strip_suffix("'s").unwrap_or(bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn case_marks_and_full_stops_do_not_count() {
        assert_eq!(of("The U.S. Navy’s"), ["the", "us", "navy"]);
        assert_eq!(of("Recep Tayyip ERDOĞAN,"), ["recep", "tayyip", "erdogan"]);
        assert_eq!(of("“Bo” O’Neill-Łuczak"), ["bo", "o'neill-luczak"]);
        assert_eq!(of(" – "), [""; 0]);
    }
}
