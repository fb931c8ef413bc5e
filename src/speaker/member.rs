//! The cast as the article's readers see it: those who speak, with role, organisation and mentions.

use std::collections::HashMap;

use super::name::Sort;
use super::roster::Id;
use super::scene::Scene;
use super::{Cast, Member};
use crate::text::Run;

impl Scene<'_, '_> {
    /// Keeps those who speak, in the order of their first mention.
    pub(super) fn cast(self) -> Cast {
        let mut speakers: Vec<Id> = self.of.iter().flatten().copied().collect();
        speakers.sort_unstable();
        speakers.dedup();
        let mut members: Vec<(Id, Member)> = speakers.into_iter().map(|id| (id, self.member(id))).collect();
        members.sort_by_key(|(id, member)| (member.mentions.first().copied(), *id));
        let place: HashMap<Id, u32> = members.iter().zip(0..).map(|((id, _), at)| (*id, at)).collect();
        let of = self.of.iter().map(|id| id.and_then(|id| place.get(&id).copied())).collect();
        Cast { members: members.into_iter().map(|(_, member)| member).collect(), of, reached: self.reached }
    }

    fn member(&self, id: Id) -> Member {
        let person = &self.roster.people[id as usize];
        let mut mentions = person.mentions.clone();
        mentions.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end)));
        let mut reach = 0;
        mentions.retain(|run| {
            let disjoint = run.start >= reach;
            reach = reach.max(run.end);
            disjoint
        });
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
