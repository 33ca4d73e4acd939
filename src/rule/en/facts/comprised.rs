//! Lists of the members of a delegation or the company of somebody behind words that open one: "accompanied by A and B", "the
//! delegation includes A and B", "members of the delegation: A and B".
//!
//! In comes a sentence, out come the items that name them and whom they accompany. This module never reads names before such words.

use super::Facts;
use super::another::delegation_word;
use super::guest::{delegation_tells, is_of_delegation, meets_those_sent};
use super::listing::accompanies_an_office;
use super::opening::Opening;
use super::roster::MEETS;
use crate::lexicon::Class;
use crate::mention::Item;

impl Facts<'_, '_> {
    /// "accompanied by A and B", "the delegation includes A and B", "in the delegation are A and B".
    pub(super) fn comprised(&self, sentence: usize, items: &[Item<'_>]) -> Option<Opening> {
        let sent = items
            .iter()
            .any(|i| i.is_any(&[Class::Delegation, Class::It]))
            || items.get(1).is_some_and(|i| i.is(Class::Company));
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
                // "its other hosts include": they are no company.
                let hosts = || {
                    let before = n.checked_sub(1).and_then(|b| items.get(b));
                    before.is_some_and(|b| b.is(Class::Host))
                };
                i.lists_company(items.get(n + 1))
                    && !to_meeting()
                    && !hosts()
                    && (i.is(Class::Accompany) || sent || i.words.len() > 1 || *n == 0)
                    && self.is_of_delegation_or_head(sentence, items, *n)
            })
        };
        let from = (0..items.len())
            .find(verb)
            .or_else(|| joined_by(items))
            .or_else(|| dashed(items))
            .or_else(|| self.following(sentence, items))
            .or_else(|| self.at_delegation(items))?;
        let of_state = |i: &Item<'_>| {
            let body = i.body().and_then(|b| self.body_of(b));
            i.state().is_some() || body.is_some_and(|b| !b.states.is_empty())
        };
        let sent_there = meets_those_sent(items, from) && delegation_tells(items, from, of_state);
        if sent_there && !is_of_delegation(items, from) {
            return None;
        }
        let head = self
            .named_head(items, from)
            .filter(|_| !sent_there)
            .or_else(|| self.told_head(sentence, items, from))
            .or_else(|| self.led_before(sentence, items));
        if head.is_none() && accompanies_an_office(items, from) {
            return None;
        }
        Some(Opening {
            items: from..self.companions_end(items, from, head),
            head,
        })
    }

    /// "The following MPs are on the trip: A, B and C", where the article speaks of a delegation or a journey right before.
    fn following(&self, sentence: usize, items: &[Item<'_>]) -> Option<usize> {
        let words = &self.mentions.words;
        let opens = items
            .iter()
            .take(3)
            .any(|i| words.say(&i.words, &["following"]));
        let several = items.iter().take(4).any(|i| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.plural) || i.is(Class::Company)
        });
        let sent = [Class::Delegation, Class::VisitNoun, Class::Travel];
        let before = sentence
            .checked_sub(1)
            .and_then(|s| self.mentions.items.get(s));
        let told = items.iter().any(|i| i.is_any(&sent))
            || before.is_some_and(|b| b.iter().any(|i| i.is_any(&sent)));
        let ends = [Class::Meet, Class::Receive, Class::CallOn, Class::Attend];
        let colon = (0..items.len())
            .take_while(|n| {
                items
                    .get(*n)
                    .is_some_and(|i| i.person().is_none() && !i.is_any(&ends))
            })
            .find(|n| items.get(*n).is_some_and(|i| i.is_mark(':')));
        colon.filter(|_| opens && several && told)
    }

    /// The person who is named last before a list of companions.
    pub(super) fn named_head(&self, items: &[Item<'_>], from: usize) -> Option<usize> {
        let before = items.get(..from)?.iter().rev();
        before.into_iter().find_map(|i| self.people.of(i.person()?))
    }

    /// "The Speaker is accompanied by", "She is accompanied by", "made up of the Speaker and": the one whom a title or a pronoun
    /// means that stands before a list of companions, or begins it.
    pub(super) fn told_head(
        &self,
        sentence: usize,
        items: &[Item<'_>],
        from: usize,
    ) -> Option<usize> {
        // "He is accompanied by", "In all meetings she had at her side".
        let near = || {
            items
                .get(from.saturating_sub(1)..from)
                .into_iter()
                .flatten()
        };
        let pronoun =
            items.first().is_some_and(|i| i.is(Class::He)) || near().any(|i| i.is(Class::He));
        // "With him are A and B", "in his company were": the phrase has the pronoun in it.
        let within = items.get(from).is_some_and(|i| {
            let text = self.mentions.words.small(&i.words);
            let mut words = text.split(' ');
            words.any(|w| ["him", "her", "his"].contains(&w))
        });
        if pronoun || within {
            return self.topic_before(sentence);
        }
        if let Some(guest) = self.guest_before(sentence, items.get(..from)?) {
            return Some(guest);
        }
        let named = |n: usize| items.get(n).is_some_and(|i| i.person().is_some());
        let bare = |n: &usize| {
            let n = *n;
            let office = items.get(n).and_then(Item::office);
            let one = office
                .and_then(|o| self.mentions.offices.get(o))
                .is_some_and(|o| !o.plural);
            // "The visiting Speaker was accompanied by A".
            let apart = n + 1 == from;
            one && !named(n + 1) && (apart || !named(n + 2))
        };
        let title = (0..from.min(6))
            .find(bare)
            .or_else(|| (from..from + 4).find(bare))?;
        let office = items.get(title)?.office()?;
        // The adjective may be a word of the office.
        let words = &self.mentions.words;
        let words_of_title = items.get(title)?.words.clone();
        let told = words_of_title.start.saturating_sub(1)..words_of_title.end;
        let told = words.small(&told);
        let visiting = told.contains("visiting ");
        if visiting && let Some(guest) = self.guest_of(sentence, office) {
            return Some(guest);
        }
        self.holder_before(office)
    }

    /// "The Committee, led by its Chair, A, called on B. The team included": who leads those of whom a sentence speaks as a team, where the
    /// one before tells it of a body and not of a delegation.
    pub(super) fn led_before(&self, sentence: usize, items: &[Item<'_>]) -> Option<usize> {
        /// How many items behind the word of leading the name may begin.
        const REACH: usize = 8;
        let before = self.mentions.items.get(sentence.checked_sub(1)?)?;
        let team = items.iter().take(3).any(|i| i.is(Class::Company));
        // "The Kenyan team included": another one.
        let team = team && !items.iter().take(3).any(|i| i.state().is_some());
        let sent = |i: &Item<'_>| i.is(Class::Delegation);
        let led = before.iter().position(|i| i.is(Class::LedBy))?;
        let body = before.get(..led)?.iter().any(|i| i.body().is_some());
        let mut behind = before.get(led + 1..)?.iter().take(REACH);
        let leader = behind.find_map(|i| self.people.of(i.person()?));
        leader.filter(|_| team && body && !before.iter().any(sent))
    }

    /// The word behind the one for a delegation at a place that opens the list of those who are in it: "among them", "are".
    fn named_behind(&self, items: &[Item<'_>], place: usize) -> Option<usize> {
        let free = (place + 1..items.len())
            .take_while(|n| items.get(*n).is_some_and(|i| i.person().is_none()))
            .count();
        // "the delegation was present, as were Vice President A": another verb, and not that of who is in it.
        let near_delegation = |n: &usize| {
            let between = items.get(place + 1..*n).unwrap_or_default();
            !between
                .iter()
                .any(|i| i.is_any(&[Class::Present, Class::Attend, Class::Be]))
        };
        (place + 1..(place + 2 + free.min(12)).min(items.len())).find(|n| {
            items.get(*n).is_some_and(|i| {
                let listing = ["among them", "including", "namely", "to wit"];
                // "has had meetings, including with A": those whom it met.
                let with = items.get(n + 1).is_some_and(|b| b.is(Class::With));
                self.mentions.words.say(&i.words, &listing) && !with
                    || i.is(Class::Be) && near_delegation(n) && {
                        // "In the delegation are also".
                        let also = items.get(n + 1).is_some_and(|b| b.is(Class::Current));
                        let article = items
                            .get(n + 1 + usize::from(also))
                            .is_some_and(|b| also && b.is(Class::Article));
                        let first = n + 1 + usize::from(also) + usize::from(article);
                        items.get(first).is_some_and(|b| {
                            b.person().is_some() || b.office().is_some() || b.honorific().is_some()
                        })
                    }
            })
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
        let names = self.named_behind(items, place);
        let near = items
            .get(place..(place + 8).min(items.len()))
            .unwrap_or_default();
        let attends = items.iter().any(|i| i.is(Class::Attend));
        let led = near
            .iter()
            .any(|i| i.is(Class::LedBy) && !i.is(Class::With));
        // "Members of the delegation: A and B", "The following deputies formed the delegation, each for a party: A and B".
        let following = items.get(..place)?.iter().any(several)
            && !items
                .iter()
                .any(|i| i.is_any(&[Class::Meet, Class::Receive, Class::CallOn]));
        let reach = if following { 14 } else { 3 };
        // "The delegation met with: Baroness A": whom it met is none of it.
        let colon = (place + 1..place + reach)
            .take_while(|n| {
                items.get(*n).is_some_and(|i| {
                    i.person().is_none() && !i.is_any(MEETS) && !i.is(Class::Visit)
                })
            })
            .find(|n| items.get(*n).is_some_and(|i| i.is_mark(':')));
        // "Members of the delegation A and B made speeches".
        let apposed = (self.is_of_members(items, place) || self.members_of_state(items, place))
            && items.get(place + 1).is_some_and(|i| i.person().is_some());
        // "Delegation members met Senator A": whom they met is none of them.
        let acts = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::Visit,
            Class::Hold,
            Class::Say,
        ];
        let own = || near.iter().take_while(|i| !i.is_any(&acts)).any(several);
        let meets = near
            .get(1..3)
            .is_some_and(|b| b.iter().any(|i| i.is_any(&acts)));
        names
            .or(colon)
            .or(apposed.then_some(place))
            .or_else(|| self.apposed_behind(items, place))
            .or_else(|| (own() && !meets && !attends && !led).then_some(place))
    }
}

impl Facts<'_, '_> {
    /// "Members of the Delegation of the Parliament of Kenya to the Assembly, A and B, took part": the comma behind which the members are named,
    /// with nothing between but whose the delegation is and where it goes.
    fn apposed_behind(&self, items: &[Item<'_>], place: usize) -> Option<usize> {
        let passed = |n: &usize| {
            items.get(*n).is_some_and(|i| {
                let links = [Class::Of, Class::Article, Class::To, Class::From];
                i.body().is_some() || i.state().is_some() || i.is_any(&links)
            })
        };
        let owner = (place + 1..items.len()).take_while(passed).last()?;
        let named = items.get(owner + 2).is_some_and(|i| i.person().is_some());
        let comma = items.get(owner + 1).is_some_and(|i| i.is_mark(','));
        (self.is_of_members(items, place) && comma && named).then_some(owner + 1)
    }

    /// "members of the Cypriot delegation": whether those who belong to the delegation of a state are told, whose word stands at an item.
    fn members_of_state(&self, items: &[Item<'_>], at: usize) -> bool {
        let state = |n: &usize| items.get(*n).is_some_and(|i| i.state().is_some());
        let Some(of) = at
            .checked_sub(1)
            .filter(state)
            .and_then(|s| s.checked_sub(1))
        else {
            return false;
        };
        let article = items.get(of).is_some_and(|i| i.is(Class::Article));
        let of = of.saturating_sub(usize::from(article));
        let members = of.checked_sub(1).and_then(|b| items.get(b));
        let says = members.is_some_and(|i| self.mentions.words.say(&i.words, &["members"]));
        says && items.get(of).is_some_and(|i| i.is(Class::Of))
    }

    /// Whether the word for a delegation at an item is one for those who belong to it: "members of the delegation".
    pub(in crate::rule::en) fn is_of_members(&self, items: &[Item<'_>], at: usize) -> bool {
        items.get(at).is_some_and(|i| {
            let text = self.mentions.words.small(&i.words);
            i.is(Class::Delegation) && text.contains("members")
        })
    }
}

/// "was joined in the delegation by A and B": the "by" behind a participle of company from which a few words part it, the word for
/// the delegation among them.
fn joined_by(items: &[Item<'_>]) -> Option<usize> {
    let verb = (1..items.len()).find(|n| {
        let be = items.get(n - 1).is_some_and(|i| i.is(Class::Be));
        let joined = [Class::Attend, Class::Escort, Class::Accompany];
        be && items.get(*n).is_some_and(|i| i.is_any(&joined))
    })?;
    let near = items.get(verb + 1..(verb + 8).min(items.len()))?;
    let by = near.iter().position(|i| i.is(Class::By))?;
    let between = near.get(..by)?;
    // "was joined on the trip by": by compatriots, as no word says for whom they act; "was to be joined", "on the trip home by".
    let open = [Class::To, Class::Future, Class::Wish];
    let near = items.get(verb.saturating_sub(3)..verb).unwrap_or_default();
    let told = !near.iter().any(|i| i.is_any(&open));
    let trip = between.last().is_some_and(|i| i.is(Class::VisitNoun)) && told;
    let foreign = |i: &Item<'_>| i.state().is_some() || i.is(Class::Host);
    let listed = items.get(verb + by + 2..).unwrap_or_default();
    let sent =
        between.iter().any(|i| i.is(Class::Delegation)) || trip && !listed.iter().any(foreign);
    let quiet = between
        .iter()
        .all(|i| i.person().is_none() && !i.is_mark(','));
    (sent && quiet).then_some(verb + 1 + by)
}

/// "The guests - Deputies A and B, and C - are visiting": the dash behind the word for those who have come.
fn dashed(items: &[Item<'_>]) -> Option<usize> {
    let dash = |n: usize| {
        let item = items.get(n);
        item.is_some_and(|i| ['-', '–', '—'].iter().any(|m| i.is_mark(*m)))
    };
    let noun = (0..items.len().min(4)).find(|n| {
        let sent = items
            .get(*n)
            .is_some_and(|i| i.is_any(&[Class::Guest, Class::Delegation]));
        sent && dash(n + 1)
    })?;
    let close = (noun + 2..items.len()).find(|n| dash(*n))?;
    let named = items
        .get(noun + 2..close)?
        .iter()
        .filter(|i| i.person().is_some());
    (named.count() > 1).then_some(noun + 1)
}
