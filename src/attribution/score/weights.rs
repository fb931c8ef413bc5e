//! The weights, read from `weights.txt` on first use. Panics if the names in the file and in the
//! code differ.

use crate::syntax::SourceKind;
use std::sync::LazyLock;

/// Defines an enum whose variants are the entries of one section of the file.
macro_rules! entries {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum $name { $($variant,)* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The entry's name in the file.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }
    };
}

entries! {
    /// A row of `[shape]`.
    Row {
        Verb = "verb", AfterContent = "after-content", ParentheticalAs = "parenthetical-as",
        ObjectRelative = "object-relative", PassiveAgent = "passive-agent", Passive = "passive",
        ExperiencerObject = "experiencer-object", Noun = "noun", CopularNoun = "copular-noun",
        Received = "received", Partisan = "partisan", Adjective = "adjective", RaisingVerb = "raising-verb",
        RaisingTo = "raising-to", RaisingAs = "raising-as", RaisingAlone = "raising-alone",
        Hearsay = "hearsay", Impersonal = "impersonal", ImpersonalQuestion = "impersonal-question",
        AccordingTo = "according-to", Survey = "survey", ColonQuotation = "colon-quotation",
        ColonHeading = "colon-heading", ColonTurn = "colon-turn", Turn = "turn", UnderCue = "under-cue",
        UnlistedVerb = "unlisted-verb", IntroducedColon = "introduced-colon",
        IntroducedComma = "introduced-comma", Signed = "signed", Headline = "headline", Orphan = "orphan",
        Viewpoint = "viewpoint", Against = "against",
    }
}

entries! {
    /// An entry of `[factor]`, in the order in which the factors are applied.
    Factor {
        Quotation = "quotation", ThatOrWhClause = "that-or-wh-clause", BareClauseBefore = "bare-clause-before",
        OneWord = "one-word", TwoWords = "two-words", Participle = "participle",
        ParticipleAlone = "participle-alone", Infinitive = "infinitive", InfinitiveClause = "infinitive-clause",
        LightVerb = "light-verb", Reduced = "reduced", Unlinked = "unlinked", HearingBody = "hearing-body",
        ContactClause = "contact-clause", Possible = "possible", Prospective = "prospective",
        Negated = "negated", NobodyNamed = "nobody-named", SaidAtLarge = "said-at-large",
        ReasonGiven = "reason-given", InQuotation = "in-quotation", OwnWords = "own-words",
        Nested = "nested", NestedSpeech = "nested-speech", NestedPromise = "nested-promise",
        HoldsSpeech = "holds-speech", Phrasal = "phrasal",
    }
}

entries! {
    /// An entry of `[limit]`.
    Limit { Sure = "sure", OwnWords = "own-words", }
}

/// The numbers of a row of `[shape]`.
#[derive(Clone, Copy, Default)]
pub(super) struct Shape {
    pub by_strength: [f32; 3],
    /// How much of the number depends on the source.
    pub source: f32,
}

pub(super) struct Weights {
    shapes: [Shape; Row::ALL.len()],
    sources: [f32; SourceKind::ALL.len()],
    factors: [f32; Factor::ALL.len()],
    limits: [f32; Limit::ALL.len()],
    /// Products of evidence and their probabilities, ascending.
    pub calibration: Vec<(f32, f32)>,
}

static BUILT_IN: LazyLock<Weights> = LazyLock::new(|| Weights::parse(include_str!("weights.txt")));

