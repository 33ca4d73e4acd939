//! Which of those named in the sentence before is the guest of whom a roster tells: "The visiting Speaker was accompanied by A".
//!
//! In comes a sentence, out comes a person, or whether those whom it lists were sent to the one named before them. This module never says who the
//! companions are.

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

/// Whether something that is wanted stands between the last word for a delegation before an item, or right before it, and the item.
pub(super) fn delegation_tells(
    items: &[Item<'_>],
    from: usize,
    wanted: impl Fn(&Item<'_>) -> bool,
) -> bool {
    /// How many items before the word its state may stand: "a Kenyan parliamentary delegation".
    const NEAR: usize = 3;
    let before = items.get(..from).unwrap_or_default();
    let word = before.iter().rposition(|i| i.is(Class::Delegation));
    let near = word.and_then(|w| before.get(w.saturating_sub(NEAR)..));
    near.unwrap_or_default().iter().any(wanted)
}

/// "A received a delegation of B comprising C and D": whether those who are listed from an item on were sent to whoever is named before them, who
/// is no head of theirs.
pub(super) fn meets_those_sent(items: &[Item<'_>], from: usize) -> bool {
    let before = items.get(..from).unwrap_or_default();
    let Some(person) = before.iter().rposition(|i| i.person().is_some()) else {
        return false;
    };
    let between = before.get(person + 1..).unwrap_or_default();
    let meets = [Class::Meet, Class::Receive, Class::MeetingNoun];
    let leads = [Class::Lead, Class::LedBy, Class::Travel, Class::His];
    let Some(verb) = between.iter().position(|i| i.is_any(&meets)) else {
        return false;
    };
    let sent = between.get(verb..).unwrap_or_default();
    let led = between.iter().any(|i| i.is_any(&leads));
    sent.iter().any(|i| i.is(Class::Delegation)) && !led
}

/// "a delegation of B, led by C, comprising": whether nothing but whose the delegation is and who leads it stands between its word and a list.
pub(super) fn is_of_delegation(items: &[Item<'_>], from: usize) -> bool {
    let before = items.get(..from).unwrap_or_default();
    let Some(word) = before.iter().rposition(|i| i.is(Class::Delegation)) else {
        return false;
    };
    let links = [
        Class::Of,
        Class::From,
        Class::Article,
        Class::LedBy,
        Class::Number,
    ];
    let mut between = before.get(word + 1..).unwrap_or_default().iter();
    between.all(|i| {
        let named = i.body().is_some()
            || i.state().is_some()
            || i.person().is_some()
            || i.office().is_some();
        let mark = [',', '(', ')'].iter().any(|m| i.is_mark(*m));
        named || mark || i.is_any(&links) || i.honorific().is_some()
    })
}
