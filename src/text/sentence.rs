//! Contract: every token belongs to exactly one sentence; sentences are in order and never cross a block.

use super::Run;
use super::layout::Layout;
use super::token::{Kind, Token};
use crate::lexicon::Lexicon;

/// The sentences of a text, as runs of tokens in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentences {
    pub runs: Vec<Run>,
}

impl Sentences {
    pub fn of(_source: &str, tokens: &[Token], layout: &Layout, _lexicon: &Lexicon) -> Self {
        let mut runs = Vec::new();
        for block in &layout.blocks {
            let mut start = block.run.first();
            for i in block.run.indices() {
                let ends = matches!(tokens[i].kind, Kind::Stop | Kind::Question | Kind::Exclamation);
                if ends || i + 1 == block.run.stop() {
                    runs.push(Run::new(start, i + 1));
                    start = i + 1;
                }
            }
        }
        Sentences { runs }
    }

    /// The index of the sentence that holds `token`.
    pub fn at(&self, token: usize) -> usize {
        self.runs.partition_point(|run| run.stop() <= token)
    }
}
