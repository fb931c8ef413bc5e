//! Regular English inflection; what is irregular stands in `irregular.txt`.

/// The regular past of a verb, in `room`; `doubling` verbs double their last letter ("plan", "planned").
pub(super) fn past<'r>(lemma: &str, doubling: bool, room: &'r mut String) -> &'r str {
    if lemma.ends_with('e') {
        return put(room, lemma, "d");
    }
    match consonant_y(lemma) {
        Some(base) => put(room, base, "ied"),
        None => lengthen(room, lemma, doubling, "ed"),
    }
}

/// The regular gerund of a verb, in `room`.
pub(super) fn gerund<'r>(lemma: &str, doubling: bool, room: &'r mut String) -> &'r str {
    if let Some(base) = lemma.strip_suffix("ie") {
        put(room, base, "ying")
    } else if lemma.ends_with('e') && !lemma.ends_with("ee") && !lemma.ends_with("oe") {
        put(room, &lemma[..lemma.len() - 1], "ing")
    } else {
        lengthen(room, lemma, doubling, "ing")
    }
}

/// The regular plural of a noun, which is a verb's third person as well, in `room`.
pub(super) fn plural<'r>(lemma: &str, room: &'r mut String) -> &'r str {
    if let Some(base) = consonant_y(lemma) {
        return put(room, base, "ies");
    }
    let sibilant = matches!(
        lemma.as_bytes(),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] | [.., b'd' | b'g' | b't', b'o']
    );
    put(room, lemma, if sibilant { "es" } else { "s" })
}

fn put<'r>(room: &'r mut String, base: &str, ending: &str) -> &'r str {
    room.clear();
    room.push_str(base);
    room.push_str(ending);
    room
}

fn lengthen<'r>(room: &'r mut String, lemma: &str, doubling: bool, ending: &str) -> &'r str {
    room.clear();
    room.push_str(lemma);
    if doubling {
        room.push_str(&lemma[lemma.len() - 1..]);
    }
    room.push_str(ending);
    room
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
        let forms = |lemma, doubling| {
            let room = &mut String::new();
            [
                plural(lemma, room).to_owned(),
                past(lemma, doubling, room).to_owned(),
                gerund(lemma, doubling, room).to_owned(),
            ]
        };
        assert_eq!(forms("warn", false), ["warns", "warned", "warning"]);
        assert_eq!(forms("deny", false), ["denies", "denied", "denying"]);
        assert_eq!(forms("promise", false), ["promises", "promised", "promising"]);
        assert_eq!(forms("plan", true), ["plans", "planned", "planning"]);
        assert_eq!(forms("agree", false), ["agrees", "agreed", "agreeing"]);
        assert_eq!(forms("press", false), ["presses", "pressed", "pressing"]);
        assert_eq!(plural("ministry", &mut String::new()), "ministries");
    }
}
