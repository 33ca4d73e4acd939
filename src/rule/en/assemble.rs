//! Puts entities and claims of an article together as a reading.

use std::collections::BTreeMap;
use std::ops::Range;

use super::event::{Events, Sign};
use super::facts::{Facts, Target};
use crate::claim::{
    Assertion, Capacity, Claim, Confidence, Entity, Finding, Form, Reading, SCHEMA, TableRow, Why,
    Words,
};
use crate::document::DocumentRecord;
use crate::mention::Means;
use crate::ontology::{BodyForm, NodeKind, StateCode};
use crate::text::CodePoints;

/// Builds the reading.
pub(super) fn reading(document: DocumentRecord, facts: &Facts<'_, '_>, events: &Events) -> Reading {
    let mut builder = Builder {
        facts,
        points: CodePoints::new(facts.mentions.words.text),
        entities: Vec::new(),
        people: BTreeMap::new(),
        bodies: BTreeMap::new(),
        states: BTreeMap::new(),
        claims: Vec::new(),
    };
    builder.people();
    builder.bodies();
    builder.roles();
    builder.meetings(events);
    builder.visits(events);
    builder.ties();
    builder.person_states();
    let findings = builder.findings();
    Reading {
        schema: SCHEMA,
        document,
        entities: builder.entities,
        claims: builder.claims,
        findings,
    }
}

struct Builder<'f, 'm, 'a> {
    facts: &'f Facts<'m, 'a>,
    points: CodePoints<'a>,
    entities: Vec<Entity>,
    people: BTreeMap<usize, usize>,
    bodies: BTreeMap<usize, usize>,
    states: BTreeMap<StateCode, usize>,
    claims: Vec<Claim>,
}

