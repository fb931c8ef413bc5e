//! Words whose tag does not depend on the words around them: most of a text. For lower-case words
//! it is computed once for the whole lexicon.

use super::Tag::{
    Adjective, Adverb, Auxiliary, Coordinator, Determiner, Negation, Noun, Object, Preposition, Pronoun,
    Subordinator, That, Wh,
};
use super::{NOUNS, Tag, VERB_FORMS};
use crate::lexicon::{Class, Classes, Heads, Lexicon, WordId};
use std::sync::LazyLock;

/// What the tagger looks up for every token, by its word.
pub(crate) struct Known {
    /// The tag of the lower-case word, if it does not depend on the words around it.
    pub plain: Option<Tag>,
    pub heads: Heads,
}

static WORDS: LazyLock<Vec<Known>> = LazyLock::new(|| {
    // these also depend on the letters of the word
    const LETTERS: Classes = Classes::of(Class::Be).and(Class::Have).and(Class::Do).and(Class::Wh);

    let lexicon = Lexicon::built_in();
    // most words have the same classes as one before: a tenth of the instructions before the first
    // text
    let mut found = [(Classes::NONE, None); FOUND];
    let mut tag = |classes: Classes, id| {
        if classes.any(LETTERS) {
            return plain(classes, lexicon.word(id));
        }
        let place = &mut found[classes.mixed() % FOUND];
        if place.0 != classes {
            *place = (classes, plain(classes, ""));
        }
        place.1
    };
    let known = |n| {
        let id = WordId(n as u16);
        Known { plain: tag(lexicon.classes(id), id), heads: lexicon.heads(id) }
    };
    (0..lexicon.len()).map(known).collect()
});

/// How many sets of classes are remembered while the tags of all words are found.
const FOUND: usize = 256;

/// The words of the lexicon, by number. Loaded on first use.
pub(crate) fn words() -> &'static [Known] {
    &WORDS
}

/// The tag that follows from a word's closed classes.
pub(super) enum Closed {
    Is(Tag),
    /// It depends on the words around it.
    Hangs,
    /// The word is of an open class.
    No,
}

fn plain(classes: Classes, word: &str) -> Option<Tag> {
    match closed(classes, word) {
        Closed::Is(tag) => Some(tag),
        Closed::Hangs => None,
        Closed::No if classes.any(VERB_FORMS) => None,
        Closed::No if classes.has(Class::Adjective) => (!classes.any(NOUNS)).then_some(Adjective),
        Closed::No => classes.any(NOUNS.and(Class::Time).and(Class::Month)).then_some(Noun),
    }
}

/// The tag that follows from the closed classes of a word. Words that depend on others are left to
/// [`closed_class`](super::Tagger::closed_class), which tests in the same order.
pub(super) fn closed(classes: Classes, word: &str) -> Closed {
    use Class as C;
    use Closed::{Hangs, Is, No};

    let has = |class| classes.has(class);
    let any = |of| classes.any(of);
    match () {
        () if has(C::Negation) && !has(C::Determiner) => Is(if has(C::Modal) { Auxiliary } else { Negation }),
        () if has(C::To) => Hangs,
        () if has(C::That) => Is(That),
        () if any(Classes::of(C::Be).and(C::Have).and(C::Do)) && word.ends_with("ing") => Hangs,
        () if has(C::Modal) && !has(C::Be) => Hangs,
        () if any(Classes::of(C::Be).and(C::Have).and(C::Do)) => Is(Auxiliary),
        () if has(C::PossessivePronoun) && !has(C::Relative) => Hangs,
        () if has(C::SubjectPronoun) && !has(C::Relative) => Is(Pronoun),
        () if has(C::ObjectPronoun) || has(C::Reflexive) => Is(Object),
        () if has(C::Wh) && !has(C::Subordinator) || has(C::Relative) => Is(Wh),
        () if has(C::Determiner) => {
            let stands = Classes::of(C::IndefinitePronoun).and(C::NumberWord).and(C::Singular);
            if any(stands) { Hangs } else { Is(Determiner) }
        }
        () if has(C::Coordinator) => Is(Coordinator),
        () if has(C::Wh) && word.len() < 4 => Is(Wh), // "how", "why"
        () if has(C::Preposition) => {
            let other = NOUNS.and(C::VerbBase).and(C::Subordinator).and(C::Particle);
            if any(other) { Hangs } else { Is(Preposition) }
        }
        () if has(C::Subordinator) && has(C::Adverb) => Hangs,
        () if has(C::Subordinator) => Is(if has(C::Wh) { Wh } else { Subordinator }),
        () if has(C::NumberWord) => Hangs,
        () if has(C::IndefinitePronoun) => Is(Pronoun),
        () if has(C::Particle) && has(C::VerbBase) => Hangs,
        () if has(C::Particle) => Is(Adverb),
        () if has(C::Adverb) && !any(VERB_FORMS.and(C::Adjective)) => Is(Adverb),
        () if has(C::Adverb) && has(C::Adjective) => Hangs,
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
        // "to pay" and "to her", "her plan" and "saw her", "the report" and "they report", "being"
        // with and without a noun
        for word in ["to", "her", "report", "said", "being", "no-such-word"] {
            assert_eq!(plain(word), None, "{word}");
        }
    }
}
