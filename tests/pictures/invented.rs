//! Graphs of any size, full of invented people.
#![expect(
    clippy::indexing_slicing,
    reason = "a wrong place in a fixture is to end the test"
)]

use interparl::graph::{GraphError, RelationGraph, Tie};
use interparl::ontology::{NodeKind, Office};

use super::fixture::Builder;

/// A row of numbers that looks like chance and is always the same.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2) + 1)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}

const GIVEN: [&str; 12] = [
    "Aidar", "Bela", "Ciara", "Dmitri", "Elif", "Farid", "Gulnara", "Henrik", "Ines", "Jamshid",
    "Kateryna", "Levan",
];
const FAMILY: [&str; 12] = [
    "Abenov",
    "Bergstrom-Lund",
    "Costa",
    "Dvali",
    "Ergashev",
    "Fontaine",
    "Grigoryan",
    "Hakimzade",
    "Ivarsson",
    "Jumaliev",
    "Kowalczyk",
    "Lorincz",
];
const STATES: [(&str, &str); 12] = [
    ("KZ", "Kazakhstan"),
    ("UZ", "Uzbekistan"),
    ("TR", "Türkiye"),
    ("AZ", "Azerbaijan"),
    ("GE", "Georgia"),
    ("HU", "Hungary"),
    ("KG", "Kyrgyzstan"),
    ("PL", "Poland"),
    ("TJ", "Tajikistan"),
    ("AM", "Armenia"),
    ("FR", "France"),
    ("CN", "China"),
];

/// A graph of about so many nodes in so many states, always the same for the same numbers.
pub(super) fn invented(
    nodes: usize,
    states: usize,
    seed: u64,
) -> Result<RelationGraph, GraphError> {
    let mut world = World {
        dice: Dice::new(seed),
        builder: Builder::new(&[("sample-1", "2023-02-01"), ("sample-2", "2024-06-14")]),
        states: &STATES[..states.min(STATES.len())],
        chambers: Vec::new(),
        commissions: nodes / 10,
        people: Vec::new(),
    };
    for index in 0..world.states.len() {
        world.add_state(index)?;
    }
    for index in 0..world.commissions {
        world.add_commission(index)?;
    }
    let people = nodes.saturating_sub(world.builder.graph.node_count());
    for index in 0..people {
        world.add_person(index)?;
    }
    for index in 0..people * 6 / 10 {
        world.add_meeting(index)?;
    }
    Ok(world.builder.graph)
}

struct World {
    dice: Dice,
    builder: Builder,
    states: &'static [(&'static str, &'static str)],
    /// The ids of the chambers of each state.
    chambers: Vec<Vec<String>>,
    commissions: usize,
    /// The ids of people, with the place of the state.
    people: Vec<(String, usize)>,
}

impl World {
    fn add_state(&mut self, index: usize) -> Result<(), GraphError> {
        let (code, name) = self.states[index];
        let b = &mut self.builder;
        let (state, lower) = (format!("state/{code}"), code.to_lowercase());
        b.node(&state, NodeKind::State, name, Some(code))?;
        let two = self.dice.below(3) == 0;
        let mut whole = state.clone();
        if two {
            whole = format!("{lower}/parliament");
            let name = format!("Parliament of {name}");
            b.node(&whole, NodeKind::Parliament, &name, Some(code))?;
            b.plain(&whole, &state, Tie::PartOf)?;
        }
        let houses: &[&str] = if two {
            &["Senate", "House of Representatives"]
        } else {
            &["National Assembly"]
        };
        let mut chambers = Vec::new();
        for house in houses {
            let id = format!("{lower}/{}", house.to_lowercase().replace(' ', "-"));
            b.node(&id, NodeKind::Chamber, house, Some(code))?;
            b.plain(&id, &whole, Tie::PartOf)?;
            chambers.push(id);
        }
        self.chambers.push(chambers);
        Ok(())
    }

    fn add_commission(&mut self, index: usize) -> Result<(), GraphError> {
        let id = format!("commission/{index:03}");
        let [one, two] = [(); 2].map(|()| self.dice.below(self.states.len()));
        let ((_, a), (code, z)) = (self.states[one], self.states[two]);
        let (kind, name) = if index % 7 == 6 {
            let name = format!("Parliamentary Assembly of Region {index}");
            (NodeKind::Assembly, name)
        } else {
            let name = format!("{a}–{z} parliamentary friendship group {index}");
            (NodeKind::Commission, name)
        };
        self.builder.node(&id, kind, &name, None)?;
        self.builder
            .plain(&id, &self.chambers[one][0], Tie::Links)?;
        if one != two {
            let state = format!("state/{code}");
            self.builder.plain(&id, &state, Tie::Links)?;
        }
        Ok(())
    }

    fn add_person(&mut self, index: usize) -> Result<(), GraphError> {
        let (dice, b) = (&mut self.dice, &mut self.builder);
        let (one, two) = (dice.below(self.states.len()), dice.below(self.states.len()));
        let state = usize::midpoint(one, two);
        let (code, _) = self.states[state];
        let id = format!("person/{index:04}");
        let name = format!("{} {}", GIVEN[dice.below(12)], FAMILY[dice.below(12)]);
        let official = dice.below(6) == 0;
        let stateless = dice.below(25) == 0 && !official;
        let of_state = (!stateless).then_some(code);
        if official {
            let title = "Minister of Foreign Affairs";
            b.node(&id, NodeKind::Official, &name, of_state)?;
            b.role(&id, &format!("state/{code}"), Office::Minister, title)?;
        } else {
            b.node(&id, NodeKind::Legislator, &name, of_state)?;
        }
        if !official && !stateless {
            let houses = &self.chambers[state];
            let house = &houses[dice.below(houses.len())];
            let (office, title) = match dice.below(4) {
                0 => (Office::Speaker, "Speaker"),
                1 => (Office::DeputySpeaker, "Deputy Speaker"),
                _ => (Office::Member, "Member of Parliament"),
            };
            b.role(&id, house, office, title)?;
        }
        if self.commissions > 0 && dice.below(4) == 0 {
            let body = format!("commission/{:03}", dice.below(self.commissions));
            b.role(&id, &body, Office::CoChair, "Co-Chair")?;
        }
        self.people.push((id, state));
        Ok(())
    }

    fn add_meeting(&mut self, index: usize) -> Result<(), GraphError> {
        let (dice, b) = (&mut self.dice, &mut self.builder);
        let [(one, _), (two, state)] =
            [(); 2].map(|()| &self.people[dice.below(self.people.len())]);
        if one == two {
            return Ok(());
        }
        let id = format!("meeting/{index:04}");
        let (year, month, day) = (18 + dice.below(7), 1 + dice.below(9), dice.below(10));
        let date = format!("20{year}-0{month}-1{day}");
        let sides: [&[&str]; 2] = [&[one], &[two]];
        match dice.below(6) {
            0 if self.commissions > 0 => {
                let body = format!("commission/{:03}", dice.below(self.commissions));
                b.meeting(&id, &date, "Geneva", sides, Some(&body))
            }
            1 => {
                let state = format!("state/{}", self.states[*state].0);
                let planned = dice.below(3) == 0;
                // The same visit twice is one visit.
                let _ = b.visit(one, &state, Some(&date), planned);
                Ok(())
            }
            _ => b.meeting(&id, &date, "Vienna", sides, None),
        }
    }
}
