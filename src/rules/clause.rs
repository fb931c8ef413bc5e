//! The values that rules test: the kind of speaker, and the first main clause of a content.

/// The kind of speaker, from the words that name it. A spokesperson is also a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// Somebody who speaks for another: "a spokesman for the mayor", "her campaign".
    Spokesperson,
    Person,
    Group,
    /// "the report", "a poll"
    Document,
    /// No speaker is named.
    None,
    /// One who can see to what is announced: a minister, a firm, the police, whoever speaks for
    /// them.
    Authority,
    /// One who talks of others: "an analyst", "critics".
    Outsider,
    /// One whose task is the safety of others: the police, a doctor, a forecaster.
    Safety,
}

impl Source {
    /// The names in rule files, in the order of the variants.
    pub const NAMES: [&str; 8] =
        ["spokesperson", "person", "group", "document", "none", "authority", "outsider", "safety"];

    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The subject of the clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Subject {
    /// The speaker's own side.
    Own,
    Other,
    /// The clause has no subject.
    None,
}

impl Subject {
    /// The names in rule files, in the order of the variants.
    pub const NAMES: [&str; 3] = ["own", "other", "none"];
}

/// The tense of the clause's verb, or the modal before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tense {
    /// "will", "shall", "going to"
    Will,
    /// "would"
    Would,
    /// "may", "might", "can", "could"
    May,
    /// "must", "should"
    Must,
    Present,
    Past,
    Infinitive,
    /// The clause has no verb.
    None,
}

impl Tense {
    /// The names in rule files, in the order of the variants.
    pub const NAMES: [&str; 8] = ["will", "would", "may", "must", "present", "past", "infinitive", "none"];
}

/// The properties of the first main clause of a content that rules can test.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Clause {
    pub subject: Subject,
    pub tense: Tense,
    pub denied: bool,
}

/// A rule's test of a clause: one bit per name; 0 if not tested.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct ClauseTest {
    pub subjects: u8,
    pub tenses: u8,
    pub denied: Option<bool>,
}

impl ClauseTest {
    pub fn holds(self, clause: Clause) -> bool {
        let among = |bits: u8, n: u8| bits == 0 || bits & 1 << n != 0;
        among(self.subjects, clause.subject as u8)
            && among(self.tenses, clause.tense as u8)
            && self.denied.is_none_or(|denied| denied == clause.denied)
    }
}
