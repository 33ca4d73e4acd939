//! Readings made of the facts that people wrote down, so that identity is measured without the mistakes of reading.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use interparl::claim::{Assertion, Claim, Confidence, Entity, Form, Reading, SCHEMA};
use interparl::document::{Article, DocumentRecord};
use interparl::ontology::{MeetingKind, MeetingStatus, NodeKind, Office, StateCode};
use interparl::score::{Annotation, name_words};
use interparl::text::PartialDate;
use serde_json::Value;

/// An article with its facts.
pub(super) struct Gold {
    pub(super) facts: Annotation,
    pub(super) text: Option<String>,
    pub(super) date: Option<PartialDate>,
}

/// The articles of a folder, by id.
pub(super) fn articles(folder: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| -> Result<Gold, Box<dyn Error>> {
        let bytes = std::fs::read(&path)?;
        let value: Value = serde_json::from_slice(&bytes)?;
        let date = value.get("date").and_then(Value::as_str);
        Ok(Gold {
            facts: Annotation::from_json(&bytes)?,
            text: std::fs::read_to_string(path.with_extension("txt")).ok(),
            date: date.and_then(PartialDate::parse),
        })
    };
    paths.into_iter().map(read).collect()
}

/// The true bearer of each person of each article, by article and name: who is not in the table is somebody of their own.
pub(super) fn bearers(table: &Path) -> Result<BTreeMap<(String, String), String>, Box<dyn Error>> {
    let mut bearers = BTreeMap::new();
    for line in std::fs::read_to_string(table)?.lines().skip(1) {
        let [person, article, name] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("not three cells: {line}").into());
        };
        bearers.insert((article.to_owned(), name.to_owned()), person.to_owned());
    }
    Ok(bearers)
}

impl Gold {
    /// The article as the program reads it.
    pub(super) fn article(&self) -> Option<Article> {
        Some(Article {
            text: self.text.clone()?,
            id: Some(self.facts.id.clone()),
            date: self.date.and_then(PartialDate::day),
            ..Article::default()
        })
    }

    /// The reading that has the facts as its claims, people first and in their order.
    pub(super) fn reading(&self) -> Reading {
        let mut made = Made::new(&self.facts.id, self.date);
        for person in &self.facts.people {
            let kind = if person.legislator {
                NodeKind::Legislator
            } else {
                NodeKind::Official
            };
            let state = person.state.as_deref().and_then(StateCode::parse);
            made.entity(kind, &person.name, state, &person.aliases);
        }
        for body in &self.facts.bodies {
            let kind = NodeKind::from_word(&body.kind).unwrap_or(NodeKind::Commission);
            let own = |code: &String| StateCode::parse(code);
            let state = match kind {
                NodeKind::Chamber | NodeKind::Parliament => body.states.iter().find_map(own),
                _ => None,
            };
            let place = made.entity(kind, &body.name, state, &body.aliases);
            if kind == NodeKind::Commission {
                for code in body.states.iter().filter_map(own) {
                    let target = made.state(code);
                    made.claim(Assertion::Links {
                        body: place,
                        target,
                    });
                }
            }
        }
        self.roles(&mut made);
        self.meetings(&mut made);
        made.0
    }

    fn roles(&self, made: &mut Made) {
        for role in &self.facts.roles {
            let office = role.role.as_deref().and_then(Office::from_word);
            let (Some(office), Some(body)) = (office, &role.body) else {
                continue;
            };
            let target = match StateCode::parse(body) {
                Some(code) => Some(made.state(code)),
                None => made.find(body),
            };
            if let (Some(person), Some(target)) = (made.find(&role.person), target) {
                made.claim(Assertion::Role {
                    person,
                    office,
                    target,
                    title: office.as_str().to_owned(),
                    former: false,
                    term: interparl::claim::Term::default(),
                });
            }
        }
    }

