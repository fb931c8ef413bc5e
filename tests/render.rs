//! The views for people.

use dictum::Extractor;
use dictum::render::{Colour, Tally, Terminal};

const ARTICLES: [&str; 2] = [
    "Lena Moor said the pier was safe. She said it had been checked. Joss Arden said it was not.",
    "“It is an old pier,” Lena Moor said.",
];

fn tally(texts: &[&str]) -> Tally {
    let mut tally = Tally::default();
    for article in Extractor::default().extract_all(texts) {
        tally.add(&article);
    }
    tally
}

#[test]
fn a_table_lists_the_most_quoted_speakers_first() {
    let tally = tally(&ARTICLES);
    assert_eq!((tally.articles(), tally.statements()), (2, 4));
    let table = tally.table(Colour::Never, 10);
    let rows: Vec<Vec<_>> = table.lines().skip(1).map(|row| row.split_whitespace().collect()).collect();
    assert_eq!(rows, [vec!["Lena", "Moor", "3"], vec!["Joss", "Arden", "1"], vec!["all", "statements", "4"]]);
}

#[test]
fn a_table_says_how_many_speakers_it_omits() {
    let table = tally(&ARTICLES).table(Colour::Never, 1);
    assert!(!table.contains("Arden"), "{table}");
    assert!(table.contains("\nand 1 more\n"), "{table}");
}

#[test]
fn a_tally_does_not_depend_on_the_order_of_articles() {
    let mut turned = ARTICLES;
    turned.reverse();
    assert_eq!(tally(&ARTICLES), tally(&turned));
    assert_eq!(tally(&[]).table(Colour::Never, 10).lines().count(), 2);
}

#[test]
fn pieces_of_a_statement_share_a_number_and_a_note() {
    let article = Extractor::default().extract("“The pier is old,” said Joss Arden, “but it stands.”");
    let mut page = String::new();
    Terminal::new(Colour::Never).article("pier", &article, &mut page);
    let lines: Vec<_> = page.lines().skip(1).collect();
    assert_eq!(lines[0], "¹[“The pier is old,”] said Joss Arden, ¹[“but it stands.”]");
    assert!(lines[1].starts_with("    ¹ ") && lines[1].ends_with(" · Joss Arden · said"), "{page}");
    assert_eq!(lines.len(), 3, "a blank line ends the paragraph: {page}");
}

#[test]
fn long_lines_are_broken_between_words() {
    let text = "The harbour master spoke for a long time about the old pier. ".repeat(10);
    let mut page = String::new();
    Terminal::new(Colour::Never).article("pier", &Extractor::default().extract(&text), &mut page);
    assert!(page.lines().count() > 5);
    assert!(page.lines().all(|line| line.chars().count() <= 100), "{page}");
}
