//! Descriptions that wait for a name.

use super::key::Key;
use super::model::Id;
use crate::text::Run;

/// How many descriptions can wait for a name at a time.
const WAITING: usize = 6;

/// A description of an entity whose name is not known so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unnamed {
    pub id: Id,
    pub role: Key,
    pub run: Run,
    pub head: usize,
    pub sentence: usize,
    pub block: usize,
}

/// The latest descriptions that have no name so far.
#[derive(Default)]
pub(super) struct Waiting {
    list: [Option<Unnamed>; WAITING],
    next: usize,
}

impl Waiting {
    pub fn push(&mut self, unnamed: Unnamed) {
        self.list[self.next] = Some(unnamed);
        self.next = (self.next + 1) % WAITING;
    }

    pub fn iter(&self) -> impl Iterator<Item = &Unnamed> {
        self.list.iter().flatten()
    }

    /// Takes out the descriptions that `ends` accepts.
    pub fn take(&mut self, ends: impl Fn(&Unnamed) -> bool) -> [Option<Unnamed>; WAITING] {
        let mut taken = [None; WAITING];
        for (place, taken) in self.list.iter_mut().zip(&mut taken) {
            if place.as_ref().is_some_and(&ends) {
                *taken = place.take();
            }
        }
        taken
    }
}
