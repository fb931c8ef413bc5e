//! Frames: what the content of a cue looks like, and what follows from that. One table has a row
//! for each frame.

use super::Form;

macro_rules! frames {
    ($($name:ident = $text:literal $form:ident $($property:ident)*;)*) => {
        /// What the content of a cue looks like, as the data files name it.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub(crate) enum Frame { $($name,)* }

        impl Frame {
            /// The names of all frames, as data files and rule sets write them.
            pub const NAMES: [&str; [$($text),*].len()] = [$($text),*];

            /// The frame with this name.
            pub fn of_name(name: &str) -> Option<Frame> {
                match name {
                    $($text => Some(Frame::$name),)*
                    _ => None,
                }
            }

            /// The form of a content with this frame, if its own words do not show another.
            pub fn form(self) -> Form {
                match self {
                    $(Frame::$name => Form::$form,)*
                }
            }

            fn properties(self) -> &'static [Property] {
                match self {
                    $(Frame::$name => &[$(Property::$property),*],)*
                }
            }
        }
    };
}

/// What a frame implies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Property {
    /// Its content is a full clause or a quotation.
    Clausal,
    /// Its content is something said, whatever the cue: "that", a quotation, content before the
    /// cue.
    Speech,
    /// It only fixes the beginning: the words of the content decide the form ("her point is that",
    /// "is to").
    Open,
    /// A judgement on the noun phrase: "described it as a risk".
    Judges,
}

frames! {
    That = "that" Clause Clausal Speech;
    Clause = "clause" Clause Clausal;
    Wh = "wh" Clause Clausal;
    To = "to" Infinitive;
    ObjectTo = "objto" Infinitive;
    Gerund = "ing" Gerund;
    NounPhrase = "np" NounPhrase Open;
    As = "as" NounPhrase Judges;
    Sum = "sum" NounPhrase Judges;
    Quote = "quote" Quotation Clausal Speech;
    Post = "post" Clause Clausal Speech;
    Told = "told" Clause;
    Of = "of" NounPhrase Open;
    For = "for" NounPhrase Open;
    On = "on" NounPhrase Open;
    About = "about" NounPhrase Open;
    Against = "against" NounPhrase Open;
    With = "with" NounPhrase Open;
    From = "from" NounPhrase Open;
    Over = "over" NounPhrase Open;
    In = "in" NounPhrase Open;
    At = "at" NounPhrase Open;
    By = "by" NounPhrase Open;
    Toward = "toward" NounPhrase Open;
    Behind = "behind" NounPhrase Open;
    Into = "into" NounPhrase Open;
    How = "how" Clause;
    Light = "light" NounPhrase Open;
    Complement = "oc" NounPhrase Judges;
    Experiencer = "exp" NounPhrase Open;
    It = "it" Clause;
    Be = "be" NounPhrase Open;
    Met = "met" NounPhrase;
    Like = "like" NounPhrase;
    Unsaid = "unsaid" NounPhrase Open;
}

impl Frame {
    /// Whether the words of the content decide its form.
    pub fn is_open(self) -> bool {
        self.properties().contains(&Property::Open)
    }

    /// Whether the content is a full clause or a quotation.
    pub fn is_clausal(self) -> bool {
        self.properties().contains(&Property::Clausal)
    }

    /// Whether the content is something said, whatever the cue.
    pub fn is_speech(self) -> bool {
        self.properties().contains(&Property::Speech)
    }

    /// Whether a noun phrase is judged: "called it a mistake".
    pub fn judges(self) -> bool {
        self.properties().contains(&Property::Judges)
    }
}

/// A set of frames.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Frames(pub(super) u64);

impl Frames {
    pub fn has(self, frame: Frame) -> bool {
        self.0 & (1_u64 << frame as u8) != 0
    }
}
