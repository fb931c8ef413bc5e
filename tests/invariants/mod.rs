//! Invariants of the article of every text, used by the property tests and the fuzz targets.

use dictum::{Article, Span, Statement};

/// The first invariant that does not hold.
pub fn broken(article: &Article<'_>) -> Option<String> {
    let text = article.text();
    sentences(article)
        .or_else(|| article.statements().find_map(|statement| broken_statement(text, statement)))
        .or_else(|| speakers(article))
}

/// Sentences cover the text, except for white space.
fn sentences(article: &Article<'_>) -> Option<String> {
    let blank = |gap: &str| gap.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c));
    let mut end = 0;
    for (index, sentence) in article.sentences().enumerate() {
        let span = sentence.span();
        let Some(gap) = article.text().get(end..span.start()) else {
            return Some(format!("sentence {index} at {span:?} overlaps the one before"));
        };
        if !blank(gap) {
            return Some(format!("words before sentence {index}: {gap:?}"));
        }
        if sentence.index() != index || span.is_empty() || article.text().get(span.range()).is_none() {
            return Some(format!("sentence {index} is {sentence:?}"));
        }
        end = span.end();
    }
    let gap = &article.text()[end..];
    (!blank(gap)).then(|| format!("words after the last sentence: {gap:?}"))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
}

/// Pieces are in order, disjoint and separate from the cue and the source; the evidence is inside
/// the statement; the statement begins in its sentence.
fn broken_statement(text: &str, statement: Statement<'_, '_>) -> Option<String> {
    let fails = |what: &str| Some(format!("{what}: {statement:?}"));
    let pieces = statement.content().spans();
    let cue = statement.cue().map(dictum::Cue::span);
    let source = statement.source().map(dictum::Excerpt::span);
    let own = || [cue, source].into_iter().flatten();
    if pieces.is_empty() || !in_order_and_disjoint(pieces) {
        return fails("pieces out of order");
    }
    if !pieces.iter().copied().chain(own()).all(|span| text.get(span.range()).is_some()) {
        return fails("a span that splits a character");
    }
    if own().any(|span| span.is_empty() || pieces.iter().any(|piece| piece.overlaps(span))) {
        return fails("cue or source in the content");
    }
    let holds = |outer: Span, inner: Span| outer.start() <= inner.start() && inner.end() <= outer.end();
    let all = pieces[0].start().min(own().map(Span::start).min().unwrap_or(usize::MAX));
    let end = pieces[pieces.len() - 1].end().max(own().map(Span::end).max().unwrap_or(0));
    if !statement.evidence().spans().iter().all(|&span| holds(Span::from((all as u32, end as u32)), span)) {
        return fails("evidence outside of the statement");
    }
    if !statement.sentence().span().range().contains(&all) {
        return fails("not in its sentence");
    }
    if !(0.0..=1.0).contains(&statement.confidence()) {
        return fails("confidence out of range");
    }
    None
}

/// Mentions are in order and disjoint; a speaker has exactly the statements that refer to it.
fn speakers(article: &Article<'_>) -> Option<String> {
    for speaker in article.speakers() {
        let mentions: Vec<_> = speaker.mentions().map(dictum::Excerpt::span).collect();
        if !in_order_and_disjoint(&mentions)
            || mentions.iter().any(|m| article.text().get(m.range()).is_none())
        {
            return Some(format!("mentions {mentions:?}"));
        }
        if speaker.name().trim().is_empty() || speaker.statements().any(|s| s.speaker() != Some(speaker)) {
            return Some(format!("{speaker:?}"));
        }
    }
    None
}

pub fn in_order_and_disjoint(spans: &[Span]) -> bool {
    spans.iter().all(|span| !span.is_empty()) && spans.windows(2).all(|pair| pair[0].end() <= pair[1].start())
}
