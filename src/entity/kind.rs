//! What an entity is: a person, an organisation, a place, a work.

/// What kind of entity a speaker is.
///
/// The kind is derived from titles, roles, first names and the last word of a name, from lists of
/// countries, cities and outlets, and from the words around each mention: "in Velmark" suggests a
/// place, "Sala, 34," a person.
///
/// ```
/// use dictum::{EntityKind, Extractor};
///
/// let text = "“We will rebuild,” mayor Ana Ruiz said. The Harbour Trust denied that it had failed.";
/// let article = Extractor::default().extract(text);
/// let kinds: Vec<_> = article.speakers().map(|speaker| speaker.kind()).collect();
/// assert_eq!(kinds, [EntityKind::Person, EntityKind::Organization]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum EntityKind {
    /// One person: "Ana Ruiz", "the mayor", "a neighbour".
    Person,
    /// Several people who do not form an organisation: "residents", "the two ministers", "Ruiz and
    /// Sala".
    Group,
    /// A company, an agency, a party, a team, a newspaper.
    Organization,
    /// A country or a capital used for its government: "Moscow denied it".
    Government,
    /// A place that is not used for its government.
    Place,
    /// A report, a study, a letter, a law.
    Document,
    /// A film, a song, a book, or a character in one.
    Work,
    /// A match, a storm, an election.
    Event,
    /// Something made and sold.
    Product,
    /// There is no evidence of any kind.
    #[default]
    Unknown,
}

impl EntityKind {
    /// All kinds, in the order of their discriminants.
    pub(super) const EVERY: [EntityKind; 10] = [
        EntityKind::Person,
        EntityKind::Group,
        EntityKind::Organization,
        EntityKind::Government,
        EntityKind::Place,
        EntityKind::Document,
        EntityKind::Work,
        EntityKind::Event,
        EntityKind::Product,
        EntityKind::Unknown,
    ];

    /// Whether this may be a single person, as far as is known.
    pub(super) const fn may_be_person(self) -> bool {
        matches!(self, EntityKind::Person | EntityKind::Unknown)
    }

    pub(super) const fn is_organization(self) -> bool {
        matches!(self, EntityKind::Organization | EntityKind::Government)
    }

    /// Whether a name of this kind is a unit, so that its last word is not a surname or a place by
    /// itself.
    pub(super) const fn is_body(self) -> bool {
        !matches!(self, EntityKind::Person | EntityKind::Group | EntityKind::Place | EntityKind::Unknown)
    }
}

/// How much evidence there is for each kind, summed over the mentions of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct KindEvidence {
    pub person: u16,
    /// Anything but a person.
    pub thing: u16,
    pub place: u16,
    /// A film, a song, a book.
    pub work: u16,
    /// A company or another body.
    pub group: u16,
}

impl KindEvidence {
    pub fn add(&mut self, other: KindEvidence) {
        self.person = self.person.saturating_add(other.person);
        self.thing = self.thing.saturating_add(other.thing);
        self.place = self.place.saturating_add(other.place);
        self.work = self.work.saturating_add(other.work);
        self.group = self.group.saturating_add(other.group);
    }

    /// Whether the evidence against a person outweighs the evidence for one.
    pub fn is_thing(self) -> bool {
        self.thing > self.person
    }

    /// The most likely kind of a name whose own words do not show one.
    pub fn kind(self) -> EntityKind {
        if self.person > self.thing {
            EntityKind::Person
        } else if self.group > self.place && self.group > self.person {
            EntityKind::Organization
        } else if self.work > 0 {
            EntityKind::Work
        } else if self.is_thing() && self.place > self.thing / 2 {
            EntityKind::Place
        } else {
            EntityKind::Unknown
        }
    }
}
