//! Builds identities from the linked nodes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form::Form;
use super::identity::{Identities, Identity, LinkReason, NameUse, Standing};
use super::link::{Links, link};
use super::name::Name;
use super::node::{Node, nodes};
use super::{Registry, words};
use crate::entity::EntityKind;

pub(super) fn identities(registry: &Registry) -> Identities {
    let nodes = nodes(&registry.forms);
    let numbered = nodes.iter().enumerate();
    let node_of: BTreeMap<&Form, usize> =
        numbered.flat_map(|(n, node)| node.forms.iter().map(move |(form, _)| (&***form, n))).collect();
    let links = link(&nodes, &apart(registry, &nodes, &node_of));
    let builder = Builder { registry, nodes, node_of, links };
    builder.identities()
}

/// The pairs of nodes with different full names that an article has as two people.
fn apart(
    registry: &Registry,
    nodes: &[Node<'_>],
    node_of: &BTreeMap<&Form, usize>,
) -> BTreeSet<(usize, usize)> {
    let mut apart = BTreeSet::new();
    for set in registry.together.keys() {
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

struct Builder<'r> {
    registry: &'r Registry,
    nodes: Vec<Node<'r>>,
    node_of: BTreeMap<&'r Form, usize>,
    links: Links,
}

impl Builder<'_> {
    fn identities(&self) -> Identities {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, &group) in self.links.group.iter().enumerate() {
            groups.entry(group).or_default().push(n);
        }
        let twice = self.counted_twice();
        let identity = |(&group, members): (&usize, &Vec<usize>)| {
            let mut identity = self.identity(members);
            identity.articles -= twice.get(&group).copied().unwrap_or(0);
            (group, identity)
        };
        let mut list: Vec<(usize, Identity)> = groups.iter().map(identity).collect();
        list.sort_by(|(_, one), (_, two)| order(one).cmp(&order(two)));
        let id_of = list.iter().enumerate().map(|(id, &(group, _))| (group, id)).collect();
        let of = |(form, n): (&Arc<Form>, &usize)| (Arc::clone(form), self.id_of(&id_of, *n));
        let forms = self.registry.forms.keys();
        let of = forms.map(|form| of((form, &self.node_of[&**form]))).collect();
        let mut list: Vec<Identity> =
            list.into_iter().enumerate().map(|(id, (_, identity))| Identity { id, ..identity }).collect();
        for (group, members) in &groups {
            let candidates = self.candidates(members, &id_of, &list);
            let identity = &mut list[id_of[group]];
            let ambiguous = members.iter().any(|n| self.links.ambiguous.contains_key(n));
            if ambiguous && (identity.articles > 1 || !candidates.is_empty()) {
                identity.standing = Standing::Ambiguous;
                identity.candidates = candidates;
            }
        }
        Identities { list, of }
    }

    fn id_of(&self, id_of: &BTreeMap<usize, usize>, n: usize) -> usize {
        id_of[&self.links.group[n]]
    }

    /// The identities that an ambiguous name may refer to; if some have a full name, only these.
    fn candidates(&self, members: &[usize], id_of: &BTreeMap<usize, usize>, list: &[Identity]) -> Vec<usize> {
        let own = self.id_of(id_of, members[0]);
        let nodes: BTreeSet<usize> =
            members.iter().filter_map(|n| self.links.ambiguous.get(n)).flatten().copied().collect();
        let full: BTreeSet<usize> =
            nodes.iter().copied().filter(|&n| !self.nodes[n].name.is_short()).collect();
        let nodes = if full.is_empty() { nodes } else { full };
        let ids: BTreeSet<usize> = nodes.into_iter().map(|n| self.id_of(id_of, n)).collect();
        ids.into_iter().filter(|&id| id != own && id < list.len()).collect()
    }

    /// For each group, how many of its articles have two of its forms.
    fn counted_twice(&self) -> BTreeMap<usize, usize> {
        let mut twice = BTreeMap::new();
        for (set, articles) in &self.registry.together {
            let mut forms: BTreeMap<usize, usize> = BTreeMap::new();
            for form in set {
                *forms.entry(self.links.group[self.node_of[&**form]]).or_default() += 1;
            }
            for (group, count) in forms {
                *twice.entry(group).or_default() += (count - 1) * articles;
            }
        }
        twice
    }

    fn identity(&self, members: &[usize]) -> Identity {
        let first = members.iter().copied().max_by_key(|&n| self.claim(n)).expect("no group is empty");
        let (mut names, mut roles, mut organizations) =
            (Tallied::default(), Tallied::default(), Tallied::default());
        let mut reasons: BTreeMap<&str, LinkReason> = BTreeMap::new();
        let (mut categories, mut articles, mut documents) = (BTreeMap::new(), 0, BTreeSet::new());
        let mut kinds: BTreeMap<EntityKind, usize> = BTreeMap::new();
        for &n in members {
            let reason = self.reason(n, first);
            for (form, observed) in &self.nodes[n].forms {
                let known = reasons.entry(&form.name).or_insert(reason);
                *known = reason.min(*known);
                names.add(&form.name, observed.articles, n == first);
                form.role.iter().for_each(|role| roles.add(role, observed.articles, false));
                let organization = form.organization.iter();
                organization.for_each(|name| organizations.add(name, observed.articles, false));
                for (category, count) in &observed.categories {
                    *categories.entry(category.clone()).or_insert(0) += count;
                }
                articles += observed.articles;
                *kinds.entry(form.kind).or_default() += observed.articles;
                documents.extend(observed.documents.iter().cloned());
            }
        }
        while documents.len() > self.registry.documents {
            documents.pop_last();
        }
        let names = names.exact().into_iter().map(|(name, articles)| {
            let reason = reasons[&*name];
            NameUse { name, articles, reason }
        });
        let described = matches!(self.nodes[first].name, Name::Description(_));
        Identity {
            id: 0,
            standing: if described { Standing::Unnamed } else { Standing::Named },
            kind: most_frequent(&kinds),
            names: names.collect(),
            roles: roles.folded(),
            organizations: organizations.folded(),
            categories,
            articles,
            documents,
            candidates: Vec::new(),
        }
    }

    /// Why node `n` belongs to the group that `first` names.
    fn reason(&self, n: usize, first: usize) -> LinkReason {
        let decided = self.links.reasons[n];
        match self.nodes[n].fit(&self.nodes[first]) {
            _ if n == first => LinkReason::SameName,
            Some(direct) => direct.max(decided),
            None => decided,
        }
    }

    /// Which node of a group names it: a full name rather than a short one, then the name of most
    /// articles.
    fn claim(&self, n: usize) -> impl Ord + use<> {
        let node = &self.nodes[n];
        let full = !node.name.is_short() && self.links.reasons[n] < LinkReason::Surname;
        (full, node.articles(), node.weight(), Reverse(n))
    }
}

