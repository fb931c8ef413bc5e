//! A sentence of the corpus with gaps: "{Person} promised to reopen the {singular} by May."

use std::collections::{HashMap, HashSet};

use super::words::{Class, Words};

pub struct Template {
    pub kind: Kind,
    pub parts: Vec<Part>,
    /// the first word is written with a capital only because it is the first
    pub lower_first: bool,
}

#[derive(Clone, Copy)]
pub enum Kind {
    Headline,
    /// has words in quotation marks
    Quoted,
    /// has a common cue and no marks: "She said the pier was safe."
    Reported,
    Plain,
}

pub enum Part {
    Text(String),
    /// "Lena Moor". People and names have a number for each word, so that an article has one for
    /// it.
    Person {
        number: usize,
        woman: bool,
    },
    /// "Moor"
    Surname {
        number: usize,
        woman: bool,
    },
    /// any other name
    Name(usize),
    Word(Class),
    Digit,
    OpeningMark,
    ClosingMark,
}

/// The sentences of all articles as templates.
pub fn templates(articles: &[String], words: &Words) -> Vec<Template> {
    let mut reader = Reader { words, seen: Seen::in_articles(articles, words), numbers: HashMap::new() };
    let mut all = Vec::new();
    for article in articles {
        let (headline, body) = article.split_once("\n\n").unwrap_or((article, ""));
        all.push(reader.template(headline, Kind::Headline));
        // not headings, nor quotations that go on in the next paragraph
        let paragraphs = body.split("\n\n").filter(|paragraph| paragraph.ends_with(['.', '”', '"']));
        for sentence in paragraphs.flat_map(sentences) {
            all.push(reader.template(sentence, kind(sentence)));
        }
    }
    all
}

/// The sentences of a paragraph, roughly; those of one quotation stay together.
fn sentences(paragraph: &str) -> Vec<&str> {
    let (mut found, mut start) = (Vec::new(), 0);
    for (space, _) in paragraph.match_indices(' ') {
        let (before, after) = (&paragraph[start..space], &paragraph[space + 1..]);
        let last = before.rsplit(' ').next().unwrap_or_default();
        let is_title = last.len() < 5 && last.starts_with(char::is_uppercase);
        if last.trim_end_matches(['"', '”']).ends_with(['.', '?', '!'])
            && !is_title
            && after.starts_with(|c: char| c.is_uppercase() || c == '"' || c == '“')
            && is_balanced(before)
        {
            found.push(before);
            start = space + 1;
        }
    }
    found.push(&paragraph[start..]);
    // an article has quotations in double marks only
    found.retain(|sentence| is_balanced(sentence) && !sentence.contains('‘'));
    found
}

fn is_balanced(text: &str) -> bool {
    text.matches('“').count() == text.matches('”').count() && text.matches('"').count().is_multiple_of(2)
}

fn kind(sentence: &str) -> Kind {
    const CUES: [&str; 40] = [
        "according",
        "accused",
        "added",
        "admitted",
        "agreed",
        "announced",
        "argued",
        "asked",
        "believe",
        "believes",
        "called",
        "claimed",
        "confirmed",
        "declined",
        "demanded",
        "denied",
        "described",
        "estimates",
        "expected",
        "expects",
        "fear",
        "fears",
        "found",
        "hopes",
        "insisted",
        "intends",
        "noted",
        "ordered",
        "praised",
        "pledged",
        "promised",
        "refused",
        "said",
        "says",
        "showed",
        "shows",
        "told",
        "urged",
        "wants",
        "warned",
    ];
    if sentence.contains(['"', '“']) {
        Kind::Quoted
    } else if sentence.split(|c: char| !c.is_alphabetic()).any(|word| CUES.contains(&word)) {
        Kind::Reported
    } else {
        Kind::Plain
    }
}

/// What all articles together show about a word; of names, whether they are a woman's.
struct Seen {
    lower: HashSet<String>,
    first_names: HashMap<String, bool>,
    surnames: HashMap<String, bool>,
}

impl Seen {
    fn in_articles(articles: &[String], words: &Words) -> Self {
        let lists = [(&words.women, true), (&words.men, false)];
        let first_names =
            lists.into_iter().flat_map(|(list, woman)| list.iter().map(move |name| (name.clone(), woman)));
        let mut seen =
            Self { lower: HashSet::new(), first_names: first_names.collect(), surnames: HashMap::new() };
        for article in articles {
            let mut before = "";
            for word in article.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
                if word.starts_with(char::is_lowercase) {
                    seen.lower.insert(word.to_owned());
                } else if let Some(&woman) = seen.first_names.get(before) {
                    seen.surnames.insert(word.to_owned(), woman);
                }
                before = word;
            }
        }
        seen
    }

    /// Whether the word is a name, and no title, day or first word of a sentence.
    fn is_name(&self, word: &str) -> bool {
        const CALENDAR: [&str; 18] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word.len() > 3
            && letters.all(char::is_lowercase)
            && !self.lower.contains(&word.to_lowercase())
            && !CALENDAR.contains(&word)
    }
}

struct Reader<'a> {
    words: &'a Words,
    seen: Seen,
    numbers: HashMap<String, usize>,
}

impl Reader<'_> {
    fn template(&mut self, sentence: &str, kind: Kind) -> Template {
        let mut parts = Vec::new();
        let mut rest = sentence;
        let mut is_open = false;
        while let Some(first) = rest.chars().next() {
            let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(letters.max(first.len_utf8()));
            if letters > 0 {
                let part = self.part(piece, &mut parts);
                parts.push(part);
            } else {
                is_open ^= first == '"';
                parts.push(match first {
                    '0'..='9' => Part::Digit,
                    '“' => Part::OpeningMark,
                    '"' if is_open => Part::OpeningMark,
                    '”' | '"' => Part::ClosingMark,
                    _ => Part::Text(piece.to_owned()),
                });
            }
            rest = after;
        }
        let first = sentence.split(' ').next().unwrap_or_default();
        Template { kind, parts, lower_first: self.seen.lower.contains(&first.to_lowercase()) }
    }

    /// The part that a word is. A surname takes the first name from the parts before it.
    fn part(&mut self, word: &str, before: &mut Vec<Part>) -> Part {
        if self.seen.first_names.contains_key(word) {
            return Part::Text(word.to_owned());
        }
        if self.seen.is_name(word) {
            let next = self.numbers.len();
            let number = *self.numbers.entry(word.to_owned()).or_insert(next);
            let Some(&woman) = self.seen.surnames.get(word) else {
                return Part::Name(number);
            };
            if let [.., Part::Text(first), Part::Text(space)] = before.as_slice()
                && space == " "
                && self.seen.first_names.contains_key(first)
            {
                before.truncate(before.len() - 2);
                return Part::Person { number, woman };
            }
            return Part::Surname { number, woman };
        }
        self.words.class(word).map_or_else(|| Part::Text(word.to_owned()), Part::Word)
    }
}
