//! "Moor read a statement. It said …", "a statement from the family. It said …": who speaks in a
//! text that the sentence before issues.
//!
//! Contract: only an "it" that opens its sentence and says something is such a text, and only in
//! the paragraph of the sentence before.

use super::model::Id;
use super::phrase::{self, Phrase};
use super::resolver::Resolver;
use super::vocabulary::Sense;
use crate::lexicon::{Class, words};
use crate::syntax::tag::Tag;
use crate::text::Run;

impl Resolver<'_, '_> {
    /// The speaker of the pronoun at `at`, the source of a statement, if it is a text.
    pub(super) fn issuer(&mut self, at: usize) -> Option<Id> {
        let view = self.view;
        let opens = view.has(at, Sense::It) && view.sentence(at).first() == at;
        let before = at.checked_sub(1).filter(|&before| opens && view.block(before) == view.block(at))?;
        let sentence = view.sentence(before);
        let text = (sentence.first() + 1..sentence.stop()).rev().find(|&i| self.is_issued(i, sentence))?;
        let run = self.sender(text, sentence).or_else(|| self.subject_of_issuing(text, sentence))?;
        match phrase::read(view, run, self.names) {
            Phrase::Pronoun(token) => self.antecedents[view.pronoun_at(token)?],
            Phrase::Named(name, _) => self.linked[name],
            Phrase::Description(run, head) => {
                let known =
                    self.mentions.iter().rev().find(|(_, mention)| *mention == run).map(|&(id, _)| id);
                known.or_else(|| Some(self.describe(run, head).0))
            }
            Phrase::List(_) | Phrase::Nothing => None,
        }
    }

    /// "released a short statement", "read a statement": whether the noun at `i` is a text with
    /// "a", and the object of a verb that makes it known.
    fn is_issued(&self, i: usize, sentence: Run) -> bool {
        let syntax = self.view.syntax;
        syntax.tag(i) == Tag::Noun
            && self.view.is(i, Class::Document)
            && self.verb_of_text(i, sentence).is_some_and(|(verb, article)| {
                // anybody may read out a statement; a letter that is read is somebody else's
                let read = || {
                    syntax.is_one_of(i, words!["statement"]) && syntax.lemma_is_one_of(verb, words!["read"])
                };
                syntax.is_one_of(article, words!["a", "an"])
                    && (syntax.lemma_is(verb, Class::Light) || read())
            })
    }

    /// "put out a short statement": the verb before the noun at `i`, and the article.
    fn verb_of_text(&self, i: usize, sentence: Run) -> Option<(usize, usize)> {
        let syntax = self.view.syntax;
        let article = syntax.object_start(i, sentence.first());
        let article = article + usize::from(self.view.is(article, Class::Particle));
        let last = article.checked_sub(1).filter(|&last| last > sentence.first())?;
        let verb = last - usize::from(self.view.is(last, Class::Particle));
        syntax.tag(verb).is_verb().then_some((verb, article))
    }

    /// "a statement from the family", "on behalf of the family": whose words the text has.
    fn sender(&self, text: usize, sentence: Run) -> Option<Run> {
        let syntax = self.view.syntax;
        let behalf = syntax.is_one_of(text + 2, words!["behalf"]);
        let from = syntax.is_one_of(text + 1, words!["from", "by"]) || behalf;
        let start = text + if behalf { 4 } else { 2 };
        let end = from.then(|| syntax.core_end(start, sentence.stop())).flatten()?;
        Some(Run::new(start, end))
    }

    fn subject_of_issuing(&self, text: usize, sentence: Run) -> Option<Run> {
        let syntax = self.view.syntax;
        let (verb, _) = self.verb_of_text(text, sentence)?;
        syntax.subject(syntax.verb_group(verb), 0)
    }
}
