//! A worker allocates only the result: all intermediate data is in an arena that is reused.

use dictum::Extractor;

/// The vectors of an article: sentences, statements, nested statements, speakers, quotations,
/// spans, firings and matched spans.
const LISTS: u64 = 8;

/// One more for each statement of more than two pieces, and one for an unknown word that may have
/// the stem of a rule's word.
const RARE: u64 = 5;

fn texts() -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir("corpus").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn extraction_allocates_only_the_article() {
    let extractor = Extractor::builder().threads(1).build().unwrap();
    let texts = texts();
    // the first run allocates the memory that the thread will reuse
    for text in &texts {
        extractor.extract(text);
    }
    for text in &texts {
        let counted = allocation_counter::measure(|| drop(extractor.extract(text)));
        let title = text.lines().next().unwrap_or_default();
        assert!(counted.count_total <= LISTS + RARE, "{} for “{title}”", counted.count_total);
    }
}

/// Of texts of nothing but short statements, which have the most statements for their length.
#[test]
fn a_statement_takes_few_bytes() {
    let extractor = Extractor::builder().threads(1).build().unwrap();
    // with its sentence; a speaker for each; a quotation for each
    for (piece, most) in [("He said so. ", 60), ("Ana# Ruiz said no. ", 92), ("“Yes”, he said. ", 72)] {
        let text: String = (0..1000).map(|n| piece.replace('#', &n.to_string())).collect();
        let article = extractor.extract(&text);
        assert_eq!(article.statements().len(), 1000, "{piece}");
        let freed = -allocation_counter::measure(|| drop(article)).bytes_current;
        assert!(freed <= 1000 * most, "{} bytes for “{piece}”", freed / 1000);
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
