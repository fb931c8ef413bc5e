//! brat standoff annotations. brat counts characters, not bytes, and has one file a text: articles are told apart by a
//! note on their first line.

use crate::{Article, Span};

/// Character offsets of byte offsets.
struct Characters {
    /// For each byte offset of a text beyond ASCII the number of characters before it.
    before: Option<Vec<u32>>,
}

impl Characters {
    fn of(text: &str) -> Self {
        let before = (!text.is_ascii()).then(|| {
            let mut count = 0;
            let starts = (0..=text.len()).map(|at| {
                let before = count;
                count += u32::from(text.is_char_boundary(at));
                before
            });
            starts.collect()
        });
        Characters { before }
    }

    fn at(&self, byte: usize) -> usize {
        self.before.as_ref().map_or(byte, |before| before[byte] as usize)
    }
}

/// Adds the annotations of an article to `page`.
pub fn article(id: &str, article: &Article<'_>, page: &mut String) {
    let characters = Characters::of(article.text());
    let mut entities = 0;
    let mut entity = |label: &str, spans: &[Span], page: &mut String| {
        entities += 1;
        let offset = |s: &Span| format!("{} {}", characters.at(s.start()), characters.at(s.end()));
        let offsets: Vec<String> = spans.iter().map(offset).collect();
        let words: Vec<&str> = spans.iter().flat_map(|s| s.of(article.text()).split_whitespace()).collect();
        *page += &format!("T{entities}\t{label} {}\t{}\n", offsets.join(";"), words.join(" "));
        entities
    };
    *page += &format!("#0\tAnnotatorNotes T1\tdocument {id}\n");
    for (n, statement) in article.statements().enumerate().map(|(n, statement)| (n + 1, statement)) {
        let content = entity("Content", statement.content().spans(), page);
        let mut roles = format!("Content:T{content}");
        if let Some(source) = statement.source() {
            roles += &format!(" Source:T{}", entity("Source", &[source.span()], page));
        }
        if let Some(cue) = statement.cue() {
            let cue = entity("Cue", &[cue.span()], page);
            *page +=
                &format!("E{n}\tStatement:T{cue} {roles}\nA{n}\tCategory E{n} {}\n", statement.category());
        }
    }
}
