//! Which longer names a name belongs to.
//!
//! Contract: the decision about a node depends on the nodes alone, not on other decisions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::identity::LinkReason;
use super::name::Name;
use super::node::Node;
use super::person::first_name_key;

/// How many times as many articles as all others the most frequent of several speakers must have,
/// so that the others do not count.
const MUCH_MORE: usize = 8;

/// What was decided about a node.
pub(super) enum Decision {
    /// Nothing else fits it.
    Alone,
    /// It may belong to these nodes, which exclude each other; or to nobody in particular.
    Ambiguous(BTreeSet<usize>),
    Link(Vec<usize>, LinkReason),
}

/// The nodes, with what is needed to compare them.
pub(super) struct Linker<'n, 'r> {
    pub nodes: &'n [Node<'r>],
    /// The pairs that an article distinguishes.
    apart: &'n BTreeSet<(usize, usize)>,
    /// The nodes by the keys under which they are filed.
    filed: BTreeMap<String, Vec<usize>>,
}

impl<'n, 'r> Linker<'n, 'r> {
    pub fn new(nodes: &'n [Node<'r>], apart: &'n BTreeSet<(usize, usize)>) -> Self {
        let mut filed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n, node) in nodes.iter().enumerate() {
            for key in node.keys() {
                filed.entry(key).or_default().push(n);
            }
        }
        Linker { nodes, apart, filed }
    }

    /// A name is linked to the longer names that it fits if these fit each other.
    pub fn decide(&self, n: usize) -> Decision {
        let node = &self.nodes[n];
        let candidates = match &node.name {
            Name::Description(_) => return Decision::Alone,
            Name::Person(name, _) if name.is_first_name_only() => {
                let bearers = self.bearers(n);
                if bearers.is_empty() || self.filed.contains_key(&first_name_key(name.surname())) {
                    return Decision::Ambiguous(bearers.into_iter().map(|(other, _)| other).collect());
                }
                bearers
            }
            _ => self.candidates(n),
        };
        let all: Vec<usize> = candidates.iter().map(|&(other, _)| other).collect();
        let Some(reason) = candidates.iter().map(|&(_, reason)| reason).max() else { return Decision::Alone };
        if reason == LinkReason::Alias && self.is_surname(&node.name) {
            return Decision::Alone;
        }
        if self.agree(&all) {
            return Decision::Link(all, reason);
        }
        let exclusive = || Decision::Ambiguous(all.iter().copied().collect());
        self.without_son(n, &all, reason)
            .or_else(
                || if node.name.is_short() { self.by_role(n, &all) } else { self.mostly(n, &candidates) },
            )
            .unwrap_or_else(exclusive)
    }

    /// Those who have a first name as their surname: "Hadley" may be Tom Hadley.
    fn bearers(&self, n: usize) -> Vec<(usize, LinkReason)> {
        let full = |&(other, _): &(usize, LinkReason)| !self.nodes[other].name.is_short();
        self.candidates(n).into_iter().filter(full).collect()
    }

    /// Of "Tarn" and "Tarn Jr.", a name without "Jr." is the first one's.
    fn without_son(&self, n: usize, all: &[usize], reason: LinkReason) -> Option<Decision> {
        let same = |&other: &usize| self.nodes[n].same_generation(&self.nodes[other]);
        let alike: Vec<usize> = all.iter().copied().filter(same).collect();
        (!alike.is_empty() && self.agree(&alike)).then_some(Decision::Link(alike, reason))
    }

    /// Of several speakers with a surname, the one who has the role.
    fn by_role(&self, n: usize, all: &[usize]) -> Option<Decision> {
        let same = |&other: &usize| self.nodes[n].roles.agree(&self.nodes[other].roles);
        let found = self.foremost(all.iter().copied().filter(same).collect(), 0)?;
        Some(Decision::Link(found, LinkReason::Role))
    }

    /// A full name whose bearer is a man in most articles and a woman in one is the man's where an
    /// article shows neither.
    fn mostly(&self, n: usize, candidates: &[(usize, LinkReason)]) -> Option<Decision> {
        let same = candidates.iter().all(|&(_, reason)| reason == LinkReason::SameName);
        let all = candidates.iter().map(|&(other, _)| other).collect();
        let found = self.foremost(all, self.nodes[n].articles()).filter(|_| same)?;
        Some(Decision::Link(found, LinkReason::SameName))
    }

    /// Those of `nodes` that may be one speaker with the most frequent one, if hardly any article
    /// has another: a single article may have been misread. `more` articles count for the first.
    fn foremost(&self, nodes: Vec<usize>, more: usize) -> Option<Vec<usize>> {
        let first = nodes.iter().copied().max_by_key(|&n| (self.nodes[n].articles(), Reverse(n)))?;
        let (own, others): (Vec<usize>, Vec<usize>) =
            nodes.into_iter().partition(|&other| other == first || self.fit(first, other).is_some());
        let articles = |list: &[usize]| list.iter().map(|&n| self.nodes[n].articles()).sum::<usize>();
        (articles(&own) + more >= MUCH_MORE * articles(&others) && self.agree(&own)).then_some(own)
    }

    /// Whether the words are somebody's surname: "Trump" is not short for "Trump Tower" then.
    fn is_surname(&self, name: &Name) -> bool {
        let Name::Whole(whole) = name else { return false };
        let bears = |&n: &usize| matches!(&self.nodes[n].name, Name::Person(person, _) if person.surname() == whole.words);
        self.filed.get(&whole.words).is_some_and(|near| near.iter().any(bears))
    }

    /// The nodes that say at least as much as `n` and may be the same speaker.
    fn candidates(&self, n: usize) -> Vec<(usize, LinkReason)> {
        let node = &self.nodes[n];
        let lookups = node.name.lookups();
        let near: BTreeSet<usize> =
            lookups.iter().filter_map(|key| self.filed.get(key)).flatten().copied().collect();
        let more = |&other: &usize| other != n && self.nodes[other].weight() >= node.weight();
        let fits = |other: usize| Some((other, self.fit(n, other)?));
        near.into_iter().filter(more).filter_map(fits).collect()
    }

    /// Why two nodes may be one speaker, if they may.
    pub fn fit(&self, one: usize, two: usize) -> Option<LinkReason> {
        let apart = self.apart.contains(&(one.min(two), one.max(two)));
        if apart { None } else { self.nodes[one].fit(&self.nodes[two]) }
    }

    /// Whether all may be one speaker.
    fn agree(&self, nodes: &[usize]) -> bool {
        nodes.iter().enumerate().all(|(at, &one)| nodes[..at].iter().all(|&two| self.fit(one, two).is_some()))
    }
}
