//! Which of the states that may be somebody's is supposed.
//!
//! In come scored states, out comes one or none. The limits were set where, of articles that training did not see, nine in ten are
//! right (`docs/evaluation.md`). This module never looks at the article.

use crate::ontology::StateCode;

/// A state that may be somebody's, and what the rules make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: StateCode,
    /// Whether the rules have found that it is this one.
    pub read: bool,
    /// Whether the words of an office tell the state of the person.
    pub told: bool,
    /// Whether words about the person or an office tell it less plainly.
    pub by_office: bool,
}

/// From which score on somebody of whom nothing is known is taken to act for a state; scores are thousandths of the logarithm of the odds.
const LIKELY: i32 = 500;

/// By how much the likeliest state must be likelier than the next one.
const ALONE: i32 = 1500;

/// By how much another state must be likelier than the one that the rules have found in the company or the context.
const LIKELIER: i32 = 1000;

/// By how much it must be likelier than the one of an office.
const FAR_LIKELIER: i32 = 2000;

/// From which score on a state may take the place of one that the rules have found in the company or the context, and of one of an office.
const LIKELY_INSTEAD: i32 = -1000;
const LIKELY_INSTEAD_OF_OFFICE: i32 = 0;

/// The state that somebody is taken to act for by the scores of all that may be, where it is not the one that the rules have found; none
/// where the scores leave it open, or words tell it. All are of one person.
#[must_use]
pub fn supposed(states: impl Iterator<Item = (i32, Standing)>) -> Option<StateCode> {
    let mut best: Option<(i32, Standing)> = None;
    let (mut known, mut second): (Option<i32>, Option<i32>) = (None, None);
    for (score, standing) in states {
        if standing.read {
            known = Some(score);
        }
        if best.is_none_or(|(most, _)| score > most) {
            second = best.map(|(most, _)| most);
            best = Some((score, standing));
        } else {
            second = second.max(Some(score));
        }
    }
    let (score, standing) = best.filter(|(_, s)| !s.told && !s.read)?;
    let likely = match known {
        Some(known) if standing.by_office => {
            score > LIKELY_INSTEAD_OF_OFFICE && score - known > FAR_LIKELIER
        }
        Some(known) => score > LIKELY_INSTEAD && score - known > LIKELIER,
        None => score > LIKELY && second.is_none_or(|second| score - second > ALONE),
    };
    likely.then_some(standing.state)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(code: &str, read: bool) -> Option<Standing> {
        Some(Standing {
            state: StateCode::parse(code)?,
            read,
            told: false,
            by_office: false,
        })
    }

    fn chosen(states: &[(i32, &str, bool)]) -> Option<String> {
        let scored = states
            .iter()
            .filter_map(|(score, code, read)| Some((*score, standing(code, *read)?)));
        supposed(scored).map(|s| s.to_string())
    }

    #[test]
    fn nobody_is_given_a_state_that_is_hardly_likelier_than_the_next() {
        let far = [(2_000, "LV", false), (0, "EE", false)];
        let near = [(2_000, "LV", false), (1_000, "EE", false)];
        assert_eq!(chosen(&far).as_deref(), Some("LV"));
        assert_eq!(chosen(&near), None);
        assert_eq!(chosen(&[(400, "LV", false)]), None);
    }

    #[test]
    fn what_the_rules_have_found_gives_way_only_to_what_is_far_likelier() {
        let far = [(2_000, "LV", false), (500, "EE", true)];
        let near = [(2_000, "LV", false), (1_000, "EE", true)];
        let unlikely = [(-1_500, "LV", false), (-4_000, "EE", true)];
        assert_eq!(chosen(&far).as_deref(), Some("LV"));
        assert_eq!(chosen(&near), None);
        assert_eq!(chosen(&unlikely), None);
    }
}