impl Weights {
    pub fn built_in() -> &'static Weights {
        &BUILT_IN
    }

    pub fn row(&self, row: Row) -> Shape {
        self.shapes[row as usize]
    }

    pub fn source(&self, kind: SourceKind) -> f32 {
        self.sources[kind as usize]
    }

    pub fn factor(&self, factor: Factor) -> f32 {
        self.factors[factor as usize]
    }

    pub fn limit(&self, limit: Limit) -> f32 {
        self.limits[limit as usize]
    }

    fn parse(file: &str) -> Weights {
        let [shapes, sources, factors, limits] =
            ["shape", "source", "factor", "limit"].map(|s| section(file, s));
        let number = |entries: &[(&str, Vec<f32>)], name: &str| match find(entries, name)[..] {
            [number] => number,
            _ => panic!("weights.txt: “{name}” takes one number"),
        };
        let shape = |name: &str| match find(&shapes, name)[..] {
            [faint, weaker, strong, source] => Shape { by_strength: [faint, weaker, strong], source },
            _ => panic!("weights.txt: “{name}” takes four numbers"),
        };
        Weights {
            shapes: std::array::from_fn(|n| shape(Row::ALL[n].name())),
            sources: std::array::from_fn(|n| number(&sources, SourceKind::ALL[n].name())),
            factors: std::array::from_fn(|n| number(&factors, Factor::ALL[n].name())),
            limits: std::array::from_fn(|n| number(&limits, Limit::ALL[n].name())),
            calibration: calibration(file),
        }
    }
}

/// The entries of a section: names with their numbers.
fn section<'f>(file: &'f str, name: &str) -> Vec<(&'f str, Vec<f32>)> {
    let lines =
        file.lines().enumerate().map(|(n, line)| (n + 1, line.split('#').next().unwrap_or("").trim()));
    let inside = lines
        .skip_while(|(_, line)| line.strip_prefix('[').is_none_or(|l| l.split(']').next() != Some(name)))
        .skip(1)
        .take_while(|(_, line)| !line.starts_with('['));
    let entry = |(n, line): (usize, &'f str)| {
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default();
        let number =
            |word: &str| word.parse().unwrap_or_else(|_| panic!("weights.txt:{n}: “{word}” is no number"));
        (name, words.map(number).collect())
    };
    inside.filter(|(_, line)| !line.is_empty()).map(entry).collect()
}

/// The points of `[calibration]`.
fn calibration(file: &str) -> Vec<(f32, f32)> {
    let point = |(product, probability): (&str, Vec<f32>)| match (product.parse(), &probability[..]) {
        (Ok(product), &[probability]) => (product, probability),
        _ => panic!("weights.txt: a point of [calibration] is two numbers, not “{product} {probability:?}”"),
    };
    section(file, "calibration").into_iter().map(point).collect()
}

fn find<'e>(entries: &'e [(&str, Vec<f32>)], name: &str) -> &'e [f32] {
    let found = entries.iter().find(|(entry, _)| *entry == name);
    found.map_or_else(|| panic!("weights.txt: “{name}” is missing"), |(_, numbers)| numbers)
}

#[cfg(test)]
mod tests {
    use super::{Factor, Limit, Row, SourceKind, Weights, section};

    #[test]
    fn the_file_and_the_code_have_the_same_entries() {
        let file = include_str!("weights.txt");
        let names = |s| section(file, s).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names("shape"), Row::ALL.iter().map(|row| row.name()).collect::<Vec<_>>());
        assert_eq!(names("source"), SourceKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>());
        assert_eq!(names("factor"), Factor::ALL.iter().map(|factor| factor.name()).collect::<Vec<_>>());
        assert_eq!(names("limit"), Limit::ALL.iter().map(|limit| limit.name()).collect::<Vec<_>>());
    }

    #[test]
    fn the_calibration_rises_from_0_and_reaches_every_product() {
        let points = &Weights::built_in().calibration;
        assert_eq!(points[0], (0.0, 0.0));
        assert!(points.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{points:?}");
        assert!((points[points.len() - 1].0 - 1.0).abs() < f32::EPSILON);
    }

    #[test]
    fn kinds_of_sources_are_listed_from_the_least_to_the_most_likely_speaker() {
        let weights = Weights::built_in();
        assert!(SourceKind::ALL.is_sorted_by_key(|&kind| weights.source(kind).to_bits()));
    }
}
