//! Contract: each speaker of an article belongs to exactly one speaker of the report.

use std::collections::HashMap;

use serde::Serialize;

use crate::Article;

/// A speaker of all articles together.
#[derive(Serialize)]
pub struct Merged {
    name: String,
    kind: &'static str,
    /// Roles and organisations, the most frequent first.
    roles: Vec<String>,
}

/// The speakers who say something.
pub struct Speakers {
    pub all: Vec<Merged>,
    /// For each article, the index in `all` of each of its speakers who says something.
    of: Vec<HashMap<usize, usize>>,
}

/// The number of roles that are kept of a speaker.
const ROLES: usize = 4;

impl Speakers {
    pub fn new(articles: &[Article<'_>]) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut roles: Vec<HashMap<String, usize>> = Vec::new();
        let mut speakers = Speakers { all: Vec::new(), of: Vec::new() };
        for article in articles {
            let mut of = HashMap::new();
            for speaker in article.statements().filter_map(crate::Statement::speaker) {
                let name = speaker.name();
                let number = *numbers.entry(name.to_string()).or_insert_with(|| {
                    let (name, kind) = (name.into_owned(), speaker.kind().as_str());
                    speakers.all.push(Merged { name, kind, roles: Vec::new() });
                    roles.push(HashMap::new());
                    speakers.all.len() - 1
                });
                if of.insert(speaker.index(), number).is_none() {
                    let described = [speaker.role(), speaker.organization()];
                    let described = described.into_iter().flatten().collect::<Vec<_>>().join(", ");
                    if !described.is_empty() {
                        *roles[number].entry(described).or_default() += 1;
                    }
                }
            }
            speakers.of.push(of);
        }
        for (speaker, roles) in speakers.all.iter_mut().zip(roles) {
            let mut roles: Vec<_> = roles.into_iter().collect();
            roles.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
            speaker.roles = roles.into_iter().take(ROLES).map(|(role, _)| role).collect();
        }
        speakers
    }

    /// The index in `all` of a speaker of an article.
    pub fn of(&self, article: usize, speaker: usize) -> usize {
        self.of[article][&speaker]
    }
}
