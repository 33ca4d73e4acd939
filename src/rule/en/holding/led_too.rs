//! Who leads a delegation, told by the way: "is going to Oslo as head of the delegation", "A and the delegation he leads", "A, the lawmaker at the head
//! of the Kenyan delegation", "the Kenyan delegation was led by A, and the Ghanaian one by B".
//!
//! In comes the place of a word, out come the holdings of those who lead. This module never guesses between two who may.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::ontology::Office;

/// How many items before such words the name may stand, or the verb of the clause before.
const REACH: usize = 14;

impl Reader<'_, '_, '_> {
    /// Reads such words that begin at a place.
    pub(super) fn led_by_the_way(&mut self, at: usize) {
        self.as_leader(at);
        let found = self
            .which_one_leads(at)
            .or_else(|| self.apposed_at_head(at))
            .or_else(|| self.led_as_the_other(at));
        if let Some((name, place)) = found
            && let Some(person) = self.person(name)
        {
            let cover = name.min(place)..name.max(place) + 1;
            self.delegation_led(&[person], (self.sentence, place), &cover);
        }
    }

    /// "A is going to Oslo as head of the delegation of the Parliament of B": the only one named before.
    fn as_leader(&mut self, at: usize) {
        if !self.is(at, Class::As) {
            return;
        }
        let title = self.past(at + 1, &[Class::Article]);
        let Some(office) = self.office(title) else {
            return;
        };
        let leads = self.mentions.offices.get(office).is_some_and(|o| {
            // "of observers": of no house that sends anybody.
            let own = !o.plural && !o.former && !o.foreign;
            // "head of a delegation", "leader of the Mexican delegation".
            let sent = || self.mentions.words.small(&o.words).contains(" delegation");
            own && (o.can_be(&self.mentions.words, Office::HeadOfDelegation) || sent())
        });
        let goes = [Class::Travel, Class::Visit];
        let goes = (at.saturating_sub(REACH)..at).any(|n| self.is_any(n, &goes));
        let mut named = (0..at).filter_map(|n| self.person(n));
        if let (true, true, Some(person), None) = (leads, goes, named.next(), named.next()) {
            // The verb between the two tells the journey, and is none of the office.
            let cover = at..title + 1;
            self.push(person, Held::office(office), cover, "office-after-name");
        }
    }

    /// "A and the delegation he leads": the name and the word for the delegation.
    fn which_one_leads(&self, at: usize) -> Option<(usize, usize)> {
        let leads = ["leads", "led", "heads", "headed"];
        let says = self.is(at + 1, Class::He) && self.says(at + 2, &leads);
        if !self.is(at, Class::Delegation) || !says {
            return None;
        }
        let article = at.checked_sub(1).filter(|b| self.is(*b, Class::Article))?;
        let and = article.checked_sub(1).filter(|b| self.is(*b, Class::And))?;
        let name = and.checked_sub(1)?;
        self.person(name).map(|_| (name, at))
    }

    /// "A, the lawmaker at the head of the Kenyan delegation": the name and the word for the delegation.
    fn apposed_at_head(&self, at: usize) -> Option<(usize, usize)> {
        if !self.says(at, &["at the head of"]) {
            return None;
        }
        let quiet =
            |n: &usize| self.person(*n).is_none() && !self.is_any(*n, &[Class::Be, Class::Say]);
        let mut behind = (at + 1..at + 6).take_while(quiet);
        let place = behind.find(|n| self.is(*n, Class::Delegation))?;
        let article = (at.saturating_sub(3)..at)
            .rev()
            .find(|b| self.is(*b, Class::Article))?;
        let comma = article.checked_sub(1).filter(|b| self.mark(*b, ','))?;
        let name = comma.checked_sub(1)?;
        let apposed = article + 1 < at && self.person(name).is_some();
        apposed.then_some((name, place))
    }

    /// "..., and the Ghanaian one by B", "..., and the Ghanaian delegation by B", "..., and that of Ghana by B": the name, and the word that stands for the delegation.
    fn led_as_the_other(&self, at: usize) -> Option<(usize, usize)> {
        if !self.is(at, Class::By) {
            return None;
        }
        let state = |n: usize| self.item(n).is_some_and(|i| i.state().is_some());
        let stands = |n: usize| self.says(n, &["one"]) || self.is(n, Class::Delegation);
        let one = at
            .checked_sub(1)
            .filter(|n| stands(*n) && state(n.wrapping_sub(1)));
        let that = at
            .checked_sub(3)
            .filter(|n| self.says(*n, &["that"]) && self.is(n + 1, Class::Of) && state(at - 1));
        let place = one.or(that)?;
        let before = place.saturating_sub(REACH)..place;
        let led = before.clone().any(|n| self.is(n, Class::LedBy));
        let sent = (0..place).any(|n| self.is(n, Class::Delegation));
        let (name, _, _) = self.titles(at + 1);
        (led && sent && self.person(name).is_some()).then_some((name, place))
    }
}
