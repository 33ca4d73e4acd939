//! From rows to readings: entities from nodes, claims from edges and meetings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::assemble::{self, Told};
use super::ends::{Tied, kind_of};
use super::fields::{self, count_unknown};
use super::problem::{Losses, Problem};
use super::row::{Row, Rows};
use super::terms::{self, Days, Times};
use super::value::{date, truth, word};
use super::{Imported, entity, meeting, namesakes, sides};
use crate::claim::{Assertion, Claim, Confidence, Entity, TableRow, Term, Why};
use crate::identity::is_full;
use crate::ontology::{EdgeKind, LifeEvent, NodeKind, Office};

/// How sure a row is that does not say it: somebody has written it down.
pub(super) const USUAL: f64 = 0.95;

/// Makes readings of rows. `name` and `hash` are of the file.
pub(super) fn make(name: &str, hash: &str, rows: Rows) -> Imported {
    let Rows {
        nodes,
        edges,
        meetings,
        mut lives,
        mut losses,
        asked: _,
    } = rows;
    count_unknown(&nodes, "nodes", fields::NODE, &mut losses);
    count_unknown(&edges, "edges", fields::EDGE, &mut losses);
    count_unknown(&meetings, "meetings", fields::MEETING, &mut losses);
    count_unknown(&lives, "what happened to bodies", fields::LIFE, &mut losses);
    let mut maker = Maker {
        name,
        entities: BTreeMap::new(),
        claims: BTreeMap::new(),
        losses,
    };
    for node in &nodes {
        lives.extend(lives_of(node));
        maker.keep(node, |maker| maker.node(node));
    }
    let mut tied = Vec::new();
    for edge in &edges {
        maker.keep(edge, |maker| {
            tied.push(Tied::of(edge, &maker.entities)?);
            Ok(())
        });
    }
    namesakes::tell(&nodes, &maker.entities, &tied, &mut maker.losses);
    let mut meetings = meeting::once(meetings, &mut maker.losses);
    meetings.extend(sides::of_edges(&tied, &meetings, &mut maker.losses));
    maker.edges(&tied);
    for life in &lives {
        maker.keep(life, |maker| maker.life(life));
    }
    for meeting in &meetings {
        maker.keep(meeting, |maker| maker.meeting(meeting));
    }
    maker.finish(hash)
}

/// What a node says of its life in one text.
fn lives_of(node: &Row) -> Vec<Row> {
    let life = |told: String| {
        let (event, date) = told.split_once(' ').unwrap_or((&told, ""));
        let mut row = Row::beside(node);
        row.put("body", node.get("id").unwrap_or_default());
        row.put("event", event);
        row.put("date", date);
        row
    };
    node.list("life").into_iter().map(life).collect()
}

/// Who holds an office where, as ids, and the office.
type Post<'r> = (&'r str, &'r str, Office);

/// Ids of nodes.
type Ids = BTreeSet<String>;

struct Maker<'n> {
    name: &'n str,
    entities: BTreeMap<String, Entity>,
    /// By the day on which they hold; what has a time of its own stands without.
    claims: BTreeMap<Option<Date>, Vec<Told>>,
    losses: Losses,
}

