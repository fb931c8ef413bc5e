//! Words whose tag hangs on nothing around them: most of a text. For small letters the compiler reckons it for all of the lexicon.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Coordinator, Determiner, Negation, Noun, Object, Preposition, Pronoun,
    Subordinator, That, Wh,
};
use super::{NOUNS, Tag, VERB_FORMS};
use crate::lexicon::{Class, Classes, Heads, Lexicon, WordId};

/// What is asked of every token, by its word.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    /// The tag in small letters, where the words around it have no say in that.
    pub plain: Option<Tag>,
    pub heads: Heads,
}

static WORDS: [Known; Lexicon::built_in().len()] = {
    // these are told apart by their letters as well
    const LETTERS: Classes = Classes::of(Class::Be).and(Class::Have).and(Class::Do).and(Class::Wh);

    let lexicon = Lexicon::built_in();
    let mut words = [Known { plain: None, heads: Heads::NONE }; Lexicon::built_in().len()];
    // words of the same classes stand together
    let (mut last, mut tag) = (Classes::NONE, None);
    let mut n = 0;
    while n < words.len() {
        let id = WordId(n as u16);
        let classes = lexicon.classes(id);
        if !classes.same(last) || classes.any(LETTERS) {
            (last, tag) = (classes, plain(classes, if classes.any(LETTERS) { lexicon.word(id) } else { "" }));
        }
        words[n] = Known { plain: tag, heads: lexicon.heads(id) };
        n += 1;
    }
    words
};

/// The words of the lexicon, by their numbers.
pub(crate) fn words() -> &'static [Known] {
    &WORDS
}

/// What a word's closed classes make it.
pub(super) enum Closed {
    Is(Tag),
    /// That hangs on the words around it.
    Hangs,
    /// It is of an open class.
    No,
}

const fn plain(classes: Classes, word: &str) -> Option<Tag> {
    match closed(classes, word) {
        Closed::Is(tag) => Some(tag),
        Closed::Hangs => None,
        Closed::No if classes.any(VERB_FORMS) => None,
        Closed::No if classes.has(Class::Adjective) => {
            if classes.any(NOUNS) {
                None
            } else {
                Some(Adjective)
            }
        }
        Closed::No if classes.any(NOUNS.and(Class::Time).and(Class::Month)) => Some(Noun),
        Closed::No => None,
    }
}

/// What the closed classes of a word make it. What hangs on others is for
/// [`closed_class`](super::Tagger::closed_class) to tell, in the same order.
pub(super) const fn closed(classes: Classes, word: &str) -> Closed {
    use Class as C;
    use Closed::{Hangs, Is, No};

    let gerund = matches!(word.as_bytes(), [.., b'i', b'n', b'g']);
    match () {
        () if classes.has(C::Negation) && !classes.has(C::Determiner) => {
            Is(if classes.has(C::Modal) { Auxiliary } else { Negation })
        }
        () if classes.has(C::To) => Hangs,
        () if classes.has(C::That) => Is(That),
        () if classes.any(Classes::of(C::Be).and(C::Have).and(C::Do)) && gerund => Hangs,
        () if classes.has(C::Modal) && !classes.has(C::Be) => Hangs,
        () if classes.any(Classes::of(C::Be).and(C::Have).and(C::Do)) => Is(Auxiliary),
        () if classes.has(C::PossessivePronoun) && !classes.has(C::Relative) => Hangs,
        () if classes.has(C::SubjectPronoun) && !classes.has(C::Relative) => Is(Pronoun),
        () if classes.has(C::ObjectPronoun) || classes.has(C::Reflexive) => Is(Object),
        () if classes.has(C::Wh) && !classes.has(C::Subordinator) || classes.has(C::Relative) => Is(Wh),
        () if classes.has(C::Determiner) => {
            let stands = Classes::of(C::IndefinitePronoun).and(C::NumberWord).and(C::Singular);
            if classes.any(stands) { Hangs } else { Is(Determiner) }
        }
        () if classes.has(C::Coordinator) => Is(Coordinator),
        () if classes.has(C::Wh) && word.len() < 4 => Is(Wh), // "how", "why"
        () if classes.has(C::Preposition) => {
            let other = NOUNS.and(C::VerbBase).and(C::Subordinator).and(C::Particle);
            if classes.any(other) { Hangs } else { Is(Preposition) }
        }
        () if classes.has(C::Subordinator) && classes.has(C::Adverb) => Hangs,
        () if classes.has(C::Subordinator) => Is(if classes.has(C::Wh) { Wh } else { Subordinator }),
        () if classes.has(C::NumberWord) => Hangs,
        () if classes.has(C::IndefinitePronoun) => Is(Pronoun),
        () if classes.has(C::Particle) => Is(Adverb),
        () if classes.has(C::Adverb) && !classes.any(VERB_FORMS.and(C::Adjective)) => Is(Adverb),
        () if classes.has(C::Adverb) && classes.has(C::Adjective) => Hangs,
        () => No,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Tag::{Adjective, Auxiliary, Noun, Preposition, Pronoun};
    use super::{Lexicon, words};

    #[test]
    fn a_word_is_plain_when_nothing_around_it_could_change_its_tag() {
        let plain = |word| words()[Lexicon::built_in().id(word).0 as usize].plain;
        for (word, tag) in [
            ("of", Preposition),
            ("she", Pronoun),
            ("was", Auxiliary),
            ("mayor", Noun),
            ("afraid", Adjective),
        ] {
            assert_eq!(plain(word), Some(tag), "{word}");
        }
        // "to pay" and "to her", "her plan" and "saw her", "the report" and "they report", "being" with and without a noun
        for word in ["to", "her", "report", "said", "being", "no-such-word"] {
            assert_eq!(plain(word), None, "{word}");
        }
    }
}
