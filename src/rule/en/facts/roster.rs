//! Rosters: who is named as a member of a delegation or as the company of somebody.
//!
//! In come the sentences of an article, out come lists of people with the one whom they accompany and the state that sent
//! them, where the words say so. This module never gives anybody a state, an office or a meeting.

use std::ops::Range;

use super::super::holding::Held;
use super::Facts;
use crate::lexicon::Class;
use crate::mention::{Item, Zone};
use crate::ontology::StateCode;

/// How many items behind a word of company the one accompanied may stand.
const NEAR: usize = 5;

/// People who are named as members or companions.
#[derive(Debug, Clone)]
pub(in crate::rule::en) struct Roster {
    /// The sentence that names them.
    pub sentence: usize,
    /// The items that name them.
    pub items: Range<usize>,
    /// Whom they accompany, where the sentence says so.
    pub head: Option<usize>,
    /// The state that sent them, where the sentence says so.
    pub sender: Option<StateCode>,
    /// They themselves.
    pub members: Vec<usize>,
}

/// Where a sentence names companions, and of whom.
struct Opening {
    items: Range<usize>,
    head: Option<usize>,
}

impl Facts<'_, '_> {
    /// The rosters of an article, in the order of the text.
    pub(super) fn find_rosters(&self) -> Vec<Roster> {
        let mut found: Vec<Roster> = Vec::new();
        let mut open = false;
        for (sentence, items) in self.mentions.items.iter().enumerate() {
            let zone = self.mentions.words.sentences.get(sentence).map(|s| s.zone);
            let opening = self.opening(sentence, items);
            let listed = open && zone == Some(Zone::Item);
            let (opening, sender) = match (opening, listed, found.last()) {
                (Some(opening), _, _) => (opening, self.sender(items)),
                (None, true, Some(before)) => {
                    let head = before.head;
                    let items = 0..items.len();
                    (Opening { items, head }, before.sender)
                }
                _ => {
                    open = false;
                    continue;
                }
            };
            if !listed {
                open = items.last().is_some_and(|i| i.is_mark(':'));
            }
            let named = items.get(opening.items.clone()).unwrap_or_default();
            let mut members: Vec<usize> = named
                .iter()
                .filter_map(|i| self.people.of(i.person()?))
                .collect();
            members.retain(|m| Some(*m) != opening.head);
            found.push(Roster {
                sentence,
                items: opening.items,
                head: opening.head,
                sender,
                members,
            });
        }
        found
    }

    /// Where a sentence names companions.
    fn opening(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        self.escorts(items, sentence)
            .or_else(|| self.inverted(items, sentence))
            .or_else(|| self.belonging(items))
            .or_else(|| self.others(sentence, items))
            .or_else(|| self.comprised(items))
    }

    /// "A and B accompany the Speaker", "the following deputies will accompany the Speaker: A and B".
    fn escorts(&self, items: &[Item<'_>], sentence: usize) -> Option<Opening> {
        if let Some(opening) = self.adjective(items) {
            return Some(opening);
        }
        let verb = (0..items.len()).find(|n| {
            let passive = || (n + 1..n + 5).any(|m| items.get(m).is_some_and(|i| i.is(Class::By)));
            items.get(*n).is_some_and(|i| i.is(Class::Escort)) && !passive()
        })?;
        let (head, behind) = self.accompanied(items, verb + 1, sentence)?;
        if let Some(colon) =
            (behind..items.len()).find(|n| items.get(*n).is_some_and(|i| i.is_mark(':')))
        {
            let items = colon + 1..items.len();
            return Some(Opening { items, head });
        }
        let quiet = |n: &usize| {
            items
                .get(*n)
                .is_some_and(|i| !i.is_any(&[Class::Say, Class::Meet, Class::Receive]))
        };
        let first = (0..verb).rev().take_while(quiet).last()?;
        let named = items.get(first..verb)?.iter().any(|i| i.person().is_some());
        named.then_some(Opening {
            items: first..verb,
            head,
        })
    }

    /// "the accompanying MPs are A and B".
    fn adjective(&self, items: &[Item<'_>]) -> Option<Opening> {
        let plural = |i: &Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.plural)
        };
        let at = (0..items.len()).find(|n| {
            items.get(*n).is_some_and(|i| i.is(Class::Escort))
                && items.get(n + 1).is_some_and(plural)
        })?;
        let be = (at + 2..at + 5).find(|n| {
            items
                .get(*n)
                .is_some_and(|i| i.is_any(&[Class::Be, Class::Future]))
        })?;
        let end = list_end(items, be + 1);
        let named = items
            .get(be + 1..end)?
            .iter()
            .take(3)
            .any(|i| i.person().is_some());
        named.then_some(Opening {
            items: be + 1..end,
            head: None,
        })
    }

