//! What an attribution is (its type) and what its content looks like (its form), under the names
//! that rules, records and callers use.

use std::fmt;

macro_rules! named {
    (
        $(#[$doc:meta])* $enum:ident, $what:literal;
        $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum $enum { $($(#[$variant_doc])* $variant,)* }

        impl $enum {
            /// All values, in order.
            pub const ALL: [$enum; [$($text),*].len()] = [$($enum::$variant),*];
            /// The names, in the order of [`ALL`](Self::ALL).
            pub(crate) const NAMES: [&'static str; Self::ALL.len()] = [$($text),*];

            #[doc = concat!("The ", $what, " as records and rules name it.")]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                Self::NAMES[self as usize]
            }
        }

        impl fmt::Display for $enum {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

named! {
    /// What the source does in an attribution, in the terms of the Penn Discourse Treebank.
    ///
    /// ```
    /// use dictum::{AttributionType, Extractor};
    ///
    /// let text = "Arden promised to pay. Moor fears that he cannot.";
    /// let article = Extractor::default().extract(text);
    /// let types: Vec<_> = article.statements().map(|s| s.attribution_type()).collect();
    /// assert_eq!(types, [AttributionType::Eventuality, AttributionType::Belief]);
    /// ```
    AttributionType, "type";

    /// It is said or written: "said that", "announced", "according to", a quotation.
    Communication = "communication",
    /// It is thought or felt: "believes that", "fears that", "hopes that".
    Belief = "belief",
    /// It is presented as known or shown: "knows that", "found that", "the poll shows that".
    Fact = "fact",
    /// It is intended to happen: "promised to", "plans to", "ordered him to", "agreed to".
    Eventuality = "eventuality",
}

named! {
    /// What the content of a statement looks like.
    ///
    /// ```
    /// use dictum::{Extractor, Form};
    ///
    /// let text = "Moor said the pier was safe. Arden denied closing it.";
    /// let article = Extractor::default().extract(text);
    /// let forms: Vec<_> = article.statements().map(|s| s.form()).collect();
    /// assert_eq!(forms, [Form::Clause, Form::Gerund]);
    /// ```
    Form, "form";

    /// The speaker's own words in quotation marks: “I will go,” she said.
    Quotation = "quotation",
    /// A clause: "said that she would go", "asked whether she would go", "She would go, he said".
    Clause = "clause",
    /// An infinitive: "promised to go", "urged her to go".
    Infinitive = "infinitive",
    /// A gerund: "denied taking the money", "accused him of lying".
    Gerund = "gerund",
    /// A noun phrase: "denied the charges", "called it a mistake".
    NounPhrase = "noun-phrase",
}

/// For each form of content, the type of a cue's attribution, and what the verb expresses if the
/// content is not said: a deed, a thing or a name. Packed into 16 bits: two per form, one each for
/// deeds, things and names.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Acts(pub(super) u16);

const DEED: u16 = 1 << 15;
const THING: u16 = 1 << 14;
const NAMING: u16 = 1 << 13;

impl Acts {
    /// The same type for every form.
    pub const fn all(kind: AttributionType) -> Self {
        let one = kind as u16;
        Acts(one | one << 2 | one << 4 | one << 6 | one << 8)
    }

    /// The type if the content has this form.
    pub const fn of(self, form: Form) -> AttributionType {
        AttributionType::ALL[(self.0 >> (2 * form as u16) & 3) as usize]
    }

    #[allow(dead_code, reason = "the build script reads the data files")]
    #[must_use]
    pub fn with(self, form: Form, kind: AttributionType) -> Self {
        let place = 2 * form as u16;
        Acts(self.0 & !(3 << place) | (kind as u16) << place)
    }

    #[allow(dead_code, reason = "the build script reads the data files")]
    #[must_use]
    pub fn with_deed(self) -> Self {
        Acts(self.0 | DEED)
    }

    pub const fn is_deed(self) -> bool {
        self.0 & DEED != 0
    }

    #[allow(dead_code, reason = "the build script reads the data files")]
    #[must_use]
    pub fn with_thing(self) -> Self {
        Acts(self.0 | THING)
    }

    pub const fn is_of_thing(self) -> bool {
        self.0 & THING != 0
    }

    #[allow(dead_code, reason = "the build script reads the data files")]
    #[must_use]
    pub fn with_naming(self) -> Self {
        Acts(self.0 | NAMING)
    }

    pub const fn is_naming(self) -> bool {
        self.0 & NAMING != 0
    }
}
