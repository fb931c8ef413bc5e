//! Contract: in a text of several parts, a name is one speaker, at the place of its first mention;
//! its mentions are in order.

use super::{Article, Maybe};

impl Article<'_> {
    /// Makes one speaker of those with the same name and kind, which different parts have.
    pub(crate) fn join_speakers(&mut self) {
        let text = self.text;
        let name = |article: &Self, i: u32| {
            let row = &article.speakers[i as usize];
            (row.name.of(text), row.kind)
        };
        let all = 0..self.speakers.len() as u32;
        let mut by_name: Vec<u32> = all.clone().filter(|&i| self.speakers[i as usize].named).collect();
        by_name.sort_unstable_by(|&a, &b| name(self, a).cmp(&name(self, b)).then(a.cmp(&b)));
        // for each speaker the first one of its name
        let mut first: Vec<u32> = all.collect();
        let mut rest = &by_name[..];
        while let Some(&one) = rest.first() {
            let (same, others) = rest.split_at(rest.partition_point(|&i| name(self, i) <= name(self, one)));
            rest = others;
            if same.len() > 1 {
                for &i in same {
                    first[i as usize] = one;
                }
                self.join(same);
            }
        }
        drop(by_name);
        self.keep_first(first);
    }

    /// Makes the first of these speakers all of them.
    fn join(&mut self, same: &[u32]) {
        let start = self.spans.len() as u32;
        let mut joined = self.speakers[same[0] as usize].clone();
        let (mut role, mut organization) = (None, None);
        for &i in same {
            let row = self.speakers[i as usize].clone();
            if role.is_none() {
                (role, organization) = (row.role(&self.spans), row.organization(&self.spans));
            }
            joined.gender = joined.gender.or(row.gender);
            let mentions = row.mentions.0 as usize..(row.mentions.0 + row.mentions.1) as usize;
            self.spans.extend_from_within(mentions);
        }
        joined.mentions = (start, self.spans.len() as u32 - start);
        (joined.has.role, joined.has.organization) = (role.is_some(), organization.is_some());
        self.spans.extend(role.into_iter().chain(organization));
        self.speakers[same[0] as usize] = joined;
    }

    /// Drops all speakers but the `first` of each name; statements refer to that one.
    fn keep_first(&mut self, mut first: Vec<u32>) {
        let mut kept = first.iter().zip(0..).map(|(&one, i)| one == i);
        self.speakers.retain(|_| kept.next().unwrap_or(false));
        // from here on, the new index of each speaker
        let mut count = 0;
        for i in 0..first.len() {
            let one = first[i] as usize;
            first[i] = if one == i { count } else { first[one] };
            count += u32::from(one == i);
        }
        for row in &mut self.statements {
            row.speaker = Maybe::of(row.speaker.get().map(|speaker| first[speaker as usize]));
        }
    }
}
