//! What an article as a whole shows of people and the states for which they may act.
//!
//! In come its facts and events, out come signs for each person and state. This module weighs nothing.

use super::super::event::Events;
use super::super::facts::{Facts, Ground, Roster};
use super::place::Places;
use super::sign::{Sign, Signs};
use crate::lexicon::{NameFit, NameOrigin};
use crate::mention::Zone;
use crate::ontology::{Office, StateCode};

/// What is known of an article as a whole.
pub(super) struct Article<'f, 'm, 'a> {
    pub(super) facts: &'f Facts<'m, 'a>,
    pub(super) events: &'f Events,
    places: Places<'f, 'm, 'a>,
    /// The states of which it speaks, in the order of the text.
    pub(super) states: Vec<StateCode>,
    /// For each of them of how many people it is.
    people: Vec<usize>,
    /// For each person how well the given names and the other parts of the name fit each of the states.
    names: Vec<Vec<(NameFit, NameFit)>>,
    /// For each person how well the name fits each of the states; more is better.
    fits: Vec<Vec<u8>>,
    senders: Vec<StateCode>,
    goals: Vec<StateCode>,
}

impl<'f, 'm, 'a> Article<'f, 'm, 'a> {
    /// Reads what an article shows as a whole.
    pub(super) fn new(facts: &'f Facts<'m, 'a>, events: &'f Events) -> Self {
        let places = Places::new(facts);
        let lexicon = facts.mentions.words.lexicon;
        let mut states: Vec<StateCode> = Vec::new();
        let all = places.states().chain(facts.article_states());
        for state in all.chain(facts.home).chain(facts.dateline) {
            if !states.contains(&state) && state.as_str() != "EU" {
                states.push(state);
            }
        }
        let sure = || (0..facts.states.len()).filter_map(|p| facts.sure_state_of(p));
        let of = |state: &StateCode| sure().filter(|s| s == state).count();
        let mut goals: Vec<StateCode> = events.visits.iter().map(|v| v.state).collect();
        goals.extend(facts.goals());
        // A name is looked up once for all states: that costs far more than the question of one state.
        let fit = |person: usize| -> Vec<(NameFit, NameFit)> {
            let name = origin(facts, person);
            let of = |s: &StateCode| (lexicon.given_fits(&name, *s), lexicon.part_fits(&name, *s));
            states.iter().map(of).collect()
        };
        let names: Vec<Vec<_>> = (0..facts.people.entities.len()).map(fit).collect();
        let sum = |(given, part): &(NameFit, NameFit)| *given as u8 + *part as u8;
        let fits = names.iter().map(|of| of.iter().map(sum).collect());
        Self {
            fits: fits.collect(),
            names,
            people: states.iter().map(of).collect(),
            senders: facts.senders(),
            goals,
            facts,
            events,
            places,
            states,
        }
    }

    /// Everything that speaks for or against a state, of each person with each state.
    pub(super) fn signs(&self, person: usize) -> Vec<(StateCode, Signs)> {
        let deeds = self.deeds(person);
        let votes = self.votes(&self.places.mates(person));
        let may = May::of(self.facts, person);
        let city = self.places.city_of(person);
        let states = self.states.iter().enumerate();
        let signs = |(place, state): (usize, &StateCode)| {
            let signs = self
                .of_name(person, place)
                .or(self.of_rules(person, *state))
                .or(self.of_article(&may, place, *state))
                .or(self.places.signs(person, *state))
                .or(deeds.signs(*state))
                .or(if city == Some(*state) {
                    may.city
                } else {
                    Signs::default()
                })
                .or(of_mates(&votes, place));
            (*state, signs)
        };
        states.map(signs).collect()
    }

    /// Whether nobody would suppose a state of somebody whatever speaks for it: who receives people of the state, and whoever bears no name
    /// of the only state that the article names.
    pub(super) fn speaks_against(&self, person: usize, state: StateCode) -> bool {
        let fits = || {
            let lexicon = self.facts.mentions.words.lexicon;
            let name = origin(self.facts, person);
            let given = lexicon.given_fits(&name, state);
            given.max(lexicon.part_fits(&name, state))
        };
        let only = self.states.len() == 1 && self.facts.state_of(person).is_none();
        only && fits() <= NameFit::Unknown || self.places.receives_people_of(person, state)
    }

