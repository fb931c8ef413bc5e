//! Regular English inflection; irregular forms are in `irregular.txt`.

/// The regular past of a verb; `doubling` verbs double their last letter ("plan", "planned").
pub(crate) fn past(lemma: &str, doubling: bool) -> String {
    if lemma.ends_with('e') {
        return format!("{lemma}d");
    }
    match consonant_y(lemma) {
        Some(base) => format!("{base}ied"),
        None => lengthen(lemma, doubling, "ed"),
    }
}

/// The regular gerund of a verb.
pub(crate) fn gerund(lemma: &str, doubling: bool) -> String {
    if let Some(base) = lemma.strip_suffix("ie") {
        format!("{base}ying")
    } else if lemma.ends_with('e') && !lemma.ends_with("ee") && !lemma.ends_with("oe") {
        format!("{}ing", &lemma[..lemma.len() - 1])
    } else {
        lengthen(lemma, doubling, "ing")
    }
}

/// The regular plural of a noun, which is also a verb's third person.
pub(crate) fn plural(lemma: &str) -> String {
    if let Some(base) = consonant_y(lemma) {
        return format!("{base}ies");
    }
    let sibilant = matches!(
        lemma.as_bytes(),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] | [.., b'd' | b'g' | b't', b'o']
    );
    format!("{lemma}{}", if sibilant { "es" } else { "s" })
}

/// The British spelling of a verb that American English spells with a "z"; `None` for "size" and
/// "seize", which do not vary.
pub(crate) fn british(lemma: &str) -> Option<String> {
    let base = lemma.strip_suffix("ze").filter(|base| base.len() > 3 && base.ends_with(['i', 'y']))?;
    Some(format!("{base}se"))
}

fn lengthen(lemma: &str, doubling: bool, ending: &str) -> String {
    let last = if doubling { &lemma[lemma.len() - 1..] } else { "" };
    format!("{lemma}{last}{ending}")
}

fn consonant_y(lemma: &str) -> Option<&str> {
    match lemma.as_bytes() {
        [.., b'a' | b'e' | b'i' | b'o' | b'u', b'y'] => None,
        [.., b'y'] => Some(&lemma[..lemma.len() - 1]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_follow_spelling_rules() {
        let forms = |lemma, doubling| [plural(lemma), past(lemma, doubling), gerund(lemma, doubling)];
        assert_eq!(forms("warn", false), ["warns", "warned", "warning"]);
        assert_eq!(forms("deny", false), ["denies", "denied", "denying"]);
        assert_eq!(forms("promise", false), ["promises", "promised", "promising"]);
        assert_eq!(forms("plan", true), ["plans", "planned", "planning"]);
        assert_eq!(forms("agree", false), ["agrees", "agreed", "agreeing"]);
        assert_eq!(forms("press", false), ["presses", "pressed", "pressing"]);
        assert_eq!(plural("ministry"), "ministries");
        assert_eq!(british("organize").as_deref(), Some("organise"));
        assert_eq!(british("seize"), None);
    }
}
