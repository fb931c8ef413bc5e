//! The speakers of all articles as nodes: forms that no rule distinguishes are one node.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form::{Form, Observed};
use super::identity::LinkReason;
use super::name::{Name, WholeName};
use super::person::Fit;
use super::roles::Roles;
use crate::entity::{EntityKind, Gender};

/// Forms with the same name, kind and gender, and for a surname alone the same role.
pub(super) struct Node<'r> {
    pub name: Name,
    pub kind: EntityKind,
    gender: Gender,
    pub roles: Roles,
    /// Other names that articles use for it.
    pub aliases: BTreeSet<WholeName>,
    pub forms: Vec<(&'r Arc<Form>, &'r Observed)>,
}

/// The nodes of all forms, in an order that depends on the forms alone.
pub(super) fn nodes(forms: &BTreeMap<Arc<Form>, Observed>) -> Vec<Node<'_>> {
    let mut nodes: BTreeMap<_, Node<'_>> = BTreeMap::new();
    for (form, observed) in forms {
        let roles = Roles::of(form.role.as_deref());
        let name = Name::of(form, &roles);
        let told_by_role = name.is_short().then(|| roles.clone());
        let gender = if matches!(name, Name::Person(..)) { form.gender } else { Gender::Unknown };
        let kind = if matches!(name, Name::Description(_)) { EntityKind::Unknown } else { form.kind };
        let node = nodes.entry((name.clone(), kind, gender, told_by_role)).or_insert_with(|| Node {
            name,
            kind,
            gender,
            roles: Roles::default(),
            aliases: BTreeSet::new(),
            forms: Vec::new(),
        });
        node.roles.add(&roles);
        node.aliases.extend(observed.aliases.iter().map(|alias| WholeName::of(alias)));
        node.forms.push((form, observed));
    }
    nodes.into_values().collect()
}

impl Node<'_> {
    /// How much the name and then the kind and gender say.
    pub fn weight(&self) -> (usize, bool, bool) {
        (self.name.weight(), self.kind != EntityKind::Unknown, self.gender != Gender::Unknown)
    }

    /// The number of articles.
    pub fn articles(&self) -> usize {
        self.forms.iter().map(|(_, observed)| observed.articles).sum()
    }

    /// The keys under which the node is filed.
    pub fn keys(&self) -> BTreeSet<String> {
        let aliases = self.aliases.iter().map(|alias| alias.short.clone());
        self.name.keys().into_iter().chain(aliases).collect()
    }

    /// Whether both or neither have a "Jr." or the like.
    pub fn same_generation(&self, other: &Node<'_>) -> bool {
        match (&self.name, &other.name) {
            (Name::Person(one, _), Name::Person(two, _)) => one.same_generation(two),
            _ => true,
        }
    }

    /// Why the two may be one speaker, if they may.
    pub fn fit(&self, other: &Node<'_>) -> Option<LinkReason> {
        if !kinds_fit(self.kind, other.kind) || !self.gender.fits(other.gender) {
            return None;
        }
        match (&self.name, &other.name) {
            (Name::Person(one, _), Name::Person(two, _)) => match one.fit(two)? {
                Fit::Same => Some(LinkReason::SameName),
                Fit::Variant => Some(LinkReason::NameVariant),
                Fit::Surname => {
                    let full = if one.is_short() { other } else { self };
                    let person = full.kind == EntityKind::Person || full.name.is_like_a_person();
                    (person && !self.roles.conflict(&other.roles)).then_some(LinkReason::Surname)
                }
            },
            (Name::Whole(one), Name::Whole(two)) => {
                let alias = self.aliases.contains(two) || other.aliases.contains(one);
                match () {
                    () if one.words == two.words => Some(LinkReason::SameName),
                    () if one.short == two.short => Some(LinkReason::Abbreviation),
                    () if alias => Some(LinkReason::Alias),
                    () => None,
                }
            }
            (Name::Person(_, one), Name::Whole(two)) | (Name::Whole(two), Name::Person(_, one)) => {
                (one.words == two.words).then_some(LinkReason::SameName)
            }
            _ => None,
        }
    }
}

/// Whether something may be of both kinds. A speaker's kind is sometimes unknown, and a newspaper
/// may be an organisation in one article and a document in another; a person is nothing else.
fn kinds_fit(one: EntityKind, two: EntityKind) -> bool {
    use EntityKind::{Document, Government, Group, Organization, Place, Unknown, Work};
    let pair = |a, b| matches!((one, two), (x, y) if (x, y) == (a, b) || (x, y) == (b, a));
    one == two
        || one == Unknown
        || two == Unknown
        || pair(Organization, Group)
        || pair(Organization, Government)
        || pair(Government, Group)
        || pair(Government, Place)
        || pair(Organization, Document)
        || pair(Document, Work)
}
