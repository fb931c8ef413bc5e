//! Articles that the processor has not seen before: each is new, so neither its branch predictor
//! nor its caches know the text, which makes a program look almost twice as fast as it is.
//!
//! They are made from the sentences of `corpus/`, with other names, nouns, adjectives and numbers.
//! `DICTUM_BENCH_ARTICLES` names other ones: a folder with text files, or a file of JSON Lines with
//! a field "text".

mod composer;
mod random;
mod template;
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

pub struct Articles {
    texts: Box<dyn Iterator<Item = String>>,
    /// what they are, for a heading
    pub name: String,
}

impl Articles {
    pub fn open() -> Self {
        let Some(path) = env::var_os("DICTUM_BENCH_ARTICLES").map(PathBuf::from) else {
            return Self { texts: Box::new(composer::Composer::new()), name: "generated articles".into() };
        };
        let texts = if path.is_dir() { text_files(&path) } else { json_lines(&path) };
        assert!(texts.iter().any(|text| !text.is_empty()), "{} has no articles", path.display());
        let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
        let name = format!("{megabytes:.1} MB of {}", path.display());
        Self { texts: Box::new(texts.into_iter().cycle()), name }
    }

    /// The next articles, `size` bytes or a little more together.
    pub fn block(&mut self, size: usize) -> Vec<String> {
        let (mut block, mut length) = (Vec::new(), 0);
        while length < size {
            let text = self.texts.next().expect("articles never end");
            length += text.len();
            block.push(text);
        }
        block
    }
}

fn text_files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn json_lines(path: &Path) -> Vec<String> {
    let text = |line: &str| -> Option<String> {
        let article: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(article["text"].as_str()?.to_owned())
    };
    read(path).lines().filter_map(text).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
