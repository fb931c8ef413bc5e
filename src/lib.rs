//! Who said what in a news article, and what kind of statement is it?
#![forbid(unsafe_code)]
#![allow(dead_code)]

mod attribution;
mod category;
mod lexicon;
mod rules;
mod span;
mod speaker;
mod text;

pub use attribution::Kind;
pub use span::Span;

#[cfg(test)]
mod tests {
    #[test]
    fn toks() {
        let t = std::env::var("T").unwrap_or("The U.S. said “it’s O’Hara’s,” didn't go. See www.x.com. Ünïcode café’s J. Smith Inc. 30.03.2022 continued.The -- Log Out /  Change )".into());
        let t: &'static str = t.leak();
        let text = crate::text::Text::read(t, crate::lexicon::Lexicon::built_in());
        for (i, k) in text.tokens.iter().enumerate() {
            println!("{:?} {:?} {:?}", text.word(i), k.kind, k.gap);
        }
    }
}
