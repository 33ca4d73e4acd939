//! From rows to readings: entities from nodes, claims from edges and meetings.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::assemble::{self, Told};
use super::row::{Row, Rows, lose};
use super::terms::{BOUNDS, Days};
use super::value::{date, is_full, word};
use super::{Imported, Lost, meeting, sides};
use crate::claim::{Assertion, Claim, Confidence, Entity, Form, TableRow, Why};
use crate::ontology::{BodyForm, EdgeKind, LifeEvent, NodeKind, Office, StateCode};

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
        if kind != EdgeKind::Role {
            return self.tell(row, None, assertion, ids);
        }
        self.office(row, &assertion, &ids)
    }

    /// Tells an office on the days on which somebody is seen to hold it, and that it was over on others. Readings of several
    /// days meet by full names only; who has one name alone would become several people, and stands without days.
    fn office(&mut self, row: &Row, office: &Assertion, ids: &[String]) -> Result<(), String> {
        let mut days = Days::of_row(row, &mut self.lost)?;
        let person = ids.first().and_then(|id| self.entities.get(id));
        if person.is_some_and(|p| !is_full(&p.name)) {
            const NAMELESS: &str = "days of offices of people without a full name";
            lose(&mut self.lost, NAMELESS, days.seen.len());
            lose(&mut self.lost, BOUNDS, days.over.len());
            days = Days::default();
        }
        if days.seen.is_empty() {
            return self.tell(row, None, office.clone(), ids.to_vec());
        }
        for day in days.seen {
            self.tell(row, Some(day), office.clone(), ids.to_vec())?;
        }
        let mut over = office.clone();
        if let Assertion::Role { former, .. } = &mut over {
            *former = true;
        }
        for day in days.over {
            self.tell(row, Some(day), over.clone(), ids.to_vec())?;
        }
        Ok(())
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
        )
    }

    fn meeting(&mut self, row: &Row) -> Result<(), String> {
        let (assertion, ids) = meeting::of_row(row, &mut self.lost)?;
        self.tell(row, None, assertion, ids)
    }

    /// Puts a claim to the others of its day. It is as sure as the row on each of its days: the fold takes one file for one
    /// witness.
    fn tell(
        &mut self,
        row: &Row,
        day: Option<Date>,
        assertion: Assertion,
        ids: Vec<String>,
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
            .map(|(day, claims)| assemble::reading(self.name, hash, *day, &self.entities, claims));
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
