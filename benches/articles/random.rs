//! Numbers that look random and are the same in every run.

/// `SplitMix64`, a small generator that is good enough to choose words.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        scrambled(self.0)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        ((self.next() >> 32) as usize * end) >> 32
    }

    /// True in `percent` of a hundred calls.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// As `one_of`, but those from `favourite` on come more often than the others.
    pub fn one_often<'a, T>(&mut self, list: &'a [T], favourite: usize) -> &'a T {
        let farthest = self.below(list.len()) + 1;
        &list[(favourite + self.below(farthest)) % list.len()]
    }
}

/// A number that seems to have nothing to do with `n`.
pub fn scrambled(n: u64) -> u64 {
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}