impl Builder<'_, '_, '_> {
    fn form(&self, words: &Range<usize>, name: bool) -> Form {
        let span = self.facts.mentions.words.span_of(words);
        let (start, end) = self.points.range(span);
        let text = span
            .of(self.facts.mentions.words.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        Form {
            text,
            start,
            end,
            name,
        }
    }

    fn words(&self, words: &Range<usize>, rule: &str) -> Words {
        let span = self.facts.mentions.words.span_of(words);
        let (start, end) = self.points.range(span);
        Words {
            start,
            end,
            quote: Some(span.of(self.facts.mentions.words.text).to_owned()),
            rule: rule.to_owned(),
        }
    }

    fn people(&mut self) {
        for (number, person) in self.facts.people.entities.iter().enumerate() {
            let forms = person
                .mentions
                .iter()
                .filter_map(|m| self.facts.mentions.people.get(*m))
                .map(|m| self.form(&m.words, true))
                .collect();
            let kind = if self.facts.is_legislator(number) {
                NodeKind::Legislator
            } else {
                NodeKind::Official
            };
            let surname = person.key.last().cloned().unwrap_or_default();
            self.people.insert(number, self.entities.len());
            self.entities.push(Entity {
                kind,
                name: person.name.clone(),
                row: None,
                form: None,
                state: self.facts.states.get(number).copied().flatten(),
                forms,
                keys: vec![format!("person:{surname}")],
            });
        }
    }

    /// A body is kept where the article says something of it, or names it by more than a common noun.
    fn kept(&self, number: usize) -> bool {
        let Some(body) = self.facts.bodies.entities.get(number) else {
            return false;
        };
        if body.means != Means::Named || body.kind == NodeKind::Assembly {
            return true;
        }
        let held = self
            .facts
            .roles
            .iter()
            .any(|r| r.target == Target::Body(number));
        let mentions: Vec<_> = body
            .mentions
            .iter()
            .filter_map(|m| self.facts.mentions.bodies.get(*m))
            .collect();
        let composed = mentions.iter().any(|m| {
            !m.plural
                && (!m.states.is_empty()
                    || !m.parts.is_empty()
                    || m.words.len() > 1 && self.capital(&m.words))
        });
        held || composed
    }

    fn capital(&self, words: &Range<usize>) -> bool {
        words
            .clone()
            .any(|w| self.facts.mentions.words.at(w).token.shape.is_capital())
    }

    fn bodies(&mut self) {
        for (number, body) in self.facts.bodies.entities.iter().enumerate() {
            if !self.kept(number) {
                continue;
            }
            let mut forms: Vec<Form> = Vec::new();
            for mention in body
                .mentions
                .iter()
                .filter_map(|m| self.facts.mentions.bodies.get(*m))
            {
                let named = mention.means != Means::Reference || self.capital(&mention.words);
                forms.push(self.form(&mention.words, named));
                if mention.name != mention.words && self.capital(&mention.name) {
                    forms.push(self.form(&mention.name, true));
                }
            }
            for acronym in &self.facts.mentions.acronyms {
                if self.facts.bodies.of(acronym.body) == Some(number) {
                    forms.push(self.form(&acronym.words, true));
                }
            }
            let mut name = body.name.clone();
            if let Some(own) = self.own_name(number) {
                // "the Assembly of the Inter-Parliamentary Union" has the name of the union in it.
                for mention in body
                    .mentions
                    .iter()
                    .filter_map(|m| self.facts.mentions.bodies.get(*m))
                {
                    let text = self.facts.mentions.words.text_of(&mention.words);
                    if mention.name == mention.words && text != own && text.contains(own) {
                        let first = mention.words.clone().find(|w| {
                            self.facts
                                .mentions
                                .words
                                .text_of(&(*w..mention.words.end))
                                .starts_with(own)
                        });
                        forms.extend(first.map(|w| self.form(&(w..mention.words.end), true)));
                        own.clone_into(&mut name);
                    }
                }
            }
            let (row, key) = self.row(number);
            self.bodies.insert(number, self.entities.len());
            self.entities.push(Entity {
                kind: body.kind,
                name,
                row,
                form: body
                    .form
                    .or((body.kind == NodeKind::Commission).then_some(BodyForm::Commission)),
                state: body
                    .states
                    .first()
                    .copied()
                    .filter(|_| matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament)),
                forms,
                keys: vec![key],
            });
        }
    }

    /// The name that the table has for an assembly.
    fn own_name(&self, number: usize) -> Option<&str> {
        match self.facts.bodies.entities.get(number)?.means {
            Means::Assembly(row) => self
                .facts
                .mentions
                .words
                .lexicon
                .assembly(row)
                .map(|a| a.name.as_str()),
            _ => None,
        }
    }

    fn row(&self, number: usize) -> (Option<String>, String) {
        let Some(body) = self.facts.bodies.entities.get(number) else {
            return (None, String::new());
        };
        let lexicon = self.facts.mentions.words.lexicon;
        let row = match &body.means {
            Means::Chambers(rows) => rows
                .first()
                .and_then(|r| lexicon.chamber(*r))
                .map(|c| c.id.clone()),
            Means::Assembly(row) => lexicon.assembly(*row).map(|a| a.id.clone()),
            Means::Named | Means::Reference => None,
        };
        let key = row.clone().unwrap_or_else(|| crate::text::fold(&body.name));
        (row, format!("body:{key}"))
    }

    fn state(&mut self, code: StateCode) -> usize {
        if let Some(place) = self.states.get(&code) {
            return *place;
        }
        let name = self
            .facts
            .mentions
            .words
            .lexicon
            .state(code)
            .map_or_else(|| code.to_string(), |s| s.name.clone());
        self.states.insert(code, self.entities.len());
        self.entities.push(Entity {
            kind: NodeKind::State,
            name,
            row: Some(code.to_string()),
            form: None,
            state: None,
            forms: Vec::new(),
            keys: vec![format!("state:{code}")],
        });
        self.entities.len() - 1
    }

    fn target(&mut self, target: Target) -> Option<usize> {
        match target {
            Target::Body(body) => self.bodies.get(&body).copied(),
            Target::State(code) => Some(self.state(code)),
        }
    }

    fn roles(&mut self) {
        for role in self.facts.roles.clone() {
            let (Some(person), Some(target)) = (
                self.people.get(&role.person).copied(),
                self.target(role.target),
            ) else {
                continue;
            };
            let title = self
                .facts
                .mentions
                .words
                .text_of(&role.title)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            self.claims.push(Claim {
                assertion: Assertion::Role {
                    person,
                    office: role.office,
                    target,
                    title,
                    former: role.former,
                },
                confidence: Confidence::hundredths(role.confidence),
                evidence: vec![Why::Words(self.words(&role.words, role.rule))],
            });
        }
    }

    fn evidence(&self, signs: &[Sign]) -> (Confidence, Vec<Why>) {
        let best = signs.iter().map(|s| s.confidence).max().unwrap_or(50);
        let mut evidence: Vec<Why> = signs
            .iter()
            .map(|s| Why::Words(self.words(&s.words, s.rule)))
            .collect();
        evidence.sort();
        evidence.dedup();
        (Confidence::hundredths(best), evidence)
    }

    fn meetings(&mut self, events: &Events) {
        for meeting in &events.meetings {
            let side = |s: &Vec<usize>| {
                s.iter()
                    .filter_map(|p| self.people.get(p).copied())
                    .collect::<Vec<_>>()
            };
            let sides: Vec<Vec<usize>> = meeting
                .sides
                .iter()
                .map(side)
                .filter(|s| !s.is_empty())
                .collect();
            let body = meeting.body.and_then(|b| self.bodies.get(&b).copied());
            if body.is_none() && sides.len() < 2 {
                continue;
            }
            let people: Vec<usize> = meeting.people().collect();
            let mut capacities: Vec<Capacity> = Vec::new();
            for role in &self.facts.roles {
                let place = match role.target {
                    Target::Body(body) => self.bodies.get(&body).copied(),
                    Target::State(code) => self.states.get(&code).copied(),
                };
                if let (true, false, Some(person), Some(target)) = (
                    people.contains(&role.person),
                    role.former,
                    self.people.get(&role.person).copied(),
                    place,
                ) {
                    capacities.push(Capacity {
                        person,
                        office: role.office,
                        target,
                    });
                }
            }
            capacities.sort();
            capacities.dedup();
            let (confidence, evidence) = self.evidence(&meeting.signs);
            self.claims.push(Claim {
                assertion: Assertion::Meeting {
                    kind: meeting.kind,
                    status: meeting.status,
                    sides,
                    capacities,
                    body,
                    session: meeting.session,
                    date: meeting.date,
                    place: meeting.place.clone(),
                    outcomes: Vec::new(),
                },
                confidence,
                evidence,
            });
        }
    }

    fn visits(&mut self, events: &Events) {
        for visit in &events.visits {
            let Some(person) = self.people.get(&visit.person).copied() else {
                continue;
            };
            let state = self.state(visit.state);
            let (confidence, evidence) = self.evidence(&visit.signs);
            self.claims.push(Claim {
                assertion: Assertion::Visited {
                    person,
                    state,
                    date: visit.date,
                    planned: visit.planned,
                },
                confidence,
                evidence,
            });
        }
    }

    /// What belongs to what: chambers to their parliament where the article names it, else to their state; commissions to
    /// the chambers and states that they tie.
    fn ties(&mut self) {
        for number in self.bodies.keys().copied().collect::<Vec<_>>() {
            let (Some(body), Some(part)) = (
                self.facts.bodies.entities.get(number).cloned(),
                self.bodies.get(&number).copied(),
            ) else {
                continue;
            };
            if matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament) {
                let whole = self
                    .parent(number)
                    .or_else(|| body.states.first().map(|s| self.state(*s)));
                let Some(whole) = whole else { continue };
                let said = body
                    .mentions
                    .iter()
                    .filter_map(|m| self.facts.mentions.bodies.get(*m))
                    .find(|m| !m.states.is_empty());
                let why = match said {
                    Some(mention) => {
                        Why::Words(self.words(&mention.words.clone(), "body-of-state"))
                    }
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
            } else {
                self.links(&body, part);
            }
        }
    }

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

    fn links(&mut self, body: &crate::mention::BodyEntity, place: usize) {
        let Some(mention) = body
            .mentions
            .iter()
            .filter_map(|m| self.facts.mentions.bodies.get(*m))
            .find(|m| m.means == Means::Named)
        else {
            return;
        };
        let words = mention.words.clone();
        let mut targets: Vec<usize> = body
            .ties
            .iter()
            .filter_map(|t| self.bodies.get(t).copied())
            .collect();
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

    /// Every state for which somebody acts is an entity of the reading.
    fn person_states(&mut self) {
        for state in self
            .facts
            .states
            .iter()
            .flatten()
            .copied()
            .collect::<Vec<_>>()
        {
            self.state(state);
        }
    }

    fn findings(&self) -> Vec<Finding> {
        let mut found: Vec<Finding> = self
            .facts
            .people
            .ambiguous
            .iter()
            .filter_map(|m| self.facts.mentions.people.get(*m))
            .map(|m| {
                let form = self.form(&m.words, true);
                Finding {
                    kind: "ambiguous_name".to_owned(),
                    message: format!(
                        "\"{}\" may be more than one person of the article",
                        form.text
                    ),
                    start: form.start,
                    end: form.end,
                }
            })
            .collect();
        found.sort();
        found
    }
}
