//! Which nodes are one speaker.
//!
//! Contract: a name is linked to the longer names that it fits only if these fit each other, so
//! that no speaker has two names that exclude each other.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::LinkReason;
use super::name::Name;
use super::node::Node;

/// What was decided about a node.
#[derive(Default)]
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
    let linker = Linker { nodes, apart, blocks: blocks(nodes) };
    let mut links = Links {
        group: (0..nodes.len()).collect(),
        reasons: vec![LinkReason::SameName; nodes.len()],
        ambiguous: BTreeMap::new(),
    };
    let mut joined = BTreeSet::new();
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
    for n in 0..nodes.len() {
        links.group[n] = links.root(n);
    }
    linker.separate(&mut links);
    links
}

impl Links {
    fn root(&self, mut n: usize) -> usize {
        while self.group[n] != n {
            n = self.group[n];
        }
        n
    }
}

enum Decision {
    /// Nothing else fits it.
    Alone,
    /// It may belong to nodes that exclude each other.
    Ambiguous(BTreeSet<usize>),
    Link(Vec<usize>, LinkReason),
}

struct Linker<'n, 'r> {
    nodes: &'n [Node<'r>],
    apart: &'n BTreeSet<(usize, usize)>,
    blocks: BTreeMap<String, Vec<usize>>,
}

impl Linker<'_, '_> {
    fn decide(&self, n: usize) -> Decision {
        let node = &self.nodes[n];
        match &node.name {
            Name::Description(_) => return Decision::Alone,
            Name::Person(name) if name.is_first_name_only() => return Decision::Ambiguous(BTreeSet::new()),
            _ => {}
        }
        let candidates: Vec<(usize, LinkReason)> = self.candidates(n);
        let all: Vec<usize> = candidates.iter().map(|&(candidate, _)| candidate).collect();
        let Some(reason) = candidates.iter().map(|&(_, reason)| reason).max() else { return Decision::Alone };
        if self.agree(&all) {
            return Decision::Link(all, reason);
        }
        let same_role = |&candidate: &usize| node.roles.agree(&self.nodes[candidate].roles);
        let in_role: Vec<usize> = all.iter().copied().filter(same_role).collect();
        if node.name.is_short() && !in_role.is_empty() && self.agree(&in_role) {
            return Decision::Link(in_role, LinkReason::Role);
        }
        Decision::Ambiguous(all.into_iter().collect())
    }

    /// The nodes that say at least as much as `n` and may be the same speaker.
    fn candidates(&self, n: usize) -> Vec<(usize, LinkReason)> {
        let node = &self.nodes[n];
        let near: BTreeSet<usize> =
            node.blocks().iter().flat_map(|block| &self.blocks[block]).copied().collect();
        let fits = |&other: &usize| self.fit(n, other).map(|reason| (other, reason));
        let more = |&other: &usize| other != n && self.nodes[other].weight() >= node.weight();
        near.iter().filter(|other| more(other)).filter_map(fits).collect()
    }

    fn fit(&self, one: usize, two: usize) -> Option<LinkReason> {
        if self.apart.contains(&(one.min(two), one.max(two))) {
            return None;
        }
        self.nodes[one].fit(&self.nodes[two])
    }

    /// Whether all may be one speaker.
    fn agree(&self, nodes: &[usize]) -> bool {
        nodes.iter().enumerate().all(|(at, &one)| nodes[..at].iter().all(|&two| self.fit(one, two).is_some()))
    }

    /// Takes nodes that exclude each other out of their group: of two, the one that says less; if
    /// both say as much, both.
    fn separate(&self, links: &mut Links) {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, &group) in links.group.iter().enumerate() {
            groups.entry(group).or_default().push(n);
        }
        for members in groups.into_values().filter(|members| members.len() > 2) {
            let mut out = BTreeSet::new();
            for (at, &one) in members.iter().enumerate() {
                for &two in &members[..at] {
                    if self.fit(one, two).is_none() {
                        let weights = (self.nodes[one].weight(), self.nodes[two].weight());
                        out.extend((weights.0 <= weights.1).then_some(one));
                        out.extend((weights.1 <= weights.0).then_some(two));
                    }
                }
            }
            let rest: Vec<usize> = members.iter().copied().filter(|n| !out.contains(n)).collect();
            for &n in &rest {
                links.group[n] = rest[0];
            }
            for n in out {
                links.group[n] = n;
                links.ambiguous.insert(n, rest.iter().copied().collect());
            }
        }
    }
}

/// The nodes by the keys of their blocks.
fn blocks(nodes: &[Node<'_>]) -> BTreeMap<String, Vec<usize>> {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, node) in nodes.iter().enumerate() {
        for block in node.blocks() {
            blocks.entry(block).or_default().push(n);
        }
    }
    blocks
}
