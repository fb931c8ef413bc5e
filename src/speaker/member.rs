//! The cast as the article's readers see it: those who speak, with role, organisation and mentions.

use super::name::Sort;
use super::person::Id;
use super::scene::Scene;
use super::{Cast, Member};
use crate::arena::List;
use crate::text::Run;

impl<'t> Scene<'_, 't> {
    /// Keeps those who speak, in the order of their first mention.
    pub(super) fn cast(self) -> Cast<'t> {
        let (arena, people) = (self.page.text.arena, self.roster.people.len());
        let speaks = arena.alloc_slice_fill_copy(people, false);
        for id in self.of.iter().flatten() {
            speaks[*id as usize] = true;
        }
        let counts = arena.alloc_slice_fill_copy(people, 0_u32);
        for &(id, _) in self.mentions.iter().filter(|(id, _)| speaks[*id as usize]) {
            counts[id as usize] += 1;
        }
        // each one's in a row, in the order in which they were settled
        let mut ends = List::with_capacity_in(people, arena);
        let mut total = 0;
        for &count in &*counts {
            ends.push(total);
            total += count as usize;
        }
        let settled = arena.alloc_slice_fill_copy(total, Run::default());
        for &(id, run) in self.mentions.iter().filter(|(id, _)| speaks[*id as usize]) {
            settled[ends[id as usize]] = run;
            ends[id as usize] += 1;
        }
        let mut mentions = List::with_capacity_in(total, arena);
        let mut members: List<'_, (Id, Member)> = List::with_capacity_in(people, arena);
        for (id, (&count, &end)) in (0..).zip(counts.iter().zip(&ends)).filter(|(_, (count, _))| **count > 0)
        {
            let runs = &mut settled[end - count as usize..end];
            // nearly always in order already
            runs.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end)));
            let start = mentions.len();
            let mut reach = 0;
            for &run in runs.iter().filter(|run| !run.is_empty()) {
                if run.start >= reach {
                    mentions.push(run);
                    reach = run.end;
                }
            }
            members.push((id, self.member(id, start..mentions.len())));
        }
        members.sort_unstable_by_key(|(id, member)| (mentions.get(member.mentions.start).copied(), *id));
        let place = arena.alloc_slice_fill_copy(people, None);
        for ((id, _), at) in members.iter().zip(0_u32..) {
            place[*id as usize] = Some(at);
        }
        for speaker in self.of.iter_mut() {
            *speaker = speaker.and_then(|id| place[id as usize]);
        }
        Cast {
            members: List::from_iter_in(members.into_iter().map(|(_, member)| member), arena),
            mentions,
            of: self.of,
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
