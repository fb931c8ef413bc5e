//! Contract: an explanation holds the article as extraction gives it, and one candidate for each word that could attribute,
//! in the order of the text.

use std::collections::HashMap;
use std::fmt;

use crate::article::{Article, Excerpt, Statement};
use crate::attribution::{Attribution, Considered, Evidence, Verdict};
use crate::category::Outcome;
use crate::span::Span;
use crate::text::Text;

/// Why the statements of a text are statements, and why other words are none.
///
/// Made by [`Extractor::explain`](crate::Extractor::explain). Shown with `{}`, it is a page for people, sentence by sentence.
#[derive(Clone, Debug)]
pub struct Explanation<'t> {
    article: Article<'t>,
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
    pub(crate) fn new(
        text: &Text<'_>,
        (article, asked): (Article<'t>, Vec<String>),
        considered: &[Considered],
        limit: f32,
    ) -> Self {
        let of_cue: HashMap<Span, usize> =
            article.statements().enumerate().filter_map(|(n, s)| Some((s.cue()?.span(), n))).collect();
        // the items of a list share a cue
        let starts = article
            .statements()
            .enumerate()
            .filter_map(|(n, s)| Some(((s.cue()?.span(), s.content().spans().first()?.start()), n)));
        let of_content: HashMap<(Span, usize), usize> = starts.collect();
        let mut told = vec![false; article.statements().len()];
        let rows = considered.iter().filter_map(|one| {
            let cue = text.span(one.cue);
            let confidence = one.candidate.as_ref().map(|candidate| candidate.confidence);
            let unsure = one.verdict == Verdict::Statement && confidence.is_some_and(|c| c < limit);
            let verdict = if unsure { Verdict::Unsure } else { one.verdict };
            let start = |a: &Attribution| a.content.first().map(|&run| text.span(run).start());
            let own = one.candidate.as_ref().and_then(start).and_then(|at| of_content.get(&(cue, at)));
            let statement =
                own.or_else(|| of_cue.get(&cue)).copied().filter(|_| verdict == Verdict::Statement);
            let evidence = one.candidate.as_ref().map(|candidate| candidate.evidence);
            // in `answered: “By then …”` the verb and the colon find the same statement
            let again = statement.is_some_and(|n| std::mem::replace(&mut told[n], true));
            (!again).then_some(Row { cue, verdict, confidence, evidence, statement })
        });
        let candidates = rows.collect();
        Explanation { article, candidates, asked }
    }

    /// What [`Extractor::extract`](crate::Extractor::extract) gives for the same text.
    pub fn article(&self) -> &Article<'t> {
        &self.article
    }

    /// The words that could attribute, in the order of the text.
    pub fn candidates(&self) -> impl ExactSizeIterator<Item = Candidate<'_, 't>> + DoubleEndedIterator {
        self.candidates.iter().map(|row| Candidate { explanation: self, row })
    }
}

/// A word that could attribute, and what became of it.
#[derive(Clone, Copy)]
pub struct Candidate<'a, 't> {
    explanation: &'a Explanation<'t>,
    row: &'a Row,
}

impl<'a, 't> Candidate<'a, 't> {
    /// The word, with what else belongs to its cue as far as that was made out.
    pub fn cue(self) -> Excerpt<'t> {
        Excerpt::of(self.explanation.article.text(), self.row.cue)
    }

    /// The check that kept or dropped it.
    pub fn verdict(self) -> Verdict {
        self.row.verdict
    }

    /// From 0 to 1, how surely it attributes; none for a word that fills no frame.
    pub fn confidence(self) -> Option<f32> {
        self.row.confidence
    }

    /// What its confidence is made of, by name: the shape, the kind of source and the factors that hold. Their product, read as a
    /// probability, is the confidence.
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
    /// What became of the word, as a predicate for people; [`as_str`](Verdict::as_str) has the name for programs.
    ///
    /// ```
    /// assert_eq!(dictum::Verdict::OtherPartOfSpeech.description(), "is another part of speech here");
    /// ```
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Verdict::Statement => "attributes",
            Verdict::Unsure => "may attribute, but not surely enough",
            Verdict::OutOfScope => "attributes, but is outside the scope",
            Verdict::GivesWay => "gives way to a surer cue on the same words",
            Verdict::NoContent => "leaves no words to attribute",
            Verdict::FalseFriend => "stands in a phrase that attributes nothing",
            Verdict::NoFrame => "has nothing around it that it could attribute",
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
                writeln!(f, "    no word here could attribute")?;
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
                writeln!(f, "        who:   “{}”, nobody known", one_line(source.text()))?;
            }
            (None, Some(speaker)) => writeln!(f, "        who:   {}, by turn", one_line(&speaker.name()))?,
            (None, None) => writeln!(f, "        who:   nobody named")?,
        }
        writeln!(f, "        tests: {}", self.explanation.asked[statement.index()])?;
        write!(f, "        which: {}", statement.category())?;
        match statement.evidence().rule() {
            Some(rule) => write!(f, ", by {rule}")?,
            None => write!(f, ", since no rule says otherwise")?,
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

/// `text` with its line breaks and other controls as single spaces.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
