//! A worker allocates what it gives back: whatever the passes note on the way lies in memory that is used again.

use dictum::Extractor;

/// The lists that an article consists of: sentences, statements, speakers, spans, rules that fired and what they matched.
const LISTS: u64 = 6;

/// Each statement in more than two pieces takes one more, and so does an unknown word that may have the stem of a rule's word.
const RARE: u64 = 5;

fn texts() -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir("corpus").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn an_article_allocates_its_lists() {
    let extractor = Extractor::builder().threads(1).build().unwrap();
    let texts = texts();
    // the thread takes the memory that it will use from here on
    for text in &texts {
        extractor.extract(text);
    }
    for text in &texts {
        let counted = allocation_counter::measure(|| drop(extractor.extract(text)));
        let title = text.lines().next().unwrap_or_default();
        assert!(counted.count_total <= LISTS + RARE, "{} for “{title}”", counted.count_total);
    }
}

#[test]
fn sentences_allocate_one_list() {
    let texts = texts();
    for text in &texts {
        drop(dictum::sentences(text));
    }
    for text in &texts {
        assert_eq!(allocation_counter::measure(|| drop(dictum::sentences(text))).count_total, 1);
    }
}
