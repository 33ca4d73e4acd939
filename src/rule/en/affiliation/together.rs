//! Those who stand in one list act for one state: "Senators A, B and C", "MP A and his wife, MP B".
//!
//! In come the scores of everybody in a list for every state, out comes the one state of all of whom no words tell another. This module
//! never reads words.

use super::article::Article;
use super::choice::Standing;
use crate::ontology::StateCode;

/// By how much a state must be likelier for all of a list together than the next one, in thousandths of the logarithm of the odds.
const ALONE: i32 = 1500;

/// How much the state that words tell of one in a list counts for the others.
const TOLD: i32 = 4000;

/// How much one of a list may speak for a state or against it at most, so that nobody decides alone for all.
const MOST: i32 = 3000;

/// By how much another state must be likelier for somebody so that the list does not count.
const ELSEWHERE: i32 = 6000;

/// What one of a list has for each state, the same states for everybody.
type Scores<'s> = &'s [(i32, Standing)];

/// Gives those of one list of whom it is open the state of all, where they are not of one state by now. `states` has for each person the state
/// that is supposed otherwise.
pub(super) fn follow(
    article: &Article<'_, '_, '_>,
    list: &[usize],
    scored: &[Vec<(i32, Standing)>],
    states: &mut [Option<StateCode>],
) {
    let scores_of = |p: &usize| scored.get(*p).map(Vec::as_slice).unwrap_or_default();
    let now = |p: &usize| {
        let supposed = states.get(*p).copied().flatten();
        supposed.or(article.facts.state_of(*p))
    };
    let first = list.first().and_then(now);
    if list.iter().all(|p| now(p) == first) {
        return;
    }
    let of_list: Vec<Scores<'_>> = list.iter().map(scores_of).collect();
    let Some(state) = state_of_all(&of_list) else {
        return;
    };
    for person in list {
        if may_follow(scores_of(person), state)
            && article.may_move(*person, state)
            && let Some(own) = states.get_mut(*person)
        {
            let read = article.facts.state_of(*person) == Some(state);
            *own = (!read).then_some(state);
        }
    }
}

/// The state of all in a list, where it is likelier than any other by far and the likeliest for half of them; none where two are known
/// to be of two states.
fn state_of_all(list: &[Scores<'_>]) -> Option<StateCode> {
    let mut told = list.iter().filter_map(|of| told_state(of));
    let first = told.next();
    if told.any(|state| Some(state) != first) {
        return None;
    }
    let mut sums: Vec<(i32, StateCode)> = Vec::new();
    for (score, standing) in list.iter().copied().flatten() {
        let told = Some(standing.state) == first;
        let score = (*score).clamp(-MOST, MOST) + if told { TOLD } else { 0 };
        match sums.iter_mut().find(|(_, s)| *s == standing.state) {
            Some((sum, _)) => *sum += score,
            None => sums.push((score, standing.state)),
        }
    }
    let (sum, state) = sums.iter().max_by_key(|(sum, _)| *sum).copied()?;
    let mut others = sums.iter().filter(|(_, s)| *s != state);
    let alone = others.all(|(other, _)| sum - other > ALONE);
    let likeliest = |of: &&Scores<'_>| {
        let best = of.iter().max_by_key(|(score, _)| *score);
        best.is_some_and(|(_, s)| s.state == state)
    };
    let half = list.iter().filter(likeliest).count() * 2 >= list.len();
    // Where the article names one state only, nothing speaks for it that would not speak for any.
    (sums.len() > 1 && alone && half).then_some(state)
}

/// Whether one of a list may follow the others to a state: no words tell another, and the article does not make another far likelier.
fn may_follow(own: Scores<'_>, state: StateCode) -> bool {
    let here = own.iter().find(|(_, s)| s.state == state);
    let best = own.iter().map(|(score, _)| *score).max();
    let far = here
        .zip(best)
        .is_none_or(|((here, _), best)| best - here > ELSEWHERE);
    !far && !own.iter().any(|(_, s)| s.told || s.by_office)
}

/// The state that words tell of somebody.
fn told_state(own: Scores<'_>) -> Option<StateCode> {
    let told = |(_, s): &&(i32, Standing)| s.read && (s.told || s.by_office);
    own.iter().find(told).map(|(_, s)| s.state)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(states: &[(i32, &str)], told: Option<&str>) -> Vec<(i32, Standing)> {
        let standing = |(score, code): &(i32, &str)| {
            let standing = Standing {
                state: StateCode::parse(code)?,
                read: told == Some(code),
                told: told == Some(code),
                by_office: false,
            };
            Some((*score, standing))
        };
        states.iter().filter_map(standing).collect()
    }

    fn state(list: &[Vec<(i32, Standing)>]) -> Option<String> {
        let list: Vec<Scores<'_>> = list.iter().map(Vec::as_slice).collect();
        state_of_all(&list).map(|s| s.to_string())
    }

    fn follows(own: Scores<'_>, code: &str) -> bool {
        StateCode::parse(code).is_some_and(|state| may_follow(own, state))
    }

    #[test]
    fn one_of_whom_little_is_known_follows_the_others_of_the_list() {
        let sure = scores(&[(2_500, "PH"), (-1_000, "TH")], None);
        let open = scores(&[(100, "PH"), (300, "TH")], None);
        let list = [sure.clone(), open.clone(), sure];
        assert_eq!(state(&list).as_deref(), Some("PH"));
        assert!(follows(&open, "PH"));
    }

    #[test]
    fn a_list_in_which_words_tell_two_states_has_none() {
        let one = scores(&[(2_500, "PH"), (-1_000, "TH")], Some("PH"));
        let other = scores(&[(-1_000, "PH"), (2_500, "TH")], Some("TH"));
        assert_eq!(state(&[one, other]), None);
    }

    #[test]
    fn nobody_follows_who_is_far_likelier_to_be_of_another_state() {
        let far = scores(&[(-3_000, "PH"), (4_000, "TH")], None);
        assert!(!follows(&far, "PH"));
        let told = scores(&[(0, "PH"), (200, "TH")], Some("TH"));
        assert!(!follows(&told, "PH"));
    }
}
