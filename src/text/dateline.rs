//! Contract: counts the tokens of the dateline at the start of a paragraph ("OSLO, 3 May (AP) –",
//! "Oslo 03.05.2024", in live reports "14:20"), 0 if there is none.

use super::Run;
use super::token::{Gap, Kind, Token};
use crate::lexicon::{Class, Classes, Lexicon, Sense};

/// Words that never start a place name.
const NO_PLACE: Classes = Classes::of(Class::Determiner)
    .and(Class::Preposition)
    .and(Class::SubjectPronoun)
    .and(Class::Wh)
    .and(Class::Time)
    .and(Class::Month)
    .and(Class::Subordinator)
    .and(Class::Coordinator);

/// The maximum number of tokens of an aside between dashes.
const LONGEST_ASIDE: usize = 40;

/// `first`: this is the article's first paragraph, where a place and a dash are sufficient.
pub(super) fn length(source: &str, tokens: &[Token], block: Run, first: bool, lexicon: &Lexicon) -> u32 {
    let mut reader = Reader { source, tokens: &tokens[..block.stop()], lexicon, at: block.first(), first };
    let found = reader.clock() || reader.has_mark() && reader.dateline();
    if found && reader.opens_text() { (reader.at - block.first()) as u32 } else { 0 }
}

/// Reads a dateline token by token.
struct Reader<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    at: usize,
    first: bool,
}

