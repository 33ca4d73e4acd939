//! The house of a shared name, where the office-holder tells it: "Member of the National Assembly A (Ecuador)", two who both
//! are "Speaker of the Senate".
//!
//! In come offices in bodies of which only a shared name is written, out come bodies of other states for some of them. This
//! module never moves an office whose words name a state.

use super::super::holding::Held;
use super::Facts;
use super::title::class_in;
use crate::lexicon::RowNumber;
use crate::mention::{BodyEntity, Means, names_state};
use crate::ontology::{NodeKind, Office, StateCode};

/// Words by which any house is called.
const ANY_HOUSE: &[&str] = &["house", "chamber", "assembly", "parliament"];

/// An office in a body of a shared name.
#[derive(Debug, Clone, Copy)]
struct Claim {
    person: usize,
    /// The number of the body mention.
    body: usize,
    /// Whether the name alone leaves the state open.
    open: bool,
}

impl Facts<'_, '_> {
    /// Moves the offices of those whose own state is known to the house of that state.
    pub(super) fn rehouse_by_person(&mut self) {
        for claim in self.claims() {
            let Some(state) = self.state_of(claim.person).filter(|_| claim.open) else {
                continue;
            };
            if self.state_of_body(claim.body) != Some(state) && !self.move_to(claim.body, state) {
                self.move_to_only(claim.body, state);
            }
        }
    }

    /// "the Parliament of Samoa ... the Speaker of the House": makes a word for any house one of the only house of a state that the article
    /// names.
    fn move_to_only(&mut self, mention: usize, state: StateCode) {
        let words = &self.mentions.words;
        let name = self.mentions.bodies.get(mention);
        let any = name.is_some_and(|m| words.say(&m.words, ANY_HOUSE));
        if let Some(house) = self.chamber_of_state(state).filter(|_| any) {
            self.bodies.reassign(mention, house);
        }
    }

    /// Two people do not preside over one house: whoever is said to by a shared name alone presides over that of the other
    /// state of the article.
    pub(super) fn settle_rivals(&mut self) {
        let claims = self.claims();
        for (number, claim) in claims.iter().enumerate().filter(|(_, c)| c.open) {
            if !self.presides(claim.body) {
                continue;
            }
            let Some(entity) = self.bodies.of(claim.body) else {
                continue;
            };
            let rival = claims.iter().enumerate().any(|(other, c)| {
                let first = !c.open || other < number;
                first
                    && c.person != claim.person
                    && self.bodies.of(c.body) == Some(entity)
                    && self.presides(c.body)
            });
            let own = self.state_of_body(claim.body);
            let others = self.home.into_iter().chain(self.article_states());
            let other: Vec<StateCode> = others.filter(|s| Some(*s) != own).collect();
            let moved = rival && other.iter().any(|s| self.move_to(claim.body, *s));
            let named = claims.iter().any(|c| {
                let other = self.mentions.bodies.get(c.body);
                let told = other.is_some_and(|m| names_state(&self.mentions.words, &m.words));
                told && c.person != claim.person && self.bodies.of(c.body) == Some(entity)
            });
            // "NA Chairwoman A", in an article of which the only National Assembly is that of Korea, where B presides: of one that nobody names.
            if rival && !moved && named {
                self.bodies.leave(claim.body);
            }
        }
    }

    /// The offices that name one body each, with whether its name is shared by several states.
    fn claims(&self) -> Vec<Claim> {
        let mut found = Vec::new();
        for holding in &self.holdings {
            let (Held::Office { mention, .. }, Some(person)) =
                (holding.held, self.people.of(holding.person))
            else {
                continue;
            };
            let Some(office) = self.mentions.offices.get(mention).filter(|o| !o.former) else {
                continue;
            };
            for body in &office.bodies {
                let Some(mention) = self.mentions.bodies.get(*body) else {
                    continue;
                };
                let shared = matches!(&mention.means, Means::Chambers(rows) if rows.len() > 1);
                let open = shared
                    && mention.states.is_empty()
                    && mention.parts.is_empty()
                    && office.states.is_empty();
                found.push(Claim {
                    person,
                    body: *body,
                    open,
                });
            }
        }
        found
    }

    /// Whether an office that names a body is that of who presides over it.
    fn presides(&self, body: usize) -> bool {
        let mut offices = self.mentions.offices.iter();
        let Some(office) = offices.find(|o| o.bodies.contains(&body)) else {
            return false;
        };
        let titles = office.titles(&self.mentions.words);
        !office.plural && class_in(&titles, NodeKind::Chamber) == Some(Office::Speaker)
    }

    /// The state of the body of a mention.
    fn state_of_body(&self, mention: usize) -> Option<StateCode> {
        self.body_of(mention)?.states.first().copied()
    }

    /// The states of the article's people and bodies, in the order in which they are told.
    pub(in crate::rule::en) fn article_states(&self) -> Vec<StateCode> {
        let people = self.states.iter().flatten().copied();
        let bodies = self
            .bodies
            .entities
            .iter()
            .flat_map(|b| b.states.iter().copied());
        bodies.chain(people).collect()
    }

    /// Makes a mention one of the house of a state that has its name, and gives whether there is such a house.
    fn move_to(&mut self, mention: usize, state: StateCode) -> bool {
        let Some(Means::Chambers(rows)) = self.mentions.bodies.get(mention).map(|m| &m.means)
        else {
            return false;
        };
        let words = &self.mentions.words;
        let of_state = |r: &&RowNumber| {
            let row = words.lexicon.chamber(**r);
            row.is_some_and(|c| c.state == state && words.sits(c))
        };
        let Some(row) = rows.iter().find(of_state).copied() else {
            return false;
        };
        let means = Means::Chambers(vec![row]);
        let known = self.bodies.entities.iter().position(|e| e.means == means);
        let entity = known.unwrap_or_else(|| {
            let words = &self.mentions.words;
            let name = self
                .mentions
                .bodies
                .get(mention)
                .map_or(0..0, |m| m.words.clone());
            self.bodies.entities.push(BodyEntity {
                kind: self
                    .mentions
                    .words
                    .lexicon
                    .chamber(row)
                    .map_or(NodeKind::Chamber, |c| c.kind),
                form: None,
                means,
                name: words
                    .text_of(&name)
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
                states: vec![state],
                ties: Vec::new(),
                mentions: Vec::new(),
            });
            self.bodies.entities.len() - 1
        });
        self.bodies.reassign(mention, entity);
        true
    }
}
