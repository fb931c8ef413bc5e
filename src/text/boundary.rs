//! Contract: whether a mark ends a sentence is decided from the tokens around it alone: the
//! previous word, the closing marks and brackets, and the next few words.

use super::token::{Gap, Kind, Token};
use crate::lexicon::{Class, Classes, Lexicon, WordId};

/// Words that open a sentence, so that their capital does not suggest a name.
const OPENERS: Classes = Classes::of(Class::Determiner)
    .and(Class::SubjectPronoun)
    .and(Class::PossessivePronoun)
    .and(Class::IndefinitePronoun)
    .and(Class::Wh)
    .and(Class::That)
    .and(Class::To)
    .and(Class::Preposition)
    .and(Class::Coordinator)
    .and(Class::Subordinator)
    .and(Class::Adverb)
    .and(Class::Negation)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do)
    .and(Class::Modal)
    .and(Class::Opener);

const FINITE: Classes = Classes::of(Class::VerbPast)
    .and(Class::VerbS)
    .and(Class::Be)
    .and(Class::Have)
    .and(Class::Do)
    .and(Class::Modal);

/// Words that may follow an attribution's verb, but rarely the verb of a clause: "Ruiz asked on
/// Monday".
const AFTER_ATTRIBUTION: Classes =
    Classes::of(Class::Preposition).and(Class::Subordinator).and(Class::Adverb).and(Class::Time);

/// How many tokens after a mark are examined.
const WINDOW: usize = 6;

/// The kind of mark to decide on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    /// A full stop, or an ellipsis of four dots, which includes one.
    Stop,
    /// A question or exclamation mark.
    Strong,
    Ellipsis,
    /// The full stop of an abbreviation or initial.
    Abbreviation,
}

/// The block that contains the marks; `tokens` ends at its end.
pub(super) struct Boundary<'a> {
    pub source: &'a str,
    pub tokens: &'a [Token],
    pub lexicon: &'a Lexicon,
}

