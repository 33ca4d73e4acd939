//! From rows to readings: entities from nodes, claims from edges and meetings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::row::{Row, Rows, lose};
use super::sides;
use super::value::{date, days, is_full, word};
use super::{Imported, Lost};
use crate::claim::{
    Assertion, Capacity, Claim, Confidence, Entity, Form, Outcome, Reading, SCHEMA, TableRow, Why,
};
use crate::document::DocumentRecord;
use crate::ontology::{
    BodyForm, EdgeKind, LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office, OutcomeKind,
    StateCode,
};

/// How sure a row is that does not say it: somebody has written it down.
const USUAL: f64 = 0.95;

/// Makes readings of rows. `name` and `hash` are of the file.
pub(super) fn make(name: &str, hash: &str, mut rows: Rows) -> Imported {
    if rows.meetings.is_empty() {
        rows.meetings = sides::of_edges(&rows.edges);
    }
    let mut maker = Maker {
        name,
        entities: BTreeMap::new(),
        claims: BTreeMap::new(),
        skipped: Vec::new(),
        lost: std::mem::take(&mut rows.lost),
    };
    for node in &rows.nodes {
        maker.keep(node, |maker| maker.node(node));
    }
    for edge in &rows.edges {
        maker.keep(edge, |maker| maker.edge(edge));
    }
    for life in &rows.lives {
        maker.keep(life, |maker| maker.life(life));
    }
    for meeting in &rows.meetings {
        maker.keep(meeting, |maker| maker.meeting(meeting));
    }
    maker.finish(hash)
}

/// What a reading has no place for.
pub(super) const BOUNDS: &str = "days before or after which no office was held";

/// A claim whose entities are ids, with the order in which they stand in [`Assertion::entities`].
type Told = (Claim, Vec<String>);

struct Maker<'n> {
    name: &'n str,
    entities: BTreeMap<String, Entity>,
    /// By the day on which they hold; what has a time of its own stands without.
    claims: BTreeMap<Option<Date>, Vec<Told>>,
    skipped: Vec<String>,
    lost: Lost,
}

