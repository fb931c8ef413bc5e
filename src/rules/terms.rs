//! Contract: the words, stems, regular expressions and word classes named by rules are numbered;
//! these numbers are called terms. A single look-up gives the terms of a word, however many terms
//! there are.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::classed::{CLASSED, of_classes};
use super::expressions::Expressions;
use super::prefix_filter::PrefixFilter;
use super::term_lists::TermLists;
use super::word_list::WordList;
use crate::lexicon::{Lexicon, StemId, WordId};

/// The number of a word, stem, regular expression or word class that a rule set names.
pub(crate) type TermId = u16;

/// The speaker's own side, `@own`. Which words belong to it depends on the content.
pub(crate) const OWN: TermId = 0;
/// A number, in figures or as a word, `@number`.
pub(crate) const NUMBER: TermId = 1;
/// A month, weekday, year or similar, `@date`.
pub(crate) const DATE: TermId = 2;
/// A negation, `@not`.
pub(crate) const NOT: TermId = 3;
/// A word of a name, `@name`. Which words are names depends on the content.
pub(crate) const NAME: TermId = 4;
/// A past participle, `@participle`.
pub(crate) const PARTICIPLE: TermId = 5;
/// Word classes by name.
pub(super) const CLASSES: [(&str, TermId); 6] = [
    ("@own", OWN),
    ("@number", NUMBER),
    ("@date", DATE),
    ("@not", NOT),
    ("@name", NAME),
    ("@participle", PARTICIPLE),
];

/// The minimum length of a prefix (`redundan*`); a shorter one would match too many words.
const SHORTEST_BEGINNING: usize = 3;

/// The maximum length of a word, in bytes.
pub(super) const LONGEST_WORD: usize = 48;

/// All terms of a rule set.
pub(crate) struct Terms {
    /// Exact words that the lexicon lacks; the others are in [`Terms::by_word`].
    pub(super) exact: WordList,
    pub(super) stems: WordList,
    /// Filters for the keys of `exact` and for words that have a stem of `stems`: most words need
    /// neither a look-up nor the stemmer.
    pub(super) exact_filter: PrefixFilter,
    pub(super) stem_filter: PrefixFilter,
    pub(super) expressions: Expressions,
    pub(super) count: TermId,
    /// For each word of the lexicon the number of its list in [`Terms::lists`]; most words are not
    /// terms and have list 0, which is empty. Before [`Terms::compile`], the exact term that the
    /// word is, or 0.
    pub(super) by_word: Vec<u16>,
    pub(super) lists: TermLists,
    pub(super) stemmer: Stemmer,
    /// What is known to be without mistakes is not searched for any.
    pub sound: bool,
}

impl Default for Terms {
    fn default() -> Self {
        Terms {
            exact: WordList::default(),
            stems: WordList::default(),
            exact_filter: PrefixFilter::default(),
            stem_filter: PrefixFilter::default(),
            expressions: Expressions::default(),
            count: CLASSES.len() as TermId,
            by_word: Vec::new(),
            lists: TermLists::default(),
            stemmer: Stemmer::create(Algorithm::English),
            sound: false,
        }
    }
}

impl Terms {
    /// No terms, but those of word classes; those that are added are not searched for mistakes.
    pub fn sound() -> Self {
        Terms { sound: true, ..Terms::default() }
    }

    /// The term of `word`, or of a word class if it begins with "@".
    pub fn word_or_class(&mut self, word: &str) -> Result<TermId, String> {
        if !word.starts_with('@') {
            return self.add(word);
        }
        let class = CLASSES.iter().find(|(name, _)| *name == word);
        let class = class.ok_or_else(|| {
            format!(
                "unknown word class `{word}`; available: `@own`, `@name`, `@number`, `@date`, `@not`, `@participle`, and `@adverbs` on its own"
            )
        });
        Ok(class?.1)
    }

