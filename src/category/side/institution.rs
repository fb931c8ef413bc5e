//! The institution that a speaker speaks for: "our party", "the company" said by its chief
//! executive, "officials" said by one of them.

use super::{Identity, NOUNS, Side};
use crate::category::family::{Families, FamilyTable};
use crate::lexicon::{Class, Classes, WordId, words};
use crate::text::token::Token;

/// The classes of first names; other words of names are mostly not in the lexicon.
const FIRST_NAMES: Classes = Classes::of(Class::Male).and(Class::Female);

/// A verb before a bare plural: "said officials would inspect the wreck".
const SPEECH: Classes = Classes::of(Class::VerbPast).and(Class::VerbS);

/// How many words may be between "the" and the noun: "the former port governor".
const PHRASE: usize = 4;

/// How a noun phrase begins.
enum Opening {
    /// "the company".
    Definite,
    /// "its company".
    Possessed,
    /// "officials".
    Bare,
    /// "a company", "some officials".
    Other,
}

impl Side<'_, '_> {
    /// Whether the noun `i` names the side that the speaker speaks for: "our party", "the company"
    /// said by its chief executive, "officials" said by one of them.
    pub(super) fn is_own_institution(&self, i: usize, token: Token) -> bool {
        let classes = token.classes;
        let (table, named) = (FamilyTable::built_in(), FamilyTable::built_in().of(token.word).1);
        if !classes.any(NOUNS) && named == Families::NONE {
            return false;
        }
        let group = classes.has(Class::Group);
        let before = i.checked_sub(1).map_or(WordId::NONE, |b| self.text.id(b));
        // "our festival" is an institution, since it has a family
        if (group || !classes.any(NOUNS)) && words!["our", "my"].has(before) {
            return true;
        }
        let quoted = self.text.quotations.around(i).is_some();
        let known = self.families.meets(named);
        let open = || {
            let unknown = match self.identity {
                Identity::Indefinite => return false,
                Identity::Stranger => named == Families::NONE,
                Identity::Usual => self.families == Families::NONE || named == Families::NONE,
            };
            !quoted && (unknown || self.is_its)
        };
        let own = match self.opening(i, group) {
            Opening::Possessed => !quoted && (known || group && (open() || !self.speaks_for_another())),
            Opening::Definite => known || group && open(),
            Opening::Bare => known && !quoted && self.text.word(i).ends_with('s'),
            Opening::Other => false,
        };
        own && self.families != table.outsider
            || group && self.names(i, |w| self.classes(w).any(Classes::of(Class::Group).and(Class::Document)))
            || group && i > 0 && self.text.tokens[i - 1].is_capital() && self.is_named(i - 1)
    }

    /// How the noun phrase that ends with noun `i` begins.
    fn opening(&self, i: usize, group: bool) -> Opening {
        let inner = Classes::of(Class::Adjective).and(Class::Group).and(Class::Noun).and(Class::Person);
        let first = i.saturating_sub(PHRASE);
        for before in (first..i).rev() {
            let token = self.text.tokens[before];
            // "the next president" is not the present one
            if token.classes.has(Class::Time) {
                return Opening::Other;
            }
            if words!["the", "this"].has(token.word) {
                return Opening::Definite;
            }
            if words!["its", "his", "her", "their"].has(token.word) {
                return if self.may_possess(token.word) { Opening::Possessed } else { Opening::Other };
            }
            if before + 1 == i && !token.is_word() || token.classes.any(Classes::of(Class::That)) {
                return Opening::Bare;
            }
            // "the Moor campaign" is someone else's
            let unknown = token.classes.is_empty() || token.classes.any(FIRST_NAMES);
            let foreign = group && token.is_capital() && unknown && !self.is_named(before);
            if foreign
                || !token.is_word()
                || !(token.classes.any(inner) || token.is_capital() && token.classes.is_empty())
            {
                break;
            }
        }
        if self.starts(i) || self.text.tokens[i - 1].classes.any(SPEECH) {
            Opening::Bare
        } else {
            Opening::Other
        }
    }
}
