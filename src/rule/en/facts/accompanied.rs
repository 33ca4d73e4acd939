//! Whom the members of a roster accompany: "accompanying the Speaker", "travelled with him".
//!
//! In comes the place behind a word of company, out comes the person. This module never says who the companions are.

use super::super::gender::by_name;
use super::super::holding::Held;
use super::Facts;
use crate::lexicon::Class;
use crate::mention::{Item, OfficeMention};

/// How many items behind a word of company the one accompanied may stand.
const NEAR: usize = 5;

/// Words behind which somebody is named whom a sentence is not about.
const PREPOSITIONS: &[Class] = &[
    Class::Of,
    Class::With,
    Class::By,
    Class::To,
    Class::From,
    Class::In,
    Class::Between,
    Class::Preposition,
];

impl Facts<'_, '_> {
    /// The one accompanied, who is named behind a place, by name, office or pronoun, and the place behind; the person is
    /// none where only the words show that somebody is.
    pub(super) fn accompanied(
        &self,
        items: &[Item<'_>],
        from: usize,
        sentence: usize,
    ) -> Option<(Option<usize>, usize)> {
        for n in from..(from + NEAR).min(items.len()) {
            let item = items.get(n)?;
            if let Some(person) = item.person() {
                return Some((self.people.of(person), n + 1));
            }
            // "travelled with her.": no possessive, since nothing stands behind that she might own.
            let her = item.is(Class::His)
                && items
                    .get(n + 1)
                    .is_none_or(|i| i.is_mark('.') || i.is_mark(',') || i.is(Class::Be));
            if item.is(Class::He) || item.is(Class::They) || her {
                // "A had at his side B and C, who travelled with him".
                let relative = (from.saturating_sub(3)..from)
                    .any(|b| items.get(b).is_some_and(|i| i.is(Class::Who)));
                let mut named = items.get(..from)?.iter();
                let first = named.find_map(|i| self.people.of(i.person()?));
                let head = first.filter(|_| relative);
                return Some((head.or_else(|| self.topic_before(sentence)), n + 1));
            }
            if item.is_any(&[Class::Delegation, Class::It]) {
                return Some((None, n + 1));
            }
            // "Accompanying the guest were A and B".
            if item.is_any(&[Class::Guest, Class::Host]) {
                let abroad = item.is(Class::Guest);
                return Some((self.side_before(sentence, abroad), n + 1));
            }
            let named_next = items.get(n + 1).is_some_and(|i| i.person().is_some())
                || items.get(n + 1).is_some_and(|i| i.is_mark(','))
                    && items.get(n + 2).is_some_and(|i| i.person().is_some());
            if let Some(office) = item.office()
                && !named_next
            {
                return Some((self.holder_before(office), n + 1));
            }
            let passed = item.office().is_some()
                || item.is_mark(',')
                || item.is_any(&[Class::Article, Class::His, Class::Current]);
            if !passed {
                return None;
            }
        }
        None
    }

    /// The guest or the host of whom the sentences before speak: the one named last whose office is of another state than the one
    /// in a city of which the sentence before tells of something, else than the one from which the article comes, or of that state.
    fn side_before(&self, sentence: usize, abroad: bool) -> Option<usize> {
        let before = self.mentions.items.get(sentence.checked_sub(1)?)?;
        let inside = |n: usize| before.get(n - 1).is_some_and(|i| i.is(Class::In));
        let city = |n: usize| {
            let item = before.get(n).filter(|_| inside(n))?;
            super::dateline::state_of_city(self.mentions, item)
        };
        let there = (1..before.len()).find_map(city);
        let home = there.or(self.home)?;
        let earlier = self
            .mentions
            .items
            .get(sentence.saturating_sub(4)..sentence)?;
        let mut named = earlier.iter().rev().flat_map(|items| items.iter().rev());
        named.find_map(|i| {
            let person = self.people.of(i.person()?)?;
            let state = self.state_in_office(person).or(self.state_of(person))?;
            ((state != home) == abroad).then_some(person)
        })
    }

    /// "At A's side were", "On the side of the Speaker were": the one at whose side companions are who are named behind, and the
    /// place of the verb before them.
    pub(super) fn at_side(&self, items: &[Item<'_>]) -> Option<(usize, usize)> {
        let words = &self.mentions.words;
        let side = (2..items.len().min(7)).find(|n| {
            let own = items.get(n - 1).is_some_and(|i| i.is_mark('’'));
            own && items
                .get(*n)
                .is_some_and(|i| words.say(&i.words, &["side", "company"]))
        })?;
        let opens = items
            .first()
            .is_some_and(|i| words.say(&i.words, &["at", "by", "in"]));
        let be = items
            .get(side + 1)
            .is_some_and(|i| i.is_any(&[Class::Be, Class::Travel]));
        let owner = items.get(side - 2)?;
        let named = owner.person().and_then(|p| self.people.of(p));
        let person = named.or_else(|| self.holder_before(owner.office()?))?;
        (opens && be).then_some((person, side + 1))
    }

    /// The one of whom the sentences before a sentence speak: the first whom the nearest of them names, by name or by an
    /// office, other than behind a preposition.
    pub(super) fn topic_before(&self, sentence: usize) -> Option<usize> {
        let earlier = self.mentions.items.get(..sentence)?;
        // "President Ana A welcomed the group, chaired by Senator Paul B. He was accompanied by": no pronoun for her.
        let opening = self.mentions.items.get(sentence)?.iter().take(3);
        let mut opening = opening.map(|i| self.mentions.words.small(&i.words));
        let hers = opening.find_map(|text| match text.as_ref() {
            "he" | "him" => Some(false),
            "she" | "her" => Some(true),
            _ => None,
        });
        let Some(hers) = hers else {
            return self.topic_of(earlier);
        };
        let found = self.topic_of(earlier);
        if found.is_none_or(|p| self.is_woman(p) != Some(!hers)) {
            return found;
        }
        let last = earlier
            .last()?
            .iter()
            .filter_map(|i| self.people.of(i.person()?));
        let mut last = last.filter(|p| self.is_woman(*p) != Some(!hers));
        last.next().filter(|_| last.next().is_none()).or(found)
    }

    /// Whether somebody's name is a woman's, as far as it shows.
    fn is_woman(&self, person: usize) -> Option<bool> {
        let mention = self.people.entities.get(person)?.mentions.first()?;
        by_name(self.mentions, *mention)
    }

    /// The first whom the last of some sentences that names somebody names, other than behind a preposition.
    fn topic_of(&self, earlier: &[Vec<Item<'_>>]) -> Option<usize> {
        earlier.iter().rev().take(4).find_map(|items| {
            (0..items.len()).find_map(|n| {
                let item = items.get(n)?;
                let before = items.get(..n)?.iter().rev();
                // "At the invitation of Speaker A": the title belongs to the name.
                let own = |i: &Item<'_>| i.office().is_some() && item.person().is_some();
                let before = before
                    .into_iter()
                    .find(|i| !i.is_any(&[Class::Article, Class::Current]) && !own(i));
                let governed = before.is_some_and(|i| i.is_any(PREPOSITIONS));
                let named = |m: usize| items.get(m).is_some_and(|i| i.person().is_some());
                let holder = || {
                    let office = item.office().filter(|_| !named(n + 1) && !named(n + 2))?;
                    self.holder_before(office)
                };
                let person = item.person().and_then(|p| self.people.of(p));
                person.or_else(holder).filter(|_| !governed)
            })
        })
    }

    /// The person of whom an office of the same class was told last before a mention of it without a name.
    pub(super) fn holder_before(&self, office: usize) -> Option<usize> {
        let words = &self.mentions.words;
        let wanted = self.mentions.offices.get(office)?;
        let start = wanted.words.start;
        let classes: Vec<_> = wanted
            .titles(words)
            .iter()
            .filter_map(|t| t.office)
            .collect();
        let holds = |h: &&super::Holding| match h.held {
            Held::Office { mention, .. } | Held::OfficeOf { mention, .. } => {
                let told = self.mentions.offices.get(mention);
                told.is_some_and(|o| {
                    o.words.start < start && classes.iter().any(|c| o.can_be(words, *c))
                })
            }
            Held::OfficeLike { .. }
            | Held::Leads { .. }
            | Held::SitsIn { .. }
            | Held::HeadsDelegation { .. } => false,
        };
        // Of several who hold such an office, the one who is called by the same title; of several of these none.
        let title = |office: &OfficeMention| words.small(&office.title);
        let called = |h: &&super::Holding| match h.held {
            Held::Office { mention, .. } | Held::OfficeOf { mention, .. } => {
                let told = self.mentions.offices.get(mention);
                told.is_some_and(|o| title(o) == title(wanted))
            }
            _ => false,
        };
        let person = |h: &super::Holding| self.people.of(h.person);
        let mut all = self.holdings.iter().filter(holds).peekable();
        let first = person(all.peek()?)?;
        if all.all(|h| person(h) == Some(first)) {
            return Some(first);
        }
        let mut same = self.holdings.iter().filter(holds).filter(called);
        let one = person(same.next()?)?;
        same.all(|h| person(h) == Some(one)).then_some(one)
    }
}