impl Maker<'_> {
    fn keep(&mut self, row: &Row, read: impl FnOnce(&mut Self) -> Result<(), Problem>) {
        for trouble in &row.troubles {
            self.losses.leave_out(row, trouble.clone());
        }
        if let Err(why) = read(self) {
            self.losses.skip(row, why);
        }
    }

    fn node(&mut self, row: &Row) -> Result<(), Problem> {
        let (id, entity) = entity::of_row(row, &mut self.losses)?;
        match self.entities.get_mut(id) {
            None => {
                self.entities.insert(id.to_owned(), entity);
                Ok(())
            }
            Some(known) => entity::join(known, entity, id),
        }
    }

    fn edges(&mut self, edges: &[Tied<'_>]) {
        let mut offices: BTreeMap<Post<'_>, Vec<(&Row, Times)>> = BTreeMap::new();
        for edge in edges {
            let row = edge.row;
            let quotes = usize::from(row.get("quote").is_some());
            self.losses.count("the words of articles", quotes);
            if edge.kind == EdgeKind::Role {
                self.keep(row, |maker| {
                    let office = word(row, "role", Office::ALL, Office::as_str)?;
                    confidence(row)?;
                    let times = Times::of_row(row, &mut maker.losses)?;
                    let post = (edge.source, edge.target, office);
                    offices.entry(post).or_default().push((row, times));
                    Ok(())
                });
            } else {
                self.keep(row, |maker| maker.edge(edge));
            }
        }
        let unsure = namesakes::unsure(&self.entities, edges);
        let unsure: Ids = unsure.into_iter().map(str::to_owned).collect();
        for (post, rows) in offices {
            self.office(post, &rows, &unsure);
        }
    }

    fn edge(&mut self, edge: &Tied<'_>) -> Result<(), Problem> {
        let row = edge.row;
        let assertion = match edge.kind {
            EdgeKind::Visited => Assertion::Visited {
                person: 0,
                state: 1,
                date: date(row)?,
                planned: truth(row, "planned")?,
            },
            EdgeKind::PartOf => Assertion::PartOf { part: 0, whole: 1 },
            EdgeKind::Links => Assertion::Links { body: 0, target: 1 },
            // The meeting says it; an office is told with all its terms.
            EdgeKind::Met | EdgeKind::Attended | EdgeKind::Role => return Ok(()),
        };
        let ids = [edge.source, edge.target].map(str::to_owned).to_vec();
        self.tell(row, None, assertion, ids)
    }

    /// Tells an office on the days on which somebody is seen to hold it, and that it was over on others.
    fn office(&mut self, (person, body, office): Post<'_>, rows: &[(&Row, Times)], unsure: &Ids) {
        let mut days = Days::of(rows, &mut self.losses);
        if let Some((whose, name)) = self.lost_among_readings(person, body, unsure) {
            let (seen, over) = (terms::count(&days.seen), terms::count(&days.over));
            let losses = &mut self.losses;
            losses.count_of(&format!("days of offices of {whose}"), seen, &name);
            losses.count_of(&format!("bounds of offices of {whose}"), over, &name);
            days = Days::default();
        }
        for (place, (row, _)) in rows.iter().enumerate() {
            let of_row = |(day, of): &(Date, usize)| (*of == place).then_some(Some(*day));
            let mut seen: Vec<Option<Date>> = days.seen.iter().filter_map(of_row).collect();
            if seen.is_empty() {
                seen.push(None);
            }
            let seen = seen.into_iter().map(|day| (day, false));
            let over = days.over.iter().filter_map(of_row).map(|day| (day, true));
            for (day, former) in seen.chain(over) {
                let assertion = Assertion::Role {
                    person: 0,
                    office,
                    target: 1,
                    title: row
                        .get("title")
                        .unwrap_or_else(|| office.as_str())
                        .to_owned(),
                    former,
                    term: Term::default(),
                };
                let ids = [person, body].map(str::to_owned).to_vec();
                self.keep(row, |maker| maker.tell(row, day, assertion, ids));
            }
        }
    }

    /// Who of the two would become several nodes, were the office told in a reading for each of its days, and the name: readings
    /// meet by full names, and by states where there are several of a name.
    fn lost_among_readings(
        &self,
        person: &str,
        body: &str,
        unsure: &Ids,
    ) -> Option<(&'static str, String)> {
        let (holder, of) = (self.entities.get(person)?, self.entities.get(body)?);
        if !is_full(&holder.name) {
            Some(("people without a full name", holder.name.clone()))
        } else if unsure.contains(person) {
            let whose = "people without a state whose name others of several states have";
            Some((whose, holder.name.clone()))
        } else if !entity::is_known_elsewhere(of) {
            Some(("bodies of one word and no state", of.name.clone()))
        } else if unsure.contains(body) {
            let whose = "commissions of fewer states than several others of the name";
            Some((whose, of.name.clone()))
        } else {
            None
        }
    }

    fn life(&mut self, row: &Row) -> Result<(), Problem> {
        let event = word(row, "event", LifeEvent::ALL, LifeEvent::as_str)?;
        let body = row.need("body")?;
        let date = date(row)?;
        self.need(body, NodeKind::is_body, "a body")?;
        let ids = vec![body.to_owned()];
        let assertion = Assertion::Life {
            body: 0,
            event,
            date,
        };
        self.tell(row, None, assertion, ids)
    }

    fn meeting(&mut self, row: &Row) -> Result<(), Problem> {
        meeting::check_sides(&row.sides)?;
        let (assertion, ids) = meeting::of_row(row, &mut self.losses)?;
        let capacities = row.capacities.iter();
        let people = row.sides.iter().flatten();
        for person in people.chain(capacities.clone().map(|[person, ..]| person)) {
            self.need(person, NodeKind::is_person, "a person")?;
        }
        for [_, _, body] in capacities {
            self.need(body, |kind| !kind.is_person(), "a body or a state")?;
        }
        if let Some(body) = row.get("body") {
            self.need(body, NodeKind::is_body, "a body")?;
        }
        let quotes = usize::from(row.get("quote").is_some());
        self.losses.count("the words of articles", quotes);
        self.tell(row, None, assertion, ids)
    }

    /// Whether a node is there and of a kind: the fold would pass over another.
    fn need(&self, id: &str, is_kind: fn(NodeKind) -> bool, what: &str) -> Result<(), Problem> {
        let kind = kind_of(&self.entities, id)?;
        if is_kind(kind) {
            Ok(())
        } else {
            let why = format!("\"{id}\" ({kind}) stands where {what} must");
            Err(Problem::new(why))
        }
    }

    /// Puts a claim to the others of its day. It is as sure as the row on each of its days: the fold takes one file for one
    /// witness.
    fn tell(
        &mut self,
        row: &Row,
        day: Option<Date>,
        assertion: Assertion,
        ids: Vec<String>,
    ) -> Result<(), Problem> {
        let claim = Claim {
            assertion,
            confidence: confidence(row)?,
            evidence: vec![Why::Table(TableRow {
                table: self.name.to_owned(),
                row: row.place.clone(),
            })],
        };
        self.claims.entry(day).or_default().push((claim, ids));
        Ok(())
    }

    fn finish(mut self, hash: &str) -> Imported {
        let undated = self.claims.remove(&None).unwrap_or_default();
        let first = assemble::reading(self.name, hash, None, &self.entities, &undated);
        let mut readings = vec![first];
        for (day, mut claims) in self.claims {
            assemble::add_ties(&mut claims, &undated);
            readings.push(assemble::reading(
                self.name,
                hash,
                day,
                &self.entities,
                &claims,
            ));
        }
        Imported {
            readings,
            lost: self.losses.counted(),
            left_out: self.losses.left_out,
            skipped: self.losses.skipped,
        }
    }
}

/// How sure a row is.
fn confidence(row: &Row) -> Result<Confidence, Problem> {
    let Some(text) = row.get("confidence") else {
        return Ok(Confidence::from_share(USUAL));
    };
    let share = text.parse().ok();
    share
        .filter(|share| (0.0..=1.0).contains(share))
        .map(Confidence::from_share)
        .ok_or_else(|| {
            Problem::new(format!("the confidence \"{text}\" is no share of 1"))
                .hint("a confidence is a number from 0 to 1, such as 0.95")
        })
}
