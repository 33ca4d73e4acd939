//! Where a sentence begins to name the members of a delegation or the company of somebody, in the ways in which that is told:
//! "accompanied by A", "A accompanies B", "with B came A", "A belongs to the delegation", "they are A and B".
//!
//! In comes a sentence, out come the items that name them and whom they accompany. This module never says for whom anybody acts.

use std::ops::Range;

use super::Facts;
use super::listing::list_end;
use crate::lexicon::Class;
use crate::mention::Item;

/// How the verbs begin before which the members of a delegation stand: "A and B make up the delegation".
const MAKE_UP: &[&str] = &["make up the", "made up the", "formed the", "complete"];

/// Where a sentence names companions, and of whom.
pub(super) struct Opening {
    /// The items that name them.
    pub items: Range<usize>,
    /// Whom they accompany, where the words say so.
    pub head: Option<usize>,
}

impl Facts<'_, '_> {
    /// Where a sentence names companions.
    pub(super) fn opening(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        self.beside_guest(sentence, items)
            .or_else(|| self.escorts(items, sentence))
            .or_else(|| self.members_before(items))
            .or_else(|| self.members_led(items))
            .or_else(|| self.inverted(items, sentence))
            .or_else(|| self.belonging(items))
            .or_else(|| self.travelled_with(items))
            .or_else(|| self.others(sentence, items))
            .or_else(|| self.beside(sentence, items))
            .or_else(|| self.comprised(sentence, items))
            .or_else(|| self.led_together(items))
            .or_else(|| self.visitors_are(items))
            .or_else(|| self.guests_named(sentence, items))
            .or_else(|| self.announced(sentence, items))
            .or_else(|| self.membership(sentence, items))
    }

