//! Everybody with everybody of another state: who may have met whom.
//!
//! In comes an article, out come candidates; those of whom a rule has read with whom they met, both of them, are none. This module
//! weighs nothing.

use super::article::{Article, Candidate, Deed, REACH, Someone};
use super::feature::{Of, of_classes, of_pair, of_traits};
use super::sighting::distance;
use super::traits::{Trait, Traits};
use crate::lexicon::{Class, ClassSet};
use crate::ontology::StateCode;

/// Words of a meeting.
const MEETING: ClassSet = ClassSet::of(&[
    Class::Meet,
    Class::MeetingNoun,
    Class::Receive,
    Class::Discuss,
    Class::Meal,
]);

/// Words for those who meet, and for what they do together.
const TOGETHER: ClassSet = MEETING.or(ClassSet::of(&[
    Class::Accompany,
    Class::Attend,
    Class::Both,
    Class::Brief,
    Class::Company,
    Class::Comprise,
    Class::Converse,
    Class::Delegation,
    Class::Escort,
    Class::Guest,
    Class::Host,
    Class::Present,
    Class::Sides,
    Class::They,
    Class::With,
]));

/// Of how many states people of an article are at most that tells of meetings of two sides.
const STATES: usize = 5;

/// Who met people of which states, by the rules.
struct Met {
    /// For each of the people the states of those whom he or she met.
    states: Vec<Vec<StateCode>>,
    /// The two states of which most people are.
    top: Vec<StateCode>,
    /// Of how many states people are.
    count: usize,
}