/// The order of identities: the most statements first, then by name. Identities that are equal in
/// all of this are equal.
fn order(identity: &Identity) -> impl Ord + '_ {
    let names: Vec<_> = identity.names.iter().map(|used| (&*used.name, used.articles, used.reason)).collect();
    let known = (identity.kind, &identity.roles, &identity.organizations);
    (Reverse(identity.statements()), names, known, &identity.categories, &identity.documents)
}

/// The kind that most articles show.
fn most_frequent(kinds: &BTreeMap<EntityKind, usize>) -> EntityKind {
    let known = |kind: EntityKind| kind != EntityKind::Unknown;
    let most = kinds.iter().max_by_key(|&(&kind, &articles)| (known(kind), articles, Reverse(kind)));
    most.map_or(EntityKind::Unknown, |(&kind, _)| kind)
}

/// Expressions with the number of articles that have each.
#[derive(Default)]
struct Tallied<'r>(BTreeMap<&'r str, (bool, usize)>);

impl<'r> Tallied<'r> {
    fn add(&mut self, text: &'r str, articles: usize, foremost: bool) {
        let entry = self.0.entry(text).or_default();
        *entry = (entry.0 | foremost, entry.1 + articles);
    }

    /// Foremost ones first, then the most frequent, then what is not all in capitals.
    fn exact(self) -> Vec<(String, usize)> {
        let mut list: Vec<_> = self.0.into_iter().collect();
        let shouted = |text: &str| !text.contains(char::is_lowercase);
        list.sort_by_key(|(text, (foremost, articles))| (!foremost, Reverse(*articles), shouted(text)));
        list.into_iter().map(|(text, (_, articles))| (text.to_owned(), articles)).collect()
    }

    /// The same, where expressions that differ in case count as one.
    fn folded(self) -> Vec<(String, usize)> {
        let mut folded: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for (text, articles) in self.exact() {
            folded.entry(words::of(&text).join(" ")).or_insert((text, 0)).1 += articles;
        }
        let mut list: Vec<_> = folded.into_values().collect();
        list.sort_by_key(|(_, articles)| Reverse(*articles));
        list
    }
}
