//! The error messages for mistakes in data files.

use super::{Builder, cues, furniture, irregular, pseudo_cues, senses};
use crate::lexicon::lines::File;
use crate::lexicon::{LANGUAGE, data};

/// The errors reported for a file `x.txt` with this text.
fn reported(text: &'static str, read: impl Fn(&mut Builder, File)) -> Vec<String> {
    let mut builder = Builder::default();
    builder.intern("");
    read(&mut builder, File { path: "x.txt", text });
    builder.problems.list().to_vec()
}

fn entries(builder: &mut Builder, file: File) {
    cues::entries(file, &mut builder.problems);
}

#[test]
fn a_mistake_is_reported_with_file_and_line() {
    for (text, problems) in [
        ("# nouns\n\n[nown]\nboat", &["x.txt:3: no section is named [nown], expected a class of"][..]),
        ("boat\nship\n[noun]\n", &["x.txt:1: a line before the first section, expected a class of"]),
        ("[noun +s]\nboat, ship # afloat", &["x.txt:2: `boat,` is no word, expected letters"]),
        ("[noun\nboat", &["x.txt:1: a line before the first section"]),
        (
            "[noun]\nboat 7th\n[adjective]\nblue_",
            &["x.txt:2: `7th` is no word", "x.txt:4: `blue_` is no word"],
        ),
    ] {
        expect(&reported(text, Builder::classes), problems);
    }
}

#[test]
fn a_mistake_in_a_cue_is_reported() {
    for (text, problems) in [
        (
            "say\n[say] that\ntell",
            &["x.txt:1: a cue before the first group, expected `[group] frame frame`"][..],
        ),
        ("[say] that\nsay: taht", &["x.txt:2: no frame is named `taht`, expected one of that, clause, wh,"]),
        ("[say] that???", &["x.txt:1: `that???` is too faint, expected `that??` at most"]),
        ("[say that", &["x.txt:1: the bracket is not closed"]),
        ("[say] that\na_b_c_d_e_f_g", &["x.txt:2: the cue `a_b_c_d_e_f_g` has 7 words, expected at most 6"]),
        ("[say] that\nspeak__out", &["x.txt:2: `` is no word"]),
    ] {
        expect(&reported(text, entries), problems);
    }
}

#[test]
fn a_mistake_in_a_phrase_is_reported() {
    let pseudo_cues = |builder: &mut Builder, file: File| drop(pseudo_cues::read(builder, file));
    let furniture = |builder: &mut Builder, file: File| drop(furniture::read(builder, file));
    let irregular = |builder: &mut Builder, file: File| drop(irregular::read(file, &mut builder.problems));
    for text in ["time will tell", "[tell]", "time [will"] {
        expect(
            &reported(text, pseudo_cues),
            &["x.txt:1: no phrase around one word, expected `words before [word]"],
        );
    }
    expect(&reported("time [will tell]", pseudo_cues), &["x.txt:1: `will tell` is no word"]);
    expect(&reported("[top]\nread on", furniture), &["x.txt:1: no section is named [top], expected [tail],"]);
    expect(
        &reported("\nsay", irregular),
        &["x.txt:2: `say` has no past or too many forms, expected `lemma past [participle [ing]]`"],
    );
    expect(&reported("quip hop+", irregular), &["x.txt:1: `hop+` is no word"]);
    expect(&reported("hop+ hopped", irregular), &["x.txt:1: `hop+ hopped` has no past or too many forms"]);
    expect(&reported("burn± burnt", irregular), &[]);
    expect(&reported("[way]", cues::read_raising), &["x.txt:1: no section is named [way], expected [to],"]);
}

#[test]
fn a_mistake_in_names_is_reported() {
    let variants = |builder: &mut Builder, file: File| drop(senses::read_variants(builder, file));
    expect(
        &reported("[place]\noslo", senses::read),
        &["x.txt:1: no section is named [place], expected a sense of"],
    );
    expect(
        &reported("[roles]\nmayor", variants),
        &["x.txt:2: a word without variants, expected `word variant"],
    );
    expect(
        &reported("[names]\nana annie\nanja annie", variants),
        &["x.txt:3: `annie` is a variant of two words, expected one"],
    );
}

#[test]
fn the_data_files_are_of_one_language_and_have_no_mistake() {
    assert!(super::lexicon().problems.list().is_empty());
    let folder = format!("src/lexicon/data/{LANGUAGE}/");
    assert!(data::CLASSES.iter().all(|file| file.path.starts_with(&folder)));
}

/// Whether each message has the expected beginning.
fn expect(reported: &[String], problems: &[&str]) {
    assert_eq!(reported.len(), problems.len(), "{reported:?}");
    for (reported, problem) in reported.iter().zip(problems) {
        assert!(reported.starts_with(problem), "{reported}");
    }
}
