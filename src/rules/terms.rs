//! Contract: the words, stems, regular expressions and word classes that rules ask for, numbered; which of them a word of a
//! text is takes one look-up, however many there are.

use std::collections::HashMap;

use regex::{RegexBuilder, RegexSet, RegexSetBuilder};
use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::{Class, Classes, Lexicon, WordId};

/// The number of something that a word can be.
pub(crate) type TermId = u16;

/// The speaker's own side, `@own`. The content knows which words are.
pub(crate) const OWN: TermId = 0;
/// A number, in figures or as a word, `@number`.
pub(crate) const NUMBER: TermId = 1;
/// A month, a weekday, a year or the like, `@date`.
pub(crate) const DATE: TermId = 2;
/// A negation, `@not`.
pub(crate) const NOT: TermId = 3;
/// A word of a name, `@name`. The content knows which words are.
pub(crate) const NAME: TermId = 4;
/// Word classes by name.
pub(super) const CLASSES: [(&str, TermId); 5] =
    [("@own", OWN), ("@number", NUMBER), ("@date", DATE), ("@not", NOT), ("@name", NAME)];

/// A regular expression may compile to so many bytes, and all of a rule set together to 16 times as many.
const LARGEST_EXPRESSION: usize = 1 << 16;

/// More regular expressions are refused.
const MOST_EXPRESSIONS: usize = 500;

/// Longer words are looked up by nobody.
const LONGEST_WORD: usize = 48;

/// All terms of a rule set.
pub(crate) struct Terms {
    exact: HashMap<String, TermId>,
    stems: HashMap<String, TermId>,
    /// How the exact words and the words of the stems begin, so that most words need neither look-up nor stemming.
    starts: Starts,
    stem_starts: Starts,
    expressions: Vec<(String, TermId)>,
    matcher: Option<RegexSet>,
    count: TermId,
    /// For each word of the lexicon the terms that it is, sorted, in one row: where each begins.
    by_word: Vec<u32>,
    row: Vec<TermId>,
    /// Whether a term is a word that every other sentence has.
    common: Vec<bool>,
    stemmer: Stemmer,
}

impl Default for Terms {
    fn default() -> Self {
        Terms {
            exact: HashMap::new(),
            stems: HashMap::new(),
            starts: Starts::default(),
            stem_starts: Starts::default(),
            expressions: Vec::new(),
            matcher: None,
            count: CLASSES.len() as TermId,
            by_word: Vec::new(),
            row: Vec::new(),
            common: Vec::new(),
            stemmer: Stemmer::create(Algorithm::English),
        }
    }
}

