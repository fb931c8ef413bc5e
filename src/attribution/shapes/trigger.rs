//! Contract: a trigger is decided by one token and what is known about its sentence, without
//! looking at the words around it.

use crate::lexicon::{Class, Heads, Part, Words};
use crate::syntax::tag::{Tag, Tags};
use crate::syntax::{Sentence, Syntax};
use crate::text::token::Kind;

/// The kind of token at which a shape is tried.
#[derive(Clone, Copy)]
pub(in crate::attribution) enum Trigger {
    /// A word that heads a cue of this part of speech.
    Cue(Part),
    /// A word that takes a clause with "it" as its subject: "unclear", "announced".
    Impersonal,
    /// A word that raises the subject of its complement: "expected", "seems".
    Raising,
    /// "reportedly"
    Hearsay,
    /// Any verb after a quotation that still needs an attribution.
    AfterQuotation,
    /// One of these prepositions; some only in a sentence that mentions a survey or a view.
    Preposition { words: Words, with_view: bool },
    /// A colon.
    Colon,
    /// A dash or bullet.
    Dash,
    /// A colon or comma before a quotation mark.
    BeforeMark,
    /// The end of the label of a transcript turn.
    Turn,
    /// The first token of a block that the previous block introduces with a colon.
    Led,
    /// The first token of a heading after a block that ends with a quotation mark.
    BelowQuotation,
}

/// What a trigger depends on besides its token.
#[derive(Clone, Copy)]
pub(in crate::attribution) enum Context {
    None,
    /// The token's position in its block, whatever its word.
    Block,
    /// A quotation that ends before the token and waits for its attribution.
    Quotation,
    /// A survey or a view in the sentence.
    View,
}

const VERBS: [Tag; 4] = [Tag::Finite, Tag::Base, Tag::Participle, Tag::Ing];

impl Trigger {
    /// The tags that the token may have.
    pub const fn tags(self) -> Tags {
        const VERB: Tags = Tags::of(&VERBS);
        match self {
            Trigger::Cue(Part::Verb) | Trigger::AfterQuotation => VERB,
            Trigger::Cue(Part::Noun) => Tags::of(&[Tag::Noun]),
            Trigger::Cue(Part::Adjective) | Trigger::Impersonal => {
                VERB.union(Tags::of(&[Tag::Noun, Tag::Adjective, Tag::Adverb]))
            }
            Trigger::Raising => VERB.union(Tags::of(&[Tag::Adjective, Tag::Adverb])),
            Trigger::Hearsay => Tags::of(&[Tag::Adjective, Tag::Adverb]),
            Trigger::Preposition { .. } => Tags::of(&[Tag::Preposition]),
            Trigger::Colon | Trigger::Dash => Tags::of(&[Tag::Break]),
            Trigger::BeforeMark => Tags::of(&[Tag::Break, Tag::Comma]),
            Trigger::Turn | Trigger::Led | Trigger::BelowQuotation => Tags::ALL,
        }
    }

    /// How the lexicon must list the word as the head of a cue; `None` for triggers that are not
    /// such words.
    pub const fn heads(self) -> Option<Heads> {
        match self {
            Trigger::Cue(part) => Some(Heads::of_part(part)),
            Trigger::Impersonal => Some(Heads::IMPERSONAL),
            Trigger::Raising => Some(Heads::RAISING),
            _ => None,
        }
    }

    /// Whether the named word with this number may be the trigger. A [preposition] that a shape
    /// does not name is none; other triggers are not decided by such words.
    ///
    /// [preposition]: Trigger::Preposition
    pub const fn allows(self, word: usize) -> bool {
        match self {
            Trigger::Preposition { words, .. } => words.has_number(word),
            _ => true,
        }
    }

    /// What else than the token the trigger depends on.
    pub const fn context(self) -> Context {
        match self {
            Trigger::Turn | Trigger::Led | Trigger::BelowQuotation => Context::Block,
            Trigger::AfterQuotation => Context::Quotation,
            Trigger::Preposition { with_view: true, .. } => Context::View,
            _ => Context::None,
        }
    }

    /// Whether token `i`, whose tag is one of [`Trigger::tags`], which [heads](Trigger::heads) a
    /// cue, which is [allowed](Trigger::allows) and has the [context](Trigger::context), is the
    /// trigger.
    #[inline]
    pub fn fires(self, syntax: &Syntax<'_>, sentence: &Sentence, i: usize) -> bool {
        match self {
            Trigger::Cue(_) | Trigger::Raising | Trigger::AfterQuotation | Trigger::Preposition { .. } => {
                true
            }
            _ => self.fits(syntax, sentence, i),
        }
    }

    /// As [`Trigger::fires`], for the triggers of which more is asked: most are not.
    #[inline(never)]
    fn fits(self, syntax: &Syntax<'_>, sentence: &Sentence, i: usize) -> bool {
        match self {
            Trigger::Impersonal => {
                syntax.is(i, Class::VerbParticiple) || syntax.heads(i).part(Part::Adjective)
            }
            Trigger::Hearsay => syntax.is(i, Class::Hearsay),
            Trigger::Colon => syntax.kind(i) == Some(Kind::Colon),
            Trigger::Dash => matches!(syntax.kind(i), Some(Kind::Dash | Kind::Bullet)),
            Trigger::Turn => syntax.text.turns.labelled_at(i).is_some(),
            Trigger::Led => {
                let block = syntax.text.layout.blocks[sentence.block()];
                block.leader.is_some() && block.run.first() == i
            }
            Trigger::BelowQuotation => syntax.text.is_below_quotation(sentence.block(), i),
            Trigger::BeforeMark => {
                matches!(syntax.kind(i), Some(Kind::Colon | Kind::Comma))
                    && syntax.kind(i + 1) == Some(Kind::Mark)
            }
            _ => true,
        }
    }
}
