//! The cast as the article's readers see it: those who speak, with role, organisation and mentions.

use super::name::Sort;
use super::roster::Id;
use super::scene::Scene;
use super::{Cast, Member};
use crate::text::Run;

impl Scene<'_, '_> {
    /// Keeps those who speak, in the order of their first mention.
    pub(super) fn cast(mut self) -> Cast {
        let mut speaks = vec![false; self.roster.people.len()];
        for id in self.of.iter().flatten() {
            speaks[*id as usize] = true;
        }
        self.mentions.retain(|&(id, _)| speaks[id as usize]);
        let place = |id: Id, run: Run| u64::from(id) << 32 | u64::from(run.start);
        self.mentions.sort_unstable_by_key(|&(id, run)| (place(id, run), std::cmp::Reverse(run.end)));
        let mut mentions = Vec::with_capacity(self.mentions.len());
        let mut members: Vec<(Id, Member)> = Vec::new();
        for of_one in self.mentions.chunk_by(|a, b| a.0 == b.0) {
            let start = mentions.len();
            let mut reach = 0;
            for &(_, run) in of_one.iter().filter(|(_, run)| !run.is_empty()) {
                if run.start >= reach {
                    mentions.push(run);
                    reach = run.end;
                }
            }
            members.push((of_one[0].0, self.member(of_one[0].0, start..mentions.len())));
        }
        members.sort_unstable_by_key(|(id, member)| (mentions.get(member.mentions.start).copied(), *id));
        let mut place = vec![None; self.roster.people.len()];
        for ((id, _), at) in members.iter().zip(0_u32..) {
            place[*id as usize] = Some(at);
        }
        let of: Vec<Option<u32>> = self.of.iter().map(|id| id.and_then(|id| place[id as usize])).collect();
        Cast {
            members: members.into_iter().map(|(_, member)| member).collect(),
            mentions,
            of,
            reached: self.reached,
        }
    }

    fn member(&self, id: Id, mentions: std::ops::Range<usize>) -> Member {
        let person = &self.roster.people[id as usize];
        let place = person.role.or((!person.named).then_some(person.name));
        Member {
            name: person.name,
            role: person.role.map(|role| self.without_article(role)),
            organization: place.and_then(|run| self.organization(run)),
            anonymous: person.anonymous,
            mentions,
        }
    }

    fn without_article(&self, role: Run) -> Run {
        let article = ["the", "a", "an"].iter().any(|w| self.page.word_is(role.first(), w));
        Run::new(role.first() + usize::from(article && role.len() > 1), role.stop())
    }

    /// The first name within a role that is no person's.
    fn organization(&self, run: Run) -> Option<Run> {
        let first = self.names.partition_point(|n| n.run.stop() <= run.first());
        let inside = self.names[first..]
            .iter()
            .zip(&self.linked[first..])
            .take_while(|(n, _)| n.run.first() < run.stop());
        inside
            .filter(|(n, id)| n.sort == Sort::Organization && id.is_some() && n.run.stop() <= run.stop())
            .map(|(n, _)| n.run)
            .next()
    }
}