    /// Whether somebody may be supposed to be of a state: nothing speaks against it, and neither the person nor the office is of the past.
    pub(super) fn may_move(&self, person: usize, state: StateCode) -> bool {
        !self.speaks_against(person, state)
            && !self.events.sightings.is_of_the_past(person)
            && !self.facts.held_before(person)
            && !self.facts.is_called_late(person)
    }

    /// Those who stand in one list, two or more each.
    pub(super) fn lists(&self) -> Vec<Vec<usize>> {
        let mut found = self.places.lists();
        // "Other members are: 1. A 2. B": the lines of one list, with their numbers between them; "In the delegation are A and B. With it
        // travel C and D": one company. "A came with B. C was joined by D": two.
        let sentences = &self.facts.mentions.words.sentences;
        let is_line = |n: usize| sentences.get(n).is_some_and(|s| s.zone == Zone::Item);
        let next = |a: &Roster, b: &Roster| {
            let apart = b.sentence.abs_diff(a.sentence);
            let one = a.head == b.head && a.sender == b.sender;
            apart < 3 && is_line(b.sentence) || apart < 2 && one
        };
        let lists = self.facts.rosters.chunk_by(next);
        for list in lists.filter(|l| l.len() > 1) {
            let members: Vec<usize> = list
                .iter()
                .flat_map(|r| r.members.iter().copied())
                .collect();
            found.extend((members.len() > 1).then_some(members));
        }
        found
    }

    /// How well the name fits a state, and how well the others.
    fn of_name(&self, person: usize, place: usize) -> Signs {
        let names = self.names.get(person).and_then(|of| of.get(place));
        let (Some(fits), Some((given, part))) = (self.fits.get(person), names.copied()) else {
            return Signs::default();
        };
        let own = fits.get(place).copied().unwrap_or_default();
        let others = fits.iter().enumerate().filter(|(n, _)| *n != place);
        let best = others.map(|(_, f)| *f).max().unwrap_or_default();
        let known = given != NameFit::Unknown || part != NameFit::Unknown;
        Signs::default()
            .when(given == NameFit::State, Sign::GivenThere)
            .when(given == NameFit::Region, Sign::GivenNear)
            .when(given == NameFit::Elsewhere, Sign::GivenElsewhere)
            .when(part == NameFit::State, Sign::PartThere)
            .when(part == NameFit::Elsewhere, Sign::PartElsewhere)
            .when(known && own > best, Sign::FitsBest)
            .when(known && own == best, Sign::FitsAsWell)
            .when(known && own < best, Sign::FitsLess)
    }

    /// For each state how many people have names that fit it best, and no other as well.
    fn votes(&self, people: &[usize]) -> Vec<usize> {
        let mut votes = vec![0; self.states.len()];
        for fits in people.iter().filter_map(|p| self.fits.get(*p)) {
            let best = fits.iter().max().copied().unwrap_or_default();
            let mut places = fits.iter().enumerate().filter(|(_, f)| **f == best);
            if let (Some((place, _)), None) = (places.next(), places.next())
                && let Some(vote) = votes.get_mut(place)
            {
                *vote += 1;
            }
        }
        votes
    }

    /// What the rules say.
    fn of_rules(&self, person: usize, state: StateCode) -> Signs {
        let Some(known) = self.facts.state_of(person) else {
            return Signs::default();
        };
        let (own, other) = match self.facts.ground_of(person) {
            Some(Ground::Words) => (Sign::ByWords, Sign::OtherByWords),
            Some(Ground::Office) => (Sign::ByOffice, Sign::OtherByOffice),
            Some(Ground::Company) => (Sign::ByCompany, Sign::OtherByCompany),
            Some(Ground::Lead) => (Sign::ByLead, Sign::OtherByLead),
            Some(Ground::Context | Ground::Supposed) | None => {
                (Sign::ByContext, Sign::OtherByContext)
            }
        };
        Signs::default()
            .when(known == state, own)
            .when(known != state, other)
    }

