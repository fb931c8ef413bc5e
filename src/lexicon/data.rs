//! The data files of the lexicon's language. A second language would be a folder next to `data/en`.

use super::lines::File;

/// A file of the folder.
macro_rules! file {
    ($name:literal) => {
        File { path: concat!("src/lexicon/data/en/", $name), text: include_str!(concat!("data/en/", $name)) }
    };
}

/// The most frequent words.
pub(super) const FREQUENT: File = file!("frequent.txt");

/// Sections of words, each headed by the property that its words share.
pub(super) const CLASSES: [File; 8] = [
    file!("words.txt"),
    file!("syntax.txt"),
    file!("nouns.txt"),
    file!("adjectives.txt"),
    file!("abbreviations.txt"),
    file!("names.txt"),
    file!("first_names.txt"),
    file!("press.txt"),
];

/// What words show in names and descriptions.
pub(super) const SENSES: [File; 2] = [file!("senses.txt"), file!("gazetteer.txt")];
/// Interchangeable words in names and roles.
pub(super) const KIN: File = file!("kin.txt");

pub(super) const CUE_VERBS: [File; 4] = [
    file!("cue_verbs.txt"),
    file!("cue_verbs_speech.txt"),
    file!("cue_verbs_mind.txt"),
    file!("cue_verbs_stance.txt"),
];
pub(super) const CUE_NOUNS: File = file!("cue_nouns.txt");
pub(super) const CUE_ADJECTIVES: File = file!("cue_adjectives.txt");
/// What cues do, by group and by cue.
pub(super) const CUE_ACTS: File = file!("cue_acts.txt");

/// Verbs that do not attribute.
pub(super) const VERBS: File = file!("verbs.txt");
pub(super) const IRREGULAR_VERBS: File = file!("irregular.txt");
pub(super) const RAISING: File = file!("raising.txt");
pub(super) const PSEUDO_CUES: File = file!("pseudo_cues.txt");
pub(super) const FURNITURE: File = file!("furniture.txt");