    /// The term of `word`: of its stem if it ends with "~", of all words with the prefix if it ends
    /// with "*", or of a regular expression if it is between slashes.
    pub fn add(&mut self, word: &str) -> Result<TermId, String> {
        if let Some(expression) = word.strip_prefix('/') {
            return self.add_expression(
                expression.strip_suffix('/').ok_or_else(|| {
                    format!("the regular expression `{word}` is not closed; end it with `/`")
                })?,
            );
        }
        if let Some(start) = word.strip_suffix('*').filter(|start| start.chars().all(char::is_alphanumeric)) {
            return self.add_beginning(word, start);
        }
        let plain = word.strip_suffix('~').unwrap_or(word);
        let stems = plain.len() < word.len();
        // the usual case, without allocation
        let key = if plain.bytes().all(|byte| byte.is_ascii_lowercase()) {
            Cow::Borrowed(plain)
        } else {
            Cow::Owned(plain.replace('’', "'").to_lowercase())
        };
        let odd = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '.' | '%' | '&'));
        if key.is_empty() || matches!(key, Cow::Owned(_)) && key.contains(odd) {
            return Err(format!(
                "`{word}` is not a word; words consist of letters, digits, hyphens and apostrophes"
            ));
        }
        if key.len() > LONGEST_WORD {
            return Err(format!(
                "`{word}` is longer than {LONGEST_WORD} bytes, the maximum for a word; shorten it"
            ));
        }
        let lexicon = Lexicon::built_in();
        let word = lexicon.id(&key);
        if !stems && word != WordId::NONE {
            self.by_word.resize(lexicon.len(), 0);
            let term = &mut self.by_word[word.0 as usize];
            if *term == 0 {
                *term = next(&mut self.count)?;
            }
            return Ok(*term);
        }
        let (list, key) = if stems {
            let known = lexicon.stems().of(word);
            let stem = if known == StemId::NONE {
                self.stemmer.stem(&key)
            } else {
                Cow::Borrowed(lexicon.stems().letters(known))
            };
            (&mut self.stems, stem)
        } else {
            (&mut self.exact, key)
        };
        if let Some(id) = list.added(&key) {
            return Ok(id);
        }
        let id = next(&mut self.count)?;
        if stems {
            if !self.sound {
                cut_short(plain, &key).map_or(Ok(()), Err)?;
            }
            self.stem_filter.add_stem(&key);
        } else {
            self.exact_filter.add(&key);
        }
        list.add(key.into_owned(), id);
        Ok(id)
    }

    /// The term of all words that begin with `start`.
    fn add_beginning(&mut self, word: &str, start: &str) -> Result<TermId, String> {
        if start.chars().count() < SHORTEST_BEGINNING {
            return Err(format!(
                "`{word}` has fewer than {SHORTEST_BEGINNING} letters before `*`; use a longer prefix"
            ));
        }
        self.add_expression(&format!("{start}.*"))
    }

    fn add_expression(&mut self, source: &str) -> Result<TermId, String> {
        if let Some(term) = self.expressions.find(source) {
            return Ok(term);
        }
        self.expressions.add(source, || next(&mut self.count))
    }

    /// The number of terms.
    pub fn len(&self) -> usize {
        usize::from(self.count)
    }

    /// Finds the terms of each word of the lexicon, once.
    pub fn compile(&mut self, lexicon: &Lexicon) {
        let stems = lexicon.stems();
        // 0 if there is none: no stem has term 0
        let mut by_stem = vec![0; stems.len()];
        self.exact.sort();
        self.stems.sort();
        for (stem, term) in self.stems.all() {
            if let known @ StemId(1..) = stems.find(stem) {
                by_stem[known.0 as usize] = *term;
            }
        }
        self.by_word.resize(lexicon.len(), 0);
        let mut by_word = std::mem::take(&mut self.by_word);
        let mut lists = TermLists::default();
        let matched = self.expressions.len() > 0;
        for (n, of_word) in by_word.iter_mut().enumerate().skip(1) {
            let word = WordId(n as u16);
            let (exact, stem) = (*of_word, by_stem[stems.of(word).0 as usize]);
            let classes = lexicon.classes(word);
            // true for most words
            if exact == 0 && stem == 0 && !classes.any(CLASSED) && !matched {
                continue;
            }
            let list = lists.add(|terms| {
                terms.extend((exact != 0).then_some(exact));
                terms.extend(of_classes(classes));
                terms.extend((stem != 0).then_some(stem));
                if matched {
                    self.expressions.matching(lexicon.word(word), terms);
                }
            });
            *of_word = list as u16;
        }
        self.by_word = by_word;
        self.lists = lists;
    }

    /// The number of the list with the terms of a word of the lexicon; 0, the empty list, if it is
    /// not a term.
    pub fn list(&self, id: WordId) -> u32 {
        self.by_word[id.0 as usize].into()
    }

    /// The lists of all words of the lexicon.
    pub fn lists(&self) -> &TermLists {
        &self.lists
    }

    /// The terms of a list.
    pub fn of(&self, list: u32) -> &[TermId] {
        self.lists.of(list)
    }
}

/// Endings that people cut from a word to write its stem by hand: "redundanc~" for "redundancy".
const CUT: [&str; 15] =
    ["y", "ies", "ied", "e", "es", "ed", "ing", "ion", "ions", "l", "al", "ate", "ive", "ance", "ence"];

/// A shorter word is complete: "beck", "sill".
const SHORTEST_CUT: usize = 5;

/// What is wrong with a stem that no word has, though a word is that stem and an ending:
/// "redundanc~", cut by hand. An unknown word such as "mend" may be complete.
fn cut_short(plain: &str, stem: &str) -> Option<String> {
    static SORTED: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let lexicon = Lexicon::built_in();
        let mut words: Vec<&str> = (1..lexicon.len()).map(|n| lexicon.word(WordId(n as u16))).collect();
        words.sort_unstable();
        words
    });
    let lexicon = Lexicon::built_in();
    if plain.len() < SHORTEST_CUT
        || lexicon.id(plain) != WordId::NONE
        || lexicon.stems().find(stem) != StemId::NONE
    {
        return None;
    }
    let first = SORTED.partition_point(|word| *word < plain);
    let longer = SORTED[first..].iter().take_while(|word| word.starts_with(plain));
    let next = longer.into_iter().find(|word| CUT.contains(&&word[plain.len()..]))?;
    Some(format!(
        "no word has the stem `{plain}`; write a complete word before `~` (`{next}~`), or `{plain}*` for all words with this prefix"
    ))
}

fn next(count: &mut TermId) -> Result<TermId, String> {
    let id = *count;
    *count = id.checked_add(1).ok_or("the rule set has more than 65,000 words; use fewer")?;
    Ok(id)
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Terms({})", self.count)
    }
}