    /// What the article as a whole shows of a state, and of it for somebody of such an office.
    fn of_article(&self, may: &May, place: usize, state: StateCode) -> Signs {
        let facts = self.facts;
        let sure = may.sure;
        let own = self.people.get(place).copied().unwrap_or_default();
        let own = own.saturating_sub(usize::from(sure == Some(state)));
        let all: usize = self.people.iter().sum();
        let all = all.saturating_sub(usize::from(sure.is_some()));
        let home = facts.home == Some(state);
        let sender = self.senders.contains(&state);
        let goal = self.goals.contains(&state);
        let none = Signs::default();
        Signs::default()
            .when(home, Sign::Home)
            .when(facts.dateline == Some(state), Sign::Dateline)
            .when(facts.receives(state), Sign::Guests)
            .when(sender, Sign::Sender)
            .when(goal, Sign::Goal)
            .when(place == 0, Sign::First)
            .when(
                own > 0 && self.people.iter().max() == Some(&own),
                Sign::Most,
            )
            .when(own > 0 && own == all, Sign::Only)
            .when(own == 0, Sign::Nobodys)
            .when(self.states.len() == 2, Sign::OfTwo)
            .or(if home { may.home } else { none })
            .or(if goal { may.goal } else { none })
            .or(if sender { may.sender } else { none })
    }
}

/// What the offices that somebody may hold, by whatever titles the article gives, show of some states; the same for all of them.
struct May {
    /// The state that is known for sure.
    sure: Option<StateCode>,
    /// What they show of the state from which the article comes.
    home: Signs,
    /// What they show of one to which a journey goes.
    goal: Signs,
    /// What they show of one that has sent somebody.
    sender: Signs,
    /// What they show of one of which a city is named last.
    city: Signs,
}

impl May {
    fn of(facts: &Facts<'_, '_>, person: usize) -> Self {
        let may = |offices: &[Office]| facts.may_hold(person, offices);
        let speaker = may(&[Office::Speaker, Office::DeputySpeaker]);
        let executive = may(&[
            Office::HeadOfState,
            Office::HeadOfGovernment,
            Office::Minister,
        ]);
        let member = may(&[Office::Member]);
        let none = !facts.holds_office(person);
        Self {
            sure: facts.sure_state_of(person),
            home: Signs::default()
                .when(executive, Sign::ExecutiveAtHome)
                .when(speaker, Sign::SpeakerAtHome)
                .when(may(&[Office::Ambassador]), Sign::AmbassadorAtHome)
                .when(none, Sign::OfficelessAtHome)
                .when(may(&[Office::SecretaryGeneral]), Sign::StaffAtHome)
                .when(member, Sign::MemberAtHome),
            goal: Signs::default()
                .when(executive, Sign::ExecutiveAtGoal)
                .when(speaker, Sign::SpeakerAtGoal)
                .when(member, Sign::MemberAtGoal),
            sender: Signs::default()
                .when(member, Sign::MemberOfSender)
                .when(none, Sign::OfficelessOfSender),
            city: Signs::default()
                .when(executive, Sign::ExecutiveInCity)
                .when(speaker, Sign::SpeakerInCity)
                .when(member, Sign::MemberInCity),
        }
    }
}

/// Where the name of a person is borne.
fn origin(facts: &Facts<'_, '_>, person: usize) -> NameOrigin {
    let person = facts.people.entities.get(person);
    let name = person.map_or("", |p| p.name.as_str());
    facts.mentions.words.lexicon.name_origin(name)
}

/// What the names of those in one list show of the state of a place.
fn of_mates(votes: &[usize], place: usize) -> Signs {
    let own = votes.get(place).copied().unwrap_or_default();
    let others = votes.iter().enumerate().filter(|(n, _)| *n != place);
    let other = others.map(|(_, v)| *v).max().unwrap_or_default();
    Signs::default()
        .when(own > other, Sign::MatesFit)
        .when(own < other, Sign::MatesFitOther)
}
