//! The state of which somebody is president, prime minister or minister whose title does not say it: "President A".
//!
//! In come the mention of an office and who holds it, out comes a state. This module never decides which office a title means.

use super::super::holding::{Held, Holding};
use super::abroad::{goals, visitors_here};
use super::{Facts, Target};
use crate::lexicon::{Class, Cue, Entry};
use crate::mention::{Item, OfficeMention};
use crate::ontology::{Office, StateCode};

/// What people do who see each other.
const MEETS: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::MeetingNoun,
    Class::Host,
];

impl Facts<'_, '_> {
    /// "the Apostolic Nuncio, A": the office of an envoy whom nobody but the Holy See sends.
    pub(super) fn of_holy_see(&self, office: &OfficeMention) -> Option<(Office, Target)> {
        let title = self.mentions.words.small(&office.title);
        let holy_see = StateCode::parse("VA").filter(|_| title.ends_with("nuncio"))?;
        Some((Office::Ambassador, Target::State(holy_see)))
    }

    /// The state for which a person holds an office of a state: the person's own, else one from the context. Whom an
    /// ambassador acts for is not where the ambassador is posted.
    pub(super) fn state_for(
        &self,
        person: usize,
        class: Office,
        holding: &Holding,
    ) -> Option<StateCode> {
        self.state_of(person).or_else(|| {
            if class == Office::Ambassador {
                // Abroad with a delegation of one's own state, one calls one's own ambassador so.
                let sends = self
                    .rosters
                    .iter()
                    .any(|r| r.sender.is_some() && r.sender == self.home);
                let own = self.home.filter(|_| sends);
                own.or_else(|| self.embassy())
                    .or_else(|| self.home.filter(|_| self.is_posted_abroad(holding)))
                    .or_else(|| self.other_state(self.home))
            } else {
                let found = self
                    .state_of_owner(holding)
                    .or_else(|| self.state_of_clause(holding))
                    .or_else(|| self.state_of_list_mate(holding))
                    .or_else(|| self.state_said(holding))
                    .or_else(|| self.state_of_city_met_in(holding))
                    .or_else(|| self.state_of_hosts(holding))
                    .or(self.dateline)
                    .or_else(|| {
                        let near = self.state_near(holding);
                        let guests = |s: &StateCode| self.comes_here(*s, holding.sentence);
                        near.filter(|s| !self.visits_here(*s) && !guests(s))
                    })
                    .or(self.home)
                    .or_else(|| self.state_of_last_named(holding))
                    .or_else(|| self.only_goal());
                let other =
                    |s: &StateCode| self.goes_to(holding, *s) || self.is_of_other_side(holding, *s);
                found.filter(|s| !other(s))
            }
        })
    }

    /// "Embassy of Sweden, Accra": the state whose embassy an article names as the first words of it.
    fn embassy(&self) -> Option<StateCode> {
        let words = &self.mentions.words;
        let first = self.mentions.items.iter().find(|i| !i.is_empty())?;
        let embassy = first
            .iter()
            .take(2)
            .position(|i| words.say(&i.words, &["embassy"]))?;
        let of = first.get(embassy + 1)?.is(Class::Of);
        let article = usize::from(first.get(embassy + 2)?.is(Class::Article));
        first.get(embassy + 2 + article).filter(|_| of)?.state()
    }

