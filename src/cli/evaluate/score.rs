//! Compares found statements with gold statements.
//!
//! Found and gold statements are paired one to one, best content first, if they share at least half
//! of their words (Jaccard index 0.5). Then:
//!
//! - content@0.5: the pairs; joint: the pairs whose speakers share a word, or have no words on
//!   either side.
//! - source, cue: exact matches, anywhere in the article's statements.
//! - kind, speaker name, category: the pairs that agree, out of all found and all gold statements
//!   that have one.
//!
//! Optional gold statements are paired last, with the found statements left over by the core ones.
//! Neither side of such a pair counts, nor does an unpaired optional statement.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::by_rule::ByRule;
use super::gold::{self, Gold, Tier};
use super::words::{WordSet, Words, jaccard, share};
use crate::{Article, Kind, Outcome, Span, article};

/// The minimum Jaccard index of a pair.
const PAIR: f64 = 0.5;

/// Counts for precision, recall and F1.
#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn precision(&self) -> f64 {
        share(self.right, self.found.max(1))
    }

    fn recall(&self) -> f64 {
        share(self.right, self.gold.max(1))
    }

    fn f1(&self) -> f64 {
        share(2 * self.right, (self.found + self.gold).max(1))
    }

    fn add(&mut self, right: bool, found: bool, gold: bool) {
        self.right += usize::from(right);
        self.found += usize::from(found);
        self.gold += usize::from(gold);
    }
}

/// The figures over all articles added so far.
pub struct Score {
    articles: usize,
    content: Count,
    source: Count,
    cue: Count,
    joint: Count,
    name: Count,
    categories: BTreeMap<String, Count>,
    kinds: BTreeMap<&'static str, Count>,
    /// The numbers of optional gold statements and of those found.
    optional: usize,
    optional_found: usize,
    errors: BTreeMap<&'static str, Vec<String>>,
    shown: usize,
    by_rule: Option<ByRule>,
}

/// The parts of a found or gold statement that are compared.
struct Side<'a> {
    tier: Tier,
    kind: Kind,
    category: &'a str,
    text: String,
    content: WordSet,
    source: WordSet,
    cue: WordSet,
    name: Option<String>,
}

impl<'a> Side<'a> {
    fn found(words: &Words, statement: article::Statement<'a, '_>) -> Self {
        let one = |span: Option<Span>| words.under(span.as_slice());
        Side {
            tier: Tier::Core,
            kind: statement.kind(),
            category: statement.category(),
            text: statement.content().text().into_owned(),
            content: words.under(statement.content().spans()),
            source: one(statement.source().map(crate::Excerpt::span)),
            cue: one(statement.cue().map(crate::Cue::span)),
            name: statement.speaker().map(|speaker| normal(&speaker.name())),
        }
    }

    fn gold(words: &Words, Gold { statement, tier }: &'a Gold) -> Self {
        let one = |span: Option<Span>| words.under(span.as_slice());
        Side {
            tier: *tier,
            kind: statement.kind,
            category: &statement.category,
            text: statement.content.text.clone().into_owned(),
            content: words.under(&statement.content.spans),
            source: one(statement.speaker.as_ref().and_then(|speaker| speaker.span)),
            cue: one(statement.cue.as_ref().map(|cue| cue.span)),
            name: statement.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).map(normal),
        }
    }
}

impl Score {
    /// An empty score that keeps up to `shown` errors of each type, and counts `by_rule` if
    /// requested.
    pub fn new(shown: usize, by_rule: bool) -> Self {
        Score {
            articles: 0,
            content: Count::default(),
            source: Count::default(),
            cue: Count::default(),
            joint: Count::default(),
            name: Count::default(),
            categories: BTreeMap::new(),
            kinds: BTreeMap::new(),
            optional: 0,
            optional_found: 0,
            errors: BTreeMap::new(),
            shown,
            by_rule: by_rule.then(ByRule::default),
        }
    }

    pub fn add(&mut self, article: &Article<'_>, gold: &gold::Article) {
        let words = Words::of(&gold.text);
        let mut found: Vec<_> = article.statements().map(|found| Side::found(&words, found)).collect();
        let mut wanted: Vec<_> = gold.statements.iter().map(|gold| Side::gold(&words, gold)).collect();
        let aside: BTreeSet<usize> = pairs(&found, &wanted)
            .into_iter()
            .filter(|&(_, g)| wanted[g].tier == Tier::Optional)
            .map(|(f, _)| f)
            .collect();
        self.articles += 1;
        self.optional_found += aside.len();
        self.optional += wanted.extract_if(.., |side| side.tier == Tier::Optional).count();
        let kept: Vec<usize> = (0..found.len()).filter(|f| !aside.contains(f)).collect();
        let mut numbers = 0..found.len();
        found.retain(|_| numbers.next().is_some_and(|f| !aside.contains(&f)));
        compare_sets(&mut self.source, &found, &wanted, |side| &side.source);
        compare_sets(&mut self.cue, &found, &wanted, |side| &side.cue);
        let pairs = pairs(&found, &wanted);
        if let Some(by_rule) = &mut self.by_rule {
            for &(f, g) in &pairs {
                let statement = article.statement(kept[f]).expect("the pair is one of the found statements");
                for firing in statement.firings().filter(|one| one.outcome() != Outcome::Excepted) {
                    by_rule.held(firing.rule());
                }
                by_rule.decided(statement.evidence().rule(), found[f].category, wanted[g].category);
            }
        }
        for &(f, g) in &pairs {
            self.add_pair(&gold.name, Some(&found[f]), Some(&wanted[g]));
        }
        for f in (0..found.len()).filter(|f| !pairs.iter().any(|pair| pair.0 == *f)) {
            self.add_pair(&gold.name, Some(&found[f]), None);
        }
        for g in (0..wanted.len()).filter(|g| !pairs.iter().any(|pair| pair.1 == *g)) {
            self.add_pair(&gold.name, None, Some(&wanted[g]));
        }
    }

