//! Compares spans as sets of words, so that a quotation mark or a comma at an edge makes no
//! difference.

use crate::Span;

/// The positions of the words of a text: runs of letters and digits.
pub struct Words {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

/// The indices of words, in order.
pub type WordSet = Vec<usize>;

impl Words {
    pub fn of(text: &str) -> Self {
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        let mut inside = false;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            let word = c.is_alphanumeric() || c == '_';
            match (inside, word) {
                (false, true) => starts.push(at),
                (true, false) => ends.push(at),
                _ => {}
            }
            inside = word;
        }
        Words { starts, ends }
    }

    /// The words that the spans overlap.
    pub fn under(&self, spans: &[Span]) -> WordSet {
        let mut words = Vec::new();
        for span in spans {
            let first = self.ends.partition_point(|&end| end <= span.start());
            let last = self.starts.partition_point(|&start| start < span.end());
            words.extend(first..last.max(first));
        }
        words.dedup();
        words
    }
}

/// The Jaccard index: the size of the intersection divided by the size of the union.
pub fn jaccard(a: &[usize], b: &[usize]) -> f64 {
    let both = a.iter().filter(|word| b.contains(word)).count();
    let either = a.len() + b.len() - both;
    if either == 0 { 0.0 } else { share(both, either) }
}

/// `part` divided by `whole`.
pub fn share(part: usize, whole: usize) -> f64 {
    // counts of words and statements are far below 2^52, so the conversion is exact
    #[allow(clippy::cast_precision_loss)]
    let (part, whole) = (part as f64, whole as f64);
    part / whole
}
