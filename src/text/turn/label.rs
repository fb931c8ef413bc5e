//! Contract: reads the label at the start of a transcript's paragraph, if there is one; it may
//! still be a heading such as "Map: the route", which [`super::Turns`] decides from the surrounding
//! paragraphs.
//!
//! "MIRA BEST, HOST:", "[16:30:00] KELSO (voice-over):", "Ms VANE (Ashby—Treasurer) (15:20):",
//! "Q:", "**Dunmore:**", "Mr. TRAVERS. Madam Chairman, …"

use crate::lexicon::{Class, Classes, Lexicon};
use crate::text::Run;
use crate::text::token::{Gap, Kind, Token};

/// The maximum number of tokens of a label, without brackets.
const LONGEST: usize = 16;
/// The maximum number of tokens of a bracket in a label.
const LONGEST_BRACKET: usize = 14;
/// The maximum number of words of a name.
const LONGEST_NAME: usize = 8;

/// What a paragraph says about its speaker before the spoken words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label {
    /// The speaker: "MIRA BEST", "Ms VANE", "Q".
    pub name: Run,
    /// What the label says about the speaker after a comma: "HOST".
    pub role: Option<Run>,
    /// The colon after the label, or the full stop.
    pub mark: Option<usize>,
    /// The first token after the label.
    pub end: usize,
    /// Whether a quotation mark opens the paragraph.
    pub quoted: bool,
    pub sort: Sort,
}

/// How clearly something is a label, clearest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Sort {
    /// Capitalised words and a colon: "Dunmore:", "Ingredients:".
    Bare,
    /// The words name a person: "Journalist:", "Lena Moor:", "Mr Pellow:"
    Person,
    /// In capitals, unlike other words of the paragraph: "BELLO:".
    Capitals,
    /// It has a role, a time, a bracket or asterisks, or is "Q" or "A".
    Plain,
}

/// Reads a label token by token.
pub(super) struct Reader<'a> {
    pub source: &'a str,
    /// The tokens up to the end of the paragraph.
    pub tokens: &'a [Token],
    pub lexicon: &'a Lexicon,
    pub at: usize,
}

