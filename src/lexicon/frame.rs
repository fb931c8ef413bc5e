//! Frames: what the content of a cue looks like, and what follows from that. Each frame has one row in one table.

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

            /// The frame of a name.
            pub fn of_name(name: &str) -> Option<Frame> {
                match name {
                    $($text => Some(Frame::$name),)*
                    _ => None,
                }
            }

            /// What fills it, so far as the frame alone tells.
            fn properties(self) -> Properties {
                match self {
                    $(Frame::$name => Properties { form: Form::$form, $($property: true,)* ..Properties::NONE },)*
                }
            }
        }
    };
}

/// What follows from a frame.
#[derive(Clone, Copy)]
struct Properties {
    form: Form,
    /// Its content is a sentence of its own: a clause or a quotation.
    clausal: bool,
    /// Its content is what somebody says, whatever the cue: "that", a quotation, words with the cue after them.
    speech: bool,
    /// It gives no more than the beginning: the words of the content tell the form ("her point is that", "is to").
    open: bool,
    /// A judgement on the noun phrase: "described it as a risk".
    judges: bool,
}

impl Properties {
    const NONE: Properties =
        Properties { form: Form::NounPhrase, clausal: false, speech: false, open: false, judges: false };
}

frames! {
    That = "that" Clause clausal speech;
    Clause = "clause" Clause clausal;
    Wh = "wh" Clause clausal;
    To = "to" Infinitive;
    ObjectTo = "objto" Infinitive;
    Gerund = "ing" Gerund;
    NounPhrase = "np" NounPhrase open;
    As = "as" NounPhrase judges;
    Quote = "quote" Quotation clausal speech;
    Post = "post" Clause clausal speech;
    Told = "told" Clause;
    Of = "of" NounPhrase open;
    For = "for" NounPhrase open;
    On = "on" NounPhrase open;
    About = "about" NounPhrase open;
    Against = "against" NounPhrase open;
    With = "with" NounPhrase open;
    From = "from" NounPhrase open;
    Over = "over" NounPhrase open;
    In = "in" NounPhrase open;
    At = "at" NounPhrase open;
    By = "by" NounPhrase open;
    Toward = "toward" NounPhrase open;
    Behind = "behind" NounPhrase open;
    Into = "into" NounPhrase open;
    How = "how" Clause;
    Not = "not" NounPhrase open;
    Light = "light" NounPhrase open;
    Complement = "oc" NounPhrase judges;
    Experiencer = "exp" NounPhrase open;
    It = "it" Clause;
    Be = "be" NounPhrase open;
    Met = "met" NounPhrase;
    Like = "like" NounPhrase;
    Unsaid = "unsaid" NounPhrase open;
}

impl Frame {
    /// The form of a content that fills the frame, where its own words do not tell another.
    pub fn form(self) -> Form {
        self.properties().form
    }

    /// Whether the words of the content tell its form.
    pub fn is_open(self) -> bool {
        self.properties().open
    }

    /// Whether the content is a sentence of its own: a clause or a quotation.
    pub fn is_clausal(self) -> bool {
        self.properties().clausal
    }

    /// Whether the content is what somebody says, whatever the cue.
    pub fn is_speech(self) -> bool {
        self.properties().speech
    }

    /// Whether a noun phrase is judged: "called it a mistake".
    pub fn judges(self) -> bool {
        self.properties().judges
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
