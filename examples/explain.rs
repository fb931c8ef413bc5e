//! Why words attribute, or do not: `cargo run --example explain -- corpus/council-bins.txt`, or a text on the standard input.

fn main() -> std::io::Result<()> {
    let text = if let Some(path) = std::env::args_os().nth(1) {
        std::fs::read_to_string(path)?
    } else {
        std::io::read_to_string(std::io::stdin())?
    };
    print!("{}", dictum::Extractor::default().explain(&text));
    Ok(())
}
