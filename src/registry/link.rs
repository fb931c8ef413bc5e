//! Which nodes are one speaker.
//!
//! Contract: no speaker has two names that exclude each other.

use std::collections::{BTreeMap, BTreeSet};

use super::decide::{Decision, Linker};
use super::identity::LinkReason;
use super::name::Name;
use super::node::Node;

/// What was decided about the nodes.
pub(super) struct Links {
    /// For each node, the group that it belongs to: the index of one of its nodes.
    pub group: Vec<usize>,
    /// For each node, why it belongs to its group.
    pub reasons: Vec<LinkReason>,
    /// The nodes that an ambiguous node may belong to.
    pub ambiguous: BTreeMap<usize, BTreeSet<usize>>,
}

/// Links `nodes`; `apart` has the pairs that an article distinguishes.
pub(super) fn link(nodes: &[Node<'_>], apart: &BTreeSet<(usize, usize)>) -> Links {
    let linker = Linker::new(nodes, apart);
    let mut links = Links {
        group: (0..nodes.len()).collect(),
        reasons: vec![LinkReason::SameName; nodes.len()],
        ambiguous: BTreeMap::new(),
    };
    let mut joined = Vec::new();
    for n in 0..nodes.len() {
        match linker.decide(n) {
            Decision::Alone => {}
            Decision::Ambiguous(candidates) => {
                links.ambiguous.insert(n, candidates);
            }
            Decision::Link(candidates, reason) => {
                links.reasons[n] = reason;
                joined.extend(candidates.into_iter().map(|candidate| (n, candidate)));
            }
        }
    }
    for (one, two) in joined {
        let (one, two) = (links.root(one), links.root(two));
        links.group[one.max(two)] = one.min(two);
    }
    links.settle();
    links.separate(&linker);
    links.put_under_headings(nodes);
    links
}

impl Links {
    fn root(&self, mut n: usize) -> usize {
        while self.group[n] != n {
            n = self.group[n];
        }
        n
    }

    fn settle(&mut self) {
        for n in 0..self.group.len() {
            self.group[n] = self.root(n);
        }
    }

    /// Takes nodes that exclude each other out of their group: of two, the one that says less; if
    /// both say as much, both.
    fn separate(&mut self, linker: &Linker<'_, '_>) {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, &group) in self.group.iter().enumerate() {
            groups.entry(group).or_default().push(n);
        }
        for members in groups.into_values().filter(|members| members.len() > 2) {
            let mut out = BTreeSet::new();
            for (at, &one) in members.iter().enumerate() {
                for &two in members[..at].iter().filter(|&&two| linker.fit(one, two).is_none()) {
                    let weights = (linker.nodes[one].weight(), linker.nodes[two].weight());
                    out.extend((weights.0 <= weights.1).then_some(one));
                    out.extend((weights.1 <= weights.0).then_some(two));
                }
            }
            let rest: Vec<usize> = members.iter().copied().filter(|n| !out.contains(n)).collect();
            for &n in &rest {
                self.group[n] = rest[0];
            }
            for n in out {
                self.group[n] = n;
                self.ambiguous.insert(n, rest.iter().copied().collect());
            }
        }
    }

    /// Puts ambiguous short names with the same words and kind under one heading.
    fn put_under_headings(&mut self, nodes: &[Node<'_>]) {
        let mut headings = BTreeMap::new();
        for &n in self.ambiguous.keys() {
            let node = &nodes[n];
            if let Name::Person(_, whole) = &node.name
                && node.name.is_short()
                && self.group[n] == n
            {
                self.group[n] = *headings.entry((&whole.words, node.kind)).or_insert(n);
            }
        }
        self.settle();
    }
}
