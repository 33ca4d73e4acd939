//! What the text around an office tells of states: the one of the article, those named near.
//!
//! In comes a holding, out comes a state. This module never gives an office to anybody.

use super::super::holding::Holding;
use super::Facts;
use crate::lexicon::{Class, Entry};
use crate::mention::{Item, Kind, Mentions, Zone};
use crate::ontology::{NodeKind, Office, StateCode};

impl Facts<'_, '_> {
    /// The state that is named nearest before a name, in its sentence.
    pub(super) fn state_near(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start).unwrap_or_default();
        before.iter().rev().find_map(|i| {
            let Kind::Body(body) = i.kind else {
                return i.state();
            };
            match self.body_of(body)?.states.as_slice() {
                [state] => Some(*state),
                _ => None,
            }
        })
    }

    /// The state that is named by its name last before an office, in its sentence, and not as another's.
    pub(super) fn state_said(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start).unwrap_or_default();
        let named = before
            .iter()
            .rev()
            .filter(|i| i.demonym().is_none() || i.entries().len() > 1);
        named.into_iter().find_map(Item::state)
    }

    /// The state of the person who is named last before a name, in its sentence or the one before.
    pub(super) fn state_of_last_named(&self, holding: &Holding) -> Option<StateCode> {
        let start = self.mentions.people.get(holding.person)?.words.start;
        let reach = self
            .mentions
            .words
            .sentences
            .get(holding.sentence.saturating_sub(1))
            .map_or(0, |s| s.words.start);
        let before = self
            .mentions
            .people
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start < start && m.words.start >= reach);
        let people = before.filter_map(|(n, _)| self.people.of(n));
        people.rev().find_map(|p| self.state_of(p))
    }

    /// Whether the article tells of a letter or message, by which people deal with each other without a meeting.
    pub(in crate::rule::en) fn tells_of_letter(&self) -> bool {
        let items = self.mentions.items.iter().flatten();
        items.clone().any(|i| i.is(Class::Letter))
    }

    /// The other state of an article about two; none where it speaks of more, or not of this one.
    pub(super) fn other_state(&self, one: Option<StateCode>) -> Option<StateCode> {
        let mut all: Vec<StateCode> = self
            .states
            .iter()
            .flatten()
            .copied()
            .chain(
                self.bodies
                    .entities
                    .iter()
                    .filter(|b| b.states.len() == 1)
                    .filter_map(|b| b.states.first().copied()),
            )
            .collect();
        all.sort_unstable();
        all.dedup();
        match all.as_slice() {
            [a, b] => Some(if Some(*a) == one { *b } else { *a })
                .filter(|_| one.is_some_and(|o| o == *a || o == *b)),
            _ => None,
        }
    }
}

/// The state of the city in the dateline, else the state that the article names first.
pub(super) fn home(mentions: &Mentions<'_>) -> Option<StateCode> {
    let items = mentions.items.iter().flatten();
    let named = |i: &Item<'_>| match i.kind {
        Kind::Office(office) => {
            let office = mentions.offices.get(office)?;
            let ambassador = office.can_be(&mentions.words, Office::Ambassador);
            let mut bodies = office.bodies.iter().filter_map(|b| mentions.bodies.get(*b));
            let of_body = || bodies.find_map(|b| b.states.first().copied());
            let state = office.states.first().copied().or_else(of_body);
            state.filter(|_| !ambassador)
        }
        Kind::Body(body) => {
            let body = mentions.bodies.get(body)?;
            let house = matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament);
            // "Sri Lanka – South Africa Friendship Association": one's own country comes first.
            let ties = body.states.len() > 1;
            body.states.first().copied().filter(|_| house || ties)
        }
        Kind::Plain(_) | Kind::Mark(_) | Kind::Date(_) | Kind::Person(_) => i.state(),
    };
    let post = || mentions.offices.iter().find_map(|o| o.post);
    // "friendship body with South Africa": a state behind such a word is another's partner.
    let own = || {
        mentions
            .items
            .iter()
            .filter(|i| !i.is_empty())
            .take(5)
            .find_map(|items| {
                (0..items.len()).find_map(|n| {
                    let before = (0..n).rev().filter_map(|b| items.get(b));
                    let before = before.into_iter().find(|b| !b.is(Class::Article));
                    let partner = before.is_some_and(|b| {
                        b.is_any(&[
                            Class::With,
                            Class::To,
                            Class::From,
                            Class::In,
                            Class::Travel,
                        ])
                    });
                    named(items.get(n)?).filter(|_| !partner)
                })
            })
    };
    dateline(mentions)
        .or_else(|| byline(mentions))
        .or_else(own)
        .or_else(post)
        .or_else(|| items.clone().find_map(named))
        .or_else(|| items.clone().find_map(|i| state_of_city(mentions, i)))
}

/// The state of the city in the dateline: among the first words of one of the first sentences, with a dash, a bracket, a
/// colon, a comma or a date behind it.
pub(super) fn dateline(mentions: &Mentions<'_>) -> Option<StateCode> {
    let mut lead = mentions.items.iter().filter(|i| !i.is_empty()).take(5);
    lead.find_map(|items| {
        (0..items.len().min(6)).find_map(|at| {
            let item = items.get(at)?;
            let colon = || {
                items
                    .get(at + 1)
                    .is_some_and(|i| [':', '–', '—'].iter().any(|c| i.is_mark(*c)))
            };
            let state = state_of_city(mentions, item)
                .or_else(|| item.state().filter(|_| at == 0 && colon()))?;
            let inside = at.checked_sub(1).is_some_and(|b| {
                items
                    .get(b)
                    .is_some_and(|i| i.is_any(&[Class::In, Class::To, Class::From, Class::Of]))
            });
            let closes = items.get(at + 1).is_none_or(|i| {
                matches!(i.kind, Kind::Date(_))
                    || ['–', '—', '-', '/', '(', ':', ',', '.', '―']
                        .iter()
                        .any(|c| i.is_mark(*c))
            });
            // "Astana city hosted": a city that begins the text, behind no more than its date.
            let begins = items.get(..at)?.iter().all(|i| {
                matches!(i.kind, Kind::Date(_) | Kind::Mark(_))
                    || mentions
                        .words
                        .text_of(&i.words)
                        .eq_ignore_ascii_case("date")
            });
            ((closes || begins) && !inside).then_some(state)
        })
    })
}

/// The state of the city in a byline, a line of the page at the top: "By Our Correspondent, Abuja".
fn byline(mentions: &Mentions<'_>) -> Option<StateCode> {
    let words = &mentions.words;
    let mut lines = words
        .sentences
        .iter()
        .take(8)
        .filter(|s| s.zone == Zone::Page);
    lines.find_map(|line| {
        line.words.clone().find_map(|w| {
            let rest = |n: usize| words.at(w + n).symbol;
            let capital = words.at(w).token.shape.is_capital();
            let phrases = words.lexicon.phrases_at(words.at(w).symbol, rest);
            let mut entries = phrases.filter(|_| capital).flat_map(|p| p.entries);
            entries.find_map(|e| match e {
                Entry::City(row) => words.lexicon.city(*row)?.state,
                _ => None,
            })
        })
    })
}

/// The state of the city that an item names.
fn state_of_city(mentions: &Mentions<'_>, item: &Item<'_>) -> Option<StateCode> {
    let row = item.city()?;
    mentions.words.lexicon.city(row)?.state
}
