//! Contract: an explanation contains the same article as an extraction of the text, and one
//! candidate for each word that could be a cue, in text order.

use std::collections::HashMap;
use std::fmt;

use crate::article::{Article, Excerpt, Statement};
use crate::attribution::{Considered, Evidence, Verdict};
use crate::category::Outcome;
use crate::span::Span;
use crate::text::Text;

/// Explains why each possible cue in a text attributes a statement or not; returned by
/// [`Extractor::explain`](crate::Extractor::explain).
///
/// Its [`Display`](fmt::Display) output is a report for people, sentence by sentence.
#[derive(Clone, Debug)]
pub struct Explanation<'t> {
    pub(crate) article: Article<'t>,
    candidates: Vec<Row>,
    /// For each statement what a rule would test.
    asked: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    cue: Span,
    verdict: Verdict,
    confidence: Option<f32>,
    evidence: Option<Evidence>,
    statement: Option<usize>,
}

impl<'t> Explanation<'t> {
    /// The explanation of `article`, of which no part is read yet.
    pub(crate) fn of(article: Article<'t>) -> Self {
        Explanation { article, candidates: Vec::new(), asked: Vec::new() }
    }

    /// Adds the candidates of the part that begins at byte `start`, whose statements the article
    /// has; `asked` is what a rule would test of each.
    pub(crate) fn add(
        &mut self,
        (text, start): (&Text<'_>, usize),
        considered: &[Considered],
        asked: impl Iterator<Item = String>,
        limit: f32,
    ) {
        let first = self.asked.len();
        self.asked.extend(asked);
        // a cue with a list after it attributes several statements
        let mut of_cue: HashMap<Span, Vec<usize>> = HashMap::new();
        for (n, statement) in self.article.statements().enumerate().skip(first) {
            let cue = statement.cue().map(crate::article::Cue::span).unwrap_or_default();
            of_cue.entry(cue).or_default().push(n);
        }
        let mut explained = vec![false; self.article.statements().len()];
        let rows = considered.iter().flat_map(|one| {
            let cue = text.span(one.cue).after(start);
            let confidence = one.candidate.as_ref().map(|candidate| candidate.confidence);
            let unsure = one.verdict == Verdict::Statement && confidence.is_some_and(|c| c < limit);
            let verdict = if unsure { Verdict::Unsure } else { one.verdict };
            let evidence = one.candidate.as_ref().map(|candidate| candidate.evidence);
            let row = |statement| Row { cue, verdict, confidence, evidence, statement };
            let statements = of_cue.get(&cue).filter(|_| verdict == Verdict::Statement);
            let Some(statements) = statements else { return vec![row(None)] };
            // in `answered: “By then …”` the verb and the colon find the same statement
            let first = statements.iter().filter(|&&n| !std::mem::replace(&mut explained[n], true));
            first.map(|&n| row(Some(n))).collect()
        });
        self.candidates.extend(rows);
    }

    /// The article, the same as from [`Extractor::extract`](crate::Extractor::extract).
    pub fn article(&self) -> &Article<'t> {
        &self.article
    }

    /// The words that could be cues, in text order.
    pub fn candidates(&self) -> impl ExactSizeIterator<Item = Candidate<'_, 't>> + DoubleEndedIterator {
        self.candidates.iter().map(|row| Candidate { explanation: self, row })
    }
}

/// A word that could be a cue, and whether it attributes a statement.
#[derive(Clone, Copy)]
pub struct Candidate<'a, 't> {
    explanation: &'a Explanation<'t>,
    row: &'a Row,
}

