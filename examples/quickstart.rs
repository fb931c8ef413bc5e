//! Using the library in ten lines: `cargo run --example quickstart`

use dictum::{Extractor, Speaker};

fn main() {
    let text = "Lena Moor, the mayor of Tarn Bridge, promised to reopen the ferry by May. \
                “Nobody should trust the old pier,” she warned. Traders say the closure has cost them half their income.";
    let article = Extractor::default().extract(text);
    for statement in article.statements() {
        let speaker = statement.speaker().map_or("somebody".into(), Speaker::name);
        println!("{speaker}, {} ({}): {}", statement.category(), statement.kind(), statement.content());
    }
}