impl Boundary<'_> {
    /// The token after everything that closes after the mark at `at`: more marks, quotation marks,
    /// brackets, note numbers. `quoted` says whether a straight quotation is open, and is updated.
    pub fn close(&self, at: usize, quoted: &mut bool) -> usize {
        let mut i = at + 1;
        while let Some(token) = self.tokens.get(i) {
            let joined = token.gap == Gap::None;
            match token.kind {
                Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Close if joined => {}
                Kind::Ellipsis if token.gap < Gap::Line => {}
                Kind::Mark if self.closes(i, *quoted) => *quoted ^= self.is_straight(i),
                Kind::Open if self.is_note(i) => i += 2,
                _ => break,
            }
            i += 1;
        }
        i
    }

    /// Whether token `i` is a straight double quotation mark, which looks the same opening and
    /// closing.
    pub fn is_straight(&self, i: usize) -> bool {
        self.source.as_bytes()[self.tokens[i].span().start()] == b'"'
    }

    /// Whether the quotation mark `i`, after a mark that may end a sentence, closes a quotation.
    fn closes(&self, i: usize, quoted: bool) -> bool {
        let joined = self.tokens[i].gap == Gap::None;
        let free = self.tokens.get(i + 1).is_none_or(|next| next.gap > Gap::None || !next.is_word());
        match self.text(i) {
            "”" | "»" | "›" | "''" => joined || free,
            "\"" => {
                if joined {
                    free || quoted
                } else {
                    free && quoted
                }
            }
            _ => joined && free,
        }
    }

    /// Whether a note number or an omission in square brackets starts at `i`: "[12]", "[...]".
    fn is_note(&self, i: usize) -> bool {
        self.text(i) == "["
            && self.tokens.get(i + 1).is_some_and(|t| matches!(t.kind, Kind::Number | Kind::Ellipsis))
            && self.tokens.get(i + 2).is_some_and(|t| t.kind == Kind::Close)
    }

    /// Whether the sentence from `start` ends with the mark at `at`, whose closing marks end before
    /// token `end`.
    pub fn ends(&self, start: usize, at: usize, end: usize) -> bool {
        let cluster = &self.tokens[at..end];
        let next = self.tokens[end];
        if matches!(next.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Close) {
            return false;
        }
        let has = |kind| cluster.iter().any(|t| t.kind == kind);
        let quoted = has(Kind::Mark);
        let mark = if has(Kind::Question) || has(Kind::Exclamation) {
            Mark::Strong
        } else if cluster[0].kind == Kind::Ellipsis && self.dots(at) < 4 && !has(Kind::Stop) {
            if at > start && self.tokens[at - 1].kind == Kind::Open {
                return false;
            }
            Mark::Ellipsis
        } else if cluster[0].kind == Kind::Word && !has(Kind::Stop) {
            Mark::Abbreviation
        } else {
            Mark::Stop
        };
        if next.gap == Gap::None {
            return self.runs_on(mark, at, end);
        }
        if next.kind == Kind::Dash && (quoted || mark == Mark::Abbreviation) {
            return false;
        }
        let Some(word) = self.first_word(end) else {
            // trailing marks at the block's end belong to the sentence before them
            return mark != Mark::Abbreviation && end + WINDOW < self.tokens.len();
        };
        let first = self.tokens[word];
        if first.kind == Kind::Bullet {
            return true;
        }
        let lower = self.is_lower(word);
        match mark {
            Mark::Strong if lower => false,
            Mark::Strong if next.kind == Kind::Open && first.kind == Kind::Number => false, // the year of a work
            Mark::Strong if at > start && self.is_decisive(at - 1, Class::Exclaiming) => self.opens(word),
            Mark::Strong => !(quoted && word == end && self.attribution(word)),
            Mark::Stop if at == start => !lower,
            Mark::Stop if self.is_decisive(at - 1, Class::Unfinished) => false,
            Mark::Stop if lower => {
                !quoted && !has(Kind::Close) && self.is_whole_word(at - 1) && !self.is_host(word)
            }
            Mark::Stop => !self.is_unlisted(at - 1, word),
            Mark::Ellipsis if lower || first.kind == Kind::Number => false,
            Mark::Ellipsis if quoted => !(word == end && self.attribution(word)),
            Mark::Ellipsis => self.text(word) != "I" && (self.opens(word) || cluster[0].gap == Gap::None),
            Mark::Abbreviation if lower || next.kind == Kind::Open => false,
            Mark::Abbreviation => self.abbreviation_ends(start, at, word),
        }
    }

    /// Whether token `i` is a word that starts in lower case.
    pub fn is_lower(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| match token.kind {
            Kind::Clitic => true,
            Kind::Word => self.text(i).starts_with(char::is_lowercase),
            _ => false,
        })
    }

    /// The first token at or after `i` that is not an opening mark, bracket, dash or symbol.
    fn first_word(&self, i: usize) -> Option<usize> {
        let opening = |t: &Token| matches!(t.kind, Kind::Mark | Kind::Open | Kind::Dash | Kind::Symbol);
        (i..self.tokens.len()).take(WINDOW).find(|&i| !opening(&self.tokens[i]))
    }

    /// Whether a sentence starts directly after the mark, without a space: "continued.The
    /// operations".
    fn runs_on(&self, mark: Mark, at: usize, end: usize) -> bool {
        if self.tokens[at].kind != Kind::Word && !self.text(at).is_ascii() && mark != Mark::Ellipsis {
            return true; // "。" takes no space
        }
        let Some(word) = self.first_word(end) else { return false };
        let first = self.tokens[word];
        // a mark after a space belongs to the next word: "the .Net framework"
        if first.kind != Kind::Word || !first.is_capital() || self.tokens[at].gap > Gap::None {
            return false;
        }
        match mark {
            Mark::Strong => true,
            Mark::Ellipsis => self.opens(word) && self.text(word) != "I",
            Mark::Abbreviation => false,
            Mark::Stop => {
                let Some(before) = at.checked_sub(1).map(|i| self.tokens[i]) else { return false };
                let long = !before.is_capital() && before.span().len() > 1 || before.span().len() > 4;
                before.kind != Kind::Symbol && (end > at + 1 || before.kind == Kind::Number || long)
                    || self.opens(word) && before.span().len() > 1
            }
        }
    }

    /// Whether the full stop of the abbreviation `at` ends the sentence before `word`, which is
    /// capitalised or not a word.
    fn abbreviation_ends(&self, start: usize, at: usize, word: usize) -> bool {
        let classes = self.classes(at);
        let first = self.tokens[word];
        let opens = self.opens(word) || self.is(word, Class::Courtesy);
        let capital = self.tokens[at].is_capital();
        if capital && self.text(at).len() == "J.".len() {
            // "you and I. Did they": after a name, "I" is an initial, and "J. Will Roe" has no verb
            let pronoun = self.text(at) == "I." && at > start && !self.tokens[at - 1].is_capital();
            let name = self.is(word, Class::Modal) && !pronoun;
            return at > start && opens && !name && !self.is_adjunct(start, at);
        }
        if classes.has(Class::AbbreviationBeforeName) && capital || classes.has(Class::AbbreviationInside) {
            return false;
        }
        if classes.has(Class::AbbreviationBeforeNumber) {
            let number = first.kind == Kind::Number || is_roman(self.text(word));
            return !number && (opens || !capital || at == start);
        }
        if first.kind != Kind::Word || self.is_adjunct(start, at) {
            return false;
        }
        opens || classes.has(Class::AbbreviationFinal) && self.subject(word)
    }

    /// Whether `word` opens a sentence, whatever precedes it.
    fn opens(&self, word: usize) -> bool {
        let token = self.tokens[word];
        token.is_capital()
            && !token.is_upper()
            && !token.is_dotted()
            && self.classes(word).any(OPENERS)
            && !self.is(word, Class::Month)
    }

    /// Whether the sentence so far is an introductory phrase whose clause is still to come: "At 5
    /// a.m. Mr. Roe left".
    fn is_adjunct(&self, start: usize, at: usize) -> bool {
        at - start < 8
            && self.is(start, Class::Preposition)
            && self.tokens[start].gap > Gap::None
            && !(start..at).any(|i| self.classes(i).any(FINITE))
    }

    /// Whether a subject of one or two words and its verb start at `word`: "Shares fell".
    fn subject(&self, word: usize) -> bool {
        let role = Classes::of(Class::Title).and(Class::Person).and(Class::Time).and(Class::Month);
        if self.classes(word).any(role) {
            return false;
        }
        let verb = (word + 1..self.tokens.len()).take(2).find(|&i| !self.tokens[i].is_capital());
        verb.is_some_and(|i| self.tokens[i].gap > Gap::None && self.classes(i).any(FINITE))
    }

    /// Whether a name and a speech verb follow a quotation that ends with its own mark: "…?" Ruiz
    /// asked.
    fn attribution(&self, word: usize) -> bool {
        if self.opens(word) {
            return false;
        }
        let name = |i: usize| self.tokens[i].is_capital() || self.is(i, Class::NameParticle);
        let Some(verb) = (word..self.tokens.len()).take(WINDOW).find(|&i| !name(i)) else { return false };
        let says = self.classes(verb).any(Classes::of(Class::VerbPast).and(Class::VerbS))
            && self.lexicon.speaks(self.id(verb));
        let after = self.tokens.get(verb + 1);
        verb > word
            && says
            && after.is_none_or(|t| !t.is_word() || self.classes(verb + 1).any(AFTER_ATTRIBUTION))
            && after.is_none_or(|t| t.kind != Kind::Colon)
    }

    /// Whether `i` is a word that does not look like an unlisted abbreviation.
    fn is_whole_word(&self, i: usize) -> bool {
        let token = self.tokens[i];
        match token.kind {
            Kind::Word if self.lexicon.is_common(self.id(i)) => true,
            Kind::Word if token.is_capital() => token.span().len() > 5,
            Kind::Word => token.span().len() > 3 && has_vowel(self.text(i)),
            Kind::Clitic => true,
            _ => false,
        }
    }

    /// Whether the lower-case word `i` is the last part of a host name with a stray space:
    /// "example. com".
    fn is_host(&self, i: usize) -> bool {
        self.is(i, Class::Domain) && !self.classes(i).any(OPENERS)
    }

    /// Whether `i` looks like an unlisted abbreviation before the name or number at `word`: "Sgmt.
    /// Roe".
    fn is_unlisted(&self, i: usize, word: usize) -> bool {
        let token = self.tokens[i];
        let text = self.text(i);
        if token.kind == Kind::Symbol {
            return self.tokens[word].kind == Kind::Number; // "N°. 7"
        }
        token.kind == Kind::Word
            && token.is_capital()
            && !token.is_upper()
            && (2..=5).contains(&text.len())
            && !has_vowel(text)
            && !self.lexicon.is_common(self.id(i))
            && self.tokens[word].is_capital()
            && !self.opens(word)
    }

    /// The number of dots in the ellipsis `i`; a typographic one counts as three.
    fn dots(&self, i: usize) -> usize {
        self.text(i)
            .chars()
            .map(|c| match c {
                '.' => 1,
                '…' => 3,
                _ => 0,
            })
            .sum()
    }

    fn text(&self, i: usize) -> &str {
        self.tokens[i].span().of(self.source)
    }

    fn id(&self, i: usize) -> WordId {
        self.tokens[i].id(self.source, self.lexicon)
    }

    fn classes(&self, i: usize) -> Classes {
        self.lexicon.classes(self.id(i))
    }

    fn is(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    /// As [`Self::is`], for a class that is [decisive](Token::decisive_id).
    fn is_decisive(&self, i: usize, class: Class) -> bool {
        self.lexicon.classes(self.tokens[i].decisive_id(self.source, self.lexicon)).has(class)
    }
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether `word` is pronounceable; non-ASCII words always count as such.
fn has_vowel(word: &str) -> bool {
    word.bytes()
        .any(|b| !b.is_ascii() || matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}