impl Maker<'_> {
    fn keep(&mut self, row: &Row, read: impl FnOnce(&mut Self) -> Result<(), String>) {
        if let Err(why) = read(self) {
            let why = why
                .strip_prefix(&format!("{}: ", row.place))
                .unwrap_or(&why);
            self.skipped.push(format!("{}: {why}", row.place));
        }
    }

    fn node(&mut self, row: &Row) -> Result<(), String> {
        let id = row.need("id")?;
        let kind = word(row, "kind", NodeKind::from_word)?;
        let name = row.get("name").unwrap_or(id);
        let form = row.get("form").and_then(BodyForm::from_word);
        let state = row.get("code").or_else(|| row.get("state")).map(|code| {
            StateCode::parse(code).ok_or_else(|| format!("\"{code}\" is not the code of a state"))
        });
        let state = state.transpose()?;
        let key = match kind {
            NodeKind::State => state.map(|s| s.to_string()),
            NodeKind::Assembly => id.strip_prefix("assembly/").map(str::to_owned),
            NodeKind::Chamber | NodeKind::Parliament => {
                Some(id.to_owned()).filter(|id| id.contains('/') && !id.contains(' '))
            }
            _ => None,
        };
        lose(
            &mut self.lost,
            "Wikidata ids",
            usize::from(row.get("wikidata").is_some()),
        );
        let names = std::iter::once(name).chain(row.list("aliases"));
        let form_of = |text: &str| Form {
            text: text.to_owned(),
            start: 0,
            end: 0,
            name: true,
        };
        let entity = Entity {
            kind,
            name: name.to_owned(),
            row: key,
            form,
            state,
            forms: names.map(form_of).collect(),
            keys: Vec::new(),
        };
        match self.entities.get_mut(id) {
            None => {
                self.entities.insert(id.to_owned(), entity);
            }
            Some(known) => return join(known, entity, id),
        }
        Ok(())
    }

    fn edge(&mut self, row: &Row) -> Result<(), String> {
        let ids = [row.need("source")?, row.need("target")?]
            .map(str::to_owned)
            .to_vec();
        let kind = word(row, "kind", EdgeKind::from_word)?;
        let quotes = usize::from(row.get("quote").is_some());
        lose(&mut self.lost, "the words of articles", quotes);
        let bounds = ["not_before", "not_after"].iter();
        let bounds = bounds.filter(|n| row.get(n).is_some()).count();
        lose(&mut self.lost, BOUNDS, bounds);
        let assertion = match kind {
            EdgeKind::Role => Assertion::Role {
                person: 0,
                office: word(row, "role", Office::from_word)?,
                target: 1,
                title: row
                    .get("title")
                    .or_else(|| row.get("role"))
                    .unwrap_or_default()
                    .to_owned(),
                former: false,
            },
            EdgeKind::Visited => Assertion::Visited {
                person: 0,
                state: 1,
                date: date(row)?,
                planned: row.get("planned") == Some("true"),
            },
            EdgeKind::PartOf => Assertion::PartOf { part: 0, whole: 1 },
            EdgeKind::Links => Assertion::Links { body: 0, target: 1 },
            // The meeting says it.
            EdgeKind::Met | EdgeKind::Attended => return Ok(()),
        };
        let mut days = BTreeSet::new();
        if kind == EdgeKind::Role {
            days = self.days(row, ids.first())?;
        }
        if days.is_empty() {
            return self.tell(row, None, assertion, ids, 1);
        }
        for day in &days {
            self.tell(row, Some(*day), assertion.clone(), ids.clone(), days.len())?;
        }
        Ok(())
    }

    /// The days on which somebody is seen to hold an office. Readings of several days meet by full names only; who has
    /// one name alone would become several people, and stands without days.
    fn days(&mut self, row: &Row, person: Option<&String>) -> Result<BTreeSet<Date>, String> {
        let days = days(row)?;
        let entity = person.and_then(|id| self.entities.get(id));
        if entity.is_none_or(|e| is_full(&e.name)) {
            return Ok(days);
        }
        lose(
            &mut self.lost,
            "days of offices of people without a full name",
            days.len(),
        );
        Ok(BTreeSet::new())
    }

    fn life(&mut self, row: &Row) -> Result<(), String> {
        let event = word(row, "event", LifeEvent::from_word)?;
        let body = row.need("body")?.to_owned();
        let date = date(row)?;
        self.tell(
            row,
            None,
            Assertion::Life {
                body: 0,
                event,
                date,
            },
            vec![body],
            1,
        )
    }

    fn meeting(&mut self, row: &Row) -> Result<(), String> {
        let mut ids: Vec<String> = Vec::new();
        let mut place_of = |id: &str| {
            ids.push(id.to_owned());
            ids.len() - 1
        };
        let sides = row.get("sides").unwrap_or_default().split('|');
        let people = |side: &str| -> Vec<String> {
            let people = side.split(';').map(|p| p.trim().to_owned());
            people.filter(|p| !p.is_empty()).collect()
        };
        let sides: Vec<Vec<usize>> = sides
            .map(people)
            .filter(|side| !side.is_empty())
            .map(|side| side.iter().map(|p| place_of(p)).collect())
            .collect();
        let mut capacities = Vec::new();
        for part in row.list("capacities") {
            let mut words = part.splitn(3, ' ');
            let (Some(person), Some(office), Some(body)) =
                (words.next(), words.next(), words.next())
            else {
                return Err(format!("\"{part}\" is not a person, an office and a body"));
            };
            capacities.push(Capacity {
                person: place_of(person),
                office: Office::from_word(office)
                    .ok_or_else(|| format!("\"{office}\" is no office"))?,
                target: place_of(body),
            });
        }
        let outcomes = row
            .list("outcomes")
            .into_iter()
            .filter_map(OutcomeKind::from_word);
        let outcome = |kind| Outcome {
            kind,
            evidence: Vec::new(),
        };
        let assertion = Assertion::Meeting {
            kind: word(row, "kind", MeetingKind::from_word)?,
            status: row
                .get("status")
                .and_then(MeetingStatus::from_word)
                .unwrap_or(MeetingStatus::Held),
            sides,
            capacities,
            body: row.get("body").map(place_of),
            session: row.get("session").and_then(|n| n.parse().ok()),
            date: date(row)?,
            place: row.get("place").map(str::to_owned),
            outcomes: outcomes.map(outcome).collect(),
        };
        self.tell(row, None, assertion, ids, 1)
    }

    /// Puts a claim to the others of its day. `parts` is in how many readings it stands: together they are as sure as the
    /// row is, for one file is one witness.
    fn tell(
        &mut self,
        row: &Row,
        day: Option<Date>,
        assertion: Assertion,
        ids: Vec<String>,
        parts: usize,
    ) -> Result<(), String> {
        if let Some(id) = ids.iter().find(|id| !self.entities.contains_key(*id)) {
            return Err(format!("there is no node \"{id}\""));
        }
        let share = row.get("confidence").map(str::parse).transpose();
        let share: f64 = share
            .map_err(|_| "the confidence is no number".to_owned())?
            .unwrap_or(USUAL);
        if !(0.0..=1.0).contains(&share) {
            return Err("the confidence is not between 0 and 1".to_owned());
        }
        let parts = i32::try_from(parts).unwrap_or(i32::MAX);
        let share = 1.0 - (1.0 - share).powf(1.0 / f64::from(parts));
        let evidence = vec![Why::Table(TableRow {
            table: self.name.to_owned(),
            row: row.place.clone(),
        })];
        let claim = Claim {
            assertion,
            confidence: Confidence::from_share(share),
            evidence,
        };
        self.claims.entry(day).or_default().push((claim, ids));
        Ok(())
    }

    fn finish(mut self, hash: &str) -> Imported {
        self.claims.entry(None).or_default();
        let readings = self
            .claims
            .iter()
            .map(|(day, claims)| self.reading(*day, claims, hash));
        Imported {
            readings: readings.collect(),
            lost: self
                .lost
                .iter()
                .map(|(what, times)| format!("{what} ({times})"))
                .collect(),
            skipped: self.skipped,
        }
    }

    /// All entities stand in the reading without a day, those of others where claims speak of them.
    fn reading(&self, day: Option<Date>, claims: &[Told], hash: &str) -> Reading {
        let spoken: BTreeSet<&String> = claims.iter().flat_map(|(_, ids)| ids).collect();
        let of_it = |id: &&String| day.is_none() || spoken.contains(*id);
        let ids: BTreeMap<&String, usize> = self.entities.keys().filter(of_it).zip(0..).collect();
        let claims = claims.iter().map(|(claim, told)| {
            let at = |place: usize| {
                let id = told.get(place);
                id.and_then(|id| ids.get(id)).copied().unwrap_or_default()
            };
            Claim {
                assertion: placed(&claim.assertion, &at),
                ..claim.clone()
            }
        });
        let id = day.map_or_else(|| self.name.to_owned(), |d| format!("{}#{d}", self.name));
        Reading {
            schema: SCHEMA,
            document: DocumentRecord {
                sha256: format!(
                    "{hash}{}",
                    day.map_or_else(String::new, |d| format!("#{d}"))
                ),
                id,
                title: Some(self.name.to_owned()),
                date: day,
                url: None,
                publisher: None,
                lang: None,
                extra: BTreeMap::new(),
            },
            sketch: None,
            entities: ids
                .keys()
                .filter_map(|id| self.entities.get(*id))
                .cloned()
                .collect(),
            claims: claims.collect(),
            findings: Vec::new(),
        }
    }
}