impl Terms {
    /// The term of `word`, of its stem when it ends with "~", of a regular expression when it stands between slashes.
    pub fn add(&mut self, word: &str) -> Result<TermId, String> {
        if let Some(expression) = word.strip_prefix('/') {
            return self.add_expression(
                expression.strip_suffix('/').ok_or_else(|| {
                    format!("the regular expression `{word}` has no end; close it with `/`")
                })?,
            );
        }
        let stem = word.strip_suffix('~');
        let key = stem.unwrap_or(word).replace('’', "'").to_lowercase();
        let odd = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '.' | '%' | '&'));
        if key.is_empty() || key.contains(odd) {
            return Err(format!(
                "`{word}` is no word; a word is made of letters, digits, hyphens and apostrophes"
            ));
        }
        if key.len() > LONGEST_WORD {
            return Err(format!(
                "`{word}` is longer than the longest word, {LONGEST_WORD} bytes; shorten it"
            ));
        }
        let (map, key) = match stem {
            Some(_) => (&mut self.stems, self.stemmer.stem(&key).into_owned()),
            None => (&mut self.exact, key),
        };
        if let Some(&id) = map.get(&key) {
            return Ok(id);
        }
        let id = next(&mut self.count)?;
        match stem {
            Some(_) => self.stem_starts.add_stem(&key),
            None => self.starts.add(&key),
        }
        map.insert(key, id);
        Ok(id)
    }

    fn add_expression(&mut self, source: &str) -> Result<TermId, String> {
        if let Some((_, id)) = self.expressions.iter().find(|(known, _)| known == source) {
            return Ok(*id);
        }
        if self.expressions.len() == MOST_EXPRESSIONS {
            return Err(format!(
                "there are more than {MOST_EXPRESSIONS} regular expressions; use lists of words"
            ));
        }
        let whole = format!("^(?:{source})$");
        match RegexBuilder::new(&whole).size_limit(LARGEST_EXPRESSION).case_insensitive(true).build() {
            Ok(expression) if expression.is_match("") => {
                return Err(format!(
                    "the regular expression `/{source}/` matches no letters at all; ask for one"
                ));
            }
            Ok(_) => {}
            Err(regex::Error::CompiledTooBig(_)) => {
                return Err(format!(
                    "the regular expression `/{source}/` is too large; shorten its repetitions"
                ));
            }
            Err(error) => {
                let what = error.to_string();
                let what = what.lines().last().unwrap_or_default().trim_start_matches("error: ");
                return Err(format!("the regular expression `/{source}/` cannot be read: {what}"));
            }
        }
        let id = next(&mut self.count)?;
        self.expressions.push((source.to_owned(), id));
        Ok(id)
    }

    /// How many terms there are; they count from 0.
    pub fn len(&self) -> usize {
        usize::from(self.count)
    }

    /// Whether every other sentence has such a word.
    pub fn is_common(&self, term: TermId) -> bool {
        usize::from(term) < CLASSES.len() || self.common[term as usize]
    }

    /// Looks the lexicon's words up once and for all.
    pub fn compile(&mut self, lexicon: &Lexicon) -> Result<(), String> {
        if !self.expressions.is_empty() {
            let whole: Vec<String> = self.expressions.iter().map(|(e, _)| format!("^(?:{e})$")).collect();
            let mut builder = RegexSetBuilder::new(whole);
            let matcher = builder.size_limit(16 * LARGEST_EXPRESSION).case_insensitive(true).build();
            self.matcher =
                Some(matcher.map_err(|_| "the regular expressions are too large together; use fewer")?);
        }
        let function = [
            Class::Determiner,
            Class::SubjectPronoun,
            Class::Modal,
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Negation,
            Class::To,
            Class::That,
            Class::Preposition,
            Class::Coordinator,
        ];
        let function = function.into_iter().fold(Classes::NONE, Classes::and);
        self.common = vec![false; self.len()];
        let mut row = Vec::new();
        for id in 0..lexicon.len() {
            self.by_word.push(row.len() as u32);
            let id = WordId(id as u16);
            let first = row.len();
            let classes = lexicon.classes(id);
            if classes.has(Class::NumberWord) {
                row.push(NUMBER);
            }
            if classes.any(Classes::of(Class::Month).and(Class::Time)) {
                row.push(DATE);
            }
            if classes.has(Class::Negation) {
                row.push(NOT);
            }
            self.find(lexicon.word(id), &mut row);
            row[first..].sort_unstable();
            if classes.any(function) {
                for &term in &row[first..] {
                    self.common[term as usize] = true;
                }
            }
        }
        self.by_word.push(row.len() as u32);
        self.row = row;
        Ok(())
    }

    /// Adds the terms that a word of the text is; `id` is its word in the lexicon, `lowered` is scratch.
    pub fn of(&self, id: WordId, word: &str, lowered: &mut String, found: &mut Vec<TermId>) {
        if id != WordId::NONE {
            let id = id.0 as usize;
            found.extend_from_slice(&self.row[self.by_word[id] as usize..self.by_word[id + 1] as usize]);
            return;
        }
        if word.as_bytes()[0].is_ascii_digit() {
            found.push(NUMBER);
            if word.len() == 4
                && word.bytes().all(|b| b.is_ascii_digit())
                && (word.starts_with("19") || word.starts_with("20"))
            {
                found.push(DATE);
            }
        }
        if word.len() <= LONGEST_WORD {
            lowered.clear();
            lowered
                .extend(word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase));
            self.find(lowered, found);
        }
    }

    fn find(&self, word: &str, found: &mut Vec<TermId>) {
        if word.is_empty() {
            return;
        }
        if self.starts.has(word) {
            found.extend(self.exact.get(word));
        }
        if self.stem_starts.has(word) {
            found.extend(self.stems.get(&*self.stemmer.stem(word)));
        }
        if let Some(matcher) = &self.matcher {
            found.extend(matcher.matches(word).iter().map(|n| self.expressions[n].1));
        }
    }
}

fn next(count: &mut TermId) -> Result<TermId, String> {
    let id = *count;
    *count = id.checked_add(1).ok_or("the rule set names more than 65,000 words; name fewer")?;
    Ok(id)
}

/// The first three letters of words, roughly: whether some word may begin so.
struct Starts(Box<[u64; 512]>);

impl Default for Starts {
    fn default() -> Self {
        Starts(Box::new([0; 512]))
    }
}

impl Starts {
    /// Stemming changes "y" to "i" at most in the first three letters.
    fn place(word: &[u8]) -> usize {
        let letter = |i: usize| match word.get(i) {
            Some(b'y') => usize::from(b'i' & 31),
            Some(&byte) => usize::from(byte & 31),
            None => 0,
        };
        letter(0) << 10 | letter(1) << 5 | letter(2)
    }

    fn add(&mut self, word: &str) {
        self.set(word.as_bytes());
    }

    /// Adds the beginnings of every word with this stem.
    fn add_stem(&mut self, stem: &str) {
        let stem = stem.as_bytes();
        match *stem {
            // any letter may follow
            [] | [_] => self.0.fill(u64::MAX),
            [first, second] => (0..32).for_each(|third| self.set(&[first, second, third])),
            // "dying" is a form of "die"
            [first, second, b'e'] => self.set(&[first, second, b'i']),
            _ => {}
        }
        self.set(stem);
    }

    fn set(&mut self, word: &[u8]) {
        let place = Self::place(word);
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn has(&self, word: &str) -> bool {
        let place = Self::place(word.as_bytes());
        self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Terms({})", self.count)
    }
}
