//! Contract: afterwards, a paraphrase and the quotation that follows it in separate sentences are
//! two statements.
//!
//! "He said that nothing was lost. “We were lucky.”": a reader lists the paraphrase and the
//! quotation separately.

use super::{Attribution, Kind};
use crate::arena::List;
use crate::lexicon::{AttributionType, Form};
use crate::syntax::Syntax;
use crate::text::Run;

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
    let told = first.start >= cue.end || first.end <= cue.start;
    let quoted = syntax.text.quotations.around(first.stop() - 1).is_some();
    let joined = |run: &&Run| {
        let last = run.stop() - 1;
        let whole = syntax.text.quotations.around(last).is_some_and(|q| q.run.stop() == run.stop());
        let ends = first.stop().max(cue.stop()) - 1;
        whole && syntax.sentence_index(run.first()) != syntax.sentence_index(ends)
    };
    if quoted || !told || rest.is_empty() || !rest.iter().all(|run| joined(&run)) {
        return None;
    }
    let content = rest.into();
    statement.content.truncate(1);
    let mut own = Attribution { content, cue: None, head: None, frame: None, ..statement.clone() };
    (own.form, own.act, own.kind) = (Form::Quotation, AttributionType::Communication, Kind::Direct);
    statement.kind = super::settle::kind(syntax, &statement.content);
    Some(own)
}
