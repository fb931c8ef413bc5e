//! Contract: measures the URL, e-mail address, handle or host name that starts at a letter, without
//! the punctuation of the surrounding sentence.

use super::scanner::Scanner;
use crate::lexicon::Class;

impl Scanner<'_> {
    /// The length of `@ana_ruiz`, which starts here.
    pub(super) fn handle(&self) -> usize {
        let name = self.bytes[self.at + 1..].iter();
        1 + name.take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count()
    }

    /// The length of the URL, e-mail address, handle or host name that starts here.
    pub(super) fn address(&self) -> Option<usize> {
        let rest = &self.bytes[self.at..];
        let word = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let next = rest.get(word).copied().unwrap_or(0);
        let start = &rest[..word];
        let is_url = (next == b':' && rest[word..].starts_with(b"://"))
            || (next == b'.' && start.eq_ignore_ascii_case(b"www"));
        let has_mail_or_host = || {
            let run = rest
                .iter()
                .take(254)
                .take_while(|&&b| {
                    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'@' | b'+' | b'/')
                })
                .count();
            let run = trim_stops(&rest[..run]);
            if !rest[..run].contains(&b'.') {
                return None;
            }
            let piece = &self.text[self.at..self.at + run];
            let host = piece.split('/').next().unwrap_or(piece);
            let last = host.rsplit('.').next().unwrap_or(host);
            let known = self.lexicon.classes(self.lexicon.id(last)).has(Class::Domain);
            // "ended.It began": a capital after lower case begins a sentence
            let run_on = |w: &[u8]| w[0].is_ascii_lowercase() && w[1] == b'.' && w[2].is_ascii_uppercase();
            let labels = host.split('.').count();
            let known = known && (labels > 2 || !host.as_bytes().windows(3).any(run_on));
            (piece.contains('@') && host.contains('.') || known && last != host).then_some(run)
        };
        if is_url {
            let run =
                rest.iter().take_while(|&&b| b > b' ' && !matches!(b, b'"' | b'<' | b'>' | 0x80..)).count();
            Some(trim_stops(&rest[..run]))
        } else if matches!(next, b'.' | b'@' | b'_' | b'-' | b'+')
            && rest.get(word + 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            has_mail_or_host()
        } else {
            None
        }
    }
}

/// `run` without the punctuation that belongs to the sentence.
fn trim_stops(run: &[u8]) -> usize {
    let mut end = run.len();
    while end > 1
        && matches!(run[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'' | b'-' | b'/')
    {
        end -= 1;
    }
    end
}
