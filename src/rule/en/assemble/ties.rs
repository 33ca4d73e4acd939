//! Claims of what belongs to what: chambers to parliaments and states, commissions to what they tie.
//!
//! In come the bodies that are entities already, out come claims. This module never adds a body.

use super::super::facts::is_chamber;
use super::Builder;
use crate::claim::{Assertion, Claim, Confidence, TableRow, Why};
use crate::mention::{BodyEntity, Means};
use crate::ontology::NodeKind;

impl Builder<'_, '_, '_> {
    /// What belongs to what: chambers to their parliament where the article names it, else to their state; commissions to
    /// the chambers and states that they tie.
    pub(super) fn ties(&mut self) {
        let facts = self.facts;
        let bodies: Vec<(usize, usize)> = self.bodies.iter().map(|(n, p)| (*n, *p)).collect();
        for (number, place) in bodies {
            let Some(body) = facts.bodies.entities.get(number) else {
                continue;
            };
            if is_chamber(body) {
                self.belongs(number, body, place);
            } else {
                self.links(body, place);
            }
        }
    }

    /// A chamber or parliament, by its number and entity, is part of its parliament or state.
    fn belongs(&mut self, number: usize, body: &BodyEntity, part: usize) {
        let parent = self.parent(number);
        let whole = parent.or_else(|| body.states.first().map(|s| self.state(*s)));
        let Some(whole) = whole else { return };
        let said = self.body_mentions(body).find(|m| !m.states.is_empty());
        let why = match said {
            Some(mention) => Why::Words(self.words(&mention.words, "body-of-state")),
            None => Why::Table(TableRow {
                table: "chambers".to_owned(),
                row: self.row(number).0.unwrap_or_default(),
            }),
        };
        self.claims.push(Claim {
            assertion: Assertion::PartOf { part, whole },
            confidence: Confidence::hundredths(97),
            evidence: vec![why],
        });
    }

    /// The entity of the parliament to which a chamber belongs, where the article names it.
    fn parent(&self, number: usize) -> Option<usize> {
        let lexicon = self.facts.mentions.words.lexicon;
        let row_of = |n: usize| match self.facts.bodies.entities.get(n).map(|b| &b.means) {
            Some(Means::Chambers(rows)) => rows.first().and_then(|r| lexicon.chamber(*r)),
            _ => None,
        };
        let parent = row_of(number)?.parent.as_deref()?;
        self.bodies
            .iter()
            .find(|(n, _)| row_of(**n).is_some_and(|c| c.id == parent))
            .map(|(_, place)| *place)
    }

    /// A commission or assembly, by its entity, ties the chambers and states that its name names.
    fn links(&mut self, body: &BodyEntity, place: usize) {
        let named = self.body_mentions(body).find(|m| m.means == Means::Named);
        let Some(words) = named.map(|m| m.words.clone()) else {
            return;
        };
        let ties = body.ties.iter();
        let mut targets: Vec<usize> = ties.filter_map(|t| self.bodies.get(t).copied()).collect();
        if body.kind == NodeKind::Commission {
            for state in &body.states {
                targets.push(self.state(*state));
            }
        }
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            let why = Why::Words(self.words(&words, "links-in-name"));
            self.claims.push(Claim {
                assertion: Assertion::Links {
                    body: place,
                    target,
                },
                confidence: Confidence::hundredths(95),
                evidence: vec![why],
            });
        }
    }
}
