//! What one article says of a speaker, and what was counted of all speakers of whom articles say
//! the same.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::LISTS;
use super::person::{is_first_name, without_article};
use super::words::fold;
use crate::article::Speaker;
use crate::entity::{EntityKind, Gender};

/// What an article says of a speaker. Two speakers of two articles with equal forms cannot be
/// distinguished.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Form {
    pub name: String,
    pub kind: EntityKind,
    pub gender: Gender,
    /// Known by a proper name.
    pub named: bool,
    pub role: Option<String>,
    pub organization: Option<String>,
}

impl Form {
    pub fn of(speaker: Speaker<'_, '_>) -> Self {
        let owned = |text: std::borrow::Cow<'_, str>| text.into_owned();
        Form {
            name: owned(speaker.name()),
            kind: speaker.kind(),
            gender: gender(speaker),
            named: (speaker.is_named() || is_name(&speaker.name())) && !speaker.is_anonymous(),
            role: speaker.role().map(owned),
            organization: speaker.organization().map(owned),
        }
    }
}

/// The gender that the article shows. A name of one word that is a first name shows none: "Hadley"
/// may be Tom Hadley, unless a title or a pronoun says otherwise.
fn gender(speaker: Speaker<'_, '_>) -> Gender {
    let name = speaker.name();
    if name.contains(' ') || !is_first_name(&fold(&name)) {
        return speaker.gender();
    }
    let shows = |mention: &str| mention.contains(' ') || !mention.starts_with(&*name);
    if speaker.mentions().any(|mention| shows(mention.text())) { speaker.gender() } else { Gender::Unknown }
}

/// Whether a description is a name after all: "Corvane Motors plc", "al-Rashidi", "the Data
/// Commissioner's Office".
fn is_name(description: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let name = description.trim_start_matches("The ").trim_start_matches("the ");
    match name.rsplit_once(' ') {
        Some((words, last)) if LISTS.is_legal_form(&fold(last)) => words.split(' ').all(capital),
        Some(_) => name.split(' ').count() > 2 && name.split(' ').all(capital),
        None => without_article(name).is_some_and(capital),
    }
}

/// What was counted of a form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Observed {
    /// The number of statements by category.
    pub categories: BTreeMap<String, usize>,
    /// The number of articles.
    pub articles: usize,
    /// The first few documents in the order of their ids.
    pub documents: BTreeSet<String>,
    /// Other names that articles use for the speaker: "WHO".
    pub aliases: BTreeSet<String>,
}

impl Observed {
    /// Counts an article with `categories` statements of the speaker.
    pub fn article(&mut self, document: &str, categories: &BTreeMap<&str, usize>, kept: usize) {
        self.articles += 1;
        for (&category, count) in categories {
            if let Some(total) = self.categories.get_mut(category) {
                *total += count;
            } else {
                self.categories.insert(category.to_owned(), *count);
            }
        }
        if !self.documents.contains(document) {
            self.documents.insert(document.to_owned());
            self.forget_beyond(kept);
        }
    }

    pub fn merge(&mut self, other: &Observed, kept: usize) {
        self.articles += other.articles;
        for (category, count) in &other.categories {
            *self.categories.entry(category.clone()).or_default() += count;
        }
        self.documents.extend(other.documents.iter().cloned());
        self.forget_beyond(kept);
        self.aliases.extend(other.aliases.iter().cloned());
    }

    fn forget_beyond(&mut self, kept: usize) {
        while self.documents.len() > kept {
            self.documents.pop_last();
        }
    }
}