    fn meetings(&self, made: &mut Made) {
        for meeting in &self.facts.meetings {
            let kind = meeting.kind.as_deref().and_then(MeetingKind::from_word);
            let people = |side: &Vec<String>| side.iter().filter_map(|n| made.find(n)).collect();
            let sides = meeting.sides.iter().map(people).collect();
            let body = meeting.body.as_deref().and_then(|name| made.find(name));
            made.claim(Assertion::Meeting {
                kind: kind.unwrap_or(MeetingKind::Bilateral),
                status: MeetingStatus::Held,
                sides,
                capacities: Vec::new(),
                body,
                session: None,
                date: meeting.date.as_deref().and_then(PartialDate::parse),
                place: meeting.place.clone(),
                outcomes: Vec::new(),
            });
        }
    }

    /// The entity of a reading that each person is, by name or by a form of it, each entity once; `None` for whom nobody found.
    pub(super) fn aligned(&self, reading: &Reading) -> Vec<Option<usize>> {
        let key = |name: &str| name_words(name).join(" ");
        let mut taken = BTreeSet::new();
        let mut found = vec![None; self.facts.people.len()];
        for whole in [true, false] {
            for (person, slot) in self.facts.people.iter().zip(&mut found) {
                let names: BTreeSet<String> = if whole {
                    BTreeSet::from([key(&person.name)])
                } else {
                    person.aliases.iter().map(|n| key(n)).collect()
                };
                let is = |entity: &Entity| {
                    let forms = entity.forms.iter().filter(|f| f.name).map(|f| &f.text);
                    entity.kind.is_person()
                        && forms.chain([&entity.name]).any(|n| names.contains(&key(n)))
                };
                if slot.is_none() {
                    let mut entities = reading.entities.iter().enumerate();
                    *slot = entities
                        .find(|(place, entity)| !taken.contains(place) && is(entity))
                        .map(|(place, _)| place);
                    taken.extend(*slot);
                }
            }
        }
        found
    }
}

/// A reading in the making.
struct Made(Reading);

impl Made {
    fn new(id: &str, date: Option<PartialDate>) -> Self {
        Self(Reading {
            schema: SCHEMA,
            document: DocumentRecord {
                id: id.to_owned(),
                title: None,
                date: date.and_then(PartialDate::day),
                url: None,
                publisher: None,
                lang: None,
                sha256: format!("facts of {id}"),
                extra: BTreeMap::new(),
            },
            entities: Vec::new(),
            claims: Vec::new(),
            findings: Vec::new(),
            sketch: None,
        })
    }

    fn entity(
        &mut self,
        kind: NodeKind,
        name: &str,
        state: Option<StateCode>,
        also: &[String],
    ) -> usize {
        // A name that the guide marks with its state, "Parliament (UG)", is without the mark in the article.
        let bare = name.split(" (").next().unwrap_or(name);
        let form = |text: &str| Form {
            text: text.to_owned(),
            start: 0,
            end: text.chars().count(),
            name: true,
        };
        self.0.entities.push(Entity {
            kind,
            name: bare.to_owned(),
            row: (kind == NodeKind::State).then(|| name.to_owned()),
            form: None,
            state,
            forms: std::iter::once(name)
                .chain(also.iter().map(String::as_str))
                .map(form)
                .collect(),
            keys: Vec::new(),
        });
        self.0.entities.len() - 1
    }

    fn state(&mut self, code: StateCode) -> usize {
        let row = code.to_string();
        let known = |e: &Entity| e.kind == NodeKind::State && e.row.as_ref() == Some(&row);
        match self.0.entities.iter().position(known) {
            Some(place) => place,
            None => self.entity(NodeKind::State, &code.to_string(), None, &[]),
        }
    }

    /// The entity of a name as the facts write it.
    fn find(&self, name: &str) -> Option<usize> {
        let is = |e: &Entity| e.forms.first().is_some_and(|form| form.text == name);
        self.0.entities.iter().position(is)
    }

    fn claim(&mut self, assertion: Assertion) {
        self.0.claims.push(Claim {
            assertion,
            confidence: Confidence::hundredths(95),
            evidence: Vec::new(),
        });
    }
}
