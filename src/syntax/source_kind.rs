//! What kind of noun phrase a source is: how much it looks like one who can speak.

use crate::lexicon::{Class, WordId, word, words};
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;

/// How far a pronoun alone is a source: "he" mostly is, "you" and "it" hardly ever, "I" outside a quotation is the writer.
const PRONOUNS: [(WordId, f32); 17] = [
    (word!("he"), 1.0),
    (word!("she"), 1.0),
    (word!("they"), 0.75),
    (word!("who"), 0.75),
    (word!("we"), 0.6),
    (word!("i"), 0.55),
    (word!("you"), 0.25),
    (word!("it"), 0.45),
    (word!("that"), 0.3),
    (word!("which"), 0.35),
    (word!("this"), 0.3),
    (word!("what"), 0.2),
    (word!("there"), 0.1),
    (word!("one"), 0.5),
    (word!("his"), 0.9),
    (word!("her"), 0.9),
    (word!("your"), 0.3),
];

impl Syntax<'_> {
    /// How much the source looks like one who can speak, from 0 to 1.
    pub(crate) fn speaks(&self, source: Run) -> f32 {
        let has = |class| source.indices().any(|i| self.is(i, class));
        if source.len() == 1
            && let Some(&(_, speaks)) =
                PRONOUNS.iter().find(|&&(word, _)| self.text.id(source.first()) == word)
        {
            return speaks;
        }
        if source.indices().any(|i| self.tag(i) == Tag::Proper) || has(Class::Person) || has(Class::Title) {
            return 1.0;
        }
        if has(Class::Group) || has(Class::Document) {
            return 0.9;
        }
        if source.len() == 1 && matches!(self.tag(source.first()), Tag::That | Tag::Wh)
            || self.is_one_of(source.first(), words!["it", "this", "that", "there", "what"])
        {
            return 0.35;
        }
        if self.tag(source.first()) == Tag::Pronoun {
            return 0.85;
        }
        0.6
    }
}