impl Reader<'_> {
    /// The label that begins at `self.at`.
    pub fn label(mut self) -> Option<Label> {
        let start = self.at;
        // “BELLO: Good evening.”: each turn is quoted
        let quoted = self.is(Kind::Mark);
        self.at += usize::from(quoted);
        let mut plain = self.bracket(true);
        let stars = self.stars();
        let name = self.name()?;
        if quoted && !(self.capitals(name) && self.is(Kind::Colon)) {
            return None;
        }
        let first = self.tokens[name.first()];
        plain |= stars && self.stars();
        plain |= self.letter(name);
        let mut role = None;
        while self.bracket(false) {
            plain = true;
        }
        if self.is(Kind::Comma) {
            role = Some(self.role()?);
            plain |= self.capitals(name);
            while self.bracket(false) {
                plain = true;
            }
        }
        let tail = role.is_none() && self.tail();
        if self.at - start > LONGEST + LONGEST_BRACKET || self.speaks_for_nobody(name) {
            return None;
        }
        // "Q. Were you there?"
        if first.is_dotted() && name.len() == 1 {
            return Some(Label { name, role, mark: None, end: self.at, quoted, sort: Sort::Capitals });
        }
        // a paragraph that consists of the label alone needs no mark
        let alone = self.at == self.tokens.len() && self.capitals(name);
        let mark = if alone { None } else { Some(self.mark(name)?) };
        plain |= mark.is_some_and(|mark| self.tokens[mark].kind == Kind::Stop);
        if stars {
            plain |= self.stars();
        }
        let sort = match () {
            () if plain => Sort::Plain,
            () if self.capitals(name) => Sort::Capitals,
            () if !tail && self.names_person(name) || role.is_some() => Sort::Person,
            () => Sort::Bare,
        };
        Some(Label { name, role, mark, end: self.at, quoted, sort })
    }

    /// Reads "[16:30:00]", "(voice-over)"; a bracket before the name contains a time.
    fn bracket(&mut self, time: bool) -> bool {
        if !self.is(Kind::Open) || time && self.tokens.get(self.at + 1).is_none_or(|t| t.kind != Kind::Number)
        {
            return false;
        }
        let rest = &self.tokens[self.at..];
        let close = rest.iter().take(LONGEST_BRACKET).position(|t| t.kind == Kind::Close);
        self.at += close.map_or(0, |close| close + 1);
        close.is_some()
    }

    /// Reads "*" or "**".
    fn stars(&mut self) -> bool {
        let start = self.at;
        while self.is(Kind::Bullet) && self.text(self.at) == "*" && self.at < start + 2 {
            self.at += 1;
        }
        self.at > start
    }

    /// Reads the words of a name; the first one has a capital.
    fn name(&mut self) -> Option<Run> {
        let start = self.at;
        let first = self.tokens.get(start).filter(|t| t.kind == Kind::Word && t.is_capital())?;
        // "A" is otherwise an article
        let next = self.tokens.get(start + 1);
        let dotted = matches!(self.text(start), "Q." | "A.") && next.is_some_and(|t| t.gap > Gap::None);
        let marked = next.is_some_and(|t| matches!(t.kind, Kind::Colon | Kind::Bullet));
        if dotted || marked && matches!(self.text(start), "Q" | "A") {
            self.at += 1;
            return Some(Run::new(start, start + 1));
        }
        let opens = self.classes(*first).any(NO_NAME) && !self.lexicon_says(start, Class::Person);
        let article = self.classes(*first).has(Class::Determiner);
        if opens && !article {
            return None;
        }
        while self.at < start + LONGEST_NAME && self.in_name(start) {
            self.at += 1;
        }
        let stop = self.at;
        // "The Speaker", not "The"
        (stop > start + usize::from(article)).then(|| Run::new(start, stop))
    }

    /// Whether the token continues the name that begins at `start`.
    fn in_name(&self, start: usize) -> bool {
        let Some(token) = self.tokens.get(self.at).copied() else { return false };
        let here = self.at == start || token.gap <= Gap::Space;
        let small = Classes::of(Class::NameParticle).and(Class::Person).and(Class::Title).and(Class::Group);
        let joined = || self.at > start && matches!(self.text(self.at), "of" | "for" | "the" | "and" | "&");
        here && match token.kind {
            Kind::Word => token.is_capital() || self.classes(token).any(small) || joined(),
            Kind::Number => self.at > start,
            Kind::Clitic => self.at > start,
            Kind::Symbol => joined(),
            _ => false,
        }
    }

    /// Reads a comma and a role, up to the colon or a bracket.
    fn role(&mut self) -> Option<Run> {
        let start = self.at + 1;
        let ends = |t: &Token| matches!(t.kind, Kind::Colon | Kind::Open);
        let goes_on = |t: &Token| t.is_word() || matches!(t.kind, Kind::Comma | Kind::Symbol);
        let rest = self.tokens.get(start..)?;
        let end = rest.iter().take(LONGEST).position(ends)?;
        let words = &rest[..end];
        let verbs = Classes::of(Class::Be).and(Class::Have).and(Class::Do).and(Class::Modal);
        if end == 0
            || !words.iter().all(goes_on)
            || words.iter().any(|t| self.classes(*t).any(verbs) || self.lexicon.speaks(self.id(*t)))
        {
            return None;
        }
        self.at = start + end;
        Some(Run::new(start, self.at))
    }

    /// Reads what may follow a name: "in response to a question from Gary Gibson", "of Port Rico".
    fn tail(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.at).copied() else { return false };
        if !self.classes(token).has(Class::Preposition) {
            return false;
        }
        let rest = &self.tokens[self.at..];
        let ends = |t: &Token| matches!(t.kind, Kind::Colon | Kind::Stop);
        let Some(end) = rest.iter().take(LONGEST).position(ends) else { return false };
        let verbs =
            Classes::of(Class::Be).and(Class::Have).and(Class::Do).and(Class::Modal).and(Class::VerbPast);
        let plain = rest[..end].iter().all(|t| t.is_word() && !self.classes(*t).any(verbs));
        self.at += if plain { end } else { 0 };
        plain
    }

    /// Reads the colon after a label. After a title and a name in capitals, a full stop is
    /// sufficient.
    fn mark(&mut self, name: Run) -> Option<usize> {
        let token = self.tokens.get(self.at)?;
        let title = self.classes(self.tokens[name.first()]).has(Class::Title);
        let titled = title && name.len() > 1 && self.upper(name.first() + 1);
        let stops = token.kind == Kind::Stop && titled && self.tokens.len() > self.at + 1;
        if token.kind != Kind::Colon && !stops {
            return None;
        }
        self.at += 1;
        Some(self.at - 1)
    }

    /// "Q" or "A".
    fn letter(&self, name: Run) -> bool {
        name.len() == 1 && matches!(self.text(name.first()), "Q" | "A")
    }

    /// Whether the last word of the name is in capitals, but not all words of the paragraph are.
    fn capitals(&self, name: Run) -> bool {
        let others = || {
            let mut rest = self.tokens[name.stop()..].iter().filter(|t| t.kind == Kind::Word);
            rest.clone().next().is_none() || rest.any(|t| !t.is_upper() && t.span().len() > 1)
        };
        self.upper(name.stop() - 1) && others()
    }

    fn upper(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_upper())
    }

    /// Whether the name contains a title, a first name or a word for people.
    pub fn names_person(&self, name: Run) -> bool {
        let person = Classes::of(Class::Title).and(Class::Person).and(Class::Female).and(Class::Male);
        name.indices().any(|i| self.classes(self.tokens[i]).any(person))
    }

    /// "Related:", "Editor's note:": labels of the page, not of a speaker.
    fn speaks_for_nobody(&self, name: Run) -> bool {
        self.lexicon.furniture().is_no_speaker(self.tokens[name.indices()].iter().map(|t| self.id(*t)))
    }

    fn is(&self, kind: Kind) -> bool {
        self.tokens.get(self.at).is_some_and(|t| t.kind == kind)
    }

    fn text(&self, i: usize) -> &str {
        self.tokens[i].span().of(self.source)
    }

    fn id(&self, token: Token) -> crate::lexicon::WordId {
        token.id(self.source, self.lexicon)
    }

    fn classes(&self, token: Token) -> Classes {
        self.lexicon.classes(self.id(token))
    }

    fn lexicon_says(&self, i: usize, class: Class) -> bool {
        self.classes(self.tokens[i]).has(class)
    }
}

/// Words that never begin a name.
const NO_NAME: Classes = Classes::of(Class::Preposition)
    .and(Class::SubjectPronoun)
    .and(Class::Wh)
    .and(Class::Time)
    .and(Class::Month)
    .and(Class::Subordinator)
    .and(Class::Coordinator)
    .and(Class::Determiner);
