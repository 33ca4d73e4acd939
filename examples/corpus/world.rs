//! A made-up world: states with houses, and who speaks for and sits in them when.

use std::collections::{BTreeMap, BTreeSet};

use interparl::lexicon::Lexicon;
use interparl::ontology::{NodeKind, StateCode};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::chance::Chance;
use crate::names::Name;

/// The first and the number of the days of which articles tell.
pub(crate) const START: Date = date(2012, 1, 1);
pub(crate) const DAYS: usize = 365 * 12;

/// Days of a speaker's term.
const TERM: usize = 4 * 365;

pub(crate) struct House {
    /// The name with its state, as the tables have it: "House of Elders of Alvania".
    pub(crate) name: String,
    /// Places among the people: the speakers, one a term, and the members.
    speakers: Vec<usize>,
    pub(crate) members: Vec<usize>,
}

pub(crate) struct World {
    pub(crate) houses: Vec<House>,
    pub(crate) people: Vec<Name>,
    /// The house of each of them, as its place among the houses.
    pub(crate) house_of: Vec<usize>,
    /// The people who have the full name of somebody else of their state, whom no name tells apart.
    pub(crate) namesakes: BTreeSet<usize>,
    /// Those of them who have the name of somebody of their own house, whom no seat tells apart either.
    pub(crate) of_one_house: BTreeSet<usize>,
}

impl World {
    /// A world for so many articles: the more articles, the more members of parliament are in the news.
    ///
    /// Of `one_in` people one has the full name of another one of the state, nobody where it is 0; the others
    /// have names that nobody there has. Where a state has more people than its names allow, some of them are namesakes too.
    pub(crate) fn new(articles: usize, one_in: usize, chance: &mut Chance) -> Self {
        let lexicon = Lexicon::builtin();
        let mut houses = Vec::new();
        let mut people: Vec<Name> = Vec::new();
        let mut house_of = Vec::new();
        let (mut namesakes, mut of_one_house) = (BTreeSet::new(), BTreeSet::new());
        let codes = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")));
        let codes = codes.filter_map(|code| StateCode::parse(&code));
        for (number, code) in codes
            .filter(|code| lexicon.state(*code).is_some())
            .enumerate()
        {
            let state = lexicon.state(code).map_or("", |state| state.name.as_str());
            let mut of_state: Vec<usize> = Vec::new();
            let mut borne: BTreeMap<Name, Vec<(usize, usize)>> = BTreeMap::new();
            for (_, chamber) in lexicon.chambers_of(code) {
                if chamber.kind != NodeKind::Chamber || !chamber.current {
                    continue;
                }
                let mut person = |people: &mut Vec<Name>, chance: &mut Chance| {
                    let known = one_in > 0 && !of_state.is_empty();
                    let name = if known && chance.once_in(one_in) {
                        people[*chance.pick(&of_state)].clone()
                    } else {
                        fresh(number, &borne, chance)
                    };
                    let bearers = borne.entry(name.clone()).or_default();
                    for (bearer, house) in &*bearers {
                        namesakes.extend([*bearer, people.len()]);
                        if *house == houses.len() {
                            of_one_house.extend([*bearer, people.len()]);
                        }
                    }
                    bearers.push((people.len(), houses.len()));
                    people.push(name);
                    house_of.push(houses.len());
                    of_state.push(people.len() - 1);
                    people.len() - 1
                };
                let terms = DAYS / TERM + 2;
                let speakers = (0..terms).map(|_| person(&mut people, chance)).collect();
                let members = 5 + articles / 1000;
                let members = (0..members).map(|_| person(&mut people, chance)).collect();
                houses.push(House {
                    name: format!("{} of {state}", chamber.name),
                    speakers,
                    members,
                });
            }
        }
        Self {
            houses,
            people,
            house_of,
            namesakes,
            of_one_house,
        }
    }
}

/// A name that nobody of the state bears; any name where a thousand draws find none.
fn fresh<B>(culture: usize, borne: &BTreeMap<Name, B>, chance: &mut Chance) -> Name {
    let mut name = Name::any(culture, chance);
    for _ in 0..1000 {
        if !borne.contains_key(&name) {
            break;
        }
        name = Name::any(culture, chance);
    }
    name
}

impl House {
    /// Who speaks for the house on a day, counted from the start. Houses do not all change speakers on one day.
    pub(crate) fn speaker(&self, day: usize) -> usize {
        let shifted = day + (self.name.len() * 97) % TERM;
        self.speakers[(shifted / TERM) % self.speakers.len()]
    }
}

pub(crate) fn calendar(day: usize) -> Date {
    START.saturating_add((day as i64).days())
}
