//! For which state somebody acts, as the article as a whole lets one conclude.
//!
//! In come the facts and events of an article that the rules have read, out come states for those of whom no words tell theirs, each where
//! a model that was trained on annotated articles finds it the likeliest by far. This module never moves anybody whose state words tell.

mod article;
mod choice;
mod deed;
mod model;
mod place;
mod sign;
mod together;

pub use choice::{Standing, supposed};

use article::Article;
use sign::Signs;

use super::event::Events;
use super::facts::Facts;
use crate::ontology::StateCode;

/// A state that may be somebody's, with what can be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// The full name of the person as the article has it.
    pub person: String,
    /// The names of the signs, as in the table of weights.
    pub signs: Vec<&'static str>,
    /// The state, and what the rules make of it.
    pub standing: Standing,
}

/// The same, by number.
struct Candidate {
    person: usize,
    signs: Signs,
    standing: Standing,
}

/// Gives people states where an article as a whole lets one conclude them. Gives whether somebody has another state now, so that what
/// happened must be read again.
pub(super) fn settle(facts: &mut Facts<'_, '_>, events: &Events) -> bool {
    if events.sightings.is_short() {
        return false;
    }
    let article = Article::new(facts, events);
    let mut scored: Vec<Vec<(i32, Standing)>> = vec![Vec::new(); facts.people.entities.len()];
    for candidate in candidates(&article) {
        if let Some(own) = scored.get_mut(candidate.person) {
            own.push((model::score(candidate.signs), candidate.standing));
        }
    }
    let supposed = |(person, own): (usize, &Vec<(i32, Standing)>)| {
        let state = supposed(own.iter().copied())?;
        article.may_move(person, state).then_some(state)
    };
    let mut states: Vec<Option<StateCode>> = scored.iter().enumerate().map(supposed).collect();
    for list in article.lists() {
        together::follow(&article, &list, &scored, &mut states);
    }
    let moved = states.into_iter().enumerate();
    let found: Vec<(usize, StateCode)> = moved.filter_map(|(p, s)| Some((p, s?))).collect();
    let changed = !found.is_empty();
    if changed {
        facts.suppose(&found);
    }
    changed
}

/// Every state that may be somebody's, by names.
pub(super) fn affiliations(facts: &Facts<'_, '_>, events: &Events) -> Vec<Affiliation> {
    let article = Article::new(facts, events);
    let found = candidates(&article).into_iter();
    let named = found.map(|c| {
        let person = facts.people.entities.get(c.person);
        Affiliation {
            person: person.map_or_else(String::new, |p| p.name.clone()),
            signs: c.signs.names().collect(),
            standing: c.standing,
        }
    });
    named.collect()
}

/// How many states an article tells of at most that lets one conclude; more are those of a conference.
const MOST: usize = 12;

/// Everybody with every state that the article names, but for ambassadors, whose state words tell, and those who serve an assembly.
fn candidates(article: &Article<'_, '_, '_>) -> Vec<Candidate> {
    let facts = article.facts;
    let mut found = Vec::new();
    if article.states.len() > MOST {
        return found;
    }
    let of_state = |p: &usize| !facts.serves_assembly(*p) && !facts.is_ambassador(*p);
    for person in (0..facts.people.entities.len()).filter(of_state) {
        let by_office = facts.sure_state_of(person).is_some();
        // "Deputy A, president of the Mexico-Guatemala Friendship Group": the words name a state, and do not tell which one is A's.
        let told = by_office && facts.names_state(person);
        let candidate = |(state, signs)| Candidate {
            person,
            signs,
            standing: Standing {
                state,
                read: facts.state_of(person) == Some(state),
                told,
                by_office,
            },
        };
        found.extend(article.signs(person).into_iter().map(candidate));
    }
    found
}
