//! Contract: afterwards, a paraphrase and the sentences in quotation marks that follow it are two
//! statements.
//!
//! "He said that nothing was lost. “We were lucky.”", "She refused to resign: “I did my best.”": a
//! reader lists the paraphrase and the quotation separately.

use super::{Attribution, Kind};
use crate::arena::List;
use crate::lexicon::{AttributionType, Form};
use crate::syntax::Syntax;
use crate::text::Run;
use crate::text::token::Kind as Token;

/// Splits off the quotations that continue a paraphrase; they keep its speaker.
pub(super) fn split(syntax: &Syntax<'_>, settled: &mut List<'_, Attribution>) {
    let mut at = 0;
    while at < settled.len() {
        if let Some(own) = own_words(syntax, &mut settled[at]) {
            settled.insert(at + 1, own);
            at += 1;
        }
        at += 1;
    }
}

/// Moves the quotations out of the content of a statement that begins with a paraphrase.
fn own_words(syntax: &Syntax<'_>, statement: &mut Attribution) -> Option<Attribution> {
    let cue = statement.cue?;
    let (first, rest) = statement.content.split_first()?;
    let ends = first.stop().max(cue.stop()) - 1;
    let joined = |run: &Run| {
        let last = run.stop() - 1;
        let whole = syntax.text.quotations.around(last).is_some_and(|q| q.run.stop() == run.stop());
        whole && syntax.sentence_index(run.first()) != syntax.sentence_index(ends)
    };
    if !rest.iter().all(joined) {
        return None;
    }
    let led = led_quotation(syntax, *first).filter(|_| first.start >= cue.end);
    let quoted = syntax.text.quotations.around(first.stop() - 1).is_some();
    let told = first.start >= cue.end || first.end <= cue.start;
    if led.is_none() && (quoted || !told || rest.is_empty()) {
        return None;
    }
    let content = led.iter().chain(rest).copied().collect();
    let paraphrase = Run::new(first.first(), led.map_or(first.stop(), |led| led.first() - 1));
    statement.content = paraphrase.into();
    let mut own = Attribution { content, cue: None, head: None, frame: None, ..statement.clone() };
    (own.form, own.act, own.kind) = (Form::Quotation, AttributionType::Communication, Kind::Direct);
    statement.kind = super::settle::kind(syntax, &statement.content);
    Some(own)
}

/// "to resign: “I have done nothing wrong.”": the sentence in quotation marks at the end of a
/// paraphrase, after a colon.
fn led_quotation(syntax: &Syntax<'_>, run: Run) -> Option<Run> {
    let quotation = syntax.quotation_ending_at(run.stop() - 1)?;
    let colon = quotation.first().checked_sub(1).filter(|&colon| colon > run.first())?;
    let sentence = syntax.token(quotation.first() + 1).is_some_and(|t| t.is_capital());
    let another = syntax.tag(colon - 1).is_verb() && syntax.attributes(colon - 1);
    (syntax.kind(colon) == Some(Token::Colon) && sentence && !another).then_some(quotation)
}
