//! Contract: divides an article into segments, in order and without gaps, each with the statements
//! that cover it.

use crate::{Article, Span};

/// The role of a piece of text in a statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    Content,
    Cue,
    Source,
}

/// A piece of text that is covered by the same statements throughout.
#[derive(Debug)]
pub struct Segment {
    pub span: Span,
    /// The covering statements and the role of the segment in each, outermost first.
    pub covers: Vec<(usize, Role)>,
    /// The statements whose content ends here; references to their notes follow the segment.
    pub closes: Vec<usize>,
}

/// The start or end of a span.
struct Edge {
    at: usize,
    opens: bool,
    statement: usize,
    role: Role,
}

/// Divides an article where statements, cues and sources begin and end. The time is proportional to
/// the length of the article times the nesting depth of statements.
pub fn segments(article: &Article<'_>) -> Vec<Segment> {
    let mut edges = Vec::new();
    let mut last_ends = Vec::new();
    for (n, statement) in article.statements().enumerate() {
        let mut add = |span: Span, role| {
            for (at, opens) in [(span.start(), true), (span.end(), false)] {
                edges.push(Edge { at, opens, statement: n, role });
            }
        };
        let pieces = statement.content().spans();
        for &piece in pieces {
            add(piece, Role::Content);
        }
        statement.cue().into_iter().for_each(|cue| add(cue.span(), Role::Cue));
        statement.source().into_iter().for_each(|source| add(source.span(), Role::Source));
        last_ends.push(pieces.last().map_or(0, |piece| piece.end()));
    }
    edges.sort_by_key(|edge| (edge.at, edge.opens));
    let mut segments = Vec::new();
    let mut covers: Vec<(usize, Role)> = Vec::new();
    let mut at = 0;
    let mut edges = edges.into_iter().peekable();
    while let Some(next) = edges.peek().map(|edge| edge.at) {
        push(&mut segments, at, next, &covers);
        at = next;
        while let Some(edge) = edges.next_if(|edge| edge.at == at) {
            if edge.opens {
                covers.push((edge.statement, edge.role));
            } else {
                covers.retain(|&cover| cover != (edge.statement, edge.role));
                let ends = edge.role == Role::Content && last_ends[edge.statement] == at;
                if let Some(segment) = segments.last_mut().filter(|_| ends) {
                    let segment: &mut Segment = segment;
                    segment.closes.push(edge.statement);
                }
            }
        }
    }
    push(&mut segments, at, article.text().len(), &covers);
    segments
}

/// The segments before and after a position; a segment across it is cut in two.
pub fn split(segments: Vec<Segment>, at: usize) -> (Vec<Segment>, Vec<Segment>) {
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    for segment in segments {
        let Segment { span, covers, closes } = segment;
        if span.end() <= at {
            before.push(Segment { span, covers, closes });
        } else if span.start() >= at {
            behind.push(Segment { span, covers, closes });
        } else {
            push(&mut before, span.start(), at, &covers);
            behind.push(Segment { span: Span::new(at, span.end()), covers, closes });
        }
    }
    (before, behind)
}

fn push(segments: &mut Vec<Segment>, start: usize, end: usize, covers: &[(usize, Role)]) {
    if start < end {
        segments.push(Segment { span: Span::new(start, end), covers: covers.to_vec(), closes: Vec::new() });
    }
}
