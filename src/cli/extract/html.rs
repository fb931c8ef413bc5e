//! A self-contained HTML page with the statements marked. It loads nothing and runs nothing; all
//! text is escaped.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};

use crate::{Article, Span, Statement};

/// The text before the first article.
pub const OPENING: &str = "<!doctype html>
<html lang=\"en\"><head><meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">
<meta name=\"viewport\" content=\"width=device-width\">
<title>Who said what</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.6 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
article { white-space: pre-wrap; margin-bottom: 3rem }
mark { color: inherit; background: none; border-bottom: .2em solid #888 }
mark.commitment { border-color: #2a9d5c } mark.claim { border-color: #3a86c8 } mark.caution { border-color: #e09f1f }
mark small { font: .75rem sans-serif; opacity: .75 }
</style></head><body>
";

/// The text after the last article.
pub const CLOSING: &str = "</body></html>\n";

/// Adds an article to `page`.
pub fn article(id: &str, article: &Article<'_>, page: &mut String) {
    *page += &format!("<h2>{}</h2>\n<article>", text(id));
    let source = article.text();
    let mut at = 0;
    for (span, statement) in pieces(article) {
        *page += &text(&source[at..span.start()]);
        *page += &format!(
            "<mark class=\"{category}\" title=\"{}\">{} <small>{} · {category}</small></mark>",
            attribute(statement.evidence().rule().unwrap_or("")),
            text(span.of(source)),
            text(&statement.speaker().map_or_else(Default::default, crate::Speaker::name)),
            category = attribute(statement.category()),
        );
        at = span.end();
    }
    *page += &text(&source[at..]);
    *page += "</article>\n";
}

/// The pieces of the statements' contents, in text order; of overlapping pieces, only the first.
fn pieces<'a, 't>(article: &'a Article<'t>) -> Vec<(Span, Statement<'a, 't>)> {
    let mut pieces: Vec<_> = article
        .statements()
        .flat_map(|statement| statement.content().spans().iter().map(move |&span| (span, statement)))
        .collect();
    pieces.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut reach = 0;
    pieces.retain(|(span, _)| {
        let free = span.start() >= reach;
        reach = reach.max(span.end());
        free
    });
    pieces
}
