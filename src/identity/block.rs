//! The decision inside a block: mentions of one name, told apart by the states that they are of.

use std::collections::{BTreeMap, BTreeSet};

use super::mention::Mention;
use crate::ontology::StateCode;

/// The states that a mention is known to be of; empty where none is known.
pub(super) type States = BTreeSet<StateCode>;

/// Splits mentions of one name into those that may be one.
///
/// Sets of states contradict where neither contains the other. A mention joins the one largest set that contains its
/// own; where there are several such sets (a second bearer of the name), it stays with its article alone. As all of
/// it is computed from the whole block, the order of the mentions does not matter.
///
/// Complexity: for each distinct set a look at those that share its rarest state.
pub(super) fn split(members: Vec<(Mention, States)>) -> Vec<(States, Vec<Mention>)> {
    if let Some((_, states)) = members.first()
        && members.iter().all(|(_, other)| other == states)
    {
        let states = states.clone();
        let mut mentions: Vec<Mention> = members.into_iter().map(|(mention, _)| mention).collect();
        mentions.sort_unstable();
        return vec![(states, mentions)];
    }
    let mut by_states: BTreeMap<States, Vec<Mention>> = BTreeMap::new();
    for (mention, states) in members {
        by_states.entry(states).or_default().push(mention);
    }
    let mut sharing: BTreeMap<StateCode, Vec<&States>> = BTreeMap::new();
    for states in by_states.keys() {
        for code in states {
            sharing.entry(*code).or_default().push(states);
        }
    }
    let larger = |states: &States| -> Vec<&States> {
        let rarest = states
            .iter()
            .filter_map(|code| sharing.get(code))
            .min_by_key(|sets| sets.len());
        let contains = |other: &&States| other.len() > states.len() && other.is_superset(states);
        match rarest {
            Some(sets) => sets.iter().copied().filter(contains).collect(),
            None => by_states.keys().filter(contains).collect(),
        }
    };
    let largest: BTreeSet<&States> = by_states
        .keys()
        .filter(|states| larger(states).is_empty())
        .collect();

    let mut clusters: BTreeMap<(&States, Option<usize>), Vec<Mention>> = BTreeMap::new();
    for (states, mentions) in &by_states {
        let mut homes = larger(states)
            .into_iter()
            .filter(|other| largest.contains(other));
        let (home, ambiguous) = match (homes.next(), homes.next()) {
            (None, _) => (states, false),
            (Some(home), None) => (home, false),
            (Some(_), Some(_)) => (states, true),
        };
        for mention in mentions {
            let alone = ambiguous.then_some(mention.reading);
            clusters.entry((home, alone)).or_default().push(*mention);
        }
    }
    clusters
        .into_iter()
        .map(|((states, _), mut mentions)| {
            mentions.sort_unstable();
            (states.clone(), mentions)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_words(words: &[&str]) -> Vec<(String, Vec<usize>)> {
        let members = words.iter().enumerate().map(|(reading, codes)| {
            let states = codes.split(' ').filter_map(StateCode::parse).collect();
            (Mention { reading, entity: 0 }, states)
        });
        split(members.collect())
            .into_iter()
            .map(|(states, mentions)| {
                let codes: Vec<_> = states.iter().map(StateCode::to_string).collect();
                (
                    codes.join(" "),
                    mentions.iter().map(|m| m.reading).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn an_unknown_state_joins_the_only_known_one() {
        assert_eq!(
            split_words(&["", "KZ", ""]),
            [("KZ".to_owned(), vec![0, 1, 2])]
        );
        assert_eq!(split_words(&["", ""]), [(String::new(), vec![0, 1])]);
    }

    #[test]
    fn an_unknown_state_beside_two_known_ones_stays_alone() {
        assert_eq!(
            split_words(&["", "KZ", "UG", "", "KZ"]),
            [
                (String::new(), vec![0]),
                (String::new(), vec![3]),
                ("KZ".to_owned(), vec![1, 4]),
                ("UG".to_owned(), vec![2])
            ]
        );
    }

    #[test]
    fn a_part_of_the_states_joins_the_whole() {
        assert_eq!(
            split_words(&["KZ", "KZ RU", "RU"]),
            [("KZ RU".to_owned(), vec![0, 1, 2])]
        );
        assert_eq!(split_words(&["KZ", "KZ RU", "KZ UZ"]).len(), 3);
    }
}
