//! Offices of several that stand at some distance before their holders: "The following deputies will accompany A: B and C", "Members of
//! Parliament including A and B".
//!
//! In comes the place of an office of several, out come the holdings of the names that the sentence lists behind it. This module never reads
//! names that stand right behind an office.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::Kind;

impl Reader<'_, '_, '_> {
    /// "Among those invited by the Speakers of A were B and C": whether the office of a place is told as who has done something.
    fn is_governed_by_agent(&self, at: usize) -> bool {
        let before = (at.saturating_sub(2)..at)
            .rev()
            .find(|n| !self.is(*n, Class::Article));
        before.is_some_and(|n| self.is(n, Class::By))
    }

    /// "Two members of the Group travelled with him, A and B.", "ambassadors accredited to C: A and B": a few words stand
    /// between the office of several and a list of names.
    pub(super) fn at_a_distance(&mut self, at: usize, office: usize) {
        let invite = self.is_governed_by_agent(at);
        let sent = || self.are_sent(at, office);
        if !self.plural(office) || invite || self.belongs_to_name_before(at) || sent() {
            return;
        }
        let plain = |n: usize| {
            self.item(n)
                .is_some_and(|i| matches!(i.kind, Kind::Plain(_) | Kind::Mark('-')))
        };
        let comma = (at + 2..at + 7).find(|n| self.mark(*n, ','));
        let comma = comma.filter(|c| (at + 1..*c).all(plain));
        let colon = self.opening_mark(at);
        // "Among the Members who make up the delegation are A and B."
        let be =
            || (at + 1..at + 20).find(|n| self.is(*n, Class::Be) && self.list(n + 1).0.len() > 1);
        let be = be().filter(|b| (at + 1..*b).all(plain));
        // "Members of Parliament including A, B and C".
        let next = at + 1 + usize::from(self.mark(at + 1, ','));
        let naming = self
            .says(next, &["including", "namely", "such as", "among them"])
            .then_some(next);
        // "Five members of the Senate, among them A, B and C": two words.
        let among = self.says(next, &["among"]) && self.says(next + 1, &["them", "whom"]);
        let naming = naming.or(among.then_some(next + 1));
        let Some(opens) = colon.or(naming).or(comma).or(be) else {
            return;
        };
        // "were the MPs: Mr. A – Vice-President of B, Ms. C and Ms. D": all who are named behind the colon, whatever else they are.
        let all = self.named_from(opens + 1);
        let (people, end) = if colon == Some(at + 1) && self.list(opens + 1).0.len() < 2 {
            all
        } else {
            self.counted(at, self.list(opens + 1))
        };
        let closed = colon.is_some() || naming.is_some() || self.closes_list(opens, end);
        if !closed || people.len() < 2 {
            return;
        }
        let own = people.into_iter();
        let people = own.take_while(|(at, _)| !self.is_one_more(*at));
        let people: Vec<(usize, usize)> = people.collect();
        if self.leaves_open(office, people.len()) {
            return;
        }
        let shares = self.shares(office, people.len());
        for (n, (_, person)) in people.into_iter().enumerate() {
            let held = Held::Office {
                mention: office,
                share: shares.then_some(n),
            };
            self.push(person, held, opens + 1..end, "offices-before-names");
        }
    }

    /// Whether a list between two places is over behind the second: "A; B; and C, who chairs D.", where what is told of the last one closes it too.
    fn closes_list(&self, opens: usize, end: usize) -> bool {
        let clause = self.mark(end, ',') && self.is(end + 1, Class::Who);
        let semicolons = (opens..end).filter(|n| self.mark(*n, ';')).count();
        clause || semicolons > 1 || self.item(end).is_none_or(|i| i.is_mark('.'))
    }

    /// "The following deputies will accompany A: B and C", "those who travel with A – B and C": the place of the colon or dash behind an office of
    /// several; the one accompanied may be named between.
    fn opening_mark(&self, at: usize) -> Option<usize> {
        let escorts = (at + 1..at + 6).any(|n| self.is(n, Class::Escort));
        let quiet = |n: &usize| {
            let other = self
                .item(*n)
                .is_some_and(|i| i.office().is_some() || i.person().is_some());
            (escorts || !other) && !self.mark(*n, '.') && !self.mark(*n, ';')
        };
        let mut near = (at + 1..at + 16).take_while(quiet);
        near.find(|n| [':', '–', '—'].iter().any(|m| self.mark(*n, *m)))
    }

    /// "Representatives from the other side were A and B": whether an office of several at a place is none of members of a house.
    fn are_sent(&self, at: usize, office: usize) -> bool {
        let title = self.mentions.offices.get(office).map(|o| &o.title);
        let sent = title.is_some_and(|t| {
            let text = self.mentions.words.text_of(t);
            text.eq_ignore_ascii_case("representatives")
        });
        sent && self.is(at + 1, Class::From)
    }

    /// The names from a place on to the end of the sentence, each with its place, and where the last one ends.
    fn named_from(&self, from: usize) -> (Vec<(usize, usize)>, usize) {
        let people: Vec<(usize, usize)> = (from..self.items.len())
            .filter_map(|n| Some((n, self.person(n)?)))
            .collect();
        let end = people.last().map_or(from, |(at, _)| at + 1);
        (people, end)
    }
}
