//! Offices that stand right before a name, or behind one, and are not its bearer's: that of whom an aide serves, of a house that nobody
//! knows, of a chief who is none of a body, of an officer whom a list does not name.
//!
//! In comes the place of an office or a name, out comes yes or no, and the holding of the only name before an office of several. This
//! module never looks for an office that somebody holds.

use std::ops::Range;

use super::{Held, Reader};
use crate::lexicon::{Class, Cue};
use crate::mention::Kind;
use crate::ontology::{NodeKind, Office};

/// Words in the name of a house.
const HOUSES: &[Class] = &[Class::ParliamentWord, Class::BodyNoun];

impl Reader<'_, '_, '_> {
    /// "the Chief of Staff to the President of the Senate, A", "Adviser to the Speaker Ms. B": whether an office at a place is that of somebody
    /// whom the one named serves.
    pub(super) fn is_of_whom_staff_serves(&self, at: usize) -> bool {
        let to = (at.saturating_sub(2)..at)
            .rev()
            .find(|b| !self.is(*b, Class::Article));
        to.filter(|b| self.is(*b, Class::To)).is_some_and(|to| {
            let near = (to.saturating_sub(8)..to).rev();
            // "The Chief of Staff handed a letter to the Speaker A": what is done stands between.
            let part = |b: &usize| {
                let item = self.item(*b);
                item.is_some_and(|i| {
                    let words = &self.mentions.words;
                    let capital = words.at(i.words.start).token.shape.is_capital();
                    capital
                        || i.is_any(&[Class::Of, Class::On, Class::And, Class::Article])
                        || words.are_cue(&i.words, Cue::Aide)
                })
            };
            let apart = |b: &usize| self.mark(*b, ',') || self.person(*b).is_some();
            let comma = self.mark(at + 1, ',');
            let mut near = near.take_while(|b| !apart(b) && (comma || part(b)));
            near.any(|b| self.is_cue(b, Cue::Aide))
        })
    }

    /// "Deputies A and B, C, an aide to the Speaker, told": whether the name of a place is that of an aide, who has none of the offices of a list.
    pub(super) fn is_aide(&self, name: usize) -> bool {
        let article = self.mark(name + 1, ',') && self.says(name + 2, &["a", "an", "the"]);
        article && (name + 3..name + 5).any(|n| self.is_cue(n, Cue::Aide))
    }

    /// "Speaker A from the Tarn Province Assembly": whether a house behind a name that no table knows is the one of the Speaker before it.
    pub(super) fn is_from_elsewhere(&self, office: usize, behind: usize) -> bool {
        /// So many words may name the house.
        const LONG: usize = 5;
        let words = &self.mentions.words;
        let presides = self.mentions.offices.get(office).is_some_and(|o| {
            o.bare() && (o.can_be(words, Office::Speaker) || o.can_be(words, Office::DeputySpeaker))
        });
        let from = self.past(behind + 1, &[Class::Article]);
        let part = |n: &usize| {
            self.item(*n).is_some_and(|i| {
                let capital = words.at(i.words.start).token.shape.is_capital();
                matches!(i.kind, Kind::Plain(_)) && capital && i.state().is_none()
            })
        };
        let house = |n: usize| {
            self.is_any(n, HOUSES) || self.is_cue(n, Cue::Constituency) || self.says(n, &["State"])
        };
        let mut name = (from..from + LONG).take_while(part);
        presides && self.is(behind, Class::From) && name.any(house)
    }

    /// "the Speakers of the Parliament of A, B, of the Tarn Parliament, C": whether words between two names of a list tell of a house of the second.
    pub(super) fn is_of_another_house(&self, between: Range<usize>) -> bool {
        let of = |n: usize| self.is(n, Class::Of) && !self.mark(n + 1, ',');
        let named = |n: usize| self.is_any(n, HOUSES) || self.body(n).is_some();
        between.clone().any(of)
            && between.clone().any(named)
            && !between.clone().any(|n| self.office(n).is_some())
    }

    /// "the Chairman of the Committee A, the Deputy Chairman B": the office that says of what a deputy right behind its holder is one.
    pub(super) fn chair_before(&self, at: usize, office: usize) -> Option<usize> {
        let words = &self.mentions.words;
        let deputy = self.mentions.offices.get(office)?;
        let text = words.small(&deputy.title);
        let chairs = deputy.bare() && !deputy.plural && text.contains("chair");
        let deputy = chairs && deputy.can_be(words, Office::DeputyChair);
        let article = at
            .checked_sub(1)
            .filter(|b| deputy && self.is(*b, Class::Article))?;
        let comma = article
            .checked_sub(1)
            .filter(|b| self.mark(*b, ',') || self.is(*b, Class::And))?;
        let name = comma.checked_sub(1).filter(|b| self.person(*b).is_some())?;
        let owner = self.office(name.checked_sub(1)?)?;
        let chair = self
            .mentions
            .offices
            .get(owner)
            .filter(|o| o.can_be(words, Office::Chair))?;
        let mut bodies = chair
            .bodies
            .iter()
            .filter_map(|b| self.mentions.bodies.get(*b));
        bodies
            .any(|b| b.kind == NodeKind::Commission)
            .then_some(owner)
    }

    /// "A, ABCD Chairman in Office, Minister of B": the place behind an office of letters that nobody knows, where another one follows.
    pub(super) fn past_office_of_letters(&self, at: usize) -> usize {
        let unknown = self.are_letters(at) && self.office(at + 1).is_some();
        let next = self.past(at + 3, &[Class::Article]);
        let another = self.mark(at + 2, ',') && self.office(next).is_some();
        if unknown && another && self.person(next + 1).is_none() {
            next
        } else {
            at
        }
    }

    /// "the candidature of Chief A for the presidency": whether a title is that of a traditional ruler, who is chief of no body.
    pub(super) fn is_chief(&self, office: usize) -> bool {
        let words = &self.mentions.words;
        let title = self.mentions.offices.get(office).map(|o| &o.title);
        title.is_some_and(|t| words.text_of(t) == "Chief")
    }

    /// "with A, Speakers of the Senate of B, C, Speaker of D, and E, Speaker of F": whether an office of several stands behind one name, and each
    /// of those behind it has an office of its own. It is that of the one before then.
    pub(super) fn is_behind_its_one(&mut self, at: usize, office: usize) -> bool {
        let (people, _) = self.list(self.past(at + 2, &[Class::Article]));
        let own = |(name, _): &(usize, usize)| {
            let title = self.past(name + 2, &[Class::Article]);
            let own = self.office(title).filter(|o| !self.plural(*o));
            self.mark(name + 1, ',') && own.is_some()
        };
        let others = !people.is_empty() && people.iter().all(own);
        let Some(name) = at.checked_sub(2).filter(|n| self.mark(n + 1, ',')) else {
            return false;
        };
        let Some(person) = self.person(name).filter(|_| self.plural(office) && others) else {
            return false;
        };
        if self.list_before(name).len() < 2 {
            self.push(
                person,
                Held::office(office),
                name..at + 1,
                "office-after-name",
            );
        }
        true
    }

    /// "by Prime Minister A, the Speaker of B, and the Foreign Minister.", "with President A, the Speaker, several ministers": whether an office
    /// behind the name of somebody whose own stands before it is that of the next of a list of people whom nobody names.
    pub(super) fn is_next_unnamed(&self, name: usize, start: usize, office: usize) -> bool {
        let definite = self.is(start, Class::Article) && self.is_titled(name);
        let more = self.past(office + 2, &[Class::And]);
        let some = ["several", "some", "various", "members", "other", "others"];
        let next = self.past(more, &[Class::Article]);
        let another = next > more && self.office(next).is_some_and(|o| !self.plural(o));
        let closed = self
            .item(next + 1)
            .is_none_or(|i| i.is_mark('.') || i.is_mark(';') || i.is_mark(','));
        let list = another && closed || self.says(more, &some);
        definite && self.mark(office + 1, ',') && list && self.named_behind(next + 1).is_none()
    }

    /// "A MP, B MP, the Secretary General of C and other officials": one more of the list, whom nobody names.
    pub(super) fn is_one_of_others(&self, name: usize, start: usize, office: usize) -> bool {
        let others = self.is(office + 1, Class::And) && self.says(office + 2, &["other", "others"]);
        others && self.is(start, Class::Article) && self.is_listed(name)
            || self.is_next_unnamed(name, start, office)
    }

    /// Whether another name stands before a name, with nothing but letters and commas between.
    fn is_listed(&self, name: usize) -> bool {
        let joins =
            |n: &usize| self.mark(*n, ',') || self.office(*n).is_some_and(|o| self.post_nominal(o));
        let before = (0..name).rev().find(|n| !joins(n));
        before.is_some_and(|b| b + 1 < name && self.person(b).is_some())
    }
}