    /// The only state to which an article tells of a journey of those whose own it does not tell.
    fn only_goal(&self) -> Option<StateCode> {
        match goals(self.mentions).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// "Prime Ministers A and B", "Ministers of Defence A and B": whether an office that one person holds in each state is told of several,
    /// who are then of states of their own.
    pub(super) fn is_shared_by_states(&self, office: &OfficeMention, class: Office) -> bool {
        let title = self.mentions.words.small(&office.title);
        let portfolio = title.starts_with("ministers of ")
            || title.starts_with("ministers for ")
            || title.starts_with("foreign ")
            || office.possessive;
        let one = matches!(class, Office::HeadOfState | Office::HeadOfGovernment)
            || class == Office::Minister && portfolio;
        office.plural && one
    }

    /// "President A of Iran and his Foreign Minister, B": the state of the one whose minister somebody is.
    fn state_of_owner(&self, holding: &Holding) -> Option<StateCode> {
        let Held::Office { mention, .. } = holding.held else {
            return None;
        };
        let office = self.mentions.offices.get(mention)?;
        let words = self.mentions.words.small(&office.words);
        let his = words.starts_with("his ") || words.starts_with("her ");
        let state = self.state_of_last_named(holding);
        state.filter(|_| his)
    }

    /// "met the President of the Bundestag, A, and Foreign Minister B": the state of the one before in a list, whose words tell it.
    fn state_of_list_mate(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start)?;
        // "with the Speaker of B, A, the Prime Minister, C, and the President, D".
        let article = usize::from(before.last().is_some_and(|i| i.is(Class::Article)));
        let before = before.get(..before.len() - article)?;
        let and = before
            .last()
            .is_some_and(|i| i.is(Class::And) || i.is_mark(','));
        let link = |i: &Item<'_>| {
            i.is_mark(',') || i.is_any(&[Class::And, Class::Article]) || i.office().is_some()
        };
        let mates = before.iter().rev().take(12).filter(|_| and);
        let mates = mates.take_while(|i| i.person().is_some() || link(i));
        let mut mates = mates.filter_map(|i| self.people.of(i.person()?));
        // An ambassador among those who are met is of another country than they.
        let state = mates.find_map(|p| self.state_in_office(p).filter(|_| !self.is_ambassador(p)));
        // "On a visit to Malta, A met the Speaker of Italy, B, the President, C": of where they are.
        let travels = [Class::VisitNoun, Class::Visit, Class::Travel];
        if items.iter().any(|i| i.is_any(&travels)) {
            return None;
        }
        // The list is one of those who are met, and not of those who meet.
        let met = before.iter().any(|i| i.is_any(MEETS));
        state.filter(|_| met)
    }

    /// "the visit of Prime Minister A to Ghana": nobody visits a state in which he or she holds office.
    pub(super) fn goes_to(&self, holding: &Holding, state: StateCode) -> bool {
        let Some(items) = self.mentions.items.get(holding.sentence) else {
            return false;
        };
        let before = items.get(..holding.cover.start).unwrap_or_default();
        let mut near = before.iter().rev().take(3);
        let visit = near.any(|i| i.is(Class::VisitNoun));
        let to = items
            .get(holding.cover.end)
            .is_some_and(|i| i.is(Class::To));
        let goal = items
            .get(holding.cover.end + 1)
            .and_then(|i| self.place_of(i));
        let behind = items.get(holding.cover.end..).unwrap_or_default();
        visit && to && goal == Some(state)
            || self.is_on_visit_to(before, state)
            || self.who_visits(behind, state)
            || self.is_guest_on_visit(before, behind, state)
    }

    /// "The Polish Speaker received President A during his visit to Warsaw": whether somebody of a state meets the one behind whose name the
    /// journey of another there is told.
    fn is_guest_on_visit(
        &self,
        before: &[Item<'_>],
        behind: &[Item<'_>],
        state: StateCode,
    ) -> bool {
        let words = &self.mentions.words;
        let whose = ["his", "her", "their"];
        let says =
            |n: usize, forms: &[&str]| behind.get(n).is_some_and(|i| words.say(&i.words, forms));
        let Some(own) = (0..behind.len()).find(|n| says(*n, &["during"]) && says(n + 1, &whose))
        else {
            return false;
        };
        let rest = behind.get(own..).unwrap_or_default();
        let visit = rest.iter().position(|i| i.is(Class::VisitNoun));
        let place = visit.and_then(|v| rest.get(v + 1..rest.len().min(v + 5)));
        let there = place.is_some_and(|p| p.iter().any(|i| self.place_of(i) == Some(state)));
        let sees = before.iter().rposition(|i| i.is_any(MEETS));
        let hosts = sees.and_then(|at| before.get(..at)).unwrap_or_default();
        there && hosts.iter().any(|i| self.state_told(i) == Some(state))
    }

    /// "During his visit to Laos, President A", "After visiting Laos, President A": whether the first words of a sentence tell of the journey to a state
    /// of the one who is named next.
    fn is_on_visit_to(&self, before: &[Item<'_>], state: StateCode) -> bool {
        /// So many items have such words at most.
        const FRONT: usize = 12;
        let Some(comma) = before.iter().position(|i| i.is_mark(',')) else {
            return false;
        };
        let front = before.get(..comma).unwrap_or_default();
        let words = &self.mentions.words;
        let says = |i: &Item<'_>, cue: Cue| words.are_cue(&(i.words.start..i.words.start + 1), cue);
        let opens = front.iter().take(3).any(|i| says(i, Cue::OwnJourney));
        let goes = [Class::VisitNoun, Class::Visit, Class::Travel, Class::Leave];
        let away = |i: &Item<'_>| i.is_any(&goes) || says(i, Cue::Stays);
        let journey = front.iter().any(away);
        let parts = [Class::Of, Class::By, Class::Receive, Class::Meet];
        let other = |i: &Item<'_>| i.is_any(&parts) || i.person().is_some();
        let next = before.get(comma + 1..).unwrap_or_default();
        let near = next.iter().all(|i| i.is(Class::Article));
        let goal = front.iter().any(|i| self.place_of(i) == Some(state));
        opens && journey && goal && near && front.len() <= FRONT && !front.iter().any(other)
    }

    /// "President A, who is on a visit to Laos,": whether the words right behind a name tell of the journey of its bearer to a state.
    fn who_visits(&self, behind: &[Item<'_>], state: StateCode) -> bool {
        let comma = behind.first().is_some_and(|i| i.is_mark(','));
        let who = behind.get(1).is_some_and(|i| i.is(Class::Who));
        let clause = behind.iter().skip(2).take_while(|i| !i.is_mark(','));
        let clause: Vec<&Item<'_>> = clause.collect();
        let visit = clause
            .iter()
            .any(|i| i.is_any(&[Class::VisitNoun, Class::Visit]));
        comma && who && visit && clause.iter().any(|i| self.place_of(i) == Some(state))
    }

    /// "the country's ambassador to Serbia": one's own ambassador, by where the office is held.
    fn is_posted_abroad(&self, holding: &Holding) -> bool {
        let Held::Office { mention, .. } = holding.held else {
            return false;
        };
        let post = self.mentions.offices.get(mention).and_then(|o| o.post);
        post.is_some() && post != self.home
    }

    /// "at Apia, where Prime Minister A": the state of the city to which a clause belongs in which the office stands.
    fn state_of_clause(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start)?;
        let start = before
            .iter()
            .rposition(|i| self.mentions.words.say(&i.words, &["where"]))?;
        let place = before
            .get(..start)?
            .iter()
            .rev()
            .find(|i| !i.is_mark(','))?;
        let state = place.state();
        state.or_else(|| self.mentions.words.lexicon.best_city(place.cities())?.state)
    }

    /// "The Speaker of the Sejm goes to Riga. He will meet President A": those who tell it of their own are received where they
    /// travel. None where they travel to several states, or nobody sees anybody in the sentence.
    fn state_of_hosts(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        // "The delegation discussed trade with Foreign Minister A".
        let speaks = [Class::Converse, Class::Discuss, Class::Brief, Class::Meal];
        let guests = [Class::Delegation, Class::Guest, Class::They];
        let of_guests = items.iter().any(|i| i.is_any(&guests));
        let sees = |i: &Item<'_>| {
            i.is_any(MEETS)
                || of_guests && i.is_any(&speaks)
                || self.mentions.words.say(&i.words, &["see", "sees", "saw"])
        };
        let own = self
            .home
            .or_else(|| self.only_sender().filter(|_| of_guests))?;
        let mut goals = self.goals_of(own, holding.sentence);
        goals.dedup();
        match goals.as_slice() {
            [goal] if items.iter().any(sees) => Some(*goal),
            _ => None,
        }
    }

    /// "In Accra, the delegation met with President A", "met with President A in Accra": the state of the city, where the article tells of a
    /// journey to that state; many a president is met in Geneva.
    fn state_of_city_met_in(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start)?;
        let own = self.home?;
        let city_at = |n: usize| {
            let inside = items.get(n).is_some_and(|i| i.is(Class::In));
            let city = items.get(n + 1).filter(|i| inside && i.state().is_none())?;
            self.mentions.words.lexicon.best_city(city.cities())?.state
        };
        let state = city_at(0).or_else(|| city_at(holding.cover.end))?;
        let mut sentences = self.mentions.items.iter();
        let goal = sentences.any(|items| goes_there(items, state));
        let met = before.iter().any(|i| i.is_any(MEETS));
        (met && goal && state != own).then_some(state)
    }

    /// The states to which people of a state travel, as the sentences up to one tell, in their order; each as often as it is told.
    fn goals_of(&self, own: StateCode, upto: usize) -> Vec<StateCode> {
        let told = self.mentions.items.get(..=upto).unwrap_or_default();
        let mut found = Vec::new();
        for items in told {
            for (at, item) in items.iter().enumerate() {
                if !item.is_any(&[Class::Travel, Class::Visit, Class::VisitNoun]) {
                    continue;
                }
                let before = items.get(..at).unwrap_or_default();
                let traveller = before.iter().find_map(|i| {
                    let person = i.person().and_then(|p| self.people.of(p));
                    let of_person = person.and_then(|p| self.state_of(p));
                    of_person.or_else(|| self.state_told(i))
                });
                let goal = items
                    .get(at + 1..(at + 4).min(items.len()))
                    .into_iter()
                    .flatten()
                    .find_map(|i| self.place_of(i));
                found.extend(goal.filter(|g| traveller == Some(own) && *g != own));
            }
        }
        found.sort_unstable();
        found
    }

    /// The state that an item names, as a state or by a city.
    pub(super) fn place_of(&self, item: &Item<'_>) -> Option<StateCode> {
        let city = || self.mentions.words.lexicon.best_city(item.cities())?.state;
        // "Kosovo" is the name of the state as well as the adjective.
        let own = |e: &Entry| matches!(e, Entry::State(_));
        let named = item.demonym().is_none() || item.entries().iter().any(own);
        item.state().filter(|_| named).or_else(city)
    }

    /// Whether people of a state travel to the one from which the article comes, as the sentences up to one tell.
    fn comes_here(&self, state: StateCode, upto: usize) -> bool {
        self.home
            .is_some_and(|home| home != state && self.goals_of(state, upto).contains(&home))
    }

    /// Whether people of a state are told to be on a visit to "the country", of which their hosts are then.
    fn visits_here(&self, state: StateCode) -> bool {
        visitors_here(self.mentions).contains(&state)
    }
}

/// "led a delegation to Kenya and Ghana", "a visit to Ghana", "visited Ghana": whether a sentence names a state as where somebody goes.
fn goes_there(items: &[Item<'_>], state: StateCode) -> bool {
    /// How many items before the preposition the word for the journey may stand.
    const NEAR: usize = 6;
    let journey = [
        Class::Travel,
        Class::Visit,
        Class::VisitNoun,
        Class::Delegation,
    ];
    let links = |i: &Item<'_>| {
        i.is_any(&[Class::And, Class::Article]) || i.is_mark(',') || i.state().is_some()
    };
    let named = |at: &usize| {
        let item = items.get(*at);
        item.is_some_and(|i| i.demonym().is_none() && i.state() == Some(state))
    };
    (0..items.len()).filter(named).any(|at| {
        let before = items.get(..at).unwrap_or_default();
        let Some(first) = before.iter().rposition(|i| !links(i)) else {
            return false;
        };
        let near = items
            .get(first.saturating_sub(NEAR)..=first)
            .unwrap_or_default();
        let leads = near
            .last()
            .is_some_and(|i| i.is_any(&[Class::To, Class::Visit, Class::Travel]));
        leads && near.iter().any(|i| i.is_any(&journey))
    })
}
