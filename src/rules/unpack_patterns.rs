//! Reads the patterns of a built-in rule set, packed by `pack_patterns.rs` in the build script.

use super::pattern::{Element, Parser, Pattern, TermSet, Test};
use crate::packed::{Reader, WHOLE};

/// The patterns of a rule set that are not yet read, with the parts that they are made of.
pub(super) struct Patterns {
    parts: Vec<Element>,
    rest: Reader,
}

impl Patterns {
    /// Reads what comes before the patterns: words, sets, parts.
    pub fn of(mut packed: Reader, parser: &mut Parser) -> Result<Self, String> {
        let terms = (0..packed.short()).map(|_| parser.term(packed.text())).collect::<Result<Vec<_>, _>>()?;
        let mut members = Vec::new();
        for number in 0..packed.short() {
            members.clear();
            members.extend((0..packed.short()).map(|_| terms[packed.short()]));
            parser.sets.push(TermSet::of(number, &mut members));
        }
        let parts = (0..packed.short()).map(|_| {
            let [what, optional] = packed.take();
            let number = packed.short();
            let test = match what {
                0 => Test::Word(parser.sets[number].clone()),
                1 => Test::OtherWord(parser.sets[number].clone()),
                2 => Test::Adverbs,
                3 => Test::Gap(u8::try_from(number).expect(WHOLE)),
                4 => Test::Start,
                _ => Test::End,
            };
            Element { test, optional: optional != 0 }
        });
        let parts = parts.collect();
        Ok(Patterns { parts, rest: packed })
    }

    /// The patterns under the next key, `any`, `all` or `none`, of the next rule.
    pub fn next(&mut self) -> Vec<Pattern> {
        let count = self.rest.short();
        let Patterns { parts, rest } = self;
        let mut pattern = || Pattern::of((0..rest.short()).map(|_| parts[rest.short()].clone()));
        (0..count).map(|_| pattern()).collect()
    }
}
