//! Times several ways to do something in turn on the same blocks of text, and compares them block
//! by block, so that a change of the processor's speed does not count as a difference.

use std::time::Instant;

use cpu_time::ProcessTime;

type Run<'a> = dyn FnMut(&[String]) + 'a;

/// A way to do something with the articles of a block.
pub struct Way<'a> {
    name: String,
    run: Box<Run<'a>>,
}

impl<'a> Way<'a> {
    pub fn new(name: impl Into<String>, run: impl FnMut(&[String]) + 'a) -> Self {
        Self { name: name.into(), run: Box::new(run) }
    }
}

/// Nanoseconds a byte, for each block.
pub struct Times {
    pub name: String,
    /// by the clock
    pub elapsed: Vec<f64>,
    /// of all processors together
    pub processor: Vec<f64>,
}

/// Runs every way once on each block. The first block only warms up.
pub fn in_turn(mut ways: Vec<Way<'_>>, blocks: impl Iterator<Item = Vec<String>>) -> Vec<Times> {
    let names = ways.iter().map(|way| way.name.clone());
    let mut times: Vec<_> =
        names.map(|name| Times { name, elapsed: Vec::new(), processor: Vec::new() }).collect();
    for (number, block) in blocks.enumerate() {
        let bytes = block.iter().map(String::len).sum::<usize>();
        for turn in 0..ways.len() {
            // another one begins each time, with the block in nobody's cache
            let at = (turn + number) % ways.len();
            let (start, processor) = (Instant::now(), ProcessTime::now());
            (ways[at].run)(&block);
            let (elapsed, processor) = (start.elapsed(), processor.elapsed());
            if number > 0 {
                times[at].elapsed.push(elapsed.as_secs_f64() * 1e9 / bytes as f64);
                times[at].processor.push(processor.as_secs_f64() * 1e9 / bytes as f64);
            }
        }
    }
    times
}

/// The median and the limits of the middle half.
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl Spread {
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let at = |quarter: usize| values[(values.len() - 1) * quarter / 4];
        Self { low: at(1), median: at(2), high: at(3) }
    }

    /// How many times `b` each value of `a` is.
    pub fn of_ratios(a: &[f64], b: &[f64]) -> Self {
        Self::of(a.iter().zip(b).map(|(a, b)| a / b))
    }

    /// "1.25 (1.21 to 1.30)"
    pub fn shown(&self) -> String {
        format!("{:.2} ({:.2} to {:.2})", self.median, self.low, self.high)
    }
}

/// Megabytes a second, from nanoseconds a byte.
pub fn megabytes_a_second(nanoseconds: &[f64]) -> String {
    let rate = Spread::of(nanoseconds.iter().map(|time| 1e3 / time)).median;
    if rate < 100.0 { format!("{rate:.1}") } else { format!("{rate:.0}") }
}
