//! Why words attribute, or do not: `cargo run --example explain -- corpus/council-bins.txt`, or a text on the standard input.

use std::io::Read;

fn main() -> std::io::Result<()> {
    let text = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            text
        }
    };
    print!("{}", dictum::Extractor::default().explain(&text));
    Ok(())
}
