//! Contract: in a text of several parts, a name is one speaker, at the place of its first mention;
//! its mentions are in order.

use super::Article;

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
        by_name.sort_by(|&a, &b| name(self, a).cmp(&name(self, b)).then(a.cmp(&b)));
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
        self.keep_first(&first);
    }

    /// Makes the first of these speakers all of them.
    fn join(&mut self, same: &[u32]) {
        let start = self.spans.len() as u32;
        let mut joined = self.speakers[same[0] as usize].clone();
        for &i in same {
            let row = &self.speakers[i as usize];
            let range = row.mentions.start as usize..row.mentions.end as usize;
            if joined.role.is_none() {
                (joined.role, joined.organization) = (row.role, row.organization);
            }
            joined.gender = joined.gender.or(row.gender);
            self.spans.extend_from_within(range);
        }
        joined.mentions = start..self.spans.len() as u32;
        self.speakers[same[0] as usize] = joined;
    }

    /// Drops all speakers but the `first` of each name; statements refer to that one.
    fn keep_first(&mut self, first: &[u32]) {
        let mut kept = Vec::with_capacity(first.len());
        let mut count = 0;
        for (i, &one) in first.iter().enumerate() {
            let is_first = one as usize == i;
            kept.push(if is_first { count } else { kept[one as usize] });
            count += u32::from(is_first);
        }
        let mut is_first = first.iter().enumerate().map(|(i, &one)| one as usize == i);
        self.speakers.retain(|_| is_first.next().unwrap_or(false));
        for row in &mut self.statements {
            row.speaker = row.speaker.map(|speaker| kept[speaker as usize]);
        }
    }
}