/// Adds the names of a node that comes again to those that are known of it.
///
/// # Errors
/// Where the two are not the same in all else: which of them is right nobody knows.
fn join(known: &mut Entity, again: Entity, id: &str) -> Result<(), String> {
    let is_same = known.kind == again.kind
        && known.name == again.name
        && known.form == again.form
        && known.state == again.state;
    if !is_same {
        return Err(format!(
            "the node \"{id}\" is there already, and says something else"
        ));
    }
    for form in again.forms {
        if !known.forms.contains(&form) {
            known.forms.push(form);
        }
    }
    Ok(())
}

/// The assertion with every entity at another place.
fn placed(assertion: &Assertion, at: &impl Fn(usize) -> usize) -> Assertion {
    let mut moved = assertion.clone();
    match &mut moved {
        Assertion::Role {
            person: a,
            target: b,
            ..
        }
        | Assertion::Visited {
            person: a,
            state: b,
            ..
        }
        | Assertion::PartOf { part: a, whole: b }
        | Assertion::Links { body: a, target: b } => {
            *a = at(*a);
            *b = at(*b);
        }
        Assertion::Life { body, .. } => *body = at(*body),
        Assertion::Meeting {
            sides,
            capacities,
            body,
            ..
        } => {
            for person in sides.iter_mut().flatten() {
                *person = at(*person);
            }
            for capacity in capacities {
                capacity.person = at(capacity.person);
                capacity.target = at(capacity.target);
            }
            *body = body.map(at);
        }
    }
    moved
}
