//! The word lists of the registry: files in `data/en` with sections.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the files say.
pub(super) struct Lists {
    /// "Jr": distinguishes people of one name.
    generation: Vec<&'static str>,
    /// "pope": its holder is known by one name.
    one_name_office: Vec<&'static str>,
    /// "Xi": a family name that comes first.
    family_first: Vec<&'static str>,
    /// "Kim": such a name, which is a first name too.
    family_or_first_name: Vec<&'static str>,
    /// "Ltd".
    legal_form: Vec<&'static str>,
    /// The names that an abbreviation stands for, to the abbreviation.
    abbreviations: BTreeMap<&'static str, &'static str>,
    /// A role to the fields that it belongs to, one bit each.
    fields: BTreeMap<&'static str, u32>,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let names = sections(include_str!("data/en/names.txt"));
    let bodies = sections(include_str!("data/en/bodies.txt"));
    let words = |lines: &[&'static str]| lines.iter().flat_map(|line| line.split_whitespace()).collect();
    let mut fields = BTreeMap::new();
    for (field, (_, lines)) in sections(include_str!("data/en/roles.txt")).iter().enumerate() {
        for role in lines.iter().flat_map(|line| line.split_whitespace()) {
            *fields.entry(role).or_default() |= 1 << field;
        }
    }
    let [(_, generation), (_, one_name_office), (_, family_first), (_, family_or_first_name)] = &names[..]
    else {
        panic!("data/en/names.txt has four sections")
    };
    let [(_, legal_form), (_, abbreviations)] = &bodies[..] else {
        panic!("data/en/bodies.txt has two sections")
    };
    let expansions = abbreviations.iter().filter_map(|line| line.split_once(": "));
    let expansions = expansions.flat_map(|(short, long)| long.split(" | ").map(move |long| (long, short)));
    Lists {
        generation: words(generation),
        one_name_office: words(one_name_office),
        family_first: words(family_first),
        family_or_first_name: words(family_or_first_name),
        legal_form: words(legal_form),
        abbreviations: expansions.collect(),
        fields,
    }
});

impl Lists {
    pub fn is_generation(&self, word: &str) -> bool {
        self.generation.contains(&word)
    }

    pub fn is_one_name_office(&self, role: &str) -> bool {
        self.one_name_office.contains(&role)
    }

    /// Whether it may be a family name that comes first.
    pub fn is_family_first(&self, word: &str) -> bool {
        self.is_only_family(word) || self.family_or_first_name.contains(&word)
    }

    /// Whether it is a family name that comes first, and no first name.
    pub fn is_only_family(&self, word: &str) -> bool {
        self.family_first.contains(&word)
    }

    pub fn is_legal_form(&self, word: &str) -> bool {
        self.legal_form.contains(&word)
    }

    /// The well-known abbreviation of a name.
    pub fn abbreviation(&self, name: &str) -> Option<&'static str> {
        self.abbreviations.get(name).copied()
    }

    /// The fields that a role belongs to, one bit each; none if it is not listed.
    pub fn fields(&self, role: &str) -> u32 {
        self.fields.get(role).copied().unwrap_or(0)
    }
}

/// The sections of a file in order, each with its lines.
fn sections(file: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(heading) => sections.push((heading, Vec::new())),
            None => sections.last_mut().expect("words stand in a section").1.push(line),
        }
    }
    sections
}
