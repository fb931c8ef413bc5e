//! The name that signs something: "Ana Ruiz", "Ana Ruiz, teacher", "Ana Ruiz (@anaruiz) June 3".

use crate::lexicon::Class;
use crate::syntax::Syntax;
use crate::syntax::tag::Tag;
use crate::text::Run;
use crate::text::token::Kind;

/// The maximum length of a name with its description, in tokens.
const LONGEST: usize = 18;
/// The maximum length of a name, in words.
const LONGEST_NAME: usize = 7;
/// The maximum length of a date after a handle, in tokens: "June 3, 2024".
const DATE: usize = 6;

/// A name with its description.
#[derive(Clone, Copy)]
pub(super) struct Signature {
    /// Name, description and handle, without the date.
    pub source: Run,
    /// The words of the name.
    pub name: Run,
    /// Whether a description follows after a comma.
    pub described: bool,
    /// Whether a handle follows in brackets: "(@anaruiz)".
    pub handle: bool,
}

/// The tokens from `start` to `stop`, read as a signature.
pub(super) fn signature(syntax: &Syntax<'_>, start: usize, stop: usize) -> Option<Signature> {
    let stop = syntax.trim(start, stop);
    if start >= stop || stop - start > LONGEST {
        return None;
    }
    let name = Run::new(start, (start..stop).find(|&i| !in_name(syntax, i, start)).unwrap_or(stop));
    if name.is_empty() || name.len() > LONGEST_NAME || !syntax.token(start)?.is_capital() {
        return None;
    }
    let mut signature = Signature { source: Run::new(start, stop), name, described: false, handle: false };
    match syntax.kind(name.stop()).filter(|_| name.stop() < stop) {
        None => Some(signature),
        Some(Kind::Comma) => {
            let role = Run::new(name.stop() + 1, stop);
            let plain = |i: usize| {
                !matches!(syntax.tag(i), Tag::Auxiliary | Tag::Mark | Tag::End | Tag::Object | Tag::Pronoun)
            };
            signature.described = true;
            (!role.is_empty() && role.indices().all(plain)).then_some(signature)
        }
        Some(Kind::Open) => {
            let close = (name.stop()..stop).find(|&i| syntax.kind(i) == Some(Kind::Close))?;
            let inner = Run::new(name.stop() + 1, close);
            signature.handle = !inner.is_empty() && syntax.text.slice(inner).starts_with('@');
            signature.source = Run::new(start, close + 1);
            let rest = stop - close - 1;
            (rest <= if signature.handle { DATE } else { 0 }).then_some(signature)
        }
        Some(_) => None,
    }
}

impl Signature {
    /// Whether a first name, a title or two capitalised words indicate a person.
    pub fn names_person(&self, syntax: &Syntax<'_>) -> bool {
        let shown = |class| self.name.indices().any(|i| syntax.is(i, class));
        shown(Class::Title) || shown(Class::Female) || shown(Class::Male)
    }
}

/// Whether token `i` continues the name that begins at `start`.
fn in_name(syntax: &Syntax<'_>, i: usize, start: usize) -> bool {
    let small = || {
        syntax.is(i, Class::NameParticle)
            || i > start && matches!(syntax.tag(i), Tag::Preposition | Tag::Determiner)
    };
    syntax.token(i).is_some_and(|t| t.is_word() && (t.is_capital() || small()))
}