impl Article<'_, '_, '_, '_> {
    /// Everybody with everybody of another state, those left out who cannot have met anybody.
    pub(super) fn pairs(&self, people: &[Someone<'_>], whole: Traits) -> Vec<Candidate> {
        let met = self.met_states(people);
        let mut found = Vec::new();
        // Who are of many states meet in a crowd, or in several reports of one digest.
        if met.count > STATES {
            return found;
        }
        // Who cannot have met anybody is told once, and not for each of the others.
        let may =
            |p: &Someone<'_>| !p.is_kept_away() && self.is_tied(people, p) && !self.only_travels(p);
        let may: Vec<bool> = people.iter().map(may).collect();
        let may = |n: usize| may.get(n).copied().unwrap_or_default();
        for (i, one) in people.iter().enumerate().filter(|(i, _)| may(*i)) {
            for (j, other) in people.iter().enumerate().skip(i + 1) {
                let states = self
                    .facts
                    .state_of(one.person)
                    .zip(self.facts.state_of(other.person));
                let both_told = one.traits.has(Trait::Met) && other.traits.has(Trait::Met);
                let apart = || distance(&one.seen.sentences, &other.seen.sentences);
                if states.is_none_or(|(a, b)| a == b)
                    || self.facts.are_of_one_roster(&[one.person, other.person])
                    || both_told
                    || !may(j)
                    || apart().is_none_or(|d| d > REACH)
                {
                    continue;
                }
                let (common, ties) = self.between(people, &met, (i, one), (j, other));
                let mut features = Vec::new();
                of_pair(&one.features, &other.features, &mut features);
                of_traits(Of::Whole, whole.or(ties), &mut features);
                of_classes(Of::Shared, common, &mut features);
                found.push(Candidate {
                    person: one.person,
                    deed: Deed::Met(other.person),
                    features,
                    told: false,
                });
            }
        }
        found
    }

    /// "He is accompanied on his trip by A and B": whether nothing is told of somebody but that he or she came along on a journey.
    fn only_travels(&self, someone: &Someone<'_>) -> bool {
        let told = |sentence: &usize| {
            let items = self.facts.mentions.items.get(*sentence);
            let journey = items.is_some_and(|i| i.iter().any(|i| i.is(Class::VisitNoun)));
            let meets = [
                Class::MeetingNoun,
                Class::Meet,
                Class::Receive,
                Class::Attend,
            ];
            let meets = items.is_some_and(|i| i.iter().any(|i| i.is_any(&meets)));
            let mut rosters = self.facts.rosters.iter();
            let member = rosters.any(|r| {
                r.sentence == *sentence && r.head.is_some() && r.members.contains(&someone.person)
            });
            journey && !meets && member
        };
        someone.seen.sentences.iter().all(told)
    }

    /// Whether a sentence of somebody has a word for those who meet or for what they do together, or somebody of another state; a
    /// compatriot who only comments has none.
    fn is_tied(&self, people: &[Someone<'_>], someone: &Someone<'_>) -> bool {
        let state = self.facts.state_of(someone.person);
        let other = |p: &Someone<'_>| {
            self.facts.state_of(p.person) != state && shared(p, someone).next().is_some()
        };
        someone.traits.has(Trait::Met)
            || someone.seen.around.meets(TOGETHER)
            || people.iter().any(other)
    }

    /// What stands between two people: the classes of the sentences in which both are, and what is so of the two.
    fn between(
        &self,
        people: &[Someone<'_>],
        met: &Met,
        (i, one): (usize, &Someone<'_>),
        (j, other): (usize, &Someone<'_>),
    ) -> (ClassSet, Traits) {
        let state = |p: usize| self.facts.state_of(p);
        let (a, b) = (state(one.person), state(other.person));
        let has_met = |n: usize, s: Option<StateCode>| {
            let states = met.states.get(n);
            states.is_some_and(|m| m.iter().any(|t| Some(*t) == s))
        };
        let mut all = people.iter().enumerate();
        let states_met = all.any(|(n, p)| state(p.person) == a && has_met(n, b));
        let common: Vec<usize> = shared(one, other).collect();
        let classes = self.classes_of(&common);
        let near = distance(&one.seen.sentences, &other.seen.sentences).is_some_and(|d| d <= 1);
        // Somebody of the own side who stands in one sentence with the first has met the second.
        let mate = |own: &Someone<'_>, with: &Someone<'_>| {
            people.iter().any(|p| {
                p.person != own.person
                    && state(p.person) == state(own.person)
                    && shared(p, own).next().is_some()
                    && self.have_met(p.person, with.person)
            })
        };
        let is_top = |s: Option<StateCode>| s.is_some_and(|s| met.top.contains(&s));
        let ties = Traits::EMPTY
            .when(has_met(i, b) || has_met(j, a), Trait::OneMetThem)
            .when(states_met, Trait::StatesMet)
            .when(!common.is_empty(), Trait::Together)
            .when(near, Trait::Near)
            .when(classes.meets(MEETING), Trait::TogetherMeeting)
            .when(mate(one, other) || mate(other, one), Trait::MateMetOther)
            .when(is_top(a) && is_top(b), Trait::TopStates);
        (classes, ties)
    }

    /// Who met people of which states.
    fn met_states(&self, people: &[Someone<'_>]) -> Met {
        let state = |p: usize| self.facts.state_of(p);
        let of = |one: &Someone<'_>| {
            let others = people.iter().map(|p| p.person);
            let met = others.filter(|p| self.have_met(one.person, *p));
            met.filter_map(state).collect()
        };
        let mut weights: Vec<(StateCode, usize)> = Vec::new();
        for own in people.iter().filter_map(|p| state(p.person)) {
            match weights.iter_mut().find(|(s, _)| *s == own) {
                Some((_, count)) => *count += 1,
                None => weights.push((own, 1)),
            }
        }
        weights.sort_by_key(|(s, count)| (std::cmp::Reverse(*count), *s));
        Met {
            states: people.iter().map(of).collect(),
            count: weights.len(),
            top: weights.into_iter().take(2).map(|(s, _)| s).collect(),
        }
    }

    /// Whether two people stand on two sides of one meeting.
    fn have_met(&self, one: usize, other: usize) -> bool {
        self.held().any(|m| {
            let side = |p: usize| m.sides.iter().position(|s| s.contains(&p));
            side(one).zip(side(other)).is_some_and(|(a, b)| a != b)
        })
    }

    /// The classes of the words of some sentences.
    fn classes_of(&self, sentences: &[usize]) -> ClassSet {
        let items = sentences
            .iter()
            .filter_map(|s| self.facts.mentions.items.get(*s))
            .flatten();
        items.fold(ClassSet::EMPTY, |set, i| set.or(i.classes()))
    }
}

/// The sentences in which two people stand.
fn shared<'s>(one: &'s Someone<'_>, other: &'s Someone<'_>) -> impl Iterator<Item = usize> + 's {
    let own = one.seen.sentences.iter().copied();
    own.filter(|s| other.seen.sentences.contains(s))
}
