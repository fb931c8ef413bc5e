//! Accuracy on everyday news sentences that are generated from tables, so that the correct answer
//! is known.
//!
//! A grid is a file `tests/grids/NAME.toml` with sentence frames and tables of fillers for their
//! slots; [`table`] describes the format. Each grid sets the number of sentences, drawn from the
//! product of its tables and the same in every run, and a floor: the share of them that must be
//! right. Raise the floor when the library improves.
//!
//! ```sh
//! cargo test --test grids -- --nocapture
//! DICTUM_GRID=complements DICTUM_GRID_SHOW=200 cargo test --test grids floors -- --nocapture
//! ```
//!
//! The report on a grid lists the fillers with the lowest share of right sentences, then the first
//! wrong sentences (20, or `DICTUM_GRID_SHOW`). To proofread a grid, let the other test print a
//! hundred of its sentences with their answers:
//!
//! ```sh
//! DICTUM_GRID=acts DICTUM_GRID_LIST=100 cargo test --test grids claim -- --nocapture
//! ```

mod judge;
mod markup;
mod report;
mod sample;
mod table;

use std::thread;

use dictum::Extractor;
use report::Report;
use sample::Example;
use table::Grid;

/// The grids to run: all, unless `DICTUM_GRID` names one.
fn asked_for() -> Vec<Grid> {
    let mut grids = table::read_all();
    if let Ok(name) = std::env::var("DICTUM_GRID") {
        grids.retain(|grid| grid.name == name);
        assert!(!grids.is_empty(), "DICTUM_GRID: tests/grids/{name}.toml does not exist");
    }
    assert!(!grids.is_empty(), "no grids");
    grids
}

/// A number from the environment.
fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Extracts the statements of each of the grid's sentences.
fn run(grid: &Grid) -> Report<'_> {
    let extractor = Extractor::default();
    let mut report = Report::new(grid);
    for example in &sample::draw(grid) {
        report.count(example, &judge::judge(&extractor.extract(&example.text), example));
    }
    report
}

#[test]
fn grids_reach_their_floors() {
    let grids = asked_for();
    let reports: Vec<Report> = thread::scope(|scope| {
        let runs: Vec<_> = grids.iter().map(|grid| scope.spawn(|| run(grid))).collect();
        runs.into_iter().map(|run| run.join().expect("the run does not panic")).collect()
    });
    let mut below = Vec::new();
    for (grid, report) in grids.iter().zip(&reports) {
        print!("{}", report.to_string(number("DICTUM_GRID_SHOW").unwrap_or(20)));
        if report.share() < grid.floor {
            below.push(format!("{}: {:.4}, the floor is {}", grid.name, report.share(), grid.floor));
        }
    }
    assert!(below.is_empty(), "fewer sentences are right than before\n{}", below.join("\n"));
}

#[test]
fn grids_hold_what_they_claim() {
    for grid in &asked_for() {
        let examples = sample::draw(grid);
        assert_eq!(examples.len(), grid.sentences, "{}: the tables give fewer sentences", grid.name);
        assert_eq!(grid.unused(&examples), [] as [&str; 0], "{}: unused fillers", grid.name);
        assert_eq!(grid.unknown_labels(), [] as [&str; 0], "{}: unknown labels", grid.name);
        for example in &examples {
            assert_sound(&grid.name, example);
        }
        let listed = number("DICTUM_GRID_LIST").unwrap_or(0);
        let step = examples.len().checked_div(listed).unwrap_or(usize::MAX);
        for example in examples.iter().skip(step / 2).step_by(step.max(1)) {
            println!("{}\n{}", example.text, example.answers());
        }
    }
}

/// Checks that the words of the answer occur in the text, and that the text looks like written
/// text.
fn assert_sound(grid: &str, example: &Example) {
    let text = &example.text;
    let padded = |words: &str| format!(" {} ", judge::words(words).join(" "));
    let padded_text = padded(text);
    for expected in &example.expected {
        assert!(!expected.cue.is_empty(), "{grid}: no cue is marked: {text}");
        assert!(expected.content.iter().any(|piece| !piece.optional), "{grid}: no content is marked: {text}");
        let pieces = expected.content.iter().chain(&expected.source).map(|piece| &piece.text);
        for piece in pieces.chain([&expected.cue]) {
            assert!(padded_text.contains(&padded(piece)), "{grid}: {piece:?} is not in {text:?}");
        }
    }
    for wrong in ["  ", " ,", " .", "..", ",,", "{", "}", "[", "]", "^"] {
        assert!(!text.contains(wrong), "{grid}: {wrong:?} in {text:?}");
    }
    assert!(
        text.starts_with(|first: char| !first.is_lowercase()),
        "{grid}: no capital at the start of {text:?}"
    );
}
