//! Patterns over the words of a content: parsed once, then matched token by token.
//!
//! `will` a word · `danger~` every word of that stem · `will|shall` either · `$list` a word of the list · `not?` may be
//! absent · `@own` the speaker's own side as a subject · `@adverbs` none or more adverbs and negations · `...` up to five
//! words of any kind · `^` the start of the content or of a sentence in it.

use super::terms::{TermId, Terms};

/// How many words `...` may stand for.
pub(super) const GAP: usize = 5;

/// A pattern longer than this is refused: it bounds the work at each word.
const LONGEST: usize = 24;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    /// One of these terms.
    Word(Vec<TermId>),
    /// The speaker's own side.
    Own,
    /// None or more adverbs and negations.
    Adverbs,
    /// Up to [`GAP`] words.
    Gap,
    /// The start of the content or of a sentence.
    Start,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Element {
    pub test: Test,
    pub optional: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pattern {
    /// Its number in the rule set.
    pub id: usize,
    pub elements: Vec<Element>,
}

/// What a pattern needs to know of the words it runs over.
pub(crate) trait Words {
    fn len(&self) -> usize;
    /// Whether word `i` is one of `terms`.
    fn is(&self, i: usize, terms: &[TermId]) -> bool;
    fn is_own(&self, i: usize) -> bool;
    fn is_adverb(&self, i: usize) -> bool;
    fn starts_sentence(&self, i: usize) -> bool;
    /// Whether word `i` belongs to a clause break that no gap may cross.
    fn breaks(&self, i: usize) -> bool;
}

impl Pattern {
    /// Parses a pattern; what is wrong with it otherwise.
    pub fn parse(source: &str, terms: &mut Terms) -> Result<Pattern, String> {
        let mut elements = Vec::new();
        for part in source.split_whitespace() {
            elements.push(parse_element(part, terms)?);
        }
        if elements.len() > LONGEST {
            return Err(format!("the pattern has {} parts; {LONGEST} are the most", elements.len()));
        }
        let concrete = |e: &Element| matches!(e.test, Test::Word(_) | Test::Own) && !e.optional;
        if !elements.iter().any(concrete) {
            return Err(format!("the pattern `{source}` holds no word that must be there; add one"));
        }
        if !matches!(elements[0].test, Test::Word(_) | Test::Own | Test::Start) || elements[0].optional {
            return Err(format!("the pattern `{source}` must begin with a word, a list, `@own` or `^`"));
        }
        if matches!(elements.last(), Some(Element { test: Test::Gap | Test::Adverbs | Test::Start, .. })) {
            return Err(format!("the pattern `{source}` must end with a word, a list or `@own`"));
        }
        Ok(Pattern { id: 0, elements })
    }

    /// The terms of which one must be there for the pattern to match; none when it only asks for the speaker's side.
    pub fn needed(&self) -> Option<&[TermId]> {
        let needed = self.elements.iter().filter(|element| !element.optional).filter_map(|element| {
            match &element.test {
                Test::Word(terms) => Some(terms.as_slice()),
                _ => None,
            }
        });
        needed.min_by_key(|terms| terms.len())
    }

    /// The words that the pattern matches when it begins at `i`: first and one past the last.
    pub fn match_at(&self, words: &impl Words, i: usize) -> Option<(usize, usize)> {
        step(&self.elements, words, i).map(|end| (i, end))
    }
}

fn parse_element(part: &str, terms: &mut Terms) -> Result<Element, String> {
    let (body, optional) = match part.strip_suffix('?') {
        Some(body) if !body.is_empty() => (body, true),
        _ => (part, false),
    };
    let test = match body {
        "..." => Test::Gap,
        "^" => Test::Start,
        "@own" => Test::Own,
        "@adverbs" => Test::Adverbs,
        _ if body.starts_with('@') => {
            return Err(format!("`{body}` is no test; there are `@own` and `@adverbs`"));
        }
        _ => {
            let mut ids = Vec::new();
            for word in body.split('|') {
                match word.strip_prefix('$') {
                    Some(list) => ids.extend(
                        terms
                            .list(list)
                            .ok_or_else(|| format!("no list is called `{list}`; add it under [lists]"))?,
                    ),
                    None => ids.push(terms.add(word)?),
                }
            }
            Test::Word(ids)
        }
    };
    Ok(Element { test, optional })
}

/// Matches the rest of a pattern from word `i` on; the end of the match.
fn step(elements: &[Element], words: &impl Words, i: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(i) };
    let here = i < words.len();
    match &element.test {
        Test::Start => words.starts_sentence(i).then(|| step(rest, words, i)).flatten(),
        Test::Adverbs => {
            let adverbs = (i..words.len()).take_while(|&j| words.is_adverb(j)).take(GAP).count();
            (0..=adverbs).rev().find_map(|n| step(rest, words, i + n))
        }
        Test::Gap => (0..=GAP)
            .take_while(|&n| n == 0 || i + n - 1 < words.len() && !words.breaks(i + n - 1))
            .find_map(|n| step(rest, words, i + n)),
        Test::Own | Test::Word(_) => {
            let fits = here
                && match &element.test {
                    Test::Word(ids) => words.is(i, ids),
                    _ => words.is_own(i),
                };
            let taken = if fits { step(rest, words, i + 1) } else { None };
            taken.or_else(|| if element.optional { step(rest, words, i) } else { None })
        }
    }
}
