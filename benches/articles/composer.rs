//! New articles from the sentences of the corpus.

use std::fs;
use std::path::Path;

use super::random::{Random, scrambled};
use super::template::{Kind, Part, Template, templates};
use super::words::Words;

/// Makes one article after the other, always the same ones. How much of each kind of sentence an
/// article has, and how long it is, was chosen so that it costs about as much a byte as news does:
/// the corpus has twice as many statements a byte.
pub struct Composer {
    words: Words,
    headlines: Vec<Template>,
    quoted: Vec<Template>,
    reported: Vec<Template>,
    plain: Vec<Template>,
    made: u64,
}

/// Of a hundred sentences.
const QUOTED: usize = 15;
const REPORTED: usize = 15;
/// Of a hundred plain sentences, those that go on with another one: sentences of news are longer
/// than those of the corpus.
const JOINED: usize = 60;
const LINKS: [&str; 8] =
    [", and ", ", while ", ", but ", " because ", " after ", ", where ", " as ", ", although "];
/// The women, and the men, whom an article names, and its other names.
const PEOPLE: usize = 4;
const NAMES: usize = 10;

impl Composer {
    pub fn new() -> Self {
        let words = Words::read();
        let mut composer =
            Self { headlines: vec![], quoted: vec![], reported: vec![], plain: vec![], made: 0, words };
        for template in templates(&corpus(), &composer.words) {
            let kind = match template.kind {
                Kind::Headline => &mut composer.headlines,
                Kind::Quoted => &mut composer.quoted,
                Kind::Reported => &mut composer.reported,
                Kind::Plain => &mut composer.plain,
            };
            kind.push(template);
        }
        composer
    }
}

/// The articles of the corpus, without the blogs, whose comment forms would end an article.
fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let entries = fs::read_dir(folder).expect("the corpus exists");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".txt") && !name.starts_with("blog-")
    });
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("articles are UTF-8")).collect()
}

impl Iterator for Composer {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.made += 1;
        let seed = scrambled(self.made);
        let mut random = Random::new(seed);
        let curly = random.chance(60);
        let mut article = Article { from: self, random, seed, curly, text: String::new() };
        article.write();
        Some(article.text)
    }
}

struct Article<'a> {
    from: &'a Composer,
    random: Random,
    /// decides what the words of this article are
    seed: u64,
    /// whether its quotation marks are curly or straight
    curly: bool,
    text: String,
}

impl Article<'_> {
    fn write(&mut self) {
        self.sentence(&self.from.headlines);
        // few are long
        let most = self.random.below(60) + 1;
        for _ in 0..4 + self.random.below(most) {
            self.text.push_str("\n\n");
            for number in 0..=self.random.below(3) {
                if number > 0 {
                    self.text.push(' ');
                }
                self.any_sentence();
            }
        }
    }

    fn any_sentence(&mut self) {
        match self.random.below(100) {
            kind if kind < QUOTED => self.sentence(&self.from.quoted),
            kind if kind < QUOTED + REPORTED => self.sentence(&self.from.reported),
            _ => {
                self.sentence(&self.from.plain);
                if self.text.ends_with('.') && self.random.chance(JOINED) {
                    self.go_on();
                }
            }
        }
    }

    /// Adds a plain sentence to the one before it.
    fn go_on(&mut self) {
        self.text.pop();
        self.text.push_str(self.random.one_of::<&str>(&LINKS));
        let template = self.random.one_of(&self.from.plain);
        let start = self.text.len();
        self.fill(template);
        if template.lower_first
            && let Some(first) = self.text.get_mut(start..=start)
        {
            first.make_ascii_lowercase();
        }
    }

    fn sentence(&mut self, templates: &[Template]) {
        let template = self.random.one_of(templates);
        self.fill(template);
    }

    fn fill(&mut self, template: &Template) {
        for part in &template.parts {
            self.part(part);
        }
    }

    fn part(&mut self, part: &Part) {
        let words = &self.from.words;
        match *part {
            Part::Text(ref text) => self.text.push_str(text),
            Part::OpeningMark => self.text.push(if self.curly { '“' } else { '"' }),
            Part::ClosingMark => self.text.push(if self.curly { '”' } else { '"' }),
            Part::Digit => {
                let digit = self.random.below(10).to_string();
                self.text.push_str(&digit);
            }
            Part::Person { number, woman } => {
                let first_names = if woman { &words.women } else { &words.men };
                self.name(first_names, number % PEOPLE);
                self.text.push(' ');
                self.surname(number, woman);
            }
            Part::Surname { number, woman } => self.surname(number, woman),
            Part::Name(number) => {
                let number = number % NAMES;
                self.name(if number.is_multiple_of(2) { &words.places } else { &words.surnames }, number);
            }
            Part::Word(class) => {
                let list = words.list(class);
                let favourite = self.choice(list, class);
                self.text.push_str(self.random.one_often::<String>(list, favourite));
            }
        }
    }

    fn surname(&mut self, number: usize, woman: bool) {
        let member = number % PEOPLE + if woman { PEOPLE } else { 0 };
        self.name(&self.from.words.surnames, NAMES + member);
    }

    fn name(&mut self, list: &[String], number: usize) {
        self.text.push_str(&list[self.choice(list, number)]);
    }

    /// A place in the list that is always the same for this number in this article.
    fn choice(&self, list: &[String], number: usize) -> usize {
        Random::new(self.seed ^ number as u64).below(list.len())
    }
}
