//! Which of those named in the sentence before is the guest of whom a roster tells: "The visiting Speaker was accompanied by A".
//!
//! In comes a sentence, out comes a person. This module never says who the companions are.

use super::super::holding::Held;
use super::Facts;
use crate::lexicon::Class;
use crate::mention::Item;

impl Facts<'_, '_> {
    /// "A held talks with B. The visiting Speaker": the one named last in the sentence before who holds an office like one without name.
    pub(super) fn guest_of(&self, sentence: usize, office: usize) -> Option<usize> {
        let words = &self.mentions.words;
        let wanted = self.mentions.offices.get(office)?;
        let before = self.mentions.items.get(sentence.checked_sub(1)?)?;
        let holds = |person: usize| {
            self.holdings.iter().any(|h| {
                let (Held::Office { mention, .. } | Held::OfficeOf { mention, .. }) = h.held else {
                    return false;
                };
                let office = self.mentions.offices.get(mention);
                let alike = office.is_some_and(|o| {
                    let mut titles = o.titles(words).into_iter().filter_map(|t| t.office);
                    titles.any(|class| wanted.can_be(words, class))
                });
                self.people.of(h.person) == Some(person) && alike
            })
        };
        let named = before.iter().rev();
        let mut named = named.filter_map(|i| self.people.of(i.person()?));
        named.find(|p| holds(*p))
    }

    /// "A received B. The visitor was accompanied by": the one who is received in the sentence before, where some items speak of one guest.
    pub(super) fn guest_before(&self, sentence: usize, items: &[Item<'_>]) -> Option<usize> {
        let words = &self.mentions.words;
        let one = items
            .iter()
            .any(|i| i.is(Class::Guest) && !words.text_of(&i.words).ends_with('s'));
        let before = self.mentions.items.get(sentence.checked_sub(1)?)?;
        let verb = before
            .iter()
            .position(|i| i.is_any(&[Class::Receive, Class::CallOn]))
            .filter(|_| one)?;
        let passive = verb
            .checked_sub(1)
            .and_then(|b| before.get(b))
            .is_some_and(|i| i.is(Class::Be));
        let calls = before.get(verb).is_some_and(|i| i.is(Class::CallOn));
        let side = if passive || calls {
            before.get(..verb)?
        } else {
            before.get(verb + 1..)?
        };
        side.iter().find_map(|i| self.people.of(i.person()?))
    }
}