    /// "With the Speaker came A and B", "Accompanying him are A and B".
    fn inverted(&self, items: &[Item<'_>], sentence: usize) -> Option<Opening> {
        let opens = [Class::With, Class::Escort, Class::Comprise];
        let word =
            (0..items.len().min(3)).find(|n| items.get(*n).is_some_and(|i| i.is_any(&opens)))?;
        let (head, behind) = self.accompanied(items, word + 1, sentence)?;
        let verb = (behind..behind + 8).find(|n| {
            items
                .get(*n)
                .is_some_and(|i| i.is_any(&[Class::Be, Class::Travel, Class::Future]))
        })?;
        let free = items
            .get(behind..verb)?
            .iter()
            .all(|i| i.person().is_none() && !i.is_mark(','));
        let end = list_end(items, verb + 1);
        let named = items
            .get(verb + 1..end)?
            .iter()
            .any(|i| i.person().is_some());
        (free && named).then_some(Opening {
            items: verb + 1..end,
            head,
        })
    }

    /// "A and B belong to it, too", "A, B and C make up the delegation", "A and B travel as part of C's delegation".
    fn belonging(&self, items: &[Item<'_>]) -> Option<Opening> {
        let at = (1..items.len()).find(|n| {
            let next = items
                .get(n + 1..(n + 7).min(items.len()))
                .unwrap_or_default();
            items.get(*n).is_some_and(|i| i.is(Class::Belong))
                && next
                    .iter()
                    .any(|i| i.is_any(&[Class::It, Class::Delegation, Class::Company]))
        })?;
        let before = items.get(..at)?;
        let starts = before.iter().take(5).any(|i| i.person().is_some());
        let acts = [
            Class::Say,
            Class::Meet,
            Class::Receive,
            Class::Who,
            Class::Visit,
        ];
        let owner = items.get(at + 1..)?.iter().take(6);
        let head = owner.into_iter().find_map(|i| self.people.of(i.person()?));
        (starts && !before.iter().any(|i| i.is_any(&acts)))
            .then_some(Opening { items: 0..at, head })
    }

    /// "They are A and B", "The other members are A and B", behind a sentence that speaks of a delegation.
    fn others(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let they = items.first().is_some_and(|i| i.is(Class::They));
        let others = ["others", "other members", "other", "remaining", "rest"];
        let words = &self.mentions.words;
        let rest = items.iter().take(4).any(|i| words.say(&i.words, &others));
        if !they && !rest {
            return None;
        }
        let verb = (1..7).find(|n| {
            items
                .get(*n)
                .is_some_and(|i| i.is_any(&[Class::Be, Class::Comprise]))
        })?;
        let before = items.get(..verb)?.iter().any(|i| i.person().is_some());
        let end = list_end(items, verb + 1);
        let behind = items.get(verb + 1..end)?;
        let starts = behind.iter().take(4).any(|i| i.person().is_some());
        let told = (sentence.saturating_sub(2)..sentence).any(|s| {
            self.mentions
                .items
                .get(s)
                .is_some_and(|i| self.speaks_of_group(i))
        });
        (!before && starts && told).then_some(Opening {
            items: verb + 1..end,
            head: None,
        })
    }

    /// Whether a sentence speaks of a delegation or of several members.
    fn speaks_of_group(&self, items: &[Item<'_>]) -> bool {
        items.iter().any(|i| {
            let several = i.office().and_then(|o| self.mentions.offices.get(o));
            i.is_any(&[Class::Delegation, Class::Company]) || several.is_some_and(|o| o.plural)
        })
    }

    /// "accompanied by A and B", "the delegation includes A and B", "in the delegation are A and B".
    fn comprised(&self, items: &[Item<'_>]) -> Option<Opening> {
        let sent = items
            .iter()
            .any(|i| i.is_any(&[Class::Delegation, Class::It]));
        let verb = |n: &usize| {
            items.get(*n).is_some_and(|i| {
                // "was accompanied in the conversation by": to a meeting, not on a journey.
                let to_meeting = || {
                    (n + 1..n + 5).any(|m| {
                        items
                            .get(m)
                            .is_some_and(|i| i.is_any(&[Class::MeetingNoun, Class::CallNoun]))
                    })
                };
                i.lists_company(items.get(n + 1))
                    && !to_meeting()
                    && (i.is(Class::Accompany) || sent || i.words.len() > 1 || *n == 0)
            })
        };
        let from = (0..items.len())
            .find(verb)
            .or_else(|| self.at_delegation(items))?;
        let before = items.get(..from)?;
        let head = before
            .iter()
            .rev()
            .find_map(|i| self.people.of(i.person()?));
        Some(Opening {
            items: from..items.len(),
            head,
        })
    }

    /// "In the delegation are A and B", "the delegation, among them A and B", "a delegation of Senators A and B".
    fn at_delegation(&self, items: &[Item<'_>]) -> Option<usize> {
        let offices = &self.mentions.offices;
        let several = |i: &Item<'_>| {
            let office = i.office().and_then(|o| offices.get(o));
            office.is_some_and(|o| o.plural)
        };
        let place = delegation_word(items)?;
        let free = (place + 1..items.len())
            .take_while(|n| items.get(*n).is_some_and(|i| i.person().is_none()))
            .count();
        let names = (place + 1..(place + 2 + free.min(12)).min(items.len())).find(|n| {
            items.get(*n).is_some_and(|i| {
                let listing = ["among them", "including", "namely"];
                self.mentions.words.say(&i.words, &listing)
                    || i.is(Class::Be)
                        && items.get(n + 1).is_some_and(|b| {
                            b.person().is_some() || b.office().is_some() || b.honorific().is_some()
                        })
            })
        });
        let near = items
            .get(place..(place + 8).min(items.len()))
            .unwrap_or_default();
        let attends = items.iter().any(|i| i.is(Class::Attend));
        names.or_else(|| (near.iter().any(several) && !attends).then_some(place))
    }

    /// The one accompanied, who is named behind a place, by name, office or pronoun, and the place behind; the person is
    /// none where only the words show that somebody is.
    fn accompanied(
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
            if item.is(Class::He) || item.is(Class::They) {
                return Some((self.last_named_before(sentence), n + 1));
            }
            if item.is(Class::Delegation) {
                return Some((None, n + 1));
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

    /// The person who is named last before a sentence.
    fn last_named_before(&self, sentence: usize) -> Option<usize> {
        let start = self.mentions.words.sentences.get(sentence)?.words.start;
        let named = self.mentions.people.iter().enumerate().rev();
        let mut before = named.filter(|(_, m)| m.words.start < start);
        before.find_map(|(n, _)| self.people.of(n))
    }

    /// The person of whom an office of the same class was told last before a mention of it without a name.
    fn holder_before(&self, office: usize) -> Option<usize> {
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
            Held::OfficeLike { .. } | Held::Leads { .. } | Held::HeadsDelegation { .. } => false,
        };
        let last = self.holdings.iter().rfind(holds)?;
        self.people.of(last.person)
    }
}

/// The place behind a list of companions that begins at an item: the end of the sentence, or the verb of what they do.
fn list_end(items: &[Item<'_>], from: usize) -> usize {
    let ends = [Class::Meet, Class::Receive, Class::CallOn, Class::Say];
    (from..items.len())
        .find(|n| items.get(*n).is_some_and(|i| i.is_any(&ends)))
        .unwrap_or(items.len())
}

/// The place of the first word for a delegation: the word itself, or one such as "group" behind the name of a state.
pub(super) fn delegation_word(items: &[Item<'_>]) -> Option<usize> {
    (0..items.len()).find(|n| {
        let sent = || {
            let before = n.checked_sub(1).and_then(|b| items.get(b));
            before.is_some_and(|b| b.state().is_some())
        };
        items
            .get(*n)
            .is_some_and(|i| i.is(Class::Delegation) || i.is(Class::Company) && sent())
    })
}