impl<'a, 't> Candidate<'a, 't> {
    /// The word, with the rest of its cue if that was determined.
    pub fn cue(self) -> Excerpt<'t> {
        Excerpt::of(self.explanation.article.text(), self.row.cue)
    }

    /// The check that accepted or rejected it.
    pub fn verdict(self) -> Verdict {
        self.row.verdict
    }

    /// The estimated probability, from 0 to 1, that it attributes a statement; `None` if it has no
    /// frame here.
    pub fn confidence(self) -> Option<f32> {
        self.row.confidence
    }

    /// The factors of its confidence, by name: the shape, the kind of source, and others that
    /// apply. The confidence is the probability that corresponds to their product.
    ///
    /// ```
    /// let explanation = dictum::Extractor::default().explain("The mayor said that the bridge was safe.");
    /// let candidate = explanation.candidates().next().unwrap();
    /// let factors: Vec<_> = candidate.factors().map(|(name, _)| name).collect();
    /// assert_eq!(factors, ["verb", "person", "that-or-wh-clause"]);
    /// ```
    pub fn factors(self) -> impl Iterator<Item = (&'static str, f32)> {
        self.row.evidence.into_iter().flat_map(Evidence::explained)
    }

    /// The statement that it attributes.
    pub fn statement(self) -> Option<Statement<'a, 't>> {
        self.explanation.article.statement(self.row.statement?)
    }
}

impl fmt::Debug for Candidate<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.row.fmt(f)
    }
}

impl Verdict {
    /// The verdict as a predicate in English; for the machine-readable name see
    /// [`as_str`](Verdict::as_str).
    ///
    /// ```
    /// assert_eq!(dictum::Verdict::OtherPartOfSpeech.description(), "is another part of speech here");
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Verdict::Statement => "attributes a statement",
            Verdict::Unsure => "is below the minimum confidence",
            Verdict::OutOfScope => "attributes a statement outside the scope",
            Verdict::GivesWay => "overlaps a cue with a higher confidence",
            Verdict::NoContent => "has no usable content",
            Verdict::PseudoCue => "is part of a phrase that attributes nothing",
            Verdict::NoFrame => "has no clause, quotation or infinitive to attribute",
            Verdict::OtherPartOfSpeech => "is another part of speech here",
        }
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut candidates = self.candidates().peekable();
        for sentence in self.article.sentences() {
            writeln!(f, "{}", one_line(sentence.text()))?;
            let mut any = false;
            while let Some(one) = candidates.next_if(|one| one.row.cue.start() < sentence.span().end()) {
                any = true;
                one.describe(f)?;
            }
            if !any {
                writeln!(f, "    no possible cue")?;
            }
        }
        Ok(())
    }
}

impl Candidate<'_, '_> {
    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "    “{}” {}", one_line(self.cue().text()), self.verdict().description())?;
        if let Some(confidence) = self.confidence() {
            write!(f, " ({confidence:.2} by")?;
            for (n, (name, weight)) in self.factors().enumerate() {
                write!(f, "{} {name} {weight:.2}", if n > 0 { " ×" } else { "" })?;
            }
            write!(f, ")")?;
        }
        writeln!(f)?;
        let Some(statement) = self.statement() else { return Ok(()) };
        writeln!(f, "        what:  {}", one_line(&statement.content().text()))?;
        match (statement.source(), statement.speaker()) {
            (Some(source), Some(speaker)) => {
                let how = statement.resolution().as_str();
                writeln!(
                    f,
                    "        who:   “{}” is {} ({how})",
                    one_line(source.text()),
                    one_line(&speaker.name())
                )?;
            }
            (Some(source), None) => {
                writeln!(f, "        who:   “{}”, unknown", one_line(source.text()))?;
            }
            (None, Some(speaker)) => writeln!(f, "        who:   {}, by turn", one_line(&speaker.name()))?,
            (None, None) => writeln!(f, "        who:   unknown")?,
        }
        writeln!(f, "        tests: {}", self.explanation.asked[statement.index()])?;
        write!(f, "        which: {}", statement.category())?;
        match statement.evidence().rule() {
            Some(rule) => write!(f, ", by {rule}")?,
            None => write!(f, ", the default, since no rule matched")?,
        }
        for span in statement.evidence().spans() {
            write!(f, " “{}”", one_line(span.of(self.explanation.article.text())))?;
        }
        writeln!(f)?;
        for loser in statement.firings().filter(|firing| firing.outcome() != Outcome::Decided) {
            write!(
                f,
                "        not:   {}, by {}, which {}",
                loser.category(),
                loser.rule(),
                loser.outcome().description()
            )?;
            for excerpt in loser.excerpts() {
                write!(f, " “{}”", one_line(excerpt.text()))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// `text` with each run of line breaks and other control characters replaced by a space.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
