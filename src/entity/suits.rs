//! Which entities suit a pronoun by kind, number and gender, as one table per pronoun.

use super::gender::Gender;
use super::kind::EntityKind;
use super::model::Entity;
use super::wanted::Wanted;

/// How well an entity suits a pronoun, by its [`traits`].
pub(super) type Fits = [i8; TRAITS];

/// Number or gender disagree.
pub(super) const UNFIT: i8 = i8::MIN;

const TRAITS: usize = EntityKind::EVERY.len() * Gender::EVERY.len() * FLAGS;
/// Plural, named, impersonal: one bit each.
const FLAGS: usize = 8;

/// The properties of an entity that decide which pronouns suit it.
#[derive(Clone, Copy)]
struct Traits {
    kind: EntityKind,
    gender: Gender,
    plural: bool,
    named: bool,
    impersonal: bool,
}

/// The traits of an entity as one number.
pub(super) fn traits(entity: &Entity) -> usize {
    let kind = entity.kind as usize * Gender::EVERY.len() + entity.gender as usize;
    let flags = usize::from(entity.is_impersonal()) * 4 + usize::from(entity.plural) * 2;
    kind * FLAGS + flags + usize::from(entity.named)
}

impl Wanted {
    pub(super) fn fits(self) -> &'static Fits {
        static PERSON: [Fits; Gender::EVERY.len()] = [
            fits(Wanted::Person(Gender::Unknown)),
            fits(Wanted::Person(Gender::Female)),
            fits(Wanted::Person(Gender::Male)),
            fits(Wanted::Person(Gender::Neutral)),
        ];
        static MANY: Fits = fits(Wanted::Many);
        static THING: Fits = fits(Wanted::Thing);
        static ORGANIZATION: Fits = fits(Wanted::Organization);

        match self {
            Wanted::Person(gender) => &PERSON[gender as usize],
            Wanted::Many => &MANY,
            Wanted::Thing => &THING,
            Wanted::Organization => &ORGANIZATION,
        }
    }
}

const fn fits(wanted: Wanted) -> Fits {
    let mut fits = [UNFIT; TRAITS];
    let mut n = 0;
    while n < TRAITS {
        let traits = Traits {
            kind: EntityKind::EVERY[n / FLAGS / Gender::EVERY.len()],
            gender: Gender::EVERY[n / FLAGS % Gender::EVERY.len()],
            plural: n & 2 != 0,
            named: n & 1 != 0,
            impersonal: n & 4 != 0,
        };
        fits[n] = match wanted {
            Wanted::Person(asked) => as_person(asked, traits),
            Wanted::Many => as_many(traits),
            Wanted::Thing => as_thing(traits),
            Wanted::Organization => as_enterprise(traits),
        };
        n += 1;
    }
    fits
}

const fn as_person(asked: Gender, traits: Traits) -> i8 {
    let Traits { kind, gender, plural, named, impersonal } = traits;
    let (same, known) = (gender as u8 == asked as u8, !matches!(gender, Gender::Unknown));
    let more = if same && known { 14 } else { 0 };
    match kind {
        _ if plural || !same && known && !matches!(asked, Gender::Unknown) => UNFIT,
        EntityKind::Person => more,
        EntityKind::Unknown if known => more,
        EntityKind::Unknown if named && !impersonal => more - 8,
        _ => UNFIT,
    }
}

const fn as_enterprise(traits: Traits) -> i8 {
    match traits.kind {
        _ if traits.plural => UNFIT,
        EntityKind::Organization => 12,
        EntityKind::Unknown if traits.named && matches!(traits.gender, Gender::Unknown) => -4,
        _ => UNFIT,
    }
}

const fn as_many(traits: Traits) -> i8 {
    match traits.kind {
        _ if traits.plural => 8,
        EntityKind::Group => 8,
        EntityKind::Organization | EntityKind::Government => 0,
        EntityKind::Unknown if !traits.named => -6,
        // "a trainee … they said"
        EntityKind::Person if !traits.named && matches!(traits.gender, Gender::Unknown) => 0,
        // "Alex Ruiz … they said", if nobody else is meant
        EntityKind::Person if traits.named && matches!(traits.gender, Gender::Unknown) => -20,
        // "Mx Ruiz"
        EntityKind::Person if matches!(traits.gender, Gender::Neutral) => 14,
        _ => UNFIT,
    }
}

const fn as_thing(traits: Traits) -> i8 {
    match traits.kind {
        _ if traits.plural => UNFIT,
        EntityKind::Organization | EntityKind::Government => 4,
        EntityKind::Document if traits.named => 4,
        EntityKind::Document
        | EntityKind::Place
        | EntityKind::Work
        | EntityKind::Event
        | EntityKind::Product => 0,
        EntityKind::Unknown if matches!(traits.gender, Gender::Unknown) => {
            if traits.impersonal {
                0
            } else {
                -4
            }
        }
        EntityKind::Unknown | EntityKind::Person | EntityKind::Group => UNFIT,
    }
}
