//! Builds identities from nodes and their links.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form::{Form, Observed};
use super::identity::{Identities, Identity, LinkReason, NameUse, Standing};
use super::link::{Links, link};
use super::name::Name;
use super::node::{Node, nodes};

pub(super) fn identities(
    forms: &BTreeMap<Arc<Form>, Observed>,
    together: &BTreeMap<Vec<Arc<Form>>, usize>,
) -> Identities {
    let nodes = nodes(forms);
    let node_of: BTreeMap<&Form, usize> = nodes
        .iter()
        .enumerate()
        .flat_map(|(n, node)| node.forms.iter().map(move |(form, _)| (&***form, n)))
        .collect();
    let links = link(&nodes, &apart(&nodes, &node_of, together));
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, &group) in links.group.iter().enumerate() {
        groups.entry(group).or_default().push(n);
    }
    let mut doubled: BTreeMap<usize, usize> = BTreeMap::new();
    for (set, count) in together {
        let mut seen = BTreeMap::new();
        for form in set {
            *seen.entry(links.group[node_of[&**form]]).or_insert(0) += 1;
        }
        for (group, times) in seen {
            *doubled.entry(group).or_default() += (times - 1) * count;
        }
    }
    let mut list: Vec<(usize, Identity)> = groups
        .iter()
        .map(|(&group, members)| {
            let mut identity = identity(&nodes, members, &links);
            identity.articles -= doubled.get(&group).copied().unwrap_or(0).min(identity.articles - 1);
            (group, identity)
        })
        .collect();
    list.sort_by(|(_, a), (_, b)| key(a).cmp(&key(b)));
    let id_of: BTreeMap<usize, usize> =
        list.iter().enumerate().map(|(id, &(group, _))| (group, id)).collect();
    let of = forms.keys().map(|form| (Arc::clone(form), id_of[&links.group[node_of[&**form]]])).collect();
    let number = |(id, (group, identity)): (usize, (usize, Identity))| {
        let may_be = links.ambiguous.get(&group).into_iter().flatten();
        let candidates: BTreeSet<usize> =
            may_be.map(|&n| id_of[&links.group[n]]).filter(|&other| other != id).collect();
        Identity { id, candidates: candidates.into_iter().collect(), ..identity }
    };
    Identities { list: list.into_iter().enumerate().map(number).collect(), of }
}

/// The order of identities: the most statements first, then by name.
fn key(identity: &Identity) -> impl Ord + '_ {
    let names: Vec<_> = identity.names.iter().map(|used| (&*used.name, used.articles)).collect();
    (
        Reverse(identity.statements()),
        names,
        identity.kind,
        &identity.roles,
        &identity.categories,
        &identity.documents,
    )
}

/// The pairs of nodes with different full names that an article has as two people.
fn apart(
    nodes: &[Node<'_>],
    node_of: &BTreeMap<&Form, usize>,
    together: &BTreeMap<Vec<Arc<Form>>, usize>,
) -> BTreeSet<(usize, usize)> {
    let mut apart = BTreeSet::new();
    for set in together.keys() {
        let members: Vec<usize> = set.iter().map(|form| node_of[&**form]).collect();
        for (at, &one) in members.iter().enumerate() {
            for &two in &members[..at] {
                if nodes[one].fit(&nodes[two]) == Some(LinkReason::NameVariant) {
                    apart.insert((one.min(two), one.max(two)));
                }
            }
        }
    }
    apart
}

fn identity(nodes: &[Node<'_>], members: &[usize], links: &Links) -> Identity {
    let main = members
        .iter()
        .copied()
        .max_by_key(|&n| main_first(&nodes[n], links.reasons[n], n))
        .expect("no group is empty");
    let mut names: BTreeMap<&str, (usize, LinkReason)> = BTreeMap::new();
    let (mut roles, mut organizations) = (BTreeMap::new(), BTreeMap::new());
    let (mut categories, mut articles, mut documents) = (BTreeMap::new(), 0, BTreeSet::new());
    for &n in members {
        for (form, observed) in &nodes[n].forms {
            let reason = if n == main { LinkReason::SameName } else { links.reasons[n] };
            let name = names.entry(&form.name).or_insert((0, reason));
            *name = (name.0 + observed.articles, name.1.min(reason));
            for (text, counts) in [(&form.role, &mut roles), (&form.organization, &mut organizations)] {
                if let Some(text) = text {
                    *counts.entry(text.clone()).or_insert(0) += observed.articles;
                }
            }
            for (category, count) in &observed.categories {
                *categories.entry(category.clone()).or_insert(0) += count;
            }
            articles += observed.articles;
            documents.extend(observed.documents.iter().cloned());
        }
    }
    let most = |counts: BTreeMap<String, usize>| {
        let mut list: Vec<_> = counts.into_iter().collect();
        list.sort_by_key(|(_, count)| Reverse(*count));
        list
    };
    let mut names: Vec<NameUse> = names
        .into_iter()
        .map(|(name, (articles, reason))| NameUse { name: name.to_owned(), articles, reason })
        .collect();
    let own = |used: &NameUse| nodes[main].forms.iter().any(|(form, _)| form.name == used.name);
    names.sort_by_key(|used| (!own(used), Reverse(used.articles)));
    let standing = match nodes[main].name {
        Name::Description(_) => Standing::Described,
        _ if links.ambiguous.contains_key(&main) => Standing::Ambiguous,
        _ => Standing::Named,
    };
    let kind = members
        .iter()
        .map(|&n| (nodes[n].kind != crate::EntityKind::Unknown, nodes[n].articles(), nodes[n].kind))
        .max();
    Identity {
        id: 0,
        standing,
        kind: kind.map_or_else(Default::default, |(_, _, kind)| kind),
        names,
        roles: most(roles),
        organizations: most(organizations),
        categories,
        articles,
        documents,
        candidates: Vec::new(),
    }
}

/// Which node gives the main name: a full name before a short one, then the most frequent one.
fn main_first(node: &Node<'_>, reason: LinkReason, n: usize) -> impl Ord {
    let full = !node.name.is_short() && reason < LinkReason::Surname;
    (full, node.articles(), node.weight(), Reverse(n))
}
