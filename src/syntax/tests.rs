//! Boundaries of noun phrases, verb groups, clauses and subjects: named cases in `tests/syntax/`.

use serde::Deserialize;

use super::Syntax;
use crate::arena::Arena;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::{Run, Text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<C> {
    case: Vec<C>,
}

fn cases<C: for<'d> Deserialize<'d>>(file: &str) -> Vec<C> {
    let file: File<C> = toml::from_str(file).unwrap_or_else(|error| panic!("{error}"));
    assert!(!file.case.is_empty());
    file.case
}

/// A sentence without its brackets, and the byte range that was in them.
fn unmarked(marked: &str) -> (String, Span) {
    let open = marked.find('[').expect("an opening bracket");
    let close = marked.find(']').expect("a closing bracket") - 1;
    (marked.replace(['[', ']', '|'], ""), Span::new(open, close))
}

/// Compares the text that `find` returns for the bracketed run of a sentence with what is expected.
fn compare(marked: &str, find: impl Fn(&Syntax<'_>, Run) -> Option<Run>) -> Result<(), String> {
    let (source, span) = unmarked(marked);
    let arena = Arena::new();
    let text = Text::read(&source, Lexicon::built_in(), &arena);
    let syntax = Syntax::read(&text, Lexicon::built_in());
    let expected = text.run(span);
    let found = find(&syntax, expected);
    if found == Some(expected) {
        return Ok(());
    }
    Err(format!("{marked}\n    found: {:?}", found.map(|run| text.slice(run))))
}

fn report(wrong: impl Iterator<Item = String>) {
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn noun_phrases() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        from: Option<String>,
        back: Option<String>,
    }

    let check = |case: Case| {
        let from = |syntax: &Syntax<'_>, run: Run| {
            let stop = syntax.sentence(run.first()).stop();
            syntax.phrase_end(run.first(), stop).map(|end| Run::new(run.first(), end))
        };
        let back = |syntax: &Syntax<'_>, run: Run| {
            let floor = syntax.sentence_start(run.first());
            syntax.phrase_start(run.stop(), floor).map(|start| Run::new(start, run.stop()))
        };
        let checked = match (&case.from, &case.back) {
            (Some(marked), None) => compare(marked, from),
            (None, Some(marked)) => compare(marked, back),
            _ => Err("a case has either “from” or “back”".to_owned()),
        };
        checked.err().map(|message| format!("{}: {message}", case.name))
    };
    report(cases(include_str!("../../tests/syntax/noun_phrases.toml")).into_iter().filter_map(check));
}

#[test]
fn verb_groups() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        text: String,
        form: String,
        voice: String,
        mood: String,
    }

    let check = |case: Case| {
        let kinds = std::cell::Cell::new(String::new());
        let checked = compare(&case.text, |syntax, run| {
            let group = syntax.verb_group(run.stop() - 1);
            kinds.set(format!("{:?} {:?} {:?}", group.form, group.voice, syntax.mood(group)).to_lowercase());
            Some(Run::new(group.start, group.head + 1))
        });
        let expected = format!("{} {} {}", case.form, case.voice, case.mood);
        let kinds = kinds.take();
        let wrong =
            checked.err().or_else(|| (kinds != expected).then(|| format!("{} is {kinds}", case.text)));
        wrong.map(|message| format!("{}: {message}", case.name))
    };
    report(cases(include_str!("../../tests/syntax/verb_groups.toml")).into_iter().filter_map(check));
}

#[test]
fn clauses() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        clause: Option<String>,
        complement: Option<String>,
        subject: Option<String>,
        verb: Option<String>,
    }

    let check = |case: Case| {
        let verb = |syntax: &Syntax<'_>, _: Run| {
            let main = syntax.main_clause(&[Run::new(0, syntax.text.tokens.len())]);
            main.verb.map(|verb| Run::new(verb, verb + 1))
        };
        let clause = |syntax: &Syntax<'_>, run: Run| {
            Some(Run::new(run.first(), syntax.clause_end(run.first(), syntax.sentence(run.first()).stop())))
        };
        let complement = |syntax: &Syntax<'_>, run: Run| {
            Some(Run::new(
                run.first(),
                syntax.complement_end(run.first(), syntax.sentence(run.first()).stop()),
            ))
        };
        let subject_of = |marked: &str| {
            let bar = marked.find('|').expect("a bar before the verb");
            let before = marked[..bar].replace(['[', ']'], "").len();
            compare(marked, |syntax, _| {
                let verb = (0..syntax.text.tokens.len())
                    .find(|&i| syntax.text.span(Run::new(i, i + 1)).start() == before)?;
                syntax.subject(syntax.verb_group(verb), 0)
            })
        };
        let checked = match (&case.clause, &case.complement, &case.subject, &case.verb) {
            (Some(marked), None, None, None) => compare(marked, clause),
            (None, Some(marked), None, None) => compare(marked, complement),
            (None, None, Some(marked), None) => subject_of(marked),
            (None, None, None, Some(marked)) => compare(marked, verb),
            _ => Err("a case has one of “clause”, “complement”, “subject”, “verb”".to_owned()),
        };
        checked.err().map(|message| format!("{}: {message}", case.name))
    };
    report(cases(include_str!("../../tests/syntax/clauses.toml")).into_iter().filter_map(check));
}