    /// "A and B accompany the Speaker", "the following deputies will accompany the Speaker: A and B".
    fn escorts(&self, items: &[Item<'_>], sentence: usize) -> Option<Opening> {
        if let Some(opening) = self.adjective(items, sentence) {
            return Some(opening);
        }
        let verb = (0..items.len()).find(|n| {
            let passive = || (n + 1..n + 5).any(|m| items.get(m).is_some_and(|i| i.is(Class::By)));
            items.get(*n).is_some_and(|i| i.is(Class::Escort)) && !passive()
        })?;
        if let Some(opening) = self.brought(items, verb, sentence) {
            return Some(opening);
        }
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

    /// "She came with A and B": the companions stand behind the verb, and the one whom they accompany before it.
    fn brought(&self, items: &[Item<'_>], verb: usize, sentence: usize) -> Option<Opening> {
        let text = self.mentions.words.text_of(&items.get(verb)?.words);
        let before = items.get(..verb)?;
        let named = before.iter().filter(|i| i.person().is_some()).count();
        let end = list_end(items, verb + 1);
        let several = items
            .get(verb + 1..end)?
            .iter()
            .filter(|i| i.person().is_some())
            .count();
        if !text.ends_with(" with") || named > 1 || several < 2 {
            return None;
        }
        let head = self
            .named_head(items, verb)
            .or_else(|| self.told_head(sentence, items, verb))?;
        Some(Opening {
            items: verb + 1..end,
            head: Some(head),
        })
    }

    /// "A has gone to Berlin with Deputies B and C": companions behind "with", right behind where they went.
    fn travelled_with(&self, items: &[Item<'_>]) -> Option<Opening> {
        let verb = (1..items.len()).find(|n| {
            items
                .get(*n)
                .is_some_and(|i| i.is_any(&[Class::Travel, Class::Visit]))
        })?;
        let place = |n: &usize| {
            items
                .get(*n)
                .is_some_and(|i| i.state().is_some() || i.cities().next().is_some())
        };
        let place = (verb + 1..verb + 4).find(place)?;
        let with = items.get(place + 1).is_some_and(|i| i.is(Class::With));
        let several = |i: &Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.plural)
        };
        let near = items.get(place + 2..(place + 6).min(items.len()))?;
        let end = list_end(items, place + 2);
        let named = items
            .get(place + 2..end)?
            .iter()
            .filter(|i| i.person().is_some());
        let companions = near.iter().any(several) && named.count() > 0;
        let head = self.named_head(items, verb)?;
        (companions && with).then_some(Opening {
            items: place + 2..end,
            head: Some(head),
        })
    }

    /// "the accompanying MPs are A and B", "the visiting MPs are A and B".
    fn adjective(&self, items: &[Item<'_>], sentence: usize) -> Option<Opening> {
        let plural = |i: &Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.plural)
        };
        // "the accompanying MPs", "the MPs who accompany him".
        let at = (0..items.len()).find(|n| {
            let behind = items.get(n + 1).is_some_and(plural);
            let escort = items.get(*n).is_some_and(|i| i.is(Class::Escort));
            let before = || (n.saturating_sub(2)..*n).any(|b| items.get(b).is_some_and(plural));
            let visiting = || {
                let item = items.get(*n);
                item.is_some_and(|i| self.mentions.words.text_of(&i.words) == "visiting")
            };
            escort && (behind || before()) || behind && visiting()
        })?;
        let be = (at + 2..at + 7).find(|n| {
            items
                .get(*n)
                .is_some_and(|i| i.is_any(&[Class::Be, Class::Future]))
        })?;
        let free = items.get(at..be)?.iter().all(|i| i.person().is_none());
        let head = self.accompanied(items, at + 1, sentence);
        let end = list_end(items, be + 1);
        let mut first = items.get(be + 1..end)?.iter().take(3);
        (free && first.any(|i| i.person().is_some())).then_some(Opening {
            items: be + 1..end,
            head: head.and_then(|(head, _)| head),
        })
    }

    /// "With the Speaker came A and B", "Accompanying him are A and B".
    fn inverted(&self, items: &[Item<'_>], sentence: usize) -> Option<Opening> {
        if let Some((head, verb)) = self.at_side(items) {
            return Some(Opening {
                items: verb + 1..list_end(items, verb + 1),
                head: Some(head),
            });
        }
        let opens = [Class::With, Class::Escort, Class::Comprise];
        let word =
            (0..items.len().min(3)).find(|n| items.get(*n).is_some_and(|i| i.is_any(&opens)))?;
        let (head, behind) = self.accompanied(items, word + 1, sentence)?;
        let goes = ["go", "goes", "went", "come", "comes", "came"];
        let verb = (behind..behind + 8).find(|n| {
            items.get(*n).is_some_and(|i| {
                i.is_any(&[Class::Be, Class::Travel, Class::Future])
                    || self.mentions.words.say(&i.words, &goes)
            })
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
        if let Some(opening) = self.to_which(items) {
            return Some(opening);
        }
        let tells = [Class::Belong, Class::Comprise];
        let at = (1..items.len()).find(|n| {
            // Few words may tell of it: all others need no look at their letters.
            if !items.get(*n).is_some_and(|i| i.is_any(&tells)) {
                return false;
            }
            // "are taking part in an exhibition for the delegation": in what stands right behind.
            let part = items.get(*n).is_some_and(|i| {
                self.mentions
                    .words
                    .text_of(&i.words)
                    .ends_with("taking part in")
            });
            let reach = if part { 3 } else { 7 };
            let next = items
                .get(n + 1..(n + reach).min(items.len()))
                .unwrap_or_default();
            // "are among its members": the phrase has the pronoun in it.
            let own = |i: &Item<'_>| {
                let text = self.mentions.words.small(&i.words);
                i.is(Class::Belong) && text.contains(" it")
                    || i.is(Class::Comprise) && MAKE_UP.iter().any(|verb| text.starts_with(verb))
            };
            items.get(*n).is_some_and(own)
                || items.get(*n).is_some_and(|i| i.is(Class::Belong))
                    && next.iter().any(|i| {
                        i.is_any(&[
                            Class::It,
                            Class::Delegation,
                            Class::Company,
                            Class::VisitNoun,
                        ])
                    })
        })?;
        let before = items.get(..at)?;
        let starts = before.iter().take(12).any(|i| i.person().is_some());
        let acts = [Class::Say, Class::Meet, Class::Receive, Class::Visit];
        // "A, who chairs the Committee, B and C belong to the delegation": what only tells an office parts nobody from the list.
        let office = |n: usize| {
            let next = items.get(n + 1);
            next.is_some_and(|i| i.is_any(&[Class::Be, Class::Lead, Class::LedBy]))
        };
        let acts = |n: usize| {
            let item = items.get(n);
            item.is_some_and(|i| i.is_any(&acts) || i.is(Class::Who) && !office(n))
        };
        let owner = items.get(at + 1..)?.iter().take(6);
        let head = owner.into_iter().find_map(|i| self.people.of(i.person()?));
        (starts && !(0..at).any(acts)).then_some(Opening { items: 0..at, head })
    }

    /// "A led the delegation of eight, to which B, C and D belonged".
    fn to_which(&self, items: &[Item<'_>]) -> Option<Opening> {
        let words = &self.mentions.words;
        let which = (2..items.len()).find(|n| {
            let to = items.get(n - 1).is_some_and(|i| i.is(Class::To));
            let sent = items.get(n.saturating_sub(9)..*n);
            to && items.get(*n).is_some_and(|i| i.is(Class::Which))
                && sent.is_some_and(|s| s.iter().any(|i| i.is(Class::Delegation)))
        })?;
        let belong = |n: &usize| {
            items
                .get(*n)
                .is_some_and(|i| words.say(&i.words, &["belonged", "belong", "also belonged"]))
        };
        let verb = (which + 1..items.len()).find(belong)?;
        let mut clause = items.get(which..verb)?.iter();
        if clause.any(|i| i.is(Class::Negation)) {
            return None;
        }
        let head = self.named_head(items, which);
        Some(Opening {
            items: which + 1..verb,
            head,
        })
    }

    /// "They are A and B", "The other members are A and B", behind a sentence that speaks of a delegation.
    fn others(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let others = [
            "others",
            "other members",
            "other",
            "remaining",
            "rest",
            "delegates",
        ];
        let words = &self.mentions.words;
        let they = items.first().is_some_and(|i| i.is(Class::They));
        let rest = items.iter().take(4).any(|i| words.say(&i.words, &others));
        let also = items.first();
        let also =
            also.is_some_and(|i| words.say(&i.words, &["also"])) || takes_part_in_trip(items);
        // "Its members are".
        let its = items
            .first()
            .is_some_and(|i| words.say(&i.words, &["its members", "its other members"]));
        // "The six are".
        let number = items.first().is_some_and(|i| i.is(Class::Article))
            && items.get(1).is_some_and(|i| i.is(Class::Company))
            && items.get(2).is_some_and(|i| i.is(Class::Be));
        let they = they || number;
        if !they && !rest && !also && !its {
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
        let reach = if rest { 14 } else { 4 };
        let starts = behind.iter().take(reach).any(|i| i.person().is_some());
        // "They were sent by A".
        let sent = behind.first().is_some_and(|i| {
            let word = words.text_of(&i.words);
            word.eq_ignore_ascii_case("sent") || i.is_any(&[Class::By, Class::Receive, Class::Meet])
        });
        if sent {
            return None;
        }
        // "Also on the trip are", but not "Also on the programme of the visit are meetings with".
        let planned = ["program", "programme", "agenda", "schedule"];
        let plan = items.iter().take(5).any(|i| words.say(&i.words, &planned));
        let also = also
            && !plan
            && items
                .iter()
                .take(6)
                .any(|i| i.is_any(&[Class::Delegation, Class::VisitNoun]));
        let told = also || self.is_behind_group(sentence);
        ((they || rest || also || its) && !before && starts && told).then_some(Opening {
            items: verb + 1..end,
            head: None,
        })
    }

    /// "A delegation has arrived. They are A and B": whether one of the two sentences before speaks of a group.
    fn is_behind_group(&self, sentence: usize) -> bool {
        (sentence.saturating_sub(2)..sentence).any(|s| {
            let items = self.mentions.items.get(s);
            items.is_some_and(|i| self.speaks_of_group(i))
        })
    }

    /// Whether a sentence speaks of a delegation or of several members.
    fn speaks_of_group(&self, items: &[Item<'_>]) -> bool {
        items.iter().any(|i| {
            let several = i.office().and_then(|o| self.mentions.offices.get(o));
            i.is_any(&[Class::Delegation, Class::Company]) || several.is_some_and(|o| o.plural)
        })
    }
}

/// "Taking part in the trip were A and B": whether a sentence begins with such words.
fn takes_part_in_trip(items: &[Item<'_>]) -> bool {
    let part = items.first().is_some_and(|i| i.is(Class::Attend));
    part && items.iter().take(4).any(|i| i.is(Class::VisitNoun))
}
