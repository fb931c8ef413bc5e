//! Regular English inflection; what is irregular stands in `irregular.txt`.

/// The forms of a verb.
pub(super) struct Forms {
    pub s: String,
    pub past: String,
    pub participle: String,
    pub ing: String,
}

/// The regular forms of `lemma`; `doubling` verbs double their last letter ("plan", "planned").
pub(super) fn verb(lemma: &str, doubling: bool) -> Forms {
    let stem = if doubling { format!("{lemma}{}", &lemma[lemma.len() - 1..]) } else { lemma.to_owned() };
    let past = if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if let Some(base) = consonant_y(lemma) {
        format!("{base}ied")
    } else {
        format!("{stem}ed")
    };
    let ing = if let Some(base) = lemma.strip_suffix("ie") {
        format!("{base}ying")
    } else if lemma.ends_with('e') && !lemma.ends_with("ee") && !lemma.ends_with("oe") {
        format!("{}ing", &lemma[..lemma.len() - 1])
    } else {
        format!("{stem}ing")
    };
    Forms { s: plural(lemma), participle: past.clone(), past, ing }
}

/// The regular plural of a noun, which is a verb's third person as well.
pub(super) fn plural(lemma: &str) -> String {
    if let Some(base) = consonant_y(lemma) {
        return format!("{base}ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "do", "go", "to"].iter().any(|end| lemma.ends_with(end));
    format!("{lemma}{}", if sibilant { "es" } else { "s" })
}

fn consonant_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|base| !base.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_follow_spelling_rules() {
        let forms = |lemma, doubling| {
            let f = verb(lemma, doubling);
            [f.s, f.past, f.ing]
        };
        assert_eq!(forms("warn", false), ["warns", "warned", "warning"]);
        assert_eq!(forms("deny", false), ["denies", "denied", "denying"]);
        assert_eq!(forms("promise", false), ["promises", "promised", "promising"]);
        assert_eq!(forms("plan", true), ["plans", "planned", "planning"]);
        assert_eq!(forms("agree", false), ["agrees", "agreed", "agreeing"]);
        assert_eq!(forms("press", false), ["presses", "pressed", "pressing"]);
        assert_eq!(plural("ministry"), "ministries");
    }
}