    fn add_pair(&mut self, document: &str, found: Option<&Side<'_>>, gold: Option<&Side<'_>>) {
        let both = found.zip(gold);
        let (is_found, is_gold) = (found.is_some(), gold.is_some());
        self.content.add(both.is_some(), is_found, is_gold);
        let same_source = both.is_some_and(|(f, g)| {
            f.source.is_empty() && g.source.is_empty() || f.source.iter().any(|word| g.source.contains(word))
        });
        self.joint.add(same_source, is_found, is_gold);
        let (found_name, gold_name) =
            (found.and_then(|f| f.name.as_ref()), gold.and_then(|g| g.name.as_ref()));
        let same_name = found_name.is_some() && found_name == gold_name;
        self.name.add(same_name, found_name.is_some(), gold_name.is_some());
        let same_category = both.is_some_and(|(f, g)| f.category == g.category);
        let same_kind = both.is_some_and(|(f, g)| f.kind == g.kind);
        if let Some(f) = found {
            self.categories.entry(f.category.into()).or_default().add(same_category, true, false);
            self.kinds.entry(f.kind.as_str()).or_default().add(same_kind, true, false);
        }
        if let Some(g) = gold {
            self.categories.entry(g.category.into()).or_default().add(false, false, true);
            self.kinds.entry(g.kind.as_str()).or_default().add(false, false, true);
        }
        match (found, gold) {
            (Some(f), None) => self.error("invented", document, &f.text, ""),
            (None, Some(g)) => self.error("missed", document, &g.text, ""),
            (Some(f), Some(g)) => {
                if !same_category {
                    self.error("category", document, &g.text, &format!("{} for {}", f.category, g.category));
                }
                if gold_name.is_some() && !same_name {
                    self.error("speaker", document, &g.text, &format!("{found_name:?} for {gold_name:?}"));
                }
            }
            (None, None) => {}
        }
    }

    fn error(&mut self, sort: &'static str, document: &str, text: &str, how: &str) {
        let errors = self.errors.entry(sort).or_default();
        if errors.len() < self.shown {
            errors.push(format!("{sort} in {document}: {text:?} {how}"));
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in self.errors.values().flatten() {
            writeln!(f, "{error}")?;
        }
        writeln!(
            f,
            "{} articles, {} gold statements, {} found",
            self.articles, self.content.gold, self.content.found
        )?;
        if self.optional > 0 {
            let Score { optional, optional_found, .. } = self;
            writeln!(f, "not counted: {optional} optional gold statements, {optional_found} of them found")?;
        }
        writeln!(f, "{:24} precision  recall      F1", "")?;
        let row = |f: &mut fmt::Formatter<'_>, name: &str, count: &Count| {
            let [p, r, f1] = [count.precision(), count.recall(), count.f1()].map(|figure| 100.0 * figure);
            writeln!(f, "{name:24} {p:9.1} {r:7.1} {f1:7.1}")
        };
        row(f, "content@0.5", &self.content)?;
        for (kind, count) in &self.kinds {
            row(f, &format!("  of kind {kind}"), count)?;
        }
        row(f, "source", &self.source)?;
        row(f, "cue", &self.cue)?;
        row(f, "joint", &self.joint)?;
        row(f, "speaker name", &self.name)?;
        for (category, count) in &self.categories {
            row(f, &format!("category {category}"), count)?;
        }
        let macro_f1 =
            self.categories.values().map(Count::f1).sum::<f64>() / share(self.categories.len().max(1), 1);
        writeln!(f, "{:24} {:>9} {:>7} {:7.1}", "category, mean", "", "", 100.0 * macro_f1)?;
        self.by_rule.as_ref().map_or(Ok(()), |by_rule| write!(f, "\n{by_rule}"))
    }
}

/// Pairs found and gold statements one to one, core ones first, the best content first.
fn pairs(found: &[Side<'_>], gold: &[Side<'_>]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (f, side) in found.iter().enumerate() {
        for (g, other) in gold.iter().enumerate() {
            let index = jaccard(&side.content, &other.content);
            if index >= PAIR {
                candidates.push((other.tier, index, f, g));
            }
        }
    }
    candidates.sort_by(|a, b| {
        let (tier, content) = (a.0.cmp(&b.0), b.1.total_cmp(&a.1));
        tier.then(content).then((a.2, a.3).cmp(&(b.2, b.3)))
    });
    let (mut taken_found, mut taken_gold) = (BTreeSet::new(), BTreeSet::new());
    candidates.retain(|&(.., f, g)| {
        let free = !taken_found.contains(&f) && !taken_gold.contains(&g);
        if free {
            taken_found.insert(f);
            taken_gold.insert(g);
        }
        free
    });
    candidates.into_iter().map(|(.., f, g)| (f, g)).collect()
}

/// Compares exact sets of words in an article: a source that two statements share counts once.
fn compare_sets(
    count: &mut Count,
    found: &[Side<'_>],
    gold: &[Side<'_>],
    part: for<'s> fn(&'s Side<'_>) -> &'s WordSet,
) {
    let set = |sides: &[Side<'_>]| -> BTreeSet<WordSet> {
        sides.iter().map(|side| part(side).clone()).filter(|words| !words.is_empty()).collect()
    };
    let (found, gold) = (set(found), set(gold));
    count.right += found.intersection(&gold).count();
    count.found += found.len();
    count.gold += gold.len();
}

/// A name without its leading article, in lower case.
fn normal(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    name.strip_prefix("the ").map(Into::into).unwrap_or(name)
}
