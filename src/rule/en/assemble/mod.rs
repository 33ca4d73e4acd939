//! Puts entities and claims of an article together as a reading.
//!
//! In come the facts and events of an article, out comes its reading, entities and claims in the order of the article. This
//! module never reads the text for anything but its words as evidence.

mod bodies;
mod events;
mod states;
mod terms;
mod ties;

use std::collections::BTreeMap;
use std::ops::Range;

use super::event::Events;
use super::facts::{Facts, Role, Target};
use crate::claim::{
    Assertion, Claim, Confidence, Entity, Finding, Form, Reading, SCHEMA, Why, Words,
};
use crate::document::DocumentRecord;
use crate::ontology::{NodeKind, StateCode};
use crate::text::{CodePoints, Sketch, one_line};

/// Builds the reading.
pub(super) fn reading(document: DocumentRecord, facts: &Facts<'_, '_>, events: &Events) -> Reading {
    let mut builder = Builder {
        facts,
        published: document.date,
        points: CodePoints::new(facts.mentions.words.text),
        entities: Vec::new(),
        people: BTreeMap::new(),
        bodies: BTreeMap::new(),
        states: BTreeMap::new(),
        claims: Vec::new(),
    };
    builder.people();
    builder.bodies();
    builder.roles(events);
    builder.meetings(events);
    builder.visits(events);
    builder.lives(events);
    builder.ties();
    builder.person_states();
    builder.states_at_gatherings();
    let findings = builder.findings();
    Reading {
        schema: SCHEMA,
        document,
        entities: builder.entities,
        claims: builder.claims,
        findings,
        sketch: Some(Sketch::of(facts.mentions.words.text)).filter(|sketch| !sketch.is_empty()),
    }
}

/// Collects the entities and claims of one article.
struct Builder<'f, 'm, 'a> {
    facts: &'f Facts<'m, 'a>,
    /// The day of the article.
    published: Option<jiff::civil::Date>,
    points: CodePoints<'a>,
    entities: Vec<Entity>,
    /// The entity of each person of the facts.
    people: BTreeMap<usize, usize>,
    /// The entity of each body of the facts that is kept.
    bodies: BTreeMap<usize, usize>,
    /// The entity of each state.
    states: BTreeMap<StateCode, usize>,
    claims: Vec<Claim>,
}

impl Builder<'_, '_, '_> {
    /// The words as a form of an entity, in code points; `name` where they are a name and no mere reference.
    fn form(&self, words: &Range<usize>, name: bool) -> Form {
        let span = self.facts.mentions.words.span_of(words);
        let (start, end) = self.points.range(span);
        Form {
            text: one_line(span.of(self.facts.mentions.words.text)),
            start,
            end,
            name,
        }
    }

    /// The words as evidence of a rule, in code points, with what they say.
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

    /// Adds the people of the facts.
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
            let state = self.facts.states.get(number).copied().flatten();
            let lexicon = self.facts.mentions.words.lexicon;
            let row = state.and_then(|state| lexicon.wikidata_of_person(&person.name, state));
            self.people.insert(number, self.entities.len());
            self.entities.push(Entity {
                kind,
                name: person.name.clone(),
                row: row.map(str::to_owned),
                form: None,
                state,
                forms,
                keys: vec![format!("person:{surname}")],
            });
        }
    }

    /// The entity of a state, added where it is not there yet.
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

    /// The entity of what an office is held in, if it is kept.
    fn target(&mut self, target: Target) -> Option<usize> {
        match target {
            Target::Body(body) => self.bodies.get(&body).copied(),
            Target::State(code) => Some(self.state(code)),
        }
    }

    /// The title of a role as written; where it is written for several, the table's singular, and where none is written
    /// (somebody "leads" a body), the word for the office.
    fn title(&self, role: &Role) -> String {
        let words = &self.facts.mentions.words;
        let Some(mention) = self
            .facts
            .mentions
            .offices
            .iter()
            .find(|o| o.title == role.title)
        else {
            return role.office.as_str().replace('_', " ");
        };
        let titles = mention.titles(words);
        // "their co-chairs": each is a chair by the table, and a co-chair by being one of two.
        let one = titles
            .iter()
            .find(|t| t.office == Some(role.office))
            .or_else(|| titles.first());
        if let Some(one) = one.filter(|_| mention.plural) {
            return one.title.clone();
        }
        one_line(words.text_of(&role.title))
    }

    /// Adds a claim for every office that somebody holds.
    fn roles(&mut self, events: &Events) {
        for role in self.facts.roles.clone() {
            let (Some(person), Some(target)) = (
                self.people.get(&role.person).copied(),
                self.target(role.target),
            ) else {
                continue;
            };
            let title = self.title(&role);
            let (mut term, former) = terms::term(&role, self.published);
            if term.is_untold() && !former {
                term.at = self.event_of_then(role.person, events);
            }
            let mut evidence = vec![Why::Words(self.words(&role.words, role.rule))];
            if let Some(words) = role.times.words.filter(|_| !term.is_untold()) {
                evidence.push(Why::Words(self.words(&words, terms::RULE)));
            }
            self.claims.push(Claim {
                assertion: Assertion::Role {
                    person,
                    office: role.office,
                    target,
                    title,
                    former,
                    term,
                },
                confidence: Confidence::hundredths(role.confidence),
                evidence,
            });
        }
    }

    /// What a reader should know of the article: names that more than one of its people may bear.
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