impl Reader<'_> {
    /// Reads the time of an entry in a live report: "14:20", "[14:20 GMT]", "2.20pm:".
    fn clock(&mut self) -> bool {
        let start = self.at;
        let bracket = self.take(Kind::Open);
        let number = self.tokens.get(self.at).filter(|token| token.kind == Kind::Number);
        if !number.is_some_and(|token| is_time_of_day(token.span().of(self.source))) {
            self.at = start;
            return false;
        }
        self.at += 1;
        // "GMT", "BST", "am"
        let zone = |t: &Token| t.kind == Kind::Word && t.is_upper() && matches!(t.span().len(), 2..=4);
        let half = |t: &Token| ["am", "pm"].contains(&t.span().of(self.source));
        self.at += usize::from(self.tokens.get(self.at).is_some_and(|t| zone(t) || half(t)));
        if bracket && !self.take(Kind::Close) {
            self.at = start;
            return false;
        }
        let _ = self.take(Kind::Colon) || self.take(Kind::Dash);
        true
    }

    /// Whether the first mark or figure is one that a dateline has. Most paragraphs are refused
    /// here, before any of their words is looked up.
    fn has_mark(&self) -> bool {
        let mut tokens = self.tokens[self.at..].iter();
        let mark = tokens.find(|token| !matches!(token.kind, Kind::Word | Kind::Comma | Kind::Symbol));
        mark.is_some_and(|mark| matches!(mark.kind, Kind::Dash | Kind::Open | Kind::Number | Kind::Colon))
    }

    /// Place, region, date, agency, dash: enough of them to rule out anything else.
    fn dateline(&mut self) -> bool {
        let start = self.at;
        let Some(capitals) = self.place() else { return self.agency(false) && self.dash() };
        if self.first && self.is_known_place(start) && self.ends_sentence() && self.take(Kind::Colon) {
            return true;
        }
        while self.region() {}
        let date = self.date();
        let agency = self.agency(capitals);
        let dash = self.dash();
        match (capitals, date, agency) {
            (_, true, true) | (true, true, _) | (true, _, true) => true,
            (_, true, _) | (_, _, true) | (true, ..) if dash => true,
            _ if dash && self.first => !self.is_aside(),
            // a numeric date after a place: "Oslo 03.05.2024"
            (_, true, _) => self.tokens[self.at - 1].kind == Kind::Number,
            _ => false,
        }
    }

    /// "Mumbai: The minister said": whether the name that starts at `start` and ends here is a
    /// place that the lexicon knows.
    fn is_known_place(&self, start: usize) -> bool {
        let place = |t: &Token| self.lexicon.senses(t.id(self.source, self.lexicon)).has(Sense::Place);
        self.tokens[start..self.at].iter().all(place)
    }

    /// Whether the paragraph ends with a full stop, unlike a headline.
    fn ends_sentence(&self) -> bool {
        self.tokens.last().is_some_and(|t| t.kind == Kind::Stop)
    }

    /// Reads up to four capitalised words; returns whether all of them are in capitals.
    fn place(&mut self) -> Option<bool> {
        let first = *self.tokens.get(self.at)?;
        if first.kind != Kind::Word || self.classes(first).any(NO_PLACE) {
            return None;
        }
        let start = self.at;
        while self.at < start + 4 && self.is_name() {
            self.at += 1;
        }
        let name = &self.tokens[start..self.at];
        let letters: usize = name.iter().map(|t| t.span().len()).sum();
        let capitals = letters > 3 && name.iter().all(|t| t.is_upper() || t.is_dotted());
        (!name.is_empty()).then_some(capitals)
    }

    /// Reads a comma and a region, or a slash and another place: ", Norway", ", D.C.", "/OSLO".
    fn region(&mut self) -> bool {
        let start = self.at;
        let slash = self.tokens.get(start).is_some_and(|t| t.span().of(self.source) == "/");
        if slash {
            self.at += 1;
        }
        if slash || self.take(Kind::Comma) {
            while self.at < start + 4 && self.is_name() {
                self.at += 1;
            }
        }
        let read = self.at > start + 1;
        self.at = if read { self.at } else { start };
        read
    }

    /// Whether the next token is a capitalised word that does not start a date.
    fn is_name(&self) -> bool {
        self.tokens.get(self.at).is_some_and(|t| {
            let date = Classes::of(Class::Month).and(Class::Time);
            t.kind == Kind::Word && t.is_capital() && !self.classes(*t).any(date)
        })
    }

    /// Reads a date: "30.03.2022", "30 March 2022", ", Monday, March 30".
    fn date(&mut self) -> bool {
        let start = self.at;
        self.take(Kind::Comma);
        if self.takes(Class::Time) {
            self.take(Kind::Comma);
        }
        let found = if self.takes(Class::Month) {
            self.number()
        } else if let Some(token) = self.tokens.get(self.at).filter(|t| t.kind == Kind::Number) {
            let mut figures = token.span().of(self.source).split(['.', '/', '-']);
            let whole = figures.clone().count() > 1
                && figures.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
            self.at += 1;
            whole || self.takes(Class::Month)
        } else {
            false
        };
        if found {
            let end = self.at;
            self.take(Kind::Comma);
            if !self.number() {
                self.at = end;
            }
        } else {
            self.at = start;
        }
        found
    }

    /// Reads a dash preceded by a space.
    fn dash(&mut self) -> bool {
        self.tokens.get(self.at).is_some_and(|t| t.gap > Gap::None) && self.take(Kind::Dash)
    }

    /// Whether the sentence has a second dash, so that the first one opens an aside: "Holm — a
    /// sailor — left".
    fn is_aside(&self) -> bool {
        let rest = self.tokens[self.at..].iter().take_while(|t| t.kind != Kind::Stop);
        rest.take(LONGEST_ASIDE).any(|t| t.kind == Kind::Dash)
    }

    /// Reads an agency in brackets: "(AP)"; between a place in capitals and a dash also an unknown
    /// one.
    fn agency(&mut self, capitals: bool) -> bool {
        let start = self.at;
        if !self.take(Kind::Open) {
            return false;
        }
        let (mut known, mut named) = (false, true);
        while self.at < start + 4 && self.tokens.get(self.at).is_some_and(|t| t.kind == Kind::Word) {
            known |= self.classes(self.tokens[self.at]).has(Class::Agency);
            named &= self.tokens[self.at].is_capital();
            self.at += 1;
        }
        let closed = self.take(Kind::Close);
        let dashed = || self.tokens.get(self.at).is_some_and(|t| t.kind == Kind::Dash);
        let read = closed && (known || capitals && named && dashed());
        self.at = if read { self.at } else { start };
        read
    }

    /// Whether the article's text starts here: with a capital or a quotation mark.
    fn opens_text(&self) -> bool {
        self.tokens.get(self.at).is_some_and(|t| t.is_capital() || t.kind == Kind::Mark)
    }

    fn classes(&self, token: Token) -> Classes {
        self.lexicon.classes(token.id(self.source, self.lexicon))
    }

    fn number(&mut self) -> bool {
        self.take(Kind::Number)
    }

    fn take(&mut self, kind: Kind) -> bool {
        let found = self.tokens.get(self.at).is_some_and(|t| t.kind == kind);
        self.at += usize::from(found);
        found
    }

    fn takes(&mut self, class: Class) -> bool {
        let found = self.tokens.get(self.at).is_some_and(|t| self.classes(*t).has(class));
        self.at += usize::from(found);
        found
    }
}

/// "14:20", "9.05", "2.20pm"
fn is_time_of_day(text: &str) -> bool {
    let text = text.strip_suffix("am").or_else(|| text.strip_suffix("pm")).unwrap_or(text);
    let Some((hour, minute)) = text.split_once([':', '.']) else { return false };
    let number = |part: &str, most: u8| {
        (1..=2).contains(&part.len()) && part.parse::<u8>().is_ok_and(|number| number <= most)
    };
    number(hour, 24) && minute.len() == 2 && number(minute, 59)
}
