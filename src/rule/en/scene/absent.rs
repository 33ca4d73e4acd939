//! Who is only spoken of in a sentence: those on whose invitation or behalf something happens, owners, those who are invited.
//!
//! In comes a chunk, out comes whether its people were there. This module never says who acts.

use super::Scene;
use crate::lexicon::Class;

impl Scene<'_, '_, '_, '_> {
    /// Whether the people of a chunk are only spoken of, or held office in the past only: "under the late Prime Minister A".
    pub(in crate::rule::en) fn absent(&self, chunk: usize) -> bool {
        let of_the_past = !self.people(chunk).is_empty()
            && self.people(chunk).iter().all(|p| self.facts.is_former(*p));
        of_the_past || self.is_spoken_of(chunk) || self.could_not_come(chunk)
    }

    /// "the Speaker, A, who was unavailable for travel", "A, who was unable to attend": whether a relative clause says that somebody did not come.
    fn could_not_come(&self, chunk: usize) -> bool {
        let away = ["unavailable", "unable", "absent", "prevented"];
        let who = chunk + 1 + usize::from(self.mark(chunk + 1, ','));
        let clause = || (who + 1..who + 4).any(|n| self.says(n, &away));
        // "who was absent last year": not this time.
        let before = || (who + 1..who + 7).any(|n| self.says(n, &["last", "last year", "year"]));
        !self.people(chunk).is_empty() && self.is(who, Class::Who) && clause() && !before()
    }

    /// Whether the people of a chunk are only spoken of: those on whose invitation or behalf something happens, the owner
    /// of something that is no meeting, those who report.
    pub(in crate::rule::en) fn is_spoken_of(&self, chunk: usize) -> bool {
        let owner = self.mark(chunk + 1, '’')
            && !(chunk + 2..chunk + 5).any(|n| {
                self.is_any(
                    n,
                    &[
                        Class::MeetingNoun,
                        Class::CallNoun,
                        Class::Host,
                        Class::Guest,
                        Class::Counterpart,
                    ],
                )
            });
        let agency = self.has(Class::Agency)
            && (chunk.saturating_sub(4)..chunk).any(|n| {
                self.is(n, Class::Agency)
                    && (n + 1..chunk).all(|m| {
                        self.is_any(
                            m,
                            &[Class::Of, Class::By, Class::From, Class::To, Class::Article],
                        )
                    })
            });
        let behalf = (chunk.saturating_sub(3)..chunk)
            .rev()
            .find(|n| !self.is_any(*n, &[Class::Article, Class::Current, Class::Address]))
            .and_then(|n| self.item(n))
            .is_some_and(|i| i.is(Class::By) && i.words.len() > 1);
        // "invited A to visit": who is asked to come another time.
        let mut before = chunk;
        while before > 0
            && self.is_any(
                before - 1,
                &[Class::Article, Class::Current, Class::Address, Class::His],
            )
        {
            before -= 1;
        }
        let invited = before > 0
            && self.says(before - 1, &["invited", "invites", "inviting", "invite"])
            && (chunk + 1..chunk + 4).any(|n| self.is(n, Class::To));
        // "represented Speaker A at the session": who is represented is not there.
        let represented =
            before > 0 && self.says(before - 1, &["represented", "representing", "represents"]);
        let discussed = self.is_discussed(before);
        represented || owner || agency || behalf || invited || discussed || self.is_relation(chunk)
    }

    /// "discussed the visit of the President, A, to Riga": whether those who stand from a chunk on make the visit of which others speak.
    fn is_discussed(&self, first: usize) -> bool {
        /// How many chunks before the visit the verb may stand: "discussed in detail the results of the recent visit".
        const NEAR: usize = 8;
        let of = first.checked_sub(1).filter(|n| self.is(*n, Class::Of));
        let visit = of.and_then(|n| n.checked_sub(1));
        let Some(visit) = visit.filter(|n| self.is(*n, Class::VisitNoun)) else {
            return false;
        };
        let near = (visit.saturating_sub(NEAR)..visit).rev();
        let mut near = near.take_while(|n| self.people(*n).is_empty());
        near.any(|n| self.is(n, Class::Discuss))
    }
}
