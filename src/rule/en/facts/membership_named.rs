//! Members of a delegation who are named beside its word: in brackets, in a clause about it, behind how many it has.
//!
//! In comes a sentence, out come the items that name them. This module never reads what they do.

use super::Facts;
use super::membership::named_after;
use super::opening::Opening;
use super::roster::MEETS;
use crate::lexicon::Class;
use crate::mention::Item;
use crate::ontology::NodeKind;

impl Facts<'_, '_> {
    /// "The delegation, of which A, B and C are members", "in which there were A and B".
    pub(super) fn of_which(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let which = (2..items.len()).find(|n| {
            let sent = items.get(n.saturating_sub(8)..*n);
            let sent = sent.is_some_and(|s| s.iter().any(|i| i.is(Class::Delegation)));
            let before = items.get(n - 1);
            let inside = before.is_some_and(|i| i.is_any(&[Class::Of, Class::In, Class::To]));
            let which = items.get(*n);
            sent && inside && which.is_some_and(|i| words.say(&i.words, &["which", "whom"]))
        })?;
        let verb = (which + 1..items.len()).find(|n| {
            let verbs = [Class::Be, Class::Belong];
            items.get(*n).is_some_and(|i| i.is_any(&verbs))
        })?;
        let before = Opening {
            items: which + 1..verb,
            head: None,
        };
        let named = items.get(which + 1..verb)?.iter();
        let several = named.filter(|i| i.person().is_some()).count();
        if several > 0 {
            let part = [
                "members",
                "part",
                "a part",
                "also members",
                "belong",
                "belonged",
            ];
            let is = self.behind_phrase(items, verb + 1, &part);
            return is.map(|_| before);
        }
        named_after(items, verb + 1)
    }

    /// "The delegation (A, B and C) stayed": several in brackets right behind the word.
    pub(super) fn bracketed(&self, items: &[Item<'_>]) -> Option<Opening> {
        let open = (1..items.len()).find(|n| {
            let before = items.get(n - 1);
            items.get(*n).is_some_and(|i| i.is_mark('('))
                && before.is_some_and(|i| i.is(Class::Delegation))
        })?;
        let close =
            (open + 1..items.len()).find(|n| items.get(*n).is_some_and(|i| i.is_mark(')')))?;
        let without = items.get(open + 1);
        let words = &self.mentions.words;
        if without.is_some_and(|i| words.say(&i.words, &["without", "except", "minus"])) {
            return None;
        }
        let named = items.get(open + 1..close)?.iter();
        (named.filter(|i| i.person().is_some()).count() > 1).then_some(Opening {
            items: open + 1..close,
            head: None,
        })
    }

    /// "The friendship group gave a dinner. Its members are A and B": whether a sentence goes on about a group of which the one before speaks, and
    /// which travels nowhere.
    pub(super) fn goes_on_about_group(&self, sentence: usize, items: &[Item<'_>]) -> bool {
        let words = &self.mentions.words;
        let its = items.first().is_some_and(|i| {
            i.is(Class::It) || words.say(&i.words, &["its", "its members", "its other members"])
        });
        let before = sentence
            .checked_sub(1)
            .and_then(|s| self.mentions.items.get(s))
            .filter(|_| its);
        let Some(before) = before else { return false };
        let travels = [
            Class::Delegation,
            Class::VisitNoun,
            Class::Visit,
            Class::Travel,
        ];
        let group = |i: &Item<'_>| {
            let body = i.body().and_then(|b| self.mentions.bodies.get(b));
            let commission = body.is_some_and(|b| b.kind == NodeKind::Commission);
            let nouns = [
                "government",
                "leadership",
                "cabinet",
                "group",
                "committee",
                "friendship group",
                "commission",
            ];
            commission || words.say(&i.words, &nouns) || i.is(Class::BodyNoun)
        };
        before.iter().any(group) && !before.iter().any(|i| i.is_any(&travels))
    }

    /// "It sent four of its members, namely A and B", "It has four members: A and B".
    pub(super) fn sent_some(&self, items: &[Item<'_>]) -> Option<Opening> {
        let it = self.behind_group(items, 0)?;
        let verb = self.behind_phrase(items, it, &["sent", "has", "had", "numbers"])?;
        let words = &self.mentions.words;
        let members = (verb..verb + 6).find(|n| {
            let item = items.get(*n);
            item.is_some_and(|i| {
                words.say(&i.words, &["members", "its members", "persons", "people"])
            })
        })?;
        let opens = (members + 1..items.len()).find(|n| {
            let item = items.get(*n);
            item.is_some_and(|i| {
                i.is_mark(':') || i.is_mark('–') || words.say(&i.words, &["namely"])
            })
        })?;
        let quiet = |i: &Item<'_>| i.person().is_none() && !i.is_any(MEETS);
        let free = items.get(..opens)?.iter().all(quiet);
        named_after(items, opens + 1).filter(|_| free)
    }
}
