//! States that take part without a name: "delegations from A, B and C attended the conference".
//!
//! In come the sentences of an article, out come states as entities of its reading. This module never says who acted for them.

use super::Builder;
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Zone};
use crate::ontology::{NodeKind, StateCode};

/// How many states make a list of those that take part; two may be the sides of something else.
const LIST: usize = 3;

impl Builder<'_, '_, '_> {
    /// Every state for which somebody acts is an entity of the reading.
    pub(super) fn person_states(&mut self) {
        let states: Vec<StateCode> = self.facts.states.iter().flatten().copied().collect();
        for state in states {
            self.state(state);
        }
    }

    /// The states listed in a sentence of running text that tells of a gathering, as those that take part in it.
    pub(super) fn states_at_gatherings(&mut self) {
        let words = &self.facts.mentions.words;
        let sentences = words.sentences.iter().zip(&self.facts.mentions.items);
        let mut found: Vec<StateCode> = Vec::new();
        for (sentence, items) in sentences {
            let told = items.iter().any(|i| self.gathers(i));
            let open = [Class::Negation, Class::Wish, Class::Doubt];
            let said = !items.iter().any(|i| i.is_any(&open));
            if sentence.zone != Zone::Body || !said {
                continue;
            }
            if told {
                found.extend(listed(items));
            }
            // "The speakers of the parliaments of A, B and C met": the list is in the office.
            let offices = items.iter().filter_map(Item::office);
            let offices = offices.filter_map(|o| self.facts.mentions.offices.get(o));
            for office in offices.filter(|o| o.plural && o.states.len() >= LIST) {
                found.extend(&office.states);
            }
        }
        for state in found {
            self.state(state);
        }
    }

    /// Whether an item tells of a gathering: a word of taking part, a session or conference, an assembly.
    fn gathers(&self, item: &Item<'_>) -> bool {
        let assembly = matches!(item.kind, Kind::Body(m)
            if self.facts.body_of(m).is_some_and(|b| b.kind == NodeKind::Assembly));
        let words = [
            Class::Attend,
            Class::Gather,
            Class::SessionNoun,
            Class::ConferenceNoun,
        ];
        // "The speakers of the parliaments of A, B and C": those of several states.
        let offices = &self.facts.mentions.offices;
        let several = item
            .office()
            .and_then(|o| offices.get(o))
            .is_some_and(|o| o.plural);
        assembly || several || item.is_any(&words)
    }
}

/// The states of each list of a sentence that is long enough.
fn listed(items: &[Item<'_>]) -> Vec<StateCode> {
    let mut found = Vec::new();
    let mut run: Vec<StateCode> = Vec::new();
    for item in items {
        let link =
            item.is_mark(',') || item.is_mark(';') || item.is_any(&[Class::And, Class::Article]);
        match item.state() {
            Some(state) => run.push(state),
            None if link => {}
            None => {
                if run.len() >= LIST {
                    found.append(&mut run);
                }
                run.clear();
            }
        }
    }
    if run.len() >= LIST {
        found.append(&mut run);
    }
    found
}
