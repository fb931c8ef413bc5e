//! Speakers across articles.
//!
//! Contract: the result depends neither on the order in which articles are added nor on how they
//! are divided among registries that are merged; memory is bounded by the number of distinct
//! speakers.

mod build;
mod decide;
mod form;
mod identity;
mod link;
mod lists;
mod name;
mod node;
mod person;
mod roles;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::article::{Article, Excerpt, Speaker};
use form::{Form, Observed};
pub use identity::{Identities, Identity, LinkReason, NameUse, Standing};
use name::{Name, WholeName};
use roles::Roles;

/// How many documents are kept by default for each distinct speaker.
const DOCUMENTS: usize = 10;

/// Collects the speakers of many articles and finds out which of them are the same.
///
/// ```
/// use dictum::{Extractor, LinkReason, Registry};
///
/// let extractor = Extractor::default();
/// let mut registry = Registry::new();
/// registry.add("monday", &extractor.extract("Mayor Lena Moor promised to reopen the ferry."));
/// registry.add("tuesday", &extractor.extract("Moor said the pier was safe. Police disagreed."));
///
/// let identities = registry.identities();
/// let moor = identities.iter().next().unwrap();
/// assert_eq!((moor.name(), moor.statements(), moor.articles()), ("Lena Moor", 2, 2));
/// assert_eq!(moor.names()[1].name(), "Moor");
/// assert_eq!(moor.names()[1].reason(), LinkReason::Surname);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Registry {
    forms: BTreeMap<Arc<Form>, Observed>,
    /// Forms with similar names that occur in one article, and in how many.
    together: BTreeMap<Vec<Arc<Form>>, usize>,
    documents: usize,
}

impl Default for Registry {
    fn default() -> Self {
        Registry { forms: BTreeMap::new(), together: BTreeMap::new(), documents: DOCUMENTS }
    }
}

impl Registry {
    /// An empty registry.
    pub fn new() -> Self {
        Registry::default()
    }

    /// Sets how many documents are kept for each distinct speaker: the first ones in the order of
    /// their ids. The default is 10. All articles are counted.
    #[must_use]
    pub fn keep_documents(mut self, count: usize) -> Self {
        self.documents = count;
        self
    }

    /// Adds the speakers of an article and counts their statements.
    pub fn add(&mut self, document: &str, article: &Article<'_>) {
        let mut counts: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); article.speakers().len()];
        for statement in article.statements() {
            if let Some(speaker) = statement.speaker() {
                *counts[speaker.index()].entry(statement.category()).or_default() += 1;
            }
        }
        let mut found: BTreeMap<Form, (BTreeMap<&str, usize>, BTreeSet<String>)> = BTreeMap::new();
        for (speaker, counts) in article.speakers().zip(counts).filter(|(_, counts)| !counts.is_empty()) {
            let form = Form::of(speaker);
            let aliases = aliases(speaker, &form);
            let (total, others) = found.entry(form).or_default();
            for (category, count) in counts {
                *total.entry(category).or_default() += count;
            }
            others.extend(aliases);
        }
        let mut forms = Vec::with_capacity(found.len());
        for (form, (counts, aliases)) in found {
            let form = self
                .forms
                .get_key_value(&form)
                .map_or_else(|| Arc::new(form), |(known, _)| Arc::clone(known));
            let observed = self.forms.entry(Arc::clone(&form)).or_default();
            observed.article(document, &counts, self.documents);
            observed.aliases.extend(aliases);
            forms.push(form);
        }
        for group in similar(forms) {
            *self.together.entry(group).or_default() += 1;
        }
    }

    /// Adds everything that `other` has collected.
    ///
    /// Threads can each have a registry; the result is the same as with one.
    pub fn merge(&mut self, other: &Registry) {
        for (form, observed) in &other.forms {
            self.forms.entry(Arc::clone(form)).or_default().merge(observed, self.documents);
        }
        for (group, count) in &other.together {
            *self.together.entry(group.clone()).or_default() += count;
        }
    }

    /// The speakers of all articles, each once.
    pub fn identities(&self) -> Identities {
        build::identities(self)
    }
}

/// The other names that the article uses for a body: its initials ("WHO"), or its first words.
fn aliases(speaker: Speaker<'_, '_>, form: &Form) -> BTreeSet<String> {
    if !form.named || form.kind == crate::EntityKind::Person {
        return BTreeSet::new();
    }
    let own = WholeName::of(&form.name);
    let mentions = speaker.mentions().map(Excerpt::text);
    let capital = mentions.filter(|text| {
        text.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
    });
    capital.filter(|text| own.has_short_form(text)).map(str::to_owned).collect()
}

/// The groups of forms that share a key by which they could be linked.
fn similar(forms: Vec<Arc<Form>>) -> Vec<Vec<Arc<Form>>> {
    let mut groups: BTreeMap<String, Vec<Arc<Form>>> = BTreeMap::new();
    for form in forms.into_iter().filter(|form| form.named) {
        let name = Name::of(&form, &Roles::of(form.role.as_deref()));
        for block in name.keys().into_iter().collect::<BTreeSet<_>>() {
            groups.entry(block).or_default().push(Arc::clone(&form));
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect::<BTreeSet<_>>().into_iter().collect()
}
